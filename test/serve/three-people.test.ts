import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stateRemoval } from '../../src/serve/members.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { must } from '../must.ts';
import { anySeed, seeded } from '../random.ts';
import { keysOf } from '../vault/peers.ts';
import { pagesHolding, plainPages } from '../vault/plain-pages.ts';
import { now } from '../vault/temporary-vault.ts';
import { type Campaign, newCampaign, pick, runCampaign } from './campaign.ts';
import { dumpOf, type Member, Office } from './members.ts';
import { Doings, officeActions } from './office-actions.ts';

/** Actions of each person; the last of them around the removal of one. */
const each = process.env['SLOW'] ? 500 : 16;
const LAST = Math.floor(each / 8);
const seed = anySeed();

it(`E22, D21 to D23, P19: three people, three vaults, ${each} actions each, bundles lost, doubled, old and in any order, erasing, and one of them removed: equal vaults in the end (seed ${seed})`, async () => {
  const office = await Office.of('Ada', 'Bora', 'Cem');
  const [ada, bora, cem] = office.members;
  if (ada === undefined || bora === undefined || cem === undefined) throw new Error('somebody is missing');
  await office.level();
  const doings = new Doings();
  const actions = officeActions(doings);
  const campaign = newCampaign(office, seeded(seed));
  await runCampaign(campaign, actions, each - 2 * LAST);

  // All that Cem did till here is heard whole: what nobody else got in time would be Cem's alone for good.
  await office.taken(ada, (await office.give(cem, [ada], { all: true })).path);
  // Two state, one after the other, that Cem's log ends where the first saw its end; Cem goes on meanwhile.
  const target = { role: 'person', key: cem.vault.person } as const;
  const stated = must(await stateRemoval(ada.vault, target, { now: () => now, second: undefined }));
  expect(stated).toEqual({ type: 'waits-for-second' });
  await runCampaign(campaign, actions, LAST);
  await office.taken(bora, (await office.give(ada, [bora])).path);
  const second = must(await stateRemoval(bora.vault, target, { now: () => now, second: undefined }));
  expect(second).toEqual({ type: 'holds' });
  await runCampaign(campaign, actions, LAST);
  expect([...campaign.done.values()].reduce((sum, times) => sum + times, 0)).toBe(3 * each);
  for (const { path, to } of campaign.post) await office.take(to, path);

  await office.level([ada, bora]);
  expect(await dumpOf(bora.vault)).toBe(await dumpOf(ada.vault));
  const before = { dump: await dumpOf(cem.vault), entries: (await cem.vault.query('status', undefined)).entries };
  // Nobody would give Cem anything any more; should it reach him all the same, he sees what the others see.
  await office.taken(cem, (await office.give(ada, [cem], { all: true })).path);
  expect(await dumpOf(cem.vault)).toBe(await dumpOf(ada.vault));
  for (const member of [ada, bora]) await expectOldOnesChangeNothing(campaign, member);
  await office.level([ada, bora]);
  await office.taken(cem, (await office.give(ada, [cem], { all: true })).path);
  const dump = await dumpOf(ada.vault);
  for (const member of office.members) {
    expect(await dumpOf(member.vault)).toBe(dump);
    await expectSound(member, doings);
  }
  await expectOldOnesChangeNothing(campaign, cem);
  const { entries } = await ada.vault.query('status', undefined);
  const told = [
    `three people: ${3 * each} actions (seed ${seed}), ${entries} entries, ${doings.added.length} sources added`,
    `${doings.erased.length} subjects erased, ${campaign.given.length} bundles addressed`,
    `refused ${JSON.stringify(Object.fromEntries(doings.refused))}`,
    `Cem, removed, had ${before.entries} entries and ${before.dump === dump ? 'the same' : 'another'} dump before he was given anything`,
    'equal dumps in all three, 0 faults',
  ].join('; ');
  await expectGone(office, doings);
  process.stdout.write(`${told}\n`);
  await office.close();
});

/**
 * Bundles of before, once more: they change nothing where nothing is lacking. What everybody had obeyed Cem in erasing, who
 * turned out to be removed, may come back from them.
 */
async function expectOldOnesChangeNothing({ office, given, random }: Campaign, member: Member): Promise<void> {
  const own = given.filter(({ to }) => to === member);
  const [whole, dump] = [await member.vault.query('lacksNothing', undefined), await dumpOf(member.vault)];
  for (let n = 0; n < 10; n++) {
    const letter = pick(own, random);
    if (letter !== undefined) await office.take(member, letter.path);
  }
  if (whole) expect(await dumpOf(member.vault)).toBe(dump);
}

/** Verified record and bytes; nothing erased is held, and what is not erased is whole. */
async function expectSound({ vault }: Member, { added, erased }: Doings): Promise<void> {
  expect(must(await vault.finishErasing())).toEqual({ type: 'finished' });
  expect((await vault.verify(() => {})).faults).toEqual([]);
  expect((await verifyBlobs(vault, () => {})).faults).toEqual([]);
  const { waiting, erasing } = await vault.query('status', undefined);
  expect([waiting, erasing]).toEqual([0, false]);
  const subjects = [...new Set(erased.map(({ subject }) => subject))];
  const gone = await vault.query('erasedAmong', { subjects });
  expect(await vault.query('held', { subjects: gone })).toEqual({
    parts: 0,
    blobs: 0,
    bytes: 0,
    briefs: 0,
    collections: 0,
    readings: 0,
  });
  for (const { source } of added) {
    if (gone.includes(source)) expect(await vault.query('source', { source })).toBeUndefined();
  }
  const { items } = await vault.query('blobs', { limit: 10_000 });
  expect(readdirSync(join(vault.folder, 'blobs')).sort()).toEqual(items.map(({ name }) => name).sort());
}

/** No page of any vault holds the text of an erased source, and the same search finds one that was kept. */
async function expectGone(office: Office, { added, erased }: Doings): Promise<void> {
  const own = added.filter(({ text }) => !text.startsWith('the same'));
  for (const { folder, vault } of office.members) {
    const gone = new Set<string>(await vault.query('erasedAmong', { subjects: erased.map(({ subject }) => subject) }));
    const rows = await Promise.all(own.map(({ source }) => vault.query('source', { source })));
    const kept = own.find((_, n) => rows[n] !== undefined);
    await vault.close();
    const pages = plainPages(folder, (await keysOf(folder)).keys.database);
    const found = own.filter(({ source, text }) => gone.has(source) && pagesHolding(pages, text) > 0);
    expect(found).toEqual([]);
    if (kept !== undefined) expect(pagesHolding(pages, kept.text)).toBeGreaterThan(0);
  }
}
