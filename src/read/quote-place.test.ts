import { expect, test } from 'vitest';
import { placeOfQuote } from './quote-place.ts';

const TEXT = 'The ferry office said\n\nthat 31,000 people crossed.  Later, 31,000 people came back.';
const found = (exact: string, prefix = '', suffix = ''): string | undefined => {
  const span = placeOfQuote(TEXT, { exact, prefix, suffix });
  return span && `${span.start}:${TEXT.slice(span.start, span.end)}`;
};

test('IM11: a quote is found however much white space another program saw', () => {
  expect(found('office said that 31,000')).toBe('10:office said\n\nthat 31,000');
  expect(found('crossed. Later')).toBe('42:crossed.  Later');
});

test('IM11: of several places the context chooses, and without it the quote is lost', () => {
  expect(found('31,000 people')).toBeUndefined();
  expect(found('31,000 people', 'Later, ')).toBe('59:31,000 people');
  expect(found('31,000 people', '', ' crossed.')).toBe('28:31,000 people');
  expect(found('31,000 people', 'nothing of it')).toBeUndefined();
});

test('IM11: a short quote whose context is another is lost, and so is one that stands nowhere', () => {
  expect(found('crossed', 'that boats ')).toBeUndefined();
  expect(found('crossed')).toBe('42:crossed');
  expect(found('sank')).toBeUndefined();
  expect(found('  ')).toBeUndefined();
});
