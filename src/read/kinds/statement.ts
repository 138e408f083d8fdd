import { CHINESE } from './chinese.ts';
import type { Clause, Grammar, Statement, StatementInput } from './clause.ts';
import { cuesIn, withTag } from './cues.ts';
import { kindOf } from './decide.ts';
import { ENGLISH } from './english.ts';
import { folded } from './fold.ts';
import { KOREAN } from './korean.ts';
import { moneyIn } from './money.ts';
import { optionOf } from './option.ts';
import { ruleModality } from './rule.ts';
import { signalOf } from './signal.ts';
import { stanceOf } from './stance.ts';

export type { Statement, StatementInput } from './clause.ts';

const GRAMMARS: Readonly<Record<StatementInput['lang'], Grammar>> = { en: ENGLISH, zh: CHINESE, ko: KOREAN };
/** How much of a sentence around a clause is looked at on either side, in UTF-16 units. */
const AROUND = 400;

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
    option: null,
    stance: null,
    hedge: [],
    isContent: false,
  };
  const line = grammar.line(clause);
  if (line !== undefined) return { ...nothing, kind: 'event', subkind: line, isContent: true };
  if (clause.tags.has('boilerplate') || (clause.lead.length === 0 && grammar.isBare(clause))) return nothing;
  const isQuestion = grammar.isQuestion(clause);
  const modality = isQuestion ? undefined : ruleModality(clause, grammar);
  const { kind, subkind, event } = kindOf(clause, { grammar, isQuestion, isRule: modality !== undefined });
  const money = kind === 'rule' && modality !== undefined ? moneyIn(clause.folded, input.lang) : null;
  return {
    kind,
    ...(subkind === undefined ? {} : { subkind }),
    rule:
      modality === undefined
        ? null
        : {
            ...grammar.rule(clause, modality),
            modality: modality.modality,
            amount: money?.amount ?? null,
            currency: money?.currency ?? null,
            effective: null,
          },
    event: event ?? null,
    signal: isQuestion
      ? null
      : signalOf(clause, { bound: modality, isWish: kind === 'opinion' && subkind !== undefined }),
    option: modality === undefined ? optionOf(clause, isQuestion) : null,
    stance: modality === undefined ? stanceOf(clause, grammar) : null,
    hedge: hedgesOf(clause, modality !== undefined),
    isContent: true,
  };
}

function clauseOf(input: StatementInput, grammar: Grammar): Clause {
  const { text, sentence } = input;
  const small = folded(text, input.lang);
  const cues = cuesIn(small, grammar.index());
  const tags = new Set(cues.map(({ tag }) => tag));
  const lead = input.leadIn === undefined ? [] : cuesIn(folded(input.leadIn, input.lang), grammar.index());
  const at = sentence === undefined ? -1 : sentence.indexOf(text);
  if (sentence === undefined || at < 0) return { input, text, folded: small, cues, tags, lead, around: tags };
  const ahead = sentence.slice(Math.max(0, at - AROUND), at);
  const behind = sentence.slice(at + text.length, at + text.length + AROUND);
  const before = folded(ahead.slice(lastEnd(ahead)), input.lang);
  const after = folded(behind.slice(0, ENDS.test(text) ? 0 : firstEnd(behind)), input.lang);
  const around = new Set(tags);
  for (const side of [before, after]) for (const { tag } of cuesIn(side, grammar.index())) around.add(tag);
  return { input, text, folded: small, cues, tags, lead, around };
}

const ENDS = /[.!?。！？][”"’」』)]?\s*$/;
const END = /[.!?][”"’)]?\s|[。！？\n]/g;

/** Where the last sentence of what stands before begins; callers may give more than one sentence. */
function lastEnd(text: string): number {
  const last = [...text.matchAll(END)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function firstEnd(text: string): number {
  const found = text.search(/[.!?][”"’)]?(?:\s|$)|[。！？\n]/);
  return found < 0 ? text.length : found;
}

/** Words with which the clause limits what it says, each once; a permission is no hedge. */
function hedgesOf({ text, cues }: Clause, isRule: boolean): readonly string[] {
  const hedges = withTag(cues, 'hedge')
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => !isRule || !/^(?:may|might|could)$/i.test(word));
  return [...new Set(hedges)];
}
