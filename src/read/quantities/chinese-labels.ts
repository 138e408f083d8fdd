import { isCode, isEnumerator } from './cjk-labels.ts';
import { type CjkNumber, stickyEnd, stickyMatch } from './cjk-number.ts';

/** What a number of a date, a clock or an age stands before. */
const CALENDAR =
  /年代|年度|世纪|月(?!球|饼|台)(?:份)?|[日号](?!间|内|元|圆|币)|点(?:钟|半|整|多|[\d一二三四五六七八九十零])|时(?!间|段)|刻|周?岁|[多余来]岁|代(?=[^表理码价])|度(?!过)/y;
const YEAR = /年/y;
/** 2003至2005年, 3-5月, 8、9两日, 20至30岁. */
const JOINED =
  / ?(?:-|—{1,2}|–|~|至|到|、|和|与|或) ?[\d〇零一二三四五六七八九十]{1,4} ?(?:[年月日号岁]|周岁|年代|世纪)/y;
/** 80后 are people born in the eighties. */
const BORN = /^(?:[5-9]0|95|85|00|05)$/;
/** What makes a number before it a label: rooms, lines, terms, units of an army. */
const LABELLED =
  /(?:号|室|楼|路|线|版|届|级|班|连|营|团|旅|师|军|街|巷|弄|栋|单元|台(?=电视)|频道|比[\d一二三四五六七八九]|折|维|型|式|国集团|中全会|大(?=报告|以来|精神|召开|代表|后|前|[,。、 ]))/y;
const LABEL_BEFORE =
  /(?:第 ?|编号|文号|电话|热线|号码|邮编|微信|qq|no\.? ?|传真|手机|序号|代码|案号|[〔[(【]\d{0,3})[:： ]{0,2}$/;
const AGO = /(?:个月|年|天|日|周|星期|小时|分钟)(?:之|以)?[前后]/y;
const ISO = /\d{2,4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/y;

/** Where a number that counts nothing ends, with the date or label that it belongs to; undefined when it may count. */
export function isChineseLabel(text: string, number: CjkNumber): number | undefined {
  const { start, end, value } = number;
  const iso = stickyEnd(ISO, text, start);
  if (iso !== undefined) return iso;
  const before = text.slice(Math.max(0, start - 8), start);
  if (LABEL_BEFORE.test(before)) {
    // (3人) is a count in brackets, (3) and 〔2003〕 are labels.
    const bracket = /[〔[(【]$/.test(before);
    if (!bracket || /[〕\])】]/.test(text[end] ?? '')) return end;
  }
  const from = text[end] === ' ' ? end + 1 : end;
  if (isYear(text.slice(start, end), value) && stickyEnd(YEAR, text, from) !== undefined) return from + 1;
  // 3年前 says when, and so does 两个月后.
  const ago = stickyEnd(AGO, text, from);
  if (ago !== undefined) return ago;
  const calendar = stickyEnd(CALENDAR, text, from);
  if (calendar !== undefined && !(text[from] === '度' || text.startsWith('代', from)) && Number.isInteger(value))
    return calendar;
  if (calendar !== undefined && /^[代度]/.test(text.slice(from, from + 1))) return calendar;
  const joined = stickyEnd(JOINED, text, end);
  if (joined !== undefined && (text[joined - 1] !== '年' || isYear(text.slice(start, end), value))) return joined;
  if (/[点时]$/.test(before) && text[from] === '分') return from + 1;
  if (text[from] === '后' && BORN.test(text.slice(start, end))) return from + 1;
  const labelled = stickyMatch(LABELLED, text, from);
  if (labelled !== undefined) return from + labelled[0].length;
  if (isIdleOne(text, number, before)) return end;
  return isCode(text, number) || isEnumerator(text, number) ? end : undefined;
}

function isYear(stated: string, value: number): boolean {
  if (/^\d{4}$/.test(stated)) return value >= 1000 && value < 2200;
  // 289年 is a year, 300年 a time: whoever counts centuries counts in tens.
  return (/^\d{3}$/.test(stated) && value % 10 !== 0) || /^[〇零一二三四五六七八九]{4}$/.test(stated);
}

/** 一 mostly means "a" or "whole"; it counts only with a limit, or before people, households and cases. */
function isIdleOne(text: string, { start, end, value }: CjkNumber, before: string): boolean {
  if (value !== 1 || text.slice(start, end) !== '一') return false;
  if (/(?:仅|只|只有|至少|最少|不到|约)$/.test(before)) return false;
  return (
    !/^(?:[名人户宗具倍]|成|%|块钱|元|[美日韩港欧]元)/.test(text.slice(end, end + 2)) ||
    /[每同另某任这那之唯第]$/.test(before)
  );
}
