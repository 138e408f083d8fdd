import { type DangerRules, findDangers } from './danger-rules.ts';
import {
  COVERTLY,
  CUSTODY,
  HARM,
  HELPED,
  HELPERS,
  HELPING,
  KIN,
  LOCATORS,
  NOT_OURS,
  PERSON,
  PRESSURE,
  TRADES,
} from './data/korean-dangers.ts';
import type { Finding, Stretch } from './finding.ts';
import { KOREAN_KEYS } from './korean.ts';
import { KOREAN_CASE_RULES } from './korean-cases.ts';
import { KOREAN_DESCRIBED_RULES } from './korean-described.ts';
import {
  AFFECTED_GROUP,
  AT_RISK,
  CASE_COUNT,
  DETAIL,
  GROUP_AT_RISK,
  HELPER,
  HELPER_GROUP,
  ONLY_ONE,
  PARTNER,
  PRACTICE,
  ROUTE,
  SITE,
  SMALL_COUNT,
  SOURCE,
} from './markings.ts';
import { mentionRule } from './mention-rule.ts';
import { withKeys } from './quasi-keys.ts';

/**
 * Finds in one Korean sentence what is dangerous without being a name: persons at risk as the text describes them,
 * helpers, partners, sources by their trade, groups, sites, routes, ways of working and details
 * (docs/read-protection.md M8, M12 to M15).
 */
export function findKoreanDangers(stretch: Stretch): Finding[] {
  return withKeys(findDangers(stretch, ALL_RULES), stretch, KOREAN_KEYS);
}

// Words are bounded and parted by one space: each pattern looks at a bounded stretch from each place.
const H = '\\p{Script=Hangul}';
const NO = `(?<!${H})`;
/** The particles that may follow, and no other letter. */
const END = '(?=(?:은|는|이|가|을|를|의|와|과|도|만|에게|한테|에|로|으로|들)?(?:[\\s,.)”’"\']|$))';
/** What a rule of law says of whoever; it means nobody. */
const LAW = /(?:자는|자를|자에게|경우에는|벌금에 처|처벌한다|금지한다|하여야 한다|해서는 안)/u;

