/**
 * An office's key is an age key pair (age-encryption.org/v1): whoever holds the identity opens with stock `age` what is
 * sealed here. Only the 32-byte secret of a slot goes through it.
 */
import { ok, type Result, refuse } from '../base/index.ts';

export type RecipientRefusal = { readonly type: 'recipient-not-one' };

/** The native recipients of age, X25519: bech32 with the prefix `age1`. Plug-ins and other kinds are not taken. */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/** Seals a secret to a recipient; refused when that is not one, or its check does not fit. */
export async function sealToOffice(
  recipient: string,
  secret: Uint8Array,
): Promise<Result<Uint8Array, RecipientRefusal>> {
  if (!RECIPIENT.test(recipient)) return refuse({ type: 'recipient-not-one' });
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
    return ok(await encrypter.encrypt(secret));
  } catch {
    // The text has the form of one and its checksum, or the point it names, is wrong. There is no other input here.
    return refuse({ type: 'recipient-not-one' });
  }
}

/** The secret again; undefined when this identity does not open it, or the file is damaged. */
export async function openAsOffice(identity: string, file: Uint8Array): Promise<Uint8Array | undefined> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
    return await decrypter.decrypt(new Uint8Array(file));
  } catch {
    // A foreign file, a damaged one and a wrong identity all open nothing; the header's MAC tells damage from the rest.
    return undefined;
  }
}

/**
 * The first identity in the text of an identity file, as age-keygen writes it; undefined when there is none, as in a
 * file that is itself sealed with a passphrase.
 */
export function firstIdentity(text: string): string | undefined {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => IDENTITY.test(line));
}
