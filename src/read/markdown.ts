import { ok, type Result } from '../base/index.ts';
import type { DraftBlock, HtmlDocument } from './draft.ts';
import { parsePart, type TooComplex } from './html-tree.ts';
import { walkHtml } from './html-walker.ts';
import type { BlockKind } from './layer.ts';
import { readInline, referenceLabel } from './markdown-inline.ts';
import { isBlank, linesOf, type SourceLine } from './text-lines.ts';

export interface MarkdownReading {
  readonly blocks: readonly DraftBlock[];
  /** Trees of the HTML that stands in the text, for metadata. */
  readonly trees: readonly HtmlDocument[];
}

/**
 * Blocks of Markdown (CommonMark, with tables), read from `from` on; what a reader of the rendered page sees. HTML in
 * it goes through the same walker as a page (docs/read.md L20 to L26).
 */
export function readMarkdown(source: string, from: number): Result<MarkdownReading, TooComplex> {
  const lines = linesOf(source, from);
  const scan: Scan = { source, lines, references: referencesOf(lines), blocks: [], trees: [], next: 0, inList: false };
  while (scan.next < lines.length) {
    const refusal = readOne(scan);
    if (refusal !== undefined) return refusal;
  }
  return ok({ blocks: scan.blocks, trees: scan.trees });
}

interface Scan {
  readonly source: string;
  readonly lines: readonly SourceLine[];
  readonly references: ReadonlySet<string>;
  readonly blocks: DraftBlock[];
  readonly trees: HtmlDocument[];
  next: number;
  inList: boolean;
}

type Refused = Extract<Result<never, TooComplex>, { readonly ok: false }>;

