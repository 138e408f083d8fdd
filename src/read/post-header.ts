import { OFFICE, PAPER_KIND } from './data/notice-words.ts';
import {
  BESIDE_HANDLE,
  FLOOR,
  INLINE_NAMES,
  INLINE_POSTS,
  POSTED,
  POSTED_BY,
  RELATIVE_TIME,
  REPLYING,
  THREAD_BY,
  WROTE,
} from './data/post-words.ts';
import { NO_SPEAKER } from './data/speaker-words.ts';
import { findStatedDate, findStatedDay, type StatedDateSpan, type StatedDay } from './stated-date.ts';

/** Who posted, and when, as the line above a post says. Offsets are within the line. */
export interface PostHeader {
  readonly handle: { readonly value: string; readonly start: number; readonly end: number };
  /** EDTF, when a date is stated. */
  readonly date?: { readonly value: string; readonly start: number; readonly end: number };
  /** The day, when it is stated without its year. */
  readonly day?: StatedDay;
  /** Nothing but a post has such a line. The others count when several stand in one text. */
  readonly certain: boolean;
}

const LONGEST = 100;
const AT = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,39}/u;

/** What may stand behind the day in such a line: an hour, a device, counts and buttons. */
const BEHIND_TIME =
  /^[\s,，.|·•‧)）\]】—–-]*(?:[(（]?(?:(?:周|星期)?[一二三四五六日]|[월화수목금토일](?:요일)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)[)）]?\s?)?(?:at\s)?(?:(?:오전|오후|上午|下午|早上|晚上|凌晨|中午)\s?)?(?:\d{1,2}[:时時시點点]\s?(?:\d{2})?(?:[:分분]\s?(?:\d{2})?)?\s?(?:[ap]\.?m\.?|분)?)?(?:\s?(?:UTC|GMT|KST|CST|[(（]?[+-]\d{1,2}[)）]?))?(?:\s?[·•|]?\s?(?:(?:来自|來自|自)\s?|via\s|from\s|에서\s?작성)[^\n]{0,24})?(?:\s?[(（]?(?:edited|수정됨|已编辑|已編輯)[)）]?)?(?:[\s|·•‧#-]*(?:回复|回覆|赞|點讚|点赞|举报|reply|like|report|permalink|답글|신고|추천|공감|\d{1,6}|第?\d{1,5}[楼樓]))*\s*[)）\]】]?[:：]?\s*$/i;

/** Reads a line as the header of a post: `@name · 3h`, `name 2031-04-05 17:02`, `3楼 name`, `닉네임 | 2031.04.05`. */
export function postHeaderOf(line: string): PostHeader | undefined {
  if (line.length < 2 || line.length > LONGEST) return undefined;
  const led = timeFirst(line);
  if (led !== undefined) return led;
  const at = AT.exec(line);
  if (at !== null) return atHeader(line, at.index, at[0].replace(/[.-]+$/, ''));
  const floor = FLOOR.exec(line)?.[0].length ?? 0;
  const label = POSTED_BY.exec(line.slice(floor))?.[0].length ?? 0;
  const from = floor + label;
  const date = findStatedDate(line);
  const time = date === undefined ? RELATIVE_TIME.exec(line) : null;
  const timeAt = date?.start ?? time?.index;
  if (timeAt === undefined) {
    // `name wrote:`, `某某 写道：`: no time stands there.
    const wrote = WROTE.exec(line.slice(from))?.[1];
    if (wrote !== undefined && isHandle(wrote)) return { handle: handleAt(line, from, wrote), certain: false };
    // A floor and a name alone.
    const name = line.slice(from).trim();
    return floor > 0 && !/^(?:#|No)/.test(line) && isHandle(name)
      ? { handle: handleAt(line, from, name), ...dated(line, date), certain: false }
      : undefined;
  }
  const timeEnd = date?.end ?? timeAt + (time?.[0].length ?? 0);
  const tail = line.slice(timeEnd);
  if (!BEHIND_TIME.test(tail)) return undefined;
  if (timeAt >= from + 1) {
    const lead = line.slice(from, timeAt);
    // `Expected: April 5`: a field with a date, unless a verb of posting stands before the colon.
    if (
      /[:：]\s*$/.test(lead) &&
      label === 0 &&
      !/(?:says|said|wrote|writes|posted|replied|commented|写道|寫道)\s?[:：]\s*$/i.test(lead)
    )
      return undefined;
    const name = lead
      .replace(/[\s:：,，|·•‧»>(（[【-]+$/, '')
      .replace(/^(?:推|噓|→|\d{1,3}[.)])\s/u, '')
      .replace(
        /\s?(?:says|said|wrote|writes|posted|replied|commented|发表于|發表於|发布于|發布於|回复于|写道|寫道|于|님)?(?:\s(?:on|at))?$/i,
        '',
      )
      .trim();
    return isHandle(name) ? { handle: handleAt(line, from, name), ...dated(line, date), certain: false } : undefined;
  }
  return undefined;
}

/** Reads the header of a post that goes on in the same line; undefined when none stands there. */
export function inlineHeaderOf(line: string): PostHeader | undefined {
  const head = line.slice(0, 140);
  for (const pattern of INLINE_POSTS) {
    const match = pattern.exec(head);
    const name = match?.[1];
    if (match === null || name === undefined) continue;
    return { handle: handleAt(line, match.index, name), ...dated(match[0], findStatedDate(match[0])), certain: true };
  }
  for (const pattern of INLINE_NAMES) {
    const match = pattern.exec(head);
    const name = match?.[1];
    if (match === null || name === undefined || !isHandle(name) || name.includes('@')) continue;
    return { handle: handleAt(line, match.index, name), ...dated(match[0], findStatedDate(match[0])), certain: false };
  }
  return undefined;
}

/** `[12 May 2031, 08:14] name`, `08:14 — @name`: the hour before the name. */
function timeFirst(line: string): PostHeader | undefined {
  const lead =
    /^[\s[(（【*_>•-]{0,4}(?=[^\n]{0,40}\d{1,2}[:：]\d{2})[^@\n]{0,40}?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s?(?:[ap]\.?m\.?)?[\s\])）】·•|,，—–-]+/iu.exec(
      line,
    )?.[0];
  if (
    lead === undefined ||
    !/^[\s[(（【*_>•\d年月日년월일:：/.,，—–\s-]*(?:[\p{L}]{1,9}[\s\d:：,，./\])）】·•|—–-]*){0,3}$/u.test(lead)
  )
    return undefined;
  const name = line.slice(lead.length).replace(/[\s:：*_]+$/u, '');
  if (!isHandle(name.replace(/^@/, '')) || (!name.startsWith('@') && /\s/.test(name))) return undefined;
  return {
    handle: { value: name, start: lead.length, end: lead.length + name.length },
    ...dated(lead, findStatedDate(lead)),
    certain: name.startsWith('@'),
  };
}

function atHeader(line: string, at: number, handle: string): PostHeader | undefined {
  const before = line.slice(0, at);
  const after = line.slice(at + handle.length);
  // A display name may stand before the handle, a time after it; anything more is a sentence.
  if (before.length > 50 || /[.!?。！？:：]/.test(before) || before.trim().split(/\s+/).length > 6) return undefined;
  const rest = after
    .replace(/^[)）]/, '')
    .replace(POSTED, '')
    .trim();
  const date = findStatedDate(line);
  const timed = date !== undefined || RELATIVE_TIME.test(rest) || /\d{1,2}:\d{2}/.test(rest) || REPLYING.test(rest);
  const isMarked = BESIDE_HANDLE.test(rest);
  const dashed = /^[—–―-]/.test(line.trim());
  if (rest.length > 40 || (rest !== '' && !timed && !dashed && !isMarked)) return undefined;
  const headsThread = THREAD_BY.test(before);
  if (rest === '' && before.trim() !== '' && !dashed && !headsThread && !/^[(（]?$/.test(before.slice(-1).trim()))
    return undefined;
  return {
    handle: { value: handle, start: at, end: at + handle.length },
    ...dated(line, date),
    certain: timed || dashed || headsThread,
  };
}

/** When a post was written, as some words of its header say. */
function dated(words: string, date: StatedDateSpan | undefined): Pick<PostHeader, 'date' | 'day'> {
  if (date !== undefined) return { date: { value: date.edtf, start: date.start, end: date.end } };
  const day = findStatedDay(words);
  return day === undefined ? {} : { day };
}

function handleAt(line: string, from: number, given: string): PostHeader['handle'] {
  // A handle may end in a line; emphasis has one before it too.
  const emphasised = /[*_]$/.test(line.slice(from, line.indexOf(given, from)));
  const bare = given.replace(AROUND_HANDLE, '') || given;
  const name = emphasised ? bare : (/^@[\p{L}\p{N}_.-]*_(?=\s|$)/u.exec(given)?.[0] ?? bare);
  const start = line.indexOf(name, from);
  return { value: name, start, end: start + name.length };
}

/** Marks of Markdown, a floor and who a poster is in the thread, around a handle. */
const AROUND_HANDLE =
  /^(?:[*_]{1,2}|[【[(（]\s?#?\d{1,4}\s?(?:楼|樓|번)?\s?[】\])）]\s?|[BF]\d{1,4}[\s\u3000]+)+|(?:[*_]{1,2}|\s?[—–-]|\s?[(（[](?:OP|op|author|mod(?:erator)?|楼主|樓主|版主|作者|작성자|글쓴이)[)）\]]|\s(?:回复|回覆|답글)\s?@.*)+$/gu;

/** `11:48 PM · Jul 9, 2021`: the hour before the day. */
const HOUR_FIRST = /^\d{1,2}[:：]\d{2}\s?(?:[ap]\.?m\.?)?\s?[·•|,，—–-]\s?(?=\p{L}|\d)/iu;

/** Behind the time of a post: where, or with what, it was written. */
const POSTED_FROM = /\s?[·•|,，]\s?(?:来自|來自|自|于|於|from|via|in|에서)?\s?[\p{L}][\p{L}\s]{0,20}$/u;

/** Whether a line says when something was posted and nothing else. */
export function isPostingTime(line: string): boolean {
  if (line.length > 60) return false;
  const given = line.replace(HOUR_FIRST, '');
  const header = postHeaderOf(`x ${(given === '' ? line : given).replace(POSTED_FROM, '')}`);
  return header?.handle.value === 'x';
}

/** What can be the name of somebody who posts: one to three words without the punctuation of text, no office or paper. */
export function isHandle(name: string): boolean {
  return (
    name.length >= 1 &&
    name.length <= 30 &&
    /[\p{L}\p{N}]/u.test(name) &&
    !/^[\d\s.,:/-]*$/.test(name) &&
    !/[.。!！?？;；:：,，、"“”《》<>「」|]/.test(name.replace(/[._]/g, '')) &&
    name.split(/\s+/).length <= 3 &&
    !NO_SPEAKER.test(name) &&
    !/^[ap]\.?m\.?$/i.test(name) &&
    !OFFICE.test(name) &&
    !PAPER_KIND.test(name) &&
    !/\b(?:daily|weekly|times|news|post|wire|press|herald|gazette|tribune|journal|radio|online|updated|published|posted|last|date)\b|(?:日报|日報|晚报|时报|新闻|新聞|通讯社|网|網|일보|신문|뉴스|통신|방송)$/i.test(
      name,
    )
  );
}
