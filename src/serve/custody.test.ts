import { expect, it } from 'vitest';
import { type Custody, custodyShown } from './custody.ts';

it('custody shows none of what is held in the words of people and files, and keeps what was measured', () => {
  const id = '0'.repeat(32);
  const custody = {
    sha256: 'aa',
    sha512: 'bb',
    length: 12,
    origin: 'from Jane',
    fileName: 'Jane.txt',
    modified: null,
    capturedAt: '2026-05-03T10:00:00Z',
    method: 'member',
    within: { source: id, name: 'letters/Jane.txt' },
    file: {
      format: 'mail',
      unread: [{ part: 'Jane.jpg', reason: 'no-reader' }],
      notes: [{ part: 'Jane.doc', note: 'comments' }],
      facts: [{ name: 'From', value: 'Jane' }],
    },
    tool: { name: 'daybook', version: '1' },
    reason: 'Jane asked',
    consent: null,
    capturedBy: 'Mara Veldt',
    position: { device: 'd', seq: 1 },
    collections: [],
    sameText: [],
    bytes: { type: 'missing' },
  } as unknown as Custody;
  const shown = custodyShown(custody, (words) => words.replaceAll('Jane', '▒▒▒'));
  expect(JSON.stringify(shown)).not.toContain('Jane');
  expect(shown).toMatchObject({
    within: { source: id, name: 'letters/▒▒▒.txt' },
    origin: 'from ▒▒▒',
    sha256: 'aa',
    capturedBy: 'Mara Veldt',
    file: { format: 'mail', facts: [{ name: 'From', value: '▒▒▒' }] },
  });
  expect(custodyShown({ ...custody, origin: null, reason: null }, () => '▒▒▒')).toMatchObject({
    origin: null,
    reason: null,
  });
});
