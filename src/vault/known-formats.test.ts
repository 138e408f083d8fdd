/**
 * Files as the first release wrote them, made from fixed bytes in the place of random ones. A vault outlives every build:
 * when one of these changes, a vault of last year no longer opens. They are never updated; a new format gets a new version
 * and its own bytes here beside these.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bytesToHex, hexToBytes, idFromBytes } from '../base/index.ts';
import type { RandomBytes } from './aead.ts';
import { createBlob, readBlob, unwrapBlobKey, wrapBlobKey } from './blob-file.ts';
import known from './data/known-formats.json' with { type: 'json' };
import { readDeviceFile, writeDeviceFile } from './device-file.ts';
import { createHead, readHead } from './head.ts';
import { createHeader, openHeader, parseHeader, personSlot, serialiseHeader } from './header.ts';
import { readShare, shareToWords } from './key-shares.ts';
import { sealPersonSlot } from './key-slot.ts';
import { drawSheet, openRecoverySlot, parseRecoverySlot, readSheet, sealRecoverySlot } from './recovery-slot.ts';
import { createVaultKey, deriveVaultKeys } from './vault-key.ts';

/** 0, 1, 2 …, never the same twice in one run. */
function counting(): RandomBytes {
  let next = 0;
  return (count) => Uint8Array.from({ length: count }, () => next++ % 256);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const passphrase = '등불 seven quiet lanterns';
const cost = { memoryKiB: 32 * 1024, passes: 3, lanes: 4 };
const { vault, vaultKey } = createVaultKey(counting());
const keys = deriveVaultKeys(vault, vaultKey);
const personSeed = new Uint8Array(32).fill(0x11);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-known-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('V10: the keys of a vault are the known ones', () => {
  expect(Object.fromEntries(Object.entries(keys).map(([job, key]) => [job, bytesToHex(key)]))).toEqual(known.keys);
});

it('V7, V8: the known header is written, and opens', async () => {
  const slot = await sealPersonSlot({ vault, passphrase, secrets: { vaultKey, personSeed }, cost, random: counting() });
  const header = createHeader({ vault, vaultKey, slots: [personSlot(slot)] });
  expect(Buffer.from(serialiseHeader(header)).toString('utf8')).toBe(`${known.header}\n`);
  const read = parseHeader(Buffer.from(`${known.header}\n`));
  if (!read.ok) throw new Error(read.error.type);
  expect(await openHeader(read.value, passphrase)).toMatchObject({ ok: true, value: { vaultKey, personSeed } });
});

it('V11: the known head is written, and reads', () => {
  const path = join(temporaryFolder(), 'head');
  const state = {
    device: idFromBytes('DeviceKey', Buffer.alloc(32, 0x22)),
    size: 0x01_0203_0405,
    root: idFromBytes('Sha256', Buffer.alloc(32, 0x33)),
  };
  createHead(path, { vault, headMac: keys.headMac }, state);
  const bytes = readFileSync(path);
  expect([0, 512].map((at) => bytes.subarray(at, at + 92).toString('hex'))).toEqual(known.head.starts);
  expect([0, 512].map((at) => bytes.subarray(at + 480, at + 512).toString('hex'))).toEqual(known.head.macs);
  expect(sha256(bytes)).toBe(known.head.sha256);
  expect(readHead(path, { vault, headMac: keys.headMac })).toEqual({ ok: true, value: { ...state, counter: 1 } });
});

it('V14: the known device file is written, and opens', () => {
  const folder = temporaryFolder();
  const secrets = {
    entrySeed: new Uint8Array(32).fill(0x44),
    checkpointSeed: new Uint8Array(32).fill(0x55),
    mark: { inode: '12345', born: 1_700_000_000_000, machine: '66'.repeat(32) },
  };
  writeDeviceFile(folder, { vault, device: keys.device }, { ...secrets, random: counting() });
  const path = join(folder, 'device.key');
  const bytes = readFileSync(path);
  expect([bytes.length, sha256(bytes)]).toEqual([known.device.length, known.device.sha256]);
  expect(readDeviceFile(folder, { vault, device: keys.device })).toEqual({ ok: true, value: secrets });
});

it('V16: known blobs are written, and read', async () => {
  const folder = temporaryFolder();
  const key = new Uint8Array(32).fill(0x77);
  for (const each of known.blobs) {
    const content = Buffer.alloc(each.length, 'daybook ');
    const blob = await createBlob(folder, key, [content], { random: counting() });
    const bytes = readFileSync(join(folder, blob.name));
    expect({ ...each, start: bytes.subarray(0, 48).toString('hex'), size: bytes.length, file: sha256(bytes) }).toEqual(
      each,
    );
    const read = await readBlob(folder, blob.name, key);
    if (!read.ok) throw new Error(read.error.type);
    const parts: Uint8Array[] = [];
    for await (const part of read.value) parts.push(part);
    expect(Buffer.concat(parts).equals(content)).toBe(true);
  }
});

it('V19: the known wrapped key is made, and opens', () => {
  const name = '88'.repeat(16);
  const key = new Uint8Array(32).fill(0x77);
  expect(bytesToHex(wrapBlobKey(keys.blobWrap, name, key, { random: counting() }))).toBe(known.wrappedKey);
  expect(unwrapBlobKey(keys.blobWrap, name, hexToBytes(known.wrappedKey))).toEqual(Buffer.from(key));
});

it('V26, V27: the known sheet is made, and opens', async () => {
  const random = counting();
  const { draft, words } = await drawSheet(random);
  expect(words.join(' ')).toBe(known.recovery.sheetWords);
  const secrets = { vaultKey, personSeed };
  expect(sealRecoverySlot({ vault, draft, secrets, random })).toEqual(known.recovery.slot);
  const slot = parseRecoverySlot(known.recovery.slot);
  const key = await readSheet(known.recovery.sheetWords);
  if (slot === undefined || !key.ok) throw new Error('the known sheet is not read');
  expect(await openRecoverySlot(slot, { vault, key: key.value })).toEqual(secrets);
});

it('V28: the known share is written, and read', async () => {
  const bytes = Uint8Array.from({ length: 33 }, (_, i) => 100 + i);
  const share = { slot: known.recovery.slot.id, threshold: 2, count: 3, number: 1, bytes };
  expect((await shareToWords(share)).join(' ')).toBe(known.recovery.shareWords);
  expect(await readShare(known.recovery.shareWords)).toEqual({ ok: true, value: share });
});

it('V32: the known key has the known name', () => {
  expect(bytesToHex(deriveVaultKeys(vault, vaultKey).keyId)).toBe(known.recovery.keyId);
});
