/**
 * A process that opens a real vault beside others and appends to it, one entry after another, or holds its write lock. It
 * says what it did on standard output, a JSON value a line, and begins when a line comes on standard input.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { canonicalJson, parseId, type SubjectId } from '../../src/base/index.ts';
import { Vault } from '../../src/vault/index.ts';
import { WriteLock } from '../../src/vault/write-lock.ts';

const [task = '', folder = '', passphrase = '', worker = '', count = '0', waitMs = '10000'] = process.argv.slice(2);
const now = '2026-01-02T03:04:05.000Z';
const say = (value: unknown): void => void writeSync(1, `${JSON.stringify(value)}\n`);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

function newSubject(): SubjectId {
  const id = parseId('SubjectId', randomBytes(16).toString('hex'));
  if (id === undefined) throw new Error('a random id is no id');
  return id;
}

if (task === 'hold') {
  const lock = WriteLock.open(join(folder, 'lock.db'));
  say(lock.acquire({ waitMs: 10_000 }).ok);
  await lines.next();
  lock.close();
} else {
  const opened = await Vault.open({ folder, passphrase, worker: new URL(worker), now, waitMs: Number(waitMs) });
  if (!opened.ok) throw new Error(opened.error.type);
  const vault = opened.value;
  say('open');
  await lines.next();
  for (let n = 0; n < Number(count); n++) {
    const receipt = newSubject();
    const body = { type: 'receipt', receipt, received: n, stored: n, alreadyHere: 0, refused: 0, failed: 0 };
    const parts = [{ of: [receipt], body: new TextEncoder().encode(canonicalJson(body)) }];
    const drafts = [{ kind: 'intake-received', personal: true, at: now, parts }];
    const outcome = await vault.append({ drafts, blobs: [], suggestions: [] });
    say(outcome.ok && outcome.value.type === 'appended' ? outcome.value.entries[0] : outcome);
  }
  await vault.close();
}
process.stdin.destroy();
