import type { Span } from '../anchor.ts';
import type { StatedPlace } from '../claim.ts';
import { packNames, worldNames } from '../places/place-names.ts';
import { type FoundPlace, placeReader } from '../places/read-places.ts';
import type { ThemePack } from '../theme-pack.ts';
import { CAPITALS, STATE_BEFORE, STATE_BEHIND } from './data/place-turns.ts';
import type { AbovePlace, PlaceWords, ReadLanguage } from './findings.ts';

/** Reads the places of a stretch of a layer's text; made once for a pack. */
export type PlaceWordsReader = (text: string, span: Span, lang: ReadLanguage) => readonly PlaceWords[];

/** A reader of places as claims give them: no finer than the pack shows, with what a passage has to do with each. */
export function placeWordsReader(pack: ThemePack): PlaceWordsReader {
  const read = placeReader(pack);
  const rows = new Map(pack.places.map((row) => [row.id, row]));
  const shownId = (id: string): string => rows.get(id)?.showAs ?? id;
  const above = aboveReader(pack);
  return (text, span, lang) => {
    const said = text.slice(span.start, span.end);
    const found = read(said, { lang }).filter(({ stated }) => lang !== 'zh' || !WHOLE.test(stated));
    const relations = relationsOf(said, found, lang);
    return found.map((each, at): PlaceWords => {
      const { start, end, type, id } = each;
      const state = stateMeant(said, each, lang);
      const around = each.norm === undefined ? enclosing(said, found, at) : undefined;
      const countries = rows.get(id ?? '')?.countries ?? [];
      const place =
        state === undefined ? named(each, around, relations[at]) : { stated: each.stated, ...country(state) };
      const higher =
        state !== undefined ? [] : around === undefined ? above(id ?? '') : [around, ...above(around.id ?? '')];
      return {
        start: span.start + start,
        end: span.start + end,
        place,
        border: countries.length === 2 ? `${countries.join('-')} border` : type === 'border' ? each.norm : undefined,
        openBorder: type === 'border' && each.norm === undefined,
        type: state === undefined ? type : 'country',
        ...(higher.length > 0 && { above: higher }),
      };
    });
  };

  function country(code: string): Pick<StatedPlace, 'norm' | 'id'> {
    return { norm: code, ...(rows.has(code) && { id: code }) };
  }

  function named(
    { stated, norm, id, candidates }: FoundPlace,
    around: AbovePlace | undefined,
    relation: StatedPlace['relation'],
  ): StatedPlace {
    const own = norm ?? (around === undefined ? undefined : `${around.norm} ${stated}`);
    return {
      stated,
      ...(own === undefined ? {} : { norm: own }),
      ...(id === undefined || !rows.has(id) ? {} : { id: shownId(id) }),
      ...(candidates === undefined ? {} : { candidates: [...new Set(candidates.map(shownId))] }),
      ...(relation === undefined ? {} : { relation }),
    };
  }
}

/** What lies around a place that a pack or the lists of the world know, the nearest first. */
function aboveReader(pack: ThemePack): (id: string) => readonly AbovePlace[] {
  const [own, world] = [packNames(pack).byId, worldNames().byId];
  return (id) => {
    const place = own.get(id) ?? world.get(id);
    return (place?.above ?? []).flatMap((each): AbovePlace[] => {
      const known = own.get(each) ?? world.get(each);
      return known === undefined || known.norm === '' ? [] : [{ type: known.type, norm: known.norm, id: known.id }];
    });
  };
}

/**
 * The province or prefecture beside a division that no list knows (黑龙江省柳原县, *Tanjiang County in Jilin*): the division is written behind its
 * code under its own name (docs/read-claims.md RC5b). Undefined when none stands there.
 */
