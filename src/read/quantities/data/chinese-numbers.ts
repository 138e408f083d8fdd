/** Chinese numerals: plain, the financial forms of GB/T 15835, and 两, 俩, 廿, 卅. In simplified characters. */
export const CHINESE_DIGITS: ReadonlyMap<string, number> = new Map(
  ['一壹', '二贰两俩弍', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((forms, i) =>
    [...forms].map((form): [string, number] => [form, i + 1]),
  ),
);

export const CHINESE_ZEROS = '〇零';

export const CHINESE_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['廿', 20],
  ['卅', 30],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

export const CHINESE_SCALES: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['亿', 1e8],
  ['兆', 1e12],
]);

/** Latin multipliers against digits. Folded text is in small letters. */
export const LATIN_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12],
]);

/** Forms that are words of their own when they stand alone: 拾起, 登陆, 队伍, 放肆. */
export const FINANCIAL = '壹贰叁肆伍陆柒捌玖拾佰仟';

/** Words that begin with a numeral and count nothing: names, fixed expressions. Our own list. */
export const NOT_COUNTS: readonly string[] =
  `四川 三国 三峡 三亚 三星 三角 五角大楼 五角星 五台山 四平 一切 一些 一样 一般 一直 一起 一定 一旦 一致 一向 一时 一律 一带 一面 一方面
   一边 一再 一度 一体 一贯 一举 一手 一味 一连 一道 一同 一共 一行 一系列 一部分 一下 一点 一会 一会儿 一向 一概 一经 一流 一如 一家人 一番
   一阵 一把 一国两制 一带一路 一中 一线 一事无成 一名不文 两岸 两会 两国 两者 两边 两侧 两极 两韩 两朝 两地 三八线 三方 四方 六方 六方会谈 五常
   千万不 千万别 千万要 千万注 千万记 千万小 千万勿 千万莫 千万请 万一 万岁 万事 万分 万能 万物 百姓 百分 百货 百科 百年 千古 千秋 十分 十足 十字 七上八下 乱七八糟 四处 四周 四面 五谷 五官
   九龙 九江 九州 八路军 八一 十一月 二手 二胡 二维 三维 三代 三农 四季 五四 六四 一二 二者 三者 百家 千里 万里 万户 万州 千岛`.split(
    /\s+/,
  );

/** What lone numerals count in: measure words, units of time and measure. From the measure words of 现代汉语词典. */
export const COUNTERS_ALONE =
  '个名位人口家所座处起件份项宗桩户条只头匹辆艘架台部本册页张封篇支枝根把块片滴杯瓶袋箱包盒套双对副组批群队排行列次回遍趟场届期种类样年月天日周时分秒点岁米里亩吨斤克升度倍成间栋幢层楼颗粒株棵朵串具枚门堂节段句字声拳脚眼顿餐桌席省县村镇';
