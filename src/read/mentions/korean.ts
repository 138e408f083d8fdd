import { COMMON_SURNAMES, HONORIFICS, NOT_NAMES, PEOPLE, SOURCES, SPEAKERS, SURNAMES } from './data/korean.ts';
import type { Finding, Stretch } from './finding.ts';
import { AGE, NAMED_PERSON as PERSON, SMALL_COUNT, SOURCE } from './markings.ts';
import { findByRules, type MentionRule, mentionRule } from './mention-rule.ts';

// Every quantifier is bounded and no group repeats over the same characters, so each pattern is linear.
const SMALL = '(?:10|[1-9]|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|둘|셋|넷)';
const ALONE = '(?<![\\d.,\\p{Script=Hangul}])';

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
  mentionRule('(?<!\\d)[1-9]0대(?=\\s|[의로후중초]|여|남|$)', AGE),
  mentionRule(`(?:[\\p{Script=Hangul}]{1,10}\\s){0,2}?(?:${SOURCES})`, SOURCE),
  mentionRule(
    '익명을\\s(?:요구|요청|전제로)(?:한|해|하며|로)?(?:\\s[\\p{Script=Hangul}]{1,8}){0,2}?\\s?(?:' +
      SPEAKERS +
      ')|익명을\\s(?:요구|요청|전제)|익명의\\s[\\p{Script=Hangul}]{1,10}',
    SOURCE,
  ),
  mentionRule(
    '(?:이름|신원|신분|실명)을\\s(?:밝히지|공개하지|밝히길|밝히기를)\\s[\\p{Script=Hangul}]{1,6}(?:\\s[\\p{Script=Hangul}]{1,8}){0,2}?\\s?(?:' +
      SPEAKERS +
      ')?',
    SOURCE,
  ),
  mentionRule(
    `(?<![\\p{Script=Hangul}])(?:한|또 다른|다른|현지|복수의|어떤)\\s(?:[\\p{Script=Hangul}]{1,8}\\s)?(?:${SPEAKERS})`,
    SOURCE,
  ),
  // 이모 씨, 김OO 씨
  mentionRule(
    `(?<![\\p{Script=Hangul}])[${SURNAMES}](?:모|○○|OO|XX|○|××)(?=\\s?(?:씨|군|양|목사|여인|여성|선교사|\\())`,
    PERSON,
  ),
  // 김 씨, A씨, 알렉스 씨: whoever is called 씨 is a person.
  mentionRule(
    `(?<![\\p{Script=Hangul}\\p{L}])(?:[${SURNAMES}]|[A-Z]|[\\p{Script=Hangul}]{3,5}(?=\\s))\\s?씨(?=[가는를의와도에로,.)\\s]|$)`,
    PERSON,
  ),
  // 김하늘(34), 김하늘 인권연구소장
  mentionRule(`(?<![\\p{Script=Hangul}])[${SURNAMES}][\\p{Script=Hangul}]{1,2}(?=\\s?\\(\\d{1,2}[세살)·,])`, PERSON),
  mentionRule(
    `(?<![\\p{Script=Hangul}])[${COMMON_SURNAMES}][\\p{Script=Hangul}]{2}(?=\\s[\\p{Script=Hangul}]{2,12}\\s?(?:장관|의원|위원|대표|교수|기자|소장|원장|회장|사장|국장|팀장|센터장|총장|이사장|대변인|목사|변호사|연구원|감독)(?:[은는이가을를의,.\\s]|$))`,
    PERSON,
  ),
  mentionRule(`(?<=(?:이름은|본명은|가명은|가명|본명)\\s)[${SURNAMES}][\\p{Script=Hangul}]{1,2}`, PERSON),
];

const NAMED = new RegExp(
  `(?<![\\p{Script=Hangul}])([${SURNAMES}][\\p{Script=Hangul}]{1,2}|(?:남궁|황보|제갈|선우|독고|사공)[\\p{Script=Hangul}]{1,2})(\\s?)(?:${HONORIFICS})(?![\\p{Script=Hangul}]{2,}(?:부|실|회|사))`,
  'gu',
);

/** A bare name of the usual shape with a particle: "김하늘은". More than half of what looks so in print is a person. */
const BARE = new RegExp(
  `(?<![\\p{Script=Hangul}])[${COMMON_SURNAMES}][\\p{Script=Hangul}]{2}(?=(?:은|는|이|가|을|를|의|와|과|도|에게|한테)(?:\\s|,))`,
  'gu',
);

/** Finds small counts, ages, sources and persons in Korean text. */
export function findKorean(stretch: Stretch): Finding[] {
  const found = findByRules(stretch, RULES);
  for (const match of stretch.text.matchAll(NAMED)) {
    const name = match[1];
    if (name === undefined || NOT_NAMES.has(name)) continue;
    const start = stretch.offset + match.index;
    // "최송이 기자" alone on its line is who wrote the text.
    const byline =
      /기자|특파원/.test(match[0]) && stretch.opening && stretch.text.length < 60 && isBylineLine(stretch.text);
    found.push({
      start,
      end: start + name.length,
      type: 'person',
      protection: byline ? 'byline' : 'high',
      reason: byline ? 'byline' : 'named-person',
      quasiIdentifiers: [],
    });
  }
  for (const { 0: name, index } of stretch.text.matchAll(BARE)) {
    if (NOT_NAMES.has(name) || /[들하되]$/.test(name)) continue;
    const start = stretch.offset + index;
    found.push({
      start,
      end: start + name.length,
      type: 'person',
      protection: 'high',
      reason: 'named-person',
      quasiIdentifiers: [],
    });
  }
  return found;
}

function isBylineLine(text: string): boolean {
  return !/[.?!다]\s*$/.test(text.trim());
}
