import { SEASON_STEPS, SEASONS, YEAR_ENDS } from './data/korean-dates.ts';
import { anyOf, match } from './joints.ts';
import {
  latestSeason,
  type Moment,
  monthFrom,
  partOf,
  type Reference,
  seasonFrom,
  whole,
  withMonth,
} from './moment.ts';

/** A word ends here, or a particle follows: 이달의, not 이달러. */
export const NO_MORE: string =
  '(?![가-힣])|(?=(?:은|는|이|가|을|를|에|의|도|만|과|와|로|으로|에는|에도|에서|까지|부터|이후|이래|이전|간|동안|사이|내|중|안|안으로|안에|께)(?![가-힣]{3}))';

/** 지난 10일, 오는 15일: a day by its number, unless it is told how long something took. */
const NEAR_DAY =
  /(?<![가-힣])(지난|오는|다가오는)\s(3[01]|[12]\d|0?[1-9])\s?일(?!\s?(?:간|동안|사이|째|만에|이내|내))/uy;
/** 지난 12~14일. */
const NEAR_DAYS =
  /(?<![가-힣])(지난|오는)\s(3[01]|[12]\d|0?[1-9])\s?일?\s?[-–~∼]\s?(3[01]|[12]\d|0?[1-9])\s?일(?!간|째|만에|여)/uy;
/** 지난 11월, 오는 10월 5일. */
const NEAR_MONTH = /(?<![가-힣])(오는|다가오는|다음)\s(1[0-2]|0?[1-9])월(?:\s(3[01]|[12]\d|0?[1-9])\s?일)?/uy;
const SEASON = new RegExp(
  `(?<![가-힣])(?:(${anyOf(SEASON_STEPS.keys())})\\s?(${anyOf(SEASONS.keys())})(?:철)?(?:${NO_MORE})|(${anyOf(SEASONS.keys())})(?=(?:에|부터|까지|이후)(?![가-힣]{2})))`,
  'uy',
);
const YEAR_END = new RegExp(`(?<![가-힣])(${anyOf(YEAR_ENDS.keys())})(?:${NO_MORE})`, 'uy');

/** 지난 10일, 오는 10월, 올봄, 연말: a day, month, season or end of a year by its nearness. */
export function readNear(text: string, at: number, reference: Reference): Moment | undefined {
  const days = text[at] === '지' || text[at] === '오' ? match(NEAR_DAYS, text, at) : undefined;
  if (days !== undefined) {
    const hi = withMonth(reference, Number(days[3]), days[1] === '지난' ? 'back' : 'ahead');
    const lo = hi && { ...hi, day: Number(days[2]) };
    if (Number(days[2]) < Number(days[3])) return { start: at, end: at + days[0].length, lo, hi, relative: true };
  }
  const day = match(NEAR_DAY, text, at);
  if (day !== undefined) {
    const date = withMonth(reference, Number(day[2]), day[1] === '지난' ? 'back' : 'ahead');
    return whole({ start: at, end: at + day[0].length }, date, { relative: true });
  }
  const month = match(NEAR_MONTH, text, at);
  if (month !== undefined) {
    const said = { month: Number(month[2]), ...(month[3] !== undefined && { day: Number(month[3]) }) };
    return whole({ start: at, end: at + month[0].length }, monthFrom(reference, said), { relative: true });
  }
  const season = match(SEASON, text, at);
  const months = SEASONS.get(season?.[2] ?? season?.[3] ?? '');
  if (season !== undefined && months !== undefined) {
    const ends = { start: at, end: at + season[0].length, relative: true };
    const step = SEASON_STEPS.get(season[1] ?? '');
    return step === undefined
      ? { ...ends, ...latestSeason(reference, months), lacks: 'year' }
      : { ...ends, ...seasonFrom(reference, months, step) };
  }
  const end = match(YEAR_END, text, at);
  const part = YEAR_ENDS.get(end?.[1] ?? '');
  if (end === undefined || part === undefined) return undefined;
  const made = reference && partOf({ year: reference.year }, part);
  return {
    start: at,
    end: at + end[0].length,
    lo: made?.lo,
    hi: made?.hi,
    approximate: typeof part === 'string',
    relative: true,
  };
}
