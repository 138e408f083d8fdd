import type { Comparator, Quantity } from '../claim.ts';
import { changeAfter, rounded } from './cjk-money.ts';
import { type CjkNumber, stickyEnd } from './cjk-number.ts';
import type { Counted, CountedBy, Counter, Fixed, Measure, QuantityGrammar } from './quantity-grammar.ts';
import type { QuantityForm, QuantitySpan } from './quantity-span.ts';

const PART_NUMBER = /\s*\d{1,2} ?\/ ?\d{1,2}(?= )/y;

/** The quantities of a folded text, in its order and none overlapping another. */
export function cjkQuantities(text: string, grammar: QuantityGrammar): readonly QuantitySpan[] {
  const found: QuantitySpan[] = [];
  // `1/6` before a post is its number.
  for (let at = stickyEnd(PART_NUMBER, text, 0) ?? 0; at < text.length; ) {
    if (!grammar.starts.has(text[at] ?? '')) {
      at++;
      continue;
    }
    const { span, next } = quantityAt(text, at, { grammar, from: found.at(-1)?.end ?? 0 });
    if (span !== undefined && span.start >= (found.at(-1)?.end ?? 0)) found.push(span);
    at = Math.max(at + 1, next);
  }
  return joined(text, found);
}

/** 적게는 3만, 많게는 20만; 少则三万，多则二十万: the two ends of one range. 1년 8개월, 一年零八个月: one span in months. */
function joined(text: string, spans: readonly QuantitySpan[]): readonly QuantitySpan[] {
  const found: QuantitySpan[] = [];
  for (const span of spans) {
    const before = found.at(-1);
    const both = before && (spreadOf(text, before, span) ?? monthsOf(text, before, span));
    if (both !== undefined) found.pop();
    found.push(both ?? span);
  }
  return found;
}

const LEAST = /^(?:적게는|적어도|少则|至少|최소)/;
const MOST_WORD = /^(?:많게는|많으면|최대|多则|最多)/;

function spreadOf(text: string, a: QuantitySpan, b: QuantitySpan): QuantitySpan | undefined {
  if (a.op !== '>=' || b.op !== '<=' || a.value === null || b.value === null || !(a.value < b.value)) return undefined;
  if (!/^[\s,，、에서]{0,4}$/.test(text.slice(a.end, b.start)) || (a.unit !== '' && b.unit !== '' && a.unit !== b.unit))
    return undefined;
  if (!LEAST.test(text.slice(a.start, a.end)) || !MOST_WORD.test(text.slice(b.start, b.end))) return undefined;
  const unit = b.unit === '' ? a.unit : b.unit;
  return { ...b, start: a.start, amountStart: a.amountStart, value: null, low: a.value, high: b.value, op: '..', unit };
}

function monthsOf(text: string, a: QuantitySpan, b: QuantitySpan): QuantitySpan | undefined {
  if (a.unit !== 'years' || b.unit !== 'months' || a.op !== '=' || a.value === null || b.value === null)
    return undefined;
  if (b.value >= 12 || b.op !== '=' || !/^[ 零又]?$/.test(text.slice(a.end, b.start))) return undefined;
  return { ...b, start: a.start, amountStart: a.amountStart, value: a.value * 12 + b.value };
}

interface Step {
  readonly span?: QuantitySpan | undefined;
  readonly next: number;
}

/** A grammar, and where what has not been read yet begins. */
interface Reading {
  readonly grammar: QuantityGrammar;
  readonly from: number;
}

function quantityAt(text: string, at: number, { grammar, from }: Reading): Step {
  const fixed = grammar.fixedAt(text, at);
  if (fixed !== undefined) return { span: fixedSpan(text, at, fixed, grammar), next: fixed.end };
  const guess = grammar.guessAt(text, at);
  if (guess !== undefined) {
    const number: CjkNumber = { ...BARE, start: at, inner: at, end: guess.end, value: guess.high };
    const skipped = grammar.skipTo(text, number);
    if (skipped !== undefined) return { next: Math.max(skipped, guess.end) };
    const span = figureOf(text, { grammar, from }, { number, low: guess.low });
    return { span, next: span?.end ?? guess.end };
  }
  const vague = grammar.vagueAt(text, at);
  if (vague !== undefined) {
    const span = vagueOf(text, at, vague, grammar);
    return { span, next: span?.end ?? vague.end };
  }
  const number = grammar.numberAt(text, at);
  if (number === undefined) return { next: at + 1 };
  const skipped = grammar.skipTo(text, number);
  if (skipped !== undefined) return { next: Math.max(skipped, number.end) };
  if (number.filler === '几' || text[number.end] === '几') {
    const end = text[number.end] === '几' ? number.end + 1 : number.end;
    const span = vagueOf(text, at, { end, share: false }, grammar);
    return { span, next: span?.end ?? end };
  }
  const span = figureOf(text, { grammar, from }, { number, low: undefined });
  return { span, next: Math.max(span?.end ?? 0, number.end) };
}

