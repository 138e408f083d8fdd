import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type NameForms, nameForms, parseQuery } from '../src/read/index.ts';
import type { SearchRequest, Vault } from '../src/vault/index.ts';
import { seeded } from '../test/random.ts';
import type { Figure } from './figure.ts';
import { inventedPassages, type RetrievalSet, retrievalSets } from './search-corpus.ts';
import { addDocuments, type BenchDocument, benchVault } from './search-vault.ts';

const OTHERS = Number(process.env['SEARCH_OTHERS'] ?? 100_000);
const PER_DOCUMENT = 20;
const names: NameForms = nameForms([]);

/**
 * Whether the passage that answers a question comes first among 100,000 others, and how long that takes: with the answers
 * in the oldest documents and again in the newest, beside ranking everything that is found.
 */
export async function figures(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const age of ['oldest', 'newest'] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'daybook-search-'));
    try {
      figures.push(...(await measure(folder, age)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figures;
}

async function measure(base: string, age: 'oldest' | 'newest'): Promise<readonly Figure[]> {
  const folder = join(base, 'vault');
  const vault = await benchVault(folder);
  const sets = retrievalSets();
  const date = age === 'oldest' ? '1990-01-01' : '2026-06-01';
  const sources = new Map<RetrievalSet, readonly string[]>();
  for (const set of sets) {
    sources.set(
      set,
      await addDocuments(
        vault,
        set.passages.map((passage) => ({ passages: [passage], date })),
      ),
    );
  }
  const started = performance.now();
  await addDocuments(vault, otherDocuments());
  const seconds = (performance.now() - started) / 1000;
  const conditions = `answers in the ${age} documents, ${OTHERS} other passages, one index; database ${Math.round(statSync(join(folder, 'daybook.db')).size / 1e6)} MB`;
  const figures: Figure[] = [
    { name: 'adding and indexing', value: Math.round(OTHERS / seconds), unit: 'passages/s', n: OTHERS, conditions },
  ];
  for (const set of sets) {
    const bounded = await ask(vault, set, sources.get(set) ?? [], false);
    figures.push({ name: `${set.name} recall@1`, value: bounded.recall, unit: 'share', n: bounded.n, conditions });
    figures.push({ name: `${set.name} p95`, value: bounded.p95, unit: 'ms', n: bounded.n, conditions });
    figures.push({ name: `${set.name} p50`, value: bounded.p50, unit: 'ms', n: bounded.n, conditions });
    const every = Number(process.env['SEARCH_EXHAUSTIVE'] ?? 1);
    if (every === 0) continue;
    const all = await ask(vault, set, sources.get(set) ?? [], true);
    figures.push({
      name: `${set.name} recall@1, on the same questions as everything`,
      value: shareOf(bounded.right.filter((_, i) => i % SAMPLED === 0)),
      unit: 'share',
      n: all.n,
      conditions,
    });
    figures.push({
      name: `${set.name} recall@1, everything ranked`,
      value: all.recall,
      unit: 'share',
      n: all.n,
      conditions,
    });
  }
  await vault.close();
  return figures;
}

function* otherDocuments(): Generator<BenchDocument> {
  const random = seeded(20_261_126);
  const below = (most: number): number => Math.floor(random() * most);
  let passages: string[] = [];
  for (const passage of inventedPassages(OTHERS, below)) {
    passages.push(passage);
    if (passages.length < PER_DOCUMENT) continue;
    const month = String(1 + below(12)).padStart(2, '0');
    yield { passages, date: `${2000 + below(26)}-${month}-${String(1 + below(28)).padStart(2, '0')}` };
    passages = [];
  }
  if (passages.length > 0) yield { passages, date: '2015-01-01' };
}

/** Everything is ranked for each of so many questions: it takes long. */
const SAMPLED = 8;

function shareOf(right: readonly boolean[]): number {
  return Math.round((right.filter(Boolean).length / right.length) * 1000) / 1000;
}

async function ask(
  vault: Vault,
  set: RetrievalSet,
  sources: readonly string[],
  everything: boolean,
): Promise<{
  readonly right: readonly boolean[];
  readonly recall: number;
  readonly p50: number;
  readonly p95: number;
  readonly n: number;
}> {
  const step = everything ? SAMPLED : 1;
  const questions = set.questions.filter((_, i) => i % step === 0);
  const times: number[] = [];
  const right: boolean[] = [];
  for (const { text, answer } of questions) {
    const started = performance.now();
    const request: SearchRequest = {
      query: parseQuery(text, { names, exact: false }),
      ...{ mode: 'any', everything, order: 'best', filter: {}, limit: 10 },
    };
    const { hits } = await vault.query('search', request);
    times.push(performance.now() - started);
    // Several contexts of a set may be the same text.
    const found = sources.indexOf(hits[0]?.source ?? '');
    right.push(found === answer || set.passages[found] === set.passages[answer]);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return {
    right,
    recall: shareOf(right),
    p50: at(0.5),
    p95: at(0.95),
    n: questions.length,
  };
}
