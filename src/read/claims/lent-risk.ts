import type { Span } from '../anchor.ts';
import type { Signal } from '../claim.ts';
import { LEANING } from './data/joining-words.ts';
import type { ReadLanguage } from './findings.ts';
import type { ClaimDraft } from './setting.ts';

/** A risk that the words of a claim name, and where. */
interface NamedRisk extends Span {
  readonly signal: Signal;
}

/** What says where a text comes from speaks of no risk, and a question says nothing yet. */
const NONE: ReadonlySet<string> = new Set(['issuance', 'provenance', 'question']);

/**
 * Claims of one paragraph whose own words name no risk and that go on with what was said have that of what they go on with (docs/read-claims.md
 * RC14): of the nearest claim of their sentence, or, where they lean on it (*some of them*, 其中, 이 가운데), of the last one before them. `drafts`
 * are in text order; `sentences` says for each in which it stands. What is lent keeps the place of its words as a basis.
 */
export function withLentRisks(
  drafts: readonly ClaimDraft[],
  sentences: readonly number[],
  { text, lang }: { readonly text: string; readonly lang: ReadLanguage },
): readonly ClaimDraft[] {
  const own = drafts.map((draft) => riskOf(text, draft));
  let last: NamedRisk | undefined;
  return drafts.map((draft, at): ClaimDraft => {
    const mine = own[at];
    const before = last;
    last = mine ?? last;
    if (mine !== undefined || (draft.subkind !== undefined && NONE.has(draft.subkind))) return draft;
    const isSame = (other: number): boolean => sentences[other] !== undefined && sentences[other] === sentences[at];
    const beside = isSame(at - 1) ? own[at - 1] : isSame(at + 1) ? own[at + 1] : undefined;
    if (beside !== undefined) return lent(draft, beside, 'same-sentence');
    const leans = LEANING[lang].test(text.slice(draft.start, Math.min(draft.end, draft.start + 80)));
    return before === undefined || !leans ? draft : lent(draft, before, 'earlier-sentence');
  });
}

function lent(
  draft: ClaimDraft,
  { signal, start, end }: NamedRisk,
  from: 'same-sentence' | 'earlier-sentence',
): ClaimDraft {
  return { ...draft, signal: { ...signal, basis: { from, start, end } } };
}

function riskOf(text: string, { signal, start, end }: ClaimDraft): NamedRisk | undefined {
  const at = signal === null ? -1 : text.slice(start, end).indexOf(signal.stated);
  if (signal === null || at < 0) return undefined;
  return { signal, start: start + at, end: start + at + signal.stated.length };
}
