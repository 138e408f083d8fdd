import { matchesIn } from '../matches.ts';
import {
  COMMON_SURNAMES,
  FOREIGN,
  GIVEN_FIRST,
  GIVEN_LAST,
  GIVEN_LAST_ALONE,
  HONORIFICS,
  NOT_NAMES,
  PARTICLES,
  SURNAME_WORDS,
  SURNAMES,
  TITLES_AFTER,
  TITLES_BEFORE,
} from './data/korean.ts';
import type { Finding, Stretch } from './finding.ts';
import { BYLINE, NAMED_PERSON } from './markings.ts';
import { marked } from './mention-rule.ts';

/**
 * Finds persons in Korean text: names beside a title, a trade, kin, an age or 씨, and bare names by the syllables that
 * given names are made of, with a particle or in a list (docs/read-protection.md M3). A name of a foreigner written in
 * Hangul has no surname to be known by, and is found by its cue alone.
 */
export function findKoreanNames({ text, offset, opening }: Stretch): Finding[] {
  const found: Finding[] = [];
  const byline = opening && text.length < 60 && !/[.?!다]\s*$/.test(text.trim());
  const push = (start: number, name: string, wrote: boolean): void => {
    if (NOT_NAMES.has(name)) return;
    const at = offset + start;
    found.push(marked(at, at + name.length, wrote ? BYLINE : NAMED_PERSON));
  };
  for (const { index, 0: all, 1: name = '' } of matchesIn(text, TITLED)) {
    // "최송이 기자" alone on its line is who wrote the text.
    push(index, name, byline && /기자|특파원/.test(all));
  }
  for (const { index, 1: name = '' } of matchesIn(text, CREDITED))
    push(index + 0 + lengthBefore(text, index, name), name, true);
  for (const { pattern, needs } of PATTERNS) {
    if (!needs.test(text)) continue;
    for (const { index, 0: name } of matchesIn(text, pattern)) push(index, name, false);
  }
  for (const { index, 0: name } of matchesIn(text, BARE)) {
    if (!/[들하되]$/.test(name)) push(index, name, false);
  }
  return found;
}

function lengthBefore(text: string, from: number, name: string): number {
  return Math.max(0, text.indexOf(name, from) - from);
}

// Every quantifier is bounded and no group repeats over the same characters, so each pattern is linear.
const H = '\\p{Script=Hangul}';
const NO_LETTER_BEFORE = `(?<![${H}])`;
const COMPOUND = '남궁|황보|제갈|선우|독고|사공';
const GIVEN = `[${GIVEN_FIRST}][${GIVEN_LAST}]`;
const FULL = `(?:[${SURNAMES}]${GIVEN}|(?:${COMPOUND})[${H}]{1,2})`;
const COMMON = `[${COMMON_SURNAMES}]${GIVEN}`;
const END = `(?:${PARTICLES})?(?![${H}])`;

const TITLED = new RegExp(
  `${NO_LETTER_BEFORE}([${SURNAMES}][${H}]{2}|[${COMMON_SURNAMES}][${GIVEN_LAST}](?=\\s|씨|님)|(?:${COMPOUND})[${H}]{1,2})(?:\\s(?:전\\s|현\\s|부)?(?:${TITLES_AFTER}|${HONORIFICS})|(?![군양])(?:${HONORIFICS}))(?:님)?${END}`,
  'gu',
);

/** "사진: 강바람", "글 = 한봄", "번역 최별": a credit line. */
const CREDITED = new RegExp(
  `(?<=^|\\n)(?:사진|글|번역|취재|촬영|그림|편집|글·사진)\\s?[:：=/]\\s?([${H}]{2,5})(?=\\s*(?:$|\\n|기자|특파원))`,
  'gu',
);

/** Titles behind a name, and what people are called by. */
const TITLED_BEHIND = `${TITLES_AFTER}|씨|군|양`;

