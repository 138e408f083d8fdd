import { createHash, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkpointKeyOf, deviceKeyOf, foundWorkspace, personKeyOf, testKey } from '../../test/preserve/log-book.ts';
import { canonicalJson, idFromBytes, parseId } from '../base/index.ts';
import { signCheckpoint } from './checkpoint.ts';
import { ENVELOPE_LIMIT, needsPerson, readEnvelope, signEnvelope, type UnsignedEnvelope } from './envelope.ts';
import { foundingMembers } from './membership.ts';
import { emptyRange, rangeRoot } from './merkle.ts';
import { partCommitment, referToPart } from './part.ts';
import type { SigningKey } from './signing.ts';

const founder = testKey(2);
const deviceKey = testKey(1);
const device = deviceKeyOf(deviceKey);
const person = personKeyOf(founder);
const { workspace, members } = foundingMembers({ device, person: founder, checkpointKey: checkpointKeyOf(testKey(3)) });

/** The founding entry of the worked example: its name part has a fixed salt, as no real one may. */
const name = {
  workspace,
  device,
  of: [idFromBytes('SubjectId', new Uint8Array(16).fill(5))],
  salt: new Uint8Array(32).fill(4),
  body: new Uint8Array(Buffer.from(canonicalJson({ name: 'Mara Veldt', person, type: 'person-name' }))),
};

const founding: UnsignedEnvelope = {
  v: 1,
  workspace,
  device,
  seq: 0,
  prev: null,
  person,
  seen: [],
  order: 1,
  at: '2026-01-02T03:04:05.678Z',
  kind: 'workspace-founded',
  members,
  parts: [referToPart(name)],
};

/** A later entry that says what a test is about; machine work unless told otherwise. */
const work: UnsignedEnvelope = {
  ...founding,
  seq: 1,
  prev: idFromBytes('LeafHash', new Uint8Array(32).fill(6)),
  person: null,
  order: 2,
  kind: 'note',
  members: [],
  parts: [],
};

/** Signs any object the way an envelope is signed, without the checks of our own writer. */
function forge(
  fields: Readonly<Record<string, unknown>>,
  keys: { readonly device?: SigningKey; readonly person?: SigningKey } = {},
  domain = 'daybook/entry\n',
): Record<string, unknown> {
  const message = Buffer.from(domain + canonicalJson(fields));
  const by = (key: SigningKey): string => sign(null, message, key.privateKey).toString('hex');
  const personSig = keys.person === undefined ? null : by(keys.person);
  return { ...fields, deviceSig: by(keys.device ?? deviceKey), personSig };
}

const bytesOf = (value: unknown): Uint8Array => new Uint8Array(Buffer.from(canonicalJson(value)));

/** 'read' or the name of the refusal. */
function fate(bytes: Uint8Array): string {
  const read = readEnvelope(bytes, workspace);
  return read.ok ? 'read' : read.error.type;
}

function fateOfText(text: string): string {
  return fate(new Uint8Array(Buffer.from(text)));
}

it('P4, P7, P8: the worked example of docs/preserve.md has exactly these bytes, id, leaf and signatures', () => {
  const entry = signEnvelope(founding, { device: deviceKey, person: founder });
  const page = readFileSync(join(import.meta.dirname, '../../docs/preserve.md'), 'utf8');
  const shown = /```json\n(\{"at":.*\})\n```/.exec(page)?.[1];
  expect(Buffer.from(entry.bytes).toString()).toBe(shown);
  const known = {
    workspace: '728f2c9e12f60dd23ec1dcb72f577350b3e19e40ce0f19f890a2f0d1720f3e89',
    commitment: 'c6be3abaad823a24a6286c41e860c19ce9f78fbeb62aca72452e57523de2c1da',
    id: 'e1acb0682c9ff235a1cbd3b4ab9e7a23b562ad7046ccb7ff9baeb22e1d8fa3ea',
    leaf: 'ed04f60830b20a0b3533a94fca53fa81a07f724f9018c10203d08fa934ec048d',
    deviceSig:
      '8beff693f1e62b1736dfa9851e2d5bf2f2a9c9c8f134831118fcaaa80c0d846e65d03d669f5a89fecc92e509549cb0d8c877d9dc0dc3b2f47a744847ba190105',
    personSig:
      'e372fc2b47055694bebf98956f305c74b129a55e2849172e6e5b813ea144073c3195dcf86ec01ad892d10cbbdfc5946b07c9ca79db054821b416ba08b5e2520e',
  };
  expect({
    workspace,
    commitment: partCommitment(name),
    id: entry.id,
    leaf: entry.leaf,
    deviceSig: entry.envelope.deviceSig,
    personSig: entry.envelope.personSig,
  }).toEqual(known);
  for (const value of Object.values(known)) expect(page).toContain(value);
  expect(page).toContain(Buffer.from(name.body).toString());
  expect(entry.id).toBe(createHash('sha256').update('daybook/entry\n').update(canonicalJson(founding)).digest('hex'));
  expect(entry.leaf).toBe(createHash('sha256').update(Uint8Array.of(0)).update(entry.bytes).digest('hex'));
  expect(readEnvelope(entry.bytes, workspace)).toEqual({ ok: true, value: entry });
});

