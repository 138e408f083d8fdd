import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDates } from './read-dates.ts';

const reference = '2019-05-15';
const said = (text: string, lang: 'en' | 'zh' | 'ko', from: string | undefined = reference): string =>
  readDates(text, { lang, reference: from })
    .map(({ start, end, norm }) => `${text.slice(start, end)} = ${norm}`)
    .join('; ');

describe('English dates', () => {
  it.each([
    ['RD1', 'on 9 August 2016', 'on 9 August 2016 = 2016-08-09'],
    ['RD1', 'August 9th, 2016 and Aug. 2017', 'August 9th, 2016 = 2016-08-09; Aug. 2017 = 2017-08'],
    [
      'RD1',
      '2016-08-09, 2016/8/9 and 13/8/2016',
      '2016-08-09 = 2016-08-09; 2016/8/9 = 2016-08-09; 13/8/2016 = 2016-08-13',
    ],
    ['RD2', 'on 7/8/2016', 'on 7/8/2016 = 2016'],
    ['RD3', 'in March', 'in March = 2019-03'],
    ['RD3', 'in June', 'in June = 2018-06'],
    [
      'RD4',
      'last year, two weeks ago and yesterday',
      'last year = 2018; two weeks ago = 2019-05-01; yesterday = 2019-05-14',
    ],
    ['RD4', 'over the past three months', 'the past three months = 2019-02-15/2019-05-15'],
    [
      'RD5',
      'between 2001 and 2004; from March to May 2020',
      'between 2001 and 2004 = 2001/2004; from March to May 2020 = 2020-03/2020-05',
    ],
    ['RD5', 'since 1998; until June 2016; after 2017', 'since 1998 = 1998/..; June 2016 = ../2016-06; 2017 = 2017/..'],
    [
      'RD6',
      'the mid-1990s, early 2004 and late March 2020',
      'the mid-1990s = 1994~/1996~; early 2004 = 2004-01/2004-04; late March 2020 = 2020-03-21/2020-03-31',
    ],
    ['RD3', 'A 2018 survey and the 1986 protocol', '2018 = 2018; 1986 = 1986'],
    [
      'RD3',
      'a crowd of two thousand women; the flood of two thousand; of nineteen hundred carts',
      'two thousand = 2000',
    ],
    ['RD3', 'a 2018 count of 300 refugees; the 2014 refugees', '2018 = 2018'],
    [
      'RD6',
      'the first half of November; the second half of last year',
      'the first half of November = 2018-11-01/2018-11-15; the second half of last year = 2018-07/2018-12',
    ],
    ['RD6', 'in the first three months of the year', 'in the first three months of the year = 2019-01/2019-03'],
    [
      'RD6',
      'over the summer; the spring of last year',
      'the summer = 2018-06/2018-08; the spring of last year = 2018-03/2018-05',
    ],
    ['RD5', 'from January to April this year', 'from January to April this year = 2019-01/2019-04'],
    ['RD5', 'in September of last year', 'in September of last year = 2018-09'],
    ['RD5', 'from August 2016 to the present', 'from August 2016 to the present = 2016-08/2019-05-15'],
    [
      'RD4',
      'half a year ago, over the past year',
      'half a year ago = 2018-11-15; the past year = 2018-05-15/2019-05-15',
    ],
    ['RD3', 'throughout 2018', '2018 = 2018'],
    ['RD5', 'no later than 20 September', '20 September = ../2018-09-20'],
    ['RD6', 'in mid-2015', 'in mid-2015 = 2015-05/2015-08'],
    [
      'RD11',
      'the week after Easter, Easter 2015',
      'the week after Easter = 2019-04-22/2019-04-28; Easter 2015 = 2015-04-05',
    ],
    ['RD11', 'before the Spring Festival', 'the Spring Festival = ../2019-02-05'],
    ['RD6', 'the second quarter of 2017', 'the second quarter of 2017 = 2017-04/2017-06'],
    ['RD7', 'in nineteen eighty-five', 'in nineteen eighty-five = 1985'],
    ['none', 'They may march on, and 2000 people saw 1.5 km; a fall of $1998.', ''],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'en')).toBe(expected);
  });
});

