import type { Span } from '../anchor.ts';
import { tokensOf } from '../figures/tokens.ts';
import { isOffice, isPublication } from '../imprint.ts';
import { SURNAMES as HAN_SURNAMES } from '../mentions/data/chinese.ts';
import type { FoundAttribution } from '../quotations/read-attributions.ts';
import { sought } from '../sought.ts';
import { ALLEGATIONS, NOBODY } from './data/denial-words.ts';
import { AGENCY, BARE_PAPER, BODY_END, KIN, NO_NAME, ORDER_PAPERS, ORDERING, TITLED } from './data/source-words.ts';
import { describedSource, statedSource } from './english-source.ts';
import { type Findings, type ReadLanguage, type SourceWords, touches } from './findings.ts';
import type { Sentence } from './sentence-parts.ts';

/** Who a clause has it from, nearest to the words first. */
export type Sources = readonly SourceWords[];

/**
 * The sources of a clause (docs/read-claims.md RC3): whoever says the words it stands in, and through whom they came. Empty when nobody does;
 * a speaker who is only meant ("he added", of several) is a source without a name.
 */
export function sourcesOf(
  text: string,
  clause: Span,
  { speech, stated, data }: Pick<Findings, 'speech' | 'stated' | 'data'>,
  context: SourceContext,
): Sources {
  const said = saidBy(text, clause, { speech, stated }, context);
  const made = data.find(({ reach }) => touches(reach, clause))?.source;
  if (made === undefined) return said;
  // "According to statistics from the police, patrols and courts": its own grammar has read the whole list.
  const [first] = said;
  if (first?.link.role === 'data-source' && first.start <= made.start && made.end <= first.end) return said;
  // Whoever was taken for a speaker within the words that name the maker of the figures.
  const others = said.filter(
    (each) => !(each.start < made.end + 12 && made.start - 12 < each.end) && each.link.name !== made.link.name,
  );
  return [made, ...others];
}

/** What a source's role depends on besides its words. */
export interface SourceContext {
  readonly lang: ReadLanguage;
  /** A page or a statement, which rests on the figures of bodies; in news bodies speak. */
  readonly isPage: boolean;
  readonly hasFigure: boolean;
}

function saidBy(
  text: string,
  clause: Span,
  { speech, stated }: Pick<Findings, 'speech' | 'stated'>,
  context: SourceContext,
): Sources {
  const { lang } = context;
  const saying = speech
    .filter(
      (each) =>
        [each.content, ...each.more].reduce((sum, said) => sum + overlap(said, clause), 0) * 2 >=
        clause.end - clause.start,
    )
    .sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start))[0];
  if (saying === undefined) return stated === undefined ? [] : [inRole(stated, undefined, context)];
  const cue = saying.cue === null ? undefined : text.slice(saying.cue.start, saying.cue.end);
  const links = linksOf(text, saying, lang).map((each) => inRole(each, cue, context));
  const [first, ...others] = links;
  // "According to statistics from the police, border patrols and courts": a list goes on behind its first comma.
  const longer = first !== undefined && stated !== undefined && stated.start <= first.start && stated.end > first.end;
  return longer ? [stated, ...others] : links;
}

/** A frame that leans on somebody's figures or word, rather than has them speak. */
const LEANING = sought(
  /according|based|count|estimat|record|document|calculat|found|puts?\b|show|据|據|统计|統計|估计|估計|调查|調查|记录|記錄|指出|介绍|따르|의하|집계|추산|추정|조사|기록/iu,
);

/** The role of a source by what it is: a paper or agency, an office that orders, a body whose figures these are, or who speaks. */
function inRole(source: SourceWords, cue: string | undefined, { isPage, hasFigure }: SourceContext): SourceWords {
  const { role, type } = source.link;
  const name = source.link.name?.replace(/^《([^《》]+)》$/u, '$1') ?? null;
  if (name === null || (role !== 'speaker' && role !== 'data-source')) return source;
  if (isPublication(name) || (type !== 'person' && AGENCY.test(name)) || /^\p{Script=Han}{2,5}社$/u.test(name))
    return { ...source, link: { role: AGENCY.test(name) ? 'agency' : 'newspaper', name, type: 'media' } };
  if (role !== 'speaker' || (type !== 'organisation' && !BODY_END.test(name))) return source;
  if (cue !== undefined && isOffice(name) && ORDERING.test(cue))
    return { ...source, link: { role: 'issuer', name, type: 'government' } };
  const leans = cue !== undefined && LEANING.test(cue);
  const made = isPage && (hasFigure || leans) ? 'data-source' : role;
  return { ...source, link: { role: made, name, type: 'organisation' } };
}

