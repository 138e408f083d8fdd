import { ok, type Result, refuse } from '../../base/index.ts';
import type { ClaimKind } from '../claim.ts';
import { fileNames } from './file-names.ts';
import { distinctItems, type Library, type LibraryField, type LibraryRecord, type LibraryRefusal } from './library.ts';
import type { MappedColumn, SheetMapping } from './sheet-mapping.ts';
import type { TableRows } from './table-rows.ts';

const MEMBERS = ['title', 'date', 'author', 'publisher', 'language', 'address', 'tags', 'collection'] as const;

/** A row with the claim that it states. */
export interface MappedRecord extends LibraryRecord {
  readonly collections: readonly string[];
  readonly claim?: { readonly quote: string; readonly kind: ClaimKind; readonly reason: string };
}

/** Reads a sheet by a mapping. Refused when the mapping names a column that is not there. */
export function readMappedSheet(
  { header, rows }: TableRows,
  how: SheetMapping,
  files: readonly string[],
): Result<Omit<Library, 'records'> & { readonly records: readonly MappedRecord[] }, LibraryRefusal> {
  const place = new Map<string, number>();
  for (const [i, name] of header.entries()) if (!place.has(name)) place.set(name, i);
  const { claim, sheet: _, ...plain } = how;
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
