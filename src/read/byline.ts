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
    `^(?:[Bb]y|BY|[Ww]ritten by|[Aa]uthor\\s?:|[Tt]ext\\s?:|[Rr]eported by)\\s{1,3}(${LATIN_NAMES}(?:(?:,\\s|\\s(?:and|&)\\s|,\\sand\\s)${LATIN_NAMES}){0,4})(?=$|[\\s,.|·•–—-])`,
    'u',
  ),
  new RegExp(`^(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Uu]pdated)\\b[^\\n]{0,50}\\sby\\s(${LATIN_NAMES})\\s*$`, 'u'),
  /(?:作者|撰文|文字|责任编辑|本报记者|记者|記者)\s?[:：\s/／]\s?([\p{Script=Han}·]{2,12}(?:[、,，\s]\s?[\p{Script=Han}·]{2,6}){0,4})(?=$|[\s|｜)）\]】])/u,
  /(?:本报记者|記者|记者)\s?([\p{Script=Han}·]{2,4}(?:[、\s][\p{Script=Han}·]{2,4}){0,3})(?=$|[\s|｜)）\]】])/u,
  /(?:^|[\s(（[【=])([가-힣]{2,4}(?:[·,・]\s?[가-힣]{2,4}){0,4})\s?(?:선임\s?|수습\s?|전문\s?|인턴\s?)?(?:기자|특파원|통신원|논설위원)(?=$|[\s)）\]】|=/.])/u,
  /(?:글쓴이|작성자|지은이|글)\s?[:：]\s?([가-힣]{2,10}(?:[·,・]\s?[가-힣]{2,4}){0,4})/u,
];

const PUBLISHERS: readonly RegExp[] = [
  /(?:来源|來源|稿源|出处|出處|转自|轉自)\s?[:：]\s?([^\s|｜:：,，;；()（）]{2,30})/u,
  /(?:출처|제공|매체)\s?[:：]\s?([^\s|｜:：,，;；()（）]{2,30})/u,
  /^(?:Source|Published by|Publisher)\s?:\s{0,3}([^|\n]{2,60}?)\s*$/,
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
  const author = firstOf(text, AUTHORS);
  const publisher = firstOf(text, PUBLISHERS);
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
  const bar = /\s*[|｜·•‧∣/]\s*/.exec(text);
  if (bar === null || bar.index === 0 || text.includes('\n')) return undefined;
  const name = text.slice(0, bar.index).replace(/^(?:[Bb]y|BY)\s+/, '');
  const rest = text.slice(bar.index + bar[0].length);
  const date = findStatedDate(rest);
  if (date === undefined || date.start > 20 || rest.length - date.end > 30) return undefined;
  if (name.length > 60 || !/^[\p{L}\p{M}][\p{L}\p{M}.'’,&\s·-]*$/u.test(name) || name.split(/\s+/).length > 7)
    return undefined;
  const shift = bar.index + bar[0].length;
  const start = bar.index - name.length;
  const head = { value: name.trim(), start, end: start + name.trimEnd().length };
  const reporter = firstOf(text, AUTHORS);
  // `Paper | date | reporter`, or a paper alone: what stands first is not always a person.
  const isPaper = (reporter !== undefined && reporter.value !== head.value) || PAPER.test(head.value);
  return {
    ...(isPaper ? { publisher: head } : { author: head }),
    ...(isPaper && reporter !== undefined ? { author: reporter } : {}),
    date: { edtf: date.edtf, start: date.start + shift, end: date.end + shift },
    isDateline: true,
  };
}

function firstOf(text: string, patterns: readonly RegExp[]): Stated | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const value = match?.[1];
    if (match === null || value === undefined) continue;
    const start = match.index + match[0].indexOf(value);
    return { value: value.trim(), start, end: start + value.trimEnd().length };
  }
  return undefined;
}
