/**
 * Words that join a sentence to the one before and say nothing of their own, and frames that announce a statement: our own lists, from
 * grammars and from the manner of notices and reports. They are left out of a claim's quote.
 */
export const OPENINGS: Readonly<Record<'en' | 'zh' | 'ko', readonly string[]>> = {
  en: [
    'and',
    'but',
    'yet',
    'so',
    'also',
    'however',
    'moreover',
    'furthermore',
    'therefore',
    'thus',
    'hence',
    'consequently',
    'meanwhile',
    'nevertheless',
    'nonetheless',
    'in addition',
    'additionally',
    'besides',
    'as a result',
    'in fact',
    'indeed',
    'for example',
    'for instance',
    'it should be noted that',
    'it is worth noting that',
    'it must be noted that',
    'it should be pointed out that',
    'please note that',
    'note that',
  ],
  zh: [
    '但是',
    '但',
    '然而',
    '不过',
    '不過',
    '而且',
    '并且',
    '並且',
    '此外',
    '另外',
    '因此',
    '所以',
    '同时',
    '同時',
    '总之',
    '總之',
    '需要指出的是',
    '值得注意的是',
    '應當指出',
    '应当指出',
  ],
  ko: [
    '그러나',
    '하지만',
    '그런데',
    '그리고',
    '또한',
    '또',
    '아울러',
    '따라서',
    '그래서',
    '한편',
    '이에',
    '더욱이',
    '게다가',
    '예를 들어',
  ],
};

/** How a line begins that says to whom a document goes, or from whom: it is no statement. Our own list. */
export const ADDRESS_LINES: RegExp =
  /^(?:to|cc|bcc|from|dear|attn|attention|re|subject|with (?:a )?cop(?:y|ies) to|distribution|抄送|抄报|主送|发送|發送|收件人|발신|수신|참조|경유|제목)\s?[:：]|^(?:to (?:the|all|whom)\b|dear\b)[^.!?\n]{0,200}[:,]$|^[^。！？\n]{1,60}[：:]$/iu;

/**
 * Words with which a sentence leans on the one before: what it counts, or whom it speaks of, was named there. Our own lists, from grammars of
 * English, Chinese and Korean.
 */
export const LEANING: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:(?:some|many|most|all|both|half|several|few|none|neither|nearly all|almost all|another|others?|one|two|three|four|\d+(?:,\d{3})*|(?:more|fewer|less) than [\p{L}\d-]+|a (?:third|quarter|few)|at least [\p{L}\d-]+)\s(?:\p{L}+\s){0,4}?(?:of (?:them|these|those|whom|which|the (?:adults|children|women|men|detainees|returnees|arrested|held|dead|cases|families|number|total)))\b|(?:they|he|she|it|these|those|them|his|her|its|their)\b(?!\s(?:is|was)\s(?:said|believed|reported|known|unlikely|likely|necessary|important|possible|clear|said|hard|time))|of (?:them|these|those)\b|(?:this|that|such)\s(?:is|was|means?|makes?|puts?|has|conduct|action|people|cases?|person)\b|(?:violators|offenders)\b|in serious cases|in such cases|the same\b|since then\b|the rest\b|the others?\b)/iu,
  zh: /^(?:其中|其(?:余|餘|他|中|后|後)?|他们|他們|她们|她們|他|她|它|这|這|该|該|此(?!外)|对此|對此|上述|同期|那(?:里|裡|时|時)?|有的|另有|违者|違者|逾期|构成犯罪|構成犯罪|情节严重|情節嚴重|比去年|比上年|同比|较去年|較去年|(?:最多|最长|最小|最大)的?一)/u,
  ko: /^(?:이\s?(?:가운데|중)|그\s?(?:가운데|중)|그중|이들|그들|그(?:는|의|가|녀)|이(?:는|에|를)\s|이러한|그러한|이런|그런|해당|어긴|위반(?:자|한)|나머지|다른\s|재작년|전년|지난해 같은|같은\s?(?:기간|방))/u,
};

/** A heading or question under which a text tells what the law is. Our own list. */
export const ON_RULES: RegExp =
  /\b(?:rules?|laws?|legal|punish(?:ed|ment)?|penalt(?:y|ies)|fines?|fined|allowed|forbidden|illegal|obligations?|duties|must|requirements?)\b|法律|法规|法規|规定|規定|处罚|處罰|受罚|受罰|罚|合法|违法|違法|义务|義務|登记要求|[법](?:은|이|에|률|적)|처벌|벌금|규정|의무|금지|위법|불법인가/iu;

/** How a writer or paper speaks of itself, behind what an unnamed source told. Our own list. */
export const WRITER_AGAIN: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:this (?:newspaper|paper|magazine|page|article|report)|the (?:names?|places?) (?:of|in) .{0,40}(?:have|has) been)\b/iu,
  zh: /^[（(]?(?:本报|本報|本刊|本网|本網|本社|本文|文中|记者|記者|笔者|筆者|编者|編者|应(?:受访者|其|当事人|對方|对方)[^，。]{0,6}要求|應(?:受訪者|其|當事人)[^，。]{0,6}要求|各方)/u,
  ko: /^[（(]?(?:본지|본보|본\s?기사|이\s기사|기자|취재진|편집자|지명\s|가명|신변\s?(?:보호|안전))/u,
};