describe('Chinese dates', () => {
  it.each([
    ['RD3', '2003年至2005年间', '2003年至2005年间 = 2003/2005'],
    ['RD6', '前三季度；年底前', '前三季度 = 2019-01/2019-09; 年底前 = ../2019-12~'],
    ['RD6', '今夏，去冬，入冬以来', '今夏 = 2019-06/2019-08; 去冬 = 2018-12/2019-02; 入冬以来 = 2018-12/..'],
    ['RD1', '2016年8月9日', '2016年8月9日 = 2016-08-09'],
    ['RD1', '二〇一六年八月九日星期二', '二〇一六年八月九日星期二 = 2016-08-09'],
    ['RD1', '民眾於２０１６年８月', '於２０１６年８月 = 2016-08'],
    ['RD3', '3月8日', '3月8日 = 2019-03-08'],
    ['RD3', '本月8日', '本月8日 = 2019-05-08'],
    ['RD4', '去年、去年10月和昨天', '去年 = 2018; 去年10月 = 2018-10; 昨天 = 2019-05-14'],
    ['RD4', '过去三个月', '过去三个月 = 2019-02-15/2019-05-15'],
    ['RD5', '从2001年到2004年', '从2001年到2004年 = 2001/2004'],
    ['RD5', '2015年和2018年', '2015年 = 2015; 2018年 = 2018'],
    ['RD5', '自2004年以来', '自2004年以来 = 2004/..'],
    ['RD6', '2004年底', '2004年底 = 2004-12~'],
    ['RD6', '90年代', '90年代 = 1990/1999'],
    ['RD6', '今年上半年', '今年上半年 = 2019-01/2019-06'],
    ['RD1', '一九九八到二○○五年', '一九九八到二○○五年 = 1998/2005'],
    ['RD5', '1至9月；今年1-9月', '1至9月 = 2018-01/2018-09; 今年1-9月 = 2019-01/2019-09'],
    ['RD6', '2000年前后，2003年左右', '2000年前后 = 2000~; 2003年左右 = 2003~'],
    ['RD6', '今年头三个月；自即日起至年底', '今年头三个月 = 2019-01/2019-03; 自即日起至年底 = 2019-05-15/2019-12'],
    ['RD1', '民國一○七年三月，民国107年', '民國一○七年三月 = 2018-03; 民国107年 = 2018'],
    ['RD11', '春节前；2016年国庆节', '春节前 = ../2019-02-05; 2016年国庆节 = 2016-10-01'],
    ['none', '处五日以上十五日以下拘留', ''],
    ['RD8', '《明日之后》', ''],
    ['none', '一日三餐、三号线、五百年、月球', ''],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'zh')).toBe(expected);
  });
});

