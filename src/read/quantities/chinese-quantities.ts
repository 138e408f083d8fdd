import { chineseFixedAt, impliedUnit } from './chinese-fixed.ts';
import { isChineseLabel } from './chinese-labels.ts';
import { chineseNumberAt } from './chinese-number.ts';
import { currencyBefore, currencyCode } from './cjk-money.ts';
import { type CjkNumber, stickyEnd, stickyMatch } from './cjk-number.ts';
import {
  CHINESE_AFTER,
  CHINESE_BEFORE,
  CHINESE_MORE,
  CHINESE_PER,
  CHINESE_PERIODS,
  CHINESE_SHARES,
  CHINESE_VAGUE,
} from './data/chinese-comparators.ts';
import { CHINESE_DIGITS } from './data/chinese-numbers.ts';
import { CHINESE_COUNTERS, CHINESE_NOUNS, LONGEST_NOUN, NOUN_STOPS } from './data/chinese-units.ts';
import { CHINESE_CURRENCIES } from './data/cjk-currencies.ts';
import { anyPhrase, longestFirst } from './phrases.ts';
import {
  type Counted,
  type CountedBy,
  type Counter,
  type Measure,
  type QuantityGrammar,
  twice,
} from './quantity-grammar.ts';

const MONEY = anyPhrase(CHINESE_CURRENCIES.keys());
/** 元旦, 元老; a 块 of something is a piece. */
const NOT_MONEY =
  /元(?:旦|素|首|老|件|朝|宝|勋|凶|音|帅|气)|[块圆](?=[\p{Script=Han}])(?!钱|人民币|左右|以|多|的|一|每|和|到|给|就|都|才|了|吧|呢|也|起|不)/uy;
const PERCENT = /%|个?百分点/y;
const TENTHS =
  /成(?:半|[一二三四五六七八九](?![\p{Script=Han}]))?(?![立为员功都年熟本长果绩分千了群双效交就家语品型形份见因])/uy;
const COUNTER = anyPhrase(CHINESE_COUNTERS.keys());
const NOT_COUNTER =
  /人(?:民币|工|类|均|权|道|质|参(?![加与会观赛]))|国(?:际|内|外|家|民|籍|人|产|王|务|防|会|立|旗|军|企|语)|人(?:群|物|们|生|间|名|事)|家(?:庭|人|属|长|里|中|乡|畜)|口(?:岸|径|气|头)|年(?:级|龄|轻|代|度)|周(?:边|围|岁)|条(?:件|例|约|款|文|规)|次(?:序|品)|本(?:人|国|地|土)|位(?:于|置|数)|份(?:额|子)|点(?:名|评|钟)|门(?:口|户|诊)|户(?:口|籍)|所(?:有|以|谓|在|需)|项目|场(?:所|地|合)|期(?:间|待|限)|层(?:面|级)|度(?:过|假)/y;
const BEFORE = new RegExp(`(?:${longestFirst(CHINESE_BEFORE.keys())})(?= ?$)`);
const AFTER = anyPhrase(CHINESE_AFTER.keys());
const MORE = anyPhrase(CHINESE_MORE.keys(), '(?!数|半|次|样|种|方|年来)');
const VAGUE = anyPhrase([...CHINESE_VAGUE, ...CHINESE_SHARES]);
const SHARES: ReadonlySet<string> = new Set(CHINESE_SHARES);
const PERIOD = new RegExp(`(?:${longestFirst(CHINESE_PERIODS.keys())})`);
const PER = new RegExp(`(?:/|每|一)(?:${longestFirst(CHINESE_PER.keys())})(?!度)`, 'y');
/** 三五, 二、三, 七八十, 二十三四, 五六百万. */
const GUESS =
  /([二三四五六七八九]?十)?([一二两三四五六七八])、?([二两三四五六七八九])(十|百|千)?(万|亿)?(?![一二三四五六七八九十百千\d])/y;
