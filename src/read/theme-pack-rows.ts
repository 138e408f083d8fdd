import { z } from 'zod';
import type { PackFault, ThemeName, ThemeRow } from './theme-pack.ts';
import type { CsvTable } from './theme-pack-csv.ts';
import { type FileKind, type Manifest, PACK_LIMITS, PLAIN_TEXT } from './theme-pack-manifest.ts';

/** A row as its own cells tell it, before it is looked at beside the others. */
export interface PackRow extends ThemeRow {
  readonly file: string;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** Whether the cells hold a point, drawn or (when flagged unverified) not: a village may not have even that. */
  readonly hasPoint: boolean;
}

const FIXED = [
  'id',
  'type',
  'parent',
  'countries',
  'code',
  'lat',
  'lon',
  'show_as',
  'source',
  'unverified',
  'note',
] as const;
const NEEDED = ['id', 'type', 'source', 'unverified'] as const;
/** Only a place has a point and a row to be shown as; an office's address has no business in a pack. */
const PLACES_ONLY: ReadonlySet<string> = new Set(['lat', 'lon', 'show_as']);
/** `name:` and a BCP 47 tag of language, and script and region where it matters. */
const NAME_COLUMN = /^name:([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)$/;
/** A spreadsheet runs a cell that begins so as a formula; a pack passes from team to team. */
const FORMULA = /^[=+@]/;

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'expected letters, digits, points, hyphens (80 at most)');
const degrees = (limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(?:\.\d)?$/, 'expected degrees with at most one decimal, as 42.9: nothing finer is kept')
    .refine((text) => Math.abs(Number(text)) <= limit, `expected at most ${limit} degrees`);
const cellSchemas = {
  id,
  type: z.string().regex(/^[A-Za-z][A-Za-z-]{0,39}$/, 'expected one word of letters and hyphens'),
  parent: id,
  countries: z.string().regex(/^[A-Z]{2}(?:\|[A-Z]{2}){0,15}$/, 'expected ISO 3166 codes parted by |'),
  code: z.string().regex(/^[A-Za-z0-9.-]{1,40}$/, 'expected letters, digits, points, hyphens'),
  lat: degrees(90),
  lon: degrees(180),
  show_as: id,
  source: z.string().max(PACK_LIMITS.textLength),
  unverified: z.string().max(PACK_LIMITS.textLength),
  note: z.string().max(PACK_LIMITS.textLength).regex(PLAIN_TEXT, 'control characters are not allowed'),
} satisfies Record<(typeof FIXED)[number], z.ZodType>;

/** Reads the rows of one table. Every fault names the row and column; rows with a fault are left out. */
export function readPackRows(
  file: string,
  kind: FileKind,
  table: CsvTable,
  manifest: Manifest,
): {
  readonly rows: readonly PackRow[];
  readonly faults: readonly PackFault[];
} {
  const faults = headerFaults(file, kind, table.header);
  if (faults.length > 0) return { rows: [], faults };
  const rows: PackRow[] = [];
  for (const { row, cells } of table.rows) {
    const byColumn = new Map(table.header.map((column, i) => [column, cells[i] ?? '']));
    const found: PackFault[] = [];
    const read = readRow({ file, row, byColumn, manifest, faults: found });
    if (found.length === 0) rows.push(read);
    faults.push(...found);
    if (faults.length > PACK_LIMITS.faults) break;
  }
  return { rows, faults };
}

function headerFaults(file: string, kind: FileKind, header: readonly string[]): PackFault[] {
  const faults: PackFault[] = [];
  const seen = new Set<string>();
  const known = FIXED.filter((column) => kind === 'places' || !PLACES_ONLY.has(column));
  for (const column of header) {
    if (seen.has(column)) {
      faults.push({ file, row: 1, column, code: 'duplicate-column', what: 'the heading stands twice' });
    }
    seen.add(column);
    if (!known.some((name) => name === column) && !NAME_COLUMN.test(column)) {
      const what = `expected one of ${known.join(', ')}, or name: and a language, as name:ko`;
      faults.push({ file, row: 1, column: column.slice(0, 80), code: 'unknown-column', what });
    }
  }
  for (const column of NEEDED) {
    if (!seen.has(column)) faults.push({ file, row: 1, column, code: 'missing-column', what: 'this column is needed' });
  }
  return faults;
}

/** The cells of one row, and what was found wrong with them so far. */
interface RowCells {
  readonly file: string;
  readonly row: number;
  readonly byColumn: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  readonly faults: PackFault[];
}

function readRow(cells: RowCells): PackRow {
  for (const [column, text] of cells.byColumn) {
    if (FORMULA.test(text)) addFault(cells, column, 'formula', 'a cell may not begin with =, + or @');
  }
  const flags = flagsOf(cells);
  const point = pointOf(cells, flags);
  const unverified = (['point', 'countries', 'code'] as const).filter((flag) => flags.has(flag));
  const parent = cellOf(cells, 'parent');
  const code = cellOf(cells, 'code');
  const showAs = cellOf(cells, 'show_as');
  const note = cellOf(cells, 'note');
  return {
    file: cells.file,
    row: cells.row,
    hasPoint: (cells.byColumn.get('lat') ?? '') !== '',
    id: neededCell(cells, 'id'),
    type: neededCell(cells, 'type'),
    ...(parent !== '' && { parent }),
    names: namesOf(cells, flags),
    countries: cellOf(cells, 'countries').split('|').filter(Boolean),
    ...(code !== '' && { code }),
    ...(point && { point }),
    ...(showAs !== '' && { showAs }),
    source: sourceOf(cells),
    ...(unverified.length > 0 && { unverified }),
    ...(note !== '' && { note }),
  };
}

