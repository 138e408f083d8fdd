import { join } from 'node:path';
import { expect, it } from 'vitest';
import { personEnrolment, settingsSubject, signingKeyFromSeed } from '../../src/preserve/index.ts';
import { approvalGiven, personEnrolled, settingChanged } from '../../src/serve/drafts.ts';
import { stateRemoval } from '../../src/serve/members.ts';
import { newSubjectId } from '../../src/serve/subjects.ts';
import { type EntryWithParts, joinVault, type Vault } from '../../src/vault/index.ts';
import { KDF_FLOOR } from '../../src/vault/key-slot.ts';
import { must } from '../must.ts';
import { anySeed, random, seeded } from '../random.ts';
import { now, passphrase, worker } from '../vault/temporary-vault.ts';
import { type Action, newCampaign, runCampaign } from './campaign.ts';
import { dumpOf, Office } from './members.ts';
import { Doings, officeActions } from './office-actions.ts';

const SLOW = process.env['SLOW'] !== undefined;
/** Actions of each of three people, and vaults that take what came of them. */
const [each, vaults] = SLOW ? [150, 12] : [8, 3];
const seed = anySeed();

const KINDS = [
  'source-added',
  'layer-made',
  'reading-made',
  'collection-changed',
  'retention-set',
  'erasure',
  'person-removed',
  'approval',
  'setting-changed',
];

type Part = EntryWithParts['parts'][number];

/** Everything that anybody ever had: entries, and parts that were erased since. */
class Everything {
  readonly entries: Map<string, Uint8Array> = new Map();
  readonly parts: Map<string, Map<string, Part>> = new Map();

  async add(vault: Vault): Promise<void> {
    let after: string | undefined;
    do {
      const page = await vault.query('entries', { after, limit: 500 });
      for (const { bytes, parts } of page.items) {
        const name = Buffer.from(bytes).toString('base64');
        this.entries.set(name, bytes);
        const known = this.parts.get(name) ?? new Map<string, Part>();
        for (const part of parts) known.set(part.commitment, part);
        this.parts.set(name, known);
      }
      after = page.next;
    } while (after !== undefined);
  }

  partsOf(name: string): readonly Part[] {
    return [...(this.parts.get(name)?.values() ?? [])];
  }
}

it(`P14, D7, D23: entries one by one, in any order, doubled, with their parts in any order: ${vaults} empty vaults come to hold the same (${each} actions of each of three, seed ${seed})`, async () => {
  const chance = seeded(seed);
  const office = await Office.of('Ada', 'Bora', 'Cem');
  const [ada, bora, cem] = office.members;
  if (ada === undefined || bora === undefined || cem === undefined) throw new Error('somebody is missing');
  const dora = random(32);
  const enrolment = personEnrolment(ada.vault.workspace, signingKeyFromSeed(dora));
  const enrolled = personEnrolled(enrolment, { name: 'Dora', recipient: null }, now);
  must(await ada.vault.append({ drafts: [enrolled], blobs: [], suggestions: [] }));
  await office.level();
  const everything = new Everything();
  const approving: Action = {
    name: 'has a setting approved',
    weight: 0.7,
    run: async ({ random: chance }, { vault }) => {
      const subject = settingsSubject(vault.workspace);
      const value = chance() < 0.5 ? 'on' : 'off';
      const approval = approvalGiven({ approval: newSubjectId(random), approves: newSubjectId(random) }, dora, now);
      const change = settingChanged({ subject, name: 'second-approval', value }, now);
      must(await vault.append({ drafts: [approval, change], blobs: [], suggestions: [] }));
    },
  };
  const all = [...officeActions(new Doings()), approving];
  const noted = all.map((action) => ({
    ...action,
    run: async (...[context, member]: Parameters<Action['run']>) => {
      // What an erasure takes is kept aside, for somebody may still have it on a stick.
      if (action.name.startsWith('erases')) await everything.add(member.vault);
      await action.run(context, member);
    },
  }));
  const campaign = newCampaign(office, chance);
  await runCampaign(campaign, noted, each);
  // Each at least once.
  for (const { run } of noted) await run(campaign, bora);
  await office.taken(ada, (await office.give(cem, [ada], { all: true })).path);
  await office.taken(bora, (await office.give(ada, [bora])).path);
  // Cem's log ends where Ada saw its end; what Cem does beyond counts for nothing, but Cem erases nothing there: what an
  // erasure takes that counts no longer has to be given again, which other tests show.
  const target = { role: 'person', key: cem.vault.person } as const;
  must(await stateRemoval(ada.vault, target, { now: () => now, second: undefined }));
  const unheard = newCampaign(office, chance);
  const harmless = noted.filter(({ name }) => !name.startsWith('erases') && !name.includes('bundle'));
  await runCampaign(unheard, harmless, Math.ceil(each / 4));
  await office.taken(bora, (await office.give(ada, [bora])).path);
  expect(must(await stateRemoval(bora.vault, target, { now: () => now, second: undefined }))).toEqual({
    type: 'holds',
  });
  for (const { vault } of office.members) await everything.add(vault);

  const kinds = new Set<string>();
  const digests = new Set<string>();
  for (let n = 0; n < vaults; n++) {
    const vault = must(
      await joinVault({
        folder: join(office.base, `empty-${n}`),
        passphrase,
        worker,
        now,
        cost: KDF_FLOOR,
        workspace: ada.vault.workspace,
      }),
    );
    const names = [...everything.entries.keys()];
    // Each once with all its parts; some also with a few of them, before or after.
    const whole = names.map((name) => ({ name, share: 1 }));
    const some = names.filter(() => chance() < 0.3).map((name) => ({ name, share: 0.5 }));
    for (const { name, share } of shuffled([...whole, ...some], chance)) {
      const entry = everything.entries.get(name);
      if (entry === undefined) throw new Error('an entry is missing');
      const parts = shuffled(everything.partsOf(name), chance).filter(() => chance() < share);
      const given = must(await vault.accept({ entries: [entry], parts }));
      expect(given.refused).toEqual([]);
    }
    digests.add(await dumpOf(vault));
    expect((await vault.query('status', undefined)).waiting).toBe(0);
    const { faults, counts } = await vault.verify(() => {});
    expect([faults, counts.entries]).toEqual([[], everything.entries.size]);
    const rebuilt = must(await vault.rebuild([], () => {}));
    expect(rebuilt.after).toBe(rebuilt.before);
    await vault.close();
  }
  for (const bytes of everything.entries.values()) kinds.add(String(JSON.parse(Buffer.from(bytes).toString()).kind));
  process.stdout.write(
    `union: ${everything.entries.size} entries of ${kinds.size} kinds (${[...kinds].sort().join(', ')}) into ${vaults} empty vaults: ${digests.size} dump (seed ${seed})\n`,
  );
  expect([...kinds]).toEqual(expect.arrayContaining(KINDS));
  expect(digests.size).toBe(1);
  await office.close();
});

function shuffled<T>(values: readonly T[], chance: () => number): readonly T[] {
  return values
    .map((value) => ({ value, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
