import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, jsonLines, page, type Run } from './daybook.ts';
import { hereOnVault } from './run-here.ts';

const SLOW = process.env['SLOW'] !== undefined;
const each = SLOW ? 300 : 6;

/** A small file system in memory, which can be filled and made read-only; only root may mount one. */
class SmallDisk {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
    mkdirSync(path);
  }

  /** False when this user may not mount. */
  mount(options: string): boolean {
    return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', this.path]).status === 0;
  }

  remount(options: string): void {
    expect(spawnSync('mount', ['-o', `remount,${options}`, this.path]).status).toBe(0);
  }

  unmount(): void {
    spawnSync('umount', [this.path]);
  }
}

/** Files of 60 KB: more than the small disk holds. */
const FILES = 24;
/** A command is a process, and these tests run many; a busy machine takes its time. */
const patience = 600_000;

const may = process.platform === 'linux' && process.getuid?.() === 0;
const why = 'only root on Linux can mount a small disk';

/** The ids of the sources that a run acknowledged, and its receipt. */
function said(run: Run): { readonly sources: readonly unknown[]; readonly receipt: unknown } {
  const lines = jsonLines(run);
  const stored = lines.filter(({ status }) => status === 'stored');
  return { sources: stored.map(({ source }) => source), receipt: lines.at(-1)?.['receipt'] };
}

describe('a disk that is full, or can only be read', { timeout: patience }, () => {
  const desk = new Desk();
  const disk = new SmallDisk(desk.path('small'));
  const onDisk = (args: readonly string[]): Promise<Run> => desk.onVault([...args, '--vault', 'small/vault']);
  const listed = async (): Promise<readonly unknown[]> =>
    jsonLines(await hereOnVault(desk, ['show', '--json', '--vault', 'small/vault'])).map(({ source }) => source);

  beforeAll(async () => {
    if (!may || !disk.mount('size=2m')) return;
    // Bytes that nobody can read: this is about room, and reading takes time.
    for (let n = 0; n < FILES; n++) desk.write(`in/${n}.bin`, randomBytes(60_000));
    await desk.makeVault('small/vault');
  });
  afterAll(() => {
    disk.unmount();
    desk.remove();
  });

  it('V46: a full disk ends adding with a sentence and a receipt, loses nothing acknowledged, and room is all it takes to go on', async (context) => {
    context.skip(!may, why);
    const run = await onDisk(['add', 'in', '--json']);
    const { sources, receipt } = said(run);
    expect([run.code, run.err]).toEqual([
      1,
      expect.stringMatching(/^The disk is full\. Nothing that was acknowledged/),
    ]);
    expect(sources.length).toBeGreaterThan(0);
    expect(receipt).toMatchObject({
      received: FILES,
      stored: sources.length,
      failed: FILES - sources.length,
      failedBecause: { 'the disk is full': FILES - sources.length },
    });
    expect([...(await listed())].toSorted()).toEqual([...sources].toSorted());
    // What was kept for entries that were never written was taken away again.
    expect(readdirSync(desk.path('small/vault/blobs')).length).toBe(sources.length);
    expect((await onDisk(['verify'])).code).toBe(0);

    disk.remount('size=8m');
    const again = await onDisk(['add', 'in', '--json']);
    expect([again.code, said(again).sources.length]).toEqual([0, FILES - sources.length]);
    const verified = await onDisk(['verify', '--json']);
    expect([verified.code, jsonLines(verified)[0]]).toMatchObject([
      0,
      { sound: true, blobs: FILES, strays: { parts: 0, unknown: 0, foreign: [] } },
    ]);

    // Not a byte left, and then enough to read: not even the receipt can be kept, and it is told all the same.
    const ballast = desk.path('small/ballast');
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=512']);
    const shut = await onDisk(['show']);
    expect([shut.code, shut.err]).toEqual([1, expect.stringMatching(/^The disk is full\./)]);
    truncateSync(ballast, statSync(ballast).size - 40 * 1024);
    desk.write('late.txt', page('77,000'));
    const none = await onDisk(['add', 'late.txt']);
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/^The disk is full\./)]);
    expect(none.out).toContain('Received 1: 0 stored, 0 already here, 0 refused, 1 failed.');
    expect(none.out).toContain('this receipt itself could not be kept');
    expect((await listed()).length).toBe(FILES);
    rmSync(ballast);
  });

  it('V47: a vault that can only be read is not opened, says so, and is as it was once it can be written', async (context) => {
    context.skip(!may, why);
    const before = await listed();
    disk.remount('ro');
    for (const args of [['show'], ['add', 'in']]) {
      const run = await onDisk(args);
      expect([run.code, run.err]).toEqual([
        1,
        expect.stringMatching(/^The folder can only be read here.*copy the whole/),
      ]);
    }
    disk.remount('rw');
    expect(await listed()).toEqual(before);
    expect((await onDisk(['verify'])).code).toBe(0);
  });
});

