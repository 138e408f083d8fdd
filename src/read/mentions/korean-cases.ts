import type { DangerRules } from './danger-rules.ts';
import { CASE_PERSON, FATE, GROUPS, KIN_MORE, ORIGIN, TELLERS, TELLS } from './data/korean-cases.ts';
import { AT_RISK, GROUP_AT_RISK, HELPER_GROUP, PRACTICE, SITE, SMALL_COUNT, SOURCE, SOURCES } from './markings.ts';
import { mentionRule } from './mention-rule.ts';

// Words are bounded and parted by one space: each pattern looks at a bounded stretch from each place.
const H = '\\p{Script=Hangul}';
const NO = `(?<!${H})`;
const BEHIND = '(?=(?:들)?(?:은|는|이|가|을|를|의|와|과|도|만|에게|한테)?(?:[\\s,.)”’"\']|$))';

/** People of a case, sources told by where they are, kinds of people at risk, places of work (docs/read-protection.md M8, M13 to M15). */
export const KOREAN_CASE_RULES: readonly DangerRules[] = [
  {
    trigger: new RegExp(FATE, 'u'),
    rules: [
      mentionRule(
        `${NO}(?:(?:${ORIGIN})\\s?)(?:${CASE_PERSON})(?:와\\s그의\\s${H}{1,4}|과\\s그의\\s${H}{1,4})?(?!들)${BEHIND}`,
        {
          ...AT_RISK,
          keys: ['count', 'custody'],
        },
      ),
      mentionRule(
        `${NO}[1-9]0대\\s(?:${CASE_PERSON})(?:[와과]\\s그의\\s${H}{1,4}?)?(?=[은는이가을를도]\\s|[은는이가을를도]$)`,
        {
          ...AT_RISK,
          keys: ['count', 'age', 'custody'],
        },
      ),
      mentionRule(`${NO}(?:가장|제일)\\s(?:어린|나이\\s든)\\s(?:이|사람|여성|아이)(?=[는은가이]\\s)`, AT_RISK),
      mentionRule(
        `${NO}(?:그중\\s|이\\s중\\s)?(?:한|두|세|네|다섯)\\s명[은이]\\s(?:임신|만삭|다쳤|숨졌|총)(?:[\\p{Script=Hangul}\\d]{0,4})(?:\\s\\d{1,2}개월)?`,
        AT_RISK,
      ),
    ],
  },
  {
    trigger: new RegExp(KIN_MORE, 'u'),
    rules: [
      mentionRule(`${NO}(?:우리|제|내|저희|그의|그녀의)\\s(?:${KIN_MORE})(?=[은는이가을를도의]?[\\s,.])`, AT_RISK),
      mentionRule(`${NO}(?:${KIN_MORE})(?=[은는이가]\\s)`, SMALL_COUNT),
    ],
  },
  {
    trigger: new RegExp(TELLS, 'u'),
    rules: [
      mentionRule(
        `${NO}(?:[\\p{Script=Hangul}\\d]{1,8}(?:에서|에|의|년|게|을|를|온|던|는|한|린|된|여)\\s){0,6}?(?:한|또 다른|어느|익명의|복수의|전직)\\s(?:[\\p{Script=Hangul}\\d]{1,8}\\s){0,3}?(?:${TELLERS})(?:\\s(?:두|세|네|여러)\\s명)?(?=(?:[은는이가도]|에 따르면|에 의하면|의 말|들[은이도]|을 인용|를 인용)[\\s,]|\\s말로는)`,
        SOURCE,
      ),
      mentionRule(
        `${NO}(?:(?:현지|국내|국제|외교부|통일부|중국|한국|정부|다수의|일부)\\s){0,2}(?:${TELLERS}|연구진|가족)들?(?:\\s(?:두|세|네|여러)\\s명)?(?=(?:[은는이가]|에 따르면|에 의하면|[을를] 인용|들에 따르면)[\\s,])(?=[^.\\n]{0,80}(?:${TELLS}))`,
        SOURCES,
      ),
    ],
  },
  {
    trigger: new RegExp(GROUPS, 'u'),
    rules: [mentionRule(`${NO}(?:${GROUPS})(?:들)?(?:[’”]?\\s?(?:\\d{2,6}|수십|수백|수천)여?\\s?명)?`, GROUP_AT_RISK)],
  },
  {
    trigger: /쉼터|안가|여관|민박|사무실|아지트/u,
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,6}(?:의|에 있는)\\s(?:한\\s)?)?(?:쉼터|안가|아지트)(?:\\s(?:한|두|세|네|여러)\\s곳)?`,
        SITE,
      ),
      mentionRule(`${NO}(?:${H}{1,6}의\\s)한\\s(?:여관|민박|아파트|교회|식당|호텔|농가)`, SITE),
      mentionRule(`${NO}(?:우리|저희)\\s(?:${H}{1,6}\\s)?사무실`, SITE),
    ],
  },
  {
    trigger: /직원|동료|협력자|연락책|파트너/u,
    rules: [
      mentionRule(
        `${NO}(?:현지|조선족|중국인|함께 일하던)\\s(?:조선족\\s)?(?:직원|동료|협력자|연락책|파트너)(?:들)?(?:\\s(?:두|세|네|다섯|\\d{1,2})\\s?명)?`,
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: /전화|만나|연락|송금/u,
    beside: /우리|저희|말씀|쉼터|활동/u,
    rules: [mentionRule(`${NO}(?:전화|문자|메신저)\\s대신\\s(?:${H}{1,6}\\s){1,3}?(?:연락|만나|전달)`, PRACTICE)],
  },
];
