/**
 * How posts retell what somebody told whoever posts: who confided, that it goes on, and with what it is over. Our own lists, from the manner of
 * threads in English, Chinese and Korean.
 */

/** The number of a part of a thread, and marks before its words. */
export const PART_NUMBER: RegExp = /^[\s“"「『]*(?:[(（[]?\d{1,2}\s?[/／](?:\s?\d{1,2})?[)）\].]?\s*)?(?:@\S+\s)?/u;

/** Somebody who told it, called or wrote; what they told stands in the sentences behind. */
export const CONFIDES: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:(?:last|this|on)\s\p{L}+,?\s|yesterday,?\s|today,?\s|so,?\s|ok,?\s)?(?:(?:an?|my|our|one|the|someone|somebody)\s?(?:[\p{L}’'-]+\s){0,12}?(?:called|phoned|rang|messaged|texted|contacted|reached|visited|wrote to|spoke to|talked to|told)\s(?:me|us)\b|(?:i|we)(?:['’]ve| have| had)?\s(?:just\s|finally\s)?(?:spoke|spoken|talked|met|heard|got a (?:call|message|voice message)|had a call|got off the phone)\s(?:to|with|from)\s(?:an?|my|our|one|someone|somebody)\b)/iu,
  zh: /^(?:昨[晚天日]|今[早晚天日]|刚才|剛才|刚刚|剛剛|上[周週]|前[天晚])?[^。：:！？]{0,30}?(?:朋友|熟人|同学|同學|同事|表[姐妹哥弟姊]|堂[姐妹哥弟]|亲戚|親戚|邻居|鄰居|老乡|老鄉|线人|線人|联系人|聯絡人|舅舅|叔叔|阿姨|姑姑|姑媽|姑妈|一[位个個名][^，。]{1,12})[^，。]{0,8}?(?:打(?:了)?(?:电话|電話)(?:来|來|给我|給我)?|(?:跟|和|同|与|與)我(?:通(?:了)?(?:电话|電話|话|話)|视频|視頻|聊|见面|見面)|(?:发|發|传|傳)(?:了)?(?:语音|語音|消息|訊息|信息)(?:来|來|给我|給我)|联系(?:了)?我|聯絡(?:了)?我)/u,
  ko: /(?:지인|친구|동료|사촌|친척|이웃|선배|후배|언니|누나|오빠|형|이모|삼촌|고모|조카|사람|분|직원|활동가)(?:이|가|께서|에게서|한테서|한테|에게|으로부터|로부터|와|과|이랑|랑|하고)\s(?:[가-힣\d]+\s){0,3}?(?:전화를?\s?(?:했|걸|하셨|왔|받)|전화가\s?(?:왔|걸려)|연락을?\s?(?:했|해\s?왔|주|받)|연락이\s?(?:왔|닿)|통화(?:를?\s?했|했)|들려\s?(?:준|줬)|메시지를?\s?(?:보내|받)|만났|들은\s?(?:얘기|이야기|말))/u,
};

/** That a sentence is what was told. */
export const CONFIDES_AGAIN: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:according to (?:him|her|them)|(?:she|he|they)(?:['’]s| has| have| had| also| then)?\s(?:also\s)?(?:says?|said|tells?|told|adds?|added|heard|saw|seen|explain(?:s|ed)|describe[sd]?|reports?|reported|thinks?|reckons?|swears|claims?|wrote|writes)\b)/iu,
  zh: /^(?:据|據)?[他她](?:们|們)?(?:还|還|也|又|告诉我|告訴我|跟我)?(?:说|說|讲|講|听说|聽說|听|聽|看到|看见|看見|告诉|告訴|提到|透露|描述|形容)/u,
  ko: /(?:대요|답니다|래요|랍니다|다네요|라네요|다고요|라고요|자고요|다고\s?해요|다고\s?합니다|라고\s?합니다|다고\s?했어요|다고\s?하네요|다고\s?하더군요|다고\s?해|단다|더군요|더래요|라더군요|다더군요|다는군요|다\s?하고요)[.!?~…]*["”’」]?\s*$/u,
};

/** The poster's own words within: of a first person, or a question. */
export const OWN_WORDS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:i|i['’]\p{L}+|me|my|we|us|our)\b|\?\s*$/iu,
  zh: /我|大家|各位|[？?]\s*$/u,
  // A sentence that closes without hearsay is the poster's; a line without a verb goes on.
  ko: /(?:다|요|죠|네|까|음|함)[.!?~…]*["”’」]?\s*$/u,
};

/** With these words somebody else speaks, or the poster doubts, concludes or closes. */
export const NOT_CONFIDED: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:verif(?:y|ied)|confirm(?:ed)? (?:this|it|any|all)|if (?:that|this|it)(?:['’]s| is)? true|screenshots?|that['’]s (?:all|what) (?:i|she|he|they)|my (?:take|view|guess|thoughts?)|please (?:don['’]t|do not|share)|end of thread|according to (?!him|her|them))\b|^(?:the|a|an)\s(?:\p{Lu}\p{L}+\s){1,4}(?:wrote|reported|reports|says|said|published)\b|^(?:meanwhile|separately|elsewhere)\b/iu,
  zh: /(?:核实|核實|证实不了|證實不了|查证|查證|真假|如果(?:是|属|屬)?(?:真|属实|屬實)|截图|截圖|《[^》]{2,16}(?:报|報|时报|時報|周刊|週刊|新闻|新聞)》|网友|網友|我(?:觉得|覺得|认为|認為|猜|估计|估計|的看法)|请(?:不要|勿|转|轉)|以上(?:就|是))/u,
  ko: /(?:확인(?:하지|은|된|할)|사실이라면|그렇다면|캡처|스크린샷|사진에는|공고문|(?:일보|신문|뉴스|통신|석간|방송|만보)(?:은|는|이|가|에|에서)\s|제\s(?:생각|짐작|추측)|여기까지|이상입니다|부탁드립니다|@\S)/u,
};
