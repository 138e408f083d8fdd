import type { BlockView, ClaimStateCode, Span } from '../../serve/api.ts';

/** What is painted of a claim: whatever changes here has the paragraphs that it stands in drawn again, and no others. */
export interface ClaimPaint extends Span {
  readonly id: string;
  readonly kind: string;
  readonly state: ClaimStateCode;
  readonly who: string;
  readonly selected: boolean;
}

/** All that lies over a text. Offsets are of that text, ascending by start within each list. */
export interface Layers {
  readonly claims: readonly ClaimPaint[];
  readonly veils: readonly Span[];
  readonly finds: readonly Span[];
  /** Which of the finds is looked at. */
  readonly found?: number | undefined;
  readonly cursor?: Span | undefined;
  readonly basis?: Span | undefined;
  /** The passage that says the same in the other language. */
  readonly pair?: Span | undefined;
}

/** A stretch that is drawn as one paragraph, heading or cell. */
export interface Unit extends Span {
  readonly key: string;
  readonly language: string;
}

export type Node = TextNode | ClaimNode;

/** Letters under one set of marks. */
export interface TextNode extends Span {
  readonly type: 'text';
  readonly veil: boolean;
  readonly find: 'none' | 'other' | 'here';
  readonly cursor: boolean;
  readonly basis: boolean;
  readonly pair: boolean;
}

/** A claim, or the part of one that another claim's end or a paragraph's has cut off. */
export interface ClaimNode extends Span {
  readonly type: 'claim';
  readonly claim: ClaimPaint;
  /** The piece that carries the focus: where the claim begins. */
  readonly first: boolean;
  readonly last: boolean;
  /** How many claims it lies within: underlines are stacked by it. */
  readonly lane: number;
  readonly children: readonly Node[];
}

export interface Paint {
  readonly unit: Unit;
  readonly nodes: readonly Node[];
  /** Claims that begin here but lie too deep to be drawn; the list beside the text has them. */
  readonly undrawn: number;
}

/** Underlines that are told apart; more claims in one place are left to the list. */
const MOST_LANES = 5;

/**
 * Paints units one by one and remembers each: what is under the same marks as before comes back as the same object, so that a
 * component that holds it need not draw again.
 */
export function createPainter(): (text: string, units: readonly Unit[], layers: Layers) => readonly Paint[] {
  let known = new Map<string, { readonly key: string; readonly paint: Paint }>();
  let before = '';
  return (text, units, layers) => {
    const remembered = text === before ? known : new Map<string, never>();
    const next = new Map<string, { readonly key: string; readonly paint: Paint }>();
    const paints = distribute(units, layers).map((own) => {
      const key = keyOf(own.unit, own.layers);
      const last = remembered.get(own.unit.key);
      const kept = last?.key === key ? last : { key, paint: paintUnit(own.unit, own.layers) };
      next.set(own.unit.key, kept);
      return kept.paint;
    });
    known = next;
    before = text;
    return paints;
  };
}

