import type { Quantity } from '../claim.ts';
import { type ComparatorSpan, comparatorAfter, comparatorBefore } from './comparator.ts';
import { CURRENCY_SIGNS } from './data/currencies.ts';
import { AUXILIARIES } from './data/function-words.ts';
import type { DateSpan } from './date-expression.ts';
import { BANDS, impliedMoney, isGuess, isHead, isMultiple, movedUnit, opensClause } from './implied-unit.ts';
import { isChange, isMoney, type Measure, measureOf, withPeriod } from './measure.ts';
import { isNotFigure } from './not-figures.ts';
import { type NumberSpan, readNumberAt } from './number.ts';
import type { Token } from './tokens.ts';
import { startsCapital } from './tokens.ts';
import { type Counted, countedAt, modifiersEnd, unitOfPlural } from './unit.ts';

/** A quantity and where its words stand, as token indexes; `next` is exclusive and lies before the counted noun. */
export interface FigureSpan {
  readonly first: number;
  readonly next: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly op: Quantity['op'];
  readonly unit: string;
  readonly counted: Counted | undefined;
  /** The number with its money or percent alone, without what limits it. */
  readonly amount: { readonly first: number; readonly next: number };
}

/** What a figure may take from around it when its own words do not say. */
export interface Surroundings {
  readonly dates: readonly DateSpan[];
  /** Token is part of an address, a mail or a handle. */
  readonly skipped: (token: Token) => boolean;
  /** Unit of the noun that was counted last, for "four of them". */
  readonly earlierUnit: string | undefined;
  /** Currency of the last sum of money, for "today the price exceeds 100,000". */
  readonly money?: string | undefined;
}

/** Reads the figures with a number in one sentence, left to right, not overlapping. */
export function findFigures(tokens: readonly Token[], around: Surroundings): FigureSpan[] {
  const figures: FigureSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const number = readNumberAt(tokens, at);
    const token = tokens[at];
    if (number === undefined || token === undefined) {
      at++;
      continue;
    }
    const found =
      around.skipped(token) || isNotFigure(tokens, number, around.dates)
        ? undefined
        : readFigure(tokens, number, around, figures.at(-1));
    // "17 USD 25": the word belongs to the first.
    if (found !== undefined && found.first >= (figures.at(-1)?.next ?? 0)) figures.push(found);
    at = Math.max(found?.next ?? 0, number.next);
  }
  return figures;
}

function readFigure(
  tokens: readonly Token[],
  number: NumberSpan,
  around: Surroundings,
  earlier: FigureSpan | undefined,
): FigureSpan | undefined {
  const measure = measureOf(tokens, number);
  const range = readRange(tokens, number, measure, around);
  if (range !== undefined) return range;
  const before = comparatorBefore(tokens, measure.first);
  // "a dozen or so men": the noun stands behind what limits the number.
  const limit = comparatorAfter(tokens, measure.next)?.edge ?? measure.next;
  const counted = measure.unit === undefined ? countedOf(tokens, number, limit) : undefined;
  const after = comparatorAfter(tokens, measure.next) ?? (counted && comparatorAfter(tokens, counted.next));
  const counts = counted === undefined || isHead(tokens, counted) ? undefined : counted;
  const paid =
    measure.unit === undefined && counts === undefined ? impliedMoney(tokens, number, { around, earlier }) : undefined;
  const own = measure.unit ?? paid ?? unitOf(tokens, number, counted, around);
  // "1,100 cards in August, against 1,450 in July": the noun said once is the noun of both.
  const alone = own === '' && opensClause(tokens, number) ? around.earlierUnit : undefined;
  const unit =
    own === '' && earlier !== undefined && isShared(tokens, number, earlier.unit) ? earlier.unit : (alone ?? own);
  if (isBare(tokens, number, unit, before)) return undefined;
  const full = /^(?:good|full|clear)$/.test(tokens[number.first + 1]?.lower ?? '') && number.form === 'fraction';
  const op = full ? '>=' : opOf(tokens, before, after, unit, earlier);
  const next =
    after !== undefined && after.edge > measure.next && after.edge <= measure.next + 3 ? after.edge : measure.next;
  return {
    first: before?.edge ?? measure.first,
    next,
    ...bounds(op, number.value),
    op,
    unit: withPeriod(tokens, unit, measure.first, paid === undefined ? (counted?.next ?? measure.next) : measure.next),
    counted: paid === undefined ? counted : undefined,
    amount: { first: measure.first, next: measure.next },
  };
}

