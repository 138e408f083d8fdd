import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where the program's own files lie. */
export interface Installation {
  /** The folder with `dist`, `packs` and `examples`, links resolved. */
  readonly root: string;
  /** The bundled thread that holds the database. */
  readonly worker: URL;
  /** The bundled command line. */
  readonly cli: string;
  /** The bundled process that parses documents. */
  readonly readingProcess: string;
  readonly packs: string;
  readonly examples: string;
}

/** Finds the installation around a file of the bundle, which lies in `dist` or, when run from source, deeper. */
export function findInstallation(from: string): Installation {
  let folder = realpathSync(fileURLToPath(new URL('.', from)));
  while (!existsSync(join(folder, 'packs')) || !existsSync(join(folder, 'package.json'))) {
    const above = join(folder, '..');
    if (above === folder) throw new Error('the installation is not complete: its packs are missing');
    folder = above;
  }
  const dist = join(folder, 'dist');
  return {
    root: folder,
    worker: pathToFileURL(join(dist, 'vault-worker.js')),
    cli: join(dist, 'cli.js'),
    readingProcess: join(dist, 'reading-process.js'),
    packs: join(folder, 'packs'),
    examples: join(folder, 'examples'),
  };
}

/** Most files and bytes that are taken from a pack's folder: a wrong folder is not read whole. */
const PACK_FILES = 200;
const PACK_BYTES = 64 * 1024 * 1024;

/** The files of a theme pack by bare name; undefined when there is no such folder, or too much in it for a pack. */
export function readPackFiles(folder: string): ReadonlyMap<string, Uint8Array> | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|csv)$/.test(entry.name))
    .map(({ name }) => name);
  if (names.length > PACK_FILES) return undefined;
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const name of names) {
    bytes += statSync(join(folder, name)).size;
    if (bytes > PACK_BYTES) return undefined;
    files.set(name, readFileSync(join(folder, name)));
  }
  return files;
}

/** Folders of the packs that come with the program. */
export function bundledPacks({ packs }: Installation): readonly string[] {
  return readdirSync(packs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(packs, name))
    .sort();
}
