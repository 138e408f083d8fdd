import { expect, it } from 'vitest';
import { idFromBytes, parseCollectionId, parseSourceId, type WorkspaceId } from '../base/index.ts';
import { signingKeyFromSeed } from '../preserve/index.ts';
import { type BundleHeader, encodeHeader } from './bundle-header.ts';
import { blobHead, partHead, readItems } from './bundle-items.ts';
import { checkBundle } from './check-bundle.ts';
import { bundleMagic, encodeFrame, FRAME_LIMIT, type FrameType } from './frame.ts';

const key = (n: number): Uint8Array => signingKeyFromSeed(new Uint8Array(32).fill(n)).publicKey;
const workspace: WorkspaceId = idFromBytes('WorkspaceId', new Uint8Array(32).fill(9));
const source = parseSourceId('01'.repeat(16));
const nothing = { entries: 0, parts: 0, withheld: 0, blobs: 0, bytes: 0 };
const header: BundleHeader = {
  v: 1,
  bundle: '0a'.repeat(16),
  workspace,
  device: idFromBytes('DeviceKey', key(1)),
  person: idFromBytes('PersonKey', key(2)),
  at: '2026-01-02T03:04:05.678Z',
  before: [],
  after: [],
  scope: 'all',
  counts: nothing,
  complete: true,
  recipient: `age1${'q'.repeat(58)}`,
};
const part = {
  commitment: idFromBytes('Sha256', new Uint8Array(32)),
  salt: new Uint8Array(32),
  body: new Uint8Array(3),
};
const frame = (type: FrameType, body: Uint8Array): Uint8Array => encodeFrame(type, body);
const trailer = frame('trailer', new Uint8Array(64));

function headed(counts: Partial<BundleHeader['counts']>): Uint8Array {
  return Buffer.concat([
    bundleMagic(),
    frame('header', encodeHeader({ ...header, counts: { ...nothing, ...counts } })),
  ]);
}

/** 'whole', or the name and rule of why not. */
async function fate(...pieces: readonly Uint8Array[]): Promise<string> {
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield* pieces;
  }
  return fateOf(stream());
}

async function fateOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const checked = await checkBundle(stream, { workspace, members: { persons: [], devices: [], removed: [] } });
  if (checked.ok) return 'whole';
  return checked.error.type === 'bundle-malformed' ? checked.error.what : checked.error.type;
}

function lengthOf(body: Uint8Array, at: number, value: bigint): Uint8Array {
  const changed = Buffer.from(body);
  changed.writeBigUInt64BE(value, at);
  return changed;
}

