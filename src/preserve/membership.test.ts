import { expect, it } from 'vitest';
import { checkpointKeyOf, deviceKeyOf, personKeyOf, testKey } from '../../test/preserve/log-book.ts';
import { canonicalJson, idFromBytes } from '../base/index.ts';
import type { UnsignedEnvelope } from './envelope.ts';
import {
  checkMembers,
  foundingMembers,
  isMembershipKind,
  membershipOf,
  personEnrolment,
  readPersonNameBody,
  workspaceIdOf,
} from './membership.ts';
import { signBytes } from './signing.ts';

/** A fact as an entry may state it, well formed or not. */
interface Stated {
  readonly type: string;
  readonly [field: string]: unknown;
}

const device = deviceKeyOf(testKey(1));
const founder = testKey(2);
const checkpointKey = checkpointKeyOf(testKey(3));
const { workspace, members } = foundingMembers({ device, person: founder, checkpointKey });

const founding: UnsignedEnvelope = {
  v: 1,
  workspace,
  device,
  seq: 0,
  prev: null,
  person: personKeyOf(founder),
  seen: [],
  order: 1,
  at: '2026-01-02T03:04:05.678Z',
  kind: 'workspace-founded',
  members,
  parts: [],
};
const head = { device, size: 3, root: idFromBytes('Sha256', new Uint8Array(32).fill(7)) };
const newcomer = { ...personEnrolment(workspace, testKey(4)) };
const founders = members.map((fact): Stated => ({ ...fact }));

/** The refusal of a later entry of a kind with these facts; undefined when they are in order. */
function refusal(kind: string, facts: readonly Stated[], v = 1): string | undefined {
  return checkMembers({ ...founding, v, seq: 1, kind, members: facts })?.type;
}

it('P15: a workspace is named by the keys that found it', () => {
  const keys = { device, person: personKeyOf(founder), checkpointKey };
  expect(workspaceIdOf(keys)).toBe(workspace);
  expect(checkMembers(founding)).toBeUndefined();
  const others = [
    workspaceIdOf({ ...keys, device: deviceKeyOf(testKey(9)) }),
    workspaceIdOf({ ...keys, person: personKeyOf(testKey(9)) }),
    workspaceIdOf({ ...keys, checkpointKey: checkpointKeyOf(testKey(9)) }),
    workspaceIdOf({ ...keys, device: deviceKeyOf(founder), person: personKeyOf(testKey(1)) }),
  ];
  expect(new Set([workspace, ...others]).size).toBe(5);
});

it('P15: founding with other keys, elsewhere in a log, or after having seen something is refused', () => {
  const other = { ...founding, person: personKeyOf(testKey(9)) };
  expect(checkMembers(other)?.type).toBe('not-the-founder');
  const ours = personEnrolment(workspace, testKey(9));
  expect(checkMembers({ ...founding, person: ours.person, members: [ours, members[1]] })?.type).toBe('not-the-founder');
  expect(checkMembers({ ...founding, device: deviceKeyOf(testKey(9)) })?.type).toBe('not-the-founder');
  expect(checkMembers({ ...founding, seq: 1 })?.type).toBe('second-founding');
  expect(checkMembers({ ...founding, seen: [{ ...head, device: deviceKeyOf(testKey(9)) }] })?.type).toBe(
    'second-founding',
  );
});

it('P16: nobody is enrolled without a proof of the key for this workspace', () => {
  expect(refusal('person-enrolled', [newcomer])).toBeUndefined();
  const elsewhere = workspaceIdOf({ device, person: newcomer.person, checkpointKey });
  const { person } = newcomer;
  const unbound = Buffer.from(signBytes(testKey(4), Buffer.from(canonicalJson({ person, workspace })))).toString('hex');
  const wrong = [
    { ...newcomer, possession: personEnrolment(elsewhere, testKey(4)).possession },
    { ...newcomer, possession: personEnrolment(workspace, testKey(9)).possession },
    { ...newcomer, possession: unbound },
    { ...newcomer, possession: '0'.repeat(128) },
    {
      ...newcomer,
      person: idFromBytes('PersonKey', Uint8Array.of(1, ...new Uint8Array(31))),
      possession: `01${'0'.repeat(126)}`,
    },
  ];
  expect(wrong.map((fact) => refusal('person-enrolled', [fact]))).toEqual(wrong.map(() => 'possession-wrong'));
});

