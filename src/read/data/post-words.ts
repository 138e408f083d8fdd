/**
 * How forums, microblogs and comment sections write who posted and when, in English, Chinese and Korean, and how articles
 * lead into such posts. Written from general knowledge of such pages.
 */

/** A time of posting that is no date: `3h`, `2 days ago`, `3小时前`, `5분 전`, `昨天 10:02`. */
export const RELATIVE_TIME: RegExp =
  /(?:\d{1,3}\s?(?:s|m|h|d|w|mo|y|min|mins|hrs?|days?)(?:\sago)?\b|(?:\d{1,3}|an?|one|two|three)\s(?:second|minute|hour|day|week|month|year)s?\sago|just now|yesterday|\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|个小时|天|日|周|週|个月|個月|年)(?:前|以前)|刚刚|剛剛|昨天|今天|前天|\d{1,3}\s?(?:초|분|시간|일|주|개월|달|년)\s?전|방금|어제|오늘|\d{1,2}月\d{1,2}[日号號]|\d{1,2}월\s?\d{1,2}일(?:\s?(?:오전|오후))?|\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}\b|(?<!\d)\d{2}[-./]\d{2}(?=\s\d{1,2}:\d{2})|(?:오전|오후|上午|下午|晚上|早上|凌晨)\s?\d{1,2}[:时시點点]|(?<![\d:])\d{1,2}:\d{2}(?![\d:]))/i;

