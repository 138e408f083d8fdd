/**
 * Turns that tell one kind of statement from its neighbours, by language, Chinese in simplified characters and English in small letters. From the chapters on
 * time, mood and stance of the grammars that `english-grammar.ts` and its likes name, and from the manner of statements, columns and letters.
 */
type Signs = Readonly<Record<'en' | 'zh' | 'ko', RegExp>>;

/** Syllables that end in ㄹ, but 를: before 것 and 지 they speak of what may come (할, 될). */
const L: string = Array.from({ length: 399 }, (_, i) => String.fromCharCode(0xac00 + i * 28 + 8))
  .filter((syllable) => syllable !== '를')
  .join('');

/** A time that lies ahead of whoever speaks. */
export const AHEAD: Signs = {
  en: /\b(?:within (?:the next |a |an? few )?(?:\w+ )?(?:days?|weeks?|months?|years?)|(?:before|by|this|next|the coming) (?:coming )?(?:next |the end of |the )?(?:spring|summer|autumn|fall|winter|year|month|week|decade|new year)\b|by (?:the end of )?20\d\d|in (?:the )?(?:coming|next) |sooner or later|any time soon|before long|one day|not (?:before|until)|no earlier than|(?:next|this coming) (?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|in (?:a few|two|three|six) (?:days|weeks|months|years))\b/,
  zh: /[一二两三四五六七八九十几数\d]+(?:到[一二两三四五六七八九十\d]+)?(?:年|个?月|天|周|星期)[之以]?内|短期[之以]?内|年内|今后|往后|未来|将来|迟早|早晚|明年|后年|下个?(?:月|周|星期|半年|季度|学期)|入[冬夏秋冬][前后以之]|(?:年|月|春|夏|秋|冬)底?之?[前]|开春|届时|到时候|再过[^，。]{1,6}(?:年|月|天)|接下来/,
  ko: /안에|이내에|내년|내후년|다음 ?(?:달|주|해|학기)|올(?:해)? ?(?:겨울|봄|여름|가을|하반기|연말)(?:에는|까지|을|엔)?|연내|연말|조만간|머지않아|앞으로|당분간|향후|언젠가|곧 |늦어도|(?:월|일|년|주|달|봄|여름|가을|겨울|설|추석) ?(?:까지|전에|전까지|이전에)/,
};

/** How somebody guesses what will be. */
export const GUESSES: Signs = {
  en: /\b(?:i fear|we fear|my (?:bet|guess|fear|prediction|hunch) is|my (?:bet|guess|prediction)\b|i(?:'d)? (?:bet|reckon|predict|expect|guess)|we expect|they expect|expects? (?:no|nothing|little|few|it|them|that|more|further|another|an?)\b|(?:do|does) not expect|don't expect|doubt(?:s)? (?:that |if |whether )?\w+(?: \w+){0,4} will|i wouldn't be surprised|it is only a matter of time|bound to|sure to|likely to)\b/,
  zh: /恐怕|恐将|恐会|恐(?=[^怖惧吓慌龙])|估计(?=[^数为有约])|看来(?:要|会|是)|我猜|我赌|我看(?:要|会|是)|多半(?:会|要)|十有八九|说不定|免不了|难免|势必|必将|势将|料(?:将|会|想)|想必|迟早|应该(?:会|不会|能)/,
  ko: new RegExp(
    `[${L}]지(?:도)? (?:모르|모른)|아마(?:도)?(?= )|[${L}] ?(?:것|거|듯|성싶|모양)(?: ?같|하다|합니다|해요)|[${L}] 것(?:으로|이라|이라고) ?(?:보|전망|예상|내다|관측|예측|우려)|한 표|에 걸(?:겠|게)|[${L}] (?:전망|조짐|공산|가능성|판)(?:이|도|$)|기는 (?:어렵|힘들|글렀)|[가-힣]겠(?:네요|죠|지요|지$)`,
  ),
};

/** What somebody is told to do, behind the words of a body that has to ask: 要求…, urges … to. Ends right before the clause. */
export const ASKED_BEFORE: Signs = {
  en: /\b(?:urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:up)?on|appeal(?:s|ed|ing)? to|demand(?:s|ed|ing)?(?: that)?|implor(?:e[sd]?|ing)|plead(?:s|ed)? with|press(?:es|ed)? (?:for)?)[\s:,“"]*$/,
  zh: /(?:要求|呼吁|敦促|促请|促使|恳请|吁请|强烈要求|请求|希望|盼望?|期望|建议)(?:：|:|，|“|\s)*$/,
  ko: /(?!)/,
};
export const ASKED_BEHIND: Signs = {
  en: /(?!)/,
  zh: /(?!)/,
  ko: /^[\s”"’」』]*(?:을|를|고|이라고|라고|도록|기를|달라고|하라고)?\s?(?:강력히 |거듭 |즉각 |다시 한번 )?(?:촉구|요구|호소|요청|당부|간청|탄원|주문)(?:한다|했다|합니다|하며|하고|했습니다|하였다)/,
};

/** A body, or whoever speaks for it, that says how it stands to something. */
export const OWN_STANCE: Signs = {
  en: /^(?:we|our (?:group|coalition|network|alliance|organi[sz]ation|association|member\w*)|the (?:group|coalition|network|alliance|association|undersigned))(?: (?:also|strongly|deeply|warmly|firmly|utterly|unreservedly|once again|again|therefore|do|must|too|are|remain|stand))* ?(?:deeply |gravely |profoundly |very |seriously |outraged |extremely )?(?:welcomes?|condemns?|deplores?|regrets?|alarmed|concerned|shocked|outraged|dismayed|saddened|appalled|disappointed|troubled|disturbed|horrified|grateful|heartened|encouraged|convinced|oppose[sd]?|supports?|rejects?|denounces?|protests?|applauds?|commends?|mourns?|fears?|believes?|insists?|reminds?|stress(?:es)?|salutes?|honou?rs?|thanks?|praises?|takes? note|holds? that|refuses? to|cannot accept|in solidarity|urges?|demands?|ask|asks|call|calls|appeals?|recommends?|proposes?|implores?)\b/,
  zh: /^(?:我们|本(?:会|盟|联盟|组织|机构|团体|基金会)|我会|联盟)[^，。]{0,6}?(?:强烈|严正|坚决|深感|深切|极为|高度|郑重|再次|对[^，。]{1,30}?(?:表示|感到|深感))?(?:要求|敦促|呼吁|促请|恳请|期待|主张|建议|谴责|欢迎|抗议|反对|支持|遗憾|关切|忧虑|忧心|担忧|担心|痛心|愤慨|震惊|不安|认为|坚信|深信|相信|重申|敬佩|感谢|声援|悼念|敬意|失望)/,
  ko: /^(?:우리|저희|본회|본 단체|연대|이 단체)[^.]{0,80}?(?:촉구|요구|호소|제안|규탄|환영|반대|지지|우려|유감|분노|확신|애도|경악|개탄|존경|감사|연대(?:의|를)|실망|충격|통탄|경의)(?:한다|합니다|하며|하고|를 (?:표|금)|을 (?:표|금)|스럽|의 뜻)/,
};

/** What an action would lead to, said to argue for it or against it: no day, no plan. */
export const ARGUES: Signs = {
  en: /^(?:silence|fear|secrecy|delay|force|more \w+|such|this|that|to [a-z]+|(?!according|during|nothing|including|something|anything|everything|following|morning|evening|spring|building|meeting)[a-z]{2,12}ing)\b[^.;]{0,80}?\b(?:will|would|can) (?:only |not |never |simply )?(?:make|help|save|solve|stop|protect|bring|lead|drive|push|put|cost|destroy|harm|hurt|serve|change|end|play|create|do)\b/,
  zh: /(?:只会|不会|并不会|只能|会)(?:令|让|使|把|将|害|毁|伤|助长|加深|加剧|换来|带来|解决|帮|救|导致|引来|适得其反)|于事无补|解决不了|救不了|帮不了/,
  ko: /(?:침묵|방관|폭력|처벌|단속|두려움|비밀|철수|[는]? 것|기)(?:은|는|으로는|만으로는|로는)[^.]{0,40}?(?:않을 것|못할 것|없을 것|할 뿐|만들 뿐|뿐이다|수 없다|못한다|않는다)/,
};

/** Times that whoever tells has lived to see gone. */
export const OLD_TIMES: Signs = {
  en: /\b(?:in the old days|in those days|back then|at (?:the|that) time|used to|until (?:then|\d{4})|those years|when (?:i|we) (?:first|was|were|began|started|arrived|came))\b/,
  zh: /那时|当时|当年|从前|以前|那几年|那会儿|早些年|早年|过去(?=[，我])|起就不同/,
  ko: /그때|당시|예전|옛날|그 시절|그 무렵|그해|처음(?:에는|엔)|하더군|하더라|답니다|더라고/,
};

/** Whoever lacks something may not: 没有户口就不能上学. */
export const LACKS: Signs = {
  en: /\b(?:unregistered|undocumented|paperless|unlicensed|uncertified)\b[^.;]{0,40}\b(?:cannot|can't|may not|(?:is|are) (?:not allowed|barred|refused))\b|\b(?:without|unless|lacking)\b[^.;]{0,60}\b(?:can(?:not| ?not|'t)|may not|(?:is|are) (?:not allowed|unable|barred|refused))\b|\b(?:cannot|can't|may not)\b[^.;]{0,60}\b(?:without|unless)\b/,
  zh: /(?:没有|没|无|未[^，。]{1,6})[^，。；]{0,16}[，,]?(?:就|便|则|者|的[^，。；]{0,6})?(?:都|也|均)?(?:不能|无法|不得|不可|不享有|不能享受)(?:入学|上学|就读|就医|看病|结婚|落户|工作|出行|乘|买|租|坐|办|参加|领|报名|就业|升学|住|开户|开设|雇|募|聘|设|筹|接受|享|医|进|出|贷)?|(?:没有|没|无)[^，。；]{1,10}(?:买|坐|住|上|办|进|看|领|租|开|找)不了/,
  ko: /(?:없으면|없이는?|없는 [가-힣]{1,8}(?:은|는)|않으면)[^.]{0,40}(?:수 없|못[하한합])/,
};

/** Papers, offices and dealings of those whom rules bind: with them a word of duty is what holds, not what somebody advises. */
export const COMPLIANCE: Signs = {
  en: /\b(?:register(?:ed|s|ing)?|registration|sponsor|supervisory|permits?|permission|licen[cs]es?|licen[cs]ed|approval|approved|authori[sz]ation|filings?|files?(?: (?:a|an|with|on))?|temporary activit\w+|certificates?|identity cards?|id cards?|residence cards?|travel documents?|stamped|declare|notify|audits?|annual reports?|pledge|guarantor|deposit|fingerprint\w*|(?:scan|photograph) (?:their|his|her|every)|sign a)\b/,
  zh: /登记|注册|备案|报备|主管单位|挂靠|许可|批准|审批|证明|证件|身份证|通行证|户口|签证|申报|报告|保证书|担保|刷脸|人脸|实名|年检|审计|押金|盖章|介绍信|手续|亲子鉴定|担保人/,
  ko: /등록|신고|주관 ?(?:단위|기관)|허가|승인|비준|증명서|신분증|통행증|호구|비자|보고서|서약서|보증|안면|얼굴 인식|지문|감사|신청|도장|인감|서류|계좌/,
};

/** The day from which something holds. */
export const EFFECTIVE: Signs = {
  en: /^(?:as of|effective|starting|beginning|from) (?:next|this|\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|now on|today|tomorrow)/,
  zh: /(?:从|自|打)[^，。；]{1,12}(?:起|开始)|即日起|现在起/,
  ko: /(?:주|달|월|일|년|오늘|내일|이제|요일)부터/,
};

/** What is only proposed binds nobody yet. */
export const PROPOSED: Signs = {
  en: /\b(?:draft|bill|proposal|proposed|planned|amendment)\b[^.;]{0,60}\b(?:would|could|is (?:due|expected|likely)|are (?:due|expected|likely))\b/,
  zh: /草案|征求意见稿|修订稿|拟议|提案/,
  ko: /(?:개정안|초안|법안|제정안|입법예고)(?:은|는|이|가|에)/,
};

/** What a body says of itself: when it began, who belongs to it, who pays. */
export const OF_ITSELF: Signs = {
  en: /\b(?:was|were) (?:founded|established|set up|formed|created) in\b|\bhas \w+ members?\b|\btakes? no (?:money|funding|funds)\b|^(?:\S+ ){1,6}is (?:an?|the) (?:\S+ ){0,3}(?:coalition|network|alliance|group|charity|organi[sz]ation|association)\b/,
  zh: /(?:成立|创立|创办|组建|发起)于|(?:现有|由)[^，。]{0,10}(?:会员|成员|团体)(?:组成)?|不接受[^，。]{0,10}(?:资助|拨款|捐款)/,
  ko: /(?:설립|창립|결성|발족|출범)(?:됐|되었|한|된|했)|(?:회원|단체)(?:으로|로) (?:구성|이루어)|지원을 받지 않/,
};

/** A notice or an order that is copied word by word. */
export const COPIED: Signs = {
  en: /\b(?:notice|order|circular|decree|poster|leaflet|announcement|proclamation)\b/,
  zh: /通告|通知|公告|布告|告示|规定|文件|标语/,
  ko: /통고|통지|공고|포고|지시문|안내문|벽보|현수막/,
};

/** Whoever asks in a post, or says what not to do. */
export const PLEADS: Signs = {
  en: /^(?:@\S+\s+)?(?:please|pls|kindly)\b|\bplease\b|^(?:@\S+\s+)?(?:do not|don't|never|stop|let's|take|keep|ask|call|try|be careful|stay|go|delete|remember|send|give|leave|help|support|bring|write|pray|listen|learn|look|wait|think)\b/,
  zh: /(?:^|[，。；：\s])(?:请(?!求|示|愿|了|来|过)|求(?=[你各大])|拜托|千万|别(?!人|的|处|墅|国)|不要(?!紧)|勿|麻烦(?=[你各大])|大家(?:要|别|请)|建议)|求求|拜托/,
  ko: /(?:주세요|마세요|마십시오|십시오|세요|시길|바랍니다|합시다|말아 ?(?:주|요)|부탁(?:드|해|합))[.!~]*$/,
};
