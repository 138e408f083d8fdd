import { canonicalJson, type Sha256 } from '../../base/index.ts';
import { sha256 } from '../../preserve/index.ts';
import * as datesChineseDates from '../dates/data/chinese-dates.ts';
import * as datesEnglishDates from '../dates/data/english-dates.ts';
import * as datesFeasts from '../dates/data/feasts.ts';
import * as datesKoreanDates from '../dates/data/korean-dates.ts';
import * as figuresAttributionWords from '../figures/data/attribution-words.ts';
import * as figuresCalendar from '../figures/data/calendar.ts';
import * as figuresComparators from '../figures/data/comparators.ts';
import * as figuresCurrencies from '../figures/data/currencies.ts';
import * as figuresFunctionWords from '../figures/data/function-words.ts';
import * as figuresNotFigures from '../figures/data/not-figures.ts';
import * as figuresNumberWords from '../figures/data/number-words.ts';
import * as figuresSpokenCounts from '../figures/data/spoken-counts.ts';
import * as figuresUnits from '../figures/data/units.ts';
import * as figuresVague from '../figures/data/vague.ts';
import * as kindsChineseEvents from '../kinds/data/chinese-events.ts';
import * as kindsChineseFrames from '../kinds/data/chinese-frames.ts';
import * as kindsChineseGrammar from '../kinds/data/chinese-grammar.ts';
import * as kindsChineseOptions from '../kinds/data/chinese-options.ts';
import * as kindsChineseRisks from '../kinds/data/chinese-risks.ts';
import * as kindsChineseSubjects from '../kinds/data/chinese-subjects.ts';
import * as kindsCurrencies from '../kinds/data/currencies.ts';
import * as kindsDirectionWords from '../kinds/data/direction-words.ts';
import * as kindsEnglishDirections from '../kinds/data/english-directions.ts';
import * as kindsEnglishEvents from '../kinds/data/english-events.ts';
import * as kindsEnglishFrames from '../kinds/data/english-frames.ts';
import * as kindsEnglishGrammar from '../kinds/data/english-grammar.ts';
import * as kindsEnglishImperatives from '../kinds/data/english-imperatives.ts';
import * as kindsEnglishOptions from '../kinds/data/english-options.ts';
import * as kindsEnglishPast from '../kinds/data/english-past.ts';
import * as kindsEnglishPeople from '../kinds/data/english-people.ts';
import * as kindsEnglishRiskGroups from '../kinds/data/english-risk-groups.ts';
import * as kindsEnglishRiskWords from '../kinds/data/english-risk-words.ts';
import * as kindsEnglishRisks from '../kinds/data/english-risks.ts';
import * as kindsEnglishStances from '../kinds/data/english-stances.ts';
import * as kindsEnglishSubjects from '../kinds/data/english-subjects.ts';
import * as kindsKindSigns from '../kinds/data/kind-signs.ts';
import * as kindsKoreanFrames from '../kinds/data/korean-frames.ts';
import * as kindsKoreanGrammar from '../kinds/data/korean-grammar.ts';
import * as kindsKoreanOptions from '../kinds/data/korean-options.ts';
import * as kindsKoreanPredicates from '../kinds/data/korean-predicates.ts';
import * as kindsKoreanRisks from '../kinds/data/korean-risks.ts';
import * as kindsKoreanSubjects from '../kinds/data/korean-subjects.ts';
import * as kindsOptionWords from '../kinds/data/option-words.ts';
import * as kindsRiskGroups from '../kinds/data/risk-groups.ts';
import * as kindsRiskLeanings from '../kinds/data/risk-leanings.ts';
import * as kindsStanceWords from '../kinds/data/stance-words.ts';
import * as kindsVoiceFrames from '../kinds/data/voice-frames.ts';
import * as mentionsChinese from '../mentions/data/chinese.ts';
import * as mentionsChineseCases from '../mentions/data/chinese-cases.ts';
import * as mentionsChineseDangers from '../mentions/data/chinese-dangers.ts';
import * as mentionsChineseDescribed from '../mentions/data/chinese-described.ts';
import * as mentionsContacts from '../mentions/data/contacts.ts';
import * as mentionsEnglish from '../mentions/data/english.ts';
import * as mentionsEnglishCases from '../mentions/data/english-cases.ts';
import * as mentionsEnglishDangers from '../mentions/data/english-dangers.ts';
import * as mentionsEnglishDescribed from '../mentions/data/english-described.ts';
import * as mentionsKorean from '../mentions/data/korean.ts';
import * as mentionsKoreanCases from '../mentions/data/korean-cases.ts';
import * as mentionsKoreanDangers from '../mentions/data/korean-dangers.ts';
import * as mentionsKoreanDescribed from '../mentions/data/korean-described.ts';
import { once } from '../once.ts';
import * as placesChinesePlaces from '../places/data/chinese-places.ts';
import * as placesCountries from '../places/data/countries.ts';
import * as placesDivisions from '../places/data/divisions.ts';
import * as placesEnglishPlaces from '../places/data/english-places.ts';
import * as placesKoreanPlaces from '../places/data/korean-places.ts';
import * as placesOfficeWords from '../places/data/office-words.ts';
import * as placesPlaceKinds from '../places/data/place-kinds.ts';
import * as placesSpeakerTitles from '../places/data/speaker-titles.ts';
import * as quantitiesChineseComparators from '../quantities/data/chinese-comparators.ts';
import * as quantitiesChineseNumbers from '../quantities/data/chinese-numbers.ts';
import * as quantitiesChineseUnits from '../quantities/data/chinese-units.ts';
import * as quantitiesCjkCurrencies from '../quantities/data/cjk-currencies.ts';
import * as quantitiesKoreanComparators from '../quantities/data/korean-comparators.ts';
import * as quantitiesKoreanNumbers from '../quantities/data/korean-numbers.ts';
import * as quantitiesKoreanUnits from '../quantities/data/korean-units.ts';
import * as quotationsChineseSpeech from '../quotations/data/chinese-speech.ts';
import * as quotationsEnglishSpeech from '../quotations/data/english-speech.ts';
import * as quotationsFieldNames from '../quotations/data/field-names.ts';
import * as quotationsKoreanSpeech from '../quotations/data/korean-speech.ts';
import * as claimsAfterwardsWords from './data/afterwards-words.ts';
import * as claimsAreaWords from './data/area-words.ts';
import * as claimsCommaWords from './data/comma-words.ts';
import * as claimsConfidedWords from './data/confided-words.ts';
import * as claimsDenialWords from './data/denial-words.ts';
import * as claimsJoiningWords from './data/joining-words.ts';
import * as claimsPlaceTurns from './data/place-turns.ts';
import * as claimsPointingWords from './data/pointing-words.ts';
import * as claimsPredicateWords from './data/predicate-words.ts';
import * as claimsPresentWords from './data/present-words.ts';
import * as claimsProvenanceWords from './data/provenance-words.ts';
import * as claimsResidueWords from './data/residue-words.ts';
import * as claimsSourceWords from './data/source-words.ts';
import * as claimsStatementWords from './data/statement-words.ts';
import * as claimsVoiceWords from './data/voice-words.ts';

