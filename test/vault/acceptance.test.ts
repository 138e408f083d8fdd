import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, expect, it } from 'vitest';
import {
  bytesToHex,
  canonicalJson,
  type Json,
  parseCollectionId,
  parseSourceId,
  type SourceId,
  type SubjectId,
} from '../../src/base/index.ts';
import { type DeviceEnrolment, sha256, sha512, signBytes, signCheckpoint } from '../../src/preserve/index.ts';
import type { Vault } from '../../src/vault/index.ts';
import { personSubject } from '../../src/vault/person-subject.ts';
import { checkpointKeyOf, foundWorkspace, LogBook, type Said, TestDevice } from '../preserve/log-book.ts';
import { type GivenPart, keyOf, Peers, partOf, personOf, saying } from './peers.ts';
import { copyFolder, now, reopen, temporaryVault } from './temporary-vault.ts';

const made = await temporaryVault();
await made.vault.close();
const opened: Vault[] = [];
let count = 0;
let vault: Vault;
let peers: Peers;

beforeEach(async () => {
  const folder = copyFolder(made.folder, `copy-${count++}`);
  vault = await reopen(folder);
  opened.push(vault);
  peers = await Peers.of(vault, made.folder);
});
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
  made.remove();
});

function newSource(): SourceId {
  const source = parseSourceId(randomBytes(16).toString('hex'));
  if (source === undefined) throw new Error('a random id is no id');
  return source;
}

function newCollection(): NonNullable<ReturnType<typeof parseCollectionId>> {
  const collection = parseCollectionId(randomBytes(16).toString('hex'));
  if (collection === undefined) throw new Error('a random id is no id');
  return collection;
}

function captureOf(source: SourceId, name: string): unknown {
  const bytes = new TextEncoder().encode(name);
  return {
    type: 'capture',
    source,
    sha256: sha256(bytes),
    sha512: sha512(bytes),
    length: bytes.length,
    fileName: name,
    origin: null,
    modified: null,
    capturedAt: now,
    method: 'file',
    tool: { name: 'daybook', version: '0' },
    reason: null,
    consent: null,
  };
}

const nameOf = async (source: SourceId): Promise<string | undefined> =>
  (await vault.query('source', { source }))?.record.fileName;
const digest = async (): Promise<string> => (await vault.query('dump', undefined)).digest;
const isSound = async (): Promise<unknown> => (await vault.verify(() => {})).faults;

it('D2: a commitment copied into another entry shows and carries out none of its words', async () => {
  const source = newSource();
  const mallory = newSource();
  const [first, second] = [peers.join(11), peers.join(21)];
  const told = partOf(first, [source], captureOf(source, 'told by the first'));
  const original = first.write(saying('source-added', [told]));
  const copied = second.write({
    kind: 'source-added',
    parts: [{ of: [mallory], commitment: told.reference.commitment }],
  });
  const same = second.write({ kind: 'source-added', parts: [told.reference] });
  const others = [...first.written, ...second.written];
  // The copies come first, and in one request with the part: it is kept all the same, under the entry that it is of.
  const outcome = await peers.give([copied, same, ...others], [told.part]);
  expect(outcome.refused).toEqual([]);
  expect(await nameOf(source)).toBe('told by the first');
  expect(await nameOf(mallory)).toBeUndefined();
  expect((await vault.query('source', { source }))?.position.device).toBe(first.device);
  const carried = (await vault.query('entries', { limit: 500 })).items.flatMap(({ leaf, parts }) =>
    parts.map(() => leaf),
  );
  expect(carried.filter((leaf) => leaf === copied.leaf || leaf === same.leaf)).toEqual([]);
  expect(carried).toContain(original.leaf);
  expect(await isSound()).toEqual([]);
});

it('D2: a copied commitment keeps its true part from being taken only as long as that is not sent', async () => {
  const source = newSource();
  const [first, second] = [peers.join(11), peers.join(21)];
  const told = partOf(first, [source], captureOf(source, 'kept'));
  first.write(saying('source-added', [told]));
  second.write({ kind: 'source-added', parts: [told.reference] });
  const early = await peers.give(second.written, [told.part]);
  expect(early.refused).toEqual([{ index: 0, error: { type: 'part-differs-from-commitment' } }]);
  await peers.give(first.written, [told.part]);
  expect(await nameOf(source)).toBe('kept');
});

