import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import { attributeOf, elementsOf, parseXmlBytes, textOf, type XmlElement } from '../formats/xml.ts';
import { type FileNames, fileNames } from './file-names.ts';
import {
  distinctItems,
  type Library,
  type LibraryField,
  type LibraryRecord,
  type LibraryRefusal,
  MOST_RECORDS,
} from './library.ts';
import { readLibraryJson } from './library-json.ts';

/** Reads a library of Zotero: an export as RDF or as CSL JSON, and the names of the files beside it. */
export function readZotero(bytes: Uint8Array, files: readonly string[]): Result<Library, LibraryRefusal> {
  const head = new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\uFEFF/, '');
  const names = fileNames(files);
  const read = /^\s*[[{]/.test(head) ? readCsl(bytes, files, names) : readRdf(bytes, names);
  if (!read.ok) return read;
  if (read.value.length > MOST_RECORDS) return refuse({ type: 'library-refused', reason: 'too-many' });
  return ok({ records: distinctItems(read.value), unclaimed: names.left() });
}

/** Elements that are no record of their own: what other records point at. */
const PARTS = new Set(['Attachment', 'Memo', 'Collection']);

function readRdf(bytes: Uint8Array, names: FileNames): Result<readonly LibraryRecord[], LibraryRefusal> {
  const parsed = parseXmlBytes(bytes);
  if (!parsed.ok) {
    const reason = parsed.error.reason === 'too-large' ? 'too-large' : 'damaged';
    return refuse({ type: 'library-refused', reason });
  }
  if (parsed.value.name !== 'RDF') return refuse({ type: 'library-refused', reason: 'no-records' });
  const elements = elementsOf(parsed.value);
  const byName = new Map(elements.map((element) => [attributeOf(element, 'about') ?? '', element]));
  const collections = collectionsIn(elements);
  const linked = new Set<string>();
  const items = elements.filter(({ name }) => !PARTS.has(name));
  const records = items.map((element, i): LibraryRecord => {
    const about = attributeOf(element, 'about') ?? `item ${i + 1}`;
    const fields: LibraryField[] = [{ name: 'type', values: [itemTypeOf(element)] }];
    const files: string[] = [];
    for (const child of elementsOf(element)) {
      const resource = attributeOf(child, 'resource');
      const target = resource === undefined ? undefined : byName.get(resource);
      if (child.name === 'link' && target?.name === 'Attachment') {
        linked.add(resource ?? '');
        files.push(...filesOf(target, names));
        // A saved page or a link without a file is told by its address.
        fields.push(...attachmentFields(target));
      } else if (child.name === 'isReferencedBy' && target?.name === 'Memo') {
        fields.push({ name: 'note', values: [valueIn(target)] });
      } else {
        const values =
          child.name === 'authors' || PEOPLE.has(child.name) ? peopleIn(child) : [resource ?? valueIn(child)];
        const kept = values.filter((value) => value !== '');
        if (kept.length > 0) fields.push({ name: FIELD_NAMES.get(child.name) ?? child.name, values: kept });
      }
    }
    const within = collections.get(about) ?? [];
    if (within.length > 0) fields.push({ name: 'collections', values: within });
    return { item: about, row: i + 1, fields: joined(fields), files };
  });
  // Attachments that stand alone are records too: a file that somebody put into the library by itself.
  const alone = elements
    .filter((element) => element.name === 'Attachment' && !linked.has(attributeOf(element, 'about') ?? ''))
    .map(
      (element, i): LibraryRecord => ({
        item: attributeOf(element, 'about') ?? `attachment ${i + 1}`,
        row: items.length + i + 1,
        fields: joined([
          { name: 'type', values: ['attachment'] },
          ...titleFields(element),
          ...attachmentFields(element),
        ]),
        files: filesOf(element, names),
      }),
    );
  return ok([...records, ...alone]);
}

const PEOPLE = new Set(['editors', 'contributors', 'translators', 'directors', 'interviewers', 'interviewees']);
const FIELD_NAMES: ReadonlyMap<string, string> = new Map([
  ['authors', 'author'],
  ['editors', 'editor'],
  ['translators', 'translator'],
  ['subject', 'tags'],
  ['identifier', 'address'],
]);

function itemTypeOf(element: XmlElement): string {
  const stated = elementsOf(element).find(({ name }) => name === 'itemType');
  return stated === undefined ? element.name : textOf(stated).trim();
}

function filesOf(attachment: XmlElement, names: FileNames): readonly string[] {
  return elementsOf(attachment).flatMap((child) => {
    const path = child.name === 'resource' ? attributeOf(child, 'resource') : undefined;
    return path === undefined ? [] : [names.take(decodedPath(path))];
  });
}

function attachmentFields(attachment: XmlElement): readonly LibraryField[] {
  return elementsOf(attachment).flatMap((child) =>
    child.name === 'identifier' || child.name === 'dateSubmitted'
      ? [
          {
            name: child.name === 'identifier' ? 'attachment address' : 'attachment retrieved',
            values: [valueIn(child)],
          },
        ]
      : [],
  );
}

function titleFields(element: XmlElement): readonly LibraryField[] {
  return elementsOf(element).flatMap((child) =>
    child.name === 'title' ? [{ name: 'title', values: [valueIn(child)] }] : [],
  );
}

function collectionsIn(elements: readonly XmlElement[]): ReadonlyMap<string, readonly string[]> {
  const within = new Map<string, string[]>();
  for (const element of elements) {
    if (element.name !== 'Collection') continue;
    const title = elementsOf(element).find(({ name }) => name === 'title');
    for (const part of elementsOf(element, 'hasPart')) {
      const about = attributeOf(part, 'resource');
      if (about === undefined || title === undefined) continue;
      within.set(about, [...(within.get(about) ?? []), textOf(title).trim()]);
    }
  }
  return within;
}

function peopleIn(element: XmlElement): readonly string[] {
  if (element.name === 'Person' || element.name === 'Agent' || element.name === 'Organization') {
    const part = (...named: readonly string[]): string =>
      elementsOf(element)
        .filter(({ name }) => named.includes(name))
        .map((child) => textOf(child).trim())
        .join(' ');
    return [[part('surname', 'name'), part('givenName', 'givenname')].filter((name) => name !== '').join(', ')];
  }
  return elementsOf(element).flatMap(peopleIn);
}

/** All words inside, those of nested elements parted by a space: a value, an organisation's name, a journal with its volume. */
function valueIn(element: XmlElement): string {
  const inner = elementsOf(element);
  const words = inner.length === 0 ? textOf(element) : inner.map(valueIn).join(' ');
  return words.replace(/\s+/g, ' ').trim();
}

function decodedPath(path: string): string {
  try {
    return path.includes('%') ? decodeURIComponent(path) : path;
  } catch {
    // A stray percent sign stands for itself.
    return path;
  }
}

/** Fields of one name as one field with several values, where the first stood. */
function joined(fields: readonly LibraryField[]): readonly LibraryField[] {
  const byName = new Map<string, string[]>();
  for (const { name, values } of fields) byName.set(name, [...(byName.get(name) ?? []), ...values]);
  return [...byName].map(([name, values]) => ({ name, values }));
}

const csl = z.array(z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) })).max(MOST_RECORDS);
const cslName = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
});
const cslDate = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.string(), z.number()]))).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
});

