import { describe, expect, it } from 'vitest';
import type { Language } from '../../base/index.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';
import { readLayer } from '../read-layer.ts';
import { readClaims } from './read-claims.ts';

const quotesOf = (text: string, language: Language): readonly string[] =>
  readClaims(sentenceLayer(text, { language }), SAMPLE_PACK).claims.map(({ passage }) => passage.quote);

describe('a claim is what is said', () => {
  const cases: readonly (readonly [Language, string, readonly string[]])[] = [
    ['en', 'However, the ferry has been closed, the harbour office said.', ['the ferry has been closed']],
    ['en', 'The harbour office said that the ferry has been closed.', ['the ferry has been closed.']],
    ['en', '3. Residents must report every boat.', ['Residents must report every boat.']],
    ['en', 'To all harbour offices of the county:', []],
    ['en', 'It is estimated that 400 boats left.', ['It is estimated that 400 boats left.']],
    [
      'en',
      'The clerk promised to pay for the repairs next year.',
      ['The clerk promised to pay for the repairs next year.'],
    ],
    ['en', 'The harbour office told the Tessany Daily that the ferry has been closed.', ['the ferry has been closed.']],
    [
      'en',
      'The ferry has been closed, the harbour office told the Tessany Daily on Monday.',
      ['The ferry has been closed'],
    ],
    ['ko', '박 씨는 나룻배가 멈췄다고 말했다.', ['나룻배가 멈췄다']],
    ['ko', '항만청 관계자는 “나룻배는 다시 운항하지 않는다”고 밝혔다.', ['나룻배는 다시 운항하지 않는다']],
    ['zh', '此外，渡船已经停运三个月。', ['渡船已经停运三个月。']],
    ['ko', '그러나 나룻배는 석 달째 운항하지 않고 있다.', ['나룻배는 석 달째 운항하지 않고 있다.']],
  ];
  it.each(cases)('RC1 (%s): %s', (language, text, wanted) => {
    expect(quotesOf(text, language)).toEqual(wanted);
  });
});

describe('a sentence is cut where two statements are joined', () => {
  const cases: readonly (readonly [Language, string, readonly string[]])[] = [
    [
      'en',
      'The office closed the ferry in May, which left the villages without any supplies.',
      ['The office closed the ferry in May', 'which left the villages without any supplies.'],
    ],
    [
      'en',
      'The guards searched every boat at the pier, drastically reducing the number of crossings by night.',
      ['The guards searched every boat at the pier', 'drastically reducing the number of crossings by night.'],
    ],
    [
      'en',
      'To stop the boats from leaving the bay, all guards increased their rounds.',
      ['To stop the boats from leaving the bay', 'all guards increased their rounds.'],
    ],
    [
      'en',
      'The guards searched boats and, by the end of 2019, had fined 340 owners of boats.',
      ['The guards searched boats', 'by the end of 2019, had fined 340 owners of boats.'],
    ],
    ['zh', '县里关闭了三个渡口；居民必须登记船只。', ['县里关闭了三个渡口', '居民必须登记船只。']],
    [
      'zh',
      '县里去年关闭了三个渡口，但居民仍然在夜间使用小船。',
      ['县里去年关闭了三个渡口', '居民仍然在夜间使用小船。'],
    ],
    [
      'ko',
      '군청은 지난해 나루터 세 곳을 닫았으며 주민들은 배를 등록해야 한다.',
      ['군청은 지난해 나루터 세 곳을 닫았으며', '주민들은 배를 등록해야 한다.'],
    ],
  ];
  it.each(cases)('RC2 (%s): %s', (language, text, wanted) => {
    expect(quotesOf(text, language)).toEqual(wanted);
  });

  const whole: readonly (readonly [Language, string])[] = [
    ['en', 'Anyone who hides a boat and does not report it must pay a fine.'],
    ['en', 'While the focus is on trade and big plans, these meetings can change the rules of the harbour.'],
    ['en', 'The bay’s annual fair – a day on which the captains lay out their plans – just ended.'],
    ['en', 'The offices provide food, attending schools, medical care and housing to all.'],
    ['en', 'They could create a more restrictive and risky environment for any relief work.'],
    ['en', 'Boats that are able to register and keep their papers have a duty to report.'],
    ['en', 'As hard as this may be for the offices, the risks and costs are greater for the villages.'],
    ['en', 'For owners of repair-related shops, their clerks and other workers have to wait.'],
    ['zh', '居民如果发现船只，应当立即报告。'],
    ['ko', '배를 숨긴 주민은 벌금을 내야 한다.'],
  ];
  it.each(whole)('RC2 (%s) leaves whole: %s', (language, text) => {
    expect(quotesOf(text, language)).toEqual([text]);
  });
});

