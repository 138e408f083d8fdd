import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  createHeader,
  type Header,
  openHeader,
  parseHeader,
  personSlot,
  readHeader,
  replaceSlots,
  serialiseHeader,
  writeHeader,
} from './header.ts';
import { KDF_FLOOR, sealPersonSlot } from './key-slot.ts';
import { createVaultKey } from './vault-key.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const passphrases = ['seven quiet lanterns above the wall', 'a second person with other words'] as const;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-header-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function twoPersons(): Promise<{ header: Header; vaultKey: Uint8Array }> {
  const { vault, vaultKey } = createVaultKey(random);
  const slots = [];
  for (const passphrase of passphrases) {
    const secrets = { vaultKey, personSeed: random(32) };
    slots.push(personSlot(await sealPersonSlot({ vault, passphrase, secrets, cost: KDF_FLOOR, random })));
  }
  return { header: createHeader({ vault, vaultKey, slots }), vaultKey };
}

it('V8, V9: each of two persons opens the vault with their own passphrase', async () => {
  const folder = temporaryFolder();
  const { header, vaultKey } = await twoPersons();
  writeHeader(folder, header);
  expect(readdirSync(folder)).toEqual(['header.json']);
  expect(statSync(join(folder, 'header.json')).mode & 0o777).toBe(0o600);
  const read = readHeader(folder);
  expect(read).toEqual({ ok: true, value: header });
  for (const [index, passphrase] of passphrases.entries()) {
    const opened = await openHeader(header, passphrase);
    const slot = header.slots[index];
    expect(opened).toMatchObject({ ok: true, value: { vaultKey, generation: 1 } });
    expect(opened.ok && slot?.type === 'person' && opened.value.slot === slot.slot.id).toBe(true);
  }
  expect(await openHeader(header, 'words of nobody')).toEqual({ ok: false, error: { type: 'wrong-passphrase' } });
});

it('V8: the file holds vault, generation, slots and a MAC, and nothing that tells whose they are', async () => {
  const { header } = await twoPersons();
  const text = Buffer.from(serialiseHeader(header)).toString('utf8');
  const value = JSON.parse(text);
  expect(Object.keys(value)).toEqual(['generation', 'mac', 'slots', 'v', 'vault']);
  expect(Object.keys(value.slots[0])).toEqual(['id', 'kdf', 'kind', 'nonce', 'sealed']);
});

it('V8, V9: a flipped bit anywhere in the header is refused', async () => {
  const { header } = await twoPersons();
  const bytes = serialiseHeader(header);
  const step = process.env['SLOW'] === '1' ? 1 : 9;
  const verdicts = new Map<string, number>();
  for (let at = 0; at < bytes.length; at += step) {
    const flipped = Uint8Array.from(bytes);
    flipped[at] = (bytes[at] ?? 0) ^ (1 << (at % 7));
    const parsed = parseHeader(flipped);
    const opened = parsed.ok ? await openHeader(parsed.value, passphrases[0]) : parsed;
    expect(opened.ok, `byte ${at}`).toBe(false);
    if (!opened.ok) verdicts.set(opened.error.type, (verdicts.get(opened.error.type) ?? 0) + 1);
  }
  expect([...verdicts.keys()].toSorted()).toEqual(expect.arrayContaining(['header-damaged', 'header-forged']));
});

it('V9: slots taken away, doubled, swapped or brought from elsewhere are refused as forged', async () => {
  const [{ header }, other] = await Promise.all([twoPersons(), twoPersons()]);
  const [first, second] = header.slots;
  const [strange] = other.header.slots;
  if (!first || !second || !strange) throw new Error('two slots each');
  const forged = { ok: false, error: { type: 'header-forged' } };
  for (const slots of [[first], [second, first], [first, second, strange], [first, strange]]) {
    expect(await openHeader({ ...header, slots }, passphrases[0])).toEqual(forged);
  }
  expect(await openHeader({ ...header, generation: 2 }, passphrases[0])).toEqual(forged);
  expect(parseHeader(serialiseHeader({ ...header, slots: [first, first] }))).toEqual({
    ok: false,
    error: { type: 'header-damaged' },
  });
  // Under another vault's id no slot opens, since each is bound to its own.
  expect(await openHeader({ ...header, vault: other.header.vault }, passphrases[0])).toEqual({
    ok: false,
    error: { type: 'wrong-passphrase' },
  });
});