/** Which reader made a reading; the version rises with every change of what it finds. */
export const READER: { readonly name: string; readonly version: string } = {
  name: 'daybook-reader',
  version: '8',
};

const DATA = {
  datesChineseDates,
  datesEnglishDates,
  datesFeasts,
  datesKoreanDates,
  figuresAttributionWords,
  figuresCalendar,
  figuresComparators,
  figuresCurrencies,
  figuresFunctionWords,
  figuresNotFigures,
  figuresNumberWords,
  figuresSpokenCounts,
  figuresUnits,
  figuresVague,
  kindsChineseEvents,
  kindsChineseFrames,
  kindsChineseGrammar,
  kindsChineseOptions,
  kindsChineseRisks,
  kindsChineseSubjects,
  kindsCurrencies,
  kindsDirectionWords,
  kindsEnglishDirections,
  kindsEnglishEvents,
  kindsEnglishFrames,
  kindsEnglishGrammar,
  kindsEnglishImperatives,
  kindsEnglishOptions,
  kindsEnglishPast,
  kindsEnglishPeople,
  kindsEnglishRiskGroups,
  kindsEnglishRiskWords,
  kindsEnglishRisks,
  kindsEnglishStances,
  kindsEnglishSubjects,
  kindsKindSigns,
  kindsKoreanFrames,
  kindsKoreanGrammar,
  kindsKoreanOptions,
  kindsKoreanPredicates,
  kindsKoreanRisks,
  kindsKoreanSubjects,
  kindsOptionWords,
  kindsRiskGroups,
  kindsRiskLeanings,
  kindsStanceWords,
  kindsVoiceFrames,
  mentionsChineseCases,
  mentionsChineseDangers,
  mentionsChineseDescribed,
  mentionsChinese,
  mentionsContacts,
  mentionsEnglishCases,
  mentionsEnglishDangers,
  mentionsEnglishDescribed,
  mentionsEnglish,
  mentionsKoreanCases,
  mentionsKoreanDangers,
  mentionsKoreanDescribed,
  mentionsKorean,
  placesChinesePlaces,
  placesCountries,
  placesDivisions,
  placesEnglishPlaces,
  placesKoreanPlaces,
  placesOfficeWords,
  placesPlaceKinds,
  placesSpeakerTitles,
  quantitiesChineseComparators,
  quantitiesChineseNumbers,
  quantitiesChineseUnits,
  quantitiesCjkCurrencies,
  quantitiesKoreanComparators,
  quantitiesKoreanNumbers,
  quantitiesKoreanUnits,
  quotationsChineseSpeech,
  quotationsEnglishSpeech,
  quotationsFieldNames,
  quotationsKoreanSpeech,
  claimsAfterwardsWords,
  claimsAreaWords,
  claimsCommaWords,
  claimsConfidedWords,
  claimsDenialWords,
  claimsJoiningWords,
  claimsPlaceTurns,
  claimsPointingWords,
  claimsPresentWords,
  claimsPredicateWords,
  claimsProvenanceWords,
  claimsResidueWords,
  claimsSourceWords,
  claimsStatementWords,
  claimsVoiceWords,
};

/**
 * SHA-256 of the reader's own word lists as canonical JSON, so that a reading's entry can name the knowledge it was
 * made with. Depends on the lists' content alone, not on how they are laid out in files. Made once for a run. What is a function in a list is code, which the version names.
 */
export function readerDataDigest(): Sha256 {
  return digest();
}

const digest = once(() => sha256(new TextEncoder().encode(canonicalJson(plain(DATA)))));

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(plain);
  if (value instanceof Set) return [...value];
  if (value instanceof RegExp) return value.source;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => typeof member !== 'function' && member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, plain(member)]));
}
