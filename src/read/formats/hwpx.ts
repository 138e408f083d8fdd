import { ok, type Result, refuse } from '../../base/index.ts';
import type { FormatHints, FormatReading, FormatRefusal, UnreadPart } from './format.ts';
import {
  blocksOfParts,
  type OfficeCell,
  type OfficeNode,
  type OfficeParagraph,
  type OfficePart,
  visibleLength,
} from './office-nodes.ts';
import {
  filesBelow,
  formatRefused,
  membersOf,
  type OfficePackage,
  openPackage,
  readOptionalPart,
  readPart,
} from './office-package.ts';
import { propertiesOf } from './office-properties.ts';
import { attributeOf, descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-hwpx', version: '1' } as const;

/**
 * Reads a Hangul document in its open form, HWPX (OWPML, KS X 6101; docs/read-office.md O38 to O41). The older binary form is
 * refused as `not-supported`: no reader of it could be trusted with hostile files.
 */
export async function readHwpx(bytes: Uint8Array, hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  // The mark of the compound file that HWP 5 is.
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)) return formatRefused('hwpx', 'not-supported');
  const opened = await openPackage(bytes, 'hwpx');
  if (!opened.ok) return opened;
  const office = opened.value;
  const unread: UnreadPart[] = [...office.unread];
  const manifest = await readOptionalPart(office, 'META-INF/manifest.xml', unread);
  if (manifest !== undefined && descendantsOf(manifest, 'encryption-data').length > 0) {
    return formatRefused('hwpx', 'encrypted');
  }
  const sections = filesBelow(office, 'Contents/', /^section\d+\.xml$/i);
  if (sections.length === 0) return formatRefused('hwpx', 'damaged');
  const styles = headingStyles(await readOptionalPart(office, 'Contents/header.xml', unread));
  const reading: Reading = { styles, parts: [], numbers: { footnote: 0, endnote: 0, comment: 0 } };
  const parts: OfficePart[] = [];
  for (const [i, { name }] of sections.entries()) {
    const section = await readPart(office, name);
    const root = section.ok ? section.value : undefined;
    if (root === undefined) {
      const reason = section.ok ? 'damaged' : section.error.reason;
      if (sections.length === 1) return refuse({ type: 'format-refused', format: 'hwpx', reason });
      unread.push({ part: name, reason });
    } else {
      parts.push({ name: sections.length === 1 ? 'body' : `section ${i + 1}`, nodes: readStory(root, reading) });
    }
  }
  return ok({
    text: {
      type: 'extracted',
      tool: TOOL,
      mediaType: 'application/hwp+zip',
      blocks: blocksOfParts([...parts, ...reading.parts], unread),
      properties: await bookProperties(office, hints.fileName, unread),
    },
    members: await membersOf(filesBelow(office, 'BinData/', /./), unread),
    unread,
  });
}

interface Reading {
  readonly styles: ReadonlyMap<string, number>;
  /** Notes, comments, headers and footers, in the order in which they are met. */
  readonly parts: OfficePart[];
  readonly numbers: Record<'footnote' | 'endnote' | 'comment', number>;
}

function readStory(root: XmlElement, reading: Reading): readonly OfficeNode[] {
  const nodes: OfficeNode[] = [];
  for (const element of elementsOf(root)) {
    if (element.name === 'p') readParagraph(element, reading, nodes);
    else if (element.name === 'tbl') nodes.push(tableOf(element, reading));
    else nodes.push(...readStory(element, reading));
  }
  return nodes;
}

interface Line {
  readonly parts: string[];
  linked: number;
  readonly boxes: OfficeNode[];
  link: boolean;
}

function readParagraph(element: XmlElement, reading: Reading, nodes: OfficeNode[]): void {
  const line: Line = { parts: [], linked: 0, boxes: [], link: false };
  for (const child of elementsOf(element)) readPiece(child, line, reading);
  const level = reading.styles.get(attributeOf(element, 'styleIDRef') ?? '');
  const kind: OfficeParagraph['kind'] = level === undefined ? 'paragraph' : 'heading';
  nodes.push({
    type: 'paragraph',
    text: line.parts.join(''),
    kind,
    ...(level !== undefined && { level }),
    linked: line.linked,
  });
  nodes.push(...line.boxes);
}

