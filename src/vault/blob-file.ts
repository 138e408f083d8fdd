/**
 * A source's bytes in a file of their own, sealed in chunks of 64 KiB under a key of their own, so that a large one is
 * read and written without lying in memory whole. The construction is the STREAM of age: a counter as nonce with a flag
 * on the last chunk, so that nothing can be cut off, added, moved or repeated. What is sealed ends in its true length and
 * is filled up before that, so that a file's size tells a step and not the size of a document somebody may know.
 * The name is random: one made from the digest would tell whoever has a list of digests that a document is held.
 */
import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { idFromBytes, ok, type Result, refuse, type Sha256, type Sha512 } from '../base/index.ts';
import { drawBytes, KEY_BYTES, NONCE_BYTES, type RandomBytes, seal, TAG_BYTES, unseal } from './aead.ts';
import {
  type BlobCipher,
  blobCipher,
  blobHeader,
  CHUNK_BYTES,
  HEADER_BYTES,
  judgeBlobHeader,
  LENGTH_BYTES,
  paddedLength,
  SALT_BYTES,
  SEALED_CHUNK_BYTES,
  SMALLEST_STEP,
} from './blob-cipher.ts';
import { PART_ENDING } from './durable-file.ts';
import type { FaultPoint } from './write-request.ts';

export interface CreatedBlob {
  /** 32 hexadecimal digits, random: the name of the file. */
  readonly name: string;
  /** Bytes put in. */
  readonly length: number;
  readonly sha256: Sha256;
  readonly sha512: Sha512;
}

export type BlobRefusal =
  | { readonly type: 'blob-missing' }
  | { readonly type: 'blob-damaged' }
  /** Written by a newer Daybook. */
  | { readonly type: 'blob-newer'; readonly version: number };

/** A file in the folder of blobs that no source points at. */
export interface StrayBlob {
  /** `part`: left by a crash while writing. `unknown`: whole, but nobody's. `foreign`: not a name of ours. */
  readonly type: 'part' | 'unknown' | 'foreign';
  readonly file: string;
  /** Milliseconds since 1970. A young one may be what another process is about to record. */
  readonly modified: number;
}

/** Sealed chunks that are read or written in one call. */
const CHUNKS_AT_ONCE = 16;
const WRAP_VERSION = 1;
const NAME = /^[0-9a-f]{32}$/;

/**
 * Writes bytes into a new blob: under a part name, synced, then renamed. The name is durable only once the caller has
 * synced the folder (`syncFolder`), one time for any number of blobs, and the key is the caller's to wrap and keep.
 * Throws when the source of the bytes or the disk does, and leaves no file then.
 */
