import { currencyBefore, currencyCode } from './cjk-money.ts';
import { type CjkNumber, stickyEnd, stickyMatch } from './cjk-number.ts';
import { KOREAN_CURRENCIES } from './data/cjk-currencies.ts';
import {
  KOREAN_AFTER,
  KOREAN_BEFORE,
  KOREAN_MORE,
  KOREAN_PER,
  KOREAN_PERIODS,
  KOREAN_SHARES,
  KOREAN_VAGUE,
} from './data/korean-comparators.ts';
import { NATIVE_GUESSES } from './data/korean-numbers.ts';
import { KOREAN_COUNTERS, KOREAN_NOUNS } from './data/korean-units.ts';
import { koreanFixedAt } from './korean-fixed.ts';
import { isKoreanLabel } from './korean-labels.ts';
import { koreanNumberAt } from './korean-number.ts';
import { anyPhrase, longestFirst } from './phrases.ts';
import {
  type Counted,
  type CountedBy,
  type Counter,
  type Measure,
  type QuantityGrammar,
  twice,
} from './quantity-grammar.ts';

const MONEY = anyPhrase(KOREAN_CURRENCIES.keys());
/** 5원칙, 3원색; 불 and 엔 begin other words too. */
const NOT_MONEY =
  /원(?:칙|색|자|소(?!유)|정(?!도)|조|본|래|인|수|전|격|형|탁)|불(?:법|교|만|량|편|이익|가능|구|빛)|엔진|킵|파운드리/y;
const PERCENT = /%(?:p|포인트)?|퍼센트(?: ?포인트)?|퍼센티지(?: ?포인트)?|프로(?!그|젝|필|세|듀|토|야|축|농|선수|급)/y;
const TENTHS = /할(?![가-힣]{2}|당|인|머)(?: ?([1-9일이삼사오육칠팔구]) ?푼)?/y;
const COUNTER = anyPhrase(KOREAN_COUNTERS.keys());
const NOT_COUNTER =
  /명(?:령|단|확|예|칭|의로)|인(?:기|물|간|생|형|데|민|권|구|원|근|상|종|터|체|접|형|질)|분(?:의|기|류|석|단|야|포|쟁|량)|건(?:설|강|물|국|너)|곳곳|개(?:혁|방|별|정|최|인|발|념|성)|회(?:의|담|사|원|복|장)|부(?:대|터|문|분|족|당|상|처|모)|장(?:관|기|애|교|병|소|마)|대(?:표|통|부분|책|상|학|사|한|비|로(?! ?(?:늘|줄|증가|감소|불어|확|축)))|점(?:검|수|령)|정(?:도|부|치|책|보|당|착)|동(?:안|시|맹|포)|채(?:용|널|택)|주(?:민|장|요|도|당)|해(?:외|당|방|군)|날(?:짜|씨)|번(?:째|호)|차례로(?! ?(?:늘|줄|증가|감소|불어|확|축))|촌(?:장|민|수|락|스|각|철|평|지)|편(?:지|의)|통(?:신|일|해)|종(?:교|합|료)|사람들의|초(?:등|기|반)|배(?:치|경)|m[a-z]|g[a-z]|줄(?:이|었)|짝수|팀장|집(?:단|결|회|중)|권(?:고|력|한|리)|쪽(?:에|으)|동의|평(?:가|양|균|화)|톤/y;
