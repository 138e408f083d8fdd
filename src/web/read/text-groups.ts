import type { Span } from '../../serve/api.ts';
import type { BlockUnits, Unit } from './paint.ts';

/** Blocks that are drawn together; `around`: what stands around the text, menus and notices, which is folded. */
export interface TextGroup extends Span {
  readonly type: 'text' | 'around';
  readonly blocks: readonly ShownBlock[];
  /** Its units in the list of all. */
  readonly from: number;
  readonly to: number;
}

export interface ShownBlock extends BlockUnits {
  /** The level that a heading has on screen, where none is left out between two. */
  readonly heading: number;
}

/** Few enough that one is drawn at once, many enough that a long text has few. */
const MOST_BLOCKS = 24;

/** Groups ascend. A text that is nothing but what stands around texts is not folded. */
export function groupsOf(blocks: readonly BlockUnits[]): readonly TextGroup[] {
  const foldable = blocks.some(({ block }) => !block.boilerplate);
  const groups: { type: TextGroup['type']; blocks: ShownBlock[]; from: number; to: number }[] = [];
  let at = 0;
  let heading = 1;
  for (const one of blocks) {
    const type = foldable && one.block.boilerplate ? 'around' : 'text';
    // A heading that is folded is none on screen.
    if (type === 'text' && one.block.kind === 'heading') {
      heading = Math.min((one.block.level ?? 2) + 1, heading + 1, 6);
    }
    const last = groups.at(-1);
    const to = at + one.units.length;
    const inTable = one.block.kind === 'table-row' && last?.blocks.at(-1)?.block.kind === 'table-row';
    const fits =
      last !== undefined && last.type === type && (type === 'around' || inTable || last.blocks.length < MOST_BLOCKS);
    const shown = { ...one, heading: Math.max(2, heading) };
    if (fits) {
      last.blocks.push(shown);
      last.to = to;
    } else groups.push({ type, blocks: [shown], from: at, to });
    at = to;
  }
  return groups.map((group) => ({
    ...group,
    start: group.blocks[0]?.block.start ?? 0,
    end: group.blocks.at(-1)?.block.end ?? 0,
  }));
}

export function unitsIn(blocks: readonly BlockUnits[]): readonly Unit[] {
  return blocks.flatMap(({ units }) => units);
}
