import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHINESE_CLAUSES } from '../src/read/kinds/invented/chinese-clauses.ts';
import { ENGLISH_CLAUSES } from '../src/read/kinds/invented/english-clauses.ts';
import { KOREAN_CLAUSES } from '../src/read/kinds/invented/korean-clauses.ts';
import { type Shares, sharesOf } from '../src/read/kinds/invented/risk-clauses.ts';
import { readStatement, type Statement, type StatementInput } from '../src/read/kinds/statement.ts';
import type { Figure } from './figure.ts';

/** Sentences annotated before the rules met them. Absent until the set is merged. */
const BLIND = join(process.cwd(), 'test/read/gold/kinds.json');
/** The two readings that the rules were developed with. */
const DEVELOPMENT = join(process.cwd(), '../shared/gold');
const SOURCES = join(process.cwd(), '../shared/documents');
const DOCUMENTS = ['002', '004'] as const;
const KINDS = ['statistic', 'rule', 'event', 'opinion', 'forecast', 'testimony', 'assertion'] as const;

interface GoldClaim {
  readonly quote: string;
  readonly kind: string;
  readonly rule?: {
    readonly modality: string;
    readonly condition?: string | null;
    readonly amount?: number | null;
    readonly currency?: string | null;
  } | null;
  readonly risk?: { readonly category: string; readonly direction: string } | null;
  readonly option?: { readonly option: string | readonly string[]; readonly stance: string } | null;
  readonly stance?: { readonly polarity: string } | null;
  readonly hedge?: string | readonly string[] | null;
  readonly attribution?: readonly { readonly role: string; readonly name: string | null; readonly type?: string }[];
}

interface Item {
  readonly language: string;
  readonly genre: string;
  readonly text: string;
  readonly claims: readonly GoldClaim[];
}

interface Pair {
  readonly gold: GoldClaim;
  readonly said: Statement;
}

/** What clauses are read as, against sets annotated by hand; one row tells it when the blind set is not there. */
export async function figures(): Promise<readonly Figure[]> {
  return [...kinds(), ...invented()];
}

const INVENTED = [
  ['en', ENGLISH_CLAUSES],
  ['zh', CHINESE_CLAUSES],
  ['ko', KOREAN_CLAUSES],
] as const;

/** The rows of clauses written for breadth, of the half that lists were widened with and of the half kept apart. */
function invented(): readonly Figure[] {
  return INVENTED.flatMap(([lang, clauses]) =>
    (['built', 'held'] as const).flatMap((half) =>
      Object.entries(sharesOf(clauses, lang, half) satisfies Shares).map(([what, [right, of]]) => ({
        name: `invented clauses, ${what}, ${half}, ${lang}`,
        value: of === 0 ? 0 : Math.round((right / of) * 1000) / 1000,
        unit: 'share right',
        n: of,
        conditions: `${right} of ${of}`,
      })),
    ),
  );
}

/** The rows of the blind set by language, where it is there, and of the development set. */
export function kinds(): readonly Figure[] {
  const developed = DOCUMENTS.map((name) => documentItem(name)).filter((item) => item !== undefined);
  const development = scored('the two gold documents (development, their speakers given)', developed.flatMap(pairsOf));
  if (!existsSync(BLIND)) {
    const absent = { name: 'kinds of the blind set', value: 0, unit: 'sets', n: 0 };
    return [{ ...absent, conditions: 'absent: test/read/gold/kinds.json is not there' }, ...development];
  }
  const { items }: { readonly items: readonly Item[] } = JSON.parse(readFileSync(BLIND, 'utf8'));
  const byLanguage = (['en', 'zh', 'ko'] as const).flatMap((lang) =>
    scored(lang, items.filter(({ language }) => language.startsWith(lang)).flatMap(pairsOf)),
  );
  return [...byLanguage, ...development];
}

function documentItem(name: string): Item | undefined {
  const file = join(DEVELOPMENT, `${name}.json`);
  if (!existsSync(file)) return undefined;
  const { document, items, file: source } = JSON.parse(readFileSync(file, 'utf8'));
  const text = join(SOURCES, source);
  return {
    language: 'en',
    genre: document.genre,
    text: existsSync(text) ? readFileSync(text, 'utf8') : '',
    claims: items,
  };
}

function pairsOf({ language, genre, text, claims }: Item): readonly Pair[] {
  const lang = language.startsWith('zh') ? 'zh' : language.startsWith('ko') ? 'ko' : 'en';
  return claims.map((gold) => ({
    gold,
    said: readStatement({
      text: gold.quote,
      lang,
      sentence: text,
      genre: genreOf(genre),
      ...speakerOf(gold),
    }),
  }));
}

/** Who speaks, as the reader of attributions would say it: of the gold documents alone, whose claims have one. */
function speakerOf({ attribution }: GoldClaim): Pick<StatementInput, 'speakerKind'> {
  const [first] = attribution ?? [];
  if (first?.role === 'quoted-source' && first.name === null) return { speakerKind: 'anonymous' };
  return first?.role === 'issuer' ? { speakerKind: 'government' } : {};
}

const GENRES: readonly (readonly [RegExp, NonNullable<StatementInput['genre']>])[] = [
  [/notice|government doc|law|regulation|decree|order|bulletin|circular/, 'notice'],
  [/roundtable|interview|panel|conversation/, 'roundtable'],
  [/post|thread|comment|weibo|social|blog|forum/, 'post'],
  [/statement|letter|appeal|press release/, 'statement'],
  [/news/, 'news'],
  [/report/, 'report'],
];

