import { z } from 'zod';
import { isId } from '../../base/index.ts';
import { KEPT_NAME_LIMIT, QUERY_LIMIT } from '../../preserve/index.ts';
import {
  ATTRIBUTION_ROLES,
  CLAIM_KINDS,
  COURSES_OF_ACTION,
  dayOf,
  MODALITIES,
  OPTION_STANCES,
  PASSAGE_KINDS,
  POLARITIES,
  SIGNAL_DIRECTIONS,
} from '../../read/index.ts';
import { REASON_LIMIT } from '../../weigh/index.ts';
import type { Api, ApiName, PageImageAsk } from '../api.ts';
import { COLLECTION_NAME_LIMIT } from '../collections.ts';
import { MOST_IDLE_MINUTES } from '../workspace-settings.ts';

const id = z.string().refine((value) => isId('SubjectId', value));
const claimId = z.string().regex(/^[0-9a-f]{32}$/);
const flag = z.boolean().exactOptional();
const text = (most: number): z.ZodString => z.string().min(1).max(most);
const reason = z.string().max(REASON_LIMIT).exactOptional();
const offset = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);
const span = z.strictObject({ start: offset, end: offset });
const limit = z.number().int().min(1).max(200).exactOptional();
const cursor = z.string().max(400).exactOptional();
const collection = text(COLLECTION_NAME_LIMIT).exactOptional();
const day = z
  .string()
  .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/)
  .refine((date) => dayOf(date) !== undefined)
  .exactOptional();
const nothing = z.strictObject({});

/** Longest words of a field of a claim, and how many there are of one kind. */
const FIELD_LIMIT = 500;
const MOST_FIELDS = 50;
const words = text(FIELD_LIMIT);
const said = words.nullable();
const date = z.strictObject({ stated: said, norm: said }).nullable();
/** Passages whose claims are asked for at once. */
const MOST_PLACES = 2000;
const change = z.strictObject({
  kind: z.enum(CLAIM_KINDS).exactOptional(),
  who: said.exactOptional(),
  role: z.enum(ATTRIBUTION_ROLES).exactOptional(),
  chain: z
    .array(z.strictObject({ role: z.enum(ATTRIBUTION_ROLES), name: said }))
    .max(MOST_FIELDS)
    .exactOptional(),
  date: date.exactOptional(),
  places: z
    .array(z.strictObject({ stated: words, norm: said }))
    .max(MOST_FIELDS)
    .exactOptional(),
  quantities: z.array(words).max(MOST_FIELDS).exactOptional(),
  hedge: z.array(words).max(MOST_FIELDS).exactOptional(),
  rule: z
    .strictObject({
      ...{ addressee: said, modality: z.enum(MODALITIES), action: words },
      ...{ condition: said, sanction: said, reward: said, effective: date },
      amount: z.number().nullable(),
      // A code of ISO 4217, or the word of the text where that names none.
      currency: said,
    })
    .nullable()
    .exactOptional(),
  event: z.strictObject({ who: said, did: words, whom: said }).nullable().exactOptional(),
  risk: z
    .strictObject({
      // Kinds of risk are an open list: a theme pack may bring more.
      category: z
        .string()
        .max(60)
        .regex(/^[a-z]+(?:-[a-z]+)*$/),
      direction: z.enum(SIGNAL_DIRECTIONS),
      stated: words.exactOptional(),
    })
    .nullable()
    .exactOptional(),
  option: z
    .strictObject({
      options: z.array(z.enum(COURSES_OF_ACTION)).min(1).max(MOST_FIELDS),
      stance: z.enum(OPTION_STANCES),
    })
    .nullable()
    .exactOptional(),
  stance: z
    .strictObject({ toward: words, polarity: z.enum(POLARITIES) })
    .nullable()
    .exactOptional(),
});
const search = z.strictObject({
  query: z.string().max(QUERY_LIMIT),
  exact: flag,
  any: flag,
  everything: flag,
  order: z.enum(['best', 'newest']).exactOptional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,8})*$/)
    .exactOptional(),
  kind: z.enum(PASSAGE_KINDS).exactOptional(),
  place: text(200).exactOptional(),
  from: day,
  to: day,
  collection,
  limit,
  without: z.array(z.number().int().min(1).max(10_000)).max(1000).exactOptional(),
});

/**
 * What each call takes, with limits on everything: whatever else comes is not understood, a member too many included. A call without its
 * row, or one that takes something else than `api.ts` says, does not compile.
 */
export const asks: { readonly [N in ApiName]: z.ZodType<Api[N]['ask']> } = {
  session: nothing,
  lock: nothing,
  today: nothing,
  'today-seen': z.strictObject({ name: text(KEPT_NAME_LIMIT).exactOptional() }),
  sources: z.strictObject({ after: cursor, limit, collection }),
  collections: nothing,
  'collection-fill': z.strictObject({
    name: text(COLLECTION_NAME_LIMIT),
    sources: z.array(id).max(10_000),
    member: z.boolean(),
  }),
  search,
  'claims-at': z.strictObject({
    places: z.array(z.strictObject({ source: id, start: offset, end: offset })).max(MOST_PLACES),
  }),
  'search-keep': z.strictObject({ name: text(KEPT_NAME_LIMIT), search }),
  source: z.strictObject({ source: id, reveal: flag }),
  custody: z.strictObject({ source: id }),
  find: z.strictObject({ source: id, query: z.string().max(QUERY_LIMIT), reveal: flag }),
  review: z.strictObject({
    source: id,
    claim: claimId,
    verdict: z.enum(['accept', 'keep', 'reject', 'unsure', 'edit']),
    reveal: flag,
    reason,
    change: change.exactOptional(),
  }),
  'review-undo': z.strictObject({ source: id, claim: claimId, reveal: flag, reason }),
  'claim-make': z.strictObject({
    source: id,
    layer: id,
    span,
    reveal: flag,
    change: change.extend({ kind: z.enum(CLAIM_KINDS) }),
    reason,
  }),
  places: nothing,
  figures: z.strictObject({ place: text(200).exactOptional(), from: day, to: day, collection, after: cursor, limit }),
  log: z.strictObject({ before: cursor, limit }),
  people: nothing,
  settings: nothing,
  'settings-change': z.strictObject({ idleMinutes: z.number().int().min(1).max(MOST_IDLE_MINUTES).exactOptional() }),
  'intake-begin': z.strictObject({
    files: z.number().int().min(0).max(1_000_000),
    reason: z.string().max(10_000).exactOptional(),
    origin: z.string().max(4096).exactOptional(),
    collection,
  }),
  'intake-end': z.strictObject({ intake: id }),
};

/** What a picture of a page is asked for with. */
export const pageImageAsk: z.ZodType<PageImageAsk> = z.strictObject({
  source: id,
  page: z.number().int().min(1).max(100_000),
  scale: z.number().min(0.1).max(8),
});
