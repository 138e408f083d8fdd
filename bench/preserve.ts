import { createHash, sign, verify } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { canonicalJson, idFromBytes, type LeafHash } from '../src/base/index.ts';
import {
  appendLeaf,
  emptyRange,
  foundingMembers,
  merkleLeaf,
  rangeRoot,
  readEnvelope,
  type SignedEntry,
  signEnvelope,
  signingKeyFromSeed,
  type UnsignedEnvelope,
} from '../src/preserve/index.ts';
import type { Figure } from './figure.ts';

const ENTRIES = 3000;
const LEAVES = 200_000;

/** How fast entries are signed, read with both signatures checked, and appended to a log's tree. */
export async function figures(): Promise<readonly Figure[]> {
  const device = signingKeyFromSeed(new Uint8Array(32).fill(1));
  const person = signingKeyFromSeed(new Uint8Array(32).fill(2));
  const key = idFromBytes('DeviceKey', device.publicKey);
  const checkpointKey = idFromBytes('CheckpointKey', signingKeyFromSeed(new Uint8Array(32).fill(3)).publicKey);
  const { workspace } = foundingMembers({ device: key, person, checkpointKey });
  const review = (seq: number, prev: LeafHash): UnsignedEnvelope => ({
    v: 1,
    workspace,
    device: key,
    seq,
    prev,
    person: idFromBytes('PersonKey', person.publicKey),
    seen: [],
    order: seq,
    at: '2026-01-02T03:04:05.678Z',
    kind: 'review',
    members: [],
    parts: [
      {
        of: [idFromBytes('SubjectId', new Uint8Array(16).fill(5))],
        commitment: idFromBytes('Sha256', new Uint8Array(32)),
      },
    ],
  });

  const entries: SignedEntry[] = [];
  let prev = idFromBytes('LeafHash', new Uint8Array(32));
  const signed = perSecond(ENTRIES, (i) => {
    const entry = signEnvelope(review(i + 1, prev), { device, person });
    entries.push(entry);
    prev = entry.leaf;
  });
  const messages = entries.map(({ envelope: { deviceSig, personSig: _, ...unsigned } }) => ({
    bytes: Buffer.from(`daybook/entry\n${canonicalJson(unsigned)}`),
    signature: Buffer.from(deviceSig, 'hex'),
  }));
  const bareSigned = perSecond(ENTRIES, (i) => {
    const message = messages[i]?.bytes ?? Buffer.alloc(0);
    sign(null, message, device.privateKey);
    sign(null, message, person.privateKey);
  });
  const read = perSecond(ENTRIES, (i) => {
    if (!readEnvelope(entries[i]?.bytes ?? new Uint8Array(), workspace).ok) throw new Error('an own entry was refused');
  });
  const bareRead = perSecond(ENTRIES, (i) => {
    const { bytes, signature } = messages[i] ?? { bytes: Buffer.alloc(0), signature: Buffer.alloc(64) };
    // Two checks, as an entry with a person has two signatures.
    for (let each = 0; each < 2; each++) verify(null, bytes, device.privateKey, signature);
  });

  const leaves = Array.from({ length: LEAVES }, (_, i) => merkleLeaf(Uint8Array.of(i & 255, (i >> 8) & 255, i >> 16)));
  let range = emptyRange;
  const appended = perSecond(LEAVES, (i) => {
    range = appendLeaf(range, leaves[i] ?? new Uint8Array(32));
  });
  rangeRoot(range);
  const hashed = perSecond(LEAVES, (i) => {
    createHash('sha256')
      .update(leaves[i] ?? new Uint8Array(32))
      .digest();
  });

  const common = `entries of ${entries.at(-1)?.bytes.length ?? 0} bytes with one part, two signatures each`;
  return [
    {
      name: 'entries signed',
      value: signed,
      unit: 'entries/s',
      n: ENTRIES,
      peer: 'two bare Ed25519 signatures over the same bytes',
      ratio: round(signed / bareSigned),
      conditions: `${common}; what is signed is read back and checked`,
    },
    {
      name: 'entries read and verified',
      value: read,
      unit: 'entries/s',
      n: ENTRIES,
      peer: 'two bare Ed25519 checks of the same bytes',
      ratio: round(read / bareRead),
      conditions: `${common}; form, canonical encoding, id and leaf included`,
    },
    {
      name: 'leaves appended',
      value: appended,
      unit: 'leaves/s',
      n: LEAVES,
      peer: 'one bare SHA-256 of 32 bytes each',
      ratio: round(appended / hashed),
      conditions: 'one log, in memory, leaf hashes given',
    },
  ];
}

function perSecond(count: number, step: (i: number) => void): number {
  const from = performance.now();
  for (let i = 0; i < count; i++) step(i);
  return Math.round((count * 1000) / (performance.now() - from));
}

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
