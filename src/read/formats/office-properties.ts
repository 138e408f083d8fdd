import { edtfOfMetadata } from '../stated-date.ts';
import type { FormatProperties, FormatProperty } from './format.ts';

/** What an office file says of itself, as its fields hold it. */
export interface StatedProperties {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  /** When it was first written, in any form a machine writes. */
  readonly created?: string | undefined;
}

/**
 * Properties worth keeping (docs/read-office.md O5). Programs fill these fields with names of templates, of the program, of
 * the account or the file; such values say nothing of the text and are left out, as are dates before there was the format.
 */
export function propertiesOf(stated: StatedProperties, fileName: string): FormatProperties {
  const title = tidy(stated.title);
  const author = tidy(stated.author);
  const publisher = tidy(stated.publisher);
  const date = stated.created === undefined ? undefined : edtfOfMetadata(stated.created);
  return {
    ...(title !== undefined && !isJunkTitle(title, fileName) && { title: property(title) }),
    ...(author !== undefined && !JUNK_NAMES.test(author) && { author: property(author) }),
    ...(publisher !== undefined && !JUNK_NAMES.test(publisher) && { publisher: property(publisher) }),
    ...(date !== undefined && !isJunkDate(date) && { date: property(date) }),
  };
}

function property(value: string): FormatProperty {
  return { value, from: 'document-properties' };
}

const LONGEST_PROPERTY = 500;

function tidy(value: string | undefined): string | undefined {
  const clean = (value ?? '')
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return clean === '' || clean.length > LONGEST_PROPERTY || clean.includes('\ufffd') || !/[\p{L}\p{N}]/u.test(clean)
    ? undefined
    : clean;
}

const JUNK_TITLES =
  /^(?:untitled|no title|title|document|doc|presentation|powerpoint presentation|slide 1|sheet|book|workbook|new microsoft word document|microsoft word|word document|제목 ?없음|무제|문서|새 문서|通合集|无标题|無標題|文档|文件|新建文档|标题|標題)[\s_-]*\d{0,4}$/i;

const JUNK_NAMES =
  /^(?:user|users?\d*|(?:windows|microsoft(?: office)?|office|default|pc|my) ?user|owner|admin(?:istrator)?|(?:unknown )?author|unknown|anonymous|guest|root|test|me|pc|home|asus|dell|hp|lenovo|acer|samsung|toshiba|microsoft(?: corporation| office| word)?|python-docx|openpyxl|xlsxwriter|libreoffice|openoffice(?:\.org)?|calibre.*|apache poi|사용자|관리자|微软用户|微軟用戶|用户|用戶|使用者|管理员|雨林木风|番茄花园|深度技术)$/i;

function isJunkTitle(title: string, fileName: string): boolean {
  if (JUNK_TITLES.test(title) || /^microsoft (?:word|excel|powerpoint) - /i.test(title)) return true;
  if (/\.(?:docx?|odt|rtf|xlsx?|ods|pdf|hwpx?|tmp|dotx?)$/i.test(title) || /^[a-z]:\\|^\\\\|^file:/i.test(title))
    return true;
  // The same words as the file's own name say nothing that is not known, and may be the name of another file.
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,8}$/, '');
  return stem !== '' && title === stem;
}

function isJunkDate(edtf: string): boolean {
  // 1601, 1899, 1904, 1970 and 1980 are where the calendars of file formats begin; 2013-12-23 is a library's template.
  return Number(edtf.slice(0, 4)) <= 1980 || edtf === '2013-12-23';
}
