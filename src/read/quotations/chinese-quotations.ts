import {
  attributionsBy,
  contentOf,
  type FoundAttribution,
  ofTheNearest,
  type SaidContent,
  type SpeakersSoFar,
} from './attribution.ts';
import { BETWEEN, KINDS_OF_PEOPLE, OPENINGS, SOURCELESS, SPEECH_VERBS, UNSAID } from './data/chinese-speech.ts';
import { type Sentence, type Span, trimmed } from './sentences.ts';

const VERB = new RegExp(`(?<![听据来小虽传所学按])(?:${SPEECH_VERBS.join('|')})(?![法明服辞书号呼作为])`, 'gu');
/** The mark behind a quotation. */
const SLACK = 1;
const PRONOUN = /^(?:他|她|他们|她们|其|对方)$/u;
const CITES = /^(.{2,24}?)(?:援引|引述|引用|转述)(.{2,24}?)(?:的话|的说法|的消息)?(?:称|说|报道称|报道|表示|指出)/u;

/** Attributions of a Chinese text in simplified characters, in the order of the text. */
export function chineseAttributions(text: string): readonly FoundAttribution[] {
  return attributionsBy(text, {
    endsAt,
    inSentence,
    resolved,
    mentionedIn: () => [],
    isPronoun: (words) => PRONOUN.test(words),
    least: 8,
  });
}

