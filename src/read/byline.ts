import { ASKING_ROLE, NO_SPEAKER } from './data/speaker-words.ts';
import { isHouse, isOffice } from './imprint.ts';
import { findStatedDate, type StatedDateSpan } from './stated-date.ts';

/** A value and where in the block it stands. */
export interface Stated {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface Byline {
  readonly author?: Stated;
  readonly publisher?: Stated;
  readonly date?: StatedDateSpan;
  /** The line that says who and when at the head of a text: `Name | 2016-08-10 17:02`. */
  readonly isDateline: boolean;
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const LATIN_NAMES = `${NAME}(?:\\s(?:(?:de|da|di|van|von|der|den|bin|al|el|la|le|du)\\s)?${NAME}){0,4}`;

const AUTHORS: readonly RegExp[] = [
  new RegExp(
    `^(?:[Bb]y|BY|[Ww]ritten by|[Aa]uthor\\s?:|[Tt]ext\\s?:|[Rr]eported by|[Rr]eporting by)\\s{1,3}(${LATIN_NAMES}(?:(?:,\\s|\\s(?:and|&)\\s|,\\sand\\s)${LATIN_NAMES}){0,4})(?=$|[\\s,.;|·•–—-])`,
    'u',
  ),
  new RegExp(`^(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Uu]pdated)\\b[^\\n]{0,50}\\sby\\s(${LATIN_NAMES})\\s*$`, 'u'),
  /(?:作者|撰文|文字|责任编辑|本报记者|记者|記者)\s?[:：\s/／]\s?([\p{Script=Han}·]{2,12}(?:[、,，\s]\s?(?!通讯员|通訊員|摄影|攝影|编辑|編輯|实习|實習|翻译|翻譯)[\p{Script=Han}·]{2,6}){0,4})(?=$|[\s|｜)）\]】])/u,
  /(?:本报记者|記者|记者)\s?([\p{Script=Han}·]{2,4}(?:[、\s][\p{Script=Han}·]{2,4}){0,3})(?=$|[\s|｜/／)）\]】])/u,
  /(?:^|[\s(（[【=])([가-힣]{2,4}(?:[·,・]\s?[가-힣]{2,4}){0,4})\s?(?:선임\s?|수습\s?|전문\s?|인턴\s?)?(?:기자|특파원|통신원|논설위원)(?=$|[\s)）\]】|=/.])/u,
  /(?:^|[\s|｜(（])(?:文|图文|圖文|撰文|采写|採寫|撰稿|供稿|执笔|執筆|报道|報導)\s?[:：/／|｜]\s?([\p{Script=Han}·]{2,6})(?=$|[\s|｜/／)）\]】])/u,
  /(?:记者|記者)\s?([\p{Script=Han}]{2,3}?)\s?[／/|｜]?\s?(?:[\p{Script=Han}]{2,4})?(?:报道|報導|报导|发自|發自|电|電)/u,
  // `인터뷰·글 아무개`, `글 아무개 (…) · …`: a credit and a name behind it.
  /(?:^|[|｜│]\s?)(?:(?:인터뷰|취재|정리|사진|번역)\s?[·/&,・]\s?){0,2}(?:글|취재|인터뷰|글쓴이)(?:\s?[·/&,・]\s?(?:사진|정리|취재)){0,2}\s([가-힣]{2,4})(?=$|\s?[|｜│(（·/,]|\s(?:기자|작가|연구|편집))/u,
  // A name alone before what it writes in: `某某　《河岸笔记》网站`.
  /^(?!(?:长读|長讀|专题|專題|解读|解讀|深度|书评|書評|推荐|推薦|来源|來源|摘自|原载|原載|转自|轉自|选自|選自|载于|刊于|本文)\s)([\p{Script=Han}]{2,4})[\s\u3000]+(?=《[^《》\n]{2,24}》(?:[\p{Script=Han}]{0,4}(?:网站|網站|专栏|專欄|周刊|週刊|月刊|记者|記者|编辑|編輯|作者))?(?:[\s\u3000]|$))/u,
  /(?:취재|기자|보도)\s?[:：=]\s?([가-힣]{2,4}(?:[·,・]\s?[가-힣]{2,4}){0,3})(?=$|[\s)\]|/])/u,
  /(?:글쓴이|작성자|지은이|글)\s?[:：]\s?([가-힣]{2,10}(?:[·,・]\s?[가-힣]{2,4}){0,4})/u,
  /(?:^|[\s|｜│])(?:작성|글|집필|필자|정리)\s?[:：]?\s([가-힣]{2,4})\s(?:선임\s?|책임\s?)?(?:연구원|연구위원|간사|팀장|활동가|교수|기자|편집위원|편집장)(?=$|[\s|｜│)）/])/u,
  // `Name, researcher on … · Magazine`: who that is, and what they write in.
  new RegExp(
    `^(${LATIN_NAMES}),\\s(?:an?\\s)?(?:(?:senior|independent|visiting)\\s)?(?:researcher|professor|lecturer|fellow|journalist|reporter|writer|lawyer|analyst|editor|historian|sociologist|scholar)\\b[^·|\\n]{0,80}\\s[·|]\\s`,
    'u',
  ),
  new RegExp(
    `(?:^|[.!?]\\s)(?:Text|Words|Author|Written by|Reporting by|Compiled by):?\\s(${LATIN_NAMES})(?=[.,;]|\\s[|·]|$)`,
    'u',
  ),
];

