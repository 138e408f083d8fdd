import type { Span } from '../anchor.ts';
import type { Signal } from '../claim.ts';
import { BESIDE, leaningTo, type WeighedRisk } from '../kinds/risk-weights.ts';
import { LEANING } from './data/joining-words.ts';
import type { ReadLanguage } from './findings.ts';
import type { ClaimDraft } from './setting.ts';

/** A kind of risk that words bear on, and where they stand. */
interface NamedRisk extends Span {
  readonly signal: Signal;
}

/** What a claim says of kinds of risk: how much of it is of each, and the words. */
type Spoken = ReadonlyMap<string, NamedRisk & { readonly share: number }>;

/** What earlier claims of a document said of kinds of risk. */
export interface RiskMemory {
  readonly last: Spoken;
  readonly sums: ReadonlyMap<string, number>;
  readonly claims: number;
}

/** Nothing was said yet. */
export const NO_RISKS_BEFORE: RiskMemory = { last: new Map(), sums: new Map(), claims: 0 };

/** What says where a text comes from speaks of no risk, and a question says nothing yet. */
const NONE: ReadonlySet<string> = new Set(['issuance', 'provenance', 'question']);

/**
 * The risk of each claim of a paragraph, by its own words and by what is said around it (docs/read-claims.md RC14): the kinds that its words bear on
 * are weighed with those of the claims beside it and before it in the document, and with what clauses of its sort speak of. A claim without
 * words of its own has the kind of what it goes on with, which keeps the place of its words as a basis. `drafts` are in text order; `sentences` says
 * for each in which it stands.
 */
export function withLentRisks(
  drafts: readonly ClaimDraft[],
  sentences: readonly number[],
  { text, lang, before }: { readonly text: string; readonly lang: ReadLanguage; readonly before: RiskMemory },
): { readonly drafts: readonly ClaimDraft[]; readonly risks: RiskMemory } {
  const spoken = drafts.map((draft) => spokenIn(text, draft));
  const sums = new Map(before.sums);
  let { claims } = before;
  const lent = drafts.map((draft, at): ClaimDraft => {
    const around: Around = {
      own: spoken[at] ?? NOTHING,
      ahead: at > 0 ? (spoken[at - 1] ?? NOTHING) : before.last,
      isAheadNear: at > 0,
      behind: spoken[at + 1] ?? NOTHING,
      sums,
      claims,
      isSame: (other) => sentences[at + other] !== undefined && sentences[at + other] === sentences[at],
      leans: LEANING[lang].test(text.slice(draft.start, Math.min(draft.end, draft.start + 80))),
    };
    const isSilent = draft.subkind !== undefined && NONE.has(draft.subkind);
    const signal = isSilent ? draft.signal : riskOf(draft, around);
    for (const [category, { share }] of around.own) sums.set(category, (sums.get(category) ?? 0) + share);
    claims++;
    return signal === draft.signal ? draft : { ...draft, signal };
  });
  return { drafts: lent, risks: { last: spoken.at(-1) ?? before.last, sums, claims } };
}

const NOTHING: Spoken = new Map();

/** What stands around a claim. */
interface Around {
  readonly own: Spoken;
  readonly ahead: Spoken;
  /** Whether what is ahead stands in the same paragraph. */
  readonly isAheadNear: boolean;
  readonly behind: Spoken;
  readonly sums: ReadonlyMap<string, number>;
  readonly claims: number;
  /** Whether the claim so many places on stands in the same sentence. */
  readonly isSame: (other: number) => boolean;
  readonly leans: boolean;
}

/** The kind of risk that weighs most; null where nothing bears on one. */
function riskOf(draft: ClaimDraft, around: Around): Signal | null {
  const { own, ahead, behind, isAheadNear } = around;
  const sorts = draft.evidence?.sorts ?? [];
  const isLent = own.size > 0 || around.isSame(-1) || around.isSame(1) || around.leans;
  if (!isLent) return null;
  let [best, most] = ['', Number.NEGATIVE_INFINITY];
  const weights = new Map((draft.evidence?.risks ?? []).map((risk) => [risk.category, risk.weight]));
  for (const category of new Set([...own.keys(), ...ahead.keys(), ...behind.keys()])) {
    const weight =
      (weights.get(category) ?? 0) +
      leaningTo(category, sorts) +
      (isAheadNear ? BESIDE.ahead : BESIDE.paragraphAhead) * (ahead.get(category)?.share ?? 0) +
      BESIDE.behind * (behind.get(category)?.share ?? 0) +
      (BESIDE.document * (around.sums.get(category) ?? 0)) / Math.max(1, around.claims);
    if (weight > most) [best, most] = [category, weight];
  }
  const mine = own.get(best);
  if (mine !== undefined) return mine.signal;
  const [aheadOf, behindIt] = [ahead.get(best), behind.get(best)];
  const lent = aheadOf !== undefined && (behindIt === undefined || !around.isSame(1)) ? aheadOf : (behindIt ?? aheadOf);
  if (lent === undefined) return null;
  const from = around.isSame(lent === aheadOf ? -1 : 1) ? 'same-sentence' : 'earlier-sentence';
  return { ...lent.signal, basis: { from, start: lent.start, end: lent.end } };
}

/** The kinds of risk that the words of a claim bear on, and where those words stand. */
function spokenIn(text: string, { evidence, start, end }: ClaimDraft): Spoken {
  const words = text.slice(start, end);
  const spoken = new Map<string, NamedRisk & { readonly share: number }>();
  for (const risk of evidence?.risks ?? []) {
    const at = words.indexOf(risk.stated);
    if (at < 0) continue;
    spoken.set(risk.category, { ...named(risk, start + at), share: risk.share });
  }
  return spoken;
}

function named({ category, direction, stated }: WeighedRisk, start: number): NamedRisk {
  return { signal: { category, direction, stated }, start, end: start + stated.length };
}
