import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type RawWriter, rawWriter } from '../../test/vault/raw-writer.ts';
import { parseId } from '../base/index.ts';
import { openDatabase } from './database.ts';

const MEGABYTE = 1 << 20;
const subject = parseId('SubjectId', '05'.repeat(16));

/** Appends an entry of one megabyte that does not pack: some 260 pages of the log. */
function appendLong({ writer }: RawWriter): void {
  if (subject === undefined) throw new Error('an id of digits is an id');
  const body = new Uint8Array(randomBytes(MEGABYTE));
  const draft = {
    kind: 'note',
    personal: false,
    at: '2026-01-02T03:04:05.000Z',
    parts: [{ of: [subject], body }],
  };
  const appended = writer.append([{ drafts: [draft], blobs: [], suggestions: [] }], 0);
  expect(appended.ok && appended.value.map(({ type }) => type)).toEqual(['appended']);
}

const logOf = ({ folder }: RawWriter): number => statSync(join(folder, 'daybook.db-wal')).size;

function reader({ folder }: RawWriter): Extract<ReturnType<typeof openDatabase>, { ok: true }>['value'] {
  const opened = openDatabase(join(folder, 'daybook.db'), new Uint8Array(32).fill(1), 'reader');
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

it('D34: a long log is written back after the head, and begins anew, while another connection goes on reading', () => {
  const passed: string[] = [];
  const raw = rawWriter((point) => passed.push(point));
  const other = reader(raw);
  for (let n = 1; n <= 12; n++) {
    appendLong(raw);
    expect(other.prepare('SELECT COUNT(*) FROM entry', { pluck: true }).get()).toBe(n + 1);
  }
  expect(logOf(raw)).toBeLessThan(6 * MEGABYTE);
  const first = passed.indexOf('checkpoint');
  expect(passed.slice(first - 1, first + 2)).toEqual(['head-written', 'checkpoint', 'checkpoint']);
  other.close();
  raw.remove();
});

it('D34: what a reader still shows keeps the log, and it grows no more once the reader has ended', () => {
  const raw = rawWriter();
  const other = reader(raw);
  other.exec('BEGIN');
  expect(other.prepare('SELECT COUNT(*) FROM entry', { pluck: true }).get()).toBe(1);
  for (let n = 0; n < 8; n++) appendLong(raw);
  expect(logOf(raw)).toBeGreaterThan(8 * MEGABYTE);
  expect(other.prepare('SELECT COUNT(*) FROM entry', { pluck: true }).get()).toBe(1);
  other.exec('COMMIT');
  appendLong(raw);
  const longest = logOf(raw);
  for (let n = 0; n < 8; n++) appendLong(raw);
  expect(logOf(raw)).toBe(longest);
  other.close();
  raw.remove();
});