function readPiece(piece: XmlElement, line: Line, reading: Reading): void {
  switch (piece.name) {
    case 't':
      readText(piece, line);
      return;
    case 'tbl':
      line.boxes.push(tableOf(piece, reading));
      return;
    case 'footNote':
    case 'endNote': {
      const kind = piece.name === 'footNote' ? 'footnote' : 'endnote';
      const number = ++reading.numbers[kind];
      line.parts.push(`[${number}]`);
      const at = reading.parts.length;
      const nodes = readStory(piece, reading);
      reading.parts.splice(at, 0, { name: `${kind} ${number}`, nodes });
      return;
    }
    case 'hiddenComment': {
      const name = `comment ${++reading.numbers.comment}`;
      reading.parts.push({ name, nodes: readStory(piece, reading), aside: true });
      return;
    }
    case 'header':
    case 'footer': {
      const before = reading.parts.filter(({ name }) => name.startsWith(piece.name)).length;
      const name = before === 0 ? piece.name : `${piece.name} ${before + 1}`;
      reading.parts.push({ name, nodes: readStory(piece, reading), aside: true });
      return;
    }
    case 'subList':
      line.boxes.push(...readStory(piece, reading));
      return;
    case 'fieldBegin':
      if (/hyperlink/i.test(attributeOf(piece, 'type') ?? '')) line.link = true;
      return;
    case 'fieldEnd':
      line.link = false;
      return;
    case 'script':
      // The formula as its writer typed it.
      line.parts.push(textOf(piece));
      return;
    case 'secPr':
    case 'linesegarray':
    case 'shapeComment':
      return;
    case 'dutmal':
      for (const side of ['mainText', 'subText']) {
        const words = elementAt(piece, side);
        if (words !== undefined) line.parts.push(side === 'mainText' ? textOf(words) : `(${textOf(words)})`);
      }
      return;
    case 'compose':
      line.parts.push(attributeOf(piece, 'composeText') ?? '');
      return;
    default:
      for (const child of elementsOf(piece)) readPiece(child, line, reading);
  }
}

function readText(piece: XmlElement, line: Line): void {
  const write = (text: string) => {
    line.parts.push(text);
    if (line.link) line.linked += visibleLength(text);
  };
  for (const child of piece.children) {
    if (typeof child === 'string') write(child);
    else if (child.name === 'tab') write('\t');
    else if (child.name === 'lineBreak') write('\n');
    else if (child.name === 'nbSpace') write('\u00a0');
    else if (child.name === 'fwSpace') write('\u3000');
    else if (child.name === 'hyphen') write('\u00ad');
    else if (child.name === 'deleteBegin' || child.name === 'insertBegin') continue;
    else readText(child, line);
  }
}

function tableOf(table: XmlElement, reading: Reading): OfficeNode {
  const rows: OfficeCell[][] = elementsOf(table, 'tr').map((row) =>
    elementsOf(row, 'tc').map((cell) => readStory(cell, reading)),
  );
  const caption = elementAt(table, 'caption');
  if (caption !== undefined) rows.push([readStory(caption, reading)]);
  return { type: 'table', rows };
}

/** Levels of styles that are outlines (개요 1, Outline 1), by the id of the style. */
function headingStyles(header: XmlElement | undefined): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const style of header === undefined ? [] : descendantsOf(header, 'style')) {
    const name = `${attributeOf(style, 'name') ?? ''} ${attributeOf(style, 'engName') ?? ''}`;
    const level = /(?:개요|outline) ?(\d)/i.exec(name)?.[1];
    if (level !== undefined) levels.set(attributeOf(style, 'id') ?? '', Math.min(Math.max(Number(level), 1), 6));
  }
  return levels;
}

async function bookProperties(
  office: OfficePackage,
  fileName: string,
  unread: UnreadPart[],
): Promise<ReturnType<typeof propertiesOf>> {
  const content = await readOptionalPart(office, 'Contents/content.hpf', unread);
  const metadata = content === undefined ? undefined : elementAt(content, 'metadata');
  if (metadata === undefined) return {};
  const named = (name: string) => elementsOf(metadata, 'meta').find((meta) => attributeOf(meta, 'name') === name);
  const value = (name: string) => {
    const meta = named(name);
    return meta === undefined ? undefined : textOf(meta);
  };
  const title = elementAt(metadata, 'title');
  return propertiesOf(
    { title: title === undefined ? undefined : textOf(title), author: value('creator'), created: value('CreatedDate') },
    fileName,
  );
}
