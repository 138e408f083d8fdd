/**
 * One person's way into a vault: the vault key and the person's signing seed, sealed under a key made from a passphrase.
 * A slot says nothing about whose it is: which person has which slot stands in the database, so that a header alone does
 * not tie the folder to anyone's signatures elsewhere.
 */
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { bytesToHex, canonicalJson, hexToBytes, ok, type Result, refuse } from '../base/index.ts';
import { drawBytes, KEY_BYTES, NONCE_BYTES, type RandomBytes, seal, TAG_BYTES, unseal } from './aead.ts';
import { normalisePassphrase } from './passphrase.ts';
import type { VaultId } from './vault-key.ts';

/** Cost of turning a passphrase into a key: Argon2id version 1.3 (RFC 9106), memory in KiB. */
export interface KdfCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Twice the memory of RFC 9106's second recommended setting, otherwise the same; a tenth of a second on a laptop. */
export const KDF_DEFAULT: KdfCost = { memoryKiB: 128 * 1024, passes: 3, lanes: 4 };
/** The cheapest slot that any build opens. For tests: a caller must ask for it by name. */
export const KDF_FLOOR: KdfCost = { memoryKiB: 32 * 1024, passes: 2, lanes: 1 };
/** Above this a header could make opening take minutes or exhaust memory; below the floor it is worth a guess. */
const KDF_CEILING: KdfCost = { memoryKiB: 1024 * 1024, passes: 10, lanes: 4 };

export interface SlotKdf extends KdfCost {
  readonly name: 'argon2id';
  /** 16 random bytes of this slot, hexadecimal. */
  readonly salt: string;
}

export interface PersonSlot {
  /** 16 random bytes, hexadecimal. */
  readonly id: string;
  readonly kind: 'person';
  readonly kdf: SlotKdf;
  readonly nonce: string;
  /** 32 bytes of vault key and 32 bytes of signing seed, sealed. */
  readonly sealed: string;
}

/** What a passphrase opens. */
export interface SlotSecrets {
  readonly vaultKey: Uint8Array;
  /** Seed of the person's Ed25519 signing key. */
  readonly personSeed: Uint8Array;
}

export type KdfRefusal = { readonly type: 'kdf-out-of-bounds'; readonly cost: KdfCost };
export type PassphraseRefusal = { readonly type: 'wrong-passphrase' };

const SALT_BYTES = 16;
const SEED_BYTES = 32;
const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const wholeNumber = z.int().min(0);

const slotSchema = z.strictObject({
  id: hex(16),
  kind: z.literal('person'),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    memoryKiB: wholeNumber,
    passes: wholeNumber,
    lanes: wholeNumber,
    salt: hex(SALT_BYTES),
  }),
  nonce: hex(NONCE_BYTES),
  sealed: hex(KEY_BYTES + SEED_BYTES + TAG_BYTES),
});

/** Reads a person's slot out of parsed JSON; undefined when it is not exactly one. Bounds of the cost are not looked at here. */
export function parsePersonSlot(value: unknown): PersonSlot | undefined {
  const parsed = slotSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Refuses a cost outside 32 MiB–1 GiB, 2–10 passes, 1–4 lanes. Does no work, so that an absurd header costs nothing. */
export function checkKdfCost({ memoryKiB, passes, lanes }: KdfCost): Result<KdfCost, KdfRefusal> {
  const cost = { memoryKiB, passes, lanes };
  const within = (key: keyof KdfCost): boolean =>
    Number.isInteger(cost[key]) && cost[key] >= KDF_FLOOR[key] && cost[key] <= KDF_CEILING[key];
  return within('memoryKiB') && within('passes') && within('lanes')
    ? ok(cost)
    : refuse({ type: 'kdf-out-of-bounds', cost });
}

/**
 * A new slot with fresh id, salt and nonce. Throws when the cost is out of bounds or a secret has the wrong length;
 * whether the passphrase is any good is the caller's question (`passphraseProblem`).
 */
export async function sealPersonSlot(options: {
  readonly vault: VaultId;
  readonly passphrase: string;
  readonly secrets: SlotSecrets;
  readonly cost?: KdfCost;
  readonly random: RandomBytes;
}): Promise<PersonSlot> {
  const { vault, passphrase, secrets, random } = options;
  const { memoryKiB, passes, lanes } = options.cost ?? KDF_DEFAULT;
  if (!checkKdfCost({ memoryKiB, passes, lanes }).ok) throw new Error('the cost of a new slot is out of bounds');
  if (secrets.vaultKey.length !== KEY_BYTES || secrets.personSeed.length !== SEED_BYTES) {
    throw new Error('a slot takes a vault key and a signing seed of 32 bytes each');
  }
  const id = bytesToHex(drawBytes(random, 16));
  const salt = bytesToHex(drawBytes(random, SALT_BYTES));
  const nonce = drawBytes(random, NONCE_BYTES);
  const kdf: SlotKdf = { name: 'argon2id', memoryKiB, passes, lanes, salt };
  const key = await deriveSlotKey(passphrase, kdf);
  const plain = Buffer.concat([secrets.vaultKey, secrets.personSeed]);
  const sealed = seal(plain, { key, nonce, associated: slotBinding(vault, { id, kind: 'person', kdf }) });
  key.fill(0);
  plain.fill(0);
  return { id, kind: 'person', kdf, nonce: bytesToHex(nonce), sealed: bytesToHex(sealed) };
}

/**
 * Tries a passphrase on one slot. The cost is checked before any work; a slot moved from another vault, given another
 * id or edited in any field opens no more than one tried with a wrong passphrase.
 */
export async function openPersonSlot(
  slot: PersonSlot,
  { vault, passphrase }: { readonly vault: VaultId; readonly passphrase: string },
): Promise<Result<SlotSecrets, KdfRefusal | PassphraseRefusal>> {
  const cost = checkKdfCost(slot.kdf);
  if (!cost.ok) return cost;
  const key = await deriveSlotKey(passphrase, slot.kdf);
  const associated = slotBinding(vault, slot);
  const plain = unseal(hexToBytes(slot.sealed), { key, nonce: hexToBytes(slot.nonce), associated });
  key.fill(0);
  if (plain === undefined) return refuse({ type: 'wrong-passphrase' });
  const secrets = {
    vaultKey: Uint8Array.from(plain.subarray(0, KEY_BYTES)),
    personSeed: Uint8Array.from(plain.subarray(KEY_BYTES)),
  };
  plain.fill(0);
  return ok(secrets);
}

async function deriveSlotKey(passphrase: string, kdf: SlotKdf): Promise<Uint8Array> {
  const words = new TextEncoder().encode(normalisePassphrase(passphrase));
  try {
    return await hashRaw(words, {
      algorithm: 2, // Argon2id; the package declares its names as an ambient enum, which this build cannot import
      version: 1, // 0x13
      memoryCost: kdf.memoryKiB,
      timeCost: kdf.passes,
      parallelism: kdf.lanes,
      outputLen: KEY_BYTES,
      salt: hexToBytes(kdf.salt),
    });
  } finally {
    words.fill(0);
  }
}

function slotBinding(vault: VaultId, { id, kind, kdf }: Pick<PersonSlot, 'id' | 'kind' | 'kdf'>): Uint8Array {
  const { name, memoryKiB, passes, lanes, salt } = kdf;
  const bound = { format: 'daybook/slot/v1', vault, id, kind, kdf: { name, memoryKiB, passes, lanes, salt } };
  return new TextEncoder().encode(canonicalJson(bound));
}
