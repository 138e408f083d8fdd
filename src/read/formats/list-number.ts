/** How an ordered list writes its numbers; a format that is not known is written in figures. */
export type NumberStyle =
  | 'decimal'
  | 'decimal-padded'
  | 'decimal-fullwidth'
  | 'decimal-enclosed'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman'
  | 'han'
  | 'heavenly-stems'
  | 'korean-syllables'
  | 'korean-consonants'
  | 'korean-digits'
  | 'none';

/** The number as the style writes it; in figures where the style has no sign for it. */
export function listNumber(value: number, style: NumberStyle): string {
  if (!Number.isSafeInteger(value) || value < 0) return String(value);
  switch (style) {
    case 'none':
      return '';
    case 'decimal':
      return String(value);
    case 'decimal-padded':
      return String(value).padStart(2, '0');
    case 'decimal-fullwidth':
      return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimal-enclosed':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
    case 'lower-letter':
      return letters(value, 0x61);
    case 'upper-letter':
      return letters(value, 0x41);
    case 'lower-roman':
      return roman(value).toLowerCase();
    case 'upper-roman':
      return roman(value);
    case 'han':
      return han(value);
    case 'heavenly-stems':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value);
    case 'korean-syllables':
      return '가나다라마바사아자차카타파하'[value - 1] ?? String(value);
    case 'korean-consonants':
      return 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'[value - 1] ?? String(value);
    case 'korean-digits':
      return koreanDigits(value);
  }
}

/** a … z, aa … zz: the letter repeats, as office programs count. */
function letters(value: number, first: number): string {
  if (value < 1 || value > 26 * 20) return String(value);
  return String.fromCodePoint(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** 一 to 九百九十九. */
function han(value: number): string {
  if (value > 999) return String(value);
  if (value < 10) return HAN_DIGITS[value] ?? '';
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const hundred = hundreds === 0 ? '' : `${HAN_DIGITS[hundreds]}百`;
  const ten =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : HAN_DIGITS[tens]}十`;
  return `${hundred}${ten}${ones === 0 ? '' : HAN_DIGITS[ones]}`;
}

const KOREAN_DIGITS = '영일이삼사오육칠팔구';

function koreanDigits(value: number): string {
  if (value > 99) return String(value);
  if (value < 10) return KOREAN_DIGITS[value] ?? '';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : KOREAN_DIGITS[tens]}십${ones === 0 ? '' : KOREAN_DIGITS[ones]}`;
}
