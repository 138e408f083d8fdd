import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkpointKeyOf, foundWorkspace, testKey } from '../../test/preserve/log-book.ts';
import { hexToBytes, idFromBytes } from '../base/index.ts';
import { checkpointOrigin, openCheckpoint, sameTree, signCheckpoint } from './checkpoint.ts';
import { emptyRange, rangeRoot } from './merkle.ts';
import { signNote } from './signed-note.ts';

const { device, founding } = foundWorkspace();
const key = testKey(3);
const log = { workspace: device.workspace, device: device.device, key: checkpointKeyOf(key) };
const origin = checkpointOrigin(log);
const checkpoint = { workspace: log.workspace, device: log.device, size: 1, root: hexToBytes(device.head().root) };
const note = signCheckpoint(checkpoint, key);
const fate = (text: string, of: typeof log = log): string => {
  const opened = openCheckpoint(text, of);
  return opened.ok ? 'opened' : opened.error.type;
};

/** A note of the checkpoint's own key that says something else. */
const says = (text: string): string => signNote(text, origin, key);
const root = Buffer.from(checkpoint.root).toString('base64');

it('P22: a checkpoint opens to what was signed', () => {
  expect(openCheckpoint(note, log)).toEqual({ ok: true, value: checkpoint });
  expect(note.startsWith(`daybook/${log.workspace}/${log.device}\n1\n${root}\n\n— `)).toBe(true);
});

it('P22: the checkpoint of the worked example in docs/preserve.md opens', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/preserve.md'), 'utf8');
  const shown = /```\n(daybook\/[\s\S]*?\n)```/.exec(page)?.[1] ?? '';
  const [, workspace, owner] = /^daybook\/(\w+)\/(\w+)\n/.exec(shown) ?? [];
  expect([workspace, owner]).toEqual([log.workspace, log.device]);
  const opened = openCheckpoint(shown, log);
  expect(opened.ok && opened.value.size).toBe(1);
  const leaf = /leaf \(P7\) `(\w+)`/.exec(page)?.[1];
  expect(opened.ok && Buffer.from(opened.value.root).toString('hex')).toBe(leaf);
});

it('P22: a checkpoint with any one character changed is refused', () => {
  const opened = [...note].filter((_, i) => {
    const characters = [...note];
    characters[i] = characters[i] === 'x' ? 'y' : 'x';
    return fate(characters.join('')) === 'opened';
  });
  expect(opened).toEqual([]);
});

it('P22: a checkpoint of another log or key is refused', () => {
  const other = testKey(9);
  expect(fate(note, { ...log, workspace: idFromBytes('WorkspaceId', new Uint8Array(32).fill(9)) })).toBe(
    'checkpoint-of-other-log',
  );
  expect(fate(note, { ...log, key: checkpointKeyOf(other) })).toBe('note-not-signed-by-key');
  expect(fate(signCheckpoint(checkpoint, other))).toBe('note-not-signed-by-key');
});

it('P22, P4: an entry’s signature is none of a checkpoint, whatever key made it', () => {
  const signature = hexToBytes(founding.envelope.deviceSig);
  const line = note.trimEnd().split(' ').at(-1) ?? '';
  const id = Buffer.from(line, 'base64').subarray(0, 4);
  const forged = note.replace(line, Buffer.concat([id, signature]).toString('base64'));
  expect(fate(forged)).toBe('note-signature-wrong');
});

it('P22: what its key signed in another form is malformed', () => {
  const zeros = Buffer.alloc(32).toString('base64');
  const wrong = [
    `${origin}\n`,
    `${origin}\n1\n`,
    `${origin}\n01\n${root}\n`,
    `${origin}\n-1\n${root}\n`,
    `${origin}\n1e0\n${root}\n`,
    `${origin}\n9007199254740993\n${root}\n`,
    `${origin}\n1\n${root.slice(0, -4)}\n`,
    `${origin}\n1\n${root.replace('=', '')}\n`,
    `${origin}\n0\n${zeros}\n`,
    `${origin}\n1\n${root}\n\nextension\n`,
  ];
  expect(wrong.map((text) => fate(says(text)))).toEqual(wrong.map(() => 'checkpoint-malformed'));
});

it('P22: lines after the root are signed and left alone', () => {
  expect(fate(says(`${origin}\n1\n${root}\nsomething newer\n`))).toBe('opened');
});

it('P22: the checkpoint of an empty log has the root of nothing', () => {
  const empty = { ...checkpoint, size: 0, root: rangeRoot(emptyRange) };
  expect(openCheckpoint(signCheckpoint(empty, key), log)).toEqual({ ok: true, value: empty });
});

it('two checkpoints state the same tree when size and root agree', () => {
  expect(sameTree(checkpoint, { ...checkpoint })).toBe(true);
  expect(sameTree(checkpoint, { ...checkpoint, size: 2 })).toBe(false);
  expect(sameTree(checkpoint, { ...checkpoint, root: rangeRoot(emptyRange) })).toBe(false);
});