it('V9: one slot with an absurd cost refuses the header before any slot is tried', async () => {
  const { header } = await twoPersons();
  const [first, second] = header.slots;
  if (first?.type !== 'person' || !second) throw new Error('two slots');
  const kdf = { ...first.slot.kdf, memoryKiB: 2 ** 40 };
  const slots = [second, personSlot({ ...first.slot, kdf })];
  expect(await openHeader({ ...header, slots }, passphrases[1])).toMatchObject({
    ok: false,
    error: { type: 'kdf-out-of-bounds', cost: { memoryKiB: 2 ** 40 } },
  });
});

it('V8: a slot of a kind to come is kept as it is and protected like the others', async () => {
  const { header, vaultKey } = await twoPersons();
  const json = { id: 'ab'.repeat(16), kind: 'recovery', shares: [{ x: 1, y: '등불' }], of: { k: 2, n: 3 }, note: null };
  const wider = replaceSlots(header, vaultKey, [
    ...header.slots,
    { type: 'unknown', id: json.id, kind: json.kind, json },
  ]);
  const read = parseHeader(serialiseHeader(wider));
  expect(read).toEqual({ ok: true, value: wider });
  expect(wider.generation).toBe(2);
  expect((await openHeader(wider, passphrases[1])).ok).toBe(true);
  const text = Buffer.from(serialiseHeader(wider)).toString('utf8');
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const withNote = (levels: number): boolean =>
    parseHeader(Buffer.from(text.replace('"note":null', `"note":${nested(levels)}`))).ok;
  expect([withNote(5), withNote(6)]).toEqual([true, false]);
  const changed = parseHeader(Buffer.from(text.replace('"k":2', '"k":1')));
  if (!changed.ok) throw new Error(changed.error.type);
  expect(await openHeader(changed.value, passphrases[1])).toEqual({ ok: false, error: { type: 'header-forged' } });
});

it('V8: a missing, damaged or newer header says which it is', async () => {
  const folder = temporaryFolder();
  expect(readHeader(folder)).toEqual({ ok: false, error: { type: 'header-missing' } });
  const { header } = await twoPersons();
  const text = Buffer.from(serialiseHeader(header)).toString('utf8');
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  const damaged = [
    '',
    '{}',
    'null',
    text.slice(0, -1),
    text.slice(0, 100),
    `${text}\n`,
    `\uFEFF${text}`,
    text.replace('{', '{ '),
    text.replace('{', '{"generation":1,'),
    text.replace('"generation":1', '"generation":1.0'),
    text.replace('"generation":1', '"generation":0'),
    text.replace('{', '{"name":"x",'),
    text.replace(/"slots":\[.*\],"v"/, '"slots":[],"v"'),
    text.replace(/"slots":\[.*\],"v"/, `"slots":[${deep}],"v"`),
    text.padEnd(300_000),
  ];
  for (const each of damaged) {
    writeFileSync(join(folder, 'header.json'), each);
    expect(readHeader(folder), each.slice(0, 60)).toEqual({ ok: false, error: { type: 'header-damaged' } });
  }
  expect(parseHeader(Uint8Array.of(0xff, 0xfe))).toEqual({ ok: false, error: { type: 'header-damaged' } });
  writeFileSync(join(folder, 'header.json'), '{"v":2,"anything":["else"]}');
  expect(readHeader(folder)).toEqual({ ok: false, error: { type: 'header-newer', version: 2 } });
});
