import { type FoundAttribution, type Sentence, type Span, sentencesWith, trimmed } from './attribution.ts';
import { BETWEEN, KINDS_OF_PEOPLE, OPENINGS, SOURCELESS, SPEECH_VERBS, UNSAID } from './data/chinese-speech.ts';

const VERB = new RegExp(`(?<![听据来小虽传所学按])(?:${SPEECH_VERBS.join('|')})(?![法明服辞书号呼作为])`, 'gu');
const PRONOUN = /^(?:他|她|他们|她们|其|该人士|该官员|对方)$/u;
const CITES = /^(.{2,24}?)(?:援引|引述|引用|转述)(.{2,24}?)(?:的话|的说法|的消息)?(?:称|说|报道称|报道|表示|指出)/u;

/** Attributions of a Chinese text in simplified characters, in the order of the text. */
export function chineseAttributions(text: string): readonly FoundAttribution[] {
  const found: FoundAttribution[] = [];
  for (const sentence of sentencesWith(text, endsAt(text))) {
    const read = inSentence(text, sentence);
    for (const each of read) found.push(resolved(text, each, found));
  }
  return found;
}

function endsAt(text: string): (covered: string, at: number) => boolean {
  return (covered, at) => {
    const mark = covered[at] ?? '';
    if (/[。！？]/u.test(mark)) return true;
    if (!/[”」』"]/u.test(mark) || !/[。！？]/u.test(text[at - 1] ?? '')) return false;
    VERB.lastIndex = 0;
    const behind = /^[^。！？“「『"]{0,24}/u.exec(covered.slice(at + 1))?.[0] ?? '';
    return !VERB.test(behind);
  };
}

function inSentence(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const { covered, start, end, quotes } = sentence;
  const sourceless = SOURCELESS.exec(covered);
  if (sourceless !== null) {
    const clause = trimmed(text, start + sourceless[0].length, end);
    const cue = { start, end: start + sourceless[0].replace(/，$/u, '').length };
    return clause === undefined ? [] : [made(text, contentOf(clause, quotes), { speaker: undefined, cue, via: [] })];
  }
  const cites = CITES.exec(covered);
  if (cites !== null) {
    const [stated, via = '', speaker = ''] = cites;
    const at = stated.indexOf(speaker, via.length);
    const clause = trimmed(text, start + stated.length, end);
    const carrier = trimmed(text, start + (OPENINGS.exec(via)?.[0].length ?? 0) + (/^据/u.test(via) ? 1 : 0), start + via.length);
    const verb = /(?:报道称|报道|表示|指出|称|说)$/u.exec(stated)?.[0] ?? '';
    if (clause !== undefined)
      return [made(text, contentOf(clause, quotes), {
        speaker: { start: start + at, end: start + at + speaker.length },
        cue: { start: start + stated.length - verb.length, end: start + stated.length },
        via: carrier === undefined ? [] : [carrier],
      })];
  }
  const according = /^(?:根据|据|按照|依据)([^，。“「]{2,30}?)(的?(?:报道称|报道|消息称|消息|透露|介绍|统计|称|说|估计|数据|报告|调查|说法)(?:显示|称|说)?)[，：:]/u.exec(covered);
  if (according !== null) {
    const lead = /^(?:根据|据|按照|依据)/u.exec(covered)?.[0].length ?? 1;
    const clause = trimmed(text, start + according[0].length, end);
    const speaker = subject(text, start + lead, start + lead + (according[1] ?? '').length);
    const cue = { start: start + lead + (according[1] ?? '').length, end: start + according[0].length - 1 };
    return clause === undefined ? [] : [made(text, contentOf(clause, quotes), { speaker, cue, via: [] })];
  }
  return byVerbs(text, sentence);
}

function byVerbs(text: string, { covered, start, end, quotes }: Sentence): readonly FoundAttribution[] {
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
    const clauseStart = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；'), lastQuote === undefined ? -1 : lastQuote.end - start) + 1;
    const speaker = subject(text, start + clauseStart, cue.start) ?? (clauseStart > 0 && lastQuote === undefined ? subject(text, start + Math.max(0, before.slice(0, clauseStart - 1).lastIndexOf('，') + 1), start + clauseStart - 1) : undefined);
    // …“…”，某某说。
    if (lastQuote !== undefined && /^[”」』"]?[，,]?$/u.test(text.slice(lastQuote.end, start + clauseStart).trim()) && (next === undefined || !/^[：:，,]?\s*[“「『"]$/u.test(text.slice(cue.end, next.start)))) {
      if (!/^[。！？]?["”」』]?$|^[，,：:]/u.test(after)) continue;
      found.push(made(text, { content: lastQuote, type: 'direct', more: [] }, { speaker, cue, via: [] }));
      taken = verb.index + verb[0].length;
      continue;
    }
    // 某某说：“…”
    if (next !== undefined && /^(?:记者|本报|本台)?[：:，,]?\s*[“「『"]$/u.test(text.slice(cue.end, next.start))) {
      const closes = end - next.end <= 3 || /^[”」』"]?[。！？，]/u.test(text.slice(next.end));
      const isInner = lastQuote !== undefined && text.slice(lastQuote.end, start + clauseStart).length < 3;
      const whole = trimmed(text, next.start, end);
      if (isInner && lastQuote !== undefined) found.push(made(text, { content: lastQuote, type: 'direct', more: [next] }, { speaker, cue, via: [] }));
      else if (closes || whole === undefined)
        found.push(made(text, { content: next, type: 'direct', more: quotes.filter((quote) => quote.start > next.end) }, { speaker, cue, via: [] }));
      else found.push(made(text, { content: { start: next.start - 1, end: whole.end }, type: 'mixed', more: [] }, { speaker, cue, via: [] }));
      taken = covered.length;
      continue;
    }
    // 某某表示，……
    const clause = trimmed(text, cue.end, end);
    if (clause === undefined || clause.end - clause.start < 4) continue;
    const isSpeech = /^[，：:,]/u.test(after) || (speaker !== undefined && /^(?:称|说|表示|认为|指出|强调|透露|警告|否认|承认|证实|声称|宣称|宣布|预计|估计|相信|坚称|重申|坦言|.{2,}[说称道])$/u.test(verb[0]));
    if (!isSpeech || speaker === undefined) continue;
    found.push(made(text, contentOf(clause, quotes), { speaker, cue, via: [] }));
    taken = covered.length;
  }
  return found;
}

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

function contentOf(clause: Span, quotes: readonly Span[]): Pick<FoundAttribution, 'content' | 'type' | 'more'> {
  const inside = quotes.filter((quote) => quote.start >= clause.start && quote.end <= clause.end + 1);
  const [only] = inside;
  if (only !== undefined && only.start - clause.start <= 1 && clause.end - only.end <= 1) return { content: only, type: 'direct', more: [] };
  return { content: clause, type: inside.length > 0 ? 'mixed' : 'indirect', more: [] };
}

function made(
  text: string,
  content: Pick<FoundAttribution, 'content' | 'type' | 'more'>,
  { speaker, cue, via }: { readonly speaker: Span | undefined; readonly cue: Span; readonly via: readonly Span[] },
): FoundAttribution {
  const anonymous = speaker !== undefined && KINDS_OF_PEOPLE.test(text.slice(speaker.start, speaker.end));
  return { ...content, speaker: speaker ?? null, cue, via, anonymous };
}

function resolved(text: string, each: FoundAttribution, before: readonly FoundAttribution[]): FoundAttribution {
  const { speaker } = each;
  if (speaker !== null && !PRONOUN.test(text.slice(speaker.start, speaker.end))) return each;
  if (speaker === null && each.cue !== null && SOURCELESS.test(`${text.slice(each.cue.start, each.cue.end)}，`)) return each;
  const speakers = new Map(before.flatMap((one) => (one.speaker === null ? [] : [[text.slice(one.speaker.start, one.speaker.end), one] as const])));
  const [only] = [...speakers.values()];
  if (only?.speaker && speakers.size === 1) return { ...each, speaker: only.speaker, anonymous: only.anonymous };
  return { ...each, speaker: null };
}
