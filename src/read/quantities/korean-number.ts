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
  COUNTERS_KOREAN,
  KOREAN_DIGITS,
  KOREAN_SCALES,
  KOREAN_UNITS,
  KOREAN_ZEROS,
  NATIVE_NUMBERS,
  ONLY_BEFORE_COUNTERS,
} from './data/korean-numbers.ts';

const KOREAN_NUMERALS: Numerals = {
  digits: KOREAN_DIGITS,
  zeros: KOREAN_ZEROS,
  units: KOREAN_UNITS,
  scales: KOREAN_SCALES,
  fillers: '여몇',
  point: '점',
  elliptic: false,
  bareUnits: true,
  spacedDigits: true,
  // Particles and words that begin like a multiplier: 일만큼, 두 조각, 세 조항, 5만하다.
  neverBare: '억조경',
  notNumeral:
    /만(?:점|년필|족|남|나|기|료|약|물|두|무|화|행|큼|하|은|의|을|이(?![천백십일삼사오육칠팔구])|도)|조(?:각|항|선|직|사|기|금|치|약|합|목|례|건|언|용|문)|경(?:우|기|찰|제|로|계|험|비)|천(?:막|주|국|사)|백(?:신|화|인종|성)|이(?:다|었|며|고|라|란|지만|면)(?![가-힣])|일(?:까|지)(?![가-힣])/y,
};

const PARTS = / ?분의 ?/y;
const MINUS = /(?:마이너스|음수) ?/y;
const AND = /[과와] /y;
const RATIO = / 중(?:에)? (하나|한|둘|두|셋|세|넷|네)(?![가-힣]{2}|기|편|인|국)/y;
const BY_LENGTH = (a: string, b: string): number => b.length - a.length;
const NATIVE = new RegExp([...NATIVE_NUMBERS.keys()].sort(BY_LENGTH).join('|'), 'y');
const COUNTER = new RegExp(` ?(?:여 ?)?(?:${[...COUNTERS_KOREAN].sort(BY_LENGTH).join('|')})`, 'y');
const PARTICLE =
  /(?:은|는|이|가|을|를|과|와|의|로|으로|에|만|도|까지|부터|보다|이나|나|입니다|이었|였|인|밖에|씩|여)(?![가-힣])|이다|입니|에서|으로|만큼/y;
/** After one of 일이사오구, which begin many words (사건, 이번, 구조), only these make a number of it. */
const SURE_COUNTER = /(?:개월|년|퍼센트|프로|달러|위안|주일|킬로|미터|층)(?![가-힣]{3})/y;
const HALF = /절반|반(?=[이을] ?(?:넘|안)|수)/y;
/** About fifteen; ten and some more. */
const NATIVE_FILLERS: ReadonlyMap<string, string> = new Map([
  ['열댓', '댓'],
  ['여남은', '남은'],
]);
/** 석 달, 넉 장: the only things that these count today. */
const MONTHS_OR_PAPERS = / ?(?:달|장|잔|되|말|섬)/y;
/** What may be written on to a short numeral: others make words with it (두통, 세대, 한편). */
const WRITTEN_TOGETHER = /(?:명|사람|달|시간|가지|차례|건|곳|군데|번|개|배|마리|살|해)/y;
const ONE_TOGETHER = /(?:명|사람|달|시간|가지|차례|건|곳)/y;
/** What is written on to a bare multiplier: 만인, 백점 and 천주 are other words. */
const BARE_TOGETHER = /(?:명|원|달러|위안|년|건|개|마리|톤|여|곳|가구|번)/y;
/** 구조 and 일조 are nine and one billions only before these. */
const MONEY_OR_PART = / ?(?:원|달러|위안|엔|유로|여|번째|분의)/y;
const AFTER_COUNTER =
  /(?: ?(?:이상|이하|미만|초과|내외|가량|정도|안팎|남짓(?:한|의)?|여)|간|째|뿐|어치|상당|대|당|화|마다|이고|이며|이라고|쯤|짜리|만에|밖에|이서|에게|들)/y;
