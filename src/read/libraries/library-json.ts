import { nestsDeeper, ok, type Result, refuse } from '../../base/index.ts';
import type { LibraryRefusal } from './library.ts';

/** Nesting of an export at most: none of them nests ten deep. */
const DEEPEST = 100;

/** The value of an export in JSON; refused as damaged when it is none, not UTF-8, or nests deeper than any export does. */
export function readLibraryJson(bytes: Uint8Array): Result<unknown, LibraryRefusal> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!nestsDeeper(text, DEEPEST)) return ok(JSON.parse(text));
  } catch (error) {
    // Both say so of bytes that are no such text.
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
  }
  return refuse({ type: 'library-refused', reason: 'damaged' });
}
