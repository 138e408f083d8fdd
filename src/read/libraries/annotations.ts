import { z } from 'zod';
import { ok, type Result, refuse } from '../../base/index.ts';
import { type LibraryRefusal, MOST_RECORDS } from './library.ts';
import { readLibraryJson } from './library-json.ts';

/** A note that somebody made beside a quote in another program, as its export gives it. */
export interface Annotation {
  /** Its own address or id there; its place in the export when it has none. */
  readonly item: string;
  readonly row: number;
  /** Addresses of the page that it is on, as the export says. */
  readonly addresses: readonly string[];
  /** Undefined for a note on the whole page, which quotes nothing. */
  readonly quote: QuoteSelector | undefined;
  readonly words: string;
  readonly tags: readonly string[];
  readonly creator: string | null;
  readonly created: string | null;
}

/** TextQuoteSelector of the W3C Web Annotation Data Model, section 4.2.4; '' where it gives no context. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Reads annotations: the W3C model as JSON-LD (one, a list, a page or a collection with its first page inside) or an export of
 * Hypothesis. What is no annotation is refused as `null` in its place, so that every one of them is counted.
 */
export function readAnnotations(bytes: Uint8Array): Result<readonly (Annotation | null)[], LibraryRefusal> {
  const json = readLibraryJson(bytes);
  if (!json.ok) return json;
  const { value } = json;
  const items = itemsIn(value);
  if (items === undefined) return refuse({ type: 'library-refused', reason: 'no-records' });
  if (items.length > MOST_RECORDS) return refuse({ type: 'library-refused', reason: 'too-many' });
  return ok(items.map((item, i) => annotationOf(item, i + 1) ?? null));
}

/** Where the annotations stand: a list, or a list under one of the names that exports use. */
function itemsIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const record = object.safeParse(value).data;
  if (record === undefined) return undefined;
  for (const name of ['items', 'rows', 'annotations']) if (Array.isArray(record[name])) return record[name];
  const first = object.safeParse(record['first']).data;
  if (first !== undefined && Array.isArray(first['items'])) return first['items'];
  return 'target' in record ? [value] : undefined;
}

const object = z.record(z.string(), z.unknown());
const quoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

function annotationOf(value: unknown, row: number): Annotation | undefined {
  const record = object.safeParse(value).data;
  if (record === undefined || !('target' in record || 'uri' in record)) return undefined;
  const targets = listOf(record['target']);
  const addresses = [record['uri'], ...targets.map(sourceOf)].flatMap(addressesOf);
  const quotes = targets.flatMap((target) => selectorsOf(object.safeParse(target).data?.['selector']));
  const bodies = [record['bodyValue'], record['text'], ...listOf(record['body'])];
  const said = bodies.flatMap(bodyOf);
  const tags = [...said.filter(({ tag }) => tag).map(({ words }) => words), ...listOf(record['tags']).flatMap(textIn)];
  const words = said.filter(({ tag }) => !tag).map((body) => body.words);
  return {
    item: textIn(record['id'])[0] ?? `annotation ${row}`,
    row,
    addresses: [...new Set(addresses)],
    quote: quotes[0],
    words: words.join('\n\n'),
    tags: [...new Set(tags.filter((tag) => tag.trim() !== ''))],
    creator: nameOf(record['creator']) ?? textIn(record['user'])[0] ?? null,
    created: textIn(record['created'])[0] ?? null,
  };
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function textIn(value: unknown): readonly string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function addressesOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : listOf(object.safeParse(value).data?.['id']).flatMap(textIn);
}

/** A target is an address, or a resource with a source (a part of it), or one with an id (the whole of it). */
function sourceOf(target: unknown): unknown {
  const record = object.safeParse(target).data;
  return record === undefined ? target : (record['source'] ?? record['id']);
}

/** Quote selectors, also those that another selector refines (section 4.2.9). */
function selectorsOf(value: unknown): readonly QuoteSelector[] {
  return listOf(value).flatMap((each) => {
    const quote = quoteSelector.safeParse(each).data;
    if (quote !== undefined) return [{ exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' }];
    const refined = object.safeParse(each).data?.['refinedBy'];
    return refined === undefined ? [] : selectorsOf(refined);
  });
}

function bodyOf(body: unknown): readonly { readonly words: string; readonly tag: boolean }[] {
  if (typeof body === 'string') return body === '' ? [] : [{ words: body, tag: false }];
  const record = object.safeParse(body).data;
  const value = record?.['value'];
  if (typeof value !== 'string' || value === '') {
    // Of a choice the parts; of a body elsewhere its address.
    const parts = listOf(record?.['items']).flatMap(bodyOf);
    return parts.length > 0 ? parts : textIn(record?.['id']).map((words) => ({ words, tag: false }));
  }
  return [{ words: value, tag: listOf(record?.['purpose']).includes('tagging') }];
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const record = object.safeParse(listOf(value)[0]).data;
  return ['name', 'nickname', 'id'].flatMap((name) => listOf(record?.[name]).flatMap(textIn))[0];
}
