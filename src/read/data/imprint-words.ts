/**
 * How papers, magazines and pages say in their own text who publishes them: mastheads, lines below a title, notes of where a
 * text first stood, notices of rights. In English, Chinese and Korean. Written from general knowledge of such lines.
 */

/** A name in Latin letters, with small words inside. */
const NAME =
  "(\\p{Lu}[\\p{L}\\p{N}’'&.-]{0,30}(?:\\s(?:(?:of|for|on|and|&|in|the)\\s){0,2}\\p{Lu}[\\p{L}\\p{N}’'&-]{0,30}){0,7})";
/** What is printed, as it speaks of itself. */
const PIECE =
  '(?:text|article|roundtable|round table|discussion|conversation|interview|essay|notice|document|translation|report|piece|story|column|explainer|page|guide|fact ?sheet|backgrounder|briefing|summary|q&a)';
const TITLE = '[《〈「『]?([^《》〈〉「」『』\\s，。、；：（）()|｜0-9]{2,24})[》〉」』]?';
/** A Korean name within marks, which may hold a space. */
const MARKED = '[「『《〈<＜]([^「」『』《》〈〉<>＜＞\\n]{2,24})[」』》〉>＞]';

/** Whole formulas that name who publishes, wherever they stand at the head or foot. The first group is the name. */
export const IMPRINTS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:[Tt]his|[Tt]he)\\s${PIECE}\\s(?:(?:is|was|has been|had been)\\s)?(?:(?:first|originally)\\s)?(?:appeared|appears|published|printed|posted|carried|ran|compiled|prepared|maintained|produced|kept|written|updated)\\s(?:here\\s)?(?:in|by|on)\\s(?:the\\s|The\\s)?${NAME}`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Ff]irst|[Oo]riginally)\\s(?:appeared|published|printed)\\s(?:in|by|on)\\s(?:the\\s|The\\s)?${NAME}`,
    'u',
  ),
  new RegExp(
    `\\b[Rr]e(?:printed|published|produced)\\s(?:here\\s)?(?:with (?:the )?permission\\s)?(?:from|by|of|courtesy of)\\s(?:the\\s|The\\s)?${NAME}`,
    'u',
  ),
  new RegExp(`(?:^|\\n)[*_(]{0,2}(?:Published|Appeared|Printed|Appears)\\sin\\s(?:the\\s|The\\s)?${NAME}`, 'u'),
  new RegExp(
    `\\b(?:[Aa]n?|[Tt]he|[Tt]his)\\s${NAME}\\s(?:[Rr]oundtable|[Ff]orum|[Ss]ymposium|[Dd]iscussion|[Cc]onversation|[Dd]ebate|[Dd]ialogue|[Ii]nterview|explainer|backgrounder)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Cc]onversation|[Rr]oundtable|[Dd]ebate|[Dd]iscussion|[Ff]orum)\\s(?:in|from)\\s(?:the\\s|The\\s)?${NAME}`,
    'u',
  ),
  new RegExp(`\\b[Tt]he\\seditors\\sof\\s(?:the\\s|The\\s)?${NAME}`, 'u'),
  new RegExp(`(?:^|\\n)[*_]{0,2}From\\s(?:the\\s|The\\s)?${NAME},\\s(?:[Vv]ol|[Ii]ssue|[Nn]o|[Nn]umber)\\b`, 'u'),
  new RegExp(
    `(?:^|\\n)(?:[Pp]osted|[Pp]ublished|[Rr]eleased)\\s(?:on\\s[\\p{L}\\d ,]{6,24}\\s)?by\\s(?:the\\s|The\\s)?${NAME}(?=[.,;]|\\s[|·]|$)`,
    'u',
  ),
  new RegExp(`[·|]\\s(?:the\\s|The\\s)?${NAME}\\s(?:monthly|weekly|quarterly|magazine)\\b`, 'u'),
  new RegExp(`(?:^|\\n)${NAME}\\sis\\s(?:published|edited|produced|run)\\sby\\b`, 'u'),
  new RegExp(
    `(?:^|\\n)(?:[Pp]ublished|[Pp]roduced|[Cc]ompiled|[Pp]repared|[Mm]aintained)\\sby:?\\s(?:the\\s|The\\s)?${NAME}`,
    'u',
  ),
  /(?:原载|原載|首发|首發|首刊|刊载|刊載|刊|载|載|发表|發表|摘自|选自|選自|转载自|轉載自|转自|轉自)(?:于|於)?\s?[:：]?\s?[《〈]([^《》〈〉]{2,24})[》〉]/u,
  new RegExp(
    `(?:本文|本页|本頁|本站|本资料|本資料|本问答|本問答|本手册|本手冊)由${TITLE}(?:编写|編寫|整理|制作|製作|维护|維護|发布|發布|撰写|撰寫|编辑|編輯)`,
    'u',
  ),
  /《([^《》]{2,24})》(?:杂志|雜誌|编辑部|編輯部|编者|編者|本期|邀请|邀請|取得|获得|獲得|刊登|刊发|刊發|全文)/u,
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:월간|계간|주간|격월간|반년간|일간|웹진)\\s?(?:${MARKED}|([가-힣A-Za-z]{2,15}))`,
    'u',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:인터넷\\s?(?:신문|언론|매체)|온라인\\s?매체|독립\\s?언론|소식지|학술지)\\s?${MARKED}`,
    'u',
  ),
  new RegExp(
    `${MARKED}(?:은|는|이|가|에|에서)?\\s?[^.\\n]{0,60}(?:입수|싣|실린|실렸|게재|전재|수록|정리|옮겨|마련|물었|초대|초청)`,
    'u',
  ),
  /(?:^|[\s\n])([가-힣A-Za-z]{1,12}(?:일보|신문|뉴스|타임스|저널|미디어))(?:은|는|이|가)\s[^.\n]{0,60}(?:입수해|입수한|입수하여|전문을\s?(?:싣|옮|공개|게재))/u,
  /\[[가-힣A-Za-z·\s]{2,12}=([가-힣A-Za-z]{2,12})\]/u,
  // A dateline in brackets that begins with the paper's own name: 【河口时报白河讯】.
  /(?:^|\n)[\s\u3000]*[【(（[［]\s?(?:本报|本報)?([\p{Script=Han}]{2,8}?(?:日报|日報|晚报|晚報|时报|時報|周报|週報|早报|早報|新闻网|新聞網|新闻|新聞|报|報|网|網|电台|電台|周刊|週刊))[\p{Script=Han}、，／/·\s\d]{0,16}(?:讯|訊|电|電|报道|報導|综合)[】)）\]］]/u,
  // 《河岸笔记》网站: what sort of page it is, behind its name.
  /《([^《》]{2,24})》\s?(?:网站|網站|专栏|專欄|公众号|公眾號|双月刊|雙月刊|月刊|季刊|周刊|週刊)/u,
];

