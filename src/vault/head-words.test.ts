import { expect, it } from 'vitest';
import { parseId } from '../base/index.ts';
import type { SeenHead } from '../preserve/index.ts';
import { headWords } from './head-words.ts';

const workspace = parseId('WorkspaceId', '728f2c9e12f60dd23ec1dcb72f577350b3e19e40ce0f19f890a2f0d1720f3e89');
if (workspace === undefined) throw new Error('no workspace id');

function head(device: string, size: number, root: string): SeenHead {
  const [key, hash] = [parseId('DeviceKey', device), parseId('Sha256', root)];
  if (key === undefined || hash === undefined) throw new Error('no head');
  return { device: key, size, root: hash };
}

// The worked example of docs/preserve.md; the words by a second implementation, in another language.
const example = head(
  '8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c',
  1,
  'ed04f60830b20a0b3533a94fca53fa81a07f724f9018c10203d08fa934ec048d',
);

it('V44: the known heads have the known words', async () => {
  expect((await headWords(workspace, [example])).join(' ')).toBe('eastward vitally alibi paramount slather manhunt');
});

it('V44: the words depend on every head, and not on the order in which the heads come', async () => {
  const other = head('11'.repeat(32), 3, '22'.repeat(32));
  const branch = head('11'.repeat(32), 4, '33'.repeat(32));
  const words = await headWords(workspace, [example, other, branch]);
  expect(await headWords(workspace, [branch, example, other])).toEqual(words);
  const changed = [[example, other], [example, { ...other, size: 4 }, branch], [example, other, other, branch], []];
  for (const heads of changed) expect(await headWords(workspace, heads)).not.toEqual(words);
});
