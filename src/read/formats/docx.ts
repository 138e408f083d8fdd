import { ok, type Result, refuse } from '../../base/index.ts';
import { type DocxReading, readStory } from './docx-body.ts';
import { numberingOf } from './docx-numbering.ts';
import { stylesOf } from './docx-styles.ts';
import type { FormatHints, FormatNote, FormatReading, FormatRefusal, UnreadPart } from './format.ts';
import { blocksOfParts, type OfficePart } from './office-nodes.ts';
import {
  filesBelow,
  formatRefused,
  membersOf,
  type OfficePackage,
  openPackage,
  readOptionalPart,
  readPart,
} from './office-package.ts';
import { coreProperties, mainPartOf } from './office-relationships.ts';
import { attributeOf, descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-docx', version: '1' } as const;

/**
 * Reads a Word file (docs/read-office.md O1 to O13): body, notes, comments, headers and footers as blocks with their paragraph;
 * pictures and embedded files as members. Macros are neither read nor run. Refused when its main part cannot be read.
 */
export async function readDocx(bytes: Uint8Array, hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  const opened = await openPackage(bytes, 'docx');
  if (!opened.ok) return opened;
  const office = opened.value;
  const unread: UnreadPart[] = [...office.unread];
  const main = await mainPartOf(office, 'word/document.xml');
  const document = await readPart(office, main);
  if (!document.ok) return refuse({ type: 'format-refused', format: 'docx', reason: document.error.reason });
  const body = document.value === undefined ? undefined : elementAt(document.value, 'body');
  if (body === undefined) return formatRefused('docx', 'damaged');

  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const reading = await readingOf(office, folder, unread);
  const parts: OfficePart[] = [{ name: 'body', nodes: readStory(body, reading) }];
  for (const kind of ['footnote', 'endnote'] as const) {
    const root = await readOptionalPart(office, `${folder}${kind}s.xml`, unread);
    if (root !== undefined) parts.push(...noteParts(root, kind, reading));
  }
  const comments = await readOptionalPart(office, `${folder}comments.xml`, unread);
  if (comments !== undefined) parts.push(...commentParts(comments, reading));
  for (const kind of ['header', 'footer'] as const) {
    parts.push(...(await marginParts(office, folder, kind, reading, unread)));
  }
  parts.push(...(await diagramParts(office, folder, unread)));
  if (reading.foreign > 0) unread.push({ part: `foreign pieces: ${reading.foreign}`, reason: 'not-supported' });
  const blocks = blocksOfParts(parts, unread);
  const members = await membersOf(filesBelow(office, folder, /^(?:media|embeddings)\//i), unread);
  return ok({
    text: {
      type: 'extracted',
      tool: TOOL,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      blocks,
      properties: await coreProperties(office, hints.fileName, unread),
    },
    members,
    unread,
    notes: notesOf(reading, office),
  });
}

async function readingOf(office: OfficePackage, folder: string, unread: UnreadPart[]): Promise<DocxReading> {
  const styles = stylesOf(await readOptionalPart(office, `${folder}styles.xml`, unread));
  const numbering = await readOptionalPart(office, `${folder}numbering.xml`, unread);
  return {
    styles,
    numbering: numberingOf(numbering, (style) => styles.of(style)?.list?.id),
    notes: { footnote: new Map(), endnote: new Map() },
    deletions: 0,
    hidden: 0,
    foreign: 0,
  };
}

function notesOf({ deletions, hidden }: DocxReading, { files }: OfficePackage): readonly FormatNote[] {
  const macros = files.some(({ name }) => /(?:^|\/)vba(?:project|data)[^/]*$/i.test(name));
  return [
    ...(deletions > 0 ? [{ part: 'tracked changes', note: 'deletions-left-out', count: deletions } as const] : []),
    ...(hidden > 0 ? [{ part: 'runs', note: 'hidden', count: hidden } as const] : []),
    ...(macros ? [{ part: 'macros', note: 'macros-left-out' } as const] : []),
  ];
}

function noteParts(root: XmlElement, kind: 'footnote' | 'endnote', reading: DocxReading): readonly OfficePart[] {
  const numbers = reading.notes[kind];
  return elementsOf(root, kind)
    .filter((note) => !/separator|notice/i.test(attributeOf(note, 'type') ?? ''))
    .map((note) => {
      const id = attributeOf(note, 'id') ?? '';
      // One that the text does not refer to is read all the same.
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
      return { number: numbers.get(id) ?? 0, nodes: readStory(note, reading) };
    })
    .sort((a, b) => a.number - b.number)
    .map(({ number, nodes }) => ({ name: `${kind} ${number}`, nodes }));
}

function commentParts(root: XmlElement, reading: DocxReading): readonly OfficePart[] {
  return elementsOf(root, 'comment').map((comment, i) => {
    const author = (attributeOf(comment, 'author') ?? '').trim();
    const nodes = readStory(comment, reading);
    const named = author === '' ? [] : [{ type: 'paragraph', text: author, kind: 'paragraph' } as const];
    return { name: `comment ${i + 1}`, nodes: [...named, ...nodes], aside: true };
  });
}

async function marginParts(
  office: OfficePackage,
  folder: string,
  kind: 'header' | 'footer',
  reading: DocxReading,
  unread: UnreadPart[],
): Promise<readonly OfficePart[]> {
  const form = kind === 'header' ? /^header\d*\.xml$/i : /^footer\d*\.xml$/i;
  const parts: OfficePart[] = [];
  for (const [i, { name }] of filesBelow(office, folder, form).entries()) {
    const root = await readOptionalPart(office, name, unread);
    if (root === undefined) continue;
    parts.push({ name: i === 0 ? kind : `${kind} ${i + 1}`, nodes: readStory(root, reading), aside: true });
  }
  return parts;
}

/** Diagrams and charts keep their words in parts of their own, in the markup of drawings. */
async function diagramParts(
  office: OfficePackage,
  folder: string,
  unread: UnreadPart[],
): Promise<readonly OfficePart[]> {
  const parts: OfficePart[] = [];
  for (const { name } of filesBelow(office, folder, /^(?:diagrams\/data|charts\/chart)\d*\.xml$/i)) {
    const root = await readOptionalPart(office, name, unread);
    if (root === undefined) continue;
    const lines = [
      ...descendantsOf(root, 'p').map((p) => descendantsOf(p, 't').map(textOf).join('')),
      ...descendantsOf(root, 'strCache').flatMap((cache) => descendantsOf(cache, 'v').map(textOf)),
    ];
    const nodes = lines.map((text) => ({ type: 'paragraph', text, kind: 'paragraph' }) as const);
    parts.push({ name: name.slice(folder.length, -'.xml'.length), nodes });
  }
  return parts;
}
