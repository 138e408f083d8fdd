import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/base/index.ts';
import { ensureCollection, fillCollection } from '../../src/serve/collections.ts';
import { erase, planErasure } from '../../src/serve/erasing.ts';
import { stateRemoval } from '../../src/serve/members.ts';
import { setApproval } from '../../src/serve/second-approval.ts';
import { newSubjectId } from '../../src/serve/subjects.ts';
import { verifyBlobs } from '../../src/vault/index.ts';
import { must } from '../must.ts';
import { addSource } from '../vault/invented-source.ts';
import { copyFolder, filesHolding, now } from '../vault/temporary-vault.ts';
import { forkedTwin } from './forked-twin.ts';
import { dumpOf, type Member, Office } from './members.ts';

const outside = { now: () => now, random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
const CANARY = 'the ferryman of the copper bridge';

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error('not there');
  return found;
}

/** Everything that a take may change, to compare before and after. */
async function stateOf({ vault, folder }: Member): Promise<unknown> {
  const { entries, waiting, heads } = await vault.query('status', undefined);
  const blobs = readdirSync(join(folder, 'blobs')).sort();
  const peers = await vault.query('peers', undefined);
  return { entries, waiting, heads, blobs, peers, dump: await dumpOf(vault) };
}

async function faultsOf({ vault }: Member): Promise<unknown> {
  const record = await vault.verify(() => {});
  const blobs = await verifyBlobs(vault, () => {});
  return [...record.faults, ...blobs.faults];
}

