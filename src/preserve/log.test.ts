import { expect, it } from 'vitest';
import {
  checkpointKeyOf,
  deviceKeyOf,
  foundWorkspace,
  LogBook,
  personKeyOf,
  TestDevice,
  testKey,
} from '../../test/preserve/log-book.ts';
import { idFromBytes } from '../base/index.ts';
import type { SignedEntry } from './envelope.ts';
import { personEnrolment } from './membership.ts';

const head = (byte: number, size = 1) => ({
  device: idFromBytes('DeviceKey', new Uint8Array(32).fill(byte)),
  size,
  root: idFromBytes('Sha256', new Uint8Array(32).fill(byte)),
});

/** A workspace of two persons with a device each; the second knows the first's log so far. */
function twoPersons() {
  const { book, founder, device, founding } = foundWorkspace();
  const colleague = testKey(12);
  const enrolled = device.enrol(colleague, founder);
  const second = device.join(testKey(11), colleague, testKey(13));
  return { book, founder, device, founding, colleague, enrolled, second };
}

/** Offers the same entries in several orders to fresh books; every book must end the same. */
function inEveryOrder(entries: readonly SignedEntry[], fates: (book: LogBook) => unknown): unknown {
  const orders = [
    entries,
    entries.toReversed(),
    ...entries.map((_, i) => [...entries.slice(i), ...entries.slice(0, i)]),
  ];
  const ends = orders.map((order) => {
    const book = new LogBook();
    for (const entry of order) book.offer(entry);
    return { dump: book.dump(), fates: fates(book) };
  });
  for (const end of ends) expect(end).toEqual(ends[0]);
  return ends[0]?.fates;
}

it('P11, P12: an entry that saw another device stands after all that it saw', () => {
  const { device, founder, second, colleague } = twoPersons();
  const before = second.write({ kind: 'review', by: colleague });
  const after = device.write({ kind: 'review', by: founder, saw: [second] });
  expect(after.envelope.order).toBe(before.envelope.order + 1);
  expect(device.last?.placed.members.size).toBe(3);
});

it('P12: an order that is inflated or held back is refused', () => {
  const { book, device, second } = twoPersons();
  second.write({});
  const fates = [1, 3, 4, 6, 2 ** 53 - 1].map((order) => book.fateOf(device.draft({ order, saw: [second] })));
  expect(fates).toEqual(Array(5).fill('order-wrong'));
  expect(book.fateOf(device.draft({ saw: [second] }))).toBe('placed');
});

it('P10: a predecessor of another device, or at another place, breaks the chain', () => {
  const { book, device, second, founding } = twoPersons();
  second.write({});
  const theirs = second.last?.placed.leaf ?? null;
  expect(book.fateOf(device.draft({ prev: theirs, order: (second.last?.placed.order ?? 0) + 1 }))).toBe('chain-wrong');
  expect(book.fateOf(device.draft({ prev: founding.leaf, order: 2 }))).toBe('chain-wrong');
  expect(book.fateOf(device.draft({ seq: 7 }))).toBe('chain-wrong');
});

it('P11: an entry that names a predecessor or a head that never was waits', () => {
  const { book, device } = twoPersons();
  const nothing = idFromBytes('LeafHash', new Uint8Array(32).fill(9));
  expect(book.fateOf(device.draft({ prev: nothing }))).toBe('wait: previous');
  expect(book.fateOf(device.draft({ seen: [head(9)] }))).toBe('wait: seen');
});

it('P11: a head with a wrong size or root is a head that never was', () => {
  const { book, device, second } = twoPersons();
  const { root, ...rest } = second.head();
  const order = Math.max(second.last?.placed.order ?? 0, device.last?.placed.order ?? 0) + 1;
  expect(book.fateOf(device.draft({ seen: [{ ...rest, root, size: rest.size + 1 }], order }))).toBe('wait: seen');
  expect(book.fateOf(device.draft({ seen: [{ ...rest, root: head(9).root }], order }))).toBe('wait: seen');
});

it('P15: a founding entry of any other keys is refused, whichever comes first', () => {
  const { device } = foundWorkspace();
  const rival = testKey(22);
  const elsewhere = new TestDevice(device.workspace, testKey(21), new LogBook());
  const founds = {
    kind: 'workspace-founded',
    members: [
      personEnrolment(device.workspace, rival),
      { type: 'device', checkpointKey: checkpointKeyOf(testKey(23)) },
    ],
  };
  expect(() => elsewhere.draft({ ...founds, by: rival })).toThrow('not-the-founder');
});

it('P15: the founder cannot found again later in the log', () => {
  const { device, founder, founding } = foundWorkspace();
  const again = { kind: 'workspace-founded', by: founder, members: founding.envelope.members };
  expect(() => device.draft(again)).toThrow('second-founding');
});

