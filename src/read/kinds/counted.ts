import type { Clause, Counted, Grammar } from './clause.ts';

/** What the figures of a clause are to it: what it is about, people and things of one happening, or nothing of note. */
export type Count = 'point' | 'incident' | 'none';

/**
 * Whether a count is the point of a clause or belongs to one happening (docs/read-kinds.md RK16): a total of a time, a share, a rate, a price and a
 * comparison are what is said; how many were caught one night, and what they paid, is told with what was done to them.
 */
export function countIn(
  clause: Clause,
  { grammar, isTold }: { readonly grammar: Grammar; readonly isTold: boolean },
): Count {
  const { hasFigure, counts } = clause.input;
  if (hasFigure === false) return 'none';
  const seen = grammar.figure(clause);
  const weight = counts === undefined || counts.length === 0 ? seen : weightOf(counts, seen);
  const figure = weight ?? (hasFigure === true && counts === undefined ? 'large' : undefined);
  if (figure === undefined) return 'none';
  if (figure === 'rate') return 'point';
  if (isTold && isIncident(clause)) return 'incident';
  if (figure === 'large') return 'point';
  return !isTold && (isOfBody(clause) || isTotal(clause)) ? 'point' : 'incident';
}

/** The heaviest of the quantities that were read: a share or rate, a large count or a sum of money, a small one. */
function weightOf(
  counts: readonly Counted[],
  seen: 'small' | 'large' | undefined,
): 'rate' | 'large' | 'small' | undefined {
  let weight: 'large' | 'small' | undefined;
  for (const { most, unit, isSpelt } of counts) {
    if (RATES.test(unit)) return 'rate';
    // "a woman", 一名, "the two countries": no figure.
    if (isSpelt && (most === 1 || most === 2)) continue;
    // "many" counts nothing, "hundreds" does.
    if (most === null) {
      if (seen === 'large') weight = 'large';
    } else if (most >= LARGE || MONEY.test(unit)) weight = 'large';
    else weight ??= 'small';
  }
  // Four children of five.
  return weight === 'small' && seen === 'large' ? 'large' : weight;
}

const RATES = /^(?:percent|share)|\//;
const MONEY = /^[A-Z]{3}$/;
/** From here on people and things are many. */
const LARGE = 10;

/** A count inside of one happening: no total of a time, no share, no rate, no comparison. */
function isIncident(clause: Clause): boolean {
  const { folded: small, input } = clause;
  if (isOfBody(clause) || isTotal(clause)) return false;
  return (
    !(small.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).some((digits) => {
      const value = Number(digits.replaceAll(',', ''));
      return value > MOST_OF_ONE && !(value >= 1900 && value < 2100) && input.counts === undefined;
    }) && !(input.counts ?? []).some(({ most, unit }) => most !== null && most > MOST_OF_ONE && !MONEY.test(unit))
  );
}

/** What a body did, and what an office gives notice of, are counts. */
function isOfBody({ input }: Clause): boolean {
  return (
    input.genre === 'notice' ||
    input.speakerKind === 'government' ||
    (input.genre === 'statement' && input.firstPerson === true)
  );
}

/** More people than this are seldom those of one happening. */
const MOST_OF_ONE = 100;

function isTotal({ folded, input }: Clause): boolean {
  return TOTALS[input.lang].test(folded);
}

/** Words of totals, spans of time, shares, rates and comparisons. */
const TOTALS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:record(?:ed|s)?|registered|normally|usually|counted|as many as|total(?:l?ed|l?ing)?|altogether|all told|since|between (?:19|20)\d\d|between (?:january|february|march|april|may|june|july|august|september|october|november|december)|from \S+ (?:to|through)|so far|to date|this year|last year|per|each|every|average|percent|per cent|(?<!\b(?:more|less|fewer|later|rather|other) )than|compared|half|third|quarters?|of (?:the|them|these|those|all) \d|of \d|by the end|during|over the|(?:last|this) (?:month|week|quarter|year)|in (?:the (?:first|second|last|past)|(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b(?! \d))|number of|rose|fell|doubled|tripled|dropped|grew|increased|decreased|hundreds|thousands|dozens|million|a (?:month|year|week|day|head))\b|%/,
  zh: /通常|平时|平時|创|創|共|总|總|累计|累計|合计|合計|以来|以來|截至|至今|迄今|自\d|至\d|期间|期間|全年|全[县縣市州省国國]|(?:今年|去年|前年)(?![\d一二三四五六七八九十]+月|[春夏秋冬初底末])|每|平均|[成%％]|分之|(?<!不)比|较|較|同期|其中|当中|當中|增|减|減|升|涨|漲|跌|倍|数百|數百|数千|數千|上半年|下半年|季度|(?:上月|上个月|上個月|本月|上周|上週)(?![\d一二三初上中下末])|个月|個月/,
  ko: /평소|보통|기록[했됐하되]|모두|총\s?\d|통틀어|누적|합(?:치|하)|이후|(?:년|월|\d일|분기|이후|이래)부터|(?:년|월|\d일|현재|최근)까지|부터[^.]{0,20}까지|동안|사이|기간|올해|지난해|작년|한 해|매달|매주|매년|평균|마다|당\s|퍼센트|%|\d할|(?:명|건|곳|개|가구|중) ?(?:가운데|중)\s|그[중 ]|보다 |\d\s?배|[두세네] 배|(?<!오)늘[었어고]|줄[었어고]|증가|감소|상승|하락|분기|상반기|하반기|한달에만|한 달에만|지난달(?!\s?(?:\d|초|말|중순|하순))|지난주(?!\s?\S요일)|수백|수천|하루(?:에)? /,
};
