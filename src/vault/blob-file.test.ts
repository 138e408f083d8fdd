import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { paddedLength } from './blob-cipher.ts';
import { createBlob, listStrayBlobs, readBlob, removeBlob, unwrapBlobKey, wrapBlobKey } from './blob-file.ts';
import { syncFolder } from './durable-file.ts';

const CHUNK = 65_536;
const SEALED = CHUNK + 16;
const SLOW = process.env['SLOW'] === '1';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-blobs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The whole content, or the refusal, or `changed` when the reading threw part of the way; never bytes that are wrong. */
async function readAll(folder: string, name: string, key: Uint8Array): Promise<Buffer | string> {
  const opened = await readBlob(folder, name, key);
  if (!opened.ok) return opened.error.type;
  const parts: Uint8Array[] = [];
  try {
    for await (const part of opened.value) parts.push(part);
  } catch {
    return 'changed';
  }
  return Buffer.concat(parts);
}

function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

it('V16, V18: what goes in comes out, at every size around a chunk and a step', async () => {
  const folder = temporaryFolder();
  const edges = [0, 1, 4087, 4088, 4089, 4096, 8184, CHUNK - 9, CHUNK - 8, CHUNK - 7, CHUNK - 1, CHUNK, CHUNK + 1];
  for (const length of [...edges, 2 * CHUNK - 8, 2 * CHUNK, 262_136, 262_137, 1_000_003]) {
    const content = randomBytes(length);
    const key = randomBytes(32);
    const blob = await createBlob(folder, key, [content]);
    expect(blob).toEqual({
      name: blob.name,
      length,
      sha256: createHash('sha256').update(content).digest('hex'),
      sha512: createHash('sha512').update(content).digest('hex'),
    });
    const read = await readAll(folder, blob.name, key);
    expect(Buffer.isBuffer(read) && read.equals(content), `${length} bytes`).toBe(true);
    const { size, mode } = statSync(join(folder, blob.name));
    const padded = paddedLength(length);
    expect([size, mode & 0o777]).toEqual([32 + padded + 16 * Math.ceil(padded / CHUNK), 0o600]);
  }
});

it('V16: sealing then opening is identity, however the bytes arrive', async () => {
  const folder = temporaryFolder();
  const sizes = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 5 });
  const lengths = fc.oneof(
    fc.integer({ min: 0, max: 400_000 }),
    fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -20, max: 20 }))
      .map(([n, d]) => Math.max(0, n * CHUNK + d)),
  );
  await fc.assert(
    fc.asyncProperty(lengths, sizes, async (length, pieces) => {
      const content = randomBytes(length);
      const key = randomBytes(32);
      async function* arriving(): AsyncGenerator<Uint8Array> {
        yield* cut(content, pieces);
      }
      const blob = await createBlob(folder, key, arriving());
      const read = await readAll(folder, blob.name, key);
      expect(Buffer.isBuffer(read) && read.equals(content)).toBe(true);
      await removeBlob(folder, blob.name);
    }),
    { numRuns: SLOW ? 1000 : 25 },
  );
});

it('V18: a flipped bit in any byte of a small blob is found', async () => {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const { name } = await createBlob(folder, key, [randomBytes(700)]);
  const path = join(folder, name);
  const bytes = readFileSync(path);
  let found = 0;
  for (let at = 0; at < bytes.length; at++) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(path, flipped);
    const read = await readAll(folder, name, key);
    if (typeof read === 'string') found++;
  }
  expect([found, bytes.length]).toEqual([bytes.length, 32 + 4096 + 16]);
});

