import { comparatorBefore } from './comparator.ts';
import { IRREGULAR_VERBS } from './data/function-words.ts';
import type { FigureSpan, Surroundings } from './figure-span.ts';
import { isMoney } from './measure.ts';
import type { NumberSpan } from './number.ts';
import type { Token } from './tokens.ts';
import { type Counted, unitOfPlural } from './unit.ts';

// What a number counts that has no noun and no currency of its own (docs/read-figures.md F7, F12).

/** "a head", "per person", "apiece": by whom money is counted, no noun that is counted. */
export function isHead(tokens: readonly Token[], counted: Counted): boolean {
  return /^(?:per|apiece)$/.test(tokens[counted.first]?.lower ?? '');
}

const PAID =
  /^(?:prices?|costs?|fees?|fines?|fined|rewards?|rewarded|bount(?:y|ies)|ransoms?|bribes?|bribed|pay|pays|paid|paying|charges?|charged|charging|earns?|earned|salar(?:y|ies)|wages?|deposits?|sold|took|takes|rates?|rent|debt)$/;
const SUM_LEADS = /^(?:or|from|to|against|plus|versus|then)$/;
const EACH = /^(?:a|per)$/;
const HEAD = /^(?:head|person|passenger|family|household|refugee|migrant|defector)$/;

/**
 * The currency of a number that names none: said once for several sums ("1,000 yuan, up from 500"), or a sum by the head, or of what a
 * sentence says the price is, in the currency that was spoken of last.
 */
export function impliedMoney(
  tokens: readonly Token[],
  number: NumberSpan,
  { around, earlier }: { readonly around: Surroundings; readonly earlier: FigureSpan | undefined },
): string | undefined {
  const [here = ''] = earlier?.unit.split('/') ?? [];
  const money = isMoney(here) ? here : around.money;
  if (money === undefined || number.value < 50 || number.form === 'ratio' || number.form === 'fraction')
    return undefined;
  if (/^(?:19|20)\d\d$/.test(tokens[number.first]?.text ?? '') && number.next === number.first + 1) return undefined;
  const [one, two] = [tokens[number.next]?.lower ?? '', tokens[number.next + 1]?.lower ?? ''];
  const large = number.scale >= 1e3 || /,\d{3}/.test(tokens[number.first]?.text ?? '');
  if (EACH.test(one) && HEAD.test(two)) return money;
  if (large && isMoney(here)) return money;
  // "gets 100 yuan, or 300 if the person is caught"
  if (
    isMoney(here) &&
    SUM_LEADS.test(tokens[(comparatorBefore(tokens, number.first)?.edge ?? number.first) - 1]?.lower ?? '')
  ) {
    if (unitOfPlural(one) === undefined && !/^(?:of|in)$/.test(one)) return money;
  }
  for (let i = number.first - 1; i >= 0 && i >= number.first - 12; i--) {
    if (/^[;:.]$/.test(tokens[i]?.text ?? '')) return undefined;
    if (PAID.test(tokens[i]?.lower ?? '')) return money;
  }
  return undefined;
}

/** Before "of four" these are of people. */
export const BANDS: RegExp = /^(?:family|families|groups?|part(?:y|ies)|crews?|bands?|teams?|crowds?|batch(?:es)?)$/;

/** "four times the price", "ten times that", "three times as many": how many times as much, not how often. */
export function isMultiple(tokens: readonly Token[], counted: Counted): boolean {
  if (tokens[counted.head]?.lower !== 'times') return false;
  return /^(?:the|that|this|its|their|his|her|our|as|more|higher|greater|larger|what|over|fewer|less|current|previous)$/.test(
    tokens[counted.head + 1]?.lower ?? '',
  );
}

/** "only two made it", "the other four went home": a subject without its noun. */
export function opensClause(tokens: readonly Token[], number: NumberSpan): boolean {
  const verb = tokens[number.next]?.lower ?? '';
  if (!IRREGULAR_VERBS.has(verb) && !/[^e]ed$/.test(verb)) return false;
  const lead = tokens[number.first - 1];
  return lead === undefined || /^[.,;:—–]$/.test(lead.text) || /^(?:only|just|other|and|but|another)$/.test(lead.lower);
}

/** Verbs whose object, when it is a bare number, are people. */
const MOVES =
  /^(?:carried|carry|carries|brought|led|took|helped|help|helps|held|holds|hold|housed|houses|house|sheltered|shelters|detained|detain|arrested|deported|repatriated|returned|interviewed|evacuated|employs|employed|killed|killing|wounded|injured|injuring|rescued|smuggled|guided)$/;
const ROOM = /^(?:built|meant|designed|room|capacity|space|beds|bunks)$/;

/** "carried over four hundred", "built for 200". */
export function movedUnit(tokens: readonly Token[], at: number): string | undefined {
  const edge = comparatorBefore(tokens, at)?.edge ?? at;
  const verb = tokens[edge - 1]?.lower ?? '';
  if (/^(?:for|of)$/.test(verb)) return ROOM.test(tokens[edge - 2]?.lower ?? '') ? 'persons' : undefined;
  return MOVES.test(verb) ? 'persons' : undefined;
}

/** "two or three", "40 or 50 people": numbers near each other, of one form. */
export function isGuess(low: NumberSpan, high: NumberSpan): boolean {
  if (low.form !== high.form) return false;
  return low.form === 'words'
    ? high.value <= 20
    : high.value <= low.value * 2 && high.value % 5 === 0 && low.value % 5 === 0;
}