const BEFORE = new RegExp(`(?<![가-힣])(?:${longestFirst(KOREAN_BEFORE.keys())})(?= ?$)`);
const AFTER = anyPhrase(KOREAN_AFTER.keys());
const MORE = /여(?![가-힣]{0,1}(?:성|자|행))/y;
/** Particles behind a number, and an adverb before the verb that limits it: 2천만 원을 훌쩍 넘겼다. */
const PARTICLES = /(?:에도|에는|이|가|을|를|은|는|에|의|도|씩)? ?(?:(?:훌쩍|크게|이미|약간|훨씬|거뜬히) )?/y;
const GUESS = anyPhrase(NATIVE_GUESSES.keys());
const VAGUE = anyPhrase([...KOREAN_VAGUE, ...KOREAN_SHARES]);
/** 수 is "several" only in 수명, 수건 and the like, which are written together. */
const FEW = /(?:명|개|건|차례|곳|척|대)(?:의|이|가|을|를|은|는)?(?![가-힣])/y;
const SHARES: ReadonlySet<string> = new Set(KOREAN_SHARES);
const PERIOD = new RegExp(`(?<![가-힣\\d])(?:${longestFirst(KOREAN_PERIODS.keys())})(?= )`);
const PER = new RegExp(`/ ?(?:${longestFirst(KOREAN_PER.keys())})`, 'y');
const ASKED = /^[^.,!?]{0,20}(?:[는은인을던]지|[습읍]니까|나요|까요)/;
const LOOK_BACK = 14;
const LONGEST = Math.max(...[...KOREAN_NOUNS.keys()].map(({ length }) => length));
/** Words between a noun and the number that counts it. */
const BETWEEN =
  /(?:^| )(?:수|숫자|규모|가운데|중|중에서|가운데서|총|모두|전체|등|각각|현재|지금까지|이미|약|적어도|최소|최대|또|또는|다른|추가로|무려)(?:는|은|가|이|도|를)? ?$/;
const PARTICLE =
  /(?:에게서|에게|에서는|에서|으로는|으로|까지|부터|마다|보다|처럼|에는|에|들은|들이|들을|들의|들도|들|은|는|이|가|을|를|도|의|만|과|와|중|수는|수가|로)$/;

export const KOREAN: QuantityGrammar = {
  starts: new Set(
    '0123456789.-영공일이삼사오육칠팔구십백천만하한두둘셋세석서넷네넉너닷엿다여일아열스쉰서마예절반음마수몇많무적상대과반손다사나닷엿보소중',
  ),
  numberAt: koreanNumberAt,
  guessAt(text, at) {
    if (/[가-힣]/.test(text[at - 1] ?? '')) return undefined;
    const word = stickyMatch(GUESS, text, at)?.[0];
    const between = NATIVE_GUESSES.get(word ?? '');
    if (word === undefined || between === undefined) return undefined;
    const end = at + word.length;
    return counterAt(text, end) === undefined ? undefined : { end, low: between[0], high: between[1] };
  },
  vagueAt(text, at) {
    if (/[가-힣\d]/.test(text[at - 1] ?? '')) return undefined;
    const word = stickyMatch(VAGUE, text, at)?.[0];
    if (word === undefined) return undefined;
    const end = at + word.length;
    // 수 and 몇 begin other words, and ask: they count only right before a counter.
    // 일부러 is no part, and 몇 명이 남았는지 asks.
    if (/^(?:일부|다수|소수의)$/.test(word) && !/^(?:의| )/.test(text.slice(end, end + 1))) return undefined;
    if (/^(?:몇|여러)/.test(word) && ASKED.test(text.slice(end, end + 30))) return undefined;
    if (word === '몇' && counterAt(text, end) === undefined) return undefined;
    if (word === '수' && stickyEnd(FEW, text, end) === undefined) return undefined;
    return { end, share: SHARES.has(word) };
  },
  fixedAt: koreanFixedAt,
  implied: () => undefined,
  skipTo: isKoreanLabel,
  currencyBefore: (text, at) => currencyBefore(text, at, 'JPY'),
  moreAt(text, at) {
    const from = text[at] === ' ' ? at + 1 : at;
    const word = stickyMatch(MORE, text, from)?.[0];
    const op = KOREAN_MORE.get(word ?? '');
    return word === undefined || op === undefined ? undefined : { end: from + word.length, op };
  },
  measureAt,
  counterAt,
  before: twice(phraseBefore),
  after(text, at) {
    const from = stickyEnd(PARTICLES, text, at) ?? at;
    for (const place of [from, at]) {
      const word = stickyMatch(AFTER, text, place)?.[0];
      const op = KOREAN_AFTER.get(word ?? '');
      if (word !== undefined && op !== undefined) return { end: place + word.length, op };
    }
    return undefined;
  },
  joint: / ?(?:~|-|–|—|∼|〜|에서|부터|내지|또는|이나) ?/y,
  changes:
    /으?로 (?:늘|줄|오르|올|올랐|내렸|내리|인상|인하|증가|감소|상향|하향|확대|축소|급증|급감|떨어|뛰|바뀌|바뀐|변경|치솟)/y,
  list: / ?(?:,|·|와|과) ?/y,
  nounAfter,
  nounBefore,
  periodBefore(text, at) {
    const before = text.slice(Math.max(0, at - LOOK_BACK), at);
    const clause = before.slice(
      Math.max(before.lastIndexOf(','), before.lastIndexOf('.'), before.lastIndexOf('\n')) + 1,
    );
    return KOREAN_PERIODS.get(PERIOD.exec(`${clause} `)?.[0] ?? '');
  },
  periodAfter(text, at) {
    const found = stickyMatch(PER, text, at)?.[0];
    const per = KOREAN_PER.get(found?.slice(1).trimStart() ?? '');
    return found === undefined || per === undefined ? undefined : { end: at + found.length, per };
  },
};

