/**
 * How lines begin, or are made, that stand around what a text says: who wrote, took, edited and keeps it, where to call, what else to
 * read, what was said by way of courtesy. Our own lists, from the manner of agencies, offices, groups, journals, boards and minutes.
 * Each pattern is met by a whole line or sentence, whose leading mark is gone.
 */
export const RESIDUE: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: [
    // Who edits, prints, designs; what a page asks of its reader.
    /^(?:please )?(?:(?:subscribe|sign up|sign in|log ?in|donate|follow us|click|tap here|download (?:the|our|this|pdf|as)|share (?:this|on|via)|e-?mail this|load more|view (?:all|more|\d+|replies)|read (?:more|the full|next|also|in \p{Lu})|also read|see also|more (?:on|from) (?:this|our|the (?:author|topic))|listen to (?:our|this|the (?:episode|podcast))|watch(?: the video| now|:)|register (?:now|here|for free)|become a (?:member|subscriber|supporter|donor)|support (?:us\b|our (?:work|journalism|reporting|campaign|cause)|independent (?:journalism|media))|join (?:us|our|the discussion)|check back|stay tuned|help us (?:to )?(?:continue|keep|reach|grow|fund)|make a (?:donation|gift)|get (?:the latest|our|breaking|daily|updates)|skip to|back to (?:top|home|list|search|results)|translate (?:post|tweet|this)|sort by|opens in|sponsored (?:content|by|post)|enjoying (?:this|our)|like what you|did you (?:like|enjoy)|want to (?:read|know) more|find out more|learn more|thank you for (?:reading|subscribing|your support))\b.{0,140}|(?:(?:share|print|e-?mail|tweet|save|copy link|reply|quote|report|like|advertisement|sponsored|menu|next|previous|show (?:more|all|replies|comments)|view|edit)\b[\s|·,>/]*){1,6})$/iu,
    /^(?:©|\(c\)|copyright\b|all rights reserved|our standards:|terms of|privacy|designed by|layout by|printed (?:by|in)|published by|isbn|issn|page \d+(?: of \d+)?$|\d+ ?\/ ?\d+$).{0,160}$/iu,
    // What editors say of the text and not of the world.
    /^\W{0,2}(?:(?:all |some )?(?:names?|identit(?:y|ies)|details) (?:have|has) been (?:changed|withheld|altered)|names? (?:withheld|changed)|not (?:his|her|their|the \w+['’]s) real name|(?:the )?(?:views?|opinions?|statements?) expressed\b.{0,40}\b(?:are|do|is)|(?:the )?(?:figures|numbers|totals|percentages) may not (?:add|sum)|(?:this|the) (?:is a )?(?:developing|breaking) (?:story|news)|this is a (?:developing|breaking)|(?:transcribed|compiled|transcript prepared|minutes taken|recorded|proofread|typeset) by\b|with (?:input|inputs|files|reporting|material|contributions?) (?:from|by)\b|(?:\p{L}+ ){1,5}is an? (?:independent|non-?profit|non-?governmental|registered) (?:\p{L}+ ){0,4}(?:organi[sz]ation|charity|network|group|association|foundation|agency|publication|newspaper)\b|(?:n\.?b\.?|note):? all (?:amounts|figures|dates|times|prices)\b)/iu,
    /^(?:this|the) (?:story|article|report|piece|post|page|interview|conversation|transcript|text|discussion|version|blog)\b.{0,20}\b(?:will be updated|is being updated|was (?:first|originally|initially|last|updated)|(?:was|has been|is|were) (?:lightly |slightly )?(?:first |originally )?(?:edited|condensed|updated|abridged|published|translated|produced|reproduced|adapted|syndicated|republished|shortened))\b(?!.{0,60}\b(?:correct|error|number|figure))/iu,
    // Closing words of letters and notices.
    /^(?:yours (?:faithfully|sincerely|truly)|(?:kind|best|warm) regards|respectfully(?: submitted)?|sincerely|by order of [^,.]{1,60}$|for your (?:information|attention|compliance|action|reference)|(?:this|the (?:above|present)) (?:notice|order|circular|decision|document) is (?:hereby |herewith )?(?:issued|published|made public|for your)|for immediate release|press release|media (?:release|advisory)|embargoed|not for (?:publication|distribution)|enclosures?|encl|annex(?:es)? attached|c\.?c\.?\s?:|distribution list|\(signed\)|signed[:,]|\[?(?:official )?seal\]?|#+$|-?\s?ends?\s?-?$)/iu,
    // Where to call.
    /^(?:tel|telephone|phone|fax|mobile|e-?mail|address|p\.?\s?o\.? box|website|web|hotline|contacts?|media (?:contacts?|enquiries|inquiries)|press (?:contacts?|office)|corresponding author|correspondence|office hours|opening hours)\b\s?[:.–-].{0,200}$/iu,
    /^for (?:(?:more|further|media|press|any|all|general|additional)\b.{0,40}|(?:enquiries|inquiries|interviews|details|information|questions)\b.{0,30})\b(?:contact|call|write to|e-?mail|phone|visit|see)\b.{0,120}$|^please (?:contact|call|e-?mail|write to) (?:us\b|.{1,60}(?:@|\d{3}))|^.{3,90}\b(?:are|is) available (?:on|upon) request\.?$|^(?:write|contact|reach) .{1,40} (?:at|on) .{0,20}(?:@|\d{3})/iu,
    // When it was put there.
    /^(?:(?:last |first )?(?:updated|published|posted|modified|edited|revised|received|accepted|accessed|printed|retrieved|joined|filed|created)|publication date|date|submitted)\b\s?(?:by [\w ]{1,30} )?(?:on |at |in )?[:,]?\s?(?:\p{L}{3,9},? )?(?:\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d|\d{4}-\d|\d{1,2}[:/.]\d|today|yesterday|\d+ (?:minute|hour|day)s? ago).{0,90}$/iu,
    // What is counted of a post, and under which words a text is filed.
    /^(?:[\d.,]+\s?[KkMm]?\s(?:repl(?:y|ies)|reposts?|retweets?|quotes?|likes?|shares?|comments?|views?|reactions?|votes?|upvotes?|bookmarks?|followers?|posts?|points?|members? online)\b[\s·|,•]*)+$/iu,
    /^(?:key ?words?|tags?|topics?|filed under|categor(?:y|ies)|subjects?|jel classification|msc|labels?|hashtags?)\s?[:：].{0,200}$/iu,
    // What is said across a table without saying anything.
    /^(?:(?:well|yes|no|ok(?:ay)?|right|sure|great|exactly|absolutely|indeed|hello|hi|hey|all right|lol|omg|wow|same|same here)[,.!]?\s?){1,3}(?:(?:thank|thanks|same|exactly|here|too|agreed|that is right|that's right|i agree)\b[^.]{0,30})?[.!]?$/iu,
    /^(?:(?:many |so )?thanks\b(?! to (?:the|a|an|this|that|its|his|her|new)\b)|thank you\b|welcome(?:,| (?:to (?:this|the|our|everyone)|everyone|all\b|back|and))|good (?:morning|afternoon|evening|day)|(?:you are|you're) welcome|over to you|let(?: us| me|['’]s) (?:now )?(?:move (?:on|to)|turn to|start with|begin with|open the floor|hear from|thank|introduce|give the floor)|(?:we|i)(?:'ll| will| would like to| want to)? (?:now )?(?:turn|move) (?:now )?to\b|(?:are there )?any (?:other |more |further )?(?:questions|comments)[^.]{0,20}\?|please (?:go ahead|continue|proceed)[.!]?$|the floor is yours|next question|(?:stay|keep) safe|i (?:would like|want) to thank|it is (?:a|my) (?:pleasure|honou?r)|congratulations)(?!\p{L}).{0,90}$/iu,
    // Headers of posts.
    /^@[\w.]{2,40}(?:\s?[·•|,–-]?\s(?:\d+\s?[smhdwy]\b|\d.{0,20}\bago\b|replying to\b|[\p{L}]{3} \d).{0,60})?$|^\S{1,24}(?:\s\S{1,24}){0,2}\s@[\w.]{2,40}$|^(?:posted|started|written|asked|answered|shared|reposted|retweeted|edited|submitted) by [@\w/.-]{2,40}\b.{0,60}$|^(?:re:\s)?by [\w.-]{2,40} [»›|,·-].{4,60}$|^[\w.-]{2,40} (?:wrote|says|replied|commented|posted)\s?:?$|^joined:?\s.{3,60}$/iu,
    // Of whom a page tells that he wrote it, or takes part.
    /^(?:(?:dr|prof|mr|ms|mrs)\.? )?(?:\p{Lu}[\p{L}'’.-]*\s){1,4}(?:is|was|are) (?:an? |the )?(?:[\p{L}'’-]+\s){0,4}(?:correspondent|reporter|journalist|editor|columnist|freelancer?|lecturer|professor|fellow|author|contributor|photographer|researcher|doctoral student|postdoctoral researcher)s?\b(?:\s(?:at|in|for|of|with|based|on|and|covering)\b[^.;]{1,100})?\.?$/u,
    /^(?:[Pp]articipants?|[Pp]anell?ists?|[Ss]peakers?|[Mm]oderators?|[Cc]hair|[Pp]resent|[Ii]n attendance|[Aa]pologies|[Ii]nterviewer|[Ii]nterviewee)s?\s?[:：]\s?(?:\p{Lu}[\p{L}'’.-]*(?:\s(?:of|for|and|the))?[\s,;]*(?:\([^)]{1,60}\)[\s,;]*)?){1,40}$/u,
    /^(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|cover photo|cover image|credit)s?\s?(?:by|courtesy of|credits?|©|:)\s?(?:(?:\p{Lu}[\p{L}'’.-]*|[/,&]|and)\s?){1,8}$/u,
  ],
  zh: [
    /^(?:请|請)?(?:点击|點擊|点此|扫描(?:上方|下方)?二维码|扫码|扫一扫|掃描|长按.{0,8}(?:二维码|识别)|長按|(?:立即)?(?:订阅|訂閱)(?:我们|我們|本|频道|立即|电子报|[，,！!])|(?:欢迎|歡迎)?(?:关注|關注)(?:我们|我們|本|微信|公众号)|(?:欢迎|歡迎)(?:订阅|訂閱|关注|關注|转载)|(?:下载|下載)(?:客户端|APP|报告|報告|全文|PDF|\p{Script=Han}{0,6}客户端)|查看(?:更多|全部|另外|原文|全文|评论|回复|所有)|(?:展开|展開|收起)(?:全文|更多|评论|回复|剩余)?\s?$|展开(?:全文|更多|剩余).{0,10}$|(?:加载|載入)(?:更多|中|全部)|返回(?:首页|首頁|列表|顶部|上一页|目录)|跳(?:到|转|至)|(?:登录|登錄|登入)(?:后|後)(?:回复|查看|发表|可|才|参与)|分享(?:到|至|给|此文|本文)|(?:只看|倒序|正序)|[上下]一[篇页頁]|更多(?:内容|內容|精彩|新闻|新聞|文章|资讯|阅读|报道|[>»])|(?:推荐|相关|延伸)(?:阅读|閱讀|新闻|文章)|(?:相關|延伸|推薦)(?:閱讀|新聞|文章)|热门(?:文章|新闻|推荐|搜索)|熱門(?:文章|新聞)|猜你喜欢|喜[欢歡](?:这|這|本)篇|字[号號]|评论区|(?:广告|廣告|打印|列印|回复|引用|举报|点赞|收藏|捐款)(?:[\s|·/](?:打印|分享|引用|举报|回复|点赞|收藏)?)*$|捐款(?:支持|方式|请)|首页\s?[>›»]|支持(?:我们|我們|独立(?:新闻|媒体))|立即(?:捐|下载|注册|购买|加入)|免费(?:订阅|注册)|(?:阅读|閱讀)(?:原文|全文|更多))[^；]{0,50}$/u,
    /^.{0,20}(?:版权所有|版權所有|未经授权|未經授權|不得转载|禁止转载|备案号|備案|隐私政策|使用条款|用户协议|登记证号|刊号|准印证).{0,60}$|^第\s?\d+\s?页(?:\s?[，,/]?\s?共\s?\d+\s?页)?$|^[-—\s]*\d+\s?\/\s?\d+[-—\s]*$/u,
    // Who wrote, edited, prints.
    /^[（(【[]?\s?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|审核|審核|监制|監製|统筹|实习编辑|值班编辑|美编|排版|设计|美术设计|摄影|攝影|制图|供稿|供图|主办|承办|协办|出品|撰文|撰稿|采写|采访|编译|整理|录入|作者|文字|本文来源|来源|來源|出处|图片来源|资料来源|資料來源|数据来源|转自|投稿|线索邮箱|爆料)\s?[:：丨|].{1,120}$/u,
    /^.{1,20}(?:主办|承办|编印|出品)(?:[\s　].{0,40})?$|^(?:文|图|文图|图文|摄|攝)\s?[/／|丨].{1,30}$/u,
    /^(?:本报|本刊|本台|本網|本网|本社|特约|驻地|见习|实习)?(?:记者|記者|通讯员|通訊員|特派员|特约撰稿人|撰稿人)[\s　:：].{2,40}(?<![。！？])$/u,
    /^\p{Script=Han}{2,4}[，,、\s（(](?![^。]*[被把了将打抓带杀捕拘说称])[^。！？；]{0,24}(?:记者|記者|教授|讲师|講師|研究员|研究員|学者|學者|主任|律师|博士生|特约评论员|编辑)[）)]?$/u,
    /^\p{Script=Han}{2,4}[\s]?[（(][^。！？；]{2,40}(?:大学|大學|学院|學院|研究所|研究院|中心|系)[^。]{0,20}[）)]$|^[（(]?\d{1,2}[.．][^。]{2,40}(?:大学|大學|学院|研究所|研究院)/u,
    /^(?:作者简介|作者簡介|收稿日期|修回日期|基金项目|通讯作者|通訊作者|引用格式|中图分类号|文献标识码|文章编号|DOI)\s?[:：].{1,200}$|^(?:与会者|與會者|出席者?|参会人员|嘉宾|列席)\s?[:：][^。？！]{1,200}$|^(?:主持人?|记录)\s?[:：]\s?\p{Script=Han}{2,4}$/iu,
    // What editors say of the text.
    /^[（(*※\s]{0,3}(?:(?:文中|本文|文内|以上)?(?:人物|人名|受访者|姓名)?(?:均)?(?:系|为|為)化名|.{0,15}(?:使用|采用)?化名|(?:根据|根據|据).{0,6}(?:录音|錄音|速记)整理.*|(?:本文|本报告|以上|文章|观点)(?:内容)?(?:仅|只|僅)代表.*|本(?:文|篇|报道|新闻)(?:将)?(?:持续|不断|会继续)?(?:更新|首发|原载|原載|转自|译自|節選|节选|刊于|原刊|经|经过|由).{0,30}|本次?(?:对话|访谈|圆桌|讨论|采访|實錄|实录).{0,10}(?:编辑|整理|删节).*|综合(?:外电|媒体|报道|新华社).*|单位[:：].{1,10}|(?:笑|掌声|茶歇|休息|沉默|众人笑|听不清|插话))[）)]?。?$/u,
    // Closing words.
    /^(?:特此|此致|敬礼|敬禮|专此|顺颂|请(?:遵照|认真|贯彻|予以)?(?:贯彻)?执行|请予(?:批准|审议)|妥否|以上(?:通告|通知|意见)?，?请|[（(]?此件|[（(]?(?:完|全文完|签字|公章|盖章|印章)|—{0,2}\s?完|抄送|抄报|抄報|主送|附件|附[:：]|印发|印發|联署|签发|.{1,12}[（(](?:签字|签章|公章|盖章)[）)])/u,
    // Where to call.
    /^(?:联系|聯繫|聯絡)(?:人|电话|方式|地址|邮箱)?[:：].{0,100}$|^(?:电话|電話|传真|傳真|地址|邮编|邮箱|電郵|电邮|网址|網址|信箱|热线|咨询|媒体垂询|媒体查询|媒体联系|新闻联系|办公时间|開放時間)\s?(?:人|电话)?\s?[:：].{0,100}$|(?:请|請)(?:与|與|和)?.{0,8}联系。?$|^(?:如需|欲|如欲)(?:采访|咨询|了解|查询|索取|更多).{0,12}(?:请|請)/u,
    // When it was put there, and under which words it is filed.
    /^(?:最后更新|最後更新|更新时间|发布时间|發佈時間|发表时间|发稿时间|时间|日期|注册时间|来源)\s?[:：].{1,80}$|^(?:新闻稿|新聞稿|即时发布|供媒体)/u,
    /^\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:[\s　|·]+(?:来源|來源|来自|來自|作者|编辑|字号|字號|浏览|阅读|供|发布|更新|星期|周).{0,60})?$/u,
    /^(?:标签|標籤|关键[词字]|關鍵[詞字]|话题|話題|主题词|主題詞|分类|分類|栏目)\s?[:：].{1,120}$|^(?:#[^#\s]{1,30}#?\s*)+$/u,
    /^(?:(?:转发|轉發|评论|評論|点?赞|讚|阅读|閱讀|浏览|瀏覽|收藏|回复|帖子|粉丝|关注|查看)\s?[:：]?\s?[\d.,万萬kK+]+\s?[·|，,\s]*)+$/u,
    // What is said across a table.
    /^(?:对|對|是的?|好的?|没错|沒錯|嗯|哦|天哪|哈哈|不是|同意|同感|明白|可以)(?:[，,。！!]+(?:没错|沒錯|是的|对|我们这也是|同感|我同意|谢谢)?[。！!]*)?$|^天哪[，,].{0,12}$/u,
    /^(?:再次|首先|非常|真的|真心|也|大家|衷心|好[，,])?(?:谢谢|謝謝|感谢|感謝|多谢|多謝)[^；，]{0,16}(?:[，,][^；，]{0,12})?[。！!]?$|^(?:热烈)?(?:欢迎|歡迎)(?:大家|各位|您|你|来到|收看|参加|光临)[^；]{0,24}[。！!]?$|^(?:大家好|各位好|早上好|上午好|下午好|晚上好|女士们|各位)[^；]{0,24}[。！!]?$|^(?:下面|接下来|现在|現在)?(?:请|請|有请|有請).{1,12}(?:发言|發言|讲话|回答|介绍|先说)。?$|^(?:我们|我們|让我们)?(?:现在|接着)?(?:进入|進入|转到|来看|看)下一(?:个|個)?(?:问题|問題|议题|环节)。?$|^(?:还有|還有|大家)?.{0,6}(?:其他|别的)(?:问题|問題)吗?[？?]$|^(?:注意|保重).{0,4}安全.{0,6}$/u,
    // Headers of posts.
    /^@[^\s，。：:]{1,20}(?:\s+(?:·|\d|回复|回覆|来自|來自|刚刚).{0,30})?$|^[^。！？，]{1,16}\s@[\w.]{2,40}$|^(?:楼主|樓主|沙发|板凳|\d{1,4}\s?(?:楼|樓|#))(?:\s|[:：]|$).{0,50}$|^.{1,24}\s*(?:发表于|發表於|发布于|回复于)\s?.{4,30}$|^[^，。]{1,16}\s?(?:说|說|写道|寫道|回复|评论道)\s?[:：]$|^(?:本帖|该帖|帖子)(?:最后|最後)?由.{1,40}编辑$|^.{2,16}[\s　]\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s\d{1,2}:\d{2}(?::\d{2})?$/u,
    /^(?:资料图|資料圖|资料照片|資料照片|组图|組圖|图集|视频|视频截图|封面照片|封面图|封面)(?:片)?\s?[:：].{1,60}(?<!。)$/u,
  ],
  ko: [
    /(?:구독|후원|정기\s?후원|소식지|뉴스레터|알림|채널|앱|페이지|링크|버튼|여기|기사|언론|우리의?\s?활동)[^.]{0,24}(?:주세요|하세요|보세요|주십시오|바랍니다|부탁드립니다)[.!]?$|(?:팔로우|클릭|공유해|눌러)[^.]{0,14}(?:주세요|하세요|보세요|주십시오)[.!]?$|^(?:이|본) (?:기사|글)(?:가|이) (?:마음|도움|유익).{0,30}$|^(?:지금|여기를).{0,20}(?:구독|후원|클릭).{0,40}$/u,
    /^(?:관련\s?(?:기사|뉴스|글)|함께\s?보면|많이\s?본|인기\s?(?:기사|글)|추천\s?(?:기사|글)|더\s?(?:보기|읽을거리)|더보기|목록(?:으로)?|번역\s?보기|댓글.{0,16}보기|답글.{0,10}보기|댓글\s?\d*개?\s?더|이전\s?글|다음\s?글|맨\s?위로|본문\s?바로가기|바로가기|최신순|등록순|추천순|글자\s?크기|스크랩|로그인\s?후|(?:(?:공유|인쇄|답글|인용|신고|스크랩|추천)[\s|·]*)+$|전체\s?보기|홈\s?[>›]|보고서\s?(?:전문|원문)|전문\s?(?:보기|내려받기)|내려받기|페이스북|카카오톡(?:으로|에)|네이버(?:에서|\s?메인)|\[?화보\]?\s|\[?영상\]?\s).{0,50}$/u,
    /(?:무단\s?전재|재배포\s?금지|저작권자|all rights reserved|copyright|등록번호|고유번호|발행인|편집인|사업자\s?등록).{0,120}$|^[<〈]저작권|^[-\s]*\d+\s?\/\s?\d+[-\s]*$|\d\s?송고[)〉>]?$/iu,
    // Who wrote, edited, prints.
    /^(?:글|사진|글·사진|그림|영상|편집|교열|디자인|발행|기획|제작|정리|취재|번역감수|인쇄|펴낸\s?곳|펴낸이|엮은이|표지\s?사진|자료\s?사진|사진\s?제공|사진\s?출처|제보(?:는)?)(?!.*(?:금지|중단|허용|의무|촬영|제한|검열|강화|압수|통제))(?:\s?[:：=·/]\s?|\s).{1,60}(?<![.다요])$/u,
    /^[[(【]?(?:[\p{Script=Hangul}]{2,10}\s?=\s?)?(?:[\p{Script=Hangul}]{2,4}(?:\s?[·,、]\s?[\p{Script=Hangul}]{2,4}){0,4}\s)?(?:[\p{Script=Hangul}]{2,10}\s){0,3}(?:선임|수습|인턴|객원|전문|경제부|정치부|사회부|국제부|문화부)?\s?(?:기자|특파원|논설위원|편집위원|통신원|앵커|칼럼니스트|선임강사|강사|교수|연구원|연구위원)[\])】]?(?:\s[\w.+-]+@[\w.-]+)?\.?$/u,
    /^[\p{Script=Hangul}]{2,4}\s?[（(][^)）.]{2,40}(?:교수|강사|연구원|대학교|대학원|연구소|대표|변호사|활동가|학과|기자)[^)）]{0,10}[)）]$/u,
    /^(?:참석자?|참가자|일시|장소|패널|발제|토론|배석)\s?[:：].{1,200}(?<![.?!다요까])$|^(?:사회자?|진행|대담|좌담|기록)\s?[:：]\s?[\p{Script=Hangul}]{2,4}(?:\s?[(（].{1,40}[)）])?$/u,
    // What editors say of the text.
    /^[*※\s(]{0,3}(?:.{0,12}(?:가명|익명)(?:입니다|임|이다|을 썼다|으로 처리.{0,12})?|(?:이|본|위)\s?(?:기사|글|대담|좌담|인터뷰|원고|보도|칼럼|기고)(?:는|은)\s.{0,40}(?:업데이트|편집|실렸|실린|견해|의견|입장|정리|옮긴|제작|작성|번역|재편집|갱신|요약).{0,24}|.{0,12}본\s?(?:단체|지|사|연구소|매체)의\s?(?:공식\s?)?입장.{0,20}|외신\s?종합|연합\s?종합|종합|\(?단위\s?[:：].{1,10}|자료\s?[:：=].{1,40}|출처\s?[:：=].{1,60}|정리\s?[:：=].{1,30}|웃음|박수|휴식|침묵|일동\s?웃음|장내\s?웃음|박수와\s?웃음)\)?[.]?$/u,
    // Closing words.
    /^(?:위와\s?같이|이와\s?같이|상기와\s?같이).{0,12}(?:공고|고시|통지|통보|알립|공포|성명|제출)[^.]{0,8}\.?$|^(?:(?:붙임|별첨|참조|수신|발신|경유)\s?(?:[:：]|\d|\s)|첨부\s?[:：\d]).{0,80}$|^[-–—(\s]*끝[-–—).\s]*$|(?:직인\s?생략|\((?:직인|관인|인|서명)\))\.?$|(?:만전을\s?기하여|협조하여|협조해|숙지하시기|참고하시기|양지하시기|유념하시기).{0,14}(?:주시기|주십시오)?\s?(?:바랍니다|바람|주십시오)?\.?$|(?:귀중|귀하|제위)$|^\[?보도\s?자료\]?.{0,40}$|^(?:즉시|배포)\s?(?:보도|즉시).{0,10}$/u,
    // Where to call.
    /^(?:문의|연락처|담당자?|전화|팩스|주소|이메일|전자우편|홈페이지|누리집|언론\s?문의|언론\s?담당|취재\s?문의|교신저자|업무\s?시간|대표\s?전화)\s?(?:처|담당)?\s?[:：=]?\s.{0,100}(?<!다\.)$|^.{0,20}(?:인터뷰|취재|문의|자세한\s?(?:내용|사항)).{0,16}(?:연락|문의).{0,16}(?:바랍니다|주세요|주십시오|하면 된다)\.?$/u,
    // When it was put there, and under which words it is filed.
    /^(?:입력|수정|등록|승인|게재|기사\s?입력|최종\s?수정(?:일)?|최초\s?입력|논문\s?접수|접수|게재\s?확정|작성일|가입일|발행일|배포일|검색일|업데이트)\s?[:：]?\s?\d{4}.{0,100}$|^\d{4}[.년/-]\s?\d{1,2}[.월/-]\s?\d{1,2}[.일]?\s?(?:(?:오전|오후)\s?)?\d{1,2}:\d{2}(?::\d{2})?(?:\s.{0,20})?$/u,
    /^(?:주제어|핵심어|키워드|태그|분류|주제\s?분류|색인어)\s?[:：].{1,120}$|^(?:#[^#\s]{1,30}\s*)+$/u,
    /^(?:(?:댓글|공유|좋아요|조회수?|추천|답글|스크랩|글\s?수|팔로워|리트윗|마음에\s?들어요)\s?[:：]?\s?[\d.,만천]+(?:회|개|건|명)?\s*[·|,]?\s*)+$/u,
    // What is said across a table.
    /^(?:(?:네|예|아니요|아뇨|맞습니다|그렇습니다|그렇죠|헐|와|좋습니다|동감입니다|알겠습니다|ㅋ+|ㅎ+)[,.!\s]*){1,3}(?:우리\s?동네도요|저도요|저희도요)?[.!]?$|^헐.{0,14}$/u,
    /^(?:모두|여러분|참석|오신|와\s?주셔서).{0,20}환영합니다[.!]?$|^(?:.{0,24}\s)?(?:감사합니다|고맙습니다|고마워요|고맙다|감사드립니다|반갑습니다|안녕하십니까|안녕하세요|수고하셨습니다|감사해요)(?:[,.!\s].{0,20})?$|^.{0,20}다음\s?(?:질문|주제|순서)(?:으로|로|을)?\s?.{0,20}(?:겠습니다|하죠|시죠)\.?$|^.{0,24}말씀(?:해|을)?\s?(?:주시|부탁|듣|하시).{0,14}$|^.{0,12}(?:질문|의견)\s?(?:있으신|있으십|있습니까|없으신).{0,12}$|^.{0,8}조심하세요[.!]?$/u,
    // Headers of posts.
    /^@\S{1,20}(?:\s(?:[·•]|\d|님|에게).{0,40})?$|^[^.]{1,24}\s@[\w.]{2,40}$|^(?:작성자|글쓴이|게시자|닉네임)\s?[:：].{1,80}$|^.{1,20}\s?님(?:이|의|께서)?\s?(?:작성|글|댓글|답글|쓴|남긴|말씀).{0,12}[:：]?$|^.{1,24}[\s(]\d{4}[.-]\s?\d{1,2}[.-]\s?\d{1,2}\.?\s\d{1,2}:\d{2}(?::\d{2})?\)?$|^\d{4}[.-]\d{1,2}[.-]\d{1,2}\s\d{1,2}:\d{2}\s.{1,24}(?:수정함?|작성|편집)$/u,
    /^(?:사진|그림|자료\s?사진|위\s?사진|아래\s?사진|표지\s?사진|그래픽|이미지|영상)\s?[:：=].{1,60}(?<![다요음함][.]?)$/u,
  ],
};

/**
 * A work that others wrote, as lists of works and notes name it: author and year, volume and pages, a number in brackets, an address. Each
 * holds a digit.
 */
const WORKS: readonly RegExp[] = [
  /^(?:\[\d{1,3}\]\s?|\d{1,3}\.\s)?\p{Lu}[\p{L}'’-]{1,30}(?:,\s?(?:\p{Lu}\.?\s?-?){1,3}|,\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\.)?|\s\p{Lu}{1,3}(?=,\s\p{Lu}|\.\s\p{Lu}\p{Ll}{2,}\s))(?:[^!?]{0,120}?)(?:\((?:19|20)\d\d[a-z]?\)|[.,;]\s?(?:19|20)\d\d[a-z]?\s?[.;:)])/u,
  /\b\d{1,4}\s?\(\d{1,4}\)\s?(?:[:：]\s?(?:pp?\.\s?)?\d{1,4}\s?[–—~-]\s?\d|,\s?(?:pp?\.\s?)?\d{2,4}\s?[–—~-]\s?\d{2,4}(?!\d))|;\s?\d{1,4}(?:\(\d+\))?:\d{1,4}[–-]\d|,\s?no\.\s?\d{1,4}\s?(?:\(\d{4}\))?:\s?\d{1,4}[–-]\d/u,
  /\bdoi(?:\.org\/|:)\s?10\.|^(?:available (?:at|from|online)|accessed|retrieved(?: from)?)\b|\((?:accessed|retrieved|last visited|검색일|访问日期|最后访问)[^)]{3,40}\)/iu,
  /^(?:see(?: also)?|cf\.?|ibid\.?|ibidem|op\. cit\.?|id\.)[\s,].{0,120}\b(?:pp?\.\s?\d|\(?(?:19|20)\d\d\)?|supra|at \d)/iu,
];
export const REFERENCES: Readonly<Record<'en' | 'zh' | 'ko', readonly RegExp[]>> = {
  en: WORKS,
  zh: [
    ...WORKS,
    /^(?:另见|另見|参见|參見|参看|同上|详见).{0,80}(?:[（(]\d{4}[）)]|第\s?\d+|页|頁)/u,
    /\[[JMDCNRPSZGA](?:\/OL)?\]|^(?:\[\d{1,3}\]|［\d{1,3}］)\s?.{2,160}(?:出版社|[,，.。\s]\d{4}\s?年?版?[.。,，:：]?[^。]{0,20}$|第\s?\d+\s?[页期卷])|《[^》]{1,60}》[，,]\s?(?:.{0,30}\d{4}\s?年?版|\d{4}\s?年?[，,]\s?第|第\s?\d+\s?[卷期页])/u,
  ],
  ko: [
    ...WORKS,
    /^(?:『[^』]{1,60}』|[^.]{2,40}[「『"“][^」』"”]{1,80}[」』"”])[^다]{0,60}(?:\d+\s?(?:쪽|면|호|권)|학위\s?논문|\(?(?:19|20)\d\d\)?[,.]?$|출판)|^[\p{Script=Hangul}·,\s]{2,24}[（(](?:19|20)\d\d[a-z]?[）)][,.]?\s?(?:[「『"“]|.{2,80}(?:[:,]\s?[\p{Script=Hangul}]{2,20}(?:출판부?|사|원|부)\.?$|\d+\s?[-–]\s?\d+))|^.{2,40}\d+\s?[-–]\s?\d+\s?쪽도?\s?(?:참조|참고)\.?$/u,
  ],
};

/** Headings below which works are listed. */
export const REFERENCE_HEADS: RegExp =
  /^(?:[\dIVX]{1,4}[.、]?\s?)?(?:references|bibliography|works cited|literature(?: cited)?|further reading|sources cited|参考文献|參考文獻|引用文献|参考书目|참고\s?문헌|인용\s?문헌|참고\s?자료)\s?[:：]?$/iu;

/** Who stands behind a text, in the order of their deeds: what is left of such a line are names and small words. */
export const CREDIT_DEEDS: RegExp =
  /^(?:(?:additional |further |original )?(?:reporting|writing|editing|written|edited|reported|compiled|production|produced|photography|graphics|illustrations?|text|words|story|research|report|contribut(?:ions?|ed)|translation by|by)(?: and \p{Ll}+)? )(?:by |from )?(?=\p{Lu})|^by (?=\p{Lu})/iu;
export const CREDIT_SMALL_WORDS: ReadonlySet<string> = new Set(
  'and in by from for at the of with additional further reporting editing writing photography graphics production text words contributing bureau chief correspondent staff writer reporter editor de van von bin al el da di'.split(
    ' ',
  ),
);

/** Labels before words that are read for what they say: of notes, corrections, pictures, tables, ticks of a clock, hashtags. */
export const LABELS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^\[?\(?(?:(?:editor(?:['’]s|s['’])?|moderator(?:['’]s)?|translator['’]s|author['’]s|publisher['’]s) note|note(?:s)?|correction|clarification|erratum|update|p\.?\s?s\.|n\.?\s?b\.|moderator|admin|image|photo|picture|caption|above|below|left|right|file photo|fig(?:ure)?\.?\s?\d{1,3}[a-z]?|table \d{1,3}[a-z]?|box \d{1,2}|chart \d{1,2}|map \d{1,2})\s?[:.–—](?:\s|$)\s?/iu,
  zh: /^[（(【[]?(?:编者按|編者按|编者注|編者註|主持人注|译者注|作者注|版主提示|版主|管理员|注释|注|註|说明|更正(?:启事|声明)?|勘误|澄清|更新|又及|附言|上图|下图|左图|右图|图|图片|图说|图\s?\d{1,3}|表\s?\d{1,3}|圖\s?\d{1,3})(?:\s?[:：】\]]|[\s　]+)\s?/u,
  ko: /^[[(<【]?(?:편집자\s?주|사회자\s?주|옮긴이\s?주|필자\s?주|주|비고|알림|공지|바로잡습니다|바로잡음|정정(?:합니다)?|정오표|추신|덧붙임|그림\s?\d{0,3}|표\s?\d{1,3}|사진|위\s?사진|아래\s?사진)(?:\s?[:：.\]>】]|\s?[.])\s?/u,
};

/** Where an agency's story begins: place, day, agency. What follows is the story. */
export const DATELINES: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /^(?:[\p{Lu}][\p{Lu}'’.-]+(?:[ ,/]+\p{L}[\p{L}'’.-]*){0,6},?\s)?(?:(?:\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2},?\s(?:\d{4}\s)?)?(?:\(\p{Lu}[\p{L}\d ./]{1,30}\)\s?)(?:[-–—]{1,2}|:)|(?<=^[\p{Lu}'’., -]{4,60}\s)[–—-]{1,2})\s/u,
  zh: /^(?:本报讯|本報訊|本刊讯|[^，。\s]{2,20}?(?:社|网|網|报|報|台)[^，。\s]{0,16}?\d{1,2}月\d{1,2}日(?:电|電|讯|訊))\s?(?:[（(](?:[^）)]{0,6})?(?:记者|記者|通讯员|編輯|编译)[^）)]{1,30}[）)])?[\s　—-]*/u,
  ko: /^[[(【<][^\])】>=]{1,24}=[^\])】>]{1,24}[\])】>]\s?(?:[\p{Script=Hangul}·,\s]{2,24}?(?:기자|특파원|통신원)\s?=\s?)?/u,
};

/** Who speaks in a record, in capitals. */
export const TURN: RegExp = /^(?:(?:MR|MS|MRS|DR|PROF)\.?\s)?\p{Lu}{2,}(?:[ .'’-]+\p{Lu}+){0,3}:\s/u;

/** Who took a picture, behind the words that stand below it. */
export const CREDIT_TAILS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /(?<=[.!?]["”]?)\s(?:[([]?(?:(?:[Ff]ile )?[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|[Cc]redits?|[Ss]ource|[Vv]ideo)\b\s?(?:by|from|courtesy of|credits?|©|via)?:?\s?(?:\p{Lu}[\p{L}'’.-]*|[/,&\d])(?:[\s/,]+(?:\p{Lu}[\p{L}'’.-]*|and|for|via))*[)\]]?|[([]?\p{Lu}[\p{L} .'’-]{1,40}\/\s?\p{Lu}[\p{L} .'’-]{1,40}[)\]]?|(?:AP|AFP|EPA|Reuters|Getty) Photos?\/.{2,30})\.?$|\s?(?:[([](?:[Ii]mage|[Pp]hoto|[Pp]icture|[Ff]ile|[Cc]redit)s?\s?[:/©]\s?[^)\]]{1,50}[)\]]|(?<=\p{Ll}|[.!?])(?:Credit|Photo|Image):\s?\p{Lu}.{1,40}|(?<=[.!?])\p{Lu}[\p{L} .’'-]{1,30}\s\/\s\p{Lu}[\p{L} ]{1,30})$/u,
  zh: /(?<=[。！？])\s*(?:[（(]\s?[^（()）。]{2,24}(?:摄|攝|图|提供)\s?[）)]|(?:图|圖|摄影|攝影|图片来源|供图)\s?[/／:：].{1,20}|[^。，]{2,16}[\s/／]?(?:摄|攝)(?:[/／].{1,12})?)$/u,
  ko: /(?<=[.!?])\s*(?:[/[(]?\s?(?:사진|자료사진|그래픽|영상)\s?(?:[=:：/]|제공|출처)?\s?.{1,24}[\])]?|[/(]\s?.{2,20}(?:기자|제공)\)?|[\p{Script=Hangul}]{2,4}\s?기자)$/u,
};
