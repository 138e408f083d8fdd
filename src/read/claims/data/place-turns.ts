/**
 * Turns of phrase by which the name of a place means another, or none is named: our own lists, from the manner of news, threads and notices.
 */

/** The other bank, or what lies over the border: of two countries on a border the one that the text does not speak from. */
export const FAR_SIDE: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:across|over|beyond|on the (?:other|far|opposite) (?:side|bank|shore) of) the (?:river|water|border|frontier|line|Yalu|Tumen)(?![\p{L}'’-])|\b(?:the )?(?:other|far|opposite) (?:side|bank|shore)(?: of the (?:river|border))?(?!\p{L})/giu,
  zh: /(?:江|河|边境|邊境|国境|國境)?(?:对岸|對岸|对面|對面)|(?:江|河)(?:那边|那邊|那头|那頭)/gu,
  ko: /(?:강|국경|압록강|두만강)\s?(?:건너편|건너|너머|저쪽|저편)|(?<!\p{L})(?:맞은편|건너편|강\s?저쪽)(?!\p{L}{3})|(?<!\p{L})저쪽(?=에서|에는|에선|은|의)/gu,
};

/** Behind the name of a place: what lies opposite it is meant, and not the place. */
export const OPPOSITE_BEHIND: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?!)/u,
  zh: /^(?:市|县|縣)?(?:的)?(?:江|河)?(?:对岸|對岸|对面|對面)/u,
  ko: /^(?:의|과|와)?\s?(?:맞은편|건너편|강\s?건너)/u,
};

/** Before the name of a place: what lies opposite it is meant. */
export const OPPOSITE_BEFORE: RegExp = /\b(?:across (?:the (?:river|water|border) )?from|opposite|facing)\s$/iu;

/** Words of the field that speak of a country without its name. */
export const IMPLIED_COUNTRIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['KP', ['탈북', '북송', '조선 사람', '脱北', '脫北', '朝籍', 'North Korean']],
  ['CN', ['중국인', '한족', '漢族', '汉族', 'Chinese']],
]);

/** Capitals by their names, and the countries whose governments they stand for. */
export const CAPITALS: ReadonlyMap<string, string> = new Map([
  ...['Beijing', 'Peking', '北京', '베이징', '북경'].map((name): [string, string] => [name, 'CN']),
  ...['Pyongyang', '平壤', '평양'].map((name): [string, string] => [name, 'KP']),
  ...['Seoul', '首尔', '首爾', '서울'].map((name): [string, string] => [name, 'KR']),
  ...['Washington', '华盛顿', '華盛頓', '워싱턴'].map((name): [string, string] => [name, 'US']),
  ...['Tokyo', '东京', '東京', '도쿄'].map((name): [string, string] => [name, 'JP']),
  ...['Moscow', '莫斯科', '모스크바'].map((name): [string, string] => [name, 'RU']),
  ...['Bangkok', '曼谷', '방콕'].map((name): [string, string] => [name, 'TH']),
  ...['Hanoi', '河内', '하노이'].map((name): [string, string] => [name, 'VN']),
]);

/** What a government does, right behind the name of its capital. */
export const STATE_BEHIND: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:['’]s\s(?:polic(?:y|ies)|position|stance|line|claim|denial|refusal|response|obligations?|government|leaders?|officials?|insistence|decision|silence|practice|treatment)\b|(?:,\s[^,.;]{1,40},)?\s(?:itself\s)?(?:(?:has|had|have|did|does|do)\s(?:never|not|long|always|also|repeatedly|consistently|still|now|so far)?\s?\p{L}+|(?:never|always|still|now|long|repeatedly|consistently|routinely|publicly|officially|also)\s\p{L}+|says?|said|denie[sd]|den(?:y|ies)|insist(?:s|ed)|refuse[sd]?|consider(?:s|ed)|treat(?:s|ed)|regard(?:s|ed)|want(?:s|ed)|fear(?:s|ed)|calls?|called|maintain(?:s|ed)|claim(?:s|ed)|signed|ratified|acceded|agree[sd]?|pledged|promised|rejects?|rejected|argue[sd]?|view[sd]?|see[sn]?|keeps?|will|would|should|must|may|might|could|can(?:not)?|is\s(?:unlikely|likely|not|also|in|under|bound|obliged|required|expected)|was\s(?:not|bound|told)|to\s\p{L}+)(?![\p{L}-]))/iu,
  zh: /^(?:此时|此時|这次|這次|近来|近來|近年|何以|为何|為何|方面|当局|當局|政府|不想|不愿|不願|不会|不會|不肯|不再|从未|從未|从来|從來|一直|一贯|一貫|一再|已经|已經|已|也|却|卻|仍|至今|坚称|堅稱|坚持|堅持|否认|否認|拒绝|拒絕|表示|宣布|宣佈|认为|認為|认定|認定|声称|聲稱|担心|擔心|承诺|承諾|签署|簽署|批准|加入了|不惜|想|要|将|將|会|會|应|應|视|視|把|对此|對此|当前|当时)/u,
  ko: /^(?:측|당국|정부)?(?:은|는|이|가|도)\s[^.。!?\n]{0,60}(?:부인|침묵|반발|주장|발표|거부|강조|촉구|합의|서명|입장|원하|원치|바라|약속|비난|요구|선언|간주|취급|인정|가입|비준|경고|우려|규정|내놓|밝히|밝혔|말하|말했|대응|외면|묵인|해 왔|다뤄|부르|답하)/u,
};

/** Right before the name of a capital, where its government is dealt with. */
export const STATE_BEFORE: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:urge[sd]?|urging|press(?:es|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|upon)|appeal(?:s|ed|ing)? to|pressure on|condemn(?:s|ed|ing)?|criticis(?:es|ed|ing|e)|remind(?:s|ed)?|persuad(?:e|ed|ing))\s$/iu,
  zh: /(?:呼吁|呼籲|敦促|要求|批评|批評|指责|指責|谴责|譴責|惹|得罪|说服|說服|施压于|施壓於|向)$/u,
  ko: /(?!)/u,
};
