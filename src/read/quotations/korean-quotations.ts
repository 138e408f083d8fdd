import {
  type FoundAttribution,
  inSentenceWith,
  ofTheNearest,
  type SaidContent,
  SpeakersSoFar,
  type SpeechRules,
  turnsOf,
  unledQuote,
} from './attribution.ts';
import { KINDS_OF_PEOPLE, SOURCELESS, SPEECH_STEMS, UNSAID, VERB_ENDINGS } from './data/korean-speech.ts';
import { type Sentence, type Span, sentencesWith, trimmed } from './sentences.ts';

const VERB = `(?:${SPEECH_STEMS.join('|')})${VERB_ENDINGS}[가-힣]*`;
/** After a quotation: 라고 말했다, 며 …; after a clause: 다고 밝혔다. */
const AFTER_QUOTE = new RegExp(
  `^[”"」』’]\\s?((?:이)?(?:라고|라며|라면서|고|며|면서|는|란|라는|라고도)[가-힣]*)(?:\\s([^”"“「]{0,60}?))?(?:\\s?(${VERB}|(?:입장|주장|설명|지적|반응|말|얘기|이야기|평가|의견|분석|전망|경고)(?:이다|이었다|을|도)?[가-힣 ]{0,8}))`,
  'u',
);
const REPORTED = new RegExp(`(다|라|자|냐|까|요)(고|며|면서)(?:도)?\\s([^“”"]{0,40}?)(${VERB})`, 'gu');
const THUS = new RegExp(`(?:(?:이렇게|다음과 같이|이같이)\\s|(?:은|는|이|가)\\s)(${VERB})[.:]?$`, 'u');
/** 송환을 중단할 것을 촉구했다; 송환하겠다는 입장이다. */
const DEMAND = new RegExp(
  `(?:것을|도록|라며|자고|길|기를|을|를)\\s((?:촉구|요구|호소|주문|당부|제안|권고|지시|명령|비판|우려|부인|인정|시인)${VERB_ENDINGS}[가-힣]*)|(는|다는|라는)\\s((?:입장|방침|주장|설명|지적|분석|전망|평가|반응|계획|얘기|이야기|의견)(?:이다|이었다|였다|을 밝혔다|을 내놨다|을 보였다|을 내놓았다|을 전했다|했다))`,
  'u',
);
const SUBJECT = /^((?:[^\s“”",]+\s){0,8}?[^\s“”",]+?)(?:은|는|이|가|께서는|께서|측은|도)(?=[\s,])/u;
const PRONOUN = /^(?:그|그녀|그들|이|이들|그분|본인)$/u;
const OPENING =
  /^(?:그러나|하지만|한편|또|또한|이어|그리고|이에|이에 대해|앞서|당시|그러면서|다만|그런데|특히|아울러|반면),?\s/u;

const RULES: SpeechRules = {
  endsAt,
  inSentence,
  resolved,
  mentionedIn: () => [],
  isPronoun: (words) => PRONOUN.test(words),
  least: 8,
};

/** Attributions of a Korean text, in the order of the text. */
export function koreanAttributions(text: string): readonly FoundAttribution[] {
  const turns = turnsOf(text);
  if (turns.length > 0) return turns;
  const found: FoundAttribution[] = [];
  const speakers = new SpeakersSoFar(text);
  const take = (each: FoundAttribution): void => {
    found.push(each);
    speakers.add(each);
  };
  // "…는 이렇게 말했다." speaks of the quotations beside it.
  let announced: { readonly speaker: Span | undefined; readonly cue: Span } | undefined;
  for (const sentence of sentencesWith(text, (covered, at) => endsAt(covered, text, at))) {
    const isShort = sentence.quotes.length === 0 && sentence.end - sentence.start < 40;
    const thus = isShort ? THUS.exec(sentence.covered) : undefined;
    if (thus !== undefined && thus !== null) {
      const speaker = subjectOf(text, sentence.start, sentence.start + thus.index + 1);
      const verb = thus[1] ?? '';
      const at = sentence.start + thus.index + thus[0].lastIndexOf(verb);
      announced = { speaker, cue: { start: at, end: at + verb.length } };
      const last = found.at(-1);
      if (last?.cue === null && speaker !== undefined)
        found[found.length - 1] = { ...last, speaker, cue: announced.cue };
      continue;
    }
    const read = inSentenceWith(text, sentence, { rules: RULES, speakers });
    found.push(...read);
    const unled = read.length > 0 ? undefined : unledQuote(text, sentence, { least: RULES.least, before: found });
    const interrupted = found.at(-1);
    if (unled !== undefined && announced !== undefined && interrupted?.cue === announced.cue)
      found[found.length - 1] = { ...interrupted, more: [...interrupted.more, unled.content] };
    else if (unled !== undefined) take(announced === undefined ? unled : made(text, unled, announced));
    announced = undefined;
  }
  return found;
}

function endsAt(covered: string, text: string, at: number): boolean {
  const mark = covered[at] ?? '';
  if (/[”"」』]/.test(mark))
    return /[.?!]/.test(text[at - 1] ?? '') && /^\s+[^\s]/u.test(covered.slice(at + 1, at + 4));
  return (
    /[.!?]/.test(mark) &&
    /^[”"’」』)]?(?:\s|$)/u.test(covered.slice(at + 1, at + 3)) &&
    /[가-힣”"’)\ufffc]/u.test(covered[at - 1] ?? '')
  );
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
    const cue = {
      start: start + sourceless.index,
      end: Math.min(end, start + sourceless.index + sourceless[0].length + (verb === null ? 0 : 1)),
    };
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
    const goesOn = quotes.some(
      (other) => other.start > quote.end && AFTER_QUOTE.test(covered.slice(other.end - start, other.end - start + 140)),
    );
    if (verb === null && !joins && !goesOn) continue;
    if (verb !== null && UNSAID.test(behind.slice(0, verb[0].length + 12))) continue;
    if (verb === null) {
      pending.push(quote);
      continue;
    }
    const [content = quote, ...rest] = [...pending, quote];
    pending = [];
    const between = verb[2] ?? '';
    const beforeSubject = subjectOf(text, start, start + Math.max(0, content.start - 1 - start));
    const previous = quotes[quotes.indexOf(quote) - 1];
    const joint = previous === undefined ? undefined : afterJoint(text, previous.end, quote.start - 1);
    const adnominal = /(?:한|힌|인|붙인|던|은)$/u.test(verb[3] ?? '')
      ? subjectOf(text, quote.end + verb[0].length, end)
      : undefined;
    const inside =
      between === ''
        ? undefined
        : subjectOf(
            text,
            quote.end + verb[0].indexOf(between),
            quote.end + verb[0].indexOf(between) + between.length + 1,
          );
    const cueStart = quote.end + 1 + (behind[1] === ' ' ? 1 : 0);
    const cue =
      between === ''
        ? { start: cueStart, end: quote.end + verb[0].length }
        : { start: quote.end + verb[0].length - (verb[3] ?? '').length, end: quote.end + verb[0].length };
    const speaker = inside ?? beforeSubject ?? joint ?? adnominal;
    const lead =
      beforeSubject === undefined || rest.length > 0
        ? undefined
        : trimmed(text, afterParticle(text, beforeSubject.end), content.start - 1);
    const isMixed =
      lead !== undefined && speaker === beforeSubject && /[이가을를은는도]$/u.test(text.slice(lead.start, lead.end));
    const said = isMixed
      ? ({ content: { start: lead.start, end: content.end + 1 }, type: 'mixed', more: [] } as const)
      : ({ content, type: 'direct', more: rest } as const);
    found.push(made(text, said, { speaker, cue }));
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
    const begins =
      speaker === undefined || speaker.end < start + from ? start + from : afterParticle(text, speaker.end);
    const clause = trimmed(text, begins, start + clauseEnd);
    const verb = report[4] ?? '';
    const cueStart =
      (report[3] ?? '') === '' ? start + clauseEnd : start + report.index + report[0].length - verb.length;
    if (clause !== undefined && clause.end - clause.start > 5)
      found.push(
        made(text, contentOf(clause, quotes), {
          speaker,
          cue: { start: cueStart, end: start + report.index + report[0].length },
        }),
      );
    from = report.index + report[0].length;
  }
  if (found.length > 0) return found;
  const demand = DEMAND.exec(covered);
  if (demand === null) return found;
  const cue = demand[1] ?? demand[3] ?? '';
  const cueStart = start + demand.index + demand[0].lastIndexOf(cue);
  const speaker = subjectOf(text, start, cueStart);
  const clause =
    speaker &&
    trimmed(
      text,
      afterParticle(text, speaker.end),
      start + demand.index + (demand[2] ?? demand[0].slice(0, 2)).trimEnd().length,
    );
  if (clause === undefined || clause.end - clause.start < 6) return found;
  return [made(text, contentOf(clause, quotes), { speaker, cue: { start: cueStart, end: cueStart + cue.length } })];
}

/** Who speaks between two quotations: “…”며 한 상인은 “…”. */
function afterJoint(text: string, from: number, end: number): Span | undefined {
  const joint = /^[”"」』’]\s?(?:이)?(?:라며|며|라면서|면서|고)?\s/u.exec(text.slice(from, end))?.[0].length ?? 0;
  return subjectOf(text, from + joint, end);
}

function afterParticle(text: string, at: number): number {
  return at + (/^(?:은|는|이|가|께서는|께서|도)[\s,]*/u.exec(text.slice(at, at + 8))?.[0].length ?? 0);
}

/** The first description with a particle of the subject or topic. */
function subjectOf(text: string, start: number, end: number): Span | undefined {
  let from = start + (/^[\s,·”"」』]*/u.exec(text.slice(start, end))?.[0].length ?? 0);
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

function contentOf(clause: Span, quotes: readonly Span[]): SaidContent {
  const inside = quotes.filter((quote) => quote.start >= clause.start && quote.end <= clause.end + 1);
  return { content: clause, type: inside.length > 0 ? 'mixed' : 'indirect', more: [] };
}

function made(
  text: string,
  content: SaidContent,
  { speaker, cue }: { readonly speaker: Span | undefined; readonly cue: Span | undefined },
): FoundAttribution {
  const anonymous = speaker !== undefined && KINDS_OF_PEOPLE.test(text.slice(speaker.start, speaker.end));
  return { ...content, speaker: speaker ?? null, cue: cue ?? null, via: [], anonymous };
}

function resolved(text: string, each: FoundAttribution, speakers: SpeakersSoFar): FoundAttribution {
  const { speaker } = each;
  if (speaker !== null && !PRONOUN.test(text.slice(speaker.start, speaker.end))) return each;
  if (
    speaker === null &&
    each.cue !== null &&
    SOURCELESS.test(text.slice(Math.max(0, each.cue.start - 4), each.cue.end))
  )
    return each;
  return ofTheNearest(each, speakers);
}
