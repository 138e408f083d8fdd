import { expect, test } from 'vitest';
import { zipOf } from '../../../test/read/zip-fixture.ts';
import type { FormatReading } from './format.ts';
import { readOds } from './ods.ts';
import { readOdt } from './odt.ts';

const SPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="d" xmlns:xlink="x" xmlns:manifest="m"';

function content(kind: 'text' | 'spreadsheet', body: string, styles = ''): string {
  return `<office:document-content ${SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
}

async function outcome(
  kind: 'text' | 'spreadsheet',
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<FormatReading | string> {
  const bytes = await zipOf(files);
  const result = await (kind === 'text' ? readOdt : readOds)(bytes, { fileName: 'notice' });
  return result.ok ? result.value : result.error.reason;
}

async function read(kind: 'text' | 'spreadsheet', body: string, styles = ''): Promise<FormatReading> {
  const reading = await outcome(kind, { 'content.xml': content(kind, body, styles) });
  if (typeof reading === 'string') throw new Error(`refused: ${reading}`);
  return reading;
}

async function textsOf(body: string, styles = ''): Promise<readonly string[]> {
  return ((await read('text', body, styles)).text?.blocks ?? []).map(({ text }) => text);
}

test('white space is collapsed as the format has it, and what counts has elements (O14)', async () => {
  const body =
    '<text:p> 하나 <text:span> 둘</text:span>\n  셋<text:s text:c="3"/>넷<text:tab/>다섯<text:line-break/> 여섯</text:p>';
  expect(await textsOf(body)).toEqual(['하나 둘 셋   넷\t다섯\n여섯']);
});

const LISTS =
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="가" style:num-prefix="(" style:num-suffix=")" text:display-levels="2"/></text:list-style>';

test('lists are numbered, count on where they say so, and begin again where they do not (O15)', async () => {
  const item = (words: string, inner = '') => `<text:list-item><text:p>${words}</text:p>${inner}</text:list-item>`;
  const list = (items: string, attributes = '') => `<text:list text:style-name="L" ${attributes}>${items}</text:list>`;
  const body =
    list(item('a', `<text:list>${item('b')}${item('c')}</text:list>`) + item('d')) +
    list(item('e'), 'text:continue-numbering="true"') +
    list(item('f')) +
    '<text:list text:style-name="none"><text:list-item><text:p>g</text:p><text:p>h</text:p></text:list-item></text:list>';
  expect(await textsOf(body, LISTS)).toEqual(['1. a', '(1.가) b', '(1.나) c', '2. d', '3. e', '1. f', 'g', 'h']);
});

test('notes in notes, ruby, hidden passages and objects are read or said (O16)', async () => {
  const note = (words: string) =>
    `<text:note text:note-class="footnote"><text:note-citation>*</text:note-citation><text:note-body>${words}</text:note-body></text:note>`;
  const { text, unread, notes } = await read(
    'text',
    `<text:p>a${note(`<text:p>low${note('<text:p>lower</text:p>')}</text:p>`)}<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zì</text:ruby-text></text:ruby></text:p>` +
      '<text:section text:display="none"><text:p>숨김</text:p></text:section><text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>',
  );
  expect(text?.blocks.map(({ place, text: words }) => [place?.type === 'paragraph' ? place.part : '', words])).toEqual([
    ['body', 'a[*]字(zì)'],
    ['body', '숨김'],
    ['footnote 1', 'low[*]'],
    ['footnote 2', 'lower'],
  ]);
  expect(unread).toEqual([{ part: 'Object 1', reason: 'not-supported' }]);
  expect(notes).toEqual([{ part: 'passages', note: 'hidden', count: 1 }]);
});

test('an encrypted file is refused as such, and so are hostile ones (O17)', async () => {
  const manifest =
    '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const deep = '<table:table><table:table-row><table:table-cell>'.repeat(10_000);
  const deepEnd = '</table:table-cell></table:table-row></table:table>'.repeat(10_000);
  const refusals = [
    await outcome('text', { 'META-INF/manifest.xml': manifest, 'content.xml': content('text', '<text:p>x</text:p>') }),
    await outcome('text', { 'content.xml': content('text', deep + deepEnd) }),
    await outcome('text', { 'content.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${content('text', '&b;')}` }),
    await outcome('text', { 'content.xml': content('spreadsheet', '') }),
    await outcome('spreadsheet', { 'content.xml': content('text', '') }),
    await outcome('text', { 'content.xml': content('text', `<text:p>${' '.repeat(16 * 1024 * 1024)}</text:p>`) }),
  ];
  expect(refusals).toEqual(['encrypted', 'too-deep', 'not-supported', 'damaged', 'damaged', 'bomb']);
});

test('cells that are said to repeat without end are bounded (O17, O23)', async () => {
  const cell = `<table:table-cell table:number-columns-repeated="2000000000"><text:p>${'x'.repeat(390)}</text:p></table:table-cell>`;
  const rows = `<table:table-row table:number-rows-repeated="2000000000">${cell}</table:table-row>`;
  const inText = await read('text', `<table:table>${rows}</table:table>`);
  expect(inText.unread).toEqual([{ part: 'repeated cells', reason: 'too-many' }]);
  const inSheet = await read('spreadsheet', `<table:table table:name="S">${rows}</table:table>`);
  expect(inSheet.unread).toEqual([{ part: 'sheet 1', reason: 'too-many' }]);
  const length = (reading: FormatReading) =>
    (reading.text?.blocks ?? []).reduce((sum, { text }) => sum + text.length, 0);
  expect(Math.max(length(inText), length(inSheet))).toBeLessThanOrEqual(32 * 1024 * 1024);
});

test('empty rows that repeat are counted and cost nothing (O18)', async () => {
  const { text } = await read(
    'spreadsheet',
    '<table:table table:name="S"><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell/><table:table-cell><text:p>끝</text:p></table:table-cell></table:table-row></table:table>',
  );
  expect(text?.blocks.map(({ place, text: words }) => [place, words])).toEqual([
    [{ type: 'row', sheet: 'S', row: 1_048_001 }, '끝'],
  ]);
});
