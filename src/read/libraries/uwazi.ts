import { ok, type Result, refuse } from '../../base/index.ts';
import { fileNames } from './file-names.ts';
import { distinctItems, type Library, type LibraryField, type LibraryRecord, type LibraryRefusal } from './library.ts';
import type { TableRows } from './table-rows.ts';

/**
 * Reads a library of Uwazi: its table (`import.csv`, or the table of an export) and the names of the files beside it. A cell
 * holds several values parted by `|`. Columns `file`, `documents` and `attachments` name files; everything else is kept as
 * it stands, links as `label|address` and places as `latitude|longitude` among it.
 */
export function readUwazi({ header, rows }: TableRows, files: readonly string[]): Result<Library, LibraryRefusal> {
  const title = header.findIndex((name) => /^title(?:__[a-z]{2,3})?$/i.test(name));
  if (title < 0) return refuse({ type: 'library-refused', reason: 'no-such-column' });
  const id = header.findIndex((name) => /^(?:shared ?id|id)$/i.test(name));
  const known = fileNames(files);
  const records = rows.map(({ row, cells }): LibraryRecord => {
    const fields: LibraryField[] = [];
    const named: string[] = [];
    for (const [column, name] of header.entries()) {
      const values = valuesOf(cells[column] ?? '', name);
      if (values.length === 0) continue;
      fields.push({ name: name === '' ? `column ${column + 1}` : name, values });
      if (FILE_COLUMN.test(name)) named.push(...values.map((value) => known.take(fileNameIn(value))));
    }
    return {
      item: (id < 0 ? '' : cells[id]?.trim()) || cells[title]?.trim() || `row ${row}`,
      row,
      fields,
      files: named,
    };
  });
  return ok({ records: distinctItems(records), unclaimed: known.left() });
}

const FILE_COLUMN = /^(?:files?|documents?|attachments?|main documents?|primary documents?)(?:__[a-z]{2,3})?$/i;
/** Columns of running text, in which a stroke is a stroke. */
const TEXT_COLUMN = /^(?:title|description|summary|abstract|text|notes?)(?:__[a-z]{2,3})?$/i;

function valuesOf(cell: string, column: string): readonly string[] {
  const values = TEXT_COLUMN.test(column) ? [cell] : cell.split('|');
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** An export names a file by its address: `/api/files/abc.pdf`. */
function fileNameIn(value: string): string {
  return value.startsWith('/api/files/') ? value.slice('/api/files/'.length) : value;
}
