/** Invented Chinese sentences of courses, sides, kinds and hedges, as `english-voices.ts` has them. */
export const CHINESE_VOICES = `
= option stay
roundtable for | 境外组织应该坚持下来，继续在当地工作。
roundtable against | 在这种条件下待下去没有意义。
roundtable conditional | 只要伙伴还需要我们，我们就不走。
roundtable neutral | 留下来对有的机构合适，对有的不合适。
report descriptive | 多数大基金会保留了首都的办事处。
roundtable question | 还值得留在那里吗？
roundtable for | 现在放弃是个错误。
= option stay-adapted
roundtable for | 不如低调一些，转到不那么敏感的领域。
roundtable descriptive | 有的机构注册成公司，换个名字接着做。
roundtable against | 为了被容忍而削减使命，是错误的做法。
roundtable conditional | 如果把议题缩小到卫生和环境，我们还能做下去。
report descriptive | 几家基金会放弃维权项目，只资助教育。
roundtable question | 我们是不是该改变做法，好继续留下？
= option ad-hoc
roundtable for | 按每次活动申请临时备案是可行的。
roundtable descriptive | 他们不设办公室，靠短期访问和一次性活动。
roundtable conditional | 只要有当地单位出面备案，单个项目还能做。
roundtable against | 一事一办的活动代替不了长期工作。
report descriptive | 约三分之一的机构与当地伙伴合作开展临时活动。
roundtable question | 能不能有机会时再做个别项目？
= option from-outside
roundtable for | 很多事可以在境外、在网上、在第三国做。
roundtable descriptive | 我们把中国项目组搬到邻国首都，在那里办培训。
roundtable against | 隔着边境工作，会使我们脱离当地的人。
roundtable conditional | 如果法律严格执行，我们只能从外面开展工作。
report descriptive | 不少机构改由区域中心远程管理项目。
roundtable question | 在国门之外能做到多少？
= option leave
roundtable for | 到了某个地步，唯一诚实的做法就是撤走。
roundtable against | 一走了之等于丢下伙伴不管。
roundtable conditional | 要是必须交出伙伴名单，我们就离开。
roundtable neutral | 撤不撤，要由各机构自己决定。
report descriptive | 该基金会关闭了办事处，撤回了员工。
roundtable question | 什么时候该走？
roundtable against | 我不主张仓促退出。
= option enter
roundtable for | 新来的机构不应因此打消进入该国的念头。
roundtable against | 我不会建议新机构去那里设点。
roundtable conditional | 有部委需要的专长，就还能进去。
report descriptive | 两家基金会正准备在该省开展工作。
roundtable question | 现在是第一次进去的时机吗？
roundtable neutral | 对从来没在那里工作过的机构来说，问题又不一样。
= option due-diligence
roundtable for | 签字之前先做好功课。
roundtable for | 每家机构都要先权衡给伙伴带来的风险。
report descriptive | 基金会每季度审查一次风险清单。
roundtable conditional | 在作决定之前，我们需要先听取法律意见。
roundtable for | 各组织应当认真评估风险，并咨询律师。
roundtable question | 我们真的查清楚合作方是谁了吗？
= option exchange
roundtable for | 保持对话渠道比以往任何时候都重要。
roundtable for | 大学应该继续互派学生。
roundtable against | 为对话而对话没有意义。
roundtable conditional | 只有独立的声音能参加，交流才有价值。
report descriptive | 两所研究所每年秋天合办研讨会。
roundtable question | 民间交往怎样才能维持下去？
= side for
statement | 我们欢迎法院的裁决。
news | 这位参议员称赞志愿者很有勇气。
post | 给收留他们的农民点赞！
statement | 我们坚定地同囚犯家属站在一起。
roundtable | 我十分敬重留下来的同行。
news | 居民集会声援被解雇的教师。
statement | 工会支持新的庇护法案。
post | 这些妇女理应得到我们的保护。
= side against
statement | 我们对大规模遣返深表遗憾和愤慨。
news | 律师批评新法含糊不清。
statement | 本会反对关闭诊所的计划。
post | 这种政策毫无人性，必须停止。
news | 特别报告员斥责这一做法违反国际法。
roundtable | 部里的态度我无法接受。
news | 家属抗议判决不公。
statement | 被拘留者遭受的对待令我们震惊。
= side hostile
post | 把这些寄生虫赶回老家去。
post | 难民都是人渣，统统扔进江里。
post | 这帮人就是来偷东西、吃白食的。
post | 看见那些脏兮兮的外国人就恶心。
post | 我们镇不要这种败类。
post | 偷渡的全是特务和杀人犯。
= side -
report | 该法于一月生效。
news | 球迷乘大巴前往。
report | 报告介绍了登记簿如何保管。
roundtable | 两边都有道理。
= kind rule
notice must | 司机须在门口出示通行证。
notice must | 所有船只必须在天黑前返港。
notice must | 留宿外人的，要在24小时内向居委会报告。
notice must | 各村要成立巡防队。
notice must | 旅店有义务复印客人护照。
news must | 县里责令沿江商铺六点前关门。
news must | 下个月起，各组织开会都得提前报备。
notice must-not | 夜间不准捕鱼。
notice must-not | 切勿在路上搭载陌生人。
notice must-not | 收音机一律不许买卖。
notice must-not | 窝藏非法入境人员的，依法追究刑事责任。
notice must-not | 违者罚款五百元。
notice must-not | 任何人不得向其提供食物。
news must-not | 当局明令取缔私人船只。
news must-not | 按照这项法令，拍摄围栏者可被拘留十天。
notice should | 家长宜陪同子女前往。
notice should | 出行最好结伴。
notice requested | 请随手关门。
notice requested | 敬请广大群众配合。
notice requested | 号召家家户户锁好门窗。
notice restricted | 访客须有向导陪同方可进入。
notice restricted | 只有已登记的组织才能开立银行账户。
notice restricted | 凭证明方能领取贷款。
notice may (rewarded) | 扭送越境者的，奖一千元。
notice may (rewarded) | 线索一经核实，每条发给奖金三百元。
= kind event
news | 哨兵在大坝附近扣下两名渔民。
news | 部里周五公布了新规定。
news | 6月3日，一辆载有20名妇女的大巴驶离营地。
news | 省法院维持原判。
news | 警察搜查了办公室，拿走三台电脑。
news | 大桥上周恢复通车。
news | 双方签署了移交罪犯的协议。
news | 一名男子游泳过江时溺亡。
= kind statistic
news | 三月以来至少已有1200人被送回。
news | 逮捕人数比去年上升四成。
report | 三分之一的受访者曾被拘留。
report | 营地约有400人。
news | 巡逻预算为3000万元。
report | 受访的85名妇女中，有60人曾被贩卖。
= kind forecast
news | 口岸下月将重新开放。
news | 大会之前管控很可能更严。
roundtable | 今后两年会有更多机构离开。
news | 部里计划明春开通热线。
report | 一旦歉收，还会有几千人过来。
news | 新中心定于秋天完工。
report | 办事处明年可能关闭。
= kind testimony
post | 我走了三夜才到那个村子。
news | “半夜里他们把我弟弟带走了，”村里一名妇女说。
news | “差不多每天晚上都听得到枪声，”住在江边的一名商贩说。
report | 据一名居民讲，天黑以后没人再出门。
post | 士兵来的时候我们躲在阁楼上。
news | “现在每趟车都查，”消息人士告诉我们。
= kind assertion
report | 冬天很难进入这个山谷。
news | 当局没有说明这些妇女被带到哪里。
report | 该法适用于各种规模的组织。
news | 推迟的原因不明。
roundtable | 这说明官员多么不了解我们的工作。
roundtable | 在我看来，这部法有两面。
statement | 我们要求立即释放在押人员。
statement | 我们承诺不会关门。
roundtable | 各国政府应该更大声地说话。
roundtable | 这对我们的伙伴意味着什么？
news | 他敦促两国政府停止移交。
post | 怎么能对一个孩子做这种事？
= kind rule
report must | 境外非政府组织注册前必须先找到主管单位。
report must | 根据该法，各组织须在每年12月31日前报送活动计划。
report must | 代表机构有义务在当地开立银行账户。
report must-not | 境外组织不得在境内募捐。
report must-not | 境外组织不可以发展会员。
report must-not | 法律禁止其资助政治活动。
report must-not | 没有许可，任何境外组织都不能开展活动。
report restricted | 临时活动期限最长一年。
report restricted | 举办活动前须经公安机关批准。
report must | 该法要求所有工作人员都要向公安机关备案。
report must-not | 违者可被罚款，工作人员可被拘留。
report must-not | 违规组织可被列入黑名单五年。
news must | 市里通知房东一天内上报外籍租客。
news must | 货车司机现在必须开箱受检。
news must | 各校被要求上交无证学生名单。
news must-not | 该部不准当地团体接受外国资助。
news must-not | 村民被警告不要收留陌生人。
news must-not | 新法令把搭载移民列为犯罪。
news restricted | 周一起，只有持证居民才能进入边境地带。
news may (rewarded) | 警方悬赏二千元捉拿逃犯，凡扭送者均可领取。
news may (rewarded) | 举报藏身处的人最多可得五千元。
notice requested | 望村民积极举报可疑船只。
notice requested | 感谢您的配合。
notice must | 房东对租客登记负责。
notice must | 各单位要加强对进村车辆的检查。
notice must-not | 拒绝检查的，一律带至派出所。
notice must-not | 任何情况下都不要给陌生人提供住宿。
notice restricted | 天黑后进入须持指挥官书面同意。
statement requested | 请各会员于周五前提交报告。
= kind assertion
roundtable | 境外组织绝不能向这种压力低头。
roundtable | 我们要和伙伴站在一起。
statement | 中国应当尊重自己的义务。
roundtable | 谁都不应该被强迫回去。
news | 没有人能说清有多少人过了江。
= hedge
news | {据报}这些人是夜里过的江。
news | 命令{似乎}来自首都。
news | 该团伙{涉嫌}由一名退伍军人带领。
news | 死亡人数{可能}更多。
news | 这些妇女{据信}被带到了营地。
news | 火{看来}是有人故意放的。
roundtable | {也许}现在下结论还太早。
roundtable | {我想}这种局面不会长久。
report | 这些数字{好像}偏低。
report | {传闻}大桥要关闭。
news | {据说}在押者健康状况不佳。
report | 命令是否仍然有效{尚不清楚}。
report | 人数下降{大概}是因为天冷。
news | 卫兵{想必}事先得到了警告。
`;
