import type { StatementInput } from '../clause.ts';
import { readStatement, type Statement } from '../statement.ts';
import { CHINESE_CLAUSES } from './chinese-kind-clauses.ts';
import { ENGLISH_CLAUSES } from './english-kind-clauses.ts';
import { KOREAN_CLAUSES } from './korean-kind-clauses.ts';

/** An invented clause with what it is, and what it is read as. */
export interface MeasuredClause {
  readonly input: StatementInput;
  readonly kind: string;
  readonly modality: string | undefined;
  readonly condition: string | undefined;
  readonly said: Statement;
}

/** How many of the invented clauses are read right. */
export interface ClauseShares {
  readonly kind: number;
  readonly modality: number;
  readonly condition: number;
}

const CLAUSES = { en: ENGLISH_CLAUSES, zh: CHINESE_CLAUSES, ko: KOREAN_CLAUSES };

/** The invented clauses of a language as they are read: those of the half that the rules were built on, or of the other. */
export function measuredClauses(lang: StatementInput['lang'], half: 'built' | 'held-out'): readonly MeasuredClause[] {
  return CLAUSES[lang]
    .split('\n')
    .filter((row) => row.includes('|'))
    .filter((_, i) => i % 2 === (half === 'built' ? 0 : 1))
    .map((row) => measured(lang, row));
}

/** The shares that are right, opinion and assertion taken for one; 1 where there is nothing to be right about. */
export function sharesOf(clauses: readonly MeasuredClause[]): ClauseShares {
  const share = (of: readonly MeasuredClause[], isRight: (clause: MeasuredClause) => boolean): number =>
    of.length === 0 ? 1 : of.filter(isRight).length / of.length;
  const rules = clauses.filter(({ modality }) => modality !== undefined);
  const bound = clauses.filter(({ condition }) => condition !== undefined);
  return {
    kind: share(clauses, isKind),
    modality: share(rules, ({ modality, said }) => modality === said.rule?.modality),
    condition: share(bound, hasCondition),
  };
}

/** Whether the kind is right, opinion and assertion taken for one. */
function isKind({ kind, said }: MeasuredClause): boolean {
  const family = (name: string): string => (name === 'opinion' ? 'assertion' : name);
  return family(kind) === family(said.kind);
}

/** Whether the condition holds the words wanted, and less than twice as many. */
function hasCondition({ condition, said }: MeasuredClause): boolean {
  const [wanted, given] = [condition ?? '', said.rule?.condition ?? ''];
  return given !== '' && (given.includes(wanted) || wanted.includes(given)) && given.length <= 2 * wanted.length;
}

function measured(lang: StatementInput['lang'], row: string): MeasuredClause {
  const [head = '', passage = '', condition = ''] = row.split('|').map((part) => part.trim());
  const [genre = '', kind = '', ...last] = head.split(/\s|:(?=[a-z])/);
  const text = /\{(.*)\}/.exec(passage)?.[1] ?? passage;
  const input = { text, lang, sentence: passage.replace(/[{}]/g, ''), genre: genreOf(genre) };
  return {
    input,
    kind,
    modality: last.length === 0 ? undefined : last.join(' '),
    condition: condition === '' ? undefined : condition,
    said: readStatement(input),
  };
}

function genreOf(word: string): NonNullable<StatementInput['genre']> {
  switch (word) {
    case 'notice':
    case 'news':
    case 'statement':
    case 'roundtable':
    case 'post':
    case 'report':
      return word;
    default:
      return 'unknown';
  }
}
