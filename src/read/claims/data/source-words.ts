/**
 * How English, Chinese and Korean texts name whose figures they give, who of their own people told them something, and which offices
 * ordered it. Written from general knowledge of reports, pages of questions and answers, and posts.
 */

const LATIN =
  "((?:the\\s|The\\s)?(?:\\p{Lu}[\\p{L}\\p{N}’'&.-]{0,30})(?:\\s(?:(?:of|for|on|and|&|in|the)\\s){0,2}\\p{Lu}[\\p{L}\\p{N}’'&-]{0,30}){0,7})";
const DATA_EN =
  '(?:[Ff]igures|[Dd]ata|[Ss]tatistics|[Nn]umbers|[Rr]ecords|[Ee]stimates?|[Cc]ounts?|[Ss]urveys?|[Pp]olls?|[Ii]nterviews|[Rr]esearch|[Rr]eports?|[Yy]earbooks?|[Cc]ensus|[Rr]egisters|[Ss]tud(?:y|ies))';
const HAN = '([^，。；：、“”《》（）()\\s]{2,24}?)';
const DATA_ZH =
  '(?:数据|數據|统计|統計|调查|調查|报告|報告|资料|資料|通告|通知|公告|布告|年报|年報|年鉴|年鑑|名单|名單|记录|記錄|紀錄|估计|估計|估算|通报|通報|问卷|問卷|白皮书|白皮書|访谈|訪談)';
const MAKING_ZH =
  '(?:(?:最新|近日|日前|去年|今年|\\d{4}年)?(?:所)?(?:公布|公佈|发布|發布|发表|發表|提供|整理|完成|进行|進行|做|汇总|彙總)?的)?(?:一项|一項|一份|最新|年度|\\d{4}年)?';
const WHEN_ZH =
  '(?:今天|昨天|今日|昨日|日前|近日|上周|上週|本周|本週|上月|本月|(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}日|周[一二三四五六日]|週[一二三四五六日])?';
const COUNTED_ZH =
  '(?:已|共|总共|總共|一共|累计|累計|至今|迄今|先后|先後){0,3}(?:记录|記錄|收录|收錄|统计|統計|登记|登記|核实|核實)(?:到|了|出|在案)(?=[^，。]{0,6}[\\d一二三四五六七八九十百千万萬])';
const HANGUL = '((?:[가-힣A-Za-z·]+\\s){0,3}?[가-힣A-Za-z·]+?)';
const DATA_KO = '(?:통계|자료|집계|조사|보고서|공고|통고|통지|발표|백서|추산|명단|연감|기록|설문|공고문|통계연보)';
const MAKING_KO =
  '(?:(?:이|가|의|에서)?\\s?(?:최근\\s|지난해\\s|올해\\s|\\d{4}년\\s)?(?:발표한|공개한|집계한|낸|펴낸|실시한|내놓은|만든)?\\s?(?:\\d{4}년\\s?(?:도\\s)?)?)';

/** Frames whose first group names whose figures a sentence gives, and that hold for all of the sentence behind them. */
export const DATA_FRAMES: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: [
    new RegExp(
      `\\b${DATA_EN}\\s(?:(?:that\\s)?(?:compiled|published|released|collected|kept|gathered|conducted|carried out|done|issued|provided|obtained)\\s)?(?:from|by|of)\\s${LATIN}`,
      'u',
    ),
    new RegExp(
      `${LATIN}(?:['’]s?)?\\s(?:(?:annual|official|own|latest|internal)\\s)?${DATA_EN}\\s(?:show|shows|showed|suggest|suggests|put|puts|indicate|indicates|list|lists|from|for|published)\\b`,
      'u',
    ),
    new RegExp(`\\b[Aa]ccording to\\s${LATIN}(?:['’]s?)?\\s(?:\\p{L}+\\s){0,2}${DATA_EN}\\b`, 'u'),
  ],
  zh: [
    new RegExp(
      `(?:据|據|根据|根據|依据|依據|按照|参照|從|从)${HAN}${MAKING_ZH}${DATA_ZH}(?:显示|顯示|称|稱|表明|结果|結果|看|来看)?[，,]`,
      'u',
    ),
    new RegExp(`(?:据|據|根据|根據)${HAN}(?:统计|統計|估计|估計|估算|调查|調查|介绍|測算|测算|掌握)?[，,]`, 'u'),
    new RegExp(`(?:^|[，。；：]\\s?)${HAN}${MAKING_ZH}${DATA_ZH}(?:显示|顯示|表明|指出|证实|證實|称|稱)`, 'u'),
    new RegExp(`(?:^|[，。；：]\\s?)${HAN}(?:统计|統計|估计|估計|估算|测算)(?:显示|顯示|，|,|，?有|至少)`, 'u'),
    // 某会昨日公布，…; 某组织共记录到612起.
    new RegExp(
      `(?:^|[，。；：]\\s?)${HAN}${WHEN_ZH}(?:公布|公佈|发布|發布|披露|通报|通報)(?:[了说說称稱]|显示|顯示)?[，,：:]`,
      'u',
    ),
    new RegExp(`(?:^|[，。；：]\\s?)${HAN}(?:${WHEN_ZH})${COUNTED_ZH}`, 'u'),
  ],
  ko: [
    new RegExp(
      `(?:^|[\\s,])${HANGUL}${MAKING_KO}${DATA_KO}(?:\\s?결과)?(?:에\\s?(?:따르면|의하면|보면)|(?:을|를)\\s?보면|에서는|로는|으로는|상으로는)`,
      'u',
    ),
    new RegExp(`(?:^|[\\s,])${HANGUL}에\\s?(?:따르면|의하면)`, 'u'),
    // 유엔 기구가 2005년에 내놓은 추정치는 …, 어느 기관이 집계한 수는 ….
    new RegExp(
      `(?:^|[\\s,])${HANGUL}(?:이|가)\\s(?:\\d{4}년에?\\s|지난해\\s|올해\\s|최근\\s|작년에?\\s)?(?:내놓은|발표한|공개한|집계한|추산한|추정한|파악한|확인한)\\s(?:[가-힣]+\\s)?(?:추정치|추산치|수치|통계|집계|숫자|규모|인원|수)(?:는|은|가|이|로는)`,
      'u',
    ),
  ],
};

