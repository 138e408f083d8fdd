import type { Span } from '../anchor.ts';
import type { Layer } from '../layer.ts';
import { sentencesOf } from '../sentences.ts';
import type { ThemePack } from '../theme-pack.ts';
import { type Features, featureReader, lettersIn, sharedWeight } from './features.ts';

/** Sentences of an original and those that render them; one side is empty where nothing renders, or is rendered. */
export interface AlignedGroup {
  readonly original: readonly Span[];
  readonly translation: readonly Span[];
  /** What speaks for the group beside the order and the lengths: never the meaning, which is not looked at. */
  readonly evidence: readonly ('numbers' | 'dates' | 'names' | 'words' | 'quotation')[];
}

export interface AlignmentRefusal {
  readonly type: 'alignment-refused';
  readonly reason: 'no-text' | 'too-long';
}

/** Most sentences on either side. */
const MOST_SENTENCES = 20_000;

/**
 * Aligns a text with its translation, sentence by sentence and in order (docs/translations.md TR4 to TR7): by length, after
 * Gale and Church (1993), and by what both sides write alike: numbers, dates, names of theme packs, foreign words, marks of
 * quotation and question. Up to three sentences may stand for one. Every sentence of both sides is in exactly one group.
 */
export function alignSentences(
  original: Pick<Layer, 'text' | 'blocks'>,
  translation: Pick<Layer, 'text' | 'blocks'>,
  packs: readonly ThemePack[],
): readonly AlignedGroup[] | AlignmentRefusal {
  const read = featureReader(packs, [original.text, translation.text]);
  const [first, second] = [unitsOf(original, read), unitsOf(translation, read)];
  if (first.length === 0 || second.length === 0) return { type: 'alignment-refused', reason: 'no-text' };
  if (Math.max(first.length, second.length) > MOST_SENTENCES) return { type: 'alignment-refused', reason: 'too-long' };
  return groupsOf(first, second);
}

interface Unit {
  readonly span: Span;
  readonly size: number;
  readonly features: Features;
  /** Whether a block begins with it. */
  readonly opens: boolean;
}

function unitsOf({ text, blocks }: Pick<Layer, 'text' | 'blocks'>, read: (words: string) => Features): readonly Unit[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'front-matter' || block.kind === 'control') return [];
    const words = text.slice(block.start, block.end);
    return sentencesOf(words, block.language).map(({ start, end }, i): Unit => {
      const sentence = words.slice(start, end);
      const span = { start: block.start + start, end: block.start + end };
      return { span, size: lettersIn(sentence), features: read(sentence), opens: i === 0 };
    });
  });
}

/** How many sentences of each side a group may hold, and what that costs against one for one (Gale and Church, table 5). */
const SHAPES: readonly { readonly of: number; readonly by: number; readonly cost: number }[] = [
  { of: 1, by: 1, cost: 0 },
  { of: 1, by: 0, cost: 4.5 },
  { of: 0, by: 1, cost: 4.5 },
  { of: 2, by: 1, cost: 2.3 },
  { of: 1, by: 2, cost: 2.3 },
  { of: 2, by: 2, cost: 4.4 },
  { of: 3, by: 1, cost: 4.2 },
  { of: 1, by: 3, cost: 4.2 },
];
/** Variance of the length of a rendering for each letter (Gale and Church, section 3.2). */
const VARIANCE = 6.8;
/** Most that a length may speak against a group: one odd sentence must not push all others out of step. */
const MOST_AGAINST = 9;

