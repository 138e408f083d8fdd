import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../../src/vault/index.ts';
import { addLayered } from '../search/layered-source.ts';
import { backUp, restoreTo } from '../vault/backups.ts';
import { giveAll } from '../vault/give-all.ts';
import { filesHolding, reopen, temporaryVault } from '../vault/temporary-vault.ts';
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

describe('kept searches', () => {
  it('S27: what comes after a search was kept and matches is listed until somebody has looked', async () => {
    await addLayered(vault, 'Guards at the Tumen River, as before.');
    const kept = await run('search', 'Tumen', 'guards', '--keep', 'guards on the river');
    expect([kept.code, kept.out]).toEqual([0, expect.stringContaining('Kept as guards on the river')]);
    expect((await run('today')).out).toContain('nothing new');
    const { source } = await addLayered(vault, 'More guards were seen along the Tumen.');
    await addLayered(vault, 'The market of another town.');
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
    await addLayered(vault, 'A second edition: guards, the Tumen, and dogs.', { source });
    expect(jsonOf(await run('today', '--json'))[0]?.sources).toBe(1);
    expect((await vault.verify(() => {})).faults).toEqual([]);
  });

  it('S27: a question that stands is not widened to any of its words', async () => {
    await run('search', 'guards', 'volcano', '--keep', 'both');
    await addLayered(vault, 'Guards alone.');
    expect(jsonOf(await run('today', '--json'))[0]?.sources).toBe(0);
  });

  it('S27: what a colleague wrote before it was looked at, and what comes only later, is new', async () => {
    const [place, restored] = [join(base, 'backup'), join(base, 'restored')];
    await backUp(vault, place);
    await restoreTo(place, restored);
    const other = await reopen(restored);
    const { source } = await addLayered(other, 'The river rose.');
    for (let n = 0; n < 4; n++) await addLayered(vault, `A river, ${n}.`);
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
    expect(filesHolding(folder, 'zygodactyl')).toEqual([]);
    expect((await run('search', '--forget', 'mine')).out).toContain('given up');
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

describe('within a document, and over time', () => {
  it('S26: each place in one source, by paragraph, in every script', async () => {
    const { source } = await addLayered(
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

  it('S25: a term in its context over time, counted by year, and as a picture', async () => {
    const dated = (year: number, text: string): string => `---\ntitle: T\ndate: ${year}-03-04\n---\n\n${text}`;
    for (const [year, times] of [
      [2016, 1],
      [2018, 3],
    ] as const) {
      await addLayered(vault, dated(year, Array.from({ length: times }, () => 'Rewards were offered.').join(' ')), {
        fileName: 'a.md',
      });
    }
    await addLayered(vault, 'A reward without a date.');
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
