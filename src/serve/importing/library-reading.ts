import { type Result, refuse } from '../../base/index.ts';
import {
  type Annotation,
  type Library,
  type LibraryAsk,
  type LibraryRefusal,
  parseAnnotations,
  parseLibrary,
  parseMapping,
  parseTable,
  type SheetMapping,
  type TableRows,
} from '../../read/index.ts';
import type { ReadingPool } from '../reading-pool.ts';

/** Why a file of a library was not read: what it is, or what became of the process that read it. */
export type LibraryNotRead =
  | LibraryRefusal
  | {
      readonly type: 'library-not-read';
      readonly reason: 'reader-stopped' | 'reader-too-slow' | 'reader-too-large';
    };

/** Has a table read; `sheet` names the one of a workbook. */
export async function tableIn(
  pool: ReadingPool,
  bytes: Uint8Array,
  { fileName, sheet }: { readonly fileName: string; readonly sheet?: string | undefined },
): Promise<Result<TableRows, LibraryNotRead>> {
  return asked(pool, bytes, { part: 'table', fileName, sheet }, parseTable);
}

/** Has an export of Zotero read; `files` are the other files of its library. */
export async function zoteroIn(
  pool: ReadingPool,
  bytes: Uint8Array,
  files: readonly string[],
): Promise<Result<Library, LibraryNotRead>> {
  return asked(pool, bytes, { part: 'zotero', files }, parseLibrary);
}

/** Has annotations read. */
export async function annotationsIn(
  pool: ReadingPool,
  bytes: Uint8Array,
): Promise<Result<readonly (Annotation | null)[], LibraryNotRead>> {
  return asked(pool, bytes, { part: 'annotations' }, parseAnnotations);
}

/** Has a mapping read. */
export async function mappingIn(pool: ReadingPool, bytes: Uint8Array): Promise<Result<SheetMapping, LibraryNotRead>> {
  return asked(pool, bytes, { part: 'mapping' }, parseMapping);
}

/** Parsers of libraries are loaded in another process, beside no key; what comes back is checked like anything from outside. */
async function asked<T>(
  pool: ReadingPool,
  bytes: Uint8Array,
  ask: LibraryAsk,
  parse: (json: string) => Result<T, LibraryRefusal> | undefined,
): Promise<Result<T, LibraryNotRead>> {
  const outcome = await pool.readLibrary(bytes, ask);
  if (outcome.type === 'read') {
    const [section] = outcome.sections;
    const read = section && parse(new TextDecoder().decode(section));
    return read ?? refuse({ type: 'library-not-read', reason: 'reader-stopped' });
  }
  const { reason } = outcome;
  switch (reason) {
    case 'reader-stopped':
    case 'reader-too-slow':
    case 'reader-too-large':
      return refuse({ type: 'library-not-read', reason });
    default:
      return refuse({ type: 'library-refused', reason: 'damaged' });
  }
}
