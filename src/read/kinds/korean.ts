import { matchesIn } from '../matches.ts';
import { once } from '../once.ts';
import { sought } from '../sought.ts';
import { AROUND_TAGS, type Clause, type FigureWeight, type Grammar } from './clause.ts';
import { type CueLists, indexCharacters, joined, onlyTags } from './cue-index.ts';
import type { Cue } from './cues.ts';
import { KOREAN_DIRECTION_WORDS } from './data/direction-words.ts';
import { KOREAN_FRAMES } from './data/korean-frames.ts';
import { KOREAN_GRAMMAR } from './data/korean-grammar.ts';
import { KOREAN_OPTIONS, KOREAN_STANCES } from './data/korean-options.ts';
import { KOREAN_DIRECTIONS, KOREAN_RISKS } from './data/korean-risks.ts';
import { KOREAN_SUBJECTS } from './data/korean-subjects.ts';
import { KOREAN_OPTION_WORDS } from './data/option-words.ts';
import { KOREAN_RISK_GROUPS } from './data/risk-groups.ts';
import { KOREAN_STANCE_WORDS } from './data/stance-words.ts';
import { KOREAN_VOICE_FRAMES } from './data/voice-frames.ts';
import { koreanEvent } from './korean-event.ts';
import { koreanRule, koreanThreat } from './korean-rule.ts';
import { isKoreanContinued, isKoreanLived, isKoreanWitness, namesKoreanWitness } from './korean-voice.ts';
import { characterNumber } from './money.ts';
import { subjectLists } from './subjects.ts';
import { trimmedWords } from './trimmed-words.ts';

const lists: () => CueLists = once(() =>
  joined(
    KOREAN_GRAMMAR,
    KOREAN_RISKS,
    subjectLists(KOREAN_RISK_GROUPS, 'group:'),
    subjectLists(KOREAN_SUBJECTS),
    subjectLists(KOREAN_FRAMES, ''),
    subjectLists(KOREAN_VOICE_FRAMES, ''),
    KOREAN_DIRECTIONS,
    KOREAN_DIRECTION_WORDS,
    KOREAN_OPTIONS,
    KOREAN_OPTION_WORDS,
    KOREAN_STANCES,
    KOREAN_STANCE_WORDS,
  ),
);

/** What Daybook knows of Korean clauses. */
export const KOREAN: Grammar = {
  index: once(() => indexCharacters(lists())),
  aroundIndex: once(() => indexCharacters(onlyTags(lists(), AROUND_TAGS))),
  line,
  isBare,
  isQuestion,
  imperative,
  figure,
  event: koreanEvent,
  isWitness: isKoreanWitness,
  namesWitness: namesKoreanWitness,
  isContinued: isKoreanContinued,
  isLived: isKoreanLived,
  threat: koreanThreat,
  rule: koreanRule,
  toward,
};

const DATE = sought(/(?:\d{4}|주체\s?\d{2,3})년\s?\d{1,2}월\s?\d{1,2}일/);
const OFFICE = sought(
  /(?:정부|국|법원|부|청|위원회|처|소|단체|협회|재단|성|인민위원회|당|사령부|공안국|안전부|보위부|총국|대사관|지부)\s*$/,
);

