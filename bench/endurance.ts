import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { canonicalJson, parseLayerId, parseSourceId, type SourceId, type SubjectId } from '../src/base/index.ts';
import { sha256 } from '../src/preserve/index.ts';
import {
  type AppendRequest,
  Backup,
  createVault,
  type EntryDraft,
  findBackup,
  openHeader,
  restoreBackup,
  Vault,
} from '../src/vault/index.ts';
import { KDF_FLOOR } from '../src/vault/key-slot.ts';
import type { Figure } from './figure.ts';

/** 4,000 documents of 250 passages and half a megabyte are the million passages and two gigabytes that are asked about. */
const SOURCES = Number(process.env['ENDURANCE_SOURCES'] ?? 4000);
const PASSAGES = 250;
const BLOB_BYTES = 512 * 1024;
const AT_ONCE = 32;
const passphrase = 'a bench passphrase of several words';
const now = '2026-01-02T03:04:05.000Z';
const worker = pathToFileURL(join(import.meta.dirname, 'vault-worker.js'));

/**
 * What a large vault's care costs: a backup, a second one, a restore, erasing one document, and a new vault key; time and the
 * peak of memory for each, beside copying the folder with `cp` and `sync`.
 */
export async function figures(): Promise<readonly Figure[]> {
  const base = mkdtempSync(join(tmpdir(), 'daybook-endurance-'));
  try {
    return await measure(base);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function measure(base: string): Promise<readonly Figure[]> {
  const folder = join(base, 'vault');
  const made = await createVault({ folder, passphrase, worker, now, personName: undefined, cost: KDF_FLOOR });
  if (!made.ok) throw new Error(made.error.type);
  const sources = await fill(made.value);
  await made.value.close();
  const size = { database: statSync(join(folder, 'daybook.db')).size, blobs: SOURCES * BLOB_BYTES };
  const conditions = `${SOURCES} documents with ${SOURCES * PASSAGES} passages; database ${megabytes(size.database)} MB, documents ${megabytes(size.blobs)} MB`;
  const figures: Figure[] = [];
  const tell = (
    name: string,
    { seconds, peak }: Cost,
    peer?: { readonly name: string; readonly seconds: number },
  ): void => {
    figures.push(
      {
        name,
        value: Math.round(seconds * 10) / 10,
        unit: 's',
        n: SOURCES,
        ...(peer !== undefined && { peer: peer.name, ratio: Math.round((seconds / peer.seconds) * 100) / 100 }),
        conditions,
      },
      { name: `${name}: peak memory`, value: peak, unit: 'MB', n: SOURCES, conditions: 'resident, all threads' },
    );
  };
  const copied = await cost(() => {
    execFileSync('cp', ['-r', folder, join(base, 'plain')]);
    execFileSync('sync', [join(base, 'plain')]);
  });
  rmSync(join(base, 'plain'), { recursive: true });
  const peer = { name: 'cp -r and sync of the same folder', seconds: copied.seconds };
  const place = join(base, 'backup');
  let vault = await open(folder);
  tell('a first backup, checked', await cost(() => backUp(vault, place)), peer);
  tell('a backup with nothing new', await cost(() => backUp(vault, place)), peer);
  tell('a restore, checked', await cost(() => restore(place, join(base, 'restored'))), peer);
  rmSync(join(base, 'restored'), { recursive: true });
  const [doomed] = sources;
  if (doomed !== undefined) tell('erasing one document', await cost(() => erase(vault, [doomed])), peer);
  const many = sources.slice(1, 1 + Math.floor(sources.length / 10));
  tell(`erasing ${many.length} documents`, await cost(() => erase(vault, many)), peer);
  tell('verifying the record and its rows', await cost(async () => void (await vault.verify(() => {}))), peer);
  const renew = { passphrase, at: now, cost: KDF_FLOOR, kept: [], leftOut: [], progress: () => {} };
  tell(
    'a new vault key',
    await cost(async () => {
      const revoked = await vault.revoke(renew);
      if (!revoked.ok) throw new Error(revoked.error.type);
    }),
    peer,
  );
  vault = await open(folder);
  const { sources: left } = await vault.query('status', undefined);
  if (left !== SOURCES - 1 - many.length) throw new Error('the vault does not hold what it should');
  await vault.close();
  return figures;
}

interface Cost {
  readonly seconds: number;
  /** Megabytes. */
  readonly peak: number;
}

async function cost(run: () => Promise<unknown> | unknown): Promise<Cost> {
  // Linux takes the mark of the highest resident size back to what is resident now (proc(5), clear_refs).
  writeFileSync('/proc/self/clear_refs', '5');
  const start = performance.now();
  await run();
  const seconds = (performance.now() - start) / 1000;
  const kibibytes = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0);
  return { seconds, peak: Math.round((kibibytes * 1024) / 1e6) };
}

async function open(folder: string): Promise<Vault> {
  const opened = await Vault.open({ folder, passphrase, worker, now });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

async function backUp(vault: Vault, place: string): Promise<void> {
  const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
  const interrupted = new AbortController().signal;
  const made = await vault.backup({ place, full: false, now, random, progress: () => {}, interrupted });
  if (!made.ok) throw new Error(made.error.type);
}

async function restore(place: string, folder: string): Promise<void> {
  const found = findBackup(place, { partial: false });
  if (!found.ok) throw new Error(found.error.type);
  const backup = await Backup.open(found.value, { worker, unlock: (header) => openHeader(header, passphrase) });
  if (!backup.ok) throw new Error(backup.error.type);
  const interrupted = new AbortController().signal;
  const restored = await restoreBackup(backup.value, { folder, place, worker, progress: () => {}, interrupted });
  await backup.value.close();
  if (!restored.ok) throw new Error(restored.error.type);
}

async function erase(vault: Vault, subjects: readonly SubjectId[]): Promise<void> {
  const erasure = sourceId();
  const parts = [
    { of: [erasure], body: encode({ type: 'erasure', erasure, reason: null }) },
    { of: subjects, body: encode({}) },
  ];
  const draft: EntryDraft = { kind: 'erasure', personal: true, at: now, parts };
  const appended = await vault.append({ drafts: [draft], blobs: [], suggestions: [] });
  if (!appended.ok) throw new Error(appended.error.type);
  const finished = await vault.finishErasing();
  if (!finished.ok || finished.value.type !== 'finished') throw new Error('the erasure was not finished');
}

/** Fills a vault with documents of random bytes, each with a layer of passages and a reading. */
async function fill(vault: Vault): Promise<readonly SourceId[]> {
  const sources: SourceId[] = [];
  for (let done = 0; done < SOURCES; done += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, SOURCES - done) }, sourceId);
    await Promise.all(
      some.map(async (source) => {
        const appended = await vault.append(await document(vault, source));
        if (!appended.ok) throw new Error(appended.error.type);
      }),
    );
    sources.push(...some);
  }
  return sources;
}