/** The source that an English sentence names by its own grammar; undefined when it names none or a pronoun. */
export function statedIn(text: string, { tokens }: Sentence): SourceWords | undefined {
  const found = statedSource(tokens, text);
  if (found === undefined || found.pronoun || NOBODY.test(found.name ?? '') || ANYBODY.test(found.name ?? ''))
    return undefined;
  if (NO_SPEAKER.en.test(found.name ?? '')) return undefined;
  const { role, name, type, first, next } = found;
  return { start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0, link: { role, name, type } };
}

/**
 * Whether words are said by somebody: "he added", of several that he could be, is; "it is estimated" is not, nor words that neither name
 * nor describe anybody, as a clause that was taken for a speaker does.
 */
export function isSomebody(text: string, { speaker, cue, anonymous }: FoundAttribution, lang: ReadLanguage): boolean {
  if (speaker !== null) {
    const who = text.slice(speaker.start, speaker.end);
    if (KIN[lang].test(who.trim())) return true;
    if (ANYBODY.test(who.replace(LABEL, '')) || NO_SPEAKER[lang].test(who.trim()) || isNumbering(who)) return false;
    if (isAddressed(text, speaker, cue) || isDuty(text, cue, lang)) return false;
    if (NOBODY.test(who) || ALLEGATIONS.test(who)) return false;
  }
  if (speaker === null)
    return cue !== null && PRONOUN[lang].test(text.slice(Math.max(0, cue.start - 12), cue.end + 12));
  if (lang !== 'en') return true;
  // What is cited is a case or a paper as often as a person.
  if (
    cue !== null &&
    /^cit/iu.test(text.slice(cue.start, cue.end)) &&
    !/\p{Lu}/u.test(text.slice(speaker.start, speaker.start + 5))
  )
    return false;
  // "lawyers in Shenyang": what tells only of what kind somebody is describes them.
  return (
    anonymous || describedSource(tokensOf(text.slice(speaker.start, speaker.end), speaker.start), text) !== undefined
  );
}

/** `1/6`, `3/6 ↻`, `)`: what stands before a post or is left of a bracket names nobody. */
function isNumbering(who: string): boolean {
  const [open, close] = [who.split(/[(（]/u).length, who.split(/[)）]/u).length];
  return !/\p{L}/u.test(who.replace(/^\s*\d{1,3}\s?[/／]\s?\d{1,3}/u, '')) || open !== close;
}

