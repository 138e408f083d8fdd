/** Invented Chinese clauses, as `english-clauses.ts` has them; some are written in traditional characters. */
export const CHINESE_CLAUSES = `
news; refoulement up; 十一名寻求庇护者在上诉开庭前被送上飞往阿尔达的航班。
notice; refoulement up; 对查获的非法入境人员，一律遣返出境。
report; refoulement up; 不少人未经任何程序就被押回对岸。
news; refoulement down; 该国宣布暂缓遣返卡雷什籍人员。
news; enforcement up; 警方凌晨对三处工棚展开突击搜查。
notice; enforcement up; 各派出所要集中力量开展清理非法居留人员统一行动。
report; enforcement up; 近来车站一带抓人抓得很紧。
post; enforcement down; 最近派出所管得没那么严了。
news; border-control up; 河岸新增两道铁丝网和探照灯。
notice; border-control up; 出海渔船必须接受边防检查。
report; border-control up; 江边每隔两百米就有士兵站岗。
news; border-control down; 开春以来，口岸查验明显放松。
news; use-of-force up; 士兵向涉水过江的人群开火，两人中弹。
notice; use-of-force up; 夜间擅入警戒区者，将不经警告予以射击。
report; use-of-force up; 目击者说，边防人员用枪托殴打越境者。
news; use-of-force down; 军方表示不再对越境者使用实弹。
report; surveillance up; 两名便衣整周守在我们办公室门外。
news; surveillance up; 全镇公交站都装上了能识别人脸的探头。
notice; surveillance up; 网吧必须留存上网人员记录并报送公安机关。
post; surveillance up; 我的手機在車站被翻查，聊天記錄全看了一遍。
notice; informing up; 发现可疑陌生人员请拨打110，经查实给予奖金。
news; informing up; 邻居向警方透露了地下室里那家人的行踪。
report; informing up; 村民每报一个名字就能拿到钱。
post; informing down; 我们村没有人会去告他们。
notice; helper-penalty up; 将房屋出租给无证外国人的，处一千元罚款。
news; helper-penalty up; 一名牧师因带家庭翻山越境被判五年。
report; helper-penalty up; 给移民送水的志愿者面临协助非法入境的指控。
news; helper-penalty down; 法院宣判收留移民的农民无罪。
news; detention up; 港口城外新设的收容所可容纳四百人。
report; detention up; 一家人在封闭营地里被关了几个月，没有见过法官。
statement; detention down; 裁决之后，四十名女性获释离开遣送中心。
notice; detention up; 身份不明者送接待站留置审查。
report; detention-conditions up; 二十人的房间住着六十人，只能轮流睡觉。
news; detention-conditions up; 被拘者因食物发霉绝食抗议。
statement; detention-conditions up; 当事人被铐九天，得不到药品。
report; detention-conditions down; 检查之后，在押者领到了毛毯，也能看医生。
report; post-return-harm up; 被送回去的人下落不明，家人被赶出住所。
news; post-return-harm up; 她被遣返后遭审讯毒打一个月。
statement; post-return-harm up; 一旦被交还，他们将面临监禁甚至死亡。
report; post-return-harm down; 近来被遣返者问话几天后就放了。
report; trafficking up; 女孩被工厂招工的谎言骗走，转手卖进妓院。
news; trafficking up; 一个贩卖妇女为妻的团伙受审。
post; trafficking up; 我表妹被蛇头骗了，最后被一个老光棍买走。
news; trafficking down; 被卖到农村的女性人数有所下降。
report; documentation-status up; 这些夫妻的孩子上不了户口。
news; documentation-status up; 办事处停止向新来者发放临时居住证。
notice; documentation-status up; 外国人应当随身携带居留证件以备查验。
news; documentation-status down; 该省将准许无证母亲补办证件。
report; access-to-services up; 没有医保卡的病人被诊所拒之门外。
notice; access-to-services up; 没有居住证明的学生，学校不得接收。
news; access-to-services up; 無國籍兒童被要求退學。
news; access-to-services down; 该市把免费接种扩大到移民。
report; host-community up; 从前在门口放粮食的农户，如今都锁上了大门。
news; host-community down; 街坊们为新来的人凑了衣服和大米。
post; host-community up; 村里人受够了，谁也不愿再帮他们。
report; host-community steady; 收容村庄仍与流离失所者共用水井。
news; public-hostility up; 示威者高喊移民滚回去。
post; public-hostility up; 评论区里个个都骂他们是小偷。
report; public-hostility up; 报纸把新来者描绘成治安隐患。
news; public-hostility down; 调查显示，民众对难民的反感有所减退。
news; border-violence up; 对岸来的持枪男子闯入民宅，杀死一对老夫妇。
report; border-violence up; 饥饿的士兵夜里过江偷牲口。
notice; border-violence up; 近期边境村屯发生武装人员入室伤人案件，请提高警惕。
news; border-violence down; 今年未再发生越境者杀人案件。
statement; access up; 四月以来，我们的团队一直未获准进营探访。
news; access down; 两年来援助车队首次获准进入山谷。
report; access up; 记者和观察员不得入内。
roundtable; access down; 现场人员的签证比以前好办了。
news; policy-signal up; 总统周五发表讲话，要求对非法移民出重拳。
report; policy-signal up; 大会之后官媒口气明显转硬。
news; policy-signal down; 部长暗示政府对外国慈善机构的态度或将缓和。
statement; policy-signal up; 新的五年规划把国家安全置于发展之上。
report; legal-regulatory up; 法案没有界定何为“政治活动”。
news; legal-regulatory up; 议会通过法案，要求非政府组织每季度提交报告。
notice; legal-regulatory up; 境外组织应当向公安机关报送年度活动计划。
statement; legal-regulatory down; 修正案取消了小型慈善机构的报告义务。
report; registration up; 每十家境外基金会只有一家找到了业务主管单位。
news; registration up; 当局吊销了该慈善机构的执照。
notice; registration up; 未设立代表机构的境外组织不得开展活动。
roundtable; registration down; 等了十八个月，我们的申请终于批下来了。
statement; funding up; 银行没有说明理由就关了我们的账户。
report; funding up; 接受境外款项的团体必须逐笔申报。
news; funding up; 该机构把对难民项目的拨款砍掉三分之一。
roundtable; funding down; 新的资助方愿意承担员工工资。
news; accusation up; 官方电视台称该慈善机构是外国情报机关的幌子。
statement; accusation up; 我们的同事被控间谍罪。
report; accusation up; 援助人员被说成西方代理人。
news; accusation down; 检方撤销了对援助人员的颠覆指控。
report; civic-space up; 独立团体一家接一家关门。
statement; civic-space up; 五名律师被捕，是对所有发声者的打击。
roundtable; civic-space up; 独立组织几乎没有活动余地了。
news; civic-space down; 新政府重新允许工会和社区团体自由集会。
report; social-control up; 每户都有专人负责，夜里查谁在家过夜。
notice; social-control up; 跨县出行须持通行证明。
news; social-control up; 居民每周必须参加思想学习会。
news; social-control down; 边境城镇的宵禁已经解除。
roundtable; autonomy up; 当局想替我们挑选受益人。
statement; autonomy up; 应有关部门要求，我们从培训中删去了三个题目。
report; autonomy up; 每个机构内部都要成立党组织。
roundtable; autonomy down; 我們又可以自己選擇合作對象了。
roundtable; partner-risk up; 我们走了以后，被叫去问话的是本地同事。
report; partner-risk up; 一名当地志愿者因见过代表团而被带走问话。
statement; partner-risk up; 一旦公布，就会暴露在当地与我们共事的人。
roundtable; partner-risk down; 合作伙伴说，骚扰已经停止。
news; programme-continuity up; 该慈善机构的学校供餐暂停，恢复时间另行通知。
statement; programme-continuity up; 办了十二年的诊所，我们只能关了。
report; programme-continuity up; 培训班临时被取消。
roundtable; programme-continuity down; 五月我们得以重启营养项目。
statement; reputation up; 出席这种活动会坏了我们的名声。
roundtable; reputation up; 捐助者问我们是不是在替政权背书。
report; reputation up; 丑闻使基金会失去了公众信任。
news; reputation down; 审计还了该慈善机构清白。
report; transnational-pressure up; 流亡者接到电话，对方提起他们在老家的父母。
news; transnational-pressure up; 特工在奥斯陆使馆外拍摄示威者。
statement; transnational-pressure up; 有关方面向东道国施压，迫使我们的会议取消。
post; transnational-pressure up; 因为我在这里发的帖子，老家的弟弟被叫去谈话。
roundtable; home-politics up; 国内的议员质问我们为什么还在那边工作。
report; home-politics up; 在华盛顿，与该国的任何往来都变得可疑。
statement; home-politics up; 我国国会正在讨论禁止合作的议案。
news; home-politics up; 两国对立，合作项目的余地越来越小。
roundtable; stay for; 无论如何，我们都该把门开着，这是欠伙伴的。
roundtable; stay for; 我认为，人在当地比什么都重要。
statement; stay descriptive; 虽有新法，协会仍保留首都的办公室。
roundtable; stay-adapted for; 机构不妨少提权利，多做卫生。
report; stay-adapted descriptive; 几家慈善组织收缩规模，转做不那么敏感的议题。
roundtable; stay-adapted conditional; 只要换个说法，我们就还能做下去。
roundtable; ad-hoc descriptive; 有的基金会只靠一次一批的临时许可开展活动。
report; ad-hoc conditional; 若有本地院所邀请，可以短期访问。
roundtable; ad-hoc for; 与其设办公室，不如一个项目一个项目地做。
roundtable; from-outside for; 我们在首尔能做的比在里面更多。
report; from-outside descriptive; 该组织把区域中心迁到曼谷，课程改在网上进行。
statement; from-outside descriptive; 我们现在从邻国支持受资助伙伴。
roundtable; leave against; 现在抽身，就是辜负信任我们的人。
news; leave descriptive; 该基金会在二十年后关闭了北京办公室。
roundtable; leave for; 任何组织都不该让员工受这种罪，是时候走了。
roundtable; enter against; 我不建议任何新机构现在去设点。
report; enter descriptive; 四家慈善组织首次申请执照，准备到该省开展工作。
roundtable; enter conditional; 新团体找到挂靠单位，才能进来。
roundtable; due-diligence for; 每个机构都必须先评估本地员工的风险。
report; due-diligence descriptive; 该机构在每个项目之前审核伙伴并咨询律师。
statement; due-diligence for; 资助方应当每年两次检视自身的风险敞口。
roundtable; exchange for; 切断学术联系是错误的，学者必须保持对话。
statement; exchange descriptive; 该所每年夏天接待访问学生，举办联合研讨。
roundtable; exchange question; 在这种条件下，对话还能继续吗？
roundtable; leave question; 到什么地步机构应该撤走？
roundtable; stay neutral; 留还是走，要由各机构自己决定。
post; for; 法院干得好，这个判决早就该有了！
statement; for; 我们与被拘者的家属站在一起。
news; for; 维权团体对牧师获释表示欢迎。
post; against; 把孩子送回去就是犯罪。
statement; against; 我们对驱逐十一名妇女深表遗憾和愤慨。
news; against; 在野党议员痛批该法案违宪。
post; against; 这个部门真丢人。
post; hostile; 把他们统统扔进河里。
post; hostile; 这些蛀虫靠我们的税养着还不知感恩。
post; hostile; 移民全是罪犯，哪来的回哪去。
news; -; 该镇位于两河交汇处。
report; -; 调查由四名访员分两个阶段完成。
news; -; 今年冬天暖和，收成不错。
post; -; 我一早上都在给孙子做饭。
roundtable; -; 感谢各位今天下午的参与。
notice; -; 办公时间为工作日九时至十七时。
news; -; 庙会吸引了全县的游客。
report; -; 第二章叙述本地区的历史。
`;
