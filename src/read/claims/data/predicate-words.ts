/**
 * Signs that a Chinese line without a full stop says something: aspect, voice, duty, negation, change, and verbs of being and having that
 * are no part of a name. Our own list, from the manner of headlines and posts.
 */
export const CHINESE_SIGNS: RegExp =
  /[了已被将將遭须須应應不没沒无無未拟擬获獲称稱]|[有是在](?!关|限|线|職|职)|必须|禁止|严禁|可以|能够|需要|要求|正在|曾|导致|引发|增至|升至|降至|增加|减少|减半|翻倍|翻番|上涨|下跌|下降|上升|达到?\d|超过|同比|突破|跌破|身亡|死亡|受伤|失踪|生效|落网|呼吁|警告|宣布|承认|否认|决定|拒绝|通过|批准|关闭|封闭|封锁|开放|恢复|暂停|取消|扣押|没收|逮捕|拘留|驱逐|遣返|释放|判处|起诉|袭击|开枪|爆炸|撤离|疏散|更正|删除/u;

/** What titles end with: things that papers, talks and lists are. */
export const CHINESE_TITLE_ENDS: RegExp =
  /(?:[之和与及]\p{Script=Han}{1,4}|通知|通告|公告|公示|通报|通報|函|声明|聲明|公开信|倡议书|呼吁书?|报告|報告|简报|年报|白皮书|研究|论|考|述评|综述|分析|调查|讨论|讨论会|座谈|圆桌|对话|访谈|专访|实录|实錄|纪要|记录|专题|特辑|大事记|年表|时间线|导言|前言|序言|序|引言|结语|附录|目录|目錄|一览|一览表|汇总|名单|清单|问答|解答|指南|手册|办法|规定|条例|细则|意见|方案|示意图|照片|图片|情况|概况|简介|背景|摘要|建议|展望|问题|证据|代价|故事|生活)[（(]?[\p{Script=Han}\p{N}]{0,6}[）)]?$/u;

/** Questions that a title asks of its reader. */
export const CHINESE_ASKING: RegExp = /为何|為何|为什么|為什麼|如何|怎[样么麼]|什么|什麼|哪些|何去何从/u;

/** How a Korean sentence or note ends: endings of predicates, and their nouns. */
export const KOREAN_ENDINGS: RegExp =
  /(?:[다요죠까네군라지나]|[음임함됨짐남옴봄줌감림]|것|뿐|중)[.!?…]*["”’」』)\]]*\s*$|[.!?。][”"’」』)\]]*\s*$/u;

/** How a Korean headline ends that says something: verbs without their last ending, and nouns of acts. */
export const KOREAN_HEADLINE_ENDS: RegExp =
  /(?:늘어|늘려|올라|올려|줄어|줄여|내려|떨어져|숨져|다쳐|밝혀|나타나|드러나|이어져|열려|열어|막혀|막아|그쳐|넘어|달해|빠져|붙잡혀|잡혀|끌려가|나서|치솟아|급증|급감|증가|감소|폐쇄|봉쇄|통과|체포|구속|구금|기소|압수|압류|몰수|추방|송환|석방|처형|사망|부상|실종|발생|발견|발표|발령|시행|시작|중단|재개|취소|연기|철회|철수|철거|파괴|붕괴|폭발|총격|습격|공격|단속|수색|검거|적발|금지|허용|허가|승인|거부|거절|부인|인정|촉구|경고|요구|비판|규탄|호소|합의|결정|개정|폐지|제정|선고|확정|사임|사퇴|해임|임명|당선|선출|개최|참가|방문|도착|출발|탈출|월경|대피|배포|지급|인상|인하|상승|하락|돌파|기록|강화|완화|확대|축소|전망|예정|우려|논란|의무화)$/u;

