import type { Comparator } from '../../claim.ts';

/** Words before a number that limit it. Our own list from news of both states. */
export const KOREAN_BEFORE: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...all('~', '약 대략 거의 근 얼추 어림잡아 줄잡아 대체로 추산 평균'),
  ...all('>=', '최소 최소한 적어도 최저 적게는 못해도 확인된_것만 알려진_것만 드러난_것만 파악된_것만 집계된_것만'),
  ...all('<=', '최대 많게는 최고 많아야 기껏해야 최장'),
  ...all('=', '총 모두 무려 도합 정확히 단 불과 고작 겨우'),
]);

/** Between the number and its counter. */
export const KOREAN_MORE: ReadonlyMap<string, Comparator> = new Map<string, Comparator>(all('>', '여'));

/** Behind the counter; particles between are passed over. */
export const KOREAN_AFTER: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...all('>=', '이상'),
  ...all(
    '>',
    '초과 넘는 넘게 넘어 넘은 넘어선 넘어섰 넘었 넘긴 넘겼 넘길 넘으 넘을 넘자 넘습 넘던 넘도록 웃도 웃도는 웃돌 웃돈 웃돕 웃돌았 상회 돌파 남짓 남짓한',
  ),
  ...all(
    '<=',
    '까지 이하 이내 한도 넘지_못 넘지_않 넘길_수_없 넘을_수_없 넘어서는_안 초과할_수_없 초과하지_못 초과하지_않 안에 안으로',
  ),
  ...all(
    '<',
    `미만 안_되는 채_안_되는 채_안되는 안되는 못_미치는 못미치는 못_되는 밑도는 밑돌 밑돈 밑돕 하회 미치지_못 안_된 안_되 안된 안됩 안_됩 채_안_되 채_안_된 채_안_됩 못_미칠
    못_미친 못_미쳤 못_미쳐 못_미칩 못미칠 못미친 못미쳐 채_못 못_됩 못_된 되지_않 차지_않`,
  ),
  ...all('~', '가량 안팎 정도 쯤 내외 내외의 전후 수준 가까이 가까운 육박하는 육박 육박했 이르는_것으로_추정 추정'),
]);

/** Counts without a number. The number is never filled in. */
export const KOREAN_VAGUE: readonly string[] = [
  ...['수', '몇'].flatMap((some) =>
    ['십', '백', '천', '만', '십만', '백만', '천만', '억', '십억', '백억', '천억', '조'].flatMap((many) => [
      some + many,
      `${some}${many}여`,
    ]),
  ),
  ...'여러 몇몇 몇 일부 상당수 다수 소수의 수많은 많은 무수한 다수의 적지_않은 상당수의 수'
    .split(' ')
    .map((word) => word.replaceAll('_', ' ')),
];

/** Words for a part of a whole without a number. */
export const KOREAN_SHARES: readonly string[] = '대다수 대부분 절대다수 과반수 과반'.split(' ');

/** Before a number: what it is counted by. */
export const KOREAN_PERIODS: ReadonlyMap<string, string> = new Map([
  ['연간', 'year'],
  ['매년', 'year'],
  ['해마다', 'year'],
  ['연평균', 'year'],
  ['연', 'year'],
  ['한 해', 'year'],
  ['1년에', 'year'],
  ['월평균', 'month'],
  ['매월', 'month'],
  ['매달', 'month'],
  ['월', 'month'],
  ['한 달에', 'month'],
  ['하루', 'day'],
  ['하루에', 'day'],
  ['매일', 'day'],
  ['일평균', 'day'],
  ['매주', 'week'],
  ['1인당', 'person'],
  ['한 사람당', 'person'],
  ['한 명당', 'person'],
  ['명당', 'person'],
  ['가구당', 'household'],
]);

/** Behind a unit and a stroke. */
export const KOREAN_PER: ReadonlyMap<string, string> = new Map([
  ['년', 'year'],
  ['월', 'month'],
  ['일', 'day'],
  ['인', 'person'],
  ['명', 'person'],
  ['year', 'year'],
  ['month', 'month'],
  ['day', 'day'],
]);

function all(op: Comparator, words: string): readonly (readonly [string, Comparator])[] {
  return words.split(/\s+/).map((word) => [word.replaceAll('_', ' '), op]);
}
