import { expect, test } from 'vitest';
import { faultMessage } from './fault-messages.ts';

test('a code of a condition has its own sentence, and one of a check that of what it belongs to', () => {
  expect(faultMessage('behind-head')).toBe('fault.behind-head');
  expect(faultMessage('database-damaged')).toBe('fault.database-damaged');
  expect(faultMessage('blob-digest-differs')).toBe('fault.blob');
  expect(faultMessage('projection')).toBe('fault.derived');
  expect(faultMessage('something-new')).toBeUndefined();
});
