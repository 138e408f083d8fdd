import { randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { expect, it } from 'vitest';
import { hexToBytes } from '../base/index.ts';
import { unseal } from './aead.ts';
import { checkKdfCost, KDF_DEFAULT, KDF_FLOOR, openPersonSlot, parsePersonSlot, sealPersonSlot } from './key-slot.ts';
import { createVaultKey } from './vault-key.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const secrets = { vaultKey: random(32), personSeed: random(32) };
const { vault } = createVaultKey(random);
const passphrase = 'seven quiet lanterns above the wall';

it('V7: a passphrase opens its slot and gives back what was sealed', async () => {
  const slot = await sealPersonSlot({ vault, passphrase, secrets, cost: KDF_FLOOR, random });
  expect(await openPersonSlot(slot, { vault, passphrase })).toEqual({ ok: true, value: secrets });
  expect(parsePersonSlot(JSON.parse(JSON.stringify(slot)))).toEqual(slot);
});

it('V5: a passphrase typed decomposed, full-width or with other spaces opens the same slot', async () => {
  const typed = '바다 위의 등불 seven lanterns';
  const slot = await sealPersonSlot({ vault, passphrase: typed, secrets, cost: KDF_FLOOR, random });
  const variants = [typed.normalize('NFD'), `\uFEFF  ${typed}\r\n`, '바다\u3000위의\u00A0등불  ｓｅｖｅｎ lanterns'];
  for (const variant of variants) {
    expect((await openPersonSlot(slot, { vault, passphrase: variant })).ok).toBe(true);
  }
  expect((await openPersonSlot(slot, { vault, passphrase: typed.toUpperCase() })).ok).toBe(false);
});

it('V7: a slot moved to another vault, given another id or edited in any field opens no more', async () => {
  const slot = await sealPersonSlot({ vault, passphrase, secrets, cost: KDF_FLOOR, random });
  const other = await sealPersonSlot({ vault, passphrase, secrets, cost: KDF_FLOOR, random });
  const edited = [
    { ...slot, id: other.id },
    { ...slot, nonce: other.nonce },
    { ...slot, sealed: other.sealed },
    { ...slot, kdf: other.kdf },
    { ...slot, kdf: { ...slot.kdf, passes: slot.kdf.passes + 1 } },
    { ...slot, kdf: { ...slot.kdf, lanes: slot.kdf.lanes + 1 } },
    { ...slot, kdf: { ...slot.kdf, memoryKiB: slot.kdf.memoryKiB + 8 } },
  ];
  const wrong = { ok: false, error: { type: 'wrong-passphrase' } };
  for (const each of edited) expect(await openPersonSlot(each, { vault, passphrase })).toEqual(wrong);
  expect(await openPersonSlot(slot, { vault: createVaultKey(random).vault, passphrase })).toEqual(wrong);
  expect(await openPersonSlot(slot, { vault, passphrase: `${passphrase}s` })).toEqual(wrong);
});

it('V6: a cost out of bounds is refused before any work', async () => {
  const slot = await sealPersonSlot({ vault, passphrase, secrets, cost: KDF_FLOOR, random });
  const absurd = [
    { ...KDF_FLOOR, memoryKiB: KDF_FLOOR.memoryKiB - 1 },
    { ...KDF_FLOOR, memoryKiB: 1024 * 1024 + 1 },
    { ...KDF_FLOOR, memoryKiB: 2 ** 40 },
    { ...KDF_FLOOR, passes: 1 },
    { ...KDF_FLOOR, passes: 11 },
    { ...KDF_FLOOR, passes: 2 ** 31 },
    { ...KDF_FLOOR, passes: 2.5 },
    { ...KDF_FLOOR, lanes: 0 },
    { ...KDF_FLOOR, lanes: 5 },
  ];
  for (const cost of absurd) {
    const refused = { ok: false, error: { type: 'kdf-out-of-bounds', cost } };
    expect(checkKdfCost(cost)).toEqual(refused);
    // Were any work done, the second of these would take terabytes.
    expect(await openPersonSlot({ ...slot, kdf: { ...slot.kdf, ...cost } }, { vault, passphrase })).toEqual(refused);
    await expect(sealPersonSlot({ vault, passphrase, secrets, cost, random })).rejects.toThrow('out of bounds');
  }
  for (const cost of [KDF_FLOOR, KDF_DEFAULT, { memoryKiB: 1024 * 1024, passes: 10, lanes: 4 }]) {
    expect(checkKdfCost(cost)).toEqual({ ok: true, value: cost });
  }
});

it('V6, V7: another implementation of Argon2id makes the key that opens the slot', async () => {
  const cost = { ...KDF_FLOOR, lanes: 2 };
  const slot = await sealPersonSlot({ vault, passphrase, secrets, cost, random });
  const key = await argon2id({
    password: passphrase,
    salt: hexToBytes(slot.kdf.salt),
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  // Written out by hand, as docs/vault.md has it, so that this does not rest on the code under test.
  const bound =
    `{"format":"daybook/slot/v1","id":"${slot.id}","kdf":{"lanes":2,"memoryKiB":32768,"name":"argon2id","passes":2,` +
    `"salt":"${slot.kdf.salt}"},"kind":"person","vault":"${vault}"}`;
  const plain = unseal(hexToBytes(slot.sealed), {
    key,
    nonce: hexToBytes(slot.nonce),
    associated: new TextEncoder().encode(bound),
  });
  expect(plain && Buffer.from(plain)).toEqual(Buffer.concat([secrets.vaultKey, secrets.personSeed]));
});

it('V7: what is not exactly a slot is not read as one', async () => {
  const slot = await sealPersonSlot({ vault, passphrase, secrets, cost: KDF_FLOOR, random });
  const wrong = [
    null,
    [],
    { ...slot, person: 'x' },
    { ...slot, id: slot.id.toUpperCase() },
    { ...slot, sealed: slot.sealed.slice(2) },
    { ...slot, kdf: { ...slot.kdf, name: 'argon2i' } },
    { ...slot, kdf: { ...slot.kdf, extra: 1 } },
    { ...slot, kdf: { ...slot.kdf, salt: '' } },
    { ...slot, kdf: { ...slot.kdf, passes: '3' } },
  ];
  expect(wrong.map(parsePersonSlot)).toEqual(wrong.map(() => undefined));
});
