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
  ['₱', 'PHP'],
  ['₮', 'MNT'],
  ['₸', 'KZT'],
  ['₴', 'UAH'],
  ['₺', 'TRY'],
  ['₾', 'GEL'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₭', 'LAK'],
  ['₡', 'CRC'],
  ['₿', 'BTC'],
]);

/** What stands before "$" without a space, the codes of the dollars and pesos apart. */
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
  ['mex', 'MXN'],
  ...['usd', 'aud', 'cad', 'hkd', 'twd', 'sgd', 'nzd', 'mxn'].map((code): [string, string] => [
    code,
    code.toUpperCase(),
  ]),
]);

/** Of those, the ones that may stand before a space: no English words in either case. "US $" needs its capitals. */
export const SPACED_PREFIXES: ReadonlySet<string> = new Set(['c', 'hk', 'nt', 'US', 'U.S']);

/** Currency words that several countries share, with their singulars. Where nothing decides, the plural is the unit. */
const SHARED: readonly (readonly [string, string])[] = [
  ['won', 'won'],
  ['crowns', 'crown'],
  ['kronor', 'krona'],
  ['kroner', 'krone'],
  ['francs', 'franc'],
  ['pesos', 'peso'],
  ['dinars', 'dinar'],
  ['rials', 'rial'],
  ['riyals', 'riyal'],
  ['liras', 'lira'],
  ['shillings', 'shilling'],
  ['dirhams', 'dirham'],
  ['marks', 'mark'],
  ['cents', 'cent'],
  ['pence', 'penny'],
  ['pesetas', 'peseta'],
];

export const SHARED_CURRENCIES: ReadonlySet<string> = new Set(SHARED.map(([plural]) => plural));

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
  ['php', 'PHP'],
  ['mxn', 'MXN'],
  ['nzd', 'NZD'],
  ['sgd', 'SGD'],
  ['bitcoin', 'BTC'],
  ['bitcoins', 'BTC'],
  ['btc', 'BTC'],
  ['markka', 'FIM'],
  ['guilders', 'NLG'],
  ...SHARED.flatMap(([plural, singular]): [string, string][] => [
    [plural, plural],
    [singular, plural],
  ]),
]);

/** Words of countries before the words of their currencies. */
export const CURRENCY_COUNTRIES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries({
    dollars:
      'us:USD american:USD australian:AUD canadian:CAD singapore:SGD taiwan:TWD taiwanese:TWD kong:HKD zealand:NZD jamaican:JMD',
    won: 'north:KPW south:KRW',
    francs: 'swiss:CHF french:FRF belgian:BEF',
    liras: 'turkish:TRY',
    pesos: 'mexican:MXN philippine:PHP argentine:ARS chilean:CLP colombian:COP cuban:CUP',
    kronor: 'swedish:SEK',
    kroner: 'norwegian:NOK danish:DKK',
    rupees: 'indian:INR pakistani:PKR lankan:LKR nepalese:NPR',
    pounds: 'british:GBP egyptian:EGP syrian:SYP lebanese:LBP',
    marks: 'german:DEM',
    cents: 'us:cents',
  }).map(([word, codes]) => [
    word,
    new Map(codes.split(' ').map((pair): [string, string] => [pair.replace(/:.*/, ''), pair.replace(/.*:/, '')])),
  ]),
);

/** Words that may stand between a number and its currency. */
export const COUNTRY_WORDS: ReadonlySet<string> = new Set([
  ...[...CURRENCY_COUNTRIES.values()].flatMap((codes) => [...codes.keys()]),
  ...'korean chinese japanese hong new sri finnish dutch u s - .'.split(' '),
]);