it('V18: chunks cut off, added, repeated, swapped or brought from another blob are found', async () => {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const content = randomBytes(5 * CHUNK + 100);
  const blob = await createBlob(folder, key, [content]);
  const twin = await createBlob(folder, key, [content]);
  const bytes = readFileSync(join(folder, blob.name));
  const twinBytes = readFileSync(join(folder, twin.name));
  const header = bytes.subarray(0, 32);
  const chunks: Buffer[] = [];
  for (let at = 32; at < bytes.length; at += SEALED) chunks.push(bytes.subarray(at, at + SEALED));
  const [a, b, c, d, e, f] = chunks as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
  const forged: Readonly<Record<string, readonly Buffer[]>> = {
    nothing: [],
    'half a header': [header.subarray(0, 16)],
    'header alone': [header],
    'last chunk gone': [header, a, b, c, d, e],
    'last two gone': [header, a, b, c, d],
    'a middle chunk gone': [header, a, b, d, e, f],
    'two swapped': [header, b, a, c, d, e, f],
    'one repeated': [header, a, a, b, c, d, e, f],
    'last repeated': [header, a, b, c, d, e, f, f],
    'a byte more': [header, ...chunks, Buffer.of(0)],
    'a step more': [header, ...chunks, Buffer.alloc(4096)],
    'a byte less': [bytes.subarray(0, -1)],
    'a tag less': [bytes.subarray(0, -16)],
    'a chunk of its twin': [header, a, twinBytes.subarray(32 + SEALED, 32 + 2 * SEALED), c, d, e, f],
    'its twin under its name': [twinBytes],
  };
  for (const [what, parts] of Object.entries(forged)) {
    writeFileSync(join(folder, blob.name), Buffer.concat(parts));
    expect(['blob-damaged', 'changed'], what).toContain(await readAll(folder, blob.name, key));
  }
  writeFileSync(join(folder, blob.name), bytes);
  expect(await readAll(folder, blob.name, randomBytes(32))).toBe('blob-damaged');
  expect(await readAll(folder, blob.name, key)).toEqual(content);
  for (let at = 0; at < bytes.length; at += SLOW ? 97 : 9973) {
    truncateSync(join(folder, twin.name), twinBytes.length - 1 - at);
    expect(await readAll(folder, twin.name, key)).toBe('blob-damaged');
  }
});

it('V18: bytes before a changed chunk are given, none of it or after it', async () => {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const content = randomBytes(4 * CHUNK);
  const { name } = await createBlob(folder, key, [content]);
  const bytes = readFileSync(join(folder, name));
  const at = 32 + 2 * SEALED + 5;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(join(folder, name), bytes);
  const opened = await readBlob(folder, name, key);
  if (!opened.ok) throw new Error(opened.error.type);
  const given: Uint8Array[] = [];
  await expect(async () => {
    for await (const part of opened.value) given.push(part);
  }).rejects.toThrow('a chunk of it was changed');
  expect(Buffer.concat(given)).toEqual(content.subarray(0, 2 * CHUNK));
});

it('V18: a missing or newer blob says so, and a name that leads elsewhere is a defect', async () => {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const missing = 'ab'.repeat(16);
  expect(await readBlob(folder, missing, key)).toEqual({ ok: false, error: { type: 'blob-missing' } });
  mkdirSync(join(folder, missing));
  expect(await readBlob(folder, missing, key)).toEqual({ ok: false, error: { type: 'blob-missing' } });
  const { name } = await createBlob(folder, key, []);
  const bytes = readFileSync(join(folder, name));
  bytes.writeUInt32BE(7, 8);
  writeFileSync(join(folder, name), bytes);
  expect(await readBlob(folder, name, key)).toEqual({ ok: false, error: { type: 'blob-newer', version: 7 } });
  for (const wrong of ['../head', '', 'AB'.repeat(16), `${name}/x`]) {
    await expect(readBlob(folder, wrong, key)).rejects.toThrow('32 hexadecimal digits');
  }
});

it('V17: a file tells a step of its length: 4 KiB, and at most 3 % above 256 KiB', () => {
  const few = [0, 1, 100, 4088].map(paddedLength);
  expect(few).toEqual([4096, 4096, 4096, 4096]);
  expect([4089, 8184, 8185, 262_136, 262_137].map(paddedLength)).toEqual([8192, 8192, 12_288, 262_144, 270_336]);
  const wholes = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 2 ** 45 }));
  fc.assert(
    fc.property(wholes, (length) => {
      const padded = paddedLength(length);
      expect(padded % 4096).toBe(0);
      expect(padded).toBeGreaterThanOrEqual(length + 8);
      expect(padded - length - 8).toBeLessThan(Math.max(4096, (length + 8) / 16));
      expect(paddedLength(padded - 8)).toBe(padded);
    }),
    { numRuns: SLOW ? 100_000 : 500 },
  );
});

