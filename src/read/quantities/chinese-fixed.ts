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
  if (first === '一') return noneAt(text, at);
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
  /(?:罚款?|奖励?|奖金|赏金?|悬赏|拿到?|领到?|得到?|付|交|花|收|赚|挣|要价|报价|开价|收费|费用|价钱|价格|身价|赎金|押金|定金|罚金|礼金|保证金|彩礼|赔)(?:到|了|为|是|就|要|约|近|过|高达|得|可|可以)*$/;
const SUM_BEFORE = /(?:是|为|涨到|升到|降到|跌到|只要|要|卖|还是|现在|如今|今年)$/;
const SUM_REACH = 40;
const MONEY = new RegExp(`[\\d一二两三四五六七八九十百千万亿](${longestFirst(CHINESE_CURRENCIES.keys())})`, 'g');
const CLAUSE_END = /^(?:[，。、;!?,.)」』”]|$|才|吧|呢|啊|了|的(?:罚款|奖金|奖励|费用))/;

/** 奖三千, 罚到两万: an amount that names no currency, in a text that reckons in yuan. */
export function impliedYuan(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string | undefined {
  if (!CLAUSE_END.test(text.slice(end, end + 4))) return undefined;
  const before = text.slice(Math.max(0, start - SUM_REACH), start);
  // 每公斤涨到5000朝币，两周前是4300: the sum before says of which currency.
  const sum = SUM_BEFORE.test(before) ? [...before.matchAll(MONEY)].at(-1)?.[1] : undefined;
  if (sum !== undefined) return CHINESE_CURRENCIES.get(sum);
  return PAID.test(text.slice(Math.max(0, start - 10), start)) ? 'CNY' : undefined;
}
