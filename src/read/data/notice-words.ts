/**
 * How offices open and close their papers in English, Chinese and Korean: labels of addressees, copies, subjects and
 * dates, numbers of papers, seals, and how those who print such papers mark words of their own. Written from general
 * knowledge of official letters, GB/T 9704 (Chinese official documents) and the Korean decree on official documents.
 */

/** Words that offices, courts, parties and firms have in their names. Chinese and Korean names end with them. */
export const OFFICE: RegExp =
  /\b(?:office|bureau|ministry|department|government|committee|court|commission|council|agency|authority|administration|party|police|station|brigade|secretariat|association|centre|center|headquarters|directorate|embassy|consulate|prefecture|province|county|city|republic|union|society|foundation|institute|board|service|team|force|command|academy|bank|company|university|school|hospital)\b|(?:[局部厅廳院委会會署處处所科室府司党黨办辦队隊社团團股站校馆館组組]|中心)\s*(?:[（(][^（()）]{1,20}[）)])?$|(?:청|부|국|원|위원회|사무소|사무국|처|과|실|당|군|시|도|협회|연맹|본부|센터|재단|시장|군수|도지사|청장|장관|서장|국장|위원장|원장|본부장|대대|파출소|초소|소조|인민정부|판공실)$/iu;

/** What a line of the opening or closing is about. The label stands at the beginning of the line. */
export type NoticeLabel = 'to' | 'from' | 'copies' | 'subject' | 'date' | 'number';

export const NOTICE_LABELS: readonly (readonly [NoticeLabel, RegExp])[] = [
  ['to', /^(?:to\s?[:：]|致\s?[:：]|(?:主送|受文者|收文单位|收文單位|收件人)(?:机关|機關)?\s?[:：])\s*/i],
  ['to', /^(?:수\s{0,3}신(?:자)?\s?[:：]|수\s{0,3}신(?:자)?\s{1,4}(?=\S)|받는\s?(?:사람|곳|분)\s?[:：])\s*/],
  [
    'from',
    /^(?:(?:from|issued by|issuing (?:office|authority))\s?[:：]|(?:发文|發文|发布|發布|印发)(?:单位|單位|机关|機關|者)\s?[:：])\s*/i,
  ],
  ['from', /^(?:발\s{0,3}신(?:자|명의)?\s?[:：]|보내는\s?(?:사람|곳)\s?[:：])\s*/],
  [
    'copies',
    /^(?:(?:with\s)?(?:a\s)?(?:cop(?:y|ies)\s(?:to|sent\sto)|copied\sto)\s?[:：]|(?:b?cc|copies)\s?[:：]|(?:抄送|抄报|抄報|抄致|副本|分送)(?:机关|機關)?\s?[:：])\s*/i,
  ],
  [
    'copies',
    /^(?:수신자\s?참조|참\s{0,3}조|사\s?본|사\s?송|초\s?송|초\s?보|배부(?:처)?)\s?(?:[(（][\p{Script=Han}]{2}[)）]\s?)?[:：]\s*/u,
  ],
  ['subject', /^(?:(?:subject|re|regarding)\s?[:：]|(?:主题|主題|题目|題目|标题|標題|事由|主旨)\s?[:：])\s*/i],
  ['subject', /^(?:제\s{0,3}목\s?[:：]|제\s{0,3}목\s{1,4}(?=\S))\s*/],
  [
    'date',
    /^(?:date(?: issued)?\s?[:：]|(?:发文|發文|成文|发布|發布|签发|印发)?(?:日期|时间|時間)\s?[:：]|(?:시행|발행|작성|발신)?일(?:자|시)?\s?[:：])\s*/i,
  ],
  [
    'number',
    /^(?:(?:ref(?:erence)?|no|number|document (?:no|number))\.?\s?[:：]|(?:文号|文號|发文字号|發文字號|编号|編號)\s?[:：]|문서\s?번호\s?[:：])\s*/i,
  ],
];

/** A whole line that is the number of a paper: `平政发〔2031〕12号`, `总务科-123`, `第12号`. */
export const NUMBER_LINE: RegExp =
  /^(?:[\p{Script=Han}]{1,16}\s?[〔［[（(]\s?\d{4}\s?[〕］\])）]\s?第?\s?\d{1,5}\s?[号號]|\d{4}年第\d{1,4}[号號]|(?:第|제)\s?\d{1,4}(?:-\d{1,5})?\s?[号號호]|[\p{Script=Hangul}]{2,20}\s?(?:공고|고시|훈령|예규)?\s?(?:제\s?)?\d{4}-\d{1,6}\s?호|[\p{Script=Hangul}]{2,12}과-\d{1,6}|(?:[Dd]ocument\s)?(?:[Nn]o\.?\s)?\p{Lu}[\p{L}.\s-]{0,24}[[(]\d{4}[\])]\s?(?:[Nn]o\.?\s?)?\d{1,5}|(?:[Dd]ocument\s|[Oo]rder\s|[Nn]otice\s|[Dd]ecree\s)?[Nn]o\.?\s?\d{1,5}(?:\sof\s|\/)\d{4})$/u;

