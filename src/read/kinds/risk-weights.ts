import type { SignalDirection } from '../claim.ts';
import { BESIDE_WEIGHTS, LEANINGS, OFTEN, OWN_WEIGHTS } from './data/risk-leanings.ts';

/** A kind of risk that words of a clause bear on, and how likely it is meant by those words alone. */
export interface WeighedRisk {
  readonly category: string;
  readonly weight: number;
  /** How much of what the clause says of risks is of this kind, for the clauses around it: up to 1. */
  readonly share: number;
  readonly direction: SignalDirection;
  readonly stated: string;
}

/** What a clause says of risks, and which kinds clauses of its sort speak of. */
export interface RiskEvidence {
  readonly risks: readonly WeighedRisk[];
  /** The sort of clause: tags of its words, its kind, and what sort of text it stands in. */
  readonly sorts: readonly string[];
}

/** Nothing is said, and of no sort. */
export const NO_EVIDENCE: RiskEvidence = { risks: [], sorts: [] };

/** What words of a clause weigh for a kind of risk: the score of its phrases and groups, its plain words, and whether it is named at all. */
export function ownWeight({
  score,
  subject,
  isNamed,
}: {
  readonly score: number;
  readonly subject: number;
  readonly isNamed: boolean;
}): number {
  return OWN_WEIGHTS.score * score + OWN_WEIGHTS.subject * subject + (isNamed ? OWN_WEIGHTS.named : 0);
}

/** How far clauses of one sort speak of a kind of risk, and how often any clause does: what decides where its words do not. */
export function leaningTo(category: string, sorts: readonly string[]): number {
  let sum = OFTEN[category] ?? 0;
  for (const sort of sorts) sum += TABLE.get(sort)?.get(category) ?? 0;
  return sum;
}

/** Whether a tag says of what sort a clause is. */
export function isSort(tag: string): boolean {
  return TABLE.has(tag);
}

/** What kinds of risk that clauses around it speak of weigh for a clause. */
export const BESIDE: typeof BESIDE_WEIGHTS = BESIDE_WEIGHTS;

const TABLE: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(LEANINGS).map(([sort, words]) => [
    sort,
    new Map(
      words.split(', ').map((word): readonly [string, number] => {
        const [category = '', weight = '0'] = word.split(' ');
        return [category, Number(weight)];
      }),
    ),
  ]),
);
