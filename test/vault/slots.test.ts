import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { idFromBytes } from '../../src/base/index.ts';
import { signingKeyFromSeed } from '../../src/preserve/index.ts';
import {
  openHeader,
  parseHeader,
  readHeader,
  recoverySlot,
  replaceSlots,
  writeHeader,
} from '../../src/vault/header.ts';
import { drawShares, drawSheet, joinShares, readSheet, Vault, waysIn } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { sealRecoverySlot } from '../../src/vault/recovery-slot.ts';
import { must } from '../must.ts';
import { random } from '../random.ts';
import { databaseOf } from './database-of.ts';
import { now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

const next = 'eleven paper boats beside the mill';
const cost = KDF_FLOOR;

let vault: Vault;
let folder = '';
let remove = (): void => {};

beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
});
afterEach(async () => {
  await vault.close();
  remove();
});

const headerPath = (): string => join(folder, 'header.json');

function generation(): number {
  return must(parseHeader(readFileSync(headerPath()))).generation;
}

/** How a passphrase fares: 'open', or why it is refused. */
async function fate(words: string): Promise<string> {
  const opened = await Vault.open({ folder, passphrase: words, worker, now });
  if (!opened.ok) return opened.error.type;
  await opened.value.close();
  return 'open';
}

it('V30: the slot of a new vault is noted; one made before such notes were kept, when its vault is opened', async () => {
  const own = { kind: 'person', person: vault.person, madeAt: now, detail: {}, own: true };
  const noted = async (): Promise<unknown> => [
    must(await vault.slots.list()),
    await vault.query('headerGeneration', undefined),
  ];
  const [slot] = must(await vault.slots.list());
  expect(await noted()).toEqual([[{ id: slot?.id, ...own }], 1]);
  expect(waysIn(folder)).toEqual({ ok: true, value: ['person'] });
  await vault.close();
  const db = await databaseOf(folder);
  db.exec("DELETE FROM slot; DELETE FROM meta WHERE key = 'header-generation'");
  db.close();
  vault = await reopen(folder);
  expect(await noted()).toEqual([[{ id: slot?.id, ...own }], 1]);
});

it('V31: a changed passphrase opens and the one before does not; nothing else of the vault is another', async () => {
  const { draft, words } = await drawSheet(random);
  must(await vault.slots.addRecovery(draft, now));
  const seed = random(32);
  must(
    await vault.slots.addPersonSlot({
      passphrase: 'a colleague with words of her own',
      personSeed: seed,
      at: now,
      cost,
    }),
  );
  const before = must(await vault.slots.list());
  must(await vault.slots.changePassphrase({ passphrase: next, at: now, cost }));
  const after = must(await vault.slots.list());
  // In the place of the old one, and the others as they were.
  expect(after.map(({ kind }) => kind)).toEqual(['person', 'sheet', 'person']);
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(after[0]?.id).not.toBe(before[0]?.id);
  expect(after[0]).toMatchObject({ person: vault.person, own: true });
  expect([generation(), await vault.query('headerGeneration', undefined)]).toEqual([4, 4]);
  const person = vault.person;
  await vault.close();
  expect([await fate(passphrase), await fate(next)]).toEqual(['wrong-passphrase', 'open']);
  const colleague = must(await Vault.open({ folder, passphrase: 'a colleague with words of her own', worker, now }));
  expect(colleague.person).toBe(idFromBytes('PersonKey', signingKeyFromSeed(seed).publicKey));
  await colleague.close();
  // The sheet was made before the change and opens all the same, as the person who made it.
  vault = must(await Vault.openByRecovery({ folder, worker, now }, must(await readSheet(words.join(' ')))));
  expect([vault.person, vault.isCopy, (await vault.condition()).type]).toEqual([person, false, 'sound']);
});

it('V31: after a recovery the new passphrase takes the place of the one that was lost', async () => {
  const { draft, shares } = await drawShares({ threshold: 2, count: 3, random });
  must(await vault.slots.addRecovery(draft, now));
  await vault.close();
  const joined = must(await joinShares(shares.slice(1)));
  vault = must(await Vault.openByRecovery({ folder, worker, now }, { type: 'shares', ...joined }));
  must(await vault.slots.changePassphrase({ passphrase: next, at: now, cost }));
  const slots = must(await vault.slots.list());
  expect(slots.map(({ kind, own, detail }) => ({ kind, own, detail }))).toEqual([
    { kind: 'person', own: true, detail: {} },
    { kind: 'shares', own: false, detail: { threshold: 2, count: 3 } },
  ]);
  await vault.close();
  expect([await fate(passphrase), await fate(next)]).toEqual(['wrong-passphrase', 'open']);
});

