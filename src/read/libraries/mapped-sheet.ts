import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import type { ClaimKind } from '../claim.ts';
import { CLAIM_KINDS } from '../claim-vocabulary.ts';
import type { CsvRows } from './csv-rows.ts';
import { fileNames } from './file-names.ts';
import { distinctItems, type Library, type LibraryField, type LibraryRecord, type LibraryRefusal } from './library.ts';

/** A column, and by what several values in it are parted; one value when nothing says so. */
interface MappedColumn {
  readonly column: string;
  readonly separator?: string | undefined;
}

/** Which column of a sheet is what. Columns that no member names are kept under their own names. */
export interface SheetMapping {
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

const MEMBERS = ['title', 'date', 'author', 'publisher', 'language', 'address', 'tags', 'collection'] as const;

/** Reads a mapping out of YAML or JSON. */
export function readMapping(text: string): Result<SheetMapping, LibraryRefusal> {
  let value: unknown;
  try {
    value = parseYaml(text, { maxAliasCount: 0 });
  } catch {
    return refuse({ type: 'library-refused', reason: 'bad-mapping' });
  }
  const parsed = mapping.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse({ type: 'library-refused', reason: 'bad-mapping' });
}

/** A row with the claim that it states. */
export interface MappedRecord extends LibraryRecord {
  readonly collections: readonly string[];
  readonly claim?: { readonly quote: string; readonly kind: ClaimKind; readonly reason: string };
}

/** Reads a sheet by a mapping. Refused when the mapping names a column that is not there. */
export function readMappedSheet(
  { header, rows }: CsvRows,
  how: SheetMapping,
  files: readonly string[],
): Result<Omit<Library, 'records'> & { readonly records: readonly MappedRecord[] }, LibraryRefusal> {
  const place = new Map<string, number>();
  for (const [i, name] of header.entries()) if (!place.has(name)) place.set(name, i);
  const { claim, ...plain } = how;
  const named = [...Object.values(plain), claim?.quote, claim?.reason].filter((each) => each !== undefined);
  if (named.some((each) => !place.has(each.column)))
    return refuse({ type: 'library-refused', reason: 'no-such-column' });
  const names = fileNames(files);
  const memberOf = new Map<string, string>();
  for (const member of MEMBERS) {
    const mapped = how[member];
    if (mapped !== undefined) memberOf.set(mapped.column, member);
  }
  const records = rows.map(({ row, cells }): MappedRecord => {
    const valuesIn = (each: MappedColumn | undefined): readonly string[] => {
      const cell = each === undefined ? '' : (cells[place.get(each.column) ?? -1] ?? '');
      const values = each?.separator === undefined ? [cell] : cell.split(each.separator);
      return values.map((value) => value.trim()).filter((value) => value !== '');
    };
    const fields = header.flatMap((name, i): LibraryField[] => {
      const member = MEMBERS.find((each) => how[each]?.column === name);
      const values =
        member === undefined ? [(cells[i] ?? '').trim()].filter((cell) => cell !== '') : valuesIn(how[member]);
      const shown = memberOf.get(name) ?? (name === '' ? `column ${i + 1}` : name);
      return values.length === 0 ? [] : [{ name: shown, values }];
    });
    const quote = valuesIn(claim?.quote)[0];
    const item = valuesIn(how.item)[0] ?? valuesIn(how.file)[0] ?? valuesIn(how.title)[0] ?? `row ${row}`;
    return {
      item,
      row,
      fields,
      files: valuesIn(how.file).map((path) => names.take(path)),
      collections: valuesIn(how.collection),
      ...(claim !== undefined &&
        quote !== undefined && {
          claim: {
            quote,
            kind: claim.kind,
            reason: valuesIn(claim.reason)[0] ?? 'stated by a row of an imported sheet',
          },
        }),
    };
  });
  return ok({ records: distinctItems(records), unclaimed: names.left() });
}
