/**
 * The inner stream of a bundle (docs/exchange.md, E10): a line that names the format, then frames of a type, a length and
 * a body. A length is looked at before anything is made of it.
 */
import { createHash } from 'node:crypto';
import { type BundleRefusal, Unreadable } from './bundle-refusal.ts';

export type FrameType =
  | 'header'
  | 'entry'
  | 'part'
  | 'part-bytes'
  | 'checkpoint'
  | 'blob'
  | 'blob-bytes'
  | 'filling'
  | 'trailer';

export interface Frame {
  readonly type: FrameType;
  readonly body: Uint8Array;
  /** Of the trailer: SHA-256 of every byte of the stream before it. */
  readonly digest: Uint8Array | undefined;
}

/** Most bytes in the body of a frame. */
export const FRAME_LIMIT: number = 1024 * 1024;
/** Bytes before each body: type and length. */
export const FRAME_HEAD: number = 5;

/** Each type with its byte and the fewest and most bytes of its body. */
const FRAMES: Readonly<Record<FrameType, { readonly code: number; readonly least: number; readonly most: number }>> = {
  header: { code: 0x48, least: 2, most: FRAME_LIMIT },
  entry: { code: 0x45, least: 2, most: FRAME_LIMIT },
  part: { code: 0x50, least: 72, most: 72 },
  'part-bytes': { code: 0x51, least: 1, most: FRAME_LIMIT },
  checkpoint: { code: 0x4b, least: 1, most: 64 * 1024 },
  blob: { code: 0x42, least: 24, most: 24 },
  'blob-bytes': { code: 0x43, least: 1, most: FRAME_LIMIT },
  filling: { code: 0x5a, least: 0, most: FRAME_LIMIT },
  trailer: { code: 0x54, least: 64, most: 64 },
};

const MAGIC_STEM = 'daybook-bundle/';
const MAGIC = `${MAGIC_STEM}1\n`;

/** The first line of an inner stream. */
export function bundleMagic(): Uint8Array {
  return new Uint8Array(Buffer.from(MAGIC, 'ascii'));
}

/** One frame as bytes. Throws when its body has a length that the type does not take. */
export function encodeFrame(type: FrameType, body: Uint8Array): Uint8Array {
  const { code, least, most } = FRAMES[type];
  if (body.length < least || body.length > most) throw new Error(`a frame of type ${type} takes other lengths`);
  const head = Buffer.alloc(FRAME_HEAD);
  head.writeUInt8(code);
  head.writeUInt32BE(body.length, 1);
  return new Uint8Array(Buffer.concat([head, body]));
}

/** Reads the frames of a stream. Throws `Unreadable` at whatever is none, and when anything follows the trailer. */
export async function* readFrames(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const bytes = new ByteQueue(plain);
  const hash = createHash('sha256');
  const magic = await bytes.take(MAGIC.length);
  if (magic === undefined || text(magic) !== MAGIC) throw new Unreadable(judgeMagic(magic));
  hash.update(magic);
  for (;;) {
    const head = await bytes.take(FRAME_HEAD);
    if (head === undefined) throw new Unreadable({ type: 'bundle-cut-short' });
    const view = Buffer.from(head.buffer, head.byteOffset, head.length);
    const type = typeOf(view.readUInt8());
    const length = view.readUInt32BE(1);
    if (type === undefined) throw malformed('an unknown kind of frame');
    if (length < FRAMES[type].least || length > FRAMES[type].most) throw malformed('the length of a frame');
    const body = length === 0 ? new Uint8Array() : await bytes.take(length);
    if (body === undefined) throw new Unreadable({ type: 'bundle-cut-short' });
    if (type === 'trailer') {
      if (!(await bytes.ended())) throw malformed('bytes after the end');
      yield { type, body, digest: new Uint8Array(hash.digest()) };
      return;
    }
    hash.update(head).update(body);
    yield { type, body, digest: undefined };
  }
}

/** What is told of a stream that breaks the rules of the format. */
export function malformed(what: string): Unreadable {
  return new Unreadable({ type: 'bundle-malformed', what });
}

function judgeMagic(magic: Uint8Array | undefined): BundleRefusal {
  const version = magic && /^daybook-bundle\/([1-9])/.exec(text(magic))?.[1];
  if (version === undefined) return { type: 'not-a-bundle' };
  return version === '1' ? { type: 'bundle-malformed', what: 'the first line' } : { type: 'bundle-newer' };
}

function typeOf(code: number): FrameType | undefined {
  return TYPES.find((type) => FRAMES[type].code === code);
}

const TYPES: readonly FrameType[] = [
  'header',
  'entry',
  'part',
  'part-bytes',
  'checkpoint',
  'blob',
  'blob-bytes',
  'filling',
  'trailer',
];

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** Bytes that are asked for by number, out of chunks of any size. Holds no more than it was asked for and one chunk. */
class ByteQueue {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array[] = [];
  #length = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes; undefined when the stream ends before. */
  async take(count: number): Promise<Uint8Array | undefined> {
    while (this.#length < count) if (!(await this.#pull())) return undefined;
    const joined = this.#held.length === 1 ? this.#held[0] : Buffer.concat(this.#held);
    if (joined === undefined) return new Uint8Array();
    this.#length -= count;
    this.#held = this.#length === 0 ? [] : [joined.subarray(count)];
    return joined.subarray(0, count);
  }

  async ended(): Promise<boolean> {
    while (this.#length === 0) if (!(await this.#pull())) return true;
    return false;
  }

  async #pull(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    if (next.value.length > 0) this.#held.push(next.value);
    this.#length += next.value.length;
    return true;
  }
}
