import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../src/base/index.ts';
import { SAMPLE_PACK } from '../../src/read/figures/gold-set.ts';
import type { Vault } from '../../src/vault/index.ts';
import { addLayered } from '../search/layered-source.ts';
import { eraseSubjects } from '../vault/erase.ts';
import { giveAll } from '../vault/give-all.ts';
import { keysOf } from '../vault/peers.ts';
import { pagesHolding, plainPages } from '../vault/plain-pages.ts';
import { copyFolder, reopen, temporaryVault } from '../vault/temporary-vault.ts';
import type { Run } from './daybook.ts';
import { runHere } from './run-here.ts';

const TEXT = `Report of the Lantern Society, 3 May 2019

The society said that 12,000 people lived near the harbour at the end of 2018.
`;

let vault: Vault;
let folder = '';
let remove = (): void => {};
let base = '';
let source: SourceId;
beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
  base = mkdtempSync(join(tmpdir(), 'daybook-reviews-'));
  ({ source } = await addLayered(vault, TEXT, { pack: SAMPLE_PACK }));
});
afterEach(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

const runOn = (of: Vault, args: readonly string[]): Promise<Run> =>
  runHere(base, args, { session: { vault: of, folder: 'vault' } });
const run = (...args: readonly string[]): Promise<Run> => runOn(vault, args);
const firstOf = (made: Run): Record<string, unknown> => JSON.parse(made.out.split('\n')[0] ?? '');
/** The id of the one claim. */
const theClaim = async (): Promise<string> => String(firstOf(await run('claims', '--json'))['id']);
const stateOf = async (id: string, of: Vault): Promise<unknown> =>
  firstOf(await runOn(of, ['claims', id, '--json']))['state'];

describe('reviews of several copies', () => {
  it('RV5: merge to equal dumps in any order, and disagreement is kept', async () => {
    const id = await theClaim();
    await vault.close();
    const folders = [copyFolder(folder, 'second'), copyFolder(folder, 'blank'), copyFolder(folder, 'other-blank')];
    vault = await reopen(folder);
    const [second, blank, other] = await Promise.all(folders.map((each) => reopen(each)));
    if (second === undefined || blank === undefined || other === undefined) throw new Error('a copy is missing');
    expect((await run('review', id, 'accept', '--reason', 'as in the page')).code).toBe(0);
    await run('review', id, 'undo', '--reason', 'a slip');
    expect((await runOn(second, ['review', id, 'reject', '--reason', 'no'])).code).toBe(0);
    await giveAll(vault, blank);
    await giveAll(second, blank, { backwards: true });
    await giveAll(second, other);
    await giveAll(vault, other);
    await giveAll(second, vault);
    await giveAll(vault, second);
    const dumps = await Promise.all([vault, second, blank, other].map((each) => each.query('dump', undefined)));
    expect(new Set(dumps.map(({ digest }) => digest)).size).toBe(1);
    const rebuilt = await blank.rebuild([SAMPLE_PACK], () => {});
    expect(rebuilt.ok && rebuilt.value.before === rebuilt.value.after).toBe(true);
    expect((await other.verify(() => {})).faults).toEqual([]);
    for (const each of [vault, second, blank, other]) expect(await stateOf(id, each)).toBe('rejected');
    await Promise.all([second, blank, other].map((each) => each.close()));
  });

  it('RV12: erasing the source takes every word of its reviews, from pages too', async () => {
    const canary = 'Quellwasserprobe';
    const id = await theClaim();
    expect((await run('review', id, 'unsure', '--reason', `because of ${canary}`)).code).toBe(0);
    expect((await run('review', id, 'undo', '--reason', `no more ${canary}`)).code).toBe(0);
    const pagesWith = async (): Promise<number> => {
      await vault.close();
      const count = pagesHolding(plainPages(folder, (await keysOf(folder)).keys.database), canary);
      vault = await reopen(folder);
      return count;
    };
    expect(await pagesWith()).toBeGreaterThan(0);
    await eraseSubjects(vault, [source]);
    expect(await vault.finishErasing()).toEqual({ ok: true, value: { type: 'finished' } });
    expect(await vault.query('reviews', { source })).toEqual([]);
    expect(await vault.query('reviewedSources', { collection: undefined })).toEqual([]);
    expect(await pagesWith()).toBe(0);
    expect((await run('claims')).out).toContain('No claims.');
    expect((await vault.verify(() => {})).faults).toEqual([]);
  });
});
