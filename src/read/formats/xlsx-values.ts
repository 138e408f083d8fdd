import { attributeOf, descendantsOf, elementAt, elementsOf, type XmlElement } from './xml.ts';

/** How a cell's number is shown, as far as its meaning goes. */
export type NumberForm = 'plain' | 'date' | 'time' | 'date-time' | 'elapsed' | 'percent';

/** The form of each cell style of `xl/styles.xml`, by its index. */
export function numberForms(styles: XmlElement | undefined): readonly NumberForm[] {
  if (styles === undefined) return [];
  const codes = new Map<number, string>();
  const formats = elementAt(styles, 'numFmts');
  for (const format of formats === undefined ? [] : elementsOf(formats, 'numFmt')) {
    codes.set(Number(attributeOf(format, 'numFmtId')), attributeOf(format, 'formatCode') ?? '');
  }
  const cells = elementAt(styles, 'cellXfs');
  return (cells === undefined ? [] : elementsOf(cells, 'xf')).map((style) => {
    const id = Number(attributeOf(style, 'numFmtId') ?? '0');
    const code = codes.get(id);
    return code === undefined ? builtInForm(id) : formOfCode(code);
  });
}

/** ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates in the languages of East Asia. */
function builtInForm(id: number): NumberForm {
  if (id === 9 || id === 10) return 'percent';
  if (id === 22) return 'date-time';
  if (id === 46) return 'elapsed';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
  // Of the East Asian ones, 32 to 35 and 55, 56 show hours in one language and days in another.
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  return id >= 32 && id <= 35 ? 'time' : 'plain';
}

function formOfCode(code: string): NumberForm {
  const first = code.split(';')[0] ?? '';
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return 'elapsed';
  if (/general/i.test(bare)) return 'plain';
  const days = /[yd年月日]|(?:^|[^a-z])e{1,2}(?![+-])|g{1,3}(?:[^a-z]|$)/i.test(bare) || /m{3,5}/i.test(bare);
  const hours = /h|s|am\/pm|上午|오전/i.test(bare);
  if (days) return hours ? 'date-time' : 'date';
  if (hours) return 'time';
  return bare.includes('%') ? 'percent' : 'plain';
}

/** A number as a person would read it in the cell, dates and times as ISO 8601 has them; as written when it is no number. */
export function shownNumber(written: string, form: NumberForm, from1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  switch (form) {
    case 'plain':
      return plain(value, written);
    case 'percent':
      return `${plain(value * 100, '')}%`;
    case 'elapsed':
      return clock(Math.round(Math.abs(value) * 86_400));
    case 'time':
      return value >= 0 && value < 1 ? clock(Math.round(value * 86_400)) : moment(value, from1904, true, written);
    case 'date':
      return moment(value, from1904, false, written);
    case 'date-time':
      return moment(value, from1904, true, written);
  }
}

/** A sheet holds fifteen digits; what binary fractions add behind them is not shown. */
function plain(value: number, written: string): string {
  if (/^-?\d{1,15}$/.test(written)) return written;
  return String(Number(value.toPrecision(15)));
}

/** 9999-12-31. */
const LAST_DAY = 2_958_465;

function moment(value: number, from1904: boolean, withTime: boolean, written: string): string {
  // Excel takes 1900 for a leap year, so days up to 60 count from the day before.
  const days = from1904 ? value + 1462 : value < 60 ? value + 1 : value;
  if (value < 0 || days > LAST_DAY + 1) return plain(value, written);
  const seconds = Math.round((days - 25_569) * 86_400);
  const iso = new Date(seconds * 1000).toISOString();
  const time = iso.slice(11, 19);
  if (!withTime || time === '00:00:00') return iso.slice(0, 10);
  return `${iso.slice(0, 10)}T${time.endsWith(':00') ? time.slice(0, 5) : time}`;
}

function clock(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return rest === 0 ? `${two(hours)}:${two(minutes)}` : `${two(hours)}:${two(minutes)}:${two(rest)}`;
}

/** The text of a string item: its runs, without the readings that stand above them. */
export function stringText(item: XmlElement): string {
  return elementsOf(item)
    .map((part) => {
      if (part.name === 't') return part.children.filter((child) => typeof child === 'string').join('');
      return part.name === 'r' ? descendantsOf(part, 't').map(stringOf).join('') : '';
    })
    .join('')
    .replace(/_x([0-9a-f]{4})_/gi, (whole, hex: string) => {
      // Characters that XML cannot hold are written so (ECMA-376 part 1, 22.4.2.4); only line ends matter to a reader.
      const code = Number.parseInt(hex, 16);
      return code === 0x0d || code === 0x0a || code === 0x09 ? String.fromCharCode(code) : code === 0x5f ? '_' : whole;
    });
}

function stringOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}
