import {
  type CjkNumber,
  isSign,
  type Numerals,
  readAmount,
  readSlashed,
  stickyEnd,
  stickyMatch,
} from './cjk-number.ts';
import {
  CHINESE_DIGITS,
  CHINESE_SCALES,
  CHINESE_UNITS,
  CHINESE_ZEROS,
  COUNTERS_ALONE,
  FINANCIAL,
  LATIN_SCALES,
  NOT_COUNTS,
} from './data/chinese-numbers.ts';

const CHINESE_NUMERALS: Numerals = {
  digits: CHINESE_DIGITS,
  zeros: CHINESE_ZEROS,
  units: CHINESE_UNITS,
  scales: CHINESE_SCALES,
  fillers: '余多几来',
  point: '点',
  elliptic: true,
  bareUnits: false,
  spacedDigits: false,
  neverBare: '兆',
  notNumeral: /千瓦|千米|千克|千卡|百姓|兆瓦|兆赫|兆帕|兆字/y,
};

const PARTS = / {0,2}分 {0,2}之 {0,2}/y;
const AND = / {0,2}又 {0,2}/y;
const LATIN = / ?([kmbt])(?![a-z\d])/y;
const DOZEN = /打(?![听算开击架仗扮电工印破造扰捞断压碎通])/y;
const NOT_COUNT = new RegExp(NOT_COUNTS.join('|'), 'y');
/** One more than a number has: what goes on longer is none. */
const RUN = /[〇零一二三四五六七八九]{2,16}/y;
const RUN_DIGIT = /[〇零一二三四五六七八九]/;
/** Before a lone numeral these say that it is one. */
const LEADS = /[是为前约有共达到仅非逾近超第和与或及于点]/u;

/** The number that begins at a place of a folded text in simplified characters; undefined when none does. */
export function chineseNumberAt(text: string, at: number): CjkNumber | undefined {
  const minus = text[at] === '负' || isSign(text, at) ? 1 : 0;
  const from = at + minus;
  if (minus === 1 && text[at] === '-' && !/[\d.]/.test(text[from] ?? '')) return undefined;
  const found = readPositive(text, from) ?? (minus === 1 ? readSigned(text, from) : undefined);
  if (found === undefined || minus === 0) return found;
  return { ...found, start: at, inner: at, value: Math.abs(found.value) * (found.value < 0 ? 1 : -1) };
}

/** 负六: behind its sign a lone numeral needs nothing else. */
function readSigned(text: string, at: number): CjkNumber | undefined {
  const value = CHINESE_DIGITS.get(text[at] ?? '');
  return value === undefined || /[责担]/.test(text[at + 1] ?? '') ? undefined : number(at, at + 1, value, 'words');
}

function readPositive(text: string, at: number): CjkNumber | undefined {
  if (stickyEnd(NOT_COUNT, text, at) !== undefined && !/[百千]分之/.test(text.slice(at, at + 4))) return undefined;
  if (text.startsWith('半百', at)) return number(at, at + 2, 50, 'words');
  // Inside a run that was no number there is none either.
  if (RUN_DIGIT.test(text[at] ?? '') && RUN_DIGIT.test(text[at - 1] ?? '') && RUN_DIGIT.test(text[at - 2] ?? ''))
    return undefined;
  const run = stickyMatch(RUN, text, at);
  if (run !== undefined && !isUnit(text[at + run[0].length])) return readRun(text, at, run[0]);
  const amount = readAmount(text, at, CHINESE_NUMERALS);
  if (amount === undefined) return undefined;
  const percent = /^百 {0,2}分 {0,2}之/.test(text.slice(at, at + 7));
  const below = stickyEnd(PARTS, text, amount.end);
  if (below !== undefined) {
    const above = signedAmount(text, below);
    if (above === undefined) return undefinedUnless(amount.end - at > 1 || standsAlone(text, at), at, amount);
    if (percent) return { ...number(at, above.end, above.value, 'percent'), inner: above.start };
    return number(at, above.end, above.value / amount.value, 'fraction');
  }
  const and = stickyEnd(AND, text, amount.end);
  const rest = and === undefined ? undefined : readFraction(text, and);
  if (rest !== undefined) return number(at, rest.end, amount.value + rest.value, 'fraction');
  if (!amount.words) return readLatin(text, at, amount);
  const dozen = stickyEnd(DOZEN, text, amount.end);
  if (dozen !== undefined) return number(at, dozen, amount.value * 12, 'words');
  return undefinedUnless(amount.end - at > 1 || standsAlone(text, at), at, amount);
}

