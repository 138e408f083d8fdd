import { readClaims } from '../src/read/claims/read-claims.ts';
import gold from '../src/read/figures/gold/sentences.json' with { type: 'json' };
import { SAMPLE_PACK, sentenceLayer } from '../src/read/figures/gold-set.ts';
import type { Layer } from '../src/read/index.ts';
import mentionGold from '../src/read/mentions/gold/sentences.json' with { type: 'json' };
import { isProtected } from '../src/read/mentions/veil.ts';
import type { Figure } from './figure.ts';
import { publishedNames } from './published-readings.ts';

/** Reading speed and quality of figures and mentions on our own invented sentences, and Korean names of a published suite. */
export async function figures(): Promise<readonly Figure[]> {
  return [speed(), ...ownFigures(), ...ownMentions(), ...publishedNames()];
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
