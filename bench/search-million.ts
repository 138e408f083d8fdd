import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type NameForms, nameForms, parseQuery } from '../src/read/index.ts';
import type { Vault } from '../src/vault/index.ts';
import { seeded } from '../test/random.ts';
import type { Figure } from './figure.ts';
import { Groonga } from './groonga.ts';
import { inventedPassages, retrievalSets } from './search-corpus.ts';
import { addDocuments, type BenchDocument, benchVault, openBenchVault } from './search-vault.ts';

const PASSAGES = Number(process.env['SEARCH_PASSAGES'] ?? 1_000_000);
const PER_DOCUMENT = 20;
const EACH = 40;
const SEED = 20_261_127;
const names: NameForms = nameForms([]);

/** One index of a million passages inside the encryption, beside groonga with the same passages in the open. */
export async function figures(): Promise<readonly Figure[]> {
  const base = mkdtempSync(join(tmpdir(), 'daybook-million-'));
  try {
    return [...(await measure(base))];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

interface Kind {
  readonly name: string;
  readonly any: boolean;
  readonly queries: readonly string[];
}

async function measure(base: string): Promise<readonly Figure[]> {
  const kinds = queryKinds();
  const folder = join(base, 'vault');
  const figures: Figure[] = [];
  const put = (name: string, value: number, unit: string, n: number, conditions = ''): void => {
    figures.push({ name, value: Math.round(value * 100) / 100, unit, n, conditions });
  };
  let vault = await benchVault(folder);
  let started = performance.now();
  await addDocuments(vault, documents());
  const ownSeconds = (performance.now() - started) / 1000;
  await vault.close();
  const ownBytes = statSync(join(folder, 'daybook.db')).size;
  started = performance.now();
  vault = await openBenchVault(folder);
  const [opened, first] = [performance.now() - started, kinds[0]?.queries[0] ?? ''];
  await askVault(vault, first, false);
  put(
    'time to the first answer after unlocking',
    performance.now() - started,
    'ms',
    1,
    `${Math.round(opened)} ms of it opening, with the least cost of a passphrase`,
  );
  const own = new Map<string, readonly number[]>();
  for (const { name, any, queries } of kinds)
    own.set(name, await timed(queries, (query) => askVault(vault, query, any)));
  const memory = process.memoryUsage().rss;
  await vault.close();

  const peer = await Groonga.create(join(base, 'groonga'));
  started = performance.now();
  await peer.load(allPassages());
  const peerSeconds = (performance.now() - started) / 1000;
  await peer.ask(first, false);
  const peers = new Map<string, readonly number[]>();
  for (const { name, any, queries } of kinds) peers.set(name, await timed(queries, (query) => peer.ask(query, any)));
  const peerMemory = peer.memory();
  await peer.close();
  const peerBytes = peer.bytes();

  const beside = (a: number, b: number): string => `groonga ${Math.round(b * 100) / 100}; ratio ${(a / b).toFixed(2)}`;
  put(
    'adding and indexing',
    PASSAGES / ownSeconds,
    'passages/s',
    PASSAGES,
    `signed, encrypted and stored with their text; ${beside(PASSAGES / ownSeconds, PASSAGES / peerSeconds)}`,
  );
  put(
    'size',
    ownBytes / 1e6,
    'MB',
    PASSAGES,
    `encrypted, with texts, entries and index; ${beside(ownBytes / 1e6, peerBytes / 1e6)}`,
  );
  put(
    'memory after all queries',
    memory / 1e6,
    'MB',
    1,
    `whole process, with the bench; ${beside(memory / 1e6, peerMemory / 1e6)}`,
  );
  for (const { name, queries } of kinds) {
    for (const share of [0.5, 0.95]) {
      const [a, b] = [at(own.get(name) ?? [], share), at(peers.get(name) ?? [], share)];
      put(`${name}, p${share * 100}`, a, 'ms', queries.length, beside(a, b));
    }
  }
  return figures;
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

async function timed(queries: readonly string[], ask: (query: string) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await ask(query);
    times.push(performance.now() - started);
  }
  return times;
}

async function askVault(vault: Vault, text: string, any: boolean): Promise<void> {
  const query = parseQuery(text, { names, exact: false });
  await vault.query('search', { query, mode: any ? 'any' : 'all', order: 'best', filter: {}, limit: 10 });
}

function allPassages(): Generator<string> {
  const random = seeded(SEED);
  return inventedPassages(PASSAGES, (most) => Math.floor(random() * most));
}

function* documents(): Generator<BenchDocument> {
  const random = seeded(SEED + 1);
  const below = (most: number): number => Math.floor(random() * most);
  let passages: string[] = [];
  const dated = (): BenchDocument => ({
    passages,
    date: `${2000 + below(26)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`,
  });
  for (const passage of allPassages()) {
    passages.push(passage);
    if (passages.length < PER_DOCUMENT) continue;
    yield dated();
    passages = [];
  }
  if (passages.length > 0) yield dated();
}

/** Queries of each kind, drawn from the passages with a seed. */
function queryKinds(): readonly Kind[] {
  const random = seeded(SEED + 2);
  const below = (most: number): number => Math.floor(random() * most);
  const sample = [...inventedPassages(3000, below)];
  const draw = (find: (passage: string) => string | undefined): readonly string[] => {
    const found = new Set<string>();
    for (let tries = 0; tries < 100_000 && found.size < EACH; tries++) {
      const query = find(sample[below(sample.length)] ?? '');
      if (query !== undefined) found.add(query);
    }
    return [...found];
  };
  const pick = (matches: readonly string[] | null): string | undefined => matches?.[below(matches.length)];
  const word = (passage: string): string | undefined => pick(passage.match(/\b[A-Za-z]{5,}\b/g));
  return [
    { name: 'one word', any: false, queries: draw(word) },
    {
      name: 'two words',
      any: false,
      queries: draw((passage) => {
        const [a, b] = [word(passage), word(passage)];
        return a === undefined || b === undefined || a === b ? undefined : `${a} ${b}`;
      }),
    },
    {
      name: 'a phrase',
      any: false,
      queries: draw((passage) => {
        const phrase = pick(passage.match(/\b[A-Za-z]{4,} [a-z]{4,}\b/g));
        return phrase === undefined ? undefined : `"${phrase}"`;
      }),
    },
    {
      name: 'two Chinese characters',
      any: false,
      queries: draw((passage) => pick(passage.match(/\p{Script=Han}{2}/gu))),
    },
    {
      name: 'inside a Korean word',
      any: false,
      queries: draw((passage) => pick(passage.match(/\p{Script=Hangul}{4,}/gu))?.slice(1, 3)),
    },
    { name: 'a stop word', any: false, queries: ['the', 'of', 'and', 'to', 'in', 'that', 'with', 'from'] },
    {
      name: 'a question',
      any: true,
      queries: retrievalSets()
        .slice(1)
        .flatMap(({ questions }) =>
          Array.from({ length: EACH / 2 }, () => questions[below(questions.length)]?.text ?? ''),
        ),
    },
  ];
}