function enclosing(text: string, found: readonly FoundPlace[], at: number): AbovePlace | undefined {
  const here = found[at];
  if (here === undefined || !DIVISIONS.has(here.type)) return undefined;
  const [before, after] = [found[at - 1], found[at + 1]];
  const leads = before !== undefined && /^(?:\s?|['’]s\s|的|의\s)$/u.test(text.slice(before.end, here.start));
  const follows =
    after !== undefined && /^(?:,\s|\s\(|,?\s(?:in|of)\s(?:the\s)?)$/u.test(text.slice(here.end, after.start));
  const around = leads ? before : follows ? after : undefined;
  if (around?.norm === undefined || (around.level !== 'province' && around.level !== 'prefecture')) return undefined;
  const code = /^[A-Z]{2}(?:-\d\d)?(?=\s|$)/u.exec(around.norm)?.[0];
  return code === undefined
    ? undefined
    : { type: around.type, norm: code, ...(around.id !== undefined && { id: around.id }) };
}

/** Types of places that are divisions below a prefecture, or one. */
export const DIVISIONS: ReadonlySet<string> = new Set([
  'county',
  'city',
  'county-city',
  'district',
  'town',
  'township',
  'prefecture',
]);

/** The country whose government the name of its capital stands for: *Beijing denies*, 北京不想, 평양은 … 부인했다. Undefined where the city is meant. */
function stateMeant(text: string, { start, end, stated }: FoundPlace, lang: ReadLanguage): string | undefined {
  const country = CAPITALS.get(stated);
  if (country === undefined) return undefined;
  const before = text.slice(Math.max(0, start - 30), start);
  if (STATE_BEFORE[lang].test(before)) return country;
  if (
    lang === 'en'
      ? /\b(?:in|from|to|near|at|of|around|outside|for|via|through|into|between)\s$/iu.test(before)
      : /[在从從到去赴驻駐离離自往]$/u.test(before)
  )
    return undefined;
  return STATE_BEHIND[lang].test(text.slice(end, end + 80)) ? country : undefined;
}

/** 全州, the whole prefecture, is no name where nothing says that it is one. */
const WHOLE = /^全[省州市县縣]$/u;

const BEFORE: Readonly<Record<'en' | 'zh', readonly (readonly [RegExp, StatedPlace['relation']])[]>> = {
  en: [
    [/(?:^|[^\p{L}])(?:from)\s(?:the\s)?$/iu, 'from'],
    [/(?:^|[^\p{L}])(?:to|into|towards?|for)\s(?:the\s)?$/iu, 'to'],
    [/(?:^|[^\p{L}])with\s(?:the\s)?$/iu, 'with'],
  ],
  zh: [
    [/(?:从|從|自|由|来自|來自)$/u, 'from'],
    [/(?:到|往|赴|入|回|至|向|返|抵|抵达|抵達|前往|逃往)$/u, 'to'],
    [/(?:与|與|同|和)$/u, 'with'],
  ],
};

const BEHIND_KOREAN: readonly (readonly [RegExp, StatedPlace['relation']])[] = [
  [/^(?:에서 (?:온|오는|넘어온|탈출한|도망친)|출신|발(?=[^\p{L}]))/u, 'from'],
  [/^(?:으로|로)(?!\p{L})/u, 'to'],
  [/^(?:와|과)의/u, 'with'],
];

/** The relation of each place: those of a list (和龙和龙井, *to Yanji and Tumen*) have that of the first. */
function relationsOf(
  text: string,
  found: readonly FoundPlace[],
  lang: ReadLanguage,
): readonly StatedPlace['relation'][] {
  const relations: StatedPlace['relation'][] = [];
  for (const [at, each] of found.entries()) {
    const before = found[at - 1];
    const isListed = before !== undefined && LISTED[lang].test(text.slice(before.end, each.start));
    relations.push(isListed ? relations[at - 1] : relationOf(text, each, lang));
  }
  return relations;
}

const LISTED: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /^(?:,\s(?:and\s)?|\sand\s|\sor\s)(?:the\s)?$/u,
  zh: /^[、和与與及]$/u,
  // Of a Korean list only the last bears the particle.
  ko: /(?!)/u,
};

/** "deported to X", "refugees from X", "ties with X": what a statement has to do with a place in which it does not hold. */
function relationOf(text: string, { start, end }: FoundPlace, lang: ReadLanguage): StatedPlace['relation'] {
  if (lang === 'ko') return BEHIND_KOREAN.find(([pattern]) => pattern.test(text.slice(end, end + 12)))?.[1];
  return BEFORE[lang].find(([pattern]) => pattern.test(text.slice(Math.max(0, start - 12), start)))?.[1];
}
