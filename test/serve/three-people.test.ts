import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { ensureCollection, fillCollection } from '../../src/serve/collections.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { addSource } from '../vault/invented-source.ts';
import { now } from '../vault/temporary-vault.ts';
import { type Action, pick, runCampaign } from './campaign.ts';
import { anySeed, dumpOf, must, Office, seeded } from './members.ts';

/** Actions of each person. */
const each = process.env['SLOW'] ? 500 : 10;

const outside = { now: () => now, random: (count: number) => new Uint8Array(randomBytes(count)) };

const actions: readonly Action[] = [
  {
    name: 'adds a source',
    weight: 4,
    run: async ({ random }, { vault }) => void (await addSource(vault, `report ${random()}`)),
  },
  {
    name: 'names a collection',
    weight: 1,
    run: async ({ random }, { vault }) => {
      must(await ensureCollection(vault, `collection ${Math.floor(random() * 4)}`, outside));
    },
  },
  {
    name: 'fills a collection, or empties it',
    weight: 2,
    run: async ({ random }, { vault }) => {
      const collection = pick(await vault.query('collections', undefined), random);
      const source = pick((await vault.query('sources', {})).items, random);
      if (collection === undefined || source === undefined) return;
      must(await fillCollection(vault, collection, [source.source], { member: random() < 0.7, now: () => now }));
    },
  },
  {
    name: 'gives a bundle, which may get lost or come twice',
    weight: 4,
    run: async ({ office, random, post }, member) => {
      const others = office.members.filter((other) => other !== member && random() < 0.7);
      if (others.length === 0) return;
      const collection = random() < 0.2 ? pick(await member.vault.query('collections', undefined), random) : undefined;
      const { path } = await office.give(member, others, {
        all: random() < 0.1,
        ...(collection !== undefined && { collection }),
      });
      for (const to of others) {
        if (random() < 0.3) continue;
        post.push({ path, to });
        if (random() < 0.2) post.push({ path, to });
      }
    },
  },
  {
    name: 'takes any bundle that is there',
    weight: 5,
    run: async ({ office, random, post }, member) => {
      const own = post.filter(({ to }) => to === member);
      const letter = pick(own, random);
      if (letter === undefined) return;
      post.splice(post.indexOf(letter), 1);
      await office.taken(member, letter.path);
    },
  },
];

const seed = anySeed();
it(`E22: three people, three vaults, ${each} actions each, bundles lost, doubled and in any order: equal vaults in the end (seed ${seed})`, async () => {
  const office = await Office.of('Ada', 'Bora', 'Cem');
  await office.level();
  const done = await runCampaign(office, actions, { each, random: seeded(seed) });
  expect([...done.values()].reduce((sum, times) => sum + times, 0)).toBe(3 * each);
  await office.level();
  const dumps = new Set<string>();
  for (const { vault } of office.members) {
    dumps.add(await dumpOf(vault));
    expect((await vault.verify(() => {})).faults).toEqual([]);
    expect((await verifyBlobs(vault, () => {})).faults).toEqual([]);
    expect(await vault.query('lacksNothing', undefined)).toBe(true);
    expect((await vault.query('status', undefined)).waiting).toBe(0);
  }
  expect(dumps.size).toBe(1);
  await office.close();
});
