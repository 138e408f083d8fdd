import { once } from '../once.ts';
import { englishStem } from './english-stem.ts';
import { foldText, needsFolding } from './folded-text.ts';
import { isParticle } from './korean-forms.ts';
import type { Alternative, QueryTerm } from './query-term.ts';
import { isUnspaced, type Unit, unitsOfFolded } from './units.ts';
import { dateLevels, type Value, valuesOf } from './values.ts';

/** Where a term stands in a text. */
export interface Occurrence {
  /** UTF-16 offsets in the text as it was given. */
  readonly start: number;
  readonly end: number;
  /**
   * Whether it stands there as a word: 북송 does in 북송된, not in 강제북송; 강 in 강을 and 두만강은, not in 강제. True for
   * whatever is written with spaces.
   */
  readonly asWord: boolean;
  readonly alternative: Alternative;
}

/** A text that is ready to be looked through. */
export interface SearchedText {
  readonly units: readonly Unit[];
  /** Numbers and dates that it writes in a form of its own; worked out when first asked for. */
  readonly values: () => readonly Value[];
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Units of each English stem; worked out when it is first asked for. */
  readonly stems: () => ReadonlyMap<string, readonly number[]>;
}

/** Prepares a text. One pass; what it holds is found without reading it again. */
export function searchedText(text: string): SearchedText {
  const folded = foldText(text);
  const units = unitsOfFolded(folded);
  const places = placesBy(units, ({ text: word }) => word);
  const stems = once(() => placesBy(units, stemOf));
  return { units, values: once(() => valuesOf(folded)), places, stems };
}

function placesBy(units: readonly Unit[], key: (unit: Unit) => string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, unit] of units.entries()) {
    const name = key(unit);
    const have = places.get(name);
    if (have === undefined) places.set(name, [i]);
    else have.push(i);
  }
  return places;
}

function stemOf({ kind, text }: Unit): string {
  return kind === 'word' ? (englishStem(text) ?? text) : text;
}

/**
 * Where a term stands in a text, in order (docs/search.md S17): the rule that decides what is found. The index only
 * says where it is worth looking. Overlapping alternatives give the longest.
 */
