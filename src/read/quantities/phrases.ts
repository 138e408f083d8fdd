/** Alternatives of a pattern, longest first, so that 超过 is not read as 超. The phrases hold no pattern characters but `$`. */
export function longestFirst(phrases: Iterable<string>): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replaceAll('$', '\\$'))
    .join('|');
}

/** A sticky pattern of phrases. */
export function anyPhrase(phrases: Iterable<string>, tail = ''): RegExp {
  return new RegExp(`(?:${longestFirst(phrases)})${tail}`, 'y');
}
