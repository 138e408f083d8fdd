import { execFileSync } from 'node:child_process';
import { hkdfSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bytesToHex, hexToBytes } from '../../src/base/index.ts';
import { unseal } from '../../src/vault/aead.ts';
import {
  createHeader,
  type Header,
  type HeaderSlot,
  openHeader,
  openHeaderByRecovery,
  parseHeader,
  personSlot,
  recoverySlot,
  serialiseHeader,
} from '../../src/vault/header.ts';
import { joinShares, readShare, shareToWords } from '../../src/vault/key-shares.ts';
import { KDF_FLOOR, sealPersonSlot } from '../../src/vault/key-slot.ts';
import { firstIdentity } from '../../src/vault/office-key.ts';
import {
  drawOffice,
  drawShares,
  drawSheet,
  openRecoverySlot,
  parseRecoverySlot,
  type RecoveryKey,
  type RecoverySlot,
  readSheet,
  sealRecoverySlot,
} from '../../src/vault/recovery-slot.ts';
import { createVaultKey } from '../../src/vault/vault-key.ts';
import { random } from '../random.ts';

const passphrase = 'seven quiet lanterns above the wall';
const { vault, vaultKey } = createVaultKey(random);
const secrets = { vaultKey, personSeed: random(32) };

/** A key pair as Debian's age-keygen makes it: the file's text and the recipient. */
function officeKey(): { readonly file: string; readonly recipient: string } {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-age-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'office.txt');
  execFileSync('age-keygen', ['-o', path], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', path], { encoding: 'utf8' }).trim();
  return { file: readFileSync(path, 'utf8'), recipient };
}

interface Ways {
  readonly slots: readonly RecoverySlot[];
  readonly keys: Readonly<Record<'sheet' | 'office' | 'shares', RecoveryKey>>;
}

async function everyWay(): Promise<Ways> {
  const { file, recipient } = officeKey();
  const sheet = await drawSheet(random);
  const office = await drawOffice(recipient, random);
  const shares = await drawShares({ threshold: 2, count: 3, random });
  if (!office.ok) throw new Error(office.error.type);
  const drafts = [sheet.draft, office.value, shares.draft];
  const words = await readSheet(sheet.words.join(' '));
  const joined = await joinShares(shares.shares.slice(1));
  const identity = firstIdentity(file);
  if (!words.ok || !joined.ok || identity === undefined) throw new Error('what was made is not read');
  return {
    slots: drafts.map((draft) => sealRecoverySlot({ vault, draft, secrets, random })),
    keys: {
      sheet: words.value,
      office: { type: 'office', identity },
      shares: { type: 'shares', ...joined.value },
    },
  };
}

async function headerWith(slots: readonly HeaderSlot[]): Promise<Header> {
  const person = await sealPersonSlot({ vault, passphrase, secrets, cost: KDF_FLOOR, random });
  return createHeader({ vault, vaultKey, slots: [personSlot(person), ...slots] });
}

it("V26: sheet, office and shares each restore the vault key and their maker's signing key", async () => {
  const { slots, keys } = await everyWay();
  const read = parseHeader(serialiseHeader(await headerWith(slots.map(recoverySlot))));
  if (!read.ok) throw new Error(read.error.type);
  expect(read.value.slots.map(({ type }) => type)).toEqual(['person', 'recovery', 'recovery', 'recovery']);
  for (const [i, kind] of (['sheet', 'office', 'shares'] as const).entries()) {
    const opened = await openHeaderByRecovery(read.value, keys[kind]);
    expect(opened, kind).toMatchObject({ ok: true, value: { ...secrets, slot: slots[i]?.id } });
  }
  expect((await openHeader(read.value, passphrase)).ok).toBe(true);
});

it('V26: the sealing is as the page has it, written out by hand', async () => {
  const { draft } = await drawSheet(random);
  const slot = sealRecoverySlot({ vault, draft, secrets, random });
  const key = new Uint8Array(hkdfSync('sha256', draft.secret, hexToBytes(slot.id), 'daybook/v1/recovery-slot', 32));
  const plain = unseal(hexToBytes(slot.sealed), {
    key,
    nonce: hexToBytes(slot.nonce),
    associated: new TextEncoder().encode(
      `{"format":"daybook/slot/v1","id":"${slot.id}","kind":"sheet","vault":"${vault}"}`,
    ),
  });
  expect(plain && bytesToHex(plain)).toBe(bytesToHex(vaultKey) + bytesToHex(secrets.personSeed));
  expect(Object.keys(slot).toSorted()).toEqual(['id', 'kind', 'nonce', 'sealed']);
});

