import { expect, it } from 'vitest';
import { foundWorkspace } from '../../test/preserve/log-book.ts';

it('a founded workspace takes entries of its device', () => {
  const { book, device, founder } = foundWorkspace();
  const entry = device.write({ kind: 'review', by: founder });
  expect(book.fate(entry)).toBe('placed');
});
