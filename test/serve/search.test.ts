import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../src/vault/index.ts';
import { filesHolding, temporaryVault } from '../vault/temporary-vault.ts';
import type { Run } from './daybook.ts';
import { runHere } from './run-here.ts';

let vault: Vault;
let folder = '';
let remove = (): void => {};
const examples = join(import.meta.dirname, '../../examples');
const base = mkdtempSync(join(tmpdir(), 'daybook-search-'));
const run = (...args: readonly string[]): Promise<Run> => runHere(base, args, { session: { vault, folder: 'vault' } });

beforeAll(async () => {
  ({ vault, folder, remove } = await temporaryVault());
  const added = await run('add', examples, '--collection', 'samples');
  expect(added.code).toBe(0);
});
afterAll(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

describe('search', () => {
  it('S7: a sample place is found in three scripts, with how the query was read and why each was found', async () => {
    const { code, out } = await run('search', '奥姆雷克州', '--limit', '100');
    expect(code).toBe(0);
    expect(out).toContain('Read as: 奥姆雷克州');
    expect(out).toMatch(/also \[\d+\]/);
    expect(out).toMatch(/«[^»]*Omrek[^»]*»/);
    expect(out).toContain('«옴레크»주');
  });

  it('S15: an addition is taken away by its number, and all by --exact', async () => {
    const all = JSON.parse((await run('search', 'Omrek', '--json', '--limit', '100')).out);
    const numbers = all.terms[0].additions.map(({ number }: { readonly number: number }) => number);
    const none = JSON.parse(
      (await run('search', 'Omrek', '--json', '--limit', '100', '--without', numbers.join())).out,
    );
    const exact = JSON.parse((await run('search', 'Omrek', '--json', '--limit', '100', '--exact')).out);
    expect(all.sources).toBeGreaterThan(none.sources);
    expect(exact.passages).toBe(none.passages);
    expect(exact.terms[0].additions).toEqual([]);
  });

  it('S13: a word after a minus sign is no flag; an unknown flag is told', async () => {
    expect((await run('search', 'Omrek', '-notice')).out).toContain('but not notice');
    const { code, err } = await run('search', 'Omrek', '--exakt');
    expect([code, err]).toEqual([2, expect.stringContaining('--exakt')]);
  });

  it('a batch is answered line by line, in order, with an answer for an empty line', async () => {
    writeFileSync(join(base, 'queries.txt'), 'Omrek\n\n奥姆雷克州\n"');
    const { code, out } = await run('search', '--batch', 'queries.txt', '--json');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.map(({ query }) => query)).toEqual(['Omrek', '', '奥姆雷克州', '"']);
    expect(lines.map(({ hits }) => hits.length > 0)).toEqual([true, false, true, false]);
    expect(Object.keys(lines[0].hits[0])).toEqual(expect.arrayContaining(['source', 'file', 'title', 'snippet']));
  });

  it('S18: a place narrows a search to passages that name it or what lies within it', async () => {
    const { out } = await run('search', 'notice', '--place', 'Omrek Prefecture', '--json', '--limit', '100');
    const wide = JSON.parse((await run('search', 'notice', '--json', '--limit', '100')).out);
    expect(JSON.parse(out).passages).toBeLessThan(wide.passages);
    expect(JSON.parse(out).passages).toBeGreaterThan(0);
    expect((await run('search', 'notice', '--place', 'Atlantis')).code).toBe(7);
  });

  it('what is protected is written over in titles and snippets until it is asked for', async () => {
    const veiled = JSON.parse((await run('search', 'the', '--json', '--any', '--limit', '100')).out);
    const open = JSON.parse((await run('search', 'the', '--json', '--any', '--limit', '100', '--reveal')).out);
    expect(JSON.stringify(veiled.hits)).toContain('▒▒▒');
    expect(JSON.stringify(open.hits)).not.toContain('▒▒▒');
  });

  it('S23: no query is in any file of the vault', async () => {
    const canary = 'xylographquery';
    await run('search', canary);
    await run('search', `Omrek ${canary}`, '--any', '--newest');
    expect(filesHolding(folder, canary)).toEqual([]);
    expect(filesHolding(base, canary)).toEqual([]);
  });

  it.each([
    ['no words', [], 2],
    ['a date that is none', ['Omrek', '--from', '2016-8'], 2],
    ['a kind that is none', ['Omrek', '--kind', 'claim'], 2],
    ['a collection that is none', ['Omrek', '--collection', 'none'], 7],
    ['a batch that is none', ['--batch', 'none.txt'], 7],
    ['a batch and words', ['Omrek', '--batch', 'queries.txt'], 2],
  ])('%s: a sentence', async (_, args, code) => {
    const done = await run('search', ...args);
    expect(done.code).toBe(code);
    expect(done.err).toMatch(/[.?]\s*$/);
  });
});
