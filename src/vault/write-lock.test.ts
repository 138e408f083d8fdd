import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'rolldown';
import { expect, it, onTestFinished } from 'vitest';
import { WriteLock, withWriteLock } from './write-lock.ts';

const inUse = { ok: false, error: { type: 'vault-in-use' } };
const taken = { ok: true, value: undefined };

function lockPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'lock.db');
}

function openLock(path: string): WriteLock {
  const lock = WriteLock.open(path);
  onTestFinished(() => lock.close());
  return lock;
}

/** A script that takes the lock by our own code, says `held`, and lets go when told anything. Bundled, since Node 20 reads no TypeScript. */
async function holderScript(): Promise<string> {
  const folder = join(import.meta.dirname, '../../dist/test');
  mkdirSync(folder, { recursive: true });
  const outfile = join(mkdtempSync(join(folder, 'lock-')), 'holder.mjs');
  onTestFinished(() => rmSync(join(outfile, '..'), { recursive: true, force: true }));
  const entry = join(outfile, '../holder.ts');
  writeFileSync(
    entry,
    `
      import { parentPort, workerData } from 'node:worker_threads';
      import { WriteLock } from ${JSON.stringify(join(import.meta.dirname, 'write-lock.ts'))};
      const lock = WriteLock.open(workerData ?? process.argv[2]);
      const say = (word) => (parentPort ? parentPort.postMessage(word) : process.send(word));
      (parentPort ?? process).on('message', () => { lock.close(); say('free'); });
      say(lock.acquire({ waitMs: 0 }).ok ? 'held' : 'in-use');
      setInterval(() => undefined, 60000);
    `,
  );
  await build({
    ...{ input: entry, platform: 'node', external: /^[^./]/, logLevel: 'warn' },
    output: { file: outfile, format: 'esm' },
  });
  return outfile;
}

function startHolder(script: string, path: string): ChildProcess {
  const child = fork(script, [path], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

it('V13: one handle holds the lock, another waits its time and is refused', () => {
  const path = lockPath();
  const [first, second] = [openLock(path), openLock(path)];
  expect(first.acquire({ waitMs: 0 })).toEqual(taken);
  expect([first.held, second.held]).toEqual([true, false]);
  expect(second.acquire({ waitMs: 0 })).toEqual(inUse);
  expect(second.acquire({ waitMs: 60 })).toEqual(inUse);
  first.release();
  expect(second.acquire({ waitMs: 0 })).toEqual(taken);
  expect(first.acquire({ waitMs: 0 })).toEqual(inUse);
  second.close();
  second.close();
  expect(() => second.acquire({ waitMs: 0 })).toThrow('was closed');
  expect(first.acquire({ waitMs: 0 })).toEqual(taken);
});

it('V13: taking a lock twice by one handle is a defect, letting go twice is nothing', () => {
  const lock = openLock(lockPath());
  lock.acquire({ waitMs: 0 });
  expect(() => lock.acquire({ waitMs: 0 })).toThrow('held by this handle already');
  lock.release();
  lock.release();
  expect(lock.held).toBe(false);
});

it('V13: lock.db stays empty, is for its owner alone, and leaves nothing beside it', () => {
  const path = lockPath();
  const lock = openLock(path);
  for (let i = 0; i < 3; i++) {
    lock.acquire({ waitMs: 0 });
    expect(readdirSync(join(path, '..'))).toEqual(['lock.db']);
    lock.release();
  }
  const { size, mode } = statSync(path);
  expect([size, mode & 0o777]).toEqual([0, 0o600]);
});

it('V13: another process is shut out, and shuts out, until it lets go', async () => {
  const path = lockPath();
  const script = await holderScript();
  const lock = openLock(path);
  const child = startHolder(script, path);
  expect((await once(child, 'message'))[0]).toBe('held');
  expect(lock.acquire({ waitMs: 30 })).toEqual(inUse);
  child.send('let go');
  expect((await once(child, 'message'))[0]).toBe('free');
  expect(lock.acquire({ waitMs: 0 })).toEqual(taken);
  const second = startHolder(script, path);
  expect((await once(second, 'message'))[0]).toBe('in-use');
});

it('V13: the operating system lets go for a process that is killed', async () => {
  const path = lockPath();
  const script = await holderScript();
  const lock = openLock(path);
  for (let i = 0; i < 3; i++) {
    const child = startHolder(script, path);
    expect((await once(child, 'message'))[0]).toBe('held');
    expect(lock.acquire({ waitMs: 0 })).toEqual(inUse);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(lock.acquire({ waitMs: 0 })).toEqual(taken);
    lock.release();
  }
});

it('V13: a worker thread of the same process is shut out as another process is', async () => {
  const path = lockPath();
  const lock = openLock(path);
  lock.acquire({ waitMs: 0 });
  const worker = new Worker(await holderScript(), { workerData: path });
  onTestFinished(async () => void (await worker.terminate()));
  expect((await once(worker, 'message'))[0]).toBe('in-use');
});

it('V13: withWriteLock waits for its turn without blocking the thread, and lets go after a failure', async () => {
  const path = lockPath();
  const order: string[] = [];
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const run = (name: string): Promise<unknown> =>
    withWriteLock(path, { waitMs: 60_000 }, async () => {
      order.push(`${name} in`);
      await pause(30);
      order.push(`${name} out`);
      return name;
    });
  const results = await Promise.all([run('a'), run('b'), run('c')]);
  expect(results).toEqual(['a', 'b', 'c'].map((value) => ({ ok: true, value })));
  // Whoever came in went out before the next one came.
  expect(order.map((each) => each.split(' ')[1])).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  await expect(withWriteLock(path, { waitMs: 0 }, () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  const lock = openLock(path);
  expect(lock.acquire({ waitMs: 0 })).toEqual(taken);
  expect(await withWriteLock(path, { waitMs: 50 }, () => 'never run')).toEqual(inUse);
});

it('V13: a lock file that was removed and made again still shuts out', () => {
  const path = lockPath();
  const [old, other] = [openLock(path), openLock(path)];
  rmSync(path);
  expect(old.acquire({ waitMs: 0 })).toEqual(taken);
  expect(other.acquire({ waitMs: 0 })).toEqual(inUse);
  old.release();
  expect(other.acquire({ waitMs: 0 })).toEqual(taken);
});

it('V13: a folder that is not there is an error and no refusal', () => {
  expect(() => WriteLock.open(join(lockPath(), '..', 'nowhere', 'lock.db'))).toThrow('ENOENT');
});