it('RC4: a decade in words is a date of its own', () => {
  const text = 'The forties were hard years for the harbour.';
  const [claim] = readClaims(sentenceLayer(text, { language: 'en', date: '2019-11-19' }), SAMPLE_PACK).claims;
  expect(claim?.passage.quote).toBe(text);
});

describe('when', () => {
  const dateIn = (text: string, language: 'en' | 'zh' | 'ko', words: string): string | null | undefined =>
    readClaims(sentenceLayer(text, { language, date: '2019-05-15' }), SAMPLE_PACK).claims.find(({ passage }) =>
      passage.quote.includes(words),
    )?.date?.norm;

  it.each([
    ['RC4a', 'en', 'Carts must be registered by 20 June.', 'registered', '../2019-06-20'],
    [
      'RC4a',
      'en',
      'The office has decided to close the bridge from 1 June to 10 August.',
      'close',
      '2019-06-01/2019-08-10',
    ],
    ['RC4a', 'en', 'The bridge was closed on 20 June.', 'closed', '2018-06-20'],
    ['RC4a', 'zh', '渡船须于6月20日前登记。', '登记', '../2019-06-20'],
    ['RC4a', 'ko', '배는 6월 20일까지 등록하여야 한다.', '등록', '../2019-06-20'],
    ['RC4b', 'en', 'The bridge fell on 3 March. That day the ferry was closed as well.', 'ferry', '2019-03-03'],
    ['RC4b', 'en', 'The mill burned down in 2009. Since then nobody has lived there.', 'nobody', '2009/..'],
    ['RC4b', 'zh', '大桥于3月3日关闭。当天渡船也停了航。', '渡船', '2019-03-03'],
    ['RC4b', 'zh', '县里2009年建了磨坊。次年磨坊烧毁了。', '烧毁', '2010'],
    ['RC4b', 'ko', '다리는 3월 3일 닫혔다. 이날 나룻배도 멈췄다.', '나룻배', '2019-03-03'],
    ['RC4b', 'zh', '大桥2009年3月倒塌。同年8月渡船也停了航。', '渡船', '2009-08'],
    ['RC4b', 'zh', '縣裡2009年建了磨坊。次年春天磨坊燒毀了。', '燒毀', '2010-03/2010-05'],
    ['RC4b', 'ko', '다리는 2009년 3월 닫혔다. 이듬해 봄 나룻배도 멈췄다.', '나룻배', '2010-03/2010-05'],
    [
      'RC4b',
      'en',
      'The bridge fell in March 2009. That autumn the ferry was closed as well.',
      'ferry',
      '2009-09/2009-11',
    ],
    ['RC4b', 'en', 'The bridge fell in March 2009. The following May the ferry was closed.', 'ferry', '2009-05'],
    ['RC4b', 'en', 'The bridge fell on 3 March. Two days later the ferry was closed as well.', 'ferry', '2019-03-05'],
    ['RC4b', 'zh', '大桥于3月3日关闭。三天后渡船也停了航。', '渡船', '2019-03-06'],
    ['RC4b', 'ko', '다리는 3월 3일 닫혔다. 이틀 뒤 나룻배도 멈췄다.', '나룻배', '2019-03-05'],
    ['RC4b', 'ko', '다리는 지난달 26일 닫혔다. 배는 작년 10월부터 쉬었다. 이날 시장도 멈췄다.', '시장', '2019-04-26'],
    ['RC4b', 'zh', '居民须于6月20日前登记船只。逾期不登记的，处以罚款。', '罚款', '2019-06-20/..'],
    ['RC4', 'en', 'The office announced yesterday that in March the ferry carried 40 carts.', '40', '2019-03'],
    ['RC4', 'zh', '航运局昨天公布，今年前三个月渡船运送了40辆车。', '40', '2019-01/2019-03'],
    ['RC4', 'en', 'Three years ago the ferry was closed.', 'ferry', '2016'],
    ['RC4', 'en', 'More than thirty years ago the ferry was closed.', 'ferry', '../1989'],
    ['RC4', 'zh', '新章程若于7月生效，渡船将停航。', '渡船', '2019-07'],
    ['RC4d', 'en', 'Owners must register their boats within ten days.', 'register', '2019-05-15'],
    ['RC4c', 'en', 'A seat now costs 40 yuan, double what was paid before 2018.', '40', '2019-05-15'],
    ['RC4c', 'en', 'The office counted 40 carts, up from 12 in 2015.', '40', '2019-05-15'],
    ['RC4c', 'zh', '比去年同期增加近两成，其中九成以上为渡船。', '两成', '2019-05-15'],
    ['RC4c', 'ko', '지난해 같은 기간보다 배가 40척 늘었다.', '40척', '2019-05-15'],
    ['RC4c', 'en', 'The deposit collected in 2013 will be refunded next March.', 'refunded', '2020-03'],
  ] as const)('%s: %s %s', (_, language, text, words, norm) => {
    expect(dateIn(text, language, words)).toBe(norm);
  });
});

