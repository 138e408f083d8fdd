import type { Counts, OdfLists } from './odf-lists.ts';
import {
  type OfficeCell,
  type OfficeNode,
  type OfficeParagraph,
  type OfficePart,
  visibleLength,
} from './office-nodes.ts';
import { attributeOf, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';

/** What the parts of an OpenDocument file share while they are read. */
export interface OdfReading {
  readonly lists: OdfLists;
  /** The name of the style of a paragraph, or of the one that its own is made from. */
  readonly styleName: (name: string) => string;
  /** Styles of characters that are not shown. */
  readonly hiddenStyles: ReadonlySet<string>;
  /** How far each list has counted, by its id, and the last one by its style. */
  readonly counts: Map<string, Counts>;
  /** Notes and comments, in the order in which they are met. */
  readonly notes: OfficePart[];
  readonly comments: OfficePart[];
  readonly numbers: Record<'footnote' | 'endnote', number>;
  deletions: number;
  hidden: number;
  /** Cells or rows that repeat beyond measure were cut. */
  cut: boolean;
  /** Formulas, charts and other objects with a content of their own. */
  readonly objects: Set<string>;
}

/** Paragraphs and tables below an element, in order (docs/read-office.md O14 to O17). */
export function readOdfStory(root: XmlElement, reading: OdfReading): readonly OfficeNode[] {
  const nodes: OfficeNode[] = [];
  for (const element of elementsOf(root)) readBlock(element, reading, nodes);
  return nodes;
}

function readBlock(element: XmlElement, reading: OdfReading, nodes: OfficeNode[]): void {
  switch (element.name) {
    case 'p':
    case 'h':
      readParagraph(element, reading, nodes, undefined);
      return;
    case 'list':
      readList(element, reading, nodes, { level: 1, style: '', counts: undefined });
      return;
    case 'table':
      nodes.push({ type: 'table', rows: odfRows(element, reading) });
      return;
    case 'tracked-changes':
      reading.deletions += elementsOf(element).filter((change) => elementAt(change, 'deletion') !== undefined).length;
      return;
    case 'annotation':
      readComment(element, reading);
      return;
    case 'section':
      if (attributeOf(element, 'display') === 'none') reading.hidden++;
      nodes.push(...readOdfStory(element, reading));
      return;
    case 'object':
      reading.objects.add((attributeOf(element, 'href') ?? '').replace(/^\.\//, ''));
      return;
    default:
      if (!UNSEEN.has(element.name) && !element.name.endsWith('-source')) nodes.push(...readOdfStory(element, reading));
  }
}

/** Declarations, scripts and what stands in place of a picture for those who cannot see it. */
const UNSEEN: ReadonlySet<string> = new Set([
  'title',
  'desc',
  'forms',
  'event-listeners',
  'script',
  'variable-decls',
  'sequence-decls',
  'user-field-decls',
  'dde-connection-decls',
  'named-expressions',
  'table-source',
  'binary-data',
]);

interface ListPlace {
  readonly level: number;
  readonly style: string;
  readonly counts: Counts | undefined;
}

function readList(list: XmlElement, reading: OdfReading, nodes: OfficeNode[], outer: ListPlace): void {
  const style = attributeOf(list, 'style-name') ?? outer.style;
  const counts = outer.counts ?? countsOf(list, style, reading);
  for (const item of elementsOf(list)) {
    if (item.name !== 'list-item' && item.name !== 'list-header') continue;
    const stated = Number(attributeOf(item, 'start-value') ?? 'none');
    let label: string | undefined;
    for (const element of elementsOf(item)) {
      if (element.name === 'list') {
        readList(element, reading, nodes, { level: outer.level + 1, style, counts });
        continue;
      }
      if (element.name !== 'p' && element.name !== 'h') {
        readBlock(element, reading, nodes);
        continue;
      }
      // Only the first paragraph of an item bears its number.
      const start = Number.isInteger(stated) ? stated : undefined;
      const first = label === undefined && item.name === 'list-item';
      label ??= item.name === 'list-item' ? reading.lists.label(counts, style, outer.level, start) : '';
      readParagraph(element, reading, nodes, first ? label : '');
    }
  }
}

/** A list counts on where it says so, from the one it names or from the last one of its style. */
function countsOf(list: XmlElement, style: string, reading: OdfReading): Counts {
  const before = attributeOf(list, 'continue-list');
  const goesOn = attributeOf(list, 'continue-numbering') === 'true';
  const counts =
    (before === undefined ? undefined : reading.counts.get(`#${before}`)) ??
    (goesOn ? reading.counts.get(style) : undefined) ??
    [];
  const id = attributeOf(list, 'id');
  if (id !== undefined) reading.counts.set(`#${id}`, counts);
  reading.counts.set(style, counts);
  return counts;
}

interface Line {
  readonly parts: string[];
  linked: number;
  readonly boxes: OfficeNode[];
}

/** `label`: the number of a list item, '' for more of an item; undefined outside of lists. */
function readParagraph(element: XmlElement, reading: OdfReading, nodes: OfficeNode[], label: string | undefined): void {
  const line: Line = { parts: [], linked: 0, boxes: [] };
  readInline(element, line, reading, false);
  const text = line.parts.join('').trim();
  const { kind, level, numbered } = settingOf(element, reading, label);
  const own = label ?? (numbered ? reading.lists.headingLabel(level ?? 1) : '');
  nodes.push({
    type: 'paragraph',
    text: own !== '' && text !== '' ? `${own} ${text}` : text,
    kind,
    ...(level !== undefined && { level }),
    linked: line.linked,
  });
  nodes.push(...line.boxes);
}

function settingOf(
  element: XmlElement,
  reading: OdfReading,
  label: string | undefined,
): { readonly kind: OfficeParagraph['kind']; readonly level?: number; readonly numbered: boolean } {
  const style = reading.styleName(attributeOf(element, 'style-name') ?? '');
  if (element.name === 'h') {
    const stated = Number(attributeOf(element, 'outline-level') ?? '1');
    const level = Number.isInteger(stated) ? Math.min(Math.max(stated, 1), 6) : 1;
    return { kind: 'heading', level, numbered: attributeOf(element, 'is-list-header') !== 'true' };
  }
  const named = /^heading(?:_20_| )([1-9])\d?$/i.exec(style)?.[1];
  if (named !== undefined) return { kind: 'heading', level: Math.min(Number(named), 6), numbered: false };
  if (/^title$/i.test(style)) return { kind: 'heading', level: 1, numbered: false };
  if (/^subtitle$/i.test(style)) return { kind: 'heading', level: 2, numbered: false };
  if (/^(?:caption|illustration|table|figure|drawing)$/i.test(style)) return { kind: 'caption', numbered: false };
  if (/^quot/i.test(style)) return { kind: 'quotation', numbered: false };
  return { kind: label === undefined ? 'paragraph' : 'list-item', numbered: false };
}

function readInline(element: XmlElement, line: Line, reading: OdfReading, linked: boolean): void {
  const write = (text: string) => {
    line.parts.push(text);
    if (linked) line.linked += visibleLength(text);
  };
  for (const child of element.children) {
    if (typeof child === 'string') {
      // White space is collapsed (OpenDocument 1.3 part 3, 6.1.2); what counts has elements of its own.
      const text = child.replace(/[ \t\n\r]+/g, ' ');
      const after = line.parts.at(-1);
      write((after === undefined || /[ \n]$/.test(after)) && text.startsWith(' ') ? text.slice(1) : text);
      continue;
    }
    switch (child.name) {
      case 's':
        write(' '.repeat(Math.min(1000, Number(attributeOf(child, 'c') ?? '1') || 1)));
        break;
      case 'tab':
        write('\t');
        break;
      case 'line-break':
        write('\n');
        break;
      case 'a':
        readInline(child, line, reading, true);
        break;
      case 'note':
        write(readNote(child, reading));
        break;
      case 'annotation':
        readComment(child, reading);
        break;
      case 'span':
        if (reading.hiddenStyles.has(attributeOf(child, 'style-name') ?? '')) reading.hidden++;
        readInline(child, line, reading, linked);
        break;
      case 'ruby':
        readRuby(child, line, reading, linked);
        break;
      case 'hidden-text':
      case 'hidden-paragraph':
        reading.hidden++;
        readInline(child, line, reading, linked);
        break;
      case 'frame':
      case 'text-box':
      case 'custom-shape':
      case 'rect':
      case 'ellipse':
      case 'line':
      case 'polygon':
      case 'path':
      case 'g':
      case 'object':
      case 'caption':
        readBlock(child, reading, line.boxes);
        break;
      default:
        if (!UNSEEN.has(child.name)) readInline(child, line, reading, linked);
    }
  }
}

function readRuby(ruby: XmlElement, line: Line, reading: OdfReading, linked: boolean): void {
  for (const part of elementsOf(ruby)) {
    if (part.name === 'ruby-text') line.parts.push(`(${textOf(part)})`);
    else readInline(part, line, reading, linked);
  }
}

function readNote(note: XmlElement, reading: OdfReading): string {
  const kind = attributeOf(note, 'note-class') === 'endnote' ? 'endnote' : 'footnote';
  const number = ++reading.numbers[kind];
  const body = elementAt(note, 'note-body');
  const at = reading.notes.length;
  const nodes = body === undefined ? [] : readOdfStory(body, reading);
  reading.notes.splice(at, 0, { name: `${kind} ${number}`, nodes });
  const citation = elementAt(note, 'note-citation');
  const mark = citation === undefined ? '' : textOf(citation).trim();
  return `[${mark === '' ? number : mark}]`;
}

function readComment(comment: XmlElement, reading: OdfReading): void {
  const author = elementAt(comment, 'creator');
  const name = author === undefined ? '' : textOf(author).trim();
  const content = elementsOf(comment).filter((child) => child.name === 'p' || child.name === 'list');
  const nodes: OfficeNode[] = name === '' ? [] : [{ type: 'paragraph', text: name, kind: 'paragraph' }];
  for (const element of content) readBlock(element, reading, nodes);
  reading.comments.push({ name: `comment ${reading.comments.length + 1}`, nodes, aside: true });
}

/** A cell or row that repeats is written out so often at most; what is left out is noted. */
const REPEATS = 100;

function odfRows(table: XmlElement, reading: OdfReading): readonly (readonly OfficeCell[])[] {
  return elementsOf(table).flatMap((element) => {
    if (element.name === 'table-row') {
      const row = odfCells(element, reading);
      const filled = row.some((cell) => cell.length > 0);
      return Array.from({ length: filled ? repeatsOf(element, 'number-rows-repeated', reading) : 1 }, () => row);
    }
    return /^table-(?:header-rows|row-group|rows)$/.test(element.name) ? odfRows(element, reading) : [];
  });
}

function odfCells(row: XmlElement, reading: OdfReading): readonly OfficeCell[] {
  return elementsOf(row)
    .filter(({ name }) => name === 'table-cell' || name === 'covered-table-cell')
    .flatMap((cell) => {
      const nodes = readOdfStory(cell, reading);
      return Array.from(
        { length: nodes.length > 0 ? repeatsOf(cell, 'number-columns-repeated', reading) : 1 },
        () => nodes,
      );
    });
}

function repeatsOf(element: XmlElement, name: string, reading: OdfReading): number {
  const stated = Number(attributeOf(element, name) ?? '1');
  if (stated > REPEATS) reading.cut = true;
  return Number.isInteger(stated) ? Math.min(Math.max(stated, 1), REPEATS) : 1;
}
