import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deviceKeyOf, testKey } from '../../test/preserve/log-book.ts';
import { idFromBytes } from '../base/index.ts';
import { checkPart, type Part, partCommitment, referToPart } from './part.ts';

const subject = (byte: number) => idFromBytes('SubjectId', new Uint8Array(16).fill(byte));
const part: Part = {
  workspace: idFromBytes('WorkspaceId', new Uint8Array(32).fill(1)),
  device: deviceKeyOf(testKey(1)),
  of: [subject(2), subject(3)],
  salt: new Uint8Array(32).fill(4),
  body: new Uint8Array(Buffer.from('a body')),
};
const reference = referToPart(part);
const fate = (salt: Uint8Array, body: Uint8Array, at: Partial<Part> = {}): string => {
  const checked = checkPart({ salt, body }, { ...part, ...at, reference: { ...reference, of: at.of ?? reference.of } });
  return checked.ok ? 'ours' : checked.error.type;
};

it('P8: a part opens its commitment, and nothing that differs in one bit does', () => {
  expect(fate(part.salt, part.body)).toBe('ours');
  for (const field of [part.salt, part.body]) {
    for (let bit = 0; bit < field.length * 8; bit++) {
      const changed = new Uint8Array(field);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const [salt, body] = field === part.salt ? [changed, part.body] : [part.salt, changed];
      expect(fate(salt, body)).toBe('part-differs-from-commitment');
    }
  }
});

it('P8: salt and body cannot be divided elsewhere', () => {
  const all = Buffer.concat([part.salt, part.body]);
  for (let at = 0; at <= all.length; at++) {
    const expected = at === 32 ? 'ours' : 'salt-length-wrong';
    expect(fate(new Uint8Array(all.subarray(0, at)), new Uint8Array(all.subarray(at)))).toBe(expected);
  }
  expect(() => partCommitment({ ...part, salt: new Uint8Array(31) })).toThrow('32 bytes');
});

it('P8: a commitment opens nothing in another device’s entry, workspace, or under other subjects', () => {
  const elsewhere: readonly Partial<Part>[] = [
    { device: deviceKeyOf(testKey(9)) },
    { workspace: idFromBytes('WorkspaceId', new Uint8Array(32).fill(9)) },
    { of: [subject(2)] },
    { of: [subject(2), subject(3), subject(4)] },
    { of: [subject(9)] },
  ];
  expect(elsewhere.map((at) => fate(part.salt, part.body, at))).toEqual(
    elsewhere.map(() => 'part-differs-from-commitment'),
  );
});

it('P8: subjects are kept sorted and once, in whatever order they are given', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(255), { minLength: 1, maxLength: 20 }), (bytes) => {
      const of = bytes.map(subject);
      const kept = referToPart({ ...part, of });
      expect(kept).toEqual(referToPart({ ...part, of: of.toReversed() }));
      expect(kept.of).toEqual([...new Set(of)].sort());
      expect(checkPart(part, { ...part, reference: kept }).ok).toBe(true);
    }),
  );
});
