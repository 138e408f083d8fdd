import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ok, type Result, refuse } from '../base/index.ts';
import { syncFolder } from '../vault/index.ts';
import { errorCode } from './system-errors.ts';

export type FileRefusal =
  | { readonly type: 'file-exists' }
  | { readonly type: 'file-missing' }
  | { readonly type: 'file-too-long' };

const CHUNK_BYTES = 256 * 1024;
/** A pipe that nobody writes to would be waited for without end. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Writes a new file durably: under its name with `.part`, synced, renamed, for its owner alone. Nothing is written over,
 * and nothing stays when the chunks or the disk fail. Answers its length in bytes.
 */
export async function writeNewFile(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<number, Extract<FileRefusal, { type: 'file-exists' }>>> {
  const part = `${path}.part`;
  if (await exists(path)) return refuse({ type: 'file-exists' });
  await rm(part, { force: true });
  const file = await open(part, 'wx', 0o600);
  let length = 0;
  try {
    for await (const chunk of chunks) {
      await writeWhole(file, chunk);
      length += chunk.length;
    }
    await file.sync();
    await file.close();
    await rename(part, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  return ok(length);
}

/** Whether a regular file lies at a path. */
export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

/** The bytes of a file from its beginning, each time it is read anew. */
export function fileChunks(path: string): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => readChunks(path) };
}

/** All bytes of a small file. */
export async function readSmall(
  path: string,
  limit: number,
): Promise<Result<Uint8Array, Exclude<FileRefusal, { type: 'file-exists' }>>> {
  if (!(await isFile(path))) return refuse({ type: 'file-missing' });
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of readChunks(path)) {
    length += chunk.length;
    if (length > limit) return refuse({ type: 'file-too-long' });
    held.push(chunk);
  }
  return ok(new Uint8Array(Buffer.concat(held)));
}

async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, READING);
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, null)).bytesWritten;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