/** Behind a name alone: several of them are sources of data. */
const ALONE = '(?=$|[\\s|｜:：;；()（）《\\d])(?!\\s?[,，、;；])';
const PUBLISHERS: readonly RegExp[] = [
  new RegExp(
    `(?<!数据|數據|资料|資料|图片|圖片)(?:来源|來源|稿源|出处|出處|转自|轉自)\\s?[:：]\\s?(?:《([^《》\\n]{2,30})》|([^\\s|｜:：,，、;；()（）《》\\d]{2,30})${ALONE})`,
    'u',
  ),
  new RegExp(
    `(?<!자료\\s?|사진\\s?)(?:출처|제공|매체)\\s?[:：]\\s?(?:[「『《〈]([^「」『』《》〈〉\\n]{2,30})[」』》〉]|([^\\s|｜:：,，;；()（）「『《〈\\d]{2,30})${ALONE})`,
    'u',
  ),
  /(?:^|[（(【[|｜\s])《?([\p{Script=Han}]{2,10}(?:报|報|网|網|社|台|臺|刊))》?(?:特约|特約|驻[\p{Script=Han}]{1,6}|駐[\p{Script=Han}]{1,6})?(?:记者|記者)(?=[\s:：]?[\p{Script=Han}]{2,4}(?:$|[\s|｜/／)）\]】]))/u,
  /(?:^|[\s|[(])([가-힣A-Za-z]{1,10}(?:일보|신문|뉴스|통신|방송|타임스|NK|저널|투데이|미디어))\s?=?\s?[가-힣]{2,4}\s?(?:기자|특파원)/u,
  /[가-힣]{2,4}\s?(?:기자|특파원)\s?[|/·,]\s?([가-힣A-Za-z]{1,10}(?:일보|신문|뉴스|통신|방송|타임스|NK|저널|투데이|미디어))(?=$|[\s|)])/u,
  new RegExp(
    `^(?:[Bb]y|BY)\\s${LATIN_NAMES}(?:\\sin\\s${LATIN_NAMES})?(?:,\\s(?:in\\s${LATIN_NAMES},\\s)?|\\s(?:for|of)\\s|\\s?[|/·•]\\s?)(?:the\\s|The\\s)?(${LATIN_NAMES})(?=$|[\\s,.;|·•–—-])`,
    'u',
  ),
  /^(?:Source|Published by|Publisher)\s?:\s{0,3}(?:the\s)?([^|\n,;]{2,60}?)(?:,[^,;]{0,40}\d{4})?\s*$/i,
];

const PAPER =
  /\b(?:daily|weekly|times|news|post|wire|agency|courier|press|herald|gazette|tribune|review|journal|observer|guardian|chronicle|bulletin|magazine|radio|tv|television|online)\b|(?:일보|신문|뉴스|통신|방송|저널|타임스)$|(?:日报|日報|晚报|晚報|时报|時報|新闻|新聞|通讯社|通訊社|网|網|社|台|臺|周刊|週刊|杂志|雜誌)$/iu;

/** Whether a name has a word that papers, agencies and stations bear. */
export function isPaper(name: string): boolean {
  return PAPER.test(name);
}

/** Longer blocks are text in which such words mean something else. */
const LONGEST = 220;

/** Who wrote, who published and when, as a short block at the head or foot of an article says; empty when it does not. */
export function readByline(text: string): Byline {
  if (text.length > LONGEST) return { isDateline: false };
  const dateline = readDateline(text);
  if (dateline !== undefined) return dateline;
  const parts = readParts(text);
  if (parts !== undefined) return parts;
  const stated = firstOf(text, PUBLISHERS);
  const named = firstOf(text, AUTHORS);
  // `By Name, Paper`: the paper is no second author.
  const comma = named?.value.lastIndexOf(', ') ?? -1;
  const written =
    named !== undefined && comma > 0 && isHouse(named.value.slice(comma + 2))
      ? { ...named, value: named.value.slice(0, comma), end: named.start + comma }
      : named;
  // A page that a group wrote is the group's; what an office of a state is named as the source of is its figures.
  const house = written !== undefined && isHouse(written.value) ? written : undefined;
  const author = house === undefined ? written : undefined;
  const publisher = stated === undefined || isOffice(stated.value) || stated.value === author?.value ? house : stated;
  const date = findStatedDate(text);
  return {
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date }),
    isDateline: false,
  };
}