function genreOf(words: string): NonNullable<StatementInput['genre']> {
  return GENRES.find(([pattern]) => pattern.test(words.toLowerCase()))?.[1] ?? 'unknown';
}

/** Right, of how many. */
type Count = readonly [right: number, of: number];

function scored(set: string, pairs: readonly Pair[]): readonly Figure[] {
  const row = (what: string, [right, of]: Count, conditions = ''): Figure => ({
    name: `${what}, ${set}`,
    value: of === 0 ? 0 : Math.round((right / of) * 1000) / 1000,
    unit: 'share right',
    n: of,
    conditions: `${right} of ${of}${conditions}`,
  });
  const count = (of: (pair: Pair) => boolean, right: (pair: Pair) => boolean): Count => {
    const those = pairs.filter(of);
    return [those.filter(right).length, those.length];
  };
  const isKind = ({ gold, said }: Pair): boolean => familyOf(gold.kind) === familyOf(said.kind);
  const hasRule = ({ gold }: Pair): boolean => (gold.rule ?? null) !== null;
  const hasRisk = ({ gold }: Pair): boolean => (gold.risk ?? null) !== null;
  const isCategory = ({ gold, said }: Pair): boolean => gold.risk?.category === said.signal?.category;
  return [
    row(
      'kind, assertion and opinion one family',
      count(() => true, isKind),
    ),
    ...KINDS.map((kind) =>
      row(
        `kind ${kind} found`,
        count(({ gold }) => gold.kind === kind, isKind),
      ),
    ),
    row(
      'rule modality',
      count(hasRule, ({ gold, said }) => modalityOf(gold.rule?.modality) === said.rule?.modality),
    ),
    row(
      'rule condition',
      count(({ gold }) => (gold.rule?.condition ?? null) !== null, keepsCondition),
    ),
    row(
      'rule amount and currency',
      count(({ gold }) => (gold.rule?.amount ?? null) !== null, keepsAmount),
    ),
    row('risk category, of those in the set', count(hasRisk, isCategory)),
    row(
      'some risk given, of those in the set',
      count(hasRisk, ({ said }) => said.signal !== null),
    ),
    row(
      'risk category, of those given',
      count(({ said }) => said.signal !== null, isCategory),
    ),
    row(
      'risk direction, where the category is right',
      count(
        (pair) => hasRisk(pair) && isCategory(pair),
        ({ gold, said }) => gold.risk?.direction === said.signal?.direction,
      ),
    ),
    row(
      'option, any shared',
      count(({ gold }) => (gold.option ?? null) !== null, sharesOption),
    ),
    row(
      'option stance, where one is shared',
      count(
        (pair) => (pair.gold.option ?? null) !== null && sharesOption(pair),
        ({ gold, said }) => gold.option?.stance === said.option?.stance,
      ),
    ),
    row(
      'option, of those given',
      count(({ said }) => said.option !== null, sharesOption),
    ),
    row(
      'stance polarity',
      count(
        ({ gold }) => (gold.stance ?? null) !== null,
        ({ gold, said }) => gold.stance?.polarity === said.stance?.polarity,
      ),
    ),
    row(
      'stance, of those given',
      count(
        ({ said }) => said.stance !== null,
        ({ gold, said }) => gold.stance?.polarity === said.stance?.polarity,
      ),
    ),
    row(
      'hedge, a word kept',
      count(({ gold }) => hedgesOf(gold).length > 0, keepsHedge),
    ),
    row(
      'hedge, of those given',
      count(({ said }) => said.hedge.length > 0, keepsHedge),
    ),
  ];
}

function familyOf(kind: string): string {
  return kind === 'opinion' ? 'assertion' : kind;
}

/** The gold writes may-not where a person loses a permission: the same for scoring. */
function modalityOf(modality: string | undefined): string | undefined {
  return modality === 'may-not' ? 'must-not' : modality;
}

function keepsCondition({ gold, said }: Pair): boolean {
  return shares(gold.rule?.condition ?? '', said.rule?.condition ?? '');
}

function keepsAmount({ gold, said }: Pair): boolean {
  return gold.rule?.amount === said.rule?.amount && (gold.rule?.currency ?? null) === (said.rule?.currency ?? null);
}

function sharesOption({ gold, said }: Pair): boolean {
  const wanted = gold.option === undefined || gold.option === null ? [] : [gold.option.option].flat();
  return wanted.some((option) => said.option?.options.some((course) => course === option) === true);
}

function hedgesOf({ hedge }: GoldClaim): readonly string[] {
  if (hedge === undefined || hedge === null) return [];
  return typeof hedge === 'string' ? hedge.split('; ') : hedge;
}

function keepsHedge({ gold, said }: Pair): boolean {
  return hedgesOf(gold).some((word) => said.hedge.some((given) => given.includes(word) || word.includes(given)));
}

/** Whether two texts have half of their words, or pairs of characters, in common. */
function shares(wanted: string, given: string): boolean {
  const [one, other] = [piecesOf(wanted), piecesOf(given)];
  const common = [...one].filter((piece) => other.has(piece)).length;
  const all = new Set([...one, ...other]).size;
  return all > 0 && (common / all >= 0.5 || (given !== '' && (wanted.includes(given) || given.includes(wanted))));
}

function piecesOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z0-9']+/g);
  if (words !== null && words.length > 1) return new Set(words);
  const characters = [...text.replace(/\s/g, '')];
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
}