it('V30: an older header that is put back, with its passphrase, is refused as older', async () => {
  const old = readFileSync(headerPath());
  must(await vault.slots.changePassphrase({ passphrase: next, at: now, cost }));
  await vault.close();
  const current = readFileSync(headerPath());
  writeFileSync(headerPath(), old);
  expect(await fate(passphrase)).toBe('header-older');
  writeFileSync(headerPath(), current);
  expect(await fate(next)).toBe('open');
  vault = must(await Vault.open({ folder, passphrase: next, worker, now }));
  // Put back while the vault is open: nothing is built on it.
  writeFileSync(headerPath(), old);
  const refused = await vault.slots.changePassphrase({ passphrase, at: now, cost });
  expect(refused).toEqual({ ok: false, error: { type: 'header-older' } });
  expect(readFileSync(headerPath()).equals(old)).toBe(true);
});

it('V30: a header newer than the database knows, as a crash leaves it, is taken up', async () => {
  must(await vault.slots.changePassphrase({ passphrase: next, at: now, cost }));
  await vault.close();
  const db = await databaseOf(folder, next);
  db.exec("UPDATE meta SET value = 1 WHERE key = 'header-generation'");
  db.close();
  vault = must(await Vault.open({ folder, passphrase: next, worker, now }));
  expect(await vault.query('headerGeneration', undefined)).toBe(2);
});

it('V30: slots are taken out with their notes, by slot and by person, and never the last passphrase', async () => {
  const { draft } = await drawSheet(random);
  const sheet = must(await vault.slots.addRecovery(draft, now));
  const seed = random(32);
  const colleague = idFromBytes('PersonKey', signingKeyFromSeed(seed).publicKey);
  must(await vault.slots.addPersonSlot({ passphrase: next, personSeed: seed, at: now, cost }));
  expect(await vault.slots.removeRecovery('00'.repeat(16))).toEqual({ ok: false, error: { type: 'no-such-slot' } });
  const [own] = must(await vault.slots.list());
  expect((await vault.slots.removeRecovery(own?.id ?? '')).ok).toBe(false);
  must(await vault.slots.removeRecovery(sheet));
  expect((await vault.query('slots', undefined)).map(({ kind }) => kind)).toEqual(['person', 'person']);
  expect(must(await vault.slots.removeSlotsOf(colleague))).toBe(1);
  expect((await vault.query('slots', undefined)).map(({ person }) => person)).toEqual([vault.person]);
  expect(await vault.slots.removeSlotsOf(colleague)).toEqual({ ok: false, error: { type: 'no-such-slot' } });
  expect(await vault.slots.removeSlotsOf(vault.person)).toEqual({ ok: false, error: { type: 'last-slot' } });
  await vault.close();
  expect([await fate(next), await fate(passphrase)]).toEqual(['wrong-passphrase', 'open']);
});

it('V8: a vault takes 64 slots and refuses the next by name, with nothing noted', async () => {
  const header = must(readHeader(folder));
  const { vaultKey, personSeed } = must(await openHeader(header, passphrase));
  const { draft } = await drawSheet(random);
  const more = Array.from({ length: 62 }, () => {
    const own = { ...draft, id: Buffer.from(random(16)).toString('hex') };
    return recoverySlot(
      sealRecoverySlot({ vault: header.vault, draft: own, secrets: { vaultKey, personSeed }, random }),
    );
  });
  writeHeader(folder, replaceSlots(header, vaultKey, [...header.slots, ...more]));
  must(await vault.slots.addRecovery(draft, now));
  const refused = await vault.slots.addRecovery({ ...draft, id: 'ab'.repeat(16) }, now);
  expect(refused).toEqual({ ok: false, error: { type: 'too-many-slots', most: 64 } });
  expect([must(await vault.slots.list()).length, (await vault.query('slots', undefined)).length]).toEqual([64, 2]);
});

it('V31: two handles of one vault change its slots one after the other, and neither undoes the other', async () => {
  const other = await reopen(folder);
  const [one, two] = [await drawSheet(random), await drawSheet(random)];
  const done = await Promise.all([vault.slots.addRecovery(one.draft, now), other.slots.addRecovery(two.draft, now)]);
  expect(done.map(({ ok }) => ok)).toEqual([true, true]);
  expect(must(await vault.slots.list()).map(({ kind }) => kind)).toEqual(['person', 'sheet', 'sheet']);
  expect(generation()).toBe(3);
  await other.close();
});

it('V31: once a vault is closed its slots are not touched any more', async () => {
  const before = readFileSync(headerPath());
  await vault.close();
  const { draft } = await drawSheet(random);
  await expect(vault.slots.addRecovery(draft, now)).rejects.toThrow('the vault was closed');
  await expect(vault.slots.changePassphrase({ passphrase: next, at: now, cost })).rejects.toThrow('closed');
  expect(readFileSync(headerPath()).equals(before)).toBe(true);
});
