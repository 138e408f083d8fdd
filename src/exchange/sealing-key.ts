import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** An age identity and the recipient that belongs to it. */
export interface SealingKey {
  readonly identity: string;
  readonly recipient: string;
}

/** A fresh X25519 identity. The age library draws it from the operating system. */
export async function makeSealingKey(): Promise<SealingKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether a text has the form of an age recipient for X25519. Its check characters are looked at when it is sealed to. */
export function isRecipient(text: string): boolean {
  return /^age1[02-9ac-hj-np-z]{58}$/.test(text);
}