const DOZEN = / ?다스/y;
const AMBIGUOUS =
  /^(?:이천|사천|만일|천만|조사|이사|사이|오천|구만|이만|만사|만이|천일|백일|이백|일일|사일|이십|구십|만|조|경|억|천|백|십)$/;
/** Digits that are no word of their own even before a particle. */
const PLAIN_DIGITS = '삼칠팔육영';

/** The number that begins at a place of a folded text; undefined when none does. */
export function koreanNumberAt(text: string, at: number): CjkNumber | undefined {
  const minus = stickyEnd(MINUS, text, at) ?? (isSign(text, at) && /[\d.]/.test(text[at + 1] ?? '') ? at + 1 : at);
  const found = readPositive(text, minus, minus > at);
  if (found === undefined || minus === at) return found;
  return { ...found, start: at, inner: at, value: -found.value };
}

function readPositive(text: string, at: number, signed: boolean): CjkNumber | undefined {
  const character = text[at] ?? '';
  if (/[a-z_]/.test(text[at - 1] ?? '')) return undefined;
  if (/[\d.]/.test(character)) return readFigure(text, at, signed);
  if (!/[가-힣]/.test(character) || !startsWord(text, at)) return undefined;
  const half = stickyEnd(HALF, text, at);
  if (half !== undefined) return number(at, half, 0.5, 'fraction');
  return readNative(text, at) ?? readFigure(text, at, signed);
}

/** Where a word can begin: behind no syllable, or behind a short word that is written together with numbers. */
function startsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (!/[가-힣\d]/.test(before)) return true;
  return /[약총각근]/.test(before) && !/[가-힣\d]/.test(text[at - 2] ?? '');
}

function readNative(text: string, at: number): CjkNumber | undefined {
  const word = stickyMatch(NATIVE, text, at)?.[0];
  const value = word === undefined ? undefined : NATIVE_NUMBERS.get(word);
  if (word === undefined || value === undefined) return undefined;
  const end = at + word.length;
  const dozen = stickyEnd(DOZEN, text, end);
  if (dozen !== undefined) return number(at, dozen, value * 12, 'words');
  const ratio = stickyMatch(RATIO, text, end);
  const part = NATIVE_NUMBERS.get(ratio?.[1] ?? '');
  if (ratio !== undefined && part !== undefined && part < value)
    return number(at, end + ratio[0].length, part / value, 'fraction');
  const counted = ONLY_BEFORE_COUNTERS.has(word)
    ? countedShort(text, end, word)
    : stickyEnd(COUNTER, text, end) !== undefined;
  if (counted) return { ...number(at, end, value, 'words'), filler: NATIVE_FILLERS.get(word) };
  if (ONLY_BEFORE_COUNTERS.has(word)) return undefined;
  return endsWord(text, end) ? number(at, end, value, 'words') : undefined;
}

/** Before a counter that ends its word: 한 병원 and 한편 count nothing. */
function countedShort(text: string, end: number, word: string): boolean {
  const counter = stickyEnd(word === '석' || word === '넉' ? MONTHS_OR_PAPERS : COUNTER, text, end);
  if (counter === undefined) return false;
  const together = word === '한' ? ONE_TOGETHER : WRITTEN_TOGETHER;
  if (text[end] !== ' ' && stickyEnd(together, text, end) === undefined) return false;
  return endsWord(text, stickyEnd(AFTER_COUNTER, text, counter) ?? counter);
}

/** Whether a counter behind a number in words ends there: 팔달산 holds none. */
function endsCounted(text: string, end: number): boolean {
  const counter = stickyEnd(COUNTER, text, end);
  return counter !== undefined && endsWord(text, stickyEnd(AFTER_COUNTER, text, counter) ?? counter);
}

