import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import { contentOf as contentWith, type FoundAttribution, type SaidContent } from './attribution.ts';
import { SOURCELESS } from './data/korean-speech.ts';
import { NOUNS, STEMS } from './korean-marks.ts';
import { hiddenIn, isAnonymous, isPersonName, speaks, subjectIn } from './korean-speakers.ts';
import { cutSentence, type Sentence, type Span, trimmed } from './sentences.ts';

const ACCORDING =
  /^(.{1,90}?)(?:의\s?(설명|보도|발표|증언|말|전언|주장|진술|조사|집계|분석)|\s(설명|발표|보도|증언|전언|집계|분석)|\s등)?(에 따르면|에 의하면|에 따르자면|(?<=말|설명|증언|보도|자료|통계|보고서|진술|발표|전언|조사|기록)(?:을|를) (?:보면|종합하면|종합해 보면))[,\s]/u;
const CITED = sought(/(?:의 말을|의 발언을|의 보도를|을|를) (인용해|인용하여|인용하며|인용한|빌려|인용)(?=[\s,])/u);
const THUS = sought(
  new RegExp(
    `(?:이렇게|다음과 같이|이같이|이처럼)\\s((?:${STEMS})[가-힣]*)[.:]?$|(?:은|는|이|가)\\s((?:${STEMS})[가-힣]*)[.:]?$`,
    'u',
  ),
);
const OF_WHOM =
  /^(?:이는\s|이것이\s)?(.{2,60}?)의\s(?:[가-힣]+\s)?(말|설명|얘기|이야기|증언|주장|전언|하소연|호소|회고|지적|반응|심정|반박|대답|답|답변|당부|경고|진단|분석|한탄|탄식|외침|절규|고백|소감|각오|푸념|목소리)(?:이다|다|이었다|였다)[.]?$/u;