describe('papers and paragraphs', () => {
  const claimsOf = (...parts: string[]) => {
    const layer = readLayer(new TextEncoder().encode(parts.join('\n\n')), { fileName: 'a.txt' });
    if (!layer.ok) throw new Error('no layer');
    return readClaims(layer.value, SAMPLE_PACK).claims;
  };

  it('RC4d: what a paper orders for a term holds for that term, and else from when it is in force', () => {
    const rulesOf = (last: string) =>
      claimsOf(
        'Notice on Boats',
        'All residents must register their boats without delay. Whoever hides a boat shall be fined.',
        last,
        'Lanquan County Office of Bridges\n12 May 2015',
      )
        .filter(({ kind, passage }) => kind === 'rule' && !passage.quote.startsWith('This'))
        .map(({ date, rule }) => [date?.norm, rule?.effective?.norm]);
    expect(rulesOf('This notice is in force from 1 June to 31 August.')).toEqual([
      ['2015-06-01/2015-08-31', '2015-06-01'],
      ['2015-06-01/2015-08-31', '2015-06-01'],
    ]);
    expect(rulesOf('This notice takes effect on 1 June.')).toEqual([
      ['2015-05-12', '2015-06-01'],
      ['2015-05-12', '2015-06-01'],
    ]);
    expect(rulesOf('This notice takes effect at once.')).toEqual([
      ['2015-05-12', undefined],
      ['2015-05-12', undefined],
    ]);
  });

  it('RC4: a paragraph that leans on the one before was then', () => {
    const date = (second: string) =>
      claimsOf(
        'By Ann Lee | 15 May 2019',
        'The guards took 40 boats on 3 March.',
        second,
        'The guards gave no reason for it at all.',
      ).find(({ passage }) => second.includes(passage.quote))?.date?.norm;
    expect(date('They came at dawn and searched every house of the village.')).toBe('2019-03-03');
    expect(date('The village has had a ferry of its own and a school.')).toBe('2019-05-15');
  });
});

it('RC8: a number in words that could be a year stops no reading', () => {
  for (const text of [
    'A crowd of two thousand women was sent back.',
    'The bridge of two thousand was closed in two thousand.',
  ])
    expect(quotesOf(text, 'en')).toEqual([text]);
});

describe('where', () => {
  const placesIn = (
    text: string,
    language: 'en' | 'zh' | 'ko',
    words: string,
  ): readonly (string | undefined)[] | undefined =>
    readClaims(sentenceLayer(text, { language, date: '2019-05-15' }), SAMPLE_PACK)
      .claims.find(({ passage }) => passage.quote.includes(words))
      ?.place.map(({ stated, norm }) => norm ?? stated);

  it.each([
    [
      'RC5a',
      'en',
      'The bridge in Mill County was closed on Monday. The office of the county counted 40 carts.',
      'counted',
      ['Mill County'],
    ],
    ['RC5a', 'zh', '磨坊县关闭了大桥。全县有40辆车停用了。', '40', ['磨坊县']],
    ['RC5a', 'ko', '화림현에서 다리가 닫혔다. 우리 현에서 배 40척이 멈췄다.', '40척', ['화림현']],
    ['RC5a', 'en', 'The office of the county counted 40 carts.', 'counted', []],
    ['RC5a', 'en', 'In Mill County the fee rose to 400 yuan, and 36 carts were sold.', '36', ['Mill County']],
  ] as const)('%s: %s %s', (_, language, text, words, places) => {
    expect(placesIn(text, language, words)).toEqual(places);
  });

  it('RC5b: a notice of an office that no pack knows speaks from the division in its name', () => {
    const notice = (body: string, closing: string) => {
      const layer = readLayer(new TextEncoder().encode(`${body}\n\n${closing}`), { fileName: 'a.txt' });
      if (!layer.ok) throw new Error('no layer');
      const reading = readClaims(layer.value, SAMPLE_PACK);
      return reading.claims.filter(({ kind }) => kind === 'rule').map(({ place }) => place.map(({ norm }) => norm));
    };
    expect(
      notice(
        'Notice on Boats\n\nAll residents must register their boats without delay. Whoever hides a boat shall be fined.',
        'Lanquan County Office of Bridges\n12 May 2015',
      ),
    ).toEqual([['Lanquan County'], ['Lanquan County']]);
    expect(
      notice(
        '关于船只登记的通告\n\n任何单位和个人不得隐藏船只，居民必须按时登记。',
        '枫桥县人民政府\n2015年5月12日',
      ).flat(),
    ).toContain('枫桥县');
    expect(
      notice(
        '배의 등록에 관한 통고\n\n주민은 배를 등록하여야 한다. 배를 숨겨서는 안 된다.',
        '풍산현인민정부\n2015년 5월 12일',
      ).flat(),
    ).toContain('풍산현');
  });
});
