import { z } from 'zod';
import { nestsDeeper } from '../../base/index.ts';
import type { ClaimKind, Modality, OptionArgument, Stance } from '../claim.ts';
import { CLAIM_KINDS, COURSES_OF_ACTION, MODALITIES, OPTION_STANCES, POLARITIES } from '../claim-vocabulary.ts';

/** What an assistant says of one statement: words, and what kind of thing they are. Nothing of it is believed yet. */
export interface AnsweredClaim {
  /** Number of a passage that was sent, from 1. */
  readonly passage: number;
  readonly quote: string;
  /** Which of several equal places in the passage, from 1. */
  readonly occurrence?: number | undefined;
  readonly kind: ClaimKind;
  readonly said_by: readonly { readonly name: string; readonly role: 'speaker' | 'quoted-source' | 'data-source' }[];
  readonly when?: string | undefined;
  readonly where: readonly string[];
  readonly figures: readonly string[];
  readonly hedges: readonly string[];
  readonly rule?: AnsweredRule | undefined;
  readonly event?:
    | { readonly did: string; readonly who?: string | undefined; readonly whom?: string | undefined }
    | undefined;
  readonly stance?: Stance | undefined;
  readonly option?: OptionArgument | undefined;
}

export interface AnsweredRule {
  readonly modality: Modality;
  readonly action: string;
  readonly addressee?: string | undefined;
  readonly condition?: string | undefined;
  readonly sanction?: string | undefined;
  readonly reward?: string | undefined;
}

/** What an assistant wrote, as far as it can be read. */
export interface AnsweredClaims {
  /** In the order of the answer; undefined in place of one that cannot be read. */
  readonly claims: readonly (AnsweredClaim | undefined)[];
  /** Claims beyond the most that are looked at. */
  readonly beyond: number;
}

/** Claims of one answer that are looked at. */
const MOST_CLAIMS = 200;

/**
 * Reads what a model wrote: a JSON object with `claims`. Models that think aloud first, or put their answer in a fence, are read
 * all the same. Undefined when there is no such object, or it nests too deep.
 */
export function readAnswer(content: string): AnsweredClaims | undefined {
  const spoken = content.slice(Math.max(0, content.lastIndexOf('</think>')));
  const json = spoken.slice(spoken.indexOf('{'), spoken.lastIndexOf('}') + 1);
  if (nestsDeeper(json, DEEPEST)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const listed = answer.safeParse(value).data?.claims;
  if (listed === undefined) return undefined;
  return {
    claims: listed.slice(0, MOST_CLAIMS).map((each) => answeredClaim.safeParse(each).data),
    beyond: Math.max(0, listed.length - MOST_CLAIMS),
  };
}

const DEEPEST = 16;
/** Longest words that are compared, in UTF-16 units. A field that is not as it should be is no field. */
const LONGEST = 300;
const MOST_OF_A_FIELD = 20;

const answer = z.object({ claims: z.array(z.unknown()) });
const answeredClaim: z.ZodType<AnsweredClaim> = z.object({
  passage: z.number().int().min(1).max(1000),
  quote: z.string().max(2000),
  occurrence: maybe(z.number().int().min(1).max(1000)),
  kind: z.enum(CLAIM_KINDS),
  said_by: some(
    z.object({ name: words(), role: z.enum(['speaker', 'quoted-source', 'data-source']).catch('quoted-source') }),
  ),
  when: maybe(words()),
  where: some(words()),
  figures: some(words()),
  hedges: some(words()),
  rule: maybe(
    z.object({
      modality: z.enum(MODALITIES),
      action: words(),
      addressee: maybe(words()),
      condition: maybe(words()),
      sanction: maybe(words()),
      reward: maybe(words()),
    }),
  ),
  event: maybe(z.object({ did: words(), who: maybe(words()), whom: maybe(words()) })),
  stance: maybe(z.object({ toward: words(), polarity: z.enum(POLARITIES) })),
  option: maybe(
    z.object({
      options: z.array(z.enum(COURSES_OF_ACTION)).min(1).max(COURSES_OF_ACTION.length),
      stance: z.enum(OPTION_STANCES),
    }),
  ),
});

function words(): z.ZodType<string> {
  return z.string().trim().min(1).max(LONGEST);
}

function maybe<T>(type: z.ZodType<T>): z.ZodType<T | undefined> {
  return type.optional().catch(undefined);
}

/** Of a list, those members that are as they should be. */
function some<T>(type: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z
    .array(z.unknown())
    .catch([])
    .transform((list) => list.slice(0, MOST_OF_A_FIELD).flatMap((each) => type.safeParse(each).data ?? []));
}