it('P4: an envelope with any one bit changed is refused', () => {
  const { bytes } = signEnvelope(founding, { device: deviceKey, person: founder });
  const every = process.env['SLOW'] === '1' ? [0, 1, 2, 3, 4, 5, 6, 7] : undefined;
  const read: number[] = [];
  bytes.forEach((byte, i) => {
    for (const bit of every ?? [i % 8]) {
      const changed = new Uint8Array(bytes);
      changed[i] = byte ^ (1 << bit);
      if (fate(changed) === 'read') read.push(i);
    }
  });
  expect(read).toEqual([]);
});

it('P1: an envelope cut short, or followed by anything, is refused', () => {
  const { bytes } = signEnvelope(work, { device: deviceKey });
  for (let length = 0; length < bytes.length; length++) expect(fate(bytes.subarray(0, length))).not.toBe('read');
  for (const after of ['\n', ' ', '{}', '\0']) {
    expect(fate(new Uint8Array(Buffer.concat([bytes, Buffer.from(after)])))).not.toBe('read');
  }
});

it('P1: the same envelope in any other spelling is refused as not canonical', () => {
  const text = Buffer.from(signEnvelope(work, { device: deviceKey }).bytes).toString();
  const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()));
  const spellings = {
    'reordered keys': reordered,
    'white space': text.replace('{', '{ '),
    'a key twice': text.replace('{', '{"at":"2026-01-02T03:04:05.678Z",'),
    'a key twice with another value': text.replace('{', '{"kind":"other",'),
    'another form of a number': text.replace('"v":1', '"v":1.0'),
    'an exponent': text.replace('"v":1', '"v":1e0'),
    'an escape': text.replace('"note"', '"\\u006eote"'),
  };
  expect(Object.entries(spellings).map(([what, each]) => [what, fateOfText(each)])).toEqual(
    Object.keys(spellings).map((what) => [what, 'not-canonical']),
  );
});

it('P1: bytes that are no JSON text in UTF-8 are malformed, and more than a mebibyte is not looked at', () => {
  const { bytes } = signEnvelope(work, { device: deviceKey });
  const marked = new Uint8Array(Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), bytes]));
  const broken = new Uint8Array(Buffer.concat([Uint8Array.of(0xc0), bytes]));
  for (const each of [marked, broken, new Uint8Array()]) expect(fate(each)).toBe('envelope-malformed');
  for (const text of ['null', '[]', '""', '1', '[[[[']) expect(fateOfText(text)).toBe('envelope-malformed');
  expect(fate(new Uint8Array(ENVELOPE_LIMIT + 1))).toBe('envelope-too-large');
});

