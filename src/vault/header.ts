/**
 * `header.json`: the slots through which a vault can be opened, under a MAC of the vault key. It stands in the clear and
 * tells a reader how many ways in there are, what they cost and how often they changed, and nothing else.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { bytesToHex, canonicalJson, hexToBytes, type Json, ok, type Result, refuse } from '../base/index.ts';
import { readSmallFile, replaceFile, VAULT_FILES } from './durable-file.ts';
import {
  checkKdfCost,
  type KdfRefusal,
  openPersonSlot,
  type PassphraseRefusal,
  type PersonSlot,
  parsePersonSlot,
  type SlotSecrets,
} from './key-slot.ts';
import {
  isRecoveryKind,
  openRecoverySlot,
  parseRecoverySlot,
  type RecoveryKey,
  type RecoverySlot,
} from './recovery-slot.ts';
import { deriveVaultKeys, parseVaultId, type VaultId, type VaultKeys } from './vault-key.ts';

/** A slot this build opens, or one of a kind it does not know, which it keeps as it is and protects like the others. */
export type HeaderSlot =
  | { readonly type: 'person'; readonly slot: PersonSlot }
  | { readonly type: 'recovery'; readonly slot: RecoverySlot }
  | {
      readonly type: 'unknown';
      readonly id: string;
      readonly kind: string;
      readonly json: { readonly [field: string]: Json };
    };

export interface Header {
  readonly vault: VaultId;
  /** 1 in a new vault, one more at each replacement. */
  readonly generation: number;
  /** Their order means nothing. */
  readonly slots: readonly HeaderSlot[];
  /** HMAC-SHA-256, hexadecimal. */
  readonly mac: string;
}

export interface OpenedHeader extends SlotSecrets {
  readonly vault: VaultId;
  readonly generation: number;
  /** Id of the slot that opened; the database knows whose it is. */
  readonly slot: string;
  readonly keys: VaultKeys;
}

export type HeaderRefusal =
  | { readonly type: 'header-missing' }
  | { readonly type: 'header-damaged' }
  /** Written by a newer Daybook. */
  | { readonly type: 'header-newer'; readonly version: number };
export type OpenRefusal =
  | KdfRefusal
  | PassphraseRefusal
  /** No slot opens with this sheet, office key or set of shares: another vault's, one that was removed, or none. */
  | { readonly type: 'recovery-opens-nothing' }
  /** A slot opened, but the header around it was changed by someone without the vault key. */
  | { readonly type: 'header-forged' }
  /**
   * A whole older header was put back, or another vault's: the database beside it knows the number of the last one, or does
   * not open with its key.
   */
  | { readonly type: 'header-older' };

const VERSION = 1;
const LONGEST_HEADER = 256 * 1024;
/** Ways into one vault. */
export const MOST_SLOTS = 64;
const DEEPEST = 8;

const headerSchema = z.strictObject({
  v: z.literal(VERSION),
  vault: z.string(),
  generation: z.int().min(1),
  slots: z.array(z.unknown()).min(1).max(MOST_SLOTS),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});
const versionSchema = z.looseObject({ v: z.int().min(1) });
const anySlotSchema = z.looseObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
});

/** The first header of a vault, or one that replaces every slot under a new vault key. */
export function createHeader(options: {
  readonly vault: VaultId;
  readonly vaultKey: Uint8Array;
  readonly slots: readonly HeaderSlot[];
  readonly generation?: number;
}): Header {
  const { vault, vaultKey, slots, generation = 1 } = options;
  const ids = new Set(slots.map(slotId));
  if (slots.length === 0 || slots.length > MOST_SLOTS) throw new Error(`a header takes 1 to ${MOST_SLOTS} slots`);
  if (ids.size !== slots.length) throw new Error('two slots of a header have one id');
  const bare = { vault, generation, slots };
  return { ...bare, mac: bytesToHex(headerMac(bare, deriveVaultKeys(vault, vaultKey).headerMac)) };
}

/** The header with other slots, one generation on. Slots of unknown kinds stay only if the caller passes them along. */
export function replaceSlots(header: Header, vaultKey: Uint8Array, slots: readonly HeaderSlot[]): Header {
  return createHeader({ vault: header.vault, vaultKey, slots, generation: header.generation + 1 });
}

/**
 * Reads the header of a vault folder. The file must be the one canonical text of its content (RFC 8785, then a line
 * feed), so that no change to it, a repeated key or a moved space, goes unnoticed. Nothing is authentic before
 * `openHeader` has agreed.
 */
export function readHeader(folder: string): Result<Header, HeaderRefusal> {
  const bytes = readSmallFile(join(folder, VAULT_FILES.header), LONGEST_HEADER);
  if (bytes === 'missing') return refuse({ type: 'header-missing' });
  if (bytes === 'too-long') return refuse({ type: 'header-damaged' });
  return parseHeader(bytes);
}

/** The same from bytes, for headers inside backups. */
export function parseHeader(bytes: Uint8Array): Result<Header, HeaderRefusal> {
  const damaged = refuse<HeaderRefusal>({ type: 'header-damaged' });
  const value = bytes.length > LONGEST_HEADER ? undefined : parseJson(bytes);
  const version = versionSchema.safeParse(value);
  if (version.success && version.data.v > VERSION) return refuse({ type: 'header-newer', version: version.data.v });
  const parsed = headerSchema.safeParse(value);
  if (!parsed.success) return damaged;
  const { generation, mac } = parsed.data;
  const vault = parseVaultId(parsed.data.vault);
  const slots = parsed.data.slots.map(parseSlot).filter((slot) => slot !== undefined);
  if (vault === undefined || slots.length !== parsed.data.slots.length) return damaged;
  if (new Set(slots.map(slotId)).size !== slots.length) return damaged;
  const header: Header = { vault, generation, slots, mac };
  return Buffer.from(serialiseHeader(header)).equals(bytes) ? ok(header) : damaged;
}

