import { stickyMatch } from './cjk-number.ts';
import { CHINESE_DIGITS } from './data/chinese-numbers.ts';
import { CHINESE_COUNTERS } from './data/chinese-units.ts';
import { CHINESE_CURRENCIES } from './data/cjk-currencies.ts';
import { longestFirst } from './phrases.ts';
import type { Fixed } from './quantity-grammar.ts';

/** 一家也没有, 一个人都没来. */
const NONE = /一(个人|[个名位人家户所处起宗例次份])[\p{Script=Han}]{0,4}?[也都](?:没|不|未|无)(?:有)?/uy;
/** 十个里有七个, 十人中有七人, 十户有三户. */
const OF_TEN = /十(个人|[个人名户家所])(?:里|中|当中|之中|里头)?(?:只|仅|就|才)?有?([一二两三四五六七八九])\1/y;
/** 十之八九, 十有八九. */
const NINE_OF_TEN = /十[之有]八九/y;
const HARDLY_ANY = /寥寥无几|屈指可数|所剩无几|寥若晨星|为数不多/y;

/** Chinese words that say a quantity as a whole; undefined where none stand. */
export function chineseFixedAt(text: string, at: number): Fixed | undefined {
  const first = text[at];
  if (first === '一') return noneAt(text, at) ?? limitedOne(text, at) ?? yearAndMonths(text, at);
  if (first === '半') return halfYear(text, at);
  const span = monthsLong(text, at) ?? timesDone(text, at);
  if (span !== undefined) return span;
  if (first === '十') return ofTenAt(text, at);
  const few = stickyMatch(HARDLY_ANY, text, at);
  if (few === undefined) return undefined;
  const before = text.slice(Math.max(0, at - 8), at);
  const unit = /[者人民员众工妇女][^，。,;]{0,3}$/.test(before) ? 'persons' : undefined;
  return unit && { end: at + few[0].length, value: null, unit, op: '?' };
}

function noneAt(text: string, at: number): Fixed | undefined {
  const found = stickyMatch(NONE, text, at);
  if (found === undefined) return undefined;
  const unit = found[1] === '个人' ? 'persons' : CHINESE_COUNTERS.get(found[1] ?? '')?.unit;
  return unit === undefined ? undefined : { end: at + found[0].length, value: 0, unit, op: '=' };
}

/** 一年以下, 一个月之内: a lone one is a span where a limit stands behind it. */
const LIMITED_ONE = /一(年|个月|天|周|个星期|小时)(?=以[下上内]|为限|之内|内(?![\p{Script=Han}]))/uy;
const SPANS: ReadonlyMap<string, string> = new Map([
  ['年', 'years'],
  ['个月', 'months'],
  ['天', 'days'],
  ['周', 'weeks'],
  ['个星期', 'weeks'],
  ['小时', 'hours'],
]);

function limitedOne(text: string, at: number): Fixed | undefined {
  if (/[第\d一二三四五六七八九十百千万亿]/.test(text[at - 1] ?? '')) return undefined;
  const found = stickyMatch(LIMITED_ONE, text, at);
  const unit = SPANS.get(found?.[1] ?? '');
  return found && unit !== undefined ? { end: at + found[0].length, value: 1, unit, op: '=' } : undefined;
}

/** 一年零八个月: a lone one is a year where months follow. */
const YEAR_AND_MONTHS = /一年(?:零|又)?([一二两三四五六七八九十])个月/y;

function yearAndMonths(text: string, at: number): Fixed | undefined {
  if (/[第\d一二三四五六七八九十百千万亿]/.test(text[at - 1] ?? '')) return undefined;
  const found = stickyMatch(YEAR_AND_MONTHS, text, at);
  const more = found?.[1] === '十' ? 10 : CHINESE_DIGITS.get(found?.[1] ?? '');
  return found && more !== undefined
    ? { end: at + found[0].length, value: 12 + more, unit: 'months', op: '=' }
    : undefined;
}

/** 蹲了半年, 近半年: how long something took. */
function halfYear(text: string, at: number): Fixed | undefined {
  if (!text.startsWith('半年', at) || /^[度前后以内报刊]/.test(text.slice(at + 2, at + 3))) return undefined;
  return /[了满近约达用花过到足关蹲]$/.test(text.slice(Math.max(0, at - 1), at))
    ? { end: at + 2, value: 0.5, unit: 'years', op: '=' }
    : undefined;
}

/** 达两月之久. */
const LONG = /([二两三四五六七八九十])(月|年)之久/y;

