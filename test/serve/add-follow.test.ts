import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/tree.ts';
import { Desk, jsonLines, page } from './daybook.ts';

describe('following a folder', () => {
  const desk = new Desk();
  beforeAll(async () => {
    await desk.makeVault();
  });
  afterAll(() => desk.remove());

  it('takes what is there and what comes, whole, by turns with others, and ends with a receipt', async () => {
    desk.write('in/first.txt', page('12,000'));
    desk.write('in/.hidden', 'left out');
    const following = follow(desk, ['in']);
    await following.until('in/first.txt');
    // Another process writes to the vault meanwhile.
    desk.write('beside.txt', page('77,000'));
    expect((await desk.onVault(['add', 'beside.txt', '--json'])).code).toBe(0);
    // One that grows is taken when it no longer does.
    for (let i = 0; i < 8; i++) {
      if (i === 0) desk.write('in/below/growing.txt', page('1,000'));
      else appendFileSync(desk.path('in/below/growing.txt'), page(`${i + 1},000`));
      await wait(400);
    }
    await following.until('in/below/growing.txt');
    desk.write('in/first.txt', page('13,000'));
    await following.until('in/first.txt', 2);
    following.stop();
    const { code, out, err } = await following.ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = jsonLines({ code, out, err });
    expect(lines.slice(0, -1).map(({ file, status }) => [file, status])).toEqual([
      ['in/first.txt', 'stored'],
      ['in/below/growing.txt', 'stored'],
      ['in/first.txt', 'stored'],
    ]);
    expect(lines.at(-1)).toMatchObject({
      receipt: { received: 3, stored: 3, skipped: { hidden: 1 }, interrupted: false, kept: true },
    });
    const whole = Array.from({ length: 8 }, (_, i) => page(`${i + 1},000`)).join('');
    const [shown] = jsonLines(await desk.onVault(['show', String(lines[1]?.['source']), '--json']));
    expect(shown).toMatchObject({ custody: { sha256: createHash('sha256').update(whole).digest('hex') } });
  });

  it('of what cannot be followed is refused', async () => {
    expect((await desk.onVault(['add', '-', '--follow'])).code).toBe(2);
    expect((await desk.onVault(['add', '--note', 'words', '--follow'])).code).toBe(2);
  });
});

function follow(desk: Desk, paths: readonly string[]) {
  const words = ['add', ...paths, '--follow', '--json', '--passphrase-file', 'pass'];
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...words], { cwd: desk.folder });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, out, err })),
  );
  return {
    ended,
    stop: () => child.kill('SIGINT'),
    /** Waits for so many lines of a file; a process that ended will print none. */
    until: async (file: string, times = 1): Promise<void> => {
      while (out.split(JSON.stringify({ file }).slice(0, -1)).length <= times) {
        if (child.exitCode !== null) throw new Error(`ended with code ${child.exitCode}: ${err}`);
        await wait(50);
      }
    },
  };
}
