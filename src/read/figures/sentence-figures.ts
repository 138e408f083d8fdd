import type { DateSpan } from './date-expression.ts';
import { type FigureSpan, findFigures } from './figure-span.ts';
import { addressSpans } from './not-figures.ts';
import { findSpoken } from './spoken-counts.ts';
import type { Token } from './tokens.ts';
import { findVague } from './vague.ts';

/** What a sentence's figures may lean on. */
export interface FigureContext {
  readonly dates: readonly DateSpan[];
  /** Unit of what was counted last, for "four of them"; undefined when nothing was. */
  readonly unit: string | undefined;
  /** Unit of the first plural that was spoken of last, for "only a few came". */
  readonly subject: string | undefined;
  /** Currency of the last sum of money. */
  readonly money?: string | undefined;
  /** Counts without a number are not read in headings. */
  readonly heading: boolean;
}

/** The figures of one English sentence in its order, with and without a number: `numeric` are those with one. `words` are those of the sentence, which begin at `start` of the text that the tokens are of. */
export function figuresOf(
  { words, start, tokens }: { readonly words: string; readonly start: number; readonly tokens: readonly Token[] },
  { dates, unit, subject, money, heading }: FigureContext,
): { readonly figures: readonly FigureSpan[]; readonly numeric: readonly FigureSpan[] } {
  const addresses = addressSpans(words).map((each) => ({ start: start + each.start, end: start + each.end }));
  const skipped = (token: Token): boolean =>
    addresses.some((each) => each.start <= token.start && token.start < each.end);
  const numeric = findFigures(tokens, { dates, skipped, earlierUnit: unit, money });
  const taken = new Uint8Array(tokens.length);
  for (const { first, next } of [...numeric, ...dates]) taken.fill(1, first, next);
  const spoken = findSpoken(tokens, (token) => taken[token] === 1);
  for (const { first, next } of spoken) taken.fill(1, first, next);
  const vague = heading ? [] : findVague(tokens, (token) => taken[token] === 1, subject);
  return { figures: [...numeric, ...spoken, ...vague].sort((a, b) => a.first - b.first), numeric };
}
