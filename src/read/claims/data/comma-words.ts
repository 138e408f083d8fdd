/**
 * What stands on either side of a Chinese comma that joins parts of one statement, in both scripts; other commas stand between statements. From
 * grammars of the compound sentence (复句): the marks of condition, cause, time, topic and purpose before the comma, of result and of
 * going on with the same subject behind it.
 */

/** How a part begins that only says when, if, why, of what or after whom: 如…, 凡…, 截至…, 随着…. */
export const LEADS_IN: RegExp =
  /^(?:如(?!今)|若|要是|假如|倘若|只要|只有|除非|一旦|即使|即便|哪怕|虽然|雖然|尽管|儘管|既然|与其|與其|不管|无论|無論|不论|不論|凡|未经|未經|一经|一經|为了?(?!此)|為了?|随着|隨著|随着|至于|至於|关于|關於|对于|對於|对(?!岸|方)|對(?!岸|方)|据(?!点)|據(?!點)|截至|截止|自(?!己|筹|首)|从(?!来|未|不)|從(?!來|未|不)|就|因(?!此|而)|由于|由於|按|依|根据|根據|除了?|当(?!地|局|场|事|天|年|晚)|當(?!地|局|場|事|天|年|晚)|每当|每當|到了|直到|直至|等到?|作为|作為|通过|通過|本报讯|本報訊|说到底|說到底|希望|请|請)/u;

/** How such a part ends: …的, …者, …后, …时, …以来, a date, a verb of saying. */
export const LEANS_ON: RegExp =
  /(?:的|者|的话|的話|后|後|之后|之後|以后|以後|时|時|之时|之際|之际|之前|以前|以来|以來|期间|期間|情况下|情況下|起|止|年?底|[上中下]旬|月末|年末|[月年日号號周週]|[上下前今明昨去]年|季度|上午|下午|凌晨|夜间|夜間|认为|認為|表示|[说說称稱]|听说|聽說|得知|发现|發現|命令|估算|承认|承認|可以|方面|一带|一帶|地区|地區|[县縣市省镇鎮]级?|如下|一事)$/u;

/** How a part begins that goes on with the one before: 均…, 才…, 由…, 以免…, 至今…, 涉及…. */
export const GOES_ON: RegExp =
  /^(?:均|都|就|才|还(?!是)|還(?!是)|也(?!不得|有)|则|則|便|仍|至今|从那以后|從那以後|由|以(?!前|后|後)|因|对|對|最[高长長多低]|前[后後]|发放|發放|涉及|致|共同|可(?!疑)|应|應|须|須|一律|下落|生死|不如|不应|不應|无法|無法|不是|是|只(?!有)|会|會|要|能|该|不要|当场|當場|由此|借此|藉此|然后|然後|所以|而是|即|经|經)/u;

/** How a part begins that is a statement of its own: of the rest, a comparison, another rule, whoever else is spoken of. */
export const BEGINS_ANEW: RegExp =
  /^(?:其余|其餘|另有|另(?:外|给|給)|同比|比.{1,12}?(?:多|少|增|减|減|高|低|翻)|[也更]不得|未经|未經|违者|違者|凡|严禁|嚴禁|不得|禁止|任何|短期|期限|罪名|每(?!当|當)|初犯|再犯|[男女]性|否则|否則|反正|剩下|剩餘|我[们們]?(?!看過|看过)|[他她][们們]?|本[会會]|本[联聯]盟|[双雙]方|警方|[当當]局|[村县縣]里|[^，。]{2,8}?(?:的人|机构|機構|机关|機關|部门|部門|组织|組織|团体|團體|单位|單位|学校|學校|人员|人員|妇女|婦女|士兵|教会|教會))/u;

/** How a part begins that tells of another time than the one before it. */
export const AT_ANOTHER_TIME: RegExp =
  /^(?:[\d〇一二三四五六七八九十]{1,4}[年月]|[去今前明]年|[本上]月|[现現]在|如今|眼下|目前|那[时時]|之[后後]|迄今|[上下][个個]月|次[月年]|.{1,3}?[年月]前|.{1,2}?冬[后後以]|今天|此前|疫情)/u;

/** A number with what it counts. */
export const COUNTS: RegExp =
  /\d|[一二两兩三四五六七八九十百千万萬]{1,9}[多余餘]?(?:[人名個个户戶元件条條起宗间間家成位次种種所天月年倍万萬岁歲]|分之)/u;
