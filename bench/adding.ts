import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';
import { runCommand } from './process-tree.ts';

const root = join(import.meta.dirname, '..');
const pages = 1000;

/**
 * Adds 1,000 real pages to a new vault through the command line: the pages of the shared test data, gone through again
 * with changed bytes until there are enough. Beside it, the same files copied one by one with an fsync for each.
 */
export async function figures(): Promise<readonly Figure[]> {
  const base = mkdtempSync(join(tmpdir(), 'daybook-bench-'));
  try {
    const folder = join(base, 'pages');
    const bytes = writePages(folder);
    const passphrase = join(base, 'passphrase');
    writeFileSync(passphrase, 'a bench passphrase of several words\n');
    const common = ['--vault', join(base, 'vault'), '--passphrase-file', passphrase];
    await runCommand(['init', join(base, 'vault'), '--passphrase-file', passphrase]);
    const added = await runCommand(['add', folder, '--json', ...common], [0, 1]);
    const copied = copyDurably(folder, join(base, 'copies'));
    const conditions = `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB, read into layers and figures, encrypted, with receipts`;
    return [
      {
        name: 'documents added',
        value: round(pages / added.seconds),
        unit: 'documents/s',
        n: pages,
        peer: 'the same files copied, each with fsync',
        ratio: round(copied / added.seconds),
        conditions,
      },
      {
        name: 'peak memory while adding, all processes',
        value: round(added.peak / 1e6),
        unit: 'MB',
        n: pages,
        conditions: `${conditions}; resident, sampled every 50 ms`,
      },
    ];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function writePages(folder: string): number {
  const data = join(root, '../shared/testdata');
  if (!existsSync(data)) throw new Error('the bench of adding reads ../shared/testdata, which is not there');
  const found = ['web-pages-news', 'web-pages-wcxb', 'web-pages-zh'].flatMap((set) =>
    readdirSync(join(data, set), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.html?(\.gz)?$/.test(name))
      .sort()
      .map((name) => join(data, set, name)),
  );
  if (found.length === 0) throw new Error('no pages found');
  mkdirSync(folder);
  let bytes = 0;
  for (let n = 0; n < pages; n++) {
    const path = found[n % found.length] ?? '';
    const plain = path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path);
    const changed = n < found.length ? plain : Buffer.concat([plain, Buffer.from(`\n<!-- copy ${n} -->\n`)]);
    writeFileSync(join(folder, `${n}.html`), changed);
    bytes += changed.length;
  }
  return bytes;
}

function copyDurably(from: string, to: string): number {
  mkdirSync(to);
  const begun = performance.now();
  for (const name of readdirSync(from)) {
    copyFileSync(join(from, name), join(to, name));
    writeFileSync(join(to, name), readFileSync(join(to, name)), { flush: true });
  }
  return (performance.now() - begun) / 1000;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
