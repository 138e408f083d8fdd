/**
 * Bytes as words of the EFF's large list, to be read aloud or copied by hand: a whole number, big-endian, in base 7,776,
 * the most significant word first.
 */

/** That many words for the bytes; of more bytes than the words can hold, the remainder. */
export async function wordsOfBytes(bytes: Uint8Array, count: number): Promise<readonly string[]> {
  const list = await wordList();
  const base = BigInt(list.length);
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const words: string[] = [];
  for (let i = 0; i < count; i++) {
    words.unshift(wordAt(list, Number(number % base)));
    number /= base;
  }
  return words;
}

/** Loaded when asked for: starting a command must not cost the reading of the list. */
export async function wordList(): Promise<readonly string[]> {
  const { default: list } = await import('./data/eff-large-wordlist.json', { with: { type: 'json' } });
  return list.words;
}

/** The word at a place in the list. Throws when there is none. */
export function wordAt(list: readonly string[], index: number): string {
  const word = list[index];
  if (word === undefined) throw new Error('a word was asked for that is not in the list');
  return word;
}
