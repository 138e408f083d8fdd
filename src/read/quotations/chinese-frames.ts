import { sought } from '../sought.ts';
import { contentOf, type FoundAttribution, type SaidContent } from './attribution.ts';
import { isAnonymous, isDescription, subjectIn } from './chinese-speakers.ts';
import { OPENINGS, SOURCELESS, SOURCELESS_LATER } from './data/chinese-speech.ts';
import { type Sentence, type Span, trimmed } from './sentences.ts';

/** The marks behind a quotation. */
const SLACK = 1;
const CITES =
  /^(.{2,30}?)(?:\d{1,2}日)?(?:援引|引述|引用|转述|转引)(.{2,30}?)(?:的话|的说法|的消息|的报道|的分析)?(?:报道称|报道说|报道|消息称|称|说|表示|指出)[，：:]?/u;
const ACCORDING =
  /^(?:(?:但|而|不过|另|此外|另外|同时|其中)[，]?|[^，。“「]{1,14}[日天]，)?(?:根据|据|按照|依据|按)([^，。“「]{2,44}?)(的?(?:报道称|报道|消息称|消息|透露|介绍|称|说|估计|说法|讲述|忆述|转述|复述|陈述|指称|爆料|告知|回忆|描述|披露|证实|分析|预测|推测|反映|供述|统计)(?:显示|称|说|表示)?|显示)?[，：:]/u;
/** What speaks by itself in 据…, : a report, figures, a survey. */
const DOCUMENT = sought(
  /(?:报告|数据|统计|调查|研究|文件|规定|条例|法律|通知|公告|声明|资料|记录|民调|消息|报道|公报|协议|公约|办法|通报|结果|决议|名单|档案|证词|图像|判决书|白皮书|文章|信息)$/u,
);
const IN_WORDS =
  /^(?:用|以|按照?|照|依照?)([^，。“「]{2,24}?)(的话(?:来)?说|的说法|的话来讲|的话讲)[，：:]?|^在([^，。“「]{1,24}?)(看来|眼里|眼中)，/u;
/** 在沈若川看来: a name that nothing describes; not 在目前看来. */
const NAME_ALONE = /^(?!(?:目前|现在|今天|如今|表面|总体|长远|一般|很多|外界|许多)$)[一-龥·]{2,4}$|^[他她]们?$/u;

/** 据悉，…; …，据说…: nobody in particular says so. */
export function readSourceless(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const lead = /^[，；\s]*(?:但是?|而|不过|另|此外，?|另外，?|同时，?|目前，?)?/u.exec(covered)?.[0].length ?? 0;
  const sourceless = SOURCELESS.exec(covered.slice(lead));
  if (sourceless !== null) {
    const clause = trimmed(text, start + lead + sourceless[0].length, end);
    const cue = { start: start + lead, end: start + lead + sourceless[0].replace(/，$/u, '').length };
    return clause && made(text, contentOf(clause, quotes, SLACK), { speaker: undefined, cue });
  }
  const later = SOURCELESS_LATER.exec(covered);
  const clause = later === null ? undefined : trimmed(text, start + later.index + later[0].length, end);
  if (later === null || clause === undefined || clause.end - clause.start < 4) return undefined;
  const cue = { start: start + later.index + 1, end: start + later.index + later[0].replace(/，$/u, '').length };
  return made(text, contentOf(clause, quotes, SLACK), { speaker: undefined, cue });
}

/** 某报援引某人的话报道称，…: who is cited speaks, through the other. */
export function readCites(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const cites = CITES.exec(covered);
  if (cites === null) return undefined;
  const [stated, via = '', speaker = ''] = cites;
  const at = stated.indexOf(speaker, via.length);
  const clause = trimmed(text, start + stated.length, end);
  const lead = /^[，；]?(?:据|根据)?/u.exec(via)?.[0].length ?? 0;
  const carrier = subjectIn(text, {
    start: start + lead + (OPENINGS.exec(via.slice(lead))?.[0].length ?? 0),
    end: start + via.length,
  });
  const cited = /援引|引述|引用|转述|转引/u.exec(stated.slice(via.length));
  const cueAt = start + via.length + (cited?.index ?? 0);
  if (clause === undefined) return undefined;
  const read = made(text, contentOf(clause, quotes, SLACK), {
    speaker: { start: start + at, end: start + at + speaker.length },
    cue: { start: cueAt, end: cueAt + 2 },
  });
  return { ...read, via: carrier === undefined ? [] : [carrier] };
}

