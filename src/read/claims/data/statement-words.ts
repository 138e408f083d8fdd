/**
 * Words by which a text says that it is a statement of a group, and where it names the group, in English, Chinese and Korean. Written from
 * general knowledge of press releases, open letters and statements.
 */

/** In the title or the lines around it. */
export const STATEMENT: RegExp =
  /\b(?:statement|for immediate release|press release|media release|open letter|joint (?:letter|appeal|call)|communiqu[eé]|appeal|position paper|(?:calls? (?:on|for)|urges?|condemns?|denounces?|demands?|deplores?|welcomes?|rejects?)\s)/iu;
export const STATEMENT_CJK: RegExp =
  /(?:声明|聲明|公开信|公開信|呼吁|呼籲|倡议书|倡議書|新闻稿|新聞稿|立场书|立場書|联署|聯署|谴责|譴責|抗议|抗議)|(?:성명|논평|입장문|보도자료|공개\s?서한|호소문|결의문|기자회견문|규탄|촉구)/u;

const NAME =
  "((?:\\p{Lu}[\\p{L}\\p{N}’'&.-]{0,30})(?:\\s(?:(?:of|for|on|and|&|in|the)\\s){0,2}\\p{Lu}[\\p{L}\\p{N}’'&-]{0,30}){0,7})";
const VERBS =
  '(?:is|are|calls?|condemns?|rejects?|welcomes?|notes?|expresses?|strongly|deplores?|demands?|urges?|denounces?|appeals?|today|has|have|statement|reiterates?|joins?|stands?|remains?|says|said|regrets?|opposes?|supports?)';

/** In the title: who calls, or whose statement it is. The first group is the name. */
export const NAMED_IN_TITLE: readonly RegExp[] = [
  new RegExp(`\\b(?:[Ss]tatement|[Ll]etter|[Aa]ppeal|STATEMENT)\\s(?:by|of|from)\\s(?:the\\s|The\\s)?${NAME}`, 'u'),
  new RegExp(`^(?:The\\s)?${NAME}[,:]?\\s${VERBS}\\b`, 'u'),
  /^(?:【[^】]{1,12}】)?([\p{Script=Han}·]{3,20}?)(?:就|关于|關於|对|對|发表|發表|发布|發布|声明|聲明|谴责|譴責|呼吁|呼籲|敦促|抗议|抗議|致)/u,
  // Below the title: ——某某联盟声明, — 아무개 연대 성명.
  /(?:^|\n)\s{0,4}[—–―─-]{1,3}\s?([\p{Script=Han}·]{3,20}?)的?(?:联合|聯合|公开|公開|紧急|緊急)?(?:声明|聲明|公开信|公開信|新闻稿|新聞稿|呼吁书|呼籲書)(?=\s*(?:$|\n))/u,
  /(?:^|\n)\s{0,4}[—–―─-]{1,3}\s?([가-힣A-Za-z]{3,20})(?:의)?\s(?:공동\s?)?(?:성명서?|입장문?|논평|호소문)(?=\s*(?:$|\n))/u,
  /^(?:[[【][^\]】]{1,8}[\]】]\s?)?([가-힣A-Za-z]{3,20})(?:,|은|는|이|가|의)?\s.{0,40}(?:성명|논평|입장|촉구|규탄|호소)/u,
];

