import type { Numbering } from './docx-numbering.ts';
import { type DocxStyles, isOn, listAt, numberAt, valueAt } from './docx-styles.ts';
import { type OfficeCell, type OfficeNode, type OfficeParagraph, visibleLength } from './office-nodes.ts';
import { symbolCharacter } from './rtf-encodings.ts';
import { attributeOf, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';

/** What the parts of a document share while they are read. */
export interface DocxReading {
  readonly styles: DocxStyles;
  readonly numbering: Numbering;
  /** Notes in the order in which the text refers to them, by kind and id. */
  readonly notes: Record<'footnote' | 'endnote', Map<string, number>>;
  /** Passages that a tracked change deletes. */
  deletions: number;
  /** Runs that are not shown. */
  hidden: number;
  /** Pieces in a foreign format that would be taken in when the file is opened. */
  foreign: number;
}

/** Paragraphs and tables below an element of a part (docs/read-office.md O6 to O12), in order. */
export function readStory(root: XmlElement, reading: DocxReading): readonly OfficeNode[] {
  const nodes: OfficeNode[] = [];
  for (const element of elementsOf(root)) {
    switch (element.name) {
      case 'p':
        readParagraph(element, reading, nodes);
        break;
      case 'tbl':
        nodes.push({ type: 'table', rows: rowsOf(element, reading) });
        break;
      case 'del':
      case 'moveFrom':
        reading.deletions++;
        break;
      case 'altChunk':
        reading.foreign++;
        break;
      case 'AlternateContent':
        nodes.push(...readStory(chosen(element), reading));
        break;
      case 'sectPr':
      case 'sdtPr':
      case 'tblPr':
        break;
      default:
        nodes.push(...readStory(element, reading));
    }
  }
  return nodes;
}

function rowsOf(table: XmlElement, reading: DocxReading): readonly (readonly OfficeCell[])[] {
  return elementsOf(table).flatMap((element) => {
    if (element.name === 'del' || element.name === 'moveFrom' || elementAt(element, 'trPr', 'del') !== undefined) {
      reading.deletions++;
      return [];
    }
    if (element.name === 'tr') return [cellsOf(element, reading)];
    return CONTAINERS.has(element.name) ? rowsOf(element, reading) : [];
  });
}

function cellsOf(row: XmlElement, reading: DocxReading): readonly OfficeCell[] {
  return elementsOf(row).flatMap((element) => {
    if (element.name === 'tc') return [readStory(element, reading)];
    return CONTAINERS.has(element.name) ? cellsOf(element, reading) : [];
  });
}

/** Elements that may stand around rows and cells without being any. */
const CONTAINERS: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo']);

/** What is shown of a choice: the first form, or the older one where the first holds nothing. Both say the same. */
function chosen(element: XmlElement): XmlElement {
  const choices = elementsOf(element);
  const first = choices.find((choice) => choice.name === 'Choice' && choice.children.length > 0);
  return first ?? choices.find((choice) => choice.name === 'Fallback') ?? { ...element, children: [] };
}

/** A paragraph while its runs are put together. */
interface Line {
  readonly parts: string[];
  linked: number;
  /** Open fields, innermost last: whether what comes now is the result that is shown, not the instruction. */
  readonly fields: boolean[];
  /** Text boxes that are anchored here: they follow the paragraph. */
  readonly boxes: OfficeNode[];
}

function readParagraph(element: XmlElement, reading: DocxReading, nodes: OfficeNode[]): void {
  const line: Line = { parts: [], linked: 0, fields: [], boxes: [] };
  readInline(element, line, reading, false);
  const { kind, level, label } = settingOf(element, reading);
  const text = line.parts.join('');
  nodes.push({
    type: 'paragraph',
    text: label !== '' && /\S/.test(text) ? `${label} ${text}` : text,
    kind,
    ...(level !== undefined && { level }),
    linked: line.linked,
  });
  nodes.push(...line.boxes);
}

interface Setting {
  readonly kind: OfficeParagraph['kind'];
  readonly level?: number;
  readonly label: string;
}

function settingOf(element: XmlElement, { styles, numbering }: DocxReading): Setting {
  const id = valueAt(element, 'pPr', 'pStyle') ?? styles.standard;
  const style = id === undefined ? undefined : styles.of(id);
  const own = listAt(element);
  const list = { ...style?.list, ...own };
  const label = list.id === undefined || list.id === '0' ? '' : numbering.label(list.id, list.level ?? 0);
  const outline = numberAt(element, 'pPr', 'outlineLvl') ?? style?.outline;
  const named = /^(?:heading|제목|标题|標題) ?([1-9])$/.exec(style?.name ?? id?.toLowerCase() ?? '')?.[1];
  const depth = outline !== undefined && outline <= 8 ? outline + 1 : named === undefined ? undefined : Number(named);
  if (depth !== undefined) return { kind: 'heading', level: Math.min(depth, 6), label };
  switch (style?.name) {
    case 'title':
      return { kind: 'heading', level: 1, label };
    case 'subtitle':
      return { kind: 'heading', level: 2, label };
    case 'caption':
      return { kind: 'caption', label };
    case 'quote':
    case 'intense quote':
      return { kind: 'quotation', label };
    default:
      return { kind: list.id !== undefined && list.id !== '0' ? 'list-item' : 'paragraph', label };
  }
}

function readInline(element: XmlElement, line: Line, reading: DocxReading, linked: boolean): void {
  for (const child of elementsOf(element)) readPiece(child, line, reading, linked);
}

function readPiece(piece: XmlElement, line: Line, reading: DocxReading, linked: boolean): void {
  const write = (text: string) => {
    // The instruction of a field may hold results of fields inside it, which nobody sees.
    if (line.fields.includes(false)) return;
    line.parts.push(text);
    if (linked) line.linked += visibleLength(text);
  };
  switch (piece.name) {
    case 't':
      write(textOf(piece));
      return;
    case 'tab':
    case 'ptab':
      // The same name lists tab stops in properties, which are not read here.
      write('\t');
      return;
    case 'br':
    case 'cr':
      write('\n');
      return;
    case 'noBreakHyphen':
      write('\u2011');
      return;
    case 'softHyphen':
      write('\u00ad');
      return;
    case 'sym':
      write(symbolOf(piece));
      return;
    case 'footnoteReference':
      write(referenceTo('footnote', piece, reading));
      return;
    case 'endnoteReference':
      write(referenceTo('endnote', piece, reading));
      return;
    case 'fldChar':
      turnField(attributeOf(piece, 'fldCharType'), line);
      return;
    case 'del':
    case 'moveFrom':
      reading.deletions++;
      return;
    case 'txbxContent':
      line.boxes.push(...readStory(piece, reading));
      return;
    case 'AlternateContent':
      readInline(chosen(piece), line, reading, linked);
      return;
    case 'hyperlink':
      readInline(piece, line, reading, true);
      return;
    case 'altChunk':
      reading.foreign++;
      return;
    case 'r': {
      const vanish = elementAt(piece, 'rPr', 'vanish');
      if (vanish !== undefined && isOn(vanish)) reading.hidden++;
      readInline(piece, line, reading, linked);
      return;
    }
    case 'f':
      // A fraction of a formula: without the bar its two numbers would run into one.
      for (const [i, side] of elementsOf(piece).entries()) {
        if (side.name === 'den' && i > 0) write('/');
        readPiece(side, line, reading, linked);
      }
      return;
    case 'd':
      write(valueAt(piece, 'dPr', 'begChr') ?? '(');
      readInline(piece, line, reading, linked);
      write(valueAt(piece, 'dPr', 'endChr') ?? ')');
      return;
    case 'rt':
      write('(');
      readInline(piece, line, reading, linked);
      write(')');
      return;
    case 'ruby':
      // The reading stands before its word in the file, and above it on paper.
      for (const side of ['rubyBase', 'rt']) {
        for (const part of elementsOf(piece, side)) readPiece(part, line, reading, linked);
      }
      return;
    case 'instrText':
    case 'delText':
    case 'delInstrText':
    case 'pPr':
    case 'rPr':
    case 'sdtPr':
    case 'dPr':
    case 'fPr':
    case 'rubyPr':
      return;
    default:
      readInline(piece, line, reading, linked);
  }
}

function turnField(type: string | undefined, { fields }: Line): void {
  if (type === 'begin') fields.push(false);
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = true;
  else if (type === 'end') fields.pop();
}

function symbolOf(piece: XmlElement): string {
  const code = Number.parseInt(attributeOf(piece, 'char') ?? '', 16);
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return code >= 0xf020 && code <= 0xf0ff ? symbolCharacter(code - 0xf000) : String.fromCodePoint(code);
}

function referenceTo(kind: 'footnote' | 'endnote', piece: XmlElement, { notes }: DocxReading): string {
  const id = attributeOf(piece, 'id') ?? '';
  const known = notes[kind];
  if (!known.has(id)) known.set(id, known.size + 1);
  // A mark of its own follows as text.
  const own = /^(1|true|on)$/.test(attributeOf(piece, 'customMarkFollows') ?? '');
  return own ? '' : `[${known.get(id)}]`;
}
