import { matchesIn } from '../matches.ts';
import { KNOWN_PAIRS, LABELS, STREETS } from './data/not-figures.ts';
import { SINGULAR_UNITS } from './data/units.ts';
import type { DateSpan } from './date-expression.ts';
import type { NumberSpan } from './number.ts';
import { isOfCase } from './spoken-counts.ts';
import type { Token } from './tokens.ts';
import { startsCapital } from './tokens.ts';
import { unitOfPlural } from './unit.ts';

// Addresses, mail, handles and file names: whatever digits they hold count nothing. Bounded, no nested repetition.
const NAMES_OF_THINGS = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,253}|[@#][\p{L}\p{N}_]{1,64}/gu;

/** Spans of text, in its own offsets, that are addresses, mails or handles. */
export function addressSpans(text: string): { readonly start: number; readonly end: number }[] {
  if (!/[@#]|https?:|www\./.test(text)) return [];
  return matchesIn(text, NAMES_OF_THINGS).map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/**
 * Whether a number counts nothing: part of a date, time, age, address, label, enumerator, citation, telephone number or
 * version. Looks at a few tokens on either side.
 */
export function isNotFigure(tokens: readonly Token[], span: NumberSpan, dates: readonly DateSpan[]): boolean {
  return (
    isInDate(tokens, span, dates) ||
    isWhenOnly(tokens, span) ||
    isAge(tokens, span) ||
    isClock(tokens, span) ||
    isLabel(tokens, span) ||
    isEnumerator(tokens, span) ||
    isPartOfCode(tokens, span) ||
    isStreet(tokens, span) ||
    isCompound(tokens, span) ||
    isIdleOne(tokens, span) ||
    isKnownPair(tokens, span) ||
    isInName(tokens, span) ||
    isScore(tokens, span) ||
    isIdleFraction(tokens, span)
  );
}

/** "the Two Sessions", "Three Gorges": a number in words with a capital, within a sentence, before another capital. */
function isInName(tokens: readonly Token[], span: NumberSpan): boolean {
  let before = span.first - 1;
  while (/^["'“”‘’(]$/.test(tokens[before]?.text ?? '')) before--;
  const opens = before < 0 || /^[:;.!?–—-]$/.test(tokens[before]?.text ?? '');
  const capital = (i: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? '');
  return !opens && capital(span.first) && capital(span.next);
}

function isInDate(tokens: readonly Token[], span: NumberSpan, dates: readonly DateSpan[]): boolean {
  // "the last 21 years" says when, and how many years: the number stays a figure. "21 years ago" says only when.
  const counted = /^(?:years|months|weeks|days|decades)$/.test(tokens[span.next]?.lower ?? '');
  const ago = tokens[span.next + 1]?.lower === 'ago';
  return dates.some((date) => date.first <= span.first && span.next <= date.next && !(counted && !ago));
}

/** "three weeks after", "two days later", "within two years", "in the next ten days": a time that only says when. */
function isWhenOnly(tokens: readonly Token[], span: NumberSpan): boolean {
  const unit = tokens[span.next]?.lower ?? '';
  if (!/^(?:years?|months?|weeks?|days?|decades?)$/.test(unit)) return false;
  if (/^(?:after|before|later|earlier|afterwards|beforehand|since|from)$/.test(tokens[span.next + 1]?.lower ?? ''))
    return true;
  const before = tokens[span.first - 1]?.lower ?? '';
  if (before === 'first' && tokens[span.first - 2]?.lower === 'the') return true;
  if (before === 'within' && /^(?:years?|decades?)$/.test(unit)) return true;
  if (!/^(?:next|coming|past|last|previous|following)$/.test(before) || tokens[span.first - 2]?.lower !== 'the')
    return false;
  return /^(?:in|within|during)$/.test(tokens[span.first - 3]?.lower ?? '');
}

/** Whether a number is somebody's age: "aged 17", "17-year-old", "34 years old", "in their 30s", "children under 5". */
export function isAge(tokens: readonly Token[], span: NumberSpan): boolean {
  const word = (i: number): string => tokens[i]?.lower ?? '';
  const before = word(span.first - 1);
  if (before === 'aged' || before === 'ages' || before === 'age') return true;
  if (before === 'of' && word(span.first - 2) === 'age') return true;
  // "aged 6 and 9", "aged 6, 9"
  if (/^(?:and|,|or|to)$/.test(before) && /^age[ds]?$/.test(word(span.first - 3))) return true;
  // "a woman of 34"
  const person = SINGULAR_UNITS.get(word(span.first - 2)) === 'persons' && unitOfPlural(word(span.next)) === undefined;
  if (before === 'of' && person && Number.isInteger(span.value) && span.value < 110) return true;
  // "in their 30s", "his late 40s"
  let owner = span.first - 1;
  while (owner > span.first - 4 && /^(?:early|mid|late|-)$/.test(word(owner))) owner--;
  const decade = word(span.next) === 's' || (/^['’]$/.test(word(span.next)) && word(span.next + 1) === 's');
  if (decade && /^(?:his|her|their|my|our|your|its)$/.test(word(owner))) return true;
  if (
    /^years?$/.test(word(span.next)) &&
    (word(span.next + 1) === 'old' || (word(span.next + 1) === 'of' && word(span.next + 2) === 'age'))
  ) {
    return true;
  }
  const hyphens = tokens[span.next]?.text === '-' && /^years?$/.test(word(span.next + 1));
  if (hyphens && (word(span.next + 3) === 'old' || word(span.next + 3) === 'olds' || word(span.next + 2) === 'old'))
    return true;
  if (
    /^(?:under|over|below|above)$/.test(before) &&
    span.value < 100 &&
    unitOfPlural(word(span.first - 2)) === 'persons'
  ) {
    return !(tokens[span.next]?.kind === 'word' && unitOfPlural(word(span.next)) !== undefined);
  }
  // "three of whom were under five"
  const aged =
    /^(?:under|over|below|above)$/.test(before) && /^(?:were|was|are|is|all|aged|mostly)$/.test(word(span.first - 2));
  const ends = tokens[span.next] === undefined || /^[.,;)]$/.test(tokens[span.next]?.text ?? '');
  if (aged && ends && span.value < 100 && Number.isInteger(span.value)) return true;
  // "Li Wenbo, 34, was fined": a number between commas right after a capital letter.
  const comma = tokens[span.first - 1]?.text === ',' && /^[,)]$/.test(tokens[span.next]?.text ?? '');
  return (
    comma &&
    (startsCapital(tokens[span.first - 2]?.text ?? '') || SINGULAR_UNITS.get(word(span.first - 2)) === 'persons') &&
    Number.isInteger(span.value) &&
    span.value > 0 &&
    span.value < 110
  );
}

function isClock(tokens: readonly Token[], span: NumberSpan): boolean {
  const after = tokens[span.next];
  const next = tokens[span.next + 1];
  if (after?.text === ':' && !after.spaced && next?.kind === 'number' && !next.spaced) return true;
  const before = tokens[span.first - 1];
  if (before?.text === ':' && !before.spaced && tokens[span.first - 2]?.kind === 'number') return true;
  if (/^(?:o'clock|am|pm|hrs|gmt|utc)$/.test(after?.lower ?? '') && span.value <= 24) return true;
  return /^[ap]$/.test(after?.lower ?? '') && next?.text === '.' && tokens[span.next + 2]?.lower === 'm';
}

function isLabel(tokens: readonly Token[], span: NumberSpan): boolean {
  let at = span.first - 1;
  if (/^[.#№-]$/.test(tokens[at]?.text ?? '') && tokens[at]?.text !== '-') at--;
  // "articles 3 and 4", "articles 3, 5 and 7"
  for (
    let steps = 0;
    steps < 8 && /^(?:and|to|,|–|-)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.kind === 'number';
    steps++
  )
    at -= 2;
  const word = tokens[at];
  if (word === undefined) return false;
  if (word.text === '#' || word.text === '№') return true;
  if (!LABELS.has(word.lower)) return false;
  // "in case number", "no 3" but "the law 300 people signed" is no label: a counted noun follows.
  return unitOfPlural(tokens[span.next]?.lower ?? '') === undefined || /^[A-Z]/.test(word.text);
}

function isEnumerator(tokens: readonly Token[], span: NumberSpan): boolean {
  const before = tokens[span.first - 1];
  const after = tokens[span.next];
  if (before?.text === '[' && after?.text === ']') return true;
  if (span.form !== 'digits' || !Number.isInteger(span.value) || span.value > 999) return false;
  // "(24)": a reference or an age, never a figure of its own.
  if (before?.text === '(' && after?.text === ')') return true;
  if (span.first === 0 && (after?.text === '.' || after?.text === ')' || after?.text === ']') && !after.spaced)
    return true;
  return false;
}

/** Digits glued to letters or other digits: "H5N1", "SCP-173", "2.4.1", "24/7", "020 7946 0018". */
function isPartOfCode(tokens: readonly Token[], span: NumberSpan): boolean {
  if (span.form === 'words') return false;
  const [first, last] = [tokens[span.first], tokens[span.next - 1]];
  const [before, after] = [tokens[span.first - 1], tokens[span.next]];
  if (first === undefined || last === undefined) return false;
  if (before !== undefined && !first.spaced) {
    if (before.kind === 'word' && !/^(?:us|rmb|usd|eur|cny|krw|gbp|rs|hk|nt)$/.test(before.lower)) return true;
    const glued = tokens[span.first - 2];
    if (/^[-/.:_]$/.test(before.text) && !before.spaced && glued !== undefined) {
      if (glued.kind === 'word' && before.text !== '.' && before.text !== ':') return true;
      if (before.text === '/' || before.text === '.' || before.text === ':') return true;
    }
  }
  if (/^0\d/.test(first.text) && !first.text.includes('.')) return true;
  if (tokens[span.first]?.kind === 'number' && before?.text === '+' && !first.spaced) return true;
  if (after === undefined || after.spaced) return isTelephone(tokens, span);
  const next = tokens[span.next + 1];
  if (
    /^[/.:_]$/.test(after.text) &&
    next !== undefined &&
    !next.spaced &&
    (next.kind === 'number' || after.text === '/')
  )
    return true;
  return isTelephone(tokens, span);
}

// Three or more digit groups in a row that do not form one number.
function isTelephone(tokens: readonly Token[], span: NumberSpan): boolean {
  const digits = (i: number): boolean => tokens[i]?.kind === 'number' && /^\d+$/.test(tokens[i]?.text ?? '');
  const left = digits(span.first - 1) || (/^[-()]$/.test(tokens[span.first - 1]?.text ?? '') && digits(span.first - 2));
  const right =
    digits(span.next) ||
    (tokens[span.next]?.text === '-' &&
      digits(span.next + 1) &&
      tokens[span.next + 2]?.text === '-' &&
      digits(span.next + 3));
  return left && right ? true : right && digits(span.next + 1) ? true : left && digits(span.first - 2);
}

/** "two-way", "16-inch", "half-century": part of a word, unless the word is a measure of time, way or money. */
function isCompound(tokens: readonly Token[], span: NumberSpan): boolean {
  const [hyphen, word] = [tokens[span.next], tokens[span.next + 1]];
  if (hyphen?.text !== '-' || hyphen.spaced || word?.kind !== 'word' || word.spaced) return false;
  return !COMPOUND_MEASURES.test(word.lower);
}

const COMPOUND_MEASURES =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|hectares?|tonnes?|tons?|percent|million|billion|thousand|plus|odd|to)$/;

function isStreet(tokens: readonly Token[], span: NumberSpan): boolean {
  for (let i = span.next; i < span.next + 4; i++) {
    const token = tokens[i];
    if (token === undefined || !startsCapital(token.text)) return false;
    if (i > span.next && STREETS.has(token.lower)) return true;
  }
  return false;
}

/** "one" mostly points ("one of", "one another"); it counts only with a limit or a person after it. */
function isIdleOne(tokens: readonly Token[], span: NumberSpan): boolean {
  if (span.form !== 'words' || span.value !== 1 || tokens[span.first]?.lower !== 'one') return false;
  if (/^(?:only|just|least|than)$/.test(tokens[span.first - 1]?.lower ?? '')) return false;
  // "one of our drivers was held": one person of a case.
  const of =
    tokens[span.next]?.lower === 'of' &&
    /^(?:our|his|her|their|my|them|us|whom|the)$/.test(tokens[span.next + 1]?.lower ?? '');
  if (of && isOfCase(tokens, span.next + 1)) return false;
  return !/^(?:person|man|woman|child|girl|boy|million|billion)$/.test(tokens[span.next]?.lower ?? '');
}

/** "6-4", "7–6 (5)": a dash between a number and a smaller one is a score, not a range. */
function isScore(tokens: readonly Token[], span: NumberSpan): boolean {
  const value = (i: number): number => (tokens[i]?.kind === 'number' ? Number(tokens[i]?.text) : Number.NaN);
  const dashed = (i: number): boolean => /^[-–]$/.test(tokens[i]?.text ?? '') && tokens[i]?.spaced === false;
  if (dashed(span.next) && tokens[span.next + 1]?.spaced === false && value(span.next + 1) <= span.value) return true;
  return dashed(span.first - 1) && tokens[span.first]?.spaced === false && value(span.first - 2) >= span.value;
}

/** "owning a third" is a rank; a share has "of", a limit or "by" with it. */
function isIdleFraction(tokens: readonly Token[], span: NumberSpan): boolean {
  const before = tokens[span.first - 1]?.lower ?? '';
  // "the second half of the year"
  if (span.form === 'fraction' && /^(?:first|second|latter|other|last|next|better|past|final)$/.test(before))
    return true;
  const article = /^an?$/.test(tokens[span.first]?.lower ?? '');
  if (span.form !== 'fraction' || !article || tokens[span.next]?.lower === 'of') return false;
  return !/^(?:by|than|about|around|nearly|almost|roughly|over|under|least|only|approximately|to|up)$/.test(
    tokens[span.first - 1]?.lower ?? '',
  );
}

function isKnownPair(tokens: readonly Token[], span: NumberSpan): boolean {
  const definite = /^(?:the|these|both|our|their|all)$/.test(tokens[span.first - 1]?.lower ?? '');
  return definite && span.form === 'words' && KNOWN_PAIRS.has(tokens[span.next]?.lower ?? '');
}
