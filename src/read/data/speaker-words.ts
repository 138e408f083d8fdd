/**
 * Labels that transcripts and interviews put before turns, and titles that follow names there, in English, Chinese and
 * Korean. Written from general knowledge of printed interviews and minutes.
 */

/** Labels of who asks and who answers, without a name. Followed by a colon, a full stop or a number. */
export const QUESTION_LABEL: RegExp = /^(?:Q|Question|问|問|提问|提問|문|질문)\s?\d{0,3}$/i;
export const ANSWER_LABEL: RegExp = /^(?:A|Answer|答|回答|답|답변)\s?\d{0,3}$/i;

/** Whoever leads the talk. */
export const ASKING_ROLE: RegExp =
  /^(?:(?:the\s)?(?:interviewer|moderator|host|presenter|reporter|journalist|correspondent|editors?|audience(?: member)?|chair(?:man|woman|person)?)|记者|記者|主持人|主持|采访者|採訪者|提问者|访问者|編輯|编辑|本报记者|기자|사회자|진행자|사회|진행|인터뷰어|앵커|면담자|질문자|편집자)$/i;

/** A line before a talk that names whoever leads it: `Moderator: Name`, `主持／整理：某某`, `사회·정리: 아무개`. One of the groups is the name. */
export const HOST_LINE: RegExp =
  /(?<!\p{L})(?:(?:[Mm]oderator|[Ii]nterviewer|[Hh]ost|[Cc]hair)\s?:\s?|(?:[Mm]oderated|[Hh]osted|[Cc]haired|[Ii]nterview(?:ed)?)\sby\s)(\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,3})|(?<!\p{L})(?:主持人?|采访者?|採訪者?|사회자?|진행자?|인터뷰어?)(?:\s?[·・/／&,、]\s?[\p{Script=Han}\p{Script=Hangul}]{1,4}){0,2}\s?[:：]\s?(?:(?:本刊|本报|本報)?(?:编辑|編輯|主编|主編|记者|記者)[\s：:]?|(?:본지|본보)?\s?(?:편집장|편집위원|주간|기자|편집인)\s)?([\p{Script=Han}]{2,4}|[\p{Script=Hangul}]{2,4})(?!\p{L})/u;

/** A line before a talk that presents who takes part, up to the first name. */
export const ROSTER_LABEL: RegExp =
  /^[\s*_■□●○◇◆▶•【[(（-]{0,4}(?:(?:[Pp]articipants?|[Pp]anell?ists?|[Pp]anel|[Ss]peakers?|[Tt]aking part|[Cc]ontributors|[Gg]uests?|[Ii]n conversation|[Ww]ith)\s?:|(?:与会(?:者|人员|嘉宾|专家)?|與會(?:者|人員|嘉賓|專家)?|参加(?:者|人员)?|參加(?:者|人員)?|参会(?:者|人员)?|嘉宾|嘉賓|来宾|來賓|对谈(?:人|者)?|對談(?:人|者)?|与谈(?:人|者)?|與談(?:人|者)?|座谈(?:人|者)?|讨论(?:人|者)|討論(?:人|者)|发言(?:人|者)?|發言(?:人|者)?|笔谈(?:人|者)?|受访(?:者|人)|出席(?:者|人员)?)[】\])）]?\s?[:：]|(?:참석(?:자)?|참가(?:자)?|참여(?:자)?|토론(?:자)?|패널|대담(?:자)?|좌담(?:자)?|출연(?:자)?|발언(?:자)?|말한\s?이|이야기\s?손님|함께한\s?(?:이|사람)(?:들)?|나온\s?(?:이|사람)(?:들)?)[\])】]?\s?[:：=])\s{0,2}/u;

/** The role of whoever leads a talk, before what they say, with space and no colon. */
export const SPOKEN_ROLE: RegExp =
  /^[\s▲△▶▷►◆◇■□●○・•*_–—-]{0,4}(?:사회자?|진행자?|主持人?|编者|編者|MODERATOR|HOST|INTERVIEWER)[*_]{0,2}[\s\u3000]+(?=\S)/u;

/** Whoever is asked, without a name. */
export const ANSWERING_ROLE: RegExp =
  /^(?:(?:the\s)?(?:interviewee|respondent|witness|guest|speaker(?: \d{1,2})?|participant(?: \d{1,2})?)|受访者|受訪者|被访者|被採訪者|嘉宾|嘉賓|证人|證人|인터뷰이|응답자|답변자|구술자|증언자|출연자|참석자)\s?[A-Z\d]?$/i;

/** Labels in the shape of names that name nobody. */
export const NO_SPEAKER: RegExp =
  /^(?:(?:dear|by|written by|published|updated|posted|photo|photograph|image|credit|courtesy|latest|trending|top|popular|related|most)\b.*|fyi|tips?|pro tips?|quick tips?|joined|location|posts|quote|member since|note|notes|update|correction|warning|example|summary|background|source|sources|photo|image|video|caption|date|time|place|location|title|subject|re|to|from|cc|address|phone|tel|fax|e-?mail|website|web|contact|contacts|related|see|read|more|tags?|topics?|keywords?|category|categories|copyright|abstract|conclusion|introduction|figure|table|chart|map|total|result|results|question|answer|step|part|chapter|article|section|annex|appendix|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|http|https|ps|p\.s\.|nb|n\.b\.|fact|claim|myth|pros?|cons?|translation|original|translated by|translator|written by|edited by|by|author|editor|reporting by|interview by|photo by|事实|背景|说明|說明|提示|结论|目的|方法|时间|地点|人物|사실|배경|설명|결론|목적|방법|일시|장소|대상|주제|내용|문의|전화|주소|참고|출처|자료|사진|그림|표|비고|정리|번역|글)$/i;

