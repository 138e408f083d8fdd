import { DAY_COUNTS } from '../dates/data/korean-dates.ts';
import { stickyMatch } from './cjk-number.ts';
import { NATIVE_NUMBERS } from './data/korean-numbers.ts';
import { KOREAN_COUNTERS } from './data/korean-units.ts';
import type { Fixed } from './quantity-grammar.ts';

/** 한 명도 없다, 한 건도 나오지 않았다. */
const NONE =
  /한 ?(명|사람|곳|군데|건|차례|번|가구|집|개|채|대)도 (?:[가-힣]+ ){0,2}?(?:없|못|안 |[가-힣]{1,6}지 (?:않|못)|되지 않)/y;
/** 열에 일곱, 열 명 중 일곱 명, 10곳 가운데 4곳: a share told by tens. */
const OF_TEN =
  /(?:열|10)(?: ?(명|사람|곳|가구|집|건|개))?(?:에|(?: ?(?:중에서|중에|중|가운데)))? ?(하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|한|두|세|네|[1-9])(?: ?(명|사람|곳|가구|집|건|개))?(?=은|는|이|가|을|를|도|꼴|의|로|만|뿐|쯤|정도| [^명사곳가집건개]|,|\.|$)/y;
/** 하루 and 이틀 are seldom how long something took, and said of much else. */
const DAYS: ReadonlyMap<string, number> = new Map([...DAY_COUNTS].filter(([, days]) => days > 2));
const DAY =
  /(사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름)(?:간| 동안| 만에)?(?! ?(?:이 멀다|전|뒤|후|달|이 머다))/y;
const HALVED = /반 ?토막/y;
const HARDLY_ANY = /(?:다섯 |열 |한 )?손(?:가락)?(?:에|으로) 꼽(?:을 정도|을 만|힐 정도|는 정도|힌다|는다)/y;

/** Korean words that say a quantity as a whole; undefined where none stand. */
export function koreanFixedAt(text: string, at: number): Fixed | undefined {
  if (/[가-힣\d.,]/.test(text[at - 1] ?? '')) return undefined;
  switch (text[at]) {
    case '한':
      return noneAt(text, at) ?? hardlyAny(text, at);
    case '열':
    case '1':
      return ofTenAt(text, at) ?? dayAt(text, at) ?? hardlyAny(text, at);
    case '반':
      return halved(text, at);
    case '다':
    case '손':
      return hardlyAny(text, at);
    default:
      return dayAt(text, at);
  }
}

function noneAt(text: string, at: number): Fixed | undefined {
  const found = stickyMatch(NONE, text, at);
  const unit = KOREAN_COUNTERS.get(found?.[1] ?? '')?.unit;
  return found && unit !== undefined ? { end: at + found[0].length, value: 0, unit, op: '=' } : undefined;
}

function ofTenAt(text: string, at: number): Fixed | undefined {
  const found = stickyMatch(OF_TEN, text, at);
  if (found === undefined) return undefined;
  const [whole, of, word, counter] = found;
  // 열 명 둘 is no share: the words say of what, or the same measure stands twice.
  if (!/에|중|가운데/.test(whole) || (counter !== undefined && counter !== of)) return undefined;
  const part = NATIVE_NUMBERS.get(word ?? '') ?? Number(word);
  return { end: at + whole.length, value: part / 10, unit: 'share', op: '=' };
}

function dayAt(text: string, at: number): Fixed | undefined {
  const found = stickyMatch(DAY, text, at);
  const value = DAYS.get(found?.[1] ?? '');
  return found && value !== undefined ? { end: at + found[0].length, value, unit: 'days', op: '=' } : undefined;
}

function halved(text: string, at: number): Fixed | undefined {
  const found = stickyMatch(HALVED, text, at);
  return found && { end: at + found[0].length, value: 0.5, unit: 'share', op: '=' };
}

function hardlyAny(text: string, at: number): Fixed | undefined {
  const found = stickyMatch(HARDLY_ANY, text, at);
  if (found === undefined) return undefined;
  const who = /(?:브로커|사람|주민|이들|여성|탈북민|가족|[가-힣](?:자|인|민|원|꾼))(?:이|가|은|는|도)? ?$/;
  return who.test(text.slice(Math.max(0, at - 12), at))
    ? { end: at + found[0].length, value: null, unit: 'persons', op: '?' }
    : undefined;
}
