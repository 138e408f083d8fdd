import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../house/tree.ts';
import { filesHolding } from '../vault/temporary-vault.ts';
import { Desk, PASSPHRASE, page } from './daybook.ts';
import { TERMINAL_AVAILABLE } from './pseudo-terminal.ts';
import { traceLines } from './system-trace.ts';
import { Typing } from './typing.ts';

const desk = new Desk();
const canary = 'zygodactylquery';
beforeAll(async () => {
  await desk.makeVault();
  desk.write('in/one.txt', page('12,000', 'the harbour of Quorvane'));
  desk.write('queries.txt', `${canary} harbour\n`);
  expect((await desk.onVault(['add', 'in'])).code).toBe(0);
});
afterAll(() => desk.remove());

const prompt = [
  'search -',
  `${canary} harbour`,
  'search - --any --newest',
  `"${canary}" OR Quorvane`,
  'search - --keep standing',
  `${canary} | harbour`,
  'today',
  'today --seen',
  'concordance -',
  canary,
  'search --forget standing',
  'rebuild',
  'quit',
  '',
].join('\n');

it.each([
  ['a query from the next line', ['search', '-', '--passphrase-file', 'pass'], canary],
  ['at the prompt', ['open', '--passphrase-file', 'pass'], prompt],
])(
  'S23: %s is in no file, name, argument or title of any process, though it is read and answered',
  (_, args, input) => {
    expect(traceLines.available()).toBe(true);
    const log = desk.path('trace');
    // Every call of every process and thread, with whole strings and what each descriptor is.
    const command = ['-f', '-y', '-s', '1000000', '-o', log, process.execPath, join(ROOT, 'dist/cli.js'), ...args];
    const run = spawnSync('strace', command, { cwd: desk.folder, input, encoding: 'utf8', maxBuffer: 1 << 28 });
    expect({ status: run.status, err: run.stderr }).toMatchObject({ status: 0 });
    expect(run.stdout).toContain(canary);
    const calls = traceLines.of(readFileSync(log, 'utf8')).filter(({ call }) => call.includes(canary));
    // A trace that saw no query would pass: it is read at least once.
    expect(calls.some(({ call }) => call.startsWith('read('))).toBe(true);
    const elsewhere = calls.filter(({ call }) => !isBetweenProcesses(call));
    expect(elsewhere.map(({ call }) => call.slice(0, 200))).toEqual([]);
    spawnSync('rm', [log]);
    expect(filesHolding(desk.path('daybook-vault'), canary)).toEqual([]);
  },
);

/** Whether a call moves bytes through a pipe, a socket pair or a terminal: nothing of that is kept. */
function isBetweenProcesses(call: string): boolean {
  return /^(?:read|write|readv|writev|sendmsg|recvmsg|sendto|recvfrom)\(\d+<(?:pipe:|socket:|UNIX|\/dev\/pts\/|\/dev\/tty)/.test(
    call,
  );
}

it('S23: a batch is read from its file and written to none', async () => {
  const run = await desk.onVault(['search', '--batch', 'queries.txt', '--json']);
  expect([run.code, JSON.parse(run.out).query]).toEqual([0, `${canary} harbour`]);
  expect(filesHolding(desk.folder, canary)).toEqual([desk.path('queries.txt')]);
});

it('S23: at a terminal a query is one line, and the passphrase is asked for after it', async (context) => {
  context.skip(!TERMINAL_AVAILABLE, 'there is no script to give a terminal');
  const typing = new Typing(['search', '-'], desk.folder);
  await typing.sees(/Search for: /);
  typing.type('Quorvane');
  await typing.sees(/Passphrase/);
  typing.type(PASSPHRASE);
  await typing.sees(/1 passage|passages in/);
  expect((await typing.end()).code).toBe(0);
});
