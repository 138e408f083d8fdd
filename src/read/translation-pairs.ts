import type { Span } from './anchor.ts';
import { LEAD_IN, TRANSLATION_MARK } from './data/translation-cues.ts';
import type { Block, Layer } from './layer.ts';
import { type Measure, measureOf, type Script, sharedNames, sharedNumbers, sizesFit } from './translation-evidence.ts';

/** What speaks for two stretches saying the same: never their meaning, which is not looked at. */
export type PairEvidence =
  | 'numbers'
  | 'names'
  | 'length'
  | 'marked'
  | 'alternation'
  | 'lead-in'
  | 'parentheses'
  | 'row';

/** Two stretches of a layer of which one renders the other. Which is the original, the order does not tell. */
export interface TranslationPair {
  readonly first: Span & { readonly block: number };
  readonly second: Span & { readonly block: number };
  readonly evidence: readonly PairEvidence[];
}

/**
 * Finds a passage and its rendering in another script within one layer (docs/read.md L90): paragraphs that follow one
 * another, cells of a row, words and their rendering in parentheses. Cautious: of fitting lengths, without numbers that
 * contradict, and with one more thing that speaks for it. Empty when the layer is in one script. Linear in the text.
 */
export function translationPairsOf(layer: Pick<Layer, 'text' | 'blocks'>): readonly TranslationPair[] {
  const { text, blocks } = layer;
  const measures = blocks.map((block) => (isPlain(block) ? measureOf(text.slice(block.start, block.end)) : NOTHING));
  if (
    new Set(measures.map(({ script }) => script).filter((script) => script !== undefined)).size < 2 &&
    !blocks.some(({ kind }) => kind === 'table-row')
  )
    return blocks.flatMap((block, i) => withinBlock(text, block, i));
  const between = betweenBlocks({ text, blocks, measures });
  return [...between, ...blocks.flatMap((block, i) => withinBlock(text, block, i))].sort(
    (a, b) => a.first.start - b.first.start || a.second.start - b.second.start,
  );
}

function isPlain({ kind, label }: Block): boolean {
  return label === 'content' && kind !== 'front-matter' && kind !== 'control' && kind !== 'table-row';
}

const NOTHING: Measure = { script: undefined, size: 0 };

interface Page {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Of each block; nothing for those that are no text. */
  readonly measures: readonly Measure[];
}

interface Run {
  readonly script: Script;
  readonly blocks: number[];
}

function betweenBlocks(page: Page): readonly TranslationPair[] {
  const runs: Run[] = [];
  for (const [i, { script }] of page.measures.entries()) {
    const last = runs.at(-1);
    // Names, numbers and menus between paragraphs tell no language and part nothing.
    if (script === undefined) continue;
    if (last?.script === script) last.blocks.push(i);
    else runs.push({ script, blocks: [i] });
  }
  const pairs: TranslationPair[] = [];
  const used = new Set<number>();
  const take = (found: readonly TranslationPair[]): void => {
    for (const pair of found) {
      if (used.has(pair.first.block) || used.has(pair.second.block)) continue;
      used.add(pair.first.block).add(pair.second.block);
      pairs.push(pair);
    }
  };
  for (const [r, run] of runs.entries()) {
    const next = runs[r + 1];
    if (next === undefined) break;
    const sameLength = run.blocks.length === next.blocks.length;
    if (sameLength && run.blocks.length > 1) take(inStep(page, run, next));
    if (run.blocks.length === 1 && next.blocks.length === 1) take(alternating(page, runs, r));
    take(atTheSeam(page, run, next));
  }
  return pairs;
}

/** As many paragraphs in one script as in the other: all of them in order, when lengths fit and one shares numbers or names. */
function inStep(page: Page, run: Run, next: Run): readonly TranslationPair[] {
  const pairs = run.blocks.map((at, i) => weighed(page, at, next.blocks[i] ?? at));
  if (pairs.some((pair) => pair === undefined)) return [];
  const found = pairs.flatMap((pair) => (pair === undefined ? [] : [pair]));
  return found.some(isStrong) ? found : [];
}

/** One and one, and again one and one: a text printed paragraph by paragraph in two languages. */
function alternating(page: Page, runs: readonly Run[], r: number): readonly TranslationPair[] {
  const [a, b, c, d] = runs.slice(r, r + 4).map(({ blocks: own }) => (own.length === 1 ? own[0] : undefined));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return [];
  const pairs = [weighed(page, a, b), weighed(page, c, d)];
  return pairs.every((pair) => pair !== undefined)
    ? pairs.flatMap((pair) =>
        pair === undefined ? [] : [{ ...pair, evidence: [...pair.evidence, 'alternation'] as const }],
      )
    : [];
}