/** Digits and numerals of Chinese origin, with fractions. */
function readFigure(text: string, at: number, signed: boolean): CjkNumber | undefined {
  const amount = readAmount(text, at, KOREAN_NUMERALS);
  if (amount === undefined) return undefined;
  const whole = stickyEnd(AND, text, amount.end);
  const mixed = whole === undefined ? undefined : readFraction(text, whole);
  if (mixed !== undefined) return number(at, mixed.end, amount.value + mixed.value, 'fraction');
  const fraction = readFraction(text, at);
  if (fraction !== undefined) return number(at, fraction.end, fraction.value, 'fraction');
  if (!amount.words) {
    const slashed = readSlashed(text, at, amount);
    if (slashed !== undefined) return number(at, slashed.end, slashed.value, 'fraction');
    // 29km and H5N1: a measure or a name.
    if (
      /[a-z]/.test(text[amount.end] ?? '') &&
      !/^(?:usd|krw|cny|km|kg|cm|mm|t(?![a-z])|m(?![a-z])|g(?![a-z]))/.test(text.slice(amount.end, amount.end + 3))
    )
      return undefined;
  } else if (!standsAsNumber(text, at, amount.end, signed)) return undefined;
  return {
    ...number(at, amount.end, amount.value, amount.words ? 'words' : 'digits'),
    scale: amount.scale,
    filler: amount.filler,
  };
}

function readFraction(text: string, at: number): { readonly end: number; readonly value: number } | undefined {
  const below = readAmount(text, at, KOREAN_NUMERALS);
  const link = below && stickyEnd(PARTS, text, below.end);
  if (below === undefined || link === undefined || below.value === 0) return undefined;
  const minus = stickyEnd(MINUS, text, link) ?? link;
  const above = readAmount(text, minus, KOREAN_NUMERALS);
  if (above === undefined) return undefined;
  // 일만 주세요: "only one", not ten thousand.
  const only = text[above.end - 1] === '만' && above.value === 10000 ? 1 : 0;
  const value = (only === 1 ? 1 : above.value) / below.value;
  return { end: above.end - only, value: minus > link ? -value : value };
}

/** Whether syllables that can be numerals are a number: by what stands behind them, or by their digits. */
function standsAsNumber(text: string, at: number, end: number, signed: boolean): boolean {
  const word = text.slice(at, end);
  if (/\d/.test(word)) return true;
  const counted = stickyEnd(COUNTER, text, end) !== undefined;
  if (word.length === 1 && !/[천백만십]/.test(word)) {
    if (signed) return true;
    if (
      counted &&
      word !== '영' &&
      text[end] !== ' ' &&
      endsCounted(text, end) &&
      (PLAIN_DIGITS.includes(word) || stickyEnd(SURE_COUNTER, text, end) !== undefined)
    )
      return true;
    return (PLAIN_DIGITS.includes(word) && endsWord(text, end)) || (text.length === 1 && at === 0);
  }
  if (/^[만천백십]$/.test(word) && text[end] !== ' ' && stickyEnd(BARE_TOGETHER, text, end) === undefined) return false;
  if (/^.조$/.test(word)) return stickyEnd(MONEY_OR_PART, text, end) !== undefined;
  if (counted && endsCounted(text, end)) return true;
  if (signed) return true;
  if (/^[일이삼사오육칠팔구영공]{2}/.test(word) || !endsWord(text, end)) return false;
  return !AMBIGUOUS.test(word) || /^[이사오삼구][십백천]$/.test(word);
}

/** Nothing, a mark, a space or a particle stands there. */
function endsWord(text: string, at: number): boolean {
  return !/[가-힣]/.test(text[at] ?? '') || stickyEnd(PARTICLE, text, at) !== undefined;
}

function number(start: number, end: number, value: number, form: CjkNumber['form']): CjkNumber {
  return { start, end, value, form, scale: 1, inner: start, filler: undefined };
}
