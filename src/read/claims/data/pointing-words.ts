/** How a word points to a date that was said before: at it, from it on, from the end of a term on, or so many days, months or years from it. */
export type Pointing =
  | 'same'
  | 'since'
  | 'overdue'
  | { readonly unit: 'day' | 'month' | 'year'; readonly step: number };

const day = (step: number): Pointing => ({ unit: 'day', step });
const month = (step: number): Pointing => ({ unit: 'month', step });
const year = (step: number): Pointing => ({ unit: 'year', step });

/**
 * Words that say when by what was said before: our own lists, from the grammars of Quirk and others, of Li and Thompson, and of Sohn, and from
 * the manner of news.
 */
export const POINTING_WORDS: Readonly<
  Record<'en' | 'zh' | 'ko', readonly (readonly [words: readonly string[], pointing: Pointing])[]>
> = {
  en: [
    [['at the time', 'at that time', 'back then', 'in those days', 'during that time', 'during that period'], 'same'],
    [['since then', 'ever since', 'from then on', 'thereafter', 'after that'], 'since'],
    [['after that date', 'after the deadline', 'after this deadline', 'once the deadline has passed'], 'overdue'],
    [['that day', 'the same day', 'that night', 'that evening', 'that morning'], day(0)],
    [['the next day', 'the following day', 'a day later', 'the next morning'], day(1)],
    [['the day before', 'the previous day', 'a day earlier'], day(-1)],
    [['that month', 'the same month'], month(0)],
    [['the month before', 'the previous month', 'a month earlier'], month(-1)],
    [['the following month', 'a month later'], month(1)],
    [['that year', 'the same year'], year(0)],
    [['the following year', 'a year later'], year(1)],
    [['the year before', 'the previous year', 'a year earlier'], year(-1)],
  ],
  zh: [
    [['当时', '那时', '那时候', '那个时候', '那段时间', '同期'], 'same'],
    [['此后', '从那以后', '自那以后', '从那时起', '自那时起', '其后'], 'since'],
    [['逾期', '过期', '期满后', '期满后仍'], 'overdue'],
    [['当天', '当日', '同日', '同一天', '当晚'], day(0)],
    [['次日', '翌日', '第二天'], day(1)],
    [['前一天', '前一日'], day(-1)],
    [['当月', '同月'], month(0)],
    [['次月'], month(1)],
    [['当年', '同年', '那年', '那一年', '该年'], year(0)],
    [['次年', '翌年', '第二年', '转年', '转过年来', '转过年'], year(1)],
    [['前一年', '此前一年'], year(-1)],
  ],
  ko: [
    [['그때', '당시', '그 당시', '그 무렵', '그즈음', '그 시절'], 'same'],
    [['그때부터', '그 뒤', '그 후', '그 이후', '그 뒤로', '그 후로', '이후로'], 'since'],
    [['기한을 넘기면', '기한을 넘긴', '기한이 지나면', '기한이 지난 뒤', '기한을 어기고'], 'overdue'],
    [['이날', '당일', '그날', '같은 날', '같은날'], day(0)],
    [['이튿날', '다음 날', '다음날', '그다음 날'], day(1)],
    [['전날', '하루 전'], day(-1)],
    [['같은 달', '그달'], month(0)],
    [['그해', '그 해', '같은 해', '같은해'], year(0)],
    [['이듬해', '다음 해', '다음해'], year(1)],
    [['전해', '그 전해'], year(-1)],
  ],
};

/** Words by which a sentence speaks of what is to come or to be done: a day without a year may then be the next one. */
export const AHEAD_WORDS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:will|shall|must|should|going to|(?:is|are) to|has decided|have decided|plans? to|planned|expected|scheduled|deadline|due|takes? effect|in force|no later than|until further|may be|ought)\b/iu,
  zh: /将|須|须|应当|應當|应于|應於|必须|必須|不得|拟|擬|计划|計劃|决定|決定|预计|預計|限期|责令|責令|(?:大概|通常|可能|或许|或許|也许|也許|恐怕|预料|預料|估计|估計|想必)(?:还|還|也)?[会會]|恐怕|起施行|起实施|起實施|为期|為期/u,
  ko: /겠|[일할될올갈볼줄들설질릴날낼]\s?(?:것|예정|계획|전망|방침)|하여야|해야|되어야|어야\s?한다|아야\s?한다|시행|기한|바란다|하게 된다|[일할될올갈]\s?수\s?있/u,
};

/**
 * Words that point to a part of the year that was spoken of: *that autumn*, *the following March*, *in May of that year*, 到了秋天. The first two groups
 * are the name, the third, where the next such time after that date is meant.
 */
export const POINTED_PARTS: Readonly<Partial<Record<'en' | 'zh' | 'ko', RegExp>>> = {
  en: /\b(?:(?:that|the same)\s(spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)|(spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)\s(?:of\s|in\s)?(?:that|the same)\syear|the\s(?:following|next)\s(spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december))\b/giu,
  zh: /()()(?:到了?|转眼到|轉眼到)([春夏秋冬])天/gu,
};

/** Words for a stretch of time behind which a date of a story lies: *two days later*, 三天后, 사흘 뒤. At the end of a date's own words. */
export const LATER_WORDS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:days?|weeks?|fortnights?|months?|years?|decades?)\s(?:later|earlier|afterwards?)$/iu,
  // 10月以后 is after October, 十个月后 ten months later.
  zh: /(?:天|周|週|星期|礼拜|禮拜|个月|個月|年)(?:之后|以后|之後|以後|后|後)$/u,
  ko: /(?:일|주|주일|개월|달|년|해|하루|이틀|사흘|나흘|닷새|엿새|열흘|보름)\s?(?:뒤|후)(?:에|에는)?$/u,
};

/** Words beside a date that say when something was said or learnt, which yields to when it was: *announced yesterday that … in March*, 今日得悉. */
export const SAID_BESIDE: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^\s?(?:said|announced|reported|confirmed|learn(?:ed|t)|told|wrote|published|disclosed)\b|\b(?:said|announced|reported|confirmed|learn(?:ed|t)|told\s\p{L}+|wrote|published|disclosed)\s(?:on\s)?$/iu,
  zh: /^(?:[^，。,；]{0,4})?(?:得悉|获悉|獲悉|得知|公布|公佈|宣布|宣佈|表示|通报|通報|披露|透露|证实|證實|报道|報導|报导|说|說|称|稱)/u,
  ko: /^(?:에|은|\()?[^,.]{0,12}?(?:밝혔|말했|전했|보도했|발표했|밝힌|전한|알려졌)/u,
};

/** How a paper says from when until when it is in force, up to the end of its sentence. Each reaches a bounded way. */
export const IN_FORCE: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:this|the present|these)\s(?:notice|order|decree|circular|regulations?|announcement|directive|measures|provisions|rules|instruction)\b[^.\n]{0,40}\b(?:effect|force|effective|valid|appl(?:y|ies))\b[^.\n]{0,90}/giu,
  zh: /(?:本|此)(?:通告|通知|公告|布告|命令|办法|辦法|规定|規定|决定|決定|条例|條例|令|细则|細則)[^。；\n]{0,8}(?:自|从|從|于|於)[^。；\n]{2,50}(?:施行|实施|實施|执行|執行|生效|有效)[^。；\n]{0,40}/gu,
  ko: /(?:이|본)\s?(?:통고|공고|포고|고시|명령|지시|규정|통지|령)(?:은|는)?\s[^.\n]{2,60}(?:시행|실시|효력|발효|유효)[^.\n]{0,40}/gu,
};
