import { expect, test } from 'vitest';
import { zipOf } from '../../../test/read/zip-fixture.ts';
import type { FormatReading } from './format.ts';
import { readXlsx } from './xlsx.ts';

const M =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

interface Sheet {
  readonly rows: string;
  readonly state?: string;
}

function bookOf(
  sheets: readonly Sheet[],
  {
    strings = '',
    styles = '',
    properties = '',
  }: { readonly strings?: string; readonly styles?: string; readonly properties?: string } = {},
): Readonly<Record<string, string>> {
  const listed = sheets.map(
    ({ state }, i) =>
      `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="r${i + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  const related = sheets.map(
    (_, i) => `<Relationship Id="r${i + 1}" Type="x/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return {
    'xl/workbook.xml': `<workbook ${M}>${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="p">${related.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${M}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...(strings === '' ? {} : { 'xl/sharedStrings.xml': `<sst ${M}>${strings}</sst>` }),
    ...(styles === '' ? {} : { 'xl/styles.xml': `<styleSheet ${M}>${styles}</styleSheet>` }),
  };
}

async function outcome(files: Readonly<Record<string, string | Uint8Array>>): Promise<FormatReading | string> {
  const result = await readXlsx(await zipOf(files), { fileName: 'wards.xlsx' });
  return result.ok ? result.value : result.error.reason;
}

async function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<FormatReading> {
  const reading = await outcome(files);
  if (typeof reading === 'string') throw new Error(`refused: ${reading}`);
  return reading;
}

async function textsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return ((await read(files)).text?.blocks ?? []).map(({ text }) => text);
}

const row = (cells: string, number?: number) => `<row${number === undefined ? '' : ` r="${number}"`}>${cells}</row>`;

test('strings shared and inline, numbers, truth values, errors and formulas are read as shown (O20)', async () => {
  const strings =
    '<si><t>강변동</t></si><si><r><t>两</t></r><r><t xml:space="preserve"> 段</t></r><rPh><t>よみ</t></rPh></si>';
  const cells =
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>inline_x000A_two</t></is></c><c r="E1"><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="str"><f>A1</f><v>글</v></c><c r="I1"><v>12345678901234567890</v></c>';
  const { text, notes } = await read(bookOf([{ rows: row(cells, 1) }], { strings }));
  expect(text?.blocks.map((block) => block.text)).toEqual([
    '강변동\t两 段\t\tinline\ntwo\t0.3\tTRUE\t#N/A\t글\t12345678901234600000',
  ]);
  expect(notes).toEqual([{ part: 'formulas', note: 'last-values', count: 2 }]);
});

test('dates and times are ISO dates and times, whatever their format and calendar (O21)', async () => {
  const codes = [
    'yyyy"년" m"월" d"일"',
    '[$-412]h:mm AM/PM',
    '[h]:mm:ss',
    '0.0%',
    '"day" 0',
    '#,##0_);[Red](#,##0)',
    'yyyy-mm-dd hh:mm',
    '[$-ko-KR]General',
  ];
  const formats = codes
    .map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('');
  const ids = [0, 14, 22, ...codes.map((_, i) => 200 + i)];
  const styles = `<numFmts>${formats}</numFmts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
  const cell = (style: number, value: string) => row(`<c s="${style}"><v>${value}</v></c>`);
  const rows = [
    [1, '43589'],
    [2, '43589.4375'],
    [3, '43589'],
    [4, '0.5'],
    [5, '1.5'],
    [6, '0.455'],
    [7, '7'],
    [8, '-1204.5'],
    [9, '43589.75001'],
    [10, '43589'],
    [1, '59'],
    [1, '61'],
    [1, '-3'],
    [1, '1e300'],
    [0, 'words'],
  ] as const;
  const sheet = { rows: rows.map(([style, value]) => cell(style, value)).join('') };
  expect(await textsOf(bookOf([sheet], { styles }))).toEqual([
    ...[
      '2019-05-04',
      '2019-05-04T10:30',
      '2019-05-04',
      '12:00',
      '36:00',
      '45.5%',
      '7',
      '-1204.5',
      '2019-05-04T18:00:01',
      '43589',
    ],
    ...['1900-02-28', '1900-03-01', '-3', '1e+300', 'words'],
  ]);
  const from1904 = bookOf([{ rows: cell(1, '42127') }], { styles, properties: '<workbookPr date1904="1"/>' });
  expect(await textsOf(from1904)).toEqual(['2019-05-04']);
});

