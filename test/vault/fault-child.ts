/**
 * A process that works on a real vault until it is killed at a named point. It prints one line for each thing that
 * was acknowledged, with a synchronous write, so that the test knows what must still be there.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { canonicalJson, parseSourceId, type SourceId } from '../../src/base/index.ts';
import { sha256, sha512 } from '../../src/preserve/index.ts';
import type { FaultPoint } from '../../src/vault/index.ts';
import { Vault } from '../../src/vault/index.ts';

const [folder = '', passphrase = '', worker = '', point = '', passing = '1', canary = ''] = process.argv.slice(2);
const inThread: readonly string[] = ['in-transaction', 'committed', 'head-written', 'projection-swap'];
const now = '2026-01-02T03:04:05.000Z';

function isThreadPoint(name: string): name is FaultPoint {
  return inThread.includes(name);
}

function randomSource(): SourceId {
  const source = parseSourceId(randomBytes(16).toString('hex'));
  if (source === undefined) throw new Error('a random id is no id');
  return source;
}

const opened = await Vault.open({
  folder,
  passphrase,
  worker: new URL(worker),
  now,
  ...(isThreadPoint(point) && { fault: { point, passing: Number(passing) } }),
});
if (!opened.ok) throw new Error(opened.error.type);
const vault = opened.value;

if (point === 'projection-swap') {
  await vault.rebuild([], () => {});
  throw new Error('the swap was passed alive');
}

for (let n = 0; n < 40; n++) {
  const source = randomSource();
  const bytes = new TextEncoder().encode(`${canary} ${n} ${randomBytes(20).toString('hex')}`);
  const { blob, place } = await vault.keepBytes(source, [bytes]);
  const record = {
    type: 'capture',
    source,
    sha256: blob.sha256,
    sha512: blob.sha512,
    length: blob.length,
    fileName: `${canary}.txt`,
    origin: null,
    modified: null,
    capturedAt: now,
    method: 'file',
    tool: { name: 'daybook', version: '0' },
    reason: null,
    consent: null,
  };
  if (sha256(bytes) !== blob.sha256 || sha512(bytes) !== blob.sha512) throw new Error('digests differ');
  const appended = await vault.append({
    drafts: [
      {
        kind: 'source-added',
        personal: true,
        at: now,
        parts: [{ of: [source], body: new TextEncoder().encode(canonicalJson(record)) }],
      },
    ],
    blobs: [place],
    suggestions: [],
  });
  if (!appended.ok) throw new Error(appended.error.type);
  writeSync(1, `${source}\n`);
  if (point === 'acknowledged' && n + 1 === Number(passing)) process.kill(process.pid, 'SIGKILL');
}
throw new Error('the named point was never passed');
