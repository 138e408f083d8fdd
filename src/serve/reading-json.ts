import { z } from 'zod';
import { isId, type Sha256 } from '../base/index.ts';
import type { Reading } from '../read/index.ts';

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

function isReading(value: unknown): value is Reading {
  return reading.safeParse(value).success;
}

const offset = z.number().int().min(0);
const span = { start: offset, end: offset };
const basis = z.object({
  from: z.enum(['document-date', 'heading', 'closing-block', 'earlier-sentence', 'byline', 'metadata']),
  ...span,
});
const number = z.number().nullable();
const passage = z.object({
  layer: z.custom<Sha256>((value) => isId('Sha256', value)),
  ...span,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
const attribution = z.object({
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
const quantity = z.object({
  stated: z.string(),
  value: number,
  low: number,
  high: number,
  unit: z.string(),
  counts: z.string(),
  op: z.enum(['=', '>', '>=', '<', '<=', '~', '..', '?']),
});
const date = z.object({ stated: z.string().nullable(), norm: z.string().nullable(), basis: basis.optional() });
const place = z.object({
  stated: z.string(),
  norm: z.string().optional(),
  candidates: z.array(z.string()).optional(),
  basis: basis.optional(),
});
const claim = z.object({
  kind: z.enum(['statistic', 'rule', 'event', 'opinion', 'forecast', 'testimony', 'assertion']),
  passage,
  attribution: z.array(attribution),
  date: date.nullable(),
  place: z.array(place),
  quantity: z.array(quantity),
  hedge: z.array(z.string()),
});
const mention = z.object({
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
const reading = z.object({
  reader: z.object({ name: z.string(), version: z.string() }),
  claims: z.array(claim),
  mentions: z.array(mention),
});
