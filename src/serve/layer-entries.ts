import { canonicalJson, type LayerId } from '../base/index.ts';
import type { AppendRequest, SourceRow, Vault } from '../vault/index.ts';
import { type DocumentReading, layerRecordOf } from './document-reading.ts';
import { layerMade, readingMade } from './drafts.ts';

/** The entries of a layer and of what was read in it, with the reading for the cache. */
export function layerEntries(
  { layer, claims }: Extract<DocumentReading, { type: 'read' }>,
  place: Parameters<typeof layerRecordOf>[1],
  at: string,
): Pick<AppendRequest, 'drafts' | 'suggestions'> {
  const content = new TextEncoder().encode(canonicalJson(layer));
  const made = layerMade(layerRecordOf(layer, place), content, at);
  if (claims === undefined) return { drafts: [made], suggestions: [] };
  return {
    drafts: [made, readingMade({ type: 'reading', ...place, ...claims.facts }, at)],
    suggestions: [{ ...place, output: claims.output, reading: claims.json }],
  };
}

/**
 * The entries of reading a source again. Where the text came out as it stood before, character by character, only what was
 * read in it is new: a reading costs the record less than a kilobyte, however long the text.
 */
export async function rereadEntries(
  vault: Vault,
  row: SourceRow,
  made: Extract<DocumentReading, { type: 'read' }>,
  options: { readonly layer: LayerId; readonly at: string },
): Promise<Pick<AppendRequest, 'drafts' | 'suggestions'>> {
  const { source } = row;
  const { layer, at } = options;
  const before = row.layer && (await vault.query('layer', { layer: row.layer.layer }));
  const { claims } = made;
  if (row.layer === undefined || claims === undefined || before !== canonicalJson(made.layer))
    return layerEntries(made, { source, layer }, at);
  const place = { source, layer: row.layer.layer };
  return {
    drafts: [readingMade({ type: 'reading', ...place, ...claims.facts }, at)],
    suggestions: [{ ...place, output: claims.output, reading: claims.json }],
  };
}
