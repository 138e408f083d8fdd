import { REPOST } from '../data/post-words.ts';
import type { Block } from '../layer.ts';
import type { SourceWords } from './findings.ts';

/** Words of another that a post passes on, and from where in the block they are the other's. */
export interface PassedOn {
  readonly from: number;
  readonly source: SourceWords;
}

/** Whose words a block of a post passes on (`RT @x:`, `//@x：`), behind the marker; undefined when it passes on none. */
export function passedOnIn(text: string, block: Block): PassedOn | undefined {
  const words = text.slice(block.start, Math.min(block.end, block.start + 1000));
  const match = REPOST.exec(words);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const start = block.start + match.index + match[0].indexOf(name);
  return {
    from: block.start + match.index + match[0].length,
    source: { start, end: start + name.length, link: { role: 'speaker', name, type: 'person' } },
  };
}
