import { findDates } from '../figures/date-expression.ts';
import { countedWords, type FigureSpan } from '../figures/figure-span.ts';
import { isMoney } from '../figures/measure.ts';
import { readNumberAt } from '../figures/number.ts';
import { figuresOf } from '../figures/sentence-figures.ts';
import { type Token, tokensOf } from '../figures/tokens.ts';
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
  const { figures, numeric } = figuresOf(
    { words: sentence, start: offset, tokens },
    { dates, unit: undefined, subject: undefined, heading: false },
  );
  const spans: QuantitySpan[] = [];
  let last = 0;
  for (const figure of figures) {
    if (figure.first < last) continue;
    const sum = sumOf(tokens, figure, numeric);
    last = sum?.next ?? figure.next;
    spans.push(sum === undefined ? spanOf(tokens, figure) : withSum(tokens, spanOf(tokens, figure), sum));
  }
  return spans;
}

interface Sum {
  readonly next: number;
  readonly value: number;
}

const COINS: ReadonlySet<string> = new Set(['cents', 'pence']);
const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** "13 dollars and 45 cents", "75 USD million", "15 dollars 50": money that goes on behind its unit. */
function sumOf(tokens: readonly Token[], figure: FigureSpan, figures: readonly FigureSpan[]): Sum | undefined {
  const { value, unit, amount } = figure;
  if (value === null || !isMoney(unit) || COINS.has(unit) || figure.next > amount.next) return undefined;
  if (tokens[amount.next - 1]?.kind !== 'word') return undefined;
  const scale = MULTIPLIERS.get(tokens[amount.next]?.lower ?? '');
  if (scale !== undefined) return { next: amount.next + 1, value: value * scale };
  const first = tokens[amount.next]?.lower === 'and' ? amount.next + 1 : amount.next;
  const coins = figures.find((other) => other.first === first && COINS.has(other.unit));
  if (coins?.value != null) return { next: coins.next, value: value + coins.value / 100 };
  // Two digits that end the clause: whatever they count would stand behind them.
  const spoken = readNumberAt(tokens, first);
  const behind = tokens[spoken?.next ?? 0];
  if (spoken === undefined || spoken.value < 1 || spoken.value > 99 || !Number.isInteger(spoken.value))
    return undefined;
  return behind === undefined || /^[.,;!?)]$/.test(behind.text)
    ? { next: spoken.next, value: value + spoken.value / 100 }
    : undefined;
}

function withSum(tokens: readonly Token[], span: QuantitySpan, { next, value }: Sum): QuantitySpan {
  const end = tokens[next - 1]?.end ?? span.end;
  const rounded = Number(value.toPrecision(12));
  return {
    ...span,
    end,
    amountEnd: end,
    value: rounded,
    low: span.low === null ? null : rounded,
    high: span.high === null ? null : rounded,
  };
}

function spanOf(tokens: readonly Token[], figure: FigureSpan): QuantitySpan {
  const { value, low, high, op, unit } = figure;
  const words = countedWords(tokens, figure);
  const start = tokens[figure.first]?.start ?? 0;
  const end = tokens[figure.next - 1]?.end ?? 0;
  return {
    start,
    end,
    amountStart: tokens[figure.amount.first]?.start ?? start,
    amountEnd: tokens[figure.amount.next - 1]?.end ?? end,
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
