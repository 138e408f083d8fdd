import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SAMPLE_PACK, sentenceLayer } from '../src/read/figures/gold-set.ts';
import { numbersOf } from '../src/read/figures/number.ts';
import { parseThemePack, readClaims, readingToClaimsJson, readLayer, type ThemePack } from '../src/read/index.ts';
import { isProtected } from '../src/read/mentions/veil.ts';
import type { Figure } from './figure.ts';

/** Microsoft Recognizers-Text, English numbers: a case is right when all its spans and values are. */
export function publishedNumbers(): Figure[] {
  const file = shared('testdata/recognizers-text/English/NumberModel.json');
  if (file === undefined) return [];
  const cases: readonly NumberCase[] = JSON.parse(readFileSync(file, 'utf8'));
  let right = 0;
  let spans = 0;
  let wanted = 0;
  for (const { Input, Results } of cases) {
    const given = numbersOf(Input).map(({ start, end, value }) => `${start} ${end} ${rounded(value)}`);
    const gold = Results.map(
      ({ Start, End, Resolution }) => `${Start} ${End + 1} ${rounded(Number(Resolution.value))}`,
    );
    if (given.join() === gold.join()) right++;
    spans += gold.filter((one) => given.includes(one)).length;
    wanted += gold.length;
  }
  const conditions = 'Recognizers-Text, English NumberModel, span and value; its own npm package has .85 of the cases';
  return [
    {
      name: 'published number cases',
      value: share(right, cases.length),
      unit: 'share right',
      n: cases.length,
      conditions,
    },
    { name: 'published numbers', value: share(spans, wanted), unit: 'recall', n: wanted, conditions },
  ];
}

interface NumberCase {
  readonly Input: string;
  readonly Results: readonly {
    readonly Start: number;
    readonly End: number;
    readonly Resolution: { readonly value: string };
  }[];
}

/** KLUE named entities: how many of the persons would be held back. Half of its sentences are film reviews. */
export function publishedNames(): Figure[] {
  const file = shared('testdata/ner-ko-klue/dev-half.tsv');
  if (file === undefined) return [];
  let wanted = 0;
  let found = 0;
  let given = 0;
  let right = 0;
  for (const { text, persons } of klueSentences(readFileSync(file, 'utf8'))) {
    const layer = sentenceLayer(`문장 ${text}`, { language: 'ko' });
    const shift = layer.text.indexOf(text);
    if (shift < 0) continue;
    const held = readClaims(layer, SAMPLE_PACK).mentions.filter(isProtected);
    const spans = persons.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
    wanted += spans.length;
    found += spans.filter(({ start, end }) => held.some((one) => covered(one, start, end) >= (end - start) / 2)).length;
    const named = held.filter(({ type }) => type === 'person');
    given += named.length;
    right += named.filter((one) => spans.some(({ start, end }) => covered(one, start, end) > 0)).length;
  }
  const conditions = 'KLUE named entities, persons at least half covered; film reviews and news';
  return [
    { name: 'Korean persons held back', value: share(found, wanted), unit: 'recall', n: wanted, conditions },
    { name: 'Korean persons held back', value: share(right, given), unit: 'precision', n: given, conditions },
  ];
}

interface NamedSentence {
  readonly text: string;
  readonly persons: readonly { readonly start: number; readonly end: number }[];
}

function klueSentences(file: string): NamedSentence[] {
  return file.split('\n\n').flatMap((block): NamedSentence[] => {
    let text = '';
    const persons: { start: number; end: number }[] = [];
    for (const line of block.split('\n')) {
      const [character, tag] = line.split('\t');
      if (line.startsWith('##') || character === undefined || tag === undefined) continue;
      const start = text.length;
      text += character === '' ? ' ' : character;
      const last = persons.at(-1);
      if (tag === 'B-PS') persons.push({ start, end: text.length });
      else if (tag === 'I-PS' && last !== undefined) last.end = text.length;
    }
    return text.trim() === '' || text.includes('<') ? [] : [{ text, persons }];
  });
}

/** The two readings of the development set, read through the whole room and scored by their own scorer. */
export async function goldRows(): Promise<Figure[]> {
  const gold = shared('gold');
  const documents = shared('documents');
  const pack = firstPack();
  if (gold === undefined || documents === undefined || pack === undefined) return [];
  const scorer: Scorer = await import(pathToFileURL(join(gold, 'score.mjs')).href);
  const readings = scorer.readGold(gold).map(({ file }) => {
    const layer = readLayer(readFileSync(join(documents, file)), { fileName: file });
    if (!layer.ok) throw new Error('a document of the development set makes no layer');
    return readingToClaimsJson(file, layer.value, readClaims(layer.value, pack));
  });
  const { overall } = scorer.score(scorer.readGold(gold), readings);
  const conditions = 'development set of two documents, one reader: rules were made with it in view';
  const { all, numeric } = overall.quantity;
  const rows: Figure[] = [
    { name: 'quantities of real documents', value: share(all.ok, all.gold), unit: 'recall', n: all.gold, conditions },
    {
      name: 'quantities of real documents',
      value: share(all.ok, all.given),
      unit: 'precision',
      n: all.given,
      conditions,
    },
    { name: 'numeric quantities', value: share(numeric.ok, numeric.gold), unit: 'recall', n: numeric.gold, conditions },
  ];
  for (const field of ['first attribution', 'date compatible', 'place'] as const) {
    const row = overall.fields[field];
    if (row === undefined) continue;
    rows.push({
      name: `${field} of matched claims`,
      value: share(row.ok, row.tried),
      unit: 'share right',
      n: row.tried,
      conditions,
    });
  }
  const { found, gold: mentions, underProtected } = overall.mentions.total;
  rows.push({ name: 'mentions to protect', value: share(found, mentions), unit: 'recall', n: mentions, conditions });
  rows.push({
    name: 'mentions under-protected',
    value: underProtected,
    unit: 'found with a weaker class',
    n: found,
    conditions,
  });
  return rows;
}

interface Scorer {
  readonly readGold: (folder: string) => readonly { readonly file: string }[];
  readonly score: (gold: readonly object[], readings: readonly object[]) => { readonly overall: Overall };
}

interface Tally {
  readonly ok: number;
  readonly gold: number;
  readonly given: number;
}

interface Overall {
  readonly quantity: { readonly all: Tally; readonly numeric: Tally };
  readonly fields: Readonly<Record<string, { readonly ok: number; readonly tried: number } | undefined>>;
  readonly mentions: {
    readonly total: { readonly found: number; readonly gold: number; readonly underProtected: number };
  };
}

function firstPack(): ThemePack | undefined {
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
function shared(path: string): string | undefined {
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

function covered(one: { readonly start: number; readonly end: number }, start: number, end: number): number {
  return Math.max(0, Math.min(one.end, end) - Math.max(one.start, start));
}

function rounded(value: number): number {
  return Number(value.toPrecision(10));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}
