// Builds the desk, src/web, into dist/web: a page and static files with a hash in their names.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { checkCatalogues } from './check-catalogues.mjs';

/** Skips the work when nothing it is made of has changed, since every test run builds first. */
export async function buildDesk(root) {
  const to = join(root, 'dist/web');
  const made = digestOf(root);
  const kept = join(root, 'dist/web.sha256');
  if (existsSync(join(to, 'index.html')) && existsSync(kept) && readFileSync(kept, 'utf8') === made) return;

  const faults = checkCatalogues(root);
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    throw new Error(`the desk's catalogues have ${faults.length} faults`);
  }
  // Tests build with another value, and would test another program.
  process.env.NODE_ENV = 'production';
  const { output } = await build({
    configFile: false,
    mode: 'production',
    root: join(root, 'src/web'),
    base: '/',
    logLevel: 'warn',
    plugins: [
      react(),
      lingui({ configPath: join(root, 'lingui.config.mjs'), failOnMissing: true, failOnCompileError: true }),
    ],
    build: {
      target: 'es2022',
      outDir: to,
      write: false,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
  rmSync(to, { recursive: true, force: true });
  for (const file of output) {
    const path = join(to, file.fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.type === 'chunk' ? file.code : file.source);
  }
  writeFileSync(kept, made);
}

function digestOf(root) {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'src/web'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort();
  const others = ['scripts/desk-build.mjs', 'scripts/check-catalogues.mjs', 'lingui.config.mjs', 'package-lock.json'];
  for (const path of [...files, ...others.map((name) => join(root, name))])
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