/** 三到五年: a lone numeral that a range makes one. */
const LONE_RANGE = /([一二两三四五六七八九])(?:到|至|-|—|~)([二三四五六七八九十])(?![一二三四五六七八九十百千万亿\d])/y;
const HALF = /一半|半数|过半/y;
/** Behind these a word is part of another: 签约3年, 附近3家, 网上百人. */
const NOT_LIMITS: ReadonlyMap<string, string> = new Map([
  ['约', '续签合违条契纽预节盟公制赴'],
  ['近', '最附远临邻靠'],
  ['共', '公中'],
  ['快', '尽赶很更加最飞凉痛愉畅爽明轻勤外较'],
  ['平均', '不'],
  ['上', '以网会船车路桌线'],
  ['达', '到发传表'],
]);
/** 最高可罚两万元, 至少已有四人: verbs between a limit and its number. */
const APART =
  /(最高|最多|至多|顶多|至少|最少|起码|最低|仅|只)(?:可以?|将|会|能|要|须|已经?|曾|有|达|达到|被?处以?|处罚|被?罚款?|罚金|奖励?|获得?|得到?|拿到?|领取?|判处?|监禁|并处|给予?|支付|赔偿?|收取?|花了?){1,4} ?$/;
/** 不到去年同期的四分之一: what a share is one of, between it and its limit. */
const OF_EARLIER =
  /(不到|不足|超过|近|约|大约|将近|接近)(?:[去前上往当同]年|上个?月|同期|过去|以前|以往|此前|原来|原先|疫情前|总数|总人数|全部|全体|全县|全国)+的? ?$/;
const SHARE_HERE = /^[\d一二三四五六七八九十百.]{1,5}(?:%|分之|成|半)|^一半/;
const LOOK_BACK = 14;
const LOOK_AHEAD = 14;
const CLAUSE = 20;
const NOT_EVEN = /[都也](?:不会|不|没|未)(?:有|到|足|够|达)?/y;

export const CHINESE: QuantityGrammar = {
  starts: new Set(
    '0123456789.-负零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟俩廿卅数几好成无许很大不众若为诸多少绝过半寥屈所有个部极',
  ),
  numberAt: (text, at) => halfAt(text, at) ?? chineseNumberAt(text, at) ?? loneBeforeMoney(text, at),
  guessAt,
  vagueAt(text, at) {
    const found = stickyMatch(VAGUE, text, at)?.[0];
    if (found === undefined) return undefined;
    // 少数民族 is a kind of people, 少数派 one of opinions.
    if (
      /^(?:极?少数|部分)$/.test(found) &&
      (/^[民派]/.test(text.slice(at + found.length)) || /[大小一各每]$/.test(text.slice(0, at).slice(-1)))
    )
      return undefined;
    // 多 and 几 begin many words: they count only before a measure word, and not behind a number.
    // 多则五百人 is a limit.
    if (found === '多' && text[at + 1] === '则') return undefined;
    if (
      /^[多数几]$/.test(found) &&
      (!isCountedBare(text, at + 1) || /[\d十百千万亿个许很差最更太这那]/.test(text[at - 1] ?? ''))
    )
      return undefined;
    return { end: at + found.length, share: SHARES.has(found) };
  },
  fixedAt: chineseFixedAt,
  implied: impliedUnit,
  skipTo: isChineseLabel,
  currencyBefore: (text, at) => currencyBefore(text, at, 'CNY'),
  moreAt(text, at) {
    const word = stickyMatch(MORE, text, at)?.[0];
    const op = CHINESE_MORE.get(word ?? '');
    return word === undefined || op === undefined ? undefined : { end: at + word.length, op };
  },
  measureAt,
  counterAt,
  before: twice(phraseBefore),
  after(text, at) {
    const word = stickyMatch(AFTER, text, at)?.[0];
    const op = CHINESE_AFTER.get(word ?? '');
    if (word === undefined) return lessThanEven(text, at);
    // 三百米内; 国内, 县内地方 and 三名内地人 are none.
    if (word === '内' && (!/[米里年月周日天时钟]/.test(text[at - 1] ?? '') || /[地部陆阁]/.test(text[at + 1] ?? '')))
      return undefined;
    return word === undefined || op === undefined ? undefined : { end: at + word.length, op };
  },
  joint: / {0,2}(?:-{1,2}|—{1,2}|–|~|至|到) {0,2}/y,
  changes: /(?!)/y,
  list: / ?[、和与及] ?/y,
  nounAfter,
  nounBefore,
  periodBefore(text, at) {
    const before = text.slice(Math.max(0, at - CLAUSE), at);
    const clause = before.slice(Math.max(...['，', ',', '。', ';', '\n'].map((mark) => before.lastIndexOf(mark))) + 1);
    return CHINESE_PERIODS.get(PERIOD.exec(clause)?.[0] ?? '');
  },
  periodAfter(text, at) {
    const found = stickyMatch(PER, text, at)?.[0];
    const per = CHINESE_PER.get(found?.slice(1) ?? '');
    return found === undefined || per === undefined ? undefined : { end: at + found.length, per };
  },
};

