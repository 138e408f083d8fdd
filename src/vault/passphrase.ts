/** Why a passphrase must not protect a vault. A floor, not a measure of strength: generated words are the safe choice. */
export type PassphraseProblem =
  /** Fewer than 12 characters. */
  | { readonly type: 'too-short'; readonly least: number }
  /** More than 1,024 bytes in UTF-8. */
  | { readonly type: 'too-long' }
  /** Fewer than 6 different characters, or digits alone: tried in minutes. */
  | { readonly type: 'too-simple' }
  /** A character that is not written (control, private use) or that this Unicode does not have, so that NFKC may change. */
  | { readonly type: 'unusual-character' };

const LEAST_CHARACTERS = 12;
const LEAST_DIFFERENT = 6;
const MOST_BYTES = 1024;
/** Six words of 7,776 are 77.5 bits; at the default cost that is out of reach of anyone who has the folder. */
const DEFAULT_WORDS = 6;

/**
 * How the words a person types become the bytes a key is made from. Fixed for good: another rule would lock people out.
 * NFKC, because Korean typed on one system arrives decomposed and Chinese input methods give full-width letters; white
 * space trimmed and each run of it one space, because generated words are copied from paper; U+FEFF dropped, because
 * editors put it before a text. Nothing else is folded: case counts. Lone surrogates become U+FFFD.
 */
export function normalisePassphrase(passphrase: string): string {
  return passphrase
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll('\uFEFF', '')
    .replaceAll(/\p{White_Space}+/gu, ' ')
    .trim();
}

/** The first thing wrong with a new passphrase, after normalising; undefined when it will do. Never asked when opening. */
export function passphraseProblem(passphrase: string): PassphraseProblem | undefined {
  const normal = normalisePassphrase(passphrase);
  const characters = [...normal];
  if (!passphrase.isWellFormed() || /[\p{Cc}\p{Cn}\p{Co}]/u.test(normal)) return { type: 'unusual-character' };
  if (characters.length < LEAST_CHARACTERS) return { type: 'too-short', least: LEAST_CHARACTERS };
  if (Buffer.byteLength(normal) > MOST_BYTES) return { type: 'too-long' };
  if (new Set(characters).size < LEAST_DIFFERENT || /^\p{Nd}+$/u.test(normal.replaceAll(' ', ''))) {
    return { type: 'too-simple' };
  }
  return undefined;
}

/**
 * Words drawn one by one from the EFF's large list, joined by spaces. `randomInt(n)` gives whole numbers from 0 to n − 1,
 * each as likely as the next (`crypto.randomInt`).
 */
export async function generatePassphrase({
  words = DEFAULT_WORDS,
  randomInt: draw,
}: {
  readonly words?: number;
  readonly randomInt: (below: number) => number;
}): Promise<string> {
  // Loaded when asked for: starting a command must not cost the reading of the list.
  const { default: list } = await import('./data/eff-large-wordlist.json', { with: { type: 'json' } });
  const drawn: string[] = [];
  for (let i = 0; i < words; i++) {
    const word = list.words[draw(list.words.length)];
    if (word === undefined) throw new Error('the source of random numbers gave one out of range');
    drawn.push(word);
  }
  return drawn.join(' ');
}
