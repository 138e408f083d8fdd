/**
 * Currency words of Chinese and Korean with their ISO 4217 codes; a word that several currencies share and nothing
 * decides is its own unit (`cents`, `francs`). 元 and 위안 alone are of the People's Republic, 원 of the Republic of Korea:
 * texts of both say 朝鲜元, 朝元, 북한 원 when they mean the other.
 */
export const CHINESE_CURRENCIES: ReadonlyMap<string, string> = new Map([
  ...pairs('CNY', '元 块钱 块 圆 人民币 元人民币 圆人民币 块人民币'),
  ...pairs('USD', '美元 美金 美刀 美圆'),
  ...pairs('KRW', '韩元 韩币 韩圆 韩国元'),
  ...pairs('KPW', '朝鲜元 朝元 朝币 朝鲜圆 北韩元 北韩币'),
  ...pairs('JPY', '日元 日圆 日币 円'),
  ...pairs('HKD', '港元 港币 港圆 港纸'),
  ...pairs('TWD', '台币 新台币 台元 元新台币'),
  ...pairs('EUR', '欧元'),
  ...pairs('GBP', '英镑'),
  ...pairs('RUB', '卢布 俄罗斯卢布'),
  ...pairs('THB', '泰铢'),
  ...pairs('VND', '越南盾 越盾'),
  ...pairs('LAK', '基普 老挝基普'),
  ...pairs('MNT', '图格里克'),
  ...pairs('CHF', '瑞士法郎 瑞郎'),
  ...pairs('CAD', '加元 加币 加拿大元'),
  ...pairs('AUD', '澳元 澳币 澳大利亚元'),
  ...pairs('NZD', '新西兰元 纽元'),
  ...pairs('SGD', '新加坡元 新元 新币'),
  ...pairs('MOP', '澳门元'),
  ...pairs('INR', '印度卢比'),
  ...pairs('NGN', '奈拉'),
  ...pairs('MYR', '林吉特 马币'),
  ...pairs('KZT', '坚戈'),
  ...pairs('BTC', '比特币'),
  ...pairs('francs', '法郎'),
  ...pairs('rupees', '卢比'),
  ...pairs('pesos', '比索'),
  ...pairs('kroner', '克朗'),
  ...pairs('rials', '里亚尔'),
  ...pairs('dinars', '第纳尔'),
  ...pairs('cents', '美分'),
  ...pairs('CNY/10', '毛钱 角钱'),
]);

export const KOREAN_CURRENCIES: ReadonlyMap<string, string> = new Map([
  ...pairs('KRW', '원 한국_원 한국돈_원'),
  ...pairs('KPW', '북한_원 조선_원 북한돈_원 북한원 조선원'),
  ...pairs('USD', '달러 미국_달러 미_달러 미국달러 미달러 불 미불'),
  ...pairs('CNY', '위안 위안화 중국_위안 인민폐 런민비 위엔 원의_인민폐'),
  ...pairs('JPY', '엔 엔화 일본_엔'),
  ...pairs('EUR', '유로 유로화'),
  ...pairs('GBP', '파운드 영국_파운드 파운드화'),
  ...pairs('HKD', '홍콩_달러 홍콩달러'),
  ...pairs('TWD', '대만_달러 대만달러 타이완_달러 신타이완달러'),
  ...pairs('CAD', '캐나다_달러 캐나다달러'),
  ...pairs('AUD', '호주_달러 호주달러'),
  ...pairs('NZD', '뉴질랜드_달러'),
  ...pairs('SGD', '싱가포르_달러'),
  ...pairs('RUB', '루블 러시아_루블 루블화'),
  ...pairs('THB', '바트 밧 바트화'),
  ...pairs('VND', '베트남_동'),
  ...pairs('LAK', '킵'),
  ...pairs('MNT', '투그릭'),
  ...pairs('CHF', '스위스_프랑 스위스프랑'),
  ...pairs('GEL', '라리'),
  ...pairs('BTC', '비트코인'),
  ...pairs('francs', '프랑'),
  ...pairs('rupees', '루피'),
  ...pairs('pesos', '페소'),
  ...pairs('pesetas', '페세타'),
  ...pairs('pence', '펜스'),
  ...pairs('cents', '센트'),
]);

/** Signs and codes before a number, in folded text. ¥ is the yuan in Chinese and the yen elsewhere. */
export const CURRENCY_LEADS: ReadonlyMap<string, string> = new Map([
  ...pairs('USD', '$ us$ usd 美元 美金 미화'),
  ...pairs('HKD', 'hk$ hkd 港币 港元'),
  ...pairs('TWD', 'nt$ twd 新台币 台币'),
  ...pairs('SGD', 's$'),
  ...pairs('CAD', 'c$ cad'),
  ...pairs('AUD', 'a$ aud'),
  ...pairs('EUR', '€ eur 欧元'),
  ...pairs('GBP', '£ gbp 英镑'),
  ...pairs('KRW', '₩ krw 韩元 韩币 한화 한국_돈 한국돈'),
  ...pairs('KPW', 'kpw 북한_돈 북한돈 조선_돈 조선돈 내화'),
  ...pairs('CNY', 'rmb cny 人民币 인민폐 인민페 중국_돈 중국돈'),
  ...pairs('JPY', 'jpy 日元 日圆'),
  ...pairs('¥', '¥'),
]);

/** Codes and signs behind a number. */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
  ...pairs('USD', 'usd $'),
  ...pairs('CNY', 'rmb cny'),
  ...pairs('KRW', 'krw ₩'),
  ...pairs('EUR', 'eur €'),
  ...pairs('GBP', 'gbp £'),
  ...pairs('JPY', 'jpy'),
  ...pairs('HKD', 'hkd'),
  ...pairs('TWD', 'twd'),
]);

/** What follows an amount and is a hundredth or a tenth of its unit. */
export const SMALL_CHANGE: ReadonlyMap<string, number> = new Map([
  ['角', 0.1],
  ['毛', 0.1],
  ['分', 0.01],
  ['美分', 0.01],
  ['欧分', 0.01],
  ['仙', 0.01],
  ['센트', 0.01],
  ['펜스', 0.01],
  ['자오', 0.1],
  ['마오', 0.1],
]);

function pairs(code: string, words: string): readonly (readonly [string, string])[] {
  return words.split(' ').map((word) => [word.replaceAll('_', ' '), code]);
}