describe('two at once, and files that are not where they belong', { timeout: SLOW ? 6 * patience : patience }, () => {
  const desk = new Desk();
  beforeAll(() => desk.makeVault());
  afterAll(() => desk.remove());

  it(`D9, D35: two processes that add ${each} files each, half of them the same bytes, lose none and keep none twice`, async () => {
    for (let n = 0; n < each; n++) {
      desk.write(`one/${n}.txt`, page(`${n},100`));
      desk.write(`two/${n}.txt`, page(n % 2 === 0 ? `${n},100` : `${n},200`));
    }
    const runs = await Promise.all([desk.onVault(['add', 'one', '--json']), desk.onVault(['add', 'two', '--json'])]);
    expect(runs.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const unique = each + Math.floor(each / 2);
    const stored = runs.flatMap((run) => said(run).sources);
    const sources = jsonLines(await hereOnVault(desk, ['show', '--json']));
    expect([stored.length, new Set(stored).size]).toEqual([unique, unique]);
    expect(sources.map(({ source }) => source).toSorted()).toEqual(stored.toSorted());
    expect(readdirSync(desk.path('daybook-vault/blobs')).length).toBe(unique);
    const verified = await hereOnVault(desk, ['verify', '--json']);
    expect(jsonLines(verified)[0]).toMatchObject({
      sound: true,
      blobs: unique,
      forks: [],
      strays: { parts: 0, unknown: 0, foreign: [] },
    });
  });

  it('V20: what lies among the documents and belongs to none of them is told, and is no fault', async () => {
    const blobs = desk.path('daybook-vault/blobs');
    writeFileSync(`${blobs}/Thumbs.db`, 'foreign');
    writeFileSync(`${blobs}/${'ab'.repeat(16)}`, 'unknown');
    writeFileSync(`${blobs}/${'cd'.repeat(16)}.part`, 'half');
    const run = await desk.onVault(['verify']);
    expect([run.code, run.out]).toEqual([
      0,
      expect.stringMatching(
        /1 unfinished file in blobs: .*\n1 whole file in blobs .*\n1 file in blobs that Daybook did not make: Thumbs\.db\n/,
      ),
    ]);
    for (const name of ['Thumbs.db', 'ab'.repeat(16), `${'cd'.repeat(16)}.part`]) rmSync(`${blobs}/${name}`);
  });

  it('V18: a document that lies under the name of another is named, and so is one of which a folder has the name', async () => {
    const blobs = desk.path('daybook-vault/blobs');
    const [first = '', second = '', third = ''] = readdirSync(blobs);
    const kept = desk.path('kept');
    mkdirSync(kept);
    for (const name of [first, second]) copyFileSync(`${blobs}/${name}`, `${kept}/${name}`);
    copyFileSync(`${blobs}/${second}`, `${blobs}/${first}`);
    rmSync(`${blobs}/${second}`);
    mkdirSync(`${blobs}/${second}`);
    renameSync(`${blobs}/${third}`, `${kept}/${third}`);
    const run = await hereOnVault(desk, ['verify', '--json']);
    const { faults } = jsonLines(run)[0] ?? {};
    expect(run.code).toBe(5);
    const errors = Array.isArray(faults) ? faults.map(({ error }) => error) : [];
    expect(errors.toSorted()).toEqual(['damaged', 'missing', 'missing']);
    rmSync(`${blobs}/${second}`, { recursive: true });
    for (const name of [first, second, third]) renameSync(`${kept}/${name}`, `${blobs}/${name}`);
    expect((await hereOnVault(desk, ['verify'])).code).toBe(0);
  });

  it('V24: a vault in a folder that is copied elsewhere opens with a warning', async () => {
    mkdirSync(desk.path('Dropbox'));
    renameSync(desk.path('daybook-vault'), desk.path('Dropbox/daybook-vault'));
    const run = await desk.onVault(['show', '--vault', 'Dropbox/daybook-vault']);
    expect([run.code, run.err]).toEqual([
      0,
      expect.stringMatching(/^Warning: .*Dropbox seems to copy to other computers/),
    ]);
  });

  it('V49: a lock file with something in it is told, stops writing alone, and may be taken away', async () => {
    const lock = desk.path('Dropbox/daybook-vault/lock.db');
    writeFileSync(lock, 'conflicted copy');
    desk.write('late.txt', page('77,777'));
    const args = ['--vault', 'Dropbox/daybook-vault'];
    const read = await desk.onVault(['show', ...args]);
    expect([read.code, read.err]).toEqual([
      0,
      expect.stringMatching(/Warning: The file lock\.db in .* holds something/),
    ]);
    const refused = await desk.onVault(['add', 'late.txt', ...args]);
    expect([refused.code, refused.err]).toEqual([5, expect.stringMatching(/take lock\.db away/)]);
    rmSync(lock);
    expect((await hereOnVault(desk, ['add', 'late.txt', ...args])).code).toBe(0);
  });
});
