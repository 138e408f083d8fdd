import { z } from 'zod';
import { isId, type Sha256 } from '../base/index.ts';
import type { Claim, Reading } from './claim.ts';

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
  from: z.enum([
    'document-date',
    'heading',
    'closing-block',
    'same-sentence',
    'earlier-sentence',
    'byline',
    'metadata',
  ]),
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
  role: z.enum([
    'data-source',
    'issuer',
    'speaker',
    'quoted-source',
    'author',
    'author/publisher',
    'publisher',
    'newspaper',
    'agency',
    'translator',
    'translator/host',
    'photographer',
  ]),
  name: z.string().nullable(),
  type: z.enum(['government', 'organisation', 'media', 'person', 'anonymous', 'website', 'public']).optional(),
  basis: basis.optional(),
});
const quantity = z.strictObject({
  stated: z.string(),
  value: number,
  low: number,
  high: number,
  unit: z.string(),
  counts: z.string(),
  op: z.enum(['=', '>', '>=', '<', '<=', '~', '..', '?']),
  measure: z.enum(['stock', 'flow', 'cumulative']).optional(),
  of: z.string().optional(),
  period: z.strictObject({ stated: z.string(), norm: z.string().nullable() }).optional(),
});
const date = z.strictObject({ stated: z.string().nullable(), norm: z.string().nullable(), basis: basis.optional() });
const place = z.strictObject({
  stated: z.string(),
  norm: z.string().optional(),
  id: z.string().optional(),
  relation: z.enum(['from', 'to', 'with']).optional(),
  candidates: z.array(z.string()).optional(),
  basis: basis.optional(),
});
const words = z.string().nullable();
const rule = z.strictObject({
  addressee: words,
  modality: z.enum(['must', 'must-not', 'should', 'requested', 'restricted', 'may', 'may (rewarded)']),
  action: z.string(),
  condition: words,
  sanction: words,
  reward: words,
  amount: number,
  currency: words,
  effective: date.nullable(),
});
const claim = z.strictObject({
  kind: z.enum(['statistic', 'rule', 'event', 'opinion', 'forecast', 'testimony', 'assertion']),
  subkind: z
    .enum([
      'issuance',
      'provenance',
      'position',
      'question',
      'recommendation',
      'appeal',
      'normative',
      'official-position',
      'commitment',
    ])
    .optional(),
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
      direction: z.enum(['up', 'down', 'steady', 'volatile', 'unknown']),
      stated: z.string(),
    })
    .nullable(),
  option: z
    .strictObject({
      options: z.array(
        z.enum(['stay', 'stay-adapted', 'ad-hoc', 'from-outside', 'leave', 'enter', 'due-diligence', 'exchange']),
      ),
      stance: z.enum(['for', 'against', 'conditional', 'neutral', 'descriptive', 'question']),
    })
    .nullable(),
  stance: z.strictObject({ toward: z.string(), polarity: z.enum(['for', 'against', 'hostile']) }).nullable(),
});
const mention = z.strictObject({
  ...span,
  surface: z.string(),
  type: z.enum([
    'person',
    'source',
    'handle',
    'contact',
    'document-number',
    'low-count',
    'age',
    'detail',
    'group',
    'organisation',
    'place',
    'site',
    'practice',
  ]),
  protection: z.enum([
    'singling-out',
    'high',
    'medium',
    'group-risk',
    'operational',
    'context-sensitive',
    'low-count',
    'byline',
    'public-figure',
    'public',
  ]),
  reason: z.enum([
    'named-person',
    'public-office',
    'byline',
    'anonymous-source',
    'small-count',
    'case-count',
    'person-at-risk',
    'age',
    'distinguishing-detail',
    'helper',
    'partner',
    'group-at-risk',
    'affected-group',
    'handle',
    'contact-detail',
    'identifying-number',
    'reporting-channel',
    'operational-site',
    'operational-route',
    'operational-practice',
  ]),
  quasiIdentifiers: z.array(z.string()),
});
const reading = z.strictObject({
  reader: z.object({ name: z.string(), version: z.string() }),
  claims: z.array(claim),
  mentions: z.array(mention),
});