it('P18: the keys that one entry brings together differ', () => {
  expect(refusal('device-enrolled', [{ type: 'device', checkpointKey }])).toBeUndefined();
  const own = { type: 'device', checkpointKey: device };
  const persons = { type: 'device', checkpointKey: founding.person };
  expect([own, persons].map((fact) => refusal('device-enrolled', [fact]))).toEqual([
    'key-used-twice',
    'key-used-twice',
  ]);
  expect(refusal('person-enrolled', [{ ...personEnrolment(workspace, testKey(1)) }])).toBe('key-used-twice');
});

it('P20: facts fit their kind exactly, in version 1', () => {
  const deviceFact = { type: 'device', checkpointKey };
  const wrong: readonly (readonly [string, readonly Stated[]])[] = [
    ['workspace-founded', []],
    ['workspace-founded', [deviceFact, ...founders]],
    ['workspace-founded', founders.toReversed()],
    ['person-enrolled', []],
    ['person-enrolled', [newcomer, newcomer]],
    ['person-enrolled', [deviceFact]],
    ['person-enrolled', [{ ...newcomer, office: 'harbour' }]],
    ['device-enrolled', [{ ...deviceFact, device }]],
    ['device-enrolled', [JSON.parse(`{"__proto__":{},"type":"device","checkpointKey":"${checkpointKey}"}`)]],
    [
      'person-removed',
      [
        JSON.parse(
          `{"type":"person-removal","person":"${device}","heads":[{"__proto__":1,"device":"${device}","root":"${head.root}","size":3}]}`,
        ),
      ],
    ],
    ['device-enrolled', [{ type: 'device', checkpointKey: `01${'00'.repeat(31)}` }]],
    ['person-removed', []],
    ['person-removed', [{ type: 'person-removal', person: newcomer.person, heads: [head, head] }]],
    ['person-removed', [{ type: 'device-removal', device, heads: [head] }]],
    ['device-removed', [{ type: 'device-removal', device: deviceKeyOf(testKey(9)), heads: [head] }]],
    ['review', [newcomer]],
    ['weather', [{ type: 'office' }]],
  ];
  expect(wrong.map(([kind, facts]) => [kind, refusal(kind, facts)])).toEqual(
    wrong.map(([kind]) => [kind, 'members-malformed']),
  );
});

it('P19: a removal names heads, of the removed device alone when it is a device', () => {
  expect(
    refusal('person-removed', [{ type: 'person-removal', person: newcomer.person, heads: [head] }]),
  ).toBeUndefined();
  expect(refusal('person-removed', [{ type: 'person-removal', person: newcomer.person, heads: [] }])).toBeUndefined();
  expect(refusal('device-removed', [{ type: 'device-removal', device, heads: [head] }])).toBeUndefined();
});

it('P20: what a newer version says is not judged, nor read as if it were known', () => {
  expect(refusal('person-enrolled', [{ type: 'office' }], 2)).toBeUndefined();
  expect(membershipOf({ v: 2, kind: 'person-enrolled', members: [newcomer] })).toBeUndefined();
  expect(membershipOf({ v: 2, kind: 'weather', members: [newcomer] })).toBeUndefined();
  expect(membershipOf({ v: 2, kind: 'weather', members: [] })).toEqual([]);
  expect(membershipOf({ v: 2, kind: 'device-removed', members: [] })).toBeUndefined();
  expect(membershipOf(founding)).toEqual(members);
});

it('five kinds say who belongs', () => {
  const kinds = [
    'workspace-founded',
    'person-enrolled',
    'device-enrolled',
    'person-removed',
    'device-removed',
    'review',
  ];
  expect(kinds.filter((kind) => isMembershipKind(kind))).toEqual(kinds.slice(0, 5));
});

it('P16: a name is read from a body of exactly its form', () => {
  const body = { type: 'person-name', person: newcomer.person, name: 'Mara Veldt' };
  expect(readPersonNameBody(body)).toEqual(body);
  const others = [null, 'Mara', { ...body, name: '' }, { ...body, type: 'person' }, { ...body, age: 1 }];
  expect(others.map((other) => readPersonNameBody(other))).toEqual(others.map(() => undefined));
});