function addFault(cells: RowCells, column: string, code: PackFault['code'], what: string): void {
  cells.faults.push({ file: cells.file, row: cells.row, column, code, what });
}

/** The cell's text when it keeps to its schema; empty when it is empty or does not. */
function cellOf(cells: RowCells, column: keyof typeof cellSchemas): string {
  const text = cells.byColumn.get(column) ?? '';
  if (text === '') return '';
  const checked = cellSchemas[column].safeParse(text);
  if (checked.success) return text;
  const fine = (column === 'lat' || column === 'lon') && /^-?\d{1,3}[.,]\d{2,}$/.test(text);
  addFault(cells, column, fine ? 'point-too-fine' : 'bad-value', checked.error.issues[0]?.message ?? 'not as expected');
  return '';
}

function neededCell(cells: RowCells, column: 'id' | 'type'): string {
  if ((cells.byColumn.get(column) ?? '') === '') addFault(cells, column, 'bad-value', 'this cell may not be empty');
  return cellOf(cells, column);
}

function flagsOf(cells: RowCells): ReadonlySet<string> {
  const flags = new Set(cellOf(cells, 'unverified').split('|').filter(Boolean));
  const languages = [...cells.byColumn.keys()].flatMap((column) => NAME_COLUMN.exec(column)?.[1] ?? []);
  const known = new Set(['aliases', 'point', 'countries', 'code', ...languages]);
  for (const flag of flags) {
    const [language, form] = splitOnce(flag, ':');
    if (known.has(flag)) continue;
    if (form !== undefined && namesIn(cells.byColumn.get(`name:${language}`) ?? '').includes(form)) continue;
    addFault(
      cells,
      'unverified',
      'unknown-flag',
      `expected ${[...known].join(', ')}, or a language and one of its names, as ko:…`,
    );
  }
  return flags;
}

function namesOf(cells: RowCells, flags: ReadonlySet<string>): ThemeName[] {
  const names: ThemeName[] = [];
  for (const [column, text] of cells.byColumn) {
    const language = NAME_COLUMN.exec(column)?.[1];
    if (language === undefined || text === '') continue;
    const forms = namesIn(text);
    if (forms.length > PACK_LIMITS.namesPerCell) {
      addFault(cells, column, 'bad-value', `expected at most ${PACK_LIMITS.namesPerCell} names`);
      continue;
    }
    if (new Set(forms).size < forms.length)
      addFault(cells, column, 'duplicate-name', 'a name stands twice in one cell');
    for (const [i, form] of forms.entries()) {
      if (form === '' || form.length > PACK_LIMITS.nameLength || !PLAIN_TEXT.test(form)) {
        addFault(
          cells,
          column,
          'bad-value',
          `expected names of 1 to ${PACK_LIMITS.nameLength} visible characters, parted by |`,
        );
        continue;
      }
      const unverified = flags.has(language) || flags.has(`${language}:${form}`) || (i > 0 && flags.has('aliases'));
      names.push({ text: form.normalize('NFC'), language, unverified });
    }
  }
  const empty = [...cells.byColumn].every(([column, text]) => text === '' || !NAME_COLUMN.test(column));
  if (empty) addFault(cells, 'name:…', 'no-name', 'a row needs a name in at least one language');
  return names;
}

function pointOf(
  cells: RowCells,
  flags: ReadonlySet<string>,
): { readonly lat: number; readonly lon: number } | undefined {
  const [lat, lon] = [cellOf(cells, 'lat'), cellOf(cells, 'lon')];
  if (((cells.byColumn.get('lat') ?? '') === '') !== ((cells.byColumn.get('lon') ?? '') === '')) {
    addFault(cells, lat === '' ? 'lat' : 'lon', 'half-a-point', 'lat and lon are given together or not at all');
  }
  // A point that nobody checked is not drawn; the flag stays on the row so that this can be said.
  if (lat === '' || lon === '' || flags.has('point')) return undefined;
  return { lat: Number(lat), lon: Number(lon) };
}

function sourceOf(cells: RowCells): string {
  const codes = cellOf(cells, 'source').split('|').filter(Boolean);
  if (codes.length === 0) addFault(cells, 'source', 'bad-value', 'each row names where it comes from');
  const described: string[] = [];
  for (const code of codes) {
    const sentence = Object.hasOwn(cells.manifest.sources, code) ? cells.manifest.sources[code] : undefined;
    if (sentence === undefined)
      addFault(cells, 'source', 'unknown-source', 'the manifest does not describe this source');
    else described.push(sentence);
  }
  return described.join('; ');
}

function namesIn(text: string): string[] {
  return text.split('|').map((name) => name.trim());
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
