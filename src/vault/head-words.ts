import type { WorkspaceId } from '../base/index.ts';
import type { SeenHead } from '../preserve/index.ts';
import { digestWords } from './digest-words.ts';

/**
 * Six words for the ends of all logs of a workspace, to compare by voice: two copies say the same words when they hold
 * the same entries. The order in which the ends are given does not matter.
 */
export async function headWords(workspace: WorkspaceId, heads: readonly SeenHead[]): Promise<readonly string[]> {
  const sorted = heads
    .map(({ device, size, root }) => ({ device, size, root }))
    .sort((a, b) => (`${a.device}/${a.root}` < `${b.device}/${b.root}` ? -1 : 1));
  return digestWords({ workspace, heads: sorted });
}
