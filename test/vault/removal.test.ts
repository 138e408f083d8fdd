import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCollectionId, type SubjectId } from '../../src/base/index.ts';
import type { SignedEntry, SigningKey } from '../../src/preserve/index.ts';
import type { Vault } from '../../src/vault/index.ts';
import type { Said, TestDevice } from '../preserve/log-book.ts';
import { type GivenPart, keyOf, Peers, partOf, personOf, saying } from './peers.ts';
import { copyFolder, reopen, temporaryVault } from './temporary-vault.ts';

let vault: Vault;
let folder = '';
let remove = (): void => {};
let peers: Peers;
beforeEach(async () => {
  ({ vault, folder, remove } = await temporaryVault());
  peers = await Peers.of(vault, folder);
});
afterEach(async () => {
  await vault.close();
  remove();
});

interface Member {
  readonly person: SigningKey;
  readonly device: TestDevice;
}

/** Enrols a person by another, and gives them a device. */
function enrol(number: number, by: Member, entries: SignedEntry[]): Member {
  const person = keyOf(number);
  entries.push(by.device.enrol(person, by.person));
  const device = by.device.join(keyOf(number + 1), person, keyOf(number + 2));
  entries.push(...device.written);
  return { person, device };
}

interface Given {
  readonly entries: SignedEntry[];
  readonly parts: GivenPart[];
}

/** The founder and two whom they enrolled, each with a device, and what is to be given to the vault. */
function threeMembers(): {
  readonly into: Given;
  readonly first: Member;
  readonly second: Member;
  readonly third: Member;
} {
  const into: Given = { entries: [], parts: [] };
  const first: Member = { person: peers.founder, device: peers.join(20) };
  into.entries.push(...first.device.written);
  return { into, first, second: enrol(30, first, into.entries), third: enrol(40, first, into.entries) };
}

const collectionOf = (digit: number): SubjectId => {
  const id = parseCollectionId(digit.toString(16).padStart(2, '0').repeat(16));
  if (id === undefined) throw new Error('no id');
  return id;
};

/** Names a collection; the entry goes into `entries`, its part into `parts`. */
function name({ device, person }: Member, [digit, words]: readonly [digit: number, words: string], into: Given): void {
  const collection = collectionOf(digit);
  const said = partOf(device, [collection], { collection, name: words, type: 'collection' });
  into.entries.push(device.write({ ...saying('collection-changed', [said]), by: person }));
  into.parts.push(said.part);
}

function stateRemoval(by: Member, of: Member, heads: readonly TestDevice[]): SignedEntry {
  const person = personOf(of.person);
  const saw = heads.filter(({ device }) => device !== by.device.device);
  const members = [{ type: 'person-removal', person, heads: heads.map((device) => device.head()) }];
  return by.device.write({ kind: 'person-removed', by: by.person, saw, members });
}

const names = async (of: Vault): Promise<unknown> =>
  Object.fromEntries((await of.query('collections', undefined)).map((row) => [row.collection.slice(0, 2), row.name]));
const removed = async (of: Vault): Promise<readonly boolean[]> =>
  (await of.query('status', undefined)).persons.map((each) => each.removed);

it('P19: what a removed person wrote beyond the stated heads counts for nothing, in every order of arrival', async () => {
  const { into, first, second, third } = threeMembers();
  name(third, [1, 'before'], into);
  name(first, [2, 'of the first'], into);
  // What both state is the log as it was here; what follows it was written without their knowing.
  const stated = third.device.copy();
  const removals = [stateRemoval(first, third, [stated]), stateRemoval(second, third, [stated])];
  name(third, [1, 'after'], into);
  name(third, [2, 'of the third'], into);
  name(third, [3, 'new'], into);
  const puppet = enrol(50, third, into.entries);
  name(puppet, [4, 'of somebody whom only the third brought'], into);
  await vault.close();
  const orders = [
    [...into.entries, ...removals],
    [...removals, ...into.entries],
    [...into.entries, ...removals].reverse(),
  ];
  const dumps: unknown[] = [];
  for (const [n, order] of orders.entries()) {
    const copy = await reopen(copyFolder(folder, `order-${n}`));
    for (const entry of order) await copy.accept({ entries: [entry.bytes], parts: into.parts });
    await copy.accept({ entries: order.map(({ bytes }) => bytes), parts: into.parts });
    expect(await names(copy)).toEqual({ '01': 'before', '02': 'of the first' });
    expect(await removed(copy)).toEqual([false, false, true, true]);
    const { faults, counts } = await copy.verify(() => {});
    expect([faults, counts.entries]).toEqual([[], 1 + order.length]);
    const rebuilt = await copy.rebuild([], () => {});
    expect(rebuilt.ok && rebuilt.value.before === rebuilt.value.after).toBe(true);
    dumps.push(await copy.query('dump', undefined));
    await copy.close();
  }
  expect(dumps).toEqual([dumps[0], dumps[0], dumps[0]]);
  vault = await reopen(folder);
});

