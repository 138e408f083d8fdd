/** What a bundle holds, in the order in which it must stand (docs/exchange.md, E11), out of frames. */
import { bytesToHex, idFromBytes, parseSourceId, type Sha256, type SourceId } from '../base/index.ts';
import { type BundleHeader, parseHeader } from './bundle-header.ts';
import { Unreadable } from './bundle-refusal.ts';
import { FRAME_LIMIT, type Frame, malformed, readFrames } from './frame.ts';

export interface GivenPart {
  readonly commitment: Sha256;
  readonly salt: Uint8Array;
  readonly body: Uint8Array;
}

export type BundleItem =
  | { readonly type: 'header'; readonly header: BundleHeader }
  | { readonly type: 'entry'; readonly bytes: Uint8Array }
  /** Of the entry before it; `chunks` as those of a source. */
  | {
      readonly type: 'part';
      readonly commitment: Sha256;
      readonly salt: Uint8Array;
      readonly length: number;
      readonly chunks: AsyncIterable<Uint8Array>;
    }
  | { readonly type: 'checkpoint'; readonly note: string }
  /** The chunks are given once, before the next item is asked for; what is not read of them is passed over. */
  | {
      readonly type: 'blob';
      readonly source: SourceId;
      readonly length: number;
      readonly chunks: AsyncIterable<Uint8Array>;
    }
  | { readonly type: 'end'; readonly digest: Uint8Array; readonly signature: string };

/** Longest part: as long as a vault keeps. */
const PART_LIMIT = 512 * 1024 * 1024;

/**
 * Reads a bundle's items. Throws `Unreadable` where the order, a length or a count is not as the format and the header
 * have it. The signature at the end is the caller's to check.
 */
export async function* readItems(plain: AsyncIterable<Uint8Array>): AsyncGenerator<BundleItem> {
  const frames = new FrameQueue(readFrames(plain));
  const first = await frames.next();
  if (first.type !== 'header') throw malformed('the order of frames');
  const header = parseHeader(first.body);
  yield { type: 'header', header };
  const left = { ...header.counts };
  while (await frames.isNext('entry')) {
    if (left.entries-- === 0) throw malformed('the number of entries');
    yield { type: 'entry', bytes: (await frames.next()).body };
    while (await frames.isNext('part')) {
      if (left.parts-- === 0) throw malformed('the number of parts');
      const { body } = await frames.next();
      const length = lengthIn(body, 64, PART_LIMIT);
      const chunks = readBytes(frames, 'part-bytes', length);
      const commitment = idFromBytes('Sha256', body.subarray(0, 32));
      yield { type: 'part', commitment, salt: new Uint8Array(body.subarray(32, 64)), length, chunks };
      await passOver(chunks);
    }
  }
  while (await frames.isNext('checkpoint')) {
    yield { type: 'checkpoint', note: new TextDecoder().decode((await frames.next()).body) };
  }
  while (await frames.isNext('blob')) {
    if (left.blobs-- === 0) throw malformed('the number of blobs');
    const { body } = await frames.next();
    const source = parseSourceId(bytesToHex(body.subarray(0, 16)));
    const length = lengthIn(body, 16, left.bytes);
    if (source === undefined) throw malformed('the name of a source');
    left.bytes -= length;
    const chunks = readBytes(frames, 'blob-bytes', length);
    yield { type: 'blob', source, length, chunks };
    await passOver(chunks);
  }
  if (left.entries + left.parts + left.blobs + left.bytes !== 0) throw malformed('what it counts');
  while (await frames.isNext('filling')) {
    if ((await frames.next()).body.some((byte) => byte !== 0)) throw malformed('its filling');
  }
  const last = await frames.next();
  if (last.type !== 'trailer' || last.digest === undefined) throw malformed('the order of frames');
  yield { type: 'end', digest: last.digest, signature: bytesToHex(last.body) };
}

/** The body of the frame that announces a part: commitment, salt, length. */
export function partHead({ commitment, salt, body }: GivenPart): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(commitment, 'hex'), salt, u64(body.length)]));
}

/** The body of the frame that announces a source's bytes: its id and their length. */
export function blobHead(source: SourceId, length: number): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(source, 'hex'), u64(length)]));
}

/** Cuts bytes as frames take them. */
export function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += FRAME_LIMIT) yield bytes.subarray(at, at + FRAME_LIMIT);
}

/** Reads what nobody wanted: what comes next stands behind it. */
async function passOver(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks) {
    // Gone with the next one.
  }
}

async function* readBytes(
  frames: FrameQueue,
  type: 'part-bytes' | 'blob-bytes',
  length: number,
): AsyncGenerator<Uint8Array, void> {
  for (let left = length; left > 0; ) {
    const frame = await frames.next();
    if (frame.type !== type || frame.body.length > left) throw malformed('the pieces of a part or of bytes');
    left -= frame.body.length;
    yield frame.body;
  }
}

function lengthIn(body: Uint8Array, at: number, most: number): number {
  const length = Buffer.from(body.buffer, body.byteOffset, body.length).readBigUInt64BE(at);
  if (length > BigInt(most)) throw malformed('a length');
  return Number(length);
}

function u64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

/** Frames with a look at the next one. */
class FrameQueue {
  readonly #frames: AsyncIterator<Frame>;
  #ahead: Frame | undefined;

  constructor(frames: AsyncIterable<Frame>) {
    this.#frames = frames[Symbol.asyncIterator]();
  }

  async isNext(type: Frame['type']): Promise<boolean> {
    this.#ahead ??= await this.#read();
    return this.#ahead.type === type;
  }

  async next(): Promise<Frame> {
    const frame = this.#ahead ?? (await this.#read());
    this.#ahead = undefined;
    return frame;
  }

  async #read(): Promise<Frame> {
    const next = await this.#frames.next();
    if (next.done) throw new Unreadable({ type: 'bundle-cut-short' });
    return next.value;
  }
}