it('V26: a slot given another id, kind or nonce, or moved from another vault, opens nothing', async () => {
  const { slots, keys } = await everyWay();
  const stranger = createVaultKey(random).vault;
  for (const [i, kind] of (['sheet', 'office', 'shares'] as const).entries()) {
    const [slot, other] = [slots[i], slots[(i + 1) % 3]];
    if (slot === undefined || other === undefined) throw new Error('three slots');
    const open = (each: RecoverySlot, of = vault): unknown => openRecoverySlot(each, { vault: of, key: keys[kind] });
    expect(await open(slot)).toEqual(secrets);
    expect(await open(slot, stranger)).toBeUndefined();
    for (const edited of [{ id: other.id }, { nonce: other.nonce }, { sealed: other.sealed }]) {
      expect(await open({ ...slot, ...edited }), kind).toBeUndefined();
    }
    if (slot.kind !== 'office') {
      const turned = slot.kind === 'sheet' ? 'shares' : 'sheet';
      expect(await open({ ...slot, kind: turned })).toBeUndefined();
    }
  }
});

it('V26: a recovery slot brought from another vault, swapped or taken away is refused as forged', async () => {
  const { slots } = await everyWay();
  const header = await headerWith(slots.map(recoverySlot));
  const other = createVaultKey(random);
  const { draft } = await drawSheet(random);
  const foreign = sealRecoverySlot({
    vault: other.vault,
    draft,
    secrets: { vaultKey: other.vaultKey, personSeed: random(32) },
    random,
  });
  const [person, first, second, third] = header.slots;
  if (!person || !first || !second || !third) throw new Error('four slots');
  for (const changed of [
    [person, first, second, third, recoverySlot(foreign)],
    [person, recoverySlot(foreign), second, third],
    [person, second, first, third],
    [person, first, second],
  ]) {
    expect(await openHeader({ ...header, slots: changed }, passphrase)).toEqual({
      ok: false,
      error: { type: 'header-forged' },
    });
    // Beside the strange slot its own sheet finds another vault's key, under which this header's MAC is wrong too.
    const opened = await openHeaderByRecovery({ ...header, slots: changed }, { type: 'sheet', secret: draft.secret });
    expect(opened.ok).toBe(false);
  }
});

it('V26: what is not exactly a slot of these kinds makes the header damaged, and other kinds are kept', async () => {
  const { slots } = await everyWay();
  const [sheet, office] = slots;
  if (sheet === undefined || office?.kind !== 'office') throw new Error('a sheet and an office');
  const wrong: readonly unknown[] = [
    null,
    { ...sheet, note: 'x' },
    { ...sheet, wrapped: office.wrapped },
    { ...sheet, id: sheet.id.toUpperCase() },
    { ...sheet, sealed: sheet.sealed.slice(2) },
    { ...sheet, nonce: '' },
    { id: office.id, kind: 'office', nonce: office.nonce, sealed: office.sealed },
    { ...office, wrapped: '' },
    { ...office, wrapped: `${office.wrapped.slice(0, -4)}!!!!` },
    { ...office, wrapped: 'A'.repeat(4100) },
    { ...office, wrapped: ` ${office.wrapped}` },
  ];
  expect(wrong.map(parseRecoverySlot)).toEqual(wrong.map(() => undefined));
  const header = await headerWith([recoverySlot(sheet)]);
  const text = Buffer.from(serialiseHeader(header)).toString('utf8');
  const edited = text.replace(`"kind":"sheet"`, `"kind":"sheet","n":1`);
  expect(parseHeader(Buffer.from(edited))).toEqual({ ok: false, error: { type: 'header-damaged' } });
  const toCome = parseHeader(Buffer.from(edited.replace('"kind":"sheet"', '"kind":"sheet-of-2030"')));
  expect(toCome.ok && toCome.value.slots.map(({ type }) => type)).toEqual(['person', 'unknown']);
});