function readCsl(
  bytes: Uint8Array,
  files: readonly string[],
  names: FileNames,
): Result<readonly LibraryRecord[], LibraryRefusal> {
  const json = readLibraryJson(bytes);
  if (!json.ok) return json;
  const { value } = json;
  const parsed = csl.safeParse(typeof value === 'object' && value !== null && 'items' in value ? value.items : value);
  if (!parsed.success) return refuse({ type: 'library-refused', reason: 'no-records' });
  return ok(
    parsed.data.map((item, i): LibraryRecord => {
      const fields = Object.entries(item).flatMap(([name, said]): LibraryField[] => {
        if (name === 'id' || name === 'attachments') return [];
        const values = cslValues(said).filter((each) => each !== '');
        return values.length === 0 ? [] : [{ name: CSL_NAMES.get(name) ?? name, values }];
      });
      return { item: item.id, row: i + 1, fields, files: cslFiles(item, files).map((path) => names.take(path)) };
    }),
  );
}

const CSL_NAMES: ReadonlyMap<string, string> = new Map([
  ['issued', 'date'],
  ['URL', 'address'],
  ['keyword', 'tags'],
]);

function cslValues(said: unknown): readonly string[] {
  if (typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean') return [String(said)];
  if (Array.isArray(said)) return said.flatMap(cslValues);
  const date = cslDate.safeParse(said);
  if (date.success && (date.data['date-parts'] ?? date.data.raw ?? date.data.literal) !== undefined)
    return [cslDateWords(date.data)];
  const name = cslName.safeParse(said);
  if (!name.success) return [];
  const { family, given, literal } = name.data;
  const words = literal ?? [family, given].filter((part) => part !== undefined).join(', ');
  return words !== '' ? [words] : [JSON.stringify(said)];
}

function cslDateWords(date: z.infer<typeof cslDate>): string {
  const spans = (date['date-parts'] ?? []).map((parts) =>
    parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-'),
  );
  return spans.length > 0 ? spans.join('/') : (date.raw ?? date.literal ?? '');
}

/** Files that an item names, and those in the folder of its key: `storage/ABCD2345/paper.pdf`. */
function cslFiles(item: z.infer<typeof csl>[number], files: readonly string[]): readonly string[] {
  const named = z.array(z.looseObject({ path: z.string() })).safeParse(item['attachments']);
  if (named.success) return named.data.map(({ path }) => path);
  const key = /([A-Z0-9]{8})$/.exec(item.id)?.[1];
  return key === undefined ? [] : files.filter((path) => path.split('/').at(-2) === key);
}
