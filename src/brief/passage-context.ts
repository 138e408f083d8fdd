import type { Block, Claim, Layer, LayerDocument } from '../read/index.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a claim stands: what a reader of the page would have read to understand it. */
export interface PassageContext {
  /** The whole sentences that the passage touches: a condition often stands at the other end of one. */
  readonly sentence: Span;
  /** False when `sentence` is only the passage, because whole sentences would be too long or run over blocks. */
  readonly whole: boolean;
  /** Undefined when the passage runs over more than one block. */
  readonly block: Block | undefined;
  /** Headings above the passage, nearest first, each of a higher rank than the one before. */
  readonly headings: readonly Block[];
  readonly document: LayerDocument | undefined;
}

/** Longest run of whole sentences that is quoted; beyond it the passage stands alone. */
const LONGEST_QUOTE = 1_000;

/** Prepares a layer once, so that looking up a claim costs little however long the layer is. */
export function contextReader(layer: Layer): (claim: Claim) => PassageContext {
  const headings = headingsAbove(layer.blocks);
  return ({ passage }) => {
    const at = lastStart(layer.blocks, passage.start);
    const block = layer.blocks[at];
    const within = block !== undefined && passage.end <= block.end ? block : undefined;
    const document = layer.documents[lastStart(layer.documents, passage.start)];
    return {
      ...((within && sentenceSpan(layer.text, passage, within)) ?? {
        sentence: { start: passage.start, end: passage.end },
        whole: false,
      }),
      block: within,
      headings: headings[at] ?? [],
      document: document !== undefined && passage.end <= document.end ? document : undefined,
    };
  };
}

/** Index of the last span that starts at or before a position; -1 when none does. Spans are ascending. */
function lastStart(spans: readonly Span[], position: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** For each block the headings above it, nearest first, each of a higher rank than the one before. */
function headingsAbove(blocks: readonly Block[]): readonly (readonly Block[])[] {
  let above: readonly Block[] = [];
  return blocks.map((block) => {
    const mine = above;
    if (block.kind === 'heading') above = [block, ...above.filter((other) => (other.level ?? 6) < (block.level ?? 6))];
    return mine;
  });
}

/**
 * Widens a passage to sentence ends inside its block; where a dot is doubtful it reads on. Undefined when that gets too
 * long.
 */
function sentenceSpan(
  text: string,
  passage: Span,
  block: Block,
): { readonly sentence: Span; readonly whole: true } | undefined {
  let { start, end } = passage;
  const first = Math.max(block.start, end - LONGEST_QUOTE);
  const last = Math.min(block.end, start + LONGEST_QUOTE);
  while (start > first && !endsSentence(text, start - 1)) start--;
  while (end < last && !endsSentence(text, end - 1)) end++;
  // Closing quotation marks and brackets belong to what they close.
  while (end < block.end && /[”’」』"')\]）】》]/.test(text.charAt(end))) end++;
  while (start < passage.start && /\s/.test(text.charAt(start))) start++;
  while (end > passage.end && /\s/.test(text.charAt(end - 1))) end--;
  const begins = start === block.start || endsSentence(text, start - 1) || /\s/.test(text.charAt(start - 1));
  const ends = end === block.end || endsSentence(text, end - 1) || /[”’」』"')\]）】》]/.test(text.charAt(end - 1));
  return begins && ends && end - start <= LONGEST_QUOTE ? { sentence: { start, end }, whole: true } : undefined;
}

/** Whether the character at `at` ends a sentence or a line. */
function endsSentence(text: string, at: number): boolean {
  const c = text.charAt(at);
  if (c === '\n' || /[。！？!?…]/.test(c)) return c !== '…';
  if (c !== '.') return false;
  // A dot ends a sentence before white space and a capital, a quotation mark, or a letter that has no case; "p. 3",
  // "No. 7" and the dots of initials do not.
  const after = text.slice(at + 1, at + 5);
  if (!/^["”’')\]]*(?:\s+["“‘'(]*[\p{Lu}\p{Lo}]|$)/u.test(after)) return false;
  return !/(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Art|vs|e\.g|i\.e)$/u.test(text.slice(Math.max(0, at - 6), at));
}
