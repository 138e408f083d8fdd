import { sought } from '../sought.ts';
import {
  attributionsBy,
  type FoundAttribution,
  type Mentioned,
  ofTheNearest,
  type SaidContent,
  type SpeakersSoFar,
} from './attribution.ts';
import { CIRCLES, THINGS } from './data/korean-speech.ts';
import { adjunctIn, goesOn } from './korean-adjuncts.ts';
import {
  announced,
  contentOf,
  headlinesIn,
  isNobodys,
  made,
  readAccording,
  readAlone,
  readCited,
  readSourceless,
  throughWhom,
} from './korean-frames.ts';
import { type Mark, marksIn, NOUNS, type Predicate, predicateOf } from './korean-marks.ts';
import { isAnonymous, isPersonName, PRONOUN, type Subject, speaks, subjectIn } from './korean-speakers.ts';
import { amongWhom, containedIn, possessorIn } from './korean-whose.ts';
import { type Sentence, type Span, trimmed } from './sentences.ts';

/** Attributions of a Korean text, in the order of the text. */
export function koreanAttributions(original: string): readonly FoundAttribution[] {
  const text = original.replace(QUOTED_IN_THE_NORTH, '「$1」');
  return attributionsBy(text, {
    endsAt,
    inSentence,
    resolved,
    mentionedIn,
    isPronoun: (words) => PRONOUN.test(words),
    announced,
    least: 8,
  });
}

/** 《…》라고: papers of the north quote with marks that elsewhere are of titles. */
const QUOTED_IN_THE_NORTH = /《([^《》\n]{1,800})》(?=\s?(?:이?라|고|며|면서|는)[가-힣]*[\s,])/gu;

/** Most characters end nothing: they are not looked at. */
const MAY_END: ReadonlySet<string> = new Set('.!?”"」』');

