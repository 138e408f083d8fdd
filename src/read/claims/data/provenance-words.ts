/** How a line begins that says who translated a text: our own list, from the manner of papers and sites. */
export const CREDIT_LINES: RegExp =
  /^[\s*※＊(（[【-]{0,4}(?:translated(?: from [\p{L} ]{1,40})? by |translation(?: by |:)|译者?[:：]|翻译[:：]|翻譯[:：]|譯者?[:：]|번역\s?[:：]|옮긴이\s?[:：]).{2,120}$/iu;

/** How a note begins that says where a text was first printed: a numbered note, or a label. Our own list. */
export const SOURCE_NOTES: RegExp =
  /^(?:\[\d{1,3}\]|\(\d{1,3}\)|source\s?[:：]|originally published|first published|来源[:：]|來源[:：]|出处[:：]|原载|原載|출처\s?[:：])\s{0,3}.{4,200}$/iu;

/** Verbs with which a text says that its own paper was told something, before or after the paper's name. Our own lists. */
export const TOLD_THE_PAPER: readonly RegExp[] = [
  /\b(?:told|informed)\s((?:The\s|the\s)?\p{Lu}[\p{L}&’'.-]{0,30}(?:\s\p{Lu}[\p{L}&’'.-]{0,30}){0,4})/gu,
  /(?:告诉|告訴|对|對|向)《?([\p{Script=Han}A-Za-z]{2,12})》?(?:记者|記者)?(?:表示|说|說|透露)/gu,
  /([\p{Script=Hangul}A-Za-z]{2,12})(?:에|와의 통화에서|과의 통화에서|와의 인터뷰에서|과의 인터뷰에서)\s(?:전했다|말했다|밝혔다|알려왔다)/gu,
];
