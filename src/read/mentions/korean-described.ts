import type { DangerRules } from './danger-rules.ts';
import { CALLED, GROUPS, HEADS, HELD_GROUPS, SPEAKS } from './data/korean-described.ts';
import { AT_RISK, DESCRIBED, GROUP_AT_RISK, HELPER, PUBLIC_FIGURE, SMALL_COUNT, SOURCE } from './markings.ts';
import { mentionRule } from './mention-rule.ts';

const H = '\\p{Script=Hangul}';
const NO = `(?<![${H}\\d])`;
/** Words before the head: objects and adverbials, then what they do or are of. No topic and no subject. */
const CHAIN = `(?:[${H}\\d,]{0,8}(?:을|를|에서|으로|로|고|서|에|의|채|출신)\\s|\\d{1,3}(?:살|세|대)\\s|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\\s(?:살|명)\\s){1,5}`;
/** 북한 and 중국인 end as what somebody does, and say where from. */
const ADNOMINAL = `(?!(?:북한|남한|있는|없는|다른|이런|그런|어떤|많은|젊은|늙은|${H}{0,3}국인|조선인|일본인|한국인)\\s)(?:[${H}\\d]{1,7}(?:던|난|온|간|인|던|준|낸|산|친|둔|밴|된|한|[하사오가있짓]는|들은|출신의|개월의|출신)|(?:온|난|간|낸|산|준|친|둔|밴|된))\\s`;
const AGE = '(?:\\d{2}대(?:\\s(?:초반|중반|후반))?\\s|\\d{1,2}(?:세|살)(?:의)?\\s)?';
const END =
  '(?=(?:은|는|이|가|을|를|의|와|과|도|만|에게|한테|께서|께)?(?:[,.)”’"\']|\\s(?!\\d|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|수|몇)\\s?(?:명|사람))|$))';
const LAW = /(?:자는|자를|자에게|경우에는|벌금에 처|처벌한다|금지한다|하여야 한다|해서는 안)/u;

/** Somebody whom a text describes without a name: the description as a whole is what gives them away (docs/read-protection.md M22). */
export const KOREAN_DESCRIBED_RULES: readonly DangerRules[] = [
  {
    trigger: new RegExp(`(?:${HEADS})`, 'u'),
    unless: LAW,
    rules: [
      mentionRule(
        `${NO}${CHAIN}${ADNOMINAL}${AGE}(?:${HEADS})${END}(?=[은는이가도께]{1,2}\\s[^.!?\\n]{0,80}(?:${SPEAKS}))`,
        SOURCE,
      ),
      mentionRule(`${NO}${CHAIN}${ADNOMINAL}${AGE}(?:${HEADS})${END}`, DESCRIBED),
      mentionRule(`${NO}[${H}\\d]{1,8}\\s(?:출신의?|개월의)\\s${AGE}(?:${HEADS})${END}`, DESCRIBED),
    ],
  },
  {
    trigger: new RegExp(CALLED, 'u'),
    unless: LAW,
    rules: [
      mentionRule(
        `${NO}(?:저희|우리|제|내|그의|그녀의|동네|교회|옆집|이웃집)\\s(?:[${H}]{1,6}\\s){0,2}?(?:${CALLED})${END}`,
        AT_RISK,
      ),
    ],
  },
  {
    trigger: /모녀|모자|부녀|부자|자매|형제|남매|부부|일가족/u,
    beside: /붙잡|끌려|연행|체포|북송|송환|구금|넘겨|숨|건너/u,
    rules: [
      mentionRule(
        `${NO}(?:모녀|모자|부녀|부자|자매|형제|남매|부부|일가족)(?:\\s(?:둘|셋|두\\s사람|세\\s사람|[2-9]명))?${END}`,
        SMALL_COUNT,
      ),
    ],
  },
  {
    trigger: /재워 ?준|숨겨 ?준|숨어 지|묵게 한|받아 ?준/u,
    rules: [
      mentionRule(
        `${NO}(?:[${H}\\d]{1,8}\\s){0,4}?(?:재워\\s?준|숨겨\\s?준|묵게\\s한|받아\\s?준)\\s(?:집|방|창고|농가|교회|가게|사람|이|이들|주민|부부)${END}`,
        HELPER,
      ),
    ],
  },
  {
    trigger: /대변인/u,
    rules: [
      mentionRule(`${NO}(?:중국\\s|한국\\s|북한\\s)?(?:외교부|통일부|국방부|법무부|대통령실)\\s대변인`, PUBLIC_FIGURE),
    ],
  },
  {
    trigger: new RegExp(GROUPS, 'u'),
    rules: [mentionRule(`${NO}(?:${GROUPS})(?:들)?${END}`, GROUP_AT_RISK)],
  },
  {
    trigger: new RegExp(HELD_GROUPS, 'u'),
    rules: [mentionRule(`${NO}(?:${HELD_GROUPS})${END}`, GROUP_AT_RISK)],
  },
];
