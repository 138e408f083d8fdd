import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../src/vault/index.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';
import { jsonLines, page, type Run } from './daybook.ts';
import { runHere } from './run-here.ts';

let vault: Vault;
let remove = (): void => {};
const base = mkdtempSync(join(tmpdir(), 'daybook-answers-'));
const run = (...args: readonly string[]): Promise<Run> => runHere(base, args, { session: { vault, folder: 'vault' } });
const ids = new Map<string, string>();

beforeAll(async () => {
  ({ vault, remove } = await temporaryVault());
  writeFileSync(join(base, 'harbour.txt'), page('12,000'));
  writeFileSync(join(base, 'mill.txt'), page('31,000', 'the mill'));
  writeFileSync(
    join(base, 'odd.bin'),
    Uint8Array.from({ length: 200 }, (_, i) => (i * 7) % 256),
  );
  for (const item of jsonLines(
    await run('add', 'harbour.txt', 'mill.txt', 'odd.bin', '--collection', 'shelf', '--json'),
  ))
    if (typeof item['source'] === 'string') ids.set(String(item['file']), item['source']);
  expect(ids.size).toBe(3);
});
afterAll(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

describe('an erasure', () => {
  it('says what each source is and what rests on it before it asks', async () => {
    const harbour = ids.get('harbour.txt') ?? '';
    const [claim] = jsonLines(await run('claims', '--source', harbour, '--json'));
    expect((await run('review', String(claim?.['id']), 'accept', '--reason', 'it says so')).code).toBe(0);
    const [brief] = jsonLines(await run('brief', '--about', 'people harbour', '--out', 'out', '--json'));
    const told = await run('erase', harbour, ids.get('mill.txt') ?? '');
    expect(told.code).toBe(2);
    const [first, rests, second, none] = told.out.split('\n');
    expect(first).toMatch(new RegExp(`^${harbour.slice(0, 8)} · .*harbour\\.txt$`));
    expect(rests).toMatch(
      new RegExp(`^  on it rest 1 accepted claim, brief ${String(brief?.['brief']).slice(0, 8)} of `),
    );
    expect(second).toContain('mill.txt');
    expect(none).toBe('  no accepted claim and no brief rests on it');
    expect(told.out).toContain('1 collection loses one or more of them, and 1 brief loses the sentences');
  });
});

describe('a brief of accepted claims', () => {
  it('counts the sources that have one, in what is printed and in the file, and names the others apart', async () => {
    const told = await run('brief', '--about', 'people harbour', '--out', 'counted');
    const searched = 'Searched the accepted claims of 1 source: 1 has passages about these words, 0 have none.';
    expect(told.out).toContain(searched);
    expect(told.out).toContain('2 sources have no accepted claim at all');
    const file = readdirSync(join(base, 'counted')).find((name) => name.endsWith('.md')) ?? '';
    expect(readFileSync(join(base, 'counted', file), 'utf8')).toContain(searched);
  });
});

// There is no such folder but on Linux.
it.skipIf(!existsSync('/proc/self'))('a backup into a folder that takes none is refused', async () => {
  const told = await run('backup', '/proc/daybook-backup');
  expect([told.code, told.err]).toEqual([1, expect.stringContaining('cannot be made')]);
});

describe('a question of time or language', () => {
  it.each([
    ['search', 'people', '--from', '2016-13'],
    ['search', 'people', '--from', '2016-21'],
    ['search', 'people', '--to', '2016-02-30'],
    ['concordance', 'people', '--from', '2017-02-29'],
    ['claims', '--to', '2016-04-31'],
    ['search', 'people', '--from', '2018', '--to', '2017-12-31'],
    ['concordance', 'people', '--from', '2018', '--to', '2017'],
    ['claims', '--from', '2018-05-02', '--to', '2018-05-01'],
    ['search', 'people', '--lang', 'xx'],
    ['search', 'people', '--lang', 'kor'],
  ])('that cannot be meant is refused: %s %s %s %s', async (...args) => {
    const told = await run(...args);
    expect([told.code, told.out]).toEqual([2, '']);
  });

  it.each([
    ['--from', '2016-02-29', '--to', '2016-02-29'],
    ['--from', '2016', '--to', '2016-01'],
    ['--lang', 'und'],
    ['--lang', 'zh-Hant'],
  ])('that can be is answered: %s %s', async (...args) => {
    expect((await run('search', 'people', ...args)).code).toBe(0);
  });

  it('an impossible day is no date of a note or a consent', async () => {
    expect((await run('add', '--note', 'words', '--when', '2016-02-30')).code).toBe(7);
    expect((await run('consent', ids.get('mill.txt') ?? '', '--set', 'share=given', '--date', '2023-02-29')).code).toBe(
      2,
    );
  });

  it('says beside nothing how many sources could not be read', async () => {
    for (const command of ['search', 'concordance'])
      expect((await run(command, 'zeppelin')).out).toContain('1 source could not be read');
    expect((await run('search', 'people')).out).not.toContain('could not be read');
  });
});

describe('an addition of a search', () => {
  it('is taken away by a number that it has, and no other is taken', async () => {
    const { out } = await run('search', 'people', 'lived', '12,000');
    const numbers = [...out.matchAll(/\[(\d+)\]/g)].map(([, number]) => number);
    expect(numbers.length).toBeGreaterThan(0);
    const [, example = ''] = /--without (\d+(?:,\d+)*)/.exec(out) ?? [];
    expect(example.split(',').every((each) => numbers.includes(each))).toBe(true);
    expect((await run('search', 'people', 'lived', '12,000', '--without', example)).code).toBe(0);
    const refused = await run('search', 'people', 'lived', '12,000', '--without', '9999');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('9999');
  });
});

describe('a line that is not understood', () => {
  it.each([
    [['note', '--help'], "unknown command 'note'. Did you mean add --note?"],
    [['note'], "unknown command 'note'. Did you mean add --note?"],
    [['nonsense', '--help'], "unknown command 'nonsense'"],
    [['help', 'nonsense'], "unknown command 'nonsense'"],
    [['add', '--note', ''], 'it takes words.'],
    [['consent', 'ab', '--withdraw', 'stor'], 'it takes store, share, publish-anonymised, publish-named, court, all.'],
    [['figures', '--collection', ''], 'it takes words.'],
    [['add', '--note', 'hello', 'nosuch.txt'], 'The flag --note takes no files.'],
  ])('says what is the matter, in words of its own: %j', async (args, words) => {
    const told = await run(...args);
    expect([told.code, told.out]).toEqual([2, '']);
    expect(told.err).toContain(words);
    expect(told.err).not.toMatch(/Invalid|Too small/);
  });
});

describe('what did not happen is not counted', () => {
  it('a source that is not in a collection is not removed from it', async () => {
    await run('collection', 'create', 'empty');
    const mill = ids.get('mill.txt') ?? '';
    const removed = await run('collection', 'remove', 'empty', mill);
    expect([removed.code, removed.out]).toEqual([0, 'Removed 0 sources; empty now holds 0. 1 source not in it.\n']);
    expect((await run('collection', 'add', 'empty', mill, mill)).out).toBe('Added 1 source; empty now holds 1.\n');
    expect((await run('collection', 'add', 'empty', mill)).out).toContain('Added 0 sources');
  });

  it('a brief that cannot be written is not recorded', async () => {
    writeFileSync(join(base, 'in-the-way'), '');
    const before = jsonLines(await run('briefs', '--json')).length;
    for (const out of ['in-the-way', 'in-the-way/below'])
      expect(await run('brief', '--about', 'people harbour', '--out', out)).toMatchObject({ code: 7, out: '' });
    expect(jsonLines(await run('briefs', '--json'))).toHaveLength(before);
    expect((await run('brief', '--about', 'zeppelin', '--out', 'new/below')).code).toBe(7);
    expect(existsSync(join(base, 'new'))).toBe(false);
  });
});