export async function createBlob(
  folder: string,
  key: Uint8Array,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  {
    random = randomBytes,
    fault = () => {},
  }: { readonly random?: RandomBytes; readonly fault?: (point: FaultPoint) => void } = {},
): Promise<CreatedBlob> {
  const name = Buffer.from(drawBytes(random, 16)).toString('hex');
  const part = join(folder, name + PART_ENDING);
  const handle = await open(part, 'wx', 0o600);
  try {
    const written = await writeSealed(handle, blobCipher(name, key, blobHeader(drawBytes(random, SALT_BYTES))), chunks);
    fault('temporary-blob');
    await handle.sync();
    fault('blob-synced');
    await handle.close();
    await rename(part, join(folder, name));
    return { name, ...written };
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * Opens a blob for reading. Its header and last chunk are checked at once, so that a file cut short is refused before
 * any byte of it is given; every other chunk is checked before it is given, and the reading throws at one that was
 * changed. Gives chunks of at most 64 KiB, none for an empty blob; may be read more than once. Throws when the disk fails.
 */
export async function readBlob(
  folder: string,
  name: string,
  key: Uint8Array,
): Promise<Result<AsyncIterable<Uint8Array>, BlobRefusal>> {
  return readBlobFile(join(folder, requireName(name)), name, key);
}

/** The same for a file that does not lie under its blob's name yet: one that is being copied. */
export async function readBlobFile(
  path: string,
  name: string,
  key: Uint8Array,
): Promise<Result<AsyncIterable<Uint8Array>, BlobRefusal>> {
  const handle = await openForReading(path);
  if (handle === undefined) return refuse({ type: 'blob-missing' });
  try {
    const layout = await readLayout(handle, name, key);
    if (!layout.ok) return layout;
    return ok({ [Symbol.asyncIterator]: () => readChunks(path, layout.value) });
  } finally {
    await handle.close();
  }
}

/** A blob's key sealed for the database: version, nonce, ciphertext and tag, 61 bytes. Bound to the blob's name. */
export function wrapBlobKey(
  wrappingKey: Uint8Array,
  name: string,
  key: Uint8Array,
  { random = randomBytes }: { readonly random?: RandomBytes } = {},
): Uint8Array {
  if (key.length !== KEY_BYTES) throw new Error(`the key of a blob takes ${KEY_BYTES} bytes`);
  const nonce = drawBytes(random, NONCE_BYTES);
  const sealed = seal(key, { key: wrappingKey, nonce, associated: wrapBinding(name) });
  return new Uint8Array(Buffer.concat([Buffer.of(WRAP_VERSION), nonce, sealed]));
}

/** The key again; undefined when it was wrapped under another key, for another blob, or changed. */
export function unwrapBlobKey(wrappingKey: Uint8Array, name: string, wrapped: Uint8Array): Uint8Array | undefined {
  if (wrapped.length !== 1 + NONCE_BYTES + KEY_BYTES + TAG_BYTES || wrapped[0] !== WRAP_VERSION) return undefined;
  const nonce = wrapped.subarray(1, 1 + NONCE_BYTES);
  return unseal(wrapped.subarray(1 + NONCE_BYTES), { key: wrappingKey, nonce, associated: wrapBinding(name) });
}

/** Removes a blob's file; false when there was none. The caller syncs the folder. */
export async function removeBlob(folder: string, name: string): Promise<boolean> {
  try {
    await rm(join(folder, requireName(name)));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * What lies in the folder of blobs beside those that are known, in order of their names; nothing when there is no such
 * folder. Removes nothing.
 */
export async function listStrayBlobs(
  folder: string,
  isKnown: (name: string) => boolean,
): Promise<readonly StrayBlob[]> {
  const strays: StrayBlob[] = [];
  const files = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const file of files.toSorted()) {
    const whole = NAME.test(file);
    if (whole && isKnown(file)) continue;
    const left = file.endsWith(PART_ENDING) && NAME.test(file.slice(0, -PART_ENDING.length));
    const type = whole ? 'unknown' : left ? 'part' : 'foreign';
    const modified = await stat(join(folder, file)).then(
      (found) => found.mtimeMs,
      (error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      },
    );
    if (modified !== undefined) strays.push({ type, file, modified });
  }
  return strays;
}

async function writeSealed(
  handle: FileHandle,
  cipher: BlobCipher,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Omit<CreatedBlob, 'name'>> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  const stream = new SealedStream(handle, cipher);
  let length = 0;
  for await (const chunk of chunks) {
    sha256.update(chunk);
    sha512.update(chunk);
    length += chunk.length;
    await stream.push(chunk);
  }
  const zeros = Buffer.alloc(CHUNK_BYTES);
  let filling = paddedLength(length) - length - LENGTH_BYTES;
  for (; filling > 0; filling -= CHUNK_BYTES) await stream.push(zeros.subarray(0, Math.min(filling, CHUNK_BYTES)));
  const trailer = Buffer.alloc(LENGTH_BYTES);
  trailer.writeBigUInt64BE(BigInt(length));
  await stream.push(trailer);
  await stream.end();
  return {
    length,
    sha256: idFromBytes('Sha256', sha256.digest()),
    sha512: idFromBytes('Sha512', sha512.digest()),
  };
}

/** Cuts what is pushed into chunks. A full chunk waits until more comes, since only then it is known not to be the last. */
class SealedStream {
  readonly #handle: FileHandle;
  readonly #cipher: BlobCipher;
  readonly #chunk: Buffer = Buffer.alloc(CHUNK_BYTES);
  #filled = 0;
  #index = 0;
  #ready: Uint8Array[];
  #offset = 0;

  constructor(handle: FileHandle, cipher: BlobCipher) {
    this.#handle = handle;
    this.#cipher = cipher;
    this.#ready = [cipher.header];
  }

  async push(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      if (this.#filled === CHUNK_BYTES) {
        this.#sealChunk({ last: false });
        if (this.#ready.length >= CHUNKS_AT_ONCE) await this.#write();
      }
      const take = Math.min(bytes.length - at, CHUNK_BYTES - this.#filled);
      this.#chunk.set(bytes.subarray(at, at + take), this.#filled);
      this.#filled += take;
      at += take;
    }
  }

  async end(): Promise<void> {
    this.#sealChunk({ last: true });
    this.#chunk.fill(0);
    await this.#write();
  }

  #sealChunk({ last }: { readonly last: boolean }): void {
    this.#ready.push(this.#cipher.seal(this.#chunk.subarray(0, this.#filled), this.#index++, last));
    this.#filled = 0;
  }

  async #write(): Promise<void> {
    const bytes = Buffer.concat(this.#ready);
    this.#ready = [];
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.#offset);
      done += bytesWritten;
      this.#offset += bytesWritten;
    }
  }
}

interface BlobLayout {
  readonly cipher: BlobCipher;
  /** Bytes of content, as the last chunk says. */
  readonly length: number;
  /** Bytes that are sealed: content, filling and length. */
  readonly padded: number;
}

/** Reads the header and the last chunk; refuses unless the file has the one size that its content has. */
async function readLayout(
  handle: FileHandle,
  name: string,
  key: Uint8Array,
): Promise<Result<BlobLayout, Exclude<BlobRefusal, { type: 'blob-missing' }>>> {
  const damaged = refuse({ type: 'blob-damaged' } as const);
  const body = (await handle.stat()).size - HEADER_BYTES;
  const header = await readAt(handle, 0, HEADER_BYTES);
  const judged = judgeBlobHeader(header);
  if (judged.type === 'newer') return refuse({ type: 'blob-newer', version: judged.version });
  if (judged.type === 'damaged') return damaged;
  const chunks = Math.ceil(body / SEALED_CHUNK_BYTES);
  const padded = body - chunks * TAG_BYTES;
  if (chunks < 1 || padded < SMALLEST_STEP || padded % SMALLEST_STEP !== 0) return damaged;
  const cipher = blobCipher(name, key, header);
  const at = (chunks - 1) * SEALED_CHUNK_BYTES;
  const last = cipher.unseal(await readAt(handle, HEADER_BYTES + at, body - at), chunks - 1, true);
  if (last === undefined || last.length < LENGTH_BYTES) return damaged;
  const length = Number(Buffer.from(last).readBigUInt64BE(last.length - LENGTH_BYTES));
  last.fill(0);
  if (!Number.isSafeInteger(length) || paddedLength(length) !== padded) return damaged;
  return ok({ cipher, length, padded });
}

/** Gives the content; reads on through the filling, so that a whole reading has checked every byte of the file. */
async function* readChunks(path: string, { cipher, length, padded }: BlobLayout): AsyncGenerator<Uint8Array, void> {
  const handle = await open(path, 'r');
  try {
    const chunks = Math.ceil(padded / CHUNK_BYTES);
    for (let first = 0; first < chunks; first += CHUNKS_AT_ONCE) {
      const read = Math.min(CHUNKS_AT_ONCE * CHUNK_BYTES, padded - first * CHUNK_BYTES);
      const count = Math.ceil(read / CHUNK_BYTES);
      const sealed = await readAt(handle, HEADER_BYTES + first * SEALED_CHUNK_BYTES, read + count * TAG_BYTES);
      for (let i = 0; i < count; i++) {
        const index = first + i;
        const one = sealed.subarray(i * SEALED_CHUNK_BYTES, (i + 1) * SEALED_CHUNK_BYTES);
        const plain = cipher.unseal(one, index, index === chunks - 1);
        if (plain === undefined) throw new Error('could not read blob: a chunk of it was changed');
        const start = index * CHUNK_BYTES;
        if (start < length) yield plain.subarray(0, length - start);
      }
    }
  } finally {
    await handle.close();
  }
}

async function openForReading(path: string): Promise<FileHandle | undefined> {
  try {
    // A pipe put in the place of the file would block the opening of it.
    return (await stat(path)).isFile() ? await open(path, 'r') : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Fewer bytes than asked for at the end of the file. */
async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function wrapBinding(name: string): Uint8Array {
  return Buffer.from(`daybook/blob-key/v1\n${requireName(name)}`, 'ascii');
}

/** Whether a text has the form of a blob's name. */
export function isBlobName(text: string): boolean {
  return NAME.test(text);
}

/** Names come from our own tables; anything else could lead out of the folder. */
function requireName(name: string): string {
  if (!isBlobName(name)) throw new Error('the name of a blob is 32 hexadecimal digits');
  return name;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
