import type { NoticeLabel } from './data/notice-words.ts';
import {
  ADDRESSED_OFFICE,
  BARE_MARK,
  FOLLOW_WORDS,
  GREETINGS,
  NOTE_OPENING,
  NUMBER_LINE,
  OFFICE,
  PAPER_MARKS,
  PAPER_WORDS,
  SOURCE_NOTE,
} from './data/notice-words.ts';
import type { Block, Found, LayerDocument } from './layer.ts';
import { dateLine, foundIn, isRunningText, isShortLine, labelOf, linesIn } from './notice-lines.ts';
import { wholeDate } from './stated-date.ts';

/** What the lines at the head of a paper say of it, each absent when they do not. */
export type Opening = Pick<LayerDocument, 'title' | 'issuer' | 'addressee' | 'date' | 'copies' | 'number'>;

/**
 * Reads the lines at the head of a paper: labels (`To:`, `Subject:`, 수신, 主送：), a greeting, a number, and its title: the
 * labelled subject, else the line right before number and addressee, else the first heading, else the first line when
 * that is short and no sentence.
 */
export function openingOf(text: string, part: readonly Block[]): Opening {
  const labelled = labelledIn(text, part);
  const addressee = labelled.get('to') ?? greetingIn(text, part);
  const issuer = labelled.get('from');
  const copies = labelled.get('copies');
  const number = labelled.get('number') ?? numberIn(text, part);
  const title = labelled.get('subject')?.found ?? titleOf(text, part, addressee?.block, number?.block);
  const date = labelled.get('date');
  const stated = date === undefined ? undefined : wholeDate(date.found.value);
  return {
    ...(title && { title }),
    ...(issuer && { issuer: issuer.found }),
    ...(addressee && { addressee: addressee.found }),
    ...(date && stated && { date: { ...date.found, value: stated.edtf } }),
    ...(copies && { copies: copies.found }),
    ...(number && { number: number.found }),
  };
}

interface Placed {
  readonly found: Found;
  readonly block: Block;
}

/** Lines with labels stand at the head or at the foot; what begins so in a longer block is text. */
function labelledIn(text: string, part: readonly Block[]): ReadonlyMap<NoticeLabel, Placed> {
  const values = new Map<NoticeLabel, Placed>();
  for (const block of part) {
    if (block.end - block.start > 600 || block.kind === 'table-row') continue;
    const lines = linesIn(text, block);
    for (const [i, line] of lines.entries()) {
      const label = labelOf(line.words);
      if (label === undefined || values.has(label.label)) continue;
      if (block.kind === 'heading' && label.label !== 'subject') continue;
      // A list of addressees goes on in the lines below, up to the next label.
      const next = lines
        .slice(i + 1)
        .findIndex(({ words }) => labelOf(words) !== undefined || dateLine(words) !== undefined);
      const lists = label.label === 'to' || label.label === 'copies';
      const last = lists ? (lines[next < 0 ? lines.length - 1 : i + next] ?? line) : line;
      const inner = foundIn(text, line.start + label.length, last.end, 'body');
      const found = inner && { ...inner, value: inner.value.replace(/[:：]$/, '').trim() };
      if (found !== undefined && found.value !== '' && !(label.label === 'to' && isRunningText(found.value)))
        values.set(label.label, { found, block });
    }
  }
  return values;
}

/** `To all offices:`, `各乡镇：`, `省财政厅：`, `평안군수 귀하`, as a block of its own. */
function greetingIn(text: string, part: readonly Block[]): Placed | undefined {
  for (const block of part) {
    if (block.end - block.start > 200 || block.kind === 'heading') continue;
    const words = text.slice(block.start, block.end);
    const lead = greetingLead(words);
    if (lead === undefined) continue;
    const inner = words.slice(lead).replace(/\s*(?:[:：,]|귀하|귀중|님께)\s*$/, '');
    const found = foundIn(text, block.start + lead, block.start + lead + inner.length, 'body');
    if (found !== undefined) return { found, block };
  }
  return undefined;
}

/** How many units stand before the addressee in a greeting; undefined when the words are none. */
function greetingLead(words: string): number | undefined {
  if (GREETINGS.some((pattern) => pattern.test(words))) return /^(?:to|dear)\s+/i.exec(words)?.[0].length ?? 0;
  const office = ADDRESSED_OFFICE.exec(words)?.[1];
  return office !== undefined && /[\p{Script=Han}\p{Script=Hangul}]$/u.test(office) && OFFICE.test(office)
    ? 0
    : undefined;
}

