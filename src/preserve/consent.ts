import { z } from 'zod';
import { isId, type SourceId } from '../base/index.ts';

/** What testimony may be used for, each asked for by itself. */
export const CONSENT_USES = ['store', 'share', 'publish-anonymised', 'publish-named', 'court'] as const;
export type ConsentUse = (typeof CONSENT_USES)[number];

/** What was answered when consent was asked for. */
export type ConsentAnswer = 'given' | 'refused' | 'not-asked';

/** What was said of one use, and how it was asked. Absent members are not known. */
export interface UseConsent {
  readonly use: ConsentUse;
  readonly answer: ConsentAnswer;
  readonly note: string;
  /** EDTF: when it was answered. */
  readonly date?: string;
  /** The language in which the use was explained, as a BCP 47 tag or in words. */
  readonly language?: string;
  /** Who explained it, as whoever recorded it says. */
  readonly explainedBy?: string;
  /** For sharing: with whom. Everybody who belongs to the workspace when absent or empty. */
  readonly sharedWith?: readonly string[];
}

/** Consent as it was recorded when testimony came here. */
export interface Consent {
  readonly legalBasis: string;
  readonly uses: readonly UseConsent[];
}

/**
 * A later answer about one use of one source, or its withdrawal. Of several the one that is last in the order of the
 * record stands; of those with one place in that order the most restrictive (docs/testimony.md T6).
 */
export interface ConsentChange extends Omit<UseConsent, 'answer'> {
  readonly type: 'consent-change';
  readonly source: SourceId;
  readonly answer: ConsentAnswer | 'withdrawn';
}

/** How one use stands now. */
export interface StandingUse extends Omit<UseConsent, 'answer'> {
  readonly answer: ConsentAnswer | 'withdrawn';
}

/** What holds of each use now; undefined for a source that is no testimony, which asks for nobody's consent. */
export function standingConsent(
  recorded: Consent | null,
  changes: readonly { readonly order: number; readonly record: ConsentChange }[],
): readonly StandingUse[] | undefined {
  if (recorded === null && changes.length === 0) return undefined;
  return CONSENT_USES.map((use): StandingUse => {
    const mine = changes
      .filter(({ record }) => record.use === use)
      .toSorted((a, b) => a.order - b.order || STRICTNESS[a.record.answer] - STRICTNESS[b.record.answer]);
    const last = mine.at(-1)?.record;
    if (last !== undefined) {
      const { type: _type, source: _source, ...said } = last;
      return said;
    }
    // What nobody asked about is not given.
    return recorded?.uses.findLast((each) => each.use === use) ?? { use, answer: 'not-asked', note: '' };
  });
}

/** Whether a use was given and not taken back; of a source that is no testimony, always. */
export function allowsUse(standing: readonly StandingUse[] | undefined, use: ConsentUse): boolean {
  return standing === undefined || standing.some((each) => each.use === use && each.answer === 'given');
}

/** Whether an answer allows nothing that the one that stands does not: it is as strict, and shares with nobody more. */
export function allowsNoMore(said: StandingUse, stands: StandingUse): boolean {
  if (STRICTNESS[said.answer] !== STRICTNESS[stands.answer]) return STRICTNESS[said.answer] > STRICTNESS[stands.answer];
  const [now, before] = [said.sharedWith ?? [], stands.sharedWith ?? []];
  return (
    said.answer !== 'given' || before.length === 0 || (now.length > 0 && now.every((name) => before.includes(name)))
  );
}

/** Reads a consent as a person wrote it; undefined when the value is none. */
export function readConsent(value: unknown): Consent | undefined {
  return consentSchema.safeParse(value).data;
}

/** Reads a change of consent; undefined when the value is none that is known here. */
export function readConsentChange(value: unknown): ConsentChange | undefined {
  return change.safeParse(value).data;
}

const STRICTNESS: Readonly<Record<ConsentChange['answer'], number>> = {
  given: 0,
  'not-asked': 1,
  refused: 2,
  withdrawn: 3,
};

const said = {
  use: z.enum(CONSENT_USES),
  note: z.string().max(1000),
  date: z.string().min(1).max(40).exactOptional(),
  language: z.string().min(1).max(100).exactOptional(),
  explainedBy: z.string().min(1).max(400).exactOptional(),
  sharedWith: z.array(z.string().min(1).max(200)).max(50).exactOptional(),
};

/** What a consent must look like, for records that hold one. */
export const consentSchema: z.ZodType<Consent> = z.strictObject({
  legalBasis: z.string().max(1000),
  uses: z.array(z.strictObject({ ...said, answer: z.enum(['given', 'refused', 'not-asked']) })).max(20),
});

const change: z.ZodType<ConsentChange> = z.strictObject({
  type: z.literal('consent-change'),
  source: z.custom<SourceId>((value) => isId('SubjectId', value)),
  ...said,
  answer: z.enum(['given', 'refused', 'not-asked', 'withdrawn']),
});