/** Titles after a Chinese or Korean name in a label. */
export const NAME_TITLE: RegExp =
  /(?:\s?(?:先生|女士|小姐|教授|博士|律师|律師|研究员|研究員|主任|代表|老师|老師|会长|會長|主席|委员|委員|牧师|牧師)|\s?(?:교수|대표|박사|변호사|목사|연구위원|연구원|위원장|위원|의원|국장|소장|회장|이사장|사무국장|팀장|활동가|씨|작가|감독))$/;

/** What stands in brackets behind a name: an office, a trade, a past one. */
export const WHO_IT_IS: RegExp =
  /学者|學者|教授|律师|律師|研究[员員]|主任|记者|記者|教师|教師|任教|创办|創辦|负责人|負責人|曾任|现任|現任|顾问|顧問|志愿者|志工|作家|牧师|牧師|退休|工作者|교수|변호사|연구|대표|활동가|기자|목사|작가|소장|사무국|간사|위원|전문가|박사|주재원/u;

/** Lines of credit that end the last turn. */
export const CREDIT_LINE: RegExp =
  /^[\s*_([（【–—-]*(?:(?:interview(?:ed)?|transcribed|translated|edited|compiled|text|photos?|reporting|written)\s(?:conducted\s)?by\b|this (?:interview|conversation|transcript|text) (?:was|has been|is)\b|(?:采访|採訪|整理|编译|編譯|翻译|翻譯|译者|譯者|撰文|编辑|編輯|责编|摄影)\s?[:：/／]|(?:정리|번역|인터뷰|진행|사진|글)\s?[=:：/]|[※*]?\s?(?:이|본)\s(?:좌담|대담|인터뷰|토론|녹취|글)(?:은|는|록)|[※*]?\s?(?:本文|本次(?:座谈|座談|对谈|對談|访谈|訪談)|以上(?:内容|內容|文字)?)[^。\n]{0,20}(?:整理|审阅|審閱|审定|審定|删节|刪節|编辑|編輯))/i;

/** People who speak say I and we. */
export const FIRST_PERSON: RegExp =
  /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b|我|咱|本人|저는|저도|저희|제가|나는|나도|내가|우리/u;

/**
 * Where the lines before an interview say by which name whoever answers goes, when that is not their own. One of the groups is the name.
 * Written from general knowledge of how papers present people whom they do not name.
 */
export const GUEST_ALIAS: readonly RegExp[] = [
  /['‘“"「『]([가-힣A-Za-z]{1,6})['’”"」』]\s?(?:씨|님|\(가명\))/u,
  /(?<![가-힣])([가-힣]{2,5})\s?(?:씨)?\s?\((?:[^()\n]{0,10},\s?)?가명/u,
  /(?:人|员|員|者|工|师|師|民|长|長|妇|婦|女|男|的|叫|名|[，。：；、\s])([\p{Script=Han}]{2,3})\s?[（(][^（）()\n]{0,8}化名/u,
  /(?:以|用|称|稱|叫)[“「『"]([\p{Script=Han}]{2,4})[”」』"](?:这个|這個|为|為|一名)?(?:相称|相稱|称呼|稱呼|代称|代稱|为名|為名|化名|的化名|的名字)/u,
  /化名\s?[“「『"]?([\p{Script=Han}]{2,4}?)[”」』"]?(?=[，,。；;的）)]|$)/u,
  /["“‘']?(\p{Lu}[\p{L}’'-]{1,20}(?:\s\p{Lu}\.?)?)["”’']?,?\s?[(（](?:not (?:his|her|their) real name|a pseudonym|pseudonym|name changed|an alias)/u,
  /(?:\b(?:call(?:ed)? (?:him|her|them|himself|herself|themselves)|(?:known|identified|referred to)(?: here| in this text)? (?:only )?as|goes by(?: the name(?: of)?)?|asked to be called|under the (?:name|pseudonym|alias))\s)["“‘']?(\p{Lu}[\p{L}’'-]{1,20}(?:\s\p{Lu}\.?)?)/u,
];

/** How a text says at its head that it is an interview. */
export const SAYS_INTERVIEW: RegExp =
  /\b(?:interviews?|interviewed|in conversation|q ?& ?a)\b|访谈|訪談|专访|專訪|采写|採寫|对话|對話|问答|問答|인터뷰|문답|대담/iu;

/** Whoever is asked, as the lead presents them: `Hendrik B. looked after …`, 沈某某今年…, 아무개 씨는 …. The first group is the name. */
export const GUEST_PRESENTED: readonly RegExp[] = [
  /(?<![\p{L}.])(\p{Lu}\p{Ll}+(?:\s(?:\p{Lu}\p{Ll}+|\p{Lu}\.)){1,2}),?\s(?:who\s)?(?:was|is|has|had|worked|works|ran|runs|spent|lives|lived|looked|left|taught|went|came|grew|helped|led|served|joined|founded|met|carried|kept)\b/u,
  /(?:^|[，。\n])([\p{Script=Han}]{2,3})(?=[，,]?(?:今年|现年|現年|原是|曾是|曾在|曾任))/u,
  /(?:^|[\s])([가-힣]{2,4})(?=\s?(?:씨|대표|목사|선교사|활동가|교수)(?:는|은|를|가)\s)/u,
];
