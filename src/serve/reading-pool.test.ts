import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenReader, READY } from '../../test/serve/broken-reader.ts';
import { sha256 } from '../preserve/index.ts';
import { readDocument } from './document-reading.ts';
import { findInstallation, type Installation } from './paths.ts';
import { processesAtOnce, ReadingPool } from './reading-pool.ts';
import type { ReadingLimits } from './reading-watch.ts';
import { openDefaultPack } from './theme-packs.ts';

const installation = findInstallation(pathToFileURL(join(import.meta.dirname, 'paths.ts')).href);
const pack = openDefaultPack(installation).files;
const folder = mkdtempSync(join(tmpdir(), 'daybook-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function document(text: string | Uint8Array, fileName = 'page.txt') {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { bytes, fileName, sha256: sha256(bytes), claims: true };
}

async function withPool<T>(
  options: { readonly installation?: Installation; readonly limits?: ReadingLimits },
  run: (pool: ReadingPool) => Promise<T>,
): Promise<T> {
  const pool = new ReadingPool({ installation, pack, ...options });
  try {
    return await run(pool);
  } finally {
    await pool.close();
  }
}

/** A program in the place of the reading process. */
const broken = (name: string, program: string): Installation => brokenReader(folder, name, program);

describe('documents read in processes of their own', () => {
  it('come back as layer and claims, several at a time', async () => {
    const outcomes = await withPool({}, (pool) =>
      Promise.all(
        [1000, 2000, 3000, 4000, 5000].map((count) =>
          readDocument(pool, document(`The society counted ${count} people in the town in 2018.\n`)),
        ),
      ),
    );
    const values = outcomes.map((outcome) =>
      outcome.type === 'read' ? outcome.claims?.reading.claims[0]?.quantity[0]?.value : outcome.reason,
    );
    expect(values).toEqual([1000, 2000, 3000, 4000, 5000]);
  });

  it('what is no text is told apart from what has none', async () => {
    const reasons = await withPool({}, async (pool) => [
      await readDocument(
        pool,
        document(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]), 'a.doc'),
      ),
      await readDocument(
        pool,
        document(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a, 0, 1, 2]), 'a.pdf'),
      ),
      await readDocument(pool, document(' \n\n ')),
      await readDocument(pool, document(new Uint8Array(17 * 1024 * 1024).fill(97))),
    ]);
    expect(reasons).toMatchObject(
      ['format-not-read', 'damaged', 'no-text', 'too-large'].map((reason) => ({
        type: 'not-read',
        reason,
        members: [],
      })),
    );
  });

  it('a process that dies costs its own document alone', async () => {
    const dying = broken('dying', `${READY} function misbehave() { process.abort(); }`);
    const outcome = await withPool({ installation: dying }, (pool) => readDocument(pool, document('text\n')));
    expect(outcome).toMatchObject({ type: 'not-read', reason: 'reader-stopped' });
  });

  it('a process that hangs is ended in time, and the next document gets a fresh one', async () => {
    const hanging = broken('hanging', `${READY} function misbehave() { for (;;) {} }`);
    const outcomes = await withPool({ installation: hanging, limits: { workMs: 300, clockMs: 300 } }, async (pool) => [
      await readDocument(pool, document('one\n')),
      await readDocument(pool, document('two\n')),
    ]);
    expect(outcomes).toMatchObject(Array.from({ length: 2 }, () => ({ type: 'not-read', reason: 'reader-too-slow' })));
  });

  it('work is what is counted: one that works without end is ended long before the clock, one that waits is not', async (context) => {
    context.skip(process.platform !== 'linux', 'only Linux tells what a process worked');
    const limits = { workMs: 300, clockMs: 60_000 };
    const working = broken('working', `${READY} function misbehave() { for (;;) {} }`);
    const worked = await withPool({ installation: working, limits }, (pool) => readDocument(pool, document('one\n')));
    expect(worked).toMatchObject({ type: 'not-read', reason: 'reader-too-slow' });
    const answer = `frame({ type: 'not-read', id: 1, rss: 0, reason: 'no-text' })`;
    const waiting = broken('waiting', `${READY} function misbehave() { setTimeout(() => ${answer}, 1000); }`);
    const waited = await withPool({ installation: waiting, limits }, (pool) => readDocument(pool, document('one\n')));
    expect(waited).toMatchObject({ type: 'not-read', reason: 'no-text' });
  });

  it('as many run at once as there are cores, and memory to bear them', () => {
    const gibi = 1024 ** 3;
    expect(processesAtOnce(8, 32 * gibi)).toBe(8);
    expect(processesAtOnce(8, 4 * gibi)).toBe(2);
    expect(processesAtOnce(4, gibi)).toBe(1);
    expect(processesAtOnce(128, 512 * gibi)).toBe(16);
  });

  it('what a broken process says is not believed', async () => {
    const says = [
      `process.stdout.write('not a frame at all, but words')`,
      `frame({ type: 'read', id: 1, rss: 0 })`,
      `frame({ type: 'read', id: 7, rss: 0 }, '{}')`,
      `frame({ type: 'read', id: 1, rss: 0 }, '{"v":1}', '{}', '{}')`,
      `frame({ type: 'unheard-of' })`,
    ];
    for (const [i, words] of says.entries()) {
      const lying = broken(`lying-${i}`, `${READY} function misbehave() { ${words}; }`);
      const outcome = await withPool({ installation: lying, limits: { workMs: 5000, clockMs: 5000 } }, (pool) =>
        readDocument(pool, document('one\n')),
      );
      expect(outcome).toMatchObject({ type: 'not-read', reason: 'reader-stopped' });
    }
  });

  it('they have no environment, no files, no way to write or to start others', async () => {
    const report = `${READY}
      import { readFileSync, writeFileSync } from 'node:fs';
      import { spawnSync } from 'node:child_process';
      import { Worker } from 'node:worker_threads';
      const tried = (what) => { try { what(); return 'done'; } catch (error) { return error.code; } };
      function misbehave() {
        const facts = [
          Object.keys(process.env).filter((name) => name !== 'SystemRoot').length,
          tried(() => readFileSync('/etc/hosts')),
          tried(() => writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x')),
          tried(() => spawnSync(process.execPath, ['--version'])),
          tried(() => new Worker('1', { eval: true })),
        ];
        frame({ type: 'not-read', id: 1, rss: facts[0], reason: facts.slice(1).every((fact) => fact === 'ERR_ACCESS_DENIED') ? 'no-text' : 'too-large' });
      }`;
    const outcome = await withPool({ installation: broken('looking', report) }, (pool) =>
      readDocument(pool, document('one\n')),
    );
    expect(outcome).toMatchObject({ type: 'not-read', reason: 'no-text' });
  });

  it('a program that does not start is no reader', async () => {
    const outcome = await withPool({ installation: broken('absent', 'process.exit(1)') }, (pool) =>
      readDocument(pool, document('one\n')),
    );
    expect(outcome).toMatchObject({ type: 'not-read', reason: 'reader-stopped' });
  });
});