function fixedSpan(text: string, at: number, { end, value, unit, op }: Fixed, grammar: QuantityGrammar): QuantitySpan {
  const before = op === '=' ? grammar.before(text, at) : undefined;
  const after = grammar.after(text, end);
  const start = before?.start ?? at;
  const form = op === '?' ? 'vague' : 'number';
  const common = { start, end: after?.end ?? end, amountStart: at, amountEnd: end, unit, counted: undefined } as const;
  if (op === '?' || value === null) return { ...common, value: null, low: null, high: null, op: '?', form };
  const limited = op === '=' ? opOf(before?.op, undefined, after?.op) : op;
  return { ...common, ...bounds(limited, value), op: limited, form };
}

const BARE = { form: 'words', scale: 1, filler: undefined } as const;

/** A number with what stands around it; undefined when it counts nothing. */
function figureOf(
  text: string,
  { grammar, from }: Reading,
  { number, low }: { readonly number: CjkNumber; readonly low: number | undefined },
): QuantitySpan | undefined {
  const first = unitBehind(text, grammar, number);
  const range = low === undefined ? rangeOf(text, grammar, number, first) : undefined;
  const { end, measure, counter, more } = range?.unit ?? first;
  const sign = grammar.currencyBefore(text, number.start);
  // 4人民币5美元: the word before belongs to the amount before.
  const lead = sign !== undefined && sign.start >= from && isOfOneKind(sign.unit, measure) ? sign : undefined;
  const money = lead !== undefined;
  const form: QuantityForm = money ? 'money' : (measure?.form ?? (number.form === 'percent' ? 'percent' : 'number'));
  const factor = measure?.factor ?? 1;
  const change = measure?.form === 'money' ? changesAfter(text, end, grammar) : undefined;
  const amountStart = money ? lead.start : number.start;
  const amountEnd = change?.end ?? end;
  const before = grammar.before(text, amountStart);
  const isShare = number.form === 'fraction' && counter?.kind !== 'measure' && form === 'number';
  const linked = form === 'percent' && text[amountEnd] === '的';
  const wantsNoun = (form === 'number' || linked) && counter?.kind !== 'measure';
  const behind = grammar.after(text, amountEnd);
  const start = before?.start ?? amountStart;
  const noun = wantsNoun
    ? countedOf(text, grammar, { start, end: behind?.end ?? amountEnd, counter, isLimited: before !== undefined })
    : undefined;
  const after = behind ?? (noun !== undefined && noun.start >= amountEnd ? grammar.after(text, noun.end) : undefined);
  const said = ownUnit({ form, isShare, lead: money ? lead.unit : undefined, measure, counter, noun });
  const own =
    said === ''
      ? (unitOfNext(text, amountEnd, grammar) ?? grammar.implied(text, { start: number.start, end: amountEnd }) ?? '')
      : said;
  const isRange = low !== undefined || range !== undefined;
  if (own === '' && isIdle(text, number, before?.op)) return undefined;
  const per = periodOf(text, grammar, { start, end: amountEnd, form });
  const value =
    change === undefined && factor === 1 ? number.value : rounded(number.value * factor + (change?.value ?? 0));
  const op = isRange ? '..' : opOf(before?.op, more?.op, after?.op);
  return {
    start,
    end: Math.max(amountEnd, behind?.end ?? 0, per?.end ?? 0),
    amountStart,
    amountEnd,
    ...(isRange
      ? {
          value: null,
          low: rounded((low ?? range?.low ?? 0) * factor),
          high: rounded((range?.high ?? number.value) * factor),
        }
      : bounds(op, value)),
    op,
    unit: unitBy(own, per?.per, form),
    counted: noun,
    form: per !== undefined ? 'rate' : form,
  };
}

/** Whether a currency before a number may stand with what follows it: 人民币50元, US$5, 인민폐 50원. */
function isOfOneKind(unit: string, measure: Measure | undefined): boolean {
  return (
    measure === undefined ||
    (measure.form === 'money' &&
      (measure.unit === unit || measure.unit === 'CNY' || (measure.unit === 'KRW' && /^(?:CNY|KPW)$/.test(unit))))
  );
}

