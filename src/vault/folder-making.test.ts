import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeFolders } from './folder-making.ts';

const base = mkdtempSync(join(tmpdir(), 'daybook-folders-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

it('folders that are missing are made for their owner alone, and the topmost of them is told', () => {
  expect(makeFolders(join(base, 'a', 'b', 'c'))).toBe(join(base, 'a'));
  expect(statSync(join(base, 'a', 'b', 'c')).mode & 0o777).toBe(0o700);
  expect(makeFolders(join(base, 'a', 'b'))).toBeUndefined();
});

it('a file in the way is told as one, whether it is the folder or above it', () => {
  writeFileSync(join(base, 'file'), '');
  expect(() => makeFolders(join(base, 'file'))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  expect(() => makeFolders(join(base, 'file', 'x'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
});

// There is no such folder but on Linux.
it.skipIf(!existsSync('/proc/self'))('a folder that takes none is told, and not tried for ever', () => {
  expect(() => makeFolders('/proc/daybook/x')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});
