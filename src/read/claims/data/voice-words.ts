import type { ReadLanguage } from '../findings.ts';

/**
 * Whoever speaks for an office or a body, or looks at things from outside by trade, in the words that describe a source without a name: what they say
 * of the world is no testimony. Our own lists, from the manner of agency copy.
 */
export const OUTSIDERS: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?<!\b(?:former|retired|local|ex)[- ])(?:diplomats?|envoys?|ambassadors?|officials?|spokes\p{L}+|ministers?|lawmakers?|legislators?|scholars?|academics?|professors?|researchers?|experts?|analysts?|observers?|economists?|historians?|lawyers?|rights groups?|representatives?|directors?|executives?|embassy|ministry|government)\b/iu,
  zh: /(?<!前)(?:外交官|大使|发言人|發言人|官方|官员|官員|部长|部長|议员|議員|学者|學者|教授|专家|專家|分析|研究|观察|觀察|律师|律師|负责人|負責人|主任|代表|秘书长|秘書長|使馆|使館|外交部|公安[厅廳部局]|政府)/u,
  ko: /(?<!전 |전직 )(?:당국자|외교관|대사|관계자|대변인|장관|의원|학자|교수|전문가|연구|분석가|변호사|대표|사무총장|위원|정부|외교부|통일부)/u,
};