/** `@name Try the office`: a handle at the beginning is whom a post answers, unless a mark of speech stands behind the verb. */
function isAddressed(text: string, { start, end }: Span, cue: Span | null): boolean {
  if (text[start] !== '@' && text[start - 1] !== '@') return false;
  return cue === null || !/^[\s]*(?:[:：“"「『,，]|that\b)/u.test(text.slice(Math.max(end, cue.end)));
}

/** Who is told to say something has not said it: 요구해야 한다, 应当说明, "must announce". */
function isDuty(text: string, cue: Span | null, lang: ReadLanguage): boolean {
  if (cue === null) return false;
  return (
    DUTY_BEFORE[lang].test(text.slice(Math.max(0, cue.start - 16), cue.start)) ||
    (lang === 'ko' &&
      /^[가-힣]{0,3}(?:해야|하여야|할\s?것을|하라|하기\s?바란)/u.test(text.slice(cue.start, cue.end + 8)))
  );
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function linksOf(text: string, { speaker, cue, via, anonymous }: FoundAttribution, lang: ReadLanguage): Sources {
  const unnamed: SourceWords[] =
    cue === null
      ? []
      : [{ start: cue.start, end: cue.end, link: { role: 'quoted-source', name: null, type: 'anonymous' } }];
  const first = speaker === null ? unnamed : linkOf(text, speaker, lang, anonymous);
  return [...first, ...via.flatMap((span) => linkOf(text, span, lang, false))];
}

/** A speaker's words as links of a chain: "statistics from the police" have their maker; a described one stays without a name. */
function linkOf(text: string, span: Span, lang: ReadLanguage, anonymous: boolean): SourceWords[] {
  const words = text.slice(span.start, span.end);
  if (lang === 'en' && ORDER_PAPERS.test(words)) return orderLinks(words, span);
  if (lang === 'zh' && BARE_PAPER.test(words.trim())) return reporterBefore(text, span.start);
  if (anonymous || KIN[lang].test(words.trim()) || SEVERAL.test(words.trim()))
    return [{ ...span, link: { role: 'quoted-source', name: null, type: 'anonymous' } }];
  if (lang === 'en') {
    const found = describedSource(tokensOf(words, span.start), text);
    if (found === undefined) return [];
    const figures = found.name === null ? null : FIGURES_OF.exec(found.name);
    if (figures !== null) {
      const link = { role: 'data-source', name: figures[1] ?? '', type: 'organisation' } as const;
      return [{ start: found.start, end: found.start + link.name.length, link }];
    }
    const name = found.name === null ? null : nameAlone(found.name);
    return [{ start: found.start, end: found.end, link: { role: found.role, name, type: found.type } }];
  }
  const data = DATA[lang].exec(words);
  const name = words.replace(/\s+/g, ' ').trim().replace(OWN_OFFICE, '$1');
  if (data !== null && data.index > 0) {
    const end = span.start + data.index;
    return [
      {
        start: span.start,
        end,
        link: { role: 'data-source', name: text.slice(span.start, end).trim(), type: 'organisation' },
      },
    ];
  }
  const body = BODIES[lang].test(name);
  const bare = body ? undefined : withoutTitle(name, lang);
  return [{ ...span, link: { role: 'speaker', name: bare ?? name, type: body ? 'organisation' : 'person' } }];
}

/** 副局长孙某, 임세린 외교부 대변인: the name alone; undefined when no name stands beside a title. */
function withoutTitle(name: string, lang: 'zh' | 'ko'): string | undefined {
  for (const pattern of TITLED[lang]) {
    const bare = pattern.exec(name)?.[1];
    if (bare !== undefined && !NO_NAME.test(bare) && (lang === 'ko' || HAN_SURNAMES.includes(bare.slice(0, 1))))
      return bare;
  }
  return undefined;
}

/** A leaflet seen by the source: nobody is named who wrote it, nor who saw it. */
function orderLinks(words: string, span: Span): SourceWords[] {
  const order: SourceWords = { ...span, link: { role: 'issuer', name: null, type: 'anonymous' } };
  const seen =
    /\b(?:seen|obtained|read|shown|photographed|described)\s(?:by|to)\s(?:the|a|an|one|another|two)\s\p{L}+/iu.exec(
      words,
    );
  if (seen === null) return [order];
  const start = span.start + seen.index;
  return [order, { start, end: span.end, link: { role: 'quoted-source', name: null, type: 'anonymous' } }];
}

/** 据通报: the office that reported, in the sentences before; nobody when none did. */
function reporterBefore(text: string, until: number): SourceWords[] {
  const from = Math.max(0, until - 300);
  const found = [...text.slice(from, until).matchAll(REPORTED_BY)].at(-1);
  const name = found?.[1];
  if (found === undefined || name === undefined) return [];
  const start = from + found.index + found[0].indexOf(name);
  return [{ start, end: start + name.length, link: { role: 'data-source', name, type: 'government' } }];
}

const REPORTED_BY =
  /([\p{Script=Han}]{1,10}(?:局|厅|廳|部|院|政府|公安|警方|委员会|委員會|海关|海關))(?:\d{1,2}月\d{1,2}日|\d{1,2}日|日前|近日|昨日|昨天|今天)?(?:通报|通報|公布|发布|發佈|披露|介绍|介紹)/gu;

/** "UN figures": whose they are. */
const FIGURES_OF = /^(\p{Lu}.{1,60}?)(?:['’]s?)?\s(?:figures|data|statistics|records|estimates)$/u;

/** What stands before a numbered provision. */
const LABEL = /^\s*(?:[(（]?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)）、]|[-–•·])\s*/u;

/** Words that stand where a subject would and are none: conjunctions, a first person with its verb, sides and directions. */
const NO_SPEAKER: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /^(?:\d{1,2}[.)]\s|(?:do|don['’]t|stop|let|no|keep|end|free|release)\b(?!\s(?:asia|line)))|^(?:i|we|you)['’](?:d|ll|m|ve|re)$|^(?:price|prices|if|when|while)\b/iu,
  zh: /^的$|^(?:与其|與其|不如|如果|若|虽然|雖然|只要|只有|为了|為了|对方|大家|有人|谁|誰|从来|至于|至於|恕我|依我|据我|據我)|^[\p{Script=Han}]{1,3}[江河湖]$|^(?:发现|發現|情况|情況)|^(?:报道|報道|報導|附注|附註|备注|備註|私底下|私下|公开|公開|此外|另外|其实|其實|随后|隨後|其后|其後)$|^(?:按|照)[\p{Script=Han}]{1,4}$|自.{1,10}(?:起|以来|以來)/u,
  ko: /^(?:그|이)\s?(?:중|가운데)|(?:쪽|편|경우|때|이후|이전|가운데|중)$/u,
};

const DUTY_BEFORE: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|is to|are to)\s(?:\p{L}+ly\s)?$/iu,
  zh: /(?:应当|應當|应该|應該|必须|必須|须|須|应|應|不得)(?:立即|及时|及時|主动|主動|公开|公開|向[^，。]{1,10})?$/u,
  ko: /$^/u,
};

/** "Whoever reports" is anybody, in rules. */
const ANYBODY = /^(?:whoever|anyone|anybody|everyone|everybody|all who|those who)\b/iu;

/** "Dana Quill, director of the centre": the name, without what stands beside it of who that is. */
function nameAlone(name: string): string {
  const bare = name.replace(/\s\([^()]*\)$/u, '');
  return /^(\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*){1,3}),\s/u.exec(bare)?.[1] ?? behindTitle(bare);
}

/** "Foreign Ministry spokesman Gao Lin", "the mayor of Tolm, Petra Lind": the name, where a title in small letters stands before it. */
function behindTitle(name: string): string {
  return BEHIND_TITLE.exec(name)?.[1] ?? name;
}

const BEHIND_TITLE =
  /(?:^|\s)(?:spokes(?:man|woman|person)|minister|director|lawyer|professor|researcher|president|chair(?:man|woman|person)?|head|chief|mayor|governor|envoy|ambassador|activist|analyst|economist|historian|secretary|officer|journalist|pastor|founder|coordinator|(?:of|for|at|in)\s[^,]{2,40}),?\s(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]*){1,2})$/u;

