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
