import { expect, it } from 'vitest';
import { idFromBytes, parseId, type WorkspaceId } from '../base/index.ts';
import { logOfCheckpoint, signCheckpoint } from './checkpoint.ts';
import { joinCheckpoints, splitCheckpoints } from './checkpoint-file.ts';
import { signingKeyFromSeed } from './signing.ts';

const workspace = idFromBytes('WorkspaceId', new Uint8Array(32).fill(9));

function note(of: number, inside: WorkspaceId = workspace): string {
  const key = signingKeyFromSeed(new Uint8Array(32).fill(of));
  const device = idFromBytes('DeviceKey', key.publicKey);
  return signCheckpoint({ workspace: inside, device, size: of, root: new Uint8Array(32).fill(of) }, key);
}

it('V44: notes come back out of a file as they went in, and one alone is the file', () => {
  const notes = [note(1), note(2), note(3)];
  expect(splitCheckpoints(joinCheckpoints(notes))).toEqual(notes);
  expect(joinCheckpoints(notes.slice(0, 1))).toBe(notes[0]);
});

it('V44: what a mail program does to line ends changes nothing', () => {
  const notes = [note(1), note(2)];
  const text = joinCheckpoints(notes);
  expect(splitCheckpoints(text.replaceAll('\n', '\r\n'))).toEqual(notes);
  expect(splitCheckpoints(`${text}\n\n`)).toEqual(notes);
  expect(splitCheckpoints(text.slice(0, -1))).toEqual(notes);
});

it('V44: what is no such file is refused', () => {
  const wrong = [
    '',
    '\n',
    'a letter\n\nfrom somebody\n',
    `${note(1)}\nand more`,
    `${note(1)}\n${note(2)}`.slice(0, -300),
  ];
  for (const text of wrong) expect(splitCheckpoints(text), text).toBeUndefined();
  const one = note(1);
  expect(splitCheckpoints(Array.from({ length: 4097 }, () => one).join('\n'))).toBeUndefined();
  expect(() => joinCheckpoints(['no note'])).toThrow('no signed note');
});

it('V44: a checkpoint says of which log it is', () => {
  const text = note(1);
  const device = parseId('DeviceKey', text.split('\n')[0]?.split('/')[2]);
  expect(logOfCheckpoint(text)).toEqual({ workspace, device });
  expect(logOfCheckpoint(text.slice(1))).toBeUndefined();
});
