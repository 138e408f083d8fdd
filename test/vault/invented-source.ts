import { randomBytes } from 'node:crypto';
import { canonicalJson, parseLayerId, parseSourceId, type SourceId } from '../../src/base/index.ts';
import { sha256 } from '../../src/preserve/index.ts';
import type { AppendRequest, EntryDraft, Vault } from '../../src/vault/index.ts';
import { now } from './temporary-vault.ts';

/** A record as the bytes that a part of an entry has. */
export const encode = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));

/** Keeps an invented source with a layer and a reading of it, all of which hold the text; answers its id. */
export async function addSource(vault: Vault, text: string): Promise<SourceId> {
  const { source, request } = await sourceRequest(vault, text);
  const outcome = await vault.append(request);
  if (!outcome.ok) throw new Error(outcome.error.type);
  return source;
}

/** What `addSource` appends. The bytes are kept already. */
export async function sourceRequest(
  vault: Vault,
  text: string,
): Promise<{ readonly source: SourceId; readonly request: AppendRequest }> {
  const source = parseSourceId(randomBytes(16).toString('hex'));
  const layer = parseLayerId(randomBytes(16).toString('hex'));
  if (source === undefined || layer === undefined) throw new Error('a random id is no id');
  const { blob, place } = await vault.keepBytes(source, [new TextEncoder().encode(text)]);
  const capture = {
    type: 'capture',
    source,
    sha256: blob.sha256,
    sha512: blob.sha512,
    length: blob.length,
    fileName: `${text.slice(0, 100)}.txt`,
    origin: null,
    modified: null,
    capturedAt: now,
    method: 'file',
    tool: { name: 'daybook', version: '0' },
    reason: null,
    consent: null,
  };
  const tool = { name: 'a test', version: '0' };
  const layerRecord = {
    type: 'layer',
    layer,
    source,
    digest: sha256(text),
    origin: 'extracted',
    tool,
    mediaType: 'text/plain',
    charset: { name: 'utf-8', decidedBy: 'utf-8', replaced: 0 },
    metadata: {},
    length: text.length,
    documents: 0,
  };
  const reading = canonicalJson({ v: 1, claims: [text] });
  const readingRecord = {
    type: 'reading',
    layer,
    source,
    digest: sha256(text),
    reader: tool,
    data: [],
    output: sha256(reading),
    claims: 1,
    mentions: 0,
  };
  const said = (kind: string, personal: boolean, bodies: readonly unknown[]): EntryDraft => ({
    kind,
    personal,
    at: now,
    parts: bodies.map((body) => ({ of: [source], body: encode(body) })),
  });
  const drafts = [
    said('source-added', true, [capture]),
    said('layer-made', false, [layerRecord, { text }]),
    said('reading-made', false, [readingRecord]),
  ];
  const suggestions = [{ layer, source, output: sha256(reading), reading }];
  return { source, request: { drafts, blobs: [place], suggestions } };
}
