/** Invented Chinese clauses with their kind, written before the rules that they measure; as the English ones. */
export const CHINESE_CLAUSES = `
notice rule:must | 旅店须在二十四小时内将住客名单报送派出所。 |
notice rule:must-not | 未办理登记的船只不得下水。 | 未办理登记
notice rule:must-not | 凡私自出租房屋给无证人员的，处以五百元罚款。 | 凡私自出租房屋给无证人员的
notice rule:restricted | 持村委会证明方可进入林区。 | 持村委会证明
notice rule:requested | 请广大居民看管好自家儿童。 |
notice rule:may (rewarded) | 提供有效线索的，给予一千元奖励。 | 提供有效线索的
notice rule:must-not | 严禁在河堤两侧放牧。 |
notice rule:must | 各村应于月底前完成空置房屋排查。 |
notice rule:restricted | 即日起暂停办理临时通行证。 |
notice rule:must-not | 逾期不交者，取消其摊位。 | 逾期不交者
notice rule:should | 建议村民夜间结伴而行。 |
notice rule:must | 如发现可疑车辆，应立即报警。 | 如发现可疑车辆
notice rule:must | 外出务工人员返乡后需到村委会报到。 |
notice rule:must-not | 对隐瞒不报的，从严处理。 | 对隐瞒不报的
notice rule:must | 所有摊主一律凭证入场。 |
notice rule:restricted | 每户限购两袋大米。 |
notice rule:requested | 望各单位予以配合。 |
notice event | 五月三日，镇政府召开了安全会议。 |
notice assertion | 窗口设在老镇政府一楼。 |
notice forecast | 大桥将于下周一封闭维修。 |
notice statistic | 一季度共发放通行证三百一十二张。 |
notice rule:must-not | 夜间十点以后任何人不准在江边逗留。 |
notice rule:must-not | 没有边防证的，不予放行。 | 没有边防证的
notice rule:must | 房东负责核对租客证件。 |
notice rule:requested | 倡议全体会员节约用水。 |
notice rule:must | 租客搬走时，房东必须在三日内告知社区。 | 租客搬走时
notice rule:must-not | 违反本规定者，吊销营业执照。 | 违反本规定者
notice rule:may (rewarded) | 对协助寻回失窃船只的村民，奖励八百元。 | 对协助寻回失窃船只的村民
news rule:must | 新规要求{出租车公司保存每趟行程记录}。 |
news rule:must-not | 县里已禁止农民在围栏五十米内耕种。 |
news rule:must-not | 会上宣读的命令称，{晚六点后任何人不许上堤}。 |
news rule:must | 教育厅通知各校每周五上报缺课学生名单。 |
news rule:must-not | 告示称，{持有外币的商贩将被送去劳动队}。 | 持有外币
news rule:must | 自下月起，{出租房间者须为租客拍照登记}。 | 
news rule:restricted | 当地规定{渔船只有白天才能出港}。 |
news event | 士兵周五夜间搜查了山谷里的十一户人家。 |
news event | 周日凌晨，一场大火烧毁了旧海关仓库。 |
news event | 两国政府上周签署轮渡协定。 |
news event | 一名货车司机因搭载无证乘客被罚款。 |
news event | 洪水过后，三户人家搬离了村子。 |
news event | 镇长因土地纠纷辞职。 |
news event | 工厂三月停产。 |
news event | 工人修好了围栏，装上了新灯。 |
news event | 他的弟弟在车上被带走，至今下落不明。 |
news event | 县里决定再建一个检查站。 |
news event | 轮渡公司上调了票价。 |
news event | 代表团十二日飞抵首都。 |
news event | 两名偷渡者在山中冻死。 |
news statistic | 上半年约一万四千人合法过境，去年同期为九千人。 |
news statistic | 米价一个月上涨百分之十八。 |
news statistic | 受访者中三成没有证件。 |
news statistic | 渡轮由七十五班减至四十班。 |
news forecast | 新航站楼预计春季启用。 |
news forecast | 运营方说，{秋天票价还会再涨}。 |
news forecast | 经济学家认为，{明年收成可能减少三分之一}。 |
news forecast | 第二道围栏明年夏天动工。 |
news forecast | 官员计划年底前把市场迁到城郊。 |
news forecast | 如果江面结冰，{尝试过江的人势必增多}。 |
news forecast | 代表团定于周四抵达首都。 |
news forecast | 这轮整治恐怕要持续到冬天。 |
news testimony | {“他们让我们在院子里站到天亮，”}一名曾在那里关押一个月的女子说。 |
news testimony | 霍维尔一名商人告诉本报，{边防兵现在要的钱比以前多一倍}。 |
news testimony | {“开春以后姐姐就没再来信，”}二〇一一年离开山谷的安娜回忆说。 |
news testimony | 一位顾客在电话里说，{中午货架就空了}。 |
news testimony | 据一名前看守讲述，{犯人一天只吃两顿}。 |
news testimony | 一名不愿具名的港口居民说，{现在没人敢在电话里说话}。 |
news testimony | 知情者透露，{名单三月就拟好了}。 |
news opinion | 援助团体负责人说：{“这是一笔对谁都没好处的交易。”} |
news opinion | 规定含糊，给办事人员留下太大的空间。 |
news opinion | {双方应当先谈再建}，该报评论说。 |
news opinion | 委员会主席写道，{希望两人早日获释}。 |
news assertion | 山谷距最近的铁路两小时路程。 |
news assertion | 搜查中没有开枪。 |
news assertion | 船上有多少人尚不清楚。 |
news assertion | 两国边界长四百公里。 |
news assertion | 商贩多来自南部村庄。 |
news assertion | 该部没有回应提问。 |
statement opinion | 我们对邻国政府的沉默深感不安。 |
statement opinion | 我们呼吁该部公布失踪者名单。 |
statement opinion | 当局必须允许观察员进入营地。 |
statement opinion | 任何人都不应被送回去遭受酷刑。 |
statement event | 四月十二日，我们的志愿者把毛毯送到了收容所。 |
statement event | 上个月法院驳回了四名教师的上诉。 |
statement statistic | 自二〇一五年以来，本会共帮助六百四十个家庭。 |
statement forecast | 没有资金，诊所入冬前就会关门。 |
statement assertion | 本会自九十年代起在下游地区工作。 |
statement opinion | 我们会继续帮助每一个求助的人。 |
statement testimony | 一位母亲告诉我们，{她是在没点灯的地窖里生下孩子的}。 |
statement rule:requested | 请会员于周五前提交报告。 |
statement opinion | 对话仍是唯一的出路。 |
report testimony | 受访者十四号说，{她因为姑姑的事被盘问了两天}。 |
report testimony | 一名男子回忆：{“我们睡在谷仓里，吃地里的玉米。”} |
report testimony | 多名返回者描述{看守如何收走他们的鞋}。 |
report testimony | 一位前教师说，{当时学生被要求举报父母}。 |
report testimony | {我用母亲的戒指付了带路钱。} |
report statistic | 八十八名受访者中，六十一人至少被拦查过一次。 |
report statistic | 平均费用由两千元升至九千元。 |
report event | 二〇〇九年，该省在大桥附近启用第二个收容中心。 |
report event | 事发后当局撤换了两名军官。 |
report event | 一名妇女在门口与孩子失散。 |
report assertion | 许多家庭靠境外汇款生活。 |
report assertion | 北部各县很难进入。 |
report opinion | 各国应把此类迁移视为保护问题。 |
report opinion | 这一安排似乎并不适合其目的。 |
report rule:must | 第九条规定承运人有义务查验旅行证件。 |
report rule:must-not | 按照法典，{无通行证离开本县属违法}。 | 无通行证
report rule:must | 外籍人员须在抵达后一日内到局里报到。 |
report forecast | 到二〇三〇年抵达人数料将翻番。 |
report forecast | 关闭口岸会把人们推向山区。 |
roundtable opinion | 我觉得我们一直太胆小。 |
roundtable opinion | 依我的经验，公开发声弊大于利。 |
roundtable opinion | 让我担心的是伙伴承受的压力。 |
roundtable opinion | 我们要是走了，谁来倾听呢？ |
roundtable opinion | 一个组织得问问自己为谁服务。 |
roundtable testimony | 我在那边工作时，许可证一夜之间被取消。 |
roundtable testimony | 我们不得不两次交出员工名单。 |
roundtable assertion | 很少有捐助者为这类工作出钱。 |
roundtable forecast | 再过一两年，小团体就都没了。 |
roundtable event | 二〇一七年，该局关掉了我们伙伴在伦德的办公室。 |
roundtable opinion | 现在撤出是不对的。 |
roundtable opinion | 我盼着会谈能继续下去。 |
post testimony | 我和表弟走了三个晚上才看到灯光。 |
post testimony | 他们来抓我爸那年我十岁。 |
post testimony | 今早亲眼看到桥边停着两辆军车。 |
post opinion | 视而不见的人都该羞愧！ |
post opinion | 送他们回去吧，我们自己麻烦够多了。 |
post opinion | 说真的，这篇文章全写错了。 |
post opinion | 谁能解释为什么放了他们？ |
post forecast | 桥一封，物价肯定要飞涨。 |
post event | 昨晚警察驱散了广场上的守夜活动。 |
post assertion | 旅社里住满了南方来的学生。 |
post rule:must | 提醒一下，{周一起上船得盖章}。 |
post statistic | 今天码头停了二十三条船，平时才五条。 |
news testimony | 韩美玉在二〇一六年以前开面摊。{“有一天检查的人来，把汤全倒进沟里，”}她说。 |
news testimony | {“从那以后我们只在夜里吃饭。”}她补充道。 |
news testimony | 曾在铁路当职员的林某说，{火车一星期顶多一趟}。 |
news testimony | 那名青年对本报记者说，{他叔叔在窑里躲了两个冬天}。 |
news testimony | 二〇一三年过江的一名女子说：{“人就学会闭嘴了。”} |
news event | {五月九日，两艘拖船在北码头外的雾中相撞}，一名水手丧生。 |
news event | 孤儿院四月迁入一座废弃营房。 |
news event | 议会以一票之差通过法案。 |
news event | {卫兵朝人群上方鸣枪}，集市顿时空了。 |
news event | 家属交钱后，十一名男子获释。 |
news event | 奥斯特法院判处船夫六年徒刑。 |
news statistic | 没有煤的住户是去年的两倍。 |
news statistic | 如今每人收费七千元。 |
news statistic | 一夜之间清点到四十一条船，创下纪录。 |
news statistic | 五个孩子中只有一个上学。 |
news statistic | 经该港的出口下降近一半。 |
news forecast | 该部称，{第二艘渡轮将在秋天前开航}。 |
news forecast | 工会估计，{多达两千人可能失去摊位}。 |
news forecast | {大桥谈判周二重启}。 |
news forecast | 外界担心{二月前物资耗尽}。 |
news assertion | 奥斯特自战后一直是驻军城镇。 |
news assertion | {渡轮停靠五个码头}，最后一个在海关后面。 |
news assertion | 基金会否认曾付钱给向导。 |
news assertion | 几人生死不明。 |
news assertion | 集市从前星期天也开。 |
news assertion | 卫兵薪水低，换得勤。 |
news rule:must-not | 区里宣布，周一起{没有居住条的人不许过栏杆}。 | 没有居住条
news rule:restricted | 新命令{只准持蓝卡者进入}。 | 持蓝卡者
news rule:may (rewarded) | 区里悬赏，{每举报一台私藏收音机奖五百元}。 |
notice rule:must | 船只转让时，买卖双方均须到港务所签字。 | 船只转让时
notice rule:must-not | 请勿让儿童在船闸附近单独玩耍。 |
notice rule:must | 日落后必须点灯。 | 日落后
notice rule:must-not | 十点后仍放在码头的渔具一律清走，费用由物主承担。 | 十点后仍放在码头的
notice rule:should | 宜自备饮水。 |
notice rule:requested | 请备好证件。 |
notice rule:restricted | 查阅档案须经预约。 |
statement rule:requested | 希望各会员团体记录每一次拒绝。 |
statement opinion | 这一决定是倒退。 |
statement event | 三月，该局收走了我们兄弟团体的执照。 |
statement testimony | 一位父亲写信给我们：{“从那以后我再没听到儿子的声音。”} |
report testimony | 一位五十多岁的接生婆解释说，{妇女怕被盘问，都在家里生}。 |
report testimony | 一名受访者记得，{她的名字在工厂门口被念出来}。 |
report statistic | 样本涵盖九个村的二百一十二户。 |
report opinion | 证据显示这更像疏忽而非恶意。 |
report assertion | 档案馆藏有五十年代的信件。 |
report forecast | 若无改变，最后一所学校两年内就要关门。 |
post testimony | 我奶奶从来不提营里的事。 |
post testimony | 从车站到旅社，我被拦了三次。 |
post opinion | 告发邻居的人真让人恶心。 |
post assertion | 去奥斯特的车在电影院后面发车。 |
roundtable opinion | 信任要花多年才能建立。 |
roundtable testimony | 他们叫我们一周内把牌子摘掉。 |
roundtable rule:must | 境外团体有义务找一个本地主管单位。 |
roundtable assertion | 我们的伙伴天天面对这些。 |
roundtable forecast | 明年会更难。 |
`;
