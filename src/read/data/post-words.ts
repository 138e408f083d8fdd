/**
 * How forums, microblogs and comment sections write who posted and when, in English, Chinese and Korean, and how articles
 * lead into such posts. Written from general knowledge of such pages.
 */

/** A time of posting that is no date: `3h`, `2 days ago`, `3小时前`, `5분 전`, `昨天 10:02`. */
export const RELATIVE_TIME: RegExp =
  /(?:\d{1,3}\s?(?:s|m|h|d|w|mo|y)\b|(?:\d{1,3}|an?|one|two|three)\s(?:second|minute|hour|day|week|month|year)s?\sago|just now|yesterday|\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|个小时|天|日|周|週|个月|個月|年)(?:前|以前)|刚刚|剛剛|昨天|今天|前天|\d{1,3}\s?(?:초|분|시간|일|주|개월|달|년)\s?전|방금|어제|오늘)/i;

/** A number of a post in its thread: `1楼`, `#12`, `沙发`. */
export const FLOOR: RegExp =
  /^(?:(?:#|No\.)\s?\d{1,5}|第?\s?\d{1,5}\s?(?:楼|樓|层|層|F|#)|沙发|沙發|板凳|楼主|樓主|\[?\d{1,4}\]?\s?번\s?(?:댓글|글))\s?[.:：]?\s?/;

/** Labels and verbs of a line that says who posted. */
export const POSTED_BY: RegExp =
  /^(?:posted by|post by|comment by|username|user|from|by|作者|网友|網友|用户|用戶|网名|網名|昵称|暱稱|发帖人|發帖人|发表者|楼主|樓主|ID|작성자|글쓴이|닉네임|아이디)\s?[:：]?\s?(?=\S)/i;
export const POSTED: RegExp =
  /^\s?(?:says|said|wrote|writes|posted|replied|commented|tweeted|发表于|發表於|发布于|發布於|回复于|回覆於|评论|評論|写道|寫道|于|님이?\s?(?:작성|쓴 글)?|님의\s?(?:글|댓글))?\s?(?:on|at)?\s?[:：,，|·•‧(（[【-]*\s?/i;

/** What people who post are called, where an article leads into their posts. */
export const POSTERS: RegExp =
  /\b(?:comments?|commented|commenters?|netizens?|users?\s(?:[\w‘’'“”"′ ]{1,40}\s)?(?:posted|wrote|said|says|writes|commented|replied|asked|looked)|(?:user|reader)\swho\s(?:writes|posts)|shorter posts|posts?\s(?:from|by|on|in)|posted|tweets?|tweeted|threads?|bloggers?\s(?:wrote|said|posted)|replies|reactions)\b|网友|網友|网民|網民|评论|評論|留言|跟帖|回复|回覆|微博|博主|帖子|发帖|누리꾼|네티즌|댓글|트위터|게시글|게시판|이용자|블로거|트윗/i;

/** A user whom an article names in quotation marks or by a handle. */
export const NAMED_POSTER: RegExp =
  /(?:\b(?:users?|username|account|handle|netizens?|bloggers?|commenters?|nickname|writes as|posting as|goes by|signed)\s(?:named\s|called\s|name\s|who\s(?:writes|posts)\sas\s)?|(?:网友|網友|用户|用戶|博主|网名|網名|昵称|暱稱|누리꾼|네티즌|이용자|닉네임|아이디)\s?(?:叫|为|為)?)["“‘'「『]([^"”’'′″」』\n]{1,40})["”’'′″」』]|(@[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,39})/iu;

/** Whom a post answers: `回复 @x：`, `Re: x`, `@x `, `RT @x`. */
export const ANSWERS: RegExp =
  /^(?:(?:回复|回覆|答复|reply to|replying to|in reply to|re:|RT|답글|└|↳|>)\s?:?\s?@?|@)([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,39})(?=[\s:：,，]|$)/iu;