describe('a bundle between two people', () => {
  let office: Office;
  let ada: Member;
  let bora: Member;
  beforeAll(async () => {
    office = await Office.of('Ada', 'Bora');
    [ada, bora] = [at(office.members, 0), at(office.members, 1)];
  });
  afterAll(() => office.close());

  it('E6, E12, E19: gives entries, parts and bytes whole, and the second begins where the first was heard to end', async () => {
    await addSource(ada.vault, `${CANARY} 1`);
    const first = await office.give(ada, [bora]);
    expect([statSync(first.path).mode & 0o777, statSync(first.path).size]).toEqual([0o600, first.length]);
    // The stream is a whole step long; the seal adds its header and 16 bytes for each chunk of 64 KiB.
    expect(first.length).toBe(65_536 + 200);
    expect(first.header).toMatchObject({ before: [], scope: 'all', complete: true, counts: { withheld: 0, blobs: 1 } });
    const receipt = await office.taken(bora, first.path);
    expect(receipt).toMatchObject({
      takenBefore: undefined,
      older: false,
      missingBefore: 0,
      settled: 0,
      entries: { given: first.header.counts.entries, placed: first.header.counts.entries, alreadyHere: 0, waiting: 0 },
      parts: { kept: first.header.counts.parts, alreadyHere: 0, erased: 0, refused: 0, withheld: 0 },
      blobs: { given: 1, kept: 1 },
      checkpoints: 1,
      forks: [],
    });
    expect(await dumpOf(bora.vault)).toBe(await dumpOf(ada.vault));
    expect(await faultsOf(bora)).toEqual([]);
    // Nobody was heard yet, so a second one holds everything again; after an answer it holds what is new.
    expect((await office.give(ada, [bora])).header.before).toEqual([]);
    const answer = await office.give(bora, [ada]);
    expect((await office.taken(ada, answer.path)).entries.placed).toBe(2);
    await addSource(ada.vault, `${CANARY} 2`);
    const second = await office.give(ada, [bora]);
    expect(second.header.before.length).toBe(2);
    expect(second.header.counts).toMatchObject({ entries: 3, blobs: 1 });
    expect((await office.taken(bora, second.path)).entries).toMatchObject({ placed: 3, alreadyHere: 0 });
    expect(await dumpOf(bora.vault)).toBe(await dumpOf(ada.vault));
    expect((await office.give(ada, [bora], { all: true })).header.counts.entries).toBeGreaterThan(8);
    expect(filesHolding(office.base, CANARY)).toEqual([]);
    expect(readdirSync(office.base).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('E13: a bundle taken twice is known again, and an older one changes nothing that was heard', async () => {
    const older = await office.give(ada, [bora], { all: true });
    await addSource(ada.vault, 'later');
    const newer = await office.give(ada, [bora], { all: true });
    await office.taken(bora, newer.path);
    const before = await stateOf(bora);
    expect(await office.taken(bora, newer.path)).toMatchObject({ takenBefore: now, entries: { placed: 0 } });
    expect(await office.taken(bora, older.path)).toMatchObject({ older: true, takenBefore: undefined });
    expect(await stateOf(bora)).toEqual(before);
  });

  it('E14: cut anywhere, changed anywhere, it is refused and nothing of it is taken', async () => {
    await addSource(ada.vault, 'cut');
    const { path } = await office.give(ada, [bora], { all: true });
    const whole = readFileSync(path);
    const before = await stateOf(bora);
    const damaged = office.path('damaged.age');
    const outcomes = new Set<unknown>();
    const cuts = [0, 1, 50, 150, 199, 200, 216, 1000, 65_000, 65_752, whole.length - 17, whole.length - 1];
    for (const cut of cuts) {
      writeFileSync(damaged, whole);
      truncateSync(damaged, Math.min(cut, whole.length - 1));
      outcomes.add(await office.take(bora, damaged));
    }
    for (let i = 0; i < 12; i++) {
      const changed = Buffer.from(whole);
      const place = Math.floor((whole.length * (i + 0.5)) / 12);
      changed[place] = (changed[place] ?? 0) ^ 0x10;
      writeFileSync(damaged, changed);
      outcomes.add(await office.take(bora, damaged));
    }
    writeFileSync(damaged, Buffer.concat([whole, Buffer.from('x')]));
    outcomes.add(await office.take(bora, damaged));
    expect([...outcomes]).toEqual(['seal-broken']);
    expect(await stateOf(bora)).toEqual(before);
  });

  it('E14: what is not for this vault, of another workspace, unsigned or a stranger’s is refused by name', async () => {
    const others = await Office.of('Cem', 'Dila');
    const [cem, dila] = [at(others.members, 0), at(others.members, 1)];
    const { path } = await office.give(ada, [bora], { all: true });
    const frames = await office.frames(bora, path);
    const foreign = await others.give(cem, [dila]);
    const foreignFrames = await others.frames(dila, foreign.path);
    const header = JSON.parse(Buffer.from(at(frames, 0).body).toString());
    const said = (change: object): { type: 'header'; body: Uint8Array } => ({
      type: 'header',
      body: Buffer.from(canonicalJson({ ...header, ...change })),
    });
    const rest = frames.slice(1);
    const before = await stateOf(bora);
    const cases: readonly (readonly [string, string])[] = [
      [await office.give(ada, [ada], { all: true }).then((each) => each.path), 'not-sealed-to-us'],
      [await office.sealed(Buffer.from('a letter'), bora), 'not-a-bundle'],
      [await office.sealed(Buffer.from('daybook-bundle/2\nxxxx'), bora), 'bundle-newer'],
      [await office.forge([said({ v: 2, more: 1 }), ...rest], { signer: ada, to: bora }), 'bundle-newer'],
      [await office.forge(foreignFrames, { signer: cem, to: bora }), 'bundle-of-other-workspace'],
      [await office.forge(frames, { signer: undefined, to: bora }), 'bundle-signature-wrong'],
      [await office.forge(frames, { signer: bora, to: bora }), 'bundle-signature-wrong'],
      [
        await office.forge([said({ device: cem.vault.device, person: cem.vault.person }), ...rest], {
          signer: cem,
          to: bora,
        }),
        'sender-unknown',
      ],
      [await office.forge([said({ person: bora.vault.person }), ...rest], { signer: ada, to: bora }), 'sender-unknown'],
      [
        await office.forge([said({ counts: { ...header.counts, entries: 1 } }), ...rest], { signer: ada, to: bora }),
        'bundle-malformed',
      ],
      [await office.forge([...frames].reverse(), { signer: ada, to: bora }), 'bundle-malformed'],
      [await office.forge([at(frames, 0)], { signer: ada, to: bora }), 'bundle-malformed'],
    ];
    for (const [file, name] of cases) expect(await office.take(bora, file)).toBe(name);
    expect(await stateOf(bora)).toEqual(before);
    await others.close();
  });

  it('E15: what a member puts into a signed bundle is judged piece by piece: strangers’ entries, changed parts, other bytes', async () => {
    await addSource(ada.vault, 'judged');
    const { path } = await office.give(ada, [bora], { all: true });
    const frames = await office.frames(bora, path);
    const others = await Office.of('Cem');
    const cem = at(others.members, 0);
    const founding = at((await cem.vault.query('entries', {})).items, 0);
    const count = Number(JSON.parse(Buffer.from(at(frames, 0).body).toString()).counts.entries);
    const changed = frames.map((frame, i) => {
      if (i === 0) {
        const said = JSON.parse(Buffer.from(frame.body).toString());
        return {
          ...frame,
          body: Buffer.from(canonicalJson({ ...said, counts: { ...said.counts, entries: count + 1 } })),
        };
      }
      // Other words under the same commitments, other bytes under the same records.
      if (frame.type !== 'part-bytes' && frame.type !== 'blob-bytes') return frame;
      return { ...frame, body: new Uint8Array(frame.body.length).fill(0x20) };
    });
    const at1 = changed.findIndex(({ type }) => type === 'entry');
    const withStranger = [
      ...changed.slice(0, at1),
      { type: 'entry' as const, body: founding.bytes },
      ...changed.slice(at1),
    ];
    const fresh = await office.add('Efe');
    const forged = await office.forge(withStranger, { signer: ada, to: fresh });
    const receipt = await office.taken(fresh, forged);
    expect(receipt.entries).toMatchObject({ given: count + 1, placed: count });
    expect(Object.fromEntries(receipt.entries.refused)).toEqual({ 'other-workspace': 1 });
    expect(receipt.parts).toMatchObject({ kept: 0, refused: receipt.parts.given });
    expect(receipt.blobs).toMatchObject({ kept: 0, unknown: receipt.blobs.given });
    // With the parts here, the bytes are compared with the capture record.
    const bytesOnly = frames.map((frame) =>
      frame.type === 'blob-bytes' ? { ...frame, body: new Uint8Array(frame.body.length).fill(0x20) } : frame,
    );
    const second = await office.taken(fresh, await office.forge(bytesOnly, { signer: ada, to: fresh }));
    expect(second.blobs).toMatchObject({ kept: 0, differing: second.blobs.given });
    expect(second.parts.kept).toBe(second.parts.given);
    expect(readdirSync(join(fresh.folder, 'blobs'))).toEqual([]);
    // And the true bundle mends all of it.
    const third = await office.taken(fresh, (await office.give(ada, [fresh])).path);
    expect(third.blobs.kept).toBe(third.blobs.given);
    expect(await faultsOf(fresh)).toEqual([]);
    await others.close();
  });

  it('E16: missing and damaged bytes are replaced by a bundle, and whole ones are left alone', async () => {
    await office.level();
    const folder = join(bora.folder, 'blobs');
    const files = readdirSync(folder).sort();
    rmSync(join(folder, at(files, 0)));
    const other = join(folder, at(files, 1));
    const bytes = readFileSync(other);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(other, bytes);
    expect(await faultsOf(bora)).toHaveLength(2);
    const given = await office.give(bora, [ada], { all: true });
    expect(given).toMatchObject({ blobsLacking: 2, header: { complete: false } });
    const receipt = await office.taken(bora, (await office.give(ada, [bora], { all: true })).path);
    expect(receipt.blobs).toMatchObject({ given: files.length, kept: 2, alreadyHere: files.length - 2 });
    expect(await faultsOf(bora)).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(files.length);
  });
});

describe('three people', () => {
  let office: Office;
  let ada: Member;
  let bora: Member;
  let cem: Member;
  beforeAll(async () => {
    office = await Office.of('Ada', 'Bora', 'Cem');
    [ada, bora, cem] = [at(office.members, 0), at(office.members, 1), at(office.members, 2)];
    await office.level();
  });
  afterAll(() => office.close());

  it('E12: after a bundle that was dropped everything that was in it comes again', async () => {
    await office.taken(ada, (await office.give(bora, [ada])).path);
    await addSource(ada.vault, 'one');
    const dropped = await office.give(ada, [bora]);
    await addSource(ada.vault, 'two');
    // Nothing was heard since, so the next one begins where the dropped one did.
    const next = await office.give(ada, [bora]);
    expect(next.header.before).toEqual(dropped.header.before);
    expect(next.header.counts.entries).toBe(dropped.header.counts.entries + 3);
    expect((await office.taken(bora, next.path)).entries.waiting).toBe(0);
  });

  it('E12: a bundle that begins after entries which are not here names the gap; they wait and settle later', async () => {
    await office.taken(ada, (await office.give(bora, [ada])).path);
    await addSource(ada.vault, 'three');
    const tail = await office.give(ada, [bora]);
    const forCem = await office.forge(await office.frames(bora, tail.path), { signer: ada, to: cem });
    const receipt = await office.taken(cem, forCem);
    expect(receipt.missingBefore).toBeGreaterThan(0);
    expect(receipt.entries).toMatchObject({ placed: 0, waiting: tail.header.counts.entries });
    expect(receipt.blobs).toMatchObject({ given: 1, unknown: 1 });
    const whole = await office.taken(cem, (await office.give(ada, [cem], { all: true })).path);
    expect(whole.entries).toMatchObject({ waiting: 0, placed: expect.any(Number) });
    expect(whole.settled + whole.entries.placed).toBeGreaterThan(tail.header.counts.entries);
    expect((await cem.vault.query('status', undefined)).waiting).toBe(0);
    expect(await dumpOf(cem.vault)).toBe(await dumpOf(ada.vault));
    expect(await faultsOf(cem)).toEqual([]);
  });

  it('E18: a fork of a log is found when the second branch comes, and both are kept', async () => {
    await ada.vault.close();
    const copy = copyFolder(ada.folder, 'Ada-copy');
    await office.reopen(ada);
    const twin = await forkedTwin({ ...ada, folder: copy });
    await addSource(ada.vault, 'one branch');
    await addSource(twin.vault, 'the other branch');
    await office.taken(bora, (await office.give(ada, [bora])).path);
    const receipt = await office.taken(bora, (await office.give(twin, [bora])).path);
    expect(receipt.forks).toEqual([{ device: ada.vault.device, seq: expect.any(Number) }]);
    expect(receipt.entries.waiting).toBe(0);
    expect(await faultsOf(bora)).toEqual([]);
    // From the fork on the log is given whole, so that nobody lacks a branch.
    const answer = await office.give(bora, [cem]);
    expect(answer.header.after.filter(({ device }) => device === ada.vault.device)).toHaveLength(2);
    expect(await bora.vault.query('stretchesBeyond', { heads: answer.header.after })).toMatchObject({
      stretches: [{ device: ada.vault.device, from: 0 }],
    });
    await twin.vault.close();
  });
});

describe('a bundle of one collection', () => {
  it('E17: a bundle of one collection withholds what speaks of anything else, counts it, and keeps its proofs', async () => {
    const office = await Office.of('Ada', 'Bora');
    const [ada, bora] = [at(office.members, 0), at(office.members, 1)];
    const inside = await addSource(ada.vault, 'inside the collection');
    const outsideOf = await addSource(ada.vault, 'outside the collection');
    const harbour = must(await ensureCollection(ada.vault, 'Harbour', outside));
    must(await fillCollection(ada.vault, harbour, [inside], { member: true, now: () => now }));
    must(await setApproval(ada.vault, 'on', { now: () => now, approval: [] }));
    const given = await office.give(ada, [bora], { collection: harbour });
    expect(given.header).toMatchObject({ scope: [harbour.collection], counts: { withheld: 4, blobs: 1 } });
    expect(await ada.vault.query('bundlesGiven', undefined)).toEqual([
      { bundle: given.header.bundle, madeAt: now, recipients: [bora.recipient], collections: [harbour.collection] },
    ]);
    const receipt = await office.taken(bora, given.path);
    expect(receipt).toMatchObject({ parts: { withheld: 4, refused: 0 }, blobs: { kept: 1 }, entries: { waiting: 0 } });
    expect((await bora.vault.query('sources', {})).items.map(({ source }) => source)).toEqual([inside]);
    expect((await bora.vault.query('status', undefined)).persons.map(({ name }) => name)).toEqual(['Ada', 'Bora']);
    // How the workspace is run holds for everybody in it.
    expect(await bora.vault.query('setting', { name: 'second-approval' })).toBe('on');
    const { faults, counts } = await bora.vault.verify(() => {});
    expect([faults, counts.bodiesAbsent]).toEqual([[], 4]);
    // What lacks parts says so, and is sent everything from then on.
    const answer = await office.give(bora, [ada]);
    expect(answer.header.complete).toBe(false);
    await office.taken(ada, answer.path);
    const all = await office.give(ada, [bora]);
    expect(all.header.before).toEqual([]);
    await office.taken(bora, all.path);
    expect((await bora.vault.query('source', { source: outsideOf }))?.source).toBe(outsideOf);
    expect(await dumpOf(bora.vault)).toBe(await dumpOf(ada.vault));
    await office.close();
  });
});

it('E20, P19: what was dropped for an erasure is kept after all when the bundle brings the removal of who made it', async () => {
  const three = await Office.of('Ada', 'Bora', 'Cem');
  const [ada, bora, cem] = three.members;
  if (ada === undefined || bora === undefined || cem === undefined) throw new Error('somebody is missing');
  await addSource(ada.vault, 'a report that Cem erases');
  await three.level();
  const { items } = await cem.vault.query('sources', {});
  const plan = await planErasure(cem.vault, { sources: items.map(({ source }) => source) });
  const erasure = newSubjectId((count) => new Uint8Array(randomBytes(count)));
  must(await erase(cem.vault, plan, { erasure, reason: null, approval: [], now: () => now }));
  const target = { role: 'person', key: cem.vault.person } as const;
  must(await stateRemoval(ada.vault, target, { now: () => now, second: undefined }));
  await three.taken(bora, (await three.give(ada, [bora])).path);
  must(await stateRemoval(bora.vault, target, { now: () => now, second: undefined }));
  await three.taken(ada, (await three.give(bora, [ada])).path);
  const receipt = await three.taken(cem, (await three.give(ada, [cem], { all: true })).path);
  expect([receipt.parts.kept, receipt.parts.erased, receipt.blobs.kept, receipt.blobs.erased]).toEqual([4, 0, 1, 0]);
  expect(await dumpOf(cem.vault)).toBe(await dumpOf(ada.vault));
  expect((await verifyBlobs(cem.vault, () => {})).faults).toEqual([]);
  expect((await cem.vault.verify(() => {})).faults).toEqual([]);
  await three.close();
});