const HTML_BLOCK = /^<(?:\/?[A-Za-z][\w:-]*(?:[\s/>]|$)|!--|!\[CDATA\[|\?|![A-Z])/;
const INLINE_TAGS =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)\b/i;
const REFERENCE = /^ {0,3}\[(?!\^)((?:[^[\]\\]|\\.){1,999})\]:\s*\S/;

function referencesOf(lines: readonly SourceLine[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const line of lines) {
    const label = REFERENCE.exec(line.text)?.[1];
    if (label !== undefined) labels.add(referenceLabel(label));
  }
  return labels;
}

function readOne(scan: Scan): Refused | undefined {
  const line = scan.lines[scan.next];
  if (line === undefined) return undefined;
  if (isBlank(line.text) || REFERENCE.test(line.text) || /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line.text)) {
    scan.next++;
    return undefined;
  }
  const mark = markOf(line.text, scan.inList);
  if (mark.kind !== 'list-item' && !/^\s/.test(line.text)) scan.inList = false;
  if (mark.kind === 'list-item') scan.inList = true;
  const fence = /^(`{3,}|~{3,})/.exec(mark.rest);
  if (fence !== null) readFence(scan, fence[1] ?? '```');
  else if (HTML_BLOCK.test(mark.rest) && !INLINE_TAGS.test(mark.rest)) return readHtmlBlock(scan);
  else if (mark.kind === 'paragraph' && /^(?: {4}|\t)/.test(line.text) && !scan.inList) readIndented(scan);
  else if (isTableStart(scan)) readTable(scan);
  else readParagraph(scan, mark);
  return undefined;
}

interface Mark {
  readonly kind: BlockKind;
  readonly level?: number;
  /** The line without markers of quotation, list and heading; numbers of ordered lists are visible and stay. */
  readonly rest: string;
}

/** Nested markers on one line are taken off up to this many; more is no text a person wrote. */
const MARKERS = 20;

function markOf(text: string, inList: boolean): Mark {
  let rest = text.trimStart();
  let kind: BlockKind = inList && /^(?: {2}|\t)/.test(text) ? 'list-item' : 'paragraph';
  let number = '';
  for (let i = 0; i < MARKERS; i++) {
    const quote = /^>[ \t]?/.exec(rest);
    const bullet = /^[-+*][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/.exec(rest);
    const ordered = /^\d{1,9}[.)][ \t]+(?=\S)/.exec(rest);
    if (quote !== null) {
      if (kind === 'paragraph') kind = 'quotation';
      rest = rest.slice(quote[0].length).trimStart();
    } else if (bullet !== null) {
      kind = 'list-item';
      rest = rest.slice(bullet[0].length);
    } else if (ordered !== null && number === '') {
      kind = 'list-item';
      number = `${ordered[0].trimEnd()} `;
      rest = rest.slice(ordered[0].length);
    } else break;
  }
  const heading = /^(#{1,6})(?:[ \t]+|$)/.exec(rest);
  if (heading !== null) {
    return {
      kind: 'heading',
      level: heading[1]?.length ?? 1,
      rest: number + rest.slice(heading[0].length).replace(/[ \t]+#+[ \t]*$/, ''),
    };
  }
  return { kind, rest: number + rest };
}

function readParagraph(scan: Scan, mark: Mark): void {
  const first = scan.lines[scan.next];
  if (first === undefined) return;
  const texts = [mark.rest];
  let last = first;
  let level = mark.level;
  let kind = mark.kind;
  scan.next++;
  while (kind !== 'heading') {
    const line = scan.lines[scan.next];
    if (line === undefined || isBlank(line.text)) break;
    const setext = /^ {0,3}(=+|-+)[ \t]*$/.exec(line.text);
    if (setext !== null && mark.kind === 'paragraph') {
      kind = 'heading';
      level = setext[1]?.startsWith('=') ? 1 : 2;
      scan.next++;
      break;
    }
    if (interruptsParagraph(line.text, mark.kind)) break;
    const next = markOf(line.text, false);
    // Trailing spaces stay for now: two of them mean a line break that the reader sees.
    texts.push(mark.kind === 'quotation' ? next.rest : line.text.trimStart());
    last = line;
    scan.next++;
  }
  const inline = readInline(texts.join('\n'), scan.references);
  push(
    scan,
    { kind, ...(kind === 'heading' ? { level: level ?? 1 } : {}), text: inline.text, linked: inline.linked },
    first,
    last,
  );
}

function interruptsParagraph(text: string, kind: BlockKind): boolean {
  if (/^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3,}|~{3,})/.test(text)) return true;
  if (/^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(text)) return true;
  if (/^\s*(?:[-+*]|1[.)])[ \t]+\S/.test(text) || (kind === 'list-item' && /^\s*\d{1,9}[.)][ \t]+\S/.test(text)))
    return true;
  if (kind !== 'quotation' && /^ {0,3}>/.test(text)) return true;
  const rest = text.trimStart();
  return HTML_BLOCK.test(rest) && !INLINE_TAGS.test(rest);
}

function readFence(scan: Scan, fence: string): void {
  const first = scan.lines[scan.next++];
  const body: SourceLine[] = [];
  const close = new RegExp(`^\\s*(?:>\\s*)*${fence[0] === '`' ? '`' : '~'}{${fence.length},}[ \\t]*$`);
  for (let line = scan.lines[scan.next]; line !== undefined; line = scan.lines[scan.next]) {
    scan.next++;
    if (close.test(line.text)) break;
    body.push(line);
  }
  pushPreformatted(scan, body);
  // What follows the fence names the code's language; the rendered page does not show it.
  if (first === undefined) return;
}

function readIndented(scan: Scan): void {
  const body: SourceLine[] = [];
  for (let line = scan.lines[scan.next]; line !== undefined; line = scan.lines[scan.next]) {
    if (!isBlank(line.text) && !/^(?: {4}|\t)/.test(line.text)) break;
    body.push({ ...line, text: line.text.replace(/^(?: {4}|\t)/, '') });
    scan.next++;
  }
  pushPreformatted(scan, body);
}

