import { sha256 } from '../../preserve/index.ts';
import { classes } from './character-classes.ts';
import { englishStem } from './english-stem.ts';
import { foldText } from './folded-text.ts';
import { isUnspaced, type Unit, unitsOfFolded } from './units.ts';
import { dateLevels, type Value, valuesOf } from './values.ts';

/**
 * What stands before terms that are no words of the text: none of these is a letter, so that no text can hold one.
 * The index parts terms at ASCII white space and punctuation only, so each is outside ASCII.
 */
export const MARKS = { stem: '≈', number: '№', date: '†' } as const;

/** A passage as the index takes it: terms with one space between. */
export interface IndexedPassage {
  /** Terms of the headings above it, or of itself when it is one. */
  readonly head: string;
  readonly body: string;
  /** Stems, numbers and dates of both. */
  readonly added: string;
  /** Terms in all three. */
  readonly length: number;
}

/** The terms of a passage (docs/search.md S2 to S4, S8, S9). */
export function indexedPassage({ head, body }: { readonly head: string; readonly body: string }): IndexedPassage {
  const added: string[] = [];
  const streams = [head, body].map((text) => {
    if (text === '') return [];
    const folded = foldText(text);
    const units = unitsOfFolded(folded);
    for (const { kind, text: word } of units) {
      const stem = kind === 'word' ? englishStem(word) : undefined;
      if (stem !== undefined) added.push(MARKS.stem + stem);
    }
    for (const value of valuesOf(folded)) added.push(...valueTerms(value));
    return streamOf(units);
  });
  const [headTerms = [], bodyTerms = []] = streams;
  return {
    head: headTerms.join(' '),
    body: bodyTerms.join(' '),
    added: added.join(' '),
    length: headTerms.length + bodyTerms.length + added.length,
  };
}

/**
 * Names the rules by which passages become terms: a number that is raised with them, and the characters' classes, which
 * come with the JavaScript engine. Terms that other rules made cannot be taken out again and are made anew.
 */
export function termsVersion(): string {
  return `3-${sha256(classes()).slice(0, 16)}`;
}

/** The terms under which a number or date is indexed. */
function valueTerms({ kind, value }: Value): readonly string[] {
  return kind === 'number' ? [valueTerm(kind, value)] : dateLevels(value).map((level) => valueTerm('date', level));
}

/** The term of one stem, number or date. */
export function valueTerm(kind: keyof typeof MARKS, value: string): string {
  return MARKS[kind] + value.replaceAll('.', '·').replaceAll('-', '–');
}

/**
 * Units as terms in the order of the text: words and numbers as they are, characters written without spaces in
 * overlapping pairs, and the last of each run alone, so that whatever begins with a character finds each that is there.
 */
function streamOf(units: readonly Unit[]): readonly string[] {
  return units.map((unit, i) => termAt(units, unit, i));
}

function termAt(units: readonly Unit[], unit: Unit, i: number): string {
  if (!isUnspaced(unit)) return unit.text.replaceAll('.', '·');
  const next = units[i + 1];
  return next !== undefined && runsOn(unit, next) ? unit.text + next.text : unit.text;
}

/** Whether two neighbours make a pair: both written without spaces, and nothing but white space between them. */
function runsOn(unit: Unit, next: Unit): boolean {
  return isUnspaced(unit) && isUnspaced(next) && next.gap !== 'break';
}

/**
 * Units as a phrase of the index: what stands in a passage when they do. The last character stands alone there only where
 * its run ends, so it is left out, or asked for as a beginning when it is the only one.
 */
export function phraseTerms(units: readonly Unit[]): {
  readonly terms: readonly string[];
  readonly lastIsPrefix: boolean;
} {
  const terms = units.map((unit, i) => termAt(units, unit, i));
  const last = units.at(-1);
  if (last === undefined || !isUnspaced(last)) return { terms, lastIsPrefix: false };
  const before = units.at(-2);
  if (before !== undefined && runsOn(before, last)) return { terms: terms.slice(0, -1), lastIsPrefix: false };
  return { terms, lastIsPrefix: true };
}
