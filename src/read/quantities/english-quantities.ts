import { findDates } from '../figures/date-expression.ts';
import { countedWords, type FigureSpan, findFigures, isMoney } from '../figures/figure-span.ts';
import { addressSpans } from '../figures/not-figures.ts';
import { type Token, tokensOf } from '../figures/tokens.ts';
import { findVague } from '../figures/vague.ts';
import { sentencesOf } from '../sentences.ts';
import type { QuantityForm, QuantitySpan } from './quantity-span.ts';

/** A sentence that goes on longer is read in pieces: what a number counts stands near it. */
const LONGEST_PIECE = 2000;

/** The quantities of an English text, by the grammar of the figures, sentence by sentence. */
export function englishQuantities(text: string): readonly QuantitySpan[] {
  return sentencesOf(text, 'en').flatMap(({ start, end }) => {
    const spans: QuantitySpan[] = [];
    for (let from = start; from < end; ) {
      const to = pieceEnd(text, from, end);
      spans.push(...readSentence(text.slice(from, to), from));
      from = to;
    }
    return spans;
  });
}

function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= LONGEST_PIECE) return end;
  const space = text.lastIndexOf(' ', from + LONGEST_PIECE);
  return space > from ? space : from + LONGEST_PIECE;
}

function readSentence(sentence: string, offset: number): readonly QuantitySpan[] {
  const tokens = tokensOf(sentence, offset);
  const dates = findDates(tokens, undefined);
  const addresses = addressSpans(sentence);
  const skipped = (token: Token): boolean =>
    addresses.some(({ start, end }) => offset + start <= token.start && token.start < offset + end);
  const numeric = findFigures(tokens, { dates, skipped, earlierUnit: undefined });
  const taken = new Uint8Array(tokens.length);
  for (const { first, next } of [...numeric, ...dates]) taken.fill(1, first, next);
  const vague = findVague(tokens, (token) => taken[token] === 1, undefined);
  return [...numeric, ...vague].sort((a, b) => a.first - b.first).map((figure) => spanOf(tokens, figure));
}

function spanOf(tokens: readonly Token[], figure: FigureSpan): QuantitySpan {
  const { value, low, high, op, unit } = figure;
  const words = countedWords(tokens, figure);
  const start = tokens[figure.first]?.start ?? 0;
  const end = tokens[figure.next - 1]?.end ?? 0;
  return {
    start,
    end,
    amountStart: start,
    amountEnd: end,
    value,
    low,
    high,
    op,
    unit,
    counted: words && { start: tokens[words.first]?.start ?? 0, end: tokens[words.next - 1]?.end ?? 0 },
    form: formOf(unit, op),
  };
}

function formOf(unit: string, op: FigureSpan['op']): QuantityForm {
  if (op === '?') return 'vague';
  const [own, per] = unit.split('/');
  if (per !== undefined) return 'rate';
  if (own === 'percent' || own === 'percentage points') return 'percent';
  return isMoney(unit) ? 'money' : 'number';
}
