import type { Span } from './anchor.ts';
import { LEADS_TO_ITEMS, type NumberStyle } from './data/provision-words.ts';
import type { Block, Layer } from './layer.ts';
import { type ProvisionLabel, provisionLabelOf } from './provision-label.ts';

/** One numbered item of a rule or list. */
export interface Provision extends Span {
  /** Index of the block that holds it; `start` to `end` is the item with its label, within that block. */
  readonly block: number;
  /** Where its words begin, after the label. */
  readonly words: number;
  /** As it stands: `第三条`, `(1)`, `가.`. */
  readonly label: string;
  readonly number: number;
  /** 0 for the outermost numbering of its list. */
  readonly level: number;
  /** Index of the item that it is part of. */
  readonly parent?: number;
  /** The sentence that the items of this list hang on: "… the following measures:". */
  readonly leadIn?: Span & { readonly block: number };
}

/**
 * The numbered items of a layer (docs/read.md L85), in text order: at the beginning of blocks and lines, and within
 * a paragraph where numbers follow one another after the ends of sentences. A number alone is no item: another of its
 * kind must follow or precede it, unless it is that of an article. Empty when there are none. Linear in the text.
 */
export function provisionsOf(layer: Pick<Layer, 'text' | 'blocks'>): readonly Provision[] {
  const { text, blocks } = layer;
  const marks = blocks.flatMap((block, at) => (isBody(block) ? marksIn(text, block, at) : []));
  const placed = nested(blocks, marks);
  const lists = new Map<number, number>();
  for (const { list } of placed) lists.set(list, (lists.get(list) ?? 0) + 1);
  const kept = placed.filter(
    ({ list, mark }) => (lists.get(list) ?? 0) >= 2 || mark.style === 'article' || mark.style === 'part',
  );
  const indexes = new Map(kept.map(({ mark }, i) => [mark, i]));
  const leads = new Map<number, Provision['leadIn']>();
  return kept.map(({ mark, list, level, parent }): Provision => {
    if (!leads.has(list)) leads.set(list, leadInOf(text, blocks, mark));
    const leadIn = leads.get(list);
    const within = parent === undefined ? undefined : indexes.get(parent);
    return {
      block: mark.block,
      start: mark.start,
      end: mark.end,
      words: mark.start + mark.length,
      label: mark.label,
      number: mark.number,
      level,
      ...(within !== undefined && { parent: within }),
      ...(leadIn && { leadIn }),
    };
  });
}

function isBody({ kind }: Block): boolean {
  return kind !== 'front-matter' && kind !== 'control' && kind !== 'preformatted';
}

