import { once } from '../once.ts';
import { aroundOf } from './around.ts';
import { CHINESE } from './chinese.ts';
import type { Clause, Grammar, Statement, StatementInput } from './clause.ts';
import { type Cue, cuesIn, withTag } from './cues.ts';
import { isWitnessed, kindOf } from './decide.ts';
import { ENGLISH } from './english.ts';
import { folded } from './fold.ts';
import { KOREAN } from './korean.ts';
import { moneyIn } from './money.ts';
import { optionOf } from './option.ts';
import { NO_EVIDENCE } from './risk-weights.ts';
import { ruleModality } from './rule.ts';
import { risksOf } from './signal.ts';
import { stanceOf } from './stance.ts';

export type { Statement, StatementInput } from './clause.ts';

const GRAMMARS: Readonly<Record<StatementInput['lang'], Grammar>> = { en: ENGLISH, zh: CHINESE, ko: KOREAN };

/**
 * Reads what one clause says: its kind, the terms of a rule or an event, risk, option, stance and hedges
 * (docs/read-kinds.md). An assertion with nothing else when no word tells more; `isContent` is false for what states nothing.
 */
export function readStatement(input: StatementInput): Statement {
  const grammar = GRAMMARS[input.lang];
  const clause = clauseOf(input, grammar);
  const nothing: Statement = {
    kind: 'assertion',
    rule: null,
    event: null,
    signal: null,
    evidence: NO_EVIDENCE,
    option: null,
    stance: null,
    hedge: [],
    isContent: false,
  };
  const line = grammar.line(clause);
  if (line !== undefined) return { ...nothing, kind: 'event', subkind: line, isContent: true };
  if (clause.tags.has('boilerplate') || (clause.lead.length === 0 && !isWithin(clause) && grammar.isBare(clause)))
    return nothing;
  const isQuestion = grammar.isQuestion(clause);
  // What somebody was made to do, told by who was there, is what they tell; it is no rule that holds.
  const isTold = PAST.test(clause.folded) && !clause.around.has('order-text') && isWitnessed(clause, grammar);
  const modality = isQuestion || isTold ? undefined : ruleModality(clause, grammar);
  const { kind, subkind, event } = kindOf(clause, { grammar, isQuestion, isRule: modality !== undefined });
  const money = kind === 'rule' && modality !== undefined ? moneyIn(clause.folded, input.lang) : null;
  const rule =
    modality === undefined
      ? null
      : {
          ...grammar.rule(clause, modality),
          modality: modality.modality,
          amount: money?.amount ?? null,
          currency: money?.currency ?? null,
          effective: null,
        };
  const { signal, evidence } = isQuestion
    ? { signal: null, evidence: NO_EVIDENCE }
    : risksOf(clause, { bound: modality, isWish: kind === 'opinion' && subkind !== undefined });
  const option = modality === undefined ? optionOf(clause, isQuestion) : null;
  const stance = modality === undefined ? stanceOf(clause, grammar) : null;
  const hedge = hedgesOf(clause, modality !== undefined);
  return subkind === undefined
    ? { kind, rule, event: event ?? null, signal, evidence, option, stance, hedge, isContent: true }
    : { kind, subkind, rule, event: event ?? null, signal, evidence, option, stance, hedge, isContent: true };
}

/** Whether words of its own sentence stand around it: no heading then. */
function isWithin({ frame, folded: small }: Clause): boolean {
  return /\p{L}/u.test(frame) && /\p{L}{2}/u.test(small);
}

/** What a rule that somebody lived under is told with. */
const PAST = /\b(?:was|were|had)\b|当时|我|被|[했었았]/;

function clauseOf(input: StatementInput, grammar: Grammar): Clause {
  const { text } = input;
  const small = folded(text, input.lang);
  const cues = cuesIn(small, grammar.index()).filter((cue) => !isMonth(text, cue));
  const tags = new Set(cues.map(({ tag }) => tag));
  if (input.isOrdered === true) tags.add('law').add('order-text');
  const lead = input.leadIn === undefined ? [] : cuesIn(folded(input.leadIn, input.lang), grammar.index());
  const { before, after, passage, isQuoted } = aroundOf(text, input.sentence);
  const [ahead, behind] = [folded(before, input.lang), folded(after, input.lang)];
  const sides = once(
    () => new Set([ahead, behind].flatMap((side) => cuesIn(side, grammar.aroundIndex()).map(({ tag }) => tag))),
  );
  return {
    input,
    text,
    folded: small,
    cues,
    tags,
    lead,
    around: { has: (tag) => tags.has(tag) || sides().has(tag) },
    frame: `${ahead} … ${behind}`,
    passage,
    isQuoted: input.quoted ?? isQuoted,
    isMarked: isQuoted,
  };
}

/** In "from 1 May" nothing is allowed. */
function isMonth(text: string, { start }: Cue): boolean {
  return (
    text.startsWith('May', start) &&
    (/(?:\b(?:in|from|of|since|until|till|by|on|last|next|this|late|early|mid|before|after)|\d(?:st|nd|rd|th)?),?\s$/i.test(
      text.slice(Math.max(0, start - 8), start),
    ) ||
      /^May,?\s\d/.test(text.slice(start, start + 8)))
  );
}

/** Words with which the clause limits what it says, each once; a permission is no hedge. */
function hedgesOf({ text, cues }: Clause, isRule: boolean): readonly string[] {
  const hedges = withTag(cues, 'hedge')
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => !isRule || !/^(?:may|might|could)$/i.test(word));
  return [...new Set(hedges)];
}