/** Code keeps its lines; a blank line parts blocks as everywhere in a layer. */
function pushPreformatted(scan: Scan, body: readonly SourceLine[]): void {
  let part: SourceLine[] = [];
  const end = () => {
    const first = part[0];
    const last = part.at(-1);
    if (first !== undefined && last !== undefined) {
      push(scan, { kind: 'preformatted', text: part.map((line) => line.text).join('\n'), linked: 0 }, first, last);
    }
    part = [];
  };
  for (const line of body) {
    if (isBlank(line.text)) end();
    else part.push(line);
  }
  end();
}

function isTableStart(scan: Scan): boolean {
  const head = scan.lines[scan.next]?.text ?? '';
  const rule = scan.lines[scan.next + 1]?.text ?? '';
  return head.includes('|') && rule.includes('-') && rule.includes('|') && /^[\s|:-]+$/.test(rule);
}

function readTable(scan: Scan): void {
  for (let row = 0; ; row++) {
    const line = scan.lines[scan.next];
    if (line === undefined || isBlank(line.text) || !line.text.includes('|')) return;
    scan.next++;
    if (row === 1) continue;
    const cells = line.text
      .trim()
      .replace(/^\||(?<!\\)\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => readInline(cell.trim().replaceAll('\\|', '|'), scan.references));
    const linked = cells.reduce((sum, cell) => sum + cell.linked, 0);
    push(scan, { kind: 'table-row', text: cells.map((cell) => cell.text).join('\t'), linked }, line, line);
  }
}

/**
 * HTML ends at a blank line (CommonMark 4.6), except inside elements whose content is no text, and except where more
 * markup follows and elements are still open: saved pages pasted into a post have blank lines between their tags.
 */
function readHtmlBlock(scan: Scan): Refused | undefined {
  const first = scan.lines[scan.next];
  if (first === undefined) return undefined;
  let last = first;
  let depth = 0;
  let until = rawEnd(first.text.trimStart());
  for (let line = scan.lines[scan.next]; line !== undefined; line = scan.lines[scan.next]) {
    if (until !== undefined) {
      last = line;
      scan.next++;
      if (until.test(line.text)) {
        until = undefined;
        break;
      }
      continue;
    }
    if (isBlank(line.text)) {
      let ahead = scan.next;
      while (ahead < scan.lines.length && isBlank(scan.lines[ahead]?.text ?? '')) ahead++;
      if (depth <= 0 || !HTML_BLOCK.test((scan.lines[ahead]?.text ?? '').trimStart())) break;
      scan.next = ahead;
      continue;
    }
    depth += tagBalance(line.text);
    last = line;
    scan.next++;
  }
  const tree = parsePart(scan.source.slice(first.start, last.end));
  if (!tree.ok) return tree;
  scan.trees.push(tree.value);
  scan.blocks.push(...walkHtml(tree.value, first.start));
  return undefined;
}

function rawEnd(text: string): RegExp | undefined {
  const raw = /^<(script|pre|style|textarea)\b/i.exec(text)?.[1];
  if (raw !== undefined) return new RegExp(`</${raw}\\s*>`, 'i');
  if (text.startsWith('<!--')) return /-->/;
  if (text.startsWith('<?')) return /\?>/;
  return undefined;
}

function tagBalance(text: string): number {
  let balance = 0;
  for (const tag of text.matchAll(
    /<(\/?)(?:article|aside|blockquote|center|div|dl|figure|footer|header|main|nav|ol|section|table|tbody|td|tr|ul)\b/gi,
  )) {
    balance += tag[1] === '/' ? -1 : 1;
  }
  return balance;
}

function push(
  scan: Scan,
  block: { readonly kind: BlockKind; readonly level?: number; readonly text: string; readonly linked: number },
  first: SourceLine,
  last: SourceLine,
): void {
  const text = block.text.trim().replace(/\n(?:[^\S\n]*\n)+/g, '\n');
  if (text === '') return;
  const indent = first.text.length - first.text.trimStart().length;
  scan.blocks.push({
    ...block,
    text,
    source: { start: first.start + indent, end: last.start + last.text.trimEnd().length },
  });
}
