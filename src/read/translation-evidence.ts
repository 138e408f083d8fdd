import { NUMBER_UNITS } from './alignment/data/number-words.ts';

/** Scripts in which the texts of this trade are written and rendered. */
export type Script = 'han' | 'hangul' | 'latin';

const PATTERNS: readonly (readonly [Script, RegExp])[] = [
  ['han', /\p{Script=Han}/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['latin', /\p{Script=Latin}/gu],
];

/** Of a longer text the beginning tells enough, and the cost of looking stays even. */
const LOOKED_AT = 4000;

function countsOf(text: string): ReadonlyMap<Script, number> {
  const head = text.slice(0, LOOKED_AT);
  return new Map(PATTERNS.map(([script, pattern]) => [script, head.match(pattern)?.length ?? 0]));
}

/** What a text is written in, and how much it says: letters or syllables of that script. */
export interface Measure {
  /** Undefined when the text holds little, or is mixed. */
  readonly script: Script | undefined;
  readonly size: number;
}

/** Measures a text; a syllable weighs three letters when scripts are compared. */
export function measureOf(text: string): Measure {
  const counts = countsOf(text);
  const weights = PATTERNS.map(([script]) => ({
    script,
    weight: (counts.get(script) ?? 0) * (script === 'latin' ? 1 : 3),
  }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const best = weights.find(({ weight }) => weight * 4 >= total * 3);
  if (best === undefined || best.weight < 6) return { script: undefined, size: 0 };
  // Of a long text only the beginning was counted; its whole length says as much.
  const scale = text.length / Math.max(1, Math.min(text.length, LOOKED_AT));
  return { script: best.script, size: (counts.get(best.script) ?? 0) * scale };
}

/**
 * How many letters or syllables of the second script render one of the first. Measured on no corpus: from the usual
 * 1.5 to 2 English words of five letters for two Chinese characters, one and a half Korean syllables for a character.
 */
const RATES: readonly {
  readonly from: Script;
  readonly to: Script;
  readonly wide: readonly [number, number];
  readonly tight: readonly [number, number];
}[] = [
  { from: 'han', to: 'latin', wide: [1.5, 7], tight: [2, 5] },
  { from: 'hangul', to: 'latin', wide: [0.9, 4.5], tight: [1.2, 3.4] },
  { from: 'han', to: 'hangul', wide: [0.7, 3], tight: [0.9, 2.2] },
];

/** Whether two texts in different scripts are about as long as a text and its rendering. */
export function sizesFit(one: Measure, other: Measure, range: 'wide' | 'tight'): boolean {
  for (const rate of RATES) {
    const forth = one.script === rate.from && other.script === rate.to;
    if (!forth && !(other.script === rate.from && one.script === rate.to)) continue;
    const [low, high] = rate[range];
    const ratio = (forth ? other.size : one.size) / Math.max(1, forth ? one.size : other.size);
    return ratio >= low && ratio <= high;
  }
  return false;
}

function numbersIn(text: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const match of text
    .slice(0, LOOKED_AT)
    .matchAll(/(\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?)\s?(thousand|million|billion|[万萬만亿億억千천])?/g)) {
    const value = Number((match[1] ?? '').replaceAll(',', ''));
    numbers.add(Math.round(value * (NUMBER_UNITS.get(match[2] ?? '') ?? 1) * 1e6) / 1e6);
  }
  return numbers;
}

/** Whether the numbers in figures of two texts are the same. Numbers below ten are often written out: they only agree. */
export function sharedNumbers(one: string, other: string): 'agree' | 'contradict' | 'open' {
  const [a, b] = [numbersIn(one), numbersIn(other)];
  const shared = [...a].filter((value) => b.has(value));
  const only = (own: ReadonlySet<number>, their: ReadonlySet<number>) =>
    [...own].filter((value) => value >= 10 && !their.has(value)).length;
  const [left, right] = [only(a, b), only(b, a)];
  if (Math.min(left, right) > shared.length) return 'contradict';
  const telling = shared.filter((value) => value >= 100).length > 0 || shared.length >= 2;
  return telling && left + right <= shared.length ? 'agree' : 'open';
}

/** Whether a name in Latin letters that stands in a text of another script stands in the Latin text too. */
export function sharedNames(foreign: string, latin: string): boolean {
  const words = new Set(latin.slice(0, LOOKED_AT).match(/[\p{Script=Latin}\d_@.-]{3,40}/gu));
  return (foreign.slice(0, LOOKED_AT).match(/@?\p{Lu}[\p{Script=Latin}\d_.-]{2,39}/gu) ?? []).some((name) =>
    words.has(name),
  );
}
