import type { DangerRules } from './danger-rules.ts';
import { CASE_PERSON, FATE, GROUPS, TELLERS, TELLS } from './data/chinese-cases.ts';
import { AT_RISK, BYLINE, GROUP_AT_RISK, HELPER_GROUP, SITE, SMALL_COUNT, SOURCE, SOURCES } from './markings.ts';
import { mentionRule } from './mention-rule.ts';

// Every quantifier is bounded: each pattern looks at a bounded stretch from each place.
const H = '\\p{Script=Han}';
const ONE = '(?:一|另一|又一|那)(?:名|位|个|個|户|戶|对|對)';

/** People of a case, sources told by where they are, kinds of people at risk, places of work (docs/read-protection.md M8, M13 to M15). */
export const CHINESE_CASE_RULES: readonly DangerRules[] = [
  {
    trigger: new RegExp(FATE, 'u'),
    rules: [
      // 一名三十多岁的女子带着两个孩子翻墙逃离收容点
      mentionRule(`${ONE}${H}{0,12}?(?:${CASE_PERSON})(?=[^。！？，]{0,16}(?:${FATE}))`, {
        ...AT_RISK,
        keys: ['count', 'custody'],
      }),
      mentionRule(`(?:我|他|她|其)(?:的)?(?:${CASE_PERSON}|合伙人|同伴|同事|搭档)(?=[^。！？，]{0,16}(?:${FATE}))`, {
        ...AT_RISK,
        keys: ['count', 'custody'],
      }),
    ],
  },
  {
    trigger: /我|他|她|其/u,
    rules: [
      mentionRule(
        '(?<![\\p{Script=Han}]我)(?:我|他|她|其)(?:的|家)?(?:表[姊姐妹哥弟兄嫂]|堂[姊姐妹哥弟兄]|舅舅|舅妈|舅媽|姑姑|姑妈|姑媽|姨妈|姨媽|阿姨|嫂子|弟媳|弟妹|小姨|小叔|岳父|岳母|婆婆|公公|外甥|外甥女|侄子|侄女|儿媳|兒媳|女婿|孙子|孫子|孙女|孫女|妻子?|夫|子|女)(?![\\p{Script=Han}]{0,1}[们們])(?=[^子儿兒女])',
        SMALL_COUNT,
      ),
    ],
  },
  {
    trigger: new RegExp(TELLS, 'u'),
    rules: [
      mentionRule(
        `(?:${H}{0,6}某${H}{1,4})?(?:一|那|另一|某|有)(?:名|位|个|個)(?:${H}{0,16}?)(?:${TELLERS})(?=[^。！？\\n]{0,12}(?:${TELLS}))`,
        SOURCE,
      ),
      mentionRule(
        `(?<=来源是|來源是|据|據|听|聽)(?:${H}{0,8}的)?(?:一(?:名|位|个|個))?(?:${H}{0,8}?)(?:${TELLERS}|熟人|亲戚|親戚|朋友)`,
        SOURCE,
      ),
      mentionRule(
        `${H}{1,6}(?:对岸|對岸|当地|當地|本地|一带|一帶)?的?(?:居民|村民|商人|邻居|鄰居)(?=也?(?:告诉|告訴|说|說|透露|反映|证实|證實))`,
        SOURCE,
      ),
      mentionRule(
        `(?:当地|當地|县里|縣裡|地方)?(?:官员|官員|学者|學者|专家|專家|外交官|知情者)(?=们?(?:也|还|還)?(?:认为|認為|说|說|表示|指出|估计|估計|担心|擔心|告诉|告訴|透露))`,
        SOURCES,
      ),
    ],
  },
  {
    trigger: new RegExp(GROUPS, 'u'),
    rules: [
      mentionRule(GROUPS, GROUP_AT_RISK),
      mentionRule(
        '(?:\\d{2,6}|[一二两三四五六七八九十百千万萬餘余多]{2,8})(?:余|餘|多)?(?:名|位|个|個|人)?(?:的)?(?:朝鲜|朝鮮|脱北|脫北|无户口|援助)?(?:籍)?(?:女性|妇女|婦女|儿童|兒童|孩子|难民|難民|脱北者|脫北者|人员|人員|孤儿|孤兒)',
        GROUP_AT_RISK,
      ),
    ],
  },
  {
    trigger: /收容点|收容點|庇护所|庇護所|落脚点|落腳點|据点|據點|办公室|辦公室|中转|中轉|接头|接頭/u,
    rules: [
      mentionRule(
        `(?:收容点|收容點|庇护所|庇護所|落脚点|落腳點|据点|據點|中转站|中轉站)(?:[一二两三四五六七八九十]处)?`,
        SITE,
      ),
      mentionRule(
        `(?<=我们在|我們在|撤出了?|关闭了?|關閉了?|搬离了?|搬離了?)(?:${H}{2,4})(?:办公室|辦公室|办事处|辦事處)`,
        SITE,
      ),
    ],
  },
  {
    trigger: /教会|教會|教堂|团体|團體|小组|小組/u,
    rules: [
      mentionRule(
        '(?:教会|教會)的?(?:人|弟兄|姊妹|同工)|(?:还在|還在|仍在)?(?:做事的?|当地的?|當地的?)?小(?:团体|團體|组织|組織|机构|機構)',
        {
          ...HELPER_GROUP,
          protection: 'medium',
        },
      ),
    ],
  },
  {
    trigger: /雇员|僱員|员工|員工|店员|店員|伙伴|夥伴|工作人员/u,
    rules: [
      mentionRule(
        `(?:[一二两三四五六七八九十\\d]{1,3}(?:名|位|个|個))(?:当地|當地|本地|中国|中國)(?:的)?(?:雇员|僱員|员工|員工|伙伴|夥伴|工作人员)`,
        { ...AT_RISK },
      ),
      mentionRule('(?:当地|當地|本地)(?:的)?(?:雇员|僱員|伙伴|夥伴|合作者|协力者)', HELPER_GROUP),
    ],
  },
  {
    trigger: /记者|記者|通讯员|通訊員|撰文|责任编辑|責任編輯|摄影|攝影|整理|主持|翻译|编辑|作者|译者/u,
    rules: [
      mentionRule(
        '(?<=(?:^|[\\s（(　／/])(?:本报|本報)?(?:实习)?(?:记者|記者|通讯员|通訊員|撰文|责任编辑|責任編輯|摄影|攝影|整理|主持|编译|編譯|编辑|編輯|作者|译者|譯者)(?:[ 　]{1,2}|[:：][ 　]?))(?:[\\p{Script=Han}]{2,4})(?=[\\s）)　／/]|$)',
        BYLINE,
      ),
    ],
  },
];
