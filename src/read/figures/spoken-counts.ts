import { comparatorAfter, comparatorBefore } from './comparator.ts';
import { AUXILIARIES, PRONOUNS } from './data/function-words.ts';
import { BEFALLS, CASE_PERSONS, TELLS, TIMES_SPOKEN } from './data/spoken-counts.ts';
import type { FigureSpan } from './figure-span.ts';
import type { Token } from './tokens.ts';

/** The figures of a sentence that no numeral says: how often (twice a month), one person to whom something was done, not one. */
export function findSpoken(tokens: readonly Token[], taken: (token: number) => boolean): FigureSpan[] {
  const found: FigureSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (taken(at)) continue;
    const figure = timesAt(tokens, at) ?? onePersonAt(tokens, at) ?? notOneAt(tokens, at);
    if (figure === undefined) continue;
    found.push(figure);
    at = Math.max(at, figure.next - 1);
  }
  return found;
}

/** "twice", "at least twice a month"; not "twice as many", "twice the price". */
function timesAt(tokens: readonly Token[], at: number): FigureSpan | undefined {
  const value = TIMES_SPOKEN.get(tokens[at]?.lower ?? '');
  if (value === undefined) return undefined;
  const behind = tokens[at + 1]?.lower ?? '';
  if (/^(?:as|the|that|its|their|his|her|what|over|more|again)$/.test(behind)) return undefined;
  const often =
    /^(?:a|an|every|each|per|daily|weekly)$/.test(behind) &&
    /^(?:day|week|month|year|night|quarter)$/.test(tokens[at + 2]?.lower ?? '');
  // "once" says when: it counts only with how often, "twice" also by itself.
  if (value === 1 && !often) return undefined;
  return limited(tokens, { first: at, next: at + 1, value, unit: 'occurrences' });
}

/** "a pregnant woman was arrested": one person of a case, never whoever tells of it, nor whoever a rule means. */
function onePersonAt(tokens: readonly Token[], at: number): FigureSpan | undefined {
  if (!/^an?$/.test(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower === 'and') return undefined;
  let head = at + 1;
  while (head < at + 5 && tokens[head]?.kind === 'word' && !CASE_PERSONS.has(tokens[head]?.lower ?? '')) {
    if (PRONOUNS.has(tokens[head]?.lower ?? '') || AUXILIARIES.has(tokens[head]?.lower ?? '')) return undefined;
    head++;
  }
  // "a father of three" tells of somebody else; "a man of 34" of himself.
  if (!CASE_PERSONS.has(tokens[head]?.lower ?? '') || /^(?:'s|’s|of)$/.test(tokens[head + 1]?.lower ?? ''))
    return undefined;
  return isOfCase(tokens, head + 1)
    ? limited(tokens, { first: at, next: head + 1, value: 1, unit: 'persons' })
    : undefined;
}

/** As far as the verb of a subject may stand behind it. */
const VERB_REACH = 24;

/** Whether something befalls whoever was named: "was … arrested", "died"; a verb of telling comes first when it is a source. */
export function isOfCase(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + VERB_REACH; i++) {
    const token = tokens[i];
    if (token === undefined || /^[.;!?:]$/.test(token.text)) return false;
    if (TELLS.has(token.lower)) return false;
    // "a woman of 34 and a man of 61": together they are two, which nothing says.
    if (token.lower === 'and' && /^(?:an?|his|her|their|two|three)$/.test(tokens[i + 1]?.lower ?? '')) return false;
    if (/^(?:was|were|been|being|got)$/.test(token.lower)) {
      // "was later found dead": adverbs between.
      for (let next = i + 1; next <= i + 3; next++) if (BEFALLS.passive.has(tokens[next]?.lower ?? '')) return true;
    }
    if (BEFALLS.active.has(token.lower)) return true;
  }
  return false;
}

/** "not a single family", "not one of them". */
function notOneAt(tokens: readonly Token[], at: number): FigureSpan | undefined {
  if (tokens[at]?.lower !== 'not') return undefined;
  const single = tokens[at + 1]?.lower === 'a' && tokens[at + 2]?.lower === 'single';
  const next = single ? at + 3 : at + 2;
  if (!single && !(tokens[at + 1]?.lower === 'one' && tokens[at + 2]?.lower === 'of')) return undefined;
  const who = tokens[single ? next : next + 2]?.lower ?? '';
  const unit = /^(?:person|man|woman|child|refugee|defector|them|whom|us)$/.test(who) ? 'persons' : 'items';
  return figure({ first: at, next, value: 0, unit, op: '=' });
}

interface Spoken {
  readonly first: number;
  readonly next: number;
  readonly value: number;
  readonly unit: string;
}

function limited(tokens: readonly Token[], spoken: Spoken): FigureSpan {
  const before = comparatorBefore(tokens, spoken.first);
  const after = comparatorAfter(tokens, spoken.next);
  const op = before === undefined || before.op === '=' ? (after?.op ?? '=') : before.op;
  return figure({ ...spoken, first: before?.edge ?? spoken.first, next: after?.edge ?? spoken.next, op });
}

function figure({ first, next, value, unit, op }: Spoken & Pick<FigureSpan, 'op'>): FigureSpan {
  return {
    first,
    next,
    value,
    low: op === '>' || op === '>=' ? value : null,
    high: op === '<' || op === '<=' ? value : null,
    op,
    unit,
    counted: undefined,
    amount: { first, next },
  };
}