/** 二〇〇四 reads digit by digit; two digits beside each other are none, or a guess (三五人). */
function readRun(text: string, at: number, run: string): CjkNumber | undefined {
  const spoken = [...run].map((digit) => CHINESE_DIGITS.get(digit) ?? 0).join('');
  if (run.length > 15 || (run.length === 2 && !/[〇零]/.test(run)) || CHINESE_DIGITS.has(text[at - 1] ?? ''))
    return undefined;
  return number(at, at + run.length, Number(spoken), 'words');
}

function readFraction(text: string, at: number): { readonly end: number; readonly value: number } | undefined {
  const below = readAmount(text, at, CHINESE_NUMERALS);
  const link = below && stickyEnd(PARTS, text, below.end);
  const above = link === undefined ? undefined : readAmount(text, link, CHINESE_NUMERALS);
  return below && above && { end: above.end, value: above.value / below.value };
}

function signedAmount(
  text: string,
  at: number,
): { readonly start: number; readonly end: number; readonly value: number } | undefined {
  const minus = /[负-]/.test(text[at] ?? '') ? 1 : 0;
  const found = readAmount(text, at + minus, CHINESE_NUMERALS);
  return found && { start: at, end: found.end, value: minus === 1 ? -found.value : found.value };
}

/** Digits alone: fractions with a slash, 40k; none inside a Latin word. */
function readLatin(
  text: string,
  at: number,
  amount: { readonly end: number; readonly value: number; readonly scale: number; readonly filler: string | undefined },
): CjkNumber | undefined {
  if (/[a-z_]/.test(text[at - 1] ?? '')) return undefined;
  const slashed = readSlashed(text, at, amount);
  if (slashed !== undefined) return number(at, slashed.end, slashed.value, 'fraction');
  const latin = stickyMatch(LATIN, text, amount.end);
  const scale = LATIN_SCALES.get(latin?.[1] ?? '');
  if (latin !== undefined && scale !== undefined)
    return { ...number(at, amount.end + latin[0].length, amount.value * scale, 'digits'), scale };
  if (
    /[a-z]/.test(text[amount.end] ?? '') &&
    !/^(?:usd|rmb|cny|km|kg|cm|mm)/.test(text.slice(amount.end, amount.end + 3))
  )
    return undefined;
  return { ...number(at, amount.end, amount.value, 'digits'), scale: amount.scale, filler: amount.filler };
}

function undefinedUnless(
  stands: boolean,
  at: number,
  amount: {
    readonly end: number;
    readonly value: number;
    readonly scale: number;
    readonly filler: string | undefined;
    readonly words: boolean;
  },
): CjkNumber | undefined {
  if (!stands) return undefined;
  return {
    ...number(at, amount.end, amount.value, amount.words ? 'words' : 'digits'),
    scale: amount.scale,
    filler: amount.filler,
  };
}

/** Whether one character is a number and no part of a word: a counter or nothing of the word stands behind it. */
function standsAlone(text: string, at: number): boolean {
  const [before, character, after] = [text[at - 1] ?? '', text[at] ?? '', text[at + 1] ?? ''];
  if (character >= '0' && character <= '9') return true;
  const led = LEADS.test(before);
  if (CHINESE_UNITS.has(character) && character !== '十')
    return /[余多名]/.test(after) || (/[近逾上达]/.test(before) && COUNTERS_ALONE.includes(after));
  if (CHINESE_SCALES.has(character)) return /[余多]/.test(after);
  if (character === '十' && /[几多余来]/.test(after)) return true;
  if (FINANCIAL.includes(character)) return /[是为]/.test(before) && !isHan(after);
  const measured = after === '公' && /[里斤顷分尺]/.test(text[at + 2] ?? '');
  const counted = measured || (after !== '' && COUNTERS_ALONE.includes(after));
  if (counted) return true;
  if (/[是为]/.test(before)) return true;
  const open = !isHan(after) || after === '的' || after === '又';
  return open && (!isHan(before) || led || character === '十' || after === ' ');
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character);
}

function isUnit(character: string | undefined): boolean {
  return character !== undefined && (CHINESE_UNITS.has(character) || CHINESE_SCALES.has(character));
}

function number(start: number, end: number, value: number, form: CjkNumber['form']): CjkNumber {
  return { start, end, value, form, scale: 1, inner: start, filler: undefined };
}
