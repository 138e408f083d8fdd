import type { CountingWord } from '../quantity-grammar.ts';

/**
 * Which unit a counted noun belongs to: our own list, in simplified characters, of nouns met in reports on people,
 * camps, courts and aid, after the English one (`figures/data/units.ts`). A noun may end a longer one: 边防士兵.
 */
const NOUN_LISTS: Readonly<Record<string, string>> = {
  persons: `人 人群 人物 人员 人士 知情人士 群众 民众 居民 村民 市民 农民 渔民 牧民 公民 国民 侨民 平民 难民 灾民 移民 流民 脱北者 逃北者 北逃者 叛逃者 逃亡者 越境者 越界者 偷渡者 非法移民
    非法入境者 入境者 出境者 滞留者 被遣返者 被捕者 被拘留者 被关押者 受害者 受害人 遇难者 死者 死难者 伤者 伤员 幸存者 失踪者 患者 病人 病例者 感染者 男子 女子 男性 女性 妇女 男人 女人
    儿童 孩子 小孩 婴儿 幼儿 少年 少女 青年 青少年 未成年人 成年人 老人 老年人 孤儿 遗孤 子女 儿子 女儿 父母 家属 亲属 亲人 兄弟 姐妹 夫妻 丈夫 妻子 新娘 配偶
    学生 留学生 教师 老师 教授 学者 专家 研究员 研究人员 医生 护士 医务人员 职工 职员 员工 工人 劳工 劳动者 外派工人 务工人员 雇员 官员 官兵 干部 公务员 警察 民警 警员 警官 公安 武警 特工 间谍
    士兵 军人 战士 军官 边防兵 边防军 部队官兵 兵 囚犯 犯人 罪犯 囚徒 嫌犯 嫌疑人 犯罪嫌疑人 被告 被告人 在押人员 政治犯 战俘 人质 俘虏 绑匪 毒贩 人贩子 人贩 蛇头 中介 掮客 商人 走私者 走私犯
    律师 法官 检察官 记者 编辑 作者 作家 翻译 传教士 牧师 神父 教徒 信徒 基督徒 修女 僧人 志愿者 义工 活动人士 活动家 积极分子 维权人士 人权人士 援助者 救助者 帮助者 举报人 举报者 线人 证人 目击者
    知情人 知情者 受访者 被访者 参与者 与会者 代表 委员 议员 部长 领导人 负责人 成员 会员 党员 团员 队员 乘客 游客 旅客 司机 船员 渔夫 邻居 朋友 同学 同事 客户 用户 读者 网友 网民 选民 申请人
    申请者 受益人 持有人 业主 租户 朝鲜人 韩国人 中国人 朝鲜族 韩人 外国人 美国人 日本人 俄罗斯人 当地人 本地人 行人 路人 老百姓 百姓 人口 人手 人质 劳改犯 逃犯 通缉犯 男孩 女孩 青壮年 博士 院士`,
  households: '家庭 住户 农户 家户 户家庭 贫困户',
  cases: '案件 案 刑事案件 案子 个案 案例 诉讼 官司 投诉 申诉 请愿 调查案 命案 刑案 病例 确诊病例 死亡病例 上诉',
  facilities: `设施 收容所 拘留所 看守所 监狱 劳改营 劳教所 集中营 管理所 教化所 难民营 营地 医院 诊所 卫生院 卫生所 学校 中小学 中学 小学 大学 幼儿园 孤儿院 养老院 工厂 厂 仓库 哨所 检查站 检查点 岗哨 站点
    派出所 警察局 法院 法庭 教堂 寺庙 清真寺 大使馆 领事馆 使馆 宿舍 营房 基地 建筑 建筑物 房屋 住房 楼房 中心 安置点 避难所 庇护所 安全屋 实验室 研究所 口岸 桥梁 车站 码头 港口 机场 车站 火车站 图书馆 市场 商店 餐馆 餐厅 酒店 宾馆 旅馆 矿井 煤矿 矿山`,
  occurrences: `事件 袭击 突袭 逮捕 冲突 枪击 枪击事件 抢劫 盗窃 谋杀 杀人 处决 逃亡 遣返 强制遣返 拘留 访问 会议 会谈 会晤 检查 搜查 巡逻 行动 运动 活动 抗议 示威 罢工 骚乱 暴动 事故 爆炸 灾害 洪水 疫情 绑架 越境 越境事件 偷渡 听证会 采访 审讯 试验 核试验 试射 发射 演习 犯罪 罪行 侵犯 违规 自杀 他杀 凶杀`,
  documents: `文件 报告 报告书 文章 通知 通告 公告 布告 信件 信 信函 邮件 电报 帖子 微博 留言 评论 消息 出版物 书 书籍 著作 论文 手册 传单 文本 文书 材料 资料 护照 签证 许可证 证件 身份证 证明 证书 档案 记录 笔录 证词 声明 法律 法规 条例 规定 法令 决议 决定 译文 报纸 杂志 照片 图片 视频 录像 合同 协议 问卷 判决书 起诉书 命令 指示 意见书 提案 简报 公报`,
  organisations: `组织 团体 机构 机关 单位 部门 公司 企业 商社 工厂企业 银行 协会 基金会 慈善机构 慈善组织 社团 联盟 联合会 教会 学会 党派 政党 政府 委员会 媒体 报社 通讯社 电视台 网站 非政府组织 ngo 民间组织 民间团体 人权团体 人权组织 办事处 办公室 局 部委 法人 中介机构 旅行社 出版社 研究机构 智库 商会 工会 俱乐部 集团 帮派 团伙`,
  items: '手机 电话 电脑 摄像头 监控探头 相机 汽车 车辆 摩托车 船只 枪支 硬盘 银行卡 电话卡 帐篷',
  farms: '农场 牧场 农庄 集体农场 合作农场 养殖场',
  places: '国家 国 省 市 城市 县 区 乡 镇 村 村庄 村子 地区 地方 地点 乡镇 岛屿 社区 街道 省份 县市',
};

