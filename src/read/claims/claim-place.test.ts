import { expect, it } from 'vitest';
import { firstPack } from '../../../test/read/first-pack.ts';
import { readLayer } from '../read-layer.ts';
import { readClaims } from './read-claims.ts';

const pack = firstPack();

/** The places of the first claim whose passage has some words, each by its norm, else as it is stated, and where what is not in the passage stands. */
function placesIn(text: string, words: string): readonly (readonly [string, string | undefined])[] | undefined {
  const layer = readLayer(new TextEncoder().encode(text), { fileName: 'a.txt' });
  if (!layer.ok) throw new Error('no layer');
  return readClaims(layer.value, pack)
    .claims.find(({ passage }) => passage.quote.includes(words))
    ?.place.filter(({ relation }) => relation === undefined)
    .map(({ stated, norm, basis }) => [norm ?? stated, basis && layer.value.text.slice(basis.start, basis.end)]);
}

it.each([
  // The division that no list knows, behind the code of its province.
  ['RC5b', '在黑龙江省柳原县，渡船停了航，村民修了一座桥。', '渡船', ['CN-23 Heilongjiang', 'CN-23 柳原县']],
  ['RC5b', '吉林省檀江縣公安局收走了四十艘船。', '四十', ['CN-22 Jilin', 'CN-22 檀江縣']],
  ['RC5b', 'In Tanjiang County in Jilin the guards took 40 boats.', '40', ['CN-22 Tanjiang County', 'CN-22 Jilin']],
  [
    'RC5b',
    '关于船只的通告\n\n各村：\n\n居民不得隐藏四十艘以上的船只，违者罚款。\n\n中共吉林省檀江县委办公室\n2015年5月12日',
    '四十',
    ['CN-22 檀江县'],
  ],
  [
    'RC5b',
    '关于船只的通告\n\n各村：\n\n居民不得隐藏四十艘以上的船只，违者罚款。\n\n檀江县松林镇人民政府\n2015年5月12日',
    '四十',
    ['檀江县 / 松林镇'],
  ],
  ['RC5', 'The guards took 40 boats near the Lao border. China and North Korea gave no reason.', '40', ['Lao border']],
  // A capital that stands for its government.
  ['RC5c', 'Beijing has never counted the 40 boats.', '40', ['CN']],
  ['RC5c', 'The group urges Beijing to open the ferry at once.', 'ferry', ['CN']],
  ['RC5c', 'In Beijing the guards took 40 boats.', '40', ['CN-11 Beijing']],
  ['RC5c', '北京从未公布过船只的数字。', '数字', ['CN']],
  ['RC5c', '他们在北京卖掉了四十艘船。', '四十', ['CN-11 Beijing']],
  ['RC5c', '평양은 나룻배가 멈췄다는 보도를 부인했다.', '부인', ['KP']],
  ['RC5c', '평양에서 나룻배 40척이 멈췄다.', '40척', ['KP Pyongyang']],
  // The other bank.
  [
    'RC5c',
    'The guards of Hunchun took 40 boats on the border between China and North Korea. Rice across the river costs 40 yuan.',
    'Rice',
    ['KP'],
  ],
  ['RC5c', '中朝边境的珲春市收走了四十艘船。对岸的大米涨到了四十元。', '大米', ['KP']],
  ['RC5c', '북중 국경의 혜산시에서 배 40척이 멈췄다. 강 건너에서도 배 30척이 멈췄다.', '30척', ['CN']],
  ['RC5c', 'Rice across the river costs 40 yuan.', 'Rice', []],
  // What the last place lies in, and the country.
  [
    'RC5a',
    'The guards of Yanji took 40 boats. The office of the prefecture has set a target of 300 boats.',
    '300',
    ['CN-22-24 Yanbian'],
  ],
  ['RC5a', '延吉市收走了四十艘船。全州定下了三百艘船的指标。', '三百', ['CN-22-24 Yanbian']],
  ['RC5a', '그는 국가안전국에 배 40척을 넘겼다. 지린성에서 배를 샀다.', '40척', []],
  ['RC5a', '任何乡镇、部分村不得收留四十艘以上的船。', '四十', []],
  // What somebody thinks holds nowhere but where it says so.
  ['RC5d', 'The guards of Hunchun took 40 boats. I think that such laws are wrong.', 'laws', []],
] as const)('%s: %s', (_, text, words, places) => {
  expect(placesIn(text, words)?.map(([place]) => place)).toEqual(places);
});

it('RC5d: a report or thread about one place holds there, a talk, a statement or a text about several does not', () => {
  const place = (text: string): unknown => placesIn(text, '30');
  const body = 'The guards gave no reason. In all 30 boats were taken.';
  expect(place(`Boats taken in Hunchun\n\nBy Ann Lee | 15 May 2019\n\n${body}`)).toEqual([
    ['CN-22-24-04 Hunchun', 'Hunchun'],
  ]);
  expect(place(`Boats taken in Hunchun and Dandong\n\nBy Ann Lee | 15 May 2019\n\n${body}`)).toEqual([]);
  expect(
    place(
      `Round table: boats in Hunchun\n\n15 May 2019\n\nANN LEE: They took boats.\n\nBO KIM: Why?\n\nANN LEE: ${body}\n\nBO KIM: I see.`,
    ),
  ).toEqual([]);
});
