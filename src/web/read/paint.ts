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
  let known: ReadonlyMap<string, Painted> = new Map();
  let before = '';
  let order: Order = { units: [], at: [], starts: [] };
  return (text, units, layers) => {
    if (order.units !== units) order = orderOf(units);
    const remembered = text === before ? known : new Map<string, never>();
    const next = new Map<string, Painted>();
    const paints = distribute(order, layers).map((own) => {
      const last = remembered.get(own.unit.key);
      const kept =
        last !== undefined && last.unit.language === own.unit.language && sameLayers(last.layers, own.layers)
          ? last
          : { ...own, paint: paintUnit(own.unit, own.layers) };
      next.set(own.unit.key, kept);
      return kept.paint;
    });
    known = next;
    before = text;
    return paints;
  };
}

interface UnitLayers {
  readonly unit: Unit;
  readonly layers: Layers;
}

interface Painted extends UnitLayers {
  readonly paint: Paint;
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

/** Units by where they begin: `at` are their places in the list. */
interface Order {
  readonly units: readonly Unit[];
  readonly at: readonly number[];
  readonly starts: readonly number[];
}

function orderOf(units: readonly Unit[]): Order {
  const at = [...units.keys()].sort((a, b) => (units[a]?.start ?? 0) - (units[b]?.start ?? 0));
  return { units, at, starts: at.map((unit) => units[unit]?.start ?? 0) };
}

const NOTHING: readonly never[] = [];

/** Hands each unit what lies over it. */
function distribute(order: Order, layers: Layers): readonly UnitLayers[] {
  const claims = overlapping(order, layers.claims);
  const veils = overlapping(order, layers.veils);
  const finds = overlapping(order, layers.finds);
  const here = layers.found === undefined ? undefined : layers.finds[layers.found];
  return order.units.map((unit, at) => {
    const own: readonly Span[] = finds.get(at) ?? NOTHING;
    const found = here === undefined ? -1 : own.indexOf(here);
    return {
      unit,
      layers: {
        claims: claims.get(at) ?? NOTHING,
        veils: veils.get(at) ?? NOTHING,
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

function overlapping<S extends Span>({ units, at: order, starts }: Order, spans: readonly S[]): Map<number, S[]> {
  const lists = new Map<number, S[]>();
  for (const span of spans) {
    // The last unit that begins at or before the span, then onwards as far as it reaches.
    for (let at = Math.max(0, lastAtMost(starts, span.start)); at < order.length; at += 1) {
      const unit = order[at];
      const over = unit === undefined ? undefined : units[unit];
      if (unit === undefined || over === undefined || over.start >= span.end) break;
      if (span.start >= over.end) continue;
      const list = lists.get(unit);
      if (list === undefined) lists.set(unit, [span]);
      else list.push(span);
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

/** Whether the same lies over a unit: then its paint stays the object that it was. */
function sameLayers(a: Layers, b: Layers): boolean {
  return (
    a.found === b.found &&
    sameList(a.claims, b.claims, sameClaim) &&
    sameList(a.veils, b.veils, sameSpan) &&
    sameList(a.finds, b.finds, sameSpan) &&
    sameSpan(a.cursor, b.cursor) &&
    sameSpan(a.basis, b.basis) &&
    sameSpan(a.pair, b.pair)
  );
}

/** Whether two lists hold the same, one by one. */
export function sameList<T>(a: readonly T[], b: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  return a.every((one, at) => {
    const other = b[at];
    return one === other || (other !== undefined && isSame(one, other));
  });
}

function sameSpan(a: Span | undefined, b: Span | undefined): boolean {
  return a === b || (a?.start === b?.start && a?.end === b?.end);
}

function sameClaim(a: ClaimPaint, b: ClaimPaint): boolean {
  return (
    sameSpan(a, b) &&
    a.id === b.id &&
    a.kind === b.kind &&
    a.state === b.state &&
    a.selected === b.selected &&
    a.who === b.who
  );
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
