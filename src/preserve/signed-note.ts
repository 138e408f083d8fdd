import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../base/index.ts';
import { type SigningKey, signBytes, verifyBytes } from './signing.ts';

/**
 * Signed notes as C2SP specifies them (c2sp.org/signed-note), with Ed25519 keys. A note is a text that ends in a
 * newline, a blank line, and signature lines: an em dash, the key's name, and base64 of key id and signature.
 */
export type NoteRefusal =
  | { readonly type: 'note-malformed' }
  | { readonly type: 'note-not-signed-by-key' }
  | { readonly type: 'note-signature-wrong' };

const ED25519 = 0x01;
const NOTE_LIMIT = 64 * 1024;

/** First four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key). */
export function noteKeyId(name: string, publicKey: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(`${name}\n`).update(Uint8Array.of(ED25519)).update(publicKey).digest();
  return new Uint8Array(hash.subarray(0, 4));
}

/** Signs a text. Throws when text or name cannot stand in a note, since we make both ourselves. */
export function signNote(text: string, name: string, key: SigningKey): string {
  if (!isNoteText(text)) throw new Error('a note ends in a newline and holds no control characters');
  if (!isKeyName(name)) throw new Error('a key name holds neither spaces nor plus signs');
  const signature = signBytes(key, Buffer.from(text));
  const value = Buffer.concat([noteKeyId(name, key.publicKey), signature]).toString('base64');
  return `${text}\n— ${name} ${value}\n`;
}

/**
 * The text of a note once the named key's signature on it was checked. Lines of other keys are allowed and ignored; a
 * wrong signature under our key's name and id refuses the note, whatever else it carries.
 */
export function openNote(note: string, name: string, publicKey: Uint8Array): Result<string, NoteRefusal> {
  const split = note.lastIndexOf('\n\n');
  if (note.length > NOTE_LIMIT || split < 0 || !note.endsWith('\n')) return refuse({ type: 'note-malformed' });
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > 100) return refuse({ type: 'note-malformed' });
  const id = Buffer.from(noteKeyId(name, publicKey));
  let signed = false;
  for (const line of lines) {
    const match = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line);
    const bytes = Buffer.from(match?.[2] ?? '', 'base64');
    if (match === null || bytes.length < 5 || bytes.toString('base64') !== match[2]) {
      return refuse({ type: 'note-malformed' });
    }
    if (match[1] !== name || !bytes.subarray(0, 4).equals(id)) continue;
    if (!verifyBytes(publicKey, Buffer.from(text), bytes.subarray(4))) return refuse({ type: 'note-signature-wrong' });
    signed = true;
  }
  return signed ? ok(text) : refuse({ type: 'note-not-signed-by-key' });
}

function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids exactly these.
  return text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+]/u.test(name);
}
