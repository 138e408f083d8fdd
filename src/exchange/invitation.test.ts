import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, idFromBytes, type WorkspaceId } from '../base/index.ts';
import { personEnrolment, signingKeyFromSeed, signStatement } from '../preserve/index.ts';
import { letterText, readInvitation, readRequest, writeInvitation, writeRequest } from './invitation.ts';

const key = signingKeyFromSeed(new Uint8Array(32).fill(7));
const person = idFromBytes('PersonKey', key.publicKey);
const device = idFromBytes('DeviceKey', signingKeyFromSeed(new Uint8Array(32).fill(8)).publicKey);
const workspace: WorkspaceId = idFromBytes('WorkspaceId', new Uint8Array(32).fill(9));
const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const sign = (domain: 'invitation' | 'joining', body: Uint8Array): string => signStatement(key, domain, body);
const invitation = writeInvitation({ workspace, person, device, recipient }, sign);
const request = writeRequest({ workspace, device, recipient, name: 'Bora' }, personEnrolment(workspace, key), sign);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('E1, E3: an invitation and a request read back as they were written', () => {
  expect(readInvitation(bytes(letterText(invitation)))).toEqual({ ok: true, value: invitation });
  expect(readRequest(bytes(letterText(request)), workspace)).toEqual({ ok: true, value: request });
});

it('E3: a request is as long whatever the name', () => {
  const named = (name: string | null): number =>
    bytes(letterText(writeRequest({ workspace, device, recipient, name }, personEnrolment(workspace, key), sign)))
      .length;
  expect(new Set([null, 'B', '가'.repeat(200), 'x'.repeat(200)].map(named))).toEqual(new Set([4096]));
});

it('E1, E3: one changed anywhere, of another workspace, of a newer version or for the other use is refused by name', () => {
  const name = (result: ReturnType<typeof readInvitation> | ReturnType<typeof readRequest>): string =>
    result.ok ? 'read' : result.error.type;
  const other = `${canonicalJson({ ...invitation, device: 'ab'.repeat(32) })}\n`;
  expect(name(readInvitation(bytes(other)))).toBe('letter-signature-wrong');
  expect(name(readInvitation(bytes(canonicalJson({ ...invitation, format: 'daybook/invitation/v2' }))))).toBe(
    'letter-newer',
  );
  expect(name(readInvitation(bytes(letterText(request))))).toBe('letter-malformed');
  expect(name(readRequest(bytes(letterText(invitation)), workspace))).toBe('letter-malformed');
  expect(name(readRequest(bytes(letterText({ ...request, name: 'Cem' })), workspace))).toBe('letter-signature-wrong');
  const elsewhere = idFromBytes('WorkspaceId', new Uint8Array(32));
  expect(name(readRequest(bytes(letterText(request)), elsewhere))).toBe('letter-of-other-workspace');
  expect(name(readInvitation(new Uint8Array(20_000)))).toBe('letter-malformed');
  const whole = bytes(letterText(invitation));
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 2 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = new Uint8Array(whole);
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(name(readInvitation(changed))).not.toBe('read');
    }),
  );
});