it("D3: a person's name in another's enrolment, or in a part of something else, renames nobody", async () => {
  const device = peers.join(11);
  const founder = personOf(peers.founder);
  const rename = partOf(device, [personSubject(founder)], {
    type: 'person-name',
    person: founder,
    name: 'Somebody Else',
  });
  const stray = partOf(device, [newSource()], {
    type: 'person-name',
    person: personOf(keyOf(31)),
    name: 'Not Erasable',
  });
  const newcomer = personOf(keyOf(31));
  device.write({
    ...device.enrolmentOf(keyOf(31)),
    by: peers.founder,
    parts: [rename.reference, stray.reference],
  });
  await peers.give(device.written, [rename.part, stray.part]);
  const persons = async (): Promise<unknown> =>
    (await vault.query('status', undefined)).persons.map(({ person, name }) => ({ person, name }));
  const known = { person: founder, name: 'A. Tester' };
  expect(await persons()).toEqual([known, { person: newcomer, name: null }]);
  // A device that has not heard of it enrols the same person, with the name where it belongs.
  const other = peers.join(41);
  const named = partOf(other, [personSubject(newcomer)], {
    type: 'person-name',
    person: newcomer,
    name: 'B. Newcomer',
  });
  other.write({ ...other.enrolmentOf(keyOf(31)), by: peers.founder, parts: [named.reference] });
  await peers.give(other.written, [named.part]);
  expect(await persons()).toEqual([known, { person: newcomer, name: 'B. Newcomer' }]);
  expect(await isSound()).toEqual([]);
});

it('D3: a body about one source in a part of another gives no row', async () => {
  const [about, of] = [newSource(), newSource()];
  const collection = newCollection();
  const device = peers.join(11);
  const parts = [
    partOf(device, [of], captureOf(about, 'would survive the erasure of what it is about')),
    partOf(device, [of], captureOf(of, 'in its place')),
  ];
  const members = [
    partOf(device, [collection], { type: 'collection-source', collection, source: about, member: true }),
    partOf(device, [about], { type: 'collection-source', collection, source: about, member: true }),
    partOf(device, [about], { type: 'collection', collection, name: 'not of the collection' }),
  ];
  device.write(saying('source-added', parts));
  device.write(saying('collection-changed', members));
  await peers.give(
    device.written,
    [...parts, ...members].map(({ part }) => part),
  );
  expect([await nameOf(about), await nameOf(of)]).toEqual([undefined, 'in its place']);
  expect(await vault.query('collections', undefined)).toEqual([]);
  expect((await vault.query('sources', { collection })).items).toEqual([]);
});

it('D4: parts that come late, one by one and backwards, give the rows that early ones give', async () => {
  const device = peers.join(11);
  const collection = newCollection();
  const sources = [newSource(), newSource(), newSource()];
  const all: GivenPart[] = [];
  const say = (kind: string, of: readonly SubjectId[], body: unknown): void => {
    const part = partOf(device, of, body);
    all.push(part.part);
    device.write(saying(kind, [part]));
  };
  for (const [n, source] of sources.entries()) say('source-added', [source], captureOf(source, `source ${n}`));
  for (const name of ['first name', 'second name', 'last name'])
    say('collection-changed', [collection], { type: 'collection', collection, name });
  for (const member of [true, false, true, false]) {
    for (const source of sources) {
      const body = { type: 'collection-source', collection, source, member: member || source === sources[1] };
      say('collection-changed', [collection, source], body);
    }
  }
  await peers.give(device.written, all);
  const early = await digest();
  expect((await vault.query('sources', { collection })).items.map(({ source }) => source)).toEqual([sources[1]]);
  expect((await vault.query('collections', undefined)).map(({ name }) => name)).toEqual(['last name']);

  const late = await reopen(copyFolder(made.folder, `late-${count++}`));
  const bytes = device.written.map((entry) => entry.bytes);
  await late.accept({ entries: bytes, parts: [] });
  expect((await late.query('sources', {})).items).toEqual([]);
  for (const part of all.toReversed()) {
    const outcome = await late.accept({ entries: bytes, parts: [part] });
    expect(outcome.ok && outcome.value.refused).toEqual([]);
  }
  expect((await late.query('dump', undefined)).digest).toBe(early);
  const rebuilt = await late.rebuild([], () => {});
  expect(rebuilt.ok && [rebuilt.value.before, rebuilt.value.after]).toEqual([early, early]);
  expect((await late.verify(() => {})).faults).toEqual([]);
  await late.close();
});

