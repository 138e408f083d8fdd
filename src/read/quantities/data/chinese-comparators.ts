import type { Comparator } from '../../claim.ts';

/** Words before a number that limit it. Our own list from news and notices, in simplified characters. */
export const CHINESE_BEFORE: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...all(
    '~',
    '约 大约 大概 约有 约占 约合 约达 约需 大约有 约为 大致 估计 估计有 估计约 据估计 近 将近 接近 几乎 差不多 约莫 可能有 约计 近乎 逼近 快 快要 大约为 估摸 预计 预计有 预计约 平均 差不多有 大概有',
  ),
  ...all(
    '>',
    '超过 超 逾 多于 高于 大于 突破 不止 超出 远超 远超过 已超过 越过 高出 不只 超逾 超过了 已超 多过 不止是',
  ),
  ...all('>=', '至少 最少 不少于 不低于 起码 最低 不下 不下于 至少有 至少为 上 最起码 少说 少说也有 少则'),
  ...all('<', '不到 不足 少于 低于 不满 小于 未满 未达 不及 未到 低过 还不到 尚不足 尚不到 远不到'),
  ...all(
    '<=',
    '最多 至多 不超过 不多于 不高于 多达 高达 最高 最多可达 上限为 不逾 不大于 最高可达 不得超过 不能超过 不会超过 未超过 没有超过 从不超过 顶多 最长 最长不超过 多则 罚到 判到',
  ),
  ...all('=', '足足 共 总计 合计 总共 共计 一共 达 达到 共有 整整 仅 只有 仅有 正好 恰好'),
]);

/** Between the number and its measure word. */
export const CHINESE_MORE: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...all('>', '余 多'),
  ...all('~', '来'),
]);

/** Behind the measure word or the noun. */
export const CHINESE_AFTER: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...all('>=', '以上 及以上 或以上 或更多 起 开外'),
  ...all('<=', '以下 及以下 或以下 以内 之内 内 为限 为上限 封顶'),
  ...all('<', '不到'),
  ...all('>', '有余 有馀 出头'),
  ...all('~', '左右 上下 前后 不等'),
  ...all('=', '之多 整'),
]);

/** Counts without a number. The number is never filled in. */
export const CHINESE_VAGUE: readonly string[] = [
  ...['数', '几', '好几'].flatMap((some) =>
    ['十', '百', '千', '十万', '百万', '千万', '万', '十亿', '百亿', '千亿', '亿'].map((many) => some + many),
  ),
  ...'数以百计 数以千计 数以万计 数以十万计 数以百万计 成百上千 成千上万 千千万万 无数 一些 有些 个别 部分 少数 极少数 少量 许多 很多 大量 大批 不少 众多 若干 为数众多 好多 诸多 好几 多 数 几'.split(
    ' ',
  ),
];

/** Words for a part of a whole without a number. */
export const CHINESE_SHARES: readonly string[] = '大多数 绝大多数 绝大部分 大部分 多数 过半数 大多'.split(' ');

/** Before a number: what it is counted by. */
export const CHINESE_PERIODS: ReadonlyMap<string, string> = new Map([
  ['每年', 'year'],
  ['年均', 'year'],
  ['一年', 'year'],
  ['每个月', 'month'],
  ['每月', 'month'],
  ['月均', 'month'],
  ['每天', 'day'],
  ['每日', 'day'],
  ['日均', 'day'],
  ['每周', 'week'],
  ['每人', 'person'],
  ['人均', 'person'],
  ['每名', 'person'],
  ['每户', 'household'],
]);

/** Behind a unit: /年, 一年. */
export const CHINESE_PER: ReadonlyMap<string, string> = new Map([
  ['年', 'year'],
  ['月', 'month'],
  ['天', 'day'],
  ['日', 'day'],
  ['周', 'week'],
  ['人', 'person'],
  ['户', 'household'],
  ['year', 'year'],
  ['month', 'month'],
  ['day', 'day'],
]);

function all(op: Comparator, words: string): readonly (readonly [string, Comparator])[] {
  return words.split(' ').map((word) => [word, op]);
}
