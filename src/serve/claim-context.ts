import { type Claim, type Layer, type Span, sentencesOf } from '../read/index.ts';

/** Longest stretch of a text around a claim that is shown, in UTF-16 units on either side of it. */
const REACH = 4000;
/** Longest sentence that is shown whole. */
const SENTENCE = 1000;

/**
 * What stands around a claim in its text. At first its own sentence or sentences; then its paragraph; then one more
 * paragraph on either side each time. Never less than the claim, and never more than 4,000 characters on a side.
 */
export function contextOf({ text, blocks }: Layer, { passage }: Claim, wider: number): Span {
  const at = blocks.findIndex(({ start, end }) => start <= passage.start && passage.start < end);
  const block = blocks[at];
  if (block === undefined) return clipped(passage, passage);
  if (wider === 0) return sentenceAround(text, block, passage) ?? clipped({ ...block }, passage);
  const [first, last] = [blocks[Math.max(0, at - wider + 1)], blocks[Math.min(blocks.length - 1, at + wider - 1)]];
  return clipped({ start: first?.start ?? block.start, end: last?.end ?? block.end }, passage);
}

function sentenceAround(text: string, block: Layer['blocks'][number], passage: Span): Span | undefined {
  // Only what is near is cut into sentences, so that a book in one paragraph costs no more than a letter.
  const near = clipped(block, passage);
  const touched = sentencesOf(text.slice(near.start, near.end), block.language)
    .map(({ start, end }) => ({ start: near.start + start, end: near.start + end }))
    .filter(({ start, end }) => start < passage.end && end > passage.start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start > SENTENCE) return undefined;
  return { start: Math.min(first.start, passage.start), end: Math.max(last.end, passage.end) };
}

function clipped({ start, end }: Span, passage: Span): Span {
  return {
    start: Math.min(passage.start, Math.max(start, passage.start - REACH)),
    end: Math.max(passage.end, Math.min(end, passage.end + REACH)),
  };
}
