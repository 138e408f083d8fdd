import { type Contribution, contributionsOf } from './contributions.ts';
import type { Block, Found, LayerDocument, Metadata } from './layer.ts';
import { dominantLanguage } from './metadata.ts';
import { findStatedDate, wholeDate } from './stated-date.ts';

/**
 * The documents in a layer (docs/read.md L47 to L49): one, unless the text itself closes several. A document is closed
 * by a date on a line of its own with the lines of its issuer beside it, after text of its own. What stands before the
 * first (an editor's note) and after the last (a footnote) stays with them.
 */
export function documentsOf(text: string, blocks: readonly Block[], metadata: Metadata): readonly LayerDocument[] {
  const body = blocks.filter((block) => block.kind !== 'front-matter' && block.kind !== 'control');
  const closings = closingsOf(text, body);
  if (closings.length < 2) {
    const whole = onlyDocument(text, blocks, metadata, body, closings[0]);
    const contributions = contributionsOf(text, body);
    return contributions.length === 0 ? [whole] : bySpeaker(text, body, whole, contributions);
  }
  let first = 0;
  return closings.map((closing, i) => {
    const isLast = i === closings.length - 1;
    const part = body.slice(first, closing.last + 1);
    const start = i === 0 ? 0 : (part[0]?.start ?? 0);
    const end = isLast ? text.length : (body[closing.last]?.end ?? text.length);
    first = closing.last + 1;
    return { start, end, ...named(text, part, closing), language: dominantLanguage(text, part) ?? 'und' };
  });
}

/** The introduction, then one document for each speaker. They share the date of the page that carries them. */
function bySpeaker(
  text: string,
  body: readonly Block[],
  whole: LayerDocument,
  contributions: readonly Contribution[],
): readonly LayerDocument[] {
  const { title, date } = whole;
  const common = { ...(title && { title }), ...(date && { date }) };
  const introduction = { ...whole, end: body[contributions[0]?.first ?? 0]?.start ?? whole.end };
  const spoken = contributions.map(({ first, end, speaker }, i): LayerDocument => {
    const part = body.slice(first, end);
    const last = i === contributions.length - 1;
    return {
      start: part[0]?.start ?? 0,
      end: last ? text.length : (body[end]?.start ?? text.length),
      ...common,
      ...(speaker && { issuer: speaker }),
      language: dominantLanguage(text, part) ?? 'und',
    };
  });
  return introduction.end > introduction.start ? [introduction, ...spoken] : spoken;
}

interface Closing {
  /** Indexes into the blocks of the body. */
  readonly first: number;
  readonly last: number;
  readonly date: Found;
  readonly issuer: Found;
}

function onlyDocument(
  text: string,
  blocks: readonly Block[],
  metadata: Metadata,
  body: readonly Block[],
  closing: Closing | undefined,
): LayerDocument {
  const own = closing === undefined ? {} : named(text, body.slice(0, closing.last + 1), closing);
  const title = metadata.title ?? own.title;
  // The text's own closing date is nearer to its words than the date of the page that carries it.
  const date = own.date ?? metadata.date;
  return {
    start: 0,
    end: text.length,
    ...own,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    language: dominantLanguage(text, blocks) ?? 'und',
  };
}

/** Issuer lines are names, not text: few, short, without the punctuation of sentences. */
const MOST_LINES = 6;
const LONGEST_LINE = 110;

function closingsOf(text: string, body: readonly Block[]): readonly Closing[] {
  const closings: Closing[] = [];
  let hasText = false;
  for (let i = 0; i < body.length; i++) {
    const block = body[i];
    if (block === undefined) continue;
    const closing = hasText ? closingAt(text, body, i) : undefined;
    if (closing === undefined) {
      hasText ||= isRunningText(text.slice(block.start, block.end));
      continue;
    }
    closings.push(closing);
    hasText = false;
    i = closing.last;
  }
  return closings;
}

function isRunningText(words: string): boolean {
  return words.length >= 40 && /[.。．!?！？:：;；]["'”’」』)）\]]*(?:\s*\[\d+\])?$/.test(words);
}

/** A closing that begins at a block: date and issuer within it, or date and issuer in blocks that follow one another. */
function closingAt(text: string, body: readonly Block[], at: number): Closing | undefined {
  const block = body[at];
  if (block === undefined || block.kind === 'heading' || block.kind === 'table-row') return undefined;
  const lines = linesIn(text, block);
  if (lines.length > MOST_LINES) return undefined;
  if (lines.length >= 2) return closingOf(text, lines, at, at);
  const [line] = lines;
  if (line === undefined || !isShortLine(line.words)) return undefined;
  // One line each: the date with up to four lines after it, or one or two lines and then the date.
  const next = following(text, body, at, 5);
  const dateFirst = wholeDate(line.words) !== undefined;
  const dateAt = dateFirst ? 0 : next.findIndex(({ words }) => wholeDate(words) !== undefined);
  if (dateAt < 0 || dateAt > 2) return undefined;
  const last = dateFirst ? issuerCount(next) : dateAt;
  if (last === 0) return undefined;
  return closingOf(text, next.slice(0, last + 1), at, at + last);
}

interface TextLine {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

function linesIn(text: string, block: Block): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = block.start;
  for (const raw of text.slice(block.start, Math.min(block.end, block.start + 1500)).split('\n')) {
    const words = raw.trim();
    const from = start + (raw.length - raw.trimStart().length);
    if (words !== '') lines.push({ words, start: from, end: from + words.length });
    start += raw.length + 1;
  }
  return lines;
}

function following(text: string, body: readonly Block[], at: number, count: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const block of body.slice(at, at + count)) {
    const words = text.slice(block.start, block.end);
    if (block.kind === 'heading' || words.includes('\n') || !isShortLine(words)) break;
    lines.push({ words, start: block.start, end: block.end });
  }
  return lines;
}

