import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Vault, verifyBlobs } from '../../src/vault/index.ts';
import { databaseOf } from './database-of.ts';
import { addSource } from './invented-source.ts';
import { copyFolder, now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';

const PAGE = 4096;
const rounds = process.env['SLOW'] ? 120 : 3;
const patience = 600_000;
let folder = '';
let other = '';
let remove = (): void => {};
let removeOther = (): void => {};
let copies = 0;

beforeAll(async () => {
  const [made, second] = [await temporaryVault(), await temporaryVault()];
  ({ folder, remove } = made);
  ({ folder: other, remove: removeOther } = second);
  for (let n = 0; n < 20; n++) await addSource(made.vault, `invented report ${n} ${'of some length '.repeat(60)}`);
  await Promise.all([made.vault.close(), second.vault.close()]);
});
afterAll(() => {
  remove();
  removeOther();
});

/** What a vault says of itself after its files were changed: refused by name, or opened and verified. */
async function saidOf(change: (copy: string) => void): Promise<readonly string[]> {
  const copy = copyFolder(folder, `copy-${copies++}`);
  change(copy);
  const opened = await Vault.open({ folder: copy, passphrase, worker, now });
  if (!opened.ok) return [opened.error.type];
  const vault = opened.value;
  try {
    const condition = await vault.condition();
    const { faults } = await vault.verify(() => {});
    const blobs = await verifyBlobs(vault, () => {});
    const said = [condition.type, ...[...faults, ...blobs.faults].map(({ type }) => type)];
    return [...new Set([...said, ...(blobs.complete ? [] : ['list'])])].filter((type) => type !== 'sound');
  } finally {
    await vault.close();
  }
}

/** What a vault holds, in figures that change with anything that it lost. */
async function stateOf(path: string): Promise<unknown> {
  const vault = await reopen(path);
  const { counts, faults } = await vault.verify(() => {});
  const dump = await vault.query('dump', undefined);
  await vault.close();
  return { counts, faults, dump };
}

/** A page that nothing uses may stand anywhere. Then everything is here, and writing goes on: that is proven, not assumed. */
async function refusedNamedOrHarmless(change: (copy: string) => void, sound: unknown): Promise<void> {
  if ((await saidOf(change)).length > 0) return;
  const copy = copyFolder(folder, `copy-${copies++}`);
  change(copy);
  expect(await stateOf(copy)).toEqual(sound);
  const vault = await reopen(copy);
  const drafts = [{ kind: 'note', personal: false, at: now, parts: [] }];
  expect((await vault.append({ drafts, blobs: [], suggestions: [] })).ok).toBe(true);
  expect((await vault.verify(() => {})).faults).toEqual([]);
  await vault.close();
}

const put = (copy: string, file: string, from: string, what = file): void =>
  copyFileSync(join(from, what), join(copy, file));

it.each([
  ["another vault's database", (copy: string) => put(copy, 'daybook.db', other), ['database-damaged']],
  ["another vault's header", (copy: string) => put(copy, 'header.json', other), ['header-older']],
  ["another vault's device file", (copy: string) => put(copy, 'device.key', other), ['device-damaged']],
  ["another vault's head", (copy: string) => put(copy, 'head', other), ['head-damaged']],
  ['no database', (copy: string) => rmSync(join(copy, 'daybook.db')), ['database-damaged']],
  ['an empty database', (copy: string) => truncateSync(join(copy, 'daybook.db'), 0), ['database-damaged']],
  ['something in the lock file', (copy: string) => put(copy, 'lock.db', other, 'head'), ['lock-damaged']],
  ['no head', (copy: string) => rmSync(join(copy, 'head')), ['head-missing']],
])('D15: %s is refused by name, or harmless', async (_, change, said) => {
  expect(await saidOf(change)).toEqual(said);
});

it(
  'D15: a database cut short at any page is refused, its faults are named, or it lost nothing but free pages',
  async () => {
    const length = readFileSync(join(folder, 'daybook.db')).length;
    const sound = await stateOf(folder);
    for (let round = 0; round < rounds / 2; round++) {
      const at = Math.floor(((round + 0.5) / (rounds / 2)) * length);
      await refusedNamedOrHarmless((copy) => truncateSync(join(copy, 'daybook.db'), at), sound);
    }
  },
  patience,
);

it(
  `D15: a page full of garbage (${rounds} of them) is refused, its faults are named, or nothing used it`,
  async () => {
    const sound = await stateOf(folder);
    const pages = readFileSync(join(folder, 'daybook.db')).length / PAGE;
    for (let round = 0; round < rounds; round++) {
      const page = Math.floor(((round + 0.5) / rounds) * pages);
      const garbage = randomBytes(PAGE);
      await refusedNamedOrHarmless((copy) => {
        const path = join(copy, 'daybook.db');
        const bytes = readFileSync(path);
        bytes.set(garbage, page * PAGE);
        writeFileSync(path, bytes);
      }, sound);
    }
  },
  patience,
);

it.each([
  ['the list of documents', 'source_g1', 'list'],
  ['the telling of the condition', 'placement_in_log', 'database-damaged'],
])('D14, D33: a damaged page that stops %s stops no other check', async (_, table, word) => {
  const copy = copyFolder(folder, `copy-${copies++}`);
  const db = await databaseOf(copy);
  const root = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?', { pluck: true }).get([table]);
  db.close();
  const said = await saidOf((changed) => {
    const path = join(changed, 'daybook.db');
    const bytes = readFileSync(path);
    bytes.fill(7, (Number(root) - 1) * PAGE + 100, (Number(root) - 1) * PAGE + 200);
    writeFileSync(path, bytes);
  });
  expect(said).toContain(word);
  expect(said).toContain('database');
});

it('D14: entries on a damaged page are named one by one, and what lies elsewhere is still checked and shown', async () => {
  const copy = copyFolder(folder, `copy-${copies++}`);
  const path = join(copy, 'daybook.db');
  const found = await Vault.open({ folder: copy, passphrase, worker, now });
  if (!found.ok) throw new Error(found.error.type);
  const sound = await found.value.verify(() => {});
  await found.value.close();
  // Bodies of layers are long: most pages in the middle of the file hold them.
  const bytes = readFileSync(path);
  let named: readonly string[] = [];
  for (let page = Math.floor(bytes.length / PAGE / 2); named.length === 0; page++) {
    const damaged = Buffer.from(bytes);
    damaged.set(randomBytes(PAGE), page * PAGE);
    writeFileSync(path, damaged);
    const opened = await Vault.open({ folder: copy, passphrase, worker, now });
    if (!opened.ok) continue;
    const { faults, counts } = await opened.value.verify(() => {});
    named = faults.filter(({ type }) => type === 'body' || type === 'entry').map(({ type }) => type);
    expect(counts.entries).toBe(sound.counts.entries);
    if (named.length > 0) expect(counts.bodies).toBeGreaterThan(0);
    // A query that meets the page fails by its code alone, and the next one is answered.
    const layers = (await opened.value.query('sources', {}).catch(() => ({ items: [] }))).items;
    for (const { layer } of layers) {
      if (layer === undefined) continue;
      const asked = await opened.value.query('layer', { layer: layer.layer }).catch((error: unknown) => String(error));
      if (asked?.startsWith('Error')) expect(asked).toBe('Error: the database could not answer: SQLITE_CORRUPT');
    }
    expect((await opened.value.query('checkpoints', undefined)).length).toBe(1);
    await opened.value.close();
  }
  expect(named.length).toBeGreaterThan(0);
});