function endsAt(covered: string, text: string, at: number): boolean {
  const mark = covered[at] ?? '';
  if (/[。！？]/u.test(mark)) return true;
  if (!/[”」』"]/u.test(mark) || !/[。！？]/u.test(text[at - 1] ?? '')) return false;
  VERB.lastIndex = 0;
  const behind = /^[^。！？“「『"]{0,24}/u.exec(covered.slice(at + 1, at + 26))?.[0] ?? '';
  return !VERB.test(behind);
}

function inSentence(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const { covered, start, end, quotes } = sentence;
  const sourceless = SOURCELESS.exec(covered);
  if (sourceless !== null) {
    const clause = trimmed(text, start + sourceless[0].length, end);
    const cue = { start, end: start + sourceless[0].replace(/，$/u, '').length };
    return clause === undefined
      ? []
      : [made(text, contentOf(clause, quotes, SLACK), { speaker: undefined, cue, via: [] })];
  }
  const cites = CITES.exec(covered);
  if (cites !== null) {
    const [stated, via = '', speaker = ''] = cites;
    const at = stated.indexOf(speaker, via.length);
    const clause = trimmed(text, start + stated.length, end);
    const carrier = trimmed(
      text,
      start + (OPENINGS.exec(via)?.[0].length ?? 0) + (/^据/u.test(via) ? 1 : 0),
      start + via.length,
    );
    const verb = /(?:报道称|报道|表示|指出|称|说)$/u.exec(stated)?.[0] ?? '';
    if (clause !== undefined)
      return [
        made(text, contentOf(clause, quotes, SLACK), {
          speaker: { start: start + at, end: start + at + speaker.length },
          cue: { start: start + stated.length - verb.length, end: start + stated.length },
          via: carrier === undefined ? [] : [carrier],
        }),
      ];
  }
  const according =
    /^(?:根据|据|按照|依据)([^，。“「]{2,30}?)(的?(?:报道称|报道|消息称|消息|透露|介绍|统计|称|说|估计|数据|报告|调查|说法)(?:显示|称|说)?)[，：:]/u.exec(
      covered,
    );
  if (according !== null) {
    const lead = /^(?:根据|据|按照|依据)/u.exec(covered)?.[0].length ?? 1;
    const clause = trimmed(text, start + according[0].length, end);
    const speaker = subject(text, start + lead, start + lead + (according[1] ?? '').length);
    const cue = { start: start + lead + (according[1] ?? '').length, end: start + according[0].length - 1 };
    return clause === undefined ? [] : [made(text, contentOf(clause, quotes, SLACK), { speaker, cue, via: [] })];
  }
  return byVerbs(text, sentence);
}

function byVerbs(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const { covered, start, end, quotes } = sentence;
  const found: FoundAttribution[] = [];
  let taken = 0;
  VERB.lastIndex = 0;
  for (let verb = VERB.exec(covered); verb !== null; verb = VERB.exec(covered)) {
    if (verb.index < taken) continue;
    const before = covered.slice(0, verb.index);
    const after = covered.slice(verb.index + verb[0].length);
    const cue = { start: start + verb.index, end: start + verb.index + verb[0].length };
    if (UNSAID.test(before.slice(-12))) {
      taken = covered.length;
      continue;
    }
    const lastQuote = quotes.filter((quote) => quote.end < cue.start).at(-1);
    const next = quotes.find((quote) => quote.start > cue.end);
    const clauseStart =
      Math.max(
        before.lastIndexOf('，'),
        before.lastIndexOf('；'),
        lastQuote === undefined ? -1 : lastQuote.end - start,
      ) + 1;
    const speaker =
      subject(text, start + clauseStart, cue.start) ??
      (clauseStart > 0 && lastQuote === undefined
        ? subject(
            text,
            start + Math.max(0, before.slice(0, clauseStart - 1).lastIndexOf('，') + 1),
            start + clauseStart - 1,
          )
        : undefined);
    // …“…”，某某说。
    if (
      lastQuote !== undefined &&
      /^[”」』"]?[，,]?$/u.test(text.slice(lastQuote.end, start + clauseStart).trim()) &&
      (next === undefined || !/^[：:，,]?\s*[“「『"]$/u.test(text.slice(cue.end, next.start)))
    ) {
      if (!/^[。！？]?["”」』]?$|^[，,：:]/u.test(after)) continue;
      found.push(made(text, { content: lastQuote, type: 'direct', more: [] }, { speaker, cue, via: [] }));
      taken = verb.index + verb[0].length;
      continue;
    }
    // 某某说：“…”
    if (next !== undefined && /^(?:记者|本报|本台)?[：:，,]?\s*[“「『"]$/u.test(text.slice(cue.end, next.start))) {
      found.push(made(text, ledQuote(text, sentence, { lastQuote, next, clauseStart }), { speaker, cue, via: [] }));
      taken = covered.length;
      continue;
    }
    // 某某表示，……
    const other = otherSpeaker(covered, verb.index + verb[0].length);
    const clause = trimmed(text, cue.end, other === undefined ? end : start + other);
    if (clause === undefined || clause.end - clause.start < 4) continue;
    const isSpeech =
      /^[，：:,]/u.test(after) ||
      (speaker !== undefined &&
        /^(?:称|说|表示|认为|指出|强调|透露|警告|否认|承认|证实|声称|宣称|宣布|预计|估计|相信|坚称|重申|坦言|规定|要求|写明|载明|敦促|呼吁|提醒|辩称|批评|质疑|担心|推测|估算|介绍|披露|回应|解释|补充|承认|主张|.{2,}[说称道])$/u.test(
          verb[0],
        ));
    if (!isSpeech || speaker === undefined) continue;
    found.push(made(text, contentOf(clause, quotes, SLACK), { speaker, cue, via: [] }));
    taken = other ?? covered.length;
    if (other !== undefined) VERB.lastIndex = other;
  }
  return found;
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
  const closes = end - next.end <= 3 || /^[”」』"]?[。！？，]/u.test(text.slice(next.end));
  const whole = trimmed(text, next.start, end);
  if (closes || whole === undefined)
    return { content: next, type: 'direct', more: quotes.filter((quote) => quote.start > next.end) };
  return { content: { start: next.start - 1, end: whole.end }, type: 'mixed', more: [] };
}

/** Where a clause of another speaker begins: …，而外交部则表示…. */
function otherSpeaker(covered: string, from: number): number | undefined {
  const rest = covered.slice(from);
  for (const comma of rest.matchAll(/[，；]/gu)) {
    const behind = rest.slice(comma.index + 1, comma.index + 32);
    const found = OTHER.exec(behind);
    if (found !== null && comma.index > 3) return from + comma.index;
  }
  return undefined;
}

const OTHER = new RegExp(
  `^(?:而|但|不过|另一方面，?)?[^，。；“「]{2,18}?(?:则|却|也|随后|回应)?(?:${SPEECH_VERBS.filter((verb) => verb.length > 1).join('|')}|称|说)(?:，|：|“|「|$|[^，。法明服])`,
  'u',
);

/** Who speaks, out of the words before a verb: without when, where and to whom. */
function subject(text: string, start: number, end: number): Span | undefined {
  let words = text.slice(start, end);
  const lead = OPENINGS.exec(words)?.[0].length ?? 0;
  words = words.slice(lead);
  for (let step = 0; step < 6; step++) {
    const tail = BETWEEN.exec(words);
    if (tail === null) break;
    words = words.slice(0, tail.index);
  }
  const span = trimmed(text, start + lead, start + lead + words.length, /[\s，,、：:；;。“”"「」]/u);
  return span !== undefined && span.end - span.start <= 40 ? span : undefined;
}

function made(
  text: string,
  content: SaidContent,
  { speaker, cue, via }: { readonly speaker: Span | undefined; readonly cue: Span; readonly via: readonly Span[] },
): FoundAttribution {
  const anonymous = speaker !== undefined && KINDS_OF_PEOPLE.test(text.slice(speaker.start, speaker.end));
  return { ...content, speaker: speaker ?? null, cue, via, anonymous };
}

function resolved(text: string, each: FoundAttribution, speakers: SpeakersSoFar): FoundAttribution {
  const { speaker } = each;
  if (speaker !== null && !PRONOUN.test(text.slice(speaker.start, speaker.end))) return each;
  if (speaker === null && each.cue !== null && SOURCELESS.test(`${text.slice(each.cue.start, each.cue.end)}，`))
    return each;
  return ofTheNearest(each, speakers);
}
