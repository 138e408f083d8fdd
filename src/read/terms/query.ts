import { foldText } from './folded-text.ts';
import { koreanStem, otherSpellings } from './korean-forms.ts';
import { verbBeginnings } from './korean-verbs.ts';
import { formKey, type NamedRow, type NameForms } from './name-forms.ts';
import { partedTerms } from './query-parts.ts';
import {
  type Alternative,
  distinct,
  distinctAlternatives,
  MOST_TERMS,
  nameAlternatives,
  type QueryTerm,
  stems,
} from './query-term.ts';
import { type Unit, unitsOf } from './units.ts';
import { type Value, valuesOf } from './values.ts';

/** A query as it was understood. */
export interface ParsedQuery {
  readonly terms: readonly QueryTerm[];
  /** The same with runs of Han characters taken apart into words; undefined when there is none to take apart. */
  readonly parts?: readonly QueryTerm[] | undefined;
  readonly excluded: readonly QueryTerm[];
  /** What was left aside, each told to whoever asked. */
  readonly notes: readonly QueryNote[];
}

export type QueryNote = 'open-quotation' | 'too-many-words' | 'nothing-to-find' | 'only-exclusions';

/**
 * Understands a query (docs/search.md S10 to S16): words that must all be there, "phrases", -exclusions, and OR between
 * two. Never fails: what has no meaning is left aside. With `exact`, nothing is added.
 */
export function parseQuery(
  text: string,
  { names, exact }: { readonly names: NameForms; readonly exact: boolean },
): ParsedQuery {
  const notes: QueryNote[] = [];
  const { words, open } = wordsOf(text);
  if (open) notes.push('open-quotation');
  if (words.length > MOST_TERMS) notes.push('too-many-words');
  const terms: QueryTerm[] = [];
  const excluded: QueryTerm[] = [];
  let joins = false;
  for (const group of joinedWords(words.slice(0, MOST_TERMS), exact ? undefined : names)) {
    if (group.operator) {
      joins = terms.length > 0;
      continue;
    }
    const term = termOf(group, exact ? undefined : names);
    if (term === undefined) continue;
    const last = terms.at(-1);
    if (group.excluded) excluded.push(term);
    else if (joins && last !== undefined) terms[terms.length - 1] = either(last, term);
    else terms.push(term);
    joins = false;
  }
  if (terms.length === 0) notes.push(excluded.length > 0 ? 'only-exclusions' : 'nothing-to-find');
  const found = distinct(terms);
  return { terms: found, parts: exact ? undefined : partedTerms(found, names), excluded, notes };
}

/** A term that any of some rows' names satisfy: a place with all beneath it. */
export function namesTerm(text: string, rows: readonly NamedRow[]): QueryTerm {
  return { text, alternatives: distinctAlternatives(nameAlternatives(rows)), names: rows };
}

interface Word {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly phrase: boolean;
  readonly excluded: boolean;
  readonly operator: boolean;
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['＂', '＂'],
]);

function wordsOf(text: string): { readonly words: readonly Word[]; readonly open: boolean } {
  const words: Word[] = [];
  let open = false;
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at++;
      continue;
    }
    const excluded = /[-－−]/.test(text[at] ?? '') && /\S/.test(text[at + 1] ?? '');
    if (excluded) at++;
    const close = QUOTES.get(text[at] ?? '');
    const end = close === undefined ? -1 : text.indexOf(close, at + 1);
    if (close !== undefined && end !== -1) {
      push(words, text.slice(at + 1, end), { phrase: true, excluded });
      at = end + 1;
      continue;
    }
    if (close !== undefined) {
      open = true;
      at++;
      // What was to be left out is, though its quotation mark has no other.
      const next = /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
      const until = endOfTyped(text, at + next);
      if (excluded && at + next < text.length) {
        push(words, text.slice(at + next, until), { phrase: false, excluded });
        at = until;
      }
      continue;
    }
    const stop = endOfTyped(text, at);
    const typed = text.slice(at, stop);
    if (!excluded && /^(?:OR|\|\|?|｜)$/.test(typed)) words.push({ ...EMPTY, text: typed, operator: true });
    else push(words, typed, { phrase: false, excluded });
    at = stop;
  }
  return { words, open };
}

const EMPTY: Word = { text: '', units: [], phrase: false, excluded: false, operator: false };

function endOfTyped(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !/\s/.test(text[at] ?? '') && !QUOTES.has(text[at] ?? '')) at++;
  return at;
}

function push(words: Word[], text: string, how: { readonly phrase: boolean; readonly excluded: boolean }): void {
  const units = unitsOf(text).slice(0, MOST_UNITS);
  if (units.length > 0) words.push({ text: text.trim(), units, operator: false, ...how });
}

/** Units of one word or phrase: SQLite's phrases are bounded, and nobody means more. */
const MOST_UNITS = 64;

