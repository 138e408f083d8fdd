import { matchesIn } from '../matches.ts';
import { findChineseNames } from './chinese-names.ts';
import { LABELS, PEOPLE, SOURCES, SPEAKERS, SPEECH } from './data/chinese.ts';
import type { Finding, Stretch } from './finding.ts';
import { AGE, HANDLE, SMALL_COUNT, SOURCE } from './markings.ts';
import { findByRules, type MentionRule, mentionRule } from './mention-rule.ts';
import { type KeySigns, withKeys } from './quasi-keys.ts';

// Every quantifier is bounded and no group repeats over the same characters, so each pattern is linear.
const SMALL = '(?:10|１０|[1-9１-９]|[一二两兩三四五六七八九十])';
// "二十三名", "第三人", "4300人", "几十人" are not small: nothing of a larger number may stand before.
const ALONE = '(?<![\\d０-９.,，一二三四五六七八九十百千万萬亿億两兩第几幾数數余餘多零〇]{1})';
const AGE_NUMBER = '(?:\\d{1,3}|[０-９]{1,3}|[一二三四五六七八九十]{1,3})';

/** Which words of a sentence give which key away. */
export const CHINESE_KEYS: KeySigns = {
  sex: /[女妇婦男姐妹兄弟母父妻夫爷爺奶婆媳孕嫂叔姨姑舅]|儿子|兒子/u,
  age: /[岁歲]|[6-9]0[后後]/u,
  origin: /来自|來自|出身|原籍|籍贯|籍貫|老家/u,
  route: /过河|過河|渡河|渡江|过江|過江|偷渡|越境|翻越|穿越/u,
  date: /\d{1,2}月\d{1,2}[日号號]|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号號]|\d{4}年\d{1,2}月/u,
  mode: /举报|舉報|告密|突击|突擊|检查站|檢查站|出卖|出賣|检举|檢舉/u,
  custody: /被捕|逮捕|拘留|关押|關押|羁押|羈押|遣返|遣送|移交|判刑|入狱|入獄|被抓|监狱|監獄/u,
};

const RULES: readonly MentionRule[] = [
  // 两姐妹, 三兄弟, 母女二人
  mentionRule(
    `${ALONE}[二两兩三四五六七](?:姐妹|姊妹|兄弟|姐弟|兄妹|夫妻|母女|父子|母子|父女)|(?:姐妹|姊妹|兄弟|姐弟|兄妹|夫妻|母女|父子|母子|父女)[二两兩三四五六七]人`,
    SMALL_COUNT,
  ),
  // 两名妇女, 五位老人, 三个孩子, 三人, 一家四口, 五口之家, 夫妇二人
  mentionRule(
    `${ALONE}${SMALL}(?:名|位)(?:(?:来自|來自)[\\p{Script=Han}]{1,8}?的)?(?:[\\p{Script=Han}]{0,6}?(?:${PEOPLE}))?`,
    SMALL_COUNT,
  ),
  mentionRule(
    `${ALONE}(?!一[个個]人(?!被|死|失踪|失蹤|受伤|受傷|落水))${SMALL}(?:个|個|對|对)[\\p{Script=Han}]{0,4}?(?:${PEOPLE}|夫妇|夫婦|夫妻)`,
    SMALL_COUNT,
  ),
  mentionRule(`${ALONE}${SMALL}人(?![称稱民类類口均才士格权權])`, SMALL_COUNT),
  mentionRule(`(?:一家|全家|一家子)${SMALL}口|${ALONE}${SMALL}口之家|${ALONE}${SMALL}口人`, SMALL_COUNT),
  mentionRule(`(?:数|數|几|幾|若干)(?:名|位)(?:[\\p{Script=Han}]{0,6}?(?:${PEOPLE}))?`, SMALL_COUNT),
  // 十七岁, 30多岁, 四十来岁, 90后
  mentionRule(`${AGE_NUMBER}(?:多|余|餘|来|來|几|幾)?(?:周)?[岁歲]`, AGE),
  mentionRule(
    '(?:几|幾|十几|十幾|[二三四五六七八九]十几|[二三四五六七八九]十幾)[岁歲]|(?:[6-9]0|00|[六七八九零]零)[后後](?!的?(?:方|面|来|來))',
    AGE,
  ),
  mentionRule(
    `(?:据|據)?(?:[\\p{Script=Han}]{0,4}(?:中国|朝鲜|北韩|当地|當地|本地)[\\p{Script=Han}]{0,4})?(?:${SOURCES})`,
    SOURCE,
    SOURCES,
  ),
  mentionRule(
    '(?:一[名位个個])?(?:不愿|不願|不便|拒绝|拒絕|不肯)(?:意)?(?:透露|公开|公開|具|披露)?(?:自己的?|其)?(?:真实|真實)?(?:姓名|身份|名字|名)的?[\\p{Script=Han}]{0,6}?(?:' +
      SPEAKERS +
      '|者)',
    SOURCE,
    '不愿|不願|不便|拒绝|拒絕|不肯',
  ),
  mentionRule(
    `(?:要求|请求|請求|以)匿名(?:的|方式)?(?:[\\p{Script=Han}]{0,6}?(?:${SPEAKERS}))?|匿名的?(?:${SPEAKERS})`,
    SOURCE,
    '匿名',
  ),
  mentionRule(
    `(?:一[名位个個]|有|某|当地|當地|另一[名位])[\\p{Script=Han}]{0,6}?(?:${SPEAKERS})(?=[^，。！？\\n]{0,6}(?:${SPEECH}))`,
    SOURCE,
    SPEAKERS,
  ),
  // 用户“蓝鹭”, 网友蓝鹭说
  mentionRule(
    '(?<=(?:用户|用戶|网友|網友|博主|网名|網名|账号|帳號|賬號|昵称|暱稱|微博名)[“‘"「『])[^\\s”’"」』\\n]{1,24}',
    HANDLE,
    '[“‘"「『]',
  ),
  mentionRule(
    `(?<=(?:网友|網友|博主|网名叫?|網名叫?))[\\p{L}\\p{N}_-]{1,16}?(?=(?:${SPEECH}))`,
    HANDLE,
    '网友|網友|博主|网名|網名',
  ),
];