/** What announces a number that counts nothing by name: "the total reached 512". */
const ANNOUNCED =
  /^(?:numbers?|total|totals|figures?|count|tally|toll|rate|average|sum|score|ratio|index|level|population)$/;

/**
 * A number without anything counted is a figure only when it is limited, large, or announced; a bare year never is
 * ("the 2018 report"), and "12 items" of a year's shape needs a noun that people count.
 */
function isBare(
  tokens: readonly Token[],
  number: NumberSpan,
  unit: string,
  before: ComparatorSpan | undefined,
): boolean {
  // "sisters, maybe sixteen and nineteen": a guess at a small number without a noun is mostly an age.
  if (unit === '' && number.value < 100 && before?.op === '~') return true;
  if (before !== undefined && before.op !== '=') return false;
  const first = tokens[number.first];
  if (/^(?:1[89]|20)\d\d$/.test(first?.text ?? '') && number.next === number.first + 1) {
    const leads = /^(?:the|a|his|her|its|their|our|in|of|by|from|until|during|for|late|early|mid|s|c|©|\()$/;
    if (unit === '' || unit === 'items') return true;
    if (!isMoney(unit) && unit !== 'percent' && leads.test(tokens[number.first - 1]?.lower ?? '')) return true;
  }
  if (unit !== '' || number.form === 'ratio') return false;
  if (number.value >= 1000 && !/^\d{4}$/.test(first?.text ?? '')) return false;
  for (let i = number.first - 1; i >= 0 && i >= number.first - 12; i--) {
    if (ANNOUNCED.test(tokens[i]?.lower ?? '')) return false;
  }
  return true;
}

/** Whether a number without a noun may have the unit of the one before. Money is not said once for "1990" and "two". */
function isShared(tokens: readonly Token[], number: NumberSpan, unit: string): boolean {
  if (isMeasure(unit)) return false;
  return !isMoney(unit) || number.scale >= 1e6 || /,\d{3}/.test(tokens[number.first]?.text ?? '');
}

function isMeasure(unit: string): boolean {
  return /^(?:percent|percentage points|share|years|months|weeks|days|hours|minutes)(?:\/|$)/.test(unit);
}

function bounds(op: Quantity['op'], value: number): Pick<FigureSpan, 'value' | 'low' | 'high'> {
  return {
    value,
    low: op === '>' || op === '>=' ? value : null,
    high: op === '<' || op === '<=' ? value : null,
  };
}

function opOf(
  tokens: readonly Token[],
  before: ComparatorSpan | undefined,
  after: ComparatorSpan | undefined,
  unit: string,
  earlier: FigureSpan | undefined,
): Quantity['op'] {
  if (before !== undefined) {
    // "paid 2,000 over 3 years": a period of time after another figure.
    const period = tokens[before.edge]?.lower === 'over' && /^(?:years|months|weeks|days|hours)$/.test(unit);
    if (period && earlier !== undefined) return '=';
    if (before.op !== '=') return before.op === '~' && after !== undefined ? after.op : before.op;
  }
  return after?.op ?? '=';
}

function countedOf(tokens: readonly Token[], number: NumberSpan, at: number): Counted | undefined {
  const one = number.value === 1 && number.form === 'words';
  const of = tokens[at]?.lower === 'of';
  if (!of) return countedAt(tokens, at, { one });
  // "fewer than a dozen of them in the three provinces": the noun was said before.
  if (/^(?:them|us|whom|which)$/.test(tokens[at + 1]?.lower ?? '')) return undefined;
  const determiner = /^(?:the|these|those|its|their|our|his|her|all)$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0;
  return countedAt(tokens, wholeOf(tokens, at + 1 + determiner), { one });
}

/** "72 of over 1,000 groups": the noun stands after the second number. */
function wholeOf(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 4; i++) {
    const whole = readNumberAt(tokens, i);
    if (whole !== undefined) return whole.next;
  }
  return at;
}

