import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Desk, installation } from './daybook.ts';
import { hostileFiles } from './hostile-files.ts';
import type { End } from './hostile-parts.ts';
import { readingPeaks } from './process-tree.ts';
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

const SLOW = process.env['SLOW'] !== undefined;
/** A reading process is ended beyond a gibibyte; what one allocates between two looks comes on top. */
const PEAK_LIMIT = 1024 * 1024 * 1024;

describe('files made to do harm', () => {
  const desk = new Desk();
  const scratch = mkdtempSync(join(tmpdir(), 'daybook-scratch-'));
  const all = hostileFiles();
  // Each costs a process of its own: every third by default, with those of which something inside must be named.
  const files = all.filter(
    ({ name, within }, i) => SLOW || i % 3 === 0 || within !== undefined || name === 'clean-after-all.txt',
  );
  const peaks = new Map<number, number>();
  const lines = new Map<string, Line>();
  const printed: Line[] = [];
  let trace = '';
  let code: number | null = null;
  beforeAll(
    async () => {
      await desk.makeVault();
      for (const { name, bytes } of files) desk.write(`in/${name}`, bytes);
      const log = join(scratch, 'trace');
      const command = [process.execPath, installation.cli, 'add', 'in', '--json', '--passphrase-file', 'pass'];
      // With a filter in the kernel only the calls that are looked for stop a process.
      const filter = ['--seccomp-bpf', '-e', 'trace=connect,sendto,bind'];
      const strace = traceLines.available() ? ['strace', '-f', ...filter, '-o', log] : [];
      const [program = '', ...args] = [...strace, ...command];
      mkdirSync(join(scratch, 'tmp'));
      const child = spawn(program, args, {
        cwd: desk.folder,
        env: { PATH: process.env['PATH'], TMPDIR: join(scratch, 'tmp') },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      const looking = setInterval(() => {
        for (const [pid, bytes] of readingPeaks(child.pid ?? 0)) peaks.set(pid, Math.max(bytes, peaks.get(pid) ?? 0));
      }, 50);
      code = await new Promise((resolve) => child.once('close', resolve));
      clearInterval(looking);
      for (const text of out.split('\n')) {
        const parsed = text.startsWith('{"file"') ? line.safeParse(JSON.parse(text)) : undefined;
        if (parsed?.success !== true) continue;
        printed.push(parsed.data);
        lines.set(parsed.data.file, parsed.data);
      }
      if (strace.length > 0) trace = readFileSync(log, 'utf8');
    },
    SLOW ? 3_600_000 : 600_000,
  );
  afterAll(() => {
    desk.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('are at least eighty, and the clean file among them is read', () => {
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
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

  it('no process that reads one takes more than a gibibyte', (context) => {
    context.skip(process.platform !== 'linux', 'only Linux tells what another process took at most');
    expect(peaks.size).toBeGreaterThan(10);
    const most = Math.max(...peaks.values());
    if (SLOW) process.stdout.write(`most memory of ${peaks.size} reading processes: ${Math.round(most / 1e6)} MB\n`);
    expect(most).toBeLessThan(PEAK_LIMIT);
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