/** The last paragraph in one script and the first in the next. */
function atTheSeam(page: Page, run: Run, next: Run): readonly TranslationPair[] {
  const { text, blocks, measures } = page;
  const [a, b] = [run.blocks.at(-1), next.blocks[0]];
  if (a === undefined || b === undefined || b - a > 2) return [];
  const pair = weighed(page, a, b);
  if (pair === undefined) return [];
  if (isStrong(pair)) return [pair];
  // What a page brings in a foreign script after a colon, it renders for those who cannot read it.
  const before = blocks[a - 1];
  const led =
    run.blocks.length === 1 &&
    before !== undefined &&
    LEAD_IN.test(text.slice(Math.max(before.start, before.end - 40), before.end));
  const tight = sizesFit(measures[a] ?? NOTHING, measures[b] ?? NOTHING, 'tight');
  if (tight && b === a + 1 && /^[（(][^（()）]+[)）]$/.test(textOf(text, blocks[b])))
    return [{ ...pair, evidence: [...pair.evidence, 'parentheses'] }];
  return led && tight && (measures[a] ?? NOTHING).size >= 20
    ? [{ ...pair, evidence: [...pair.evidence, 'lead-in'] }]
    : [];
}

function isStrong({ evidence }: TranslationPair): boolean {
  return evidence.some((each) => each === 'numbers' || each === 'names' || each === 'marked');
}

function textOf(text: string, block: Block | undefined): string {
  return block === undefined ? '' : text.slice(block.start, block.end);
}

/** What speaks for two paragraphs; undefined when their lengths do not fit or their numbers contradict. */
function weighed({ text, blocks, measures }: Page, a: number, b: number): TranslationPair | undefined {
  const [left, right] = [measures[a] ?? NOTHING, measures[b] ?? NOTHING];
  if (!sizesFit(left, right, 'wide')) return undefined;
  const [first, second] = [blocks[a], blocks[b]];
  if (first === undefined || second === undefined || (first.kind === 'heading') !== (second.kind === 'heading'))
    return undefined;
  const [one, other] = [textOf(text, first), textOf(text, second)];
  const numbers = sharedNumbers(one, other);
  if (numbers === 'contradict') return undefined;
  const named = right.script === 'latin' ? sharedNames(one, other) : left.script === 'latin' && sharedNames(other, one);
  const marked = [one, other].some((words) => TRANSLATION_MARK.test(words.slice(0, 60)));
  return {
    first: { block: a, start: first.start, end: first.end },
    second: { block: b, start: second.start, end: second.end },
    evidence: [
      'length',
      ...(numbers === 'agree' ? (['numbers'] as const) : []),
      ...(named ? (['names'] as const) : []),
      ...(marked ? (['marked'] as const) : []),
    ],
  };
}

function withinBlock(text: string, block: Block, at: number): readonly TranslationPair[] {
  if (block.kind === 'front-matter' || block.kind === 'control') return [];
  const words = textOf(text, block);
  // Both scripts must be there.
  if (!/[\p{Script=Han}\p{Script=Hangul}]/u.test(words)) return [];
  return block.kind === 'table-row' ? cellPairs(words, block, at) : bracketPairs(words, block, at);
}

function cellPairs(words: string, block: Block, at: number): readonly TranslationPair[] {
  const pairs: TranslationPair[] = [];
  let before: { readonly words: string; readonly start: number; readonly measure: Measure } | undefined;
  let start = block.start;
  for (const cell of words.split('\t')) {
    const measure = measureOf(cell);
    const here = { words: cell, start, measure };
    start += cell.length + 1;
    const numbers = before === undefined ? 'contradict' : sharedNumbers(before.words, cell);
    if (
      before !== undefined &&
      numbers !== 'contradict' &&
      sizesFit(before.measure, measure, numbers === 'agree' ? 'wide' : 'tight') &&
      measure.size >= 4
    ) {
      pairs.push({
        first: { block: at, start: before.start, end: before.start + before.words.length },
        second: { block: at, start: here.start, end: here.start + cell.length },
        evidence: ['row', 'length', ...(numbers === 'agree' ? (['numbers'] as const) : [])],
      });
      before = undefined;
    } else before = here;
  }
  return pairs;
}

/** Words in brackets in another script than the words right before them. */
function bracketPairs(words: string, block: Block, at: number): readonly TranslationPair[] {
  const pairs: TranslationPair[] = [];
  for (const match of words.matchAll(/[（(]([^（()）\n]{4,400})[)）]/gu)) {
    const inner = match[1] ?? '';
    const head = words.slice(Math.max(0, match.index - 400), match.index);
    const measure = measureOf(inner);
    const { script } = measure;
    const lead =
      script === 'latin'
        ? /[\p{Script=Han}\p{Script=Hangul}\d，、“”‘’「」《》 ]*[\p{Script=Han}\p{Script=Hangul}”」》。]\s?$/u.exec(
            head.slice(-160),
          )?.[0]
        : /[^.!?。！？\n]*[\p{L}.”"]\s?$/u.exec(head)?.[0];
    if (script === undefined || lead === undefined) continue;
    const before = lead.trim();
    const own = measureOf(before);
    if (
      !sizesFit(own, measure, 'tight') ||
      sharedNumbers(before, inner) === 'contradict' ||
      measure.size < 8 ||
      own.size < 4
    )
      continue;
    const start = block.start + match.index - lead.length + (lead.length - lead.trimStart().length);
    const from = block.start + match.index + 1;
    pairs.push({
      first: { block: at, start, end: start + before.length },
      second: { block: at, start: from, end: from + inner.length },
      evidence: ['parentheses', 'length', ...(sharedNumbers(before, inner) === 'agree' ? (['numbers'] as const) : [])],
    });
  }
  return pairs;
}
