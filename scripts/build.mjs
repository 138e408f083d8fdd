// Bundles the command line, the database worker, the reading process and the reading library into dist/, and the desk into dist/web.
// Packages stay external, so that native and WASM files are found where npm put them; those of the desk are bundled, since a browser
// finds none.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildDesk } from './desk-build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version, dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = {
  cli: 'src/serve/cli/main.ts',
  'vault-worker': 'src/vault/worker.ts',
  'reading-process': 'src/serve/reading-process.ts',
  read: 'src/read/library.ts',
  bench: 'bench/main.ts',
  'bench-pdf-child': 'bench/pdf-child.ts',
};
// Programs that tests start and kill. They are no part of what is installed.
if (process.argv.includes('--with-tests')) {
  for (const child of ['fault-child', 'appending-child', 'keys-child', 'backup-child', 'taking-child']) {
    entries[`test/${child}`] = `test/vault/${child}.ts`;
  }
}

// zod alone is bundled: loading its hundred files one by one takes twice as long as all of it at once, and every command
// that opens a vault, every database thread and every reading process loads it.
const external = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name !== 'zod');

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path)))),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external,
  define: { DAYBOOK_VERSION: JSON.stringify(version) },
  sourcemap: 'linked',
  logLevel: 'warning',
  write: false,
});
// Only what changed is written, so that a run of the old bundle going on beside the build is not pulled from under.
mkdirSync(join(root, 'dist/test'), { recursive: true });
for (const { path, contents } of outputFiles) {
  if (!existsSync(path) || !readFileSync(path).equals(contents)) writeFileSync(path, contents);
}

await buildDesk(root);