/** Each with what stands in or behind whatever it finds: most texts hold none of it, and need not be searched from each syllable. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly needs: RegExp }[] = (
  [
    // 이모 씨, 김OO 씨, 정씨
    [
      `${NO_LETTER_BEFORE}[${SURNAMES}](?:모|○○|OO|XX|○|××|모모)(?=\\s?(?:씨|군|양|목사|여인|여성|남성|선교사|할머니|할아버지|\\())`,
      '모|○|OO|XX|×',
    ],
    [`(?<![${H}\\p{L}])(?:[${SURNAMES}]|[A-Z]|[${H}]{3,5}(?=\\s))\\s?씨(?=(?:${PARTICLES})?(?:[\\s,.)·'"”’]|$))`, '씨'],
    // A군
    [`(?<![\\p{L}\\d])[A-Z](?=(?:군|양|씨)${END})`, '[A-Z]'],
    // 박 목사, 최 회장, 원 전 원장
    // Their title is what they are called by, and goes with the name.
    [
      `${NO_LETTER_BEFORE}(?![${SURNAME_WORDS}])[${SURNAMES}]\\s(?:전\\s|부)?(?:총괄|수석|공동)?(?:${TITLES_AFTER}|군|양)(?=(?:님)?${END})`,
      TITLED_BEHIND,
    ],
    // 존스 선교사, 슈미트 씨: syllables that only foreign names are written with.
    [
      `${NO_LETTER_BEFORE}(?=[${H}]{0,4}[${FOREIGN}])(?:[${H}]{1,6}\\s)?[${H}]{2,6}(?=\\s(?:전\\s)?(?:${TITLES_AFTER}|씨|양|군)(?:님)?${END})`,
      TITLED_BEHIND,
    ],
    // 김하늘(34), 아유브 카자니(25), 서진우(徐眞宇)
    [`${NO_LETTER_BEFORE}[${SURNAMES}][${H}]{1,2}(?=\\s?\\((?:\\d{1,2}[세살)·,]|\\p{Script=Han}{2,4}))`, '[(]'],
    [
      `${NO_LETTER_BEFORE}(?:[${H}]{2,6}\\s)?[${H}]{2,6}(?=\\(\\d{2}(?:세|·[남여]|,\\s?[남여가-힣]|\\)\\s?(?:씨|군|양)|\\)(?:[은는이가의과와,]|$)))`,
      '[(]',
    ],
    // 김하늘 인권연구소장, 윤가람 외교부 장관과
    [
      `${NO_LETTER_BEFORE}${FULL}(?=\\s(?:전\\s|현\\s|[${H}A-Z]{2,12}\\s?)(?:${TITLES_AFTER}|소장|단장|국장|처장|관장|팀장)${END})`,
      `${TITLES_AFTER}|소장|단장|국장|처장|관장|팀장`,
    ],
    // 선교사 박한결, 딸 김봄이
    [
      `(?<=(?:^|[\\s'"“‘(,·])(?:${TITLES_BEFORE})(?:인|은|는)?\\s)(?:${FULL}|[${COMMON_SURNAMES}][${GIVEN_LAST}])(?=${END})`,
      TITLES_BEFORE,
    ],
    // 김하늘, 박서준, 이봄의: two names in a row
    [`${NO_LETTER_BEFORE}${FULL}(?=(?:,\\s?|·|\\s?[와과]\\s)${FULL}${END})`, '[,·와과]'],
    [`(?<=${NO_LETTER_BEFORE}${FULL}(?:,\\s?|·))${FULL}(?=${END})`, '[,·]'],
  ] as const
).map(([source, needs]) => ({ pattern: new RegExp(source, 'gu'), needs: new RegExp(needs, 'u') }));

/** A bare name of the usual shape with a particle: "김하늘은". More than two thirds of what looks so in print are persons. */
const BARE = new RegExp(
  `${NO_LETTER_BEFORE}(?:${COMMON}|(?:${COMPOUND})${GIVEN})(?=(?:은|는|이|가|을|를|의|와|과|도|에게|한테|께서|처럼|보다|이라는|라는|이라고|라고|랑|이랑|만|측|에|로|씨|님)(?![${H}])|(?<=[${GIVEN_LAST_ALONE}])(?![${H}]))`,
  'gu',
);
