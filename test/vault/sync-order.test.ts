import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSourceId } from '../../src/base/index.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { seeded } from '../random.ts';
import { CrashModel, type Unsynced } from './crash-model.ts';
import { addSource } from './invented-source.ts';
import { copyFolder, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';
import { tell } from './told.ts';
import { cannotTrace, type FileEvent, traced } from './trace.ts';
import { type Image, putImage, takeImage } from './vault-image.ts';

const SLOW = process.env['SLOW'] !== undefined;
const seed = Number(process.env['SEED'] ?? 20260714);
const child = join(import.meta.dirname, '../../dist/test/fault-child.js');
const canary = 'CANARY';
const impossible = cannotTrace();
/** Images of one run that are opened when nobody asked for all. */
const SAMPLE = 5;

function run(action: string, folder: string, root: string): readonly FileEvent[] {
  return traced([child, folder, passphrase, String(worker), action, 'none', '1', canary], root);
}

/** The durable steps of a run, in words that name no blob. */
function steps(events: readonly FileEvent[]): readonly string[] {
  const named = (path: string): string => path.replace(/[0-9a-f]{32}/, 'BLOB');
  return events.flatMap((event) => {
    if (event.type === 'sync') return [`sync ${named(event.path)}`];
    if (event.type === 'rename') return [`rename ${named(event.from)} to ${named(event.to)}`];
    return event.type === 'said' ? ['acknowledge'] : [];
  });
}

it('D32: of each source the file is synced, named and its folder synced, then the log, then head; then it is acknowledged', async (context) => {
  context.skip(impossible !== undefined, impossible);
  const { vault, folder, remove } = await temporaryVault();
  await vault.close();
  const root = realpathSync(folder);
  const done = steps(run('add-three', root, root));
  const [first, second] = [done.indexOf('acknowledge'), done.lastIndexOf('acknowledge')];
  const order = [
    'sync blobs/BLOB.part',
    'rename blobs/BLOB.part to blobs/BLOB',
    'sync blobs',
    'sync daybook.db-wal',
    'sync head',
    'acknowledge',
  ];
  // The first writing also begins the log: its head and its name are synced before anything is put into it.
  expect(done.slice(0, first + 1)).toEqual([...order.slice(0, 3), 'sync daybook.db-wal', 'sync ', ...order.slice(3)]);
  expect(done.slice(first + 1, second + 1)).toEqual([...order, ...order]);
  expect(done.slice(second + 1)).toEqual(['sync daybook.db-wal', 'sync daybook.db']);
  remove();
});

interface Cut {
  readonly image: Image;
  readonly acknowledged: readonly string[];
  readonly unsynced: string;
  readonly after: number;
}

/** Every state that a cut of the power may leave: after each sync or acknowledgement, and with more just before each. */
function* cutsOf(before: Image, events: readonly FileEvent[], random: () => number): Generator<Cut> {
  const model = new CrashModel(before);
  const acknowledged: string[] = [];
  const cut = (after: number, name: string, unsynced: Unsynced): Cut => ({
    image: model.afterCut(unsynced),
    acknowledged: [...acknowledged],
    unsynced: name,
    after,
  });
  yield cut(0, 'dropped', 'dropped');
  for (const [i, event] of events.entries()) {
    if (event.type === 'sync') {
      yield cut(i, 'kept', 'kept');
      yield cut(i, 'any', random);
    }
    model.apply(event);
    if (event.type === 'said') acknowledged.push(event.line);
    if (event.type === 'sync' || event.type === 'said') yield cut(i + 1, 'dropped', 'dropped');
  }
  yield cut(events.length, 'kept', 'kept');
}

/** Opens what a cut left; answers what is not as it must be. */
async function faultsAfter(cut: Cut, base: string, name: string): Promise<unknown> {
  putImage(base, cut.image);
  const vault = await reopen(join(base, name));
  try {
    const condition = await vault.condition();
    const lost: string[] = [];
    for (const line of cut.acknowledged) {
      const source = parseSourceId(line);
      if (source !== undefined && (await vault.query('source', { source })) === undefined) lost.push(line);
    }
    await addSource(vault, 'what is written afterwards');
    const [{ faults }, blobs] = [await vault.verify(() => {}), await verifyBlobs(vault, () => {})];
    return { condition, lost, faults: [...faults, ...blobs.faults] };
  } finally {
    await vault.close();
  }
}

/** Opens what each cut left, in the folder that was traced, so that it is the same device; answers how many there were. */
async function openAll(cuts: Iterable<Cut>, base: string, name: string): Promise<number> {
  let opened = 0;
  for (const cut of cuts) {
    const found = await faultsAfter(cut, base, name).catch((error: unknown) => ({ error: String(error) }));
    const { after, unsynced } = cut;
    const sound = { condition: { type: 'sound' }, lost: [], faults: [] };
    expect({ after, unsynced, found }).toEqual({ after, unsynced, found: sound });
    opened++;
  }
  return opened;
}

/** Some of them, spread over the whole. */
function sampled(cuts: readonly Cut[]): readonly Cut[] {
  const step = Math.max(1, cuts.length / SAMPLE);
  return cuts.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/** Traces one run on a folder below `base` and opens what each cut of it left. */
async function cutEverywhere(
  action: string,
  base: string,
  name: string,
): Promise<{ readonly acknowledged: number; readonly opened: number; readonly steps: readonly string[] }> {
  const before = takeImage(base);
  const events = run(action, join(base, name), base);
  const random = seeded(seed);
  const all = cutsOf(before, events, random);
  const founded = action === 'create';
  // Before a vault was acknowledged there may be none.
  const wanted = founded ? [...all].filter(({ acknowledged }) => acknowledged.length > 0) : all;
  const cuts = SLOW ? wanted : sampled([...wanted]);
  const opened = await openAll(cuts, base, name);
  return { acknowledged: events.filter(({ type }) => type === 'said').length, opened, steps: steps(events) };
}

async function baseWithVault(): Promise<{ readonly base: string; readonly remove: () => void }> {
  const { vault, folder, remove } = await temporaryVault();
  await addSource(vault, `${canary} was there before`);
  await vault.close();
  return { base: realpathSync(join(folder, '..')), remove };
}

function tellCut(
  what: string,
  { opened, acknowledged }: { readonly opened: number; readonly acknowledged: number },
): void {
  tell(`power cut while ${what}: ${opened} states opened, ${acknowledged} acknowledged, seed ${seed}`);
}

it(`D32: power cut at ${SLOW ? 'any' : `${SAMPLE} of the`} steps of adding loses nothing that was acknowledged`, async (context) => {
  context.skip(impossible !== undefined, impossible);
  const { base, remove } = await baseWithVault();
  const cut = await cutEverywhere('add-three', base, 'vault');
  expect(cut.acknowledged).toBe(3);
  tellCut('adding', cut);
  remove();
});

it(`D11, D32: power cut at ${SLOW ? 'any' : `${SAMPLE} of the`} steps of a copied folder's first writing loses nothing that was acknowledged`, async (context) => {
  context.skip(impossible !== undefined, impossible);
  const { base, remove } = await baseWithVault();
  copyFolder(join(base, 'vault'), 'copied');
  rmSync(join(base, 'vault'), { recursive: true });
  const cut = await cutEverywhere('add-three', base, 'copied');
  expect(cut.acknowledged).toBe(3);
  tellCut('a copy becomes a device', cut);
  remove();
});

it('D32, V3: power cut after a vault was made leaves a vault that opens', async (context) => {
  context.skip(impossible !== undefined, impossible);
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'daybook-made-')));
  mkdirSync(join(base, 'above'));
  const cut = await cutEverywhere('create', base, 'above/below/vault');
  expect(cut.acknowledged).toBe(1);
  tellCut('making a vault', cut);
  rmSync(base, { recursive: true });
});

it('D32, D34: power cut while a long log is written back loses nothing that was acknowledged', async (context) => {
  context.skip(impossible !== undefined, impossible);
  context.skip(!SLOW, 'its trace is long: run with SLOW=1');
  const { base, remove } = await baseWithVault();
  const cut = await cutEverywhere('add-long-three', base, 'vault');
  expect(cut.acknowledged).toBe(3);
  // The log was written back between two acknowledgements, and not at the end alone.
  const last = cut.steps.lastIndexOf('acknowledge');
  expect(cut.steps.slice(0, last)).toContain('sync vault/daybook.db');
  tellCut('a long log is written back', cut);
  remove();
});
