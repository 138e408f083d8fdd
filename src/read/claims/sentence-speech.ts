import type { Span } from '../anchor.ts';
import type { FoundAttribution } from '../quotations/read-attributions.ts';
import type { Sentence } from './sentence-parts.ts';

/** For each sentence the attributions whose words reach into it, in their order. Each attribution is looked at once for each of its parts. */
export function speechBySentence(
  speech: readonly FoundAttribution[],
  sentences: readonly Sentence[],
): readonly (readonly FoundAttribution[])[] {
  const spoken: FoundAttribution[][] = sentences.map(() => []);
  for (const each of speech) {
    for (const part of [each.content, ...each.more]) {
      for (let at = firstEndingBehind(sentences, part.start); at < sentences.length; at++) {
        if ((sentences[at]?.start ?? 0) >= part.end) break;
        const own = spoken[at];
        if (own !== undefined && own.at(-1) !== each) own.push(each);
      }
    }
  }
  return spoken;
}

/** The first sentence that ends behind a place; by halving. */
function firstEndingBehind(sentences: readonly Span[], place: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