it('D5: nothing of a refused entry is kept, whether it is refused at once or after it waited', async () => {
  const source = newSource();
  const device = peers.join(11);
  const stranger = keyOf(61);
  const unheard = device.write({ kind: 'note' });
  // By a person whom nobody enrolled; and the same behind an entry that is not here yet.
  const told = partOf(device, [source], captureOf(source, 'planted'));
  const forged = device.draft({ ...saying('source-added', [told]), by: stranger });
  const [joining] = device.written;
  if (joining === undefined) throw new Error('a device that joined has an entry');
  const before = await digest();
  const atOnce = await peers.give([joining, unheard, forged], [told.part]);
  expect(atOnce.refused.map(({ error }) => error.type)).toEqual([
    'person-not-enrolled',
    'part-differs-from-commitment',
  ]);

  const other = await reopen(copyFolder(made.folder, `refused-${count++}`));
  const early = await other.accept({ entries: [joining.bytes, forged.bytes], parts: [told.part] });
  expect(early.ok && early.value).toMatchObject({ placed: 1, waiting: 1, refused: [] });
  const late = await other.accept({ entries: [unheard.bytes], parts: [] });
  expect(late.ok && late.value).toMatchObject({ placed: 1, waiting: 0 });
  expect((await other.query('status', undefined)).waiting).toBe(0);
  for (const each of [vault, other]) {
    const { counts, faults } = await each.verify(() => {});
    expect({ faults, entries: counts.entries, waiting: counts.waiting, bodies: counts.bodies }).toEqual({
      faults: [],
      entries: 3,
      waiting: 0,
      bodies: 1,
    });
  }
  expect(await digest()).toBe((await other.query('dump', undefined)).digest);
  expect(await digest()).not.toBe(before);
  await other.close();
});

it('D5: of a request, the entries that wait and are placed by the others are counted once', async () => {
  const device = peers.join(11);
  const written = [...device.written, ...Array.from({ length: 5 }, () => device.write({ kind: 'note' }))];
  const [joining, ...rest] = written;
  if (joining === undefined) throw new Error('a device that joined has an entry');
  expect(await peers.give(rest)).toMatchObject({ placed: 0, waiting: 5, alreadyHere: 0 });
  expect(await peers.give(rest)).toMatchObject({ placed: 0, waiting: 0, alreadyHere: 5 });
  expect(await peers.give([joining])).toMatchObject({ placed: 6, waiting: 0, refused: [] });
  expect(await peers.give(written)).toMatchObject({ placed: 0, waiting: 0, alreadyHere: 6 });
});

it('D2: an empty body is a body', async () => {
  const source = newSource();
  const device = peers.join(11);
  const empty = partOf(device, [source], new Uint8Array());
  device.write(saying('note', [empty]));
  expect((await peers.give(device.written, [empty.part])).refused).toEqual([]);
  const { counts, faults } = await vault.verify(() => {});
  expect([counts.bodies, counts.bodiesAbsent, faults]).toEqual([2, 0, []]);
});

