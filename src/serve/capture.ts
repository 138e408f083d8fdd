import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { idFromBytes, ok, type Result, refuse, type Sha256, type Sha512 } from '../base/index.ts';
import { instantOf } from './clock.ts';
import { errorCode } from './system-errors.ts';

/** Something to take in. */
export type IntakeInput =
  | { readonly type: 'file'; readonly shown: string; readonly fileName: string; readonly path: string }
  | {
      readonly type: 'bytes';
      readonly shown: string;
      readonly fileName: string;
      readonly bytes: Uint8Array;
      /** Whether they are those of a file that was dropped on the desk, and not of standard input. */
      readonly dropped?: true;
    }
  /** Named or found, and not to be had: counted like every other thing, with the reason. */
  | {
      readonly type: 'unreachable';
      readonly shown: string;
      readonly fileName: string;
      readonly why: Exclude<CaptureRefusal['type'], 'empty'>;
    };

/** Bytes with the digests that fix them. */
export interface Captured {
  readonly length: number;
  readonly sha256: Sha256;
  readonly sha512: Sha512;
  readonly modified: string | null;
  /** All bytes, when there are not more than the limit. */
  readonly bytes: Uint8Array | undefined;
  /** The bytes to be kept. Fails when they are no longer those of the digests. */
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export type CaptureRefusal =
  | { readonly type: 'empty' }
  | { readonly type: 'missing' }
  | { readonly type: 'not-allowed' }
  | { readonly type: 'not-a-file' }
  /** Below more folders than are entered. */
  | { readonly type: 'too-deep' }
  /** Its name is not UTF-8, so it cannot be asked for by what is known of it. */
  | { readonly type: 'name-not-utf8' };

/**
 * Opens what is to be taken in, digests it, and hands it on; the file is closed when the work is done. Files up to `hold`
 * bytes are read once and held; larger ones are read twice, and refused by an error when they changed in between.
 */
export async function withCaptured<T>(
  input: IntakeInput,
  hold: number,
  run: (captured: Captured) => Promise<T>,
): Promise<Result<T, CaptureRefusal>> {
  if (input.type === 'bytes') {
    return input.bytes.length === 0 ? refuse({ type: 'empty' }) : ok(await run(captureBytes(input.bytes, null)));
  }
  if (input.type === 'unreachable') return refuse({ type: input.why });
  const opened = await openFile(input.path);
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    const found = await file.stat();
    if (!found.isFile()) return refuse({ type: 'not-a-file' });
    if (found.size === 0) return refuse({ type: 'empty' });
    const modified = instantOf(found.mtimeMs);
    if (found.size > hold) return ok(await run(await captureFile(file, modified)));
    const bytes = await file.readFile();
    return bytes.length === 0 ? refuse({ type: 'empty' }) : ok(await run(captureBytes(bytes, modified)));
  } finally {
    await file.close();
  }
}

/** A file was written to between two readings of it. */
export class ChangedWhileRead extends Error {
  constructor() {
    super('the file changed while it was read');
  }
}

/** A pipe that nobody writes to would be waited for without end, beyond the reach of Ctrl-C (POSIX open, O_NONBLOCK). */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function openFile(path: string): Promise<Result<FileHandle, CaptureRefusal>> {
  try {
    return ok(await open(path, READING));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return refuse({ type: missingAs(path) });
    if (code === 'EACCES' || code === 'EPERM') return refuse({ type: 'not-allowed' });
    if (code === 'ENXIO' || code === 'ENODEV') return refuse({ type: 'not-a-file' });
    throw error;
  }
}

/**
 * Why a path is not there: bytes of a name that are not UTF-8 came as U+FFFD, and a path with that in it names nothing. A
 * file whose name truly has that character is found.
 */
export function missingAs(path: string): 'missing' | 'name-not-utf8' {
  return path.includes('\uFFFD') ? 'name-not-utf8' : 'missing';
}

function captureBytes(bytes: Uint8Array, modified: string | null): Captured {
  return {
    length: bytes.length,
    sha256: idFromBytes('Sha256', createHash('sha256').update(bytes).digest()),
    sha512: idFromBytes('Sha512', createHash('sha512').update(bytes).digest()),
    modified,
    bytes,
    chunks: () => [bytes],
  };
}

async function captureFile(file: FileHandle, modified: string | null): Promise<Captured> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  let length = 0;
  for await (const chunk of chunksOf(file)) {
    sha256.update(chunk);
    sha512.update(chunk);
    length += chunk.length;
  }
  const digest = idFromBytes('Sha256', sha256.digest());
  return {
    length,
    sha256: digest,
    sha512: idFromBytes('Sha512', sha512.digest()),
    modified,
    bytes: undefined,
    chunks: () => checked(file, digest),
  };
}

const CHUNK_BYTES = 1024 * 1024;

async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function* checked(file: FileHandle, expected: Sha256): AsyncGenerator<Uint8Array> {
  const sha256 = createHash('sha256');
  for await (const chunk of chunksOf(file)) {
    sha256.update(chunk);
    yield chunk;
  }
  if (idFromBytes('Sha256', sha256.digest()) !== expected) throw new ChangedWhileRead();
}