describe('Korean dates', () => {
  it.each([
    ['RD4', '지난 10일 새벽, 지난 10일간', '지난 10일 = 2019-05-10; 지난 10일간 = 2019-05-05/2019-05-15'],
    ['RD4', '오는 10월, 오는 20일', '오는 10월 = 2019-10; 오는 20일 = 2019-05-20'],
    ['RD4', '3년 전부터', '3년 전부터 = 2016-05-15/..'],
    [
      'RD6',
      '올봄에, 지난겨울, 작년 봄',
      '올봄 = 2019-03/2019-05; 지난겨울 = 2018-12/2019-02; 작년 봄 = 2018-03/2018-05',
    ],
    [
      'RD6',
      '올해 1~4월; 연말까지; 2010년 무렵',
      '올해 1~4월 = 2019-01/2019-04; 연말까지 = ../2019-12~; 2010년 무렵 = 2010~',
    ],
    ['RD1', '2016년 8월 9일', '2016년 8월 9일 = 2016-08-09'],
    ['RD1', '2016년 8월 9일'.normalize('NFD'), `${'2016년 8월 9일'.normalize('NFD')} = 2016-08-09`],
    ['RD3', '3월 8일에', '3월 8일 = 2019-03-08'],
    ['RD4', '지난해 10월과 지난달', '지난해 10월 = 2018-10; 지난달 = 2019-04'],
    ['RD4', '사흘 전', '사흘 전 = 2019-05-12'],
    ['RD4', '최근 3년 동안', '최근 3년 동안 = 2016-05-15/2019-05-15'],
    ['RD5', '2001년부터 2004년까지', '2001년부터 2004년까지 = 2001/2004'],
    ['RD5', '2004년 이후', '2004년 이후 = 2004/..'],
    ['RD6', '이달 초', '이달 초 = 2019-05-01/2019-05-15'],
    ['RD6', '1990년대 중반', '1990년대 중반 = 1994~/1996~'],
    ['RD6', '올해 상반기', '올해 상반기 = 2019-01/2019-06'],
    ['RD6', '올 상반기, 98년 겨울', '올 상반기 = 2019-01/2019-06; 98년 겨울 = 1998-12/1999-02'],
    ['RD5', '3월 2~5일, 지난 12~14일', '3월 2~5일 = 2019-03-02/2019-03-05; 지난 12~14일 = 2019-05-12/2019-05-14'],
    ['RD4', '반년 전, 어젯밤', '반년 전 = 2018-11-15; 어젯밤 = 2019-05-14'],
    ['RD6', '3월 하순경', '3월 하순경 = 2019-03-21/2019-03-31'],
    ['RD4', '내달 1일부터', '내달 1일부터 = 2019-06-01/..'],
    ['RD5', '4월 15일전으로', '4월 15일전 = ../2019-04-15'],
    ['RD1', '2017년만 해도', '2017년 = 2017'],
    ['RD11', '설 전에, 작년 추석', '설 전 = ../2019-02-05; 작년 추석 = 2018-09-24'],
    ['none', '그는 설명했고 내 월급을 받았다', ''],
    ['none', '3년간 이주민 100만 명, 일일이 이달러', ''],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text, 'ko')).toBe(expected);
  });
});

describe('whatever the text', () => {
  it('RD4: without the date of the document, what rests on it stays open', () => {
    expect(said('last year', 'en', '')).toBe('last year = null');
    expect(readDates('去年', { lang: 'zh' })).toEqual([{ start: 0, end: 2, norm: null, relative: true }]);
    expect(readDates('지난해 10월', { lang: 'ko' })).toMatchObject([{ norm: null }]);
  });

  it('RD9: dates stand at their places, in order, apart from each other, and are the same each time', () => {
    const pieces = fc.constantFrom(
      ...'2016年 8月 9日 년 월 일 March 19 80 - – to 到 至 부터 까지 last year 去年 지난해 前 后 전 ago 1990s 年代 2/30/2016 ㎡ Ａ 二〇一六 the first week of q1'.split(
        ' ',
      ),
      ' ',
      '\u0301',
      '\ud800',
      '《',
    );
    const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'zh', 'ko'), (text, lang) => {
        const dates = readDates(text, { lang: lang as 'en' | 'zh' | 'ko', reference });
        let last = 0;
        for (const { start, end, norm } of dates) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (norm !== null)
            expect(norm).toMatch(/^(?:\.\.|\d{4}(?:-\d\d(?:-\d\d)?)?~?)(?:\/(?:\.\.|\d{4}(?:-\d\d(?:-\d\d)?)?~?))?$/);
          last = end;
        }
        expect(readDates(text, { lang: lang as 'en' | 'zh' | 'ko', reference })).toEqual(dates);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['en', 'the first week of '],
    ['en', '1 2 3 4 '],
    ['en', 'from March 1 to '],
    ['zh', '第一二三四'],
    ['zh', '最近过去2016年'],
    ['ko', '지난 다음 3'],
    ['ko', '일이삼사'],
  ] as const)('RD10: a megabyte of %s "%s" is read in time that grows with its length', (lang, piece) => {
    // A quadratic step would not end within the time that a test has.
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(readDates(text, { lang, reference }).length).toBeGreaterThanOrEqual(0);
  });
});
