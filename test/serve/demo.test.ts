import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/serve/cli/cell-text.ts';
import { DEMO_FIGURES } from '../../src/serve/data/demo-figures.ts';
import { maskTranscript, transcriptOf } from '../house/transcript.ts';
import { ROOT } from '../house/tree.ts';
import { Desk } from './daybook.ts';

describe('the demo', () => {
  const desk = new Desk();
  afterAll(() => desk.remove());

  it('shows the whole way in under 40 lines of at most 100 cells, and the README shows them', async () => {
    // Started as the README says, by ./daybook.
    const env = { COLUMNS: '100', NO_COLOR: '1', LC_ALL: 'C.UTF-8', DAYBOOK_TYPED: './daybook' };
    const run = await desk.run(['demo'], { env });
    expect([run.code, run.err]).toEqual([0, '']);
    const lines = run.out.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(40);
    expect(lines.filter((line) => cellsOf(line) > 100)).toEqual([]);
    expect(lines.flatMap((line) => /^[A-Z]+(?= )/.exec(line)?.[0] ?? [])).toEqual([
      'KEEP',
      'READ',
      'BRIEF',
      'CHECK',
      'NEXT',
    ]);
    const samples = readdirSync(new URL('../../examples', import.meta.url)).filter((name) =>
      /^\d\d-/.test(name),
    ).length;
    expect(run.out).toContain(`${samples} files received: ${samples} stored, 0 already here, 0 refused, 0 failed`);
    expect(run.out).toContain('everything is as it was kept');
    // Each figure that was chosen to be shown is shown: a reader that misses one is noticed here.
    const rows = lines.filter((line) => / {2}\d\d$/.test(line));
    expect(rows.length).toBe(DEMO_FIGURES.length);
    const shown = transcriptOf(readFileSync(join(ROOT, 'README.md'), 'utf8'));
    expect(maskTranscript(shown ?? 'the README has no transcript')).toBe(maskTranscript(run.out));
  });

  it('leaves a vault that opens with the passphrase beside it, and files that name no protected words', async () => {
    const shown = await desk.run([
      'show',
      '--vault',
      'daybook-demo/vault',
      '--passphrase-file',
      'daybook-demo/passphrase.txt',
    ]);
    expect(shown.code).toBe(0);
    expect(statSync(desk.path('daybook-demo/passphrase.txt')).mode & 0o077).toBe(0);
    const [brief = ''] = readdirSync(desk.path('daybook-demo/brief')).filter((name) => name.endsWith('.md'));
    expect(readFileSync(desk.path('daybook-demo/brief', brief), 'utf8')).toContain('DRAFT, NOT REVIEWED');
  });

  it('made again takes away what it made, and nothing else', async () => {
    const mine = desk.write('daybook-demo/mine.txt', 'my own notes');
    const before = readdirSync(desk.path('daybook-demo/brief'));
    const run = await desk.run(['demo']);
    expect(run.code).toBe(0);
    expect(readFileSync(mine, 'utf8')).toBe('my own notes');
    expect(readdirSync(desk.path('daybook-demo/brief'))).not.toEqual(before);
    expect(readdirSync(desk.path('daybook-demo/brief')).length).toBe(2);
  });

  it('touches no folder that it did not make', async () => {
    desk.write('other/vault/notes.txt', 'mine');
    const run = await desk.run(['demo', '--out', 'other']);
    expect([run.code, run.err]).toEqual([7, expect.stringContaining('did not make, so nothing was touched')]);
    expect(existsSync(desk.path('other/vault/notes.txt'))).toBe(true);
    desk.write('plain.txt', 'a file');
    expect((await desk.run(['demo', '--out', 'plain.txt'])).code).toBe(7);
  });
});
