// Bundles the command line, the database worker, the reading process and the reading library into dist/, and the desk into dist/web.
// Packages stay external, so that native and WASM files are found where npm put them; those of the desk are bundled, since a browser
// finds none.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { buildDesk } from './desk-build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version, dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = {
  cli: 'src/serve/cli/main.ts',
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

// A room is imported through its index, which names everything that it offers. Only these modules do something by being loaded; of
// all others a program gets what it uses, so that a command starts fast and no parser of documents is in a process with keys.
const ACTING =
  /\/src\/(serve\/(process-guard|network-guard|reading-process|reading-service|cli\/(main|command-line))|vault\/worker)\.ts$|\/(bench|test)\/|\/node_modules\//;

/** Writes what these programs need into dist/, with what several of them load in files of its own. */
async function bundle(input) {
  const built = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(input).filter(([, path]) => existsSync(join(root, path)))),
    platform: 'node',
    external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
    transform: { target: 'node20', define: { DAYBOOK_VERSION: JSON.stringify(version) } },
    treeshake: {
      moduleSideEffects: [
        { test: ACTING, sideEffects: true },
        { test: /./, sideEffects: false },
      ],
    },
  });
  const { output } = await built.generate({ format: 'esm', sourcemap: true, chunkFileNames: '[name]-[hash].js' });
  // Only what changed is written, so that a run of the old bundle going on beside the build is not pulled from under.
  mkdirSync(join(root, 'dist/test'), { recursive: true });
  for (const file of output) {
    const path = join(root, 'dist', file.fileName);
    const contents = Buffer.from(file.type === 'chunk' ? file.code : file.source);
    if (!existsSync(path) || !readFileSync(path).equals(contents)) writeFileSync(path, contents);
  }
}

await bundle(entries);
// By itself, as one file: a vault starts a thread of it for each reader and for the writer, and a third of a thread's start went
// into finding thirty files and into what of them only the other programs need.
await bundle({ 'vault-worker': 'src/vault/worker.ts' });

await buildDesk(root);
