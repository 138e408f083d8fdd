/** A kind of division that words like "the county" point to, or whatever place was spoken of, or the country. */
export type AreaKind =
  | 'province'
  | 'prefecture'
  | 'city'
  | 'county'
  | 'district'
  | 'town'
  | 'village'
  | 'any'
  | 'country';

/** Words of kind by the division they name, in three languages: GB/T 2260 for China, the divisions of both Korean states. */
export const AREA_KINDS: ReadonlyMap<string, AreaKind> = new Map<string, AreaKind>([
  ['province', 'province'],
  ['prefecture', 'prefecture'],
  ['city', 'city'],
  ['county', 'county'],
  ['county-city', 'city'],
  ['prefecture-city', 'city'],
  ['municipality', 'city'],
  ['district', 'district'],
  ['township', 'town'],
  ['town', 'town'],
  ['village', 'village'],
  ['省', 'province'],
  ['州', 'prefecture'],
  ['市', 'city'],
  ['县', 'county'],
  ['縣', 'county'],
  ['区', 'district'],
  ['區', 'district'],
  ['镇', 'town'],
  ['鎮', 'town'],
  ['乡', 'town'],
  ['鄉', 'town'],
  ['村', 'village'],
  ['성', 'province'],
  ['도', 'province'],
  ['주', 'prefecture'],
  ['시', 'city'],
  ['현', 'county'],
  ['군', 'county'],
  ['구', 'district'],
  ['진', 'town'],
  ['향', 'town'],
  ['마을', 'village'],
]);

/**
 * Words that point to a place that was said before: group 1 is a word of kind; `here` is any place, `all` the country. Our own lists, from
 * notices and news.
 */
export const AREA_WORDS: Readonly<Record<'en' | 'zh' | 'ko', RegExp>> = {
  en: /\b(?:the|this|that|our)\s(county|prefecture|city|province|district|township|town|village)\b(?!\s(?:of|level)\b)|\b(?<here>the (?:area|locality)|locally|over there)\b|\b(?<all>nationwide|across the country|countrywide)\b/giu,
  zh: /(?:全|该|該|本|我|此)(省|州|市|县|縣|区|區|镇|鎮|乡|鄉|村)(?!份)|(?<![\p{Script=Han}])(县|縣|州|市)(?=政府|公安局|公安机关|民政局|教育局)|(?<![一二三四五六七八九十两几各每])(县|縣|州|市)(?:城|里|裡|内|內|境内|境內)|(?<here>当地|當地|那里|那裡|该地|該地)|(?<all>全国(?!人大|政协|两会)|全國|(?:国内|國內)(?![法外])|(?<![\p{Script=Han}])境内|(?<![\p{Script=Han}])境內|在境内|在境內)/gu,
  ko: /(?:우리|본|해당|이)\s(성|주|시|현|군|구|진|향|마을)(?=[은는이가을를의에\s])|(?<!\p{L})(현|군|시|성)\s?(?=당국|정부|공안국)|(?<!\p{L})(현|군)(?:에서는|에서|내에서)|(?<here>그곳|이곳|거기|현지(?=에서|의|에는|에선))|(?<!\p{L})(?<all>전국)/gu,
};

/** Words of kind that divisions of one country of the field have, in the language of the text. */
export const KINDS_OF_COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/(?:自治州|自治[县縣]|[县縣]|[乡鄉]|[镇鎮])$/u, 'CN'],
  [/(?:郡|劳动者区|勞動者區)$/u, 'KP'],
  [/(?:현|자치주)$/u, 'CN'],
  [/(?:로동자구|노동자구)$/u, 'KP'],
  [/\s(?:Autonomous )?Prefecture$/u, 'CN'],
];
