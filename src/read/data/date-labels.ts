/**
 * Words that stand beside the date of a text and say what was done with the text on that day: English, Chinese, Korean. Our own lists, from the
 * heads and feet of papers, notices, minutes and pages. What happened in the world (*opened on*, 举行于) is none of them, but the talk that a record
 * is of is. Before a date they end there, behind one they begin there.
 */
const ENGLISH =
  '(?:(?:first\\s|last\\s|originally\\s)?(?:published|posted|updated|reviewed|modified|revised|issued|printed|released)|dated(?:\\sth(?:is|e))?|date(?:d)?|(?:given|signed|done)(?:\\s(?:under\\s\\p{L}+\\s\\p{L}+|at\\s\\p{Lu}\\p{L}+))?(?:\\sth(?:is|e))?|recorded|written|compiled|edited|translated|submitted|accurate|correct|current|data|information|figures|(?:event|publication|issue|release|recording)\\sdate|date\\s(?:of\\s)?(?:issue|issuance|publication|release|recording|the\\sevent))';
const CHINESE =
  '(?:(?:发布|發布|發佈|发表|發表|更新|最后更新|最後更新|修订|修訂|整理|刊发|刊發|刊登|刊出|成文|印发|印發|签发|簽發|制发|编写|編寫|录音|錄音|记录|記錄|座谈|座談|访谈|訪談|采访|採訪|会议|會議|活动|活動|出版|定稿|撰写|撰寫|上传|上傳|资料|資料|数据|數據|信息|内容|內容)(?:时间|時間|日期|于|於|截至)?|日期|时间|時間|(?:写|寫|作|撰|刊|录|錄|记|記|成|改|载|載)[于於]|(?:本文|本页|本頁)?截[至止]|(?:本文|本页|本頁)?(?:资料|資料|数据|數據|信息)?截[至止])';
const KOREAN =
  '(?:(?:기사\\s?)?(?:입력|등록|승인|송고|작성|게시|발행|발표|배포|수정|갱신|공개|기록|녹취|정리|편집)(?:일자|일시|일|시간)?|(?:최종|마지막)\\s?(?:수정|업데이트|갱신)(?:일)?|업데이트|날짜|일자|일시|때|펴낸\\s?날|쓴\\s?날|고친\\s?날)';

/** Ends where the date begins. */
export const LABEL_BEFORE: RegExp = new RegExp(
  `(?:^|[\\s(（\\[【|｜·•:：.。;；,，*>—–-])(?:(?:${ENGLISH})(?:\\s(?:on|at|in|as\\sof|for|from|to|th(?:is|e)))?|as\\sof|${CHINESE}|${KOREAN})\\s?[:：]?\\s{0,3}[(（\\[【]?(?:the\\s)?$`,
  'iu',
);

/** Begins where the date ends. */
export const LABEL_BEHIND: RegExp =
  /^\s?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s?)?[)）]?\s?(?:发布|發布|發佈|更新|修订|修訂|印发|印發|整理|刊出|刊发|定稿|[初修]?稿|写于|寫於|(?:을\s|를\s)?기준|현재(?=$|[\s)）.])|작성|송고|발행|게시|입력|수정|갱신|정리|녹취|(?:edition|version|update|issue)\b)/iu;

/** A line that says of its own text that it was issued, in so many words. */
export const ISSUED: RegExp =
  /^[[(]?(?:(?:public\s)?(?:notice|order|circular|announcement)\s(?:of|by)\s.{4,90}[.,]\s|(?:issued|dated|promulgated|posted|released|signed|given|done|date of (?:issue|issuance|publication)|issue date)\b)/iu;
