import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/tree.ts';
import { Desk, page } from './daybook.ts';

const strace = spawnSync('strace', ['--version'], { stdio: 'ignore' }).status === 0;

/** What the trace says of one run: the command and every process and thread below it. */
interface Trace {
  readonly written: readonly string[];
  readonly sockets: readonly string[];
  readonly started: readonly string[];
}

describe('what the commands do to the system', () => {
  const desk = new Desk();
  const canary = 'Quorvane';
  let passphrase = '';
  beforeAll(async () => {
    await desk.makeVault();
    passphrase = readFileSync(desk.path('pass'), 'utf8').trim();
    desk.write('in/one.txt', page('12,000', `the harbour of ${canary}`));
    desk.write('in/two.html', `<!doctype html><title>${canary}</title><p>${page('31,000')}</p>`);
    mkdirSync(desk.path('drafts'));
  });
  afterAll(() => desk.remove());

  it('they write inside the vault and the named folder alone, connect nowhere, and show no process a secret', (context) => {
    context.skip(!strace, 'strace is not installed: what is written and connected to was not traced');
    const vaultFiles = `${realpathSync(desk.folder)}/daybook-vault/`;
    const drafts = `${realpathSync(desk.folder)}/drafts/`;
    const runs: readonly (readonly [args: readonly string[], input: string, allowed: readonly string[]])[] = [
      [['add', 'in', '--passphrase-file', 'pass'], '', [vaultFiles]],
      [['read', 'in/one.txt', '--json'], '', []],
      [['figures', '--passphrase-file', 'pass'], '', [vaultFiles]],
      [['brief', '--about', '-', '--out', 'drafts', '--passphrase-file', 'pass'], canary, [vaultFiles, drafts]],
      [
        ['open', '--passphrase-file', 'pass'],
        `brief --about - --out drafts\n${canary}\nshow\nquit\n`,
        [vaultFiles, drafts],
      ],
    ];
    for (const [args, input, allowed] of runs) {
      const { written, sockets, started } = traced(desk.folder, args, input);
      expect({ args, elsewhere: written.filter((path) => !allowed.some((folder) => path.startsWith(folder))) }).toEqual(
        {
          args,
          elsewhere: [],
        },
      );
      // A gate that saw nothing would pass: one that opens a vault writes to it.
      if (allowed.length > 0) expect(written.length).toBeGreaterThan(0);
      expect({ args, sockets }).toEqual({ args, sockets: [] });
      // Only what parses documents is a process of its own.
      if (args[0] === 'add' || args[0] === 'read') expect(started.length).toBeGreaterThan(0);
      expect(started.filter((line) => line.includes(canary) || line.includes(passphrase))).toEqual([]);
    }
  });

  it('a pipe that nobody writes to is refused at once, not waited for', async (context) => {
    context.skip(process.platform === 'win32', 'there are no such pipes here');
    execFileSync('mkfifo', [desk.path('pipe')]);
    const run = await desk.onVault(['add', 'pipe']);
    expect([run.code, run.out]).toEqual([7, expect.stringContaining('pipe  (neither file nor folder)')]);
    expect((await desk.run(['read', 'pipe'])).code).toBe(7);
  });

  it('output that cannot be written ends in a sentence, not in a stack trace', (context) => {
    context.skip(!existsSync('/dev/full'), 'there is no /dev/full here');
    const run = spawnSync(
      '/bin/sh',
      ['-c', '"$0" "$1" --help > /dev/full', process.execPath, join(ROOT, 'dist/cli.js')],
      {
        encoding: 'utf8',
      },
    );
    expect([run.status, run.stderr]).toEqual([1, expect.stringMatching(/^The disk is full\.[^\n]*\n$/)]);
  });
});

function traced(folder: string, args: readonly string[], input: string): Trace {
  const log = join(folder, 'trace');
  const calls = 'trace=openat,open,creat,socket,connect,execve,mkdir,mkdirat,rename,renameat2';
  const command = [
    '-f',
    '-y',
    '-v',
    '-s',
    '65536',
    '-e',
    calls,
    '-o',
    log,
    process.execPath,
    join(ROOT, 'dist/cli.js'),
  ];
  const run = spawnSync('strace', [...command, ...args], { cwd: folder, input, encoding: 'utf8' });
  expect({ args, status: run.status, err: run.stderr }).toMatchObject({ args, status: 0 });
  const lines = readFileSync(log, 'utf8').split('\n');
  return {
    written: lines.flatMap((line) => {
      // `-y` prints the path behind the descriptor that came back.
      const opened = /(?:openat|open|creat)\(.*(?:O_WRONLY|O_RDWR|O_CREAT|creat\().*\) += \d+<([^>]*)>$/.exec(
        line,
      )?.[1];
      // The last is no file: it tells the kernel to leave memory out of cores.
      const nowhere = /^(?:\/dev\/null|\/proc\/\d+\/coredump_filter$)/;
      return opened === undefined || nowhere.test(opened) ? [] : [opened];
    }),
    sockets: lines.filter((line) => /^\d+ +(?:socket|connect)\(/.test(line)),
    started: lines.filter((line) => /^\d+ +execve\(/.test(line)).slice(1),
  };
}
