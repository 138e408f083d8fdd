import type { Span } from '../anchor.ts';
import type { StatedPlace } from '../claim.ts';
import { findNames, normOfPlace } from '../figures/place-name.ts';
import { type PlaceWords, type ReadLanguage, within } from './findings.ts';
import type { Sentence } from './sentence-parts.ts';
import type { DocumentSetting } from './setting.ts';

/** The places that a sentence names. */
export function placeWords(sentence: Sentence, { pack, places, text }: DocumentSetting): readonly PlaceWords[] {
  const { tokens } = sentence;
  return findNames(tokens, places).flatMap(({ first, next, rows }): PlaceWords[] => {
    const [start, end] = [tokens[first]?.start ?? 0, tokens[next - 1]?.end ?? 0];
    const [row, ...others] = rows;
    if (row === undefined) return [];
    const stated = text.slice(start, end);
    const place =
      others.length === 0 ? { stated, norm: normOfPlace(row, pack) } : { stated, candidates: rows.map(({ id }) => id) };
    // "deported to X", "refugees from X": where they go or come from, not where the statement holds.
    const way = /^(?:to|from|into|towards?|with)$/.test(tokens[first - 1]?.lower ?? '');
    return [{ start, end, place, way }];
  });
}

const OWN_AREA: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:our|this|the) (?:area|areas|city|county|prefecture|province|district|region|town|township|village|jurisdiction)\b/iu,
  zh: /(?:我|本)(?:市|县|縣|州|省|区|區|地区|地區|镇|鎮|乡|鄉)/u,
  ko: /(?:우리|본|이) (?:시|군|도|구|지역|마을|성)(?=[은는이가을를의에\s])/u,
};

/**
 * Where a clause holds (docs/read-claims.md RC5): the places it names; "our area" is the issuer's; else the issuer's place, which the
 * document speaks from. Empty when nobody says.
 */
export function claimPlaces(
  clause: Span,
  named: readonly PlaceWords[],
  setting: DocumentSetting,
  lang: ReadLanguage,
): StatedPlace[] {
  const { text, issuerPlace } = setting;
  const places: StatedPlace[] = [];
  for (const { place, way } of within(named, clause)) {
    if (!way && !places.some(({ stated }) => stated === place.stated)) places.push(place);
  }
  if (issuerPlace === undefined) return places;
  const basis = { from: 'closing-block', start: issuerPlace.start, end: issuerPlace.end } as const;
  const norm = normOfPlace(issuerPlace.row, setting.pack);
  const own = OWN_AREA[lang].exec(text.slice(clause.start, clause.end))?.[0];
  if (own !== undefined) return [{ stated: own, norm, basis }, ...places];
  return places.length > 0 ? places : [{ stated: issuerPlace.words, norm, basis }];
}
