import type { Span } from './anchor.ts';

/**
 * Where a quote from another program stands in a text, between the words that it says stand around it. White space counts
 * alike however much of it there is, since other programs see a page with other line ends. Undefined when the quote stands
 * nowhere, or in several places that its context does not tell apart: it is lost, and never put where it only looks alike.
 */
export function placeOfQuote(
  text: string,
  { exact, prefix, suffix }: { readonly exact: string; readonly prefix: string; readonly suffix: string },
): Span | undefined {
  const folded = foldSpace(text);
  const quote = foldSpace(exact).text.trim();
  if (quote === '') return undefined;
  const [before, after] = [foldSpace(prefix).text.trimStart(), foldSpace(suffix).text.trimEnd()];
  const places: { readonly at: number; readonly score: number }[] = [];
  for (let at = folded.text.indexOf(quote); at >= 0; at = folded.text.indexOf(quote, at + 1)) {
    const left = sharedEnd(folded.text.slice(0, at).trimEnd(), before.trimEnd());
    const right = sharedStart(
      folded.text.slice(at + quote.length, at + quote.length + after.length + 4).trimStart(),
      after.trimStart(),
    );
    places.push({ at, score: left + right });
    if (places.length > MOST_PLACES) return undefined;
  }
  places.sort((a, b) => b.score - a.score);
  const [best, second] = places;
  if (best === undefined) return undefined;
  // Of several the context must choose; a short quote alone is told by nothing but its context.
  const sure =
    second === undefined
      ? best.score > 0 || quote.length >= TELLING || before + after === ''
      : best.score > second.score;
  if (!sure) return undefined;
  const start = folded.offsets[best.at];
  const last = folded.offsets[best.at + quote.length - 1];
  return start === undefined || last === undefined ? undefined : { start, end: last + 1 };
}

/** Two hundred places of one quote are as lost as two thousand. */
const MOST_PLACES = 200;
/** A quote of so many characters stands for itself where it stands once. */
const TELLING = 24;

/** A text in which each run of white space is one space, and where each of its characters stood. */
function foldSpace(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const kept: string[] = [];
  const offsets: number[] = [];
  let spaced = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const isSpace = /\s/.test(char);
    if (isSpace && spaced) continue;
    spaced = isSpace;
    kept.push(isSpace ? ' ' : char);
    offsets.push(i);
  }
  return { text: kept.join(''), offsets };
}

function sharedEnd(text: string, words: string): number {
  let count = 0;
  while (count < words.length && text.at(-1 - count) === words.at(-1 - count)) count++;
  return telling(count, words);
}

function sharedStart(text: string, words: string): number {
  let count = 0;
  while (count < words.length && text[count] === words[count]) count++;
  return telling(count, words);
}

/** A letter or two are shared by chance. */
function telling(count: number, words: string): number {
  return count >= Math.min(4, words.length) ? count : 0;
}