/** 五元三毛, 6角三分: coins behind an amount, in two steps at most. */
function changesAfter(
  text: string,
  at: number,
  grammar: QuantityGrammar,
): { readonly end: number; readonly value: number } | undefined {
  const first = changeAfter(text, at, grammar.numberAt);
  const second = first && changeAfter(text, first.end, grammar.numberAt);
  return second === undefined || first === undefined ? first : { end: second.end, value: first.value + second.value };
}

/** Money and percent by the year or by the head; of other things the form alone says that they are a rate. */
function unitBy(unit: string, per: string | undefined, form: QuantityForm): string {
  return per !== undefined && (form === 'money' || form === 'percent') ? `${unit}/${per}` : unit;
}

interface UnitBehind {
  readonly end: number;
  readonly more: { readonly op: Comparator } | undefined;
  readonly measure: Measure | undefined;
  readonly counter: Counter | undefined;
}

function unitBehind(text: string, grammar: QuantityGrammar, number: CjkNumber): UnitBehind {
  const more = grammar.moreAt(text, number.end) ?? fillerOp(number);
  const from = more?.end ?? number.end;
  const measure = grammar.measureAt(text, from, number);
  const counter = measure === undefined ? grammar.counterAt(text, from) : undefined;
  // 一个多月, 三年多: the word that says more may stand behind the measure word.
  const later = more === undefined && counter?.kind === 'measure' ? grammar.moreAt(text, counter.end) : undefined;
  const end = later?.end ?? measure?.end ?? counter?.end ?? from;
  return { end, more: more ?? later, measure, counter };
}

function fillerOp(number: CjkNumber): { readonly end: number; readonly op: Comparator } | undefined {
  if (number.filler === undefined || number.filler === '几') return undefined;
  return { end: number.end, op: number.filler === '来' || number.filler === '댓' ? '~' : '>' };
}

/** 3~5명, 20万至30万, 3명에서 5명: the unit said once is that of both. */
function rangeOf(
  text: string,
  grammar: QuantityGrammar,
  number: CjkNumber,
  first: UnitBehind,
): { readonly low: number; readonly high: number; readonly unit: UnitBehind } | undefined {
  const law = lawRange(text, grammar, number, first);
  if (law !== undefined) return law;
  const joint = stickyEnd(grammar.joint, text, first.end);
  if (joint === undefined || first.more !== undefined) return undefined;
  const high = grammar.numberAt(text, joint + (grammar.currencyBefore(text, joint + 1) === undefined ? 0 : 1));
  if (high === undefined || (high.form !== number.form && (high.form === 'fraction' || number.form === 'fraction')))
    return undefined;
  if (grammar.skipTo(text, high) !== undefined) return undefined;
  const unit = unitBehind(text, grammar, high);
  const said = first.measure?.unit ?? first.counter?.unit;
  const again = unit.measure?.unit ?? unit.counter?.unit;
  if (said !== undefined && said !== again) return undefined;
  const shared = number.scale === 1 && high.scale >= 1e4 && number.value < high.value / high.scale ? high.scale : 1;
  const low = number.value * shared;
  if (!(low < high.value) || stickyEnd(grammar.changes, text, unit.end) !== undefined) return undefined;
  return { low, high: high.value, unit };
}

/** 500元以上2000元以下, 3년 이상 10년 이하: how laws say between which two. */
function lawRange(
  text: string,
  grammar: QuantityGrammar,
  number: CjkNumber,
  first: UnitBehind,
): { readonly low: number; readonly high: number; readonly unit: UnitBehind } | undefined {
  const least = grammar.after(text, first.end);
  if (least?.op !== '>=') return undefined;
  const high = grammar.numberAt(text, least.end + (/[ ,、]/.test(text[least.end] ?? '') ? 1 : 0));
  if (high === undefined || !(high.value > number.value) || grammar.skipTo(text, high) !== undefined) return undefined;
  const unit = unitBehind(text, grammar, high);
  const most = grammar.after(text, unit.end);
  const isSame = (unit.measure?.unit ?? unit.counter?.unit) === (first.measure?.unit ?? first.counter?.unit);
  if ((most?.op !== '<=' && most?.op !== '<') || !isSame) return undefined;
  return { low: number.value, high: high.value, unit: { ...unit, end: most.end } };
}

function countedOf(
  text: string,
  grammar: QuantityGrammar,
  at: CountedBy & { readonly start: number; readonly end: number },
): Counted | undefined {
  for (const noun of [grammar.nounAfter(text, at.end, at.counter), grammar.nounBefore(text, at.start, at)]) {
    if (noun !== undefined && fits(at.counter, noun.unit)) return noun;
  }
  // 5万人: nothing else says who is counted.
  return at.counter?.unit === 'persons' && text[at.counter.end - 1] === '人'
    ? { start: at.counter.end - 1, end: at.counter.end, unit: 'persons' }
    : undefined;
}