it('P15, P13: a founder who founds twice has forked, with the same keys on both branches', () => {
  const { device, founder, founding } = foundWorkspace();
  const copy = new TestDevice(device.workspace, device.key, new LogBook());
  const again = copy.write({
    kind: 'workspace-founded',
    by: founder,
    members: founding.envelope.members,
    at: '1970-01-01T00:00:00.000Z',
  });
  const here = device.write({ kind: 'review', by: founder });
  const there = copy.write({ kind: 'review', by: founder });
  const all = [founding, again, here, there];
  expect(inEveryOrder(all, (book) => all.map((entry) => book.fate(entry)))).toEqual(Array(4).fill('placed'));
});

it('P16: a person who is not enrolled, or not in the past of the entry, may not act', () => {
  const { book, device, founder, second, colleague } = twoPersons();
  const stranger = testKey(32);
  expect(book.fateOf(device.draft({ kind: 'review', by: stranger }))).toBe('person-not-enrolled');
  // A device's key, a checkpoint key: enrolled, but not as persons.
  expect(book.fateOf(device.draft({ kind: 'review', by: second.key, saw: [second] }))).toBe('person-not-enrolled');
  expect(book.fateOf(device.draft({ kind: 'review', by: testKey(13), saw: [second] }))).toBe('person-not-enrolled');
  device.enrol(stranger, founder);
  expect(book.fateOf(second.draft({ kind: 'review', by: stranger }))).toBe('person-not-enrolled');
  expect(book.fateOf(second.draft({ kind: 'review', by: stranger, saw: [device] }))).toBe('placed');
  expect(book.fateOf(second.draft({ kind: 'review', by: colleague, at: '1970-01-01T00:00:00.000Z' }))).toBe('placed');
});

it('P16: somebody who is not enrolled cannot enrol anybody', () => {
  const { book, device } = twoPersons();
  const stranger = testKey(32);
  const members = [personEnrolment(device.workspace, testKey(33))];
  expect(book.fateOf(device.draft({ kind: 'person-enrolled', by: stranger, members }))).toBe('person-not-enrolled');
});

it('P17: a log begins with an enrolment, by a person who is enrolled', () => {
  const { book, device, founder } = twoPersons();
  const fresh = new TestDevice(device.workspace, testKey(41), book);
  const members = [{ type: 'device', checkpointKey: checkpointKeyOf(testKey(43)) }];
  expect(book.fateOf(fresh.draft({}))).toBe('device-not-enrolled');
  expect(book.fateOf(fresh.draft({ kind: 'review', by: founder, saw: [device] }))).toBe('device-not-enrolled');
  expect(book.fateOf(fresh.draft({ kind: 'device-enrolled', by: testKey(44), saw: [device], members }))).toBe(
    'person-not-enrolled',
  );
  // Without having seen the founding, the founder is a stranger.
  expect(book.fateOf(fresh.draft({ kind: 'device-enrolled', by: founder, members }))).toBe('person-not-enrolled');
});

it('P17: one device cannot be two persons’', () => {
  const { book, founder, second, colleague } = twoPersons();
  const members = [{ type: 'device', checkpointKey: checkpointKeyOf(testKey(53)) }];
  const claims = { kind: 'device-enrolled', members };
  expect(book.fateOf(second.draft({ ...claims, by: founder }))).toBe('device-has-another-person');
  expect(book.fateOf(second.draft({ ...claims, by: colleague }))).toBe('device-enrolled-twice');
});

it('P17: a log that begins anew after its enrolment was seen is refused', () => {
  const { book, device, founder, second, colleague } = twoPersons();
  const third = second.join(testKey(61), colleague, testKey(63));
  const members = [{ type: 'device', checkpointKey: checkpointKeyOf(testKey(53)) }];
  const anew = new TestDevice(device.workspace, device.key, book);
  expect(book.fateOf(anew.draft({ kind: 'device-enrolled', by: founder, members, saw: [third] }))).toBe(
    'device-enrolled-twice',
  );
  expect(book.fateOf(anew.draft({ kind: 'device-enrolled', by: colleague, members, saw: [third] }))).toBe(
    'device-has-another-person',
  );
});

