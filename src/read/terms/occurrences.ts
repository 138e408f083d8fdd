import { needsFolding } from './folded-text.ts';
import { isParticle } from './korean-forms.ts';
import type { Alternative, QueryTerm } from './query-term.ts';
import {
  codeAt,
  endAt,
  isJoinedAt,
  isPartedAt,
  type SearchedText,
  type SoughtUnits,
  startAt,
  syllableAt,
} from './searched-text.ts';
import { isUnspaced, type Unit } from './units.ts';
import { dateLevels } from './values.ts';

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

/**
 * Where a term stands in a text, in order (docs/search.md S17): the rule that decides what is found. The index only
 * says where it is worth looking. Overlapping alternatives give the longest.
 */
export function occurrencesOf(text: SearchedText, { alternatives }: QueryTerm): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const alternative of alternatives) {
    eachPlace(text, alternative, (each) => {
      found.push(each);
      return true;
    });
  }
  if (found.length < 2) return found;
  if (alternatives.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Occurrence[] = [];
  let end = 0;
  for (const each of found) {
    if (each.start < end) continue;
    kept.push(each);
    end = each.end;
  }
  return kept;
}

/** Whether a term stands in a text at all. */
export function occursIn(text: SearchedText, { alternatives }: QueryTerm): boolean {
  return alternatives.some((alternative) => !eachPlace(text, alternative, () => false));
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

/** Visits where an alternative stands, in order, until the visitor has enough; answers whether it went on to the end. */
function eachPlace(text: SearchedText, alternative: Alternative, visit: (found: Occurrence) => boolean): boolean {
  switch (alternative.type) {
    case 'units':
      return eachUnitPlace(text, alternative, visit);
    case 'stem': {
      for (const at of text.stems.get(text.sought.stemOf(alternative)) ?? NOWHERE) {
        if (!visit({ start: startAt(text, at), end: endAt(text, at), asWord: true, alternative })) return false;
      }
      return true;
    }
    case 'value':
      for (const { kind, value, start, end } of text.values()) {
        if (kind !== alternative.value.kind) continue;
        const levels = kind === 'date' ? dateLevels(value) : [value];
        if (levels.includes(alternative.value.value) && !visit({ start, end, asWord: true, alternative })) return false;
      }
      return true;
  }
}

const NOWHERE: readonly number[] = [];

function eachUnitPlace(
  text: SearchedText,
  alternative: Alternative & { readonly type: 'units' },
  visit: (found: Occurrence) => boolean,
): boolean {
  const sought = text.sought.unitsOf(alternative);
  const [first] = sought.codes;
  if (first === undefined) return true;
  const last = sought.codes.length - 1;
  for (const at of text.places.get(first) ?? NOWHERE) {
    if (!standsAt(text, at, sought) || !mayBeSpelling(text, at, alternative)) continue;
    const [start, end] = [startAt(text, at), endAt(text, at + last)];
    if (!visit({ start, end, asWord: isWord(text, at, alternative), alternative })) return false;
  }
  return true;
}

function standsAt(text: SearchedText, at: number, sought: SoughtUnits): boolean {
  const { codes, units: wanted } = sought;
  if (at + codes.length > text.length) return false;
  for (let i = 0; i < codes.length; i++) {
    const want = wanted[i];
    if (want === undefined || codeAt(text, at + i) !== codes[i]) return false;
    // Characters written without spaces make a word only where nothing but space stands between them.
    if (i > 0 && isPartedAt(text, at + i) && isUnspaced(want) && want.gap !== 'break') {
      if (isUnspaced(wanted[i - 1] ?? want)) return false;
    }
  }
  return wanted[0]?.kind !== 'syllable' || keepsWords(text, at, sought);
}

/**
 * Whether Korean that is found over spaces is one word parted, not the end of one and the beginning of another: 중국 공안
 * for 중국공안, but not 대북 한국 for 북한.
 */
function keepsWords(text: SearchedText, at: number, { units: wanted }: SoughtUnits): boolean {
  const spaces: number[] = [];
  for (let i = 1; i < wanted.length; i++) {
    if (!isJoinedAt(text, at + i) && wanted[i]?.gap === 'none') spaces.push(i);
  }
  const atStart = beginsWord(text, at);
  if (wanted.length === 1) return atStart || restOfWord(text, at + 1) === '' || endsNoun(text, at, wanted);
  const [firstSpace] = spaces;
  const lastSpace = spaces.at(-1);
  if (firstSpace === undefined || lastSpace === undefined) return true;
  if (firstSpace < 2 && !atStart) return false;
  return wanted.length - lastSpace >= 2 || endsNoun(text, at + wanted.length - 1, wanted);
}

/** Whether what follows in the same word after the last of these units is a particle, or nothing. */
function endsNoun(text: SearchedText, at: number, units: readonly Unit[]): boolean {
  return isParticle(restOfWord(text, at + 1), units.at(-1)?.text.charCodeAt(0) ?? 0);
}

function restOfWord(text: SearchedText, from: number): string {
  let rest = '';
  for (let at = from; at < text.length && rest.length <= LONGEST_REST; at++) {
    const syllable = syllableAt(text, at);
    if (syllable === 0 || !isJoinedAt(text, at)) break;
    rest += String.fromCharCode(syllable);
  }
  return rest;
}

const LONGEST_REST = 8;

/**
 * Two syllables in the other state's spelling are often the middle of another word (력사 in 폭력사태, 년동 in 8년동안): inside
 * a word they count only after two syllables and at its end, as the second half of a compound (국제련합이).
 */
function mayBeSpelling(
  text: SearchedText,
  at: number,
  { units: wanted, why }: Alternative & { readonly type: 'units' },
): boolean {
  if (why !== 'spelling' || wanted.length !== 2) return true;
  if (at === 0 || !isJoinedAt(text, at)) return true;
  const follows = at > 1 && syllableAt(text, at - 1) > 0 && isJoinedAt(text, at - 1) && syllableAt(text, at - 2) > 0;
  return follows && endsNoun(text, at + 1, wanted);
}

/** One syllable and the other names of a place are words where nothing but a particle follows: 조선은, not 조선소. */
function isWord(
  text: SearchedText,
  at: number,
  { units: wanted, why }: Alternative & { readonly type: 'units' },
): boolean {
  if (wanted[0]?.kind !== 'syllable') return true;
  const last = at + wanted.length - 1;
  if (wanted.length === 1) return endsNoun(text, last, wanted);
  return beginsWord(text, at) && (why !== 'name' || endsNoun(text, last, wanted));
}

function beginsWord(text: SearchedText, at: number): boolean {
  return at === 0 || !isJoinedAt(text, at) || syllableAt(text, at) === 0 || syllableAt(text, at - 1) === 0;
}