it('P2: a field that is missing, more, or out of its bounds is malformed, though its signatures hold', () => {
  const subject = '05'.repeat(16);
  const head = { device: '07'.repeat(32), size: 1, root: '08'.repeat(32) };
  const later = { ...head, root: '09'.repeat(32) };
  const commitment = '0a'.repeat(32);
  const wrong: Readonly<Record<string, unknown>> = {
    'an extra field': { ...work, note: 'x' },
    'an extra field named __proto__': JSON.parse(`{"__proto__":{},${canonicalJson(work).slice(1)}`),
    'no version': { ...work, v: undefined },
    'version 0': { ...work, v: 0 },
    'half a version': { ...work, v: 1.5 },
    'a version as text': { ...work, v: '1' },
    'a short device': { ...work, device: device.slice(2) },
    'a device in capitals': { ...work, device: device.toUpperCase() },
    'a negative place': { ...work, seq: -1 },
    'a place beyond exact numbers': { ...work, seq: 2 ** 53 },
    'a first entry with a predecessor': { ...work, seq: 0 },
    'a later entry without one': { ...work, prev: null },
    'a head of its own log': { ...work, seen: [{ ...head, device }] },
    'a head of nothing': { ...work, seen: [{ ...head, size: 0 }] },
    'heads out of order': { ...work, seen: [later, head] },
    'a head twice': { ...work, seen: [head, head] },
    'more in a head': { ...work, seen: [{ ...head, at: 1 }] },
    'a time without milliseconds': { ...work, at: '2026-01-02T03:04:05Z' },
    'a time that never was': { ...work, at: '2026-02-30T03:04:05.678Z' },
    'a local time': { ...work, at: '2026-01-02T03:04:05.678+08:00' },
    'a kind with words': { ...work, kind: 'Someone said' },
    'a long kind': { ...work, kind: 'k'.repeat(65) },
    'a part of nothing': { ...work, parts: [{ of: [], commitment }] },
    'a part of one subject twice': { ...work, parts: [{ of: [subject, subject], commitment }] },
    'more in a part': { ...work, parts: [{ of: [subject], commitment, salt: '' }] },
    'a short commitment': { ...work, parts: [{ of: [subject], commitment: '00' }] },
  };
  const fates = Object.entries(wrong).map(([what, fields]) => [what, fate(bytesOf(forge(Object(fields))))]);
  expect(fates).toEqual(Object.keys(wrong).map((what) => [what, 'envelope-malformed']));
  const all = { ...work, seen: [head, later], parts: [{ of: [subject], commitment }] };
  expect(fate(bytesOf(forge(all)))).toBe('read');
});

it('P3: a newer version is read and verified with fields that we do not know, whatever their names', () => {
  const newer = JSON.parse(
    `{"__proto__":{"constructor":1},"mood":[1,{"a":null}],${canonicalJson({ ...work, v: 2, kind: 'weather' }).slice(1)}`,
  );
  const bytes = bytesOf(forge(newer));
  expect(fate(bytes)).toBe('read');
  const text = Buffer.from(bytes).toString();
  expect(fateOfText(text.replace('"constructor":1', '"constructor":2'))).toBe('device-signature-wrong');
  expect(fateOfText(text.replace('"a":null', '"a":true'))).toBe('device-signature-wrong');
  const deep = JSON.parse('['.repeat(70) + ']'.repeat(70));
  expect(fateOfText(JSON.stringify({ ...JSON.parse(text), mood: deep }))).toBe('not-canonical');
});

it('P2: an entry of another workspace is refused by name', () => {
  const elsewhere = parseId('WorkspaceId', '0b'.repeat(32));
  if (elsewhere === undefined) throw new Error('no workspace id');
  expect(fate(bytesOf(forge({ ...work, workspace: elsewhere })))).toBe('other-workspace');
});

it('P4: a signature made for anything else is refused', () => {
  const entry = forge({ ...work });
  const message = canonicalJson(work);
  const other = (domain: string): unknown => forge({ ...work }, {}, domain)['deviceSig'];
  const checkpoint = signCheckpoint({ workspace, device, size: 0, root: rangeRoot(emptyRange) }, deviceKey);
  const wrong = {
    'that of a checkpoint': Buffer.from(checkpoint.trimEnd().slice(-100), 'base64').subarray(-64).toString('hex'),
    'that of the text without its domain': other(''),
    'that of an enrolment': other('daybook/person/1\n'),
    'that of the digest': sign(null, createHash('sha256').update(message).digest(), deviceKey.privateKey).toString(
      'hex',
    ),
    'that of another entry': forge({ ...work, order: 3 })['deviceSig'],
    'that of another device': forge({ ...work }, { device: testKey(9) })['deviceSig'],
    'that of nobody': '0'.repeat(128),
  };
  const fates = Object.entries(wrong).map(([what, deviceSig]) => [what, fate(bytesOf({ ...entry, deviceSig }))]);
  expect(fates).toEqual(Object.keys(wrong).map((what) => [what, 'device-signature-wrong']));
});

