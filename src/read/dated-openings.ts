import { ISSUED } from './data/date-labels.ts';
import { PAPER_KIND, PAPER_LABEL } from './data/notice-words.ts';
import type { Block } from './layer.ts';
import { isRunningText, linesIn } from './notice-lines.ts';
import { findStatedDate } from './stated-date.ts';

const LONGEST_LINE = 170;

/**
 * Where papers begin that nothing closes or labels, as indexes into the body (docs/read.md L81): at a title that calls its paper a notice, order or
 * document of a number and bears its day (`Notice on Guests (28 August 2031)`, `[Document 2: order of …, 15 September 2031]`), or at the title above a
 * line that says when it was issued. Text follows each. `closed` are the blocks of closings, whose lines of issue belong to the paper above them.
 */
export function datedOpenings(text: string, body: readonly Block[], closed: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  for (const [at, block] of body.entries()) {
    if (closed.has(at) || block.label !== 'content' || !mayOpen(block)) continue;
    const lines = linesIn(text, block);
    if (lines.length > 3 || !isFollowed(text, body, at)) continue;
    const titled = lines.some(({ words }) => isDatedTitle(words));
    const issued = !titled && lines.some(({ words }) => isIssueLine(words));
    const start = titled ? at : issued ? titleAbove(text, body, at, closed) : undefined;
    if (start !== undefined && start !== found.at(-1)) found.push(withLabel(text, body, start, closed));
  }
  return found;
}

function mayOpen({ kind, start, end }: Block): boolean {
  return (kind === 'heading' || kind === 'paragraph') && end - start <= 2 * LONGEST_LINE;
}

function dayIn(words: string): boolean {
  return words.length <= LONGEST_LINE && findStatedDate(words)?.edtf.length === '2031-04-05'.length;
}

function isDatedTitle(words: string): boolean {
  if (!dayIn(words) || /[.。;；]$/u.test(words)) return false;
  const date = findStatedDate(words);
  const behind = words.slice(date?.end ?? 0);
  return (PAPER_LABEL.test(words) || /[(（,，]\s?$/u.test(words.slice(0, date?.start))) &&
    /^[\s)）\]】]*$/u.test(behind)
    ? PAPER_LABEL.test(words) || PAPER_KIND.test(words.slice(0, date?.start).replace(/[\s(（,，]+$/u, ''))
    : false;
}

function isIssueLine(words: string): boolean {
  // Posted and released are said of whoever prints papers.
  return dayIn(words) && ISSUED.test(words) && !/^[[(]?(?:posted|released)\b/iu.test(words);
}

/** Whether text stands below, within a few lines. */
function isFollowed(text: string, body: readonly Block[], at: number): boolean {
  return body
    .slice(at + 1, at + 5)
    .some(({ kind, start, end }) => kind !== 'heading' && isRunningText(text.slice(start, Math.min(end, start + 300))));
}

/** The title directly above a line of issue: without one, the line closes what stands above it. */
function titleAbove(text: string, body: readonly Block[], at: number, closed: ReadonlySet<number>): number | undefined {
  const block = body[at - 1];
  if (block === undefined || closed.has(at - 1) || block.end - block.start > LONGEST_LINE) return undefined;
  const words = text.slice(block.start, block.end);
  if (block.kind === 'heading') return at - 1;
  return isRunningText(words) || /[.。！？!?:：;；]$/u.test(words) ? undefined : at - 1;
}

/**
 * Where papers begin below labels (`Document 2`) that have the day of each beside its title or office, before its text: such a line heads the paper
 * below it and closes none. At least two.
 */
export function labelledPapers(
  text: string,
  body: readonly Block[],
): readonly { readonly at: number; readonly text: number }[] {
  const found = body.flatMap(({ start, end, label }, at) => {
    if (label !== 'content' || end - start > 24 || !PAPER_LABEL.test(text.slice(start, end))) return [];
    const below = body.slice(at + 1, at + 6);
    const first = below.findIndex(
      (block) => block.kind !== 'heading' && isRunningText(text.slice(block.start, block.end)),
    );
    const isDated = below
      .slice(0, Math.max(first, 0))
      .some((block) => linesIn(text, block).some(({ words }) => dayIn(words)));
    return isDated ? [{ at, text: at + 1 + first }] : [];
  });
  return found.length < 2 ? [] : found;
}

/** `Document 2` in a line of its own above a title. */
function withLabel(text: string, body: readonly Block[], at: number, closed: ReadonlySet<number>): number {
  const block = body[at - 1];
  const isLabel =
    block !== undefined &&
    !closed.has(at - 1) &&
    block.end - block.start <= 24 &&
    PAPER_LABEL.test(text.slice(block.start, block.end));
  return isLabel ? at - 1 : at;
}
