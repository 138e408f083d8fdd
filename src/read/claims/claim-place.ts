import type { Span } from '../anchor.ts';
import type { Basis, ClaimKind, StatedPlace } from '../claim.ts';
import type { Found } from '../layer.ts';
import { matchesIn } from '../matches.ts';
import { packNames, worldNames } from '../places/place-names.ts';
import { type FoundPlace, placeReader } from '../places/read-places.ts';
import { type Sought, sought } from '../sought.ts';
import type { ThemePack } from '../theme-pack.ts';
import {
  CAPITALS,
  FAR_SIDE,
  OPPOSITE_BEFORE,
  OPPOSITE_BEHIND,
  STATE_BEFORE,
  STATE_BEHIND,
} from './data/place-turns.ts';
import { type AbovePlace, type PlaceWords, type ReadLanguage, within } from './findings.ts';
import { countryOf, type PlaceMemory, placeBefore, pointedPlaces } from './pointed-places.ts';
import type { DocumentSetting } from './setting.ts';

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

const DIVISIONS: ReadonlySet<string> = new Set([
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

/** The place a document speaks from: the narrowest known place in its issuer's name. */
export interface IssuerPlace {
  readonly place: StatedPlace;
  readonly basis: Basis;
}

/** Finds the issuer's place; undefined when the issuer is unknown, has no position in the text, or names none. */
export function issuerPlace(
  issuer: Found | undefined,
  text: string,
  read: PlaceWordsReader,
  lang: ReadLanguage,
): IssuerPlace | undefined {
  if (issuer?.start === undefined || issuer.end === undefined) return undefined;
  const span = { start: issuer.start, end: Math.min(issuer.end, issuer.start + 500) };
  const found = read(text, span, lang);
  const known = found.filter(({ place }) => place.norm !== undefined);
  // "Varnow County, Tessany province": the one whose norm is the longest lies within the others.
  const narrowest = known.toSorted((a, b) => depth(b.place) - depth(a.place) || a.start - b.start)[0];
  const division = divisionIn(text, span, lang);
  const isWithin =
    division !== undefined &&
    (narrowest === undefined ||
      (division.end > narrowest.end && /^[A-Z]{2}(?:-\d\d)? /u.test(`${narrowest.place.norm} `)));
  if (isWithin) {
    const code = /^[A-Z]{2}(?:-\d\d)?(?=\s|$)/u.exec(narrowest?.place.norm ?? '')?.[0];
    const { stated, name } = division;
    return {
      place: { stated, norm: code === undefined ? name : `${code} ${name}` },
      basis: { from: 'closing-block', start: division.start, end: division.end },
    };
  }
  if (narrowest === undefined) return undefined;
  const { stated, norm, id } = narrowest.place;
  return {
    place: { stated, ...(norm === undefined ? {} : { norm }), ...(id === undefined ? {} : { id }) },
    basis: { from: 'closing-block', start: narrowest.start, end: narrowest.end },
  };
}

/**
 * The narrowest division that the name of an office begins with or ends in, known or not: Lanquan County, 吉林省檀江县, 풍산현. A name that nobody's list
 * has is still the name of a place, where a word of kind says so.
 */
function divisionIn(
  text: string,
  { start, end }: Span,
  lang: ReadLanguage,
): (Span & { readonly stated: string; readonly name: string }) | undefined {
  const match = DIVISION[lang].exec(text.slice(start, end));
  const name = match?.groups?.['name'] ?? match?.groups?.['of'];
  if (match === null || name === undefined) return undefined;
  const finer = match.groups?.['finer'] ?? '';
  const at = start + match.index + match[0].lastIndexOf(name + finer);
  const inner = finer.trim();
  // A town of a county has both names: 檀江县 / 松林镇.
  return {
    start: at,
    end: at + name.length + finer.length,
    ...(inner === '' ? { stated: name, name } : { stated: inner, name: `${name} / ${inner}` }),
  };
}

const DIVISION: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /(?<!\p{L})(?<name>(?!The\s)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?\s(?:County|City|Prefecture|District|Township))(?!\p{L})|(?:County|City|Prefecture|District)\sof\s(?<of>\p{Lu}[\p{L}'’-]+)/u,
  zh: /(?:^(?:中共|中国共产党)?|[省州市盟]|自治区|自治區)(?<name>(?:(?![省州盟])\p{Script=Han}){1,6}?(?:自治[县縣]|[县縣]|[市区區]|[镇鎮乡鄉]))(?<finer>(?:(?![委政公民司人机機])\p{Script=Han}){1,4}?[镇鎮乡鄉])?(?=\p{Script=Han}|$)/u,
  ko: /(?:^|[성도주시]\s?)(?<name>\p{Script=Hangul}{1,6}?(?:현|군|시))(?<finer>\s\p{Script=Hangul}{1,5}[진향촌])?(?=\s?(?:\p{Script=Hangul}{0,8}(?:국|정부|위원회|대대|청|처|소|부))(?!\p{L}))/u,
};

function depth({ norm = '' }: StatedPlace): number {
  const [code = '', ...name] = norm.split(' ');
  return code.split('-').length + name.filter((word) => word === '/').length + (name.length > 0 ? 1 : 0);
}

const OWN_AREA: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:our|this|the) (?:area|areas|city|county|prefecture|province|district|region|town|township|village|jurisdiction)\b/iu,
  zh: /(?:我|本)(?:市|县|縣|州|省|区|區|地区|地區|镇|鎮|乡|鄉)/u,
  ko: /(?:우리|본|이) (?:시|군|도|구|지역|마을|성|현|진|향|주)(?=[은는이가을를의에\s])/u,
};

/** What the text around a clause says of where it holds. */
export interface PlaceContext {
  readonly lang: ReadLanguage;
  readonly sentence: Span;
  /** The last known border that the document spoke of, which gives "the border" its countries. */
  readonly border: PlaceWords | undefined;
  readonly memory: PlaceMemory;
  /** Where the sentence before held, when this one goes on with it. */
  readonly before: PlaceWords | undefined;
  readonly kind: ClaimKind;
}

/**
 * Where a clause holds (docs/read-claims.md RC5): the places it names or points to, and behind them those that it only comes from, goes to or deals
 * with; "our area" is the issuer's; else where the words before it in its sentence do; else the issuer's place, which the document speaks from; else
 * that of the sentence that it goes on with. Empty when nobody says.
 */
export function claimPlaces(
  clause: Span,
  named: readonly PlaceWords[],
  setting: DocumentSetting,
  { lang, sentence, border, memory, before, kind }: PlaceContext,
): StatedPlace[] {
  const { text, issuerPlace } = setting;
  const places: StatedPlace[] = [];
  for (const words of within(named, clause)) {
    if (!places.some(({ stated }) => stated === words.place.stated))
      places.push(isOthers(text, words, named) ? words.place : withBorder(words, border));
  }
  const here = places.filter((place) => place.relation === undefined && !isOpposite(text, clause, place, lang));
  const elsewhere = places.filter(({ relation }) => relation !== undefined);
  const own = OWN_AREA[lang].exec(text.slice(clause.start, clause.end))?.[0];
  if (issuerPlace !== undefined && own !== undefined)
    return [{ ...issuerPlace.place, basis: issuerPlace.basis, stated: own }, ...here, ...elsewhere];
  const isNamed = here.some(({ norm }) => norm !== undefined);
  const pointed = pointedPlaces(text, clause, memory, { lang, isNamed }).flatMap(({ place }) =>
    here.some(({ norm }) => norm === place.norm) ? [] : [place],
  );
  const far = farSide(text, clause, { lang, border, memory, issuerPlace });
  const said = [...here, ...pointed, ...(far === undefined || here.some(({ norm }) => norm === far.norm) ? [] : [far])];
  // "the border" alone does not say where it is.
  const known = said.some(({ norm, candidates }) => norm !== undefined || candidates !== undefined);
  const isDivision = within(named, clause).some(
    ({ type = '', place }) => place.relation === undefined && DIVISIONS.has(type),
  );
  const issuers = issuerPlace && { ...issuerPlace.place, basis: issuerPlace.basis };
  // A paper that speaks of the border or a river speaks of the part that is its own.
  if (known && issuers !== undefined && far === undefined && said.every(({ norm }) => isLine(norm)))
    return [...said, issuers, ...elsewhere];
  // What somebody thinks or asks holds nowhere but where it says so.
  if (known || (kind === 'opinion' && issuers === undefined)) return [...said, ...elsewhere];
  const near = placeBefore(sentence, clause, named) ?? pointedBefore(text, { sentence, clause }, memory, lang);
  if (near !== undefined) return [...said, near, ...elsewhere];
  if (issuers !== undefined) return [...said, issuers, ...elsewhere];
  const on = before ?? (HAPPENINGS.has(kind) && !isDivision ? topicOf(setting, memory) : undefined);
  return on === undefined ? [...said, ...elsewhere] : [...said, goneOn(on), ...elsewhere];
}

/** What happens somewhere, or holds there: of these a text about one place needs not say again where. */
const HAPPENINGS: ReadonlySet<ClaimKind> = new Set(['event', 'statistic', 'rule']);

/** The one division that a report or thread is about (docs/read-claims.md RC5d); talks, answers and statements speak of many
 * things. */
function topicOf({ document, carriers }: DocumentSetting, { topic }: PlaceMemory): PlaceWords | undefined {
  const speaksOfMany =
    document?.role === 'contribution' || document?.turn !== undefined || carriers.group !== undefined;
  return topic === 'none' || speaksOfMany ? undefined : topic;
}

/** *In the prefecture …, and a third of them …*: what the words before a clause in its sentence point to, under the words that named it. */
function pointedBefore(
  text: string,
  { sentence, clause }: { readonly sentence: Span; readonly clause: Span },
  memory: PlaceMemory,
  lang: ReadLanguage,
): StatedPlace | undefined {
  const before = { start: sentence.start, end: clause.start };
  const last = pointedPlaces(text, before, memory, { lang, isNamed: false }).at(-1);
  return last && { ...last.place, stated: last.target.place.stated };
}

/** Whether a norm is that of a border or river, which is long. */
function isLine(norm: string | undefined): boolean {
  return norm !== undefined && / (?:border|River)$/u.test(norm);
}

/** 临江对面, *across from Linjiang*: what lies opposite a place does not lie in it. */
function isOpposite(text: string, { start, end }: Span, { stated }: StatedPlace, lang: ReadLanguage): boolean {
  const at = text.slice(start, end).indexOf(stated);
  if (at < 0) return false;
  const [from, to] = [start + at, start + at + stated.length];
  return (
    OPPOSITE_BEHIND[lang].test(text.slice(to, to + 12)) ||
    OPPOSITE_BEFORE.test(text.slice(Math.max(0, from - 32), from))
  );
}

/**
 * The country on the other bank (docs/read-claims.md RC5c): of the two on the border that the text speaks of, the one where it was not. Its basis is
 * the place that it was at. Undefined where the words do not say it, or nothing says on which side the text is.
 */
function farSide(
  text: string,
  clause: Span,
  {
    lang,
    border,
    memory,
    issuerPlace,
  }: Pick<PlaceContext, 'lang' | 'border' | 'memory'> & Pick<DocumentSetting, 'issuerPlace'>,
): StatedPlace | undefined {
  const [first, second] = /^([A-Z]{2})-([A-Z]{2}) border$/u.exec(border?.border ?? '')?.slice(1) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const words = text.slice(clause.start, clause.end);
  const [found] = SOUGHT_FAR[lang].mayBeIn(words) ? matchesIn(words, FAR_SIDE[lang]) : [];
  if (found === undefined) return undefined;
  const near = issuerPlace ?? memory.lastDivision;
  const country = near === undefined ? undefined : countryOf(near);
  const far = country === first ? second : country === second ? first : undefined;
  if (near === undefined || far === undefined) return undefined;
  const basis =
    'basis' in near ? near.basis : ({ from: 'earlier-sentence', start: near.start, end: near.end } as const);
  return { stated: found[0], norm: far, ...(far !== undefined && { id: far }), basis };
}

const SOUGHT_FAR: Readonly<Record<ReadLanguage, Sought>> = {
  en: sought(FAR_SIDE.en),
  zh: sought(FAR_SIDE.zh),
  ko: sought(FAR_SIDE.ko),
};

/** The place of the sentence before. */
function goneOn({ place: { stated, norm, id }, start, end }: PlaceWords): StatedPlace {
  return {
    stated,
    ...(norm !== undefined && { norm }),
    ...(id !== undefined && { id }),
    basis: { from: 'earlier-sentence', start, end },
  };
}

/** "the Lao border", 中越边境, 라오스 국경: a word or place before it says whose it is. */
function isOthers(text: string, { start, openBorder, place }: PlaceWords, named: readonly PlaceWords[]): boolean {
  if (!openBorder) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  return (
    /^(?:the\s)?(?:Lao|Laotian|Thai|Mongolian|Vietnamese|Burmese|Myanmar|Russian|Cambodian|Indian|Kazakh)\b|^(?:라오스|태국|몽골|베트남|미얀마|러시아)|^(?:老挝|老撾|泰国|泰國|蒙古|越南|缅甸|緬甸|俄罗斯|俄羅斯)/u.test(
      place.stated,
    ) ||
    /\b\p{Lu}\p{L}+(?:[-–]\p{Lu}\p{L}+)?\s$|[越缅緬老泰蒙俄印巴]$/u.test(before) ||
    named.some((each) => start - each.end <= 1 && each.end <= start && !/^(?:CN|KP)/u.test(each.place.norm ?? ''))
  );
}

/** "the border region", after the river between two countries was named: theirs, and the river is the basis. */
function withBorder({ place, openBorder }: PlaceWords, border: PlaceWords | undefined): StatedPlace {
  if (!openBorder || border?.border === undefined) return place;
  return { ...place, norm: border.border, basis: { from: 'earlier-sentence', start: border.start, end: border.end } };
}
