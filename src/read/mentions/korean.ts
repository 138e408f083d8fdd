import { PEOPLE, SOURCES, SPEAKERS } from './data/korean.ts';
import type { Finding, Stretch } from './finding.ts';
import { findKoreanNames } from './korean-names.ts';
import { AGE, SMALL_COUNT, SOURCE } from './markings.ts';
import { findByRules, type MentionRule, mentionRule } from './mention-rule.ts';
import { type KeySigns, withKeys } from './quasi-keys.ts';

// Every quantifier is bounded and no group repeats over the same characters, so each pattern is linear.
const SMALL = '(?:10|[1-9]|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|둘|셋|넷)';
const ALONE = '(?<![\\d.,\\p{Script=Hangul}])';

/** Which words of a sentence give which key away. */
export const KOREAN_KEYS: KeySigns = {
  sex: /여성|남성|여자|남자|여인|소녀|소년|부부|남매|자매|형제|모녀|부녀|여의사|임산부|임신부|산모|과부|아내|남편|부인|딸|아들|어머니|아버지|언니|오빠|누나|할머니|할아버지|삼촌|이모|고모|수녀/u,
  age: /\d\s?(?:세|살)|[1-9]0대|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무)\s?살/u,
  origin: /출신|에서 온|고향/u,
  route: /강을 건|도강|밀입국|월경|국경을 넘/u,
  date: /\d{1,2}월 ?\d{1,2}일|\d{4}년 ?\d{1,2}월/u,
  mode: /신고|밀고|제보|불시|검문|단속|고발/u,
  custody: /체포|구금|구속|수감|연행|북송|송환|억류|붙잡|구류|투옥|이송|감옥/u,
};

const RULES: readonly MentionRule[] = [
  // 여성 2명, 일가족 4명, 두 명, 세 사람, 3인 가족, 두 여성, 네 식구
  mentionRule(`(?:(?:${PEOPLE})\\s)?${ALONE}${SMALL}\\s?(?:명|사람|식구)(?!단)`, SMALL_COUNT),
  mentionRule(`(?:${PEOPLE})\\s?${SMALL}\\s?(?:명|인|분)`, SMALL_COUNT),
  mentionRule(`${ALONE}${SMALL}\\s?분(?=[이은께의])`, SMALL_COUNT),
  mentionRule(`${ALONE}${SMALL}\\s?인\\s?(?:가족|가구|조)`, SMALL_COUNT),
  mentionRule(`${ALONE}(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\\s(?:젊은\\s|어린\\s)?(?:${PEOPLE})`, SMALL_COUNT),
  // 17세, 열일곱 살, 30대
  mentionRule('(?<!\\d)\\d{1,3}\\s?(?:세|살)(?![\\p{Script=Hangul}]{0,1}기)', AGE),
  mentionRule(
    '(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?:한|두|하나|둘|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?\\s?살',
    AGE,
  ),
  mentionRule(`${ALONE}(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\\s?살(?!\\s?(?:위|아래|차이|터울))`, AGE),
  mentionRule('(?<!\\d)[1-9]0대(?=\\s|[의로후중초]|여|남|$)', AGE),
  mentionRule(
    `(?<!\\p{Script=Hangul})(?:[\\p{Script=Hangul}]{1,10}(?<![고면며서는은를을])\\s){0,2}?(?:${SOURCES})`,
    SOURCE,
    SOURCES,
  ),
  mentionRule(
    '익명을\\s(?:요구|요청|전제로)(?:한|해|하며|로)?(?:\\s[\\p{Script=Hangul}]{1,8}){0,2}?\\s?(?:' +
      SPEAKERS +
      ')|익명을\\s(?:요구|요청|전제)|익명의\\s[\\p{Script=Hangul}]{1,10}',
    SOURCE,
    '익명',
  ),
  mentionRule(
    '(?:이름|신원|신분|실명)을\\s(?:밝히지|공개하지|밝히길|밝히기를)\\s[\\p{Script=Hangul}]{1,6}(?:\\s[\\p{Script=Hangul}]{1,8}){0,2}?\\s?(?:' +
      SPEAKERS +
      ')?',
    SOURCE,
    '을\\s(?:밝히|공개하)',
  ),
  mentionRule(
    `(?<![\\p{Script=Hangul}])(?:한|또 다른|다른|현지|복수의|어떤)\\s(?:[\\p{Script=Hangul}]{1,8}(?<![고면며서는은를을에])\\s)?(?:${SPEAKERS})`,
    SOURCE,
    SPEAKERS,
  ),
];

/** Finds small counts, ages, sources and persons in Korean text. */
export function findKorean(stretch: Stretch): Finding[] {
  return [...withKeys(findByRules(stretch, RULES), stretch, KOREAN_KEYS), ...findKoreanNames(stretch)];
}
