import { type Result, refuse } from '../../base/index.ts';
import { readAnnotations } from './annotations.ts';
import type { LibraryRefusal } from './library.ts';
import { readMapping } from './mapping-file.ts';
import { readTable } from './table-file.ts';
import { TABLE_LIMITS } from './table-rows.ts';
import { readZotero } from './zotero.ts';

/** What is wanted of one file of a library. */
export type LibraryAsk =
  | { readonly part: 'table'; readonly fileName: string; readonly sheet?: string | undefined }
  | { readonly part: 'mapping' }
  | { readonly part: 'annotations' }
  /** `files`: paths of the other files there, which its records may name. */
  | { readonly part: 'zotero'; readonly files: readonly string[] };

/**
 * Reads one file of a library. What it gives goes from process to process as JSON and is checked by whoever asked
 * (`parseTable` and its like); only this side loads parsers.
 */
export async function readLibraryFile(bytes: Uint8Array, ask: LibraryAsk): Promise<Result<unknown, LibraryRefusal>> {
  if (bytes.length > TABLE_LIMITS.bytes) return refuse({ type: 'library-refused', reason: 'too-large' });
  switch (ask.part) {
    case 'table':
      return readTable(bytes, ask);
    case 'mapping':
      return readMapping(bytes);
    case 'annotations':
      return readAnnotations(bytes);
    case 'zotero':
      return readZotero(bytes, ask.files);
  }
}
