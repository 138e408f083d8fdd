import { CHINESE_KEYS } from './chinese.ts';
import { CHINESE_CASE_RULES } from './chinese-cases.ts';
import { CHINESE_DESCRIBED_RULES } from './chinese-described.ts';
import { type DangerRules, findDangers } from './danger-rules.ts';
import { SPEECH } from './data/chinese.ts';
import {
  COVERTLY,
  CUSTODY,
  HARM,
  HELPED,
  HELPERS,
  HELPING,
  KIN,
  LOCALS,
  LOCATORS,
  NOT_OURS,
  PERSON,
  PLACE_NOUNS,
  PRESSURE,
  TRADES,
  VULNERABLE,
  WHOM,
} from './data/chinese-dangers.ts';
import type { Finding, Stretch } from './finding.ts';
import {
  AFFECTED_GROUP,
  AT_RISK,
  CASE_COUNT,
  DETAIL,
  GROUP_AT_RISK,
  HELPER,
  HELPER_GROUP,
  ONLY_ONE,
  PARTNER,
  PRACTICE,
  ROUTE,
  SITE,
  SMALL_COUNT,
  SOURCE,
} from './markings.ts';
import { mentionRule } from './mention-rule.ts';
import { withKeys } from './quasi-keys.ts';

/**
 * Finds in one Chinese sentence what is dangerous without being a name: persons at risk as the text describes them,
 * helpers, partners, sources by their trade, groups, sites, routes, ways of working and details
 * (docs/read-protection.md M8, M12 to M15).
 */
export function findChineseDangers(stretch: Stretch): Finding[] {
  return withKeys(findDangers(stretch, ALL_RULES), stretch, CHINESE_KEYS);
}

// Every quantifier is bounded: each pattern looks at a bounded stretch from each place.
const H = '\\p{Script=Han}';
const ONE = '(?:一|那|这|這|该|該|另一)(?:名|位|个|個|间|間|家|座|户|戶|对|對)';
/** What a rule of law says of whoever; it means nobody. */
const LAW = /处[^。]{0,12}(?:罚|刑)|處[^。]{0,12}(?:罰|刑)|一律|不得|严禁|嚴禁|予以|应当|應當|任何人|凡/u;
/** What is said of a kind of people and not of one: "will", "face", "often", "all". */
const OF_A_KIND =
  '(?=[^。！？]{0,6}(?:面临|面臨|往往|通常|经常|經常|普遍|都|大多|多数|多數|遭强制|遭強制|会被|會被|将被|將被|可能))';

