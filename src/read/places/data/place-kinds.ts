/**
 * Words that say what kind of place a name is, in three languages, with the types of theme packs: from the administrative divisions of
 * China (GB/T 2260) and both Korean states and common English geography.
 */

/** What is left out when a name is used without its word of kind. 县, 郡 and 현 stay on names that would be left with one character. */
export const SHORTENED: Readonly<Record<'english' | 'river' | 'chinese' | 'korean', RegExp>> = {
  english:
    / (?:(?:korean|manchu|zhuang|uyghur|uygur|hui|dai|mongol|tibetan) )?(?:(?:autonomous|self-governing|special|metropolitan) )?(?:province|county|city|municipality|prefecture|district|region)$/iu,
  river: / River$/u,
  chinese:
    /(?:(?:朝鲜族|朝鮮族|满族|滿族|壮族|回族|维吾尔|傣族)?自治(?:州|县|縣|区)|特别行政区|广域市|特别市|劳动者区|勞動者區|[省市县縣郡])$/u,
  korean: /(?:조선족자치주|조선족자치현|만족자치현|로동자구|노동자구|특별자치도|특별자치시|특별시|광역시|[시군현성])$/u,
};

/** English words of kind after a name, small as well (Musan county). */
export const ENGLISH_KINDS: ReadonlyMap<string, string> = new Map([
  ['province', 'province'],
  ['county', 'county'],
  ['city', 'city'],
  ['prefecture', 'prefecture'],
  ['district', 'district'],
  ['municipality', 'city'],
  ['township', 'township'],
  ['town', 'town'],
  ['village', 'village'],
  ['river', 'river'],
]);

/** The same, only with a capital: as common nouns they follow anything. */
export const ENGLISH_CAPITAL_KINDS: ReadonlyMap<string, string> = new Map([
  ['region', 'region'],
  ['peninsula', 'region'],
  ['valley', 'region'],
  ['lake', 'lake'],
  ['sea', 'sea'],
  ['bay', 'sea'],
  ['strait', 'sea'],
  ['island', 'region'],
  ['islands', 'region'],
  ['mountain', 'mountain'],
  ['mountains', 'mountain'],
  ['port', 'port'],
  ['street', 'street'],
  ['road', 'street'],
  ['bridge', 'crossing'],
  ['station', 'station'],
  ['airport', 'site'],
  ['square', 'site'],
]);

/** Before a name: Lake Chon, Mount Kumgang. */
export const ENGLISH_PREFIX_KINDS: ReadonlyMap<string, string> = new Map([
  ['lake', 'lake'],
  ['mount', 'mountain'],
  ['mt', 'mountain'],
  ['cape', 'region'],
]);

/** Romanised Korean endings behind a hyphen: Musan-gun, Hoeryong-si, Itaewon-dong. */
export const ROMAN_KINDS: ReadonlyMap<string, string> = new Map([
  ['do', 'province'],
  ['si', 'city'],
  ['gun', 'county'],
  ['kun', 'county'],
  ['gu', 'district'],
  ['ku', 'district'],
  ['eup', 'town'],
  ['up', 'town'],
  ['myeon', 'township'],
  ['myon', 'township'],
  ['ri', 'village'],
  ['dong', 'neighbourhood'],
]);

/** Chinese words of kind, longer first. */
export const CHINESE_KINDS: readonly (readonly [string, string])[] = [
  ['朝鲜族自治州', 'prefecture'],
  ['朝鲜族自治县', 'county'],
  ['自治州', 'prefecture'],
  ['自治县', 'county'],
  ['自治区', 'province'],
  ['地区', 'region'],
  ['口岸', 'port'],
  ['半岛', 'region'],
  ['群岛', 'region'],
  ['机场', 'site'],
  ['火车站', 'station'],
  ['省', 'province'],
  ['市', 'city'],
  ['县', 'county'],
  ['郡', 'county'],
  ['区', 'district'],
  ['州', 'prefecture'],
  ['镇', 'town'],
  ['乡', 'township'],
  ['村', 'village'],
  ['屯', 'village'],
  ['里', 'village'],
  ['洞', 'neighbourhood'],
  ['江', 'river'],
  ['河', 'river'],
  ['岛', 'region'],
  ['港', 'port'],
  ['山', 'mountain'],
  ['道', 'province'],
];

/** Korean words of kind, longer first. */
export const KOREAN_KINDS: readonly (readonly [string, string])[] = [
  ['특별자치도', 'province'],
  ['특별자치시', 'special-city'],
  ['특별시', 'special-city'],
  ['직할시', 'special-city'],
  ['광역시', 'special-city'],
  ['자치구', 'province'],
  ['조선족자치주', 'prefecture'],
  ['조선족자치현', 'county'],
  ['자치주', 'prefecture'],
  ['자치현', 'county'],
  ['로동자구', 'workers-district'],
  ['노동자구', 'workers-district'],
  ['국제공항', 'site'],
  ['공항', 'site'],
  ['산맥', 'mountain'],
  ['반도', 'region'],
  ['고원', 'region'],
  ['해협', 'sea'],
  ['구역', 'district'],
  ['군도', 'region'],
  ['사막', 'region'],
  ['도', 'province'],
  ['시', 'city'],
  ['군', 'county'],
  ['구', 'district'],
  ['읍', 'town'],
  ['면', 'township'],
  ['리', 'village'],
  ['동', 'neighbourhood'],
  ['현', 'county'],
  ['성', 'province'],
  ['주', 'state'],
  ['강', 'river'],
  ['산', 'mountain'],
  ['섬', 'region'],
  ['역', 'station'],
  ['항', 'port'],
  ['진', 'town'],
  ['촌', 'village'],
];

/** Whether a word of kind fits what a known place is: 吉林 with 市 is not the province. */
export function fitsKind(type: string, kind: string): boolean {
  return (FITTING.get(kind) ?? [kind]).includes(type);
}

const FITTING: ReadonlyMap<string, readonly string[]> = new Map([
  ['province', ['province', 'region', 'municipality', 'special-city', 'state']],
  ['city', ['city', 'county-city', 'prefecture-city', 'municipality', 'capital-city', 'special-city']],
  ['special-city', ['city', 'municipality', 'capital-city', 'special-city']],
  ['county', ['county', 'county-city']],
  ['prefecture', ['prefecture', 'state']],
  ['state', ['state', 'prefecture', 'region']],
  ['district', ['district', 'county', 'workers-district']],
  ['region', ['region', 'prefecture', 'province', 'county', 'county-city', 'prefecture-city', 'city']],
  ['town', ['town', 'township']],
  ['township', ['town', 'township']],
  ['village', ['village', 'hamlet']],
]);
