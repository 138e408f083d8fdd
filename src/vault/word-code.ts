/**
 * Bytes as words of the EFF's large list, to be read aloud or copied by hand: a whole number, big-endian, in base 7,776,
 * the most significant word first.
 */
import { createHash } from 'node:crypto';

/** What the check word is made from besides the bytes, so that it is no digest used elsewhere. */
const CHECK = 'daybook/word-check/1\n';

/**
 * That many words for the bytes; of more bytes than the words can hold, the remainder. With `check` one more word that
 * depends on all of them: a wrong or a swapped word passes it once in 7,776 times.
 */
export async function wordsOfBytes(
  bytes: Uint8Array,
  { count, check = false }: { readonly count: number; readonly check?: boolean },
): Promise<readonly string[]> {
  const words = await wordList();
  const base = BigInt(words.length);
  let number = numberOf(bytes);
  const digits: number[] = [];
  for (let i = 0; i < count; i++) {
    digits.unshift(Number(number % base));
    number /= base;
  }
  if (check) digits.push(checkDigit(bytes, base));
  return digits.map((digit) => words[digit] ?? '');
}

/**
 * The bytes again, as many as `length`; undefined when a word is not on the list, the check word does not fit, or the
 * number is larger than those bytes can hold. Capitals and space around a word do not matter.
 */
export async function bytesOfWords(
  typed: readonly string[],
  { length, check = false }: { readonly length: number; readonly check?: boolean },
): Promise<Uint8Array | undefined> {
  const words = await wordList();
  const digits = typed.map((word) => words.indexOf(word.trim().toLowerCase()));
  if (digits.includes(-1)) return undefined;
  const last = check ? digits.pop() : undefined;
  const base = BigInt(words.length);
  let number = digits.reduce((sum, digit) => sum * base + BigInt(digit), 0n);
  const bytes = new Uint8Array(length);
  for (let at = length - 1; at >= 0; at--) {
    bytes[at] = Number(number & 0xffn);
    number >>= 8n;
  }
  if (number > 0n || (check && last !== checkDigit(bytes, base))) return undefined;
  return bytes;
}

function checkDigit(bytes: Uint8Array, base: bigint): number {
  const digest = createHash('sha256').update(CHECK).update(bytes).digest();
  return Number(digest.readBigUInt64BE(0) % base);
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** Loaded when asked for: starting a command must not cost the reading of the list. */
async function wordList(): Promise<readonly string[]> {
  const { default: list } = await import('./data/eff-large-wordlist.json', { with: { type: 'json' } });
  return list.words;
}
