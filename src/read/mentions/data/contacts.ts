// Words around what reaches or finds somebody, in English, Chinese (simplified and traditional) and Korean: our own
// lists, from notices, forms and posts. Sources of patterns, matched without regard to case. A cue stands before its
// number; what may stand between the two is the business of `contacts.ts`.

/** Before a telephone number. */
export const TELEPHONE =
  'tele?phone|phone|mobile|cell|tel|fax|hot-?line|help-?line|call|dial|text|ring|sms|whatsapp|signal|viber|电话|電話|手机|手機|热线|熱線|专线|專線|拨打|撥打|致电|致電|来电|來電|传真|傳真|短信|전화|휴대폰|휴대전화|핸드폰|손전화|핫라인|직통|팩스|연락처|문자';

/** Before the number of a person's paper. */
export const PAPERS =
  "passport|identity card|id card|id|i\\.d\\.|visa|residence permit|registration card|driver'?s? licen[cs]e|case file|社保|护照|護照|身份证|身分證|身份證|通行证|通行證|户口本|戶口本|户口簿|签证|簽證|驾驶证|駕駛證|여권|주민등록|신분증|공민증|비자|운전면허|외국인등록";

/** Before an account. */
export const ACCOUNTS =
  'bank account|account|iban|bank card|card|账号|帳號|賬號|账户|帳戶|賬戶|银行卡|銀行卡|卡号|卡號|汇入|匯入|계좌|통장|카드';

/** Before a vehicle's plate. */
export const PLATES =
  'number plate|licen[cs]e plate|licen[cs]e number|plate|plates|registration|车牌|車牌|牌照|번호판|차량|차번호|차량번호';

/** Services whose names stand before somebody's id there. */
export const MESSENGERS =
  'wechat|weixin|qq|telegram|whatsapp|signal|line|kakao ?talk|kakao|skype|viber|discord|facebook|instagram|twitter|weibo|微信|微信号|微信號|微博|推特|脸书|电报|電報|陌陌|위챗|카카오톡|카톡|텔레그램|라인|페이스북|트위터';

/**
 * Words by which a text asks the public to report people: notices of reward and campaigns of denunciation. "Report"
 * alone is a paper that somebody published, so its object or its way stands with it.
 */
export const REPORTING =
  'report(?:s|ed|ing)? (?:to|at|by|any|all|them|him|her|it|such|those|anyone|persons?|people|suspic\\p{L}*|illegal\\p{L}*|strangers?|crossers?|entrants?|immigrants?|defectors?|refugees?|escapees?)|\\btips?\\b|\\btip-?offs?|\\btip-?line|informants?\\b|informers?\\b|inform(?:ing)? (?:on|against)|to inform\\b|denounc|whoever (?:sees|finds|knows|reports|harbou?rs)|turn(?:ing)? (?:them|him|her) in|if you (?:see|know|notice|find|spot)|reward office|bounty|rewards? (?:of|for|is|are|will)|举报|舉報|检举|檢舉|告发|告發|揭发|揭發|密报|密報|悬赏|懸賞|线索|線索|报警|報警|奖励|獎勵|赏金|賞金|奖金|獎金|发现.{0,12}(?:报告|拨打|通知)|發現.{0,12}(?:報告|撥打|通知)|신고|제보|밀고|고발|포상금|보상금|현상금|아는 사람은';

/** After a street's name or before a house number. */
export const STREETS = 'street|st|road|rd|lane|avenue|ave|boulevard|alley|row|square|close|drive|way';
