import {
  Backup,
  type FaultPoint,
  findBackup,
  mergeBackup,
  openHeader,
  restoreBackup,
  Vault,
} from '../../src/vault/index.ts';
import { random } from '../random.ts';

const [folder = '', passphrase = '', workerFile = '', place = '', step = '', passing = '1'] = process.argv.slice(2);
const worker = new URL(workerFile);
const now = '2026-01-03T03:04:05.000Z';
const interrupted = new AbortController().signal;
let passed = 0;

function progress({ type }: { readonly type: string }): void {
  if (type !== step.replace(/^(?:restoring|merging)\//, '')) return;
  passed++;
  if (passed === Number(passing)) process.kill(process.pid, 'SIGKILL');
}

async function openBackup(): Promise<Backup> {
  const found = findBackup(place, { partial: false });
  if (!found.ok) throw new Error(found.error.type);
  const backup = await Backup.open(found.value, { worker, unlock: (header) => openHeader(header, passphrase) });
  if (!backup.ok) throw new Error(backup.error.type);
  return backup.value;
}

/** The points within the writing at which merging passes. */
const POINTS: readonly FaultPoint[] = ['temporary-blob', 'blob-synced', 'in-transaction', 'committed', 'erase'];

if (step.startsWith('restoring/')) {
  await restoreBackup(await openBackup(), { folder, place, worker, progress, interrupted });
} else if (step.startsWith('merging/')) {
  const point = POINTS.find((each) => step === `merging/${each}`);
  const fault = point === undefined ? {} : { fault: { point, passing: Number(passing) } };
  const opened = await Vault.open({ folder, passphrase, worker, now, ...fault });
  if (!opened.ok) throw new Error(opened.error.type);
  const merged = await mergeBackup(opened.value, await openBackup(), { place, progress, interrupted });
  if (!merged.ok) throw new Error(merged.error.type);
  await opened.value.finishErasing();
} else {
  const opened = await Vault.open({ folder, passphrase, worker, now });
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.backup({ place, full: false, now, random, progress, interrupted });
}
throw new Error('the step was passed alive');
