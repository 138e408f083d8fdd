import type { Span } from '../anchor.ts';
import type { Basis, StatedPlace } from '../claim.ts';
import type { Found } from '../layer.ts';
import { type FoundPlace, placeReader } from '../places/read-places.ts';
import type { ThemePack } from '../theme-pack.ts';
import { type PlaceWords, type ReadLanguage, within } from './findings.ts';
import type { DocumentSetting } from './setting.ts';

/** Reads the places of a stretch of a layer's text; made once for a pack. */
export type PlaceWordsReader = (text: string, span: Span, lang: ReadLanguage) => readonly PlaceWords[];

/** A reader of places as claims give them: no finer than the pack shows, with what a passage has to do with each. */
export function placeWordsReader(pack: ThemePack): PlaceWordsReader {
  const read = placeReader(pack);
  const rows = new Map(pack.places.map((row) => [row.id, row]));
  const shownId = (id: string): string => rows.get(id)?.showAs ?? id;
  return (text, span, lang) =>
    read(text.slice(span.start, span.end), { lang }).map((found): PlaceWords => {
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
      };
    });
}

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
  const found = read(text, { start: issuer.start, end: Math.min(issuer.end, issuer.start + 500) }, lang);
  const known = found.filter(({ place }) => place.norm !== undefined);
  // "Varnow County, Tessany province": the one whose norm is the longest lies within the others.
  const narrowest = known.toSorted((a, b) => depth(b.place) - depth(a.place) || a.start - b.start)[0];
  if (narrowest === undefined) return undefined;
  const { stated, norm, id } = narrowest.place;
  return {
    place: { stated, ...(norm === undefined ? {} : { norm }), ...(id === undefined ? {} : { id }) },
    basis: { from: 'closing-block', start: narrowest.start, end: narrowest.end },
  };
}

function depth({ norm = '' }: StatedPlace): number {
  const [code = '', ...name] = norm.split(' ');
  return code.split('-').length + name.filter((word) => word === '/').length + (name.length > 0 ? 1 : 0);
}

const OWN_AREA: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:our|this|the) (?:area|areas|city|county|prefecture|province|district|region|town|township|village|jurisdiction)\b/iu,
  zh: /(?:我|本)(?:市|县|縣|州|省|区|區|地区|地區|镇|鎮|乡|鄉)/u,
  ko: /(?:우리|본|이) (?:시|군|도|구|지역|마을|성)(?=[은는이가을를의에\s])/u,
};

/**
 * Where a clause holds (docs/read-claims.md RC5): the places it names, and behind them those that it only comes from, goes to or deals
 * with; "our area" is the issuer's; else the issuer's place, which the document speaks from. Empty when nobody says. `border` is the last
 * known border that the document spoke of, which gives "the border" its countries.
 */
export function claimPlaces(
  clause: Span,
  named: readonly PlaceWords[],
  { text, issuerPlace }: DocumentSetting,
  { lang, border }: { readonly lang: ReadLanguage; readonly border: PlaceWords | undefined },
): StatedPlace[] {
  const places: StatedPlace[] = [];
  for (const words of within(named, clause)) {
    if (!places.some(({ stated }) => stated === words.place.stated)) places.push(withBorder(words, border));
  }
  const here = places.filter(({ relation }) => relation === undefined);
  const elsewhere = places.filter(({ relation }) => relation !== undefined);
  if (issuerPlace === undefined) return [...here, ...elsewhere];
  const own = OWN_AREA[lang].exec(text.slice(clause.start, clause.end))?.[0];
  const issued = { ...issuerPlace.place, basis: issuerPlace.basis };
  if (own !== undefined) return [{ ...issued, stated: own }, ...here, ...elsewhere];
  // "the border" alone does not say where it is.
  const known = here.some(({ norm, candidates }) => norm !== undefined || candidates !== undefined);
  return known ? [...here, ...elsewhere] : [...here, issued, ...elsewhere];
}

/** "the border region", after the river between two countries was named: theirs, and the river is the basis. */
function withBorder({ place, openBorder }: PlaceWords, border: PlaceWords | undefined): StatedPlace {
  if (!openBorder || border?.border === undefined) return place;
  return { ...place, norm: border.border, basis: { from: 'earlier-sentence', start: border.start, end: border.end } };
}
