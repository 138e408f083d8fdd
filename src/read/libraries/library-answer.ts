import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import { UNREAD_REASONS, type UnreadPart } from '../formats/format.ts';
import type { Annotation } from './annotations.ts';
import { LIBRARY_REASONS, type Library, type LibraryRefusal, MOST_RECORDS } from './library.ts';
import { mappingOf, type SheetMapping } from './sheet-mapping.ts';
import { TABLE_LIMITS, type TableRows } from './table-rows.ts';

/*
 * What `readLibraryFile` gave, as it came out of another process: one that was broken by what it read may say anything. Each is undefined
 * for what no reader gives.
 */

/** The table of a file, or why there is none. */
export function parseTable(json: string): Result<TableRows, LibraryRefusal> | undefined {
  const read = answerOf(json, table);
  // What a row is short of, or has beyond the header, would come to stand under other names.
  const isEven = read?.ok === true && read.value.rows.every(({ cells }) => cells.length === read.value.header.length);
  return read?.ok === false || isEven ? read : undefined;
}

/** The records of a library, or why there are none. */
export function parseLibrary(json: string): Result<Library, LibraryRefusal> | undefined {
  return answerOf(json, library);
}

/** The annotations of an export, `null` for what is none; or why it is no export. */
export function parseAnnotations(json: string): Result<readonly (Annotation | null)[], LibraryRefusal> | undefined {
  return answerOf(json, annotations);
}

/** A mapping, or why it is none. */
export function parseMapping(json: string): Result<SheetMapping, LibraryRefusal> | undefined {
  const read = answerOf(json, z.unknown());
  if (read?.ok !== true) return read;
  const mapping = mappingOf(read.value);
  return mapping === undefined ? undefined : ok(mapping);
}

/** The list of an archive. */
export function parseArchiveList(
  json: string,
): { readonly files: readonly string[]; readonly unread: readonly UnreadPart[] } | undefined {
  const read = list.safeParse(valueIn(json)).data;
  return read === undefined || new Set(read.files).size < read.files.length ? undefined : read;
}

function answerOf<T>(json: string, value: z.ZodType<T>): Result<T, LibraryRefusal> | undefined {
  const said = answer.safeParse(valueIn(json)).data;
  if (said === undefined) return undefined;
  if (!said.ok) return refuse(said.error);
  const read = value.safeParse(said.value);
  return read.success ? ok(read.data) : undefined;
}

function valueIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const number = z.number().int().min(1).max(2_000_000);
const refusal: z.ZodType<LibraryRefusal> = z.strictObject({
  type: z.literal('library-refused'),
  reason: z.enum(LIBRARY_REASONS),
  row: number.exactOptional(),
});
const answer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: refusal }),
]);
const text = z.string();
const texts = z.array(text);
const table: z.ZodType<TableRows> = z.strictObject({
  header: texts.min(1).max(TABLE_LIMITS.columns),
  rows: z.array(z.strictObject({ row: number, cells: texts })).max(MOST_RECORDS),
});
const library: z.ZodType<Library> = z.strictObject({
  records: z
    .array(
      z.strictObject({
        item: text,
        row: number,
        fields: z.array(z.strictObject({ name: text, values: texts })),
        files: texts,
        statedSha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .exactOptional(),
      }),
    )
    .max(MOST_RECORDS),
  unclaimed: texts,
});
const annotation: z.ZodType<Annotation> = z
  .strictObject({
    item: text,
    row: number,
    addresses: texts,
    quote: z.strictObject({ exact: text.min(1), prefix: text, suffix: text }).optional(),
    words: text,
    tags: texts,
    creator: text.nullable(),
    created: text.nullable(),
  })
  .transform(({ quote, ...more }) => ({ ...more, quote }));
const annotations = z.array(annotation.nullable()).max(MOST_RECORDS);
const list = z.strictObject({
  files: z.array(text.min(1).max(2000)).max(20_000),
  unread: z.array(z.strictObject({ part: text.max(4096), reason: z.enum(UNREAD_REASONS) })).max(40_000),
});
