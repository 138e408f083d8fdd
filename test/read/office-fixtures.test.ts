import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/base/index.ts';
import { readCsv } from '../../src/read/formats/csv.ts';
import { readDocx } from '../../src/read/formats/docx.ts';
import { readEpub } from '../../src/read/formats/epub.ts';
import type { FormatHints, FormatReading, FormatRefusal } from '../../src/read/formats/format.ts';
import { readOds } from '../../src/read/formats/ods.ts';
import { readOdt } from '../../src/read/formats/odt.ts';
import { readRtf } from '../../src/read/formats/rtf.ts';
import { readXlsx } from '../../src/read/formats/xlsx.ts';
import { layerOfText } from '../../src/read/read-layer.ts';

type Reader = (
  bytes: Uint8Array,
  hints: FormatHints,
) => Promise<Result<FormatReading, FormatRefusal>> | Result<FormatReading, FormatRefusal>;

const FOLDER = join(import.meta.dirname, 'fixtures/office');

async function reading(
  read: Reader,
  file: string,
): Promise<{ readonly bytes: Uint8Array; readonly value: FormatReading }> {
  const bytes = Uint8Array.from(readFileSync(join(FOLDER, file)));
  const result = await read(bytes, { fileName: file });
  if (!result.ok) throw new Error(`${file} was refused: ${result.error.reason}`);
  return { bytes, value: result.value };
}

/** What stands in `notice.fodt`, as LibreOffice was given it. */
const BODY = [
  'heading 1: 등록 공고',
  'paragraph: 주민은 2019년 5월 10일까지 등록하여야 한다.[1] 기한을 넘기면 접수하지 아니한다.',
  'heading 2: 登记办法',
  'paragraph: 居民应当携带证件原件前来登记。\n逾期不候。',
  'list-item: 1. Bring the old card & two photographs <3 × 4>.',
  'list-item: 2. Fill in the form:',
  'list-item: a) in capitals;',
  'list-item: b) in ink.',
  'table-row: 동\tHouseholds\t日期',
  'table-row: 강변동\t1,204\t五月六日',
  'table-row: 언덕동\t\t五月七日',
  'paragraph: See the list of forms. Ask at the side counter.',
  'paragraph: The copy hangs at the gate.',
  'paragraph: Box: 통지문 사본',
];

const ASIDES = [
  'comment 1: Reviewer',
  'comment 1: 이 문장을 확인할 것',
  'endnote 1: Printed twice.',
  'footer: 문서 번호 17',
  'footnote 1: 접수 창구는 삼층에 있다.',
  'header: Brook Street Registry 溪街登记处',
];

const PROPERTIES = {
  title: { value: 'Notice of the Brook Street office', from: 'document-properties' },
  author: { value: 'Brook Street Registry', from: 'document-properties' },
  date: { value: '2019-05-04', from: 'document-properties' },
};