/** A body that quotation marks name behind its kind, whose count or figures a sentence gives: 国际组织“某某”共记录到…. The first group is the name. */
export const QUOTED_MAKERS: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: [],
  zh: [
    new RegExp(
      `(?:组织|組織|机构|機構|团体|團體|网络|網絡|协会|協會|项目|項目)[“「『"]([^”」』"]{2,20})[”」』"]${WHEN_ZH}(?:的?(?:统计|統計|估计|估計|估算|数据|數據|调查|調查|记录|記錄)|则?(?:公布|公佈|发布|發布|披露)|${COUNTED_ZH})`,
      'u',
    ),
    new RegExp(
      `(?:^|[，。；：]\\s?)[^，。；：“”「」]{0,6}[“「]([^”」]{2,16}(?:会|會|网|網|社|联盟|聯盟|中心|组织|組織|团体|團體))[”」]${WHEN_ZH}(?:公布|公佈|发布|發布|披露|统计|統計|估计|估計)[，,：:]`,
      'u',
    ),
  ],
  ko: [
    /(?:단체|기구|기관|모임|네트워크)\s?['‘“"「]([가-힣A-Za-z\s]{2,20})['’”"」](?:이|가|은|는|의)\s?(?:[가-힣\d]+\s){0,2}?(?:집계|추산|기록|통계|조사|발표|확인)(?:한|에|으로|했|된)/u,
  ],
};

