import { AUXILIARIES } from './data/function-words.ts';
import { COUNTABLE, NOT_VAGUE_AFTER, SHARES, VAGUE } from './data/vague.ts';
import type { FigureSpan } from './figure-span.ts';
import type { Token } from './tokens.ts';
import { countedAt, unitOfPlural } from './unit.ts';

/**
 * Reads counts without a number ("many villagers", "dozens of schools", "most residents"): `value` null and `op` `?`.
 * Only where something that can be compared is counted. `taken` are tokens that belong to a figure with a number.
 */
export function findVague(
  tokens: readonly Token[],
  taken: (token: number) => boolean,
  earlierUnit: string | undefined,
): FigureSpan[] {
  const found: FigureSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (taken(at)) continue;
    const figure =
      readVague(tokens, at, earlierUnit) ??
      readShare(tokens, at) ??
      readSomeOf(tokens, at, earlierUnit) ??
      readNearly(tokens, at, earlierUnit);
    if (figure === undefined) continue;
    found.push(figure);
    at = Math.max(at, figure.next - 1);
  }
  return found;
}

function readVague(tokens: readonly Token[], at: number, earlierUnit: string | undefined): FigureSpan | undefined {
  const phrase = longest(VAGUE_BY_FIRST, tokens, at);
  if (phrase === 0 || NOT_VAGUE_AFTER.has(tokens[at - 1]?.lower ?? '')) return undefined;
  const next = at + phrase;
  const last = tokens[next - 1]?.lower ?? '';
  const of = tokens[next]?.lower === 'of' ? 1 : 0;
  // "tens of thousands", "scores" and "a number" count only with "of".
  if (/^(?:dozens|scores|hundreds|thousands|millions|number|handful)$/.test(last) && of === 0) {
    // "Thousands were sent back": of people alone.
    const were = /^(?:were|are|have|had|was)$/.test(tokens[next]?.lower ?? '') && /s$/.test(last);
    return were ? vagueFigure(at, next, 'persons') : undefined;
  }
  const first = tokens[at - 1]?.lower === 'only' ? at - 1 : at;
  const determiner = of === 1 && /^(?:the|these|those|its|their|our)$/.test(tokens[next + 1]?.lower ?? '') ? 1 : 0;
  const counted = countedAt(tokens, next + of + determiner, { one: false });
  const bare = last === 'few' || last === 'numbers';
  // "Only a few came": of people alone, since of anything else it could be anything.
  const meant = [subject(tokens, at), earlierUnit].find((found) => found === 'persons' || found === 'households');
  // "a few rich ones": of those who were spoken of.
  const ones = [1, 2, 3].some((step) => tokens[next + step - 1]?.lower === 'ones');
  const unit = (ones ? meant : undefined) ?? counted?.unit ?? (bare && of === 0 ? meant : undefined);
  if (unit === undefined || !COUNTABLE.has(unit) || tokens[counted?.head ?? -1]?.lower === 'times') return undefined;
  return { first, next, value: null, low: null, high: null, op: '?', unit, counted, amount: { first, next } };
}

