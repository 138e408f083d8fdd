/**
 * Ways into a vault for the day when a passphrase is lost: a sheet of words, an office's key, or shares of which some
 * suffice. Each is a slot of the header beside the persons' and seals the same: the vault key and the signing seed of the
 * person who made it. Their secrets are random, so no work is needed to protect them from guessing.
 */
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { bytesToHex, canonicalJson, hexToBytes, ok, type Result } from '../base/index.ts';
import { drawBytes, KEY_BYTES, NONCE_BYTES, type RandomBytes, seal, TAG_BYTES, unseal } from './aead.ts';
import { type KeyShare, splitSecret } from './key-shares.ts';
import type { SlotSecrets } from './key-slot.ts';
import { openAsOffice, type RecipientRefusal, sealToOffice } from './office-key.ts';
import { bytesToWords, type WordsRefusal, wordsToBytes } from './recovery-words.ts';
import type { VaultId } from './vault-key.ts';

export type RecoverySlot =
  | {
      /** 16 random bytes, hexadecimal. */
      readonly id: string;
      readonly kind: 'sheet' | 'shares';
      readonly nonce: string;
      /** 32 bytes of vault key and 32 bytes of signing seed, sealed. */
      readonly sealed: string;
    }
  | {
      readonly id: string;
      readonly kind: 'office';
      readonly nonce: string;
      readonly sealed: string;
      /** The secret as an age file for the office's recipient, base64. */
      readonly wrapped: string;
    };

/** What somebody has who opens a vault without a passphrase. */
export type RecoveryKey =
  | { readonly type: 'sheet'; readonly secret: Uint8Array }
  /** An age identity. */
  | { readonly type: 'office'; readonly identity: string }
  | { readonly type: 'shares'; readonly slot: string; readonly secret: Uint8Array };

/** A recovery slot before it is sealed: its secret is shown, written or sent off first. */
export type RecoveryDraft =
  | { readonly kind: 'sheet'; readonly id: string; readonly secret: Uint8Array }
  | {
      readonly kind: 'office';
      readonly id: string;
      readonly secret: Uint8Array;
      readonly wrapped: Uint8Array;
      readonly recipient: string;
    }
  | {
      readonly kind: 'shares';
      readonly id: string;
      readonly secret: Uint8Array;
      readonly threshold: number;
      readonly count: number;
    };

const ID_BYTES = 16;
const SHEET_BYTES = 16;
/** An age file for one recipient with 32 bytes in it takes about 230 bytes; there is room for a longer one. */
const LONGEST_WRAPPED = 4096;

const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const common = { id: hex(ID_BYTES), nonce: hex(NONCE_BYTES), sealed: hex(2 * KEY_BYTES + TAG_BYTES) };
const slotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('sheet') }),
  z.strictObject({ ...common, kind: z.literal('shares') }),
  z.strictObject({
    ...common,
    kind: z.literal('office'),
    wrapped: z
      .string()
      .min(1)
      .max(LONGEST_WRAPPED)
      .refine((text) => Buffer.from(text, 'base64').toString('base64') === text),
  }),
]);

/** Whether slots of a kind are read by this file. */
export function isRecoveryKind(kind: string): kind is RecoverySlot['kind'] {
  return kind === 'sheet' || kind === 'office' || kind === 'shares';
}

