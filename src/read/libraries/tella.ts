import { fileNames } from './file-names.ts';
import { distinctItems, type Library, type LibraryField, type LibraryRecord } from './library.ts';
import type { TableRows } from './table-rows.ts';

/**
 * Reads what Tella exported: files, and tables with what the telephone recorded beside each. A table has a column that names
 * the file of each row, or two columns of names and values and the name of its one file (`photo.jpg.csv`,
 * `photo_metadata.csv`). Files without a row are records without fields.
 */
export function readTella(
  tables: readonly { readonly path: string; readonly table: TableRows }[],
  files: readonly string[],
): Library {
  const names = fileNames(files);
  const records: LibraryRecord[] = [];
  for (const { path, table } of tables) {
    const { header, rows } = table;
    const column = header.findIndex((name) => FILE_COLUMN.test(name));
    if (column < 0 && header.length === 2) {
      const pairs = [{ row: 1, cells: header }, ...rows].map(
        ({ cells: [name = '', value = ''] }) => [name, value] as const,
      );
      records.push(recordOf(1, fieldsOf(pairs), [names.take(describedFile(path, files))]));
      continue;
    }
    for (const { row, cells } of rows) {
      const fields = fieldsOf(header.map((name, i) => [name, cells[i] ?? ''] as const));
      const named = column < 0 ? '' : (cells[column] ?? '').trim();
      records.push(recordOf(row, fields, named === '' ? [] : [names.take(named)]));
    }
  }
  const bare = names.left().map((path, i): LibraryRecord => ({ item: path, row: i + 1, fields: [], files: [path] }));
  return { records: distinctItems([...records, ...bare]), unclaimed: [] };
}

const FILE_COLUMN = /^(?:file ?_?name|file|name|file ?_?path|path|media ?_?file)$/i;
const DIGEST_FIELD = /sha-?_?256|file ?_?hash/i;

function recordOf(row: number, fields: readonly LibraryField[], files: readonly string[]): LibraryRecord {
  const stated = fields
    .find(({ name }) => DIGEST_FIELD.test(name))
    ?.values[0]?.trim()
    .toLowerCase();
  return {
    item: files[0] ?? `row ${row}`,
    row,
    fields,
    files,
    ...(stated !== undefined && /^[0-9a-f]{64}$/.test(stated) && { statedSha256: stated }),
  };
}

function fieldsOf(pairs: readonly (readonly [string, string])[]): readonly LibraryField[] {
  return pairs.flatMap(([name, value], i) =>
    value.trim() === '' ? [] : [{ name: name.trim() === '' ? `column ${i + 1}` : name.trim(), values: [value.trim()] }],
  );
}

/** The file that a table of its own describes, by the table's name. */
function describedFile(table: string, files: readonly string[]): string {
  const stem = table.replace(/\.csv$/i, '').replace(/[_-]?metadata$/i, '');
  return files.find((path) => path === stem || path.replace(/\.[^./]{1,8}$/, '') === stem) ?? stem;
}