function numberIn(text: string, part: readonly Block[]): Placed | undefined {
  for (const block of part.slice(0, 6)) {
    if (block.end - block.start > 200) continue;
    const line = linesIn(text, block).find(({ words }) => NUMBER_LINE.test(words));
    if (line !== undefined)
      return { found: { value: line.words, from: 'body', start: line.start, end: line.end }, block };
  }
  return undefined;
}

function titleOf(
  text: string,
  part: readonly Block[],
  addressee: Block | undefined,
  number: Block | undefined,
): Found | undefined {
  const before = addressee === undefined ? -1 : part.indexOf(addressee) - 1;
  const candidates = [
    part[before],
    part[before] === number ? part[before - 1] : undefined,
    part.find((block) => block.kind === 'heading'),
    part[0],
    part[0] === number ? part[1] : undefined,
    // The number of the paper stands in a line of its own.
    part[0] !== undefined && isPaperMark(text.slice(part[0].start, part[0].end).trim()) ? part[1] : undefined,
  ];
  for (const block of candidates) {
    if (block === undefined || block.end - block.start > 200) continue;
    // The number of a paper may stand in a line of its own directly above or below the title.
    const lines = linesIn(text, block);
    const named = lines.filter(({ words }) => !NUMBER_LINE.test(words) && !isPaperMark(words) && !isAddressed(words));
    const [first, last] = named.length < lines.length ? [named[0], named.at(-1)] : [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) continue;
    const words = text.slice(first.start, last.end);
    if (/[.。!！;；:：,，]$/.test(words) || wholeDate(words) !== undefined || labelOf(words) !== undefined) continue;
    return { value: words, from: 'heading', start: first.start, end: last.end };
  }
  return undefined;
}

/** The labels that stand in a block's lines, when it consists of such lines alone. */
function labelsOf(text: string, block: Block): ReadonlySet<NoticeLabel> {
  const labels = new Set<NoticeLabel>();
  if (block.end - block.start > 600 || block.kind === 'heading' || block.kind === 'table-row') return labels;
  const words = text.slice(block.start, block.end);
  if (words.length <= 200 && greetingLead(words) !== undefined) return labels.add('to');
  for (const line of linesIn(text, block)) {
    const label = NUMBER_LINE.test(line.words) ? 'number' : labelOf(line.words)?.label;
    if (label !== undefined) labels.add(label);
    else if (isRunningText(line.words)) return new Set();
  }
  return labels;
}

/**
 * Where labelled openings begin, as indexes into the body: at least two different labels in lines that follow one
 * another, of which one says who writes or what about; with the title directly above. Each begins a paper.
 */
export function labelledOpenings(text: string, body: readonly Block[]): readonly number[] {
  const starts: number[] = [];
  let from = -1;
  let labels = new Set<NoticeLabel>();
  const end = (): void => {
    if (from >= 0 && labels.size >= 2 && (labels.has('from') || labels.has('subject') || labels.has('number')))
      starts.push(withTitle(text, body, from));
    from = -1;
    labels = new Set();
  };
  for (const [i, block] of body.entries()) {
    const here = labelsOf(text, block);
    if (here.size === 0) {
      // A title may stand between the number of a paper and its addressee.
      const words = block.end - block.start <= 200 ? text.slice(block.start, block.end) : '';
      const between = from >= 0 && i - from <= 2 && words !== '' && isShortLine(words);
      if (!between) end();
      continue;
    }
    // Labels that repeat begin another opening; those of a closing (copies, date) begin none.
    if ([...here].some((label) => labels.has(label))) end();
    if (from < 0) from = i;
    for (const label of here) labels.add(label);
  }
  end();
  return starts;
}

/**
 * Where papers begin that whoever prints them has numbered in a line above each (`Document 2`, 文件一, 【문서 가】), as indexes into the body.
 * None unless two at least are numbered, each otherwise and in the same way. A number alone counts where papers are closed.
 */
export function numberedOpenings(
  text: string,
  body: readonly Block[],
  { areClosed }: { readonly areClosed: boolean },
): readonly number[] {
  for (const mark of areClosed ? [...PAPER_MARKS, BARE_MARK] : PAPER_MARKS) {
    const numbers = new Set<string>();
    const starts = body.flatMap((block, i): readonly number[] => {
      if (block.kind === 'table-row' || block.label === 'boilerplate') return [];
      const [line = ''] = text.slice(block.start, Math.min(block.end, block.start + 160)).split('\n');
      const match = isRunningText(line) ? null : mark.exec(line);
      const number = match?.[1]?.toLowerCase();
      if (number === undefined || numbers.has(number)) return [];
      numbers.add(number);
      return [i];
    });
    if (starts.length >= 2) return starts;
  }
  return [];
}