it('D5: forgeries are refused by name, and leave the record as it was', async () => {
  const device = peers.join(11);
  device.enrol(keyOf(81), peers.founder);
  const told = partOf(device, [newSource()], { any: 'body' });
  const review = device.write({ ...saying('review', [told]), by: peers.founder });
  await peers.give(device.written);
  const before = [await digest(), (await vault.query('status', undefined)).entries];
  const changed = (fields: Readonly<Record<string, Json>>): Uint8Array => {
    const envelope: Readonly<Record<string, Json>> = JSON.parse(new TextDecoder().decode(review.bytes));
    return new TextEncoder().encode(canonicalJson({ ...envelope, ...fields }));
  };
  const checkpointSignature = (): string => {
    const tree = { workspace: vault.workspace, device: device.device, size: 3, root: new Uint8Array(32) };
    const note = signCheckpoint(tree, keyOf(12)).trimEnd().split(' ').at(-1) ?? '';
    return Buffer.from(note, 'base64').subarray(4).toString('hex');
  };
  const { deviceSig: _, personSig: __, ...unsigned } = review.envelope;
  const reordered = Object.fromEntries(Object.entries(review.envelope).reverse());
  const claiming = (checkpoint: number): Said => {
    const fact: DeviceEnrolment = { type: 'device', checkpointKey: checkpointKeyOf(keyOf(checkpoint)) };
    return { kind: 'device-enrolled', members: [fact] };
  };
  const another = peers.join(91);
  const fates = {
    'an entry of another workspace': await peers.fate(foundWorkspace().founding),
    'one device as two persons': await peers.fate(device.draft({ ...claiming(99), by: keyOf(81) })),
    'a device enrolled again': await peers.fate(device.draft({ ...claiming(99), by: peers.founder })),
    'a missing person signature': await peers.fate(changed({ personSig: null })),
    'a person taken out': await peers.fate(changed({ person: null, personSig: null })),
    'another person put in': await peers.fate(changed({ person: personOf(keyOf(81)) })),
    "a checkpoint's signature": await peers.fate(changed({ deviceSig: checkpointSignature() })),
    "the checkpoint key's signature": await peers.fate(
      changed({
        deviceSig: bytesToHex(signBytes(keyOf(12), Buffer.from(`daybook/entry\n${canonicalJson(unsigned)}`))),
      }),
    ),
    'reordered keys': await peers.fate(new TextEncoder().encode(JSON.stringify(reordered))),
    'one word more': await peers.fate(changed({ note: 'more' })),
    'a person whom nobody enrolled': await peers.fate(device.draft({ kind: 'review', by: keyOf(82) })),
    'a device whom nobody enrolled': await peers.fate(
      new TestDevice(vault.workspace, keyOf(83), new LogBook()).draft({ kind: 'note' }),
    ),
    "a place in another's log": await peers.fate(another.draft({ kind: 'note', prev: review.leaf, seq: 3, order: 9 })),
    'an order of its own choice': await peers.fate(device.draft({ kind: 'note', order: 1_000_000 })),
    "a person's key enrolled as a checkpoint key": await peers.fate(
      new TestDevice(vault.workspace, keyOf(84), peers.book).draft({
        ...claiming(81),
        by: peers.founder,
        saw: [device],
      }),
    ),
  };
  expect(fates).toEqual({
    'an entry of another workspace': 'other-workspace',
    'one device as two persons': 'device-has-another-person',
    'a device enrolled again': 'device-enrolled-twice',
    'a missing person signature': 'person-signature-missing',
    'a person taken out': 'person-signature-missing',
    'another person put in': 'device-signature-wrong',
    "a checkpoint's signature": 'device-signature-wrong',
    "the checkpoint key's signature": 'device-signature-wrong',
    'reordered keys': 'not-canonical',
    'one word more': 'envelope-malformed',
    'a person whom nobody enrolled': 'person-not-enrolled',
    'a device whom nobody enrolled': 'device-not-enrolled',
    "a place in another's log": 'chain-wrong',
    'an order of its own choice': 'order-wrong',
    "a person's key enrolled as a checkpoint key": 'key-used-twice',
  });
  const short = { ...told.part, salt: told.part.salt.slice(1) };
  expect((await peers.give([review], [short])).refused).toEqual([{ index: 0, error: { type: 'salt-length-wrong' } }]);
  expect([await digest(), (await vault.query('status', undefined)).entries]).toEqual(before);
  expect(await isSound()).toEqual([]);
});
