import { isReal } from '../figures/calendar.ts';
import { FEASTS, type Feast, FIRST_YEAR } from './data/feasts.ts';
import { anyOf, match } from './joints.ts';
import { type Moment, moved, type Reference, whole } from './moment.ts';

type Language = 'en' | 'zh' | 'ko';

/** The first group is a year in digits, the second a word for one, the third the name; of English the year stands behind. */
const FEAST_AT: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `(?<![\\w$])(?:(the\\sweek\\s(?:after|before|of)\\s)|(?:(last|this|next)\\s))?(${anyOf(FEASTS.en.keys())})(?:,?\\s(?:of\\s|in\\s)?((?:19|20)\\d\\d)|\\s(last|this|next)\\syear)?(?!\\w|\\s(?:island|egg))`,
    'uy',
  ),
  zh: new RegExp(
    `(?:((?:19|20)\\d\\d)年|(去年|今年|明年|前年))?的?(${anyOf(FEASTS.zh.keys())})(?!期刊|路|街|晚会|联欢)`,
    'uy',
  ),
  ko: new RegExp(
    `(?<![가-힣])(?:((?:19|20)\\d\\d)년\\s|(작년|지난해|지난|올해|올|내년|이번)\\s?)?(${anyOf(FEASTS.ko.keys())})(?=(?:을|를|은|는|이|의|에|에는|에도|부터|까지|때|쯤|무렵|전후|연휴)(?![가-힣]{2})|\\s|$|[,.)])(?!\\s(?:립|치|득|명|정)[가-힣])`,
    'uy',
  ),
};

const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
  ['前年', -2],
  ['去年', -1],
  ['今年', 0],
  ['明年', 1],
  ['작년', -1],
  ['지난해', -1],
  ['올해', 0],
  ['올', 0],
  ['내년', 1],
]);

/** First characters of names and of words for years: every other place is passed over by one look. */
const STARTS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set([...FEASTS.en.keys(), 'last', 'this', 'next', 'the'].map((name) => name.charAt(0))),
  zh: new Set([...FEASTS.zh.keys(), ...STEPS.keys()].map((name) => name.charAt(0))),
  ko: new Set([...FEASTS.ko.keys(), ...STEPS.keys(), '지난', '이번'].map((name) => name.charAt(0))),
};

function mayStart(text: string, at: number, lang: Language): boolean {
  const first = text[at] ?? '';
  // Four digits and the word for a year: 2016年春节.
  if (first >= '0' && first <= '9') return lang !== 'en' && (text[at + 4] === '年' || text[at + 4] === '년');
  return STARTS[lang].has(first);
}

/**
 * The feast that begins at a place (docs/read-dates.md RD11): of the year that stands beside it, else the latest that is not after the document.
 * Undefined when none does, or it falls in a year that the lists do not have.
 */
export function readFeast(text: string, at: number, lang: Language, reference: Reference): Moment | undefined {
  if (!mayStart(text, at, lang)) return undefined;
  const found = match(FEAST_AT[lang], text, at);
  if (found === undefined) return undefined;
  const [stated, first, second, name = '', behind, stepBehind] = found;
  const feast = FEASTS[lang].get(name);
  if (feast === undefined) return undefined;
  const ends = { start: at, end: at + stated.length };
  const said = lang === 'en' ? behind : first;
  const step = STEPS.get((lang === 'en' ? stepBehind : second) ?? '');
  const relative = said === undefined;
  const date =
    said !== undefined
      ? dayOf(feast, Number(said))
      : reference === undefined
        ? undefined
        : step !== undefined
          ? dayOf(feast, reference.year + step)
          : latest(feast, reference);
  const lacks = said === undefined && step === undefined ? ({ lacks: 'year' } as const) : {};
  if (lang === 'en' && first !== undefined) {
    const [lo, hi] = [/after/.test(first) ? 1 : -7, /before/.test(first) ? -1 : 7];
    return { ...ends, lo: moved(date, 'day', lo), hi: moved(date, 'day', hi), relative, ...lacks };
  }
  return whole(ends, date, { relative, ...lacks });
}

function latest(feast: Feast, reference: NonNullable<Reference>): ReturnType<typeof dayOf> {
  const here = dayOf(feast, reference.year);
  if (reference.month === undefined || here === undefined) return undefined;
  const isLater = here.month * 100 + here.day > reference.month * 100 + (reference.day ?? 31);
  return isLater ? dayOf(feast, reference.year - 1) : here;
}

function dayOf(feast: Feast, year: number): { year: number; month: number; day: number } | undefined {
  if (feast === 'easter') return easter(year);
  if (feast === 'good friday') {
    const friday = moved(easter(year), 'day', -2);
    return friday?.month === undefined || friday.day === undefined
      ? undefined
      : { year: friday.year, month: friday.month, day: friday.day };
  }
  const code = 'day' in feast ? feast.day : feast.days[year - FIRST_YEAR];
  if (code === undefined) return undefined;
  const date = { year, month: Math.floor(code / 100), day: code % 100 };
  return isReal(date) ? date : undefined;
}

/** Easter of the western churches, by the rule that Meeus gives (Astronomical Algorithms, chapter 8). */
function easter(year: number): { year: number; month: number; day: number } {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return { year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 };
}
