import type { Comparator } from '../claim.ts';
import { AFTER, BEFORE, LONGEST_COMPARATOR, SIGNS } from './data/comparators.ts';
import type { Token } from './tokens.ts';

export interface ComparatorSpan {
  readonly op: Comparator;
  /** Token index of its first word (before a number) or one past its last (after it). */
  readonly edge: number;
}

/**
 * The comparator that ends right before token `at`; undefined when there is none. Of two in a row ("more than an
 * estimated 500") the outer one decides unless it only says about.
 */
export function comparatorBefore(tokens: readonly Token[], at: number): ComparatorSpan | undefined {
  const inner = phraseBefore(tokens, at);
  if (inner === undefined) return undefined;
  const outer = phraseBefore(tokens, inner.edge);
  if (outer === undefined) return inner;
  const weak = inner.op === '~' || inner.op === '=';
  return { op: weak && outer.op !== '=' ? outer.op : inner.op, edge: outer.edge };
}

function phraseBefore(tokens: readonly Token[], at: number): ComparatorSpan | undefined {
  const sign = SIGNS.get(tokens[at - 1]?.text ?? '');
  if (sign !== undefined) return { op: sign, edge: at - 1 };
  if (tokens[at - 1]?.text === '=' && SIGNS.has(tokens[at - 2]?.text ?? '')) {
    return { op: tokens[at - 2]?.text === '<' ? '<=' : '>=', edge: at - 2 };
  }
  // "exceeded the 10,000 mark"
  const end = tokens[at - 1]?.lower === 'the' && BEFORE.has(tokens[at - 2]?.lower ?? '') ? at - 1 : at;
  let phrase = '';
  let best: ComparatorSpan | undefined;
  for (let i = end - 1; i >= 0 && i >= end - LONGEST_COMPARATOR; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') break;
    phrase = phrase === '' ? token.lower : `${token.lower} ${phrase}`;
    const op = BEFORE.get(phrase);
    // "CA 90069" is an address: abbreviations are written small.
    if (op !== undefined && !/^\p{Lu}{2}/u.test(token.text)) best = { op, edge: i };
  }
  return best;
}

/** The comparator that begins right at token `at`: "or more", "or so", "+", "-odd". */
export function comparatorAfter(tokens: readonly Token[], at: number): ComparatorSpan | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (first.text === '+' && !first.spaced) return { op: '>=', edge: at + 1 };
  if (first.text === '-' && !first.spaced && tokens[at + 1]?.spaced === false) {
    const word = tokens[at + 1]?.lower;
    if (word === 'odd') return { op: '~', edge: at + 2 };
    if (word === 'plus') return { op: '>=', edge: at + 2 };
  }
  let phrase = '';
  let best: ComparatorSpan | undefined;
  for (let i = at; i < at + 3; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') break;
    phrase = phrase === '' ? token.lower : `${phrase} ${token.lower}`;
    const op = AFTER.get(phrase);
    // "300 or more than 400" goes on: the words belong to the next number.
    if (op !== undefined && tokens[i + 1]?.lower !== 'than' && tokens[i + 1]?.kind !== 'number')
      best = { op, edge: i + 1 };
  }
  return best;
}
