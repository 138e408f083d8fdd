import {
  COMPOUND_SURNAMES,
  CUES,
  GIVEN_NAMES,
  HONORIFICS,
  NOT_GIVEN,
  NOT_NAMES,
  SPEECH,
  SURNAMES,
} from './data/chinese.ts';
import type { Finding, Stretch } from './finding.ts';
import { BYLINE, NAMED_PERSON } from './markings.ts';
import { findByRules, type MentionRule, mentionRule } from './mention-rule.ts';

/**
 * Finds persons in Chinese text: a surname with a given name beside a title, a trade, kin, an age or a verb of speech,
 * with 某, in a list, or bare when the given name is written with characters of given names alone
 * (docs/read-protection.md M3).
 */
export function findChineseNames(stretch: Stretch): Finding[] {
  return findByRules(stretch, RULES).filter(
    ({ start, end }) => !NOT_NAMES.has(stretch.text.slice(start - stretch.offset, end - stretch.offset)),
  );
}

// Every quantifier is bounded and no group repeats over the same characters, so each pattern is linear.
const GIVEN = `[^${NOT_GIVEN}\\P{Script=Han}]`;
const SURNAME = `(?:${COMPOUND_SURNAMES}|[${SURNAMES}])`;
const PLAIN = `${SURNAME}[${GIVEN_NAMES}]{1,2}`;
const FULL = `${SURNAME}[${GIVEN_NAMES}]{2}`;
/** What may stand before a bare name: the beginning, a mark, or a word after which a new phrase begins. */
const BEGINS =
  '(?<=^|[\\s，。；：！？、“「『（(《‘]|据|據|由|与|與|和|对|對|向|给|給|把|将|將|被|让|讓|叫|及|当时|當時|其中|但|而)';
/** What follows somebody as the subject or object of a sentence. */
const GOES_ON =
  '(?=[，。；：！？、”」』）)’\\s]|$|在|被|的|与|與|和|把|将|將|向|对|對|因|曾|于|於|是|也|就|则|則|却|卻|又|还|還|没|沒|不|从|從|到|来|來|去|于是|已|正|为|為|及|等|说|說|称|稱|表示|告诉|告訴|一家|夫妇|夫婦|本人|等人)';

const RULES: readonly MentionRule[] = [
  // 李某, 金某某, 王先生, 王建国先生, 牧师金明哲, 名叫张三, 王建国表示
  mentionRule(`${SURNAME}(?:某某|某甲|某乙|某)(?:${GIVEN}{1}(?![\\p{Script=Han}]))?`, NAMED_PERSON, '某'),
  mentionRule(`${SURNAME}${GIVEN}{0,2}(?:${HONORIFICS})`, NAMED_PERSON, HONORIFICS),
  mentionRule(`(?<=${CUES})${SURNAME}${GIVEN}{1,2}`, NAMED_PERSON, CUES),
  mentionRule(
    `(?<=^|[，。；：！？、“「『（(\\s据據])${SURNAME}${GIVEN}{1,2}(?=[^，。！？\\n]{0,3}(?:${SPEECH}))`,
    NAMED_PERSON,
    SPEECH,
  ),
  mentionRule('[\\p{Script=Han}]{1,6}[·‧・•][\\p{Script=Han}]{1,8}', NAMED_PERSON, '[·‧・•]'),
  mentionRule(`(?<=[姓])[${SURNAMES}](?=[的男女])`, NAMED_PERSON, '姓'),
  // 李桂花在法庭上, 与金明哲一起
  mentionRule(`${BEGINS}${FULL}${GOES_ON}`, NAMED_PERSON),
  // 赵刚的母亲
  mentionRule(
    `${BEGINS}${PLAIN}(?=的(?:妻子|丈夫|母亲|母親|父亲|父親|儿子|兒子|女儿|女兒|哥哥|弟弟|姐姐|妹妹|家人|家属|家屬|家|房子|邻居|鄰居))`,
    NAMED_PERSON,
    '的',
  ),
  // 王大山（34岁）, 李桂花，女，45岁
  mentionRule(
    `${BEGINS}${SURNAME}${GIVEN}{1,2}(?=[（(，,]\\s?(?:男|女|\\d{2}[岁歲，,]|现年|現年))`,
    NAMED_PERSON,
    '[（(，,]\\s?(?:男|女|\\d{2}[岁歲，,]|现年|現年)',
  ),
  // 王大山、李桂花、金明哲
  mentionRule(`(?<=[、，])${PLAIN}(?=、|等[人\\d])`, NAMED_PERSON, '、|等[人\\d]'),
  // 摄影：张小路
  mentionRule(
    '(?<=(?:^|[\\n\\s(（])(?:摄影|攝影|文|图|圖|撰文|作者|译者|譯者|编译|編譯|采写|採寫)\\s?[：:／/]\\s?)[\\p{Script=Han}]{2,4}(?=\\s{0,3}(?:$|[\\n)）、,，／/]))',
    BYLINE,
    '[：:／/]',
  ),
];
