import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asks } from '../../src/serve/http/asks.ts';
import { codeRows, readPages } from '../house/pages.ts';
import { ROOT } from '../house/tree.ts';

it('docs/api.md is what src/serve/api.ts says, and has a row for each call that is answered', () => {
  execFileSync(process.execPath, [join(ROOT, 'scripts/api-page.mjs'), '--check'], { stdio: 'pipe' });
  const page = readPages().find(({ path }) => path === 'docs/api.md');
  const named = page === undefined ? [] : codeRows(page).map(({ name }) => name);
  expect(named).toEqual(Object.keys(asks));
});
