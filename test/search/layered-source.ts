import { randomBytes } from 'node:crypto';
import { canonicalJson, type LayerId, parseLayerId, parseSourceId, type SourceId } from '../../src/base/index.ts';
import { sha256 } from '../../src/preserve/index.ts';
import { layerDigest, readingOf, readLayer, type ThemePack } from '../../src/read/index.ts';
import type { EntryDraft, Vault } from '../../src/vault/index.ts';
import { encode } from '../vault/invented-source.ts';
import { now } from '../vault/temporary-vault.ts';

/**
 * Adds a source with the layer that its bytes give, as `add` does; with `source`, a newer layer of it;
 * `stated` times by as many entries; read with `pack`, when one is given.
 */
export async function addLayered(
  vault: Vault,
  text: string | Uint8Array,
  options: {
    readonly fileName?: string;
    readonly source?: SourceId;
    readonly id?: SourceId;
    readonly stated?: number;
    readonly pack?: ThemePack;
  } = {},
): Promise<{ readonly source: SourceId; readonly layer: LayerId }> {
  const source = options.source ?? options.id ?? parseSourceId(randomBytes(16).toString('hex'));
  const layer = parseLayerId(randomBytes(16).toString('hex'));
  if (source === undefined || layer === undefined) throw new Error('a random id is no id');
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const fileName = options.fileName ?? 'document.txt';
  const made = readLayer(bytes, { fileName });
  if (!made.ok) throw new Error(made.error.type);
  const tool = { name: 'a test', version: '0' };
  const digest = sha256(bytes);
  const capture = {
    ...{ type: 'capture', source, sha256: digest, sha512: digest + digest, length: bytes.length, fileName },
    ...{ origin: null, modified: null, capturedAt: now, method: 'file', tool, reason: null, consent: null },
  };
  const record = {
    ...{ type: 'layer', layer, source, digest: layerDigest(made.value), origin: 'extracted', tool },
    ...{ mediaType: made.value.mediaType, charset: made.value.charset, metadata: made.value.metadata },
    ...{ length: made.value.text.length, documents: made.value.documents.length },
  };
  const said = (kind: string, bodies: readonly Uint8Array[]): EntryDraft => ({
    kind,
    personal: kind === 'source-added',
    at: now,
    parts: bodies.map((body) => ({ of: [source], body })),
  });
  const content = new TextEncoder().encode(canonicalJson(made.value));
  const drafts = [
    ...(options.source === undefined ? [said('source-added', [encode(capture)])] : []),
    ...Array.from({ length: options.stated ?? 1 }, () => said('layer-made', [encode(record), content])),
  ];
  const reading = options.pack && readingOf(made.value, options.pack);
  const stated = reading && { type: 'reading', layer, source, ...reading.record };
  const suggestions = reading === undefined ? [] : [{ layer, source, output: reading.output, reading: reading.json }];
  const all = stated === undefined ? drafts : [...drafts, said('reading-made', [encode(stated)])];
  const outcome = await vault.append({ drafts: all, blobs: [], suggestions });
  if (!outcome.ok) throw new Error(outcome.error.type);
  return { source, layer };
}
