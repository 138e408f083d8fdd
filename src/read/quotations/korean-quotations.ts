import { type FoundAttribution, type Sentence, type Span, sentencesWith, trimmed } from './attribution.ts';
import { KINDS_OF_PEOPLE, SOURCELESS, SPEECH_STEMS, UNSAID, VERB_ENDINGS } from './data/korean-speech.ts';

const VERB = `(?:${SPEECH_STEMS.join('|')})${VERB_ENDINGS}[가-힣]*`;
/** After a quotation: 라고 말했다, 며 …; after a clause: 다고 밝혔다. */
const AFTER_QUOTE = new RegExp(`^[”"」』’]\\s?((?:이)?(?:라고|라며|라면서|고|며|면서|는|란|라는|라고도)[가-힣]*)(?:\\s([^”"“「]{0,60}?))?(?:\\s?(${VERB}))`, 'u');
const REPORTED = new RegExp(`(다|라|자|냐|까|요)(고|며|면서)(?:도)?\\s([^“”"]{0,40}?)(${VERB})`, 'gu');
const SUBJECT = /^((?:[^\s“”",]+\s){0,8}?[^\s“”",]+?)(?:은|는|이|가|께서는|께서|측은|도)(?=[\s,])/u;
const PRONOUN = /^(?:그|그녀|그들|이|이들|그분|본인)$/u;
const OPENING = /^(?:그러나|하지만|한편|또|또한|이어|그리고|이에|이에 대해|앞서|당시|그러면서|다만|그런데|특히|아울러|반면),?\s/u;

/** Attributions of a Korean text, in the order of the text. */
export function koreanAttributions(text: string): readonly FoundAttribution[] {
  const found: FoundAttribution[] = [];
  for (const sentence of sentencesWith(text, (covered, at) => endsAt(covered, at))) {
    for (const each of inSentence(text, sentence)) found.push(resolved(text, each, found));
  }
  return found;
}

function endsAt(covered: string, at: number): boolean {
  return /[.!?]/.test(covered[at] ?? '') && /^[”"’」』)]?(?:\s|$)/u.test(covered.slice(at + 1, at + 3)) && /[가-힣”"’)\ufffc]/u.test(covered[at - 1] ?? '');
}