const RULES: readonly DangerRules[] = [
  {
    trigger: new RegExp(CUSTODY, 'u'),
    unless: LAW,
    rules: [
      mentionRule(
        `(?:${CUSTODY})(?:的${H}{0,4}?)?(?:${PERSON})(?:的(?:${KIN}))?(?!们|們)(?!${OF_A_KIND.slice(3, -1)})`,
        {
          ...AT_RISK,
          keys: ['count', 'custody'],
        },
      ),
      mentionRule(`(?:${CUSTODY})的?(?:${VULNERABLE})(?:们|們|${OF_A_KIND})`, GROUP_AT_RISK),
    ],
  },
  {
    trigger: /内部|內部|里面|裡面/u,
    beside: /说|說|透露|传出|傳出|表示|告诉|告訴|爆料|写道|寫道|泄露|洩露/u,
    rules: [mentionRule(`(?:${H}{1,6}?)(?:内部|內部|里面|裡面)(?:的|有)(?:人|人士|员工|員工)`, SOURCE)],
  },
  {
    trigger: /伪造|偽造|带路|帶路|划船|开车|開車|送饭|送飯|接人|送信|换钱|換錢/u,
    unless: LAW,
    rules: [
      mentionRule(
        `(?:伪造(?:证件|护照|签证)|偽造(?:證件|護照|簽證)|带路|帶路|划船|开车送(?:他们|她们|人)|送饭|送飯|接人|送信|换钱|換錢)的(?:${H}{0,2}?)(?:${PERSON}|人)`,
        HELPER,
      ),
    ],
  },
  {
    trigger: new RegExp(HELPED, 'u'),
    unless: /政府|警方|公安|当局|當局|联合国|聯合國|处[^。]{0,12}罚|不得|严禁/u,
    rules: [
      mentionRule(
        `(?:${H}{1,5}?(?:上|里|裡|旁|边|邊|下|后|後|附近)的)(?:${HELPING})(?=[^。！？，\\n]{0,8}(?:${HELPED})(?:了|过|過)?[^。！？，\\n]{0,6}(?:难民|難民|脱北者|脫北者|逃亡者|逃难者|逃難者|越境者|他们|她们|孩子))`,
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: /藏|躲|等车|等車|过夜|過夜|睡|暂住|暫住|落脚|落腳/u,
    unless: /警方|公安|部长|部長|旅客|游客|遊客|会议|會議/u,
    rules: [
      mentionRule(
        `(?:${H}{1,5}?)(?:楼上|樓上|楼下|樓下|后面|後面|旁边|旁邊|隔壁|地下|对面|對面)的(?:房间|房間|屋子|屋|公寓|地下室|仓库|倉庫|阁楼|閣樓|山洞|棚子)`,
        SITE,
      ),
    ],
  },
  {
    trigger: /出发|出發|上船|启程|啟程|靠岸|接头|接頭/u,
    beside: /半夜|凌晨|夜里|夜裡|夜间|夜間|天黑|天亮前|深夜|午夜/u,
    unless: /警方|公安|巡逻队|巡邏隊|旅客|游客/u,
    rules: [
      mentionRule(
        `(?<=从|從|在|到)(?:${H}{0,4}?)(?:${LOCATORS})(?=(?:${H}{0,3}?)(?:出发|出發|上船|启程|啟程|靠岸))`,
        ROUTE,
      ),
    ],
  },
  {
    trigger: /发钱|發錢|送钱|送錢|转钱|轉錢|汇款|匯款|送药|送藥|带钱|帶錢|换钱|換錢/u,
    beside: /我们|我們|同工|志愿者|志願者|帮助者|幫助者/u,
    rules: [
      mentionRule(
        `(?:用|通过|通過|借|经|經|把钱放在|把錢放在)(?:${H}{1,8}?)(?:发钱|發錢|送钱|送錢|转钱|轉錢|汇款|匯款|送药|送藥|带钱|帶錢|换钱|換錢)`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: /手指|断臂|斷臂|断腿|斷腿|独眼|獨眼|缺/u,
    rules: [
      mentionRule(
        '(?:左|右|一只|一隻)?(?:手|脚|腳)?(?:少了|缺了|没有|沒有|断了|斷了)(?:一|两|兩|三|几|幾)?(?:根|颗|顆|只|隻|条|條)?(?:手指|脚趾|腳趾|门牙|門牙|胳膊|手臂|耳朵|眼睛)|独眼|獨眼|独臂|獨臂',
        DETAIL,
      ),
    ],
  },
  {
    trigger: new RegExp(KIN, 'u'),
    rules: [
      mentionRule(`(?:她|他|我|其|你)的?(?:大|小|亲|親|前|亡|年幼的|年迈的|年邁的|唯一的)?(?:${KIN})`, SMALL_COUNT),
      mentionRule(`(?<=[岁歲]大?的)(?:${KIN})`, SMALL_COUNT),
    ],
  },
  {
    trigger: /唯一|独自|獨自/u,
    rules: [
      mentionRule(
        `(?:${H}{1,5}?(?:上|里|裡|中|的|内|內))?唯一的?(?:一[名位个個])?(?:${H}{0,3}?)(?:${PERSON}|${TRADES}|幸存者|倖存者|目击者|目擊者|证人|證人)`,
        ONLY_ONE,
      ),
    ],
  },
  {
    trigger: /判刑|判处|判處|处决|處決|被判|有罪|徒刑|枪决|槍決|劳教|勞教|受到惩处/u,
    rules: [
      mentionRule(
        '(?<![\\d.,十百千万])(?:1[1-9]|2\\d|30|十[一二三四五六七八九]|二十[一二三四五六七八九]?|三十)(?:人|名)(?:[\\p{Script=Han}]{0,3}?(?:公民|村民|居民|农民|商人|信徒|男子|女子|脱北者|难民))?',
        CASE_COUNT,
      ),
    ],
  },
  {
    trigger: new RegExp(HELPERS, 'u'),
    unless: LAW,
    rules: [
      mentionRule(
        `(?:${ONE}|他们的|她的|他的|当地|當地)?(?:${H}{0,3}?(?=${HELPERS}))(?:${HELPERS})(?!们|們|等)`,
        HELPER,
      ),
    ],
  },
  {
    trigger: new RegExp(HELPED, 'u'),
    unless: LAW,
    rules: [
      mentionRule(
        `(?:${HELPED})(?:过|過|了)?(?:这些|這些|那些|一些)?(?:${WHOM})的(?:${H}{0,4}?)(?:${HELPING})`,
        HELPER_GROUP,
      ),
      mentionRule(
        `${ONE}(?:${H}{0,4}?)(?:${HELPING})(?=[^。！？\\n]{0,8}(?:${HELPED})(?:了|过|過)?(?:${WHOM}))`,
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: /(?:地下|秘密|家庭)(?:教会|教會|聚会|聚會|学校|學校|网络|網絡)/u,
    rules: [
      mentionRule(
        '(?:地下|秘密)(?:教会|教會|学校|學校|网络|網絡)|(?:地下|秘密|家庭)(?:聚会|聚會)(?:点|點|所)',
        HELPER_GROUP,
      ),
    ],
  },
  {
    trigger: /伙伴|夥伴|同工|志愿者|志願者|义工|義工|员工|員工|同事|合作机构|合作機構/u,
    beside: new RegExp(PRESSURE, 'u'),
    rules: [
      mentionRule(
        `(?:我们|我們|本机构|本機構|该组织|該組織|本会|本會)(?:在)?(?:${H}{0,6}?)的?(?:合作伙伴|合作夥伴|合作机构|合作機構|伙伴|夥伴|同工|志愿者|志願者|义工|義工|员工|員工|同事)|(?:当地|當地|本地)(?:的)?(?:合作伙伴|合作夥伴|员工|員工|志愿者|志願者|同工|伙伴|夥伴)`,
        PARTNER,
      ),
    ],
  },
  {
    trigger: new RegExp(TRADES, 'u'),
    beside: new RegExp(SPEECH, 'u'),
    rules: [
      mentionRule(
        `(?:一|那|另一|某|有)(?:名|位|个|個)(?:[\\p{Script=Han}]{0,10}?)(?:${TRADES})(?=[^。！？\\n]{0,10}(?:${SPEECH}))`,
        SOURCE,
      ),
    ],
  },
  {
    trigger: /安全屋|藏身|藏匿[点地處处]|秘密[据據住]|秘密中转|秘密中轉/u,
    rules: [
      mentionRule(
        `(?:${H}{1,6}(?:后面|後面|旁边|旁邊|附近|对面|對面|隔壁|后|後|旁|里|裡|上|下)的?)?(?:安全屋|藏身处|藏身處|藏身地|藏身之处|藏匿点|藏匿地点|秘密据点|秘密據點|秘密住处|秘密住處|秘密中转站|秘密中轉站)`,
        SITE,
      ),
    ],
  },
  {
    trigger: /拘留|收容|看守所|集中营|集中營|关押|關押|羁押|羈押|劳改|勞改|监狱|監獄|遣送站/u,
    rules: [
      mentionRule(
        `(?:[一二两兩三四五六七八九十几幾]|\\d{1,2})(?:座|个|個|处|處|所|间|間)(?:新)?(?:${H}{0,4}?)(?:拘留营|拘留營|拘留所|拘留中心|收容所|收容站|看守所|集中营|集中營|关押点|關押點|羁押点|羈押點|劳改营|勞改營|监狱|監獄|遣送站)`,
        SITE,
      ),
    ],
  },
  {
    trigger: /(?:逃亡|逃跑|偷渡|脱北|脫北|越境|走私|逃生)(?:路|线|線|通|途)/u,
    rules: [
      mentionRule(
        '(?:逃亡|逃跑|偷渡|脱北|脫北|越境|走私|逃生)(?:路线|路線|线路|線路|路径|路徑|通道|途径|途徑|路)',
        ROUTE,
      ),
    ],
  },
  {
    trigger: /过河|過河|渡河|渡江|过江|過江|越境|偷渡|上岸|接人/u,
    beside: new RegExp(LOCATORS, 'u'),
    rules: [
      mentionRule(
        `(?:从|從|在|由|经|經)(?:${H}{0,8}?)(?:${LOCATORS})(?:${H}{0,3}?)(?:过河|過河|渡河|渡江|过江|過江|越境|偷渡|上岸|接人)`,
        ROUTE,
      ),
    ],
  },
  {
    trigger: /碰头|碰頭|见面|見面|聚会|聚會|集合|接头|接頭|礼拜|禮拜|敬拜|祷告|禱告/u,
    unless: /委员会|委員會|会议|會議|议会|議會|理事会|理事會|部长|部長|代表团|代表團/u,
    rules: [
      mentionRule(
        `(?:每(?:周|週|月|天|晚|逢)[一二三四五六日天末]?|(?:周|週|星期)[一二三四五六日天])(?:${H}{0,4}?)在(?:${H}{1,12}?)(?:碰头|碰頭|见面|見面|聚会|聚會|集合|接头|接頭|礼拜|禮拜|敬拜|祷告|禱告)`,
        PRACTICE,
      ),
    ],
  },
  {
    trigger: new RegExp(COVERTLY, 'u'),
    unless: new RegExp(NOT_OURS, 'u'),
    rules: [
      mentionRule(
        `(?:${COVERTLY})(?:${H}{0,2}?)(?:开展|開展|进行|進行|从事|從事|运作|運作|工作|活动|活動|帮助|幫助|救助|传教|傳教|服务|服務|推进|推進)(?:工作|活动|活動)?`,
        PRACTICE,
      ),
      mentionRule(
        '(?:持|用|以)(?:旅游|旅遊|商务|商務|学生|學生|假|伪造|偽造)的?(?:签证|簽證|护照|護照|证件|證件|身份)(?:入境|进入|進入|前往)',
        PRACTICE,
      ),
    ],
  },
  {
    trigger: new RegExp(VULNERABLE, 'u'),
    unless: LAW,
    rules: [
      mentionRule(
        `(?:脱北|脫北|无国籍|無國籍|难民|難民|偷渡|被拐卖的?|被拐賣的?|非法入境的?|北韩|北韓|朝鲜|朝鮮)的?(?:${VULNERABLE})(?:和(?:${VULNERABLE}))?(?!代表|团|團)`,
        GROUP_AT_RISK,
      ),
      mentionRule(`(?:没有|沒有|无|無)(?:户口|戶口|国籍|國籍|身份|证件|證件)的(?:${VULNERABLE})`, GROUP_AT_RISK),
      mentionRule('混血(?:儿童|兒童|孩子|后代|後代|子女)', GROUP_AT_RISK),
    ],
  },
  {
    trigger: new RegExp(LOCALS, 'u'),
    beside: new RegExp(HARM, 'u'),
    rules: [mentionRule(`(?:${H}{1,5}?)(?:${PLACE_NOUNS})(?:的)?(?:${LOCALS})(?:们|們)?`, AFFECTED_GROUP)],
  },
  {
    trigger: /疤|纹身|紋身|胎记|胎記|痣|刺青|跛|瘸|断指|斷指|假肢/u,
    rules: [
      mentionRule(
        `(?:左|右|两|兩|双|雙)?(?:脸|臉|脸颊|臉頰|颊|頰|手臂|手|额头|額頭|脖子|腿|下巴|眼角|肩|背|胸)(?:上)?有(?:一|两|兩|几|幾)?(?:道|块|塊|个|個|处|處|颗|顆)?(?:${H}{0,3}?)(?:疤痕|伤疤|傷疤|疤|纹身|紋身|胎记|胎記|痣|刺青)`,
        DETAIL,
      ),
      mentionRule(
        '(?:左|右)?(?:脚|腳|腿)(?:有点|有點)?(?:跛|瘸)|跛(?:脚|腳|足)|瘸(?:腿|子)|(?:装|裝|戴)(?:着|著|有)?假肢',
        DETAIL,
      ),
    ],
  },
  {
    trigger: /工作|上班|打工|服役|教书|教書|当/u,
    beside: /逃|脱北|脫北|被捕|越境|离开|離開/u,
    unless: /大使|部长|部長|发言人|發言人|教授/u,
    rules: [
      mentionRule(
        `在(?:${H}{1,10}?)(?:厂|廠|店|矿|礦|医院|醫院|学校|學校|部队|部隊|农场|農場|公司|连|連|团|團|营|營|工地|饭店|飯店|餐馆|餐館|银行|銀行|市场|市場)(?:里|裡)?(?:工作|上班|打工|服役|教书|教書|当${H}{1,3})`,
        DETAIL,
      ),
    ],
  },
];

const ALL_RULES: readonly DangerRules[] = [...RULES, ...CHINESE_CASE_RULES, ...CHINESE_DESCRIBED_RULES];
