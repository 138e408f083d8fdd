/** A process that makes or restores a backup until it kills itself at a named step. */
import { randomBytes } from 'node:crypto';
import { Backup, findBackup, openHeader, restoreBackup, Vault } from '../../src/vault/index.ts';

const [folder = '', passphrase = '', workerFile = '', place = '', step = '', passing = '1'] = process.argv.slice(2);
const worker = new URL(workerFile);
const now = '2026-01-03T03:04:05.000Z';
const interrupted = new AbortController().signal;
let passed = 0;

function progress({ type }: { readonly type: string }): void {
  if (type !== step.replace('restoring/', '')) return;
  passed++;
  if (passed === Number(passing)) process.kill(process.pid, 'SIGKILL');
}

if (step.startsWith('restoring/')) {
  const found = findBackup(place, { partial: false });
  if (!found.ok) throw new Error(found.error.type);
  const backup = await Backup.open(found.value, { worker, unlock: (header) => openHeader(header, passphrase) });
  if (!backup.ok) throw new Error(backup.error.type);
  await restoreBackup(backup.value, { folder, place, worker, progress, interrupted });
} else {
  const opened = await Vault.open({ folder, passphrase, worker, now });
  if (!opened.ok) throw new Error(opened.error.type);
  const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
  await opened.value.backup({ place, full: false, now, random, progress, interrupted });
}
throw new Error('the step was passed alive');
