import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { idFromBytes } from '../base/index.ts';
import { advanceHead, createHead, type HeadState, readHead } from './head.ts';
import { createVaultKey, deriveVaultKeys } from './vault-key.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const { vault, vaultKey } = createVaultKey(random);
const authority = { vault, headMac: deriveVaultKeys(vault, vaultKey).headMac };
const device = idFromBytes('DeviceKey', random(32));
const stateAt = (size: number): HeadState => ({ device, size, root: idFromBytes('Sha256', Buffer.alloc(32, size)) });

function headFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-head-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'head');
}

it('V11: what was written last is read, and the file stays 1,024 bytes', () => {
  const path = headFile();
  expect(createHead(path, authority, stateAt(0))).toEqual({ ...stateAt(0), counter: 1 });
  expect(readHead(path, authority)).toEqual({ ok: true, value: { ...stateAt(0), counter: 1 } });
  for (let size = 1; size <= 9; size++) {
    const head = { ok: true, value: { ...stateAt(size), counter: size + 1 } };
    expect(advanceHead(path, authority, stateAt(size))).toEqual(head);
    expect(readHead(path, authority)).toEqual(head);
    const { size: length, mode } = statSync(path);
    expect([length, mode & 0o777]).toEqual([1024, 0o600]);
  }
});

it('V12: any flipped byte is found, and the other slot is used and named', () => {
  const path = headFile();
  createHead(path, authority, stateAt(0));
  for (let size = 1; size <= 3; size++) advanceHead(path, authority, stateAt(size));
  const bytes = readFileSync(path);
  const newest = { ...stateAt(3), counter: 4, warning: { type: 'slot-damaged', slot: 1 } };
  const before = { ...stateAt(2), counter: 3, warning: { type: 'slot-damaged', slot: 0 } };
  for (let at = 0; at < bytes.length; at++) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(path, flipped);
    expect(readHead(path, authority), `byte ${at}`).toEqual({ ok: true, value: at < 512 ? before : newest });
  }
});

it('V12: a torn write leaves the head before it, and the next write repairs the slot', () => {
  const path = headFile();
  createHead(path, authority, stateAt(0));
  advanceHead(path, authority, stateAt(1));
  const before = readFileSync(path);
  advanceHead(path, authority, stateAt(2));
  const after = readFileSync(path);
  // Counter 3 went to the second slot: any part of it may have reached the disk.
  for (const torn of [1, 20, 100, 300, 511]) {
    writeFileSync(path, Buffer.concat([after.subarray(0, 512 + torn), before.subarray(512 + torn)]));
    const read = readHead(path, authority);
    expect(read.ok && [read.value.size, read.value.counter]).toEqual([1, 2]);
    expect(advanceHead(path, authority, stateAt(5))).toEqual({ ok: true, value: { ...stateAt(5), counter: 3 } });
    expect(readHead(path, authority)).toEqual({ ok: true, value: { ...stateAt(5), counter: 3 } });
  }
});

it('V12: a head with no valid slot, of another length, vault or key is refused', () => {
  const path = headFile();
  expect(readHead(path, authority)).toEqual({ ok: false, error: { type: 'head-missing' } });
  createHead(path, authority, stateAt(4));
  const bytes = readFileSync(path);
  const other = createVaultKey(random);
  const damaged = { ok: false, error: { type: 'head-damaged' } };
  expect(readHead(path, { ...authority, vault: other.vault })).toEqual(damaged);
  expect(readHead(path, { ...authority, headMac: random(32) })).toEqual(damaged);
  const swapped = Buffer.concat([bytes.subarray(512), bytes.subarray(0, 512)]);
  for (const wrong of [Buffer.alloc(1024), bytes.subarray(0, 512), Buffer.concat([bytes, bytes]), swapped]) {
    writeFileSync(path, wrong);
    expect(readHead(path, authority)).toEqual(damaged);
    expect(advanceHead(path, authority, stateAt(5))).toEqual(damaged);
    expect(readFileSync(path)).toEqual(wrong);
  }
});

it('V12: an old slot put back in its place is named, since it does not follow the other', () => {
  const path = headFile();
  createHead(path, authority, stateAt(0));
  const old = readFileSync(path);
  for (let size = 1; size <= 4; size++) advanceHead(path, authority, stateAt(size));
  const now = readFileSync(path);
  writeFileSync(path, Buffer.concat([old.subarray(0, 512), now.subarray(512)]));
  expect(readHead(path, authority)).toEqual({
    ok: true,
    value: { ...stateAt(4), counter: 5, warning: { type: 'slot-damaged', slot: 0 } },
  });
});

it('V12: a head of a newer format says so', () => {
  const path = headFile();
  createHead(path, authority, stateAt(0));
  const bytes = readFileSync(path);
  for (const at of [8, 520]) bytes.writeUInt32BE(2, at);
  writeFileSync(path, bytes);
  expect(readHead(path, authority)).toEqual({ ok: false, error: { type: 'head-newer', version: 2 } });
});
