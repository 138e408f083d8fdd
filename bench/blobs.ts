import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createBlob, readBlob } from '../src/vault/blob-file.ts';
import { syncFolder } from '../src/vault/durable-file.ts';
import { KDF_DEFAULT, openPersonSlot, sealPersonSlot } from '../src/vault/key-slot.ts';
import { createVaultKey } from '../src/vault/vault-key.ts';
import type { Figure } from './figure.ts';

const FILES = 60;
const BYTES = 2_000_000;
const ROUNDS = 3;
const UNLOCKS = 10;

/** How fast blobs are written and read beside plain files synced the same way, and what one passphrase costs. */
export async function figures(): Promise<readonly Figure[]> {
  const content = randomBytes(BYTES);
  const rates: Record<Way, Rates[]> = { blob: [], plain: [] };
  // In turns, so that a slow moment of the disk meets both.
  for (let round = 0; round < ROUNDS; round++) {
    rates.blob.push(await inFolder((folder) => measureBlobs(folder, content)));
    rates.plain.push(await inFolder((folder) => measurePlain(folder, content)));
  }
  const conditions = `${FILES} files of ${BYTES / 1e6} MB, each synced, folder synced once, median of ${ROUNDS} rounds; reading from the page cache`;
  const compare = (name: string, pick: (rates: Rates) => number): Figure => {
    const [value, peer] = [median(rates.blob.map(pick)), median(rates.plain.map(pick))];
    const ratio = Math.round((value / peer) * 100) / 100;
    return { name, value: Math.round(value), unit: 'MB/s', n: FILES, peer: 'plain files', ratio, conditions };
  };
  return [compare('blobs written', ({ write }) => write), compare('blobs read', ({ read }) => read), await unlocking()];
}

type Way = 'blob' | 'plain';
interface Rates {
  readonly write: number;
  readonly read: number;
}

async function measureBlobs(folder: string, content: Uint8Array): Promise<Rates> {
  const kept: { readonly name: string; readonly key: Uint8Array }[] = [];
  const write = await rate(async () => {
    for (let i = 0; i < FILES; i++) {
      const key = randomBytes(32);
      const { name } = await createBlob(folder, key, [content]);
      kept.push({ name, key });
    }
    await syncFolder(folder);
  });
  const read = await rate(async () => {
    for (const { name, key } of kept) {
      const opened = await readBlob(folder, name, key);
      if (!opened.ok) throw new Error(opened.error.type);
      let length = 0;
      for await (const part of opened.value) length += part.length;
      if (length !== BYTES) throw new Error('a blob came back short');
    }
  });
  return { write, read };
}

async function measurePlain(folder: string, content: Uint8Array): Promise<Rates> {
  const write = await rate(async () => {
    for (let i = 0; i < FILES; i++) {
      const path = join(folder, `${i}.part`);
      const handle = await open(path, 'wx', 0o600);
      await handle.writeFile(content);
      await handle.sync();
      await handle.close();
      await rename(path, join(folder, String(i)));
    }
    await syncFolder(folder);
  });
  const read = await rate(async () => {
    for (let i = 0; i < FILES; i++) {
      if ((await readFile(join(folder, String(i)))).length !== BYTES) throw new Error('a file came back short');
    }
  });
  return { write, read };
}

async function unlocking(): Promise<Figure> {
  const { vault, vaultKey } = createVaultKey(randomBytes);
  const passphrase = 'seven quiet lanterns above the wall';
  const secrets = { vaultKey, personSeed: randomBytes(32) };
  const slot = await sealPersonSlot({ vault, passphrase, secrets, random: randomBytes });
  const times: number[] = [];
  for (let i = 0; i < UNLOCKS; i++) {
    const start = performance.now();
    if (!(await openPersonSlot(slot, { vault, passphrase })).ok) throw new Error('a slot did not open');
    times.push(performance.now() - start);
  }
  const { memoryKiB, passes, lanes } = KDF_DEFAULT;
  const conditions = `Argon2id ${memoryKiB / 1024} MiB, ${passes} passes, ${lanes} lanes, one slot, median`;
  return { name: 'passphrase to key', value: Math.round(median(times)), unit: 'ms', n: UNLOCKS, conditions };
}

async function rate(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (FILES * BYTES) / 1e6 / ((performance.now() - start) / 1000);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
