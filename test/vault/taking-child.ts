/** A process that takes a bundle into a real vault until it is killed at a named point. Prints a word when it lives on. */
import { writeSync } from 'node:fs';
import { takeFile } from '../../src/serve/bundles.ts';
import { type FaultPoint, Vault } from '../../src/vault/index.ts';

const [folder = '', passphrase = '', worker = '', point = '', passing = '1', file = ''] = process.argv.slice(2);
const points: readonly string[] = ['in-transaction', 'committed', 'head-written'];
const now = '2026-01-02T03:04:05.000Z';

function isPoint(name: string): name is FaultPoint {
  return points.includes(name);
}

const opened = await Vault.open({
  folder,
  passphrase,
  worker: new URL(worker),
  now,
  ...(isPoint(point) && { fault: { point, passing: Number(passing) } }),
});
if (!opened.ok) throw new Error(opened.error.type);
const taken = await takeFile(opened.value, file, () => now);
await opened.value.close();
writeSync(1, taken.ok ? 'taken' : taken.error.type);
