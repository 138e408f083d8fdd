export { type AlignedGroup, type AlignmentRefusal, alignSentences } from './alignment/align.ts';
export {
  type AnchorLost,
  anchorPassage,
  fromCodePoints,
  type Resolved,
  resolvePassage,
  type Span,
  toCodePoints,
} from './anchor.ts';
export {
  type AssistantAnswered,
  type AssistantAsked,
  type AssistantProposals,
  type AssistantSetting,
  MODEL_LIMIT,
  proposalsPlace,
  readAssistantAnswered,
  readAssistantAsked,
  readAssistantProposals,
  readAssistantSetting,
} from './assistant/assistant-record.ts';
export { DROP_REASONS, type DropReason, type Proposals, proposalsFrom } from './assistant/proposals.ts';
export { type AssistantRequest, type AssistantRequests, assistantRequests } from './assistant/request.ts';
export { claimsStanding } from './assistant/stored-claims.ts';
export type * from './claim.ts';
export {
  ATTRIBUTION_ROLES,
  CLAIM_KINDS,
  COURSES_OF_ACTION,
  MODALITIES,
  OPTION_STANCES,
  POLARITIES,
  SIGNAL_DIRECTIONS,
} from './claim-vocabulary.ts';
export { documentChains } from './claims/chain.ts';
export { makeClaim, standsOnItsWords } from './claims/make-claim.ts';
export { readClaims } from './claims/read-claims.ts';
export { READER } from './claims/reader.ts';
export { type ClaimsJsonOptions, claimToClaimsJson, readingToClaimsJson } from './claims-json.ts';
export { isRealDate } from './dates/edtf.ts';
export { type FoundDate, readDates } from './dates/read-dates.ts';
export { type FileKind, fileKind } from './formats/file-kind.ts';
export { type FormatNote, type Member, NOTES, UNREAD_REASONS, type UnreadPart } from './formats/format.ts';
export { FILE_LIMIT, FORMAT_NAMES, FORMATS, type FormatName } from './formats/formats.ts';

export { MEMBER_LIMITS } from './formats/member-limits.ts';
export { type PageImageRefusal, pageImage } from './formats/page-image.ts';
export {
  type FileRefusal,
  type ReadFile,
  readFormat,
  recogniseFormat,
} from './formats/read-format.ts';
export { RECOGNISED_LANGUAGES, type RecognisedLanguage } from './formats/recogniser.ts';

export { type ByteRanges, openZip, type ZipArchive } from './formats/zip-entries.ts';
export type { Block, BlockKind, Charset, Found, Layer, LayerDocument, Metadata, Page } from './layer.ts';
export { layerDigest, wordsDigest } from './layer-digest.ts';
export { parseLayer } from './layer-json.ts';
export type { Annotation } from './libraries/annotations.ts';
export { csvText, plainCell } from './libraries/csv-text.ts';
export {
  isProtectedField,
  type Library,
  type LibraryField,
  type LibraryRecord,
  type LibraryRefusal,
} from './libraries/library.ts';
export {
  parseAnnotations,
  parseArchiveList,
  parseLibrary,
  parseMapping,
  parseTable,
} from './libraries/library-answer.ts';
export { type LibraryAsk, readLibraryFile } from './libraries/library-file.ts';
export { type MappedRecord, readMappedSheet } from './libraries/mapped-sheet.ts';
export type { SheetMapping } from './libraries/sheet-mapping.ts';
export { TABLE_LIMITS, type TableRows } from './libraries/table-rows.ts';
export { readTella } from './libraries/tella.ts';
export { readUwazi } from './libraries/uwazi.ts';
export { type MainText, mainText } from './main-text.ts';
export { type HoldReason, reasonsAgainstDraft } from './mentions/draft-hold.ts';
export { type HeldWords, heldWords } from './mentions/held-words.ts';
export { isProtected, mentionsIn, VEIL, veil } from './mentions/veil.ts';
export { once } from './once.ts';
export { NOTE_LIMITS, type PassageNote, readPassageNote } from './passage-note.ts';
export { type PlaceLabel, placeLabels } from './places/place-labels.ts';
export { type FoundAttribution, readAttributions } from './quotations/read-attributions.ts';
export { placeOfQuote } from './quote-place.ts';
export { layerOfText, type ReadHints, type ReadRefusal, readLayer } from './read-layer.ts';
export { type MadeReading, readingOf } from './reading.ts';
export { parseClaim, parseReading } from './reading-json.ts';
export {
  type LayerMade,
  type LayerRecord,
  type ReadingRecord,
  readLayerRecord,
  readReadingRecord,
} from './reading-record.ts';
export { sentencesOf } from './sentences.ts';
export { englishStem } from './terms/english-stem.ts';
export { ALL_UNSEEN, foldText } from './terms/folded-text.ts';
export {
  type IndexedPassage,
  indexedPassage,
  phraseTerms,
  termsVersion,
  valueTerm,
} from './terms/index-terms.ts';
export { type NamedRow, type NameForms, nameForms, withinRow } from './terms/name-forms.ts';
export {
  holdsExactly,
  type Occurrence,
  occurrencesOf,
  occursIn,
  standsInsideOnly,
} from './terms/occurrences.ts';
export { namesTerm, type ParsedQuery, parseQuery, type QueryNote } from './terms/query.ts';
export { type LooseQuery, looseQuery } from './terms/query-parts.ts';
export type { AdditionReason, Alternative, QueryTerm } from './terms/query-term.ts';
export {
  dateOfDay,
  dayOf,
  MOST_PASSAGES,
  PASSAGE_KINDS,
  type PassageKind,
  passageKind,
  type SearchPassage,
  searchPassages,
} from './terms/search-passages.ts';
export { type SearchedText, Sought, searchedText } from './terms/searched-text.ts';
export type {
  LoadedPack,
  PackFault,
  PackFaultCode,
  PackNote,
  PackRefusal,
  ThemeName,
  ThemePack,
  ThemeRow,
} from './theme-pack.ts';
export { parseThemePack } from './theme-pack-parser.ts';
export { type TranslationPair, translationPairsOf } from './translation-pairs.ts';