/** A number of a post in its thread: `1楼`, `#12`, `沙发`. */
export const FLOOR: RegExp =
  /^(?:\[?(?:[Pp]ost|[Cc]omment|[Rr]eply|댓글|답글|回帖|评论|評論|留言)\s?#?\d{1,4}\]?(?:\s?[|·—–-])?|\d{1,3}\s?[/／](?=\s)|#\d{1,5}\s?[|·—–](?=\s)|(?:#|No\.)\s?\d{1,5}|[【[]\s?\d{1,5}\s?(?:楼|樓|层|層|번)?\s?[】\]]|B\d{1,4}(?=[\s\u3000])|第?\s?\d{1,5}\s?(?:楼|樓|层|層|F|#)|沙发|沙發|板凳|楼主|樓主|\[?\d{1,4}\]?\s?번\s?(?:댓글|글))\s?[.:：]?\s?/;

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

/** How a text says at its head that posts follow. */
export const THREAD_HEAD: RegExp =
  /\b(?:threads?|comments?|replies|posts|chat|forum|board|group chat)\b|串文|長文|长文|讨论|討論|留言|评论|評論|群聊|聊天|论坛|論壇|看板|帖|타래|스레드|쓰레드|댓글|게시판|단톡|채팅|대화방/iu;

/** Whom a post answers: `回复 @x：`, `Re: x`, `@x `, `RT @x`. */
export const ANSWERS: RegExp =
  /^(?:(?:回复|回覆|答复|reply to|replying to|in reply to|re:|RT|답글|└|↳|>)\s?:?\s?@?|@)([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,39})(?=[\s:：,，]|$)/iu;

/** Behind who posts: whom they answer, and when. */
export const REPLYING: RegExp =
  /^[\s·•|(（-]*(?:(?:replying|in reply|reply|replied|responding) to|to|→|▶|>|回复|回覆|答复|에게|님에게|답글)\s?:?\s?@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,39}(?:[\s·•|,)）-]|$)/iu;

/** Behind a handle alone in its line: what the post is, or who posts it. */
export const BESIDE_HANDLE: RegExp =
  /^[\s,，·•|]*[(（[]?\s?(?:\d{1,3}\s?[/／]\s?\d{1,3}|OP|op|author|mod(?:erator)?|repl(?:y|ies|ied|ying)|in reply|again|later|edited|pinned|deleted|楼主|樓主|版主|作者|回复|回覆|答复|再答|작성자|글쓴이|답글|댓글|대댓글)\s?[)）\]]?\s?[:：]?$/u;

/** A line that says that somebody posted, without a time: `name wrote:`, `某某写道：`, `아무개 님이 쓴 글`. The first group is the name. */
export const WROTE: RegExp =
  /^([^\s:：,，][^:：,，\n]{0,28}?)(?:\s(?:wrote|writes|said|says|posted|posts|replied|replies|commented|comments|added|answered)(?:\s(?:again|later))?|\s?(?:写道|寫道|说|說|回复|回覆|发帖|發帖|留言|评论|評論)|\s?님(?:이|의)?\s?(?:쓴\s?글|글|댓글|답글))\s?[:：]$/iu;

/** A line that heads a thread of one who posts: `Thread by @name`. */
export const THREAD_BY: RegExp =
  /^(?:a\s)?(?:thread|posts?|posted)\s?(?:by|from)?\s?[:：]?\s*$|^(?:串文|讨论串|討論串|长帖|長帖|原帖|楼主|樓主|타래|스레드|쓰레드|연속\s?글|글쓴이|작성자)\s?[:：]?\s*$/iu;

/** Where a post says whose words it passes on: `Reposted from @x:`, `RT @x:`, `//@x：`, `轉發 @x：`, `[퍼옴] @x:`. The first group is the name. */
export const REPOST: RegExp =
  /(?:\b(?:RT|QT|[Rr]e-?post(?:ed|ing)?(?:\s(?:from|of))?|[Rr]etweet(?:ed|ing)?(?:\sfrom)?|[Ss]har(?:ed|ing)\s(?:from|post by|a post by)|[Qq]uot(?:ed|ing)(?:\sfrom)?|[Ff]orward(?:ed|ing)\sfrom|[Vv]ia)\s?[:：]?\s?|\/\/\s?|(?:转发|轉發|转自|轉自|转载|轉載|引用|转|轉)(?:自|了)?\s?[:：]?\s?|\[?(?:퍼옴|펌|공유|리트윗|리포스트|재게시|인용)\]?\s?[:：]?\s?)(@?[\p{L}\p{N}_][\p{L}\p{N}_.·-]{0,30})(?:\s?님(?:의|이)?(?:\s?(?:글|게시글|말씀))?)?\s?(?:[(（][^()（）]{1,30}[)）]\s?)?[:：]\s?/u;

/** A post in the line of its header: `@name (12 May): …`, `[이름] [오전 8:14] …`, `12 May, 08:14 — @name: …`. */
const WHEN =
  '(?:[^\\n@:：()（）\\[\\]]{0,24}?(?:\\d{1,2}[:：]\\d{2}|\\d{4}|\\d{1,2}[月월]\\s?\\d{1,2}[日일號]|\\d{1,2}\\s?(?:h|m|d|hours?|시간|分钟|小時|小时|분)\\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\s?\\d{0,2})(?:\\s?(?:ago|前|전|[ap]m))?)';
const HANDLE = '(@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,39})';
export const INLINE_POSTS: readonly RegExp[] = [
  new RegExp(
    `^[\\s*_>•▶■●◆–—-]{0,4}(?:\\d{1,3}[.)/]\\s)?${HANDLE}\\s?[(（\\[【·•|,，—–-]*\\s?${WHEN}[)）\\]】]?\\s?[*_]{0,2}[:：·•|—–-]{1,2}\\s`,
    'u',
  ),
  new RegExp(
    `^[\\s*_>•▶■●◆–—-]{0,4}[\\[(（【]?${WHEN}[\\])）】]?\\s?[·•|,，—–-]*\\s?[*_]{0,2}${HANDLE}[*_]{0,2}\\s?[:：·•|—–-]{1,2}\\s`,
    'u',
  ),
  new RegExp(`^[\\s*_>•▶■●◆–—-]{0,4}(?:\\d{1,3}[.)/]\\s)?[*_]{0,2}${HANDLE}[*_]{0,2}\\s?(?::\\s|：\\s?)`, 'u'),
  new RegExp(`^\\[([^\\[\\]\\n]{1,20})\\]\\s?\\[${WHEN}\\]\\s`, 'u'),
  // `@name to @other: …`, `@name replies: …`, `@name — …`, `[@name] …`, `@name (12 May) …`.
  new RegExp(
    `^[\\s*_>•▶■●◆–—-]{0,4}${HANDLE}\\s(?:(?:to|replies|replying|reply|answers|again|>|→|回复|回覆|에게)\\s?(?:to\\s)?(?:@[\\p{L}\\p{N}_.-]{1,39})?)\\s?(?::\\s|：\\s?)`,
    'u',
  ),
  new RegExp(`^[\\s*_>•▶■●◆–—-]{0,4}\\[?${HANDLE}(?:\\]|\\s?[—–|]|\\s?[(（]${WHEN}[)）])\\s(?=\\S)`, 'u'),
];

const NAMED = '([^\\s:：,，。.!！?？(（\\[【@][^:：,，。.!！?？(（\\[【@\\n]{0,23}?)';
const MARKS = '^[\\s*_>•▶■●◆–—-]{0,4}';
/** A post in the line of its header whose handle has no sign of one: several of them make a thread. The first group is the name. */
export const INLINE_NAMES: readonly RegExp[] = [
  new RegExp(
    `${MARKS}(?:\\d{1,3}\\s?(?:楼|樓|번|F)?[.)]?\\s)?${NAMED}\\s?[(（\\[【]${WHEN}[)）\\]】]\\s?[:：]\\s?(?=\\S)`,
    'u',
  ),
  new RegExp(`${MARKS}[\\[(（【]${WHEN}[\\])）】]\\s?${NAMED}\\s?[:：]\\s?(?=\\S)`, 'u'),
  new RegExp(
    `${MARKS}${NAMED},\\s(?:\\d{1,2}\\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\\s\\d{1,2})?(?:,?\\s\\d{4})?(?:,?\\s\\d{1,2}:\\d{2})?\\s?[:：]\\s?(?=\\S)`,
    'u',
  ),
  new RegExp(`${MARKS}第?\\d{1,4}\\s?(?:楼|樓|F|층|번)\\s?[(（]?${NAMED}[)）]?\\s?[:：]\\s?(?=\\S)`, 'u'),
  new RegExp(`${MARKS}(?:ㄴ|└|↳|回复|回覆|답글)\\s?${NAMED}\\s?[:：]\\s?(?=\\S)`, 'u'),
  new RegExp(
    `${MARKS}(?:[Cc]omment|[Pp]ost|[Rr]eply|댓글|답글|글|评论|評論|回帖|留言)\\s?#?\\d{1,4}\\s?(?:by|from|[—–:：-]|[(（])\\s?@?${NAMED}(?:,\\s?[^\\n:：]{0,30})?[)）]?\\s?(?:[:：]\\s?|$)`,
    'u',
  ),
];
