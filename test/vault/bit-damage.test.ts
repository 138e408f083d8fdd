import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Vault, verifyBlobs } from '../../src/vault/index.ts';
import { seeded } from '../random.ts';
import { addSource } from './invented-source.ts';
import { now, passphrase, reopen, temporaryVault, worker } from './temporary-vault.ts';
import { tell } from './told.ts';
import { changeImage, type Image, putImage, takeImage } from './vault-image.ts';

const SLOW = process.env['SLOW'] !== undefined;
const each = SLOW ? 1000 : 8;
const seed = Number(process.env['SEED'] ?? 20260811);
const child = join(import.meta.dirname, '../../dist/test/fault-child.js');
/** Vaults that are damaged side by side, each with numbers of its own. */
const LANES = 2;
/** How often a file is chosen, so that small files do not crowd out the large one. */
const SHARES: Readonly<Record<string, number>> = {
  'daybook.db': 6,
  'daybook.db-wal': 6,
  'daybook.db-shm': 1,
  blobs: 3,
  'header.json': 2,
  head: 2,
  'device.key': 2,
  'lock.db': 1,
};

/** A vault as it lay on the disk, whole, and what it then says of itself. */
interface Subject {
  readonly folder: string;
  readonly image: Image;
  readonly sound: unknown;
}

/** What one damage did, and to what. */
interface Damage {
  readonly path: string;
  readonly what: string;
  readonly image: Image;
}

type Verdict = { readonly type: 'refused' | 'named' | 'harmless' | 'silent'; readonly how: string };

const removals: (() => void)[] = [];
afterAll(() => {
  for (const remove of removals) remove();
});

async function makeSubject(state: 'closed' | 'killed'): Promise<Subject> {
  const { vault, folder, remove } = await temporaryVault();
  removals.push(remove);
  for (let n = 0; n < 4; n++) await addSource(vault, `invented report ${n} ${'of some length '.repeat(60)}`);
  // More than one chunk of a file, and a part that fills pages.
  await addSource(vault, randomBytes(50_000).toString('hex'));
  await vault.close();
  if (state === 'killed') {
    const args = [child, folder, passphrase, String(worker), 'add', 'acknowledged', '3', 'invented'];
    expect(spawnSync(process.execPath, args).signal).toBe('SIGKILL');
  }
  const image = takeImage(folder);
  expect(image.files.has('daybook.db-wal')).toBe(state === 'killed');
  const sound = await stateOf(folder);
  putImage(folder, image);
  return { folder, image, sound };
}

/** Everything that a vault says of what it holds. */
async function stateOf(folder: string): Promise<unknown> {
  const vault = await reopen(folder);
  try {
    const record = await vault.verify(() => {});
    const { heads, entries } = await vault.query('status', undefined);
    const dump = await vault.query('dump', undefined);
    return { record, heads, entries, dump, blobs: await verifyBlobs(vault, () => {}) };
  } finally {
    await vault.close();
  }
}

/** One bit turned, or the end cut off; a file of no bytes gets some. */
function damage(image: Image, random: () => number): Damage {
  const below = (limit: number): number => Math.floor(random() * limit);
  const kinds = Object.entries(SHARES).flatMap(([kind, share]) => {
    const files = [...image.files.keys()].filter((path) => path === kind || path.startsWith(`${kind}/`));
    return files.length === 0 ? [] : Array.from({ length: share }, () => files);
  });
  const files = kinds[below(kinds.length)] ?? [];
  const path = files[below(files.length)] ?? '';
  const length = image.files.get(path)?.length ?? 0;
  if (length === 0) {
    const bytes = Buffer.from(Array.from({ length: 1 + below(5000) }, () => below(256)));
    return { path, what: `${bytes.length} bytes where none belong`, image: changeImage(image, path, () => bytes) };
  }
  if (random() < 0.25) {
    const end = below(length);
    return { path, what: `cut to ${end}`, image: changeImage(image, path, (bytes) => bytes.subarray(0, end)) };
  }
  const [at, bit] = [below(length), below(8)];
  const turned = changeImage(image, path, (bytes) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return bytes;
  });
  return { path, what: `bit ${bit} of byte ${at}`, image: turned };
}

/** What a damaged vault says; when it says nothing, whether nothing is wrong with it. */
async function judge({ folder, sound }: Subject, { image }: Damage): Promise<Verdict> {
  putImage(folder, image);
  const opened = await Vault.open({ folder, passphrase, worker, now });
  if (!opened.ok) return { type: 'refused', how: opened.error.type };
  const vault = opened.value;
  let said: string | undefined;
  try {
    said = await saidOf(vault);
  } finally {
    await vault.close();
  }
  if (said !== undefined) return { type: 'named', how: said };
  putImage(folder, image);
  const state = await stateOf(folder);
  try {
    expect(state).toEqual(sound);
  } catch {
    return { type: 'silent', how: 'what it holds is not what it held' };
  }
  const again = await reopen(folder);
  try {
    await addSource(again, 'what is written afterwards');
    const [record, blobs] = [await again.verify(() => {}), await verifyBlobs(again, () => {})];
    if (record.faults.length + blobs.faults.length > 0) return { type: 'silent', how: 'writing on made faults' };
  } finally {
    await again.close();
  }
  return { type: 'harmless', how: 'equal, and written on' };
}

/**
 * What a vault that opened says is wrong with it; undefined when nothing is. Whatever the condition, everything can be
 * asked: what the record's own check named is not to be lost because documents could not be listed afterwards.
 */
async function saidOf(vault: Vault): Promise<string | undefined> {
  const condition = await vault.condition();
  // Nothing further to learn, and most of the time that this takes: the log ends early, and the rest is as it was.
  if (condition.type === 'behind-head' || condition.type === 'lock-damaged') return condition.type;
  const { faults } = await vault.verify(() => {});
  const blobs = await verifyBlobs(vault, () => {});
  const said = [
    ...(condition.type === 'sound' ? [] : [condition.type]),
    ...(condition.type === 'sound' && condition.headHalved === true ? ['head halved'] : []),
    ...[...faults, ...blobs.faults].map(({ type }) => type),
    ...(blobs.complete ? [] : ['documents not all listed']),
  ];
  return said.length === 0 ? undefined : [...new Set(said)].join(', ');
}

it.each(['closed', 'killed'] as const)(
  `D33: turned bits and cut files (${each}) in a %s vault are refused, named, or proven harmless`,
  async (state) => {
    const counts = new Map<string, number>();
    const silent: string[] = [];
    const lane = async (number: number): Promise<void> => {
      const random = seeded(seed + number + (state === 'closed' ? 0 : 100));
      const subject = await makeSubject(state);
      for (let n = number; n < each; n += LANES) {
        const done = damage(subject.image, random);
        const verdict = await judge(subject, done).catch(
          (error: unknown): Verdict => ({ type: 'silent', how: String(error) }),
        );
        const file = done.path.replace(/^blobs\/.*/, 'blobs');
        for (const key of [verdict.type, `${verdict.type} ${file}: ${verdict.how}`]) {
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        if (verdict.type === 'silent') silent.push(`${done.path}, ${done.what}: ${verdict.how}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
    const count = (type: Verdict['type']): number => counts.get(type) ?? 0;
    tell(
      `damage to a ${state} vault: ${each}, of which ${count('refused')} refused, ${count('named')} named, ` +
        `${count('harmless')} harmless, ${count('silent')} silent; seed ${seed}`,
      ...[...counts]
        .filter(([key]) => key.includes(' '))
        .map(([key, number]) => `  ${number} ${key}`)
        .toSorted(),
    );
    expect(silent).toEqual([]);
  },
);