/** Paints one unit: its nodes' texts, joined, are its text. */
export function paintUnit(unit: Unit, layers: Layers): Paint {
  const claims = layers.claims
    .map((claim): Piece => ({ claim, start: Math.max(claim.start, unit.start), end: Math.min(claim.end, unit.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = cutsOf(unit, layers);
  const undrawn = new Set<string>();
  const nodes = nest(unit, claims, 0, { cuts, layers, undrawn });
  return { unit, nodes, undrawn: undrawn.size };
}

interface Piece extends Span {
  readonly claim: ClaimPaint;
}

interface Painting {
  readonly cuts: readonly number[];
  readonly layers: Layers;
  readonly undrawn: Set<string>;
}

/** Claims within claims; what reaches beyond the one it begins in goes on behind it. */
function nest(span: Span, pieces: readonly Piece[], lane: number, painting: Painting): readonly Node[] {
  const nodes: Node[] = [];
  let queue = [...pieces];
  let at = span.start;
  for (let piece = queue.shift(); piece !== undefined; piece = queue.shift()) {
    const { claim, start, end } = piece;
    if (lane >= MOST_LANES) {
      painting.undrawn.add(claim.id);
      continue;
    }
    nodes.push(...plain(at, start, painting));
    const inside = queue.filter((other) => other.start < end);
    const crossing = inside.filter((other) => other.end > end).map((other) => ({ ...other, start: end }));
    const within = inside.map((other) => (other.end > end ? { ...other, end } : other));
    nodes.push({
      type: 'claim',
      claim,
      start,
      end,
      first: start === claim.start,
      last: end === claim.end,
      lane,
      children: nest({ start, end }, within, lane + 1, painting),
    });
    queue = [...crossing, ...queue.slice(inside.length)].sort((a, b) => a.start - b.start || b.end - a.end);
    at = end;
  }
  nodes.push(...plain(at, span.end, painting));
  return nodes;
}

function plain(from: number, to: number, { cuts, layers }: Painting): readonly TextNode[] {
  const nodes: TextNode[] = [];
  let start = from;
  for (const cut of cuts) {
    if (cut <= start) continue;
    if (start >= to) break;
    const end = Math.min(cut, to);
    nodes.push({ type: 'text', start, end, ...marksAt(start, layers) });
    start = end;
  }
  if (start < to) nodes.push({ type: 'text', start, end: to, ...marksAt(start, layers) });
  return nodes;
}

function marksAt(
  at: number,
  { veils, finds, found, cursor, basis, pair }: Layers,
): Omit<TextNode, 'type' | keyof Span> {
  const find = finds.findIndex((one) => holds(one, at));
  return {
    veil: veils.some((one) => holds(one, at)),
    find: find < 0 ? 'none' : find === found ? 'here' : 'other',
    cursor: holds(cursor, at),
    basis: holds(basis, at),
    pair: holds(pair, at),
  };
}

function holds(span: Span | undefined, at: number): boolean {
  return span !== undefined && span.start <= at && at < span.end;
}

/** Where marks other than claims begin and end within a unit, ascending. */
function cutsOf({ start, end }: Span, { veils, finds, cursor, basis, pair }: Layers): readonly number[] {
  const edges = [...veils, ...finds, ...[cursor, basis, pair].filter((span) => span !== undefined)].flatMap((span) => [
    span.start,
    span.end,
  ]);
  return [...new Set(edges)].filter((at) => at > start && at < end).sort((a, b) => a - b);
}

/** Hands each unit what lies over it. Units ascend and so does every list, so that each is gone through once. */
function distribute(
  units: readonly Unit[],
  layers: Layers,
): readonly { readonly unit: Unit; readonly layers: Layers }[] {
  const claims = overlapping(units, layers.claims);
  const veils = overlapping(units, layers.veils);
  const finds = overlapping(units, layers.finds);
  const here = layers.found === undefined ? undefined : layers.finds[layers.found];
  return units.map((unit, at) => {
    const own = finds[at] ?? [];
    const found = here === undefined ? -1 : own.indexOf(here);
    return {
      unit,
      layers: {
        claims: claims[at] ?? [],
        veils: veils[at] ?? [],
        finds: own,
        found: found < 0 ? undefined : found,
        cursor: touching(unit, layers.cursor),
        basis: touching(unit, layers.basis),
        pair: touching(unit, layers.pair),
      },
    };
  });
}

function touching(unit: Span, span: Span | undefined): Span | undefined {
  return span !== undefined && span.start < unit.end && span.end > unit.start ? span : undefined;
}

function overlapping<S extends Span>(units: readonly Span[], spans: readonly S[]): readonly S[][] {
  const lists: S[][] = units.map(() => []);
  const order = [...units.keys()].sort((a, b) => (units[a]?.start ?? 0) - (units[b]?.start ?? 0));
  const starts = order.map((unit) => units[unit]?.start ?? 0);
  for (const span of spans) {
    // The last unit that begins at or before the span, then onwards as far as it reaches.
    for (let at = Math.max(0, lastAtMost(starts, span.start)); at < order.length; at += 1) {
      const unit = order[at];
      const over = unit === undefined ? undefined : units[unit];
      if (unit === undefined || over === undefined || over.start >= span.end) break;
      if (span.start < over.end) lists[unit]?.push(span);
    }
  }
  return lists;
}

function lastAtMost(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function keyOf(unit: Unit, { claims, veils, finds, found, cursor, basis, pair }: Layers): string {
  const spans = [...veils, null, ...finds, null, cursor, basis, pair].map((span) =>
    span === null || span === undefined ? '-' : `${span.start}:${span.end}`,
  );
  const marks = claims.map((one) =>
    [one.id, one.kind, one.state, one.start, one.end, one.selected ? 1 : 0, one.who].join(' '),
  );
  return [unit.start, unit.end, unit.language, found ?? '', ...spans, ...marks].join('\n');
}

/** Text, headings and so on as they are drawn: a row of a table has a unit for each cell, anything else one. */
export interface BlockUnits {
  readonly block: BlockView;
  readonly units: readonly Unit[];
}

/** A text that nobody divided is one paragraph. */
export function unitsOf(text: string, blocks: readonly BlockView[], language: string): readonly BlockUnits[] {
  const whole: BlockView = { start: 0, end: text.length, kind: 'paragraph', boilerplate: false, language };
  return (blocks.length > 0 || text === '' ? blocks : [whole]).map((block) => ({
    block,
    units: block.kind === 'table-row' ? cellsOf(text, block) : [unitOf(block, block.language)],
  }));
}

function cellsOf(text: string, { start, end, language }: BlockView): readonly Unit[] {
  const cells: Unit[] = [];
  let at = start;
  for (const words of text.slice(start, end).split('\t')) {
    cells.push(unitOf({ start: at, end: at + words.length }, language));
    at += words.length + 1;
  }
  return cells;
}

export function unitOf({ start, end }: Span, language: string): Unit {
  return { key: `${start}:${end}`, start, end, language };
}