/** 连一百人都不会有: not even so many. */
function lessThanEven(text: string, at: number): { readonly end: number; readonly op: '<' } | undefined {
  const found = stickyMatch(NOT_EVEN, text, at);
  if (found === undefined || !/连[^，。,;]{0,8}$/.test(text.slice(Math.max(0, at - 12), at))) return undefined;
  return { end: at + found[0].length, op: '<' };
}

function halfAt(text: string, at: number): CjkNumber | undefined {
  const end = stickyEnd(HALF, text, at);
  if (end === undefined || /[前后上下另]/.test(text[at - 1] ?? '')) return undefined;
  return { start: at, inner: at, end, value: 0.5, form: 'fraction', scale: 1, filler: undefined };
}

/** 十美元, 两块钱: before money a lone numeral is a number. */
function loneBeforeMoney(text: string, at: number): CjkNumber | undefined {
  const value = text[at] === '十' ? 10 : CHINESE_DIGITS.get(text[at] ?? '');
  if (value === undefined || /[第\d一二三四五六七八九十百千万亿]/.test(text[at - 1] ?? '')) return undefined;
  const word = stickyMatch(MONEY, text, at + 1)?.[0];
  if (word === undefined || stickyEnd(NOT_MONEY, text, at + 1) !== undefined) return undefined;
  return { start: at, inner: at, end: at + 1, value, form: 'words', scale: 1, filler: undefined };
}

function guessAt(
  text: string,
  at: number,
): { readonly end: number; readonly low: number; readonly high: number } | undefined {
  if (CHINESE_DIGITS.has(text[at - 1] ?? '') || /[第十百千万亿\d]/.test(text[at - 1] ?? '')) return undefined;
  const lone = stickyMatch(LONE_RANGE, text, at);
  if (lone !== undefined) {
    const end = at + lone[0].length;
    const [low, high] = [
      CHINESE_DIGITS.get(lone[1] ?? '') ?? 0,
      lone[2] === '十' ? 10 : (CHINESE_DIGITS.get(lone[2] ?? '') ?? 0),
    ];
    return low < high && counterAt(text, end) !== undefined ? { end, low, high } : undefined;
  }
  const found = stickyMatch(GUESS, text, at);
  if (found === undefined) return undefined;
  const [whole, tens, first, second, unit, scale] = found;
  const [low, high] = [CHINESE_DIGITS.get(first ?? '') ?? 0, CHINESE_DIGITS.get(second ?? '') ?? 0];
  if (high !== low + 1 && !(low === 3 && high === 5)) return undefined;
  const end = at + whole.length;
  if (!isCountedBare(text, end) && !/[多余来元块成倍岁]/.test(text[end] ?? '')) return undefined;
  const above = tens === undefined ? 0 : (CHINESE_DIGITS.get(tens[0] ?? '') ?? 1) * 10;
  if (above > 0 && unit !== undefined) return undefined;
  const times = ({ 十: 10, 百: 100, 千: 1000 }[unit ?? ''] ?? 1) * ({ 万: 1e4, 亿: 1e8 }[scale ?? ''] ?? 1);
  return { end, low: (above + low) * times, high: (above + high) * times };
}

