import type { Span } from './anchor.ts';
import type { DraftBlock } from './draft.ts';
import type { Block, Layer } from './layer.ts';
import { labelMarkup } from './main-region.ts';
import { labelPlainText } from './plain-labels.ts';
import type { Drafted } from './read-layer.ts';

export interface MainText {
  /** The blocks below, joined as in the layer. Empty when nothing was labelled content. */
  readonly text: string;
  /** Where they stand in the layer. */
  readonly spans: readonly Span[];
}

/**
 * The text proper of a layer: its blocks labelled content, without the title before them. A hint for showing and
 * measuring; what is stored, searched and cited is always the whole layer.
 */
export function mainText(layer: Layer): MainText {
  const content = layer.blocks.filter((block) => block.label === 'content');
  const first = content.findIndex((block) => block.kind !== 'heading');
  const title = layer.metadata.title?.value;
  const spans = content.filter((block, i) => {
    if (i >= first || first < 0) return true;
    const words = layer.text.slice(block.start, block.end);
    return !(block.level === 1 || (title !== undefined && words === title));
  });
  return {
    text: spans.map(({ start, end }) => layer.text.slice(start, end)).join('\n\n'),
    spans: spans.map(({ start, end }) => ({ start, end })),
  };
}

/** Probable boilerplate, block by block, in the order of the blocks. */
export function labelBlocks(drafted: Drafted): readonly Block['label'][] {
  const { blocks } = drafted;
  const markup = blocks.filter((block) => block.element !== undefined);
  const kept = new Set<DraftBlock>([
    ...labelMarkup(markup),
    ...labelPlainText(blocks.filter((block) => block.element === undefined)),
  ]);
  return blocks.map((block) => (kept.has(block) ? 'content' : 'boilerplate'));
}