function monthsLong(text: string, at: number): Fixed | undefined {
  const found = stickyMatch(LONG, text, at);
  const value = found?.[1] === '十' ? 10 : CHINESE_DIGITS.get(found?.[1] ?? '');
  if (found === undefined || value === undefined) return undefined;
  return { end: at + found[0].length, value, unit: found[2] === '月' ? 'months' : 'years', op: '=' };
}

/** 两度换车, 三度被捕: how often. */
const DONE = /([两三四五])度(?=[\p{Script=Han}])(?![假过春])/uy;

function timesDone(text: string, at: number): Fixed | undefined {
  if (/[第\d一二三四五六七八九十百千万亿零点]/.test(text[at - 1] ?? '')) return undefined;
  const found = stickyMatch(DONE, text, at);
  const value = CHINESE_DIGITS.get(found?.[1] ?? '');
  return found && value !== undefined ? { end: at + found[0].length, value, unit: 'occurrences', op: '=' } : undefined;
}

function ofTenAt(text: string, at: number): Fixed | undefined {
  if (/[二三四五六七八九几数百千]/.test(text[at - 1] ?? '')) return undefined;
  const found = stickyMatch(OF_TEN, text, at);
  const part = CHINESE_DIGITS.get(found?.[2] ?? '');
  if (found !== undefined && part !== undefined)
    return { end: at + found[0].length, value: part / 10, unit: 'share', op: '=' };
  const most = stickyMatch(NINE_OF_TEN, text, at);
  return most && { end: at + most[0].length, value: null, unit: 'share', op: '?' };
}

const PAID =
  /(?:罚款?|奖励?|奖金|赏金?|悬赏|拿到?|领到?|得到?|付|交|花|收|赚|挣|要价|报价|开价|收费|费用|价钱|价格|身价|赎金|押金|定金|罚金|礼金|保证金|彩礼|赔|账上|账面|开销|经费|预算|拨款|补贴|补助|工资|收入|积蓄|汇款|款项|合计|共计|总计|收据)(?:趴着|躺着|剩下?|还有|只有|仅有|定了?|自己定|两笔|几笔|合计|共)*(?:到|了|为|是|就|要|约|近|过|高达|得|可|可以)*$/;
const SUM_BEFORE = /(?:是|为|涨到|升到|降到|跌到|只要|要|卖|还是|现在|如今|今年)$/;
const SUM_REACH = 40;
const MONEY = new RegExp(`[\\d一二两三四五六七八九十百千万亿](${longestFirst(CHINESE_CURRENCIES.keys())})`, 'g');
const CLAUSE_END = /^(?:[，。、;!?,.)」』”]|$|才|吧|呢|啊|了|没有|的(?:罚款|奖金|奖励|费用|开销|支出|预算|经费))/;
const SPENT = /^的(?:罚款|奖金|奖励|费用|开销|支出|预算|经费|收入)/;
/** 三万至五万之间, 喊出过三十万: so many of whom an estimate speaks. */
const ESTIMATED =
  /(?:估计|推算|喊出|统计|存量|人数|总数|规模|滞留|难民|人口|妇女|朝鲜人|脱北者|非法越境|越境者)[^，。;]{0,12}$/;
const PEOPLE = /[人民者女童]|难民|存量/;

/**
 * 奖三千, 罚到两万: an amount that names no currency, in a text that reckons in yuan; 估计在三万至五万之间: as many people as an estimate speaks of.
 * Undefined for any other number without a unit.
 */
export function impliedUnit(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string | undefined {
  const behind = text.slice(end, end + 6);
  const before = text.slice(Math.max(0, start - SUM_REACH), start);
  const isEnd = CLAUSE_END.test(behind);
  if (isEnd && SPENT.test(behind)) return 'CNY';
  const ends = isEnd || /^(?:之间|以[上下内]|左右|上下|不等|出头)/.test(behind);
  if (
    ends &&
    /[万千]/.test(text.slice(start, end)) &&
    ESTIMATED.test(before) &&
    PEOPLE.test(text.slice(Math.max(0, start - 60), start))
  )
    return PAID.test(before.slice(-10)) ? 'CNY' : 'persons';
  if (!isEnd) return undefined;
  // 每公斤涨到5000朝币，两周前是4300: the sum before says of which currency.
  const sum = SUM_BEFORE.test(before) ? [...before.matchAll(MONEY)].at(-1)?.[1] : undefined;
  if (sum !== undefined) return CHINESE_CURRENCIES.get(sum);
  return PAID.test(text.slice(Math.max(0, start - 10), start)) ? 'CNY' : undefined;
}