interface Mark extends ProvisionLabel {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Labels at the beginning of a block and of its lines, and after the ends of sentences when they go on counting. */
function marksIn(text: string, block: Block, at: number): readonly Mark[] {
  const words = text.slice(block.start, block.end);
  const starts: { readonly label: ProvisionLabel; readonly start: number }[] = [];
  const lastOf = new Map<NumberStyle, number>();
  for (const { start, fresh } of placesIn(words)) {
    const label = provisionLabelOf(words.slice(start, start + 24));
    if (label === undefined) continue;
    // Within a line a number is an item when it is the next one, or the first of a kind and not the only one.
    if (!fresh && label.number !== 1 && label.number !== (lastOf.get(label.style) ?? 0) + 1) continue;
    if (!fresh && !isInline(label.style)) continue;
    lastOf.set(label.style, label.number);
    starts.push({ label, start });
  }
  return starts.map(({ label, start }, i): Mark => {
    const end = starts[i + 1]?.start ?? words.length;
    return {
      ...label,
      block: at,
      start: block.start + start,
      end: block.start + start + words.slice(start, end).trimEnd().length,
    };
  });
}

/** Styles that are not mistaken for something else inside a sentence. */
function isInline(style: NumberStyle): boolean {
  return style !== 'letter' && style !== 'hangul' && style !== 'decimal' && style !== 'article' && style !== 'part';
}

/** Where an item can begin: at the beginning of a line (fresh), or after the end of a sentence, clause or lead-in. */
function placesIn(words: string): readonly { readonly start: number; readonly fresh: boolean }[] {
  const places: { readonly start: number; readonly fresh: boolean }[] = [];
  for (const match of words.matchAll(
    /(^|\n)[^\S\n]*|[。；;：:.!！?？,，]["”’」』]?\s*(?=[\d(（①-⑳一二三四五六七八九十第其])/gu,
  )) {
    const fresh = match.index === 0 || match[0].startsWith('\n') || match[1] !== undefined;
    places.push({ start: match.index + match[0].length, fresh });
  }
  return places;
}

interface Placed {
  readonly mark: Mark;
  readonly list: number;
  readonly level: number;
  readonly parent: Mark | undefined;
}

interface Open {
  readonly style: NumberStyle;
  readonly list: number;
  last: Mark;
}

/** So many blocks without an item, or a heading that is none, end a list. */
const LONGEST_GAP = 12;

/** Which list each item belongs to: one goes on while its numbers grow, another kind within it is a level below. */
function nested(blocks: readonly Block[], marks: readonly Mark[]): readonly Placed[] {
  const placed: Placed[] = [];
  let open: Open[] = [];
  let lists = 0;
  for (const mark of marks) {
    const before = open.at(-1)?.last;
    const isLaw = mark.style === 'article' || mark.style === 'part';
    if (before !== undefined && !isLaw && isApart(blocks, before.block, mark.block))
      open = open.filter(({ style }) => style === 'article' || style === 'part');
    const at = open.findIndex(
      ({ style, last }) =>
        style === mark.style && mark.number > last.number && mark.number - last.number <= (isLaw ? 50 : 3),
    );
    if (at >= 0) {
      open = open.slice(0, at + 1);
      const own = open[at];
      if (own !== undefined) own.last = mark;
    } else {
      // The same kind counting anew begins another list in its place; a law's parts hold its articles, nothing else does.
      const same = open.findIndex(
        ({ style }) => style === mark.style || mark.style === 'part' || (mark.style === 'article' && style !== 'part'),
      );
      if (same >= 0) open = open.slice(0, same);
      open.push({ style: mark.style, list: lists++, last: mark });
    }
    const own = open.at(-1);
    placed.push({ mark, list: own?.list ?? 0, level: open.length - 1, parent: open.at(-2)?.last });
  }
  return placed;
}

function isApart(blocks: readonly Block[], from: number, to: number): boolean {
  if (to - from > LONGEST_GAP) return true;
  return blocks.slice(from + 1, to).some(({ kind }) => kind === 'heading');
}

const LONGEST_LEAD = 600;

/** The sentence before the first item of a list, in its block or the one or two before: with a colon, or words that lead. */
function leadInOf(text: string, blocks: readonly Block[], mark: Mark): Provision['leadIn'] {
  const own = blocks[mark.block];
  if (own === undefined) return undefined;
  const inner = text.slice(Math.max(own.start, mark.start - LONGEST_LEAD), mark.start);
  if (inner.trim() !== '') return lastSentence(text, mark.start - inner.length, mark.start, mark.block);
  for (let at = mark.block - 1; at >= Math.max(0, mark.block - 2); at--) {
    const block = blocks[at];
    if (block === undefined || !isBody(block)) continue;
    const found = lastSentence(text, Math.max(block.start, block.end - LONGEST_LEAD), block.end, at);
    if (found !== undefined) return found;
    if (block.kind !== 'heading') return undefined;
  }
  return undefined;
}

function lastSentence(text: string, from: number, to: number, block: number): Provision['leadIn'] {
  const words = text.slice(from, to).trimEnd();
  const breaks = [...words.slice(0, -1).matchAll(/[。！？!?\n]["”’」』]?|\.["”’]?\s/gu)];
  const last = breaks.at(-1);
  const at = last === undefined ? 0 : last.index + last[0].length;
  const sentence = words.slice(at);
  if (!/[:：]["”’]?$/.test(sentence) && !LEADS_TO_ITEMS.test(sentence)) return undefined;
  const start = from + at + (sentence.length - sentence.trimStart().length);
  return { block, start, end: from + words.length };
}
