import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { ok, type Result, refuse } from '../../base/index.ts';
import { TABLE_LIMITS, type UnreadPart } from '../../read/index.ts';
import type { IntakeInput } from '../capture.ts';
import { walkPaths } from '../file-walk.ts';
import type { Installation } from '../paths.ts';
import { errorCode } from '../system-errors.ts';
import { LibraryArchive } from './library-archive.ts';

/** Why a file that a record names cannot be had. */
export type FileWhy = 'missing' | 'leads-out' | 'link' | 'not-allowed' | 'damaged';

export interface FileRefused {
  readonly type: FileWhy;
}

/** The files of a library: a folder, a ZIP archive, or what lies beside a table. */
export interface LibraryFiles {
  /** Paths inside, `/` between steps, in the order of their names. */
  readonly paths: readonly string[];
  /** Entries of an archive that are not offered, each with its reason. */
  readonly unread: readonly UnreadPart[];
  /** A whole file, for tables. */
  readonly bytes: (path: string) => Promise<Result<Uint8Array, FileRefused | { readonly type: 'too-large' }>>;
  /** What an intake takes. A file of a folder is opened there, not here. */
  readonly input: (path: string) => Promise<Result<IntakeInput, FileRefused>>;
  /** To be called when no file is needed any more. */
  readonly close: () => Promise<void>;
}

export type LibraryFilesRefusal = { readonly type: 'no-such-library' | 'library-damaged' | 'library-too-large' };

/** Longest archive that is opened. */
const ARCHIVE_BYTES = 1024 * 1024 * 1024;
/** Folders beside an export in which its program puts the files. */
const BESIDE = ['storage', 'files', 'attachments', 'documents'];

/**
 * Opens what somebody named: a folder with all below it, a ZIP archive, or a single export with the folders that its program
 * puts beside it. `main` is the export itself then. Links are not followed, and no path leads out of the folder.
 */
export async function openLibrary(
  path: string,
  { vault, installation }: { readonly vault: string; readonly installation: Installation },
): Promise<Result<{ readonly files: LibraryFiles; readonly main: string | undefined }, LibraryFilesRefusal>> {
  let found: ReturnType<typeof statSync>;
  try {
    found = statSync(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return refuse({ type: 'no-such-library' });
  }
  if (found.isDirectory()) return ok({ files: folderFiles(path, [path], vault), main: undefined });
  if (!found.isFile()) return refuse({ type: 'no-such-library' });
  if (found.size > ARCHIVE_BYTES) return refuse({ type: 'library-too-large' });
  if (/\.zip$/i.test(path)) {
    const opened = await LibraryArchive.open(installation, path);
    return opened === undefined
      ? refuse({ type: 'library-damaged' })
      : ok({ files: archiveFiles(opened), main: undefined });
  }
  const folder = dirname(path);
  const beside = BESIDE.map((name) => join(folder, name)).filter((each) => isFolder(each));
  return ok({ files: folderFiles(folder, beside, vault), main: path.slice(folder.length).replace(/^[\\/]+/, '') });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true && !lstatSync(path).isSymbolicLink();
}

function folderFiles(root: string, walked: readonly string[], vault: string): LibraryFiles {
  const paths: string[] = [];
  for (const folder of walked) {
    const above = folder === root ? '' : `${folder.slice(root.length).replace(/^[\\/]+/, '')}/`;
    for (const each of walkPaths([folder], { folder: root, vault }))
      if (each.type === 'file') paths.push(`${above}${each.fileName}`);
  }
  const place = (path: string): Result<string, FileRefused> => placeIn(root, path);
  return {
    paths,
    unread: [],
    bytes: async (path) => {
      const at = place(path);
      if (!at.ok) return at;
      return statSync(at.value).size > TABLE_LIMITS.bytes ? refuse({ type: 'too-large' }) : ok(readFileSync(at.value));
    },
    input: async (path) => {
      const at = place(path);
      return at.ok ? ok({ type: 'file', shown: path, fileName: path, path: at.value }) : at;
    },
    close: () => Promise.resolve(),
  };
}

/** Where a path of a library lies: inside its folder, and no link on the way there. */
function placeIn(root: string, path: string): Result<string, FileRefused> {
  const steps = path.split('/');
  if (steps.includes('..') || /^[\\/]|^[a-z]:|\0/i.test(path)) return refuse({ type: 'leads-out' });
  const at = join(root, ...steps);
  try {
    if (lstatSync(at).isSymbolicLink()) return refuse({ type: 'link' });
    if (!realpathSync(at).startsWith(realpathSync(root) + sep)) return refuse({ type: 'link' });
    return lstatSync(at).isFile() ? ok(at) : refuse({ type: 'missing' });
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return refuse({ type: code === 'EACCES' || code === 'EPERM' ? 'not-allowed' : 'missing' });
  }
}

function archiveFiles(archive: LibraryArchive): LibraryFiles {
  const { files: paths, unread } = archive;
  const known = new Set(paths);
  const bytes = async (path: string): Promise<Result<Uint8Array, FileRefused>> => {
    if (!known.has(path)) return refuse({ type: unread.some(({ part }) => part === path) ? 'damaged' : 'missing' });
    const read = await archive.read(path);
    return read === undefined ? refuse({ type: 'damaged' }) : ok(read);
  };
  return {
    paths,
    unread,
    bytes,
    input: async (path) => {
      const read = await bytes(path);
      return read.ok ? ok({ type: 'bytes', shown: path, fileName: path, bytes: read.value }) : read;
    },
    close: () => archive.close(),
  };
}
