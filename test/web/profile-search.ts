import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { formsOfWords } from '../serve/process-tree.ts';

/** Which of some words stand in the bytes, in UTF-8 or UTF-16. */
function wordsIn(bytes: Buffer, words: readonly string[]): readonly string[] {
  return words.filter((each) => formsOfWords(each).some((form) => bytes.includes(form)));
}

/** Every form in which a file's content lies in it: as it is, what was packed by gzip or brotli, and the blocks of a LevelDB table. */
function unpacked(path: string): readonly Buffer[] {
  const bytes = readFileSync(path);
  return [bytes, ...gzipsIn(bytes), ...brotliIn(bytes), ...(path.endsWith('.ldb') ? blocksIn(bytes) : [])];
}

/** Words that stand anywhere below a folder, each with the file in which it was found, and how many bytes were looked at. */
export function searchFolder(
  folder: string,
  words: readonly string[],
): { readonly found: readonly string[]; readonly bytes: number } {
  const found: string[] = [];
  let bytes = 0;
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    found.push(...wordsIn(Buffer.from(path), words).map((word) => `${word}: the name ${path}`));
    if (!file.isFile()) continue;
    for (const content of unpacked(path)) {
      bytes += content.length;
      found.push(...wordsIn(content, words).map((word) => `${word}: ${path.slice(folder.length)}`));
    }
  }
  return { found, bytes };
}

/** Words that stand in what any process on this machine was started with. */
export function searchProcesses(words: readonly string[]): {
  readonly found: readonly string[];
  readonly processes: number;
} {
  const found: string[] = [];
  let processes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const file of ['cmdline', 'environ', 'comm']) {
      try {
        const content = readFileSync(`/proc/${pid}/${file}`);
        if (file === 'cmdline') processes += 1;
        found.push(...wordsIn(content, words).map((word) => `${word}: ${file} of a process`));
      } catch {
        // It ended meanwhile, or is not ours to read.
      }
    }
  }
  return { found, processes };
}

/** Words that stand in the heap of a page, every script context of its process among it. */
export async function searchHeap(
  page: Page,
  words: readonly string[],
): Promise<{ readonly found: readonly string[]; readonly bytes: number }> {
  const client = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.send('HeapProfiler.disable');
  await client.detach();
  const snapshot = chunks.join('');
  // Signs beyond ASCII stand in a snapshot as escapes of JSON.
  const escaped = (word: string): string =>
    word.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  const lower = snapshot.toLowerCase();
  const found = words.filter((word) => snapshot.includes(word) || lower.includes(escaped(word).toLowerCase()));
  return { found, bytes: snapshot.length };
}

function gzipsIn(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  const magic = Buffer.from([0x1f, 0x8b, 0x08]);
  for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    try {
      // Servers send the plain head of ten bytes; what stands behind the packed bytes in a cache would be refused as another head.
      found.push(inflateRawSync(bytes.subarray(at + 10), { finishFlush: constants.Z_SYNC_FLUSH }));
    } catch {
      // Three bytes that happen to be alike.
    }
  }
  return found;
}

/** An entry of the cache holds its key and then the body as it was sent; brotli has no sign of its own, so each is tried behind the key. */
function brotliIn(bytes: Buffer): readonly Buffer[] {
  const SIMPLE_CACHE = 0xfcfb6d1ba7725c30n;
  if (bytes.length < 24 || bytes.readBigUInt64LE(0) !== SIMPLE_CACHE) return [];
  try {
    const body = bytes.subarray(24 + bytes.readUInt32LE(12));
    return [brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH })];
  } catch {
    return [];
  }
}

/** The blocks of a LevelDB table, unpacked: its index lies where the footer says, and names where each block is. */
function blocksIn(table: Buffer): readonly Buffer[] {
  const footer = table.subarray(table.length - 48);
  const [, afterMeta] = handleAt(footer, 0);
  const [index] = handleAt(footer, afterMeta);
  const names = blockAt(table, index);
  const blocks: Buffer[] = [names];
  const end = names.length - 4 * (names.readUInt32LE(names.length - 4) + 1);
  for (let at = 0; at < end; ) {
    const [, a] = varint(names, at);
    const [unshared, b] = varint(names, a);
    const [length, c] = varint(names, b);
    const [handle] = handleAt(names, c + unshared);
    blocks.push(blockAt(table, handle));
    at = c + unshared + length;
  }
  return blocks;
}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

function blockAt(table: Buffer, { offset, size }: Handle): Buffer {
  const bytes = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnap(bytes) : bytes;
}

function handleAt(bytes: Buffer, at: number): readonly [Handle, number] {
  const [offset, next] = varint(bytes, at);
  const [size, behind] = varint(bytes, next);
  return [{ offset, size }, behind];
}

function varint(bytes: Buffer, from: number): readonly [number, number] {
  let [value, scale, at] = [0, 1, from];
  for (;;) {
    const byte = bytes.readUInt8(at);
    at += 1;
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
    scale *= 128;
  }
}

/** What Snappy packed. */
function unsnap(packed: Buffer): Buffer {
  const [length, from] = varint(packed, 0);
  const out = Buffer.alloc(length);
  let to = 0;
  for (let at = from; at < packed.length; ) {
    const tag = packed.readUInt8(at);
    const high = tag >> 2;
    at += 1;
    if ((tag & 3) === 0) {
      const extra = Math.max(0, high - 59);
      const size = (extra === 0 ? high : packed.readUIntLE(at, extra)) + 1;
      at += extra;
      packed.copy(out, to, at, at + size);
      [at, to] = [at + size, to + size];
      continue;
    }
    const near = (tag & 3) === 1;
    const width = near ? 1 : (tag & 3) === 2 ? 2 : 4;
    const back = packed.readUIntLE(at, width) + (near ? (tag >> 5) << 8 : 0);
    const size = near ? (high & 7) + 4 : high + 1;
    at += width;
    for (const end = to + size; to < end; to += 1) out[to] = out.readUInt8(to - back);
  }
  return out;
}