/** 本会会长 before a name. */
const OWN_OFFICE =
  /^(?:本|我)(?:会|會|组织|組織|机构|機構)(?:[\p{Script=Han}]{0,3}(?:会长|會長|主席|理事长|理事長|秘书长|秘書長|负责人|負責人|发言人|發言人|代表|主任|总干事|總幹事))(\p{Script=Han}{2,4})$/u;

/** Pronouns of somebody who speaks. */
const PRONOUN: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:he|she|they)\b/iu,
  zh: /[他她]/u,
  ko: /(?:^|[^\p{L}])(?:그|그녀|그들)(?:는|은|가|이|도)/u,
};

/** 복수의 소식통이 전하는 이야기: how many tell it. */
const SEVERAL = /^(?:복수|다수|여러|몇몇)$/u;

/** What makes a source one of figures, behind its maker. Our own lists. */
const DATA = {
  zh: /(?:的|发布的|發布的|公布的)?(?:统计|統計|数据|數據|调查|調查|报告|報告|资料|資料|记录|記錄|纪录|紀錄)/u,
  ko: /(?:의|이 발표한|가 발표한)?\s?(?:통계|집계|자료|조사|보고서)/u,
} as const;

/** Names of bodies by their last characters. Our own lists. */
const BODIES = {
  zh: /(?:部|局|厅|廳|院|会|會|署|处|處|办|辦|社|网|網|报|報|台|臺|公司|政府|组织|組織|机构|機構|中心|学院|學院|大学|大學|协会|協會)$/u,
  ko: /(?:부|청|처|원|회|국|위원회|단체|협회|연합|정부|신문|일보|방송|통신|센터|대학|대학교|당국|공사|재단|연구소)$/u,
} as const;