/** With these words somebody tells of what they, or their own people, lived: a first person, or kin, that did or met with something. Our own lists. */
export const LIVED: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:I|[Ww]e)(?:['’]ve)?\s(?:(?:also|never|once|just|then|still|only|\p{L}+ly)\s)?(?:was|were|had|have (?:been|seen|heard|scraped|lived|lost)|saw|heard|went|came|crossed|lived|left|took|got|worked|ran|helped|closed|lost|drove|used to|carried|spent|met|paid|hid|fled|walked|counted|passed|stood|slept|sold|sent|found|gave|kept|tried)\b|\b[Mm]y\s(?:[\p{L}-]+\s){0,2}?(?:(?:sister|brother|mother|father)(?:-in-law)?|mum|mom|dad|parents|cousin|aunt|uncle|wife|husband|son|daughter|grandmother|grandfather|niece|nephew|neighbou?rs?|friend|family|partner)\b|(?:^|[.!?]\s|\n)(?:Went|Saw|Heard|Walked|Drove|Just (?:got|came|saw|back)|Got (?:back|stopped))\b/u,
  zh: /我(?:们|們)?[^，。？！\s]{0,10}?(?:了|过|過|被|亲|親|帮|幫|住|在[^，。]{1,6}(?:里|裡|上)|从|從)|我(?:们|們)?(?:家|的)?[^，。]{0,2}?(?:表|堂|大|小|二|老)?(?:姐|妹|哥|弟|姊|妈|媽|爸|舅|姨|姑|叔|嫂|婆|丈夫|妻|老公|老婆|邻居|鄰居|朋友|同学|同學)|家[里裡][^，。]{0,8}了/u,
  ko: /(?:저는|저도|제가|나는|내가|우리는|우리가|저희는|저희가|우리\s[가-힣]+(?:가|이)|제\s[가-힣]+(?:가|이))\s?[^.!?\n]{0,60}?(?:[했었았였갔왔봤났됐]|겪|살|건넜|일했)|(?:우리|저희)\s?쪽|\d+\s?년째|(?:우리|저희|제)\s?(?:집|식구|가족|어머니|엄마|아버지|언니|누나|오빠|형|동생|올케|시누|남편|아내|삼촌|이모|고모|조카|사촌|친구|이웃|동네)/u,
};

/** People and places that are those of whoever tells. Our own lists. */
export const BESIDE: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:our|my) (?:\p{L}+ ){0,2}?(?:staff|colleagues?|neighbou?rs?|village|street|partners?|driver|cook|teachers?|volunteers?|families|shelter|clinic|school)\b|\b(?:worked|lived|stayed) with (?:me|us)\b/u,
  zh: /我(?:们|們)?(?:村|家|那儿|那裡|那里|这儿|這裡|这里|同事|邻居|鄰居|身边|身邊|所里|校)|跟我(?:们|們)?一起|从[^，。]{2,8}(?:年代|年)[^，。]{0,4}就/u,
  ko: /함께 (?:일|살|지내)|같이 (?:일|살|지내)|(?<![가-힣])(?:우리|저희) (?:동네|마을|집|직원|동료|이웃|쉼터|학교)/u,
};

/** Pictures, papers and posts that are spoken of. Our own lists. */
export const OF_PAPERS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:articles?|headlines?|photos?|pictures?|screenshots?|posts?|threads?|links?|sources?|translations?|rumou?rs?|stor(?:y|ies) (?:was|is|says|has)|paper says)\b/u,
  zh: /照片|[原這这那]张?[張张]?[圖图]|截[圖图]|文章|[報报][導道紙纸]|新[聞闻]|[連链][結接]|[來来]源|[標标][題题]|原文|文末|[轉转][發发述帖貼贴]|版本|舊版|旧版|[譯译]文|有人[說说]/u,
  ko: /사진|기사|번역|링크|출처|통고|공고|글타래|원본|보도|제목|캡처|댓글/u,
};

/** Whoever tells says how it feels now, or what it is worth. Our own lists. */
export const ASIDES: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:(?:is|are|was|were) (?:the |a |an )?(?:\w+ly )?(?:worst|best|honest|brave|cruel|naive|stupid|wrong|right|shameful|decent|kind|good|bad) ?(?:people|thing|man|woman|men|women|idea|one)?(?: (?:i|we) \w+)?[.!]?$|(?:i|we) (?:don't|do not|wouldn't|would not|can't) (?:trust|believe|know what|recommend|advise)|(?:is|are|was|were) (?:better|worse|braver|kinder|crueller|safer|more \w+) than|(?:more|less) afraid of|what i (?:regret|fear|hate|miss)|it is not worth)/u,
  zh: /[會会]?后悔|後悔|算了吧|不值得|最(?:稳妥|穩妥|要紧|要緊|可恨|可怜|可憐)|(?:比较|比較)在意|姑且[听聽]之|半信半疑|查不到|[没沒]用的|靠不住|[老忠][实實]人|都是好人|难怪|難怪/u,
  ko: /(?:제일|가장) (?:나쁜|좋은|큰|무서운|후회)|후회|(?:차갑|잔인하|무섭|답답하|슬프|고맙|부끄럽|한심하)(?:네요|습니다|군요|죠|다)|못 버텨|소용(?:이)? 없|정직한 사람|믿(?:을 수 없|지 못하겠)/u,
};