it('E10, E11: every rule of the stream has its name, and what holds them all is only not signed', async () => {
  if (source === undefined) throw new Error('no id');
  const entry = frame('entry', Buffer.from('{}'));
  const parted = [frame('part', partHead(part)), frame('part-bytes', part.body)];
  const blob = [frame('blob', blobHead(source, 2)), frame('blob-bytes', new Uint8Array(2))];
  const counts = { entries: 1, parts: 1, blobs: 1, bytes: 2 };
  const whole = [headed(counts), entry, ...parted, frame('checkpoint', Buffer.from('x')), ...blob];
  const filled = frame('filling', new Uint8Array(7));
  expect(await fate(...whole, filled, trailer)).toBe('bundle-signature-wrong');
  const cases: readonly (readonly [string, readonly Uint8Array[]])[] = [
    ['not-a-bundle', [Buffer.from('x')]],
    ['bundle-newer', [Buffer.from('daybook-bundle/7\n')]],
    ['the first line', [Buffer.from('daybook-bundle/1 ')]],
    ['bundle-cut-short', [headed(counts)]],
    ['bundle-cut-short', [...whole, filled]],
    ['bundle-cut-short', [...whole, trailer.subarray(0, 40)]],
    ['the order of frames', [bundleMagic(), entry]],
    ['the order of frames', [headed(nothing), headed(nothing).subarray(17), trailer]],
    ['the order of frames', [headed(nothing), filled, frame('checkpoint', Buffer.from('x')), trailer]],
    ['what it counts', [headed({ entries: 1 }), trailer]],
    ['what it counts', [headed({ bytes: 1 }), trailer]],
    ['the number of entries', [headed({}), entry, trailer]],
    ['the number of parts', [headed({ entries: 1 }), entry, ...parted, trailer]],
    ['the number of blobs', [headed({ bytes: 2 }), ...blob, trailer]],
    ['a length', [headed({ blobs: 1, bytes: 1 }), ...blob, trailer]],
    [
      'a length',
      [headed({ entries: 1, parts: 1 }), entry, frame('part', lengthOf(partHead(part), 64, 2n ** 29n + 1n))],
    ],
    ['the pieces of a part or of bytes', [headed({ entries: 1, parts: 1 }), entry, parted[0] ?? entry, trailer]],
    [
      'the pieces of a part or of bytes',
      [headed({ blobs: 1, bytes: 2 }), blob[0] ?? entry, frame('blob-bytes', new Uint8Array(3))],
    ],
    ['its filling', [headed({}), frame('filling', Buffer.from([0, 1])), trailer]],
    ['bytes after the end', [headed({}), trailer, Buffer.from([0])]],
    ['an unknown kind of frame', [headed({}), Buffer.from([0x41, 0, 0, 0, 0])]],
    ['the length of a frame', [headed({}), Buffer.from([0x45, 0xff, 0xff, 0xff, 0xff])]],
    ['the length of a frame', [headed({}), Buffer.from([0x54, 0, 0, 0, 63])]],
    ['the header', [bundleMagic(), frame('header', Buffer.from('[]'))]],
    ['the header', [bundleMagic(), frame('header', Buffer.from(` ${Buffer.from(encodeHeader(header))}`))]],
    ['bundle-newer', [bundleMagic(), frame('header', Buffer.from('{"v":2,"x":1}'))]],
    [
      'bundle-of-other-workspace',
      [
        bundleMagic(),
        frame('header', encodeHeader({ ...header, workspace: idFromBytes('WorkspaceId', key(3)) })),
        trailer,
      ],
    ],
  ];
  for (const [name, pieces] of cases.filter(([, list]) => list.length > 0))
    expect(await fate(...pieces), name).toBe(name);
});

it('E21: a length that is too large is refused before a byte behind it is asked for', async () => {
  let asked = 0;
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield headed({ entries: 1 });
    yield Buffer.from([0x45, 0x7f, 0xff, 0xff, 0xff]);
    for (;;) {
      asked++;
      yield new Uint8Array(FRAME_LIMIT);
    }
  }
  await expect(
    (async () => {
      for await (const _ of readItems(stream())) {
        // Nothing is made of it.
      }
    })(),
  ).rejects.toThrow('bundle-malformed');
  expect(asked).toBe(0);
});

it('E14, E21: a part is told before a byte of it is asked for, and the checking reads it piece by piece', async () => {
  const pieces = 64;
  const piece = new Uint8Array(FRAME_LIMIT);
  const head = encodeFrame('part-bytes', piece).subarray(0, 5);
  let asked = 0;
  let held = 0;
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield headed({ entries: 1, parts: 1 });
    yield frame('entry', Buffer.from('{}'));
    yield frame('part', lengthOf(partHead(part), 64, BigInt(pieces * FRAME_LIMIT)));
    const before = process.memoryUsage().arrayBuffers;
    for (; asked < pieces; asked++) {
      yield head;
      yield piece;
    }
    held = process.memoryUsage().arrayBuffers - before;
    yield trailer;
  }
  for await (const item of readItems(stream())) {
    if (item.type !== 'part') continue;
    expect([asked, item.length]).toEqual([0, pieces * FRAME_LIMIT]);
    break;
  }
  expect(await fateOf(stream())).toBe('bundle-signature-wrong');
  expect(asked).toBe(pieces);
  expect(held).toBeLessThan((pieces / 2) * FRAME_LIMIT);
});

it('E10: bytes of a source that nobody reads are passed over, and scopes are named by ids of collections', async () => {
  if (source === undefined) throw new Error('no id');
  const collection = parseCollectionId('02'.repeat(16));
  if (collection === undefined) throw new Error('no id');
  const scoped = encodeHeader({ ...header, scope: [collection], counts: { ...nothing, blobs: 2, bytes: 5 } });
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield bundleMagic();
    yield frame('header', scoped);
    if (source === undefined) return;
    for (const length of [2, 3]) {
      yield frame('blob', blobHead(source, length));
      yield frame('blob-bytes', new Uint8Array(length));
    }
    yield trailer;
  }
  const types: string[] = [];
  for await (const item of readItems(stream())) types.push(item.type);
  expect(types).toEqual(['header', 'blob', 'blob', 'end']);
});