/** Finds small counts, ages, sources, persons and posters in Chinese text, simplified or traditional. */
export function findChinese(stretch: Stretch): Finding[] {
  return [
    ...withKeys(findByRules(stretch, RULES), stretch, CHINESE_KEYS),
    ...findChineseNames(stretch),
    ...posters(stretch),
  ];
}

/** A field of a form or notice, whatever stands before it: 举报电话, 联系QQ. */
const FIELD =
  /(?:电话|電話|号|號|号码|號碼|信箱|邮箱|郵箱|热线|熱線|地址|QQ|微信|时间|時間|地点|地點|方式|标准|標準|金额|金額|单位|單位|日期|范围|範圍|对象|對象|条件|條件|内容|內容|原因|结果|結果|链接|連結|链接地址|团体|團體|机构|機構|查询|查詢|附註|附注|备注|備註|说明|說明|来源|來源|出处|出處|作者|编辑|編輯|翻译|翻譯|图|圖|参加者|與會者|与谈人|勘误|勘誤|延伸阅读|延伸閱讀)$|\d{1,2}[日号號]|\d{4}/u;

/** 轉一段《晚報》今天的報導：, 回3樓：, 主持／整理： introduce what follows. */
const NO_POSTER =
  /[《》／/]|^回\d|^(?:看板|主持|整理|聯絡人|联络人|嘉宾|來賓|补充|補充)|^[\p{Script=Han}]{0,8}的[\p{Script=Han}]{2,}$/u;
const POSTER =
  /(?<=^|\n)[ \t]{0,4}([^\s:：，。！？、；“”「」『』（）()@]{1,16}(?: [^\s:：，。！？、；“”「」『』（）()@]{1,16})?)[：:](?=[^\n/])/gu;

/** `name：text` lines of a thread: whoever posted them. Labels such as 来源 and 答 name nobody. */
function posters(stretch: Stretch): Finding[] {
  return matchesIn(stretch.text, POSTER).flatMap((match) => {
    const name = match[1];
    if (name === undefined || LABELS.has(name) || NO_POSTER.test(name) || FIELD.test(name) || /^\d+$/.test(name))
      return [];
    const start = stretch.offset + match.index + match[0].indexOf(name);
    return [
      { start, end: start + name.length, type: 'handle', protection: 'high', reason: 'handle', quasiIdentifiers: [] },
    ];
  });
}
