import { parseFragment } from 'parse5';
import type { Block, Found } from './layer.ts';
import type { PageData } from './page-data.ts';
import type { Drafted } from './read-layer.ts';

export interface MetadataInput {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly drafted: Drafted;
}

export type From = Found['from'];

/** The first of these keys in the front matter; undefined when it has none of them. */
export function frontValue(drafted: Drafted, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = drafted.frontMatter?.values.get(key);
    if (value !== undefined) return clean(value);
  }
  return undefined;
}

/** The first of these names among the page's meta elements; undefined when it has none of them. */
export function meta(page: PageData, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = page.metas.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Character references that were escaped twice are common in metadata. */
export function clean(value: string): string {
  const collapsed = value.replace(/\s+/g, ' ').trim();
  if (!/&(?:#\w{1,8}|[a-z]{2,10});/i.test(collapsed)) return collapsed;
  const node = parseFragment(collapsed.slice(0, 2000)).childNodes[0];
  return node !== undefined && 'value' in node ? node.value.trim() : collapsed;
}

/** Where the text begins behind front matter. */
export function bodyStart(blocks: readonly Block[]): number {
  return blocks.find((block) => block.kind !== 'front-matter')?.start ?? 0;
}

/** A value with its place in the layer's text, when it stands there. */
export function located(text: string, value: string, from: From, after: number = 0): Found {
  const start = value === '' ? -1 : text.indexOf(value, after);
  return start < 0 ? { value, from } : { value, from, start, end: start + value.length };
}