/** Notices of rights: the name with the year before or behind it. */
export const RIGHTS: readonly RegExp[] = [
  new RegExp(
    `(?:©|ⓒ|\\([Cc]\\)|[Cc]opyright)\\s{0,2}(?:©\\s)?(?:\\d{4}(?:[-–]\\d{4})?\\s)?(?:the\\s|The\\s)?${NAME}`,
    'u',
  ),
  /(?:©|ⓒ|저작권자|Copyright)[\s(ⓒ©c)]{0,6}(?:\d{4}\s)?([가-힣A-Za-z]{2,16})/u,
  /(?:^|\n|©\s?\d{0,4}\s?)([\p{Script=Han}A-Za-z]{2,16})\s?(?:版权所有|版權所有)/u,
  /(?:©|ⓒ)\s?(?:\d{4}(?:[-–]\d{4})?\s?)?《?([\p{Script=Han}]{2,12})》?(?=$|[\s\u3000，,。.|｜])/u,
];

/** A paper that says what it did with what it prints. It counts for names that papers bear. The first group is the name. */
export const HOSTS: readonly RegExp[] = [
  new RegExp(
    `(?:^|[.!?”"]\\s|\\n|:\\s)(?:The\\s)?${NAME}\\s(?:has\\s)?(?:obtained|received|reproduces|prints|publishes|reprints|translated|asked|invited|convened|brought together|put)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:obtained|seen|translated|reproduced|printed|published|photographed|reviewed)\\sby\\s(?:the\\s|The\\s)?${NAME}`,
    'u',
  ),
];

