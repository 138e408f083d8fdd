import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Layer,
  parseThemePack,
  type Reading,
  readClaims,
  readingToClaimsJson,
  readLayer,
  type ThemePack,
} from '../src/read/index.ts';
import type { Figure } from './figure.ts';

/** What the scorer counts of one attribute: right, tried on matched claims, and all in the gold. */
interface Tally {
  readonly ok: number;
  readonly tried: number;
  readonly gold: number;
  readonly given: number;
}

interface Overall {
  readonly claims: Readonly<Record<'core' | 'coreFound' | 'given' | 'correct', number>>;
  readonly quantity: { readonly all: Tally; readonly numeric: Tally };
  readonly fields: Readonly<Record<string, Tally | undefined>>;
  readonly kinds: Readonly<Record<string, Tally | undefined>>;
  readonly mentions: {
    readonly byClass: Readonly<Record<string, { readonly found: number; readonly gold: number } | undefined>>;
    readonly total: Readonly<Record<'found' | 'gold' | 'given' | 'underProtected', number>>;
  };
}

/** The scorer that stands beside the gold readings. */
export interface Scorer {
  readonly readGold: (folder: string) => readonly { readonly file: string }[];
  readonly score: (gold: readonly object[], readings: readonly object[]) => { readonly overall: Overall };
}

const DEVELOPMENT = 'development set, rules were made with it in view';

/** The bars of the rows, as shares; a row without one is printed only. */
const BARS: Readonly<Record<string, number>> = {
  'core recall': 0.88,
  precision: 0.8,
  kind: 0.75,
  'first attribution': 0.85,
  'whole chain': 0.7,
  'date compatible': 0.9,
  place: 0.8,
  'rule modality': 0.9,
  'risk category': 0.65,
  'quantity recall': 0.95,
  'quantity precision': 0.95,
  'mentions singling-out': 1,
};

/** The two readings of the development set, read through the whole room and scored by their own scorer, each row with its n. */
export async function goldDocuments(): Promise<Figure[]> {
  const gold = shared('gold');
  const documents = shared('documents');
  const pack = firstPack();
  if (gold === undefined || documents === undefined || pack === undefined) return [];
  const scorer: Scorer = await import(pathToFileURL(join(gold, 'score.mjs')).href);
  const wanted = scorer.readGold(gold);
  const read = wanted.map(({ file }) => {
    const layer = readLayer(readFileSync(join(documents, file)), { fileName: file });
    if (!layer.ok) throw new Error('a document of the development set makes no layer');
    return { file, layer: layer.value, reading: readClaims(layer.value, pack) };
  });
  const json = read.map(({ file, layer, reading }) => readingToClaimsJson(file, layer, reading));
  const both = rowsOf(scorer.score(wanted, json).overall, 'both');
  const each = wanted.flatMap((one, i) =>
    rowsOf(scorer.score([one], json.slice(i, i + 1)).overall, one.file.slice(0, 3)),
  );
  return [
    ...both,
    ...each,
    ...read.map(({ file, layer, reading }) => findingsPerSentence(file.slice(0, 3), layer, reading)),
  ];
}

/** The scorer tells files apart by three digits. */
export function fileNumber(at: number): string {
  return String(at).padStart(3, '0');
}

/** The rows of a report as figures, each with its n; rows without a case are left out, and those that are not to be printed. */
export function rowsOf(
  overall: Overall,
  name: string,
  {
    set = 'gold',
    how = DEVELOPMENT,
    isPrinted = () => true,
  }: { readonly set?: string; readonly how?: string; readonly isPrinted?: (row: string) => boolean } = {},
): Figure[] {
  const { claims, quantity, fields, kinds, mentions } = overall;
  const rows: [string, number, number][] = [
    ['core recall', claims.coreFound, claims.core],
    ['precision', claims.correct, claims.given],
    ['quantity recall', quantity.all.ok, quantity.all.gold],
    ['quantity precision', quantity.all.ok, quantity.all.given],
  ];
  for (const [field, tally] of Object.entries(fields))
    if (tally !== undefined) rows.push([field, tally.ok, tally.tried]);
  for (const [kind, tally] of Object.entries(kinds))
    if (tally !== undefined) rows.push([`kind ${kind}`, tally.ok, tally.tried]);
  for (const [type, tally] of Object.entries(mentions.byClass))
    if (tally !== undefined) rows.push([`mentions ${type}`, tally.found, tally.gold]);
  rows.push(['mentions', mentions.total.found, mentions.total.gold]);
  return rows
    .filter(([row, , whole]) => whole > 0 && isPrinted(row))
    .map(([row, part, whole]) => ({
      name: `${set} ${name}: ${row}`,
      value: Math.round((part / whole) * 1000) / 1000,
      unit: 'share right',
      n: whole,
      conditions: `${how}${name === 'both' ? barOf(row, part / whole, whole) : ''}`,
    }));
}

function barOf(row: string, value: number, n: number): string {
  const bar = BARS[row];
  if (bar === undefined) return '';
  return n < 10 && row !== 'mentions singling-out'
    ? `; bar ${bar} does not count below n 10`
    : `; bar ${bar} ${value >= bar ? 'met' : 'NOT met'}`;
}

/** Protected findings for each three sentences of content: at most one is wanted. */
function findingsPerSentence(name: string, layer: Layer, reading: Reading): Figure {
  const sentences = layer.blocks
    .filter(({ label }) => label === 'content')
    .map(({ start, end }) => layer.text.slice(start, end).split(/(?<=[.!?。！？])\s*/u).length)
    .reduce((sum, count) => sum + count, 0);
  const held = reading.mentions.filter(({ protection }) => !['byline', 'public', 'public-figure'].includes(protection));
  return {
    name: `gold ${name}: protected findings for each three sentences`,
    value: Math.round((held.length / sentences) * 3 * 100) / 100,
    unit: 'findings',
    n: sentences,
    conditions: 'at most 1 is wanted',
  };
}

/** The theme pack that ships with the program; undefined when it is not beside the bundle. */
export function firstPack(): ThemePack | undefined {
  const folder = upwards('packs/north-korea-china');
  if (folder === undefined) return undefined;
  const files = new Map(
    readdirSync(folder).map((name): [string, Uint8Array] => [name, readFileSync(join(folder, name))]),
  );
  const parsed = parseThemePack(files);
  if (!parsed.ok) throw new Error('the first theme pack is refused');
  return parsed.value;
}

/** A file of the folder beside the repository; undefined, said aloud, when it is not there. */
export function shared(path: string): string | undefined {
  const found = upwards(join('../shared', path));
  if (found === undefined) console.error(`${path} is not beside the repository: its figures are left out`);
  return found;
}

/** Looks up from wherever the bundle runs. */
function upwards(path: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, path))) return join(folder, path);
  }
  return undefined;
}
