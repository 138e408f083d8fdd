import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readClaims, readingToClaimsJson, readLayer } from '../src/read/index.ts';
import type { Figure } from './figure.ts';
import { fileNumber, firstPack, rowsOf, type Scorer, shared } from './gold-documents.ts';

/** The sets of documents: their digests as they were written, and what is printed of how. */
const SETS = [
  {
    name: 'whole',
    digest: 'ecc10651c30e6c17df66a8a8fede572db838ad5263835d73d61feb8a38fd7bca',
    how: 'whole invented documents, written without sight of the rules; of matched claims where a field is judged',
  },
  {
    name: 'development',
    digest: '774a202195dd3eb8fb1c75cc7fb82204c0a3abdadb9a660c2c4a137df86d4885',
    how: 'invented documents that the rules were made with; of matched claims where a field is judged',
  },
  {
    name: 'development-two',
    digest: '3efe3303530de8ee6fa9b5f2117a52f0837b8b4672b08d21b2e228afbf7de2d0',
    how: 'more of them, laid out in other ways; of matched claims where a field is judged',
  },
] as const;

/** The rows that are printed; those of the mentions come beside them, one for each class. */
const ROWS: ReadonlySet<string> = new Set([
  'core recall',
  'precision',
  'kind',
  'first attribution',
  'whole chain',
  'date compatible',
  'place',
  'rule modality',
  'rule amount',
  'risk category',
  'risk direction',
  'option any',
  'option stance',
  'stance polarity',
  'hedge',
  'quantity recall',
  'quantity precision',
]);

/** The rows that are also printed of each genre, its three documents together. */
const ROWS_OF_GENRES: ReadonlySet<string> = new Set([
  'core recall',
  'precision',
  'kind',
  'first attribution',
  'whole chain',
  'risk category',
]);

interface Item {
  readonly id: string;
  readonly language: string;
  readonly genre: string;
  readonly text: string;
  readonly claims: readonly { readonly hedge?: readonly string[] }[];
  readonly mentions: readonly object[];
}

/** Whole invented documents of the genres of the field in three languages, read as a file is that somebody adds; sums alone, of each language and of each genre. */
export async function figures(): Promise<readonly Figure[]> {
  const printed: Figure[] = [];
  for (const set of SETS) printed.push(...(await figuresOf(set)));
  return printed;
}

async function figuresOf({ name: set, digest, how }: (typeof SETS)[number]): Promise<readonly Figure[]> {
  const bytes = readFileSync(join(process.cwd(), `test/read/gold/${set}.json`));
  if (createHash('sha256').update(bytes).digest('hex') !== digest) throw new Error('the set of documents was changed');
  const { items }: { readonly items: readonly Item[] } = JSON.parse(bytes.toString('utf8'));
  const gold = shared('gold');
  const pack = firstPack();
  if (gold === undefined || pack === undefined) return [];
  const scorer: Scorer = await import(pathToFileURL(join(gold, 'score.mjs')).href);
  const read = items.map((item, at) => {
    const layer = readLayer(new TextEncoder().encode(item.text), { fileName: fileOf(item, at) });
    if (!layer.ok) throw new Error('a document of the set makes no layer');
    return readingToClaimsJson(fileOf(item, at), layer.value, readClaims(layer.value, pack));
  });
  const wanted = items.map((item, at) => ({
    seed: fileNumber(at),
    file: fileOf(item, at),
    // The scorer takes the words of doubt as one string.
    items: item.claims.map((claim, i) => ({ ...claim, id: `${item.id}-${i}`, hedge: claim.hedge?.join('; ') })),
    mentions: item.mentions,
  }));
  const sumsOf = (isOf: (item: Item) => boolean) => {
    const of = <T>(list: readonly T[]): T[] => list.filter((_, at) => isOf(items[at] as Item));
    return scorer.score(of(wanted), of(read)).overall;
  };
  const rows = (overall: ReturnType<typeof sumsOf>, name: string, isPrinted: (row: string) => boolean): Figure[] =>
    rowsOf(overall, name, { set, how, isPrinted });
  const languages = [...new Set(items.map(({ language }) => language))].flatMap((language) => {
    const overall = sumsOf((item) => item.language === language);
    const { found, given, underProtected } = overall.mentions.total;
    return [
      ...rows(overall, language, (row) => ROWS.has(row) || row.startsWith('mentions')),
      {
        name: `${set} ${language}: mentions given that were marked`,
        value: Math.round((found / Math.max(1, given)) * 1000) / 1000,
        unit: 'share right',
        n: given,
        conditions: how,
      },
      {
        name: `${set} ${language}: mentions found with a weaker class than marked`,
        value: underProtected,
        unit: 'mentions',
        n: found,
        conditions: how,
      },
    ];
  });
  const genres = [...new Set(items.map(({ genre }) => genre))].flatMap((genre) =>
    rows(
      sumsOf((item) => item.genre === genre),
      genre,
      (row) => ROWS_OF_GENRES.has(row),
    ),
  );
  return [...languages, ...genres];
}

function fileOf(item: Item, at: number): string {
  return `${fileNumber(at)}_${item.id}.txt`;
}