function isCountedBare(text: string, at: number): boolean {
  return counterAt(text, at) !== undefined || nounHere(text, at) !== undefined;
}

function measureAt(text: string, at: number, { value, form }: Pick<CjkNumber, 'value' | 'form'>): Measure | undefined {
  const from = text[at] === ' ' ? at + 1 : at;
  const percent = stickyMatch(PERCENT, text, from)?.[0];
  if (percent !== undefined) {
    const points = percent === '%' ? stickyEnd(/个?百分点/y, text, from + 1) : from + percent.length;
    return {
      end: points ?? from + 1,
      unit: points === undefined ? 'percent' : 'percentage points',
      form: 'percent',
      factor: 1,
    };
  }
  const tenths = value <= 10 ? stickyEnd(TENTHS, text, from) : undefined;
  // 三成半 and 三成五 are 35 percent.
  if (tenths !== undefined && form !== 'fraction') {
    const rest = tenths - from === 2 ? (CHINESE_DIGITS.get(text[from + 1] ?? '') ?? 5) / 10 : 0;
    return { end: tenths, unit: 'percent', form: 'percent', factor: 10 * ((value + rest) / value) };
  }
  if (form === 'percent' || form === 'fraction') return undefined;
  if (stickyEnd(NOT_MONEY, text, from) !== undefined) return undefined;
  const one = text[from] === '个' ? from + 1 : from;
  const word = stickyMatch(MONEY, text, one)?.[0];
  const unit = CHINESE_CURRENCIES.get(word ?? '');
  if (word !== undefined && unit !== undefined) {
    return {
      end: one + word.length,
      unit: unit === 'CNY/10' ? 'CNY' : unit,
      form: 'money',
      factor: unit === 'CNY/10' ? 0.1 : 1,
    };
  }
  const code = currencyCode(text, at);
  return code && { ...code, form: 'money', factor: 1 };
}

function counterAt(text: string, at: number): Counter | undefined {
  const from = text[at] === ' ' ? at + 1 : at;
  const word = stickyMatch(COUNTER, text, from)?.[0];
  const counter = CHINESE_COUNTERS.get(word ?? '');
  if (word === undefined || counter === undefined) return undefined;
  if (word.length === 1 && stickyEnd(NOT_COUNTER, text, from) !== undefined) return undefined;
  // 许多村民 and 三家庭 have no measure word: a noun that begins there and is longer says what is counted.
  const noun = counter.kind === 'measure' ? undefined : nounHere(text, from);
  if (noun !== undefined && noun.end > from + word.length) return undefined;
  return { ...counter, end: from + word.length };
}

function phraseBefore(text: string, at: number): ReturnType<QuantityGrammar['before']> {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  const found =
    BEFORE.exec(before) ??
    APART.exec(before) ??
    (SHARE_HERE.test(text.slice(at, at + 8)) ? OF_EARLIER.exec(before) : null);
  const op = CHINESE_BEFORE.get(found?.[1] ?? found?.[0] ?? '');
  if (found === null || op === undefined) return undefined;
  // 上百 is a hundred and more; 网上3人 and 以上3 are not.
  if (found[0] === '上' && !/[百千万]/.test(text[at] ?? '')) return undefined;
  if (NOT_LIMITS.get(found[0])?.includes(before[found.index - 1] ?? '-') === true) return undefined;
  return { start: at - before.length + found.index, op };
}

