import type { Span } from '../anchor.ts';
import { tokensOf } from '../figures/tokens.ts';
import type { FoundAttribution } from '../quotations/read-attributions.ts';
import { ALLEGATIONS, NOBODY } from './data/denial-words.ts';
import { describedSource, statedSource } from './english-source.ts';
import type { Findings, ReadLanguage, SourceWords } from './findings.ts';
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
  { speech, stated }: Pick<Findings, 'speech' | 'stated'>,
  lang: ReadLanguage,
): Sources {
  const saying = speech
    .filter((each) =>
      [each.content, ...each.more].some((said) => overlap(said, clause) * 2 >= clause.end - clause.start),
    )
    .sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start))[0];
  if (saying === undefined) return stated === undefined ? [] : [stated];
  const links = linksOf(text, saying, lang);
  const [first, ...others] = links;
  // "According to statistics from the police, border patrols and courts": a list goes on behind its first comma.
  const longer = first !== undefined && stated !== undefined && stated.start <= first.start && stated.end > first.end;
  return longer ? [stated, ...others] : links;
}

/** The source that an English sentence names by its own grammar; undefined when it names none or a pronoun. */
export function statedIn(text: string, { tokens }: Sentence): SourceWords | undefined {
  const found = statedSource(tokens, text);
  if (found === undefined || found.pronoun || NOBODY.test(found.name ?? '')) return undefined;
  const { role, name, type, first, next } = found;
  return { start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0, link: { role, name, type } };
}

/**
 * Whether words are said by somebody: "he added", of several that he could be, is; "it is estimated" is not, nor words that neither name
 * nor describe anybody, as a clause that was taken for a speaker does.
 */
export function isSomebody(text: string, { speaker, cue }: FoundAttribution, lang: ReadLanguage): boolean {
  if (speaker !== null) {
    const who = text.slice(speaker.start, speaker.end);
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
  return describedSource(tokensOf(text.slice(speaker.start, speaker.end), speaker.start), text) !== undefined;
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
  if (anonymous) return [{ ...span, link: { role: 'quoted-source', name: null, type: 'anonymous' } }];
  if (lang === 'en') {
    const found = describedSource(tokensOf(words, span.start), text);
    if (found === undefined) return [];
    return [{ start: found.start, end: found.end, link: { role: found.role, name: found.name, type: found.type } }];
  }
  const data = DATA[lang].exec(words);
  const name = words.replace(/\s+/g, ' ').trim();
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
  return [{ ...span, link: { role: 'speaker', name, type: body ? 'organisation' : 'person' } }];
}

/** Pronouns of somebody who speaks. */
const PRONOUN: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:he|she|they)\b/iu,
  zh: /[他她]/u,
  ko: /(?:^|[^\p{L}])(?:그|그녀|그들)(?:는|은|가|이|도)/u,
};

/** What makes a source one of figures, behind its maker. Our own lists. */
const DATA = {
  zh: /(?:的|发布的|發布的|公布的)?(?:统计|統計|数据|數據|调查|調查|报告|報告|资料|資料)/u,
  ko: /(?:의|이 발표한|가 발표한)?\s?(?:통계|집계|자료|조사|보고서)/u,
} as const;

/** Names of bodies by their last characters. Our own lists. */
const BODIES = {
  zh: /(?:部|局|厅|廳|院|会|會|署|处|處|办|辦|社|网|網|报|報|台|臺|公司|政府|组织|組織|机构|機構|中心|学院|學院|大学|大學|协会|協會)$/u,
  ko: /(?:부|청|처|원|회|국|위원회|단체|협회|연합|정부|신문|일보|방송|통신|센터|대학|대학교|당국|공사|재단|연구소)$/u,
} as const;