export const CHINESE_NOUNS: ReadonlyMap<string, string> = nouns(NOUN_LISTS);

/** Longest noun of the list. */
export const LONGEST_NOUN: number = Math.max(...[...CHINESE_NOUNS.keys()].map(({ length }) => length));

/**
 * Measure words: the unit of what they count when no noun says it, and of which kind they are. `person` decides whatever
 * noun follows, `plain` leaves it to the noun, `measure` counts nothing else.
 */
export const CHINESE_COUNTERS: ReadonlyMap<string, CountingWord> = new Map<string, CountingWord>([
  ...counters('persons', 'person', '名 位 人 口 人员'),
  ...counters('households', 'person', '户 户家庭 户人家'),
  ...counters('occurrences', 'person', '人次 次 回 趟 遍 场次 轮 起次 度'),
  ...counters('cases', 'case', '起 宗 桩'),
  ...counters('cases', 'plain', '例'),
  ...counters('facilities', 'plain', '所 处 座 间 栋 幢'),
  ...counters('organisations', 'plain', '家'),
  ...counters('documents', 'plain', '份 篇 封 册 页 本 部 幅 则'),
  ...counters(
    'items',
    'plain',
    '个 件 项 条 只 头 匹 辆 艘 架 台 张 支 枝 根 把 块 片 瓶 袋 箱 包 盒 套 双 对 副 组 批 群 队 排 种 类 样 具 枚 门 颗 粒 株 棵 朵 串 节 段 句 字 顿 餐 桌 层 道 届 股 注 笔 派 方 期 国 点 场 幕 把',
  ),
  ...counters('places', 'plain', '国 省 市 县 村 乡 镇'),
  ...counters('years', 'measure', '年 年间 年时间 个年头 周年 载'),
  ...counters('decades', 'measure', '个十年'),
  ...counters('months', 'measure', '个月 个多月 个月份'),
  ...counters('weeks', 'measure', '周 个星期 星期 个礼拜 礼拜'),
  ...counters('days', 'measure', '天 日 日内 日间 昼夜'),
  ...counters('hours', 'measure', '小时 个小时 个钟头 钟头 个多小时'),
  ...counters('minutes', 'measure', '分钟'),
  ...counters('seconds', 'measure', '秒 秒钟'),
  ...counters('km', 'measure', '公里 千米 km'),
  ...counters('m', 'measure', '米 公尺'),
  ...counters('cm', 'measure', '厘米 公分 cm'),
  ...counters('square km', 'measure', '平方公里 平方千米'),
  ...counters('square m', 'measure', '平方米 平米'),
  ...counters('hectares', 'measure', '公顷'),
  ...counters('mu', 'measure', '亩'),
  ...counters('tonnes', 'measure', '吨 公吨'),
  ...counters('kg', 'measure', '公斤 千克 kg'),
  ...counters('jin', 'measure', '斤'),
  ...counters('g', 'measure', '克'),
  ...counters('litres', 'measure', '升 公升'),
  ...counters('times', 'measure', '倍'),
]);

/** What ends the words before a counted noun: marks aside, prepositions, conjunctions and verbs of what befalls people. */
export const NOUN_STOPS =
  '被在将于已从向对因和与及或是把让遭都也就则而但并且为至到由按给跟同时还仍再又不没未可会能要该应须需便即均共约近超其这那此他她它我你们吗呢吧啊了着过死逃抵来去获受丧落';

function nouns(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([unit, words]) => words.split(/\s+/).map((word): [string, string] => [word, unit])),
  );
}

function counters(
  unit: string,
  kind: CountingWord['kind'],
  words: string,
): readonly (readonly [string, CountingWord])[] {
  return words.split(' ').map((word) => [word, { unit, kind }]);
}