describe('files that LibreOffice wrote', () => {
  const texts: readonly (readonly [string, Reader, string])[] = [
    ['notice.docx', readDocx, '[1]'],
    ['notice.odt', readOdt, '[i]'],
    ['notice.rtf', readRtf, '[1]'],
  ];
  it.each(texts)(
    '%s is read without losing or adding a character (O1 to O17, O42 to O46)',
    async (file, read, mark) => {
      const { value } = await reading(read, file);
      const blocks = value.text?.blocks ?? [];
      const inBody = blocks.filter(({ place }) => place?.type === 'paragraph' && place.part === 'body');
      const lines = inBody.map(({ kind, level, text }) => `${kind}${level === undefined ? '' : ` ${level}`}: ${text}`);
      // A text box stands before or behind the paragraph that it is tied to.
      const sorted = (all: readonly string[]) => [...all].sort();
      expect(sorted(lines)).toEqual(sorted([...BODY, `paragraph: Last words 끝 终${mark}`]));
      expect(lines.filter((line) => !line.includes('Box') && !line.includes('gate')).slice(0, 12)).toEqual(
        BODY.slice(0, 12),
      );
      const asides = blocks.flatMap(({ place, text }) =>
        place?.type === 'paragraph' && place.part !== 'body' ? [`${place.part}: ${text}`] : [],
      );
      expect(sorted(asides)).toEqual(ASIDES);
      expect(value.text?.properties).toEqual(PROPERTIES);
      expect(value.unread).toEqual([]);
      expect(value.notes).toEqual([
        { part: 'tracked changes', note: 'deletions-left-out', count: 1 },
        { part: file === 'notice.odt' ? 'passages' : 'runs', note: 'hidden', count: 1 },
      ]);
    },
  );

  it('notice.epub is read chapter by chapter (O34)', async () => {
    const { value } = await reading(readEpub, 'notice.epub');
    const text = (value.text?.blocks ?? []).map((block) => block.text).join('\n');
    for (const line of BODY) {
      const words = line.replace(/^[^:]*: (?:[12a-b][.)] )?/, '').replace('[1]', '1');
      expect(text).toContain(words);
    }
    expect(value.text?.blocks[0]?.place).toEqual({
      type: 'paragraph',
      number: 1,
      part: 'OEBPS/sections/section0001.xhtml',
    });
  });

  const sheets: readonly (readonly [string, Reader])[] = [
    ['wards.xlsx', readXlsx],
    ['wards.ods', readOds],
  ];
  it.each(sheets)('%s keeps rows, dates, shares and hidden sheets (O18 to O22)', async (file, read) => {
    const { value } = await reading(read, file);
    expect((value.text?.blocks ?? []).map(({ place, kind, text }) => [place, kind, text])).toEqual([
      [{ type: 'row', sheet: '동별', row: 1 }, 'table-row', 'Ward 동\tDate\tHouseholds\tShare\tOpen'],
      [{ type: 'row', sheet: '동별', row: 2 }, 'table-row', '강변동\n河边\t2019-05-06\t1204\t45%\tTRUE'],
      [{ type: 'row', sheet: '동별', row: 6 }, 'table-row', '언덕동\t1998-12-31\t0.3\t\t"no", she said'],
      [{ type: 'row', sheet: 'Hidden', row: 1 }, 'paragraph', 'secret list 名单'],
    ]);
    expect(value.notes?.[0]).toEqual({ part: 'sheet 2', note: 'hidden' });
    expect(value.text?.properties.title?.value).toBe('Wards of the river town');
  });

  it('wards.csv keeps rows and line ends inside cells (O25)', async () => {
    const { value } = await reading(readCsv, 'wards.csv');
    expect((value.text?.blocks ?? []).map(({ place, text }) => [place, text])).toEqual([
      [{ type: 'row', sheet: '', row: 1 }, 'Ward 동\tDate\tHouseholds\tShare\tOpen'],
      [{ type: 'row', sheet: '', row: 2 }, '강변동\n河边\t06.05.2019\t1204\t45%\tTRUE'],
      [{ type: 'row', sheet: '', row: 6 }, '언덕동\t31.12.1998\t0.3\t\t"no", she said'],
    ]);
  });

  it('each becomes a layer whose blocks hold its words and keep their places', async () => {
    const all: readonly (readonly [string, Reader])[] = [
      ['notice.docx', readDocx],
      ['notice.odt', readOdt],
      ['notice.rtf', readRtf],
      ['notice.epub', readEpub],
      ...sheets,
    ];
    for (const [file, read] of all) {
      const { bytes, value } = await reading(read, file);
      const layer = value.text === undefined ? undefined : layerOfText(value.text, bytes);
      if (layer?.ok !== true) throw new Error(`${file} gave no layer`);
      const { text, blocks } = layer.value;
      const words = blocks.map(({ start, end }) => text.slice(start, end));
      expect(words).toEqual(value.text?.blocks.map((block) => block.text));
      expect(blocks.map(({ place }) => place)).toEqual(value.text?.blocks.map(({ place }) => place));
      // The same bytes give the same text.
      expect((await reading(read, file)).value).toEqual(value);
    }
  });

  it('each is read or refused when it breaks off, and none throws', async () => {
    const all: readonly (readonly [string, Reader])[] = [
      ...texts.map(([file, read]) => [file, read] as const),
      ...sheets,
    ];
    for (const [file, read] of [...all, ['notice.epub', readEpub] as const]) {
      const whole = Uint8Array.from(readFileSync(join(FOLDER, file)));
      for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
        const result = await read(whole.subarray(0, Math.floor(whole.length * share)), { fileName: file });
        if (result.ok) expect(result.value.unread.some(({ reason }) => reason === 'damaged')).toBe(true);
        else expect(result.error.reason).toMatch(/^(damaged|empty)$/);
      }
    }
  });
});
