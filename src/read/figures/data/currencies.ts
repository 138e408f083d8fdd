/**
 * Money words and signs with their ISO 4217 codes. A sign or word that several countries share has the code a general
 * reader expects ("$" the United States); "¥" and "won" are decided by their context (`quantity.ts`).
 */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', '¥'],
  ['¥', '¥'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['฿', 'THB'],
  ['₫', 'VND'],
]);

/** What stands before "$" without a space. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['hk', 'HKD'],
  ['nt', 'TWD'],
  ['s', 'SGD'],
  ['nz', 'NZD'],
]);

/** Words that several currencies share and nothing in the text decides: the word is the unit. */
export const SHARED_CURRENCIES: ReadonlySet<string> = new Set(
  'won crowns crown kronor kroner francs franc pesos peso dinars dinar rials riyals liras lira shillings dirhams marks'.split(
    ' ',
  ),
);

export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ['yuan', 'CNY'],
  ['rmb', 'CNY'],
  ['renminbi', 'CNY'],
  ['cny', 'CNY'],
  ['usd', 'USD'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['eur', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['gbp', 'GBP'],
  ['sterling', 'GBP'],
  ['krw', 'KRW'],
  ['kpw', 'KPW'],
  ['won', 'won'],
  ['jpy', 'JPY'],
  ['yen', 'JPY'],
  ['rubles', 'RUB'],
  ['roubles', 'RUB'],
  ['rub', 'RUB'],
  ['baht', 'THB'],
  ['thb', 'THB'],
  ['dong', 'VND'],
  ['vnd', 'VND'],
  ['kip', 'LAK'],
  ['kyat', 'MMK'],
  ['rupee', 'INR'],
  ['rupees', 'INR'],
  ['inr', 'INR'],
  ['chf', 'CHF'],
  ['hkd', 'HKD'],
  ['twd', 'TWD'],
  ['aud', 'AUD'],
  ['cad', 'CAD'],
  ['sek', 'SEK'],
  ['nok', 'NOK'],
  ['mnt', 'MNT'],
  ['tugrik', 'MNT'],
  ['tenge', 'KZT'],
  ['hryvnia', 'UAH'],
  ['zloty', 'PLN'],
  ['ringgit', 'MYR'],
  ['rand', 'ZAR'],
  ...[...SHARED_CURRENCIES].map((word): [string, string] => [word, word]),
]);

/** Country words before "dollars" and "won". */
export const CURRENCY_COUNTRIES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'dollars',
    new Map([
      ['us', 'USD'],
      ['american', 'USD'],
      ['australian', 'AUD'],
      ['canadian', 'CAD'],
      ['singapore', 'SGD'],
      ['taiwan', 'TWD'],
    ]),
  ],
  [
    'won',
    new Map([
      ['north', 'KPW'],
      ['south', 'KRW'],
    ]),
  ],
]);
