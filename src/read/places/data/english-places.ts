/** English words around the names of places. Our own lists, from general knowledge, unless a sentence says otherwise. */

/** Romanised surnames of China and Korea: behind one of them a short name is a given name (Chen Jian). The commonest of both censuses. */
export const SURNAMES: ReadonlySet<string> = words(
  `li wang zhang chen liu yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong cheng cao
   yuan deng fu shen zeng peng lu jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin
   kim lee park choi jung jeong kang cho yoon yun jang lim oh seo shin kwon hwang ahn ryu hong ri pak choe chang chung`,
);

/** Names of places that people bear: beside another capitalised word they are no place (Michael Jordan). */
export const PEOPLES_NAMES: ReadonlySet<string> = words(
  'chad jordan georgia paris sofia victoria israel lima juba berlin london sydney melbourne boston florence virginia cuba china niger apia quito santiago roseau lome praia riga dublin wellington houston austin jian helong antu',
);

/** What begins a name of a newspaper, a body or a firm after a place: China Daily is no place. */
export const NOT_PLACE_AFTER: ReadonlySet<string> = words(
  'daily times post news herald tribune morning today watch weekly review airlines bank mobile telecom unicom',
);

/** Words with a capital that begin sentences or stand before a kind of place without being a name. */
export const NOT_NAMES: ReadonlySet<string> = words(
  `the a an this that these those every each all any some no our their his her its my your other another same several many most both few
   local provincial municipal central national federal foreign border capital in at on to from of by for with near across through along
   between inside outside after before since until during and or but as if when while where which who whose what how why there here it he
   she they we you i is are was were be has have had new-style one two three four five six seven eight nine ten first second third mother home
   inner-city big small large major main nearby neighbouring neighboring rural urban chinese korean russian american japanese
   vietnamese thai lao mongolian burmese british european asian african monday tuesday wednesday thursday friday saturday sunday
   january february march april may june july august september october november december president minister governor mayor chief`,
);

/** Adjectives of countries, as they stand before "border", with codes of ISO 3166. */
export const ADJECTIVES: ReadonlyMap<string, string> = new Map([
  ['chinese', 'CN'],
  ['sino', 'CN'],
  ['prc', 'CN'],
  ['north korean', 'KP'],
  ['dprk', 'KP'],
  ['south korean', 'KR'],
  ['rok', 'KR'],
  ['russian', 'RU'],
  ['russo', 'RU'],
  ['mongolian', 'MN'],
  ['vietnamese', 'VN'],
  ['lao', 'LA'],
  ['laotian', 'LA'],
  ['thai', 'TH'],
  ['burmese', 'MM'],
  ['myanmar', 'MM'],
  ['cambodian', 'KH'],
  ['indian', 'IN'],
  ['indo', 'IN'],
  ['pakistani', 'PK'],
  ['afghan', 'AF'],
  ['iranian', 'IR'],
  ['iraqi', 'IQ'],
  ['turkish', 'TR'],
  ['syrian', 'SY'],
  ['israeli', 'IL'],
  ['lebanese', 'LB'],
  ['egyptian', 'EG'],
  ['libyan', 'LY'],
  ['ukrainian', 'UA'],
  ['polish', 'PL'],
  ['belarusian', 'BY'],
  ['hungarian', 'HU'],
  ['greek', 'GR'],
  ['german', 'DE'],
  ['french', 'FR'],
  ['spanish', 'ES'],
  ['italian', 'IT'],
  ['british', 'GB'],
  ['irish', 'IE'],
  ['american', 'US'],
  ['us', 'US'],
  ['mexican', 'MX'],
  ['canadian', 'CA'],
  ['japanese', 'JP'],
  ['kazakh', 'KZ'],
  ['nepali', 'NP'],
  ['bangladeshi', 'BD'],
  ['dutch', 'NL'],
  ['swiss', 'CH'],
  ['austrian', 'AT'],
  ['belgian', 'BE'],
  ['danish', 'DK'],
  ['finnish', 'FI'],
  ['norwegian', 'NO'],
  ['swedish', 'SE'],
  ['romanian', 'RO'],
  ['bulgarian', 'BG'],
  ['serbian', 'RS'],
  ['georgian', 'GE'],
  ['armenian', 'AM'],
  ['azerbaijani', 'AZ'],
  ['colombian', 'CO'],
  ['venezuelan', 'VE'],
  ['brazilian', 'BR'],
  ['argentine', 'AR'],
  ['chilean', 'CL'],
  ['peruvian', 'PE'],
  ['malaysian', 'MY'],
  ['indonesian', 'ID'],
  ['sudanese', 'SD'],
  ['ethiopian', 'ET'],
  ['kenyan', 'KE'],
  ['somali', 'SO'],
  ['nigerian', 'NG'],
  ['moroccan', 'MA'],
  ['algerian', 'DZ'],
  ['tunisian', 'TN'],
  ['jordanian', 'JO'],
  ['saudi', 'SA'],
  ['yemeni', 'YE'],
  ['czech', 'CZ'],
  ['slovak', 'SK'],
  ['croatian', 'HR'],
  ['uzbek', 'UZ'],
  ['tajik', 'TJ'],
  ['kyrgyz', 'KG'],
  ['bhutanese', 'BT'],
  ['guatemalan', 'GT'],
]);

/** Nouns after "border" that belong to it. */
export const BORDER_HEADS: ReadonlySet<string> = words(
  'region regions area areas town towns county counties city cities zone zones line district districts province provinces village villages river strip',
);

/** After "border": who guards it, or what is done about it, no place. */
export const BORDER_OFFICES: ReadonlySet<string> = words(
  'patrol patrols guard guards police security control controls defence defense troops forces agents agency bureau protection management trade officials officers crossing crossings crossers policy',
);

/** After "the Tumen": words that show that the name has ended, so that it is the river. */
export const FUNCTION_WORDS: ReadonlySet<string> = words(
  'in at on to from into with by is was were are has had which that or and for near between during every after before while when where as since last this at again alone alive under over upstream downstream illegally safely who he she they but',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
