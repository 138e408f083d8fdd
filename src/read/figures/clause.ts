import { AUXILIARIES, IRREGULAR_VERBS } from './data/function-words.ts';
import type { Token } from './tokens.ts';

/** A part of a sentence that says something by itself, as token indexes; `next` is exclusive. */
export interface Clause {
  readonly first: number;
  readonly next: number;
}

const COORDINATORS: ReadonlySet<string> = new Set(['and', 'but', 'while', 'whereas']);
const NOT_FINITE: ReadonlySet<string> = new Set(['be', 'been', 'being', 'having', 'doing']);
const SHORTEST = 4;

/**
 * Cuts a sentence where two statements are joined: at a semicolon, a dash, ", which", and at "and", "but", "while" with
 * a verb on both sides. Conditions ("if", "who", "unless") are never cut off. Returns the whole sentence as one clause
 * when nothing joins. `joined` tells tokens inside a figure, where nothing is cut. One pass over the tokens.
 */
export function clausesOf(tokens: readonly Token[], joined: (token: number) => boolean): Clause[] {
  const verbs = verbCounts(tokens);
  const hasVerb = (first: number, next: number): boolean => (verbs[next] ?? 0) > (verbs[first] ?? 0);
  const clauses: Clause[] = [];
  let first = 0;
  for (let at = 1; at < tokens.length; at++) {
    const start = cutAt(tokens, at);
    if (start === undefined || joined(at)) continue;
    const end = nextCut(tokens, start);
    // "it's" is subject and verb in one.
    const subject = !isVerb(tokens, start) || (tokens[start]?.lower ?? '').includes("'");
    if (at - first < SHORTEST || end - start < SHORTEST) continue;
    if (!subject || !hasVerb(first, at) || !hasVerb(start, end)) continue;
    clauses.push({ first, next: at });
    first = start;
    at = start;
  }
  clauses.push({ first, next: tokens.length });
  return clauses;
}

/** Where the next clause begins when token `at` joins two; undefined when it does not. */
function cutAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.text === ';') return skipJoint(tokens, at + 1);
  if (token.text === '—' || (token.text === '–' && token.spaced)) return skipJoint(tokens, at + 1);
  if (token.text === '-' && tokens[at + 1]?.text === '-') return at + 2;
  if (token.text === ',') {
    const next = tokens[at + 1]?.lower ?? '';
    if (COORDINATORS.has(next)) return skipJoint(tokens, at + 1);
    return next === 'which' ? at + 1 : undefined;
  }
  return COORDINATORS.has(token.lower) ? skipJoint(tokens, at) : undefined;
}

function skipJoint(tokens: readonly Token[], at: number): number {
  let next = COORDINATORS.has(tokens[at]?.lower ?? '') ? at + 1 : at;
  if (tokens[next]?.text === ',') next++;
  return next;
}

// How far the right side is looked at for its verb: to the next hard mark, so that a later clause does not lend one.
function nextCut(tokens: readonly Token[], from: number): number {
  const end = Math.min(tokens.length, from + 30);
  for (let i = from; i < end; i++) if (tokens[i]?.text === ';' || tokens[i]?.text === '—') return i;
  return end;
}

/** Running number of verbs before each token, so that "is there a verb between" costs one subtraction. */
function verbCounts(tokens: readonly Token[]): number[] {
  const counts = [0];
  for (let i = 0; i < tokens.length; i++) counts.push((counts[i] ?? 0) + (isVerb(tokens, i) ? 1 : 0));
  return counts;
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (AUXILIARIES.has(word)) return !NOT_FINITE.has(word);
  if (/^(?:the|a|an|of|to|for|their|its|his|her|our)$/.test(tokens[at - 1]?.lower ?? '')) return false;
  return IRREGULAR_VERBS.has(word) || (word.length > 4 && /ed$/.test(word));
}