/** Greetings that address a paper, as a block of their own. */
export const GREETINGS: readonly RegExp[] = [
  /^(?:各|全体|全體|广大|廣大)[^。！？\n]{1,90}[:：]$/,
  /^to\s(?:the|all|every|each|whom)\b[^.!?\n]{1,160}:$/i,
  /^dear\s[^.!?\n]{1,80}[:,]$/i,
];

/** A Chinese or Korean office that is addressed by its name alone: `省财政厅：`, `평안군수 귀하`. */
export const ADDRESSED_OFFICE: RegExp = /^([^。！？，,：:\n]{2,40}?)(?:\s?(?:귀하|귀중|님께|앞[:：]?)|[:：])$/;

/** A line that numbers one of several papers: `Document 2`, 文件一：, 【문서 가】. The first group is its number, the second what follows in the line. */
export const PAPER_MARKS: readonly RegExp[] = [
  /^[\s*_#=–—-]{0,6}[[(【［〔]?\s?(?:(?:translated|translation of)\s)?(?:document|notice|text|paper|exhibit|item)\s(?:no\.?\s?|number\s|#)?(\d{1,2}|[a-h]|[ivx]{1,4}|one|two|three|four|five|six)\s?[\])】］〕]?(?:\s?[.:–—|-]+)?(?:\s([^\n]*))?$/iu,
  /^[\s*_#=–—-]{0,6}[[(（【［〔]?\s?(?:文件|文书|文書|材料|公文|通告|译文|譯文|附件|原文)\s?(?:之)?[（(]?([一二三四五六七八九十]|\d{1,2}|[甲乙丙丁戊])[)）]?\s?[\])）】］〕]?\s?(?:[:：、.．—–-]+)?\s?([^\n]*)$/u,
  /^[\s*_#=–—-]{0,6}[[(（【［〔〈<]?\s?(?:문서|자료|문건|통고문?|공문|번역문|원문)\s?(?:제\s?)?(\d{1,2}|[가나다라마바사]|[일이삼사오육칠]|[ivx]{1,4}|[①-⑨])\s?호?\s?[\])）】］〕〉>]?\s?(?:[:：.．—–-]+)?\s?([^\n]*)$/iu,
];

/** A number alone in its line: it numbers papers where each of them is closed by whoever issued it. */
export const BARE_MARK: RegExp =
  /^[\s*_#=–—-]{0,6}[[(（【［〔]?\s?([一二三四五六七八九十]|\d{1,2}|[ivx]{1,4}|[①-⑨]|其[一二三四五六])\s?[\])）】］〕.、．]?()\s*$/iu;

/** Behind the day in a closing: how it was printed and in how many copies. */
export const BEHIND_DAY: RegExp =
  /[\s,，]*(?:인쇄\s?발부|인쇄\s?배부|인쇄|발부|발행|하달|시달|印发|印發|发布|發布|下发|下發)?[\s,，(（]*(?:(?:총|共|共印)?\s?\d{1,5}\s?(?:부|份|copies))?[)）]?\s*$/u;
/** Before it. */
export const BEFORE_DAY: RegExp =
  /^(?:[Pp]rinted|[Ii]ssued|[Dd]ated|[Ss]igned|[Ss]ent(?: out)?|[Rr]eleased)\s(?:on\s)?/u;

/** Seals and signs that stand for them, on a line of their own. */
export const SEAL_LINE: RegExp =
  /^[\s([（【〔]*(?:official\s)?(?:seal(?:ed)?|signed|signature|stamp(?:ed)?|公章|印章|盖章|蓋章|加盖公章|章|签字|簽字|签章|簽章|印|직인|관인|직인\s?생략|관인\s?생략|서명|날인|인)(?:\s(?:affixed|here|omitted))?[\s)\]）】〕]*\.?$/i;

/** Where to call or write, below a signature. */
export const CONTACT_LINE: RegExp =
  /^(?:(?:contact|tel|telephone|phone|hotline|fax|e-?mail)\s?[:：.]|(?:联系|聯繫|举报|舉報|监督|監督|咨询|諮詢)?(?:电话|電話|热线|熱線|邮箱|郵箱)\s?[:：]|(?:신고|문의|상담)?\s?(?:전화|연락처|이메일)\s?(?:번호)?\s?[:：])/iu;

/** What Chinese and Korean papers have below the signature: subject words, printing, end mark. */
export const IMPRINT_LINE: RegExp =
  /^(?:(?:主题词|主題詞|印发|联系人|聯繫人|联系电话|聯繫電話|附件|附[:：])|[^。\n]{2,40}\s?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发$|끝\.?$|붙임\s|此页无正文)/;

/** Words by which whoever prints a paper marks words of their own. */
export const NOTE_OPENING: RegExp =
  /^[\s[(（【〔*_]*(?:(?:editors?|translators?|publishers?|compilers?|web ?masters?)(?:['’]s?)?\s(?:foreword|introduction|notes?|preface|remarks?)|(?:editor|translator)['’]s\s|note\s(?:by|from)\sthe\s(?:editors?|translators?)|preface|foreword|(?:编者|編者|译者|譯者|编辑|編輯|本刊|本网|本站|小编|小編|编译者)(?:按|注|註|的话|的話|说明|說明|附言|前言|附记|附記|案)|前言\s?[:：]|(?:편집자|편집인|엮은이|옮긴이|역자|번역자)\s?(?:주|의\s?말|노트|해설)|\[?편집자\s?주\]?)/i;

/** A foot of page note or a line of sources. */
export const SOURCE_NOTE: RegExp =
  /^(?:[[［(（]\s?\d{1,3}\s?[\]］)）]\s|\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹*†‡※]\s?\S|(?:sources?|notes?|footnotes?|endnotes?|references?|originally published(?:\s(?:in|at|by))?)\s?[:：]|(?:来源|來源|资料来源|資料來源|出处|出處|注释|註釋|注|註|参考文献|原载|原載|转自|轉自|原文)\s?[:：]|(?:출처|자료|주|각주|참고|원문)\s?[:：])/i;

/** Running text that presents papers: it speaks of papers, and says that they follow. */
export const PAPER_WORDS: RegExp =
  /\b(?:documents?|notices?|bulletins?|letters?|orders?|papers?|directives?|circulars?|memos?|memorand(?:a|ums?)|translations?)\b|文件|通知|通告|公告|公文|原文|译文|譯文|공문|문서|통지|공고|번역문|전문/i;
export const FOLLOW_WORDS: RegExp =
  /\b(?:below|following|follows?|full text|in full|reproduced|translated|provided here|attached)\b|全文|如下|以下|下面|附后|附後|译出|譯出|刊登|아래|다음|전문을|옮긴|번역/i;

/** What a paper of an office is called in its title. */
export const PAPER_KIND: RegExp =
  /\b(?:notice|announcement|order|decree|proclamation|directive|circular|bulletin|regulations?|instruction|notification|public notice)\b|(?:通告|通知|公告|布告|命令|决定|決定|规定|規定|告示|指示|令)(?:[（(〔]|$)|(?:공고|통고|포고|포고문|통지|통지문|통고문|고시|명령|지시|지시문|공시|알림)(?:$|[\s(（])/iu;

/** `Document 2`, 文件二, 문건 2: where one of several papers begins. */
export const PAPER_LABEL: RegExp =
  /^[\s[(（【《*_#-]*(?:(?:document|paper|text|annex|appendix|exhibit|enclosure)\s(?:no\.?\s?)?(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|seven|eight)(?![\p{L}\d])|(?:文件|文本|材料|附件|公文)\s?(?:之)?[一二三四五六七八九十\d]{1,2}(?![\p{L}\d])|(?:문건|문서|자료|붙임|별첨)\s?(?:제\s?)?\d{1,2}(?![\p{L}\d]))/iu;

/** A title that names its office. The first group is the name. */
export const TITLED_ISSUER: readonly RegExp[] = [
  /\b(?:[Nn]otice|[Aa]nnouncement|[Oo]rder|[Dd]ecree|[Pp]roclamation|[Dd]irective|[Cc]ircular)\s(?:No\.\s?\d+\s)?(?:of|by|from)\s(?:the\s)?(\p{Lu}[\p{L}’'-]*(?:\s(?:(?:of|and|for|the)\s){0,2}\p{Lu}[\p{L}’'-]*){0,8})/u,
  /^([\p{Script=Han}]{3,24}?(?:局|厅|廳|府|委员会|委員會|司令部|公安|指挥部|指揮部|办公室|辦公室))(?:关于|關於|布告|通告|通知|公告|令)/u,
  /^([가-힣\s]{3,24}?(?:국|청|부|위원회|정부|사령부))\s(?:공고|통고|포고|통지|고시|명령|지시)/u,
];
