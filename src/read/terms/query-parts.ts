import { once } from '../once.ts';
import { CHINESE_QUESTION_WORDS, KOREAN_QUESTION_WORDS } from './data/question-words.ts';
import { formKey, type NameForms } from './name-forms.ts';
import type { ParsedQuery } from './query.ts';
import { type Alternative, distinct, MOST_TERMS, nameAlternatives, type QueryTerm, stems } from './query-term.ts';
import { isUnspaced, type Unit, unitsOf } from './units.ts';

/** A query as a question, of which any part will do. */
export interface LooseQuery {
  /** Each word, each pair of characters written without spaces, each name. */
  readonly terms: readonly QueryTerm[];
  /** Single Han characters, which tell passages apart that are alike otherwise. */
  readonly characters: readonly QueryTerm[];
}

/** Takes a query apart (docs/search.md S16), without the words that only make it a question. */
export function looseQuery({ terms, parts: words = [] }: ParsedQuery): LooseQuery {
  const loose: QueryTerm[] = words.filter(({ names }) => names.length > 0);
  const characters: QueryTerm[] = [];
  for (const term of terms.flatMap((each) => each.operands ?? [each])) {
    const [typed] = term.alternatives;
    if (typed?.type !== 'units') continue;
    if (KOREAN_QUESTION_WORDS.has(typed.text)) continue;
    const units = withoutQuestionWords(typed.units);
    const parts = partsOf(units);
    if (parts.length === 1 && units.length === typed.units.length) loose.push(term);
    else {
      for (const part of parts) loose.push(partTerm(part, stems(part)));
      const others = term.alternatives.slice(1);
      if (term.names.length > 0 && others.length > 0) loose.push({ ...term, alternatives: others });
    }
    if (parts.length > 1) for (const unit of units) if (unit.kind === 'han') characters.push(partTerm([unit], []));
  }
  return { terms: distinct(loose).slice(0, MOST_TERMS), characters: distinct(characters).slice(0, MOST_TERMS) };
}

/**
 * Takes runs of Han characters apart into the names and words that they are written from (docs/search.md S16): what is
 * typed without spaces need not stand together. Words are those of the engine's dictionary (ICU); which ones were taken is
 * told. Undefined when nothing is taken apart.
 */
export function partedTerms(terms: readonly QueryTerm[], names: NameForms): readonly QueryTerm[] | undefined {
  let isParted = false;
  const parted = terms.flatMap((term) => {
    const [typed] = term.alternatives;
    if (typed?.type !== 'units' || term.isPhrase === true || term.names.length > 0 || term.operands !== undefined)
      return [term];
    const words = wordsOfRun(typed.units, names);
    if (words.length === 0 || (words.length === 1 && words[0]?.text === term.text)) return [term];
    isParted = true;
    return words;
  });
  return isParted ? distinct(parted).slice(0, MOST_TERMS) : undefined;
}

/** Shorter runs are words already. */
const SHORTEST_RUN = 4;

function wordsOfRun(units: readonly Unit[], names: NameForms): readonly QueryTerm[] {
  const isRun =
    units.length >= SHORTEST_RUN && units.every(({ kind, gap }, i) => kind === 'han' && (i === 0 || gap === 'none'));
  if (!isRun) return [];
  const words: QueryTerm[] = [];
  let rest: Unit[] = [];
  const endRest = (): void => {
    words.push(...dictionaryWords(rest));
    rest = [];
  };
  for (let at = 0; at < units.length; ) {
    const length = nameAt(units, at, names);
    const skipped = length > 0 ? 0 : questionWordAt(units, at);
    const unit = units[at];
    if (unit === undefined) break;
    if (length > 0 || skipped > 0) endRest();
    else rest.push(unit);
    if (length > 0) {
      const taken = units.slice(at, at + length);
      const rows = names.byForm.get(formKey(taken)) ?? [];
      const typed = partTerm(taken, nameAlternatives(rows));
      words.push({ ...typed, names: rows });
    }
    at += Math.max(1, length, skipped);
  }
  endRest();
  return words;
}

/** Units of the longest name that begins at a place of a run; 0 when none does. */
function nameAt(units: readonly Unit[], at: number, { byForm, longest }: NameForms): number {
  for (let length = Math.min(longest, units.length - at); length >= 2; length--) {
    if (byForm.has(formKey(units.slice(at, at + length)))) return length;
  }
  return 0;
}

const segmenter: () => Intl.Segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** Words of two characters and more; single ones mostly hold others together. */
function dictionaryWords(units: readonly Unit[]): readonly QueryTerm[] {
  const text = units.map((unit) => unit.text).join('');
  const words = [...segmenter().segment(text)].map(({ segment }) => segment).filter((word) => [...word].length > 1);
  const taken = words.length > 0 || units.length > 2 ? words : [text].filter((word) => word !== '');
  return taken.map((word) => partTerm(unitsOf(word), []));
}

function partTerm(units: readonly Unit[], others: readonly Alternative[]): QueryTerm {
  const text = units.map((unit) => unit.text).join('');
  return { text, alternatives: [{ type: 'units', units, text }, ...others], names: [] };
}

/** A run of Han characters without its question words; what stood on both sides of one makes no pair. */
function withoutQuestionWords(units: readonly Unit[]): readonly Unit[] {
  const kept: Unit[] = [];
  let parted = false;
  for (let at = 0; at < units.length; ) {
    const word = units[at]?.kind === 'han' ? questionWordAt(units, at) : 0;
    const unit = units[at];
    if (unit === undefined) break;
    if (word > 0) {
      parted = true;
      at += word;
      continue;
    }
    kept.push(parted ? { ...unit, gap: 'break' } : unit);
    parted = false;
    at++;
  }
  return kept.length === 0 ? units : kept;
}

function questionWordAt(units: readonly Unit[], at: number): number {
  for (const word of questionWords()) {
    if (word.every((character, i) => units[at + i]?.text === character)) return word.length;
  }
  return 0;
}

/** As units have them: 么 is compared as 幺. */
const questionWords: () => readonly (readonly string[])[] = once(() =>
  CHINESE_QUESTION_WORDS.map((word) => unitsOf(word).map(({ text }) => text)),
);

/** Words alone, and overlapping pairs of characters. */
function partsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const parts: (readonly Unit[])[] = [];
  for (const [i, unit] of units.entries()) {
    const next = units[i + 1];
    if (!isUnspaced(unit)) parts.push([unit]);
    else if (next !== undefined && isUnspaced(next) && next.gap === 'none') parts.push([unit, next]);
    else if (i === 0 || !isUnspaced(units[i - 1] ?? unit) || unit.gap !== 'none') parts.push([unit]);
  }
  return parts;
}