/** Whether a measure word counts such a noun: 곳 no people, 起 no schools. */
function fits(counter: Counter | undefined, unit: string): boolean {
  if (counter === undefined) return true;
  if (counter.kind === 'person') return counter.unit === unit || (counter.unit === 'households' && unit === 'persons');
  if (counter.unit === 'cases') return unit !== 'persons' && unit !== 'facilities' && unit !== 'places';
  return counter.unit === 'items' || unit !== 'persons';
}

/** 6.5万、8.5万人次: of a list the last alone may have the unit. */
function unitOfNext(text: string, at: number, grammar: QuantityGrammar): string | undefined {
  const list = stickyEnd(grammar.list, text, at);
  const next = list === undefined ? undefined : grammar.numberAt(text, list);
  if (next === undefined || grammar.skipTo(text, next) !== undefined) return undefined;
  const { measure, counter } = unitBehind(text, grammar, next);
  return measure === undefined ? counter?.unit : undefined;
}

function ownUnit(parts: {
  readonly form: QuantityForm;
  readonly isShare: boolean;
  readonly lead: string | undefined;
  readonly measure: Measure | undefined;
  readonly counter: Counter | undefined;
  readonly noun: Counted | undefined;
}): string {
  const { form, isShare, lead, measure, counter, noun } = parts;
  if (lead !== undefined) return lead;
  if (measure !== undefined) return measure.unit;
  if (form === 'percent') return 'percent';
  if (isShare) return 'share';
  if (counter !== undefined && counter.kind !== 'plain') return counter.unit;
  return noun?.unit ?? counter?.unit ?? '';
}

/** A number that counts nothing by name is a quantity only when it is limited, or of a size that nothing else has. */
function isIdle(text: string, number: CjkNumber, op: Comparator | undefined): boolean {
  if (op !== undefined && op !== '=') return false;
  const stated = text.slice(number.start, number.end);
  if (/^ ?[a-z]/.test(text.slice(number.end, number.end + 2))) return true;
  return !(number.value >= 1000 && /\d/.test(stated) && (stated.includes(',') || number.scale >= 1e4));
}

function opOf(before: Comparator | undefined, more: Comparator | undefined, after: Comparator | undefined): Comparator {
  const behind = after !== undefined && after !== '=' ? after : more;
  if (before === undefined || before === '=') return behind ?? '=';
  return before === '~' && behind !== undefined ? behind : before;
}

function bounds(op: Comparator, value: number): Pick<Quantity, 'value' | 'low' | 'high'> {
  return {
    value,
    low: op === '>' || op === '>=' ? value : null,
    high: op === '<' || op === '<=' ? value : null,
  };
}

function periodOf(
  text: string,
  grammar: QuantityGrammar,
  at: { readonly start: number; readonly end: number; readonly form: QuantityForm },
): { readonly end: number; readonly per: string } | undefined {
  const after = grammar.periodAfter(text, at.end);
  if (after !== undefined) return after;
  const per = grammar.periodBefore(text, at.start);
  return per === undefined ? undefined : { end: 0, per };
}

/** Units that a vague word may count; of other things it says nothing that could be compared. */
const COUNTABLE: ReadonlySet<string> = new Set(
  'persons households cases facilities documents organisations farms places occurrences'.split(' '),
);

function vagueOf(
  text: string,
  at: number,
  vague: { readonly end: number; readonly share: boolean },
  grammar: QuantityGrammar,
): QuantitySpan | undefined {
  const more = vague.share ? undefined : grammar.moreAt(text, vague.end);
  const from = more?.end ?? vague.end;
  const measure = vague.share ? undefined : grammar.measureAt(text, from, { value: 1, form: 'words' });
  if (measure?.form === 'percent') return undefined;
  if (measure !== undefined) return vagueSpan(at, vague.end, measure.end, measure.unit);
  const counter = vague.share ? undefined : grammar.counterAt(text, from);
  const end = counter?.end ?? from;
  if (counter?.kind === 'measure') return undefined;
  const noun = countedOf(text, grammar, { start: at, end, counter, isLimited: false });
  const counts = counter !== undefined && counter.kind !== 'plain' ? counter.unit : (noun?.unit ?? counter?.unit ?? '');
  if (!COUNTABLE.has(counts)) return undefined;
  return { ...vagueSpan(at, vague.end, end, vague.share ? 'share' : counts), counted: noun };
}

function vagueSpan(start: number, amountEnd: number, end: number, unit: string): QuantitySpan {
  const nothing = { value: null, low: null, high: null, op: '?', counted: undefined, form: 'vague' } as const;
  return { start, end, amountStart: start, amountEnd, unit, ...nothing };
}
