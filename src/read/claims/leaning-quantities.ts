import type { Span } from '../anchor.ts';
import { isMoney } from '../figures/measure.ts';
import type { CountedBefore } from './counted-before.ts';
import type { QuantityWords, ReadLanguage } from './findings.ts';

/** What a sentence of Chinese or Korean has, and what the sentences before it leave. */
interface Leaning {
  readonly found: readonly QuantityWords[];
  readonly counted: CountedBefore;
  readonly lang: ReadLanguage;
}

/**
 * The quantities of a Chinese or Korean sentence with what they take from around them: the currency said once for several sums, what a
 * document means by 원, of whom 其中不少 and 그중 일부 are some; and what the next sentence may lean on. `text` is the layer's.
 */
export function leaningQuantities(
  text: string,
  sentence: Span,
  { found, counted, lang }: Leaning,
): { readonly quantities: readonly QuantityWords[]; readonly counted: CountedBefore } {
  const words = text.slice(sentence.start, sentence.end);
  let { unit, money, won } = counted;
  const quantities: QuantityWords[] = [];
  let here: string | undefined;
  for (const each of found) {
    const before = text.slice(Math.max(sentence.start, each.start - PAID_REACH), each.start);
    if (each.quantity.unit === 'CNY' && each.quantity.stated.includes('원')) won = 'CNY';
    const own = sameCounter(text, each, quantities) ?? unitLeaning(each, { here, money, won, words, before });
    const [plain = ''] = own.split('/');
    if (isMoney(plain)) [here, money] = [plain, plain];
    else if (COUNTED.has(plain)) unit = plain;
    if (!isNoFigure(plain)) quantities.push(own === each.quantity.unit ? each : withUnit(each, own));
  }
  const some = someOfThem(text, sentence, { lang, unit: counted.unit ?? unit });
  if (some !== undefined && !quantities.some(({ start, end }) => start < some.end && some.start < end)) {
    quantities.push(some);
    quantities.sort((a, b) => a.start - b.start);
  }
  return { quantities, counted: { ...counted, unit, money, won } };
}

/** Units that "some of them" may be of. */
const COUNTED: ReadonlySet<string> = new Set([
  'persons',
  'households',
  'cases',
  'facilities',
  'organisations',
  'documents',
]);

/** A time of less than a day and a multiple are no figures of claims: nothing else is comparable with them. */
export function isNoFigure(unit: string): boolean {
  return /^(?:hours|minutes|seconds|times)$/.test(unit);
}

/** What a quantity may take its currency from: its sentence so far, earlier ones, the words of the sentence and those right before it. */
interface Around extends Pick<CountedBefore, 'money' | 'won'> {
  readonly here: string | undefined;
  readonly words: string;
  readonly before: string;
}

const PAID_REACH = 30;
const PAID = /[罚奖价费钱款付花赎]|벌금|포상금|비용|값|돈|요금|몸값|대가|수수료|가격/u;

function unitLeaning(
  { quantity: { unit, value, low, stated } }: QuantityWords,
  { here, money, won, words, before }: Around,
): string {
  if (unit === 'KRW' && /원/u.test(stated) && !/한국|한화|₩/u.test(stated) && NORTHERN.test(words)) return 'KPW';
  if (unit === 'KRW' && won !== undefined && /원/u.test(stated) && !/한국|한화|₩/u.test(stated)) return won;
  // 4200朝元，一个月前还不到3800: a bare number behind money in its sentence, of a size that money has.
  if (unit !== '' || (value ?? low ?? 0) < 100) return unit;
  return here ?? (PAID.test(before) ? money : undefined) ?? unit;
}

/** Where rice is bought and dealt in at markets, 원 is that of the North. */
const NORTHERN = /쌀값|쌀 ?가격|쌀 ?1|옥수수|장마당|돈대|내화|시장 환율|북한 내부/u;

const PART_OF = /[中里裡내중]|가운데/u;
const COUNTER = /([곳개군데건所处處家个個座间間])$/u;

/** 단체 11곳 중 3곳, 三十个孩子中有十二个: the same measure word said again without a noun counts the same. */
function sameCounter(
  text: string,
  { quantity, start }: QuantityWords,
  before: readonly QuantityWords[],
): string | undefined {
  const counter = quantity.counts === '' && quantity.op !== '?' ? COUNTER.exec(quantity.stated)?.[1] : undefined;
  if (counter === undefined) return undefined;
  const same = before.findLast((each) => each.quantity.stated.endsWith(counter) && each.quantity.counts !== '');
  return same !== undefined && PART_OF.test(text.slice(same.end, start)) ? same.quantity.unit : undefined;
}

function withUnit(each: QuantityWords, unit: string): QuantityWords {
  return { ...each, quantity: { ...each.quantity, unit } };
}

const SOME = {
  zh: /(?:其中|当中|當中)(?:有|也有)?(不少|许多|許多|很多|一些|少数|少數|部分|个别|個別|大多数|大多數|多数|多數|大部分|大多)(?=是|被|在|为|為|已|都|人(?!员|員)|因|没|沒|从|從|来|來)/u,
  ko: /(?:그중|그 중|이중|이 중|이들 중|이들 가운데|이 가운데|그 가운데) ?(?:에는 |에서 )?(일부|상당수|다수|대부분|대다수|몇몇)(?=는|은|가|이|도|를|을)/u,
} as const;
const MOST = /^(?:大多数|大多數|多数|多數|大部分|大多|대부분|대다수)$/u;

/** 其中不少, 그중 일부: some of those who were counted before. */
function someOfThem(
  text: string,
  { start, end }: Span,
  { lang, unit }: { readonly lang: ReadLanguage; readonly unit: string | undefined },
): QuantityWords | undefined {
  if (lang === 'en' || unit === undefined) return undefined;
  const found = SOME[lang].exec(text.slice(start, end));
  const stated = found?.[1];
  if (found === null || stated === undefined) return undefined;
  const from = start + found.index + found[0].length - stated.length;
  const quantity = {
    stated,
    value: null,
    low: null,
    high: null,
    unit: MOST.test(stated) ? 'share' : unit,
    counts: '',
    op: '?' as const,
  };
  return { start: from, end: from + stated.length, quantity };
}