/** `Name | 2016-08-10 17:02`, `Name · August 10, 2016`: a name, a bar, a date, and nothing else of weight. */
function readDateline(text: string): Byline | undefined {
  const bar = /\s*[|｜│·•‧∣/]\s*/.exec(text);
  if (bar === null || bar.index === 0 || text.includes('\n')) return undefined;
  const name = text.slice(0, bar.index).replace(/^(?:[Bb]y|BY)\s+/, '');
  const rest = text.slice(bar.index + bar[0].length);
  const date = findStatedDate(rest);
  if (date === undefined || date.start > 20 || rest.length - date.end > 30) return undefined;
  // `사회·정리: …` is a line of credits.
  const shift = bar.index + bar[0].length;
  const when = { edtf: date.edtf, start: date.start + shift, end: date.end + shift };
  if (ASKING_ROLE.test(name.trim()) || NO_SPEAKER.test(name.trim())) return { date: when, isDateline: true };
  if (name.length > 60 || !/^[\p{L}\p{M}][\p{L}\p{M}.'’,&\s·-]*$/u.test(name) || name.split(/\s+/).length > 7)
    return undefined;
  const start = bar.index - name.length;
  const head = { value: name.trim(), start, end: start + name.trimEnd().length };
  const reporter = firstOf(text, AUTHORS);
  // `Paper | date | reporter`, or a paper alone: what stands first is not always a person.
  const isPaper =
    (reporter !== undefined && !head.value.startsWith(reporter.value)) || PAPER.test(head.value) || isHouse(head.value);
  return {
    ...(isPaper ? { publisher: head } : { author: reporter ?? head }),
    ...(isPaper && reporter !== undefined ? { author: reporter } : {}),
    date: when,
    isDateline: true,
  };
}

/** `Name, Paper, 14 April 2031`, `Paper — Name — 14 April 2031`: a line in parts, of which one is a paper, one says when, and one may be a person. */
function readParts(text: string): Byline | undefined {
  if (text.length > 120 || text.includes('\n') || /^[[(［（]\s?\d/u.test(text) || /[.。!?！？]["”]?$/.test(text))
    return undefined;
  const date = findStatedDate(text);
  if (date === undefined) return undefined;
  const rest = text.slice(0, date.start) + ' '.repeat(date.end - date.start) + text.slice(date.end);
  const parts = [...rest.matchAll(/[^|｜·•／,，\u3000]+?(?=\s*[|｜·•／,，\u3000]|\s[—–-]\s|$)/gu)].map((match) => {
    const lead =
      /^(?:[\s—–/-]|[Bb]y\s|BY\s|[Uu]pdated:?|[Pp]ublished:?|(?:From|Source:?)\s(?:the\s|The\s)?|(?:整理|编辑|編輯|编译|編譯|制作|製作|来源|來源|稿源|出处|出處|발행|정리|편집|작성|출처)\s?[:：]\s?)*/u.exec(
        match[0],
      )?.[0].length ?? 0;
    const value = match[0].slice(lead).trimEnd();
    return { value, start: match.index + lead, end: match.index + lead + value.length };
  });
  const named = parts.filter(({ value }) => /\p{L}{2}/u.test(value));
  const houses = named.filter(({ value }) => isHouse(value) && value.length <= 50);
  const [house] = houses;
  if (house === undefined || houses.length > 1 || named.length > 3) return undefined;
  const person = named.find((part) => part !== house && PERSON.test(part.value));
  const author = firstOf(text, AUTHORS) ?? person;
  return {
    publisher: house,
    ...(author !== undefined && author.value !== house.value && { author }),
    date,
    isDateline: true,
  };
}

const PERSON = new RegExp(`^${NAME}(?:\\s(?:(?:de|da|van|von|bin|al|la|le)\\s)?${NAME}){1,3}$`, 'u');

function firstOf(text: string, patterns: readonly RegExp[]): Stated | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const value = match?.[1] ?? match?.[2];
    if (match === null || value === undefined) continue;
    const start = match.index + match[0].lastIndexOf(value);
    return { value: value.trim(), start, end: start + value.trimEnd().length };
  }
  return undefined;
}
