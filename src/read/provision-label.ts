import { NUMBER_STYLES, type NumberStyle } from './data/provision-words.ts';

/** The number at the beginning of an item. */
export interface ProvisionLabel {
  readonly style: NumberStyle;
  /** As it stands: `第三条`, `(1)`, `가.`. */
  readonly label: string;
  readonly number: number;
  /** Where the item's words begin, after its label and white space. */
  readonly length: number;
}

/** Reads the number at the beginning of a text; undefined when none stands there. Looks at 24 units at most. */
export function provisionLabelOf(text: string): ProvisionLabel | undefined {
  const head = text.slice(0, 24);
  if (!/^[\d(（①-⑳第제一二三四五六七八九十其가-힣a-zA-Z§]/u.test(head)) return undefined;
  for (const [style, pattern] of NUMBER_STYLES) {
    const match = pattern.exec(head);
    const words = match?.[1];
    if (match === null || words === undefined) continue;
    const number = numberOf(words, style);
    if (number === undefined) continue;
    const label = match[0].trim();
    const length = match[0].length + (head.slice(match[0].length).match(/^\s*/)?.[0].length ?? 0);
    return { style, label, number, length };
  }
  return undefined;
}

const GANADA = '가나다라마바사아자차카타파하';
const ROMANS = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];

function numberOf(words: string, style: NumberStyle): number | undefined {
  if (style === 'circled') return (words.codePointAt(0) ?? 0) - 0x2460 + 1;
  if (/^\d/.test(words)) return Number.parseInt(words, 10);
  if (/^[一二三四五六七八九十百零〇]/.test(words)) return hanNumber(words);
  const ganada = GANADA.indexOf(words);
  if (words.length === 1 && ganada >= 0) return ganada + 1;
  if (style === 'roman-paren' || style === 'part') return romanNumber(words.toLowerCase());
  return style === 'letter' || style === 'letter-paren' ? words.charCodeAt(0) - 96 : undefined;
}

function romanNumber(words: string): number | undefined {
  const at = ROMANS.indexOf(words);
  return at < 0 ? undefined : at + 1;
}

/** 一 to 九百九十九: 十二, 三十二, 一百零五. */
function hanNumber(words: string): number | undefined {
  let total = 0;
  let digit = 0;
  for (const char of words) {
    const value = '零一二三四五六七八九'.indexOf(char === '〇' ? '零' : char);
    if (value >= 0) digit = value;
    else {
      total += (digit === 0 ? 1 : digit) * (char === '百' ? 100 : 10);
      digit = 0;
    }
  }
  const number = total + digit;
  return number > 0 ? number : undefined;
}
