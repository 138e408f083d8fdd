import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseSourceId, type SourceId } from '../../src/base/index.ts';
import { nameForms, parseQuery } from '../../src/read/index.ts';
import type { Vault } from '../../src/vault/index.ts';
import { seeded } from '../random.ts';
import { databaseOf } from '../vault/database-of.ts';
import { eraseSubjects } from '../vault/erase.ts';
import { giveAll } from '../vault/give-all.ts';
import { copyFolder, reopen, temporaryVault } from '../vault/temporary-vault.ts';
import { tell } from '../vault/told.ts';
import { addLayered } from './layered-source.ts';

const ACTS = process.env['SLOW'] ? 10_000 : 100;
const AT_ONCE = 20;
const names = nameForms([]);
const words =
  'river 图们江 边境 치안대 송환 refugees 133,009 13만3009 market 2016년 8월 crossed 北韓 닫혔다 prices'.split(' ');

let vault: Vault;
let folder = '';
let remove = (): void => {};
beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
});
afterEach(async () => {
  await vault.close();
  remove();
});

/** Answers to many queries, with scores and order. */
async function answers(of: Vault): Promise<unknown> {
  const given = [];
  for (const [i, word] of words.entries()) {
    for (const text of [
      word,
      `${word} ${words[(i * 7 + 3) % words.length]}`,
      `"${word}" -${words[(i + 1) % words.length]}`,
    ]) {
      for (const mode of ['all', 'any'] as const) {
        const query = parseQuery(text, { names, exact: false });
        given.push(await of.query('search', { query, mode, order: 'best', filter: {}, limit: 20 }));
      }
    }
  }
  return given;
}

it(`S20, S24: after ${ACTS} random additions, supersedings and erasures the index is what the layers give, on a peer too`, async () => {
  const random = seeded(4_000_127);
  const below = (most: number): number => Math.floor(random() * most);
  const text = (): string =>
    Array.from({ length: 1 + below(4) }, () =>
      Array.from({ length: 2 + below(12) }, () => words[below(words.length)]).join(below(3) === 0 ? ', ' : ' '),
    ).join('\n\n');
  const peer = await reopen(copyFolder(folder, 'peer'));
  const sources: SourceId[] = [];
  const counts = { added: 0, superseded: 0, erased: 0 };
  for (let done = 0; done < ACTS; done += AT_ONCE) {
    const busy = new Set<SourceId>();
    const acts = Array.from({ length: Math.min(AT_ONCE, ACTS - done) }, async () => {
      const kind = below(10);
      const source = sources[below(sources.length)];
      if (kind < 5 || source === undefined || busy.has(source)) {
        counts.added++;
        sources.push((await addLayered(vault, text())).source);
        return;
      }
      busy.add(source);
      if (kind < 8) {
        counts.superseded++;
        await addLayered(vault, text(), { source });
      } else {
        counts.erased++;
        sources.splice(sources.indexOf(source), 1);
        await eraseSubjects(vault, [source]);
      }
    });
    await Promise.all(acts);
    if (done < ACTS / 2 && done + AT_ONCE >= ACTS / 2) await giveAll(vault, peer, { backwards: true });
  }
  await giveAll(vault, peer, { backwards: true });
  await vault.finishErasing();
  const { counts: checked, faults } = await vault.verify(() => {});
  expect(faults).toEqual([]);
  const dump = await vault.query('dump', undefined);
  const given = await answers(vault);
  expect(await peer.query('dump', undefined)).toEqual(dump);
  expect(await answers(peer)).toEqual(given);
  expect((await peer.verify(() => {})).faults).toEqual([]);
  await peer.close();
  const rebuilt = await vault.rebuild([], () => {});
  expect(rebuilt.ok && [rebuilt.value.before, rebuilt.value.after]).toEqual([dump.digest, dump.digest]);
  expect(await answers(vault)).toEqual(given);
  tell(
    `index after ${ACTS} acts: ${counts.added} added, ${counts.superseded} superseded, ${counts.erased} erased; ${checked.passages} passages equal to the layers, on the peer and after a rebuild`,
  );
});

it('S20: two sources whose digests fall together stand alike whichever came first, and where one would alone when the other goes', async () => {
  const [small, large] = ['000000000000000000000000000011ee', '00000000000000000000000000003c4d'].map((id) => {
    const source = parseSourceId(id);
    if (source === undefined) throw new Error('an id is none');
    return source;
  });
  if (small === undefined || large === undefined) throw new Error('there are two');
  const digestOf = async (act: (of: Vault) => Promise<unknown>): Promise<readonly (readonly string[])[]> => {
    const made = await temporaryVault();
    await act(made.vault);
    expect((await made.vault.verify(() => {})).faults).toEqual([]);
    await made.vault.close();
    const db = await databaseOf(made.folder);
    const rows = db
      .prepare(
        'SELECT CAST(p.id AS TEXT) AS id, i.source FROM passage_g1 p JOIN indexed_g1 i ON i.key = p.source ORDER BY p.id',
      )
      .all<{ readonly id: string; readonly source: string }>();
    db.close();
    made.remove();
    return rows.map(({ id, source }) => [id, source]);
  };
  const add = (of: Vault, id: SourceId) => addLayered(of, `The river of ${id}.`, { id });
  const forwards = await digestOf(async (of) => [await add(of, small), await add(of, large)]);
  const backwards = await digestOf(async (of) => [await add(of, large), await add(of, small)]);
  const together = await digestOf((of) => Promise.all([add(of, large), add(of, small)]));
  expect(forwards.map(([, source]) => source)).toEqual([small, large]);
  expect([backwards, together]).toEqual([forwards, forwards]);
  const alone = await digestOf((of) => add(of, large));
  const left = await digestOf(async (of) => {
    await add(of, small);
    await add(of, large);
    await eraseSubjects(of, [small]);
  });
  expect(left).toEqual(alone);
});

it('S20: a layer that several entries of one transaction state is indexed once', async () => {
  const { source } = await addLayered(vault, 'The river, stated three times.', { stated: 3 });
  const query = parseQuery('river', { names, exact: false });
  const { passages, hits } = await vault.query('search', { query, mode: 'all', order: 'best', filter: {}, limit: 5 });
  expect([passages, hits.map((hit) => hit.source)]).toEqual([1, [source]]);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

it.each([
  ['a passage is gone', 'DELETE FROM passage_g1 WHERE id = (SELECT MIN(id) FROM passage_g1)', ['differs', 'vault']],
  ['a count is wrong', 'UPDATE index_total_g1 SET terms = terms + 1', ['vault']],
  ['a passage says something else', "UPDATE passage_text_g1 SET body = 'other'", ['differs', 'vault']],
  ['a source is not indexed', 'DELETE FROM indexed_g1', ['missing', 'vault']],
  [
    'a term is there too often',
    "INSERT INTO term_g1 (rowid, head, body, added) VALUES (7, '', 'ghost', '')",
    ['vault'],
  ],
])('S24: verify names it when %s', async (_, sql, expected) => {
  await addLayered(vault, 'One passage about the river.\n\nAnother one about the market.');
  await vault.close();
  const db = await databaseOf(folder);
  db.exec(sql);
  db.close();
  vault = await reopen(folder);
  const { faults } = await vault.verify(() => {});
  const index = faults.filter((fault) => fault.type === 'index');
  expect(index.map(({ source, fault }) => (source === undefined ? 'vault' : fault))).toEqual(expected);
  expect((await vault.rebuild([], () => {})).ok).toBe(true);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});
