import type { Span } from '../anchor.ts';
import type { ClaimKind, StatedPlace } from '../claim.ts';
import { matchesIn } from '../matches.ts';
import { type Sought, sought } from '../sought.ts';
import { FAR_SIDE, OPPOSITE_BEFORE, OPPOSITE_BEHIND } from './data/place-turns.ts';
import { type PlaceWords, type ReadLanguage, within } from './findings.ts';
import { DIVISIONS } from './place-words.ts';
import { countryOf, type PlaceMemory, placeBefore, pointedPlaces } from './pointed-places.ts';
import type { DocumentSetting } from './setting.ts';

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
