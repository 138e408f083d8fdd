/**
 * The seal around what leaves a vault: an age file (C2SP, age-encryption.org/v1), so that stock `age` opens what we seal
 * and we open what it seals. Everything streams. One function opens bundles, requests, and every published test vector.
 */
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { ok, type Result, refuse } from '../base/index.ts';

/** What a seal may be opened with. A vault has identities; a passphrase is what the format knows besides. */
export type SealKey =
  | { readonly type: 'identity'; readonly identity: string }
  | { readonly type: 'passphrase'; readonly passphrase: string };

export type SealRefusal =
  /** Sealed to others. To whom, nothing tells. */
  | { readonly type: 'not-sealed-to-us' }
  /** `payload`: cut short or changed on its way; the others are no whole age file, or a forged one. */
  | { readonly type: 'seal-broken'; readonly part: 'armor' | 'header' | 'mac' | 'payload' };

/** Thrown while the content of a seal is read, where it does not hold any more. */
export class SealBroken extends Error {
  readonly refusal: Extract<SealRefusal, { type: 'seal-broken' }> = { type: 'seal-broken', part: 'payload' };
  constructor(cause: unknown) {
    super('the content of a seal is not whole', { cause });
  }
}

/** Longest header that is looked for: some four hundred recipients. A longer line would be gathered without end. */
const HEADER_LIMIT = 64 * 1024;
/** Longest text form (armor) that is decoded: it lies in memory whole. */
const ARMOR_LIMIT = 64 * 1024 * 1024;
const BINARY = 'age-encryption.org/';
/** How far in the dashes of a text form are looked for. */
const SNIFFED = 1024;

/** Seals bytes to recipients (`age1…`), at least one. The file key is drawn by the age library. */
export async function* seal(
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array> {
  if (recipients.length === 0) throw new Error('a seal needs a recipient');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  yield* await encrypter.encrypt(streamOf(plain));
}

/**
 * Opens a seal. Refused before any of its content is given when none of the keys fits or the header is wrong; while the
 * content is read, throws `SealBroken` where it was cut or changed. Every chunk of 64 KiB is checked before it is given.
 * Errors of whatever gives the file pass through.
 */
export async function openSeal(
  file: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  keys: readonly SealKey[],
): Promise<Result<AsyncIterable<Uint8Array>, SealRefusal>> {
  const source = new Source(file);
  const head = await source.upToHeaderEnd();
  const isArmored = !startsWith(head, BINARY) && text(head.subarray(0, SNIFFED)).includes('-----');
  let beginning = head;
  let sealed: AsyncIterable<Uint8Array> = source.from(head);
  if (isArmored) {
    const decoded = await decodeArmor(sealed);
    if (decoded === undefined) return refuse({ type: 'seal-broken', part: 'armor' });
    beginning = decoded.subarray(0, HEADER_LIMIT);
    sealed = bytesOnce(decoded);
  } else if (!hasHeaderEnd(head)) {
    await source.close();
    return refuse({ type: 'seal-broken', part: 'header' });
  }
  const decrypter = new Decrypter();
  for (const key of keys) {
    if (key.type === 'identity') decrypter.addIdentity(key.identity);
    else decrypter.addPassphrase(key.passphrase);
  }
  try {
    const opened = await decrypter.decrypt(streamOf(sealed));
    return ok(contentOf(opened, source));
  } catch (error) {
    await source.close();
    if (source.failed) throw error;
    return refuse(refusalOf(error, beginning));
  }
}

/** The library tells its refusals apart by their words alone. */
function refusalOf(error: unknown, beginning: Uint8Array): SealRefusal {
  const words = error instanceof Error ? error.message : '';
  if (words === "no identity matched any of the file's recipients") return { type: 'not-sealed-to-us' };
  // It takes a line without a whole MAC for one that does not hold.
  const isMac = words === 'invalid header HMAC' && /\n--- [A-Za-z0-9+/]{43}\n/.test(text(beginning));
  return { type: 'seal-broken', part: isMac ? 'mac' : 'header' };
}

async function* contentOf(opened: AsyncIterable<Uint8Array>, source: Source): AsyncGenerator<Uint8Array> {
  try {
    yield* opened;
  } catch (error) {
    if (source.failed) throw error;
    throw new SealBroken(error);
  } finally {
    await source.close();
  }
}

/** The bytes of a file, and whether it was the file that failed. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  failed = false;

  constructor(file: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#chunks = Symbol.asyncIterator in file ? file[Symbol.asyncIterator]() : file[Symbol.iterator]();
  }

  /** The first bytes, until the header of an age file ends in them, or the file, or patience. */
  async upToHeaderEnd(): Promise<Uint8Array> {
    let head = new Uint8Array();
    while (head.length <= HEADER_LIMIT && !hasHeaderEnd(head)) {
      const chunk = await this.#next();
      if (chunk === undefined) break;
      head = new Uint8Array(Buffer.concat([head, chunk]));
    }
    return head;
  }

  async *from(head: Uint8Array): AsyncGenerator<Uint8Array> {
    yield head;
    for (let chunk = await this.#next(); chunk !== undefined; chunk = await this.#next()) yield chunk;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #next(): Promise<Uint8Array | undefined> {
    try {
      const next = await this.#chunks.next();
      return next.done ? undefined : next.value;
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }
}

/** Whether the line that ends an age header lies in these bytes, within the limit. */
function hasHeaderEnd(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const at = bytes.indexOf('\n---');
  return at !== -1 && at <= HEADER_LIMIT && bytes.indexOf('\n', at + 1) !== -1;
}

async function decodeArmor(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > ARMOR_LIMIT) return undefined;
    held.push(chunk);
  }
  try {
    return armor.decode(text(Buffer.concat(held)));
  } catch {
    // The library throws on whatever is no armor; the caller is told that.
    return undefined;
  }
}

async function* bytesOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function streamOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const each = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await each.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await each.return?.();
    },
  });
}

function startsWith(bytes: Uint8Array, ascii: string): boolean {
  return text(bytes.subarray(0, ascii.length)) === ascii;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
