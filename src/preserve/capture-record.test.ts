import { expect, it } from 'vitest';
import { isId, type SourceId } from '../base/index.ts';
import { type CaptureRecord, readCaptureRecord } from './capture-record.ts';
import { sha256, sha512 } from './digest.ts';
import { isInstant } from './instant.ts';

const isSource = (text: string): text is SourceId => isId('SubjectId', text);
const source = '05'.repeat(16);
if (!isSource(source)) throw new Error('no source id');
const record: CaptureRecord = {
  type: 'capture',
  source,
  sha256: sha256('a notice'),
  sha512: sha512('a notice'),
  length: 8,
  origin: 'notice board at the harbour of Ostmark',
  fileName: 'notices/harbour.txt',
  modified: null,
  capturedAt: '2026-01-02T03:04:05.678Z',
  method: 'file',
  tool: { name: 'daybook', version: '0.1.0' },
  reason: null,
  consent: { legalBasis: 'consent', uses: [{ use: 'court', answer: 'not-asked', note: '' }] },
};

it('P23: a capture record says where from, when, how and why, or that it is not known', () => {
  expect(readCaptureRecord(record)).toEqual(record);
  const unknown = { ...record, origin: null, consent: null };
  expect(readCaptureRecord(unknown)).toEqual(unknown);
});

it('P23: a record that lacks a field, has one more, or a time of another form is not read', () => {
  const { origin: _, ...withoutOrigin } = record;
  const others = [
    null,
    withoutOrigin,
    { ...record, place: 'x' },
    { ...record, length: -1 },
    { ...record, sha256: record.sha512 },
    { ...record, capturedAt: 'yesterday' },
    { ...record, modified: '2026-01-02' },
    { ...record, method: 'guess' },
  ];
  expect(others.map((other) => readCaptureRecord(other))).toEqual(others.map(() => undefined));
});

it('P2: an instant is a moment that exists, in one form', () => {
  const right = [
    '1970-01-01T00:00:00.000Z',
    '2038-01-19T03:14:08.000Z',
    '2024-02-29T23:59:59.999Z',
    '0000-01-01T00:00:00.000Z',
  ];
  const wrong = [
    '2023-02-29T00:00:00.000Z',
    '2024-99-99T99:99:99.000Z',
    '2016-12-31T23:59:60.000Z',
    '2024-01-01T24:00:00.000Z',
    '2024-01-01T00:00:00Z',
    '2024-01-01T00:00:00.0000Z',
    '+012024-01-01T00:00:00.000Z',
    '2024-01-01T00:00:00.000+00:00',
    '2024-01-01 00:00:00.000Z',
    '',
  ];
  expect(right.filter((text) => !isInstant(text))).toEqual([]);
  expect(wrong.filter((text) => isInstant(text))).toEqual([]);
});

it('digests are those that FIPS 180-4 publishes for "abc"', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha512(new Uint8Array(Buffer.from('abc')))).toBe(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  );
});