function groupsOf(first: readonly Unit[], second: readonly Unit[]): readonly AlignedGroup[] {
  const [sizes, others] = [sums(first), sums(second)];
  const ratio = (others.at(-1) ?? 0) / Math.max(1, sizes.at(-1) ?? 0);
  const width = second.length + 1;
  // Far from the diagonal nobody translates: a band is looked at, and grows with the difference of the two lengths.
  const band = 40 + Math.abs(first.length - second.length) + Math.ceil(Math.max(first.length, second.length) * 0.05);
  const best = rowsOf(first.length + 1, Number.POSITIVE_INFINITY, width, band, first.length);
  const step = rowsOf(first.length + 1, -1, width, band, first.length);
  best.set(0, 0, 0);
  for (let i = 0; i <= first.length; i++) {
    for (let j = best.from(i); j < best.to(i); j++) {
      const here = best.get(i, j);
      if (here === Number.POSITIVE_INFINITY) continue;
      for (const [at, shape] of SHAPES.entries()) {
        const [ni, nj] = [i + shape.of, j + shape.by];
        if (ni > first.length || nj > second.length || !best.holds(ni, nj)) continue;
        const cost = here + shape.cost + costOf(first.slice(i, ni), second.slice(j, nj), ratio);
        if (cost >= best.get(ni, nj)) continue;
        best.set(ni, nj, cost);
        step.set(ni, nj, at);
      }
    }
  }
  const groups: AlignedGroup[] = [];
  for (let i = first.length, j = second.length; i > 0 || j > 0; ) {
    const shape = SHAPES[step.get(i, j)];
    if (shape === undefined) throw new Error('no way leads through the alignment');
    const [of, by] = [first.slice(i - shape.of, i), second.slice(j - shape.by, j)];
    groups.push(groupOf(of, by));
    i -= shape.of;
    j -= shape.by;
  }
  return groups.reverse();
}

function costOf(of: readonly Unit[], by: readonly Unit[], ratio: number): number {
  if (of.length === 0 || by.length === 0) return 0;
  const [size, other] = [of.reduce((sum, unit) => sum + unit.size, 0), by.reduce((sum, unit) => sum + unit.size, 0)];
  const expected = size * ratio;
  const delta = (other - expected) / Math.sqrt(Math.max(1, (expected + other) / 2) * VARIANCE);
  const against = Math.min(MOST_AGAINST, (delta * delta) / 2);
  const { weight } = sharedWeight(featuresOf(of), featuresOf(by));
  // Paragraphs of a translation begin where those of its original do, mostly.
  const opening = of[0]?.opens === by[0]?.opens ? 0 : 1.2;
  const inside = [...of.slice(1), ...by.slice(1)].filter(({ opens }) => opens).length * 2;
  return against + opening + inside - weight;
}

function featuresOf(units: readonly Unit[]): readonly Features[] {
  return units.map(({ features }) => features);
}

function groupOf(of: readonly Unit[], by: readonly Unit[]): AlignedGroup {
  const { evidence } = sharedWeight(featuresOf(of), featuresOf(by));
  return { original: of.map(({ span }) => span), translation: by.map(({ span }) => span), evidence };
}

function sums(units: readonly Unit[]): readonly number[] {
  let total = 0;
  return [0, ...units.map(({ size }) => (total += size))];
}

interface Band {
  readonly from: (i: number) => number;
  readonly to: (i: number) => number;
  readonly holds: (i: number, j: number) => boolean;
  readonly get: (i: number, j: number) => number;
  readonly set: (i: number, j: number, value: number) => void;
}

/** A table of which only a band around the diagonal is kept. */
function rowsOf(rows: number, empty: number, width: number, band: number, last: number): Band {
  const from = (i: number): number => Math.max(0, Math.floor((i * (width - 1)) / Math.max(1, last)) - band);
  const to = (i: number): number => Math.min(width, Math.floor((i * (width - 1)) / Math.max(1, last)) + band + 1);
  const values = Array.from({ length: rows }, (_, i) => new Float64Array(to(i) - from(i)).fill(empty));
  return {
    from,
    to,
    holds: (i, j) => j >= from(i) && j < to(i),
    get: (i, j) => values[i]?.[j - from(i)] ?? empty,
    set: (i, j, value) => {
      const row = values[i];
      if (row !== undefined) row[j - from(i)] = value;
    },
  };
}
