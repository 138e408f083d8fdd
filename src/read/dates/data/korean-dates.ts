import type { DatePart } from '../moment.ts';

/** Words for time in Korean news, of both states: from the National Institute's standard dictionary. */
export const YEAR_WORDS: ReadonlyMap<string, number> = new Map([
  ['재작년', -2],
  ['지지난해', -2],
  ['작년', -1],
  ['지난해', -1],
  ['지난 해', -1],
  ['전년', -1],
  ['올해', 0],
  ['올 해', 0],
  ['금년', 0],
  ['이번 해', 0],
  ['내년', 1],
  ['다음 해', 1],
  ['다음해', 1],
  ['내후년', 2],
]);

export const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['그끄저께', -3],
  ['그끄제', -3],
  ['그저께', -2],
  ['그제', -2],
  ['엊그제', -2],
  ['어저께', -1],
  ['어제', -1],
  ['어젯밤', -1],
  ['어제저녁', -1],
  ['엊저녁', -1],
  ['간밤', -1],
  ['지난밤', -1],
  ['전날', -1],
  ['오늘', 0],
  ['이날', 0],
  ['당일', 0],
  ['내일', 1],
  ['이튿날', 1],
  ['다음 날', 1],
  ['다음날', 1],
  ['모레', 2],
  ['내일모레', 2],
  ['글피', 3],
  ['그글피', 4],
]);

/** Before 주, 달, 분기 and days of the week. */
export const STEP_WORDS: ReadonlyMap<string, number> = new Map([
  ['지지난', -2],
  ['저저번', -2],
  ['지난', -1],
  ['저번', -1],
  ['이번', 0],
  ['금', 0],
  ['이', 0],
  ['다음', 1],
  ['오는', 1],
  ['다다음', 2],
]);

/** Whole numbers of days have names of their own. */
export const DAY_COUNTS: ReadonlyMap<string, number> = new Map([
  ['하루', 1],
  ['이틀', 2],
  ['사흘', 3],
  ['나흘', 4],
  ['닷새', 5],
  ['엿새', 6],
  ['이레', 7],
  ['여드레', 8],
  ['아흐레', 9],
  ['열흘', 10],
  ['보름', 15],
]);

export const NATIVE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['한', 1],
  ['두', 2],
  ['세', 3],
  ['석', 3],
  ['네', 4],
  ['넉', 4],
  ['다섯', 5],
  ['여섯', 6],
  ['일곱', 7],
  ['여덟', 8],
  ['아홉', 9],
  ['열', 10],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['첫', 1],
  ['둘', 2],
  ['두', 2],
  ['셋', 3],
  ['세', 3],
  ['넷', 4],
  ['네', 4],
  ['다섯', 5],
]);

export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map<string, readonly [number, number]>([
  ['봄', [3, 5]],
  ['여름', [6, 8]],
  ['가을', [9, 11]],
  ['겨울', [12, 2]],
]);

export const PARTS: ReadonlyMap<string, DatePart> = new Map<string, DatePart>([
  ['초', 'early'],
  ['초순', 'first third'],
  ['상순', 'first third'],
  ['중순', 'second third'],
  ['하순', 'last third'],
  ['말', 'late'],
  ['중반', 'middle'],
  ['상반기', { months: [1, 6] }],
  ['상반년', { months: [1, 6] }],
  ['하반년', { months: [7, 12] }],
  ['하반기', { months: [7, 12] }],
  ...[...SEASONS].map(([name, months]): [string, DatePart] => [name, { months }]),
]);

/** Seasons that say of which year they are: as one word, or behind one. */
export const SEASON_STEPS: ReadonlyMap<string, number> = new Map([
  ['지난', -1],
  ['올', 0],
  ['이번', 0],
  ['오는', 0],
  ['다가오는', 0],
]);

/** The ends of the document's year, in the spelling of both states. */
export const YEAR_ENDS: ReadonlyMap<string, DatePart> = new Map<string, DatePart>([
  ['연초', 'early'],
  ['년초', 'early'],
  ['연말', 'late'],
  ['년말', 'late'],
  ['상반기', { months: [1, 6] }],
  ['하반기', { months: [7, 12] }],
]);