/** Puts neighbouring words together that make one name, number or date: Tumen River, August 2016, 13만 3천. */
function joinedWords(words: readonly Word[], names: NameForms | undefined): readonly Word[] {
  if (names === undefined) return words;
  const groups: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const count = joinedCount(words, at, names);
    const taken = words.slice(at, at + count);
    const [first] = taken;
    if (first === undefined) break;
    if (count === 1) groups.push(first);
    else {
      const text = taken.map((word) => word.text).join(' ');
      groups.push({ ...first, text, units: unitsOf(text) });
    }
    at += count;
  }
  return groups;
}

const MOST_JOINED = 10;

function joinedCount(words: readonly Word[], at: number, names: NameForms): number {
  let count = 1;
  let text = '';
  for (let i = at; i < words.length && i < at + MOST_JOINED; i++) {
    const word = words[i];
    if (word === undefined || word.operator || word.phrase || (word.excluded && i > at)) break;
    text = text === '' ? word.text : `${text} ${word.text}`;
    if (i === at) continue;
    const units = unitsOf(text);
    const whole = valuesOf(foldText(text)).some(({ start, end }) => start === 0 && end === text.length);
    if (whole || names.byForm.has(formKey(units))) count = i - at + 1;
  }
  return count;
}

function termOf({ text, units, phrase, operator }: Word, names: NameForms | undefined): QueryTerm | undefined {
  if (units.length === 0 || operator) return undefined;
  const typed: Alternative = { type: 'units', units, text };
  if (names === undefined) return { text, alternatives: [typed], names: [] };
  const rows = names.byForm.get(formKey(units)) ?? particled(units, names);
  const alternatives = [
    typed,
    ...(phrase ? [] : [...stems(units), ...korean(text, units), ...values(text, units)]),
    ...nameAlternatives(rows),
  ];
  return { text, alternatives: distinctAlternatives(alternatives), names: rows, ...(phrase && { isPhrase: true }) };
}

/** The rows of a name with a particle: 두만강에서. */
function particled(units: readonly Unit[], names: NameForms): readonly NamedRow[] {
  const stem = hangulStem(units);
  return stem === undefined ? [] : (names.byForm.get(formKey(units.slice(0, stem.length))) ?? []);
}

function hangulStem(units: readonly Unit[]): string | undefined {
  if (!units.every(({ kind, gap }, i) => kind === 'syllable' && (i === 0 || gap === 'none'))) return undefined;
  return koreanStem(units.map(({ text }) => text).join(''));
}

function korean(text: string, units: readonly Unit[]): readonly Alternative[] {
  if (!units.every(({ kind }) => kind === 'syllable')) return [];
  const word = units.map((unit) => unit.text).join('');
  const stem = units.some(({ gap }, i) => i > 0 && gap !== 'none') ? undefined : hangulStem(units);
  const made: Alternative[] =
    stem === undefined ? [] : [{ type: 'units', units: unitsOf(stem), text: stem, why: 'particle' }];
  if (stem === undefined && !/\s/.test(text)) {
    for (const form of verbBeginnings(word))
      made.push({ type: 'units', units: unitsOf(form), text: form, why: 'ending' });
  }
  // Spellings of the stem hold those of the whole word: what begins alike is found alike.
  for (const spelling of otherSpellings(stem ?? word)) {
    if (text.length > 1) made.push({ type: 'units', units: unitsOf(spelling), text: spelling, why: 'spelling' });
  }
  return made;
}

function values(text: string, units: readonly Unit[]): readonly Alternative[] {
  const [unit] = units;
  const isNumber = units.length === 1 && unit?.kind === 'number';
  const plain: readonly Alternative[] = isNumber ? plainNumber(unit, text) : [];
  const written = valuesOf(foldText(text))
    .filter(({ start, end }) => start === 0 && end >= text.trimEnd().length)
    .flatMap((value): readonly Alternative[] => {
      const shown: Alternative = { type: 'value', value, text: value.value, why: value.kind };
      const digits: Alternative = { type: 'units', units: unitsOf(value.value), text: value.value, why: 'number' };
      return value.kind === 'number' ? [shown, digits] : [shown];
    });
  return [...plain, ...written];
}

/** Digits may be written with multipliers, and four of them may be a year. */
function plainNumber(unit: Unit, text: string): readonly Alternative[] {
  const value: Value = { kind: 'number', value: unit.text, start: 0, end: text.length };
  const number: Alternative = { type: 'value', value, text: unit.text, why: 'number' };
  if (!/^(?:1[89]|20)\d\d$/.test(unit.text)) return [number];
  return [number, { type: 'value', value: { ...value, kind: 'date' }, text: unit.text, why: 'date' }];
}

function either(a: QueryTerm, b: QueryTerm): QueryTerm {
  return {
    operands: [...(a.operands ?? [a]), ...(b.operands ?? [b])],
    text: `${a.text} OR ${b.text}`,
    alternatives: distinctAlternatives([...a.alternatives, ...b.alternatives]),
    names: [...a.names, ...b.names],
  };
}