it('V16: a source of bytes that fails leaves no file', async () => {
  const folder = temporaryFolder();
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield randomBytes(200_000);
    throw new Error('the stick was pulled');
  }
  await expect(createBlob(folder, randomBytes(32), failing())).rejects.toThrow('the stick was pulled');
  expect(readdirSync(folder)).toEqual([]);
  await expect(createBlob(join(folder, 'nowhere'), randomBytes(32), [])).rejects.toThrow('ENOENT');
  await expect(syncFolder(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
});

it('V16: neither the content nor its like is seen in the file', async () => {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const content = Buffer.from('a sentence nobody may read '.repeat(10_000));
  const [one, two] = [await createBlob(folder, key, [content]), await createBlob(folder, key, [content])];
  const files = [one, two].map(({ name }) => readFileSync(join(folder, name)));
  for (const file of files) expect(file.includes('sentence')).toBe(false);
  // One content under one key twice: nothing but magic, version and chunk length is equal.
  const equal = files[0]?.subarray(16).equals(files[1]?.subarray(16) ?? Buffer.alloc(0));
  expect([equal, one.name === two.name]).toEqual([false, false]);
});

it('V19: a wrapped key opens for its blob alone', () => {
  const [wrapping, key] = [randomBytes(32), randomBytes(32)];
  const [name, other] = ['12'.repeat(16), '34'.repeat(16)];
  const wrapped = wrapBlobKey(wrapping, name, key);
  expect(wrapped.length).toBe(61);
  expect(Buffer.from(unwrapBlobKey(wrapping, name, wrapped) ?? [])).toEqual(key);
  expect(unwrapBlobKey(wrapping, other, wrapped)).toBeUndefined();
  expect(unwrapBlobKey(randomBytes(32), name, wrapped)).toBeUndefined();
  for (let at = 0; at < wrapped.length; at++) {
    const flipped = Uint8Array.from(wrapped);
    flipped[at] = (wrapped[at] ?? 0) ^ (1 << (at % 8));
    expect(unwrapBlobKey(wrapping, name, flipped)).toBeUndefined();
  }
  for (const length of [0, 1, 60]) expect(unwrapBlobKey(wrapping, name, wrapped.subarray(0, length))).toBeUndefined();
});

it('V20: what nobody points at is listed and not removed', async () => {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const [kept, lost] = [await createBlob(folder, key, []), await createBlob(folder, key, [])];
  writeFileSync(join(folder, `${'cd'.repeat(16)}.part`), 'half');
  writeFileSync(join(folder, 'notes.txt'), 'x');
  const strays = await listStrayBlobs(folder, (name) => name === kept.name);
  expect(strays.map(({ type, file }) => [type, file]).toSorted()).toEqual(
    [
      ['foreign', 'notes.txt'],
      ['part', `${'cd'.repeat(16)}.part`],
      ['unknown', lost.name],
    ].toSorted(),
  );
  expect(readdirSync(folder).length).toBe(4);
  expect([await removeBlob(folder, lost.name), await removeBlob(folder, lost.name)]).toEqual([true, false]);
});

it('V16: a large blob is written and read without lying in memory', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const piece = Buffer.alloc(1 << 20, 'x');
  const megabytes = SLOW ? 2048 : 64;
  // Of this thread alone, unlike the resident size: other tests run beside it.
  const held = (): number => process.memoryUsage().arrayBuffers;
  const before = held();
  let most = 0;
  function* large(): Generator<Uint8Array> {
    for (let i = 0; i < megabytes; i++) {
      most = Math.max(most, held() - before);
      yield piece;
    }
  }
  const blob = await createBlob(folder, key, large());
  const opened = await readBlob(folder, blob.name, key);
  if (!opened.ok) throw new Error(opened.error.type);
  let read = 0;
  for await (const part of opened.value) {
    read += part.length;
    if (read % 2 ** 24 === 0) most = Math.max(most, held() - before);
  }
  expect(read).toBe(megabytes * 2 ** 20);
  // Buffers wait for the collector, so this is not tight; the whole would be.
  expect(most).toBeLessThan(160 << 20);
});
