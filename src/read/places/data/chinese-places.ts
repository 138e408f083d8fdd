/** Chinese words around the names of places, in simplified characters. Our own lists, from general knowledge. */

/** After the name of a country or people: who or what comes from it, no place (中国人, 朝鲜族, 韩国籍). */
export const NOT_PLACE_AFTER: RegExp =
  /^(?:人(?![民权口员士事工物才类道质造体间])|族(?!自治)|语|籍|裔|话(?!题)|菜|战争|文(?=[，。、；的版书字]|$))/u;

/** After a short name and before a word of kind that begins another word: 北京市民 is 北京 and 市民. */
export const NOT_KIND: RegExp =
  /^(?:市(?:民(?!政)|场|长|值|面|价|委)|县(?:长|民(?!政|族|警)|委书记)|省(?:长|份|委书记|级|钱|略)|州长|区(?:长|域|别|块|分)|镇(?:长|压|静|守)|乡(?:亲|长|民(?!政)|下)|村(?:民(?!委)|长|庄|子|委)|江(?:边|水|面|南|北)|河(?:边|水|岸)|山(?:区|上|下|脚|顶)|道(?:路|德|歉|理)|港(?:口|人|元)|岛(?:上|屿)|里(?:面|边|的)?|洞)/u;

/** Words that end like places and name none. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `沿江县 沿边县 边境县 边境市 贫困县 邻县 外县 小县 大县 农业县 山区县 城市 超市 股市 门市 上市 都市 县市 省市 夜市 早市 集市 菜市 楼市 黑市 闹市 全市 本市 该市 我市 各市 大市 房市 车市 入市 开市 收市 该县 本县 全县 各县 我县 县县 外省 本省 全省 该省 各省 我省 两省 三省 节省 反省 邻省
   地区 社区 山区 校区 小区 园区 灾区 郊区 市区 边区 战区 军区 特区 辖区 景区 城区 厂区 牧区 林区 片区 分区 选区 禁区 库区 港区 湖区 矿区 老区 新区 全区 该区 本区 各区 专区 街区 教区 堂区 收费区 区中心区 中心区 制作区 办公区 开发区 禁猎区 封锁区 保护区 住宅区 工业区 自治区 直辖市 地级市 县级市 疫区 监区 城乡 家乡 故乡 下乡 老乡 同乡 异乡 水乡 他乡 还乡 返乡 思乡
   农村 乡村 山村 全村 本村 该村 各村 进村 渔村 乡镇 城镇 集镇 重镇 古镇 小镇 该镇 全镇 神州 中州 各州 该州 本州 知道 报道 街道 渠道 大道 铁道 人道 通道 管道 频道 轨道 难道 味道 隧道 车道 一道 力道 公道 霸道 走道 过道 跑道
   过江 渡江 沿江 跨江 大江 长江 过河 渡河 界河 大河 小河 沿河 运河 银河 山河 先河 江河 开山 下山 上山 大山 登山 爬山 火山 高山 深山 进山 泰山 半岛 群岛 小岛 岛 全岛 环岛 海岛 该岛 离岛 港 到港 抵港 来港 赴港 在港 访港 海港 该港 机场 口岸 大陆
   边境城市 沿海城市 中小城市 大城市 首都 边境地区 沿海地区 偏远地区 农村地区 部分地区 周边地区 有关地区 贫困地区 其他地区 国家和地区 山洞 漏洞 空洞 黑洞 哪里 这里 那里 家里 心里 手里 城里 村里 夜里 公里 海里 邻里 英里 故里 乡里 屋里`.split(
    /\s+/,
  ),
);

/** Verbs and the like that run into a name behind them: 连接海宁市, 原黄埔区; the name begins after them. */
export const LEADING: RegExp =
  /^.*(?:连接|邻近|毗邻|跨越|途经|进入|返回|前往|位于|包括|辖下|下辖|隶属|属于|管辖|进行|远离|靠近|接近|加上|当时|开行|沿途设|经过|抵达|到达|逃到|逃往|转投|参加|加入|当选|就读|毕业|考入|任职|任教|源自|来自|之后|此后|随后|同样|以及|最初|获得|担任|成为|代表|据悉|今年|去年|当年|[年原读葬称含返距获]|(?<=年)[进入去赴任])/u;

/** What may stand before a place that nobody lists: prepositions and verbs of going and staying. */
export const BEFORE_NAME: string =
  '在从自至到往向于由经赴抵离住位居来去入出和与及、，。；：“”「」（）(),.! 　\n将对为是';

/** Characters that no name of a place holds: a stretch with one of them is none. */
export const NOT_IN_NAME: RegExp =
  /[的了是在有这那个们我你他她它不就都也还很每各某该本全几多两哪此其把被让给使将从到向于与及或但而且即若则之者所以可能会要想说看做么吗呢吧啊被等第一些]|任何|部分|有关|相关|上述|以上|若干|少数|邻近|沿线|周边|附近|当地|偏远|本地|外地|内地|贫困|边远|其余|另外|所属|基层/u;

/** One-character names of countries in pairs, 中朝边境, 美韩: the press's usual ones. */
export const COUNTRY_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['中', 'CN'],
  ['朝', 'KP'],
  ['韩', 'KR'],
  ['俄', 'RU'],
  ['蒙', 'MN'],
  ['越', 'VN'],
  ['老', 'LA'],
  ['寮', 'LA'],
  ['缅', 'MM'],
  ['泰', 'TH'],
  ['印', 'IN'],
  ['日', 'JP'],
  ['美', 'US'],
  ['墨', 'MX'],
  ['柬', 'KH'],
  ['尼', 'NP'],
  ['哈', 'KZ'],
]);