/** The same in brackets behind a statement. */
export const DATA_BRACKETS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\((?:source:\s|data:\s|figures?:\s|according to\s)?(?:the\s)?([\p{Lu}\p{Ll}][\p{L}’'& -]{3,60}?)(?:,?\s\d{4})?\)/u,
  zh: /[（(](?:(?:数据|數據|资料|資料)?(?:来源|來源)|据|據|引自)?\s?[:：]?\s?([^（()），。；：]{2,24}?)(?:\d{4}年)?(?:统计|統計|数据|數據|资料|資料|估计|估計|通报|通報)?[)）]/u,
  ko: /[（(](?:자료|출처|통계)?\s?[:：]?\s?([^（()）,.]{2,24}?)(?:\s?\d{4}년)?(?:\s?(?:집계|통계|자료|발표|추산|조사|기준))?[)）]/u,
};

/** What stands where a maker of figures would and is none. */
export const NO_MAKER: RegExp =
  /^(?:悉|报道|報導|报导|報道|了解|瞭解|称|稱|传|傳|说|說|此|该|該|其|这|這|本|上述|有关|有關|相关|相關|规定|規定|法律|媒体|媒體|消息|知情|目击|目擊)|[我你他她它]|^(?:이|그|저|해당|관련|위|다음|본|법|규정|보도|소식통|증언)(?:에|의)?$|소식통|관계자|주민|人士$|者$|^(?:the\s)?(?:law|rules?|notice|same|article|survey|report)$/iu;

/** Bodies by the end of their names. */
export const BODY_END: RegExp =
  /(?:[部局厅廳院会會署处處办辦社网網所馆館库庫站团團]|中心|公司|政府|组织|組織|机构|機構|学院|學院|大学|大學|联合国|聯合國|法院|部门|部門|单位|單位|民间团体|团体|團體)$|(?:부|청|처|원|회|국|위원회|단체|협회|연합|연대|모임|정부|신문|일보|방송|통신|센터|대학|대학교|당국|공사|재단|연구소|유엔|기구|기록관|도서관|은행)$|\b(?:ministry|bureau|office|department|centre|center|institute|archive|network|university|bank|agency|committee|council|report|census|yearbook|registry|survey|police|court|foundation|association|organi[sz]ation|union|group|nations|statistics)\b/iu;

/** People of a writer's own life, who tell something and stay without a name. */
export const KIN: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:my|our|his|her|a|an|the|one|another)\s(?:\p{L}+\s){0,2}(?:cousin|uncle|aunt|brother|sister|son|daughter|wife|husband|mother|father|mum|mom|dad|parents?|grandmother|grandfather|grandma|grandpa|nephew|niece|in-law|friends?|neighbou?rs?|classmate|colleague|co-?worker|landlord|landlady|boss|roommate|driver|relatives?|family|acquaintance|contact)s?\b/iu,
  zh: /^(?:我|俺|咱|我们|我們|我家|我的|一个|一個|一位|有个|有個|有位)?(?:的)?(?:家里?|家裡|老家|隔壁|村里?|村裡)?(?:的)?(?:大|小|二|三|老|表|堂)?(?:[姐妹哥弟]{1,2}|爸爸?|媽媽?|妈妈?|父亲|父親|母亲|母親|叔叔?|伯伯?|阿姨|姨[妈媽]|舅[舅妈媽]?|姑[姑妈媽]?|[婶嬸][婶嬸]?|嫂[子嫂]?|外甥女?|侄[子女]|老公|老婆|太太|妻子|丈夫|女婿|媳妇|媳婦|爷爷|爺爺|奶奶|亲戚|親戚|朋友|邻居|鄰居|同学|同學|同事|老乡|老鄉|房东|房東|司机|司機|战友|熟人|老板|老闆)$/u,
  ko: /^(?:제|내|우리|저희|한|어떤|옆집|아는|친한)?\s?(?:[가-힣]{1,4}\s)?(?:사촌|삼촌|이모|고모|숙모|형|형님|누나|언니|오빠|동생|아들|딸|아내|남편|어머니|아버지|엄마|아빠|부모님|할머니|할아버지|조카|친구|이웃|옆집|동료|지인|친척|집주인|사장|기사|선배|후배)(?:\s?(?:분|씨|님|아주머니|아저씨))?(?:들)?$/u,
};

/** Verbs by which an office orders or gives notice, rather than says. */
export const ORDERING: RegExp =
  /\b(?:order(?:ed|s)?|announc(?:ed|es|ing)|decree(?:d|s)?|instruct(?:ed|s)?|issued|posted|notif(?:ied|ies)|ruled|prohibit(?:ed|s)?|directed)\b|通知|公告|通告|宣布|命令|下令|要求|规定|規定|责令|責令|공지|통지|공고|지시|명령|통보|포고|고시|포치|하달/iu;

/** News agencies by their names. */
export const AGENCY: RegExp = /\b(?:agency|wire|newswire|line)$|(?:社|通讯社|通訊社)$|통신(?:사)?$/iu;

