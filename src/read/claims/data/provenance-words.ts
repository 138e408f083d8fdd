/** How a line begins that says who translated a text: our own list, from the manner of papers and sites. */
export const CREDIT_LINES: RegExp =
  /^[\s*※＊(（[【-]{0,4}(?:translated(?: from [\p{L} ]{1,40})? by |translation(?: by |:)|译者?[:：]|翻译[:：]|翻譯[:：]|譯者?[:：]|번역\s?[:：]|옮긴이\s?[:：]).{2,120}$/iu;

/** How a note begins that says where a text was first printed: a numbered note, or a label. Our own list. */
export const SOURCE_NOTES: RegExp =
  /^(?:\[\d{1,3}\]|\(\d{1,3}\)|source\s?[:：]|originally published|first published|来源[:：]|來源[:：]|出处[:：]|原载|原載|출처\s?[:：])\s{0,3}.{4,200}$/iu;

/** Who translated, as a label or a line of credit says. The first group is the name. Our own lists. */
export const TRANSLATED_BY: readonly RegExp[] = [
  /\b[Tt]ranslat(?:ed|ion)(?:\s(?:in)?to\s\p{Lu}\p{L}+)?(?:\sfrom\s(?:the\s)?\p{Lu}\p{L}+(?:\soriginal)?)?(?:\s(?:in)?to\s\p{Lu}\p{L}+)?(?:\s(?:by|©)|:)\s{1,3}(?:the\s)?(\p{Lu}[\p{L}\p{M}'’.-]{0,40}?(?:\s\p{Lu}[\p{L}\p{M}'’-]{0,40}){0,3})(?=$|[\s.,;:)\]*_|])/mu,
  /\b(?:[Rr]endered|[Pp]ut|[Ee]nglished)\s(?:into\s\p{Lu}\p{L}+\s)?(?:from\s(?:the\s)?\p{Lu}\p{L}+\s)?by\s(\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:\s\p{Lu}[\p{L}\p{M}'’-]{0,40}){0,3})(?=$|[\s.,;:)\]])/mu,
  /\b[Ii]nterview(?:,)?\sand\stranslation(?:\sfrom\s(?:the\s)?\p{Lu}\p{L}+)?\s?:\s(\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:\s\p{Lu}[\p{L}\p{M}'’-]{0,40}){0,3})/mu,
  /\b(?:[Tt]he English(?: (?:text|version|translation))? is by|[Ee]nglish text:|[Ii]nterpret(?:er:|ed by))\s{1,3}(?:by\s)?(\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:\s\p{Lu}[\p{L}\p{M}'’-]{0,40}){0,3})(?=$|[\s.,;:)\]])/mu,
  /(?:통역|口译|口譯)\s?[:：]\s?([가-힣]{2,4}|[\p{Script=Han}]{2,4})(?=$|[\s.,;)）\]。])/u,
  /\b[Tt]ranslator:\s{0,3}(\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:\s\p{Lu}[\p{L}\p{M}'’-]{0,40}){0,3})/u,
  /(?:译者|譯者|翻译|翻譯|中译|中譯|编译|編譯|译|譯)\s?[:：/／|｜]\s?([\p{Script=Han}·]{2,12}|\p{Lu}[\p{L}'’.-]{1,30}(?:\s\p{Lu}[\p{L}'’.-]{0,30}){0,3})/u,
  /(?:^|[（(\n]\s?)([\p{Script=Han}]{2,4})\s?(?:译|譯)(?=$|[）)\n。])/u,
  /(?:번역자?|옮긴이|옮김|역자)\s?[:：=/|]\s?([가-힣]{2,5}(?:\s[가-힣]{1,5})?|\p{Lu}[\p{L}'’.-]{1,30}(?:\s\p{Lu}[\p{L}'’.-]{0,30}){0,3})/u,
  /(?:^|[（(\n·|]\s?)([가-힣]{2,4})\s(?:옮김|번역|역)(?=$|[）)\n.])/u,
];

/** A place line with an agency in it. The first group is the agency's name. Our own list. */
export const AGENCY_DATELINES: readonly RegExp[] = [
  /(?:^|\n)\p{Lu}[\p{Lu}\p{L} .’'-]{1,40}(?:,\s[\p{L}. ]{2,30}){0,2}(?:,?\s[\p{L}.]{3,10}\s\d{1,2})?(?:,\s\d{4})?,?\s[(（](\p{Lu}[\p{L}\p{N} .&-]{1,30})[)）]\s?[-—–]/u,
  /(?:^|\n|[（(【])\s?([\p{Script=Han}]{1,6}(?:通讯社|通訊社|社|网|網))[\p{Script=Han}／/]{2,12}(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)/u,
  /(?:^|\n)\s?[([（][가-힣A-Za-z·\s]{2,12}=([가-힣A-Za-z0-9]{2,12})[)\]）]/u,
];

/** Verbs with which a text says that its own paper was told something, before or after the paper's name. Our own lists. */
export const TOLD_THE_PAPER: readonly RegExp[] = [
  /\b(?:told|informed)\s((?:The\s|the\s)?\p{Lu}[\p{L}&’'.-]{0,30}(?:\s\p{Lu}[\p{L}&’'.-]{0,30}){0,4})/gu,
  /(?:告诉|告訴|对|對|向)《?([\p{Script=Han}A-Za-z]{2,12})》?(?:记者|記者)?(?:表示|说|說|透露)/gu,
  /([가-힣A-Za-z]{1,10}(?:일보|신문|뉴스|통신|방송|저널|타임스|투데이|라디오|시보|NK))에(?:게)?\s["“]/gu,
  /([\p{Script=Hangul}A-Za-z]{2,12})(?:에|와의 통화에서|과의 통화에서|와의 인터뷰에서|과의 인터뷰에서)\s(?:전했다|말했다|밝혔다|알려왔다)/gu,
];

const LATIN_NAME =
  "((?:The\\s)?\\p{Lu}[\\p{L}\\p{N}’'&.-]{0,30}(?:\\s(?:(?:of|for|on|and|in)\\s)?\\p{Lu}[\\p{L}\\p{N}’'&-]{0,30}){0,5})";

/** A paper that is passed on. The first group is its name, which must be one of a paper; what it says begins behind the words. */
export const PAPER_PASSED_ON: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: [
    new RegExp(
      `${LATIN_NAME}\\s?(?:\\([^()\\n]{1,40}\\)\\s?)?(?:has (?:this|a (?:piece|story|report|short item))|had (?:this|a (?:piece|story|report))|is (?:reporting|saying|running)|ran (?:this|a)|carries|carried|just (?:ran|posted|published))\\b[^.:“"\\n]{0,80}[.:]\\s`,
      'u',
    ),
    new RegExp(
      `\\b(?:[Jj]ust (?:read|in)|[Ff]rom today['’]s|[Ff]rom the|[Tt]oday['’]s|[Yy]esterday['’]s|[Pp]iece in|[Ss]tory in|[Aa]rticle in|[Rr]eport in|[Rr]eading|[Tt]ranslat(?:ing|ed)(?: this)?(?: from)?|[Ss]ummary of)\\s(?:the\\s)?${LATIN_NAME}\\b[^.:“"\\n]{0,60}[.:]\\s`,
      'u',
    ),
  ],
  zh: [
    /(?:《([^《》\n]{2,16})》|([\p{Script=Han}]{2,10}(?:报|報|社|网|網|电台|電臺|电视台|電視臺|周刊|週刊)))(?:今天|昨天|今日|昨日|刚刚|剛剛|今早|昨晚|前天|上周|上週|这两天|最新|的|也|发|發|登|有|了|一|篇|条|條|则|則){0,6}(?:报道|報導|报导|報道|消息|新闻|新聞|文章|快讯|快訊|稿子)[^。：:「“\n]{0,12}[。：:，,]/u,
  ],
  ko: [
    /([가-힣A-Za-z]{1,10}(?:일보|신문|뉴스|통신|방송|만보|저널|타임스|라디오|데일리|투데이|시보|NK))\s?(?:에|에서|의|가|이|은|는)?\s?(?:방금|오늘|어제|짧은|속보|단독|\s){0,8}\s?(?:기사|보도|뉴스|소식|속보)(?:가|를|에|입니다|인데|예요|이에요|요)?\s?(?:났|나왔|떴|올라왔|실렸|냈|봤|옮)?[^.\n:：]{0,14}[.:：]\s/u,
  ],
};

/** How the next post of the same person goes on with the same paper. */
export const PAPER_AGAIN: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:and\s)?(?:same (?:piece|article|story|report|paper|source)|(?:the|that) (?:piece|article|story|report|paper) (?:also|adds|goes on)|more from (?:the|that) (?:piece|article|story|report))\b[^:.\n]{0,30}[:,.]?\s?/iu,
  zh: /^(?:同一?篇(?:报道|報導|文章)?|(?:该|該|那篇?|这篇?|這篇?)?(?:报道|報導|文章|报纸|報紙)(?:还|還|又|也|里还|裡還)?(?:说|說|提到|写|寫|称|稱))/u,
  ko: /^(?:같은\s?(?:기사|보도|글|신문)(?:에서|에|에는|를 보면)?|(?:기사|보도)(?:에는|에서는|엔|는)\s?(?:또|이어|덧붙)?)/u,
};

/** Whom the paper has it from. */
export const PAPER_HAS_IT_FROM: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:(?:they|it|the paper|the piece|the story) (?:got|has|had|have) (?:it|this|that) from|(?:its|their|the) sources? (?:is|was|are|were)|(?:cit|quot)(?:es|ing|ed)|(?:based|relying) on)\s(?:an?|one|two|three|several|some|unnamed|former|local)\b/iu,
  zh: /(?:消息|信息|訊息)?(?:来源|來源)(?:是|为|為)一?[名位个個]?|(?:援引|引述|引用)一?[名位个個]/u,
  ko: /(?:소식통|출처|취재원)(?:은|는|이|가)\s/u,
};

