import { expect, test } from 'vitest';
import { rawZip } from '../../../test/read/raw-zip.ts';
import { workbookRow as row, workbook } from '../../../test/read/workbook.ts';
import { readTable } from './table-file.ts';

const read = async (bytes: Uint8Array, sheet?: string): Promise<unknown> => {
  const table = await readTable(bytes, { fileName: 'any.name', sheet });
  return table.ok ? table.value : table.error;
};

test('IM10: a table in a workbook is the one that CSV would give, by its rows in the workbook', async () => {
  const rows = [row(2, 'title', 'file', 'note'), row(3, ' Paper\ta ', '', '43589'), row(7, '', 'b.txt', '12')];
  const expected = {
    header: ['title', 'file', 'note'],
    rows: [
      { row: 3, cells: [' Paper\ta ', '', '2019-05-04'] },
      { row: 7, cells: ['', 'b.txt', '12'] },
    ],
  };
  expect(await read(await workbook({ Empty: '', Papers: rows.join('') }))).toEqual(expected);
  const office = 'urn:oasis:names:tc:opendocument:xmlns';
  const cell = (text: string): string =>
    text === '' ? '<t:table-cell/>' : `<t:table-cell><x:p>${text}</x:p></t:table-cell>`;
  const line = (...cells: readonly string[]): string => `<t:table-row>${cells.map(cell).join('')}</t:table-row>`;
  const content = `<o:document-content xmlns:o="${office}:office:1.0" xmlns:t="${office}:table:1.0" xmlns:x="${office}:text:1.0"><o:body><o:spreadsheet><t:table t:name="Papers"><t:table-row t:number-rows-repeated="1"><t:table-cell t:number-columns-repeated="1024"/></t:table-row>${line('title', 'file', 'note')}${line(' Paper a ', '', '2019-05-04').replace('<t:table-cell><x:p>2019-05-04</x:p>', `<t:table-cell o:date-value="2019-05-04"><o:annotation><x:p>said aside</x:p></o:annotation><x:p>4 May</x:p>`)}<t:table-row t:number-rows-repeated="3"><t:table-cell/></t:table-row>${line('', 'b.txt', '12')}<t:table-row t:number-rows-repeated="1000000"><t:table-cell t:number-columns-repeated="1024"/></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>`;
  const ods = rawZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content },
  ]);
  expect(await read(ods)).toEqual({
    header: expected.header,
    rows: [
      { row: 3, cells: [' Paper a ', '', '2019-05-04'] },
      { row: 7, cells: ['', 'b.txt', '12'] },
    ],
  });
});

test('IM10: of several sheets with rows the one that is named is read, and none is guessed', async () => {
  const book = await workbook({ One: row(1, 'a') + row(2, '1'), Two: row(1, 'b') + row(2, '2') });
  expect(await read(book)).toMatchObject({ reason: 'several-sheets' });
  expect(await read(book, 'Two')).toEqual({ header: ['b'], rows: [{ row: 2, cells: ['2'] }] });
  expect(await read(book, 'Three')).toMatchObject({ reason: 'no-table' });
});

test('IM10: a workbook of which a part cannot be read is refused, and so is a row beyond the header', async () => {
  const rows = row(1, 'a') + row(2, '1');
  const strings = { 'xl/sharedStrings.xml': '<sst><si><t>cut' };
  expect(await read(await workbook({ One: rows }, strings))).toMatchObject({ reason: 'damaged' });
  expect(await read(await workbook({ One: rows, Two: '<row><c>' }))).toMatchObject({ reason: 'damaged' });
  expect(await read(await workbook({ One: rows + row(3, '1', 'more') }))).toMatchObject({ reason: 'damaged', row: 3 });
  expect(await read(await workbook({ One: '' }))).toMatchObject({ reason: 'no-table' });
});
