import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { FormatReading } from './format.ts';
import { readRtf } from './rtf.ts';

function outcome(rtf: string | Uint8Array): FormatReading | string {
  const bytes = typeof rtf === 'string' ? Uint8Array.from(Buffer.from(rtf, 'latin1')) : rtf;
  const result = readRtf(bytes, { fileName: 'notice.rtf' });
  return result.ok ? result.value : result.error.reason;
}

function read(rtf: string): FormatReading {
  const reading = outcome(rtf);
  if (typeof reading === 'string') throw new Error(`refused: ${reading}`);
  return reading;
}

function textsOf(rtf: string): readonly string[] {
  return (read(rtf).text?.blocks ?? []).map(({ text }) => text);
}

/** The bytes of a text in an encoding, as RTF writes them. */
function escaped(text: string, encoding: string): string {
  return [...iconv.encode(text, encoding)].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
}

test('text is read in the encoding of its font, else in that of the file (O42)', () => {
  const fonts =
    '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset129 Batang;}{\\f2\\fcharset134 SimSun;}{\\f3\\fcharset136 Ming;}{\\f4\\fcharset204 Arial;}}';
  const body = `\\f1 ${escaped('등록 공고 뷁', 'cp949')}\\par\\f2 ${escaped('登记办法', 'gb18030')}\\par\\f3 ${escaped('登記辦法', 'big5')}\\par\\f4 ${escaped('Слово', 'windows-1251')}\\par\\f0 ${escaped('é', 'windows-1252')}\\par`;
  expect(textsOf(`{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}${body}}`)).toEqual([
    '등록 공고 뷁',
    '登记办法',
    '登記辦法',
    'Слово',
    'é',
  ]);
  expect(textsOf(`{\\rtf1\\ansi\\ansicpg949\\deff0${fonts}\\f0 ${escaped('한글', 'cp949')}}`)).toEqual(['한글']);
});

test('a character may be made of an escape and a plain byte, braces and backslash among them (O42)', () => {
  // Second bytes that look like syntax, or like a letter.
  const words = [0x5c, 0x7b, 0x41].map((second) => iconv.decode(Uint8Array.of(0x8b, second), 'gb18030'));
  expect(textsOf("{\\rtf1\\ansi\\ansicpg936 \\'8b\\\\ \\'8b\\{ \\'8bA}")).toEqual([words.join(' ')]);
});

test('a Unicode sign takes the place of its stand-ins (O43)', () => {
  expect(
    textsOf(
      "{\\rtf1\\ansi\\uc1 \\u44032?\\u45208\\'3f\\u-10179?\\u-8704?{\\uc2\\u20013\\'d6\\'d0\\u22269??}\\uc0\\u23383 end}",
    ),
  ).toEqual(['가나😀中国字end']);
});

test('rows, nested tables and rows that are never ended are rows (O44)', () => {
  const table =
    '\\pard\\intbl a\\cell b\\cell\\row\\pard\\intbl c\\par\\intbl c2\\cell\\pard\\intbl\\itap2 1\\nestcell 2\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables\\par}\\pard\\intbl d\\cell\\row\\pard after\\par \\pard\\intbl e\\cell f\\cell';
  expect(textsOf(`{\\rtf1 before\\par ${table}}`)).toEqual(['before', 'a\tb', 'c', 'c2', '1\t2', 'd', 'after', 'e\tf']);
});

