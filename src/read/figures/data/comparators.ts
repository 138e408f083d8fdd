import type { Comparator } from '../../claim.ts';

/**
 * Words before a number that say how it stands to the truth. Longest first wins. "close to", "nearly" and "almost" are
 * read as about, since reports use them so; "up to" and "as many as" are limits.
 */
export const BEFORE: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...both('>', [
    'over',
    'above',
    'more than',
    'greater than',
    'higher than',
    'larger than',
    'bigger than',
    'in excess of',
    'well over',
    'just over',
    'beyond',
    'upwards of',
    'exceed',
    'exceeds',
    'exceeded',
    'exceeding',
    'surpass',
    'surpasses',
    'surpassed',
    'surpassing',
    'topped',
    'topping',
    'passed the',
    'outnumber',
  ]),
  ...both('>=', [
    'at least',
    'no fewer than',
    'no less than',
    'not less than',
    'not fewer than',
    'a minimum of',
    'minimum of',
    'at the very least',
    'greater than or equal to',
    'more than or equal to',
    'equal to or more than',
    'equal to or greater than',
  ]),
  ...both('<', [
    'under',
    'below',
    'less than',
    'fewer than',
    'lower than',
    'smaller than',
    'just under',
    'well under',
    'short of',
  ]),
  ...both('<=', [
    'up to',
    'as many as',
    'as much as',
    'as high as',
    'at most',
    'no more than',
    'not more than',
    'no higher than',
    'not exceeding',
    'not to exceed',
    'a maximum of',
    'maximum of',
    'at the most',
    'less than or equal to',
    'fewer than or equal to',
    'equal to or less than',
    'equal to or fewer than',
  ]),
  ...both('~', [
    'about',
    'around',
    'approximately',
    'approx',
    'roughly',
    'circa',
    'ca',
    'some',
    'nearly',
    'almost',
    'close to',
    'near to',
    'nearing',
    'approaching',
    'an estimated',
    'estimated',
    'estimated at',
    'estimates of',
    'estimate of',
    'an average of',
    'in the region of',
    'in the order of',
    'on the order of',
    'virtually',
    'practically',
    'perhaps',
    'maybe',
  ]),
  ...both('=', ['exactly', 'precisely', 'a total of', 'total of', 'just', 'only', 'equal to', 'equals']),
]);

/** Words after a number, or after the noun it counts. */
export const AFTER: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...both('>=', [
    'or more',
    'and more',
    'or greater',
    'or higher',
    'or above',
    'or over',
    'and above',
    'and over',
    'at least',
    'at the least',
  ]),
  ...both('<=', ['or less', 'or fewer', 'or lower', 'or below', 'or under', 'at most', 'at the most', 'maximum']),
  ...both('~', ['or so', 'or thereabouts', 'approximately', 'odd']),
]);

/** Signs against a number. */
export const SIGNS: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ['>', '>'],
  ['<', '<'],
  ['≥', '>='],
  ['≤', '<='],
  ['~', '~'],
  ['≈', '~'],
  ['∼', '~'],
]);

/** The longest phrase above, in words. */
export const LONGEST_COMPARATOR = 5;

/** Verbs of change: after them "from X to Y" is two figures, not a range. */
export const CHANGE_VERBS: ReadonlySet<string> = new Set(
  `rose rise rises risen rising fell fall falls fallen falling increased increase increases increasing decreased decrease
   decreases decreasing grew grow grows grown growing dropped drop drops dropping declined decline declines declining
   climbed climb climbs jumped jump jumps jumping soared soar surged surge doubled tripled quadrupled raised raise raises
   raising cut cuts cutting reduced reduce reduces reducing lowered lower lowers went go goes gone going changed change
   changes changing shrank shrunk shrink swelled expanded expand expanding up down moved hiked slashed halved`.split(
    /\s+/,
  ),
);

function both(op: Comparator, phrases: readonly string[]): [string, Comparator][] {
  return phrases.map((phrase) => [phrase, op]);
}
