import type { Span } from '../anchor.ts';
import type { Basis, StatedPlace } from '../claim.ts';
import type { Found } from '../layer.ts';
import { type FoundPlace, placeReader } from '../places/read-places.ts';
import type { ThemePack } from '../theme-pack.ts';
import { type PlaceWords, type ReadLanguage, within } from './findings.ts';
import { type PlaceMemory, placeBefore, pointedPlaces } from './pointed-places.ts';
import type { DocumentSetting } from './setting.ts';

/** Reads the places of a stretch of a layer's text; made once for a pack. */
export type PlaceWordsReader = (text: string, span: Span, lang: ReadLanguage) => readonly PlaceWords[];

/** A reader of places as claims give them: no finer than the pack shows, with what a passage has to do with each. */
export function placeWordsReader(pack: ThemePack): PlaceWordsReader {
  const read = placeReader(pack);
  const rows = new Map(pack.places.map((row) => [row.id, row]));
  const shownId = (id: string): string => rows.get(id)?.showAs ?? id;
  return (text, span, lang) =>
    read(text.slice(span.start, span.end), { lang })
      .filter((found) => lang !== 'zh' || !WHOLE.test(found.stated))
      .map((found): PlaceWords => {
        const { start, end, stated, norm, id, candidates } = found;
        const relation = relationOf(text.slice(span.start, span.end), found, lang);
        const countries = rows.get(id ?? '')?.countries ?? [];
        return {
          start: span.start + start,
          end: span.start + end,
          place: {
            stated,
            ...(norm === undefined ? {} : { norm }),
            ...(id === undefined || !rows.has(id) ? {} : { id: shownId(id) }),
            ...(candidates === undefined ? {} : { candidates: [...new Set(candidates.map(shownId))] }),
            ...(relation === undefined ? {} : { relation }),
          },
          border: countries.length === 2 ? `${countries.join('-')} border` : found.type === 'border' ? norm : undefined,
          openBorder: found.type === 'border' && norm === undefined,
          type: found.type,
        };
      });
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
    const stated = text.slice(division.start, division.end);
    return {
      place: { stated, norm: code === undefined ? stated : `${code} ${stated}` },
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
function divisionIn(text: string, { start, end }: Span, lang: ReadLanguage): Span | undefined {
  const match = DIVISION[lang].exec(text.slice(start, end));
  const name = match?.groups?.['name'] ?? match?.groups?.['of'];
  if (match === null || name === undefined) return undefined;
  const at = start + match.index + match[0].lastIndexOf(name);
  return { start: at, end: at + name.length };
}

const DIVISION: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /(?<!\p{L})(?<name>(?!The\s)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?\s(?:County|City|Prefecture|District|Township))(?!\p{L})|(?:County|City|Prefecture|District)\sof\s(?<of>\p{Lu}[\p{L}'’-]+)/u,
  zh: /(?:^|[省州市盟]|自治区|自治區)(?<name>\p{Script=Han}{1,6}?(?:自治[县縣]|[县縣]|[市区區]|[镇鎮乡鄉]))(?=\p{Script=Han}|$)/u,
  ko: /(?:^|[성도주시]\s?)(?<name>\p{Script=Hangul}{1,6}?(?:현|군|시))(?=\s?(?:\p{Script=Hangul}{0,8}(?:국|정부|위원회|대대|청|처|소|부))(?!\p{L}))/u,
};

function depth({ norm = '' }: StatedPlace): number {
  const [code = '', ...name] = norm.split(' ');
  return code.split('-').length + name.filter((word) => word === '/').length + (name.length > 0 ? 1 : 0);
}

const OWN_AREA: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:our|this|the) (?:area|areas|city|county|prefecture|province|district|region|town|township|village|jurisdiction)\b/iu,
  zh: /(?:我|本)(?:市|县|縣|州|省|区|區|地区|地區|镇|鎮|乡|鄉)/u,
  ko: /(?:우리|본|이) (?:시|군|도|구|지역|마을|성)(?=[은는이가을를의에\s])/u,
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
}

/**
 * Where a clause holds (docs/read-claims.md RC5): the places it names or points to, and behind them those that it only comes from, goes to or deals
 * with; "our area" is the issuer's; else where the words before it in its sentence do; else the issuer's place, which the document speaks from; else
 * that of the sentence that it goes on with. Empty when nobody says.
 */
export function claimPlaces(
  clause: Span,
  named: readonly PlaceWords[],
  { text, issuerPlace }: DocumentSetting,
  { lang, sentence, border, memory, before }: PlaceContext,
): StatedPlace[] {
  const places: StatedPlace[] = [];
  for (const words of within(named, clause)) {
    if (!places.some(({ stated }) => stated === words.place.stated))
      places.push(isOthers(text, words, named) ? words.place : withBorder(words, border));
  }
  const here = places.filter(({ relation }) => relation === undefined);
  const elsewhere = places.filter(({ relation }) => relation !== undefined);
  const own = OWN_AREA[lang].exec(text.slice(clause.start, clause.end))?.[0];
  if (issuerPlace !== undefined && own !== undefined)
    return [{ ...issuerPlace.place, basis: issuerPlace.basis, stated: own }, ...here, ...elsewhere];
  const pointed = pointedPlaces(text, clause, memory, lang).flatMap(({ place }) =>
    here.some(({ norm }) => norm === place.norm) ? [] : [place],
  );
  const said = [...here, ...pointed];
  // "the border" alone does not say where it is.
  const known = said.some(({ norm, candidates }) => norm !== undefined || candidates !== undefined);
  if (known) return [...said, ...elsewhere];
  const near = placeBefore(sentence, clause, named);
  if (near !== undefined) return [...said, near, ...elsewhere];
  if (issuerPlace !== undefined) return [...said, { ...issuerPlace.place, basis: issuerPlace.basis }, ...elsewhere];
  return before === undefined ? [...said, ...elsewhere] : [...said, goneOn(before), ...elsewhere];
}

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
function isOthers(text: string, { start, openBorder }: PlaceWords, named: readonly PlaceWords[]): boolean {
  if (!openBorder) return false;
  const before = text.slice(Math.max(0, start - 16), start);
  return (
    /\b\p{Lu}\p{L}+(?:[-–]\p{Lu}\p{L}+)?\s$|[越缅緬老泰蒙俄印巴]$/u.test(before) ||
    named.some(({ end, place }) => start - end <= 1 && end <= start && !/^(?:CN|KP)/u.test(place.norm ?? ''))
  );
}

/** "the border region", after the river between two countries was named: theirs, and the river is the basis. */
function withBorder({ place, openBorder }: PlaceWords, border: PlaceWords | undefined): StatedPlace {
  if (!openBorder || border?.border === undefined) return place;
  return { ...place, norm: border.border, basis: { from: 'earlier-sentence', start: border.start, end: border.end } };
}
