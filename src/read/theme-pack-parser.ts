import { ok, type Result, refuse } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import type { LoadedPack, PackFault, PackNote, PackRefusal, ThemeRow } from './theme-pack.ts';
import { type CsvFault, parseCsv } from './theme-pack-csv.ts';
import { checkManifest, FILE_KINDS, type FileKind, type Manifest, PACK_LIMITS } from './theme-pack-manifest.ts';
import { type PackRow, readPackRows } from './theme-pack-rows.ts';
import { checkPackTree, placeLevels } from './theme-pack-tree.ts';

const MANIFEST = 'manifest.json';

/**
 * Reads a theme pack from its files, keyed by bare file name (text stands for its UTF-8 bytes). Pure: reads no disk.
 * Refuses a pack with any fault in it and lists what is wrong, by file, row and column, as far as could be looked;
 * what it does not know but can leave aside comes back in `notes`.
 */
export function parseThemePack(files: ReadonlyMap<string, Uint8Array | string>): Result<LoadedPack, PackRefusal> {
  const opened = openManifest(files);
  if (!opened.ok) return refusal(opened.error);
  const { manifest, digest, notes } = opened.value;
  const { levels, redeclared } = placeLevels(manifest.placeTypes);
  const faults: PackFault[] = redeclared.map((type) => ({
    file: MANIFEST,
    column: `placeTypes.${type}`,
    code: 'bad-manifest',
    what: 'a type that Daybook knows keeps its meaning; choose another word',
  }));
  const tables: Record<FileKind, PackRow[]> = { places: [], offices: [], terms: [] };
  for (const entry of manifest.files) {
    const text = openFile(entry, files, faults);
    const kind = FILE_KINDS.find((known) => known === entry.kind);
    if (kind === undefined) {
      notes.push({ file: entry.name, code: 'kind-ignored', what: 'this version has no use for files of this kind' });
    } else if (text !== undefined) {
      const table = parseCsv(text, PACK_LIMITS.rows);
      if (!table.ok) faults.push(csvFault(entry.name, table.error));
      else {
        const read = readPackRows(entry.name, kind, table.value, manifest);
        tables[kind].push(...read.rows);
        faults.push(...read.faults);
      }
    }
  }
  // Rows with a fault were left out, and every row that names one of them would now seem to be wrong as well.
  if (faults.length > 0) return refusal(faults);
  faults.push(...duplicateIds([...tables.places, ...tables.offices, ...tables.terms]));
  const check = (kind: FileKind): readonly ThemeRow[] => {
    const tree = checkPackTree(tables[kind], kind === 'places' ? levels : undefined);
    faults.push(...tree.faults);
    return tree.rows;
  };
  const rows = { places: check('places'), offices: check('offices'), terms: check('terms') };
  if (faults.length > 0) return refusal(faults);
  const { id, title, version, licence, description } = manifest;
  return ok({ id, title, version, licence, description, digest, ...rows, notes });
}

interface OpenedManifest {
  readonly manifest: Manifest;
  readonly digest: string;
  readonly notes: PackNote[];
}

