/**
 * A process that works on a real vault until it is killed at a named point. It prints one line for each thing that
 * was acknowledged, with a synchronous write, so that the test knows what must still be there. Everything it keeps,
 * reads and fails at holds a canary.
 */
import { writeSync } from 'node:fs';
import { type FaultPoint, Vault } from '../../src/vault/index.ts';
import { sourceRequest } from './invented-source.ts';

const [folder = '', passphrase = '', worker = '', point = '', passing = '1', canary = ''] = process.argv.slice(2);
const inThread: readonly string[] = ['in-transaction', 'committed', 'head-written', 'projection-swap'];
const now = '2026-01-02T03:04:05.000Z';

function isThreadPoint(name: string): name is FaultPoint {
  return inThread.includes(name);
}

/** Fails in the ways in which a request can, and looks whether an error tells what it was about. */
async function failWith(vault: Vault, text: string): Promise<void> {
  const body = new TextEncoder().encode(text);
  const attempts: readonly (() => Promise<unknown>)[] = [
    () => vault.append({ drafts: [{ kind: 'note', personal: true, at: text, parts: [] }], blobs: [], suggestions: [] }),
    () =>
      vault.append({
        drafts: [{ kind: 'note', personal: true, at: now, parts: [{ of: [], body }] }],
        blobs: [],
        suggestions: [],
      }),
    () => vault.accept({ entries: [body], parts: [] }),
    () => vault.query('sourcesByPrefix', { prefix: text }),
  ];
  for (const attempt of attempts) {
    const told = await attempt().catch((error: unknown) => (error instanceof Error ? error.stack : error));
    if (JSON.stringify(told ?? null).includes(text)) throw new Error('an answer to a failure holds what was asked');
  }
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
  const { source, request } = await sourceRequest(vault, `${canary} ${n}`);
  const appended = await vault.append(request);
  if (!appended.ok) throw new Error(appended.error.type);
  writeSync(1, `${source}\n`);
  if (point === 'acknowledged' && n + 1 === Number(passing)) process.kill(process.pid, 'SIGKILL');
  const [layer] = (await vault.query('sources', {})).items.map((row) => row.layer?.layer);
  if (layer === undefined) throw new Error('a source that was acknowledged has no layer');
  const read = [await vault.query('layer', { layer }), await vault.query('reading', { layer })];
  if (read.some((json) => json === undefined || !json.includes(canary))) throw new Error('what was kept is not read');
  if (n === 0) await failWith(vault, canary);
}
throw new Error('the named point was never passed');
