import { expect, it } from 'vitest';
import { provisionsOf } from './provisions.ts';
import { readLayer } from './read-layer.ts';
import { translationPairsOf } from './translation-pairs.ts';

/** A tenth of a megabyte, or all of it with SLOW=1. */
const LENGTH = process.env['SLOW'] === undefined ? 100_000 : 1_000_000;

function repeated(piece: string): string {
  return piece.repeat(Math.ceil(LENGTH / piece.length));
}

// Papers, speakers, posts, provisions and pairs look at a bounded stretch around each block: twice the text, twice the time.
it.each([
  ['line ends', '\n', ' x'],
  ['headings', 'Marta Ellenwood\n\n', ''],
  ['numbers of items in paragraphs', '1. a\n\n', ''],
  ['handles in paragraphs', '@a: b c d\n\n', ''],
  ['headers of posts', '@a · 3h\n\nyes\n\n', ''],
  ['dates', 'April 5, 2031\n\n', ''],
  ['closings', 'The old bridge is closed until the river falls.\n\nApril 5, 2031\n\nBureau\n\n', ''],
  ['labels', 'TO: a\n\nFROM: b\n\n', ''],
  ['questions', 'Q: a?\n\nA: b.\n\n', ''],
  ['names before turns', 'Marta Ellenwood: I see.\n\nJO: I do.\n\n', ''],
  ['brackets', '中文(abc def ', ''],
  ['items in one line', '（1）中；（2）文；', ''],
  ['articles', '第三条 a\n\n', ''],
  ['taking turns', '中文段落没有数字。\n\nEnglish paragraph here now.\n\n', ''],
  ['a line of colons', ':', 'x'],
])('a long text of %s is read to its end', { timeout: LENGTH / 3 }, (_, piece, end) => {
  const layer = readLayer(new TextEncoder().encode(`${repeated(piece)}${end}`), { fileName: 'a.txt' });
  if (!layer.ok) expect.fail(layer.error.type);
  const { text } = layer.value;
  for (const { start, end: behind } of provisionsOf(layer.value)) expect(text.slice(start, behind)).not.toBe('');
  expect(translationPairsOf(layer.value).length).toBeLessThanOrEqual(layer.value.blocks.length);
});
