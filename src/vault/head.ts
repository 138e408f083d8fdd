/**
 * `head`: how far this device's log had got when the last group was acknowledged. The database alone cannot say: one
 * flipped bit in the write-ahead log of a killed vault makes SQLite drop committed rows and call itself sound. It is
 * written after each commit and before the acknowledgement, by synchronous calls, from the thread that commits.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync } from 'node:fs';
import { type DeviceKey, hexToBytes, idFromBytes, ok, type Result, refuse, type Sha256 } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import { readSmallFile, replaceFile, writeWhole } from './durable-file.ts';
import type { VaultId } from './vault-key.ts';

/** What a head says: this device's log has `size` entries and this root (RFC 6962 tree hash). */
export interface HeadState {
  readonly device: DeviceKey;
  readonly size: number;
  readonly root: Sha256;
}

export interface Head extends HeadState {
  /** One more at each write. */
  readonly counter: number;
  /**
   * Set when the other slot does not hold the head before this one. After power was cut during a write that is what it
   * looks like and nothing acknowledged is lost; otherwise this head may be older than the last one written.
   */
  readonly warning?: { readonly type: 'slot-damaged'; readonly slot: 0 | 1 };
}

export type HeadRefusal =
  | { readonly type: 'head-missing' }
  /** Neither slot is valid under this key and vault. */
  | { readonly type: 'head-damaged' }
  | { readonly type: 'head-newer'; readonly version: number };

/** What authenticates a head: the vault's head key, and the vault itself, so that no other vault's head passes. */
export interface HeadAuthority {
  readonly vault: VaultId;
  readonly headMac: Uint8Array;
}

const SLOT_BYTES = 512;
const MAC_BYTES = 32;
const MAGIC = Buffer.from('DAYBHEAD', 'ascii');
const VERSION = 1;
/** Offsets in a slot, numbers big-endian; what is not named is zero. */
const AT = { magic: 0, version: 8, counter: 12, device: 20, size: 52, root: 60, reserved: 92, mac: 480 } as const;

/** The head of a log that is still empty (RFC 6962: the root is the hash of nothing). It vouches for nothing. */
export const EMPTY_LOG: Omit<HeadState, 'device'> = { size: 0, root: sha256(new Uint8Array()) };

/** Writes a new head file durably: counters 0 and 1, both with the state. Replaces one that is there. */
export function createHead(path: string, authority: HeadAuthority, state: HeadState): Head {
  const slots = [0, 1].map((counter) => encodeSlot({ ...plainState(state), counter }, authority));
  replaceFile(path, Buffer.concat(slots));
  return { ...plainState(state), counter: 1 };
}

/** Reads the head: the valid slot of the highest counter. */
export function readHead(path: string, authority: HeadAuthority): Result<Head, HeadRefusal> {
  const bytes = readSmallFile(path, 2 * SLOT_BYTES);
  if (bytes === 'missing') return refuse({ type: 'head-missing' });
  // A file of another length is damaged even if a slot in it is whole: nothing of ours leaves one.
  if (bytes === 'too-long' || bytes.length !== 2 * SLOT_BYTES) return refuse({ type: 'head-damaged' });
  const slots = [0, 1].map((index) => bytes.subarray(index * SLOT_BYTES, (index + 1) * SLOT_BYTES));
  const heads = slots.map((slot, index) => decodeSlot(slot, index, authority)).filter((head) => head !== undefined);
  const newest = heads.toSorted((a, b) => b.counter - a.counter)[0];
  if (newest === undefined) {
    const version = slots.map(slotVersion).find((each) => each !== undefined && each > VERSION);
    return refuse(version === undefined ? { type: 'head-damaged' } : { type: 'head-newer', version });
  }
  const previous = heads.find((head) => head.counter === newest.counter - 1);
  if (previous !== undefined) return ok(newest);
  return ok({ ...newest, warning: { type: 'slot-damaged', slot: newest.counter % 2 === 0 ? 1 : 0 } });
}

/**
 * Writes the next head over the older slot and syncs it; when this returns the state is durable, and a crash before
 * leaves the head before it. Repairs a damaged slot in passing. The caller holds the write lock.
 * Refuses as `readHead` does, having written nothing. Throws when the disk fails.
 */
export function advanceHead(path: string, authority: HeadAuthority, state: HeadState): Result<Head, HeadRefusal> {
  const current = readHead(path, authority);
  if (!current.ok) return current;
  const counter = current.value.counter + 1;
  const next = { ...plainState(state), counter };
  const fd = openSync(path, 'r+');
  try {
    writeWhole(fd, encodeSlot(next, authority), (counter % 2) * SLOT_BYTES);
    // The length never changes, so the data is all there is to sync.
    fdatasyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return ok(next);
}

function plainState({ device, size, root }: HeadState): HeadState {
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('the size of a log is a whole number');
  return { device, size, root };
}

function encodeSlot({ device, size, root, counter }: Head, authority: HeadAuthority): Buffer {
  const slot = Buffer.alloc(SLOT_BYTES);
  MAGIC.copy(slot, AT.magic);
  slot.writeUInt32BE(VERSION, AT.version);
  slot.writeBigUInt64BE(BigInt(counter), AT.counter);
  slot.set(hexToBytes(device), AT.device);
  slot.writeBigUInt64BE(BigInt(size), AT.size);
  slot.set(hexToBytes(root), AT.root);
  slotMac(slot, authority).copy(slot, AT.mac);
  return slot;
}

/** Undefined unless every byte is as `encodeSlot` writes it in this place. */
function decodeSlot(slot: Buffer | Uint8Array, index: number, authority: HeadAuthority): Head | undefined {
  const bytes = Buffer.from(slot.buffer, slot.byteOffset, slot.length);
  if (!timingSafeEqual(slotMac(bytes, authority), bytes.subarray(AT.mac))) return undefined;
  if (slotVersion(bytes) !== VERSION || bytes.subarray(AT.reserved, AT.mac).some((byte) => byte !== 0))
    return undefined;
  const counter = Number(bytes.readBigUInt64BE(AT.counter));
  const size = Number(bytes.readBigUInt64BE(AT.size));
  // A true slot copied over the other one is not in its place.
  if (!Number.isSafeInteger(counter) || !Number.isSafeInteger(size) || counter % 2 !== index) return undefined;
  return {
    device: idFromBytes('DeviceKey', bytes.subarray(AT.device, AT.device + 32)),
    size,
    root: idFromBytes('Sha256', bytes.subarray(AT.root, AT.root + 32)),
    counter,
  };
}

function slotVersion(slot: Uint8Array): number | undefined {
  const bytes = Buffer.from(slot.buffer, slot.byteOffset, slot.length);
  return bytes.subarray(0, MAGIC.length).equals(MAGIC) ? bytes.readUInt32BE(AT.version) : undefined;
}

function slotMac(slot: Buffer, { vault, headMac }: HeadAuthority): Buffer {
  if (slot.length - MAC_BYTES !== AT.mac) throw new Error('a head slot takes 512 bytes');
  return createHmac('sha256', headMac).update(hexToBytes(vault)).update(slot.subarray(0, AT.mac)).digest();
}