export function occurrencesOf(text: SearchedText, { alternatives }: QueryTerm): readonly Occurrence[] {
  const found = alternatives.flatMap((alternative) => [...placesOf(text, alternative)]);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Occurrence[] = [];
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

/** Whether a term stands in a text at all. */
export function occursIn(text: SearchedText, { alternatives }: QueryTerm): boolean {
  return alternatives.some((alternative) => !placesOf(text, alternative).next().done);
}

/**
 * Whether a Korean word stands in a text only inside other words, told without taking the text apart; undefined when that
 * takes a closer look. Most of what a short word finds is told so, and much faster.
 */
export function standsInsideOnly(text: string, { alternatives }: QueryTerm): boolean | undefined {
  const [typed] = alternatives;
  if (typed?.type !== 'units' || typed.units.length < 2 || needsFolding(text)) return undefined;
  const wanted = typed.units.map((unit) => unit.text).join('');
  if (!/^[가-힣]+$/u.test(wanted) || !text.includes(wanted)) return undefined;
  return mayBeginWord(alternatives)?.test(text) === false ? true : undefined;
}

const beginnings = new WeakMap<readonly Alternative[], RegExp | null>();

/** Finds wherever any alternative may stand at the beginning of a word, over spaces too; null when some are no Hangul. */
function mayBeginWord(alternatives: readonly Alternative[]): RegExp | null {
  let made = beginnings.get(alternatives);
  if (made === undefined) {
    const words = alternatives.map((each) => (each.type === 'units' ? each.units.map((unit) => unit.text) : ['']));
    const areHangul = words.every((word) => word.every((syllable) => /^[가-힣]$/u.test(syllable)));
    made = areHangul
      ? new RegExp(`(?<![가-힣])(?:${words.map((word) => word.join('[^가-힣]*')).join('|')})`, 'u')
      : null;
    beginnings.set(alternatives, made);
  }
  return made;
}

/** Whether a text holds the very letters, whatever their case: what an exact query asks for. */
export function holdsExactly(text: string, typed: string): boolean {
  return text.normalize('NFC').toLowerCase().includes(typed.normalize('NFC').toLowerCase());
}

function* placesOf(text: SearchedText, alternative: Alternative): Generator<Occurrence> {
  switch (alternative.type) {
    case 'units':
      yield* unitPlaces(text, alternative);
      return;
    case 'stem': {
      for (const at of text.stems().get(stemOf(alternative.unit)) ?? []) {
        const unit = text.units[at];
        if (unit?.kind === 'word') yield { start: unit.start, end: unit.end, asWord: true, alternative };
      }
      return;
    }
    case 'value':
      for (const { kind, value, start, end } of text.values()) {
        if (kind !== alternative.value.kind) continue;
        const levels = kind === 'date' ? dateLevels(value) : [value];
        if (levels.includes(alternative.value.value)) yield { start, end, asWord: true, alternative };
      }
      return;
  }
}

function* unitPlaces(text: SearchedText, alternative: Alternative & { readonly type: 'units' }): Generator<Occurrence> {
  const { units: wanted } = alternative;
  const [first] = wanted;
  if (first === undefined) return;
  for (const at of text.places.get(first.text) ?? []) {
    if (!standsAt(text.units, at, wanted) || !mayBeSpelling(text.units, at, alternative)) continue;
    const begin = text.units[at];
    const end = text.units[at + wanted.length - 1];
    if (begin === undefined || end === undefined) continue;
    yield { start: begin.start, end: end.end, asWord: isWord(text.units, at, alternative), alternative };
  }
}

function standsAt(units: readonly Unit[], at: number, wanted: readonly Unit[]): boolean {
  for (const [i, want] of wanted.entries()) {
    const have = units[at + i];
    if (have === undefined || have.text !== want.text || have.kind !== want.kind) return false;
    // Characters written without spaces make a word only where nothing but space stands between them.
    if (i > 0 && have.gap === 'break' && isUnspaced(have) && want.gap !== 'break' && isUnspaced(wanted[i - 1] ?? want))
      return false;
  }
  return wanted[0]?.kind !== 'syllable' || keepsWords(units, at, wanted);
}

/**
 * Whether Korean that is found over spaces is one word parted, not the end of one and the beginning of another: 중국 공안
 * for 중국공안, but not 대북 한국 for 북한.
 */
function keepsWords(units: readonly Unit[], at: number, wanted: readonly Unit[]): boolean {
  const spaces: number[] = [];
  for (let i = 1; i < wanted.length; i++) {
    if (units[at + i]?.gap !== 'none' && wanted[i]?.gap === 'none') spaces.push(i);
  }
  const atStart = beginsWord(units, at);
  if (wanted.length === 1) return atStart || restOfWord(units, at + 1) === '' || endsNoun(units, at);
  const [firstSpace] = spaces;
  const lastSpace = spaces.at(-1);
  if (firstSpace === undefined || lastSpace === undefined) return true;
  if (firstSpace < 2 && !atStart) return false;
  return wanted.length - lastSpace >= 2 || endsNoun(units, at + wanted.length - 1);
}

/** Whether what follows in the same word is a particle, or nothing. */
function endsNoun(units: readonly Unit[], at: number): boolean {
  return isParticle(restOfWord(units, at + 1), units[at]?.text.charCodeAt(0) ?? 0);
}

function restOfWord(units: readonly Unit[], from: number): string {
  let rest = '';
  for (let at = from; at < units.length && rest.length <= LONGEST_REST; at++) {
    const unit = units[at];
    if (unit === undefined || unit.kind !== 'syllable' || unit.gap !== 'none') break;
    rest += unit.text;
  }
  return rest;
}

const LONGEST_REST = 8;

/**
 * Two syllables in the other state's spelling are often the middle of another word (력사 in 폭력사태, 년동 in 8년동안): inside
 * a word they count only after two syllables and at its end, as the second half of a compound (국제련합이).
 */
function mayBeSpelling(
  units: readonly Unit[],
  at: number,
  { units: wanted, why }: Alternative & { readonly type: 'units' },
): boolean {
  if (why !== 'spelling' || wanted.length !== 2) return true;
  const before = units[at - 1];
  if (before === undefined || units[at]?.gap !== 'none') return true;
  const follows = before.kind === 'syllable' && units[at - 1]?.gap === 'none' && units[at - 2]?.kind === 'syllable';
  return follows && endsNoun(units, at + 1);
}

/** One syllable and the other names of a place are words where nothing but a particle follows: 조선은, not 조선소. */
function isWord(
  units: readonly Unit[],
  at: number,
  { units: wanted, why }: Alternative & { readonly type: 'units' },
): boolean {
  if (wanted[0]?.kind !== 'syllable') return true;
  const last = at + wanted.length - 1;
  if (wanted.length === 1) return endsNoun(units, last);
  return beginsWord(units, at) && (why !== 'name' || endsNoun(units, last));
}

function beginsWord(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit === undefined || unit.gap !== 'none' || unit.kind !== 'syllable' || units[at - 1]?.kind !== 'syllable';
}
