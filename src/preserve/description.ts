import { z } from 'zod';
import { isId, type SourceId } from '../base/index.ts';

/** Where a description comes from. `sheet` and `person` are typed here; the others were kept by other programs. */
const DESCRIPTION_ORIGINS = ['uwazi', 'zotero', 'sheet', 'tella', 'person'] as const;
export type DescriptionOrigin = (typeof DESCRIPTION_ORIGINS)[number];

/**
 * What people said of a source in a library that they kept elsewhere, or in a sheet: beside what the source says of itself,
 * never in its place. A later one of the same origin and item supersedes it.
 */
export interface DescriptionRecord {
  readonly type: 'description';
  readonly source: SourceId;
  readonly from: DescriptionOrigin;
  /** By which name the other program knows the record; for a sheet the source itself. */
  readonly item: string;
  /** In the order in which they stood there; a name may have several values. */
  readonly fields: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Reads a description; undefined when the value is none. */
export function readDescriptionRecord(value: unknown): DescriptionRecord | undefined {
  return schema.safeParse(value).data;
}

/** Most fields of a description, values of a field, and UTF-16 units of a value. */
const DESCRIPTION_LIMITS = { fields: 200, values: 500, length: 100_000 } as const;

const schema = z.strictObject({
  type: z.literal('description'),
  source: z.custom<SourceId>((value) => isId('SubjectId', value)),
  from: z.enum(DESCRIPTION_ORIGINS),
  item: z.string().min(1).max(1000),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(400),
        values: z.array(z.string().max(DESCRIPTION_LIMITS.length)).min(1).max(DESCRIPTION_LIMITS.values),
      }),
    )
    .max(DESCRIPTION_LIMITS.fields),
});
