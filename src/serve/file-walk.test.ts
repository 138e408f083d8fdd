import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkPaths } from './file-walk.ts';

describe('what is found under the paths that were named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-walk-'));
  beforeAll(() => {
    for (const name of ['in/sub/deep', 'in/daybook-vault', 'in/.git'])
      mkdirSync(join(folder, name), { recursive: true });
    for (const name of [
      'in/b.txt',
      'in/a.txt',
      'in/sub/deep/c.txt',
      'in/.secret',
      'in/.git/x',
      'in/daybook-vault/daybook.db',
    ]) {
      writeFileSync(join(folder, name), name);
    }
    symlinkSync('a.txt', join(folder, 'in/link'));
    symlinkSync('..', join(folder, 'in/sub/loop'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const walk = (...paths: readonly string[]) =>
    [...walkPaths(paths, { folder, vault: join(folder, 'in/daybook-vault') })].map((found) =>
      found.type === 'file' ? [found.shown, found.fileName] : [found.shown, `${found.type}: ${found.why}`],
    );

  it('folders are gone through by name; hidden files, links and the vault itself are left out', () => {
    expect(walk('in')).toEqual([
      ['in/.git', 'skipped: hidden'],
      ['in/.secret', 'skipped: hidden'],
      ['in/a.txt', 'a.txt'],
      ['in/b.txt', 'b.txt'],
      ['in/link', 'skipped: link'],
      ['in/sub/deep/c.txt', 'sub/deep/c.txt'],
      ['in/sub/loop', 'skipped: link'],
    ]);
  });

  it('what is named itself is taken, also when it is hidden or a link', () => {
    expect(walk('in/.secret', 'in/link', 'none.txt', 'in/a.txt/x', 'none\uFFFD.txt')).toEqual([
      ['in/.secret', '.secret'],
      ['in/link', 'link'],
      ['none.txt', 'unreachable: missing'],
      ['in/a.txt/x', 'unreachable: missing'],
      ['none\uFFFD.txt', 'unreachable: name-not-utf8'],
    ]);
  });

  it('a folder below too many others is told as that, and what lies above it is taken', () => {
    const chain = ['deep', ...Array.from({ length: 65 }, () => 'f')];
    mkdirSync(join(folder, ...chain), { recursive: true });
    writeFileSync(join(folder, ...chain.slice(0, -1), 'last.txt'), 'x');
    writeFileSync(join(folder, ...chain, 'beyond.txt'), 'x');
    expect(walk('deep')).toEqual([
      [join(...chain), 'unreachable: too-deep'],
      [join(...chain.slice(0, -1), 'last.txt'), [...chain.slice(1, -1), 'last.txt'].join('/')],
    ]);
  });
});
