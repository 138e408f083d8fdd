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
