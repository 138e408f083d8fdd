/**
 * A process that changes who can open a real vault until it is killed at a named point: it replaces the header once, or
 * puts the vault under a new key. It says on standard output when it was done.
 */
import { writeSync } from 'node:fs';
import { type FaultPoint, Vault } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';

const [task = '', folder = '', passphrase = '', next = '', worker = '', passing = '0'] = process.argv.slice(2);
const now = '2026-01-02T03:04:05.000Z';
const point: FaultPoint = task === 'revoke' ? 'revoke' : 'header-rename';

const opened = await Vault.open({
  folder,
  passphrase,
  worker: new URL(worker),
  now,
  fault: { point, passing: Number(passing) },
});
if (!opened.ok) throw new Error(opened.error.type);
const change = { passphrase: next, at: now, cost: KDF_FLOOR };
const done =
  task === 'revoke'
    ? await opened.value.revoke({ ...change, kept: [], leftOut: [], progress: () => {} })
    : await opened.value.slots.changePassphrase(change);
await opened.value.close();
writeSync(1, done.ok ? 'done\n' : `${done.error.type}\n`);