/** Whether a line beside a title says to whom a paper goes. */
function isAddressed(words: string): boolean {
  return labelOf(words)?.label === 'to' || greetingLead(words) !== undefined;
}

/** Whether a line numbers a paper and says nothing else. */
function isPaperMark(words: string): boolean {
  return [...PAPER_MARKS, BARE_MARK].some((mark) => {
    const match = mark.exec(words);
    return match !== null && (match[2] ?? '').trim() === '';
  });
}

/** A title stands in one line directly above. */
function withTitle(text: string, body: readonly Block[], at: number): number {
  const block = body[at - 1];
  if (block === undefined || block.end - block.start > 200) return at;
  const words = text.slice(block.start, block.end);
  const isTitle = block.kind === 'heading' || (isShortLine(words) && !words.includes('\n') && !/[.,，]$/.test(words));
  return isTitle && dateLine(words) === undefined && !isSource(words) ? at - 1 : at;
}

function isSource(words: string): boolean {
  return SOURCE_NOTE.test(words.slice(0, 60));
}

/** Whether a block is a foot note or names where a text comes from: words of whoever prints it. */
export function isSourceNote(text: string, block: Block): boolean {
  return block.kind !== 'heading' && isSource(text.slice(block.start, Math.min(block.end, block.start + 60)));
}

/**
 * How many blocks at the head of a part are words of whoever prints the paper in it (docs/read.md L80): footnotes left
 * from the paper before, then all up to a marked editor's note, text that presents papers, or text before an addressed
 * title. 0 when nothing tells them from the paper.
 */
export function foreignLead(text: string, part: readonly Block[]): { readonly notes: number; readonly end: number } {
  let notes = 0;
  while (notes < part.length - 1 && isNoteAt(text, part[notes])) notes++;
  const rest = part.slice(notes);
  const addressed = addressedTitle(text, rest);
  const limit = addressed ?? rest.length;
  const marked = rest
    .slice(0, limit)
    .findLastIndex((block) => NOTE_OPENING.test(text.slice(block.start, block.start + 60)));
  if (marked >= 0) return { notes, end: notes + titleAfter(text, rest, marked + 1, limit) };
  const before = rest.slice(0, limit).findLastIndex((block) => isRunningText(text.slice(block.start, block.end)));
  if (addressed !== undefined && before >= 0) return { notes, end: notes + addressed };
  const presents = rest.slice(0, 8).findIndex((block, i) => {
    const words = text.slice(block.start, Math.min(block.end, block.start + 3000));
    return (
      rest[i + 1]?.kind === 'heading' && isRunningText(words) && PAPER_WORDS.test(words) && FOLLOW_WORDS.test(words)
    );
  });
  return { notes, end: notes + (presents < 0 ? 0 : presents + 1) };
}

function isNoteAt(text: string, block: Block | undefined): boolean {
  return block !== undefined && isSourceNote(text, block);
}

/** Where the lines begin that stand directly above a greeting or a label `To:` at the head of a paper. */
function addressedTitle(text: string, rest: readonly Block[]): number | undefined {
  const at = rest.findIndex((block) => {
    const size = block.end - block.start;
    if (size > 400 || block.kind === 'heading') return false;
    const words = text.slice(block.start, block.end);
    return labelOf(words)?.label === 'to' || (size <= 200 && greetingLead(words) !== undefined);
  });
  if (at < 0) return undefined;
  let start = at;
  while (start > 0 && at - start < 3) {
    const block = rest[start - 1];
    if (block === undefined || block.end - block.start > 200) break;
    const words = text.slice(block.start, block.end);
    if (isRunningText(words) && block.kind !== 'heading') break;
    start--;
  }
  // Directly below text, an addressee closes a paper: it does not open one.
  return start === at && at > 0 ? undefined : start;
}

/** The first heading or title-like line from here on: a note may go on for paragraphs. */
function titleAfter(text: string, rest: readonly Block[], from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, rest.length, from + 12); i++) {
    const block = rest[i];
    if (block === undefined) break;
    const words = text.slice(block.start, Math.min(block.end, block.start + 240));
    if (block.kind === 'heading' || (words.length <= 200 && !isRunningText(words))) return i;
  }
  return Math.min(from, limit);
}
