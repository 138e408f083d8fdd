/** Invented Chinese sentences of every kind of risk and of none, as `english-signs.ts` has them; some in traditional characters. */
export const CHINESE_SIGNS = `
= refoulement
news up | 四十名妇女清晨被押上大巴，经大桥送回对岸。
news up | 他们已被移交给对方的保卫部门。
notice up | 非法入境人员一经查获，一律遣送回国。
report up | 中断三年之后，遣返行动重新开始。
statement down | 政府同意不再把面临迫害的人送回原籍国。
news down | 法院裁定暂停驱逐六名寻求庇护者。
news steady | 遣返航班仍和以前一样每周一次。
post up | 我姨妈在边境被交给了他们的保安人员。
= enforcement
news up | 警方夜间清查，带走数十名无证工人。
news up | 打击非法居留的百日行动下周一开始。
notice up | 对违法人员要从严从快处理，绝不手软。
news down | 县里不再去砖厂抓人了。
post down | 现在警察睁一只眼闭一只眼。
report volatile | 有时一个月没人管，有时见人就抓。
news up | 三名牧师因此案被拘捕。
report up | 去年秋天以来，地方官员执法越来越严。
= border-control
news up | 骑兵每小时沿河岸巡逻一次。
news up | 四十公里边境线上新拉起了铁丝网。
notice up | 所有驶出边境县的货车须在检查站接受检查。
news down | 上游的两个哨所已经拆除。
report down | 通往口岸的道路盘查放松了。
report steady | 桥头的哨兵人数与春天相比没有变化。
news up | 口岸一夜之间关闭，旅客只好折返。
post up | 从我们村到县城要查三次身份证。
= use-of-force
news up | 边防军人接到命令，可以射杀任何试图过江的人。
news up | 一名少年被瞭望塔上的士兵开枪打死。
notice up | 对不听喝令停下的人员，哨兵可以开枪。
report up | 被抓回来的人说，他们在江边挨了枪托。
news down | 见人就打的开枪命令已经撤销。
statement down | 五月以来再没有人向越境者开枪。
news up | 两名渡江者中弹身亡。
= surveillance
news up | 沿江每根灯杆都装了人脸识别摄像头。
report up | 工作人员发现自己的电话被监听，邮件被人看过。
roundtable up | 我们每次开会都有人替公安做记录。
post up | 每天晚上都有个陌生人跟着我回家。
notice up | 房东要留意外来租客的动向并做好记录。
report down | 以前停在我们办公室外面的那辆车不见了。
news up | 公安成立了网上巡查队，紧盯聊天群。
= informing
notice up | 举报藏匿外国人的，奖励二千元。
notice up | 村里如有陌生面孔，请马上拨打举报电话。
news up | 邻居向村委会告发了这对夫妻。
report up | 这几个人是因为店主报信才被抓的。
news up | 提供线索抓获越境者的悬赏提高了一倍。
report down | 村民几乎不再打举报电话。
news down | 县里取消了举报有奖的办法。
post up | 你永远不知道楼里谁是眼线。
= helper-penalty
notice up | 为非法入境者提供食宿、交通工具的，处三千元以下罚款。
news up | 一名农民因把一家人藏在谷仓里被判两年徒刑。
news up | 带路的传教士要坐牢。
notice up | 不得雇用、留宿无证件人员。
report down | 检方撤销了对搭载移民的志愿者的指控。
news up | 出租车司机因搭载越境者被吊销执照。
post up | 我叔叔让他们在棚子里睡了一晚，就被抓去关了。
= detention
news up | 边境小城正在兴建第二座关押非法移民的场所。
news up | 收容所的床位将从二百张增加到五百张。
report up | 约八十人关在那里等候移送。
report down | 港口附近的拘留所已经关闭。
news up | 孩子们同母亲一起被关了几个月。
statement up | 一千多人未经起诉，至今仍被羁押。
report unknown | 被关押者下落不明。
= detention-conditions
report up | 犯人睡水泥地，一天只吃一顿饭。
report up | 曾经被关过的人说牢房里挨打受冻，满是虱子。
news up | 八十个人挤在一间屋里，只有一个厕所。
report up | 在押人员得不到药品，也见不到律师。
statement down | 检查之后，监室的伙食和取暖有所改善。
news up | 今年冬天有两名囚犯饿死在营地里。
post up | 他们让我们蹲几个小时，一动就打。
= post-return-harm
report up | 被送回去的人要受审讯，然后送进劳改营。
news up | 怀孕回去的妇女被迫堕胎。
report up | 遣返者面临酷刑、监禁甚至处决。
report up | 她被送回之后，在教养所待了三年。
news down | 初次越境的人如今回去后教育几天就放了。
statement unknown | 自从被送回去，就再也没有他们的消息。
post up | 我表哥回去后被公开枪毙。
= trafficking
news up | 中间人把年轻女子卖给东北的农民。
report up | 许多人被介绍工作的谎言骗出来，卖给别人做媳妇。
news up | 港口破获一个贩卖妇女的团伙。
report up | 十五岁的女孩被逼在网上色情直播。
news down | 落入人贩子手中的妇女比十年前少了。
post up | 我二十岁以前被卖过三次。
report up | 买一个媳妇的价钱涨到四万元。
= documentation-status
report up | 外籍母亲生的孩子上不了户口。
notice up | 国籍不明人员的婚姻不予登记。
notice down | 此类婚姻所生子女可以入户。
news up | 外交部坚称他们是非法经济移民，不是难民。
report up | 没有身份证，他们既不能工作也不能出门。
news down | 省里开始给这些媳妇发居留证。
statement up | 失去国籍的人至今没有身份。
= access-to-services
report up | 拿不出证件的病人被医院拒之门外。
notice up | 学校不得招收没有本地户籍的学生。
news up | 无证儿童进不了教室。
notice down | 疫苗免费接种，不论身份。
report up | 没有医保的人看不了病。
news down | 镇上的小学开始接收外来人口的子女。
report up | 没有登记的老人领不到救济。
= host-community
report up | 村民不敢再收留任何人了。
news down | 江边的农户给过来的人留饭留衣服。
report down | 教友们让新来的人家住进自己家里。
report up | 当地人当初的同情已经磨光了。
post up | 自从东西被偷，邻居们就不帮了。
news down | 居民为一户新来的人家捐了款。
report up | 从前敞开的门现在对他们关上了。
= public-hostility
news up | 江边各村对外来人的怨气越来越大。
report up | 群里都说难民是小偷、是特务。
news up | 要求赶走移民的联名信已有九千人签名。
report up | 这些家庭的孩子在学校里被人嘲笑。
report down | 这些年人们对他们的偏见少了。
news up | 事件发生后，针对难民的仇恨言论四处传播。
post up | 走在街上都有人朝我们吐口水。
= border-violence
news up | 持枪者越过冰面，抢了两户农家。
news up | 一名从对岸过来的逃兵杀死四名村民。
report up | 对面的士兵夜里过来偷粮食。
news up | 一对老夫妻被刺死，嫌犯是游过江来的。
report down | 今年没有再发生对岸人员过来抢劫的事。
news up | 边境村民怕饿急了的士兵闯进家里。
notice up | 鉴于近来有越境者入室杀人，请居民锁好门窗。
= access
report up | 观察员被拒绝进入该省。
statement up | 三月以来我们的人一直联系不上这些家庭。
news down | 红十字会首次获准进入营地。
report up | 记者不让进边境各县。
roundtable up | 以前肯见我们的官员现在连电话都不接。
roundtable down | 做环保的机构有了新的机会。
report up | 救援物资被拦在省界。
= policy-signal
news up | 部长在讲话中强调稳定压倒一切。
news up | 两国部长商定加强边境安全合作。
news up | 今年的工作报告比往年更强调国家安全。
report down | 官方表态中不再出现“非法移民”的说法。
news unknown | 党将在十月的会议上确定新的路线。
report up | 官媒口气变了，看来又要搞运动。
news down | 总统暗示对寻求庇护者的政策可能会松动。
= legal-regulatory
roundtable up | 法律写得太含糊，谁也不知道什么可以做。
news up | 议会通过法案，把境外非政府组织划归公安管理。
report up | 新办法让小机构的手续越来越繁琐。
statement up | “危害国家利益”这类说法没有任何定义。
news down | 征求意见之后，草案有所放宽。
roundtable up | 光是应付合规就占了我们一半时间。
report volatile | 各地对规定的解释不一样。
= registration
report up | 该机构的登记申请两次被驳回。
roundtable up | 找不到业务主管单位，根本没法注册。
news up | 七千家机构中只有七十家拿到登记证。
report up | 主管单位撤回了同意书。
news down | 公安厅给三家境外基金会发了登记证书。
roundtable up | 部委里没有人愿意做我们的主管单位。
notice up | 未登记的境外组织不得开展活动。
= funding
report up | 银行冻结了协会的账户。
roundtable up | 我们的伙伴不能再收境外的钱。
news up | 境外捐款须向公安机关申报。
roundtable up | 资助方纷纷撤资，预算一年比一年少。
report down | 总部的汇款现在一周就能到账。
news up | 税务部门正在查基金会的拨款。
statement up | 我们失去了三分之二的资助。
= accusation
news up | 电视台称这家慈善机构是外国间谍的幌子。
news up | 负责人被控危害国家安全罪。
report up | 报纸指责境外组织策划颜色革命。
statement up | 说我们替情报机关做事，纯属诬蔑。
news up | 维权人士被扣上“外国代理人”的帽子。
report down | 对该中心的抹黑渐渐平息。
roundtable up | 谁拿外国钱，谁就被说成卖国贼。
= civic-space
roundtable up | 民间组织的空间一年比一年小。
news up | 又一家劳工机构被迫关门。
report up | 律师和维权人士在打压中纷纷入狱。
statement up | 公民社会快要窒息了。
roundtable down | 草根团体还有一些夹缝可以做事。
report up | 独立书店、工会、读书会一个接一个消失。
news up | 当局取缔了一个志愿者网络。
= social-control
notice up | 全体居民每周六参加政治学习。
report up | 十户一组，互相担保，一户出事各户受罚。
news up | 边境村庄实行宵禁。
notice up | 离县外出须持通行证。
news up | 当局没收手机，禁止收听境外广播。
report up | 网络审查越来越严。
news down | 县与县之间的出行限制取消了。
= autonomy
roundtable up | 能做什么由主管单位说了算。
roundtable up | 年度计划要交上去，公安不喜欢的就划掉。
report up | 为了保住登记，机构自我审查。
roundtable up | 一旦登记，就不能自己选合作伙伴了。
statement down | 议程仍由我们自己掌握。
report up | 境外基金会的理事会里现在坐着官员。
roundtable up | 雇人必须通过政府指定的单位。
= partner-risk
roundtable up | 付出代价的是我们在当地的伙伴。
report up | 中方同事因为和我们合作被叫去问话。
roundtable up | 当地活动者只要被看见和外国人在一起，就可能丢饭碗。
news up | 合作机构的两名员工被警察带走。
statement up | 我们没法保证当地合作者的安全。
roundtable down | 我们改变做法以后，伙伴们觉得安全些了。
report up | 草根组织怕受牵连，不敢跟我们来往。
= programme-continuity
roundtable up | 年底以前我们可能不得不关掉办公室。
report up | 三场培训临时取消。
statement up | 我们在该省的工作陷入停顿。
report up | 法律生效后，项目都搁置了。
statement down | 两个县的项目已经恢复。
roundtable up | 半年以后的事谁也没法计划。
report steady | 诊所照旧运转。
= reputation
roundtable up | 继续留下来会让我们看起来像帮凶。
report up | 丑闻损害了该机构的公信力。
roundtable up | 对侵权行为一声不吭，我们的名声就坏了。
roundtable up | 国内的捐款人问我们是不是丢了原则。
statement down | 这个奖提高了我们的声誉。
report up | 这家慈善组织因与当局合作受到抨击。
= transnational-pressure
report up | 为了让流亡者闭嘴，他们威胁其国内的亲人。
news up | 外国首都暗中设有警察站。
news up | 海外活动人士接到恐吓电话。
roundtable up | 现在连别国政府也被施压，不让我们办活动。
report up | 一名学生在海外抗议后，警察找上了他父母家。
news up | 一名流亡者在邻国被抓走，用飞机押回国。
statement up | 大使馆试图让电影节撤下这部影片。
= home-politics
roundtable up | 国内议会质问为什么要把纳税人的钱花在那里。
news up | 国会可能削减对在该国工作的组织的援助。
roundtable up | 本国换了政府，这个议题就不受重视了。
report up | 国内批评者指责基金会对独裁政权软弱。
roundtable down | 我们本国外交部支持我们，并提出了此案。
news unknown | 即将到来的大选将决定该国如何对待此事。
= -
news - | 博物馆门口的保安负责检票。
news - | 今年江面封冻比去年早两周。
report - | 三百户家庭参加了调查。
news - | 大桥建于1941年，修过两次。
news - | 公安乐团将在丰收节上演出。
post - | 我和妻子是在边境集市上认识的，她在卖苹果。
report - | 该组织成立于1998年，在四个城市设有办公室。
news - | 部长周二抵达，参观了一所学校。
statement - | 感谢各位捐款人和朋友十年来的支持。
news - | 秋收以后玉米价格下跌。
notice - | 报到处设在镇政府二楼。
report - | 访谈以两种语言进行，每次约一小时。
roundtable - | 我先说一下用词。
news - | 边境小城的集市八点开门。
news - | 镇上两位老师获奖。
notice - | 公园内遛狗请牵绳。
report - | 该法共七章五十四条。
news - | 影片讲一个男孩学捕鱼的故事。
`;
