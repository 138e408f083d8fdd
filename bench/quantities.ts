import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNumbers, readQuantities } from '../src/read/quantities/read-quantities.ts';
import type { Figure } from './figure.ts';
import { TESTDATA } from './search-corpus.ts';

const LANGUAGES = { English: 'en', Chinese: 'zh', Korean: 'ko' } as const;
type LanguageName = keyof typeof LANGUAGES;

interface Case {
  readonly Input: string;
  readonly Results: readonly {
    readonly Text: string;
    readonly Start?: number;
    readonly End?: number;
    readonly Resolution: { readonly value: string | null; readonly unit?: string; readonly isoCurrency?: string };
  }[];
}

/** Numbers and money of a published suite, by span, value and currency, and how fast quantities are read. */
export function quantities(): Figure[] {
  return Object.keys(LANGUAGES).flatMap((name): Figure[] => {
    const language = name as LanguageName;
    return [...numberFigures(language), ...moneyFigures(language), speed(language)];
  });
}

/** As every bench gives its figures. */
export async function figures(): Promise<readonly Figure[]> {
  return quantities();
}

const NUMBER_CONDITIONS: Readonly<Record<LanguageName, string>> = {
  English:
    'span and value. Not followed: a measure written on to its number (180ml) is a number here; hyphenated denominators ("three twenty-firsts"), "k" after spaces',
  Chinese: 'span and value. Not followed: a lone numeral that only a name behind it makes none (五台山)',
  Korean:
    'span and value. Not followed: months hold no number (오월 4일) nor lengths (1미터); 과 joining two whole numbers into one; ordinals (일조 번째); groups of digits parted by spaces',
};

function numberFigures(name: LanguageName): Figure[] {
  const cases = casesOf(name, 'NumberModel');
  return scored(
    cases.map(({ Input, Results }) => ({
      given: readNumbers(Input, { lang: LANGUAGES[name] }).map(({ start, end, value }) => key(start, end, value)),
      wanted: placed(Input, Results).map(({ start, end, Resolution }) => key(start, end, Number(Resolution.value))),
    })),
    `numbers of the published suite, ${name}`,
    NUMBER_CONDITIONS[name],
  );
}

const MONEY_CONDITIONS =
  'span without what limits the amount, value, currency. Currency words without a number count as wanted and are not given. Names without a code (Dollar, Pound, Rupee) are the currency that a general reader expects. Where the place of a case does not hold its words, they are looked for';

function moneyFigures(name: LanguageName): Figure[] {
  const cases = casesOf(name, 'CurrencyModel');
  return scored(
    cases.map(({ Input, Results }) => ({
      given: readQuantities(Input, { lang: LANGUAGES[name] })
        .filter(
          ({ form, unit, op }) =>
            (form === 'money' || /^[A-Za-z]+\//.test(unit)) && op !== '..' && !unit.startsWith('percent'),
        )
        .map(
          ({ amountStart, amountEnd, value, unit }) =>
            `${key(amountStart, amountEnd, value ?? Number.NaN)} ${unit.split('/')[0]}`,
        ),
      wanted: placed(Input, Results).map(
        ({ start, end, Resolution }) => `${key(start, end, numberOf(Resolution.value))} ${unitOf(Resolution)}`,
      ),
    })),
    `money of the published suite, ${name}`,
    MONEY_CONDITIONS,
  );
}

/** The suite's units by name, where it gives no code. */
const UNITS: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  Pound: 'GBP',
  Cent: 'cents',
  Pence: 'pence',
  Franc: 'francs',
  Rupee: 'INR',
  Bitcoin: 'BTC',
  Penny: 'pence',
  'Finnish markka': 'FIM',
  'Netherlands guilder': 'NLG',
  Peseta: 'pesetas',
};

function unitOf({ unit, isoCurrency }: Case['Results'][number]['Resolution']): string {
  return isoCurrency ?? UNITS[unit ?? ''] ?? (unit ?? '').toLowerCase();
}

function numberOf(value: string | null): number {
  return value === null ? Number.NaN : Number(value);
}

function scored(
  cases: readonly { readonly given: readonly string[]; readonly wanted: readonly string[] }[],
  name: string,
  conditions: string,
): Figure[] {
  const right = cases.filter(({ given, wanted }) => given.join() === wanted.join()).length;
  const wanted = cases.reduce((sum, one) => sum + one.wanted.length, 0);
  const given = cases.reduce((sum, one) => sum + one.given.length, 0);
  const found = cases.reduce((sum, one) => sum + one.wanted.filter((span) => one.given.includes(span)).length, 0);
  return [
    {
      name,
      value: share(found, wanted),
      unit: 'recall',
      n: wanted,
      conditions: `${conditions}; ${given - found} beside them`,
    },
    { name, value: share(right, cases.length), unit: 'share of cases right', n: cases.length, conditions },
  ];
}

/** Some cases of the suite have no places, or those of a translation: there their words are looked for in order. */
function placed(
  input: string,
  results: Case['Results'],
): readonly (Case['Results'][number] & { readonly start: number; readonly end: number })[] {
  let from = 0;
  return results.map((result) => {
    const words = input.normalize('NFKC').toLowerCase();
    const said = result.Start !== undefined && result.End !== undefined;
    const here = said && words.slice(result.Start, result.End + 1) === result.Text.toLowerCase();
    const sought = words.indexOf(result.Text.toLowerCase(), from);
    const start = here || (said && sought < 0) ? result.Start : sought;
    const end = here || (said && sought < 0) ? result.End + 1 : start + result.Text.length;
    from = end;
    return { ...result, start, end };
  });
}

function key(start: number, end: number, value: number): string {
  return `${start} ${end} ${Number(value.toPrecision(10))}`;
}

function casesOf(name: LanguageName, model: string): readonly Case[] {
  const file = join(TESTDATA, 'recognizers-text', name, `${model}.json`);
  if (!existsSync(file)) throw new Error('the suite of numbers is not beside the repository: ../shared/testdata');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Sentences of our own with a quantity in most, denser than prose. */
const PROSE: Readonly<Record<LanguageName, string>> = {
  English:
    'The office counted more than 1,200 residents in three villages last spring, about a third of whom had no papers. Nobody in the valley could say where the others went. A fine of 2,000 yuan was paid by each household, and roads stayed closed for weeks.\n',
  Chinese:
    '办事处去年春天在三个村庄登记了一千二百多名居民，其中约三分之一没有证件。山谷里没有人能说出其他人去了哪里。每户缴纳罚款2000元，道路封闭了好几个星期，商店也没有开门。\n',
  Korean:
    '사무소는 지난봄 세 마을에서 주민 1,200여 명을 등록했고 그 가운데 약 3분의 1은 증명서가 없었다. 골짜기에서는 다른 사람들이 어디로 갔는지 아무도 말하지 못했다. 가구마다 벌금 2천 위안을 냈고 길은 몇 주 동안 막혀 있었다.\n',
};

function speed(name: LanguageName): Figure {
  const one = PROSE[name];
  const text = one.repeat(Math.ceil(1_000_000 / one.length));
  const lang = LANGUAGES[name];
  readQuantities(text.slice(0, 200_000), { lang });
  const started = process.cpuUsage().user;
  const found = readQuantities(text, { lang }).length;
  const seconds = (process.cpuUsage().user - started) / 1e6;
  const bytes = Buffer.byteLength(text);
  return {
    name: `reading of quantities, ${name}`,
    value: Math.round((bytes / 1e6 / seconds) * 100) / 100,
    unit: 'MB per processor second',
    n: bytes,
    conditions: `${found} quantities: one in most sentences, denser than prose`,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}
