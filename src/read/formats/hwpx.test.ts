import { expect, test } from 'vitest';
import { zipOf } from '../../../test/read/zip-fixture.ts';
import type { FormatReading } from './format.ts';
import { readHwpx } from './hwpx.ts';

const H =
  'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"';

const section = (body: string) => `<?xml version="1.0" encoding="UTF-8"?><hs:sec ${H}>${body}</hs:sec>`;
const p = (runs: string, style = '0') =>
  `<hp:p styleIDRef="${style}"><hp:run>${runs}</hp:run><hp:linesegarray><hp:lineseg/></hp:linesegarray></hp:p>`;
const t = (words: string) => `<hp:t>${words}</hp:t>`;
const list = (body: string) => `<hp:subList>${body}</hp:subList>`;

async function outcome(files: Readonly<Record<string, string | Uint8Array>>): Promise<FormatReading | string> {
  const result = await readHwpx(await zipOf({ mimetype: 'application/hwp+zip', ...files }), { fileName: 'a.hwpx' });
  return result.ok ? result.value : result.error.reason;
}

test('paragraphs, tables, notes, headers, boxes and links of a Hangul document are read (O38 to O40)', async () => {
  const cell = (words: string) => `<hp:tc>${list(p(t(words)))}</hp:tc>`;
  const body =
    p(`<hp:secPr/><hp:ctrl><hp:header>${list(p(t('머리말')))}</hp:header></hp:ctrl>${t('등록 공고')}`, '1') +
    p(
      `${t('주민은<hp:tab/>5월까지<hp:lineBreak/>등록한다.<hp:fwSpace/>끝')}<hp:ctrl><hp:footNote>${list(p(t('삼층 창구')))}</hp:footNote></hp:ctrl>${t(' 뒤')}`,
    ) +
    p(`<hp:tbl><hp:tr>${cell('동')}${cell('가구')}</hp:tr><hp:tr>${cell('강변동')}${cell('1,204')}</hp:tr></hp:tbl>`) +
    p(
      `<hp:ctrl><hp:fieldBegin type="HYPERLINK"/></hp:ctrl>${t('양식')}<hp:ctrl><hp:fieldEnd/></hp:ctrl>${t(' 목록')}`,
    ) +
    p(
      `<hp:rect><hp:drawText>${list(p(t('글상자')))}</hp:drawText></hp:rect><hp:ctrl><hp:hiddenComment>${list(p(t('검토')))}</hp:hiddenComment></hp:ctrl>`,
    );
  const reading = await outcome({
    'Contents/section0.xml': section(body),
    'Contents/header.xml': `<hh:head ${H}><hh:styles><hh:style id="1" name="개요 1" engName="Outline 1"/></hh:styles></hh:head>`,
    'Contents/content.hpf':
      '<opf:package xmlns:opf="o"><opf:metadata><opf:title>등록 안내</opf:title><opf:meta name="creator">강변동 사무소</opf:meta><opf:meta name="CreatedDate">2019-05-04T00:00:00Z</opf:meta></opf:metadata></opf:package>',
    'BinData/image1.jpg': Uint8Array.of(9),
  });
  if (typeof reading === 'string') throw new Error(reading);
  expect(
    reading.text?.blocks.map(({ place, kind, text, linked }) => [
      place?.type === 'paragraph' ? place.part : '',
      kind,
      text,
      linked,
    ]),
  ).toEqual([
    ['body', 'heading', '등록 공고', 0],
    ['body', 'paragraph', '주민은\t5월까지\n등록한다.\u3000끝[1] 뒤', 0],
    ['body', 'table-row', '동\t가구', 0],
    ['body', 'table-row', '강변동\t1,204', 0],
    ['body', 'paragraph', '양식 목록', 2],
    ['body', 'paragraph', '글상자', 0],
    ['header', 'paragraph', '머리말', 0],
    ['footnote 1', 'paragraph', '삼층 창구', 0],
    ['comment 1', 'paragraph', '검토', 0],
  ]);
  expect(Object.values(reading.text?.properties ?? {}).map(({ value }) => value)).toEqual([
    '등록 안내',
    '강변동 사무소',
    '2019-05-04',
  ]);
  expect(reading.members.map(({ name }) => name)).toEqual(['BinData/image1.jpg']);
});

test('sections come in the order of their numbers, and a damaged one is said (O38)', async () => {
  const reading = await outcome({
    'Contents/section10.xml': section(p(t('열'))),
    'Contents/section2.xml': '<hs:sec>',
    'Contents/section0.xml': section(p(t('영'))),
  });
  expect(
    typeof reading === 'string' ? reading : [reading.text?.blocks.map(({ text }) => text), reading.unread],
  ).toEqual([['영', '열'], [{ part: 'Contents/section2.xml', reason: 'damaged' }]]);
});

test('the older binary form, encrypted and hostile files are refused (O41)', async () => {
  const binary = await readHwpx(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), { fileName: 'a.hwp' });
  expect(binary.ok ? undefined : binary.error.reason).toBe('not-supported');
  const deep = `${'<hp:p><hp:run><hp:tbl><hp:tr><hp:tc>'.repeat(10_000)}${'</hp:tc></hp:tr></hp:tbl></hp:run></hp:p>'.repeat(10_000)}`;
  const refusals = [
    await outcome({
      'META-INF/manifest.xml': '<m><f><encryption-data/></f></m>',
      'Contents/section0.xml': section(''),
    }),
    await outcome({ 'Contents/section0.xml': section(deep) }),
    await outcome({ 'Contents/section0.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${section(p(t('&b;')))}` }),
    await outcome({}),
  ];
  expect(refusals).toEqual(['encrypted', 'too-deep', 'not-supported', 'damaged']);
});
