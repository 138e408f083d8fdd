import { createHash } from 'node:crypto';
import { canonicalJson, type WorkspaceId } from '../base/index.ts';
import type { SeenHead } from '../preserve/index.ts';
import { wordsOfBytes } from './word-code.ts';

const FORMAT = 'daybook/head-words/1\n';
/** 77.5 bits: nobody finds another state with the same words by trying. */
const WORDS = 6;
/** So many more bits than the words hold that no word is likelier than another. */
const TAKEN_BYTES = 16;

/**
 * Six words for the ends of all logs of a workspace, to compare by voice: two copies say the same words when they hold
 * the same entries. The order in which the ends are given does not matter.
 */
export async function headWords(workspace: WorkspaceId, heads: readonly SeenHead[]): Promise<readonly string[]> {
  const sorted = heads
    .map(({ device, size, root }) => ({ device, size, root }))
    .sort((a, b) => (`${a.device}/${a.root}` < `${b.device}/${b.root}` ? -1 : 1));
  const digest = createHash('sha256')
    .update(FORMAT)
    .update(canonicalJson({ workspace, heads: sorted }))
    .digest();
  return wordsOfBytes(digest.subarray(0, TAKEN_BYTES), { count: WORDS });
}
