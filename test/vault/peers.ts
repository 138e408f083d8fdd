import { randomBytes } from 'node:crypto';
import { idFromBytes, type PersonKey, type SubjectId } from '../../src/base/index.ts';
import {
  type PartReference,
  readEnvelope,
  referToPart,
  type SignedEntry,
  type SigningKey,
  signingKeyFromSeed,
} from '../../src/preserve/index.ts';
import { readDeviceFile } from '../../src/vault/device-file.ts';
import { openHeader, readHeader } from '../../src/vault/header.ts';
import type { AcceptOutcome, AcceptRequest, Vault } from '../../src/vault/index.ts';
import type { VaultKeys } from '../../src/vault/vault-key.ts';
import { LogBook, type Said, TestDevice } from '../preserve/log-book.ts';
import { passphrase } from './temporary-vault.ts';

export type GivenPart = AcceptRequest['parts'][number];

/** The keys of a vault, as whoever has its passphrase can take them out of its files. */
export async function keysOf(
  folder: string,
  words: string = passphrase,
): Promise<{ readonly keys: VaultKeys; readonly person: SigningKey; readonly device: SigningKey }> {
  const header = readHeader(folder);
  if (!header.ok) throw new Error(header.error.type);
  const opened = await openHeader(header.value, words);
  if (!opened.ok) throw new Error(opened.error.type);
  const { vault, keys, personSeed } = opened.value;
  const secrets = readDeviceFile(folder, { vault, device: keys.device });
  if (!secrets.ok) throw new Error(secrets.error.type);
  return { keys, person: signingKeyFromSeed(personSeed), device: signingKeyFromSeed(secrets.value.entrySeed) };
}

/** Devices in memory that belong to a real vault's workspace: what they write can be true or forged. */
export class Peers {
  readonly book: LogBook = new LogBook();
  /** The vault's own device as the others know it. */
  readonly own: TestDevice;
  readonly founder: SigningKey;
  readonly vault: Vault;
  readonly founding: SignedEntry;

  private constructor(vault: Vault, own: SigningKey, founder: SigningKey, founding: SignedEntry) {
    this.vault = vault;
    this.founder = founder;
    this.founding = founding;
    this.own = new TestDevice(vault.workspace, own, this.book);
    this.book.offer(founding);
    if (!this.own.take(founding)) throw new Error('the founding entry of a real vault was not placed');
  }

  /** Peers of a vault that has nothing but its founding entry. */
  static async of(vault: Vault, folder: string): Promise<Peers> {
    const { person, device } = await keysOf(folder);
    const { items } = await vault.query('entries', {});
    const founding = readEnvelope(items[0]?.bytes ?? new Uint8Array(), vault.workspace);
    if (!founding.ok) throw new Error(founding.error.type);
    return new Peers(vault, device, person, founding.value);
  }

  /** A device of the founder's that has seen the founding entry. */
  join(number: number): TestDevice {
    return this.own.join(keyOf(number), this.founder, keyOf(number + 1));
  }

  /** Gives entries and parts to the vault; throws when it takes nothing at all. */
  async give(entries: readonly SignedEntry[], parts: readonly GivenPart[] = []): Promise<AcceptOutcome> {
    const outcome = await this.vault.accept({ entries: entries.map(({ bytes }) => bytes), parts });
    if (!outcome.ok) throw new Error(outcome.error.type);
    return outcome.value;
  }

  /** The name under which one entry is refused; 'placed', 'waiting' or 'already here' when it is not. */
  async fate(entry: SignedEntry | Uint8Array): Promise<string> {
    const bytes = entry instanceof Uint8Array ? entry : entry.bytes;
    const outcome = await this.vault.accept({ entries: [bytes], parts: [] });
    if (!outcome.ok) throw new Error(outcome.error.type);
    const [refused] = outcome.value.refused;
    if (refused !== undefined) return refused.error.type;
    return outcome.value.placed > 0 ? 'placed' : outcome.value.waiting > 0 ? 'waiting' : 'already here';
  }
}

/** A part of a device's entry, with its body given as JSON or as bytes. */
export function partOf(
  device: TestDevice,
  of: readonly SubjectId[],
  body: unknown,
): { readonly reference: PartReference; readonly part: GivenPart } {
  const bytes = body instanceof Uint8Array ? body : new TextEncoder().encode(JSON.stringify(body));
  const salt = new Uint8Array(randomBytes(32));
  const reference = referToPart({ workspace: device.workspace, device: device.device, of, salt, body: bytes });
  return { reference, part: { commitment: reference.commitment, salt, body: bytes } };
}

/** What an entry says that has these parts. */
export function saying(kind: string, parts: readonly { readonly reference: PartReference }[]): Said {
  return { kind, parts: parts.map(({ reference }) => reference) };
}

/** A key pair from a number from 0 to 255. */
export function keyOf(number: number): SigningKey {
  return signingKeyFromSeed(new Uint8Array(32).fill(number));
}

export function personOf(key: SigningKey): PersonKey {
  return idFromBytes('PersonKey', key.publicKey);
}
