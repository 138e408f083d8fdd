import { isAge } from '../figures/not-figures.ts';
import { numbersIn } from '../figures/number.ts';
import type { Token } from '../figures/tokens.ts';

/** Tokens that give somebody's age; `next` is exclusive. */
export interface AgeSpan {
  readonly first: number;
  readonly next: number;
}

/** "aged 17", "17-year-old", "34 years old", "a woman of 34", "in their 30s", "in her late twenties", "Li Wenbo, 34,". */
export function findAges(tokens: readonly Token[]): AgeSpan[] {
  return [...agesInYears(tokens), ...agesInDecades(tokens)];
}

function agesInYears(tokens: readonly Token[]): AgeSpan[] {
  return numbersIn(tokens).flatMap((number): AgeSpan[] => {
    if (!isAge(tokens, number)) return [];
    const before = tokens[number.first - 1]?.lower ?? '';
    const ofAge = before === 'of' && tokens[number.first - 2]?.lower === 'age';
    const lead = ofAge ? 2 : /^(?:of|aged|age|ages|under|over|below|above)$/.test(before) ? 1 : 0;
    let next = number.next;
    while (next < number.next + 4 && /^(?:-|years?|olds?|of|age)$/.test(tokens[next]?.lower ?? '')) next++;
    const article = tokens[number.first - lead - 1]?.lower === 'the' && next > number.next ? 1 : 0;
    return [{ first: number.first - lead - article, next }];
  });
}

const DECADE = /^(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)$/;

function agesInDecades(tokens: readonly Token[]): AgeSpan[] {
  const found: AgeSpan[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.lower !== 'in' || !/^(?:his|her|their|its|my|our)$/.test(tokens[at + 1]?.lower ?? '')) continue;
    let next = at + 2;
    while (next < at + 4 && /^(?:early|mid|late|-)$/.test(tokens[next]?.lower ?? '')) next++;
    if (DECADE.test(tokens[next]?.lower ?? '')) found.push({ first: at, next: next + 1 });
    if (!/^[1-9]0$/.test(tokens[next]?.text ?? '')) continue;
    const mark = /^['’]$/.test(tokens[next + 1]?.text ?? '') ? 1 : 0;
    if (tokens[next + 1 + mark]?.lower === 's') found.push({ first: at, next: next + 2 + mark });
  }
  return found;
}