/** Where a group signs or presents itself. The first group is the name. */
export const SIGNED: readonly RegExp[] = [
  new RegExp(
    `(?:^|\\n)[*_#\\s]{0,4}(?:[Oo]n behalf of|[Aa]bout|ABOUT|[Ss]igned(?: by)?:?|[Ii]ssued by:?)\\s(?:the\\s|The\\s)?${NAME}\\s*[*_]{0,2}[:.]?(?=$|\\n)`,
    'u',
  ),
  // Who speaks of itself by its name: 本会「…」, 우리 '…'를 비롯한 열두 개 단체.
  /(?:本会|本會|本组织|本組織|本团体|本團體|本机构|本機構|本联盟|本聯盟|我们|我們)[「“『"《]([\p{Script=Han}·]{2,20})[」”』"》]/u,
  /우리\s['‘「“"]?([가-힣A-Za-z]{3,20})['’」”"]?(?:을|를)\s(?:비롯한|포함한)\s(?:\d{1,3}|[가-힣]{1,3})개\s?(?:단체|기관)/u,
  // Several who sign together: the list as it stands.
  /(?:^|\n)\s{0,4}((?:[가-힣A-Za-z][가-힣A-Za-z·\s]{1,20}[,，、·]\s?){1,8}[가-힣A-Za-z][가-힣A-Za-z·\s]{1,20}?\s(?:외|등)\s?\d{1,3}개\s?(?:단체|기관|모임|시민단체))(?=\s?일동|\s?[(（]|\s*(?:$|\n))/u,
  /(?:^|\n)\s{0,4}(?:(?:联署|聯署|签署|簽署|发起|發起)(?:团体|團體|机构|機構|组织|組織|单位|單位)?[:：]\s?)?((?:[\p{Script=Han}·]{3,20}[、，]){1,8}[\p{Script=Han}·]{3,20}?等(?:\d{1,3}|[一二三四五六七八九十百]{1,4})\s?[个個家]?(?:团体|團體|组织|組織|机构|機構))(?=\s?[联聯]|\s?[（(]|\s*(?:$|\n))/u,
  new RegExp(
    `(?:^|\\n)\\s{0,4}((?:${NAME.replace(/^\(/u, '(?:')}[,;]\\s){1,6}(?:and\\s)?(?:\\d{1,3}|[a-z]{3,9})\\s(?:other|further)\\s(?:organi[sz]ations|groups))`,
    'u',
  ),
  /(?:^|\n)[#*\s]{0,4}(?:关于|關於)([\p{Script=Han}·]{3,20})(?=$|\n)/u,
  /(?:^|\n)[#*\s]{0,4}([가-힣A-Za-z]{3,20})(?:은|는)?\s?(?:에 대하여|소개)(?=$|\n)/u,
];

/** The subject of the first sentence. The first group is the name. */
export const FIRST_SUBJECT: readonly RegExp[] = [
  new RegExp(
    `^(?:[Ww]e,\\s)?(?:the\\s|The\\s)?${NAME},?(?:\\s\\([^)]{2,20}\\))?,?\\s(?:an?\\s[^,.]{3,80},\\s)?${VERBS}\\b`,
    'u',
  ),
  /^(?:我们|我們)?([\p{Script=Han}·]{3,20}?)(?:（[^）]{1,20}）)?(?:对|對|强烈|強烈|就|谴责|譴責|呼吁|呼籲|敦促|表示|严正|嚴正|注意到|欢迎|歡迎|在此|今日|今天|日前|近日|获悉|獲悉|得悉)/u,
  /^(?:우리\s)?([가-힣A-Za-z]{3,20})(?:은|는)(?:\([^)]{1,20}\))?\s/u,
];

/** How a text speaks of the group that makes it. */
export const SELF: RegExp =
  /^(?:we(?:,? the (?:\p{L}+ ){1,3}groups)?|our (?:own )?(?:organi[sz]ation|group|network|coalition|association|staff|records?|data|figures|count)|[本我敝][会會]?(?:联盟|聯盟|协会|協會|学会|學會|基金会|基金會|联合会|聯合會|网络|網絡|中心|小组|小組|社|联席|聯席)|(?:我们|我們)(?:这|這)?\S{1,4}[个個家](?:团体|團體|组织|組織|机构|機構)|(?:우리|저희)\s?(?:는\s)?(?:\d{1,3}|[가-힣]{1,3})\s?개\s?(?:단체|기관|모임)|(?:우리|저희)\s(?:단체|연대|모임|연합|협회|네트워크)|본\s?(?:연대|연합|협회|네트워크|모임|센터)|(?:우리|저희)(?:가|는)?\s?(?:\S{1,12}\s){0,3}(?:모은|집계한|조사한|만난)\s?(?:기록|자료|통계|결과)?|the undersigned|我们|我們|本会|本會|本组织|本組織|本团体|本團體|本机构|本機構|我会|我會|我等|本人|우리|우리는|저희|본회|본회는|본\s?단체|우리\s?단체)$/iu;
