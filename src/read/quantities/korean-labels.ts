import { isCode, isEnumerator } from './cjk-labels.ts';
import { type CjkNumber, stickyEnd } from './cjk-number.ts';

/** What a number of a date, a clock, an age or a rank stands before. */
const CALENDAR =
  / ?(?:년대|년도|세기|월(?![가-힣]?급)|일(?!간|째|본|당| ?동안|반|부|제| ?이[상하내]| ?안)|시(?!간|설|민|장|위|도)|살|세(?!대|트|계|기)|번째|째|등(?=[^가-힣]|을|으로|에|이)|위(?=[^가-힣]|를|는|로|에|가)|호(?=[^가-힣]|선|실|기|의|는|를)|번지|학년|기(?=[^가-힣]|의|생)|급|차(?!례| ?이[상하]|씩)|조(?=[^가-힣]|의|는|에|와|를|항|제)|항|절|장(?=[^가-힣]|의)|대(?=[^가-힣]|에|를|가|는|의|까지|도|와|부터|이|로| ?(?:남|여|초|중|후|총선|대선|국회))|인칭|회차|군단|사단|여단|연대|부두|개조|부리|당(?=[^가-힣]))/y;
const YEAR = / ?년(?!간|여|째|동안| ?동안| 만에)/y;
/** Names: 4.3 사건, 9회초, 5주기; written on to a word also 형사합의38부. */
const LABEL =
  / ?대 ?(?=\d)|(?<=\d\.\d{1,2}) ?(?:사건|항쟁|참변|혁명)|회(?:초|말|차|전)|주기|[부동팀편권장집점발도구](?![가-힣]{2})/y;
const SHORT_YEAR = /년(?:작|생|도|에(?![가-힣])|(?= (?:\d{1,2}월|봄|여름|가을|겨울)))/y;
const JOINED = / ?(?:~|-|–|—|에서|부터|,|·) ?\d{1,4} ?(?:월|일(?!간)|세|살|년(?!간)|대(?= ?[남여초중후]))/y;
const LABEL_BEFORE =
  /(?:제 ?|(?<!휴대|손|대포|중국)전화|번호|우편번호|번호는|no\.? ?|팩스|휴대폰|계좌|문서|호출)[:： ]{0,2}$/;
const AGO = / ?(?:년|개월|달|주|일|시간|분|해|주일) ?(?:전|뒤|후)(?![가-힣]{2})/y;
const EACH =
  / ?(?:kg|톤|그램|리터|배럴|평|대|마리|인|명|사람|가구|건|개|주|호) ?당|(?<=1) ?(?:kg|킬로(?:그램)?)에|(?<=1| 한)(?: ?년| ?달| ?주)에 (?=[\d한두세네다여])/y;
/** 수교 75주년, 임신 6개월, 작년 한 해: what says when or how far on somebody is. */
const NOT_HOW_LONG = /(?:임신|만삭|생후) ?(?:약 ?)?$/;
const OF_YEAR = /(?:년|작년|지난해|올|재작년|그|이듬) ?$/;
const ISO = /\d{2,4}([-/.]) ?\d{1,2}\1 ?\d{1,2}(?!\d)\.?/y;