function measureAt(text: string, at: number, { value, form }: Pick<CjkNumber, 'value' | 'form'>): Measure | undefined {
  const from = text[at] === ' ' ? at + 1 : at;
  const percent = stickyMatch(PERCENT, text, from)?.[0];
  if (percent !== undefined) {
    const unit = /포인트|p$/.test(percent) ? 'percentage points' : 'percent';
    return { end: from + percent.length, unit, form: 'percent', factor: 1 };
  }
  const tenths = value <= 10 && form !== 'fraction' ? stickyMatch(TENTHS, text, from) : undefined;
  if (tenths !== undefined) {
    const more = Math.max('0123456789'.indexOf(tenths[1] ?? '0'), ' 일이삼사오육칠팔구'.indexOf(tenths[1] ?? ' '));
    return {
      end: from + tenths[0].length,
      unit: 'percent',
      form: 'percent',
      factor: 10 * ((value + more / 10) / value),
    };
  }
  if (form === 'fraction') return undefined;
  if (stickyEnd(NOT_MONEY, text, from) !== undefined) return undefined;
  const word = stickyMatch(MONEY, text, from)?.[0];
  const unit = KOREAN_CURRENCIES.get(word ?? '');
  if (word !== undefined && unit !== undefined) return { end: from + word.length, unit, form: 'money', factor: 1 };
  const code = currencyCode(text, at);
  return code && { ...code, form: 'money', factor: 1 };
}

function counterAt(text: string, at: number): Counter | undefined {
  const from = text[at] === ' ' ? at + 1 : at;
  if (stickyEnd(NOT_COUNTER, text, from) !== undefined && !text.startsWith('톤', from)) return undefined;
  const word = stickyMatch(COUNTER, text, from)?.[0];
  const counter = KOREAN_COUNTERS.get(word ?? '');
  if (word === undefined || counter === undefined) return undefined;
  // 열두 분이 오셨다 are people, 12분이 and 열두 분 동안 minutes.
  if (
    word === '분' &&
    NATIVE_BEFORE.test(text.slice(Math.max(0, from - 4), from)) &&
    HONOURED.test(text.slice(from, from + 4))
  )
    return { unit: 'persons', kind: 'person', end: from + 1 };
  // 15일 이하 are days, 1일부터 is a date.
  if (word === '일' && !/^ ?(?:이[상하내]|안)/.test(text.slice(from + 1, from + 4))) return undefined;
  return { ...counter, end: from + word.length };
}

const NATIVE_BEFORE = /(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무) ?$/;
const HONOURED = /^분(?:이(?!나|면|내|상|하|서)|께|들|은|의 |도 |과 |을 (?!넘|채))/;

function phraseBefore(text: string, at: number): ReturnType<QuantityGrammar['before']> {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  const found = BEFORE.exec(before);
  const op = KOREAN_BEFORE.get(found?.[0] ?? '');
  return found === null || op === undefined ? undefined : { start: at - before.length + found.index, op };
}

