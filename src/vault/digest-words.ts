import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../base/index.ts';
import { wordsOfBytes } from './word-code.ts';

/** Words of a fingerprint: 77.5 bits, so that nobody finds another text with the same words. */
const WORDS = 6;
/** Bytes of the digest that they are made of. */
const TAKEN_BYTES = 16;

/**
 * Six words of the EFF's large list by which two people compare by voice whether they hold the same thing: SHA-256 of
 * "daybook/head-words/1\n" ‖ its canonical JSON, the first 16 bytes as a big-endian number, its remainder modulo 7776^6
 * written with six digits of base 7776, the most significant first.
 */
export async function digestWords(value: Json): Promise<readonly string[]> {
  const digest = createHash('sha256')
    .update(`daybook/head-words/1\n${canonicalJson(value)}`)
    .digest();
  return wordsOfBytes(digest.subarray(0, TAKEN_BYTES), WORDS);
}
