/** How a line begins that says who translated a text: our own list, from the manner of papers and sites. */
export const CREDIT_LINES: RegExp =
  /^[\s*※＊(（[【-]{0,4}(?:translated(?: from [\p{L} ]{1,40})? by |translation(?: by |:)|译者?[:：]|翻译[:：]|翻譯[:：]|譯者?[:：]|번역\s?[:：]|옮긴이\s?[:：]).{2,120}$/iu;

/** How a note begins that says where a text was first printed: a numbered note, or a label. Our own list. */
export const SOURCE_NOTES: RegExp =
  /^(?:\[\d{1,3}\]|\(\d{1,3}\)|source\s?[:：]|originally published|first published|来源[:：]|來源[:：]|出处[:：]|原载|原載|출처\s?[:：])\s{0,3}.{4,200}$/iu;

/** Who translated, as a label or a line of credit says. The first group is the name. Our own lists. */
export const TRANSLATED_BY: readonly RegExp[] = [
  /\b[Tt]ranslat(?:ed|ion)(?:\s(?:in)?to\s\p{Lu}\p{L}+)?(?:\sfrom\s(?:the\s)?\p{Lu}\p{L}+(?:\soriginal)?)?(?:\s(?:in)?to\s\p{Lu}\p{L}+)?(?:\s(?:by|©)|:)\s{1,3}(?:the\s)?(\p{Lu}[\p{L}\p{M}'’.-]{0,40}?(?:\s\p{Lu}[\p{L}\p{M}'’-]{0,40}){0,3})(?=$|[\s.,;:)\]*_|])/mu,
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
  /([\p{Script=Hangul}A-Za-z]{2,12})(?:에|와의 통화에서|과의 통화에서|와의 인터뷰에서|과의 인터뷰에서)\s(?:전했다|말했다|밝혔다|알려왔다)/gu,
];