/** "…는 이렇게 말했다." and "…의 말이다." speak of the quotations beside them. */
export function announced(
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

const UNSAID_AT_END = sought(/(?:않|못|거부|거절|피했|아꼈|삼갔)[가-힣]*[.]?$/u);

/** X에 따르면 …. */
export function readAccording(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const according = ACCORDING.exec(covered);
  if (according === null || /[“"「]/.test(according[1] ?? '')) return undefined;
  const from = start + according[0].length;
  const clause = trimmed(text, from, endOfHearsay(covered, start, end));
  const speaker = sourceIn(text, start, start + (according[1] ?? '').length);
  const etc = /^\s등/u.exec(text.slice(start + (according[1] ?? '').length))?.[0].length ?? 0;
  const cue = { start: start + (according[1] ?? '').length + etc, end: from - 1 };
  return clause && made(text, contentOf(clause, quotes), { speaker, cue });
}

/** …것으로 알려졌다: nobody in particular says so. */
export function readSourceless(text: string, { covered, start, quotes }: Sentence): FoundAttribution | undefined {
  const sourceless = SOURCELESS.exec(covered);
  if (sourceless === null) return undefined;
  const clause = trimmed(text, start, start + sourceless.index);
  const cue = { start: start + sourceless.index, end: start + sourceless.index + sourceless[0].length };
  return clause && made(text, contentOf(clause, quotes), { speaker: undefined, cue });
}

/** Where "…다고 한다" and "…것으로 알려졌다" begin at the end of a sentence that has its source already. */
function endOfHearsay(covered: string, start: number, end: number): number {
  const found =
    /(?:(?<=[다라”"]|[”"]라)고 (?:한다|합니다|했다|전해진다|전해졌다)|(?: 것)?으로 (?:알려졌다|전해졌다|나타났다|조사됐다|집계됐다|파악됐다|추정된다|드러났다|보인다))[.]?$/u.exec(
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

/** A는 B를 인용해 …다고 보도했다: B speaks, through A. */
export function readCited(
  text: string,
  { covered, start, end }: Sentence,
  first: FoundAttribution,
): FoundAttribution | undefined {
  const cited = CITED.exec(covered);
  if (cited === null) return undefined;
  const at = start + cited.index;
  const isFirst =
    first.type !== 'direct' && first.content.end < at && QUOTED_FIRST.test(text.slice(first.content.end, at));
  if (isFirst) return citedBehind(text, first, { at, behind: at + cited[0].length, end });
  const carrier = subjectIn(text, start, start + cited.index);
  const last = Math.max(carrier?.end ?? start, covered.slice(0, cited.index).search(/[”"」』][^”"」』]*$/u) + start);
  const lead =
    /^[”"」』]?(?:이?라고|고|이?라며|며)?[\s,]*(?:(?:지난|이날|\d{1,2}일)\s)*/u.exec(
      text.slice(last, start + cited.index),
    )?.[0].length ?? 0;
  const hidden = hiddenIn(text.slice(last + lead, start + cited.index));
  const speaker = trimmed(text, last + lead + hidden, start + cited.index);
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

/** Between words that stand first and who is cited for them. */
const QUOTED_FIRST = /^고\s[^,.“”]{2,40}$/u;

/** …다고 B를 인용해 A가 보도했다: what stands before 고 is all that is said. */
function citedBehind(
  text: string,
  first: FoundAttribution,
  { at, behind, end }: { readonly at: number; readonly behind: number; readonly end: number },
): FoundAttribution {
  const carrier = subjectIn(text, behind, end);
  const speaker = trimmed(text, first.content.end + 1, at);
  const isSubjects = first.speaker !== null && first.speaker.end < first.content.start;
  const content = isSubjects ? { start: first.speaker?.start ?? 0, end: first.content.end } : first.content;
  return {
    ...first,
    content,
    speaker: speaker ?? null,
    cue: { start: at, end: behind },
    via: carrier === undefined ? [] : [carrier.speaker],
    anonymous: speaker !== undefined && isAnonymous(text.slice(speaker.start, speaker.end)),
  };
}

/** 이영희 국장 “…” as in headlines, and X: “…”, “…” – X; the words of notices: 통지문에는 “…”고 적혀 있다 is read by its verb. */
export function readAlone(text: string, { covered, start, end, quotes }: Sentence): FoundAttribution | undefined {
  const [quote, ...others] = quotes;
  if (quote === undefined || others.length > 0) return undefined;
  const lead = covered.slice(0, quote.start - 1 - start).trim();
  const behind = covered.slice(quote.end + 1 - start).trim();
  if (lead !== '' && behind === '' && lead.split(/\s/).length <= 6) {
    const words = lead.replace(/[,:]$/, '');
    const head = /\S+$/u.exec(words)?.[0] ?? '';
    if (!speaks(head, ' ') && !(words !== lead && isPersonName(head))) return undefined;
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
  if (lead !== '') return undefined;
  const verb = behind.length < 110 && /다[.]?$/.test(behind) ? SAID_BEHIND.exec(behind) : null;
  if (verb !== null) {
    const from = quote.end + 1;
    const at = from + covered.slice(from - start).lastIndexOf(verb[1] ?? '');
    const subject = subjectIn(text, from, at);
    if (
      subject !== undefined &&
      speaks(/\S+$/u.exec(text.slice(subject.speaker.start, subject.speaker.end))?.[0] ?? '', ' ')
    )
      return made(
        text,
        { content: quote, type: 'direct', more: [] },
        { speaker: subject.speaker, cue: { start: at, end: at + (verb[1] ?? '').length } },
      );
  }
  const found =
    /^[—–-]+\s*(.{2,50})$/u.exec(behind) ?? /^\(([^()]{2,40})\)[.]?$/u.exec(behind) ?? WHOSE_WORDS.exec(behind);
  const words = found?.[1];
  if (words === undefined || (!/^[—–-]/u.test(behind) && !speaks(/\S+$/u.exec(words)?.[0] ?? '', ' ')))
    return undefined;
  const at = start + covered.lastIndexOf(words);
  const speaker = trimmed(text, at, at + words.length);
  return made(text, { content: quote, type: 'direct', more: [] }, { speaker, cue: undefined });
}

/** A가 인용한 B는 …: B speaks, through A; A는 대변인을 통해 …: A does, through 대변인. */
export function throughWhom(text: string, each: FoundAttribution): FoundAttribution {
  const { speaker, via, content } = each;
  const mouth = speaker && MOUTH.exec(text.slice(speaker.end, Math.max(speaker.end, content.start)));
  const words = mouth?.[1];
  if (speaker !== null && mouth && words !== undefined) {
    const start = speaker.end + mouth[0].lastIndexOf(words);
    return { ...each, via: [{ start, end: start + words.length }, ...via] };
  }
  const found = speaker && /^(.{2,30}?)(?:이|가) 인용한 (?=\S)/u.exec(text.slice(speaker.start, speaker.end));
  if (speaker === null || !found) return each;
  const carrier = { start: speaker.start, end: speaker.start + (found[1] ?? '').length };
  return { ...each, speaker: { start: speaker.start + found[0].length, end: speaker.end }, via: [carrier, ...via] };
}

/** “…”, A는 말했다. */
const SAID_BEHIND = new RegExp(
  `^,?\\s?[^“”"]{1,60}(?:은|는|이|가)\\s(?:[^“”".]{1,40}\\s)?((?:${STEMS})[가-힣]*다)[.]?$`,
  'u',
);

/** Who speaks for somebody: 대변인을 통해. */
const MOUTH =
  /^(?:은|는|이|가|도)\s(?:[^,“”"]{0,30}?\s)?((?:[가-힣]{1,4}\s)?[가-힣]*(?:대변인|변호인|변호사|대리인|측근|가족|지인|통역|통역사|비서|매체|통신|방송|신문|일보|언론))(?:을|를) 통해\s/u;

const WHOSE_WORDS = new RegExp(`^([^,]{2,40})의 (?:${NOUNS})$`, 'u');

/** 외교부 “…”…인권단체 “…”, as in headlines: pieces in which each has words of its own. */
export function headlinesIn(sentence: Sentence): readonly Sentence[] {
  const { covered, start, quotes } = sentence;
  if (quotes.length < 2) return [];
  const places = matchesIn(covered, /[”"」』’](?:…|\.\.\.?|[·,;/])\s*(?=[^\s“"「『‘])/gu).map(
    ({ index, 0: all }) => start + index + all.length,
  );
  if (places.length !== quotes.length - 1) return [];
  return cutSentence(sentence, places).map((piece) => {
    const bare = piece.covered.replace(/[…·,;/.\s]+$/u, '');
    return { ...piece, covered: bare, end: piece.start + bare.length };
  });
}

/** …는 설명이다, without whose it is: it is that of whoever spoke before. */
const IS_OF_THE_SAME = sought(
  /는 (?:[가-힣]+\s)?(?:설명|주장|얘기|이야기|말|증언|지적|전언|판단|생각|입장|의견|분석|전망|호소|하소연|해명|반박|진단|제안|요구|답변)(?:이다|다|이었다|였다|입니다)$/u,
);

/** What is known, told, or said to be so, and by nobody: 알려졌다, …다고 한다, 소문, 지적이 나온다. */
export function isNobodys(cue: string): boolean {
  if (SOURCELESS.test(cue) || /고\s?(?:한다|합니다)|에 (?:따르면|의하면)/u.test(cue)) return true;
  if (IS_OF_THE_SAME.test(cue)) return false;
  if (/(?:했|밝혔|전했|내놨|내놓|덧붙|남겼|되풀이|분명히|보였|피력|표명|드러냈|굽히지|높였|쏟아)/u.test(cue))
    return false;
  return /는 (?:[가-힣]+\s)?(?:소문|설(?!명)|전언|지적|비판|관측|우려|분석|전망|의혹|보도|목소리|말|소식|후문|얘기|이야기|주장|의견|평가|증언|공고|댓글|제보)/u.test(
    cue,
  );
}

/** What is said of a reported clause in Korean, where an ending stands behind the quotation. */
export function contentOf(clause: Span, quotes: readonly Span[]): SaidContent {
  const { type, content, more } = contentWith(clause, quotes, 0);
  return type === 'direct' ? { type: 'mixed', content: clause, more } : { type, content, more };
}

/** An attribution, with whether its speaker is described by kind alone. */
export function made(
  text: string,
  content: SaidContent,
  { speaker, cue }: { readonly speaker: Span | undefined; readonly cue: Span | undefined },
): FoundAttribution {
  const anonymous = speaker !== undefined && isAnonymous(text.slice(speaker.start, speaker.end));
  return { ...content, speaker: speaker ?? null, cue: cue ?? null, via: [], anonymous };
}
