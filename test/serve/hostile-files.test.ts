import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Desk, installation } from './daybook.ts';
import { hostileFiles } from './hostile-files.ts';
import type { End } from './hostile-parts.ts';
import { traceLines } from './system-trace.ts';

const line = z.looseObject({
  file: z.string(),
  status: z.enum(['stored', 'partly-read', 'already-here', 'refused', 'failed']),
  read: z.boolean().optional(),
  reason: z.string().optional(),
  files: z.number().optional(),
  unread: z.array(z.object({ part: z.string(), reason: z.string() })).optional(),
});
type Line = z.infer<typeof line>;

describe('files made to do harm', () => {
  const desk = new Desk();
  const scratch = mkdtempSync(join(tmpdir(), 'daybook-scratch-'));
  const files = hostileFiles();
  const lines = new Map<string, Line>();
  const printed: Line[] = [];
  let trace = '';
  let code: number | null = null;
  beforeAll(async () => {
    await desk.makeVault();
    for (const { name, bytes } of files) desk.write(`in/${name}`, bytes);
    const log = join(scratch, 'trace');
    const command = [process.execPath, installation.cli, 'add', 'in', '--json', '--passphrase-file', 'pass'];
    const strace = traceLines.available() ? ['strace', '-f', '-e', 'trace=connect,sendto,bind', '-o', log] : [];
    const [program = '', ...args] = [...strace, ...command];
    mkdirSync(join(scratch, 'tmp'));
    const run = spawnSync(program, args, {
      cwd: desk.folder,
      env: { PATH: process.env['PATH'], TMPDIR: join(scratch, 'tmp') },
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'utf8',
    });
    code = run.status;
    for (const text of run.stdout.split('\n')) {
      const parsed = text.startsWith('{"file"') ? line.safeParse(JSON.parse(text)) : undefined;
      if (parsed?.success !== true) continue;
      printed.push(parsed.data);
      lines.set(parsed.data.file, parsed.data);
    }
    if (strace.length > 0) trace = readFileSync(log, 'utf8');
  }, 600_000);
  afterAll(() => {
    desk.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('are at least eighty, and the clean file among them is read', () => {
    expect(files.length).toBeGreaterThanOrEqual(80);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    expect(lines.get('in/clean-after-all.txt')).toMatchObject({ status: 'stored', read: true });
  });

  it('each ends as it must, and none ends the run', () => {
    const wrong = files.flatMap(({ name, ends }) => {
      const told = lines.get(`in/${name}`);
      const end = told && endOf(told);
      return end !== undefined && ends.includes(end) ? [] : [{ name, end, ends, told }];
    });
    expect(wrong).toEqual([]);
    // Done in part: files were refused, and readers were stopped.
    expect([0, 1, 2, 3]).toContain(code);
  });

  it('what is left inside one is named, with why', () => {
    const silent = files.filter(
      ({ name, within }) =>
        within !== undefined &&
        !printed.some(
          ({ file, unread, reason }) =>
            file.startsWith(`in/${name}`) &&
            (unread?.some((part) => part.reason === within) === true || reason?.includes(within) === true),
        ),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('nothing is written outside the vault', () => {
    expect(readdirSync(join(scratch, 'tmp'))).toEqual([]);
    expect(readdirSync(desk.folder).sort()).toEqual(['daybook-vault', 'in', 'pass']);
    expect(readdirSync(desk.path('in')).sort()).toEqual(files.map(({ name }) => name).sort());
    expect(readdirSync(join(realpathSync(desk.folder), '..')).filter((name) => name === 'out.txt')).toEqual([]);
  });

  it('nothing is connected to', (context) => {
    context.skip(!traceLines.available(), 'strace is not installed: connections were not traced');
    expect(trace.length).toBeGreaterThan(0);
    expect(traceLines.of(trace).filter(({ call }) => /AF_INET/.test(call))).toEqual([]);
  });
});

function endOf({ status, read, unread = [], files = 0 }: Line): End {
  if (status === 'refused' || status === 'failed') return 'refused';
  if (unread.length > 0 && (read === true || files > 0)) return 'partly';
  return read === true ? 'read' : 'kept';
}