/** 3명의 탈북자, 20개 단체: the noun that ends one of the next words. */
function nounAfter(text: string, at: number, counter: Counter | undefined): Counted | undefined {
  const linked = text[at] === '의' || /^(?:이상|가량|정도|안팎|이하|미만)의/.test(text.slice(at, at + 3));
  // 3명 사망: behind a counter of people the next word is mostly what befell them.
  if (counter?.kind === 'person' && counter.unit !== 'occurrences' && !linked) return undefined;
  // 하나도, 서해5도: what is written on to a number without a counter is no noun.
  if (counter === undefined && text[at] !== ' ' && !linked) return undefined;
  let from = at + (text[at] === '의' ? 1 : 0);
  if (text[from] === ' ') from++;
  else if (counter !== undefined && !linked && /[가-힣]/.test(text[from] ?? '') && text[from - 1] !== '개')
    return undefined;
  const start = from;
  for (let words = 0; words < 3; words++) {
    let end = from;
    while (end < from + 16 && /[가-힣a-z·]/.test(text[end] ?? '')) end++;
    if (end === from) return undefined;
    const noun = nounEnding(text, from, end) ?? personEnding(text, from, end, counter);
    if (noun !== undefined) return { start, ...noun };
    // A word with a particle ends the phrase, unless it says which: 평양의, 젊은.
    if (/(?:이|가|을|를|에|에서|에게|로|다|도|와|과)$/.test(text.slice(from, end)) || !linked) return undefined;
    if (text[end] !== ' ') return undefined;
    from = end + 1;
  }
  return undefined;
}

/** The noun of the list that ends a word, its particles apart. */
function nounEnding(
  text: string,
  from: number,
  to: number,
): { readonly end: number; readonly unit: string } | undefined {
  const word = text.slice(from, to);
  for (let stem = word, steps = 0; stem !== '' && steps < 3; steps++) {
    for (let length = Math.min(LONGEST, stem.length); length > 0; length--) {
      const unit = KOREAN_NOUNS.get(stem.slice(stem.length - length));
      // A single syllable is a noun only by itself: 방법 is no 법.
      if (unit !== undefined && (length > 1 || stem.length === 1)) return { end: from + stem.length, unit };
    }
    const shorter = stem.replace(PARTICLE, '');
    if (shorter === stem) return undefined;
    stem = shorter;
  }
  return undefined;
}

/** Behind or before a counter of people a word that no list knows is one of people by its ending: 관리원, 밀매자. */
function personEnding(
  text: string,
  from: number,
  to: number,
  counter: Counter | undefined,
): { readonly end: number; readonly unit: string } | undefined {
  if (counter?.unit !== 'persons') return undefined;
  const stem = text.slice(from, to).replace(PARTICLE, '');
  return /^[가-힣]{2,}(?:자|민|원|생|관|병|꾼|객|범|족)$/.test(stem)
    ? { end: from + stem.length, unit: 'persons' }
    : undefined;
}

/** 탈북자 3명, 탈북자 수는 약 3만 명, 주민 가운데 3명: the noun that a number tells of stands before it. */
function nounBefore(text: string, at: number, { counter, isLimited }: CountedBy): Counted | undefined {
  let end = at;
  for (let steps = 0; steps < 3; steps++) {
    const skipped = BETWEEN.exec(text.slice(Math.max(0, end - 10), end));
    if (skipped === null) break;
    end -= skipped[0].length;
  }
  // 신고 112: without a counter the text must say that it counts.
  if (end === at && counter === undefined && !isLimited && !/[은는이가의] $/.test(text.slice(Math.max(0, at - 2), at)))
    return undefined;
  while (end > 0 && text[end - 1] === ' ' && end > at - 40) end--;
  let from = end;
  while (from > 0 && from > end - 16 && /[가-힣a-z]/.test(text[from - 1] ?? '')) from--;
  if (from === end) return undefined;
  // 지역에 900: where, not what.
  if (/(?:에|에는|에서|에서는|에게|로|으로|까지|부터|마다|보다|처럼)$/.test(text.slice(from, end))) return undefined;
  const noun = nounEnding(text, from, end) ?? personEnding(text, from, end, counter);
  return noun && { start: from, ...noun };
}
