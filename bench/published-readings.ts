import { SAMPLE_PACK, sentenceLayer } from '../src/read/figures/gold-set.ts';
import { readClaims } from '../src/read/index.ts';
import { isProtected } from '../src/read/mentions/veil.ts';
import type { Figure } from './figure.ts';
import { shared } from './gold-documents.ts';
import { klueSentences } from './klue-sentences.ts';

/** KLUE named entities: how many of the persons would be held back. Half of its sentences are film reviews. */
export function publishedNames(): Figure[] {
  if (shared('testdata/ner-ko-klue/dev-half.tsv') === undefined) return [];
  let wanted = 0;
  let found = 0;
  let given = 0;
  let right = 0;
  for (const { text, spans: spansOf } of klueSentences()) {
    // Marks of places that were taken out.
    if (text.includes('<')) continue;
    const layer = sentenceLayer(`문장 ${text}`, { language: 'ko' });
    const shift = layer.text.indexOf(text);
    if (shift < 0) continue;
    const held = readClaims(layer, SAMPLE_PACK).mentions.filter(isProtected);
    const spans = spansOf('PS').map(({ start, end }) => ({ start: start + shift, end: end + shift }));
    wanted += spans.length;
    found += spans.filter(({ start, end }) => held.some((one) => covered(one, start, end) >= (end - start) / 2)).length;
    const named = held.filter(({ type }) => type === 'person');
    given += named.length;
    right += named.filter((one) => spans.some(({ start, end }) => covered(one, start, end) > 0)).length;
  }
  const conditions = 'KLUE named entities, persons at least half covered; film reviews and news';
  return [
    { name: 'Korean persons held back', value: share(found, wanted), unit: 'recall', n: wanted, conditions },
    { name: 'Korean persons held back', value: share(right, given), unit: 'precision', n: given, conditions },
  ];
}

function covered(one: { readonly start: number; readonly end: number }, start: number, end: number): number {
  return Math.max(0, Math.min(one.end, end) - Math.max(one.start, start));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}