/** Where a number that counts nothing ends, with the date or label that it belongs to; undefined when it may count. */
export function isKoreanLabel(text: string, number: CjkNumber): number | undefined {
  const { start, end, value } = number;
  if (isIdleOne(text, number)) return end;
  // 셋집 and 셋방 are let.
  if (/^셋[집방돈]/.test(text.slice(start, start + 2))) return end;
  const iso = stickyEnd(ISO, text, start);
  if (iso !== undefined) return iso;
  const before = text.slice(Math.max(0, start - 8), start);
  if (NOT_HOW_LONG.test(before) && /^ ?(?:개월|주|달|일)/.test(text.slice(end, end + 3))) return end;
  if (/^ ?주년/.test(text.slice(end, end + 3))) return end;
  if (LABEL_BEFORE.test(before) && !/[가-힣]제 ?$/.test(before)) return end;
  const stated = text.slice(start, end);
  if (/^\d{4}$/.test(stated) && value >= 1000 && value < 2200) {
    const year = stickyEnd(YEAR, text, end);
    if (year !== undefined) return year;
  }
  // 1인당: what is counted by, not how many.
  const each = stickyEnd(EACH, text, end);
  if (each !== undefined) return each;
  const label = stickyEnd(LABEL, text, end);
  if (label !== undefined && (/[가-힣]$/.test(before) || !/^[부동팀편권장집점발도구]/.test(text[end] ?? '')))
    return label;
  if (/^[5-9]\d$/.test(stated)) {
    const short = stickyEnd(SHORT_YEAR, text, end);
    if (short !== undefined) return short;
  }
  const ago = stickyEnd(AGO, text, end);
  if (ago !== undefined) return ago;
  // 제3조, 3조 2항: digits before a bare 조 that no money follows name an article.
  if (/^\d{1,3}조$/.test(stated) && !/^ ?(?:[\d천백원달위엔]|미국|유로|여)/.test(text.slice(end, end + 3))) return end;
  const calendar = stickyEnd(CALENDAR, text, end);
  if (calendar !== undefined && !isCount(text, number)) return calendar;
  const joined = stickyEnd(JOINED, text, end);
  if (joined !== undefined) return joined;
  if (/시 ?$/.test(before) && /^ ?분/.test(text.slice(end, end + 2))) return end + 1;
  if (isTimeOnly(text, before, end)) return end;
  return isCode(text, number) || isEnumerator(text, number) ? end : undefined;
}

/** What looks like a rank or a decade and counts: 버스 30대, 3장의 사진, 100일 동안. */
function isCount(text: string, { start, end, value, form }: CjkNumber): boolean {
  const behind = text.slice(end, end + 3).trimStart();
  if (behind.startsWith('대')) {
    const isDecade = value >= 10 && value <= 90 && value % 10 === 0;
    // Behind a bare noun vehicles are counted: 버스 30대.
    const bare =
      /[가-힣] $/.test(text.slice(Math.max(0, start - 2), start)) &&
      !/[의는은이가을를에서해고며한된로도와과] $/.test(text.slice(Math.max(0, start - 2), start));
    // 40대 여성: so old, not so many.
    if (isDecade && AGED.test(text.slice(end, end + 12))) return false;
    return (!isDecade || bare) && !/대 ?(?:총|대선|국)/.test(text.slice(end, end + 5));
  }
  if (behind.startsWith('장')) return form === 'words';
  return false;
}

const AGED =
  /^ ?대 ?(?:[초중후]반 ?)?(?:중국인|한국인|북한|탈북|조선족|한족)? ?(?:여성|남성|남자|여자|여인|남녀|주부|청년|가장|부부|부모|아들|딸|어머니|아버지|농민|노동자|군인|브로커|주민|[가-힣]{1,3}[씨민인자]|후반|초반|중반)/;

/** 한 mostly means "a": it counts people, cases, places and times. */
function isIdleOne(text: string, { start, end }: CjkNumber): boolean {
  if (text.slice(start, end) !== '한') return false;
  const before = text.slice(Math.max(0, start - 14), start);
  const behind = text.slice(end, end + 12);
  if (/^ ?[해달주]/.test(behind))
    return OF_YEAR.test(before) || !/^ ?(?:해|달|주)(?: ?(?:동안|간|여| ?이상| ?넘| ?가량| ?남짓))/.test(behind);
  // 한 번 means once where it says how often, and else "for once".
  if (/^ ?번/.test(behind))
    return (
      !/^ ?번 ?(?:쯤|꼴|이상|씩|정도)/.test(behind) && !/(?:에|에서|마다|매[년월일주달]|단|딱|하루) ?$/.test(before)
    );
  // 한 사람을 옮기는 비용: whoever it is.
  if (/^ ?사람/.test(behind)) return !/^ ?사람(?:이|은|도|만|의|뿐| 이상|에 불과)/.test(behind);
  return !/^ ?(?:명|가구|건|곳|군데|차례|할)/.test(text.slice(end, end + 3));
}

/** 만 18세 is an age whatever stands behind; 3시 30분 a time. */
function isTimeOnly(text: string, before: string, end: number): boolean {
  return /(?:^|[^가-힣])만 ?$/.test(before) && /^ ?(?:세|살)/.test(text.slice(end, end + 2));
}
