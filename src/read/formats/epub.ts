import { ok, type Result, refuse } from '../../base/index.ts';
import type { DraftBlock } from '../draft.ts';
import { parsePage } from '../html-tree.ts';
import { walkPage } from '../html-walker.ts';
import type { FormatHints, FormatReading, FormatRefusal, Member, UnreadPart } from './format.ts';
import { formatRefused, type OfficePackage, openPackage, readOptionalPart, readPart } from './office-package.ts';
import { propertiesOf } from './office-properties.ts';
import { xhtmlAsHtml } from './xhtml.ts';
import { attributeOf, decodeXml, descendantsOf, elementAt, elementsOf, textOf, type XmlElement } from './xml.ts';

/** Raise the version whenever the same bytes could give another text. */
const TOOL = { name: 'daybook-epub', version: '1' } as const;

/** Chapters and characters read of one book. */
const CHAPTER_LIMIT = 5_000;
const CHARACTER_LIMIT = 32 * 1024 * 1024;

/**
 * Reads an EPUB (docs/read-office.md O34 to O37): its chapters in the order of its spine through the walker that reads pages, then
 * chapters that the spine leaves out; pictures as members. Refused when every chapter is encrypted or none can be found.
 */
export async function readEpub(bytes: Uint8Array, hints: FormatHints): Promise<Result<FormatReading, FormatRefusal>> {
  const opened = await openPackage(bytes, 'epub');
  if (!opened.ok) return opened;
  const office = opened.value;
  const unread: UnreadPart[] = [...office.unread];
  const container = await readPart(office, 'META-INF/container.xml');
  if (!container.ok) return refuse({ type: 'format-refused', format: 'epub', reason: container.error.reason });
  const rootFile = container.value === undefined ? undefined : descendantsOf(container.value, 'rootfile')[0];
  const path = rootFile === undefined ? undefined : attributeOf(rootFile, 'full-path');
  const book = path === undefined ? undefined : await readPart(office, path);
  if (book?.ok === false) return refuse({ type: 'format-refused', format: 'epub', reason: book.error.reason });
  if (path === undefined || book?.value === undefined) return formatRefused('epub', 'damaged');

  const encrypted = await encryptedFiles(office, unread);
  const items = itemsOf(book.value, path.slice(0, path.lastIndexOf('/') + 1));
  const chapters = chaptersOf(book.value, items);
  if (chapters.length === 0) return formatRefused('epub', 'no-text');
  const readable = chapters.filter(({ file }) => !encrypted.has(file.toLowerCase()));
  for (const { file } of chapters)
    if (!readable.some((item) => item.file === file)) unread.push({ part: file, reason: 'encrypted' });
  if (readable.length === 0) return formatRefused('epub', 'encrypted');
  const blocks = await readChapters(office, readable, unread);
  return ok({
    text: {
      type: 'extracted',
      tool: TOOL,
      mediaType: 'application/epub+zip',
      blocks,
      properties: bookProperties(book.value, hints.fileName),
    },
    members: await pictures(office, items, encrypted, unread),
    unread,
  });
}

interface Item {
  readonly id: string;
  /** Its path in the archive. */
  readonly file: string;
  readonly mediaType: string;
  readonly navigation: boolean;
}

function itemsOf(book: XmlElement, folder: string): readonly Item[] {
  const manifest = elementAt(book, 'manifest');
  return (manifest === undefined ? [] : elementsOf(manifest, 'item')).map((item) => ({
    id: attributeOf(item, 'id') ?? '',
    file: pathFrom(folder, attributeOf(item, 'href') ?? ''),
    mediaType: (attributeOf(item, 'media-type') ?? '').toLowerCase(),
    navigation: /(?:^|\s)nav(?:\s|$)/.test(attributeOf(item, 'properties') ?? ''),
  }));
}

