import type { Block } from './layer.ts';
import type { Drafted } from './read-layer.ts';

/** Probable boilerplate, block by block. */
export function labelBlocks(drafted: Drafted): readonly Block['label'][] {
  return drafted.blocks.map((block) => (block.aside || block.kind === 'control' ? 'boilerplate' : 'content'));
}
