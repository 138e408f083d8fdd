import type { Span } from '../anchor.ts';
import { type Token, tokensOf } from '../figures/tokens.ts';
import type { Block, Layer } from '../layer.ts';
import { sentencesOf } from '../sentences.ts';

/** The longest stretch that is read as one sentence: longer ones are cut, so that work per sentence is bounded. */
const LONGEST_SENTENCE = 1500;

/** A sentence, or a stretch of one, with its tokens; all offsets are the layer's. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** Whether a label of a note or a picture stood before it. */
  readonly labelled?: boolean;
}

/** Sentences of a block, the overlong ones cut at white space and never inside a character. */
export function sentencesIn(layer: Layer, block: Pick<Block, 'start' | 'end' | 'language'>): Sentence[] {
  return sentencesOf(layer.text.slice(block.start, block.end), block.language)
    .map(({ start, end }) => ({ start: block.start + start, end: block.start + end }))
    .flatMap((sentence) => cut(layer.text, sentence))
    .map(({ start, end }) => ({ start, end, tokens: tokensOf(layer.text.slice(start, end), start) }));
}

function cut(text: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  let { start } = sentence;
  while (sentence.end - start > LONGEST_SENTENCE) {
    const space = text.slice(start, start + LONGEST_SENTENCE).lastIndexOf(' ');
    let end = space > 0 ? start + space : start + LONGEST_SENTENCE;
    if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end--;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: sentence.end }];
}