it('V8: 64 slots are a header, 65 are none', async () => {
  const slots: HeaderSlot[] = [];
  for (let i = 0; i < 64; i++) {
    const { draft } = await drawSheet(random);
    slots.push(recoverySlot(sealRecoverySlot({ vault, draft, secrets, random })));
  }
  const full = createHeader({ vault, vaultKey, slots });
  expect(parseHeader(serialiseHeader(full))).toEqual({ ok: true, value: full });
  expect(() => createHeader({ vault, vaultKey, slots: [...slots, ...slots.slice(0, 1)] })).toThrow('1 to 64 slots');
  const { draft } = await drawSheet(random);
  const one = recoverySlot(sealRecoverySlot({ vault, draft, secrets, random }));
  expect(parseHeader(serialiseHeader({ ...full, slots: [...slots, one] }))).toEqual({
    ok: false,
    error: { type: 'header-damaged' },
  });
});

it('V29: what is sealed to an office, stock age opens with the identity, and another identity opens nothing', async () => {
  const { file, recipient } = officeKey();
  const folder = mkdtempSync(join(tmpdir(), 'daybook-age-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const draft = await drawOffice(recipient, random);
  if (!draft.ok || draft.value.kind !== 'office') throw new Error('no draft');
  writeFileSync(join(folder, 'identity'), file);
  writeFileSync(join(folder, 'wrapped'), draft.value.wrapped);
  const opened = execFileSync('age', ['-d', '-i', join(folder, 'identity'), join(folder, 'wrapped')]);
  expect(opened.equals(draft.value.secret)).toBe(true);

  // And what stock age sealed to the recipient, the slot opens.
  writeFileSync(join(folder, 'secret'), draft.value.secret);
  const wrapped = execFileSync('age', ['-r', recipient, join(folder, 'secret')]);
  const slot = sealRecoverySlot({ vault, draft: { ...draft.value, wrapped }, secrets, random });
  const identity = firstIdentity(file) ?? '';
  expect(await openRecoverySlot(slot, { vault, key: { type: 'office', identity } })).toEqual(secrets);
  const strange = firstIdentity(officeKey().file) ?? '';
  expect(await openRecoverySlot(slot, { vault, key: { type: 'office', identity: strange } })).toBeUndefined();
});

it('V29: only an age recipient is taken, and only the first identity of a file', async () => {
  const { file, recipient } = officeKey();
  const last = recipient.at(-1) === 'q' ? 'p' : 'q';
  const wrong = [
    '',
    'age1',
    recipient.slice(0, -1),
    recipient.slice(0, -1) + last,
    recipient.toUpperCase(),
    ` ${recipient}`,
    'age1pq1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
    firstIdentity(file) ?? '',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL',
  ];
  for (const each of wrong) {
    expect(await drawOffice(each, random), each).toEqual({ ok: false, error: { type: 'recipient-not-one' } });
  }
  expect(firstIdentity(`# a note\r\n\r\n  ${firstIdentity(file)}\r\nAGE-SECRET-KEY-1X\n`)).toBe(firstIdentity(file));
  expect(firstIdentity('-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24=\n')).toBeUndefined();
  expect(firstIdentity(recipient)).toBeUndefined();
});

it('V28: a set of shares opens its own slot and no other', async () => {
  const one = await drawShares({ threshold: 2, count: 2, random });
  const two = await drawShares({ threshold: 2, count: 2, random });
  const slots = [one, two].map(({ draft }) => recoverySlot(sealRecoverySlot({ vault, draft, secrets, random })));
  const header = await headerWith(slots);
  const texts = await Promise.all(two.shares.map(async (share) => (await shareToWords(share)).join(' ')));
  const shares = [];
  for (const text of texts) {
    const share = await readShare(text);
    if (share.ok) shares.push(share.value);
  }
  const joined = await joinShares(shares);
  if (!joined.ok) throw new Error(joined.error.type);
  const key: RecoveryKey = { type: 'shares', ...joined.value };
  expect(await openHeaderByRecovery(header, key)).toMatchObject({ ok: true, value: { slot: two.draft.id } });
  const nothing = { ok: false, error: { type: 'recovery-opens-nothing' } };
  expect(await openHeaderByRecovery(header, { ...key, slot: one.draft.id })).toEqual(nothing);
  expect(await openHeaderByRecovery(header, { ...key, secret: random(32) })).toEqual(nothing);
  expect(await openHeaderByRecovery(await headerWith(slots.slice(0, 1)), key)).toEqual(nothing);
});
