import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canonicalJson, parseLayerId, parseSourceId, type SourceId } from '../src/base/index.ts';
import { sha256 } from '../src/preserve/index.ts';
import type { Layer } from '../src/read/index.ts';
import { createVault, type EntryDraft, Vault } from '../src/vault/index.ts';
import { KDF_FLOOR } from '../src/vault/key-slot.ts';

const passphrase = 'a bench passphrase of several words';
const now = '2026-01-02T03:04:05.000Z';
const worker = pathToFileURL(join(import.meta.dirname, 'vault-worker.js'));
const AT_ONCE = 64;

/** Makes an empty vault in a folder and opens it. */
export async function benchVault(folder: string): Promise<Vault> {
  const made = await createVault({ folder, passphrase, worker, now, personName: undefined, cost: KDF_FLOOR });
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
}

/** Opens a vault that `benchVault` made. */
export async function openBenchVault(folder: string): Promise<Vault> {
  const opened = await Vault.open({ folder, passphrase, worker, now });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

export interface BenchDocument {
  readonly passages: readonly string[];
  /** EDTF. */
  readonly date: string;
}

/** Adds documents, many in one group; answers their sources in order. */
export async function addDocuments(vault: Vault, documents: Iterable<BenchDocument>): Promise<readonly SourceId[]> {
  const sources: SourceId[] = [];
  let waiting: Promise<unknown>[] = [];
  for (const document of documents) {
    const source = parseSourceId(randomBytes(16).toString('hex'));
    if (source === undefined) throw new Error('a random id is no id');
    sources.push(source);
    waiting.push(
      vault.append({ drafts: draftsOf(source, document), blobs: [], suggestions: [] }).then((appended) => {
        if (!appended.ok) throw new Error(appended.error.type);
      }),
    );
    if (waiting.length < AT_ONCE) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
  return sources;
}

function draftsOf(source: SourceId, { passages, date }: BenchDocument): readonly EntryDraft[] {
  const layerId = parseLayerId(randomBytes(16).toString('hex'));
  const text = passages.join('\n\n');
  const blocks = passages.map((passage, i) => {
    const start = passages.slice(0, i).reduce((sum, each) => sum + each.length + 2, 0);
    const span = { start, end: start + passage.length };
    return { ...span, kind: 'paragraph' as const, label: 'content' as const, language: 'und' as const, source: span };
  });
  const tool = { name: 'a bench', version: '0' };
  const bytes = sha256(text);
  const charset = { name: 'utf-8', decidedBy: 'strict-utf-8' as const, replaced: 0 };
  const layer: Layer = {
    v: 1,
    type: 'extracted',
    tool,
    parent: { sha256: bytes },
    mediaType: 'text/plain',
    charset,
    text,
    blocks,
    metadata: { date: { value: date, from: 'meta' } },
    documents: [],
  };
  const body = canonicalJson(layer);
  const capture = {
    ...{ type: 'capture', source, sha256: bytes, sha512: bytes + bytes, length: text.length, fileName: 'document.txt' },
    ...{ origin: null, modified: null, capturedAt: now, method: 'file', tool, reason: null, consent: null },
  };
  const layerRecord = {
    ...{ type: 'layer', layer: layerId, source, digest: sha256(body), origin: 'extracted', tool },
    ...{ mediaType: 'text/plain', charset, metadata: {}, length: text.length, documents: 0 },
  };
  const encode = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));
  const said = (kind: string, bodies: readonly Uint8Array[]): EntryDraft => ({
    kind,
    personal: false,
    at: now,
    parts: bodies.map((each) => ({ of: [source], body: each })),
  });
  return [
    said('source-added', [encode(capture)]),
    said('layer-made', [encode(layerRecord), new TextEncoder().encode(body)]),
  ];
}
