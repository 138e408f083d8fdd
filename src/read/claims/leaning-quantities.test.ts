import { describe, expect, it } from 'vitest';
import type { Language } from '../../base/index.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import { readClaims } from './read-claims.ts';

const said = (text: string, language: Language): string[] =>
  readClaims(sentenceLayer(text, { language }), SAMPLE_PACK).claims.flatMap(({ quantity }) =>
    quantity.map(
      ({ stated, value, low, high, op, unit }) =>
        `${stated}: ${op} ${value ?? (low === null ? '-' : `${low}-${high}`)} ${unit}`,
    ),
  );

describe('F12: what a figure takes from around it', () => {
  it.each<readonly [Language, string, readonly string[]]>([
    [
      'en',
      'The crossing cost 900 yuan last year. Now brokers charge 4,000 a head.',
      ['900 yuan: = 900 CNY', '4,000: = 4000 CNY/person'],
    ],
    [
      'en',
      'The ferry sank with 40 women aboard. Some of the women swam ashore, and nearly all were arrested.',
      ['40: = 40 persons', 'Some: ? - persons', 'nearly all: ? - persons'],
    ],
    [
      'en',
      'Eight in ten of the women were sold, and a good quarter of the men.',
      ['Eight in ten: = 0.8 share', 'a good quarter: >= 0.25 share'],
    ],
    ['en', 'In March a young man from Orrin was arrested at the quay.', ['a young man: = 1 persons']],
    ['en', 'In March a young man from Orrin said that boats were seized at the quay.', []],
    ['en', 'Patrols visit each house at least twice a month.', ['at least twice: >= 2 occurrences']],
    ['en', 'The hall, built for 300, was emptied three weeks after the fire.', ['300: = 300 persons']],
    ['en', 'A family needs 2 million won to start again.', ['2 million won: = 2000000 KRW']],
    ['en', 'In the market rice rose to 6,000 won a kilo.', ['6,000 won: = 6000 KPW']],
    [
      'en',
      'The court heard 12 villagers. The trial took 15 days; two were sentenced later to three years.',
      ['12: = 12 persons', '15: = 15 days', 'two: = 2 persons', 'three: = 3 years'],
    ],
    [
      'en',
      'A family of four was held on the quay. Smugglers face up to five years and a fine of 400 to 900 yuan.',
      ['four: = 4 persons', 'up to five: <= 5 years', '400 to 900 yuan: .. 400-900 CNY'],
    ],
    ['en', 'Each tip earns 100 yuan, or 300 if somebody is caught.', ['100 yuan: = 100 CNY', '300: = 300 CNY']],
    ['en', 'The price is four times that of last year. Thousands were turned away.', ['Thousands: ? - persons']],
    [
      'en',
      'A dozen or so men searched the hall, where she was kept with her sons, aged 6 and 9.',
      ['A dozen or so: ~ 12 persons'],
    ],
    [
      'en',
      'She paid ¥30,000 to cross. Fishing is banned within 500 metres.',
      ['¥30,000: = 30000 CNY', 'within 500: <= 500 m'],
    ],
    [
      'en',
      'The bus held 40 or 50 people. Only two stayed, the first two weeks being quiet.',
      ['40 or 50: .. 40-50 persons', 'Only two: = 2 persons'],
    ],
    [
      'en',
      'One of our drivers, a father of three, was arrested. Eight of ten teachers left.',
      ['One: = 1 persons', 'Eight of ten: = 0.8 share'],
    ],
    [
      'en',
      'There were 17 raids. Of 60 women whom we asked, 48 said so.',
      ['17: = 17 occurrences', '60: = 60 persons', '48: = 48 persons'],
    ],
    ['zh', '四十个孩子中有十五个没有上学。', ['四十个: = 40 persons', '十五个: = 15 persons']],
    ['zh', '每举报一人奖励三百元，押金两千。', ['三百元: = 300 CNY', '两千: = 2000 CNY']],
    [
      'ko',
      '구호 단체 12곳 중 5곳이 남았다. 휴대전화 20대를 압수했다.',
      ['12곳: = 12 organisations', '5곳: = 5 organisations', '20대: = 20 items'],
    ],
    ['zh', '上周大米卖到5200朝元，两个月前还不到4100。', ['5200朝元: = 5200 KPW', '还不到4100: < 4100 KPW']],
    ['zh', '去年有六十名妇女被送走。其中不少被卖到外地。', ['六十名: = 60 persons', '不少: ? - persons']],
    ['ko', '벌금은 인민페 3,000원이다. 신고자는 700원을 받는다.', ['인민페 3,000원: = 3000 CNY', '700원: = 700 CNY']],
    ['ko', '신고자는 700원을 받았다.', ['700원: = 700 KRW']],
    ['ko', '탈북민 40명이 붙잡혔다. 그중 일부는 풀려났다.', ['40명: = 40 persons', '일부: ? - persons']],
  ])('(%s) %s', (language, text, expected) => {
    expect(said(text, language)).toEqual(expected);
  });

  it('gives no time of less than a day and no multiple', () => {
    expect(said('She was questioned for thirty hours in Orrin.', 'en')).toEqual([]);
    expect(said('她在看守所被审讯了三十个小时。', 'zh')).toEqual([]);
    expect(said('탐지차가 두 배로 늘었다고 한다.', 'ko')).toEqual([]);
  });
});
