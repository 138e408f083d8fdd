import type { LayerId } from '../base/index.ts';
import type { RecognisedLanguage } from '../read/index.ts';
import type { SourceRow, Vault, WriteRefusal } from '../vault/index.ts';
import { type DocumentReading, readDocument } from './document-reading.ts';
import { rereadEntries } from './layer-entries.ts';
import type { NotReadReason, RecognitionAsk } from './reading-messages.ts';
import type { ReadingPool } from './reading-pool.ts';

/** What came of looking for text in the pages of a source. */
export type Recognition =
  | { readonly type: 'recognised'; readonly made: Extract<DocumentReading, { readonly type: 'read' }> }
  | { readonly type: 'not-read'; readonly reason: NotReadReason }
  | { readonly type: 'not-written'; readonly refusal: WriteRefusal };

/** Has the pages of a source looked at, and keeps what was seen as its newest layer, with the claims that were read in it. */
export async function recogniseSource(
  row: SourceRow,
  bytes: Uint8Array,
  options: {
    readonly vault: Vault;
    readonly pool: ReadingPool;
    readonly ask: RecognitionAsk;
    readonly layer: LayerId;
    readonly now: () => string;
    readonly onPage: (page: number) => void;
  },
): Promise<Recognition> {
  const { vault, pool, ask, layer, now, onPage } = options;
  const { sha256, fileName: path } = row.record;
  const fileName = path.split('/').at(-1) ?? path;
  const made = await readDocument(pool, { bytes, fileName, sha256, claims: true, recognise: ask, onPage });
  if (made.type === 'not-read') return { type: 'not-read', reason: made.reason };
  const entries = await rereadEntries(vault, row, made, { layer, at: now() });
  const kept = await vault.append({ ...entries, blobs: [] });
  return kept.ok ? { type: 'recognised', made } : { type: 'not-written', refusal: kept.error };
}

/** Most pages that a list may name. */
const MOST_NAMED = 5000;

/** The pages that a list such as `1,3-5` names, in their order; undefined when it is no such list. */
export function pagesNamed(list: string): readonly number[] | undefined {
  const named = new Set<number>();
  for (const part of list.split(',')) {
    const found = /^\s*(?<first>[1-9]\d{0,4})(?:-(?<last>[1-9]\d{0,4}))?\s*$/.exec(part)?.groups;
    const first = Number(found?.['first']);
    const last = Number(found?.['last'] ?? first);
    if (found === undefined || last < first || last - first >= MOST_NAMED) return undefined;
    for (let page = first; page <= last; page++) named.add(page);
    if (named.size > MOST_NAMED) return undefined;
  }
  return [...named].sort((a, b) => a - b);
}

/** Pages of a PDF on which there was no text, and may be a picture of one; none of any other file. */
export function pagesWithoutText(file: {
  readonly format: string;
  readonly unread: readonly { readonly part: string; readonly reason: string }[];
}): readonly number[] {
  if (file.format !== 'pdf') return [];
  return file.unread.flatMap(({ part, reason }) => {
    const page = reason === 'no-text' ? /^page (?<number>[1-9]\d*)$/.exec(part)?.groups?.['number'] : undefined;
    return page === undefined ? [] : [Number(page)];
  });
}

/** Pages in their order as `pagesNamed` takes them: `1,3-5`. */
export function pageList(pages: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run !== undefined && page === run.last + 1) run.last = page;
    else runs.push({ first: page, last: page });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

const MODELS: ReadonlyMap<string, RecognisedLanguage> = new Map<string, RecognisedLanguage>([
  ['en', 'eng'],
  ['zh-hans', 'chi_sim'],
  ['zh-hant', 'chi_tra'],
  ['ko', 'kor'],
]);

/** The languages that a list such as `en,zh-Hans` names, each once; undefined when one of them is not recognised. */
export function languagesNamed(list: string): readonly RecognisedLanguage[] | undefined {
  const models = list.split(',').map((tag) => MODELS.get(tag.trim().toLowerCase()));
  const known = models.filter((model) => model !== undefined);
  return known.length === models.length ? [...new Set(known)] : undefined;
}
