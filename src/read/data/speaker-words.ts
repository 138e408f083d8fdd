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
  /(?<!\p{L})(?:(?:[Mm]oderator|[Ii]nterviewer|[Hh]ost|[Cc]hair)\s?:\s?|(?:[Mm]oderated|[Hh]osted|[Cc]haired|[Ii]nterview(?:ed)?)\sby\s)(\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,3})|(?<!\p{L})(?:主持人?|采访者?|採訪者?|사회자?|진행자?|인터뷰어?)(?:\s?[·・/／&,、]\s?[\p{Script=Han}\p{Script=Hangul}]{1,4}){0,2}\s?[:：]\s?([\p{Script=Han}]{2,4}|[\p{Script=Hangul}]{2,4})(?!\p{L})/u;

/** Whoever is asked, without a name. */
export const ANSWERING_ROLE: RegExp =
  /^(?:(?:the\s)?(?:interviewee|respondent|witness|guest|speaker(?: \d{1,2})?|participant(?: \d{1,2})?)|受访者|受訪者|被访者|被採訪者|嘉宾|嘉賓|证人|證人|인터뷰이|응답자|답변자|구술자|증언자|출연자|참석자)\s?[A-Z\d]?$/i;

/** Labels in the shape of names that name nobody. */
export const NO_SPEAKER: RegExp =
  /^(?:(?:dear|by|written by|published|updated|posted|photo|photograph|image|credit|courtesy|latest|trending|top|popular|related|most)\b.*|fyi|tips?|pro tips?|quick tips?|joined|location|posts|quote|member since|note|notes|update|correction|warning|example|summary|background|source|sources|photo|image|video|caption|date|time|place|location|title|subject|re|to|from|cc|address|phone|tel|fax|e-?mail|website|web|contact|contacts|related|see|read|more|tags?|topics?|keywords?|category|categories|copyright|abstract|conclusion|introduction|figure|table|chart|map|total|result|results|question|answer|step|part|chapter|article|section|annex|appendix|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|http|https|ps|p\.s\.|nb|n\.b\.|fact|claim|myth|pros?|cons?|translation|original|translated by|translator|written by|edited by|by|author|editor|reporting by|interview by|photo by|事实|背景|说明|說明|提示|结论|目的|方法|时间|地点|人物|사실|배경|설명|결론|목적|방법|일시|장소|대상|주제|내용|문의|전화|주소|참고|출처|자료|사진|그림|표|비고|정리|번역|글)$/i;

/** Titles after a Chinese or Korean name in a label. */
export const NAME_TITLE: RegExp =
  /(?:\s?(?:先生|女士|小姐|教授|博士|律师|律師|研究员|研究員|主任|代表|老师|老師|会长|會長|主席|委员|委員|牧师|牧師)|\s?(?:교수|대표|박사|변호사|목사|연구위원|연구원|위원장|위원|의원|국장|소장|회장|이사장|사무국장|팀장|활동가|씨|작가|감독))$/;

/** Lines of credit that end the last turn. */
export const CREDIT_LINE: RegExp =
  /^[\s*_([（【–—-]*(?:(?:interview(?:ed)?|transcribed|translated|edited|compiled|text|photos?|reporting|written)\s(?:conducted\s)?by\b|this (?:interview|conversation|transcript|text) (?:was|has been|is)\b|(?:采访|採訪|整理|编译|編譯|翻译|翻譯|译者|譯者|撰文|编辑|編輯|责编|摄影)\s?[:：/／]|(?:정리|번역|인터뷰|진행|사진|글)\s?[=:：/])/i;

/** People who speak say I and we. */
export const FIRST_PERSON: RegExp =
  /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b|我|咱|本人|저는|저도|저희|제가|나는|나도|내가|우리/u;