/**
 * Tries a passphrase on the slots, one after another: Argon2id runs once for each. Slots out of bounds refuse the whole
 * header before any work. `wrong-passphrase` when no slot opened, also when every slot is of an unknown kind.
 */
export async function openHeader(header: Header, passphrase: string): Promise<Result<OpenedHeader, OpenRefusal>> {
  const cost = checkCosts(header);
  if (!cost.ok) return cost;
  for (const slot of personSlots(header)) {
    const opened = await openPersonSlot(slot, { vault: header.vault, passphrase });
    if (opened.ok) return settleOpened(header, slot.id, opened.value);
  }
  return refuse({ type: 'wrong-passphrase' });
}

/** Tries a sheet, an office's identity or joined shares on the recovery slots; refuses as `openHeader` does. */
export async function openHeaderByRecovery(
  header: Header,
  key: RecoveryKey,
): Promise<Result<OpenedHeader, OpenRefusal>> {
  const cost = checkCosts(header);
  if (!cost.ok) return cost;
  for (const each of header.slots) {
    if (each.type !== 'recovery') continue;
    const secrets = await openRecoverySlot(each.slot, { vault: header.vault, key });
    if (secrets !== undefined) return settleOpened(header, each.slot.id, secrets);
  }
  return refuse({ type: 'recovery-opens-nothing' });
}

/** Whether a header is what someone with the vault key wrote. */
export function isHeaderAuthentic(header: Header, headerKey: Uint8Array): boolean {
  return timingSafeEqual(headerMac(header, headerKey), hexToBytes(header.mac));
}

/** The slots that a passphrase opens. */
function personSlots({ slots }: Header): readonly PersonSlot[] {
  return slots.flatMap((each) => (each.type === 'person' ? [each.slot] : []));
}

/**
 * Writes the header durably; a crash leaves the old one or the new one. The caller holds the write lock. `beforeRename` is
 * for fault campaigns.
 */
export function writeHeader(folder: string, header: Header, beforeRename: () => void = () => {}): void {
  replaceFile(join(folder, VAULT_FILES.header), serialiseHeader(header), beforeRename);
}

/** The bytes of the file: canonical JSON and a line feed. */
export function serialiseHeader(header: Header): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson({ ...plainHeader(header), mac: header.mac })}\n`);
}

/** Puts a person's slot among a header's slots. */
export function personSlot(slot: PersonSlot): HeaderSlot {
  return { type: 'person', slot };
}

/** Puts a recovery slot among a header's slots. */
export function recoverySlot(slot: RecoverySlot): HeaderSlot {
  return { type: 'recovery', slot };
}

/** The id of a slot, whatever its kind. */
export function slotId(slot: HeaderSlot): string {
  return slot.type === 'unknown' ? slot.id : slot.slot.id;
}

/** The kind of a slot as the file names it. */
export function slotKind(slot: HeaderSlot): string {
  return slot.type === 'unknown' ? slot.kind : slot.slot.kind;
}

function checkCosts(header: Header): Result<undefined, KdfRefusal> {
  for (const { kdf } of personSlots(header)) {
    const cost = checkKdfCost(kdf);
    if (!cost.ok) return cost;
  }
  return ok(undefined);
}

function settleOpened(header: Header, slot: string, secrets: SlotSecrets): Result<OpenedHeader, OpenRefusal> {
  const { vault, generation } = header;
  const keys = deriveVaultKeys(vault, secrets.vaultKey);
  if (!isHeaderAuthentic(header, keys.headerMac)) return refuse({ type: 'header-forged' });
  return ok({ ...secrets, vault, generation, slot, keys });
}

function headerMac(header: Omit<Header, 'mac'>, key: Uint8Array): Buffer {
  return createHmac('sha256', key)
    .update(canonicalJson(plainHeader(header)))
    .digest();
}

function plainHeader({ vault, generation, slots }: Omit<Header, 'mac'>): { readonly [key: string]: unknown } {
  return {
    v: VERSION,
    vault,
    generation,
    slots: slots.map((each) => (each.type === 'unknown' ? each.json : each.slot)),
  };
}

function parseSlot(value: unknown): HeaderSlot | undefined {
  const any = anySlotSchema.safeParse(value);
  if (!any.success) return undefined;
  const { id, kind } = any.data;
  if (kind === 'person') {
    const slot = parsePersonSlot(value);
    return slot && personSlot(slot);
  }
  if (isRecoveryKind(kind)) {
    const slot = parseRecoverySlot(value);
    return slot && recoverySlot(slot);
  }
  return isJsonObject(value) ? { type: 'unknown', id, kind, json: value } : undefined;
}

/** Undefined for what is not UTF-8, not JSON, or nested so deeply that walking it could exhaust the stack. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return isJson(value, DEEPEST) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function isJsonObject(value: unknown): value is { readonly [field: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value, DEEPEST);
}

/** Whether canonical JSON has a form for the value: no lone surrogate, no number out of range, not too deep. */
function isJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Array.isArray(value)
    ? value.every((each) => isJson(each, depth - 1))
    : Object.entries(value).every(([key, each]) => key.isWellFormed() && isJson(each, depth - 1));
}