/** A reference is an address: escaped, with steps, and with a fragment. It never leads out of the archive. */
function pathFrom(folder: string, reference: string): string {
  const bare = reference.replace(/[?#].*$/, '');
  let decoded = bare;
  try {
    decoded = decodeURIComponent(bare);
  } catch {
    // A stray percent sign: the name is meant as it stands.
    decoded = bare;
  }
  const steps: string[] = [];
  for (const step of `${folder}${decoded}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const CHAPTER_TYPES = /^(?:application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml|text\/x-oeb1-document)$/;

function chaptersOf(book: XmlElement, items: readonly Item[]): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const spine = elementAt(book, 'spine');
  const listed = new Map<string, Item>();
  for (const reference of spine === undefined ? [] : elementsOf(spine, 'itemref')) {
    const item = byId.get(attributeOf(reference, 'idref') ?? '');
    if (item !== undefined) listed.set(item.file, item);
  }
  for (const item of items) {
    if (CHAPTER_TYPES.test(item.mediaType) && !item.navigation && !listed.has(item.file)) listed.set(item.file, item);
  }
  return [...listed.values()];
}

async function readChapters(
  office: OfficePackage,
  chapters: readonly Item[],
  unread: UnreadPart[],
): Promise<readonly DraftBlock[]> {
  const blocks: DraftBlock[] = [];
  let room = CHARACTER_LIMIT;
  for (const [i, { file, mediaType }] of chapters.entries()) {
    if (i >= CHAPTER_LIMIT || room < 0) {
      unread.push({ part: file, reason: i >= CHAPTER_LIMIT ? 'too-many' : 'too-large' });
      continue;
    }
    // Pictures and drawings may stand in a spine too; they are members.
    if (!CHAPTER_TYPES.test(mediaType)) continue;
    const bytes = await office.file(file)?.read();
    const source = bytes?.ok === true ? decodeXml(bytes.value) : undefined;
    if (source === undefined) {
      unread.push({ part: file, reason: bytes?.ok === false ? bytes.error.reason : 'damaged' });
      continue;
    }
    const page = parsePage(xhtmlAsHtml(source));
    if (!page.ok) {
      unread.push({ part: file, reason: 'too-large' });
      continue;
    }
    for (const [number, { text, kind, level, linked }] of walkPage(page.value).entries()) {
      room -= text.length;
      blocks.push({
        text,
        kind,
        ...(level !== undefined && { level }),
        source: { start: 0, end: 0 },
        linked,
        place: { type: 'paragraph', number: number + 1, part: file },
      });
    }
  }
  return blocks;
}

/** Files that cannot be read without a key. Fonts that are only disguised by a known rule are none. */
async function encryptedFiles(office: OfficePackage, unread: UnreadPart[]): Promise<ReadonlySet<string>> {
  const root = await readOptionalPart(office, 'META-INF/encryption.xml', unread);
  const files = new Set<string>();
  for (const data of root === undefined ? [] : elementsOf(root, 'EncryptedData')) {
    const method = elementAt(data, 'EncryptionMethod');
    const rule = method === undefined ? '' : (attributeOf(method, 'Algorithm') ?? '');
    if (/^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/.test(rule)) continue;
    for (const reference of descendantsOf(data, 'CipherReference')) {
      files.add(pathFrom('', attributeOf(reference, 'URI') ?? '').toLowerCase());
    }
  }
  return files;
}

async function pictures(
  office: OfficePackage,
  items: readonly Item[],
  encrypted: ReadonlySet<string>,
  unread: UnreadPart[],
): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (const { file, mediaType } of items) {
    if (!mediaType.startsWith('image/') || encrypted.has(file.toLowerCase())) continue;
    const found = office.file(file);
    const bytes = await found?.read();
    if (found === undefined || bytes?.ok !== true) unread.push({ part: file, reason: 'damaged' });
    else members.push({ name: found.name, bytes: bytes.value, mediaType });
  }
  return members;
}

function bookProperties(book: XmlElement, fileName: string): ReturnType<typeof propertiesOf> {
  const metadata = elementAt(book, 'metadata');
  if (metadata === undefined) return {};
  const value = (name: string) => {
    const found = descendantsOf(metadata, name)[0];
    return found === undefined ? undefined : textOf(found);
  };
  return propertiesOf(
    {
      title: value('title'),
      author: descendantsOf(metadata, 'creator').map(textOf).join(', '),
      publisher: value('publisher'),
      created: value('date'),
    },
    fileName,
  );
}
