import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import type { FormatReading } from './format.ts';

async function read(content: string | Uint8Array, fileName = 'wards.csv'): Promise<FormatReading> {
  const bytes = typeof content === 'string' ? Uint8Array.from(Buffer.from(content)) : content;
  const result = await readCsv(bytes, { fileName });
  if (!result.ok) throw new Error(`refused: ${result.error.reason}`);
  return result.value;
}

const rowsOf = ({ text }: FormatReading) =>
  text?.blocks.map(({ place, text: words }) => [place?.type === 'row' ? place.row : 0, words]);

test('rows are divided by what divides them most evenly (O25)', async () => {
  expect(rowsOf(await read('동;가구;"a;b"\n강변동;1,5;x\n언덕동;2,5;y\n'))).toEqual([
    [1, '동\t가구\ta;b'],
    [2, '강변동\t1,5\tx'],
    [3, '언덕동\t2,5\ty'],
  ]);
  const tabbed = await read('a\tb, c\n1\t2, 3\n', 'x.tsv');
  expect([rowsOf(tabbed), tabbed.text?.mediaType]).toEqual([
    [
      [1, 'a\tb, c'],
      [2, '1\t2, 3'],
    ],
    'text/tab-separated-values',
  ]);
  expect(rowsOf(await read('a|b\r\n1|2\r\n'))).toEqual([
    [1, 'a\tb'],
    [2, '1\t2'],
  ]);
});

test('rows of other lengths, empty rows and line ends in cells are kept (O26)', async () => {
  expect(rowsOf(await read('a,b\n\n1\n"two\nlines",2,3\n'))).toEqual([
    [1, 'a\tb'],
    [3, '1'],
    [4, 'two\nlines\t2\t3'],
  ]);
});

test('a quote that is never closed is a character, and nothing behind it is lost (O26)', async () => {
  const { text } = await read('a,b\n"never,closed\n3,4\n');
  expect(text?.blocks.map((block) => block.text)).toEqual(['a\tb', '"never\tclosed', '3\t4']);
});

test('tables in old encodings are decoded (O25)', async () => {
  const words = '동,가구,비고\n강변동,1204,등록 공고를 붙인 곳\n언덕동,88,접수 창구가 있는 곳\n';
  const { text } = await read(iconv.encode(words, 'cp949'));
  expect([text?.charset?.name, text?.blocks[1]?.text]).toEqual(['euc-kr', '강변동\t1204\t등록 공고를 붙인 곳']);
});

test('a million rows are read to the limit, and what is no table is refused (O27)', async () => {
  const { text, unread } = await read('a,b\n'.repeat(1_000_000));
  expect([text?.blocks.length, unread]).toEqual([200_000, [{ part: 'rows from 200001', reason: 'too-many' }]]);
  const reason = async (bytes: Uint8Array) => {
    const result = await readCsv(bytes, { fileName: 'x.csv' });
    return result.ok ? undefined : result.error.reason;
  };
  expect(await reason(new Uint8Array(0))).toBe('empty');
  expect(await reason(Uint8Array.from(Buffer.from('\n\n ,\n')))).toBe('empty');
  expect(await reason(Uint8Array.from(Buffer.from('PK\x03\x04\x00\x00binary,')))).toBe('not-supported');
});
