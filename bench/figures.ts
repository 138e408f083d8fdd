import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import gold from '../src/read/figures/gold/sentences.json' with { type: 'json' };
import { SAMPLE_PACK, sentenceLayer } from '../src/read/figures/gold-set.ts';
import { numbersOf } from '../src/read/figures/number.ts';
import { readClaims } from '../src/read/figures/read-claims.ts';
import type { Layer } from '../src/read/index.ts';
import mentionGold from '../src/read/mentions/gold/sentences.json' with { type: 'json' };
import { isProtected } from '../src/read/mentions/veil.ts';
import type { Figure } from './figure.ts';

/** Reading speed and quality of figures and mentions: our own invented sentences, and a published suite of numbers. */
export async function figures(): Promise<readonly Figure[]> {
  return [speed(), ...ownFigures(), ...ownMentions(), ...publishedNumbers()];
}

const ROUNDS = 40;

function speed(): Figure {
  const text = gold.sentences.map(({ text }) => text).join(' ');
  const layer: Layer = sentenceLayer(Array.from({ length: ROUNDS }, () => text).join('\n\n'), {
    language: 'en',
    date: '2021-05-04',
  });
  readClaims(layer, SAMPLE_PACK);
  const started = process.cpuUsage().user;
  readClaims(layer, SAMPLE_PACK);
  const seconds = (process.cpuUsage().user - started) / 1e6;
  return {
    name: 'reading of figures and mentions',
    value: round(layer.text.length / 1e6 / seconds),
    unit: 'MB of English text per processor second',
    n: layer.text.length,
    conditions: 'invented sentences, one figure each: denser than prose',
  };
}

function ownFigures(): Figure[] {
  const tally = { right: 0, given: 0, wanted: 0 };
  for (const { text, documentDate, figures: wanted } of gold.sentences) {
    const { claims } = readClaims(sentenceLayer(text, { date: documentDate, language: 'en' }), SAMPLE_PACK);
    const given = claims.flatMap(({ quantity }) => quantity).map(keyOf);
    count(tally, given, wanted.map(keyOf));
  }
  return rates('figures of invented sentences', tally, 'value, bounds, unit and comparator equal');
}

function ownMentions(): Figure[] {
  const tally = { right: 0, given: 0, wanted: 0 };
  for (const { text, language, mentions } of mentionGold.sentences) {
    const held = readClaims(sentenceLayer(text, { language }), SAMPLE_PACK).mentions.filter(isProtected);
    const covered = mentions.filter(({ surface }) =>
      held.some((one) => overlap(one, text.indexOf(surface), surface.length)),
    );
    tally.right += covered.length;
    tally.wanted += mentions.length;
    tally.given += Math.max(covered.length, held.length);
  }
  return rates(
    'words to hold back in invented sentences',
    tally,
    'English, Chinese, Korean; at least half of the words covered',
  );
}

/** Microsoft Recognizers-Text, English numbers: a case is right when all spans and values are. */
function publishedNumbers(): Figure[] {
  const file = suite();
  if (file === undefined) {
    console.error('published number suite not found: its figure is left out');
    return [];
  }
  const cases: readonly NumberCase[] = JSON.parse(readFileSync(file, 'utf8'));
  let right = 0;
  let spans = 0;
  let wanted = 0;
  for (const { Input, Results } of cases) {
    const given = numbersOf(Input).map(({ start, end, value }) => `${start} ${end} ${Number(value.toPrecision(10))}`);
    const gold = Results.map(
      ({ Start, End, Resolution }) => `${Start} ${End + 1} ${Number(Number(Resolution.value).toPrecision(10))}`,
    );
    if (given.join() === gold.join()) right++;
    spans += gold.filter((one) => given.includes(one)).length;
    wanted += gold.length;
  }
  const conditions = 'Recognizers-Text English NumberModel; its own npm package has .85 of the cases';
  return [
    {
      name: 'published number cases',
      value: round(right / cases.length),
      unit: 'share right',
      n: cases.length,
      conditions,
    },
    { name: 'published number spans', value: round(spans / wanted), unit: 'recall', n: wanted, conditions },
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

/** The suite beside the repository, wherever the bundle runs from; undefined when it is not there. */
function suite(): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, '../shared/testdata/recognizers-text/English/NumberModel.json');
    if (existsSync(file)) return file;
  }
  return undefined;
}

interface Tally {
  right: number;
  given: number;
  wanted: number;
}

function count(tally: Tally, given: readonly string[], wanted: readonly string[]): void {
  const left = [...given];
  for (const one of wanted) {
    const at = left.indexOf(one);
    if (at < 0) continue;
    left.splice(at, 1);
    tally.right++;
  }
  tally.given += given.length;
  tally.wanted += wanted.length;
}

function rates(name: string, { right, given, wanted }: Tally, conditions: string): Figure[] {
  return [
    { name, value: round(right / wanted), unit: 'recall', n: wanted, conditions },
    { name, value: round(right / given), unit: 'precision', n: given, conditions },
  ];
}

function keyOf(one: {
  readonly op: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
}): string {
  return [one.op, one.value?.toPrecision(10), one.low, one.high, one.unit].join(' ');
}

function overlap(one: { readonly start: number; readonly end: number }, at: number, length: number): boolean {
  return Math.min(one.end, at + length) - Math.max(one.start, at) >= length / 2;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