const RULES: readonly DangerRules[] = [
  {
    trigger: new RegExp(CUSTODY, 'u'),
    unless: LAW,
    rules: [
      mentionRule(`(?:${CUSTODY})\\s(?:${H}{1,6}\\s)?(?:${PERSON})(?:의\\s(?:${KIN}))?${END}(?!들)`, {
        ...AT_RISK,
        keys: ['count', 'custody'],
      }),
    ],
  },
  {
    trigger: /누군가|내부인|안에서/u,
    beside: /넘겼|넘긴|전했|말했|흘렸|알렸|알려|귀띔|유출|폭로/u,
    rules: [mentionRule(`${NO}(?:${H}{1,8}\\s)?(?:안의|내부의|안에 있는)\\s(?:누군가|사람|직원|인사)`, SOURCE)],
  },
  {
    trigger: /위조|태워|안내|전달|날라|환전/u,
    unless: LAW,
    rules: [
      mentionRule(
        `${NO}(?:(?:서류|여권|신분증|증명서|비자)[를을]\\s(?:위조한|위조해\\s준)|(?:길을|국경까지)\\s안내한|(?:배|차|트럭)[에를을]\\s태워\\s준|돈을\\s전달한|환전해\\s준)\\s(?:${PERSON}|사람)`,
        HELPER,
      ),
    ],
  },
  {
    trigger: /먹였|숨겼|숨겨|재웠|재워|돌봤|보호했|받아 주/u,
    beside: /난민|탈북|도망|피난|그들|아이들|일행/u,
    unless: /정부|경찰|당국|유엔|자는|자를/u,
    rules: [
      mentionRule(
        `${NO}${H}{1,8}\\s(?:위|아래|옆|뒤|앞|근처|속|안)의\\s(?:${HELPING})(?=[은는이가]\\s[^.\\n]{0,40}(?:먹였|숨겼|숨겨|재웠|재워|돌봤|보호했|받아 주))`,
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: /숨어|숨은|숨긴|기다|머물|지낸|지내|잔다|잤다|묵는|묵었/u,
    unless: /경찰|장관|관광객|손님|회의/u,
    rules: [
      mentionRule(
        `${NO}${H}{1,8}\\s(?:뒤|위층|아래층|옆|지하|건너편|뒤편|맞은편)(?:의)?\\s(?:방|집|창고|헛간|다락|지하실|아파트|동굴|움막)(?=에|이|은|의|을|\\s)`,
        SITE,
      ),
    ],
  },
  {
    trigger: /떠나|떠난|출발|도착|탄다|대기/u,
    beside: /자정|새벽|밤|한밤|어두워/u,
    unless: /경찰|순찰|관광객|여객/u,
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,6}\\s)?(?:${LOCATORS})(?=에서\\s(?:${H}{1,6}\\s)?(?:떠나|떠난|출발|탄다|대기))`,
        ROUTE,
      ),
    ],
  },
  {
    trigger: /돈|현금|약품|성경|쌀|편지/u,
    beside: /우리|저희|활동가|봉사자|동역자/u,
    unless: /예산|억|조원/u,
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,8}(?:에|으로|로|통해)\\s)(?:돈|현금|약|약품|성경|쌀|편지)[을를]?\\s(?:넣어|담아|숨겨|실어)?(?:\\s)?(?:나눠|나누어|전달|보내|보낸|건네|들여)${H}{0,3}`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: /손가락|발가락|한쪽 (?:눈|팔|다리|귀)/u,
    rules: [
      mentionRule(
        `${NO}(?:(?:왼손|오른손|왼발|오른발)\\s)?(?:손가락|발가락|한쪽\\s(?:눈|팔|다리|귀))(?:\\s(?:한|두|세|네)\\s개)?[이가을를]\\s(?:없|잃|잘렸|잘린)${H}{0,2}`,
        DETAIL,
      ),
    ],
  },
  {
    trigger: new RegExp(KIN, 'u'),
    rules: [
      mentionRule(
        `${NO}(?:그녀의|그의|나의|내|제|우리|자신의|${H}{2,6}\\s씨의)\\s(?:${H}{1,4}\\s)?(?:${KIN})${END}(?!들)`,
        SMALL_COUNT,
      ),
      mentionRule(
        `${NO}(?:갓난\\s|어린\\s|큰|작은|막내)?(?:${KIN})(?=[을를과와]\\s(?:데리고|업고|안고|함께|두고|잃))`,
        SMALL_COUNT,
      ),
    ],
  },
  {
    trigger: /소년|소녀|임산부|임신부|갓난아기|과부|고아/u,
    rules: [mentionRule(`${NO}(?:${H}{1,6}\\s)?(?:소년|소녀|갓난아기|과부)(?=[이은을를]\\s|가\\s|는\\s)`, SMALL_COUNT)],
  },
  {
    trigger: /유일한|하나뿐인/u,
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,8}(?:의|에서|에)\\s)?(?:유일한|하나뿐인)\\s(?:${H}{1,8}\\s)?(?:${PERSON}|${TRADES}|생존자|목격자)${END}`,
        ONLY_ONE,
      ),
    ],
  },
  {
    trigger: /실형|선고|처형|유죄|사형|징역|교화형/u,
    rules: [
      mentionRule(
        '(?<![\\d.,])(?:1[1-9]|2\\d|30|열한|열두|열세|열네|스무|스물\\p{Script=Hangul})\\s?(?:명|인|사람)',
        CASE_COUNT,
      ),
    ],
  },
  {
    trigger: new RegExp(HELPERS, 'u'),
    unless: LAW,
    rules: [
      mentionRule(
        `${NO}(?:(?:한|그|어떤|현지|젊은|조선족|중국인)\\s){0,2}(?:${HELPERS})(?!들|\\s등)${END}(?!들)`,
        HELPER,
      ),
    ],
  },
  {
    trigger: /숨겨|숨긴|재워|도와|도운|감춰|먹여|보호|돌봐|데려다|안내|건네|업고|건너/u,
    unless: LAW,
    rules: [
      mentionRule(
        `${NO}(?:(?:난민|탈북민|탈북자|탈북여성|그들|그녀|그|사람들|아이들|여성들|일행|가족|우리)[을를]\\s)?(?:${H}{1,8}\\s)?(?:${HELPED})\\s(?:${H}{1,8}\\s)?(?:${HELPING})(?:들)?`,
        HELPER_GROUP,
      ),
      mentionRule(
        `${NO}(?:한|그|어느|현지)\\s(?:${H}{1,8}\\s)?(?:${HELPING})(?=[이가은는]\\s[^.\\n]{0,40}(?:숨겨|재워|보호해|돌봐|도와|감춰|먹여|데려다|업고|건네))`,
        HELPER_GROUP,
      ),
      mentionRule(
        `${NO}(?:한|그|어느|현지)\\s(?:목사|선교사|전도사|수녀|신부|활동가)(?=[가는이은]\\s[^.\\n]{0,40}(?:숨겨|재워|보호해|돌봐|도와|감춰|먹여|데려다|업고|건네))`,
        HELPER,
      ),
    ],
  },
  {
    trigger: /(?:지하|비밀|가정)\s?(?:교회|모임|조직|학교|예배)/u,
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,8}의\\s)?(?:한\\s)?(?:지하|비밀|가정)\\s?(?:교회|모임|조직|학교)(?!들)`,
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: /협력자|협력\s?단체|파트너|동역자|직원|활동가|봉사자|일꾼/u,
    beside: new RegExp(PRESSURE, 'u'),
    rules: [
      mentionRule(
        `${NO}(?:우리|저희|현지|단체의|그들의)\\s(?:현지\\s)?(?:협력자|협력\\s?단체|파트너|동역자|직원|활동가|자원봉사자|일꾼)(?:들)?`,
        PARTNER,
      ),
    ],
  },
  {
    trigger: new RegExp(TRADES, 'u'),
    beside:
      /말했|전했|밝혔|설명했|증언했|주장했|덧붙였|토로했|털어놨|털어놓|귀띔|따르면|의하면|라고\s|다고\s|적었|썼다|알렸|귀띔|흘렸/u,
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,8}(?<![고면며서은])\\s){0,3}?(?:한|어느|또 다른|전직|퇴역한|은퇴한|현직|익명의|현지의?|복수의)\\s(?:${H}{1,8}\\s){0,2}?(?:${TRADES})(?=(?:[은는이가]\\s|에 따르면|에 의하면|의 말|들[은이]\\s))`,
        SOURCE,
      ),
    ],
  },
  {
    trigger: /은신처|안전\s?가옥|비밀\s?거처|은거지|숨은 집|비밀\s?숙소/u,
    rules: [mentionRule(`${NO}(?:${H}{1,8}\\s){0,2}?(?:은신처|안전\\s?가옥|비밀\\s?거처|은거지|비밀\\s?숙소)`, SITE)],
  },
  {
    trigger: /수용소|구류장|집결소|감옥|구치소|단련대|관리소|보호소/u,
    rules: [
      mentionRule(
        `${NO}(?:(?:새|신설|비밀|임시|새로운)\\s)?(?:${H}{1,6}\\s)?(?:수용소|구류장|집결소|감옥|구치소|노동단련대|관리소|보호소)\\s(?:한|두|세|네|다섯|여섯|일곱|\\d{1,2})\\s?(?:곳|개|개소|군데)`,
        SITE,
      ),
      mentionRule(
        `${NO}(?:한|두|세|네|다섯|여섯|일곱|\\d{1,2})\\s?(?:곳|개|개소)의\\s(?:${H}{1,6}\\s)?(?:수용소|구류장|집결소|감옥|구치소)`,
        SITE,
      ),
    ],
  },
  {
    trigger: /(?:탈출|탈북|도강|밀수|도피|월경|밀입국)\s?(?:경로|통로|루트|노선|길목|지점)/u,
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,8}\\s)?(?:탈출|탈북|도강|밀수|도피|월경|밀입국)\\s?(?:경로|통로|루트|노선|길목|지점)`,
        ROUTE,
      ),
    ],
  },
  {
    trigger: /건넌|건너|도강|넘어|넘는/u,
    beside: new RegExp(LOCATORS, 'u'),
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,8}\\s)?(?:아래|위|옆|뒤|앞|근처|쪽|부근)\\s(?:${LOCATORS})(?:로|으로|에서|를|을)\\s(?:(?:강|국경)을\\s)?(?:건넌|건너|도강|넘)${H}{0,4}`,
        ROUTE,
      ),
      mentionRule(
        `${NO}(?:${H}{1,8}\\s)?(?:${LOCATORS})(?:로|으로|에서)\\s(?:강|국경)을\\s(?:건넌|건너|넘)${H}{0,4}`,
        ROUTE,
      ),
    ],
  },
  {
    trigger: /만나|만난|모이|모인|접선|예배/u,
    unless: /위원회|의회|국회|회의|이사회|장관|대표단|정상/u,
    rules: [
      mentionRule(
        `${NO}(?:[월화수목금토일]요일(?:마다|에)|매주|매달|매일|밤마다|새벽마다|격주로)\\s(?:${H}{1,8}\\s){0,3}?${H}{1,8}에서\\s(?:몰래\\s)?(?:만나|만난|모이|모인|접선|예배)${H}{0,3}`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: new RegExp(COVERTLY, 'u'),
    unless: new RegExp(NOT_OURS, 'u'),
    rules: [
      mentionRule(
        `${NO}(?:${COVERTLY})\\s(?:${H}{1,8}\\s){0,2}?(?:활동|일하|일한|운영|돕|도우|사역|움직|진행|전달|지원|구출)${H}{0,4}`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: /비자|여권|신분증/u,
    beside: /우리|활동가|선교사|직원|봉사자|브로커|저희/u,
    rules: [
      mentionRule(
        `${NO}(?:관광|단기|유학|위조|가짜|상용)\\s?(?:비자|여권|신분증)(?:로|으로)\\s(?:${H}{1,6}\\s)?(?:입국|들어|드나|체류)${H}{0,4}`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: /소년|여성|여자|아동|어린이|아이|임산부|소녀|청소년|고아|미성년|산모|영아/u,
    rules: [
      mentionRule(
        `${NO}(?:(?:강제\\s)?(?:탈북|북송된|송환된|구금된|체포된|인신매매된|팔려 간|무국적|미등록|난민|불법체류)\\s)(?:여성|여자|아동|어린이|아이|임산부|소녀|청소년|고아|미성년자|산모|영아)(?:들)`,
        GROUP_AT_RISK,
      ),
      mentionRule(
        `${NO}(?:탈북|난민|무국적|미등록)\\s?(?:여성|아동|어린이|임산부|소녀|청소년|고아|영유아)(?:들)?(?!\\s?\\d)`,
        GROUP_AT_RISK,
      ),
      mentionRule(
        `${NO}(?:호적|국적|신분증|호구|부모|신분)[이가]?\\s없는\\s(?:소년\\s소녀|소년|소녀|아이|아동|어린이|청소년|여성|임산부)(?:들)?`,
        GROUP_AT_RISK,
      ),
    ],
  },
  {
    trigger: /주민|마을 사람|농민|어민|상인|교인|신자|학생|노동자/u,
    beside: new RegExp(HARM, 'u'),
    rules: [
      mentionRule(
        `${NO}${H}{1,8}(?:군|현|읍|면|리|촌|마을|동네)(?:의)?\\s(?:주민|마을 사람|농민|어민|상인|교인|신자|학생|노동자)(?:들)`,
        AFFECTED_GROUP,
      ),
    ],
  },
  {
    trigger: /흉터|문신|자국|반점|의족|의수|절름|다리를 전|다리를 저/u,
    rules: [
      mentionRule(
        `${NO}(?:(?:왼쪽|오른쪽|양쪽|두)\\s)?(?:얼굴|뺨|볼|팔|손|손등|이마|목|다리|턱|눈가|어깨|등|가슴|발)에\\s(?:${H}{1,6}\\s){0,2}?(?:흉터|문신|상처\\s?자국|화상\\s?자국|반점)`,
        DETAIL,
      ),
      mentionRule(`${NO}(?:(?:왼쪽|오른쪽|한쪽)\\s)?(?:다리를\\s(?:전다|저는|절었)|의족을|의수를|절름발이)`, DETAIL),
    ],
  },
  {
    trigger: /일했|일하던|근무|복무/u,
    beside: /탈출|탈북|도망|떠나기|체포|넘어오기|건너기|붙잡/u,
    unless: /대사|장관|대변인|교수/u,
    rules: [
      mentionRule(
        `${NO}(?:${H}{1,8}\\s)?${H}{1,10}에서\\s(?:${H}{1,6}\\s)?(?:일했|일하던|근무했|근무하던|복무했|복무하던)${H}{0,3}`,
        DETAIL,
      ),
    ],
  },
];

const ALL_RULES: readonly DangerRules[] = [...RULES, ...KOREAN_CASE_RULES, ...KOREAN_DESCRIBED_RULES];
