import { matchesIn } from '../matches.ts';
import { sought } from '../sought.ts';
import { SPEECH_NOUNS, SPEECH_STEMS, UNSAID } from './data/korean-speech.ts';
import type { Sentence, Span } from './sentences.ts';

export const STEMS: string = SPEECH_STEMS.join('|');
export const NOUNS: string = SPEECH_NOUNS.join('|');
const VERBS = new RegExp(`(?<![^\\s])(?:${STEMS})[가-힣]*`, 'gu');
/** A noun for what is said, or a name that begins like one, and no verb: 보도를, 강변방송에. */
const IS_NOUN = sought(
  new RegExp(
    `(?<![하되]|고)(?:을|를|에|에서|에게|의|와|과|으로|로|부터|까지)$|^(?:${STEMS})(?:이|가|도|만|이나|보다|처럼)$|^(?=[가-힣]{3,}$)(?:${STEMS})은$`,
    'u',
  ),
);
/** What stands behind a verb and belongs to it: 적혀 있다, 보고 있다. */
const AUXILIARY = /^\s(?:있|계시|계신|왔|놓았|두었|버렸|나섰)[가-힣]*/u;
/** Behind a quotation: 라고 말했다, 며 …, 는 뜻을 …. */
const MARK =
  /^[”"」』’]\s?((?:이)?(?:라고|라며|라면서|라는|라던|란|라)|고|며|면서|는|하고|하며|하면서)(?:도|까지|만)?(?=[\s,.]|$)/u;
/** Behind a quotation that is demanded or expressed: “즉각 석방”을 요구했다. */
const OBJECT = /^[”"](?:을|를|으로|로)(?=\s)/u;
/** Behind a clause: 다고, 라며, 냐고, 자면서; 다는 설명; 것으로, 것을, 도록. */
const CLAUSE = new RegExp(
  `(?<!(?:^|[\\s(])(?:바|자|모자|놀|따|잘)|[”"」』’]\\s?이?)(?:(다|라|자|냐|까|려|달라)(고|며|면서)(?:도|까지|만)?(?=[\\s,])|(다|라|자|냐)(는|란)(?=\\s(?:(?:(?:한\\s)?[가-힣]{1,8}의\\s)?(?:${NOUNS})(?![가-힣]{0,2}[했하한합])|것이|게|것을|점을|것))|(것)(으로|을|이라고)(?=\\s)|([가-힣])(을|를)(?=\\s(?:강력히\\s|거듭\\s|공식\\s|재차\\s|공개\\s|강하게\\s|정식으로\\s)?(?:촉구|요구|호소|제안|권고|당부)[했하])|(사실)(을|은|도)(?=\\s(?:[가-힣]+\\s)?(?:부인|시인|인정|자백)[했하])|(유감|우려|분노|환영|감사|애도|불만|의문|실망|지지)(을|를|의 뜻을)(?=\\s표[했하시명])|([가-힣])(도록|기를|길|기로)(?=\\s(?:${STEMS}|강력|거듭|다시|공개)))`,
  'gu',
);
/** 자신을 교사라고 밝힌 여성은: a description of who speaks. */
const CALLING_ONESELF = sought(
  /(?:자신|스스로|본인)(?:을|를)?\s[^,.]{1,40}라고\s?(?:밝힌|소개한|주장한|밝히며|소개하며)$/u,
);
/** 가족에게서 전해 들은 이야기라며 “…”: where it is from, and not yet what is said. */
const PASSED_ON = sought(
  /(?:에게서|에게|로부터|한테|한테서)\s(?:전해\s|직접\s)?(?:들은|접한)\s(?:이야기|얘기|소식|말|내용)이?라(?:며|면서)$/u,
);
const DIRECTIVE =
  /^(?:촉구|요구|권고|주문|당부|지시|명령|호소|제안|약속|다짐|요청|부탁|허용|강조|경고|선언|결정|부인|시인|인정|자백|표|규정|명시|의무)/u;
const ESTIMATE =
  /^(?:전망|예상|관측|추정|추산|내다|파악|판단|분석|보고|본다|봤|보았|집계|기대|예측|평가|해석|우려|진단|예고|표명|표시)/u;
const NOUN = new RegExp(
  `^\\s(?:(?:것이|게|것은|것을|점을|것)(?:\\s|이|$)|(?:[가-힣]+\\s){0,2}?(?:${NOUNS})(?![가-힣]{3}))`,
  'u',
);
const THING = new RegExp(
  `^\\s(?:것이|게|것은)\\s[^,]{2,40}?(?:${NOUNS})(?:이다|다|이었다|였다|이라고|입니다)|^\\s것이다|^\\s(?:것을|점을)\\s(?:[가-힣]+\\s){0,2}?(?:강조|지적|분명|시사|인정|확인|설명|언급|우려|경고|비판|부인|시인|역설|환기)`,
  'u',
);
const STEM = new RegExp(`^(?:${STEMS})`, 'u');
/** 신원을 밝히지 말아 달라고 요청한: nothing is told by it. */
const HIDING = sought(
  /(?:익명|신분|신원|이름|실명)[을은으][^,.]{0,20}(?:고|것을|기를|도록)\s?(?:요청|요구|부탁|당부|전제)한$/u,
);
/** What is heard or believed is said by somebody else. */
const HEARD = sought(/(?:들었|들은|듣|접했|접하|받았|믿|알게|퍼뜨|유포|지어)/u);

/** An ending or particle behind words that are said. */
export interface Mark {
  /** Where what is said ends, and where its ending or particle does. */
  readonly end: number;
  readonly markEnd: number;
  readonly quote: Span | undefined;
  /** Whether words go on behind it, a noun for it follows, or a verb does. */
  readonly type: 'joins' | 'noun' | 'verb' | 'demand';
}

/** Where words end that somebody may say, in order. */
export function marksIn({ covered, start, quotes }: Sentence): readonly Mark[] {
  const marks: Mark[] = [];
  for (const quote of quotes) {
    const mark = MARK.exec(covered.slice(quote.end - start, quote.end - start + 12));
    if (mark === null) {
      const object = OBJECT.exec(covered.slice(quote.end - start, quote.end - start + 4));
      if (object !== null) marks.push({ end: quote.end, markEnd: quote.end + object[0].length, quote, type: 'demand' });
      continue;
    }
    const particle = mark[1] ?? '';
    const type = /(?:며|면서)$/.test(particle) ? 'joins' : /(?:는|던|란)$/.test(particle) ? 'noun' : 'verb';
    marks.push({ end: quote.end, markEnd: quote.end + mark[0].length, quote, type });
  }
  for (const found of matchesIn(covered, CLAUSE)) {
    const [all, a, b, c, , e, particle, f, , g, , h, , i] = found;
    const stem = a ?? c ?? e ?? f ?? g ?? h ?? i ?? '';
    if (HIDING.test(covered.slice(Math.max(0, found.index - 24), found.index + all.length + 4))) continue;
    if (PASSED_ON.test(covered.slice(Math.max(0, found.index - 24), found.index + all.length))) continue;
    const isOneself = [3, 4].some((more) =>
      CALLING_ONESELF.test(covered.slice(Math.max(0, found.index - 48), found.index + all.length + more)),
    );
    if (isOneself) continue;
    const at = start + found.index;
    const type =
      particle === '이라고'
        ? 'verb'
        : b !== undefined
          ? b === '고'
            ? 'verb'
            : 'joins'
          : c !== undefined
            ? 'noun'
            : 'demand';
    // 것으로 알려졌다: what is said ends before 것.
    const end = particle === '으로' ? at : at + stem.length;
    marks.push({ end, markEnd: at + all.length, quote: undefined, type });
  }
  return marks.sort((one, other) => one.end - other.end);
}

/** The verb, or noun, to which a mark belongs. */
export interface Predicate {
  /** Where its verb, or noun, begins and ends, from the mark. */
  readonly start: number;
  readonly end: number;
  readonly isSpeech: boolean;
}

/** The verb, or noun, to which a mark belongs; undefined when it is none of speech. */
export function predicateOf(behind: string, { type, quote }: Mark): Predicate | undefined {
  const reach = /^[^“”"「」\ufffc.]{0,90}/u.exec(behind)?.[0] ?? '';
  // A는 …라고, B는 …라고 각각 주장했다.
  if (type === 'verb' && /^,\s/.test(reach)) return { start: 0, end: 1, isSpeech: false };
  if (type === 'noun') return nounOf(reach);
  const verb = verbIn(reach);
  if (/^\s?(?:해서|해도|하더라도|할지라도|치더라도|해봐야|볼 수|할 수)/u.test(reach)) return undefined;
  if (verb !== undefined) {
    const { at, word } = verb;
    const rest = reach.slice(at);
    const between = reach.slice(0, at);
    if (type === 'demand' && !DIRECTIVE.test(word) && !ESTIMATE.test(word)) return undefined;
    if (type === 'demand' && between.length > 14) return undefined;
    if (/^(?:알려|전해)(?:졌|진|지)|[됐된]|되[고어며]/u.test(word.slice(0, 4)) && type !== 'joins') return undefined;
    if (UNSAID.test(rest.replace(STEM, '')))
      return type === 'joins' ? { start: at, end: at, isSpeech: false } : undefined;
    const more = AUXILIARY.exec(rest.slice(word.length))?.[0].length ?? 0;
    return { start: at, end: at + word.length + more, isSpeech: true };
  }
  if (type === 'demand' || (quote === undefined && type !== 'joins')) return undefined;
  if (/^\s?(?:불리|부르|불렀|부른|이름|명명|지칭|칭하|쓰인)/u.test(reach)) return undefined;
  const last = /^(?:[^,]*\s)?[가-힣]+(?:다|고|며|지만|는데|으나|자)(?=[\s,.]|$)/u.exec(reach);
  return { start: 0, end: last?.[0].length ?? 0, isSpeech: false };
}

/** The first verb of saying in words, and where it begins. */
function verbIn(words: string): { readonly at: number; readonly word: string } | undefined {
  for (const { index: at, 0: word } of matchesIn(words, VERBS)) {
    const isUnsaid = UNSAID.test(words.slice(at).replace(STEM, ''));
    if (!IS_NOUN.test(word) || isUnsaid) return { at, word };
  }
  return undefined;
}

function nounOf(reach: string): Predicate | undefined {
  const noun = NOUN.exec(reach);
  if (noun === null || HEARD.test(reach.slice(0, 40))) return undefined;
  const saying = /^\s(?:것|게|점)/.test(noun[0]) ? THING.exec(reach) : noun;
  if (saying === null) return undefined;
  const verb = /^[가-힣]*(?:\s[가-힣]+){0,4}?다(?:(?:고|며|면서)(?=\s|$)|$)/u.exec(reach.slice(saying[0].length));
  return { start: 1, end: saying[0].length + (verb?.[0].length ?? 0), isSpeech: true };
}