/** 据某某介绍，…; 根据某报告，…; 用某某的话说，…. */
export function readAccording(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const lead = /^[，；\s]*/u.exec(covered)?.[0].length ?? 0;
  const words = covered.slice(lead);
  const inWords = IN_WORDS.exec(words);
  if (inWords !== null) {
    const name = inWords[1] ?? inWords[3] ?? '';
    const cue = inWords[2] ?? inWords[4] ?? '';
    const at = start + lead + inWords[0].indexOf(name, 1);
    const clause = trimmed(text, start + lead + inWords[0].length, end);
    if (clause !== undefined && (isDescription(name) || (inWords[3] !== undefined && NAME_ALONE.test(name))))
      return made(text, contentOf(clause, quotes, SLACK), {
        speaker: { start: at, end: at + name.length },
        cue: { start: at + name.length, end: at + name.length + cue.length },
      });
  }
  const according = ACCORDING.exec(words);
  if (according === null) return undefined;
  const [stated, name = '', verb = ''] = according;
  const from = stated.length - 1 - verb.length - name.length;
  if (verb === '' && !DOCUMENT.test(name)) return undefined;
  if (/^(?:规定|法律|有关规定|相关规定|相关法律|计划|安排|惯例|要求)$/u.test(name) && verb === '') return undefined;
  const speaker = trimmed(text, start + lead + from, start + lead + from + name.length);
  const own = speaker && (DOCUMENT.test(name) ? speaker : (subjectIn(text, speaker) ?? speaker));
  const cueEnd = start + lead + stated.length - 1;
  const at = stated.search(/根据|据|按照|依据|按/u);
  const cue =
    verb === '' ? { start: start + lead + at, end: start + lead + from } : { start: cueEnd - verb.length, end: cueEnd };
  const clause = trimmed(text, start + lead + stated.length, end);
  return clause && made(text, contentOf(clause, quotes, SLACK), { speaker: own, cue });
}

/** 某某：“…”, headlines 某某：…, and “…”——某某. */
export function readAlone(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const [quote, ...others] = quotes;
  const colon = /^([^：:\ufffc。]{2,60})[：:]\s*(?:["“「『](?=\ufffc))?/u.exec(covered);
  const words = colon?.[1] ?? '';
  if (colon !== null && quote !== undefined && quote.start - start - colon[0].length < 1) {
    if (/(?:口号|标语|主题|题为|名为|标题|名称|叫做|一词|原则|方针|目标|运动|行动|活动|节目|歌曲|电影)$/u.test(words))
      return undefined;
    const clause = /^[^，]*/u.exec(words)?.[0] ?? words;
    const speaker = subjectIn(text, { start, end: start + clause.length });
    if (speaker === undefined) return undefined;
    return made(text, { content: quote, type: 'direct', more: others }, { speaker, cue: undefined });
  }
  const dash =
    quote === undefined ? null : /^[”」』"]\s*[—–]{1,2}\s*(.{2,40})$/u.exec(covered.slice(quote.end - start));
  if (dash !== null && quote !== undefined && quote.start - start < 2) {
    const speaker = trimmed(text, end - (dash[1] ?? '').length, end);
    return made(text, { content: quote, type: 'direct', more: [] }, { speaker, cue: undefined });
  }
  if (
    colon === null ||
    /[。；]$/u.test(covered.trimEnd()) ||
    covered.length > 70 ||
    !isDescription(words) ||
    /[，、]/u.test(words)
  )
    return undefined;
  const clause = trimmed(text, start + colon[0].length, end);
  if (clause === undefined || clause.end - clause.start < 5) return undefined;
  return made(text, contentOf(clause, quotes, SLACK), {
    speaker: { start, end: start + words.length },
    cue: undefined,
  });
}

function made(
  text: string,
  content: SaidContent,
  { speaker, cue }: { readonly speaker: Span | undefined; readonly cue: Span | undefined },
): FoundAttribution {
  const anonymous = speaker !== undefined && isAnonymous(text.slice(speaker.start, speaker.end));
  return { ...content, speaker: speaker ?? null, cue: cue ?? null, via: [], anonymous };
}
