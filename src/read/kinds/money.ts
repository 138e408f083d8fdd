import { CURRENCY_WORDS } from '../figures/data/currencies.ts';
import { numbersOf } from '../figures/number.ts';
import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import { CHINESE_CURRENCIES, KOREAN_CURRENCIES } from './data/currencies.ts';

/** An amount of money that words state: of a range its upper end. */
export interface Money {
  readonly amount: number;
  /** ISO 4217; null when the words do not decide it. */
  readonly currency: string | null;
}

/** The first amount of money in a folded text; null when none stands there. */
export function moneyIn(text: string, lang: 'en' | 'zh' | 'ko'): Money | null {
  const amounts = lang === 'en' ? englishAmounts(text) : characterAmounts(text, lang);
  const [first, second] = amounts;
  if (first === undefined) return null;
  const between = second === undefined ? '' : text.slice(first.end, second.start);
  return second !== undefined && second.start - first.end < 10 && RANGE.test(between) ? second : first;
}

interface Found extends Money {
  readonly start: number;
  readonly end: number;
}

const RANGE =
  /^(?:\s?(?:to|and|or|-|–|—|~|～|至|到|以上|이상|에서|부터|内|以上、|以上，)\s?){1,2}(?:more than )?(?:not more than )?$/;
const ENGLISH = [...CURRENCY_WORDS.keys(), 'yuans', 'won'].sort((a, b) => b.length - a.length).join('|');
const NUMBER = '\\d[\\d,]{0,14}(?:\\.\\d{1,2})?';
const SCALE = 'thousand|million|billion|k|m|bn';
const SIGN = new RegExp(
  `(us\\$|hk\\$|nt\\$|\\$|€|£|¥|￥|₩|rmb|cny|usd|eur|krw|kpw)\\s?(${NUMBER})(?:[\\s-]?(${SCALE})\\b)?`,
  'g',
);
const WORD = new RegExp(
  `(?:(${NUMBER})(?:[\\s-]?(${SCALE})\\b)?|\\b[a-z-]{3,20})[\\s-]?(?:chinese |us |south korean |north korean |korean )?(${ENGLISH})\\b`,
  'g',
);
/** A range gives its currency once, and then behind: 500 to 2,000 yuan. */
const BARE_RANGE = sought(new RegExp(`${NUMBER}\\s?(?:to|and|-|–)\\s?$`));
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 };
const SIGNS: Readonly<Record<string, string>> = {
  us$: 'USD',
  $: 'USD',
  hk$: 'HKD',
  nt$: 'TWD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  '₩': 'KRW',
  rmb: 'CNY',
};
const LOOK_BACK = 60;

function englishAmounts(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of matchesIn(text, SIGN)) {
    const [all, sign = '', digits = '', scale = ''] = match;
    const amount = Number(digits.replaceAll(',', '')) * (SCALES[scale] ?? 1);
    found.push({
      amount,
      currency: SIGNS[sign] ?? sign.toUpperCase(),
      start: match.index,
      end: match.index + all.length,
    });
  }
  for (const match of matchesIn(text, WORD)) {
    const [all, digits, scale = '', word = ''] = match;
    const end = match.index + all.length;
    if (found.some((each) => each.end > match.index && each.start < end)) continue;
    const before = text.slice(Math.max(0, end - LOOK_BACK), end - word.length);
    const said = digits === undefined ? numbersOf(before).at(-1) : undefined;
    if (digits === undefined && (said === undefined || before.slice(said.end).trim().split(' ').length > 3)) continue;
    const amount = said?.value ?? Number((digits ?? '').replaceAll(',', '')) * (SCALES[scale] ?? 1);
    const code = CURRENCY_WORDS.get(word) ?? 'CNY';
    const bare = BARE_RANGE.exec(text.slice(Math.max(0, match.index - 20), match.index));
    found.push({
      amount,
      currency: code === 'won' ? wonOf(before + text.slice(end - word.length - 14, end)) : code,
      start: match.index - (bare?.[0].length ?? 0),
      end,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Two countries have a won. */
function wonOf(around: string): string | null {
  if (around.includes('north korean')) return 'KPW';
  return around.includes('south korean') ? 'KRW' : null;
}

const CHINESE_NUMBER =
  '[\\d０-９,，.]{1,16}\\s?[十百千万亿]{0,3}|[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}';
const KOREAN_NUMBER =
  '\\d[\\d,.]{0,14}\\s?(?:십|백|천)?(?:\\s?만|\\s?억)?(?:\\s?\\d[\\d,]{0,6}|\\s?[1-9]?천)?|[일이삼사오육칠팔구십백천만억]{1,10}';
const CHINESE_MONEY = new RegExp(
  `(${CHINESE_NUMBER})\\s?(?:余|多)?(${Object.keys(CHINESE_CURRENCIES).join('|')})`,
  'g',
);
const KOREAN_MONEY = new RegExp(`(${KOREAN_NUMBER})\\s?(?:여\\s?)?(${Object.keys(KOREAN_CURRENCIES).join('|')})`, 'g');

function characterAmounts(text: string, lang: 'zh' | 'ko'): readonly Found[] {
  const found: Found[] = [];
  for (const match of matchesIn(text, lang === 'zh' ? CHINESE_MONEY : KOREAN_MONEY)) {
    const [all, number = '', word = ''] = match;
    const amount = characterNumber(number);
    if (amount === undefined) continue;
    const currency = (lang === 'zh' ? CHINESE_CURRENCIES : KOREAN_CURRENCIES)[word] ?? null;
    const north =
      currency === 'KRW' &&
      /(?:북한|조선)\s?(?:돈|원|화폐)/.test(text.slice(Math.max(0, match.index - 12), match.index + 12));
    found.push({ amount, currency: north ? 'KPW' : currency, start: match.index, end: match.index + all.length });
  }
  return found;
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  칠: 7,
  팔: 8,
  구: 9,
};
const TENS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  십: 10,
  백: 100,
  천: 1000,
};
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 만: 1e4, 亿: 1e8, 억: 1e8 };

/** The value of a number in digits, characters or both (3万, 二千五百, 5백만); undefined when it is none. */
export function characterNumber(written: string): number | undefined {
  const text = written.normalize('NFKC').replace(/[,\s]/g, '');
  if (text === '') return undefined;
  let [whole, group, last] = [0, 0, undefined as number | undefined];
  for (const [piece] of matchesIn(text, /\d+(?:\.\d+)?|\D/g)) {
    const digit = /^\d/.test(piece) ? Number(piece) : DIGITS[piece];
    const [ten, myriad] = [TENS[piece], MYRIADS[piece]];
    if (digit !== undefined) last = digit;
    else if (ten !== undefined) [group, last] = [group + (last ?? 1) * ten, undefined];
    else if (myriad !== undefined)
      [whole, group, last] = [whole + (group + (last ?? (group === 0 ? 1 : 0))) * myriad, 0, undefined];
    else return undefined;
  }
  return whole + group + (last ?? 0);
}
