/**
 * A process that works on a real vault until it is killed at a named point. It prints one line for each thing that
 * was acknowledged, with a synchronous write, so that the test knows what must still be there. Everything it keeps,
 * reads and fails at holds a canary.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { canonicalJson, idFromBytes } from '../../src/base/index.ts';
import { createVault, type FaultPoint, Vault } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { sourceRequest } from './invented-source.ts';

const [folder = '', passphrase = '', worker = '', action = '', point = '', passing = '1', canary = ''] =
  process.argv.slice(2);
const now = '2026-01-02T03:04:05.000Z';
const POINTS: readonly FaultPoint[] = [
  'temporary-blob',
  'blob-synced',
  'in-transaction',
  'committed',
  'head-written',
  'checkpoint',
  'projection-swap',
  'header-rename',
  'erase',
];
/** Characters of text that does not pack, so that a few sources fill the write-ahead log. */
const LONG = 1_600_000;

/** What the process does over and over, by the name that a row of the campaign gives. */
const ACTIONS: Readonly<Record<string, (vault: Vault) => Promise<void>>> = {
  add: (vault) => addAndRead(vault, (n) => `${canary} ${n}`),
  'add-long': (vault) => addAndRead(vault, (n) => `${canary} ${n} ${randomBytes(LONG / 2).toString('hex')}`),
  rebuild: async (vault) => {
    await vault.rebuild([], () => {});
  },
  slots: changeSlots,
  erase: eraseHalf,
  /** Three sources and no fault: for tests that watch what a whole run does. */
  'add-three': (vault) => addAndRead(vault, (n) => `${canary} ${n}`, 3),
  'add-long-three': (vault) => addAndRead(vault, (n) => `${canary} ${n} ${randomBytes(LONG / 2).toString('hex')}`, 3),
};

/** A source, another passphrase, and somebody else who is let in, over and over. Says each passphrase before it is set. */
async function changeSlots(vault: Vault): Promise<void> {
  for (let n = 0; n < 40; n++) {
    const { source, request } = await sourceRequest(vault, `${canary} ${n}`);
    const appended = await vault.append(request);
    if (!appended.ok) throw new Error(appended.error.type);
    writeSync(1, `${source}\n`);
    const [own, other] = [newWords(), newWords()];
    writeSync(1, `trying ${own}\n`);
    const changed = await vault.slots.changePassphrase({ passphrase: own, at: now, cost: KDF_FLOOR });
    if (!changed.ok) throw new Error(changed.error.type);
    writeSync(1, `passphrase ${own}\n`);
    const personSeed = new Uint8Array(randomBytes(32));
    const added = await vault.slots.addPersonSlot({ passphrase: other, at: now, cost: KDF_FLOOR, personSeed });
    if (!added.ok) throw new Error(added.error.type);
    writeSync(1, `passphrase-of-another ${other}\n`);
  }
}

/** Of two sources one is erased: acknowledged once its entry is kept, and then its remains are taken away. */
async function eraseHalf(vault: Vault): Promise<void> {
  for (let n = 0; n < 40; n++) {
    const kept = await sourceRequest(vault, `${canary} kept ${n} `.repeat(1 + (n % 30)));
    const doomed = await sourceRequest(vault, `${canary} erased ${n} `.repeat(1 + ((7 * n) % 30)));
    for (const { source, request } of [kept, doomed]) {
      const appended = await vault.append(request);
      if (!appended.ok) throw new Error(appended.error.type);
      if (source === kept.source) writeSync(1, `${source}\n`);
    }
    const erasure = idFromBytes('SubjectId', randomBytes(16));
    const why = new TextEncoder().encode(canonicalJson({ type: 'erasure', erasure, reason: 'asked for' }));
    const parts = [
      { of: [erasure], body: why },
      { of: [doomed.source], body: new TextEncoder().encode('{}') },
    ];
    const drafts = [{ kind: 'erasure', personal: true, at: now, parts }];
    const erased = await vault.append({ drafts, blobs: [], suggestions: [] });
    if (!erased.ok) throw new Error(erased.error.type);
    writeSync(1, `erased ${doomed.source}\n`);
    const ended = await vault.finishErasing();
    if (!ended.ok || ended.value.type !== 'finished') throw new Error('an erasure was not finished');
    writeSync(1, `finished ${doomed.source}\n`);
  }
}

function newWords(): string {
  return `words ${randomBytes(8).toString('hex')}`;
}

async function addAndRead(vault: Vault, textOf: (n: number) => string, count = 40): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { source, request } = await sourceRequest(vault, textOf(n));
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

if (action === 'create') {
  const cost = KDF_FLOOR;
  const made = await createVault({ folder, passphrase, worker: new URL(worker), now, personName: canary, cost });
  if (!made.ok) throw new Error(made.error.type);
  writeSync(1, 'created\n');
  await made.value.close();
  process.exit(0);
}
const act = ACTIONS[action];
if (act === undefined) throw new Error(`there is no action ${action}`);
const inside = POINTS.find((each) => each === point);
const opened = await Vault.open({
  folder,
  passphrase,
  worker: new URL(worker),
  now,
  ...(inside !== undefined && { fault: { point: inside, passing: Number(passing) } }),
});
if (!opened.ok) throw new Error(opened.error.type);
await act(opened.value);
if (point !== 'none') throw new Error('the named point was never passed');
await opened.value.close();
