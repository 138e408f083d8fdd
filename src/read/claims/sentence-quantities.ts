import { readQuantities } from '../quantities/read-quantities.ts';
import type { CountedBefore } from './counted-before.ts';
import { englishQuantities } from './english-figures.ts';
import type { DateWords, QuantityWords, ReadLanguage } from './findings.ts';
import { leaningQuantities } from './leaning-quantities.ts';
import { standsOnItsWords } from './make-claim.ts';
import type { Sentence } from './sentence-parts.ts';

/** The quantities of one sentence, and what a count of the next one may lean on. */
export function quantitiesIn(
  text: string,
  sentence: Sentence,
  lang: ReadLanguage,
  {
    dates,
    counted,
    heading,
  }: { readonly dates: readonly DateWords[]; readonly counted: CountedBefore; readonly heading: boolean },
): { readonly quantities: readonly QuantityWords[]; readonly counted: CountedBefore } {
  if (lang === 'en') return englishQuantities(text, sentence, { dates, heading, before: counted });
  const words = text.slice(sentence.start, sentence.end);
  const found = readQuantities(words, { lang }).map(
    ({ start, end, stated, value, low, high, unit, counts, op }): QuantityWords => ({
      start: sentence.start + start,
      end: sentence.start + end,
      quantity: { stated, value, low, high, unit, counts, op },
    }),
  );
  const leaning = leaningQuantities(text, sentence, { found, counted, lang });
  return { ...leaning, quantities: leaning.quantities.filter(({ quantity }) => standsOnItsWords(quantity)) };
}