it('P19: one person alone removes nobody else, two who name different heads do not either, and anybody may leave', async () => {
  const { into, first, second, third } = threeMembers();
  const early = third.device.copy();
  name(third, [1, 'before'], into);
  const late = third.device.copy();
  into.entries.push(stateRemoval(first, third, [early]), stateRemoval(second, third, [late]));
  name(third, [1, 'after'], into);
  await peers.give(into.entries, into.parts);
  expect([await names(vault), await removed(vault)]).toEqual([{ '01': 'after' }, [false, false, false]]);
  expect((await vault.query('removals', undefined)).map(({ holds }) => holds)).toEqual([false, false]);

  const leaving = stateRemoval(third, third, [third.device.copy()]);
  name(third, [1, 'after leaving'], into);
  await peers.give([leaving, ...into.entries], into.parts);
  expect([await names(vault), await removed(vault)]).toEqual([{ '01': 'after' }, [false, false, true]]);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

it('P19: an erasure by somebody who was removed erases nothing beyond the stated heads', async () => {
  const { into, first, second, third } = threeMembers();
  name(first, [1, 'kept'], into);
  const stated = third.device.copy();
  into.entries.push(stateRemoval(first, third, [stated]), stateRemoval(second, third, [stated]));
  const why = partOf(third.device, [collectionOf(9)], {});
  const what = partOf(third.device, [collectionOf(1)], {});
  into.entries.push(third.device.write({ ...saying('erasure', [why, what]), by: third.person }));
  await peers.give(into.entries, into.parts);
  expect(await names(vault)).toEqual({ '01': 'kept' });
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

/** Somebody removed by two others, before and after which they wrote; what is given to the vault in the end. */
function removedByTwo(): {
  readonly into: Given;
  readonly first: Member;
  readonly third: Member;
  readonly removals: readonly SignedEntry[];
} {
  const { into, first, second, third } = threeMembers();
  name(third, [1, 'before'], into);
  const stated = third.device.copy();
  const removals = [stateRemoval(first, third, [stated]), stateRemoval(second, third, [stated])];
  return { into, first, third, removals };
}

it('P19: nobody widens what others stated of them, by stating something else of themselves or of their device', async () => {
  const { into, third, removals } = removedByTwo();
  name(third, [1, 'after'], into);
  const ofDevice = (heads: readonly unknown[]) => ({ type: 'device-removal', device: third.device.device, heads });
  const ofPerson = (heads: readonly unknown[]) => ({ type: 'person-removal', person: personOf(third.person), heads });
  const own = (kind: string, fact: { readonly type: string }): Said => ({ kind, by: third.person, members: [fact] });
  const head = third.device.head();
  into.entries.push(third.device.write(own('device-removed', ofDevice([head]))));
  into.entries.push(third.device.write(own('person-removed', ofPerson([head]))));
  name(third, [1, 'after all'], into);
  await peers.give([...removals, ...into.entries], into.parts);
  // A head that nobody has is waited for, by whoever names it and by what they write after.
  const beyond = [{ ...head, size: 2 ** 52 }];
  expect(await peers.fate(third.device.draft(own('device-removed', ofDevice(beyond))))).toBe('waiting');
  expect([await names(vault), await removed(vault)]).toEqual([{ '01': 'before' }, [false, false, true]]);
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

it('P19: two who enrolled each other, and whom only a removed person brought, hold each other up in nothing', async () => {
  const { into, third, removals } = removedByTwo();
  const branch = third.device.copy();
  const a = enrol(50, third, into.entries);
  const b = enrol(60, { person: third.person, device: branch }, into.entries);
  into.entries.push(a.device.enrol(b.person, a.person), b.device.enrol(a.person, b.person));
  name(a, [4, 'of one'], into);
  name(b, [5, 'of the other'], into);
  await peers.give([...removals, ...into.entries], into.parts);
  expect(await names(vault)).toEqual({ '01': 'before' });
  expect((await vault.verify(() => {})).faults).toEqual([]);
});

const forkLength = process.env['SLOW'] ? 1000 : 150;

it(`P19: below a stated head one branch of a fork counts and the other does not, in every order, also with ${forkLength} entries`, async () => {
  const { into, third } = removedByTwo();
  const losing = third.device.copy();
  for (let n = 0; n < forkLength; n++) into.entries.push(third.device.write({ kind: 'note' }));
  name(third, [2, 'on the branch that was seen'], into);
  const head = third.device.copy();
  const lost: SignedEntry[] = [];
  for (let n = 0; n < 3; n++) lost.push(losing.write({ kind: 'note' }));
  name({ person: third.person, device: losing }, [2, 'on the other branch'], { entries: lost, parts: into.parts });
  const leaving = stateRemoval(third, third, [head]);
  await vault.close();
  const dumps: unknown[] = [];
  const orders = [
    [...into.entries, ...lost, leaving],
    [...lost, ...into.entries, leaving],
    [...into.entries, leaving, ...lost],
  ];
  for (const [n, order] of orders.entries()) {
    const copy = await reopen(copyFolder(folder, `fork-${n}`));
    for (let at = 0; at < order.length; at += 40) {
      await copy.accept({ entries: order.slice(at, at + 40).map(({ bytes }) => bytes), parts: into.parts });
    }
    await copy.accept({ entries: order.map(({ bytes }) => bytes), parts: into.parts });
    expect(await names(copy)).toEqual({ '01': 'before', '02': 'on the branch that was seen' });
    expect((await copy.verify(() => {})).faults).toEqual([]);
    const rebuilt = await copy.rebuild([], () => {});
    expect(rebuilt.ok && rebuilt.value.before === rebuilt.value.after).toBe(true);
    dumps.push(await copy.query('dump', undefined));
    await copy.close();
  }
  expect(dumps).toEqual([dumps[0], dumps[0], dumps[0]]);
  vault = await reopen(folder);
});

it('P19, E12: what an erasure took that no longer counts is lacking until it is given again', async () => {
  const { into, first, second, third } = threeMembers();
  name(first, [1, 'kept'], into);
  const stated = third.device.copy();
  const why = partOf(third.device, [collectionOf(9)], {});
  const what = partOf(third.device, [collectionOf(1)], {});
  const erasure = third.device.write({ ...saying('erasure', [why, what]), by: third.person });
  await peers.give(into.entries, into.parts);
  // The list of what is erased is a part like any other, and is kept by nobody, whether the erasure counts or not.
  await peers.give([erasure], [why.part, what.part]);
  expect([await names(vault), await vault.query('lacksNothing', undefined)]).toEqual([{}, true]);
  expect(await vault.query('erasedAmong', { subjects: [collectionOf(1)] })).toEqual([collectionOf(1)]);

  const removals = [stateRemoval(first, third, [stated]), stateRemoval(second, third, [stated])];
  await peers.give(removals);
  expect([await names(vault), await vault.query('lacksNothing', undefined)]).toEqual([{}, false]);
  expect(await vault.query('erasedAmong', { subjects: [collectionOf(1)] })).toEqual([]);
  await peers.give([...into.entries, erasure, ...removals], [...into.parts, why.part, what.part]);
  expect([await names(vault), await vault.query('lacksNothing', undefined)]).toEqual([{ '01': 'kept' }, true]);
  const { faults, counts } = await vault.verify(() => {});
  expect([faults, counts.bodiesErased]).toEqual([[], 1]);
});

it('P19: of a forked log the branch that two had end counts, in every order of arrival', async () => {
  const { into, first, second, third } = threeMembers();
  const twin: Member = { person: third.person, device: third.device.copy() };
  const [meant, other]: [Given, Given] = [
    { entries: [], parts: into.parts },
    { entries: [], parts: into.parts },
  ];
  name(third, [1, 'meant'], meant);
  name(twin, [2, 'of the other branch'], other);
  // Neither has seen the branch that it names, as far as the entries tell.
  const stating = (by: Member): SignedEntry => {
    const members = [{ type: 'person-removal', person: personOf(third.person), heads: [third.device.head()] }];
    return by.device.write({ kind: 'person-removed', by: by.person, members });
  };
  const removals = [stating(first), stating(second)];
  await vault.close();
  const dumps: unknown[] = [];
  const orders = [
    [...into.entries, ...meant.entries, ...other.entries, ...removals],
    [...into.entries, ...other.entries, ...removals, ...meant.entries],
    [...removals, ...other.entries, ...meant.entries, ...into.entries],
  ];
  for (const [n, order] of orders.entries()) {
    const copy = await reopen(copyFolder(folder, `branch-${n}`));
    for (const entry of order) await copy.accept({ entries: [entry.bytes], parts: into.parts });
    await copy.accept({ entries: order.map(({ bytes }) => bytes), parts: into.parts });
    expect(await names(copy)).toEqual({ '01': 'meant' });
    expect((await copy.verify(() => {})).faults).toEqual([]);
    dumps.push(await copy.query('dump', undefined));
    await copy.close();
  }
  expect(dumps).toEqual([dumps[0], dumps[0], dumps[0]]);
  vault = await reopen(folder);
});
