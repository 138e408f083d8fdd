import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = `
import { type Claim, readAttributions, readClaims, readDates, readLayer } from 'daybook/read';

const text = 'The harbour office said on Monday that 40 boats had left.';
const layer = readLayer(new TextEncoder().encode(text), { fileName: 'note.txt' });
if (!layer.ok) throw new Error('refused');
const claims: readonly Claim[] = readClaims(layer.value).claims;
const quoted = claims.every(({ passage }) => layer.value.text.slice(passage.start, passage.end) === passage.quote);
const dates = readDates(text, { lang: 'en', reference: '2021-05-06' }).map(({ start, end, norm }) => [text.slice(start, end), norm]);
const voices = readAttributions(text, { lang: 'en' }).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end));
console.log(JSON.stringify({ claims: claims.length, quoted, dates, voices }));
`;

describe('the reading library of the package', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'daybook-library-'));
    mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
    symlinkSync(root, join(folder, 'node_modules/daybook'));
    symlinkSync(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'program.ts'), PROGRAM);
    const types = spawnSync(process.execPath, [tsc(), '-p', join(root, 'tsconfig.library.json')], { encoding: 'utf8' });
    expect([types.stdout, types.status]).toEqual(['', 0]);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is found by its name, with its types, by a program that knows nothing of the house', () => {
    const options = [
      '--target',
      'es2023',
      '--module',
      'nodenext',
      '--strict',
      '--skipLibCheck',
      'false',
      '--types',
      'node',
    ];
    const compiled = spawnSync(process.execPath, [tsc(), ...options, 'program.ts'], { cwd: folder, encoding: 'utf8' });
    expect([compiled.stdout, compiled.status]).toEqual(['', 0]);
    const run = spawnSync(process.execPath, ['program.js'], { cwd: folder, encoding: 'utf8' });
    expect([run.stderr, run.status]).toEqual(['', 0]);
    expect(JSON.parse(run.stdout)).toEqual({
      claims: 1,
      quoted: true,
      dates: [['on Monday', '2021-05-03']],
      voices: ['The harbour office'],
    });
  }, 120_000);

  it('shows a refusal where a value is of the wrong kind', () => {
    writeFileSync(
      join(folder, 'wrong.ts'),
      "import { readDates } from 'daybook/read';\nreadDates(1, { lang: 'fr' });\n",
    );
    const options = ['--module', 'nodenext', '--strict', '--noEmit', 'wrong.ts'];
    const compiled = spawnSync(process.execPath, [tsc(), ...options], { cwd: folder, encoding: 'utf8' });
    expect(compiled.status).not.toBe(0);
    expect(compiled.stdout).toContain('wrong.ts(2,');
  }, 120_000);
});

function tsc(): string {
  return join(root, 'node_modules/typescript/bin/tsc');
}
