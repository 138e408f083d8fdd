import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WorkspaceId } from '../../src/base/index.ts';
import { readEnvelope, type SignedEntry } from '../../src/preserve/index.ts';
import {
  checkpointKeyOf,
  deviceKeyOf,
  foundWorkspace,
  LogBook,
  type Said,
  type TestDevice,
  testKey,
} from './log-book.ts';

const SLOW = process.env['SLOW'] === '1';
const ENTRIES = SLOW ? 500 : 60;
const RUNS = SLOW ? 20 : 12;

/** One thing that happens in a history. */
interface Happening {
  /** Which copy writes: three devices and a second copy of each, so that every log may fork. */
  readonly writer: number;
  /** Which copies' heads it states, as bits. */
  readonly saw: number;
  readonly what: (typeof WHAT)[number];
  readonly person: number;
  readonly choice: number;
  readonly clock: string;
}

const WHAT = ['review', 'machine', 'unknown kind', 'newer', 'enrol', 'forged', 'newer member', 'lost'] as const;

const happening: fc.Arbitrary<Happening> = fc.record({
  writer: fc.nat(5),
  saw: fc.nat(63),
  // What makes everything after it wait comes about once in a history, else nothing else would be seen.
  what: fc.oneof(
    { weight: ENTRIES, arbitrary: fc.constantFrom(...WHAT.slice(0, 6)) },
    { weight: 1, arbitrary: fc.constantFrom(...WHAT.slice(6)) },
  ),
  person: fc.nat(9),
  choice: fc.nat(5),
  clock: fc.constantFrom('1970-01-01T00:00:00.000Z', '2038-01-19T03:14:08.000Z', '2026-01-02T03:04:05.678Z'),
});

/** The first three are enrolled from the start, the others when it happens. */
const persons = [2, 12, 22, 32, 42, 52, 62, 72, 82, 92].map(testKey);

/** Writes a history, forgeries and all, and answers what is delivered of it. */
function writeHistory(happenings: readonly Happening[]): readonly SignedEntry[] {
  const { device, founder, book } = foundWorkspace();
  const [, second = founder, third = founder] = persons;
  device.enrol(second, founder);
  device.enrol(third, founder);
  const devices = [device, device.join(testKey(11), second, testKey(13)), device.join(testKey(21), third, testKey(23))];
  const first = devices.flatMap((each) => each.written);
  const copies = [...devices, ...devices.map((each) => each.copy())];
  const later = happenings.flatMap((each) => {
    const writer = copies[each.writer] ?? device;
    const others = copies.filter((other, i) => other.device !== writer.device && (each.saw >> i) % 2 === 1);
    const entry = writer.draft({ saw: distinct(others), at: each.clock, ...said(each, writer) });
    book.offer(entry);
    // A copy goes on from what its own book has placed; a forgery stands beside the log.
    if (each.what !== 'forged') writer.take(entry);
    return each.what === 'lost' ? [] : [entry];
  });
  return [...first, ...later];
}

/** One of the copies for each head: two copies that have not parted yet state the same. */
function distinct(copies: readonly TestDevice[]): readonly TestDevice[] {
  return [...new Map(copies.map((copy) => [copy.head().root, copy])).values()];
}

function said(each: Happening, writer: TestDevice): Said {
  const by = persons[each.person] ?? testKey(0);
  const other = persons[(each.person + each.choice) % persons.length] ?? by;
  switch (each.what) {
    case 'review':
      return { kind: 'review', by };
    case 'machine':
    case 'lost':
      return { kind: 'reading' };
    case 'unknown kind':
      return { kind: 'weather-seen', by };
    case 'newer':
      return { v: 2 + each.choice, kind: 'reading', extra: { mood: [each.choice, { a: null }] } };
    case 'newer member':
      return { v: 2, kind: 'person-enrolled', by, members: [{ type: 'office' }] };
    case 'enrol':
      return { ...writer.enrolmentOf(other), by };
    case 'forged':
      return { ...forgery(each.choice, writer), by };
  }
}

/** Signed rightly, but against the rules of the log. */
function forgery(choice: number, writer: TestDevice): Said {
  const members = [{ type: 'device', checkpointKey: checkpointKeyOf(testKey(93 + choice)) }];
  const forgeries: readonly Said[] = [
    { order: 10_000 },
    { seq: 9999 },
    { kind: 'device-enrolled', members },
    { kind: 'device-enrolled', members, seq: 0, prev: null },
    { kind: 'review', seq: 0, prev: null },
    { seen: [{ ...writer.head(), device: deviceKeyOf(testKey(99)) }] },
  ];
  return forgeries[choice] ?? {};
}

/** A book that took the entries as bytes, some of them twice, in the order of the numbers drawn for them. */
function arrive(entries: readonly SignedEntry[], places: readonly number[], workspace: WorkspaceId): LogBook {
  const order = [...entries, ...entries.filter((_, i) => i % 3 === 0)]
    .map((entry, i) => ({ entry, place: places[i % places.length] ?? 0 }))
    .sort((a, b) => a.place - b.place);
  const book = new LogBook();
  for (const { entry } of order) {
    const read = readEnvelope(entry.bytes, workspace);
    if (!read.ok) throw new Error(read.error.type);
    book.offer(read.value);
  }
  return book;
}

const places = fc.array(fc.double({ noNaN: true }), { minLength: ENTRIES * 2, maxLength: ENTRIES * 2 });

it(`P14: ${ENTRIES} entries of three devices, forked and forged among them, end the same in any order of arrival`, () => {
  const fates = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(happening, { minLength: ENTRIES, maxLength: ENTRIES }),
      fc.array(places, { minLength: 3, maxLength: 3 }),
      (happenings, arrivals) => {
        const entries = writeHistory(happenings);
        const workspace = entries[0]?.envelope.workspace;
        if (workspace === undefined) throw new Error('a history begins with a founding');
        const inOrder = arrive(entries, [0], workspace);
        for (const each of arrivals) expect(arrive(entries, each, workspace).dump()).toEqual(inOrder.dump());
        for (const entry of entries) fates.set(inOrder.fate(entry), (fates.get(inOrder.fate(entry)) ?? 0) + 1);
      },
    ),
    { numRuns: RUNS },
  );
  if (SLOW) process.stdout.write(`fates of entries: ${JSON.stringify(Object.fromEntries(fates))}\n`);
  // A property that saw only ordinary entries would say nothing about the others.
  const met = ['placed', 'wait: seen', 'order-wrong', 'chain-wrong', 'person-not-enrolled'];
  expect([...met, 'key-used-twice', 'device-not-enrolled'].filter((fate) => !fates.has(fate))).toEqual([]);
});