it('P18: a key that has a role cannot be enrolled for another, or again', () => {
  const { book, device, founder, second, colleague } = twoPersons();
  device.write({ saw: [second] });
  const enrol = (key: number) => ({
    kind: 'person-enrolled',
    by: founder,
    members: [personEnrolment(device.workspace, testKey(key))],
  });
  // The colleague, the second device, both checkpoint keys, the founder.
  expect([12, 11, 13, 3, 2].map((key) => book.fateOf(device.draft(enrol(key))))).toEqual(
    Array(5).fill('key-used-twice'),
  );
  expect(() => device.draft(enrol(1))).toThrow('key-used-twice');
  const join = (key: number, checkpoint: number) => {
    const joins = new TestDevice(device.workspace, testKey(key), book);
    const members = [{ type: 'device', checkpointKey: checkpointKeyOf(testKey(checkpoint)) }];
    return () => book.fateOf(joins.draft({ kind: 'device-enrolled', by: colleague, saw: [device], members }));
  };
  expect([join(71, 3)(), join(71, 11)(), join(71, 2)(), join(2, 73)(), join(3, 73)()]).toEqual(
    Array(5).fill('key-used-twice'),
  );
  expect(join(71, 71)).toThrow('key-used-twice');
  expect(join(71, 12)).toThrow('key-used-twice');
  expect(join(71, 73)()).toBe('placed');
});

it('P14, P18: a person enrolled by two colleagues who could not know of each other is enrolled', () => {
  const { device, founder, second, colleague } = twoPersons();
  const newcomer = testKey(82);
  device.enrol(newcomer, founder);
  second.enrol(newcomer, colleague);
  device.write({ kind: 'review', by: newcomer, saw: [second] });
  const all = [...device.written, ...second.written];
  expect(inEveryOrder(all, (book) => all.map((entry) => book.fate(entry)))).toEqual(all.map(() => 'placed'));
});

it('P13, P14: what stands on one branch of a fork is not in the past of one who saw the other', () => {
  const { device, founder, second, colleague } = twoPersons();
  const copy = device.copy();
  const newcomer = testKey(92);
  device.enrol(newcomer, founder);
  for (let i = 0; i < 3; i++) copy.write({});
  const claimed = second.draft({ kind: 'review', by: newcomer, saw: [copy] });
  const rightly = second.draft({ kind: 'review', by: newcomer, saw: [device] });
  const ordinary = second.draft({ kind: 'review', by: colleague, saw: [copy, device] });
  const all = [...device.written, ...copy.written, ...second.written, claimed, rightly, ordinary];
  const fates = inEveryOrder(all, (other) => [claimed, rightly, ordinary].map((entry) => other.fate(entry)));
  expect(fates).toEqual(['person-not-enrolled', 'placed', 'placed']);
});

it('P13: an entry can take both branches of a fork into its past', () => {
  const { book, device, second, colleague } = twoPersons();
  const copy = device.copy();
  device.write({});
  copy.write({ at: '1970-01-01T00:00:00.000Z' });
  const both = second.draft({ kind: 'review', by: colleague, saw: [device, copy] });
  expect(book.fateOf(both)).toBe('placed');
  expect(both.envelope.seen.map((seen) => seen.device)).toEqual([device.device, device.device]);
});

it('P20: what a newer version says of membership waits, and so does all that rests on it', () => {
  const { book, device, founder, colleague } = twoPersons();
  const members = [{ ...personEnrolment(device.workspace, testKey(95)), office: 'harbour' }];
  const enrols = device.draft({ v: 2, kind: 'person-enrolled', by: founder, members });
  const other = device.draft({ v: 2, kind: 'office-opened', by: founder, members: [{ type: 'office' }] });
  expect([enrols, other].map((entry) => book.fateOf(entry))).toEqual(Array(2).fill('wait: newer-version'));
  const after = { prev: enrols.leaf, seq: enrols.envelope.seq + 1, order: enrols.envelope.order + 1 };
  expect(book.fateOf(device.draft({ ...after, kind: 'review', by: testKey(95) }))).toBe('wait: previous');
  expect(book.fateOf(device.draft({ v: 2, kind: 'review', by: colleague, extra: { weather: 'fog' } }))).toBe('placed');
});

it('P19: a removal is placed, and un-places nothing', () => {
  const { book, device, founder, second, colleague } = twoPersons();
  const until = second.head();
  const after = second.write({ kind: 'review', by: colleague });
  const person = personKeyOf(colleague);
  const removal = [{ type: 'person-removal', person, heads: [until] }];
  expect(book.fate(device.write({ kind: 'person-removed', by: founder, members: removal }))).toBe('placed');
  const device2 = [{ type: 'device-removal', device: second.device, heads: [until] }];
  expect(book.fate(device.write({ kind: 'device-removed', by: founder, members: device2, saw: [second] }))).toBe(
    'placed',
  );
  expect(book.fate(after)).toBe('placed');
  expect(book.fateOf(second.draft({ kind: 'review', by: colleague }))).toBe('placed');
  expect(deviceKeyOf(second.key)).toBe(second.device);
});
