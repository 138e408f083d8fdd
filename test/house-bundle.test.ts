import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const DIST = join(import.meta.dirname, '../dist');
const PARSERS = ['chardet', 'csv-parse', 'fast-xml-parser', 'iconv-lite', 'mupdf', 'parse5', 'tesseract.js', 'yaml'];

/** Packages that are loaded with a built file: those of whatever it imports, but not of what it may load later. */
function packagesOf(entry: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set([entry]);
  for (const file of seen) {
    for (const node of parseSync(file, readFileSync(join(DIST, file), 'utf8')).program.body) {
      if (!('source' in node) || node.source == null) continue;
      const { value } = node.source;
      if (value.startsWith('./')) seen.add(value.slice(2));
      else if (!value.startsWith('node:')) packages.add(value);
    }
  }
  return packages;
}

it.each([
  'vault-worker.js',
  'cli.js',
  'command-line-',
  'engine-',
  'desk-server-',
  'add-',
  'log-',
  'review-',
  'search-',
])('what holds keys has no parser of documents beside them: %s', (start) => {
  const entries = readdirSync(DIST).filter((name) => name.startsWith(start) && name.endsWith('.js'));
  expect(entries.length).toBeGreaterThan(0);
  const loaded = entries.flatMap((entry) => [...packagesOf(entry)]);
  expect(PARSERS.filter((parser) => loaded.some((name) => name === parser || name.startsWith(`${parser}/`)))).toEqual(
    [],
  );
});

it('what reads documents has no way to keys', () => {
  const [service] = readdirSync(DIST).filter((name) => name.startsWith('reading-service-') && name.endsWith('.js'));
  const loaded = packagesOf(service ?? '');
  expect(loaded).toContain('parse5');
  expect([...loaded].filter((name) => /sqlcipher|argon2|age-encryption|shamir/.test(name))).toEqual([]);
});