function unitOf(
  tokens: readonly Token[],
  number: NumberSpan,
  counted: Counted | undefined,
  around: Surroundings,
): string {
  if (number.form === 'ratio') return 'share';
  // "a family of four", "in groups of five".
  if (
    counted === undefined &&
    tokens[number.first - 1]?.lower === 'of' &&
    BANDS.test(tokens[number.first - 2]?.lower ?? '')
  )
    return 'persons';
  if (counted !== undefined && isMultiple(tokens, counted)) return 'times';
  // "½ cup" measures, "two thirds of residents" is a share.
  const written = /\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/u.test(tokens[number.first]?.text ?? '');
  const measures = written && counted !== undefined && tokens[number.next]?.lower !== 'of';
  if (number.form === 'fraction' && number.value < 1 && !measures) return 'share';
  if (counted !== undefined) return counted.unit;
  if (
    tokens[number.next]?.lower === 'of' &&
    /^(?:them|these|those|us|whom|which)$/.test(tokens[number.next + 1]?.lower ?? '')
  ) {
    return firstPlural(tokens, number.first) ?? around.earlierUnit ?? '';
  }
  // "fewer than 500 have registered", "three of the eleven that worked there": what was counted last is meant.
  const whole =
    tokens[number.next]?.lower === 'of' && /^(?:the|these|those|all)$/.test(tokens[number.next + 1]?.lower ?? '');
  if (whole && readNumberAt(tokens, number.next + 2) !== undefined) {
    return firstPlural(tokens, number.first, /^:$/) ?? around.earlierUnit ?? '';
  }
  const elliptic = AUXILIARIES.has(tokens[number.next]?.lower ?? '') ? around.earlierUnit : undefined;
  return (
    headBefore(tokens, number.first) ??
    subjectUnit(tokens, number.first) ??
    movedUnit(tokens, number.first) ??
    elliptic ??
    ''
  );
}

/** "the number of refugees still in our area has exceeded": the noun after "number of" is what is counted. */
function headBefore(tokens: readonly Token[], at: number): string | undefined {
  for (let i = at - 1; i >= 0 && i >= at - 30; i--) {
    const word = tokens[i]?.lower ?? '';
    if (/^[;:.]$/.test(word)) return undefined;
    if (word === 'population' || word === 'toll') return 'persons';
    if (!/^(?:number|numbers|total|count|tally)$/.test(word) || tokens[i + 1]?.lower !== 'of') continue;
    const determiner = /^(?:the|these|those|its|their|our|all)$/.test(tokens[i + 2]?.lower ?? '') ? 1 : 0;
    const counted = countedAt(tokens, i + 2 + determiner, { one: false });
    if (counted !== undefined) return counted.unit;
  }
  return undefined;
}

const REACHES =
  /^(?:number|to|from|at|by|of|is|was|were|are|reached|reach|exceed|exceeded|exceeding|than|over|under|above|below|about|around|nearly|almost|some|only|least|totalled|totaled|numbered|estimated|approximately|roughly|surpassed|hit|topped|as|for|provided|the)$/;

/** The first counted noun of the clause before a number that has none of its own: "Arrests rose to 340". */
function subjectUnit(tokens: readonly Token[], at: number): string | undefined {
  return REACHES.test(tokens[at - 1]?.lower ?? '') ? firstPlural(tokens, at) : undefined;
}

function firstPlural(tokens: readonly Token[], at: number, ends = /^[;:]$/): string | undefined {
  let found: string | undefined;
  for (let i = at - 1; i >= 0 && i >= at - 30; i--) {
    const token = tokens[i];
    if (token === undefined || ends.test(token.text)) break;
    // A capital inside a sentence belongs to a name: "the Varnow Times" counts nothing.
    if (i > 0 && startsCapital(token.text) && !/^\p{Lu}{2,}s$/u.test(token.text)) continue;
    // "According to the offices, crossers number …": the part after the comma has the subject.
    if (token.text === ',' && found !== undefined) break;
    found = unitOfPlural(token.lower) ?? found;
  }
  return found;
}

