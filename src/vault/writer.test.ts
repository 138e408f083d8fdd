import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RawWriter, rawWriter } from '../../test/vault/raw-writer.ts';
import { parseId, parseSourceId, type SubjectId } from '../base/index.ts';
import { describeFailure } from './failure.ts';
import { verifyRecord } from './verify.ts';
import type { AppendRequest, EntryDraft } from './write-request.ts';

const now = '2026-01-02T03:04:05.000Z';
const subject = parseId('SubjectId', '05'.repeat(16));
let raw: RawWriter;

beforeEach(() => {
  raw = rawWriter();
});
afterEach(() => raw.remove());

function noteOf(bytes: number, of: readonly (SubjectId | undefined)[] = [subject]): EntryDraft {
  const subjects = of.filter((each) => each !== undefined);
  return {
    kind: 'note',
    personal: false,
    at: now,
    parts: [{ of: subjects, body: new Uint8Array(randomBytes(bytes)) }],
  };
}

const only = (draft: EntryDraft): AppendRequest => ({ drafts: [draft], blobs: [], suggestions: [] });
const entries = (): unknown => raw.db.prepare('SELECT COUNT(*) FROM placement', { pluck: true }).get();
const faults = (): unknown =>
  verifyRecord(
    () => raw.db,
    raw.workspace,
    () => {},
  ).faults;

it('D8: a request that cannot be written fails alone and leaves nothing of itself', () => {
  const source = parseSourceId('06'.repeat(16));
  if (source === undefined) throw new Error('an id of digits is an id');
  const blob = (name: string): AppendRequest['blobs'][number] => ({
    name,
    source,
    length: 1,
    wrappedKey: new Uint8Array(61),
  });
  const answers = raw.writer.append(
    [
      only(noteOf(10)),
      // A part of nothing, after an entry that is in order; a time that is none; a second file for one source.
      { drafts: [noteOf(20), noteOf(10, [])], blobs: [blob('00'.repeat(16))], suggestions: [] },
      only({ ...noteOf(10), at: 'yesterday' }),
      { drafts: [noteOf(10)], blobs: [blob('01'.repeat(16)), blob('02'.repeat(16))], suggestions: [] },
      only(noteOf(30)),
    ],
    0,
  );
  expect(answers.ok && answers.value.map(({ type }) => type)).toEqual([
    'appended',
    'failed',
    'failed',
    'failed',
    'appended',
  ]);
  expect(entries()).toBe(3);
  expect(raw.db.prepare('SELECT COUNT(*) FROM part', { pluck: true }).get()).toBe(2);
  expect(raw.db.prepare('SELECT COUNT(*) FROM blob', { pluck: true }).get()).toBe(0);
  expect(raw.writer.checkHead()).toEqual({ ok: true, value: undefined });
  expect(faults()).toEqual([]);
});

it('D8: a full disk fails the group with its code, loses nothing before it, and the next group goes on', () => {
  expect(raw.writer.append([only(noteOf(1000))], 0).ok).toBe(true);
  const pages = Number(raw.db.prepare('PRAGMA page_count', { pluck: true, persistent: false }).get());
  raw.db.exec(`PRAGMA max_page_count = ${pages + 5}`);
  let failure: unknown;
  try {
    const answers = raw.writer.append([only(noteOf(400_000))], 0);
    const [answer] = answers.ok ? answers.value : [];
    failure = answer?.type === 'failed' ? answer.failure : answers;
  } catch (error) {
    failure = describeFailure(error);
  }
  expect(failure).toEqual({ message: 'SQLITE_FULL', code: 'SQLITE_FULL' });
  expect(entries()).toBe(2);
  raw.db.exec('PRAGMA max_page_count = 1000000');
  expect(raw.writer.append([only(noteOf(400_000))], 0).ok).toBe(true);
  expect(entries()).toBe(3);
  expect(faults()).toEqual([]);
});

it('D20: what one entry costs does not grow with the log: no statement of an append looks through a table', () => {
  raw.writer.append([only(noteOf(10)), only(noteOf(10))], 0);
  const asked = [
    "SELECT p.leaf, p.device, p.seq, p.ord, p.root FROM tip CROSS JOIN placement p USING (leaf) WHERE p.device = x'00'",
    `SELECT ord, device, seq, leaf FROM entry WHERE (ord, device, seq, leaf) > (1, x'00', 1, x'00')
     ORDER BY ord, device, seq, leaf LIMIT 500`,
    `SELECT leaf FROM placement WHERE (ord, device, seq, leaf) >
     (SELECT ord, device, seq, leaf FROM placement WHERE leaf = x'00') ORDER BY ord, device, seq, leaf LIMIT 500`,
  ];
  const plans = asked.flatMap((sql) =>
    raw.db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all<{ detail: string }>()
      .map(({ detail }) => detail),
  );
  expect(plans.filter((step) => /^SCAN (?!tip)|TEMP B-TREE/.test(step))).toEqual([]);
});

it('D8: of the checkpoints of this device the newest is kept', () => {
  for (let n = 0; n < 3; n++) raw.writer.append([only(noteOf(10))], 0);
  expect(raw.db.prepare('SELECT size FROM checkpoint', { pluck: true }).all()).toEqual([4]);
});

it('D1: a placed entry can be neither changed nor deleted', () => {
  expect(() => raw.db.exec("UPDATE entry SET bytes = x'00'")).toThrow();
  raw.db.exec('PRAGMA foreign_keys = OFF');
  expect(() => raw.db.exec('DELETE FROM entry')).toThrow();
  expect(entries()).toBe(1);
});
