/**
 * What people kept in another program, read out of its export: records, what is said of each, and the files that belong to
 * it. Readers of libraries are functions of bytes alone; files are named here and read by whoever asked.
 */
export interface Library {
  readonly records: readonly LibraryRecord[];
  /** Files of the library that no record names, by their path in it. */
  readonly unclaimed: readonly string[];
}

export interface LibraryRecord {
  /** By which name the other program knows it; of two records with one name the later gets a number. */
  readonly item: string;
  /** Where it stands in the export, as a person would look for it: a row of a sheet, the n-th item. From 1. */
  readonly row: number;
  /** In the order of the export; nothing is left out, whether Daybook knows what it means or not. */
  readonly fields: readonly LibraryField[];
  /** Paths of its files in the library's folder, `/` between steps. */
  readonly files: readonly string[];
  /** SHA-256 that the library states of its one file, lower case; absent when it states none. */
  readonly statedSha256?: string;
}

export interface LibraryField {
  readonly name: string;
  readonly values: readonly string[];
}

/** Why an export was not read at all. */
export interface LibraryRefusal {
  readonly type: 'library-refused';
  readonly reason: LibraryReason;
  /** The row, when one is to blame. */
  readonly row?: number;
}

export const LIBRARY_REASONS = [
  'damaged',
  'no-table',
  /** Of a workbook several sheets have rows, and nobody said which is meant. */
  'several-sheets',
  'no-records',
  'too-many',
  'too-large',
  'no-such-column',
  'bad-mapping',
] as const;
export type LibraryReason = (typeof LIBRARY_REASONS)[number];

/** Most records that one import takes. */
export const MOST_RECORDS = 100_000;

/** Gives every record a name of its own: a name that stood before gets `#2`, `#3`. */
export function distinctItems<T extends { readonly item: string }>(records: readonly T[]): readonly T[] {
  const counts = new Map<string, number>();
  return records.map((record) => {
    const times = (counts.get(record.item) ?? 0) + 1;
    counts.set(record.item, times);
    return times === 1 ? record : { ...record, item: `${record.item}#${times}` };
  });
}

/** A path inside a library's folder, without `./` and doubled strokes; undefined when it leads out of it, or is none. */
export function libraryPath(stated: string): string | undefined {
  const steps = stated
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.');
  const leadsOut = /^[\\/]/.test(stated) || /^[a-z]:/i.test(stated) || steps.includes('..') || stated.includes('\0');
  return leadsOut || steps.length === 0 ? undefined : steps.join('/');
}

/**
 * Whether a field of this name says where somebody was or which device they hold (docs/imports.md IM9): shown only when
 * asked for, and in no sheet.
 */
export function isProtectedField(name: string): boolean {
  return PROTECTED_FIELD.test(name.replaceAll('_', ' '));
}

const PROTECTED_FIELD =
  /\b(?:latitude|longitude|lat|lon|lng|gps|location|geolocation|coordinates?|altitude|cell ?(?:info|towers?|id)|wi-?fi|mac|ip(?: ?v[46])?|ip address(?:es)?|imei|imsi|device(?: ?id)?|serial(?: number)?|manufacturer|phone(?: number)?|ssid|bssid)\b|位置|经度|纬度|위치|위도|경도/i;