/** How many lines after the date name offices. A line that reads like a title belongs to the next document. */
function issuerCount(lines: readonly TextLine[]): number {
  let count = 0;
  for (const line of lines.slice(1)) {
    if (!namesOffice(line.words)) break;
    count++;
  }
  return count;
}

function isShortLine(words: string): boolean {
  return (
    words.length <= LONGEST_LINE &&
    !/[。！？!?;；:：]["'”’」』)）]*$/.test(words) &&
    !/[.!?]\s+\p{L}+\s+\p{L}+\s/u.test(words)
  );
}

const OFFICE =
  /\b(?:office|bureau|ministry|department|government|committee|court|commission|council|agency|authority|administration|party|police|station|brigade|secretariat|association|centre|center|headquarters|directorate|embassy|consulate|prefecture|province|county|city|republic|union|society|foundation|institute|board|service|team|force|command|academy|bank|company|university|school|hospital)\b|[局部厅廳院委会會署处處所科室府司党黨办辦队隊社团團股站校]\s*(?:[（(][^（()）]{1,20}[）)])?$|(?:청|부|국|원|위원회|사무소|사무국|처|과|실|당|군|시|도|협회|연맹|본부|센터|재단)$/iu;

function namesOffice(words: string): boolean {
  return isShortLine(words) && OFFICE.test(words) && findStatedDate(words) === undefined;
}

function closingOf(text: string, lines: readonly TextLine[], first: number, last: number): Closing | undefined {
  if (!lines.every(({ words }) => isShortLine(words))) return undefined;
  const dated = lines.findIndex(({ words }) => wholeDate(words) !== undefined);
  const dateLine = lines[dated];
  if (dateLine === undefined || (dated !== 0 && dated !== lines.length - 1)) return undefined;
  const names = lines.filter((_, i) => i !== dated);
  const [head] = names;
  const tail = names.at(-1);
  const date = wholeDate(dateLine.words);
  if (head === undefined || tail === undefined || date === undefined || !names.some(({ words }) => OFFICE.test(words)))
    return undefined;
  if (names.some(({ words }) => findStatedDate(words) !== undefined)) return undefined;
  return {
    first,
    last,
    date: {
      value: date.edtf,
      from: 'closing-block',
      start: dateLine.start + date.start,
      end: dateLine.start + date.end,
    },
    issuer: {
      value: names.map(({ words }) => words.replace(/[,，]$/, '')).join(', '),
      from: 'closing-block',
      start: head.start,
      end: Math.min(tail.end, text.length),
    },
  };
}

function named(text: string, part: readonly Block[], closing: Closing): Partial<LayerDocument> {
  const addressee = addresseeOf(text, part);
  const title = titleOf(text, part, addressee?.block);
  return {
    ...(title === undefined ? {} : { title }),
    issuer: closing.issuer,
    ...(addressee === undefined ? {} : { addressee: addressee.found }),
    date: closing.date,
  };
}

/** `To all offices:`, `TO: Office of …`, `各乡镇：`, `수신: …`. */
function addresseeOf(
  text: string,
  part: readonly Block[],
): { readonly found: Found; readonly block: Block } | undefined {
  for (const block of part) {
    const words = text.slice(block.start, block.end);
    if (words.length > 400 || block.kind === 'heading') continue;
    const label = /^(?:to\s?:|to\s(?=(?:the|all|every|each)\b)|致\s?[:：]?|主送\s?[:：]|수신\s?[:：]?\s)\s*/i.exec(
      words,
    )?.[0];
    const greeted = label !== undefined ? label.length : /^各[^。，]{2,60}[:：]$/.test(words) ? 0 : undefined;
    if (greeted === undefined) continue;
    if (label !== undefined && !/[:：]/.test(label) && !/[:：]$/.test(words)) continue;
    const inner = words.slice(greeted).replace(/[:：]\s*$/, '');
    const start = block.start + greeted;
    const value = inner
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(', ');
    if (value !== '') return { found: { value, from: 'body', start, end: start + inner.length }, block };
  }
  return undefined;
}

/**
 * What names a document: the line right before its addressee, else its first heading, else its first line when that is
 * short and no sentence. An editor's note before the first document is not its title.
 */
function titleOf(text: string, part: readonly Block[], addressee: Block | undefined): Found | undefined {
  const note = part.findLastIndex((block) =>
    /^(?:editor[’']?s?|translator[’']?s?)\s+note|^(?:编者按|編者按|편집자\s?주)/i.test(
      text.slice(block.start, block.start + 40),
    ),
  );
  const from = part.slice(note + 1);
  const before = addressee === undefined ? undefined : from[from.indexOf(addressee) - 1];
  const candidates = [before, from.find((block) => block.kind === 'heading'), from[0]];
  for (const block of candidates) {
    if (block === undefined) continue;
    const words = text.slice(block.start, block.end);
    if (words.length <= 200 && !/[.。!！;；:：,，]$/.test(words) && wholeDate(words) === undefined) {
      return { value: words, from: 'heading', start: block.start, end: block.end };
    }
  }
  return undefined;
}