it('P5: a person who is named signs, and nobody else does', () => {
  const review = { ...work, kind: 'review', person };
  const signed = forge(review, { person: founder });
  expect(fate(bytesOf(signed))).toBe('read');
  expect(fate(bytesOf({ ...signed, personSig: null }))).toBe('person-signature-missing');
  expect(fate(bytesOf(forge({ ...review, person: null })))).toBe('person-signature-missing');
  expect(fate(bytesOf({ ...signed, personSig: signed['deviceSig'] }))).toBe('person-signature-wrong');
  expect(fate(bytesOf(forge(review, { person: testKey(9) })))).toBe('person-signature-wrong');
  expect(fate(bytesOf({ ...forge({ ...work }), personSig: signed['personSig'] }))).toBe('person-signature-wrong');
  expect(fate(bytesOf(forge({ ...work, person }, { person: founder })))).toBe('read');
});

it('P5: kinds that only a person can answer for are these, and the list never grows', () => {
  const kinds = [
    'workspace-founded',
    'person-enrolled',
    'person-removed',
    'device-enrolled',
    'device-removed',
    'review',
  ];
  for (const kind of [...kinds, 'approval', 'erasure']) expect([kind, needsPerson(kind)]).toEqual([kind, true]);
  for (const kind of ['note', 'reading', 'source-added', 'reviews']) expect(needsPerson(kind)).toBe(false);
});

it('P5: one key cannot be both device and person of an entry', () => {
  const both = { ...work, person: device };
  expect(fate(bytesOf(forge(both, { person: deviceKey })))).toBe('envelope-malformed');
});

it('P6: an entry under a key that is everybody’s is refused', () => {
  const neutral = `01${'00'.repeat(31)}`;
  const anyone = { ...work, device: neutral, deviceSig: `${neutral}${'00'.repeat(32)}`, personSig: null };
  expect(fate(bytesOf(anyone))).toBe('device-signature-wrong');
});

/** A valid signature that the library would not make: its nonce is the secret number of another key, as RFC 8032 allows. */
function signWithOtherNonce(seed: number, nonceSeed: number, message: Uint8Array): Uint8Array {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const number = (bytes: Uint8Array): bigint => bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const secret = (of: number): bigint => {
    const half = createHash('sha512').update(new Uint8Array(32).fill(of)).digest().subarray(0, 32);
    return (number(half) & (2n ** 254n - 8n)) | (2n ** 254n);
  };
  const r = testKey(nonceSeed).publicKey;
  const digest = createHash('sha512').update(r).update(testKey(seed).publicKey).update(message).digest();
  const s = (secret(nonceSeed) + number(digest) * secret(seed)) % order;
  return Uint8Array.from([...r, ...Array.from({ length: 32 }, (_, i) => Number((s >> BigInt(8 * i)) & 255n))]);
}

it('P7: one statement signed twice has one id and two leaves', () => {
  const first = signEnvelope(work, { device: deviceKey });
  const message = new Uint8Array(Buffer.from(`daybook/entry\n${canonicalJson(work)}`));
  const deviceSig = Buffer.from(signWithOtherNonce(1, 9, message)).toString('hex');
  const second = readEnvelope(bytesOf({ ...first.envelope, deviceSig }), workspace);
  if (!second.ok) throw new Error(second.error.type);
  expect(second.value.id).toBe(first.id);
  expect(second.value.leaf).not.toBe(first.leaf);
});

it('signing what would be refused is a defect of ours', () => {
  expect(() => signEnvelope({ ...work, kind: 'review' }, { device: deviceKey })).toThrow('needs a person');
  expect(() => signEnvelope({ ...work, person }, { device: deviceKey })).toThrow('a named person signs');
  expect(() => signEnvelope(work, { device: deviceKey, person: founder })).toThrow('a named person signs');
  expect(() => signEnvelope({ ...work, at: 'today' }, { device: deviceKey })).toThrow('envelope-malformed');
  expect(() => signEnvelope(work, { device: testKey(9) })).toThrow('device-signature-wrong');
});

it('nothing from outside makes reading throw', () => {
  const { bytes } = foundWorkspace().founding;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json().map((text) => new Uint8Array(Buffer.from(text))),
      ),
      (any) => {
        expect(fate(any)).not.toBe('read');
      },
    ),
  );
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(bytes.length - 1), fc.string(), (a, b, text) => {
      const spliced = Buffer.concat([bytes.subarray(0, a), Buffer.from(text), bytes.subarray(b)]);
      if (!spliced.equals(bytes)) expect(fate(new Uint8Array(spliced))).not.toBe('read');
    }),
  );
});
