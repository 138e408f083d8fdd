import { type OfficeCell, type OfficeNode, type OfficeParagraph, visibleLength } from './office-nodes.ts';

/** A text that is being put together: the body, a note, a header. */
export interface RtfStory {
  readonly nodes: OfficeNode[];
  parts: string[];
  linked: number;
  /** What the paragraph is, until the next `\pard`. */
  outline: number | undefined;
  listed: boolean;
  style: number | undefined;
  /** How deep in tables the paragraph stands; 0 for none. */
  depth: number;
  /** Tables that are open, by depth from 1. */
  readonly tables: { nodes: OfficeNode[]; cells: OfficeCell[] }[];
}

/** Tables in tables that are told apart; deeper ones are read as if they stood at this depth. */
const DEEPEST_TABLE = 30;

export function newStory(): RtfStory {
  return { nodes: [], parts: [], linked: 0, outline: undefined, listed: false, style: undefined, depth: 0, tables: [] };
}

export function writeText(story: RtfStory, text: string, linked: boolean): void {
  story.parts.push(text);
  if (linked) story.linked += visibleLength(text);
}

export function resetParagraph(story: RtfStory): void {
  story.outline = undefined;
  story.listed = false;
  story.style = undefined;
  story.depth = 0;
}

/** What the paragraph is by its own words and those of its style. */
export type SettingOf = (story: RtfStory) => Pick<OfficeParagraph, 'kind' | 'level'>;

/** Ends the paragraph. One without text is kept, since paragraphs are counted. */
export function endParagraph(story: RtfStory, settingOf: SettingOf): void {
  const paragraph: OfficeParagraph = {
    type: 'paragraph',
    text: story.parts.join(''),
    ...settingOf(story),
    linked: story.linked,
  };
  story.parts = [];
  story.linked = 0;
  if (story.depth === 0) closeTables(story);
  holderAt(story, story.depth).push(paragraph);
}

/** Ends a cell of the table at this depth, with the paragraph that stands in it. */
export function endCell(story: RtfStory, depth: number, settingOf: SettingOf): void {
  story.depth = Math.min(Math.max(1, depth), DEEPEST_TABLE);
  endParagraph(story, settingOf);
  closeAbove(story, story.depth);
  const table = story.tables[story.depth - 1];
  table?.cells.push(table.nodes);
  if (table !== undefined) table.nodes = [];
}

export function endRow(story: RtfStory, depth: number): void {
  const at = Math.min(Math.max(1, depth), DEEPEST_TABLE);
  closeAbove(story, at);
  closeRow(story, at);
}

/** Rows that were never ended are rows all the same. */
export function closeTables(story: RtfStory): void {
  closeAbove(story, 0);
}

function closeAbove(story: RtfStory, depth: number): void {
  for (let at = story.tables.length; at > depth; at--) {
    closeRow(story, at);
    story.tables.length = at - 1;
  }
}

function closeRow(story: RtfStory, depth: number): void {
  const table = story.tables[depth - 1];
  if (table === undefined) return;
  const rest = table.nodes;
  const cells = rest.some((node) => node.type === 'table' || /\S/.test(node.text))
    ? [...table.cells, rest]
    : table.cells;
  table.nodes = [];
  table.cells = [];
  if (cells.length > 0) holderAt(story, depth - 1).push({ type: 'table', rows: [cells] });
}

function holderAt(story: RtfStory, depth: number): OfficeNode[] {
  if (depth === 0) return story.nodes;
  const at = Math.min(depth, DEEPEST_TABLE);
  for (;;) {
    const table = story.tables[at - 1];
    if (table !== undefined) return table.nodes;
    story.tables.push({ nodes: [], cells: [] });
  }
}