async function document(vault: Vault, source: SourceId): Promise<AppendRequest> {
  const layer = parseLayerId(randomBytes(16).toString('hex'));
  if (layer === undefined) throw new Error('a random id is no id');
  const { blob, place } = await vault.keepBytes(source, [new Uint8Array(randomBytes(BLOB_BYTES))]);
  const passages = Array.from({ length: PASSAGES }, passage);
  const text = passages.join('\n');
  const tool = { name: 'a bench', version: '0' };
  const { sha256: digest, sha512, length } = blob;
  const capture = {
    ...{
      type: 'capture',
      source,
      sha256: digest,
      sha512,
      length,
      fileName: 'document.txt',
      origin: null,
      modified: null,
    },
    ...{ capturedAt: now, method: 'file', tool, reason: null, consent: null },
  };
  const layerRecord = {
    ...{ type: 'layer', layer, source, digest: sha256(text), origin: 'extracted', tool, mediaType: 'text/plain' },
    ...{ charset: { name: 'utf-8', decidedBy: 'utf-8', replaced: 0 }, metadata: {}, length: text.length, documents: 1 },
  };
  const reading = canonicalJson({ v: 1, claims: passages.slice(0, 20) });
  const output = sha256(reading);
  const readingRecord = {
    ...{
      type: 'reading',
      layer,
      source,
      digest: sha256(text),
      reader: tool,
      data: [],
      output,
      claims: 20,
      mentions: 0,
    },
  };
  const said = (kind: string, bodies: readonly unknown[]): EntryDraft => ({
    ...{ kind, personal: false, at: now },
    parts: bodies.map((body) => ({ of: [source], body: encode(body) })),
  });
  return {
    drafts: [
      said('source-added', [capture]),
      said('layer-made', [layerRecord, { text }]),
      said('reading-made', [readingRecord]),
    ],
    blobs: [place],
    suggestions: [{ layer, source, output, reading }],
  };
}

/** About ninety characters of words that pack as badly as prose does. */
function passage(): string {
  return Array.from({ length: 13 }, () => WORDS[randomInt(WORDS.length)]).join(' ');
}

const WORDS = Array.from(
  { length: 4096 },
  (_, i) => `${'bdfgklmnprstvz'[i % 14]}${'aeiou'[i % 5]}${(i * 7919).toString(36)}`,
);

function sourceId(): SourceId {
  const source = parseSourceId(randomBytes(16).toString('hex'));
  if (source === undefined) throw new Error('a random id is no id');
  return source;
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
