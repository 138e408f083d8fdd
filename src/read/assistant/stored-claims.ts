import type { Claim } from '../claim.ts';
import { makeClaim } from '../claims/make-claim.ts';
import type { Layer } from '../layer.ts';
import { layerDigest } from '../layer-digest.ts';
import type { AssistantProposals } from './assistant-record.ts';

/**
 * The claims of stored proposals that stand in a layer: none when they were made of another text, and none that says more
 * than this text. What another device wrote is believed no more than what the assistant said.
 */
export function claimsStanding(layer: Layer, { digest, claims }: AssistantProposals): readonly Claim[] {
  const here = layerDigest(layer);
  if (digest !== here) return [];
  return claims.filter((claim) => {
    if (claim.passage.layer !== here) return false;
    try {
      makeClaim(layer.text, claim);
      return true;
    } catch {
      return false;
    }
  });
}
