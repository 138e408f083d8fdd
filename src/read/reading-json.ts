import { z } from 'zod';
import { isId, type Sha256 } from '../base/index.ts';
import type { Claim, Reading } from './claim.ts';
import {
  ATTRIBUTION_ROLES,
  ATTRIBUTION_TYPES,
  BASES,
  CLAIM_KINDS,
  CLAIM_SUBKINDS,
  COMPARATORS,
  COURSES_OF_ACTION,
  MEASURES,
  MENTION_REASONS,
  MENTION_TYPES,
  MODALITIES,
  OPTION_STANCES,
  POLARITIES,
  PROTECTIONS,
  RELATIONS,
  SIGNAL_DIRECTIONS,
} from './claim-vocabulary.ts';

/**
 * Reads a reading from its canonical JSON; undefined when it is none. Where it comes from, a cache or a reading process,
 * it is believed only after its digest was compared; this gives it its type.
 */
export function parseReading(json: string): Reading | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isReading(value) ? value : undefined;
}

/**
 * Reads one claim, as a review keeps it; undefined when the value is none. Members that this version does not know are
 * refused, since a claim that says more than its reader understands must not be shown as if it were whole.
 */
export function parseClaim(value: unknown): Claim | undefined {
  return isClaim(value) ? value : undefined;
}

function isClaim(value: unknown): value is Claim {
  return claim.safeParse(value).success;
}

function isReading(value: unknown): value is Reading {
  return reading.safeParse(value).success;
}

const offset = z.number().int().min(0);
const span = { start: offset, end: offset };
const basis = z.strictObject({
  from: z.enum(BASES),
  ...span,
});
const number = z.number().nullable();
const passage = z.strictObject({
  layer: z.custom<Sha256>((value) => isId('Sha256', value)),
  ...span,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
const attribution = z.strictObject({
  role: z.enum(ATTRIBUTION_ROLES),
  name: z.string().nullable(),
  type: z.enum(ATTRIBUTION_TYPES).optional(),
  basis: basis.optional(),
});
const quantity = z.strictObject({
  stated: z.string(),
  value: number,
  low: number,
  high: number,
  unit: z.string(),
  counts: z.string(),
  op: z.enum(COMPARATORS),
  measure: z.enum(MEASURES).optional(),
  of: z.string().optional(),
  period: z.strictObject({ stated: z.string(), norm: z.string().nullable() }).optional(),
});
const date = z.strictObject({ stated: z.string().nullable(), norm: z.string().nullable(), basis: basis.optional() });
const place = z.strictObject({
  stated: z.string(),
  norm: z.string().optional(),
  id: z.string().optional(),
  relation: z.enum(RELATIONS).optional(),
  candidates: z.array(z.string()).optional(),
  basis: basis.optional(),
});
const words = z.string().nullable();
const rule = z.strictObject({
  addressee: words,
  modality: z.enum(MODALITIES),
  action: z.string(),
  condition: words,
  sanction: words,
  reward: words,
  amount: number,
  currency: words,
  effective: date.nullable(),
});
const claim = z.strictObject({
  kind: z.enum(CLAIM_KINDS),
  subkind: z.enum(CLAIM_SUBKINDS).optional(),
  passage,
  attribution: z.array(attribution),
  date: date.nullable(),
  place: z.array(place),
  quantity: z.array(quantity),
  hedge: z.array(z.string()),
  rule: rule.nullable(),
  event: z.strictObject({ who: words, did: z.string(), whom: words }).nullable(),
  signal: z
    .strictObject({
      category: z.string(),
      direction: z.enum(SIGNAL_DIRECTIONS),
      stated: z.string(),
      basis: basis.optional(),
    })
    .nullable(),
  option: z
    .strictObject({
      options: z.array(z.enum(COURSES_OF_ACTION)),
      stance: z.enum(OPTION_STANCES),
    })
    .nullable(),
  stance: z.strictObject({ toward: z.string(), polarity: z.enum(POLARITIES) }).nullable(),
});
const mention = z.strictObject({
  ...span,
  surface: z.string(),
  type: z.enum(MENTION_TYPES),
  protection: z.enum(PROTECTIONS),
  reason: z.enum(MENTION_REASONS),
  quasiIdentifiers: z.array(z.string()),
});
const reading = z.strictObject({
  reader: z.object({ name: z.string(), version: z.string() }),
  claims: z.array(claim),
  mentions: z.array(mention),
});