test('notes, comments, headers and links have their places (O45)', () => {
  const { text } = read(
    '{\\rtf1{\\header Head\\par}{\\info{\\title Notice of the ward}{\\author Ward Clerk}{\\creatim\\yr2019\\mo5\\dy4}}One{\\super\\chftn{\\footnote\\pard{\\chftn} low}} two{\\chftn{\\*\\footnote\\ftnalt late}}{\\*\\atnauthor Kim}{\\*\\annotation why}' +
      '\\par{\\field{\\*\\fldinst{HYPERLINK "http://x.invalid"}}{\\fldrslt{the page}}}\\par{\\listtext\\pard 1.\\tab}\\ls1 item\\par{\\listtext \\u61623 ?\\tab}dot\\par}',
  );
  expect(
    text?.blocks.map(({ place, text: words, linked }) => [
      place?.type === 'paragraph' ? place.part : '',
      words,
      linked,
    ]),
  ).toEqual([
    ['body', 'One[1] two[1]', 0],
    ['body', 'the page', 7],
    ['body', '1. item', 0],
    ['body', 'dot', 0],
    ['header', 'Head', 0],
    ['footnote 1', 'low', 0],
    ['endnote 1', 'late', 0],
    ['comment 1', 'Kim', 0],
    ['comment 1', 'why', 0],
  ]);
  expect(Object.values(text?.properties ?? {}).map(({ value }) => value)).toEqual([
    'Notice of the ward',
    'Ward Clerk',
    '2019-05-04',
  ]);
});

test('what is not text is passed over; objects are counted and never opened (O46)', () => {
  const { text, unread, notes, members } = read(
    '{\\rtf1{\\*\\generator Words 1;}{\\*\\unknown secret}{\\object\\objemb{\\*\\objdata 0105}{\\result{shown}}}{\\pict\\pngblip 89504e470d0a1a0a00}{\\*\\bkmkstart x}\\bin5 {}{}{ a{\\v hid}{\\deleted gone}b\\par}',
  );
  expect(text?.blocks.map((block) => block.text)).toEqual(['shown ahidb']);
  expect(members).toEqual([
    { name: 'picture 1.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0) },
  ]);
  expect(unread).toEqual([{ part: 'embedded objects: 1', reason: 'not-supported' }]);
  expect(notes).toEqual([
    { part: 'tracked changes', note: 'deletions-left-out', count: 1 },
    { part: 'runs', note: 'hidden', count: 1 },
  ]);
});

test('hostile files end as they should (O46)', () => {
  expect(outcome(`{\\rtf1 ${'{'.repeat(5000)}`)).toBe('too-deep');
  expect(outcome('')).toBe('empty');
  expect(outcome('PK\x03\x04')).toBe('damaged');
  const unread = (rtf: string) => read(rtf).unread.map(({ part, reason }) => `${part}: ${reason}`);
  expect(unread('{\\rtf1 breaks off{\\b here')).toEqual(['end of file: damaged']);
  expect(unread('{\\rtf1 a\\bin99999999999 b}')).toEqual(['end of file: damaged']);
  expect(unread('{\\rtf1 a}<html>')).toEqual(['behind the end: not-supported']);
  expect(
    textsOf(`{\\rtf1 ${'\\pard\\intbl\\itap9999 x\\nestcell'.repeat(200)}}`)
      .join('')
      .replace(/\s/g, ''),
  ).toBe('x'.repeat(200));
  expect(textsOf(`{\\rtf1 \\uc99999\\u44032${'?'.repeat(200)}end}`)[0]).toMatch(/^가\?+end$/);
});

test('plain words survive whatever control words stand between them', () => {
  const piece = fc.constantFrom(
    '{\\b ',
    '}',
    '\\par ',
    '\\uc0\\u44032 ',
    '\\cell ',
    '\\row ',
    '\\pard ',
    '\\f3 ',
    '\\*',
    '{\\field',
    '\\v ',
    '\\intbl ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const reading = outcome(`{\\rtf1 ${pieces.join('')}`);
      expect(typeof reading === 'string' ? reading : Array.isArray(reading.unread)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z가-힣]{1,8}$/), { minLength: 1, maxLength: 20 }), (words) => {
      const body = words.map(
        (word) =>
          `{\\b ${[...word].map((c) => `\\u${c.charCodeAt(0) > 0x7fff ? c.charCodeAt(0) - 0x10000 : c.charCodeAt(0)}?`).join('')}}\\par `,
      );
      expect(textsOf(`{\\rtf1 ${body.join('')}}`)).toEqual(words);
    }),
  );
});
