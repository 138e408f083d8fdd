import { listNumber, type NumberStyle } from './list-number.ts';
import { attributeOf, descendantsOf, elementsOf, type XmlElement } from './xml.ts';

/** One level of a list style of OpenDocument (1.3 part 3, 16.30 and following). */
interface Level {
  readonly style: NumberStyle | 'bullet';
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the number shows, this one included. */
  readonly shown: number;
}

type Levels = ReadonlyMap<number, Level>;

/** Writes the numbers of lists and headings of an OpenDocument text. */
export interface OdfLists {
  /** Counts an item in at a level (from 1) of a list, and gives its number as shown; '' for bullets and unknown styles. */
  readonly label: (counts: Counts, style: string, level: number, start: number | undefined) => string;
  /** The number of a heading; '' when headings are not numbered. */
  readonly headingLabel: (level: number) => string;
}

/** How far a list has counted, by level. */
export type Counts = (number | undefined)[];

/** List styles of the roots, the later ones first in rank. */
export function odfListsOf(roots: readonly (XmlElement | undefined)[]): OdfLists {
  const styles = new Map<string, Levels>();
  let outline: Levels = new Map();
  for (const root of roots) {
    if (root === undefined) continue;
    for (const style of descendantsOf(root, 'list-style'))
      styles.set(attributeOf(style, 'name') ?? '', levelsOf(style));
    const headings = descendantsOf(root, 'outline-style')[0];
    if (headings !== undefined) outline = levelsOf(headings);
  }
  const headingCounts: Counts = [];
  return {
    label: (counts, style, level, start) => count(styles.get(style), counts, level, start),
    headingLabel: (level) => count(outline, headingCounts, level, undefined),
  };
}

function count(levels: Levels | undefined, counts: Counts, at: number, start: number | undefined): string {
  const level = levels?.get(at);
  const before = counts[at];
  counts[at] = start ?? (before === undefined ? (level?.start ?? 1) : before + 1);
  counts.length = at + 1;
  if (levels === undefined || level === undefined || level.style === 'bullet' || level.style === 'none') return '';
  const numbers: string[] = [];
  for (let i = Math.max(1, at - level.shown + 1); i <= at; i++) {
    const each = levels.get(i);
    if (each === undefined || each.style === 'bullet' || each.style === 'none') continue;
    numbers.push(listNumber(counts[i] ?? each.start, each.style));
  }
  return `${level.prefix}${numbers.join('.')}${level.suffix}`.trim();
}

function levelsOf(style: XmlElement): Levels {
  const levels = new Map<number, Level>();
  for (const element of elementsOf(style)) {
    const at = Number(attributeOf(element, 'level') ?? '1');
    if (!Number.isInteger(at) || at < 1 || at > 10) continue;
    const start = Number(attributeOf(element, 'start-value') ?? '1');
    levels.set(at, {
      style: /bullet|image/.test(element.name) ? 'bullet' : styleOf(attributeOf(element, 'num-format') ?? ''),
      prefix: (attributeOf(element, 'num-prefix') ?? '').slice(0, 40),
      suffix: (attributeOf(element, 'num-suffix') ?? '').slice(0, 40),
      start: Number.isInteger(start) && start >= 0 ? start : 1,
      shown: Math.min(10, Number(attributeOf(element, 'display-levels') ?? '1') || 1),
    });
  }
  return levels;
}

/** Formats are given as their first signs: `1`, `a`, `一, 二, 三, ...`. */
function styleOf(format: string): NumberStyle {
  if (format === '') return 'none';
  const known = STYLES.find(([start]) => format.startsWith(start));
  return known === undefined ? 'decimal' : known[1];
}

const STYLES: readonly (readonly [string, NumberStyle])[] = [
  ['1', 'decimal'],
  ['01', 'decimal-padded'],
  ['a', 'lower-letter'],
  ['A', 'upper-letter'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
  ['１', 'decimal-fullwidth'],
  ['①', 'decimal-enclosed'],
  ['一', 'han'],
  ['甲', 'heavenly-stems'],
  ['가', 'korean-syllables'],
  ['ㄱ', 'korean-consonants'],
  ['일', 'korean-digits'],
];