function endsAt(covered: string, text: string, at: number): boolean {
  const mark = covered[at] ?? '';
  if (!MAY_END.has(mark)) return false;
  if (/[”"」』]/.test(mark))
    return /[.?!]/.test(text[at - 1] ?? '') && /^\s+[^\s]/u.test(covered.slice(at + 1, at + 4));
  return (
    /[.!?]/.test(mark) &&
    /^[”"’」』)]?(?:\s|$)/u.test(covered.slice(at + 1, at + 3)) &&
    /[가-힣”"’)\ufffc]/u.test(covered[at - 1] ?? '')
  );
}

function inSentence(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const according = readAccording(text, sentence);
  if (according !== undefined) return [according];
  const found = byMarks(text, sentence);
  const [first, ...others] = found;
  const cited = first && readCited(text, sentence, first);
  if (cited !== undefined) return [cited, ...others];
  if (found.length > 0) return found.map((each) => throughWhom(text, each));
  const headlines = headlinesIn(sentence).map((piece) => readAlone(text, piece));
  if (headlines.length > 0 && headlines.every((each) => each !== undefined)) return headlines;
  const alone = readSourceless(text, sentence) ?? readAlone(text, sentence);
  return alone === undefined ? [] : [alone];
}

function byMarks(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const { covered, start, end } = sentence;
  const marks = marksIn(sentence);
  const found: FoundAttribution[] = [];
  let from = start;
  let pending: Mark[] = [];
  let carried: Subject | undefined;
  for (const [index, mark] of marks.entries()) {
    if (mark.end <= from) continue;
    const next = marks[index + 1];
    const limit = next === undefined ? end : next.quote === undefined ? next.markEnd : next.quote.start - 1;
    const said = predicateOf(covered.slice(mark.markEnd - start, limit - start), mark);
    if (said === undefined) continue;
    const cueEnd = mark.markEnd + said.end;
    // 말했다고 전했다: what is said here is said within what the next one says.
    if (
      said.isSpeech &&
      next !== undefined &&
      next.quote === undefined &&
      next.type !== 'demand' &&
      next.end <= cueEnd + 1
    )
      continue;
    if (mark.type === 'joins' && next !== undefined && !said.isSpeech) {
      pending.push(mark);
      continue;
    }
    const parts = [...pending, mark];
    pending = [];
    const read = readMark(text, sentence, { parts, from, said, previous: found.at(-1), carried });
    // A는 …다는 지적에 …고 답했다: A speaks the second, and it is not A's what is answered.
    carried = isAnswered(covered.slice(mark.markEnd - start), mark)
      ? (carried ?? topicIn(text, sentence, from, mark))
      : undefined;
    from = Math.min(end, cueEnd);
    if (read !== undefined) found.push(read);
  }
  return found;
}

function readMark(
  text: string,
  { covered, start, end, quotes }: Sentence,
  {
    parts,
    from,
    said,
    previous,
    carried,
  }: {
    readonly parts: readonly Mark[];
    readonly from: number;
    readonly said: Predicate;
    readonly previous: FoundAttribution | undefined;
    readonly carried: Subject | undefined;
  },
): FoundAttribution | undefined {
  const [first] = parts;
  const mark = parts.at(-1);
  if (first === undefined || mark === undefined) return undefined;
  const subject = (begin: number, stop: number): Subject | undefined => subjectOf({ covered, start }, begin, stop);
  const isOthers = isAnswered(covered.slice(mark.markEnd - start), mark);
  const isHearsay = /^(?:한다|합니다)/u.test(text.slice(mark.markEnd + said.start)) && mark.quote === undefined;
  const predicateAt = mark.markEnd + said.start;
  const predicateEnd = Math.min(end, mark.markEnd + said.end);
  const within = mark.type === 'noun' ? undefined : subject(mark.markEnd, said.isSpeech ? predicateAt : predicateEnd);
  const inside = within !== undefined && (said.isSpeech || isSpeaker(text, within)) ? within : undefined;
  const whose = mark.type === 'noun' ? possessorIn(text, mark.markEnd, predicateEnd) : undefined;
  const firstEnd = first.quote === undefined ? first.end : first.quote.start - 1;
  const found = subject(from, firstEnd);
  const before =
    found !== undefined &&
    !isOthers &&
    isOfVerb(text, found, {
      first,
      mark,
      from,
      isHearsay,
      hasOther: inside !== undefined || whose !== undefined,
      verb: text.slice(predicateAt, predicateEnd),
    })
      ? found
      : undefined;
  const joint =
    parts.length > 1 && mark.quote !== undefined
      ? subject(parts.at(-2)?.markEnd ?? from, mark.quote.start - 1)
      : undefined;
  const adnominal =
    mark.quote !== undefined && /(?:한|힌|인|붙인|던|은)$/u.test(text.slice(predicateAt, predicateEnd))
      ? subject(predicateEnd, end)
      : undefined;
  const among = mark.type === 'noun' && before === undefined ? amongWhom(text, from, firstEnd) : undefined;
  const own =
    inside ??
    whose ??
    before ??
    joint ??
    adnominal ??
    among ??
    containedIn(text, mark) ??
    (isOthers ? undefined : carried);
  const speaker = own?.speaker ?? (from > start && !isOthers ? (previous?.speaker ?? undefined) : undefined);
  // Words begin behind whoever stands before them: who says them, or else who answers to them or passes them on.
  const standing =
    isOthers || whose !== undefined
      ? topicIn(text, { covered, start }, from, mark)
      : [before, among].find((each) => each === own);
  const contentFrom = standing?.end ?? from;
  const [content, ...more] = parts.map((part, index) =>
    partOf(text, part, index === 0 ? contentFrom : (parts[index - 1]?.markEnd ?? from), own),
  );
  if (content === undefined || content.end - content.start < 2) return undefined;
  if (first.quote === undefined && content.end - content.start < 5) return undefined;
  const cue = cueOf(text, mark, { predicateAt, predicateEnd, isSpeech: said.isSpeech });
  const kind = kindOf(
    text,
    { covered, start, quotes },
    { first, content, contentFrom, own: own === before && own !== undefined },
  );
  const rest = more.filter((each) => each !== undefined);
  if (isHearsay && own === undefined) return made(text, { ...kind, more: rest }, { speaker: undefined, cue });
  return made(text, { ...kind, more: rest }, { speaker, cue });
}

function subjectOf(
  { covered, start }: Pick<Sentence, 'covered' | 'start'>,
  begin: number,
  stop: number,
): Subject | undefined {
  const found = subjectIn(covered, begin - start, stop - start);
  return (
    found && {
      speaker: { start: found.speaker.start + start, end: found.speaker.end + start },
      end: found.end + start,
    }
  );
}

/** Whether what a noun stands for is what somebody answers to: …는 지적에 대해, …느냐는 질문에. */
const isAnswered = (behind: string, { type }: Mark): boolean => type === 'noun' && ANSWERED.test(behind);

const ANSWERED =
  /^\s(?:[가-힣]+\s){0,2}?(?:지적|비판|질문|물음|의혹|보도|우려|주장|요구|제안|호소|소문|소식|말|관측|얘기|이야기|불만|평가|분석)(?:에|에도|에 대해|에 대해서는|과 관련해|와 관련해)[\s,]/u;

/** Who stands before what is answered, if a topic that can speak does. */
function topicIn(
  text: string,
  sentence: Pick<Sentence, 'covered' | 'start'>,
  from: number,
  { end, quote }: Mark,
): Subject | undefined {
  const found = subjectOf(sentence, from, quote === undefined ? end : quote.start - 1);
  const isTopic = found !== undefined && /(?:은|는)[,]?$/.test(text.slice(found.speaker.end, found.end));
  return isTopic && (isSpeaker(text, found) || isPersonName(text.slice(found.speaker.start, found.speaker.end)))
    ? found
    : undefined;
}

function cueOf(
  text: string,
  { end, markEnd, quote, type }: Mark,
  {
    predicateAt,
    predicateEnd,
    isSpeech,
  }: { readonly predicateAt: number; readonly predicateEnd: number; readonly isSpeech: boolean },
): Span {
  const standsApart = isSpeech && text.slice(markEnd, predicateAt).trim() !== '' && type !== 'noun';
  const start = standsApart ? predicateAt : quote === undefined ? end : quote.end + 1;
  const last = Math.max(predicateEnd, markEnd);
  return { start, end: /[\s,]/.test(text[last - 1] ?? '') ? last - 1 : last };
}

const IN_A_BODY = /^에서/u;

/** Whether a subject before a clause is that of the verb of saying: in 쌀값은 올랐다고 말했다 it is that of what is said. */
function isOfVerb(
  text: string,
  subject: Subject,
  {
    first,
    mark,
    from,
    isHearsay,
    hasOther,
    verb,
  }: {
    readonly first: Mark;
    readonly from: number;
    readonly mark: Mark;
    readonly isHearsay: boolean;
    readonly hasOther: boolean;
    readonly verb: string;
  },
): boolean {
  if (first.quote !== undefined) return true;
  const isTopic = /(?:은|는|\s역시)[,]?$/.test(text.slice(subject.speaker.end, subject.end));
  if (!isTopic && (mark.type === 'noun' || isHearsay || hasOther)) return false;
  const between = text.slice(subject.end, first.end).trim();
  // 그러면서 환자가 크게 늘었다고 말했다: who spoke before goes on.
  if (!isTopic && goesOn(text.slice(from, subject.speaker.start))) return false;
  // 대표는 …. 환자가 늘었다고 덧붙였다: nothing but a verb stands behind what it is said of.
  if (!isTopic && (/덧붙|부연/.test(verb) || !/\s/.test(between))) return false;
  // 보위부에서는 단속을 늘렸다고 말했다: rather where than who, but for the verbs of offices.
  if (IN_A_BODY.test(text.slice(subject.speaker.end, subject.end)))
    return (
      (mark.type === 'noun' && CIRCLES.test(text.slice(subject.speaker.start, subject.speaker.end))) ||
      (mark.type !== 'noun' && !isHearsay && !hasOther && /^(?:답|설명|해명|밝|반박|발표|주장|통보|부인)/u.test(verb))
    );
  if (isSpeaker(text, subject)) return true;
  return !hasOther && !isHearsay && (isTopic || mark.type !== 'demand') && canBe(text, subject, verb);
}

/** Whether a subject is a description or a name of somebody who can speak. */
const canSpeak = (text: string, subject: Subject): boolean =>
  isSpeaker(text, subject) ||
  isPersonName(/\S+$/u.exec(text.slice(subject.speaker.start, subject.speaker.end))?.[0] ?? '');

const isSpeaker = (text: string, { speaker }: Subject): boolean =>
  speaks(/\S+$/u.exec(text.slice(speaker.start, speaker.end))?.[0] ?? '', ' ');

/** Whether a topic that is no known kind of speaker may be a name: 국제앰네스티는, not 쌀값은; nor where somebody goes on: 덧붙였다. */
function canBe(text: string, { speaker, end }: Subject, verb: string): boolean {
  const words = text.slice(speaker.start, speaker.end);
  if (!/(?:은|는|께서)[,]?$/.test(text.slice(speaker.end, end)) || THINGS.test(words)) return false;
  return (
    /\p{Lu}/u.test(words) ||
    isPersonName(words) ||
    (words.length > 3 && !/덧붙|부연/.test(verb)) ||
    /^(?:중국|한국|북한|미국|일본|러시아|영국|시|도|구|당|회사|병원|업체)$/u.test(words)
  );
}

function partOf(text: string, mark: Mark, from: number, own: Subject | undefined): Span | undefined {
  if (mark.quote !== undefined) return mark.quote;
  const isLed = own !== undefined && own.speaker.start >= from && own.end < mark.end;
  const begins = isLed ? own.end : from;
  const adjunct = own !== undefined && own.speaker.start > mark.end ? 0 : adjunctIn(text.slice(begins, mark.end));
  return trimmed(text, begins + adjunct, mark.end);
}

function kindOf(
  text: string,
  { covered, start, quotes }: Pick<Sentence, 'covered' | 'start' | 'quotes'>,
  {
    first,
    content,
    contentFrom,
    own,
  }: { readonly first: Mark; readonly content: Span; readonly contentFrom: number; readonly own: boolean },
): SaidContent {
  if (first.quote === undefined) return contentOf(content, quotes);
  const adjunct = adjunctIn(text.slice(contentFrom, content.start - 1));
  const lead = own ? trimmed(text, contentFrom + adjunct, content.start - 1) : undefined;
  const isMixed =
    lead !== undefined &&
    /(?<!같|없|높|깊|굳|많|일일|낱낱|나날|틈틈)[이가을를은는도]$/u.test(
      covered.slice(lead.start - start, lead.end - start),
    );
  if (isMixed) return { content: { start: lead.start, end: content.end + 1 }, type: 'mixed', more: [] };
  return { content, type: 'direct', more: [] };
}

function mentionedIn(text: string, sentence: Sentence): readonly Mentioned[] {
  const told = subjectOf(sentence, sentence.start, sentence.end);
  const subject = told !== undefined && canSpeak(text, told) ? told : metIn(sentence);
  if (subject === undefined) return [];
  const both = BOTH.exec(text.slice(subject.speaker.start, subject.speaker.end));
  if (both !== null && speaks(/\S+$/u.exec(both[1] ?? '')?.[0] ?? '', ' ')) {
    const { start, end } = subject.speaker;
    const spans = [
      { start, end: start + (both[1] ?? '').length },
      { start: end - (both[2] ?? '').length, end },
    ];
    return spans.map((span) => ({ span, anonymous: isAnonymous(text.slice(span.start, span.end)) }));
  }
  const words = text.slice(subject.speaker.start, subject.speaker.end);
  const head = /\S+$/u.exec(words)?.[0] ?? '';
  return (speaks(head, ' ') || isPersonName(head)) && !PRONOUN.test(words)
    ? [{ span: subject.speaker, anonymous: isAnonymous(words) }]
    : [];
}

/** Two of whom a sentence tells together. */
const BOTH = /^(.{2,30})[와과]\s(.{2,30}(?<!들))$/u;
const MET = sought(
  /(?:^|\s)((?:[가-힣]{2,8}\s){0,2}[가-힣]{1,8}\s?[가-힣]+)(?:을|를|와|과)\s(?:[^,.]{0,20}\s)?(?:만났|찾았|찾아갔|인터뷰했|통화했|마주 앉)/u,
);

const WHOSE = new RegExp(`^([^,.]{2,30})의 (?:${NOUNS}|한마디)(?:은|는|이|가|도)\\s`, 'u');

/** Whom somebody met, or whose words are told of, where nobody else is: 7일 표 원장을 만났다, 표 원장의 설명은 달랐다. */
function metIn({ covered, start }: Sentence): Subject | undefined {
  const found = MET.exec(covered) ?? WHOSE.exec(covered);
  const words = found?.[1];
  if (found === null || words === undefined) return undefined;
  const at = start + found.index + found[0].indexOf(words);
  return { speaker: { start: at, end: at + words.length }, end: at + words.length };
}

function resolved(text: string, each: FoundAttribution, speakers: SpeakersSoFar): FoundAttribution {
  const { speaker, cue } = each;
  const again =
    speaker === null ? undefined : /^(?:이|그|해당|같은)\s(\S+)$/u.exec(text.slice(speaker.start, speaker.end))?.[1];
  if (again !== undefined) {
    const known = speakers.nearest((words) => words.endsWith(again));
    return known === undefined ? each : { ...each, speaker: known.span, anonymous: known.anonymous };
  }
  if (speaker !== null && !PRONOUN.test(text.slice(speaker.start, speaker.end))) return each;
  if (speaker === null && (cue === null || isNobodys(text.slice(Math.max(0, cue.start - 4), cue.end)))) return each;
  const isPlural = speaker !== null && /들$/.test(text.slice(speaker.start, speaker.end));
  return ofTheNearest(each, speakers, (words) => !isPlural || /들|단체|주민|당국|정부|위원회/.test(words));
}