function readShare(tokens: readonly Token[], at: number): FigureSpan | undefined {
  if (tokens[at]?.lower === 'mostly' && subject(tokens, at) === 'persons') {
    return {
      first: at,
      next: at + 1,
      value: null,
      low: null,
      high: null,
      op: '?',
      unit: 'share',
      counted: undefined,
      amount: { first: at, next: at + 1 },
    };
  }
  const phrase = longest(SHARES_BY_FIRST, tokens, at);
  if (phrase === 0 || /^(?:the|at|very|my|your)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const next = at + phrase;
  const of = tokens[next]?.lower === 'of' ? 1 : 0;
  const determiner = of === 1 && /^(?:the|these|those|its|their|our)$/.test(tokens[next + 1]?.lower ?? '') ? 1 : 0;
  const counted = countedAt(tokens, next + of + determiner, { one: false });
  if (counted === undefined || !COUNTABLE.has(counted.unit)) return undefined;
  return {
    first: at,
    next,
    value: null,
    low: null,
    high: null,
    op: '?',
    unit: 'share',
    counted,
    amount: { first: at, next },
  };
}

const OF_WHOM = /^(?:them|these|those|us|whom|which)$/;

/** "some of the women", "some of them", and "Some were", "Most had": of people spoken of before. */
function readSomeOf(tokens: readonly Token[], at: number, earlierUnit: string | undefined): FigureSpan | undefined {
  const word = tokens[at]?.lower ?? '';
  if (!/^(?:some|most|many|several|few|others)$/.test(word)) return undefined;
  const next = at + 1;
  if (tokens[next]?.lower === 'of') {
    const after = tokens[next + 1]?.lower ?? '';
    const people = personsOf(subject(tokens, at)) ?? personsOf(earlierUnit);
    if (OF_WHOM.test(after)) return people === undefined ? undefined : vagueFigure(at, next, people);
    if (!/^(?:the|these|those|its|their|our)$/.test(after) || word !== 'some') return undefined;
    const counted = countedAt(tokens, next + 2, { one: false });
    return counted !== undefined && COUNTABLE.has(counted.unit)
      ? vagueFigure(at, next, counted.unit, counted)
      : undefined;
  }
  const before = tokens[at - 1]?.text ?? '.';
  const people = personsOf(earlierUnit);
  const opens = at === 0 || /^[,;—–.“"'(]$/.test(before) || /^(?:and|but|while)$/.test(before);
  return opens && people !== undefined && AUXILIARIES.has(tokens[next]?.lower ?? '')
    ? vagueFigure(at, next, people)
    : undefined;
}

/** "nearly all have children", "almost nobody is going", "hardly anyone". */
function readNearly(tokens: readonly Token[], at: number, earlierUnit: string | undefined): FigureSpan | undefined {
  if (!/^(?:nearly|almost|hardly|scarcely|virtually)$/.test(tokens[at]?.lower ?? '')) return undefined;
  const word = tokens[at + 1]?.lower ?? '';
  if (/^(?:nobody|everyone|everybody|anyone|anybody)$/.test(word)) return vagueFigure(at, at + 2, 'persons');
  if (word === 'no' && tokens[at + 2]?.lower === 'one') return vagueFigure(at, at + 3, 'persons');
  if (word !== 'all' && word !== 'none') return undefined;
  const behind = tokens[at + 2]?.lower ?? '';
  const people = personsOf(subject(tokens, at)) ?? personsOf(earlierUnit);
  const bare = AUXILIARIES.has(behind) || (behind === 'of' && OF_WHOM.test(tokens[at + 3]?.lower ?? ''));
  return bare && people !== undefined ? vagueFigure(at, at + 2, people) : undefined;
}

function personsOf(unit: string | undefined): string | undefined {
  return unit === 'persons' || unit === 'households' ? unit : undefined;
}

function vagueFigure(first: number, next: number, unit: string, counted?: FigureSpan['counted']): FigureSpan {
  return { first, next, value: null, low: null, high: null, op: '?', unit, counted, amount: { first, next } };
}

type PhrasesByFirst = ReadonlyMap<string, readonly (readonly string[])[]>;

function byFirst(phrases: readonly (readonly string[])[]): PhrasesByFirst {
  const map = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const first = phrase[0] ?? '';
    map.set(first, [...(map.get(first) ?? []), phrase]);
  }
  return map;
}

const VAGUE_BY_FIRST = byFirst(VAGUE);
const SHARES_BY_FIRST = byFirst(SHARES);

function longest(phrases: PhrasesByFirst, tokens: readonly Token[], at: number): number {
  let length = 0;
  for (const phrase of phrases.get(tokens[at]?.lower ?? '') ?? NONE) {
    if (phrase.length > length && phrase.every((word, i) => tokens[at + i]?.lower === word)) length = phrase.length;
  }
  return length;
}

const NONE: readonly (readonly string[])[] = [];

function subject(tokens: readonly Token[], at: number): string | undefined {
  let found: string | undefined;
  for (let i = at - 1; i >= 0 && i >= at - 20; i--) found = unitOfPlural(tokens[i]?.lower ?? '') ?? found;
  return found;
}