/** With these words whoever posts speaks again. */
export const POSTER_AGAIN: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:that['’]s|(?:i|we)(?:['’]\p{L}+)?\s|my\s|imo\b|imho\b|no idea|make of|so\s|anyway|not sure|hard to|if true|who knows|sounds)/iu,
  zh: /^(?:我|个人|個人|本人|说实话|說實話|大家|各位|看来|看來|不知|不过我|反正|难道|難道)/u,
  ko: /^(?:저는|저도|제가|제\s|나는|내가|우리|개인적|솔직히|글쎄|아마\s?제|다들|다\s|여러분|참고로|어느\s)|(?:요|까|죠|네)\?$/u,
};

/** A paper that first had, or printed, notices that somebody else now prints. The first group is its name. Our own list. */
export const FIRST_PRINTED: readonly RegExp[] = [
  /\b(?:reached|were (?:given|leaked|sent|passed) to|obtained by|(?:first )?(?:published|printed|reported|appeared) (?:in facsimile |in full )?(?:by|in))\s((?:The\s|the\s)?\p{Lu}[\p{L}&’'.-]{0,30}(?:\s\p{Lu}[\p{L}&’'.-]{0,30}){0,4})/u,
  /(?:最早|最先|首先|原)?(?:由|见于|見於|刊于|刊於|登于|登於)《([^《》\n]{2,20})》(?:刊登|刊出|披露|发布|發布|公开|公開|取得|获得|獲得)?/u,
  /([가-힣A-Za-z]{1,12}(?:일보|신문|뉴스|통신|방송|저널|타임스))(?:이|가)\s(?:처음\s|먼저\s)?(?:입수해|입수한|공개한|보도한|실은)/u,
];

