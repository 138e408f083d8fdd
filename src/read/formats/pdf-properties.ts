import type { FormatProperties, FormatProperty } from './format.ts';
import type { PdfDocument } from './mupdf-engine.ts';
import { attempt } from './mupdf-engine.ts';

const LONGEST = 300;
/** What programs write where a title should stand: their own name, the file's, a placeholder. */
const JUNK_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|无标题.*|無標題.*|제목 ?없음.*|document\d*|slide \d+|presentation\d*|powerpoint presentation|powerpoint 演示文稿|powerpoint 프레젠테이션|title|none|null|default|print|test|(?:新建|새)\s?.*(?:文档|문서).*|https?:.*|about:.*|.*\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|html?|hwpx?|wpd|indd|qxd|qxp|tex|dvi|ps|eps|pub|tmp|txt|cdr|ai|pmd|p65|dwg|jpe?g|tiff?|png))$/i;
const JUNK_AUTHOR =
  /^(?:admin(?:istrator)?|user\d*|owner|author|unknown|anonymous|none|null|default|root|guest|pc|hp|dell|lenovo|microsoft(?: office)?(?: user| 用户)?|windows 用户|用户|사용자|微软用户|微软中国|.*@.*|.*[\\/].*)$/i;

/**
 * What a PDF says of itself: title, author, date of making. Programs fill these in by themselves, so that they are used
 * only where the text says nothing, and a title that names a program or a file never.
 */
export function pdfProperties(document: PdfDocument): FormatProperties {
  const title = said(document, 'info:Title', JUNK_TITLE);
  const author = said(document, 'info:Author', JUNK_AUTHOR);
  const made = attempt(() => document.getMetaData('info:CreationDate'));
  const date = made === undefined ? undefined : dateOf(made);
  return {
    ...(title !== undefined && { title: property(title) }),
    ...(author !== undefined && { author: property(author) }),
    ...(date !== undefined && { date: property(date) }),
  };
}

function property(value: string): FormatProperty {
  return { value, from: 'document-properties', ifTextIsSilent: true };
}

function said(document: PdfDocument, key: string, junk: RegExp): string | undefined {
  const value = attempt(() => document.getMetaData(key));
  const text = (value ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const wrong = !/\p{L}{2}|\p{Script=Han}/u.test(text) || /[\ufffd\ue000-\uf8ff]/.test(text) || junk.test(text);
  return wrong || text.length > LONGEST ? undefined : text;
}

/** `D:20240131120000+09'00'` as the day at its writer's place; years before PDF was made are a clock that was not set. */
function dateOf(made: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^D?:?\s*(\d{4})(\d\d)(\d\d)/.exec(made) ?? [];
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const real =
    Number(year) >= 1993 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
  return real ? `${year}-${month}-${day}` : undefined;
}