/** The first noun that a list knows within the next words, and those that are written on to it. */
function nounAfter(text: string, at: number, counter: Counter | undefined): Counted | undefined {
  let start = at + (text[at] === ' ' ? 1 : 0);
  const isPeople = counter?.unit === 'persons' && text[at - 1] === '人';
  if (isPeople && text[start] !== '的') return undefined;
  if (text[start] === '的') start++;
  const reach = counter === undefined ? 5 : LOOK_AHEAD;
  for (let i = start; i < start + reach; i++) {
    const noun = nounHere(text, i);
    if (noun !== undefined) return { start, ...lastNoun(text, noun) };
    // 偷猎者, 守林员: behind a measure word of people a word that no list knows is one of people by its ending.
    const isPerson = counter?.unit === 'persons' && i > start && /[者员民兵犯徒贩]/.test(text[i] ?? '');
    if (isPerson) return { start, end: i + 1, unit: 'persons' };
    if (counter === undefined && CHINESE_DIGITS.has(text[i] ?? '')) break;
    if (!/\p{L}/u.test(text[i] ?? '') || NOUN_STOPS.includes(text[i] ?? '')) break;
  }
  return counter?.unit === 'items' ? describedAfter(text, start) : undefined;
}

/** 三个互不认识的朋友, 两个常设接待点: what a measure word for anything counts, behind what says of which sort it is, or by its ending. */
function describedAfter(text: string, start: number): Counted | undefined {
  const described = stickyEnd(DESCRIBED, text, start);
  const noun = described === undefined ? undefined : nounHere(text, described);
  if (noun?.unit === 'persons') return { start, ...lastNoun(text, noun) };
  const place = stickyEnd(A_PLACE, text, start);
  return place === undefined ? undefined : { start, end: place, unit: 'facilities' };
}

const DESCRIBED = /[\p{Script=Han}]{1,9}的/uy;
const A_PLACE =
  /(?!地点|时间|观点|特点|要点|重点|论点|难点|疑点|优点|缺点)[\p{Script=Han}]{2,6}[点站所](?=[，。、;,:]|$)/uy;

function lastNoun(
  text: string,
  first: { readonly end: number; readonly unit: string },
): { readonly end: number; readonly unit: string } {
  let last = first;
  for (let steps = 0; steps < 4; steps++) {
    const next = nounHere(text, last.end);
    // 村庄逮捕, 妇女越境: behind a noun these are what happens.
    if (next === undefined || (next.unit === 'occurrences' && !/^(?:occurrences|cases)$/.test(last.unit))) break;
    last = next;
  }
  return last;
}

function nounHere(text: string, at: number): { readonly end: number; readonly unit: string } | undefined {
  for (let length = LONGEST_NOUN; length > 0; length--) {
    const unit = CHINESE_NOUNS.get(text.slice(at, at + length));
    if (
      unit !== undefined &&
      at + length <= text.length &&
      !(length === 1 && stickyEnd(NOT_COUNTER, text, at) !== undefined)
    )
      return { end: at + length, unit };
  }
  return undefined;
}

/** 难民约5万人, 被捕人数为200人: the noun that a number tells of stands before it. */
function nounBefore(text: string, at: number, { counter, isLimited }: CountedBy): Counted | undefined {
  let end = at;
  for (let steps = 0; steps < 6 && /[为是有共达至到已经的:, 约计仅从由]/.test(text[end - 1] ?? ''); steps++) end--;
  for (const word of ['总人数', '人数', '总数', '数量', '数']) {
    if (!text.slice(Math.max(0, end - 4), end).endsWith(word)) continue;
    end -= word.length;
    break;
  }
  if (text[end - 1] === '的') end--;
  // 学校 5 may be a name: without a measure word or a limit the text must say that it counts.
  if (end === at && counter === undefined && !isLimited) return undefined;
  for (let length = LONGEST_NOUN; length > 1; length--) {
    const unit = end - length < 0 ? undefined : CHINESE_NOUNS.get(text.slice(end - length, end));
    if (unit !== undefined) return { start: end - length, end, unit };
  }
  return undefined;
}
