import { MEMBER_LIMITS } from '../read/index.ts';

/**
 * Frames between the engine and its reading processes: a header of JSON and any number of byte sections, each with its
 * length before it. Nothing but JSON and bytes is ever decoded, since what comes back was made by a process that parsed
 * hostile documents.
 */
export interface Frame {
  readonly header: unknown;
  readonly sections: readonly Uint8Array[];
}

/** Longest frame that is taken, in bytes: a document of the largest size that is read, many times over. */
const FRAME_LIMIT = 512 * 1024 * 1024;
/** Sections beside the members: layer, reading and facts, or files of a theme pack. */
const OTHER_SECTIONS = 100;
const SECTION_LIMIT = MEMBER_LIMITS.files + OTHER_SECTIONS;

/** The bytes of a frame, in pieces that are written one after another. */
export function encodeFrame({ header, sections }: Frame): readonly Uint8Array[] {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const lengths = [json, ...sections].map(({ length }) => length);
  const head = Buffer.alloc(4 * (lengths.length + 1));
  head.writeUInt32BE(lengths.length, 0);
  for (const [i, length] of lengths.entries()) head.writeUInt32BE(length, 4 * (i + 1));
  return [head, json, ...sections];
}

/** Puts frames together from what arrives. Throws on what is no frame: the other side is broken and to be ended. */
export class FrameReader {
  readonly #receive: (frame: Frame) => void;
  #chunks: Uint8Array[] = [];
  #held = 0;
  #needed = 4;
  #lengths: readonly number[] | undefined;

  constructor(receive: (frame: Frame) => void) {
    this.#receive = receive;
  }

  /** Takes what arrived; frames that are whole are handed over before this returns. */
  take(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    while (this.#held >= this.#needed) this.#step();
  }

  #step(): void {
    const bytes = Buffer.concat(this.#chunks);
    if (this.#lengths === undefined) {
      const count = bytes.readUInt32BE(0);
      if (count < 1 || count > SECTION_LIMIT) throw new Error('not a frame');
      const head = 4 * (count + 1);
      if (bytes.length < head) {
        this.#wait(bytes, head);
        return;
      }
      this.#lengths = Array.from({ length: count }, (_, i) => bytes.readUInt32BE(4 * (i + 1)));
      const body = this.#lengths.reduce((sum, length) => sum + length, 0);
      if (body > FRAME_LIMIT) throw new Error('a frame is too long');
      this.#wait(bytes.subarray(head), body);
      return;
    }
    const lengths = this.#lengths;
    const parts: Uint8Array[] = [];
    let at = 0;
    for (const length of lengths) {
      parts.push(bytes.subarray(at, at + length));
      at += length;
    }
    this.#lengths = undefined;
    this.#wait(bytes.subarray(at), 4);
    const [json = new Uint8Array(), ...sections] = parts;
    this.#receive({ header: JSON.parse(new TextDecoder().decode(json)), sections });
  }

  #wait(rest: Uint8Array, needed: number): void {
    this.#chunks = [rest];
    this.#held = rest.length;
    this.#needed = needed;
  }
}