/** Reads a recovery slot out of parsed JSON; undefined when it is not exactly one. */
export function parseRecoverySlot(value: unknown): RecoverySlot | undefined {
  const parsed = slotSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The secret of a new sheet and the eleven words that stand for it. */
export async function drawSheet(
  random: RandomBytes,
): Promise<{ readonly draft: RecoveryDraft; readonly words: readonly string[] }> {
  const secret = drawBytes(random, SHEET_BYTES);
  return { draft: { kind: 'sheet', id: drawId(random), secret }, words: await bytesToWords(secret) };
}

/** The secret of a new slot for an office, sealed to its recipient; refused when that is no age recipient. */
export async function drawOffice(
  recipient: string,
  random: RandomBytes,
): Promise<Result<RecoveryDraft, RecipientRefusal>> {
  const secret = drawBytes(random, KEY_BYTES);
  const wrapped = await sealToOffice(recipient, secret);
  return wrapped.ok ? ok({ kind: 'office', id: drawId(random), secret, wrapped: wrapped.value, recipient }) : wrapped;
}

/** The secret of a new set of shares, split. Throws unless 2 ≤ threshold ≤ count ≤ 16. */
export async function drawShares(options: {
  readonly threshold: number;
  readonly count: number;
  readonly random: RandomBytes;
}): Promise<{ readonly draft: RecoveryDraft; readonly shares: readonly KeyShare[] }> {
  const { threshold, count, random } = options;
  const secret = drawBytes(random, KEY_BYTES);
  const id = drawId(random);
  const shares = await splitSecret(secret, { slot: id, threshold, count });
  return { draft: { kind: 'shares', id, secret, threshold, count }, shares };
}

/** The key that a sheet's words are; refused when they are not the words of any sheet. */
export async function readSheet(text: string): Promise<Result<RecoveryKey, WordsRefusal>> {
  const secret = await wordsToBytes(text, SHEET_BYTES);
  return secret.ok ? ok({ type: 'sheet', secret: secret.value }) : secret;
}

/** Seals a person's way in under the secret of a draft. Throws when a secret has the wrong length. */
export function sealRecoverySlot(options: {
  readonly vault: VaultId;
  readonly draft: RecoveryDraft;
  readonly secrets: SlotSecrets;
  readonly random: RandomBytes;
}): RecoverySlot {
  const { vault, draft, secrets, random } = options;
  if (secrets.vaultKey.length !== KEY_BYTES || secrets.personSeed.length !== KEY_BYTES) {
    throw new Error('a slot takes a vault key and a signing seed of 32 bytes each');
  }
  const nonce = drawBytes(random, NONCE_BYTES);
  const key = slotKey(draft.id, draft.secret);
  const plain = Buffer.concat([secrets.vaultKey, secrets.personSeed]);
  const sealed = bytesToHex(seal(plain, { key, nonce, associated: slotBinding(vault, draft) }));
  key.fill(0);
  plain.fill(0);
  const bare = { id: draft.id, nonce: bytesToHex(nonce), sealed };
  return draft.kind === 'office'
    ? { ...bare, kind: draft.kind, wrapped: Buffer.from(draft.wrapped).toString('base64') }
    : { ...bare, kind: draft.kind };
}

/**
 * Tries a recovery key on one slot; undefined when it does not open it. A slot of another kind, moved from another vault
 * or given another id opens no more than with a wrong key.
 */
export async function openRecoverySlot(
  slot: RecoverySlot,
  { vault, key }: { readonly vault: VaultId; readonly key: RecoveryKey },
): Promise<SlotSecrets | undefined> {
  const secret = await secretFor(slot, key);
  if (secret === undefined) return undefined;
  const sealing = slotKey(slot.id, secret);
  const associated = slotBinding(vault, slot);
  const plain = unseal(hexToBytes(slot.sealed), { key: sealing, nonce: hexToBytes(slot.nonce), associated });
  sealing.fill(0);
  if (plain === undefined) return undefined;
  const secrets = {
    vaultKey: Uint8Array.from(plain.subarray(0, KEY_BYTES)),
    personSeed: Uint8Array.from(plain.subarray(KEY_BYTES)),
  };
  plain.fill(0);
  return secrets;
}

async function secretFor(slot: RecoverySlot, key: RecoveryKey): Promise<Uint8Array | undefined> {
  switch (key.type) {
    case 'sheet':
      return slot.kind === 'sheet' ? key.secret : undefined;
    case 'shares':
      return slot.kind === 'shares' && slot.id === key.slot ? key.secret : undefined;
    case 'office': {
      if (slot.kind !== 'office') return undefined;
      const secret = await openAsOffice(key.identity, Buffer.from(slot.wrapped, 'base64'));
      return secret?.length === KEY_BYTES ? secret : undefined;
    }
  }
}

function slotKey(id: string, secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, hexToBytes(id), 'daybook/v1/recovery-slot', KEY_BYTES));
}

function slotBinding(vault: VaultId, { id, kind }: { readonly id: string; readonly kind: string }): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ format: 'daybook/slot/v1', vault, id, kind }));
}

function drawId(random: RandomBytes): string {
  return bytesToHex(drawBytes(random, ID_BYTES));
}
