import { contentOf, type FoundAttribution, type SaidContent } from './attribution.ts';
import { isAnonymous, isDescription } from './chinese-speakers.ts';
import { type Sentence, type Span, trimmed } from './sentences.ts';

/** The marks behind a quotation. */
const SLACK = 1;

/** …，一名知情人士说。 What stands before whoever says it, at the end of a sentence; undefined when no clause does. */
export function saidBefore(
  text: string,
  { covered, start, quotes }: Sentence,
  {
    cue,
    clauseStart,
    speaker,
  }: { readonly cue: Span; readonly clauseStart: number; readonly speaker: Span | undefined },
): SaidContent | undefined {
  if (speaker === undefined || quotes.length > 0 || speaker.start < start + clauseStart) return undefined;
  if (
    !/^[。]?$/u.test(covered.slice(cue.end - start)) ||
    !/(?:[说称道]|表示|指出|透露|坦言)$/u.test(text.slice(cue.start, cue.end))
  )
    return undefined;
  if (!isDescription(text.slice(speaker.start, speaker.end))) return undefined;
  const clause = trimmed(text, start, start + clauseStart - 1);
  return clause !== undefined && clause.end - clause.start >= 6 ? contentOf(clause, quotes, SLACK) : undefined;
}

const SPEAKS_ITSELF = /^(声明|公告|通报|通告|报道|评论|消息|社论)(?:称|说)$/u;

/** 声明称，…: a document with which a sentence begins, and which speaks by the rest of its verb; undefined for other verbs. */
export function documentIn(
  before: string,
  verb: string,
  { cue, isInherited }: { readonly cue: Span; readonly isInherited: boolean },
): Span | undefined {
  const own = before.trim() === '' && !isInherited ? SPEAKS_ITSELF.exec(verb)?.[1] : undefined;
  return own === undefined ? undefined : { start: cue.start, end: cue.start + own.length };
}

const MOUTH =
  /^[^，。“]{0,16}?(?:通过|透过|经由)(其?[^，。“]{0,8}?(?:发言人|律师|代理人|家属|亲属|翻译|中间人|友人|官方媒体|官媒|媒体))/u;

/** 通过律师表示: the words are of who speaks, through whoever speaks for them. */
export function throughWhom(text: string, each: FoundAttribution): FoundAttribution {
  const { speaker, cue } = each;
  if (speaker === null || cue === null || cue.start <= speaker.end || cue.start - speaker.end > 40) return each;
  const found = MOUTH.exec(text.slice(speaker.end, cue.start));
  const words = found?.[1];
  if (found === null || words === undefined) return each;
  const at = speaker.end + found[0].length - words.length;
  return { ...each, via: [{ start: at, end: at + words.length }] };
}

/** 这是许多工人的心声。 */
const WHOSE =
  /^这(?:就|便|也|正)?是([^，。“「他她我你]{2,24})的(?:心声|原话|回答|话|说法|看法|感受|评价|呼声|证词|答复|解释|遗言|控诉)[。！]?$/u;

/** Whose a sentence says that the words before it are, when it says no more; undefined when it does not. */
export function whoseWords({
  covered,
  start,
}: Pick<Sentence, 'covered' | 'start'>): Pick<FoundAttribution, 'speaker' | 'cue' | 'anonymous'> | undefined {
  const whose = WHOSE.exec(covered)?.[1];
  if (whose === undefined) return undefined;
  const at = start + covered.indexOf(whose);
  return { speaker: { start: at, end: at + whose.length }, cue: null, anonymous: isAnonymous(whose) };
}
