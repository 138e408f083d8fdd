import { z } from 'zod';
import type { ClaimKind } from '../claim.ts';
import { CLAIM_KINDS } from '../claim-vocabulary.ts';

/** A column, and by what several values in it are parted; one value when nothing says so. */
export interface MappedColumn {
  readonly column: string;
  readonly separator?: string | undefined;
}

/** Which column of a sheet is what. Columns that no member names are kept under their own names. */
export interface SheetMapping {
  /** The sheet of a workbook; needed where several have rows. */
  readonly sheet?: string | undefined;
  /** The column by which a row is known again when the sheet is imported another time. */
  readonly item?: MappedColumn | undefined;
  readonly title?: MappedColumn | undefined;
  readonly file?: MappedColumn | undefined;
  readonly date?: MappedColumn | undefined;
  readonly author?: MappedColumn | undefined;
  readonly publisher?: MappedColumn | undefined;
  readonly language?: MappedColumn | undefined;
  readonly address?: MappedColumn | undefined;
  readonly tags?: MappedColumn | undefined;
  readonly collection?: MappedColumn | undefined;
  /** A claim that each row states of its file: the quote, and of which kind it is. */
  readonly claim?:
    | { readonly quote: MappedColumn; readonly kind: ClaimKind; readonly reason?: MappedColumn | undefined }
    | undefined;
}

const column: z.ZodType<MappedColumn> = z.union([
  z
    .string()
    .min(1)
    .transform((name): MappedColumn => ({ column: name })),
  z.strictObject({ column: z.string().min(1), separator: z.string().min(1).max(5).optional() }),
]);

const mapping: z.ZodType<SheetMapping> = z.strictObject({
  sheet: z.string().min(1).optional(),
  item: column.optional(),
  title: column.optional(),
  file: column.optional(),
  date: column.optional(),
  author: column.optional(),
  publisher: column.optional(),
  language: column.optional(),
  address: column.optional(),
  tags: column.optional(),
  collection: column.optional(),
  claim: z.strictObject({ quote: column, kind: z.enum(CLAIM_KINDS), reason: column.optional() }).optional(),
});

/** What a mapping says; undefined for anything else. What it gave is read again as the same. */
export function mappingOf(value: unknown): SheetMapping | undefined {
  return mapping.safeParse(value).data;
}
