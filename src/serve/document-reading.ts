import { canonicalJson, type Sha256 } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import {
  type Layer,
  type LayerRecord,
  layerDigest,
  parseLayer,
  parseReading,
  type Reading,
  type ReadingRecord,
} from '../read/index.ts';
import { readReadingFacts } from './reading-facts.ts';
import type { NotReadReason } from './reading-messages.ts';
import type { ReadingPool } from './reading-pool.ts';

/** A document as the reading processes gave it back, checked. */
export type DocumentReading =
  | { readonly type: 'read'; readonly layer: Layer; readonly claims: DocumentClaims | undefined }
  | { readonly type: 'not-read'; readonly reason: NotReadReason };

/** What was found in a layer, with the facts that its entry will state. */
export interface DocumentClaims {
  readonly reading: Reading;
  /** Canonical JSON: what the digest is over. */
  readonly json: string;
  readonly output: Sha256;
  readonly facts: Omit<ReadingRecord, 'type' | 'layer' | 'source'>;
}

/** Largest document that is read, in bytes. Larger ones are kept all the same. */
export const READ_LIMIT: number = 16 * 1024 * 1024;

/**
 * Has a document read in a process of its own, and checks what comes back: a process that was broken by what it parsed
 * may say anything, but no layer of other bytes and no reading under a wrong digest gets past here.
 */
export async function readDocument(
  pool: ReadingPool,
  document: {
    readonly bytes: Uint8Array;
    readonly fileName: string;
    readonly sha256: Sha256;
    readonly claims: boolean;
  },
): Promise<DocumentReading> {
  if (document.bytes.length > READ_LIMIT) return { type: 'not-read', reason: 'too-large' };
  const outcome = await pool.read(document);
  if (outcome.type === 'not-read') return outcome;
  const [layerJson, readingJson, factsJson] = outcome.sections.map((bytes) => new TextDecoder().decode(bytes));
  const layer = layerJson === undefined ? undefined : parseLayer(layerJson);
  if (layer === undefined || layer.parent.sha256 !== document.sha256) return BROKEN;
  if (!document.claims) return { type: 'read', layer, claims: undefined };
  const claims = readClaims(layer, readingJson, factsJson);
  return claims === undefined ? BROKEN : { type: 'read', layer, claims };
}

/** The record of a layer, without which nobody needs its text. */
export function layerRecordOf(layer: Layer, place: Pick<LayerRecord, 'layer' | 'source'>): LayerRecord {
  const { tool, mediaType, charset, metadata, text, documents } = layer;
  return {
    type: 'layer',
    layer: place.layer,
    source: place.source,
    digest: layerDigest(layer),
    origin: layer.type,
    tool,
    mediaType,
    charset,
    metadata,
    length: text.length,
    documents: documents.length,
  };
}

const BROKEN: DocumentReading = { type: 'not-read', reason: 'reader-stopped' };

function readClaims(layer: Layer, json: string | undefined, factsJson: string | undefined): DocumentClaims | undefined {
  const reading = json === undefined ? undefined : parseReading(json);
  const facts = factsJson === undefined ? undefined : readReadingFacts(factsJson);
  if (json === undefined || reading === undefined || facts === undefined) return undefined;
  const output = sha256(json);
  if (facts.output !== output || facts.digest !== layerDigest(layer) || canonicalJson(JSON.parse(json)) !== json)
    return undefined;
  return { reading, json, output, facts };
}
