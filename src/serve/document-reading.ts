import { canonicalJson, type Sha256 } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import {
  FILE_LIMIT,
  fileKind,
  type Layer,
  type LayerRecord,
  layerDigest,
  parseLayer,
  parseReading,
  type Reading,
  type ReadingRecord,
  wordsDigest,
} from '../read/index.ts';
import { readReadingFacts } from './reading-facts.ts';
import type { FileFacts, MemberFacts, NotReadReason, RecognitionAsk } from './reading-messages.ts';
import type { ReadingPool } from './reading-pool.ts';

/** A document as the reading processes gave it back, checked. */
export type DocumentReading = (
  | { readonly type: 'read'; readonly layer: Layer; readonly claims: DocumentClaims | undefined }
  | { readonly type: 'not-read'; readonly reason: NotReadReason }
) & {
  /** What the file is besides its text; undefined when its reader did not say. */
  readonly file: FileFacts | undefined;
  /** Files inside it, with their bytes. */
  readonly members: readonly DocumentMember[];
};

/** A file inside another, as a reading process gave it back. */
export interface DocumentMember extends MemberFacts {
  readonly bytes: Uint8Array;
}

/** What was found in a layer, with the facts that its entry will state. */
export interface DocumentClaims {
  readonly reading: Reading;
  /** Canonical JSON: what the digest is over. */
  readonly json: string;
  readonly output: Sha256;
  readonly facts: Omit<ReadingRecord, 'type' | 'layer' | 'source'>;
}

/** Largest text that is read, in bytes. Larger ones are kept all the same. */
export const TEXT_LIMIT: number = 16 * 1024 * 1024;
/** Largest file of any format that is held in memory to be read. */
export const READ_LIMIT: number = FILE_LIMIT;

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
    readonly mediaType?: string | undefined;
    readonly transportCharset?: string | undefined;
    /** Reads it by what is seen on its pages. */
    readonly recognise?: RecognitionAsk | undefined;
    readonly onPage?: ((page: number) => void) | undefined;
  },
): Promise<DocumentReading> {
  const { bytes, fileName, claims: wanted, mediaType, transportCharset, recognise, onPage } = document;
  const hints = { fileName, ...(mediaType !== undefined && { mediaType }) };
  const { alone, picture } = fileKind(bytes, hints);
  const recognised = recognise !== undefined || picture;
  if (bytes.length > (alone ? READ_LIMIT : TEXT_LIMIT)) return TOO_LARGE;
  const outcome = await pool.read({
    ...{ bytes, fileName, claims: wanted, mediaType, transportCharset, alone, recognised },
    ...(recognise !== undefined && { recognise, onPage }),
  });
  const { found: file, sections } = outcome;
  if (outcome.type === 'not-read') {
    const members = membersOf(file, sections);
    return members === undefined ? BROKEN : { type: 'not-read', reason: outcome.reason, file, members };
  }
  const texts = wanted ? 3 : 1;
  const [layerJson, readingJson, factsJson] = sections
    .slice(0, texts)
    .map((section) => new TextDecoder().decode(section));
  const layer = layerJson === undefined ? undefined : parseLayer(layerJson);
  const members = membersOf(file, sections.slice(texts));
  if (layer === undefined || members === undefined || layer.parent.sha256 !== document.sha256) return BROKEN;
  if (!wanted) return { type: 'read', layer, claims: undefined, file, members };
  const claims = readClaims(layer, readingJson, factsJson);
  return claims === undefined ? BROKEN : { type: 'read', layer, claims, file, members };
}

/** Undefined when there are not as many as were told of. */
function membersOf(
  file: FileFacts | undefined,
  sections: readonly Uint8Array[],
): readonly DocumentMember[] | undefined {
  const told = file?.members ?? [];
  if (told.length !== sections.length) return undefined;
  return told.map((member, i) => ({ ...member, bytes: sections[i] ?? new Uint8Array() }));
}

/** The record of a layer, without which nobody needs its text. */
export function layerRecordOf(layer: Layer, place: Pick<LayerRecord, 'layer' | 'source'>): LayerRecord {
  const { tool, mediaType, charset, metadata, text, documents } = layer;
  return {
    type: 'layer',
    layer: place.layer,
    source: place.source,
    digest: layerDigest(layer),
    words: wordsDigest(text),
    origin: layer.type,
    tool,
    mediaType,
    charset,
    metadata,
    length: text.length,
    documents: documents.length,
  };
}

/** What is larger than anything that is read. */
export const TOO_LARGE: DocumentReading = { type: 'not-read', reason: 'too-large', file: undefined, members: [] };

const BROKEN: DocumentReading = { type: 'not-read', reason: 'reader-stopped', file: undefined, members: [] };

function readClaims(layer: Layer, json: string | undefined, factsJson: string | undefined): DocumentClaims | undefined {
  const reading = json === undefined ? undefined : parseReading(json);
  const facts = factsJson === undefined ? undefined : readReadingFacts(factsJson);
  if (json === undefined || reading === undefined || facts === undefined) return undefined;
  const output = sha256(json);
  if (facts.output !== output || facts.digest !== layerDigest(layer) || canonicalJson(JSON.parse(json)) !== json)
    return undefined;
  return { reading, json, output, facts };
}