/** What came of something is not known, or nobody answered: nothing happened. Our own lists. */
export const UNKNOWN_END: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:is|are|was|were|remains?|went|go|goes)\s(?:still\s)?(?:unknown|unanswered|unclear|unconfirmed|not known|unheard|unexplained)\b|\b(?:could not|cannot|can't|couldn't)\s(?:independently\s|immediately\s)?(?:verify|confirm|be (?:verified|confirmed|reached|independently))|\b(?:did not|didn't|has not|have not) (?:respond|repl(?:y|ied)|answer(?:ed)?|responded|comment(?:ed)?)\b|\bhardly any\b/iu,
  zh: /(?:未|没有|沒有)(?:获|獲|能|得到)?(?:确认|確認|证实|證實|核实|核實)|音讯全无|音訊全無|无从得知|無從得知|杳无音|杳無音|未获(?:答复|答覆|回应|回應)|未(?:予|作|做)?(?:回应|回應|答复|答覆|置评|置評)|没有(?:回应|回應|答复)|沒有(?:回應|答覆)|无法(?:核实|證實|证实)|無法(?:核實|證實)/u,
  ko: /(?:답|응답|대답|답변|회신|통보|연락)(?:을|도|은)? ?(?:받지|듣지) 못|(?:답|응답|대답|답변|회신)(?:하지|을 하지|을 주지)\s?않|(?:확인|알려지)(?:하지|되지|지)\s?(?:못|않)|소식이 (?:끊|없)|연락이 (?:끊|닿지)/u,
};

/** What whoever speaks says that they will do. Our own lists. */
export const PROMISED: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:we|our (?:\p{L}+\s){1,3}?|the (?:group|coalition|network|alliance|association)|we for our part)\s(?:\p{L}+\s){0,4}?(?:will|shall|are going to|intend to|plan to)\b|^will\s(?:also\s|continue\s|publish|keep|go on|not)|^(?:an?|the|our)\s(?:\p{L}+\s){0,2}(?:report|list|update|dossier|briefing|petition|vigil|rally|letter)\s(?:[^.]{0,30}\s)?will\sbe\b/iu,
  zh: /^(?:本(?:联盟|聯盟|会|會|组织|組織|机构|機構|团体|團體|基金会|基金會)|我们|我們|我会|我會)[^，。]{0,12}?(?:将|將|会|會|不会|不會)|^(?:并|並)?(?:将|將)(?:于|於|在|继续|繼續|公布|公佈|发布|發佈)/u,
  ko: /(?:우리는|우리\s?(?:단체|모임|연대)[은는]|저희는|본회는)[^.]{0,80}?(?:것이다|것입니다|겠다|겠습니다|계획이다|할 예정)/u,
};

/** What an office lets somebody off. Our own lists. */
export const LENIENT: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:will|shall|may|are to|is to) (?:not be (?:punished|fined|prosecuted|penalised|penalized|held)|be (?:treated leniently|pardoned|exempt(?:ed)?|spared|forgiven|excused))\b|\bwill face no (?:punishment|fine|penalty|charges)\b|\bare exempt from\b/iu,
  zh: /(?:不予|免予|免于|可免|从轻|從輕|从宽|從寬|减轻|減輕|不再追究|不追究)(?:处罚|處罰|处理|處理|责任|責任|刑事)?/u,
  ko: /처벌(?:하지|을 하지|받지)\s?않|처벌을\s?(?:면제|면한|감면|줄)|면제한다|용서한다|관대히|책임을 묻지 않/u,
};