function inSentence(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const { covered, start, end, quotes } = sentence;
  const according = /([^,“”"]{2,60}?)(?:에 따르면|에 의하면)/u.exec(covered);
  if (according !== null && according.index < 3) {
    const from = start + according.index + according[0].length;
    const clause = trimmed(text, from, end);
    const begins = start + according.index + (OPENING.exec(according[1] ?? '')?.[0].length ?? 0);
    const speaker = trimmed(text, begins, start + according.index + (according[1] ?? '').length);
    const cue = { start: start + according.index + (according[1] ?? '').length, end: from };
    if (clause !== undefined) return [made(text, contentOf(clause, quotes), { speaker, cue })];
  }
  const quoted = byQuotes(text, sentence);
  if (quoted.length > 0) return quoted;
  if (UNSAID.test(covered.slice(-24))) return [];
  const sourceless = SOURCELESS.exec(covered);
  if (sourceless !== null) {
    const clause = trimmed(text, start, start + sourceless.index);
    const verb = /[가-힣]+$/u.exec(covered.slice(0, sourceless.index + sourceless[0].length + 1).trim());
    const cue = { start: start + sourceless.index, end: Math.min(end, start + sourceless.index + sourceless[0].length + (verb === null ? 0 : 1)) };
    return clause === undefined ? [] : [made(text, contentOf(clause, quotes), { speaker: undefined, cue })];
  }
  return byReports(text, sentence);
}

function byQuotes(text: string, { covered, start, end, quotes }: Sentence): readonly FoundAttribution[] {
  const found: FoundAttribution[] = [];
  let pending: Span[] = [];
  for (const quote of quotes) {
    const behind = covered.slice(quote.end - start, Math.min(end - start, quote.end - start + 140));
    const joins = /^[”"」』’]\s?(?:이)?(?:라며|며|라면서|면서|고)\s/u.test(behind) && !AFTER_QUOTE.test(behind);
    const verb = AFTER_QUOTE.exec(behind);
    if (verb === null && !joins) continue;
    if (verb !== null && UNSAID.test(behind.slice(0, verb[0].length + 12))) continue;
    if (verb === null) {
      pending.push(quote);
      continue;
    }
    const [content = quote, ...rest] = [...pending, quote];
    pending = [];
    const between = verb[2] ?? '';
    const beforeSubject = subjectOf(text, start, start + Math.max(0, content.start - 1 - start));
    const inside = between === '' ? undefined : subjectOf(text, quote.end + verb[0].indexOf(between), quote.end + verb[0].indexOf(between) + between.length + 1);
    const cueStart = quote.end + 1 + (behind[1] === ' ' ? 1 : 0);
    const cue = between === '' ? { start: cueStart, end: quote.end + verb[0].length } : { start: quote.end + verb[0].length - (verb[3] ?? '').length, end: quote.end + verb[0].length };
    found.push(made(text, { content, type: 'direct', more: rest }, { speaker: inside ?? beforeSubject, cue }));
  }
  const [content, ...more] = pending;
  if (content !== undefined && found.length === 0) {
    const speaker = subjectOf(text, start, Math.max(start, content.start - 1));
    found.push(made(text, { content, type: 'direct', more }, { speaker, cue: undefined }));
  }
  return found;
}

/** A는 …다고 밝혔다. */
function byReports(text: string, { covered, start, quotes }: Sentence): readonly FoundAttribution[] {
  const found: FoundAttribution[] = [];
  REPORTED.lastIndex = 0;
  let from = 0;
  for (let report = REPORTED.exec(covered); report !== null; report = REPORTED.exec(covered)) {
    const clauseEnd = report.index + (report[1] ?? '').length;
    const speaker = subjectOf(text, start + from, start + clauseEnd) ?? found.at(-1)?.speaker ?? undefined;
    const begins = speaker === undefined || speaker.end < start + from ? start + from : afterParticle(text, speaker.end);
    const clause = trimmed(text, begins, start + clauseEnd);
    const verb = report[4] ?? '';
    const cueStart = (report[3] ?? '') === '' ? start + clauseEnd : start + report.index + report[0].length - verb.length;
    if (clause !== undefined && clause.end - clause.start > 5)
      found.push(made(text, contentOf(clause, quotes), { speaker, cue: { start: cueStart, end: start + report.index + report[0].length } }));
    from = report.index + report[0].length;
  }
  return found;
}

function afterParticle(text: string, at: number): number {
  return at + (/^(?:은|는|이|가|께서는|께서|도)[\s,]*/u.exec(text.slice(at, at + 8))?.[0].length ?? 0);
}

/** The first description with a particle of the subject or topic. */
function subjectOf(text: string, start: number, end: number): Span | undefined {
  let from = start;
  for (let step = 0; step < 3; step++) {
    const opening = OPENING.exec(text.slice(from, end));
    if (opening !== null) from += opening[0].length;
    else {
      const adverbial = /^[^,“”"]{1,40}(?:에서|에|때|후|뒤|중),\s/u.exec(text.slice(from, end));
      if (adverbial === null) break;
      from += adverbial[0].length;
    }
  }
  const found = SUBJECT.exec(`${text.slice(from, end)} `);
  const words = found?.[1];
  if (words === undefined) return undefined;
  const day = /^(?:\d{1,2}일|지난 \d{1,2}일|오늘|어제|이날)\s/u.exec(words)?.[0].length ?? 0;
  return trimmed(text, from + day, from + words.length);
}

function contentOf(clause: Span, quotes: readonly Span[]): Pick<FoundAttribution, 'content' | 'type' | 'more'> {
  const inside = quotes.filter((quote) => quote.start >= clause.start && quote.end <= clause.end + 1);
  return { content: clause, type: inside.length > 0 ? 'mixed' : 'indirect', more: [] };
}

function made(
  text: string,
  content: Pick<FoundAttribution, 'content' | 'type' | 'more'>,
  { speaker, cue }: { readonly speaker: Span | undefined; readonly cue: Span | undefined },
): FoundAttribution {
  const anonymous = speaker !== undefined && KINDS_OF_PEOPLE.test(text.slice(speaker.start, speaker.end));
  return { ...content, speaker: speaker ?? null, cue: cue ?? null, via: [], anonymous };
}

function resolved(text: string, each: FoundAttribution, before: readonly FoundAttribution[]): FoundAttribution {
  const { speaker } = each;
  if (speaker !== null && !PRONOUN.test(text.slice(speaker.start, speaker.end))) return each;
  if (speaker === null && each.cue !== null && SOURCELESS.test(text.slice(Math.max(0, each.cue.start - 4), each.cue.end))) return each;
  const speakers = new Map(before.flatMap((one) => (one.speaker === null ? [] : [[text.slice(one.speaker.start, one.speaker.end), one] as const])));
  const [only] = [...speakers.values()];
  if (only?.speaker && speakers.size === 1) return { ...each, speaker: only.speaker, anonymous: only.anonymous };
  return { ...each, speaker: null };
}
