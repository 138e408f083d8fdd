import { expect, test } from 'vitest';
import { placeWords } from './place-names.ts';

const say = (id: string, values: Readonly<Record<string, string | number>> = {}): string =>
  `${id}(${Object.values(values).join(', ')})`;
const names = {
  CN: { en: 'China', 'zh-Hans': '中国', 'zh-Hant': '中國', ko: '중국' },
  'CN-22 Jilin': { en: 'Jilin Province', 'zh-Hans': '吉林省', ko: '길림성' },
};

function words(code: string, locale: string): string {
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return placeWords(code, { names, locale, say, region: (one) => regions.of(one) });
}

test('a place is called what the desk’s language calls it', () => {
  expect(['en', 'zh-Hans', 'zh-Hant', 'ko'].map((locale) => words('CN', locale))).toEqual([
    'China',
    '中国',
    '中國',
    '중국',
  ]);
  expect(words('CN-22 Jilin', 'ko')).toBe('길림성');
  expect(words('CN-22 Jilin', 'zh-Hant')).toBe('吉林省');
});

test('a country that no pack has is called as the platform calls it', () => {
  expect([words('NO', 'en'), words('NO', 'ko'), words('QX', 'en')]).toEqual(['Norway', '노르웨이', 'QX']);
});

test('of a border and of a place without a name in a list no code is left', () => {
  expect(words('MN-RU border', 'en')).toBe('place.border(Mongolia, Russia)');
  expect(words('KR Jeonju', 'ko')).toBe('place.within(Jeonju, 대한민국)');
  expect(words('CN-51 Sichuan', 'en')).toBe('place.within(Sichuan, China)');
  expect(words('KP North Hamgyong / Musan', 'en')).toBe('place.within(North Hamgyong / Musan, North Korea)');
});

test('what is no code is given back', () => {
  expect(['Tumen River', 'Jilin', 'constructor', ''].map((code) => words(code, 'en'))).toEqual([
    ...['Tumen River', 'Jilin', 'constructor', ''],
  ]);
});
