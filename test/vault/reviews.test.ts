import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SourceId } from '../../src/base/index.ts';
import { SAMPLE_PACK } from '../../src/read/figures/gold-set.ts';
import { type Claim, parseLayer, parseReading } from '../../src/read/index.ts';
import type { EntryDraft, Vault } from '../../src/vault/index.ts';
import { nameClaims, type ReviewRecord } from '../../src/weigh/index.ts';
import { addLayered } from '../search/layered-source.ts';
import { databaseOf } from './database-of.ts';
import { encode } from './invented-source.ts';
import { Peers, partOf, personOf, saying } from './peers.ts';
import { now, reopen, temporaryVault } from './temporary-vault.ts';

const TEXT =
  'Report of the Lantern Society, 3 May 2019\n\nThe society said that 12,000 people lived near the mill in 2018.\n';

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

/** A source with one claim, and a review that accepts it. */
async function reviewed(): Promise<{
  readonly source: SourceId;
  readonly record: ReviewRecord;
  readonly claim: Claim;
}> {
  const { source, layer } = await addLayered(vault, TEXT, { pack: SAMPLE_PACK });
  const text = parseLayer((await vault.query('layer', { layer })) ?? '');
  const [named] = nameClaims(
    text?.text ?? '',
    parseReading((await vault.query('reading', { layer })) ?? '')?.claims ?? [],
    source,
  );
  if (named === undefined) throw new Error('an invented source has a claim');
  const { place, claim } = named;
  const record: ReviewRecord = {
    ...{
      type: 'review',
      source,
      ...place,
      claim,
      verdict: 'accept',
      edited: null,
      typed: false,
      reason: 'as it stands',
    },
  };
  return { source, record, claim };
}

const saidBy = (of: readonly SourceId[], body: unknown, personal = true, kind = 'review'): EntryDraft => ({
  kind,
  personal,
  at: now,
  parts: [{ of, body: encode(body) }],
});
const append = (...drafts: readonly EntryDraft[]) => vault.append({ drafts, blobs: [], suggestions: [] });

it('RV3: a review gives a row of its own, with who signed it, and a later one takes nothing away', async () => {
  const { source, record } = await reviewed();
  await append(saidBy([source], record));
  await append(saidBy([source], { ...record, verdict: 'reject' }));
  const rows = await vault.query('reviews', { source });
  expect(rows.map(({ person, record: said }) => [person, said.type === 'review' && said.verdict])).toEqual([
    [vault.person, 'accept'],
    [vault.person, 'reject'],
  ]);
  expect(await vault.query('reviewedSources', { collection: undefined })).toEqual([source]);
  const newest = (await vault.query('entries', { limit: 500 })).items.at(-1);
  expect(newest?.bytes.length).toBeLessThan(1000);
  expect(newest?.parts[0]?.body.length).toBeLessThan(1000);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

it('RV3: an entry without a person, of another subject, or with another body gives no row and is kept', async () => {
  const { source, record } = await reviewed();
  const other = (await addLayered(vault, `${TEXT} Other.`)).source;
  await expect(append(saidBy([source], record, false))).rejects.toThrow();
  await append(saidBy([other], record));
  await append(saidBy([source], { ...record, reason: '' }));
  await append(saidBy([source], { ...record, verdict: 'edit' }));
  await append(saidBy([source], record, true, 'reviewed'));
  expect(await vault.query('reviews', { source })).toEqual([]);
  expect(await vault.query('reviews', { source: other })).toEqual([]);
  const { faults, counts } = await vault.verify(() => {});
  expect([faults, counts.bodiesAbsent]).toEqual([[], 0]);
});

it('RV3: a review of a later version waits for a build that knows it, and is kept', async () => {
  const peers = await Peers.of(vault, folder);
  const peer = peers.join(21);
  const { source, record } = await reviewed();
  const known = partOf(peer, [source], record);
  const later = partOf(peer, [source], { ...record, mood: 'dark' });
  peer.write({ ...saying('review', [known]), by: peers.founder });
  peer.write({ ...saying('review', [later]), by: peers.founder });
  const taken = await peers.give(peer.written, [known.part, later.part]);
  expect([taken.refused, taken.partsKept]).toEqual([[], 2]);
  expect((await vault.query('reviews', { source })).map(({ person }) => person)).toEqual([personOf(peers.founder)]);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

it('D13, RV3: a vault of an earlier build shows the reviews that it kept without knowing them', async () => {
  const { source, record } = await reviewed();
  await append(saidBy([source], record));
  const { digest } = await vault.query('dump', undefined);
  await vault.close();
  const db = await databaseOf(folder);
  // As the build before left it: no table for reviews, and another version of the rest.
  db.exec(`UPDATE meta SET value = '3-of-an-earlier-build' WHERE key = 'projection-version'; DROP TABLE review_g1`);
  db.close();
  vault = await reopen(folder);
  expect(await vault.query('reviews', { source })).toHaveLength(1);
  expect((await vault.query('dump', undefined)).digest).toBe(digest);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});
