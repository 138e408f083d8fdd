import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import {
  attributionsBy,
  contentOf,
  type FoundAttribution,
  ofTheNearest,
  type SaidContent,
  type SpeakersSoFar,
} from './attribution.ts';
import { readAccording, readAlone, readCites, readSourceless } from './chinese-frames.ts';
import { beatIn, mentionedIn, PRONOUN } from './chinese-mentioned.ts';
import { isAnonymous, isDescription, subjectIn } from './chinese-speakers.ts';
import { documentIn, saidBefore, throughWhom, whoseWords } from './chinese-whose.ts';
import {
  DIRECT_VERBS,
  DOCUMENT_VERBS,
  GOES_ON,
  SHORT_VERBS,
  SOURCELESS,
  STRONG_VERBS,
  UNSAID,
} from './data/chinese-speech.ts';
import { COVER, cutSentence, type Sentence, type Span, trimmed } from './sentences.ts';

const longestFirst = (verbs: readonly string[]): string =>
  [...new Set(verbs)].sort((a, b) => b.length - a.length).join('|');
const STRONG = longestFirst(STRONG_VERBS);
/** Parts of other words are none: 据说, 听说, 名称, 说明, 问题, 知道. */
const VERB_SOURCE = `(?:${STRONG})(?![的者书])|(?:${SHORT_VERBS.join('|')})(?![的者])`;
const VERB = sought(new RegExp(VERB_SOURCE, 'u'));
/** Only to be read with `matchAll`, which leaves it as it is. */
const EACH_VERB = new RegExp(VERB_SOURCE, 'gu');
/** The marks behind a quotation. */
const SLACK = 1;
/** Behind a verb: nothing but the end of what says who spoke. */
const CLOSES = /^(?:着|了|过)?(?:[他她它]们?|我|大家|一句|[^，。！？“「]{1,4})?(?:[。！？，；]|["”」』]?$)/u;
const TO_WHOM =
  /^(?:着|了|过)?(?:[他她它]们?|我们?|大家|记者|本报|本报记者|本台|众人|[^，。：“「]{1,14}?)?[：:，,]?\s*[“「『"]$/u;

/** Attributions of a Chinese text in simplified characters, in the order of the text. `names` are known to be of the text. */
export function chineseAttributions(text: string, names: readonly string[] = []): readonly FoundAttribution[] {
  return attributionsBy(text, {
    endsAt,
    inSentence: (words, sentence) => inSentence(words, sentence, names),
    resolved,
    mentionedIn: (words, sentence) => mentionedIn(words, sentence, names),
    beatIn: (_, sentence) => beatIn(sentence, names),
    isPronoun: (words) => PRONOUN.test(words),
    announced: (words, sentence) => announced(words, sentence, names),
    givesBack: true,
    least: 8,
  });
}

/** Most characters end nothing: they are not looked at. */
const MAY_END: ReadonlySet<string> = new Set('。！？”」』"');

function endsAt(covered: string, text: string, at: number): boolean {
  const mark = covered[at] ?? '';
  if (!MAY_END.has(mark)) return false;
  if (/[。！？]/u.test(mark)) return true;
  if (!/[”」』"]/u.test(mark) || !/[。！？…]/u.test(text[at - 1] ?? '')) return false;
  // 某某说：“…。” is over; “…。”某某说 is not.
  let open = at - 1;
  while (open >= 0 && covered[open] === COVER) open--;
  if (/[：:]\s*$/u.test(covered.slice(Math.max(0, open - 3), open))) return true;
  const behind = /^[^。！？“「『"\n]{0,60}/u.exec(covered.slice(at + 1, at + 62))?.[0] ?? '';
  const mark2 = covered[at + 1 + behind.length] ?? '';
  const verb = VERB.exec(behind);
  if (verb === null) return true;
  const rest = behind.slice(verb.index + verb[0].length) + mark2;
  return (
    !(CLOSES.test(rest) && (!/^.{0,5}，./u.test(rest) || /^(?:着|完|罢|道)?，$/u.test(rest))) &&
    !/^[：:，]?["“「『]/u.test(rest)
  );
}

/** "某某说。" and "某某说着，便…" speak of the quotation before them. */
function announced(
  text: string,
  { covered, start, quotes }: Sentence,
  names: readonly string[],
): Pick<FoundAttribution, 'speaker' | 'cue' | 'anonymous'> | undefined {
  if (quotes.length > 0) return undefined;
  const whose = whoseWords({ covered, start });
  if (whose !== undefined) return whose;
  const clause = /^[^。！？；：:]{1,60}?(?=[，。！？…]|$)/u.exec(covered)?.[0] ?? '';
  const verb = VERB.exec(clause);
  if (verb === null || UNSAID.test(clause.slice(0, verb.index))) return undefined;
  const behind = covered.slice(verb.index + verb[0].length);
  const isSide = /[着完罢]$/u.test(verb[0]) || /^[着完罢]/u.test(behind);
  if (!isSide && !/^(?:了|道|他|她|[^，。！？：“的]{1,5})?[。！？…]?["”]?\s*$/u.test(behind)) return undefined;
  if (!isSide && !/[说道问答喊叫骂嚷劝夸吼叹嘴话应嘟囔口诉]/u.test(verb[0])) return undefined;
  const speaker = subjectIn(text, { start, end: start + verb.index }, names);
  const cue = { start: start + verb.index, end: start + verb.index + verb[0].length };
  return speaker && { speaker, cue, anonymous: isAnonymous(text.slice(speaker.start, speaker.end)) };
}

function inSentence(text: string, sentence: Sentence, names: readonly string[]): readonly FoundAttribution[] {
  const found: FoundAttribution[] = [];
  let inherited: Span | undefined;
  for (const piece of cutSentence(sentence, jointsOf(sentence))) {
    const read = inPiece(text, piece, { names, inherited });
    inherited = read.at(-1)?.speaker ?? (read.length > 0 ? inherited : (leadIn(text, piece, names) ?? inherited));
    found.push(...read);
  }
  return found;
}

/** Whom a clause is about in which nobody says anything: who says something in the next. */
function leadIn(text: string, { covered, start }: Sentence, names: readonly string[]): Span | undefined {
  const clause = /^[，；]?[^，；。]*/u.exec(covered)?.[0] ?? '';
  return subjectIn(text, { start, end: start + clause.length }, names);
}

interface Known {
  readonly names: readonly string[];
  /** Who spoke in the clause before, which this one goes on with. */
  readonly inherited: Span | undefined;
}

function inPiece(text: string, piece: Sentence, known: Known): readonly FoundAttribution[] {
  const framed = readSourceless(text, piece) ?? readCites(text, piece) ?? readAccording(text, piece);
  if (framed !== undefined) return [framed];
  const found = byVerbs(text, piece, known);
  if (found.length > 0) return found;
  const alone = readAlone(text, piece);
  return alone === undefined ? [] : [alone];
}

/** Where clauses of other speakers begin, or further ones of the same: "，而外交部则表示…", "，并称…". */
function jointsOf({ covered, start }: Sentence): readonly number[] {
  const places: number[] = [];
  let from = 0;
  for (const { index } of matchesIn(covered, /[，；]/gu)) {
    if (index < from + 3) continue;
    const left = covered.slice(from, index);
    // 据某报报道，某某称…: what the paper reports is all that stands behind.
    if (from === 0 && /^(?:根据|据|按照|依据)[^，；]*$/u.test(left)) continue;
    const isSaid = VERB.test(left) || /据/u.test(left);
    const goesOn = GOES_ON.test(covered.slice(index, index + 24)) && (isSaid || left.length > 4);
    if (!goesOn && !(isSaid && otherBegins(covered.slice(index + 1, index + 44)))) continue;
    places.push(start + index);
    from = index;
  }
  return places;
}

const OTHER = new RegExp(
  `^(?:而|但是?|不过|然而|另一方面，?|与此同时，?|对此，?)?([^，。；：“「\\ufffc]{2,22}?)(?:则|却|也|随后|近日|当天|日前|均|都|\\d{1,2}日|对此)*(?:${STRONG_VERBS.filter((verb) => /^(?:表示|指出|强调|认为|透露|坦言|呼吁|警告|回应|否认|承认|证实|反驳|声称|宣称|批评|质疑|预计|估计|担心|主张|坚称|敦促|谴责|指责|.+[说称道])$/u.test(verb)).join('|')}|称|说)(?![法明服的者书])`,
  'u',
);

function otherBegins(behind: string): boolean {
  const found = OTHER.exec(behind);
  const words = found?.[1] ?? '';
  if (found === null || PRONOUN.test(words)) return false;
  const bare = words.replace(/^(?:而|但是?|不过|然而)/u, '');
  return isDescription(bare) || /则$|^(?:而|但)/u.test(found[0].slice(0, 1)) || /则/u.test(found[0]);
}

function byVerbs(text: string, piece: Sentence, known: Known): readonly FoundAttribution[] {
  const { covered, start, quotes } = piece;
  const found: FoundAttribution[] = [];
  let taken = 0;
  for (const verb of matchesIn(covered, EACH_VERB)) {
    if (verb.index < taken) continue;
    const before = covered.slice(0, verb.index);
    const after = covered.slice(verb.index + verb[0].length);
    const cue = { start: start + verb.index, end: start + verb.index + verb[0].length };
    // 一名不愿透露姓名的官员 is who speaks.
    if (/^(?:自己的?)?(?:姓名|身份|名字|真名|全名|真实姓名|匿名|不具名|不公开(?:姓名|身份))/u.test(after)) continue;
    if (/(?:没等|不等|不待)[^，]*$/u.test(before.slice(-24))) continue;
    if (UNSAID.test(before.slice(-24))) return found;
    if (isNoun(before, verb[0], after) || isNaming(verb[0], after) || inTitle(before)) continue;
    const lastQuote = quotes.filter((quote) => quote.end < cue.start && !isName(text, piece, { quote, cue })).at(-1);
    const next = quotes.find((quote) => quote.start > cue.end);
    // A term in quotation marks is part of its clause.
    const isTerm =
      lastQuote !== undefined &&
      !/[。！？…，—]$/u.test(text.slice(lastQuote.start, lastQuote.end)) &&
      !/^.?\s*[，,]/u.test(text.slice(lastQuote.end, lastQuote.end + 3)) &&
      quoteOpens(covered, lastQuote.start - start);
    const floor = lastQuote === undefined || isTerm ? 0 : lastQuote.end + 1 - start;
    const clauseStart = Math.max(before.lastIndexOf('，') + 1, before.lastIndexOf('；') + 1, floor);
    // 声明称，…: a document speaks by a verb of its own.
    const own = documentIn(before, verb[0], { cue, isInherited: known.inherited !== undefined });
    const speaker = own ?? speakerOf(text, piece, { clauseStart, cue, floor, known });
    // “…”，某某说。
    const gap = lastQuote === undefined ? undefined : text.slice(lastQuote.end + 1, start + clauseStart).trim();
    const isBehind =
      gap !== undefined && /^[，,]?$/u.test(gap) && /[。！？…，]$/u.test(text.slice(lastQuote?.start, lastQuote?.end));
    const isInverted = gap !== undefined && /^[，,]?$/u.test(gap);
    const leadsNext = next !== undefined && leads(verb[0], text.slice(cue.end, next.start));
    if (lastQuote !== undefined && isInverted && !leadsNext && (isBehind || CLOSES.test(after)) && found.length === 0) {
      found.push(made(text, wordsBefore(text, piece, lastQuote), { speaker, cue }));
      taken = verb.index + verb[0].length;
      continue;
    }
    if (next !== undefined && leadsNext) {
      found.push(made(text, ledQuote(text, piece, { lastQuote, next, clauseStart }), { speaker, cue }));
      taken = covered.length;
      continue;
    }
    const said =
      saidAfter(text, piece, { verb: verb[0], cue, speaker }) ?? saidBefore(text, piece, { cue, clauseStart, speaker });
    if (said === undefined) continue;
    found.push(throughWhom(text, made(text, said, { speaker, cue: { start: own?.end ?? cue.start, end: cue.end } })));
    taken = covered.length;
  }
  return found;
}

/** Words before their verb: the quotations, or the clause that ends with the last of them. */
function wordsBefore(text: string, { start, quotes }: Sentence, last: Span): SaidContent {
  const [first = last, ...others] = quotes.filter((quote) => quote.end <= last.end);
  const lead = trimmed(text, start, first.start - 1);
  if (lead === undefined || lead.end - lead.start < 2) return { content: first, type: 'direct', more: others };
  return { content: { start: lead.start, end: last.end + 1 }, type: 'mixed', more: [] };
}

/** Whether words of the same clause stand before a quotation. */
const quoteOpens = (covered: string, at: number): boolean =>
  /[^，。：:；\s“”"「」『』][“"「『]$/u.test(covered.slice(0, at));

/** 网友“江边人”写道: a quotation that names who speaks. */
function isName(
  text: string,
  { covered, start }: Sentence,
  { quote, cue }: { readonly quote: Span; readonly cue: Span },
): boolean {
  return (
    quote.end + 1 === cue.start &&
    quote.end - quote.start <= 14 &&
    !/[。！？…，]/u.test(text.slice(quote.start, quote.end)) &&
    /[^，。：:、\s][“"「『]$/u.test(covered.slice(0, quote.start - start))
  );
}

/** Whether a verb leads the quotation behind it, with no more than to whom between. */
function leads(verb: string, between: string): boolean {
  if (
    !TO_WHOM.test(between) ||
    (/^[，,]?[^：:，,]{5,}[^：:，,“「『"]*["“「『]$/u.test(between) && !/^告诉|^[问答喊骂劝]/u.test(verb))
  )
    return false;
  const bare = between.replace(/^(?:着|了|过)/u, '');
  return (
    /^[：:，,]?\s*["“「『]$/u.test(bare) ||
    /[：:，,]/u.test(bare) ||
    /告诉|[问答喊叫骂嚷劝]|嘱咐|吩咐|安慰|提醒|警告|说$/u.test(verb)
  );
}

/** What is said behind a verb that leads no quotation; undefined when that is nothing. */
function saidAfter(
  text: string,
  { covered, start, end, quotes }: Sentence,
  { verb, cue, speaker }: { readonly verb: string; readonly cue: Span; readonly speaker: Span | undefined },
): SaidContent | undefined {
  const after = covered.slice(cue.end - start);
  const mark = /^[过了]?(?:记者|本报|本台|我们)?[，：:,]/u.exec(after);
  const clause = trimmed(text, cue.end + (mark?.[0].length ?? 0), end);
  if (clause === undefined || clause.end - clause.start < 4) return undefined;
  if (speaker === undefined) return undefined;
  const words = text.slice(speaker.start, speaker.end);
  if (
    verb === '表示' &&
    /^(?:对[^，]{1,20})?(?:强烈|深切|高度|坚决|严重)?(?:担忧|关切|欢迎|不满|遗憾|反对|支持|感谢|愤慨|震惊|怀疑|理解|赞同|同意|谴责|关注|满意|祝贺|哀悼|慰问)[，。]?/u.test(
      after,
    )
  )
    return undefined;
  if (DOCUMENT_VERBS.test(verb) && mark === null && !isDescription(words)) return undefined;
  if (/^[说称道问答喊叫骂嚷劝夸吼讲云曰叹念斥谓]$/u.test(verb) && !/^[说称]$/u.test(verb) && mark === null)
    return undefined;
  if (mark === null && !DIRECT_VERBS.test(verb)) return undefined;
  if (mark === null && /^[的了过着。，]|^(?:出来|起来|到|出|完|话|不出|不定|是)/u.test(after)) return undefined;
  return contentOf(clause, quotes, SLACK);
}

/** Who speaks: in the clause of the verb, else in an earlier one of its sentence, else whoever spoke before. */
function speakerOf(
  text: string,
  { covered, start }: Sentence,
  {
    clauseStart,
    cue,
    floor,
    known,
  }: { readonly clauseStart: number; readonly cue: Span; readonly floor: number; readonly known: Known },
): Span | undefined {
  const own = text.slice(start + clauseStart, cue.start);
  const isEmpty = !/[^，；\s]/u.test(
    own.replace(/^(?:[，；\s]|并且|并|还|又|同时|随后|另|也|再次|则|继而|进而|进一步|明确|公开)+/u, ''),
  );
  if (isEmpty && known.inherited !== undefined) return known.inherited;
  const here = isEmpty ? undefined : subjectIn(text, { start: start + clauseStart, end: cue.start }, known.names);
  if (
    here !== undefined &&
    (known.names.length === 0 || known.names.includes(text.slice(here.start, here.end)) || clauseStart === floor)
  )
    return here;
  let end = clauseStart - 1;
  let found: Span | undefined;
  for (let step = 0; step < 8 && end > floor; step++) {
    const from = Math.max(covered.slice(0, end).lastIndexOf('，') + 1, floor);
    const earlier = subjectIn(text, { start: start + from, end: start + end }, known.names);
    if (earlier !== undefined) {
      found = earlier;
      if (known.names.includes(text.slice(earlier.start, earlier.end))) return earlier;
    }
    end = from - 1;
  }
  return here ?? found ?? (known.inherited !== undefined && floor === 0 ? known.inherited : undefined);
}

/** 称其为难民 names something. */
const isNaming = (verb: string, after: string): boolean =>
  verb === '称' && /^(?:[其之他她它]们?|自己)?[为作做](?!了)/u.test(after);

/** Within 《…》 words are a title's. */
const inTitle = (before: string): boolean => before.lastIndexOf('《') > before.lastIndexOf('》');

/** Whether a word that is a verb elsewhere is none here: 发表声明, 的要求, 报道的. */
function isNoun(before: string, verb: string, after: string): boolean {
  if (
    /^(?:报道|声明|通知|公告|通报|要求|介绍|评论|分析|回应|批评|解释|统计|规定|命令|建议|请求|指控|判断|承诺|保证|警告|预测|提议|倡议|陈述|抗议|举报|申诉|回忆|调查|总结|评价|答复|质疑|议论|反映|发现|谴责|否认|承认)$/u.test(
      verb,
    )
  ) {
    if (
      /^(?:的|中|里|上|会|书|人|者|后|时|前|以来|等|和|与|及|或|、|栏目|文章|期间|部门|工作|制度|流程|材料)/u.test(
        after,
      )
    )
      return true;
    if (
      /(?:的|发表|发布|发出|提出|作出|做出|根据|按照|依据|这一|这份|这项|该项|此项|一份|该|此|有关|相关|上述|接到|收到|拒绝|受到|遭到|进行|无|多项|新)$/u.test(
        before,
      ) &&
      !/^(?:称|说|，|：)/u.test(after)
    )
      return true;
    if (/(?:发表|发布|发出|提出|作出|做出)(?:联合|书面|公开|紧急|正式|共同)?$/u.test(before) && /^[，]/u.test(after))
      return true;
  }
  return /^[的者]/u.test(after) && !/^的(?:是|都)/u.test(after);
}

/** What a verb before a quotation leads: the quotation, the one before it with it, or a clause that begins with it. */
function ledQuote(
  text: string,
  { start, end, quotes }: Sentence,
  {
    lastQuote,
    next,
    clauseStart,
  }: { readonly lastQuote: Span | undefined; readonly next: Span; readonly clauseStart: number },
): SaidContent {
  if (lastQuote !== undefined && text.slice(lastQuote.end, start + clauseStart).length < 3)
    return { content: lastQuote, type: 'direct', more: [next] };
  const closes = end - next.end <= 3 || /^[”」』"]?[。！？，]/u.test(text.slice(next.end, next.end + 4));
  const whole = trimmed(text, next.start, end);
  if (closes || whole === undefined)
    return { content: next, type: 'direct', more: quotes.filter((quote) => quote.start > next.end) };
  return { content: { start: next.start - 1, end: whole.end }, type: 'mixed', more: [] };
}

function made(
  text: string,
  content: SaidContent,
  { speaker, cue }: { readonly speaker: Span | undefined; readonly cue: Span },
): FoundAttribution {
  const anonymous = speaker !== undefined && isAnonymous(text.slice(speaker.start, speaker.end));
  return { ...content, speaker: speaker ?? null, cue, via: [], anonymous };
}

function resolved(text: string, each: FoundAttribution, speakers: SpeakersSoFar): FoundAttribution {
  const { speaker, cue } = each;
  const words = speaker === null ? '' : text.slice(speaker.start, speaker.end);
  if (speaker !== null && !PRONOUN.test(words)) return each;
  if (speaker === null && (cue === null || SOURCELESS.test(`${text.slice(cue.start, cue.end)}，`))) return each;
  if (/^[我你俺咱]/u.test(words)) return { ...each, speaker: null, anonymous: false };
  const isPerson = /^[他她]$/u.test(words);
  return ofTheNearest(
    each,
    speakers,
    (other) =>
      !isPerson || !/(?:部|局|署|报|社|网|政府|当局|警方|报告|通知|公告|条例|组织|机构|数据|媒体)$/u.test(other),
  );
}
