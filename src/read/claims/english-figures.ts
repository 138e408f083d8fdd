import type { Span } from '../anchor.ts';
import type { Quantity } from '../claim.ts';
import type { DateSpan } from '../figures/date-expression.ts';
import { countedWords, type FigureSpan } from '../figures/figure-span.ts';
import { isMoney } from '../figures/measure.ts';
import { figuresOf } from '../figures/sentence-figures.ts';
import type { Token } from '../figures/tokens.ts';
import { startsCapital } from '../figures/tokens.ts';
import { isThing, unitOfPlural } from '../figures/unit.ts';
import type { CountedBefore } from './counted-before.ts';
import type { DateWords, QuantityWords } from './findings.ts';
import { isNoFigure } from './leaning-quantities.ts';
import { standsOnItsWords } from './make-claim.ts';
import type { Sentence } from './sentence-parts.ts';

/** The quantities of one English sentence, and what the next one may lean on. `text` is the layer's. */
export function englishQuantities(
  text: string,
  sentence: Sentence,
  {
    dates,
    heading,
    before,
  }: { readonly dates: readonly DateWords[]; readonly heading: boolean; readonly before: CountedBefore },
): { readonly quantities: readonly QuantityWords[]; readonly counted: CountedBefore } {
  const { tokens } = sentence;
  const words = text.slice(sentence.start, sentence.end);
  const dateTokens = tokensOfDates(tokens, dates);
  const { figures } = figuresOf(
    { words, start: sentence.start, tokens },
    { unit: before.unit, subject: before.subject, money: before.money, dates: dateTokens, heading },
  );
  const quantities = figures.flatMap((figure) => {
    if (isNoFigure(figure.unit)) return [];
    const quantity = quantityOf(tokens, { ...figure, unit: wonOf(figure.unit, words) }, text);
    // A number that only its surroundings make, such as a metre sign read as million, is left out rather than claimed.
    const { start, end } = spanOf(tokens, figure);
    return standsOnItsWords(quantity) ? [{ start, end, quantity }] : [];
  });
  const subject = firstUnit(tokens);
  return {
    quantities,
    counted: {
      won: before.won,
      money: figures.findLast(({ unit }) => isMoney(unit.split('/')[0] ?? ''))?.unit.split('/')[0] ?? before.money,
      subject: subject ?? before.subject,
      unit:
        figures.findLast(({ counted, unit }) => counted !== undefined && isThing(unit))?.unit ?? subject ?? before.unit,
    },
  };
}

/** Where rice is bought for won they are those of the North; brokers, prizes and settlement money reckon in those of the South. */
const NORTHERN =
  /\b(?:North Korean? (?:won|market|money)|rice|corn|maize|kilos?|kilograms?|kg|jangmadang|market prices?)\b/i;

function wonOf(unit: string, words: string): string {
  const [own, per] = unit.split('/');
  if (own === '¥') return unit.replace('¥', /\b(?:Japan(?:ese)?|Tokyo|Osaka|yen)\b/.test(words) ? 'JPY' : 'CNY');
  if (own !== 'won') return unit;
  const code = NORTHERN.test(words) ? 'KPW' : 'KRW';
  return per === undefined ? code : `${code}/${per}`;
}

/** Dates as tokens of a sentence. Both are in text order, so each is passed once. */
function tokensOfDates(tokens: readonly Token[], dates: readonly DateWords[]): DateSpan[] {
  const spans: DateSpan[] = [];
  let at = 0;
  for (const { start, end, norm, relative, weak } of dates) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++;
    let next = at;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < end) next++;
    if (next > at) spans.push({ first: at, next, norm, relative, weak });
  }
  return spans;
}

function quantityOf(tokens: readonly Token[], figure: FigureSpan, text: string): Quantity {
  const { value, low, high, unit, op } = figure;
  const counted = countedWords(tokens, figure);
  return {
    stated: wordsOf(tokens, figure, text),
    value,
    low,
    high,
    unit,
    counts: counted === undefined ? '' : wordsOf(tokens, counted, text).replace(/\s+/g, ' '),
    op,
  };
}

function wordsOf(tokens: readonly Token[], span: TokenSpan, text: string): string {
  const { start, end } = spanOf(tokens, span);
  return text.slice(start, end);
}

interface TokenSpan {
  readonly first: number;
  readonly next: number;
}

function spanOf(tokens: readonly Token[], { first, next }: TokenSpan): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 };
}

function firstUnit(tokens: readonly Token[]): string | undefined {
  for (const [i, token] of tokens.entries()) {
    const unit = i > 0 && startsCapital(token.text) ? undefined : unitOfPlural(token.lower);
    if (unit !== undefined && isThing(unit)) return unit;
  }
  return undefined;
}