test('hidden sheets are read and said, a missing one is said and the others are read (O22)', async () => {
  const cell = (words: string) => row(`<c t="inlineStr"><is><t>${words}</t></is></c>`);
  const files = bookOf([
    { rows: cell('a') },
    { rows: cell('b'), state: 'veryHidden' },
    { rows: cell('c') },
    { rows: '<row><c></row>' },
  ]);
  const { 'xl/worksheets/sheet1.xml': _, ...rest } = files;
  const { text, unread, notes } = await read(rest);
  expect(text?.blocks.map(({ text: words }) => words)).toEqual(['b', 'c']);
  expect(unread).toEqual([
    { part: 'sheet 1', reason: 'damaged' },
    { part: 'sheet 4', reason: 'damaged' },
  ]);
  expect(notes).toEqual([{ part: 'sheet 2', note: 'hidden' }]);
});

test('comments and text boxes stand behind the row that they are tied to (O24)', async () => {
  const files = {
    ...bookOf([{ rows: row('<c r="A2"><v>5</v></c>', 2) + row('<c r="A4"><v>6</v></c>', 4) }]),
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="p"><Relationship Id="1" Type="x/comments" Target="../comments1.xml"/><Relationship Id="2" Type="x/drawing" Target="../drawings/d.xml"/><Relationship Id="3" Type="x/comments" Target="http://x.invalid/c.xml" TargetMode="External"/></Relationships>',
    'xl/comments1.xml':
      '<comments><commentList><comment ref="A2"><text><r><t>확인</t></r><r><t>할 것</t></r></text></comment></commentList></comments>',
    'xl/drawings/d.xml':
      '<wsDr xmlns:a="a"><twoCellAnchor><from><row>8</row></from><sp><txBody><a:p><a:r><a:t>상자</a:t></a:r></a:p></txBody></sp></twoCellAnchor></wsDr>',
  };
  const { text } = await read(files);
  expect(text?.blocks.map(({ place, text: words }) => [place?.type === 'row' ? place.row : 0, words])).toEqual([
    [2, '5'],
    [2, '확인할 것'],
    [4, '6'],
    [9, '상자'],
  ]);
});

test('a part with comments or text boxes that cannot be read is named, and the rows are read (O24)', async () => {
  const book = bookOf([{ rows: row('<c r="A2"><v>5</v></c>', 2) }]);
  const links =
    '<Relationships xmlns="p"><Relationship Id="1" Type="x/comments" Target="../comments1.xml"/><Relationship Id="2" Type="x/threadedComment" Target="../threads/t.xml"/><Relationship Id="3" Type="x/drawing" Target="../drawings/gone.xml"/></Relationships>';
  const files = {
    ...book,
    'xl/worksheets/_rels/sheet1.xml.rels': links,
    'xl/comments1.xml': '<comments><commentList><comment ref="A2"><text>cut',
    'xl/threads/t.xml': '<also cut',
  };
  const { text, unread } = await read(files);
  expect(text?.blocks.map(({ text: words }) => words)).toEqual(['5']);
  expect(unread).toEqual([
    { part: 'xl/comments1.xml', reason: 'damaged' },
    { part: 'xl/drawings/gone.xml', reason: 'damaged' },
  ]);
  const cut = await read({ ...book, 'xl/worksheets/_rels/sheet1.xml.rels': links.slice(0, -20) });
  expect(cut.unread).toEqual([{ part: 'xl/worksheets/_rels/sheet1.xml.rels', reason: 'damaged' }]);
});

test('a sheet is read to the limit of rows, and the rest is said (O23)', async () => {
  const rows = Array.from({ length: 210_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('');
  const { text, unread } = await read(bookOf([{ rows }]));
  expect([text?.blocks.length, text?.blocks.at(-1)?.place]).toEqual([
    200_000,
    { type: 'row', sheet: 'S1', row: 200_000 },
  ]);
  expect(unread).toEqual([{ part: 'sheet 1', reason: 'too-many' }]);
});

test('hostile workbooks are refused or bounded (O23)', async () => {
  const long = `<si><t>${'x'.repeat(1_000_000)}</t></si>`;
  const cells = Array.from({ length: 4000 }, () => '<c t="s"><v>0</v></c>').join('');
  const wide = await read(bookOf([{ rows: row(cells) }], { strings: long }));
  expect(wide.unread).toEqual([]);
  expect((wide.text?.blocks[0]?.text.length ?? 0) <= 32 * 1024 * 1024).toBe(true);
  const odd = row('<c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c><c r="ZZZZ9"><v>3</v></c>', 1);
  const { text } = await read(bookOf([{ rows: odd }]));
  expect(text?.blocks[0]?.text.replace(/\t+/g, ' ')).toBe('1 2 3');
  expect(await outcome({ 'xl/workbook.xml': `<!DOCTYPE a [<!ENTITY b "c">]><workbook ${M}/>` })).toBe('not-supported');
  expect(await outcome({ 'word/document.xml': '<x/>' })).toBe('damaged');
  const notZip = await readXlsx(Uint8Array.from(Buffer.from('a,b\n1,2')), { fileName: 'x.xlsx' });
  expect(notZip.ok ? undefined : notZip.error.reason).toBe('damaged');
});
