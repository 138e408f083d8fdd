import { expect, it } from 'vitest';
import { noteKeyId, openNote, signNote } from './signed-note.ts';
import { signingKeyFromSeed } from './signing.ts';

/** The example of the signed-note specification and of Go's sumdb/note. */
const SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNATURE = 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
const NOTE = `${TEXT}\n— PeterNeumann ${SIGNATURE}\n`;

/** The 32 bytes of a key in the example's text form, whose base64 may itself hold plus signs. */
function keyBytes(text: string, fieldsBefore: number): Uint8Array {
  const encoded = text.split('+').slice(fieldsBefore).join('+');
  const bytes = Buffer.from(encoded, 'base64');
  expect(bytes[0]).toBe(1);
  return new Uint8Array(bytes.subarray(1));
}

const publicKey = keyBytes(PUBLIC, 2);
const open = (note: string): ReturnType<typeof openNote> => openNote(note, 'PeterNeumann', publicKey);

it('P21: the published signed note is made to the byte, and opens', () => {
  const key = signingKeyFromSeed(keyBytes(SECRET, 4));
  expect(key.publicKey).toEqual(publicKey);
  expect(Buffer.from(noteKeyId('PeterNeumann', publicKey)).toString('hex')).toBe('c74f20a3');
  expect(signNote(TEXT, 'PeterNeumann', key)).toBe(NOTE);
  expect(open(NOTE)).toEqual({ ok: true, value: TEXT });
});

it('P21: a note changed in any one character does not open', () => {
  const opened = Array.from(NOTE, (character, i) => {
    const changed = NOTE.slice(0, i) + (character === 'x' ? 'y' : 'x') + NOTE.slice(i + 1);
    return open(changed).ok;
  });
  expect(opened.filter((ok) => ok)).toEqual([]);
});

it('P21: signatures of other keys are allowed, and a note without ours is not signed by it', () => {
  const other = signingKeyFromSeed(new Uint8Array(32).fill(5));
  const theirs = signNote(TEXT, 'harbour', other).slice(TEXT.length + 1);
  expect(open(`${TEXT}\n${theirs}— PeterNeumann ${SIGNATURE}\n`)).toEqual({ ok: true, value: TEXT });
  expect(open(`${TEXT}\n${theirs}`)).toEqual({ ok: false, error: { type: 'note-not-signed-by-key' } });
  // The same name with another key has another key id: not our signature, so not a wrong one either.
  expect(open(signNote(TEXT, 'PeterNeumann', other))).toEqual({
    ok: false,
    error: { type: 'note-not-signed-by-key' },
  });
});

it('P21: a wrong signature under our key refuses the note, even beside a right one', () => {
  const bytes = Buffer.from(SIGNATURE, 'base64');
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  const wrong = `— PeterNeumann ${bytes.toString('base64')}\n`;
  expect(open(NOTE + wrong)).toEqual({ ok: false, error: { type: 'note-signature-wrong' } });
});

it('P21: what is no note is refused as malformed', () => {
  const malformed = [
    '',
    TEXT,
    NOTE.slice(0, -1),
    NOTE.replace('\n\n', '\n'),
    NOTE.replace('—', '-'),
    NOTE.replace('crypto', 'cry\u0000pto'),
    NOTE.replace('crypto', 'cry\rpto'),
    NOTE.replace('crypto', 'cry\ud800pto'),
    NOTE.replace('=\n', '\n'),
    `${NOTE}\n`,
    NOTE + `— PeterNeumann ${SIGNATURE}\n`.repeat(100),
    NOTE.padStart(70_000, 'x'),
  ];
  expect(malformed.map((note) => open(note))).toEqual(
    malformed.map(() => ({ ok: false, error: { type: 'note-malformed' } })),
  );
});

it('a text or name that cannot stand in a note is a defect of ours', () => {
  const key = signingKeyFromSeed(new Uint8Array(32).fill(5));
  for (const text of ['no newline', 'bell\u0007\n', '']) expect(() => signNote(text, 'harbour', key)).toThrow();
  for (const name of ['', 'two words', 'a+b', 'a\u00a0b']) expect(() => signNote('text\n', name, key)).toThrow();
});
