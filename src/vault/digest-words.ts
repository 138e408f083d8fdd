import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../base/index.ts';

/** Words of a fingerprint: 77.5 bits, so that nobody finds another text with the same words. */
const WORDS = 6;

/**
 * Six words of the EFF's large list by which two people compare by voice whether they hold the same thing: SHA-256 of
 * "daybook/head-words/1\n" ‖ its canonical JSON, the first 16 bytes as a big-endian number, its remainder modulo 7776^6
 * written with six digits of base 7776, the most significant first.
 */
export async function digestWords(value: Json): Promise<string> {
  const { default: list } = await import('./data/eff-large-wordlist.json', { with: { type: 'json' } });
  const base = BigInt(list.words.length);
  const digest = createHash('sha256')
    .update(`daybook/head-words/1\n${canonicalJson(value)}`)
    .digest();
  let left = BigInt(`0x${digest.subarray(0, 16).toString('hex')}`) % base ** BigInt(WORDS);
  const words: string[] = [];
  for (let i = 0; i < WORDS; i++) {
    words.unshift(list.words[Number(left % base)] ?? '');
    left /= base;
  }
  return words.join(' ');
}
