/**
 * How a sentence says of what stands before it whose it was: 县公安局通报了上述情况, *These figures come from X*, 소식통이 전한 내용이라며 X통신이 보도했다. Written
 * from the manner of agencies and local papers.
 */

const WHEN =
  '(?:今天|昨天|日前|近日|随后|隨後|周[一二三四五六日]|週[一二三四五六日]|(?:\\d{1,2}月)?\\d{1,2}日|本周|上周){0,2}(?:在[^，。]{1,14})?';

/** The body that gave what stands in the sentences before. The first group is its name. */
export const GAVE_IT: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: [
    /^(?:These|Those|The|All)\s(?:figures|numbers|details|findings|counts?)\s(?:come|came|are|were)\s(?:from|(?:published|released|compiled|gathered|collected)\sby)\s(?:the\s)?(\p{Lu}[\p{L}’'&-]*(?:\s(?:(?:of|for|and|the)\s)?\p{Lu}[\p{L}’'&-]*){0,6})/u,
    /^(?:The\s)?(\p{Lu}[\p{L}’'&-]*(?:\s(?:(?:of|for|and|the)\s)?[\p{Lu}][\p{L}’'&-]*){0,6}|(?:county|city|provincial)\s(?:police|government|\p{Ll}+\sbureau))\s(?:published|released|announced|disclosed|gave)\s(?:the|these|those)\s(?:figures|numbers|details|findings)\b/u,
  ],
  zh: [
    new RegExp(
      `^([\\p{Script=Han}]{2,16}?)${WHEN}(?:通报|通報|公布|公佈|披露|发布|發佈|介绍|介紹)了?(?:上述|这些|這些|以上|这一|這一|有关|有關|相关|相關)(?:情况|情況|消息|数字|數字|数据|數據|信息|案情|结果|結果)`,
      'u',
    ),
    /(?:^|[—，；])(?:这|這|以上|上述)(?:些|内容|內容|情况|情況|数字|數字)?(?:是|系|为|為)([\p{Script=Han}]{2,16}?)(?:根据|根據|依据|依據|对|對|从|從|经|經)?[^，。—]{0,16}?(?:公布|公佈|提供|得出|整理出?|统计出?|統計出?|记录|記錄)的(?:情况|情況|结论|結論|数字|數字|内容|內容|数据|數據)?[。]/u,
  ],
  ko: [
    /^(?:이|위|이상의|이\s같은|이런|이러한)\s?(?:내용|수치|사실|통계|숫자|집계)(?:은|는)\s([가-힣A-Za-z]{2,14}(?:\s[가-힣A-Za-z]{2,14}){0,2}?)(?:이|가)\s(?:[가-힣\d]+\s){0,4}?(?:밝힌|공개한|집계한|발표한|내놓은|밝혔|공개했|발표했)/u,
  ],
};

/** An agency that has what stands before from somebody without a name. The groups are the agency, or whoever told and the agency. */
export const REPORTED_IT: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:That|This|All this)\s(?:is|was)\s(?:what|how)\s((?:an?|two|three|several)\s(?:[\p{L}-]+\s){1,10}?)(?:told|described it to)\s(?:the\s)?(\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*){0,4})/u,
  zh: /(?:^|[—，；])(?:这|這|以上|上述)(?:些|内容|內容|情况|情況)?(?:是|系|为|為)([\p{Script=Han}]{2,12}?(?:社|报|報|网|網|台|臺))(?:周[一二三四五六日]|週[一二三四五六日]|\d{1,2}日|日前)?(?:援引|引述|引用)([^。—]{2,40}?)(?:的话|的話)?所?(?:报道|報道|報導|披露)的/u,
  ko: /^([^,.]{0,30}?(?:소식통|관계자|주민|당국자|증언자)(?:들)?)(?:이|가)\s(?:전한|밝힌|말한)\s(?:내용|이야기|소식)이?라(?:며|면서|고)\s([가-힣A-Za-z]{2,12}(?:통신|일보|신문|방송|뉴스|NK))(?:이|가|은|는)\s/u,
};
