/** Copies of blobs, sealed as they lie: into a backup and out of one. */
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result, refuse } from '../base/index.ts';
import { readBlobFile } from './blob-file.ts';
import { PART_ENDING } from './durable-file.ts';

/** A blob by its name, with the key that its database row gives; undefined when that row's key does not open. */
export interface BlobToCopy {
  readonly name: string;
  readonly key: Uint8Array | undefined;
}

/** Why a blob was not copied: what is wrong lies where it came from. */
export type BlobFlaw = { readonly type: 'missing' | 'damaged' };

/** Bytes that are copied in one step; nothing larger lies in memory. */
const STEP_BYTES = 1024 * 1024;

export interface CopyProgress {
  /** Called after each step with the bytes of the file that are done. */
  readonly step: (bytes: number) => void;
  readonly interrupted: AbortSignal;
}

/**
 * Copies a blob's file: under a part name, synced, every chunk checked as it lies there, then renamed. Answers its bytes.
 * The caller syncs the folder. Throws when the target cannot be written or gives back other bytes than it was given, and
 * when the work was interrupted; the part file is gone then.
 */
export async function copyBlob(
  { from, to }: { readonly from: string; readonly to: string },
  { name, key }: BlobToCopy,
  progress: CopyProgress,
): Promise<Result<number, BlobFlaw>> {
  if (key === undefined) return refuse({ type: 'damaged' });
  const part = join(to, name + PART_ENDING);
  try {
    const bytes = await copyFile(join(from, name), part, progress);
    if (typeof bytes === 'string') return refuse({ type: bytes });
    if ((await checkBlobFile(part, name, key)) === 'whole') {
      await rename(part, join(to, name));
      return ok(bytes);
    }
    const source = await checkBlobFile(join(from, name), name, key);
    if (source !== 'whole') return refuse({ type: source });
    throw new CopyDiffers('what was written reads back as something else');
  } finally {
    await rm(part, { force: true });
  }
}

/** Reads a blob's file to its end: whether it is there, and every chunk of it authentic. */
export async function checkBlobFile(
  path: string,
  name: string,
  key: Uint8Array,
): Promise<'whole' | 'missing' | 'damaged'> {
  try {
    const opened = await readBlobFile(path, name, key);
    if (!opened.ok) return opened.error.type === 'blob-missing' ? 'missing' : 'damaged';
    for await (const _chunk of opened.value);
    return 'whole';
  } catch {
    // A chunk that fails its tag, or a bad sector.
    return 'damaged';
  }
}

/** A target that does not keep what it is given: a failing stick, or one that claims a size it has not. */
export class CopyDiffers extends Error {}

/** The work was to stop; what was under way is undone. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
  }
}

/** Copies a file in steps and syncs it. Answers its bytes, or what is wrong with the file that was to be copied. */
export async function copyFile(
  from: string,
  to: string,
  { step, interrupted }: CopyProgress,
): Promise<number | BlobFlaw['type']> {
  const source = await openSource(from);
  if (typeof source === 'string') return source;
  try {
    await rm(to, { force: true });
    const target = await open(to, 'wx', 0o600);
    try {
      const buffer = Buffer.alloc(STEP_BYTES);
      let done = 0;
      for (;;) {
        if (interrupted.aborted) throw new Interrupted();
        const read = await readStep(source, buffer, done);
        if (read === undefined) return 'damaged';
        if (read === 0) break;
        await writeAll(target, buffer.subarray(0, read), done);
        done += read;
        step(done);
      }
      await target.sync();
      return done;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function openSource(path: string): Promise<FileHandle | BlobFlaw['type']> {
  try {
    // A pipe put in the place of the file would block the opening of it.
    return (await stat(path)).isFile() ? await open(path, 'r') : 'damaged';
  } catch (error) {
    // Whatever keeps it from being read is this file's trouble, and must not look like the target's.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'damaged';
  }
}

/** Undefined when the disk cannot give these bytes any more. */
async function readStep(handle: FileHandle, buffer: Buffer, offset: number): Promise<number | undefined> {
  try {
    return (await handle.read(buffer, 0, buffer.length, offset)).bytesRead;
  } catch {
    return undefined;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await handle.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
  }
}
