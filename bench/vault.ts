import { randomBytes, sign, verify } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import Database from '@signalapp/sqlcipher';
import { canonicalJson, parseCollectionId, type SubjectId } from '../src/base/index.ts';
import { type SigningKey, signingKeyFromSeed } from '../src/preserve/index.ts';
import { type AppendRequest, createVault, Vault } from '../src/vault/index.ts';
import { KDF_FLOOR } from '../src/vault/key-slot.ts';
import type { Figure } from './figure.ts';

const GROUPED = 4096;
const SINGLE = 200;
const BODY_BYTES = 400;
const OPENS = 5;
const passphrase = 'a bench passphrase of several words';
const now = '2026-01-02T03:04:05.000Z';

/**
 * What the vault's database does in a second: entries appended in groups and one at a time, verified and rebuilt, beside
 * bare SQLCipher with the same settings and beside the signatures alone; and what opening it costs.
 */
export async function figures(): Promise<readonly Figure[]> {
  const base = mkdtempSync(join(tmpdir(), 'daybook-bench-'));
  try {
    const folder = join(base, 'vault');
    const worker = pathToFileURL(join(import.meta.dirname, 'vault-worker.js'));
    const options = { folder, passphrase, worker, now };
    const made = await createVault({ ...options, personName: undefined, cost: KDF_FLOOR });
    if (!made.ok) throw new Error(made.error.type);
    const appended = await measureAppends(made.value, base);
    const checked = await measureChecks(made.value);
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    await made.value.close();
    const opened = await measureOpening(options);
    const resident: Figure = {
      name: 'memory of the engine with an open vault',
      value: memory,
      unit: 'MB',
      n: GROUPED + SINGLE,
      conditions: 'resident, after appending, verifying and rebuilding: one thread writes and one reads',
    };
    return [...appended, ...checked, opened, resident];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

async function measureAppends(vault: Vault, base: string): Promise<readonly Figure[]> {
  const plain = plainDatabase(join(base, 'plain.db'));
  // In turns, so that a slow moment of the machine meets both.
  const rounds = 4;
  const seconds = { grouped: 0, plainGrouped: 0, single: 0, plainSingle: 0, sync: 0 };
  await vault.append(request());
  for (let round = 0; round < rounds; round++) {
    seconds.grouped += await timed(async () => {
      for (let done = 0; done < GROUPED / rounds; done += 512) {
        await Promise.all(Array.from({ length: 512 }, async () => mustAppend(vault)));
      }
    });
    seconds.plainGrouped += await timed(() => {
      for (let done = 0; done < GROUPED / rounds; done += 64) plain.insert(64);
    });
    seconds.single += await timed(async () => {
      for (let done = 0; done < SINGLE / rounds; done++) await mustAppend(vault);
    });
    seconds.plainSingle += await timed(() => {
      for (let done = 0; done < SINGLE / rounds; done++) plain.insert(1);
    });
    seconds.sync += await timed(() => syncs(join(base, 'synced'), SINGLE / rounds));
  }
  plain.close();
  const entry = `entries with two signatures and one part of ${BODY_BYTES} bytes, in projections, with checkpoint and head`;
  const compared = (name: string, n: number, own: number, peer: number, what: string): Figure => ({
    name,
    value: Math.round(n / own),
    unit: 'entries/s',
    n,
    peer: what,
    ratio: round2(peer / own),
    conditions: entry,
  });
  const bare = 'rows of the same bytes, signed twice and checked, in bare SQLCipher, WAL, synchronous=FULL';
  return [
    compared('entries appended in groups', GROUPED, seconds.grouped, seconds.plainGrouped, `${bare}, 64 a transaction`),
    compared(
      'entries appended one at a time',
      SINGLE,
      seconds.single,
      seconds.plainSingle,
      `${bare}, one a transaction`,
    ),
    {
      name: 'synced writes, for comparison',
      value: Math.round(SINGLE / seconds.sync),
      unit: 'syncs/s',
      n: SINGLE,
      conditions: '512 bytes over themselves, fdatasync; an append takes two syncs, one of the log and one of head',
    },
  ];
}

async function measureChecks(vault: Vault): Promise<readonly Figure[]> {
  const { entries } = await vault.query('status', undefined);
  const verifying = await timed(async () => {
    const { faults } = await vault.verify(() => {});
    if (faults.length > 0) throw new Error('a bench vault has faults');
  });
  const rebuilding = await timed(async () => {
    const outcome = await vault.rebuild([], () => {});
    if (!outcome.ok || outcome.value.before !== outcome.value.after) throw new Error('a bench rebuild differs');
  });
  const key = signingKeyFromSeed(new Uint8Array(32).fill(1));
  const message = new Uint8Array(randomBytes(900));
  const signature = sign(null, message, key.privateKey);
  const bare = await timed(() => {
    for (let n = 0; n < 2 * entries; n++) checkSignature(key, message, signature);
  });
  const figure = (name: string, seconds: number): Figure => ({
    name,
    value: Math.round(entries / seconds),
    unit: 'entries/s',
    n: entries,
    peer: 'two bare Ed25519 checks for each',
    ratio: round2(bare / seconds),
    conditions: 'in one thread; all of the record, its parts, projections and pages',
  });
  return [figure('entries verified', verifying), figure('entries rebuilt', rebuilding)];
}

async function measureOpening(options: Parameters<typeof Vault.open>[0]): Promise<Figure> {
  const seconds: number[] = [];
  for (let n = 0; n < OPENS; n++) {
    seconds.push(
      await timed(async () => {
        const opened = await Vault.open(options);
        if (!opened.ok) throw new Error(opened.error.type);
        await opened.value.close();
      }),
    );
  }
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(OPENS / 2)] ?? 0;
  return {
    name: 'vault opened and closed',
    value: Math.round(median * 1000),
    unit: 'ms',
    n: OPENS,
    conditions: `median; passphrase at the least cost that is accepted; ${GROUPED + SINGLE} entries`,
  };
}

interface PlainDatabase {
  readonly insert: (rows: number) => void;
  readonly close: () => void;
}

/** The same bytes in the same kind of file, with the same signatures and nothing of a record around them. */
function plainDatabase(path: string): PlainDatabase {
  const db = new Database(path, { cacheStatements: true });
  db.exec(`PRAGMA key = "x'${'01'.repeat(32)}'"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`);
  db.exec('CREATE TABLE row (id BLOB PRIMARY KEY, envelope BLOB NOT NULL, body BLOB NOT NULL) STRICT');
  const [envelope, body] = [new Uint8Array(randomBytes(900)), new Uint8Array(randomBytes(BODY_BYTES))];
  const key = signingKeyFromSeed(new Uint8Array(32).fill(1));
  const insert = (rows: number): void => {
    db.exec('BEGIN IMMEDIATE');
    for (let n = 0; n < rows; n++) {
      for (let each = 0; each < 2; each++) {
        checkSignature(key, envelope, sign(null, envelope, key.privateKey));
      }
      db.prepare('INSERT INTO row (id, envelope, body) VALUES (?, ?, ?)').run([
        new Uint8Array(randomBytes(32)),
        envelope,
        body,
      ]);
    }
    db.exec('COMMIT');
  };
  return { insert, close: () => db.close() };
}

function checkSignature(key: SigningKey, message: Uint8Array, signature: Uint8Array): void {
  if (!verify(null, message, key.privateKey, signature)) throw new Error('a signature just made is wrong');
}

function syncs(path: string, count: number): void {
  const fd = openSync(path, 'w');
  const bytes = randomBytes(512);
  for (let n = 0; n < count; n++) {
    writeSync(fd, bytes, 0, bytes.length, 0);
    fdatasyncSync(fd);
  }
  closeSync(fd);
}

async function mustAppend(vault: Vault): Promise<void> {
  const outcome = await vault.append(request());
  if (!outcome.ok) throw new Error(outcome.error.type);
}

function request(): AppendRequest {
  const collection = parseCollectionId(randomBytes(16).toString('hex'));
  if (collection === undefined) throw new Error('a random id is no id');
  const of: readonly SubjectId[] = [collection];
  const name = randomBytes(100).toString('hex');
  const json = canonicalJson({ type: 'collection', collection, name: name.slice(0, 200) });
  // Filled up with spaces, which JSON allows, to the length that is stated.
  const body = new TextEncoder().encode(json.padEnd(BODY_BYTES));
  return {
    drafts: [{ kind: 'collection-changed', personal: true, at: now, parts: [{ of, body }] }],
    blobs: [],
    suggestions: [],
  };
}

async function timed(run: () => unknown): Promise<number> {
  const from = performance.now();
  await run();
  return (performance.now() - from) / 1000;
}

function round2(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