function line({ folded }: Clause): 'issuance' | 'provenance' | undefined {
  const text = folded.trim();
  if (text.length > 120) return undefined;
  if (/^[[(*]?\s?(?:번역|옮긴이|역자|출처|사진|자료|글|편집|영상|그래픽)\s?[:：=]/.test(text)) return 'provenance';
  if (/^\[\d{1,3}\]/.test(text) && /\d{4}/.test(text) && !/다[.]?$/.test(text)) return 'provenance';
  const date = DATE.exec(text);
  if (date === null) return undefined;
  const rest = text.replace(date[0], '').trim();
  return rest.length <= 60 && OFFICE.test(rest) && !/[.,]|다$/.test(rest) ? 'issuance' : undefined;
}

/** Nothing, or a heading: 탈북자 처리에 관한 통지. */
function isBare({ folded }: Clause): boolean {
  const text = folded.trim();
  if ((text.match(/[가-힣]/g) ?? []).length < 2) return true;
  if (
    /(?:에 관한|에 대한|관련)\s?[가-힣\s]{0,20}(?:통지|통보|공고|지시문?|규정|포고문?|안내|보고|결정|조례|방침|건)$/.test(
      text,
    )
  )
    return true;
  return /^제\s?\d{1,3}\s?[장조절]\s?[^.]{0,16}$/.test(text) || /^[^.!?]{2,20}[:：]$/.test(text);
}

function isQuestion({ folded }: Clause): boolean {
  return (
    /[?？][”"’』」)]*\s*$/.test(folded) ||
    /(?:ㄹ까|을까|일까|할까|는가|은가|인가|습니까|나요|인지요)[.”"]*\s*$/.test(folded)
  );
}

const ORDER = sought(
  /(?:할 것|하라|하시오|하십시오|지킬 것|말 것|받을 것|보고할 것|시오|십시오|도록 할 것|도록 하라|것)[.”"]?\s*$|(?:시킬 것|둘 것|줄 것|낼 것|올 것|갈 것|놓을 것|세울 것)[.]?\s*$/,
);

/** A notice tells in the present what is to be done: 두 주인이 서명한다. */
const BARE_PRESENT = sought(
  /(?:[으로에까지서를을]\s|[^\s]{1,6})(?:이동|서명|제출|보고|신고|등록|납부|반납|대피|출석|휴대|지참|기재|작성|점검|청소|참가|참석|집합|비치|게시|부착|보관|기록|확인|교체|정리|복귀|귀가|퇴거)한다[.]?\s*$|문을 닫는다[.]?\s*$|으로 한다[.]?\s*$/,
);

/** In a notice any verb in the plain present tells what is to be done, but for what the office itself does. */
const PLAIN_PRESENT =
  /(?:을|를|에|에게|로|으로|까지|에서)\s[^\s]*(?<!않|못|폐지|페지|통고|공포|시행|지급|준|포상|장려|보장|면제|처벌|처|용서)(?:한|[가-힣]*[긴긴인린친진킨건든둔운준쓴떤온는])다[.]?\s*$/;

function imperative({ folded, tags, input }: Clause): Cue | undefined {
  if (['not.law', 'must.law', 'restricted', 'requested', 'not.weak', 'should'].some((tag) => tags.has(tag)))
    return undefined;
  const tail = folded.slice(-24);
  const present = BARE_PRESENT.exec(tail) ?? (input.genre === 'notice' ? PLAIN_PRESENT.exec(tail) : null);
  if (present !== null) return { tag: 'imperative', start: folded.length - 4, end: folded.length - 4 };
  const match = ORDER.exec(tail);
  if (match === null || /(?:는|은|던)\s?것[.”"]?\s*$/.test(tail)) return undefined;
  const start = folded.length - tail.length + match.index;
  return { tag: 'imperative', start, end: start };
}

const NUMBER =
  /(\d[\d,.]{0,14}\s?(?:백|천|만|억|조)?(?:\s?\d{1,4})?\s?(?:만|천)?|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|수십|수백|수천|수만|십여|몇십|몇백)(?=\s?(?:명|건|곳|개|차례|가구|척|대|배)))\s?(?:여\s?)?(명|건|곳|개(?!월)|차례|회|가구|세대|척|(?<!\d0)대(?=[\s를가의]|$)|(?<=\d0)대(?= ?(?:가|를|의|로|에 |나 |이상|넘|정도))|원|위안|달러|퍼센트|%|％|배|톤|만(?!에|의 |나)|살(?!인|해|포)|인(?=[\s의이을])|마리|편|권|호|장(?=[이을은의\s])|할(?=[은이의가\s]))/g;
const MONEY = sought(/원|위안|달러/);
const COUNTERS: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
};

function figure({ folded, tags }: Clause): FigureWeight | undefined {
  let weight: FigureWeight | undefined;
  const hasDay = tags.has('specific-day');
  for (const match of matchesIn(folded, NUMBER)) {
    const [, number = '', unit = ''] = match;
    if (unit === '살' || unit === '호' || /제\s?$/.test(folded.slice(Math.max(0, match.index - 2), match.index)))
      continue;
    const said = number.trim();
    if (/^(?:수|몇|십여)/.test(said)) return 'large';
    const value = COUNTERS[said] ?? characterNumber(said);
    if (value === undefined || value === 1) continue;
    // A fine that one person paid belongs to what happened.
    const isFine = MONEY.test(unit) && tags.has('sanction') && !tags.has('total');
    const isSmall = isFine || value < 10 || (hasDay && value < 100);
    if (
      !isSmall ||
      /[%％]|할|퍼센트|배|톤/.test(unit) ||
      (MONEY.test(unit) && !isFine) ||
      (tags.has('total') && value >= 10)
    )
      return 'large';
    if (unit !== '차례' && unit !== '회') weight = 'small';
  }
  return (
    weight ??
    (/[가-힣]{1,2} ?명 (?:가운데|중) [가-힣]{1,2} ?명|(?<![가-힣])[이삼사오육]분의 |\d분의 |절반|과반|[두세네] ?배(?=[로가 ]|였|이)/.test(
      folded,
    )
      ? 'large'
      : undefined)
  );
}

/** In Korean what is spoken of stands before the word that judges. */
function toward({ text, folded }: Clause, cue: Cue): string | undefined {
  let from = cue.start;
  while (from > 0 && cue.start - from < 60 && !/[,.!?“”]/.test(folded[from - 1] ?? '')) from--;
  const before = folded.slice(from, cue.start);
  const isObject = /^(?:을|를|에)/.test(folded.slice(cue.start, cue.start + 1));
  const topic = isObject
    ? /^.{1,30}?(?:은|는|이|가)\s/u.exec(before)
    : /^(?:그러나|하지만|나는|저는|우리는|그리고)\s/u.exec(before);
  return trimmedWords(text, from + (topic?.[0].length ?? 0), cue.start) ?? undefined;
}
