import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CaptureRefusal, missingAs } from './capture.ts';
import { errorCode } from './system-errors.ts';

/** Something that was named or found for an intake. */
export type Found =
  | {
      readonly type: 'file';
      /** As the user would name it. */
      readonly shown: string;
      /** As the record keeps it: the bare name, with folders below the one that was named. */
      readonly fileName: string;
      readonly path: string;
    }
  /** Left out on purpose: counted and told, and nothing is received. */
  | { readonly type: 'skipped'; readonly why: 'hidden' | 'link' | 'not-a-file'; readonly shown: string }
  /** Named or found, and not to be had. */
  | { readonly type: 'unreachable'; readonly why: Exclude<CaptureRefusal['type'], 'empty'>; readonly shown: string };

/** Deepest folder that is entered: a loop of mounts ends somewhere. */
const DEEPEST = 64;

/**
 * The files of what was named, folders with all that is below them, in the order of their names. Inside folders hidden
 * files, links and whatever is no file are skipped; a link or a hidden file that was named itself is taken. The files
 * of the vault are never among them.
 */
export function* walkPaths(
  paths: readonly string[],
  options: { readonly folder: string; readonly vault: string },
): Generator<Found> {
  for (const named of paths) {
    const path = resolve(options.folder, named);
    const state = stateOf(path);
    if (state === 'missing') yield { type: 'unreachable', why: missingAs(path), shown: named };
    else if (state === 'not-allowed') yield { type: 'unreachable', why: state, shown: named };
    else if (state === 'folder') yield* walkFolder(path, named, '', options.vault, 0);
    else if (state === 'file') yield { type: 'file', shown: named, fileName: bareName(path), path };
    else yield { type: 'unreachable', why: 'not-a-file', shown: named };
  }
}

function* walkFolder(path: string, shown: string, below: string, vault: string, depth: number): Generator<Found> {
  if (path === vault) return;
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    yield { type: 'unreachable', why: errorCode(error) === 'ENOENT' ? missingAs(path) : 'not-allowed', shown };
    return;
  }
  for (const entry of entries) {
    const name = entry.name;
    const at = { path: join(path, name), shown: join(shown, name), fileName: below === '' ? name : `${below}/${name}` };
    if (name.startsWith('.')) yield { type: 'skipped', why: 'hidden', shown: at.shown };
    else if (entry.isSymbolicLink()) yield { type: 'skipped', why: 'link', shown: at.shown };
    else if (entry.isDirectory()) {
      if (depth >= DEEPEST) yield { type: 'unreachable', why: 'too-deep', shown: at.shown };
      else yield* walkFolder(at.path, at.shown, at.fileName, vault, depth + 1);
    } else if (entry.isFile()) yield { type: 'file', ...at };
    else yield { type: 'skipped', why: 'not-a-file', shown: at.shown };
  }
}

function stateOf(path: string): 'missing' | 'not-allowed' | 'folder' | 'file' | 'other' {
  try {
    const found = statSync(path);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' ? 'missing' : 'not-allowed';
  }
}

function bareName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
