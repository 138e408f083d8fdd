import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const DIST = join(import.meta.dirname, '../dist');
const PARSERS = [
  'chardet',
  'csv-parse',
  'fast-xml-parser',
  'iconv-lite',
  'mupdf',
  'parse5',
  'tesseract.js',
  'yaml',
  '@zip.js/zip.js',
];

interface Loads {
  readonly packages: ReadonlySet<string>;
  /** Built files among them, the first one included. */
  readonly files: ReadonlySet<string>;
}

/** What is loaded with a built file: whatever it imports, but not what it may load later. */
function loadsOf(entry: string): Loads {
  const packages = new Set<string>();
  const files = new Set([entry]);
  for (const file of files) {
    for (const name of importsOf(file)) {
      if (name.startsWith('./')) files.add(name.slice(2));
      else if (!name.startsWith('node:')) packages.add(name);
    }
  }
  return { packages, files };
}

/** Parsed once, since every command shares most of what it loads. */
const importsOf = remembering((file) =>
  parseSync(file, textOf(file)).program.body.flatMap((node) =>
    'source' in node && node.source != null ? [node.source.value] : [],
  ),
);

function remembering<T>(of: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>();
  return (file) => {
    const value = known.get(file) ?? of(file);
    known.set(file, value);
    return value;
  };
}

function textOf(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

/** What a built file may load later. */
function loadedLater(file: string): readonly string[] {
  return [...textOf(file).matchAll(/\bimport\(["'`]\.\/([^"'`]+)["'`]\)/g)].flatMap(([, name]) => name ?? []);
}

/** The reading service as `reading-process.js` loads it: a folder of built files may hold earlier ones beside it. */
function readingService(): Loads {
  const [service = ''] = loadedLater('reading-process.js');
  return loadsOf(service);
}

/** The command line with every command that it loads, and what those load, but for what only readers of documents load. */
function besideKeys(): ReadonlyMap<string, Loads> {
  const readers = new Set([...readingService().files].flatMap(loadedLater));
  const found = new Map([['cli.js', loadsOf('cli.js')]]);
  for (const { files } of found.values())
    for (const name of [...files].flatMap(loadedLater))
      if (!found.has(name) && !readers.has(name)) found.set(name, loadsOf(name));
  return found;
}

it('what holds keys has no parser of documents beside them: the vault, the command line and every command', () => {
  const loads = new Map([...besideKeys(), ['vault-worker.js', loadsOf('vault-worker.js')]]);
  for (const start of ['command-line-', 'engine-', 'desk-server-', 'add-', 'import-', 'show-', 'recognise-', 'log-'])
    expect([...loads.keys()].filter((name) => name.startsWith(start)).length).toBe(1);
  const parsers = [...loads].flatMap(([entry, { packages }]) =>
    PARSERS.filter((parser) => [...packages].some((name) => name === parser || name.startsWith(`${parser}/`))).map(
      (parser) => [entry, parser],
    ),
  );
  expect(parsers).toEqual([]);
});

it('what reads documents has no way to keys', () => {
  const { packages } = readingService();
  for (const parser of ['parse5', 'csv-parse/sync', 'yaml', 'fast-xml-parser']) expect(packages).toContain(parser);
  expect([...packages].filter((name) => /sqlcipher|argon2|age-encryption|shamir/.test(name))).toEqual([]);
});
