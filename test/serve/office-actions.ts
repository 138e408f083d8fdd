import type { SourceId, SubjectId } from '../../src/base/index.ts';
import { ensureCollection, fillCollection } from '../../src/serve/collections.ts';
import { collectionNamed, retentionSet } from '../../src/serve/drafts.ts';
import { type ErasurePlan, erase, planErasure } from '../../src/serve/erasing.ts';
import { setApproval } from '../../src/serve/second-approval.ts';
import { newSubjectId } from '../../src/serve/subjects.ts';
import { must } from '../must.ts';
import { random } from '../random.ts';
import { addSource } from '../vault/invented-source.ts';
import { now } from '../vault/temporary-vault.ts';
import { type Action, type Campaign, pick } from './campaign.ts';
import type { Member } from './members.ts';

const outside = { now: () => now, random };

/** What people did that a test looks for afterwards. */
export class Doings {
  /** Every source that anybody ever added, with its text. */
  readonly added: { readonly source: SourceId; readonly text: string; readonly by: Member }[] = [];
  readonly erased: { readonly subject: SubjectId; readonly by: Member }[] = [];
  /** How often a bundle was refused, by the name of why. */
  readonly refused: Map<string, number> = new Map();
}

/** Everything that the people of an office do to their record and with bundles, noted in `doings`. */
export function officeActions(doings: Doings): readonly Action[] {
  const add = async (by: Member, text: string): Promise<void> => {
    doings.added.push({ source: await addSource(by.vault, text), text, by });
  };
  const eraseAll = async (by: Member, plan: ErasurePlan): Promise<void> => {
    if (plan.sources.length === 0 && plan.collection === undefined) return;
    const options = { erasure: newSubjectId(random), reason: 'asked for', approval: [], now: () => now };
    must(await erase(by.vault, plan, options));
    const { sources, collection } = plan;
    doings.erased.push(...[...sources, ...(collection ? [collection] : [])].map((subject) => ({ subject, by })));
  };
  const take = async (member: Member, path: string, { office }: Campaign): Promise<void> => {
    const taken = await office.take(member, path);
    if (typeof taken === 'string') doings.refused.set(taken, (doings.refused.get(taken) ?? 0) + 1);
  };

  return [
    { name: 'adds a source', weight: 4, run: ({ random }, by) => add(by, `report ${random()}`) },
    {
      name: 'adds bytes that others add as well',
      weight: 1,
      run: ({ random }, by) => add(by, `the same report ${Math.floor(random() * 5)}`),
    },
    {
      name: 'names a collection',
      weight: 1,
      run: async ({ random }, { vault }) => {
        must(await ensureCollection(vault, `collection ${Math.floor(random() * 6)}`, outside));
      },
    },
    {
      name: 'renames a collection',
      weight: 1,
      run: async ({ random }, { vault }) => {
        const row = pick(await vault.query('collections', undefined), random);
        if (row === undefined) return;
        const draft = collectionNamed(row.collection, `collection ${Math.floor(random() * 6)}`, now);
        must(await vault.append({ drafts: [draft], blobs: [], suggestions: [] }));
      },
    },
    {
      name: 'fills a collection, or empties it',
      weight: 2,
      run: async ({ random }, { vault }) => {
        const collection = pick(await vault.query('collections', undefined), random);
        const source = pick((await vault.query('sources', { limit: 500 })).items, random);
        if (collection === undefined || source === undefined) return;
        must(await fillCollection(vault, collection, [source.source], { member: random() < 0.7, now: () => now }));
      },
    },
    {
      name: 'says how long a collection is kept',
      weight: 0.5,
      run: async ({ random }, { vault }) => {
        const row = pick(await vault.query('collections', undefined), random);
        if (row === undefined) return;
        const days = random() < 0.3 ? null : Math.ceil(random() * 900);
        const draft = retentionSet({ collection: row.collection, days, reason: null }, now);
        must(await vault.append({ drafts: [draft], blobs: [], suggestions: [] }));
      },
    },
    {
      name: 'turns the second approval on or off',
      weight: 0.3,
      run: async ({ random }, { vault }) => {
        must(await setApproval(vault, random() < 0.5 ? 'on' : 'off', { now: () => now, approval: [] }));
      },
    },
    {
      name: 'erases a source',
      weight: 0.8,
      run: async ({ random }, by) => {
        const row = pick((await by.vault.query('sources', { limit: 500 })).items, random);
        if (row !== undefined) await eraseAll(by, await planErasure(by.vault, { sources: [row.source] }));
      },
    },
    {
      name: 'erases a collection with all that is in it',
      weight: 0.15,
      run: async ({ random }, by) => {
        const row = pick(await by.vault.query('collections', undefined), random);
        if (row !== undefined) await eraseAll(by, await planErasure(by.vault, { collection: row.collection }));
      },
    },
    {
      name: 'finishes what erasures of others left',
      weight: 0.5,
      run: async (_, { vault }) => void must(await vault.finishErasing()),
    },
    {
      name: 'gives a bundle, which may get lost or come twice',
      weight: 3,
      run: async ({ office, random, post, given }, member) => {
        const removed = await removedIn(member);
        const others = office.members.filter(
          (other) => other !== member && !removed.has(other.vault.person) && random() < 0.7,
        );
        if (others.length === 0) return;
        const collection =
          random() < 0.2 ? pick(await member.vault.query('collections', undefined), random) : undefined;
        const { path } = await office.give(member, others, {
          all: random() < 0.1,
          ...(collection !== undefined && { collection }),
        });
        for (const to of others) {
          given.push({ path, to });
          if (random() < 0.3) continue;
          post.push({ path, to });
          if (random() < 0.2) post.push({ path, to });
        }
      },
    },
    {
      name: 'takes any bundle that is there',
      weight: 4,
      run: async (campaign, member) => {
        const letter = pick(
          campaign.post.filter(({ to }) => to === member),
          campaign.random,
        );
        if (letter === undefined) return;
        campaign.post.splice(campaign.post.indexOf(letter), 1);
        await take(member, letter.path, campaign);
      },
    },
    {
      name: 'takes a bundle of long ago, once more or for the first time',
      weight: 0.6,
      run: async (campaign, member) => {
        const own = campaign.given.filter(({ to }) => to === member);
        const letter = pick(own, campaign.random);
        if (letter !== undefined) await take(member, letter.path, campaign);
      },
    },
  ];
}

/** Persons who are removed as a member's vault has it. */
async function removedIn({ vault }: Member): Promise<ReadonlySet<string>> {
  const { persons } = await vault.query('status', undefined);
  return new Set(persons.filter(({ removed }) => removed).map(({ person }) => person));
}
