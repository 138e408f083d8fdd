import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../test/read/zip-fixture.ts';
import { brokenReader, READY } from '../../../test/serve/broken-reader.ts';
import { installation } from '../../../test/serve/daybook.ts';
import type { Installation } from '../paths.ts';
import { ReadingPool } from '../reading-pool.ts';
import { LibraryArchive } from './library-archive.ts';
import { annotationsIn, mappingIn, tableIn, zoteroIn } from './library-reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-library-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function withPool<T>(options: Installation, run: (pool: ReadingPool) => Promise<T>): Promise<T> {
  const pool = new ReadingPool({ installation: options, most: 1, limits: { workMs: 20_000, clockMs: 20_000 } });
  try {
    return await run(pool);
  } finally {
    await pool.close();
  }
}

describe('files of a library', () => {
  it('IM11: are read in another process, each as what it is, and what is none is refused by why', async () => {
    await withPool(installation, async (pool) => {
      expect(await tableIn(pool, bytesOf('a;b\n1;"2\n3"\n'), { fileName: 't.csv' })).toEqual({
        ok: true,
        value: { header: ['a', 'b'], rows: [{ row: 2, cells: ['1', '2\n3'] }] },
      });
      expect(await tableIn(pool, bytesOf('a,b\n1,2,3\n'), { fileName: 't.csv' })).toMatchObject({
        error: { type: 'library-refused', reason: 'damaged', row: 2 },
      });
      expect(await mappingIn(pool, bytesOf('title: T\ntags: {column: W, separator: ";"}\n'))).toEqual({
        ok: true,
        value: { title: { column: 'T' }, tags: { column: 'W', separator: ';' } },
      });
      expect(await mappingIn(pool, bytesOf('a: &a [*a]'))).toMatchObject({ error: { reason: 'bad-mapping' } });
      const note = { id: 'n1', uri: 'https://example.org/a', text: 'why', target: [{ selector: [] }] };
      expect(await annotationsIn(pool, bytesOf(JSON.stringify([note, 4])))).toMatchObject({
        ok: true,
        value: [{ item: 'n1', words: 'why', quote: undefined }, null],
      });
      expect(await zoteroIn(pool, bytesOf('[{"id":"x","title":"T"}]'), [])).toEqual({
        ok: true,
        value: {
          records: [{ item: 'x', row: 1, fields: [{ name: 'title', values: ['T'] }], files: [] }],
          unclaimed: [],
        },
      });
    });
  });

  it('IM13: what a broken process says of one is not believed', async () => {
    const said = [
      `frame({ type: 'given', id: 1, rss: 0 })`,
      `frame({ type: 'given', id: 1, rss: 0 }, 'no JSON')`,
      `frame({ type: 'given', id: 1, rss: 0 }, '{"ok":true,"value":{"header":["a"],"rows":[{"row":2,"cells":["1","2"]}]}}')`,
      `frame({ type: 'given', id: 1, rss: 0 }, '{"ok":false,"error":{"type":"library-refused","reason":"words of the file"}}')`,
      `frame({ type: 'range', id: 1, at: 0, length: 1 })`,
      `process.abort()`,
    ];
    for (const [i, words] of said.entries()) {
      const lying = brokenReader(folder, `lying-${i}`, `${READY} function misbehave() { ${words}; }`);
      const read = await withPool(lying, (pool) => tableIn(pool, bytesOf('a\n1\n'), { fileName: 't.csv' }));
      expect(read).toEqual({ ok: false, error: { type: 'library-not-read', reason: 'reader-stopped' } });
    }
  });
});

describe('the archive of a library', () => {
  it('IM4: is opened piece by piece in another process, its files as they are', async () => {
    const long = new Uint8Array(3_000_000).map((_, i) => (i * 2654435761) >>> 24);
    const path = join(folder, 'a.zip');
    writeFileSync(path, await zipOf({ 'import.csv': 'a\n1\n', 'files/long.bin': long, '../out.txt': 'x' }));
    const archive = await LibraryArchive.open(installation, path);
    if (archive === undefined) throw new Error('not opened');
    try {
      expect([archive.files, archive.unread.map(({ reason }) => reason)]).toEqual([
        ['import.csv', 'files/long.bin'],
        ['path-escape'],
      ]);
      expect(Buffer.compare((await archive.read('files/long.bin')) ?? new Uint8Array(), long)).toBe(0);
      expect(await archive.read('no-such-file')).toBeUndefined();
      expect(new TextDecoder().decode(await archive.read('import.csv'))).toBe('a\n1\n');
    } finally {
      await archive.close();
    }
    writeFileSync(path, 'PK no archive');
    expect(await LibraryArchive.open(installation, path)).toBeUndefined();
  });

  it('IM13: a process that asks for what is not the archive gets nothing, and one that dies costs one file', async () => {
    const path = join(folder, 'b.zip');
    writeFileSync(path, 'PK nothing of importance');
    const asking = `${READY} function misbehave() { frame({ type: 'range', id: 1, at: 20, length: 5 }); }`;
    expect(await LibraryArchive.open(brokenReader(folder, 'asking', asking), path)).toBeUndefined();
    const list = `frame({ type: 'given', id: 1, rss: 0 }, '{"files":["a","b"],"unread":[]}')`;
    const dying = `${READY} let asked = 0; function misbehave() { if (asked++ === 0) ${list}; else process.abort(); }`;
    const archive = await LibraryArchive.open(brokenReader(folder, 'dying', dying), path);
    if (archive === undefined) throw new Error('not opened');
    try {
      // Each is asked of a process of its own, since the one before is gone.
      expect([await archive.read('a'), await archive.read('b')]).toEqual([undefined, undefined]);
      expect(archive.files).toEqual(['a', 'b']);
    } finally {
      await archive.close();
    }
  });
});
