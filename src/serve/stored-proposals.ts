import type { DeviceKey, SourceId } from '../base/index.ts';
import { type Claim, claimsStanding, readAssistantProposals } from '../read/index.ts';
import type { Vault } from '../vault/index.ts';
import { layerOf } from './stored-readings.ts';

/** A suggestion of an assistant's: like a reader's, it counts for nothing until a person reviewed it. */
export interface StoredProposal {
  readonly claim: Claim;
  /** `assistant:` and the name of the model. */
  readonly reader: { readonly name: string; readonly version: string };
  readonly device: DeviceKey;
  readonly at: string;
}

/**
 * What assistants proposed of a source, in text order: of equal proposals the first that was made. Only what stands in the newest text
 * of the source is given, and each claim is made anew from that text first; proposals of an earlier text stay in the record.
 * Empty when there are none, or the source has no text here.
 */
export async function storedProposals(vault: Vault, source: SourceId): Promise<readonly StoredProposal[]> {
  const stored = await vault.query('proposals', { source });
  const row = stored.length === 0 ? undefined : await vault.query('source', { source });
  const layer = row && (await layerOf(vault, row));
  if (layer === undefined) return [];
  const seen = new Set<string>();
  const found: StoredProposal[] = [];
  for (const { json, device, at } of stored) {
    const proposals = readAssistantProposals(JSON.parse(json));
    if (proposals === undefined) continue;
    for (const claim of claimsStanding(layer, proposals)) {
      const place = `${claim.kind} ${claim.passage.start} ${claim.passage.end}`;
      if (seen.has(place)) continue;
      seen.add(place);
      found.push({ claim, reader: proposals.reader, device, at });
    }
  }
  return found.sort(
    (a, b) => a.claim.passage.start - b.claim.passage.start || a.claim.passage.end - b.claim.passage.end,
  );
}
