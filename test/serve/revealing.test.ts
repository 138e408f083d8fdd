import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../src/base/index.ts';
import { SAMPLE_PACK } from '../../src/read/figures/gold-set.ts';
import type { Vault } from '../../src/vault/index.ts';
import { addLayered } from '../search/layered-source.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';
import { jsonLines, type Run } from './daybook.ts';
import { runHere } from './run-here.ts';

const NAME = 'Ottilie Varnhagen';
const TEXT = `Report of the Lantern Society, 3 May 2019

The society said that 12,000 people lived near the harbour at the end of 2018.

Mrs. ${NAME}, a refugee, told the society that 300 people were arrested at the harbour.
`;

let vault: Vault;
let remove = (): void => {};
let base = '';
let source: SourceId;
beforeEach(async () => {
  ({ vault, remove } = await temporaryVault());
  base = mkdtempSync(join(tmpdir(), 'daybook-revealing-'));
  ({ source } = await addLayered(vault, TEXT, { pack: SAMPLE_PACK }));
});
afterEach(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

const run = (...args: readonly string[]): Promise<Run> => runHere(base, args, { session: { vault, folder: 'vault' } });

async function reveals(): Promise<number> {
  const entries = jsonLines(await run('log', '--json'));
  return entries.filter(({ kind }) => kind === 'source-revealed').length;
}

describe('what is protected, at the terminal', () => {
  it.each([
    ['text', '--source'],
    ['find', 'harbour'],
    ['show'],
    ['claims', '--source'],
    ['figures', '--source'],
    ['search', 'harbour'],
    ['concordance', 'harbour'],
    ['sheet', 'claims', 'out.csv'],
  ] as const)(
    'D16: the record says that %s showed it, once in a run, and nothing when it stayed veiled',
    async (...words) => {
      const [name, second] = words;
      const flag = second === '--source' ? [name, second, source] : undefined;
      const typed =
        flag ?? (name === 'find' ? [name, source, 'harbour'] : name === 'show' ? [name, source] : [...words]);
      // Its bytes are not here, which showing it says.
      const code = name === 'show' ? 5 : 0;
      expect((await run(...typed)).code).toBe(code);
      rmSync(join(base, 'out.csv'), { force: true });
      expect(await reveals()).toBe(0);
      const shown = await run(...typed, '--reveal');
      expect(shown.code).toBe(code);
      expect(await reveals()).toBe(1);
      rmSync(join(base, 'out.csv'), { force: true });
      expect((await run(...typed, '--reveal')).code).toBe(code);
      expect(await reveals()).toBe(1);
    },
  );

  it('S25, S26: a word under a veil is neither found, counted nor dated, so that no guess is told to be right', async () => {
    const [found] = jsonLines(await run('find', source, `"${NAME}"`, '--json'));
    expect(found).toMatchObject({ total: 0, places: [] });
    const [lines] = jsonLines(await run('concordance', `"${NAME}"`, '--json'));
    expect(lines).toMatchObject({ total: 0, sources: 0, periods: [], lines: [] });
    const [revealed] = jsonLines(await run('find', source, `"${NAME}"`, '--json', '--reveal'));
    expect(revealed).toMatchObject({ total: 1 });
    const [over] = jsonLines(await run('concordance', `"${NAME}"`, '--json', '--reveal'));
    expect(over).toMatchObject({ total: 1, sources: 1 });
    const [open] = jsonLines(await run('concordance', 'harbour', '--json'));
    expect(open).toMatchObject({ total: 2, sources: 1 });
  });
});