/** Who met and asked whoever answers in an interview. The first group is the name. Our own list. */
export const INTERVIEWED_BY: readonly RegExp[] = [
  /\b(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]*){1,3})\s(?:met|interviewed|visited|talked (?:to|with)|spoke (?:to|with)|sat down with|asked)\s(?:him|her|them)\b/u,
  /\b[Ii]nterview(?:ed)?(?: conducted)? by:?\s(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]*){1,3})/u,
  /\b[Ii]nterview(?:,)?(?:\sand\s(?:translation|photographs|text))?(?:\sfrom\s(?:the\s)?\p{Lu}\p{L}+)?\s?:\s(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]*){1,3})/u,
  /(?:采访|採訪|访问|訪問|专访|專訪)\s?[:：/／]\s?([\p{Script=Han}]{2,4})(?=$|[\s　，。）)])/u,
  /(?:인터뷰|취재|면담|구술\s?채록|대담)\s?[:：=/]\s?([가-힣]{2,4})(?=$|[\s.,)])/u,
];

/** Somebody whom a post has what it tells from, and who stays without a name: kin, neighbours, drivers. What they tell begins behind the words. */
export const RELAYED: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: [
    /^(?:just |i |we )*(?:heard|hearing|got|learned|learnt)\s(?:this |it )?from\s(?:an?|one|my|our|the|some|several|two|three)\s(?:[\p{L}’'-]+\s){1,6}?(?:that|:|,|—|–)\s?/iu,
    /^(?:word|news|message|voice message|text|report|call)\sfrom\s(?:an?|one|my|our|the|some|several|two)\s(?:[\p{L}’'-]+\s?){1,6}?(?::|,|is that|that|—|–)\s?/iu,
    /^from\s(?:an?|my|our|the)\s(?:[\p{L}’'-]+\s?){1,7}?:\s?/iu,
    /^(?:my|our|an?|one|another)\s(?:[\p{L}’'-]+\s){0,5}?(?:tells me|told (?:me|us)|texted(?: me)?|called to say|messaged(?: me)?|wrote(?: to me| me)?|swears|claims|says|said|saw)(?:\sthat)?[\s:,]/iu,
    /^(?:just )?(?:got off the phone|spoke|talked|on the phone)\s(?:with|to)\s(?:an?|my|our|the)\s(?:[\p{L}’'-]+\s?){1,5}?[.,:]\s?/iu,
  ],
  zh: [
    /^(?:刚|剛|昨天|今天|昨晚|又|還|还|也|我)?(?:听|聽)(?:我)?[^，。：]{1,12}?(?:讲|講|说|說|提起|提到)[，,：:]?/u,
    /^[^，。：]{0,10}?(?:告诉|告訴|跟|和|對|对)我(?:说|說|讲|講)?[，,：:]?/u,
    /^(?:据|據)(?:我)?[^，。：]{1,10}?(?:讲|講|说|說)[，,：:]?/u,
    /^(?:刚|剛)?(?:跟|和|與|与)(?:我)?[^，。：]{1,8}?(?:通(?:完|了|过|過)?(?:电话|電話)|视频|視頻|聊)[^，。：]{0,4}[，,：:]/u,
    /^[^，。：]{0,8}?(?:群|群组|群組|朋友圈)[^，。：]{0,6}?(?:转|轉|传|傳|发|發|说|說)[^，。：]{0,3}[：:]/u,
    /^(?:我|我们|我們|我家|咱)?(?:的)?(?:[\p{Script=Han}]{0,4}?)(?:姑[媽妈姑]?|姨[媽妈]?|舅[舅媽妈]?|表[姐妹哥弟姊]|堂[姐妹哥弟]|姐|妹|哥|弟|媽|妈|爸|叔|伯|婶|嬸|嫂|老公|老婆|朋友|同学|同學|同事|邻居|鄰居|老乡|老鄉|熟人|亲戚|親戚)(?:们|們)?(?:说|說|讲|講|告诉我|告訴我)[，,：:]?/u,
  ],
  ko: [
    /^(?:[가-힣]+\s){0,4}?[가-힣]+\s?(?:말로는|말로|말에 따르면|얘기로는|이야기로는|말씀으로는|말씀이|말이|얘기가|얘기론)\s/u,
    /^(?:[가-힣]+\s){0,4}?[가-힣]+(?:한테|에게|께|에게서|한테서)\s(?:들었는데|들은\s?바로는|듣기로는|들으니|들었어요|들었습니다|들은 얘기)[,.]?\s?/u,
    /^(?:[가-힣]+\s){0,4}?[가-힣]+(?:이|가|은|는|께서)\s(?:그러는데|그러던데|그러시는데|말하길|하는 말이|전하길|알려\s?줬는데)[,.]?\s?/u,
    /^(?:방금\s|어제\s|조금 전\s)?(?:[가-힣]+\s){0,3}?[가-힣]+(?:이랑|랑|하고|와|과)\s(?:통화했|통화하|얘기했|이야기했|연락했|연락이)[가-힣]*[.,]?\s?/u,
  ],
};

/** A notice or order that a post tells of: what it orders stands behind. The first group, where it is there, is the office. */
export const ORDER_RELAYED: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: [
    /\b(?:screenshot|photo|picture|copy|scan|image)\sof\s(?:an?|the|that|this)\s(?:[\p{L}’'-]+\s){0,3}?(?:notice|poster|order|leaflet|sign|announcement|circular)\b[^:\n]{0,80}:\s?/iu,
    /(?:^|[.!?]\s)(?:there(?:['’]s| is)|saw|someone (?:posted|put up)|they(?:['’]ve| have)? (?:posted|put up|hung))\s(?:an?|the|new)\s(?:[\p{L}’'-]+\s){0,3}?(?:notice|poster|order|leaflet|sign|banner|announcement)\b[^.:\n]{0,50}[:.]\s?/iu,
    /(?:^|[.!?]\s)(?:the\s)?((?:[\p{L}’'-]+\s){0,4}?(?:police|bureau|government|office|committee|council|county|village|authorities|department))\s(?:has\s|have\s|had\s|just\s)*(?:posted|issued|put up|put out|announced|published|sent round|sent out)\s(?:an?|the|new|its|their)\s(?:[\p{L}’'-]+\s){0,3}?(?:notice|order|rules?|poster|leaflet|announcement|regulations?|list|message)\b[^.:\n]{0,40}[:.]\s?/iu,
  ],
  zh: [
    /(?:公告|通告|通知|告示|布告|文件|传单|傳單)(?:的)?(?:截图|截圖|照片|图片|圖片|相片)[^：:「“。]{0,14}?(?:写|寫)(?:着|著|道|明)?[：:，]?(?=[「“])/u,
    /(?:门口|門口|村口|墙上|牆上|路口|街上|到处|到處|派出所|社区|社區|村里|村裡)?(?:贴|貼|挂|掛)(?:了|出|着|著|出了)?(?:新|一张|一張|张|張|个|個)?(?:告示|公告|通告|通知|标语|標語|布告|横幅|橫幅)[^，。：]{0,6}[：:，,。]/u,
    /([\p{Script=Han}]{2,10}(?:局|所|委会|委會|政府|社区|社區|公安|派出所|居委|村委))(?:今天|昨天|刚|剛|最近|又|也)?(?:发|發|出|下|贴|貼)(?:了|出|布|佈)?(?:新|一个|一個|个|個|张|張)?(?:通知|通告|公告|告示|规定|規定|命令)[^，。：]{0,6}[：:，,。]/u,
  ],
  ko: [
    /(?:공고|공고문|포고문|안내문|통지문|벽보|전단|지시문)\s?(?:사진|캡처|스크린샷|사본)(?:에는|에|을 보면|를 보면)\s/u,
    /(?:앞에|입구에|담벼락에|벽에|문에|마을에|동네에|곳곳에)?\s?(?:새\s)?(?:공고|공고문|포고문|안내문|통지문|벽보|현수막|전단)(?:가|이|을|를)?\s?(?:붙|나붙|걸|나왔|돌|내걸)[^.:\n]{0,12}[.:]\s?/u,
    /([가-힣]{1,8}(?:공안국|파출소|공안|정부|당국|위원회|촌|주민회|인민반))(?:에서|이|가|은|는)\s(?:[가-힣]+\s){0,2}?(?:공고|공고문|통지|통지문|지시|포고)(?:를|을)?\s?(?:냈|내렸|붙였|돌렸|보냈)[^.:\n]{0,8}[.:]\s?/u,
  ],
};

/** How the next sentence goes on with what the same person tells. */
export const RELAY_GOES_ON: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:they\b|(?:she|he) (?:says?|said|tells?|told|adds?|added|heard|saw|thinks?|also)\b)/iu,
  zh: /^(?:[他她](?:还|還|也|又)?(?:说|說|讲|講|听|聽|看)|还说|還說|又说|又說|说是|說是)/u,
  ko: /(?:대요|답니다|래요|랍니다|다네요|라네요|다고요|라고요|다고 해요|다고 합니다|다고 하네요|단다|라더군요|다더군요)[.!?~]*\s*$/u,
};

/** How a notice ends that somebody copies: the office and the day. The first group is the office. Our own list. */
export const COPIED_CLOSING: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /(?:^|[.!?;]\s|\n\s*|[—–-]\s)((?:[A-Z][\p{L}’'-]*|of|and|for|the|&)(?:\s(?:[A-Z][\p{L}’'-]*|of|and|for|the|&)){1,9}),?\s(?:\d{1,2}\s[A-Z][a-z]{2,8},?\s\d{4}|[A-Z][a-z]{2,8}\s\d{1,2},?\s\d{4}|\d{4}[-./]\d{1,2}[-./]\d{1,2})\.?\s*$/u,
  zh: /(?:^|[。！；\n\s\u3000])([\p{Script=Han}（）()]{3,24}?)[，,、／/\s\u3000]*(?:\d{4}|[〇零○一二三四五六七八九]{4})\s?[年./-]\s?[\d一二三四五六七八九十]{1,3}\s?[月./-]\s?[\d一二三四五六七八九十]{1,3}\s?日?[。\s]*$/u,
  ko: /(?:^|[.!?。\n])\s*([가-힣][가-힣\s·]{2,30}?(?:\s?\/\s?[가-힣][가-힣\s·]{2,30}?)?)[\s,/·]*\d{4}\s?[년./-]\s?\d{1,2}\s?[월./-]\s?\d{1,2}\s?일?[.\s]*$/u,
};

/** Where a post that is passed on says, behind its words, that somebody without a name told it. */
export const HAS_IT_FROM: RegExp =
  /(?:消息|信息|訊息)(?:来自|來自|来源|來源)|(?:说法|說法)(?:来自|來自)|\bfrom (?:an?|one|two|several) (?:former|retired|local|unnamed)\b|(?:에게서|한테서|에게|로부터)\s?(?:들은|받은)\s?(?:얘기|이야기|소식|말)/u;