/** Laws, treaties and rules that a sentence says it has something from. The first group is the name. */
export const LAWS: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: [
    /\b(?:[Uu]nder|[Aa]ccording to|[Pp]ursuant to|[Bb]y|[Ii]n line with)\s(?:[Aa]rticles? \d+(?: (?:and|to) \d+)? of\s)?(?:the|a|an|its|their)\s((?:[\p{L}\d’'-]+\s){0,6}?(?:[Ll]aw|[Aa]ct|[Cc]ode|[Rr]egulations?|[Rr]ules|[Cc]onvention|[Pp]rotocol|[Tt]reaty|[Oo]rdinance|[Dd]ecree)(?:\s(?:on|with|of|for|between|against)\s(?:\p{L}+\s)?\p{Lu}[\p{L}-]+)?)(?=[\s,.])/u,
    /^(?:[Tt]he|[Ii]ts|[Aa]n?)\s((?:[\p{L}\d’'-]+\s){0,6}?(?:[Ll]aw|[Aa]ct|[Rr]egulations?|[Rr]ules|[Cc]onvention|[Pp]rotocol|[Tt]reaty|[Oo]rdinance|[Dd]ecree))\s(?:also\s)?(?:says?|states?|requires?|provides?|bars?|forbids?|prohibits?|obliges?|allows?|lets?|punish(?:es)?)\b/u,
  ],
  zh: [
    /(?:依照|依据|依據|根据|根據|按照|按|据|據)(?:《([^《》\n]{2,30})》|([\p{Script=Han}]{2,24}?(?:法|条例|條例|公约|公約|协定|協定|议定书|議定書)))(?:第[\d一二三四五六七八九十百]{1,5}[条條])?(?:的?规定|的?規定)?[，,]/u,
    /《([^《》\n]{2,30}(?:法|条例|條例|办法|辦法|规定|規定|公约|公約))》(?:自?[^，。；]{0,12})(?:生效|施行|实施|實施|修订|修訂)(?:之?[后後]|以[来來])[，,]/u,
    /(?:^|[，。；])(?:[^，。；《》]{0,14}的)?《?([\p{Script=Han}]{2,24}?(?:法|条例|條例|公约|公約|协定|協定|议定书|議定書))》?(?:第[\d一二三四五六七八九十百]{1,5}[条條])?(?:规定|規定|要求|禁止)[，,：:]?/u,
  ],
  ko: [
    /(?:^|[\s,])((?:[가-힣·]+\s){0,3}?[가-힣·]*(?:법|조례|협약|의정서|협정|시행령|시행세칙))(?:\s?제\s?\d{1,3}조(?:\s?제?\s?\d+항)?)?(?:에\s?(?:따르면|따라|의하면|의해|근거해)|상(?=\s)|(?:은|는)(?=\s))/u,
    /(?:^|[\s,])((?:[가-힣·]+\s){0,2}?[가-힣·]*(?<![방불편해문수용어])법)(?:이|은|에서)\s(?:보장|금지|규정|허용|요구|명시)(?:하|한|해|돼|되)/u,
  ],
};

/** Orders and leaflets that somebody has seen: whoever wrote them is not named. */
export const ORDER_PAPERS: RegExp =
  /^(?:an?|the|one|this|that|another)\s(?:\p{L}+\s){0,2}?(?:leaflet|notice|order|directive|poster|circular|flyer|decree|announcement|memo|instruction)s?\b/iu;

/** Papers by which an office reports, which say nothing themselves: 据通报. */
export const BARE_PAPER: RegExp =
  /^(?:通报|通報|公告|通告|通知|介绍|介紹|统计|統計|报告|報告|公布|发布|發佈|警方通报)$/u;

/** Titles behind a name, or before it, of people who speak. */
export const TITLED: Readonly<Record<'zh' | 'ko', readonly RegExp[]>> = {
  zh: [
    /(?:局长|局長|主任|处长|處長|科长|科長|部长|部長|司长|司長|县长|縣長|市长|市長|省长|省長|州长|州長|书记|書記|所长|所長|校长|校長|会长|會長|主席|发言人|發言人|教授|研究员|研究員|律师|律師|牧师|牧師|负责人|負責人|总干事|總幹事|秘书长|秘書長|队长|隊長|院长|院長|顾问|顧問|大使|博士|代表|委员|委員|专员|專員|学者|學者|专家|專家|作家|记者|記者|医生|醫生|传教士|傳教士)((?!等|说|說|表|指|称|稱|向|对|對|也|还|還)[\p{Script=Han}]{2,3})$/u,
    /^([\p{Script=Han}]{2,3})(?:副)?(?:局长|局長|主任|处长|處長|部长|部長|县长|縣長|市长|市長|书记|書記|所长|所長|教授|研究员|研究員|律师|律師|牧师|牧師|会长|會長|主席|秘书长|秘書長|院长|院長|博士)$/u,
  ],
  ko: [
    /^([가-힣]{2,5})\s(?:[가-힣A-Za-z·]+\s){0,4}?(?:대변인|장관|차관|국장|과장|소장|원장|교수|연구위원|선임연구위원|연구원|대표|사무국장|변호사|목사|의원|위원장|위원|회장|이사장|팀장|대사|총장|박사|활동가|간사|본부장|센터장|실장|청장|시장|도지사|특파원|보고관)$/u,
    /^(?:[가-힣A-Za-z·]+\s){1,4}?(?:대변인|장관|차관|국장|과장|소장|원장|교수|연구위원|연구원|대표|사무국장|변호사|목사|의원|위원장|위원|회장|이사장|팀장|대사|총장|박사|활동가|간사|본부장|센터장|실장|청장)\s([가-힣]{2,4})$/u,
  ],
};

/** What stands where a name would before a title and is none: a kind, a place, a body. */
export const NO_NAME: RegExp =
  /^(?:한|어느|어떤|모|이|그|저|현지|익명|해당|전|현|前|중국|북한|한국|미국|일본|유엔|정부|당|군|국제|인권|통일부|외교부|국방부|법무부)$|(?:부|청|처|국|원|회|도|시|군|구|현|성|대|당|사|의|인|한|된|는|던|온|산|단체|정부|연대|협회|대학교?|연구소)$/u;
