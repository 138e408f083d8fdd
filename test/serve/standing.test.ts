import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_PACK } from '../../src/read/figures/gold-set.ts';
import type { Vault } from '../../src/vault/index.ts';
import { addLayered } from '../search/layered-source.ts';
import { backUp, restoreTo } from '../vault/backups.ts';
import { giveAll } from '../vault/give-all.ts';
import { keysOf } from '../vault/peers.ts';
import { pagesHolding, plainPages } from '../vault/plain-pages.ts';
import { reopen, temporaryVault } from '../vault/temporary-vault.ts';
import type { Run } from './daybook.ts';
import { runHere } from './run-here.ts';

let vault: Vault;
let folder = '';
let remove = (): void => {};
let base = '';
beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
  base = mkdtempSync(join(tmpdir(), 'daybook-standing-'));
});
afterEach(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

const run = (...args: readonly string[]): Promise<Run> => runHere(base, args, { session: { vault, folder: 'vault' } });
/** A source that is read too: what nobody read is written over whole. */
const add = (of: Vault, text: string, options: Parameters<typeof addLayered>[2] = {}): ReturnType<typeof addLayered> =>
  addLayered(of, text, { ...options, pack: SAMPLE_PACK });
const jsonOf = ({
  out,
}: Run): readonly {
  readonly name: string;
  readonly sources: number;
  readonly hits: readonly { readonly source: string }[];
}[] =>
  out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Pages of the database, decrypted, and of its log that hold some words. */
async function pagesWith(words: string): Promise<number> {
  await vault.close();
  const count = pagesHolding(plainPages(folder, (await keysOf(folder)).keys.database), words);
  vault = await reopen(folder);
  return count;
}

describe('kept searches', () => {
  it('S27: what comes after a search was kept and matches is listed until somebody has looked', async () => {
    await add(vault, 'Guards at the Tumen River, as before.');
    const kept = await run('search', 'Tumen', 'guards', '--keep', 'guards on the river');
    expect([kept.code, kept.out]).toEqual([0, expect.stringContaining('Kept as guards on the river')]);
    expect((await run('today')).out).toContain('nothing new');
    const { source } = await add(vault, 'More guards were seen along the Tumen.');
    await add(vault, 'The market of another town.');
    const [found] = jsonOf(await run('today', '--json'));
    expect([found?.name, found?.sources, found?.hits.map((hit) => hit.source)]).toEqual([
      'guards on the river',
      1,
      [source],
    ]);
    expect((await run('today')).out).toMatch(/1 new source\n[\s\S]*«guards»[\s\S]*today --seen/);
    expect((await run('today', '--seen')).out).toContain('looked at from now on');
    expect((await run('today')).out).toContain('nothing new');
    // A newer text of a source that was looked at is new again.
    await add(vault, 'A second edition: guards, the Tumen, and dogs.', { source });
    expect(jsonOf(await run('today', '--json'))[0]?.sources).toBe(1);
    expect((await vault.verify(() => {})).faults).toEqual([]);
  });

  it('S27: a question that stands is not widened to any of its words', async () => {
    await run('search', 'guards', 'volcano', '--keep', 'both');
    await add(vault, 'Guards alone.');
    expect(jsonOf(await run('today', '--json'))[0]?.sources).toBe(0);
  });

  it('S27: what a colleague wrote before it was looked at, and what comes only later, is new', async () => {
    const [place, restored] = [join(base, 'backup'), join(base, 'restored')];
    await backUp(vault, place);
    await restoreTo(place, restored);
    const other = await reopen(restored);
    const { source } = await add(other, 'The river rose.');
    for (let n = 0; n < 4; n++) await add(vault, `A river, ${n}.`);
    await run('search', 'river', '--keep', 'river');
    expect((await run('today', '--seen')).out).toContain('nothing new');
    await giveAll(other, vault);
    await other.close();
    const [found] = jsonOf(await run('today', '--json'));
    expect(found?.hits.map((hit) => hit.source)).toEqual([source]);
  });

  it('S27: keeping under a known name takes its place; giving up erases the words', async () => {
    await run('search', 'river', '--keep', 'mine');
    await run('search', 'zygodactyl', '--keep', 'mine', '--lang', 'en');
    expect(await vault.query('keptSearches', undefined)).toMatchObject([
      { name: 'mine', query: 'zygodactyl', language: 'en' },
    ]);
    expect(await pagesWith('zygodactyl')).toBeGreaterThan(0);
    expect((await run('search', '--forget', 'mine')).out).toContain('given up');
    expect(await pagesWith('zygodactyl')).toBe(0);
    expect(await vault.query('keptSearches', undefined)).toEqual([]);
    expect((await run('search', '--forget', 'mine')).code).toBe(7);
    expect((await run('today')).out).toContain('No search is kept yet');
    expect((await vault.verify(() => {})).faults).toEqual([]);
  });

  it.each([
    ['no words to keep', ['search', '--keep', 'x'], 2],
    ['a batch to keep', ['search', '--keep', 'x', '--batch', 'y'], 2],
    ['words beside what is given up', ['search', 'words', '--forget', 'x'], 2],
    ['a place that no pack has', ['search', 'words', '--keep', 'x', '--place', 'Atlantis'], 7],
  ])('%s: a sentence', async (_, args, code) => {
    const done = await run(...args);
    expect([done.code, done.err]).toEqual([code, expect.stringMatching(/\w.*[.?E]\s*$/)]);
  });
});

describe('what nobody read here', () => {
  it('S28: is written over whole, title and name of the file too, until it is read or asked for', async () => {
    const { source } = await addLayered(vault, '---\ntitle: Zygodactyl\n---\n\nSaid Kim Chol-su of the river.', {
      fileName: 'kim.md',
    });
    for (const args of [
      ['search', 'river'],
      ['search', 'river', '--json'],
      ['concordance', 'river'],
      ['find', source, 'river'],
      ['text', '--source', source],
      ['show'],
    ]) {
      const { out, err } = await run(...args);
      expect({ args, shown: /Kim|Zygodactyl|kim\.md/.test(out + err) }).toEqual({ args, shown: false });
    }
    expect((await run('search', 'river')).out).toContain('▒▒▒');
    expect((await run('find', source, 'river')).err).toContain('read --source');
    expect((await run('search', 'river', '--reveal')).out).toContain('Kim Chol-su');
  });
});

describe('within a document, and over time', () => {
  it('S26: each place in one source, by paragraph, in every script', async () => {
    const { source } = await add(
      vault,
      'The Tumen River.\n\nNothing here.\n\n두만강에서 강을 건넜다. Again the Tumen.',
    );
    const { out } = await run('find', source.slice(0, 8), '图们江');
    expect(out.split('\n')[0]).toBe('2 places.');
    expect(out).toMatch(/¶1 +«The Tumen River»|¶1 +The «Tumen River»|¶1 +The «Tumen» River/);
    expect(out).toMatch(/¶3 +«두만강»에서/);
    expect((await run('find', source.slice(0, 8), 'volcano')).out).toContain('Nothing was found in this source.');
    expect((await run('find', 'ffff', 'x')).code).toBe(7);
    expect((await run('find', source.slice(0, 8))).code).toBe(2);
  });

  it('S25: no date is more precise than its document says, and places within each other are one', async () => {
    const dated = (date: string): string => `---\ntitle: T\ndate: ${date}\n---\n\nThe Tumen River froze.`;
    for (const date of ['2016', '2016-08', '1750']) await add(vault, dated(date), { fileName: 'a.md' });
    const view = JSON.parse((await run('concordance', '图们江', '두만강', '--json')).out);
    expect(view.lines.map(({ date }: { readonly date: string }) => date)).toEqual(['2016', '2016-08', null]);
    expect(view.periods).toEqual([
      { period: '2016', places: 2 },
      { period: null, places: 1 },
    ]);
  });

  it('S15: exact means the very letters, in a document and over time too', async () => {
    const { source } = await add(vault, 'Along 圖們江 and 图们江.');
    expect((await run('find', source, '圖們江')).out).toContain('2 places');
    expect((await run('find', source, '圖們江', '--exact')).out).toContain('1 place.');
    expect((await run('concordance', '圖們江', '--exact')).out).toContain('1 place in 1 source');
    expect((await run('search', 'a', '--exact', '--any')).code).toBe(2);
  });

  it('S25: a term in its context over time, counted by year, and as a picture', async () => {
    const dated = (year: number | string, text: string): string => `---\ntitle: T\ndate: ${year}-03-04\n---\n\n${text}`;
    for (const [year, times] of [
      [2016, 1],
      [2018, 3],
    ] as const) {
      await add(vault, dated(year, Array.from({ length: times }, () => 'Rewards were offered.').join(' ')), {
        fileName: 'a.md',
      });
    }
    await add(vault, 'A reward without a date.');
    const { out } = await run('concordance', 'reward');
    expect(out).toMatch(/^5 places in 3 sources\./);
    expect(out).toMatch(/2016 +█+ 1\n2017 +0\n2018 +█+ 3\nno date +█+ 1/);
    expect(out).toMatch(/2016-03-04 [0-9a-f]{8} +Rewards were offered\./);
    const view = JSON.parse((await run('concordance', 'reward', '--json')).out);
    expect(view.lines.map(({ date, word }: { readonly date: string; readonly word: string }) => [date, word])).toEqual([
      ['2016-03-04', 'Rewards'],
      ...Array.from({ length: 3 }, () => ['2018-03-04', 'Rewards']),
      [null, 'reward'],
    ]);
    const drawn = await run('concordance', 'reward', '--svg', 'reward.svg');
    expect([drawn.code, drawn.err]).toEqual([0, expect.stringContaining('anybody can read it')]);
    const svg = readFileSync(join(base, 'reward.svg'), 'utf8');
    expect(svg).toContain('2016: 1; 2017: 0; 2018: 3; no date: 1');
    expect(svg.match(/<rect x=/g)?.length).toBe(4);
    expect((await run('concordance', 'reward', '--svg', 'reward.svg')).code).toBe(7);
    expect((await run('concordance', 'reward', '--svg', 'vault/x.svg')).code).toBe(7);
    expect((await run('concordance', 'reward', '--svg', 'nowhere/x.svg')).code).toBe(7);
    writeFileSync(join(base, 'hostile.svg'), '');
    const hostile = await run('concordance', '<script>reward&"', '--svg', 'escaped.svg');
    expect(hostile.code).toBe(0);
    expect(readFileSync(join(base, 'escaped.svg'), 'utf8')).not.toContain('<script');
  });
});
