import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseCollectionId, parseId, parseSourceId, type SourceId, type SubjectId } from '../../src/base/index.ts';
import { sha256 } from '../../src/preserve/index.ts';
import type { EntryDraft, EntryWithParts, Vault } from '../../src/vault/index.ts';
import { readReviewRecord } from '../../src/weigh/index.ts';
import { seeded } from '../random.ts';
import { encode } from './invented-source.ts';
import { copyFolder, reopen, temporaryVault } from './temporary-vault.ts';

const entriesEach = process.env['SLOW'] ? 500 : 40;

function randomSubject(): SubjectId {
  const id = parseId('SubjectId', randomBytes(16).toString('hex'));
  if (id === undefined) throw new Error('a random id is no id');
  return id;
}

/** Drafts of every kind that projections know, and of kinds that nobody knows yet, at clocks that are far off. */
function randomDraft(random: () => number, collections: readonly SubjectId[]): EntryDraft {
  const pick = <T>(values: readonly T[], fallback: T): T => values[Math.floor(random() * values.length)] ?? fallback;
  const at = pick(['1970-01-01T00:00:00.000Z', '2038-01-19T03:14:08.000Z', '2026-05-06T07:08:09.000Z'], '');
  const collection = parseCollectionId(pick(collections, randomSubject()));
  const source = parseSourceId(pick(collections, randomSubject()).split('').reverse().join(''));
  if (collection === undefined || source === undefined) throw new Error('no ids to draw from');
  switch (Math.floor(random() * 5)) {
    case 0: {
      const body = { type: 'collection', collection, name: `name ${Math.floor(random() * 1000)}` };
      return { kind: 'collection-changed', personal: true, at, parts: [{ of: [collection], body: encode(body) }] };
    }
    case 1: {
      const body = { type: 'collection-source', collection, source, member: random() < 0.6 };
      return {
        kind: 'collection-changed',
        personal: true,
        at,
        parts: [{ of: [collection, source], body: encode(body) }],
      };
    }
    case 2:
      return {
        kind: 'kind-of-another-year',
        personal: false,
        at,
        parts: [{ of: [source], body: encode({ a: random() }) }],
      };
    case 3: {
      const body =
        random() < 0.3
          ? { type: 'review-withdrawn', source, claim: source, review: source.repeat(2), reason: 'a slip' }
          : reviewOf(source, pick(['accept', 'reject', 'unsure'], 'accept'), random() < 0.5 ? 0 : 1);
      return { kind: 'review', personal: true, at, parts: [{ of: [source], body: encode(body) }] };
    }
    default:
      return { kind: 'intake-received', personal: false, at, parts: [] };
  }
}

function reviewOf(source: SourceId, verdict: string, occurrence: number): unknown {
  const quote = '40 boats';
  const passage = { layer: sha256(quote), start: 0, end: quote.length, quote, prefix: '', suffix: '' };
  const claim = {
    ...{ kind: 'assertion', passage, attribution: [], date: null, place: [], quantity: [], hedge: [] },
    ...{ rule: null, event: null, signal: null, option: null, stance: null },
  };
  return {
    ...{ type: 'review', source, kind: 'assertion', occurrence, among: 0, claim, verdict },
    ...{ edited: null, typed: false, reason: 'looked at it' },
  };
}

function anySource(): SourceId {
  const source = parseSourceId(randomSubject());
  if (source === undefined) throw new Error('a random id is no id');
  return source;
}

interface Given {
  readonly entries: Uint8Array[];
  readonly parts: EntryWithParts['parts'][number][];
}

async function exported(vault: Vault): Promise<Given> {
  const given: Given = { entries: [], parts: [] };
  let after: string | undefined;
  do {
    const page = await vault.query('entries', { after, limit: 500 });
    for (const item of page.items) {
      given.entries.push(item.bytes);
      given.parts.push(...item.parts);
    }
    after = page.next;
  } while (after !== undefined);
  return given;
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const left = [...values];
  return left
    .map((_, i) => {
      const at = i + Math.floor(random() * (left.length - i));
      const [a, b] = [left[i], left[at]];
      if (a !== undefined && b !== undefined) [left[i], left[at]] = [b, a];
      return left[i] ?? values[0];
    })
    .filter((value) => value !== undefined);
}

it(`D4, D7: three devices (${entriesEach} entries each, clocks of 1970 and 2038, unknown kinds) merge to equal dumps in any order`, async () => {
  const seed = Number(process.env['SEED'] ?? 20261122);
  const random = seeded(seed);
  expect(readReviewRecord(reviewOf(anySource(), 'accept', 0))).toBeDefined();
  const { vault: first, folder, remove } = await temporaryVault();
  const collections = Array.from({ length: 12 }, randomSubject);
  const folders = [folder, copyFolder(folder, 'second'), copyFolder(folder, 'third')];
  const blank = copyFolder(folder, 'blank');
  await first.close();
  const vaults = await Promise.all(folders.map((each) => reopen(each)));
  for (const round of [0, 1]) {
    for (const vault of vaults) {
      const drafts = Array.from({ length: entriesEach / 2 }, () => randomDraft(random, collections));
      const done = await Promise.all(
        drafts.map((draft) => vault.append({ drafts: [draft], blobs: [], suggestions: [] })),
      );
      expect(done.filter((outcome) => !outcome.ok)).toEqual([]);
    }
    // Half way one hears of another, so that later entries have both in their past.
    const [a, b] = vaults;
    if (round === 0 && a !== undefined && b !== undefined) await b.accept(await exported(a));
  }
  const logs = await Promise.all(vaults.map(exported));
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const digests = new Set<string>();
  for (const [n, order] of orders.entries()) {
    const target = await reopen(copyFolder(blank, `order-${n}`));
    for (const at of order) {
      const log = logs[at];
      if (log === undefined) throw new Error('a log is missing');
      const outcome = await target.accept(log);
      expect(outcome.ok && outcome.value.refused).toEqual([]);
    }
    digests.add((await target.query('dump', undefined)).digest);
    await target.close();
  }
  const all = logs.flatMap(({ entries }) => entries);
  const parts = logs.flatMap((log) => log.parts);
  const byOne = await reopen(copyFolder(blank, 'one-by-one'));
  const mixed = shuffled([...all, ...all.slice(0, 20)], random);
  for (let i = 0; i < mixed.length; i += 25) await byOne.accept({ entries: mixed.slice(i, i + 25), parts });
  digests.add((await byOne.query('dump', undefined)).digest);
  expect((await byOne.verify(() => {})).faults).toEqual([]);
  expect((await byOne.query('status', undefined)).waiting).toBe(0);
  const rebuilt = await byOne.rebuild([], () => {});
  expect(rebuilt.ok && rebuilt.value.before === rebuilt.value.after).toBe(true);
  digests.add((await byOne.query('dump', undefined)).digest);
  expect([...digests]).toHaveLength(1);
  await Promise.all([...vaults, byOne].map((vault) => vault.close()));
  remove();
});
