import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { compareFolderMarks, markFolder, readDeviceFile, writeDeviceFile } from './device-file.ts';
import { createVaultKey, deriveVaultKeys } from './vault-key.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const { vault, vaultKey } = createVaultKey(random);
const authority = { vault, device: deriveVaultKeys(vault, vaultKey).device };
const seeds = { entrySeed: random(32), checkpointSeed: random(32) };

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-device-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('V14: the two seeds and the mark of the folder come back as they were sealed', () => {
  const folder = temporaryFolder();
  expect(readDeviceFile(folder, authority)).toEqual({ ok: false, error: { type: 'device-missing' } });
  writeDeviceFile(folder, authority, { ...seeds, random });
  expect(readDeviceFile(folder, authority)).toEqual({ ok: true, value: seeds });
  const plainLength = statSync(join(folder, 'device.key')).size;
  const marked = { ...seeds, mark: markFolder(folder, { machine: 'a name of this machine' }) };
  writeDeviceFile(folder, authority, { ...marked, random });
  expect(readDeviceFile(folder, authority)).toEqual({ ok: true, value: marked });
  const { size, mode } = statSync(join(folder, 'device.key'));
  expect([size, mode & 0o777]).toEqual([plainLength, 0o600]);
});

it('V14: a flipped bit in any byte is refused', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'device.key');
  writeDeviceFile(folder, authority, { ...seeds, random });
  const bytes = readFileSync(path);
  for (let at = 0; at < bytes.length; at++) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(path, flipped);
    const read = readDeviceFile(folder, authority);
    expect(read.ok, `byte ${at}`).toBe(false);
  }
});

it('V14: the device file of another vault, another text of it, or a newer one is refused by name', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'device.key');
  writeDeviceFile(folder, authority, { ...seeds, random });
  const damaged = { ok: false, error: { type: 'device-damaged' } };
  expect(readDeviceFile(folder, { ...authority, vault: createVaultKey(random).vault })).toEqual(damaged);
  expect(readDeviceFile(folder, { ...authority, device: random(32) })).toEqual(damaged);
  const text = readFileSync(path, 'utf8');
  for (const wrong of ['', '{}', text.trim(), ` ${text}`, text.replace('{', '{"a":1,'), text.padEnd(20_000)]) {
    writeFileSync(path, wrong);
    expect(readDeviceFile(folder, authority)).toEqual(damaged);
  }
  writeFileSync(path, '{"v":3}');
  expect(readDeviceFile(folder, authority)).toEqual({ ok: false, error: { type: 'device-newer', version: 3 } });
});

it('V14: one seed for both uses is a defect', () => {
  const entrySeed = random(32);
  expect(() => writeDeviceFile(temporaryFolder(), authority, { entrySeed, checkpointSeed: entrySeed, random })).toThrow(
    'must differ',
  );
});

it('V15: a folder that was moved is the same, one that was copied is not', () => {
  const base = temporaryFolder();
  const here = join(base, 'here');
  const moved = join(base, 'moved');
  const copied = join(base, 'copied');
  mkdirSync(here);
  const then = markFolder(here, { machine: 'one' });
  cpSync(here, copied, { recursive: true });
  renameSync(here, moved);
  expect(compareFolderMarks(then, markFolder(moved, { machine: 'one' }))).toBe('same');
  expect(compareFolderMarks(then, markFolder(moved))).toBe('same');
  expect(compareFolderMarks(then, markFolder(moved, { machine: 'two' }))).toBe('copied');
  expect(compareFolderMarks(then, markFolder(copied, { machine: 'one' }))).not.toBe('same');
  const fat = { inode: '5', born: 1_700_000_000_000 };
  expect(compareFolderMarks(fat, { ...fat, inode: '6' })).toBe('unsure');
  expect(compareFolderMarks(fat, { ...fat, born: fat.born + 10 })).toBe('copied');
  expect(compareFolderMarks({ inode: '5', born: 0 }, { inode: '5', born: 0 })).toBe('same');
});