/** "between 200 and 300", "50–60", "from 5 to 10 percent", "two or three"; never after a verb of change. */
function readRange(
  tokens: readonly Token[],
  low: NumberSpan,
  measure: Measure,
  around: Surroundings,
): FigureSpan | undefined {
  const joint = tokens[measure.next];
  const lead = tokens[measure.first - 1]?.lower;
  // "-12.99 -5.44" are two numbers, the second with a sign.
  const sign = joint?.spaced === true && tokens[measure.next + 1]?.spaced === false;
  const dash = joint !== undefined && /^[-–—~∼]$/.test(joint.text) && !sign;
  const word = joint?.lower ?? '';
  const joins =
    dash ||
    word === 'to' ||
    (word === 'and' && lead === 'between') ||
    (word === 'or' && (low.form === 'words' || measure.unit === undefined));
  if (!joins) return undefined;
  const money = CURRENCY_SIGNS.has(tokens[measure.next + 1]?.text ?? '') ? 1 : 0;
  const high = readNumberAt(tokens, measure.next + 1 + money);
  if (high === undefined || isNotFigure(tokens, high, around.dates)) return undefined;
  if (word === 'or' && !isGuess(low, high)) return undefined;
  if (word === 'to' && isChange(tokens, measure.first)) return undefined;
  const upper = measureOf(tokens, high);
  // "2% to $1.45 billion" are two figures.
  if (measure.unit !== undefined && upper.unit !== undefined && measure.unit !== upper.unit) return undefined;
  const shared = low.scale === 1 && high.scale > 1 && low.value < high.value / high.scale ? high.scale : 1;
  const from = low.value * shared;
  if (from >= high.value) return undefined;
  const unit = upper.unit ?? measure.unit;
  const counted = unit === undefined ? countedOf(tokens, high, upper.next) : undefined;
  const hasLead = lead === 'between' || lead === 'from';
  const before = hasLead ? undefined : comparatorBefore(tokens, measure.first);
  return {
    first: before?.edge ?? (hasLead ? measure.first - 1 : measure.first),
    next: upper.next,
    value: null,
    low: from,
    high: high.value,
    op: '..',
    unit: withPeriod(tokens, unit ?? unitOf(tokens, high, counted, around), measure.first, counted?.next ?? upper.next),
    counted,
    amount: { first: measure.first, next: upper.next },
  };
}

/** Token span of what a figure counts, with the words that say which; undefined when its words do not name it. */
export function countedWords(
  tokens: readonly Token[],
  figure: FigureSpan,
): { readonly first: number; readonly next: number } | undefined {
  if (figure.counted !== undefined)
    return { first: figure.counted.first, next: modifiersEnd(tokens, figure.counted, 16) };
  for (let i = figure.first - 1; i >= 0 && i >= figure.first - 30; i--) {
    const word = tokens[i]?.lower ?? '';
    if (/^[;:.]$/.test(word)) return undefined;
    if (tokens[i + 1]?.lower !== 'of') continue;
    if (/^(?:number|numbers|total|count|tally)$/.test(word)) {
      const determiner = /^(?:the|these|those|its|their|our|all)$/.test(tokens[i + 2]?.lower ?? '') ? 1 : 0;
      const counted = countedAt(tokens, i + 2 + determiner, { one: true });
      // "the number of arrivals dropped by half": the verb is none of its words.
      const verb = /ed$/.test(tokens[counted?.next ?? -1]?.lower ?? '');
      const next = counted && (verb ? counted.next : modifiersEnd(tokens, counted, 16));
      return counted && { first: counted.first, next: Math.min(figure.first, next ?? counted.next) };
    }
    // "The cost of food and clothing exceeded": what is measured goes up to its verb.
    if (/^(?:cost|costs|price|prices|rate|share|proportion|fine|fines|reward|rewards)$/.test(word)) {
      const next = verbBefore(tokens, i + 2, figure.first);
      return next > i + 2 ? { first: i, next } : undefined;
    }
  }
  return undefined;
}

function verbBefore(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (AUXILIARIES.has(tokens[i]?.lower ?? '') || /^(?:last|this)$/.test(tokens[i]?.lower ?? '')) return i;
  }
  return to;
}
