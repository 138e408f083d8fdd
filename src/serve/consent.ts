import { z } from 'zod';
import { ok, type Result, type SourceId } from '../base/index.ts';
import {
  allowsUse,
  CONSENT_USES,
  type Consent,
  type ConsentChange,
  type ConsentUse,
  readConsent,
  type StandingUse,
  standingConsent,
} from '../preserve/index.ts';
import { isRealDate } from '../read/index.ts';
import type { BriefRow, SourceRow, Vault, WriteRefusal } from '../vault/index.ts';
import type { Clock } from './clock.ts';
import { consentStated } from './drafts.ts';
import { claimsOf } from './source-claims.ts';

/** A source whose consent does not allow what is about to be done with it. */
export interface UseRefused {
  readonly source: SourceId;
  readonly use: ConsentUse;
  /** `not-with`: sharing was allowed, and not with everybody who would get it. */
  readonly why: Exclude<StandingUse['answer'], 'given'> | 'not-with';
}

/** What holds of each use of a source now; undefined for what is no testimony, and for a source that is not here. */
export async function consentOf(vault: Vault, source: SourceId): Promise<readonly StandingUse[] | undefined> {
  const [row, changes] = await Promise.all([
    vault.query('source', { source }),
    vault.query('consentChanges', { source }),
  ]);
  return standingConsent(row?.record.consent ?? null, changes);
}

/**
 * Those of these sources that must not be put to a use (docs/testimony.md T7), in their order. Empty when all may. For
 * sharing, `names` are those who would get it: one whom a consent does not name must not, where it names any.
 */
export async function usesRefused(
  vault: Vault,
  sources: Iterable<SourceId>,
  use: ConsentUse,
  names: readonly (string | null)[] = [],
): Promise<readonly UseRefused[]> {
  const testimonies = new Set(await vault.query('testimonies', undefined));
  const refused: UseRefused[] = [];
  for (const source of new Set(sources)) {
    if (!testimonies.has(source)) continue;
    const standing = await consentOf(vault, source);
    const said = standing?.find((each) => each.use === use);
    if (!allowsUse(standing, use)) {
      const why = said === undefined || said.answer === 'given' ? 'not-asked' : said.answer;
      refused.push({ source, use, why });
    } else if (use === 'share' && !isNamed(said?.sharedWith ?? [], names)) {
      refused.push({ source, use, why: 'not-with' });
    }
  }
  return refused;
}

/** Records answers and withdrawals, in one entry: all of them or none. */
export async function changeConsent(
  vault: Vault,
  changes: readonly ConsentChange[],
  now: Clock,
): Promise<Result<undefined, WriteRefusal>> {
  const kept = await vault.append({ drafts: [consentStated(changes, now())], blobs: [], suggestions: [] });
  return kept.ok ? ok(undefined) : kept;
}

/** Takes back one use, or every use that was not withdrawn yet. */
export function withdrawalOf(
  source: SourceId,
  use: ConsentUse | 'all',
  standing: readonly StandingUse[],
  note: string,
): readonly ConsentChange[] {
  const uses = use === 'all' ? CONSENT_USES : [use];
  return uses
    .filter((each) => standing.find((said) => said.use === each)?.answer !== 'withdrawn')
    .map((each) => ({ type: 'consent-change', source, use: each, answer: 'withdrawn', note }));
}

/** Everything that rests on a source, looked at before it goes. */
export interface RestingOn {
  /** Claims of it that persons accepted. */
  readonly accepted: number;
  /** Reviews and withdrawals of its claims, by anybody. */
  readonly reviews: number;
  readonly notes: number;
  /** Recorded briefs with sentences that rest on it. */
  readonly briefs: readonly BriefRow[];
}

/** Looks at everything that rests on a source. */
export async function restingOn(vault: Vault, row: SourceRow): Promise<RestingOn> {
  const { source } = row;
  const [{ claims }, reviews, notes, briefs] = await Promise.all([
    claimsOf(vault, row),
    vault.query('reviews', { source }),
    vault.query('passageNotes', { source }),
    vault.query('briefs', { sources: [source] }),
  ]);
  return {
    accepted: claims.filter(({ state }) => state === 'accepted').length,
    reviews: reviews.length,
    notes: notes.length,
    briefs,
  };
}

/** Why a consent that somebody wrote down cannot be kept. */
export type ConsentProblem = 'malformed' | 'twice' | 'no-date' | 'store-not-given';

/** Reads consent from JSON that a person wrote: every use at most once, dates in EDTF, and storing given. */
export function parseConsent(json: string): Consent | ConsentProblem {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'malformed';
  }
  const consent = readConsent(withNotes.safeParse(value).data);
  return consent === undefined ? 'malformed' : (consentProblem(consent) ?? consent);
}

/** The problem with a consent; undefined when testimony can be stored under it. */
function consentProblem({ uses }: Consent): ConsentProblem | undefined {
  if (new Set(uses.map(({ use }) => use)).size !== uses.length) return 'twice';
  if (uses.some(({ date }) => date !== undefined && !isRealDate(date))) return 'no-date';
  return uses.some(({ use, answer }) => use === 'store' && answer === 'given') ? undefined : 'store-not-given';
}

/** What people write by hand has no empty members. */
const withNotes = z.looseObject({
  legalBasis: z.unknown().default(''),
  uses: z.array(z.looseObject({ note: z.unknown().default('') })),
});

/** Everybody who gets it is named, or nobody had to be. */
function isNamed(allowed: readonly string[], names: readonly (string | null)[]): boolean {
  if (allowed.length === 0) return true;
  const known = new Set(allowed.map(fold));
  return names.length > 0 && names.every((name) => name !== null && known.has(fold(name)));
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
