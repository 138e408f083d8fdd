import {
  attributionsBy,
  contentOf as contentWith,
  type FoundAttribution,
  type Mentioned,
  ofTheNearest,
  type SaidContent,
  type SpeakersSoFar,
} from './attribution.ts';
import { SOURCELESS, SPEECH_NOUNS, SPEECH_STEMS, THINGS, UNSAID } from './data/korean-speech.ts';
import { isAnonymous, isPersonName, PRONOUN, type Subject, speaks, subjectIn } from './korean-speakers.ts';
import { type Sentence, type Span, trimmed } from './sentences.ts';

const STEMS = SPEECH_STEMS.join('|');
const VERB = new RegExp(`(?:^|\\s)((?:${STEMS})[가-힣]*)`, 'u');
const NOUNS = SPEECH_NOUNS.join('|');
/** Behind a quotation: 라고 말했다, 며 …, 는 뜻을 …. */
const MARK =
  /^[”"」』’]\s?((?:이)?(?:라고|라며|라면서|라는|라던|란|라)|고|며|면서|는|하고|하며|하면서)(?:도|까지|만)?(?=[\s,.]|$)/u;
/** Behind a clause: 다고, 라며, 냐고, 자면서; 다는 설명; 것으로, 것을, 도록. */
const CLAUSE = new RegExp(
  `(?<!(?:^|[\\s(])(?:바|자|모자|놀|따|잘)|[”"」』’]\\s?이?)(?:(다|라|자|냐|까|려|달라)(고|며|면서)(?:도|까지|만)?(?=[\\s,])|(다|라|자|냐)(는|란)(?=\\s(?:${NOUNS}|것이|게|것을|점을|것))|(것)(으로|을|이라고)(?=\\s)|([가-힣])(을|를)(?=\\s(?:강력히\\s|거듭\\s|공식\\s)?(?:촉구|요구|호소)[했하])|([가-힣])(도록|기를|길|기로)(?=\\s(?:${STEMS}|강력|거듭|다시|공개)))`,
  'gu',
);
const ACCORDING =
  /^(.{2,90}?)(?:의\s?(설명|증언|말|전언|주장|진술)|\s(설명|발표))?(에 따르면|에 의하면|에 따르자면)[,\s]/u;
const CITED = /(?:의 말을|의 발언을|의 보도를|을|를) (인용해|인용하여|인용하며|인용한|빌려|인용)(?=[\s,])/u;
const THUS = new RegExp(
  `(?:이렇게|다음과 같이|이같이|이처럼)\\s((?:${STEMS})[가-힣]*)[.:]?$|(?:은|는|이|가)\\s((?:${STEMS})[가-힣]*)[.:]?$`,
  'u',
);
const OF_WHOM =
  /^(?:이는\s|이것이\s)?(.{2,60}?)의\s(?:[가-힣]+\s)?(말|설명|얘기|이야기|증언|주장|전언|하소연|호소|회고|지적)(?:이다|다|이었다|였다)[.]?$/u;
const DIRECTIVE = /^(?:촉구|요구|권고|주문|당부|지시|명령|호소|제안|약속|다짐|요청|부탁|허용|강조|경고|선언|결정)/u;
const ESTIMATE =
  /^(?:전망|예상|관측|추정|추산|내다|파악|판단|분석|보고|본다|봤|보았|집계|기대|예측|평가|해석|우려|진단|예고)/u;

/** Attributions of a Korean text, in the order of the text. */
export function koreanAttributions(text: string): readonly FoundAttribution[] {
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

/** "…는 이렇게 말했다." and "…의 말이다." speak of the quotations beside them. */
function announced(
  text: string,
  { covered, start, end, quotes }: Sentence,
): Pick<FoundAttribution, 'speaker' | 'cue' | 'anonymous'> | undefined {
  if (quotes.length > 0 || end - start > 70 || /[다라냐자](?:고|는|며)\s|것(?:을|으로)\s/u.test(covered))
    return undefined;
  const whose = OF_WHOM.exec(covered);
  if (whose !== null) {
    const speaker = trimmed(
      text,
      start + covered.indexOf(whose[1] ?? ''),
      start + covered.indexOf(whose[1] ?? '') + (whose[1] ?? '').length,
    );
    const at = start + covered.lastIndexOf(whose[2] ?? '');
    return speaker && withKind(text, { speaker, cue: { start: at, end: at + (whose[2] ?? '').length } });
  }
  const thus = THUS.exec(covered);
  const verb = thus?.[1] ?? thus?.[2];
  if (thus === null || verb === undefined || /(?:지|기)$/.test(verb) || UNSAID_AT_END.test(covered)) return undefined;
  const at = start + thus.index + thus[0].indexOf(verb);
  const subject = subjectIn(text, start, at);
  return subject && withKind(text, { speaker: subject.speaker, cue: { start: at, end: at + verb.length } });
}

const withKind = (
  text: string,
  { speaker, cue }: { readonly speaker: Span; readonly cue: Span },
): Pick<FoundAttribution, 'speaker' | 'cue' | 'anonymous'> => ({
  speaker,
  cue,
  anonymous: isAnonymous(text.slice(speaker.start, speaker.end)),
});

const UNSAID_AT_END = /(?:않|못|거부|거절|피했|아꼈|삼갔)[가-힣]*[.]?$/u;

function inSentence(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const { covered, start, end, quotes } = sentence;
  const according = ACCORDING.exec(covered);
  if (according !== null && !/[“"「]/.test(according[1] ?? '')) {
    const from = start + according[0].length;
    const clause = trimmed(text, from, endOfHearsay(covered, start, end));
    const speaker = sourceIn(text, start, start + (according[1] ?? '').length);
    const cue = { start: start + (according[1] ?? '').length, end: from - 1 };
    if (clause !== undefined) return [made(text, contentOf(clause, quotes), { speaker, cue })];
  }
  const found = byMarks(text, sentence);
  const cited = CITED.exec(covered);
  const first = found[0];
  if (cited !== null && first !== undefined) return [citedIn(text, sentence, { cited, first }), ...found.slice(1)];
  if (found.length > 0) return found;
  const sourceless = SOURCELESS.exec(covered);
  if (sourceless !== null) {
    const clause = trimmed(text, start, start + sourceless.index);
    const cue = { start: start + sourceless.index, end: start + sourceless.index + sourceless[0].length };
    return clause === undefined ? [] : [made(text, contentOf(clause, quotes), { speaker: undefined, cue })];
  }
  const alone = readAlone(text, sentence);
  return alone === undefined ? [] : [alone];
}

/** Where "…다고 한다" and "…것으로 알려졌다" begin at the end of a sentence that has its source already. */
function endOfHearsay(covered: string, start: number, end: number): number {
  const found =
    /(?:(?<=[다라])고 (?:한다|합니다|했다|전해진다|전해졌다)|(?: 것)?으로 (?:알려졌다|전해졌다|나타났다|조사됐다|집계됐다|파악됐다|추정된다|드러났다|보인다))[.]?$/u.exec(
      covered.slice(-40),
    );
  return found === null ? end : start + Math.max(0, covered.length - 40) + found.index;
}

/** Who is the source in "X에 따르면": without when, and without "소문". */
function sourceIn(text: string, start: number, end: number): Span | undefined {
  const words = text.slice(start, end);
  const lead =
    /^(?:(?:그러나|하지만|한편|또|또한|이어|이날|지난|앞서|최근|다만|특히|실제로|\d{1,2}월|\d{1,2}일|\d{4}년)[\s,]+)+/u.exec(
      words,
    )?.[0].length ?? 0;
  if (/^(?:.*\s)?(?:소문|풍문|일설|후문|이야기|전하는 바|알려진 바|들리는 바)$/u.test(words.slice(lead)))
    return undefined;
  const place = /^[^,]{1,40},\s/u.exec(words.slice(lead))?.[0].length ?? 0;
  const told = /^(.{2,40}?)(?:가|이) (?:전한|밝힌|말한|설명한|알려온) 바$/u.exec(words.slice(lead + place));
  const from = start + lead + place;
  return trimmed(text, from, told === null ? end : from + (told[1] ?? '').length);
}

interface Mark {
  /** Where what is said ends, and where its ending or particle does. */
  readonly end: number;
  readonly markEnd: number;
  readonly quote: Span | undefined;
  /** Whether words go on behind it, a noun for it follows, or a verb does. */
  readonly type: 'joins' | 'noun' | 'verb' | 'demand';
}

function marksIn({ covered, start, quotes }: Sentence): readonly Mark[] {
  const marks: Mark[] = [];
  for (const quote of quotes) {
    const mark = MARK.exec(covered.slice(quote.end - start, quote.end - start + 12));
    if (mark === null) continue;
    const particle = mark[1] ?? '';
    const type = /(?:며|면서)$/.test(particle) ? 'joins' : /(?:는|던|란)$/.test(particle) ? 'noun' : 'verb';
    marks.push({ end: quote.end, markEnd: quote.end + mark[0].length, quote, type });
  }
  for (const found of covered.matchAll(CLAUSE)) {
    const [all, a, b, c, , e, , f, , g] = found;
    const stem = a ?? c ?? e ?? f ?? g ?? '';
    const at = start + found.index;
    const type = b !== undefined ? (b === '고' ? 'verb' : 'joins') : c !== undefined ? 'noun' : 'demand';
    marks.push({ end: at + stem.length, markEnd: at + all.length, quote: undefined, type });
  }
  return marks.sort((one, other) => one.end - other.end);
}

function byMarks(text: string, sentence: Sentence): readonly FoundAttribution[] {
  const { covered, start, end } = sentence;
  const marks = marksIn(sentence);
  const found: FoundAttribution[] = [];
  let from = start;
  let pending: Mark[] = [];
  for (const [index, mark] of marks.entries()) {
    if (mark.end <= from) continue;
    const next = marks[index + 1];
    const limit = next === undefined ? end : next.quote === undefined ? next.markEnd : next.quote.start - 1;
    const said = predicateOf(covered.slice(mark.markEnd - start, limit - start), mark);
    if (said === undefined) continue;
    const cueEnd = mark.markEnd + said.end;
    // 말했다고 전했다: what is said here is said within what the next one says.
    if (said.isSpeech && next !== undefined && next.quote === undefined && next.end <= cueEnd + 1) continue;
    if (mark.type === 'joins' && next !== undefined && !said.isSpeech) {
      pending.push(mark);
      continue;
    }
    const parts = [...pending, mark];
    pending = [];
    const read = readMark(text, sentence, { parts, from, said, previous: found.at(-1) });
    from = Math.min(end, cueEnd);
    if (read !== undefined) found.push(read);
  }
  return found;
}

interface Predicate {
  /** Where its verb, or noun, begins and ends, from the mark. */
  readonly start: number;
  readonly end: number;
  readonly isSpeech: boolean;
}

/** The verb, or noun, to which a mark belongs; undefined when it is none of speech. */
function predicateOf(behind: string, { type, quote }: Mark): Predicate | undefined {
  const reach = /^[^“”"「」\ufffc.]{0,90}/u.exec(behind)?.[0] ?? '';
  // A는 …라고, B는 …라고 각각 주장했다.
  if (type === 'verb' && /^,\s/.test(reach)) return { start: 0, end: 1, isSpeech: false };
  if (type === 'noun') {
    const noun = new RegExp(
      `^\\s(?:(?:것이|게|것은|것을|점을|것)(?:\\s|이|$)|(?:[가-힣]+\\s){0,2}?(?:${NOUNS})(?![가-힣]{3}))`,
      'u',
    ).exec(reach);
    if (noun === null || /(?:들었|들은|듣|접했|접하|받았|믿|알게|퍼뜨|유포|지어)/u.test(reach.slice(0, 40)))
      return undefined;
    const isThing = /^\s(?:것|게|점)/.test(noun[0]);
    const saying = isThing
      ? new RegExp(
          `^\\s(?:것이|게|것은)\\s[^,]{2,40}?(?:${NOUNS})(?:이다|다|이었다|였다|이라고|입니다)|^\\s것이다|^\\s(?:것을|점을)\\s(?:강조|지적|분명|시사|인정|확인|설명|언급)`,
          'u',
        ).exec(reach)
      : noun;
    if (saying === null) return undefined;
    const verb = /^[가-힣]*(?:\s[가-힣]+){0,4}?다(?:고|며|면서)?(?=\s|$)/u.exec(reach.slice(saying[0].length));
    return { start: 1, end: saying[0].length + (verb?.[0].length ?? 0), isSpeech: true };
  }
  const verb = VERB.exec(reach);
  if (/^\s?(?:해서|해도|하더라도|할지라도|치더라도|해봐야|볼 수|할 수)/u.test(reach)) return undefined;
  if (verb !== null) {
    const word = verb[1] ?? '';
    const at = verb.index + verb[0].length - word.length;
    const rest = reach.slice(at);
    const between = reach.slice(0, at);
    if (type === 'demand' && !DIRECTIVE.test(word) && !ESTIMATE.test(word)) return undefined;
    if (type === 'demand' && between.length > 14) return undefined;
    if (/^(?:알려|전해)(?:졌|진|지)|[됐된]|되[고어며]/u.test(word.slice(0, 4)) && type !== 'joins') return undefined;
    if (UNSAID.test(rest.replace(new RegExp(`^(?:${STEMS})`, 'u'), '')))
      return type === 'joins' ? { start: at, end: at, isSpeech: false } : undefined;
    return { start: at, end: at + word.length, isSpeech: true };
  }
  if (type === 'demand' || (quote === undefined && type !== 'joins')) return undefined;
  if (/^\s?(?:불리|부르|불렀|부른|이름|명명|지칭|칭하|쓰인)/u.test(reach)) return undefined;
  const last = /^(?:[^,]*\s)?[가-힣]+(?:다|고|며|지만|는데|으나|자)(?=[\s,.]|$)/u.exec(reach);
  return { start: 0, end: last?.[0].length ?? 0, isSpeech: false };
}

function readMark(
  text: string,
  { covered, start, end, quotes }: Sentence,
  {
    parts,
    from,
    said,
    previous,
  }: {
    readonly parts: readonly Mark[];
    readonly from: number;
    readonly said: Predicate;
    readonly previous: FoundAttribution | undefined;
  },
): FoundAttribution | undefined {
  const [first] = parts;
  const mark = parts.at(-1);
  if (first === undefined || mark === undefined) return undefined;
  const subject = (begin: number, stop: number): Subject | undefined => {
    const found = subjectIn(covered, begin - start, stop - start);
    return (
      found && {
        speaker: { start: found.speaker.start + start, end: found.speaker.end + start },
        end: found.end + start,
      }
    );
  };
  const isHearsay = /^(?:한다|합니다)/u.test(text.slice(mark.markEnd + said.start)) && mark.quote === undefined;
  const predicateAt = mark.markEnd + said.start;
  const predicateEnd = Math.min(end, mark.markEnd + said.end);
  const within = mark.type === 'noun' ? undefined : subject(mark.markEnd, said.isSpeech ? predicateAt : predicateEnd);
  const inside = within !== undefined && (said.isSpeech || isSpeaker(text, within)) ? within : undefined;
  const whose = mark.type === 'noun' ? possessorIn(text, mark.markEnd, predicateEnd) : undefined;
  const firstEnd = first.quote === undefined ? first.end : first.quote.start - 1;
  let before: Subject | undefined = subject(from, firstEnd);
  // 쌀값은 올랐다고 말했다: the topic is of what is said.
  const isTheirs = before !== undefined && isSpeaker(text, before);
  const topic = before !== undefined && /(?:은|는)[,]?$/.test(text.slice(before.speaker.end, before.end));
  if (
    before !== undefined &&
    !isTheirs &&
    first.quote === undefined &&
    (inside !== undefined ||
      whose !== undefined ||
      isHearsay ||
      (mark.type === 'demand' && !topic) ||
      !canBe(text, before, text.slice(predicateAt, predicateEnd)))
  )
    before = undefined;
  if (before !== undefined && !topic && first.quote === undefined && (mark.type === 'noun' || isHearsay))
    before = undefined;
  if (before !== undefined && !topic && first.quote === undefined && inside !== undefined) before = undefined;
  const joint =
    parts.length > 1 && mark.quote !== undefined
      ? subject(parts.at(-2)?.markEnd ?? from, mark.quote.start - 1)
      : undefined;
  const adnominal =
    mark.quote !== undefined && /(?:한|힌|인|붙인|던|은)$/u.test(text.slice(predicateAt, predicateEnd))
      ? subject(predicateEnd, end)
      : undefined;
  const among = mark.type === 'noun' && before === undefined ? amongWhom(text, from, firstEnd) : undefined;
  const own = inside ?? whose ?? before ?? joint ?? adnominal ?? among;
  const speaker = own?.speaker ?? (from > start ? (previous?.speaker ?? undefined) : undefined);
  const contentFrom = own !== undefined && (own === before || own === among) ? own.end : from;
  const [content, ...more] = parts.map((part, index) =>
    partOf(text, part, index === 0 ? contentFrom : (parts[index - 1]?.markEnd ?? from), own),
  );
  if (content === undefined || content.end - content.start < 2) return undefined;
  if (first.quote === undefined && content.end - content.start < 5) return undefined;
  const cue = {
    start:
      said.isSpeech && text.slice(mark.markEnd, predicateAt).trim() !== '' && mark.type !== 'noun'
        ? predicateAt
        : mark.quote === undefined
          ? mark.end
          : mark.quote.end + 1,
    end: Math.max(predicateEnd, mark.markEnd),
  };
  const kind = kindOf(
    text,
    { covered, start, quotes },
    { first, content, contentFrom, own: own === before && own !== undefined },
  );
  const rest = more.filter((each) => each !== undefined);
  if (isHearsay && own === undefined) return made(text, { ...kind, more: rest }, { speaker: undefined, cue });
  return made(text, { ...kind, more: rest }, { speaker, cue });
}

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
    /^(?:중국|한국|북한|미국|일본|러시아|영국)$/u.test(words)
  );
}

function partOf(text: string, mark: Mark, from: number, own: Subject | undefined): Span | undefined {
  if (mark.quote !== undefined) return mark.quote;
  const begins = own !== undefined && own.speaker.start >= from && own.end < mark.end ? own.end : from;
  const adjunct = ADJUNCT.exec(text.slice(begins, mark.end))?.[0].length ?? 0;
  return trimmed(text, begins + adjunct, mark.end);
}

const ADJUNCT =
  /^[\s,]*(?:(?:지난|이날|최근|오늘|어제|앞서|또|이어|특히|\d{1,2}월|\d{1,2}일|\d{4}년|올해|지난해)[\s,]+)*(?:[^,“”"]{0,40}?(?:기자회견|브리핑|인터뷰|통화|성명|회견|보도자료|보고서|국회|간담회|회의|방송|라디오|페이스북|논평|토론회|강연|연설|법정|청문회|서한|편지|사설|공고문|공지|담화)(?:에서|에|을 통해|를 통해|을 내고|를 내고|을 열고|를 열고|에 출연해|에서도)[\s,]+)?/u;

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
  const adjunct = ADJUNCT.exec(text.slice(contentFrom, content.start - 1))?.[0].length ?? 0;
  const lead = own ? trimmed(text, contentFrom + adjunct, content.start - 1) : undefined;
  const isMixed = lead !== undefined && /[이가을를은는도]$/u.test(covered.slice(lead.start - start, lead.end - start));
  if (isMixed) return { content: { start: lead.start, end: content.end + 1 }, type: 'mixed', more: [] };
  return { content, type: 'direct', more: [] };
}

/** …라는 것이 소식통의 설명이다. */
function possessorIn(text: string, start: number, end: number): Subject | undefined {
  const found = new RegExp(`^\\s(?:것이|게|것은)\\s(.{2,40}?)의\\s(?:[가-힣]+\\s)?(?:${NOUNS})`, 'u').exec(
    text.slice(start, end + 12),
  );
  const words = found?.[1];
  if (found === null || words === undefined) return undefined;
  const at = start + found[0].indexOf(words);
  return { speaker: { start: at, end: at + words.length }, end: at + words.length };
}

/** 주민들 사이에서는 …는 말이 나온다. */
function amongWhom(text: string, start: number, end: number): Subject | undefined {
  const found = /^\s*(?:[^,]{1,30},\s)?(.{2,30}?)\s?(?:사이에서(?:는|도)?|일각에서(?:는|도)?)\s/u.exec(
    text.slice(start, end),
  );
  const words = found?.[1];
  if (found === null || words === undefined || !speaks(/\S+$/u.exec(words)?.[0] ?? '')) return undefined;
  const at = start + found[0].lastIndexOf(words);
  return { speaker: { start: at, end: at + words.length }, end: start + found[0].length };
}

/** A는 B를 인용해 …다고 보도했다: B speaks, through A. */
function citedIn(
  text: string,
  { covered, start }: Sentence,
  { cited, first }: { readonly cited: RegExpExecArray; readonly first: FoundAttribution },
): FoundAttribution {
  const carrier = subjectIn(text, start, start + cited.index);
  const last = Math.max(carrier?.end ?? start, covered.slice(0, cited.index).search(/[”"」』][^”"」』]*$/u) + start);
  const lead =
    /^[”"」』]?(?:이?라고|고|이?라며|며)?[\s,]*(?:(?:지난|이날|\d{1,2}일)\s)*/u.exec(
      text.slice(last, start + cited.index),
    )?.[0].length ?? 0;
  const speaker = trimmed(text, last + lead, start + cited.index);
  const behind = start + cited.index + cited[0].length;
  const content =
    first.type !== 'direct' && first.content.start < behind && first.content.end > behind
      ? (trimmed(text, behind, first.content.end) ?? first.content)
      : first.content;
  const via = carrier?.speaker ?? (first.speaker !== null && first.speaker.start > behind ? first.speaker : undefined);
  return {
    ...first,
    content,
    speaker: speaker ?? null,
    cue: { start: start + cited.index, end: behind },
    via: via === undefined ? [] : [via],
    anonymous: speaker !== undefined && isAnonymous(text.slice(speaker.start, speaker.end)),
  };
}

/** 이영희 국장 “…” as in headlines, and X: “…”, “…” – X; the words of notices: 통지문에는 “…”고 적혀 있다 is read by its verb. */
function readAlone(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const [quote, ...others] = quotes;
  if (quote === undefined || others.length > 0) return undefined;
  const lead = covered.slice(0, quote.start - 1 - start).trim();
  const behind = covered.slice(quote.end + 1 - start).trim();
  if (lead !== '' && behind === '' && lead.split(/\s/).length <= 6) {
    const words = lead.replace(/[,:]$/, '');
    if (!speaks(/\S+$/u.exec(words)?.[0] ?? '', ' ')) return undefined;
    return made(
      text,
      { content: quote, type: 'direct', more: [] },
      { speaker: { start, end: start + words.length }, cue: undefined },
    );
  }
  // 인권단체 “…” 촉구, as in headlines.
  if (
    lead !== '' &&
    /^[가-힣]{2,3}$/u.test(behind) &&
    new RegExp(`^(?:${STEMS})`, 'u').test(behind) &&
    speaks(/\S+$/u.exec(lead)?.[0] ?? '', ' ')
  )
    return made(
      text,
      { content: quote, type: 'direct', more: [] },
      { speaker: { start, end: start + lead.length }, cue: trimmed(text, quote.end + 1, end) },
    );
  const dash = /^[—–-]+\s*(.{2,50})$/u.exec(behind);
  if (lead !== '' || dash === null) return undefined;
  const speaker = trimmed(text, end - (dash[1] ?? '').length, end);
  return made(text, { content: quote, type: 'direct', more: [] }, { speaker, cue: undefined });
}

function mentionedIn(text: string, { start, end }: Sentence): readonly Mentioned[] {
  const subject = subjectIn(text, start, end);
  if (subject === undefined) return [];
  const words = text.slice(subject.speaker.start, subject.speaker.end);
  const head = /\S+$/u.exec(words)?.[0] ?? '';
  return (speaks(head, ' ') || isPersonName(head)) && !PRONOUN.test(words)
    ? [{ span: subject.speaker, anonymous: isAnonymous(words) }]
    : [];
}

const contentOf = (clause: Span, quotes: readonly Span[]): SaidContent => {
  const { type, content, more } = contentWith(clause, quotes, 0);
  return type === 'direct' ? { type: 'mixed', content: clause, more } : { type, content, more };
};

function made(
  text: string,
  content: SaidContent,
  { speaker, cue }: { readonly speaker: Span | undefined; readonly cue: Span | undefined },
): FoundAttribution {
  const anonymous = speaker !== undefined && isAnonymous(text.slice(speaker.start, speaker.end));
  return { ...content, speaker: speaker ?? null, cue: cue ?? null, via: [], anonymous };
}

function resolved(text: string, each: FoundAttribution, speakers: SpeakersSoFar): FoundAttribution {
  const { speaker, cue } = each;
  if (speaker !== null && !PRONOUN.test(text.slice(speaker.start, speaker.end))) return each;
  if (speaker === null && (cue === null || isNobodys(text.slice(Math.max(0, cue.start - 4), cue.end)))) return each;
  const isPlural = speaker !== null && /들$/.test(text.slice(speaker.start, speaker.end));
  return ofTheNearest(each, speakers, (words) => !isPlural || /들|단체|주민|당국|정부|위원회/.test(words));
}

/** What is known, told, or said to be so, and by nobody: 알려졌다, …다고 한다, 소문, 지적이 나온다. */
function isNobodys(cue: string): boolean {
  if (SOURCELESS.test(cue) || /고\s?(?:한다|합니다)|에 (?:따르면|의하면)/u.test(cue)) return true;
  if (/(?:했|밝혔|전했|내놨|내놓|덧붙|남겼|되풀이|분명히|보였|피력|표명|드러냈|굽히지|높였|쏟아)/u.test(cue))
    return false;
  return /는 (?:[가-힣]+\s)?(?:소문|설|전언|지적|비판|관측|우려|분석|전망|의혹|보도|목소리|말|소식|후문|얘기|이야기|주장|의견|평가|증언)/u.test(
    cue,
  );
}