function openManifest(
  files: ReadonlyMap<string, Uint8Array | string>,
): { readonly ok: true; readonly value: OpenedManifest } | { readonly ok: false; readonly error: PackFault[] } {
  const bytes = files.get(MANIFEST);
  const fault = (code: PackFault['code'], what: string, column?: string): PackFault[] => [
    { file: MANIFEST, ...(column !== undefined && { column }), code, what },
  ];
  if (bytes === undefined) return { ok: false, error: fault('missing-file', 'a pack begins with this file') };
  if (bytes.length > PACK_LIMITS.fileBytes) return { ok: false, error: fault('too-large', tooLarge()) };
  const text = decodeUtf8(bytes);
  if (text === undefined) return { ok: false, error: fault('not-utf-8', 'expected UTF-8 text') };
  const value = parseJson(text);
  if (value === undefined) return { ok: false, error: fault('not-json', 'expected a JSON object') };
  if (formatOf(value) !== 1) {
    return { ok: false, error: fault('unknown-format', 'this version reads format 1', 'format') };
  }
  const checked = checkManifest(value);
  if (!checked.ok) {
    const error = checked.problems.flatMap(({ field, what }) => fault('bad-manifest', what, field));
    return { ok: false, error };
  }
  const manifest = checked.value;
  const listed = new Set(manifest.files.map(({ name }) => name));
  if (listed.size < manifest.files.length || listed.has(MANIFEST)) {
    return {
      ok: false,
      error: fault('bad-manifest', 'each file is listed once, and the manifest not at all', 'files'),
    };
  }
  const notes: PackNote[] = checked.unknown.map((field) => ({
    file: MANIFEST,
    code: 'field-ignored',
    what: `this version has no use for the field ${field.slice(0, 80)}`,
  }));
  for (const name of files.keys()) {
    if (name !== MANIFEST && !listed.has(name)) {
      notes.push({ file: name, code: 'file-ignored', what: 'the manifest does not list this file' });
    }
  }
  return { ok: true, value: { manifest, digest: sha256(bytes), notes } };
}

/** The text of a listed file, or undefined with a fault added. */
function openFile(
  entry: Manifest['files'][number],
  files: ReadonlyMap<string, Uint8Array | string>,
  faults: PackFault[],
): string | undefined {
  const fault = (code: PackFault['code'], what: string): undefined => {
    faults.push({ file: entry.name, code, what });
    return undefined;
  };
  const bytes = files.get(entry.name);
  if (bytes === undefined) return fault('missing-file', 'the manifest lists this file, but it is not there');
  if (bytes.length > PACK_LIMITS.fileBytes) return fault('too-large', tooLarge());
  const digest = sha256(bytes);
  if (digest !== entry.sha256) {
    return fault('digest-mismatch', `the file changed since the manifest was written; its SHA-256 is now ${digest}`);
  }
  return decodeUtf8(bytes) ?? fault('not-utf-8', 'expected UTF-8: save the table as “CSV UTF-8”');
}

function duplicateIds(rows: readonly PackRow[]): PackFault[] {
  const first = new Map<string, PackRow>();
  const faults: PackFault[] = [];
  for (const row of rows) {
    const earlier = first.get(row.id);
    if (!earlier) first.set(row.id, row);
    else {
      const what = `the id stands already in ${earlier.file}, row ${earlier.row}`;
      faults.push({ file: row.file, row: row.row, column: 'id', code: 'duplicate-id', what });
    }
  }
  return faults;
}

const CSV_FAULTS: Readonly<Record<CsvFault['code'], string>> = {
  'unclosed-quote': 'a cell opens with a quotation mark that is never closed',
  'text-after-quote': 'text follows the closing quotation mark of a cell',
  'quote-in-cell': 'a cell with a quotation mark in it must stand in quotation marks',
  'uneven-row': 'the row has more or fewer cells than the header',
  empty: 'the table is empty; it needs at least a header row',
  'too-many-rows': `more than ${PACK_LIMITS.rows} rows`,
};

function csvFault(file: string, { row, code }: CsvFault): PackFault {
  return { file, row, code: code === 'too-many-rows' ? code : 'not-csv', what: CSV_FAULTS[code] };
}

function refusal(faults: readonly PackFault[]): Result<LoadedPack, PackRefusal> {
  if (faults.length <= PACK_LIMITS.faults) return refuse({ type: 'pack-refused', faults });
  const more = faults.length - PACK_LIMITS.faults;
  const last: PackFault = { file: MANIFEST, code: 'too-many-faults', what: `and at least ${more} more` };
  return refuse({ type: 'pack-refused', faults: [...faults.slice(0, PACK_LIMITS.faults), last] });
}

function formatOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

function decodeUtf8(bytes: Uint8Array | string): string | undefined {
  if (typeof bytes === 'string') return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function tooLarge(): string {
  return `larger than ${PACK_LIMITS.fileBytes / 1024 / 1024} MiB`;
}