/** Who brought people together to talk, or named a talk: a paper, mostly. The first group is the name. */
export const CONVENERS: readonly RegExp[] = [
  new RegExp(
    `(?:^|[.!?”"]\\s|\\n|:\\s|,\\s)(?:[Tt]he\\s)?${NAME}(?:['’]s editors|\\seditors)?\\s(?:has\\s)?(?:asked|invited|convened|brought together|gathered|hosted|put (?:\\p{L}+\\s){1,3}questions? to|spoke (?:to|with))\\s(?:\\p{L}+\\s){0,3}(?:experts?|specialists?|scholars?|contributors?|people|practitioners?|researchers?|analysts?|observers?|participants?|panel|panell?ists?|group|of|authors?|writers?|guests?)\\b`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Ii]ssue|[Ee]dition|[Nn]umber|[Vv]olume|[Pp]ages)\\s(?:\\d{1,4}\\s)?of\\s(?:the\\s|The\\s)?${NAME}`,
    'u',
  ),
  new RegExp(
    `\\b(?:hosted|convened|organi[sz]ed|moderated|edited|commissioned)\\s(?:for|by)\\s(?:the\\s|The\\s)?(?:editors of (?:the\\s|The\\s)?)?${NAME}`,
    'u',
  ),
  /《([^《》]{2,24})》[\s·—-]{0,3}(?:圆桌|圓桌|座谈|座談|笔谈|筆談|对谈|對談|专题|專題|特稿|特约|特約|\d{4}年|第\d{1,4}期|总第|總第)/u,
  /(?:由|本(?:刊|次|期)[^。\n]{0,16}由)《?([^《》。，、\s由]{2,20})》?(?:杂志|雜誌|编辑部|編輯部)?(?:主办|主辦|组织|組織|召集|策划|策劃|整理|举办|舉辦)/u,
  new RegExp(
    `(?:^|\\n|[.]\\s)${MARKED}\\s?(?:은|는|이|가|의)?\\s?[^.\\n]{0,30}(?:좌담|대담|특집|기획|호\\b|지면)`,
    'u',
  ),
  /(?:^|\n|[.]\s)([가-힣A-Za-z]{2,14}(?:포럼|논단|리뷰|저널|연구|평론|일보|신문|매거진))(?:은|는|이|가)\s[^.\n]{0,40}(?:물었|초청|초대|모았|마련|개최|들어봤|들었|진행했|주최)/u,
];

/** Lines that say which issue, day or section, as they stand beside a masthead. */
export const ISSUE: RegExp =
  /^(?:[\s,，·|｜—–:：()（）-]|(?:issue|vol(?:ume)?\.?|no\.?|number)\s?\d{1,4}|(?:spring|summer|autumn|fall|winter)\b|\d{4}\s?(?:[年년]\s?)?(?:第\s?)?\d{0,3}\s?(?:期|호|号|號)?(?=[\s,，)）]|$)|(?:总|總)?第\s?[\d〇零一二三四五六七八九十百]{1,6}\s?(?:期|版|卷|号|號)|[一二三四五六七八九十]版|제\s?\d{1,5}\s?(?:호|권|면)|통권\s?\d{1,5}\s?호|\d{1,2}\s?월호|(?:봄|여름|가을|겨울)호?|[春夏秋冬](?:季号|季刊)?|[(（][월화수목금토일一二三四五六日][)）]|星期[一二三四五六日]|[월화수목금토일]요일|[A-Z]?\d{1,2}\s?면|第?[A-Z]?\d{1,2}\s?版|국제|정치|사회|종합|경제|문화|国际|國際|要闻|要聞|时政|時政|(?:online|print)\s(?:edition|version)|网络版|電子版|电子版|온라인판)+$/iu;

/** Words that the names of papers and magazines have: at the end, or in English also at the beginning. */
export const PUBLICATION: RegExp =
  /^(?:the\s)?(?:daily|weekly|radio|voice\sof)\s\p{Lu}|\b(?:daily|weekly|monthly|quarterly|times|news|newsroom|post|wire|courier|dispatch|ledger|examiner|sentinel|inquirer|press|herald|gazette|tribune|review|journal|observer|guardian|chronicle|bulletin|magazine|radio|tv|television|online|digest|monitor|record|standard|telegraph|examiner|mail|today|report|reporter|forum|papers|letters?|notes)$|(?:일보|신문|뉴스|통신|방송|저널|타임스|포럼|논단|매거진|미디어|투데이|시보|리뷰)$|(?:日报|日報|晚报|晚報|早报|早報|时报|時報|周报|週報|导报|導報|新闻|新聞|网|網|电视台|電視台|电台|電台|周刊|週刊|月刊|季刊|双月刊|雙月刊|杂志|雜誌|评论|評論|论坛|論壇|学刊|學刊|观察|觀察|通讯|通訊)$/iu;

/** Words that the names of groups, archives and pages of knowledge have. No offices of a state. */
export const GROUP: RegExp =
  /\b(?:archives?|cent(?:er|re)|network|institute|facts?|project|foundation|coalition|alliance|association|society|union|desk|watch|initiative|fund|campaign|movement|federation|library|database|university|editors|explained|explains|guide|hub|lab|observatory|group|collective|helpline|relief|aid|international|without\sborders|for\s(?:\p{L}+\s){0,2}rights|solidarity|partnership|mission|team|info|information|data|think\stank)\b|(?:센터|모임|연대|단체|협회|연합|연합회|재단|연구소|연구원|자료실|자료관|자료원|기록원|정보센터|연구회|기록관|정보원|네트워크|편집부|편집팀|인권회|위키|백과|알리미|길잡이|넷|포털|시민회|회의|본부|지원단)$|(?:会|會|社|网|網|中心|小组|小組|编辑组|編輯組|资料室|資料室|档案馆|檔案館|资料馆|資料館|知识库|知識庫|资料库|資料庫|研究所|研究院|联盟|聯盟|基金|基金会|基金會|协会|協會|网络|網絡|平台|团体|團體|编辑部|編輯部|工作组|工作組|行动|行動|联合|聯合)$/iu;

/** Words of offices of a state, which issue and do not publish. */
export const STATE: RegExp =
  /\b(?:bureau|ministry|department|government|committee|court|commission|council|police|secretariat|directorate|prefecture|province|county|authority|administration|headquarters|brigade)\b|(?:局|厅|廳|部|府|公安|法院|检察院|檢察院|委员会|委員會|司令部)$|(?:청|부|국|군|시|도|인민위원회|위원회|정부|법원|당국|보위부|안전부|대대|여단|려단)$/iu;

/** Lines at the foot or head that name who made a page, with a label. The first group is the name, which must be one of a group or paper. */
export const MAKERS: RegExp =
  /^[\s*_(（[【•·-]{0,4}(?:작성|제작|발행|정리|편집|운영|펴낸\s?곳|발행처|발행인|기획|주최|주관|자료제공|정보제공|글|编辑|編輯|编制|編制|编写|編寫|整理|制作|製作|出品|发布|發布|主办|主辦|主辦單位|主办单位|刊载|刊載|本页|本頁|撰写|撰寫|供稿|published by|produced by|compiled by|prepared by|maintained by|publisher|written by|page by|by)\s?[:：/]?\s?(?:the\s)?([^:：\n|｜,，;；()（）]{2,60})/iu;

/** Labels in brackets or capitals at the head that say what kind of text follows, and name nobody. */
export const KIND_LABEL: RegExp =
  /^(?:新闻稿|新聞稿|通稿|联合声明|聯合聲明|公开信|公開信|呼吁书|呼籲書|长读|長讀|档案汇编|檔案彙編|공동성명|호소문|결의문|전문|성명|성명서|논평|좌담|특집|기획|인터뷰|대담|해설|설명|속보|단독|분석|칼럼|사설|게시판|공지|알림|보도자료|입장문|기자회견문|Q&A|声明|聲明|特稿|专题|專題|专访|專訪|编者按|編者按|公告|通告|通知|布告|快讯|快訊|独家|獨家|解读|解讀|解释|解釋|百科|科普|知识|知識|深度|报道|報導|要闻|要聞|国际|國際|社会|社會|读懂|讀懂|问答|問答|圆桌|圓桌|笔谈|筆談|讨论|討論|转载|轉載|文件|时评|時評|(?:an?\s|the\s)?(?:conversations?|discussions?|debates?|symposium|dialogues?|panels?|viewpoints?|perspectives|exchange)|statement|for immediate release|press release|media release|joint statement|open letter|explainer|the long read|long read|essay|backgrounder|roundtable|document|notice|news|world|press release|q&a|faq|briefing|thread|opinion|analysis|interview|report|updated?|explainers|explained|in brief|fact ?sheet|q and a|questions and answers|special report|feature|features|asia|international|politics|society|hot topic|topic|front page|국제|사회|북한|정치|기획기사|뉴스|종합|르포|기획특집|알기 쉬운|설명자료|카드뉴스|팩트체크|한눈에 보기|질의응답|묻고 답하기)$/iu;

/** How a short title ends that is no name of a paper: with a kind of paper, or as a sentence does. */
export const TITLE_WORDS: RegExp =
  /\b(?:notice|announcement|statement|order|decree|regulations?|rules|law|documents?|bulletin|circular|letter|roundtable|explainer|thread|questions?|answers?|appeal|policy|crisis|guide|content|menu|home)$|(?:通告|通知|公告|布告|条例|條例|办法|辦法|规定|規定|声明|聲明|决定|決定|公报|公報|问题|問題|现状|現狀|圆桌|圓桌|座谈|座談|全文|[了吗嗎呢])$|(?:공고|통고|포고|포고문|통지|공지|성명|성명서|논평|규정|결정|문제|현황|좌담|대담|전문|다|요|까|나|라|기|법)$/iu;

/** Words that only an issue has. */
export const NUMBERED_ISSUE: RegExp =
  /\b(?:issue|vol(?:ume)?\.?|no\.?)\s?\d|\b(?:spring|summer|autumn|fall|winter)\s\d{4}|第\s?[\d一二三四五六七八九十]{1,4}\s?期|제\s?\d{1,4}\s?호|\d{1,2}월호|(?:봄|여름|가을|겨울)호/iu;
