// Runs the demo as a newcomer would and puts what it printed into the README, between the two marks that
// test/docs-commands.test.ts looks for.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const marks = /(<!-- transcript: \.\/daybook demo -->\n+```[a-z]*\n)[\s\S]*?(```\n+<!-- end of transcript -->)/;
const readme = join(root, 'README.md');
const folder = mkdtempSync(join(tmpdir(), 'daybook-transcript-'));
try {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', COLUMNS: '100', NO_COLOR: '1' };
  const options = { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
  const printed = execFileSync(process.execPath, [join(root, 'scripts/launch.cjs'), 'demo'], options);
  const page = readFileSync(readme, 'utf8');
  if (!marks.test(page)) throw new Error('README.md has no place for the transcript');
  writeFileSync(
    readme,
    page.replace(marks, (_all, before, after) => `${before}${printed.trimEnd()}\n${after}`),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
