import { isCode, isEnumerator } from './cjk-labels.ts';
import { type CjkNumber, stickyEnd, stickyMatch } from './cjk-number.ts';

/** What a number of a date, a clock or an age stands before. */
const CALENDAR =
  /年代|年度|世纪|月(?!球|饼|台)(?:份)?|日(?!间|内|元|圆|币|以[上下内]|之内|的?拘留)|号(?!间|内|元|圆|币)|点(?:钟|半|整|多|[\d一二三四五六七八九十零])|时(?!间|段)|刻|周?岁|[多余来]岁|代(?=[^表理码价])|度(?!过)/y;
const YEAR = /年/y;
/** 提前十日, 拘留十五日: so many days and no date. */
const DAYS_BEFORE = /(?:提前|为期|拘留|拘禁|期限为?|满|逾期|连续|超过|不超过|至少|以上|历时|长达)$/;
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
  if (EVERY.test(before) || (/东北?$/.test(before) && text.startsWith('三省', start))) return end;
  // 吉林、辽宁两省: the two that were named; “难民”二字: as many characters.
  if (/[、和与][\p{Script=Han}]{1,5}$/u.test(before) && /^[省国县市州]/.test(text.slice(end, end + 1))) return end;
  if (/[”」』》]$/.test(before) && text.startsWith('字', end)) return end;
  // 今年前十个月 says when.
  if (/(?:年前|年头|年的前)$/.test(before) && /^(?:个月|个?季度|天|周)/.test(text.slice(end, end + 3))) return end;
  if (LABEL_BEFORE.test(before)) {
    // (3人) is a count in brackets, (3) and 〔2003〕 are labels.
    const bracket = /[〔[(【]$/.test(before);
    const devices = /(?:电话|手机)$/.test(before) && /^[部台个条次]/.test(text.slice(end, end + 1));
    if (devices) return undefined;
    if (!bracket || /[〕\])】]/.test(text[end] ?? '')) return end;
  }
  const from = text[end] === ' ' ? end + 1 : end;
  if (isYear(text.slice(start, end), value) && stickyEnd(YEAR, text, from) !== undefined) return from + 1;
  // 3年前 says when, and so does 两个月后.
  const ago = stickyEnd(AGO, text, from);
  if (ago !== undefined) return ago;
  const calendar = text[from] === '日' && DAYS_BEFORE.test(before) ? undefined : stickyEnd(CALENDAR, text, from);
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

/** 每隔五十米: how far apart, not how far. */
const EVERY = /每(?:隔|相隔)$/;
/** Whoever says something is a source and no count: 一名村干部告诉记者. */
const SAYS = /^[^。;!?\n]{0,28}?(?:说|表示|告诉|透露|称|认为|指出|介绍|回忆|忆述|估算|讲述|坦言|直言|警告|证实|讲道)/;
const SAID_BY = /(?:据|引述|援引|来源是|来自|来源为|消息人士是|听|问|采访了?|拜访了?)$/;

/** 一 mostly means "a" or "whole"; it counts only with a limit, or before people, households and cases. */
function isIdleOne(text: string, { start, end, value }: CjkNumber, before: string): boolean {
  if (value !== 1 || text.slice(start, end) !== '一') return false;
  if (/(?:仅有?|只有?|至少有?|最少有?|不到|约|超过|近|不足|长达|满|快|至多|最多)$/.test(before)) return false;
  const behind = text.slice(end, end + 32);
  const isPerson = /^(?:[名位]|个人(?![们生信资的情住]))/.test(behind);
  if (isPerson && (SAYS.test(behind) || SAID_BY.test(before))) return true;
  return (
    !(isPerson || /^(?:[人户宗具倍]|成|%|块钱|元|[美日韩港欧]元)/.test(behind)) ||
    /[同另某任这那之唯第]$|每[\p{Script=Han}]{0,4}$/u.test(before)
  );
}
