import { z } from 'zod';
import { type CollectionId, type DeviceKey, isId, type SubjectId } from '../base/index.ts';

/**
 * A search that stands as a question (docs/preserve.md P27). A later record of the same `search` takes its place; erasing
 * the subject takes the words out of the vault.
 */
export interface KeptSearch {
  readonly type: 'kept-search';
  readonly search: SubjectId;
  readonly name: string;
  /** As it was typed. */
  readonly query: string;
  readonly match: 'all' | 'any' | 'exact';
  readonly language: string | null;
  readonly kind: string | null;
  readonly place: string | null;
  /** EDTF: a year, month or day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly collection: CollectionId | null;
  /** Sizes of the devices' logs when somebody last said that its matches were looked at, in the order of the devices. */
  readonly seen: readonly LogSize[];
}

export interface LogSize {
  readonly device: DeviceKey;
  readonly size: number;
}

/** Reads a kept search; undefined when the value is none. */
export function readKeptSearch(value: unknown): KeptSearch | undefined {
  return keptSearch.safeParse(value).data;
}

/** UTF-16 units of the name of a kept search, and of its query. */
export const KEPT_NAME_LIMIT = 200;
export const QUERY_LIMIT = 20_000;

const date = z
  .string()
  .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/)
  .nullable();
const keptSearch: z.ZodType<KeptSearch> = z.strictObject({
  type: z.literal('kept-search'),
  search: z.custom<SubjectId>((value) => isId('SubjectId', value)),
  name: z.string().min(1).max(KEPT_NAME_LIMIT),
  query: z.string().min(1).max(QUERY_LIMIT),
  match: z.enum(['all', 'any', 'exact']),
  language: z.string().min(2).max(35).nullable(),
  kind: z.string().min(1).max(35).nullable(),
  place: z.string().min(1).max(200).nullable(),
  from: date,
  to: date,
  collection: z.custom<CollectionId>((value) => isId('SubjectId', value)).nullable(),
  seen: z
    .array(
      z.strictObject({
        device: z.custom<DeviceKey>((value) => isId('DeviceKey', value)),
        size: z.number().int().min(1),
      }),
    )
    .max(4096)
    .refine((seen) => seen.every(({ device }, i) => i === 0 || (seen[i - 1]?.device ?? '') < device)),
});
