import { describe, expect, it } from 'vitest';
import type { StatementInput } from './clause.ts';
import { readStatement } from './statement.ts';

type Given = Omit<StatementInput, 'text' | 'lang' | 'counts'>;

const kind = (
  lang: StatementInput['lang'],
  text: string,
  given: Given,
  counts: StatementInput['counts'] = [],
): string => readStatement({ lang, text, counts, ...given }).kind;

const persons = (most: number): StatementInput['counts'] => [{ most, unit: 'persons', isSpelt: false }];
const inside: Given = { genre: 'news', speakerKind: 'anonymous', voice: 'insider' };

describe('RK16: a count within one happening is an event, a total a statistic', () => {
  it.each([
    ['en', 'Harbour guards caught 14 dockers on Tuesday.', persons(14), 'event'],
    ['en', 'Harbour guards have caught 14 dockers since January.', persons(14), 'statistic'],
    ['en', 'A man from Orlen was taken off the ferry.', [{ most: 1, unit: 'persons', isSpelt: true }], 'event'],
    ['en', 'He paid 3,000 crowns and was released.', [{ most: 3000, unit: 'EUR', isSpelt: false }], 'event'],
    ['zh', '警方在码头查获14人。', persons(14), 'event'],
    ['zh', '今年以来共查获14人。', persons(14), 'statistic'],
    ['ko', '부두에서 인부 14명이 붙잡혔다.', persons(14), 'event'],
    ['ko', '올해 들어 인부 14명이 붙잡혔다.', persons(14), 'statistic'],
  ] as const)('%s: %s', (lang, text, counts, wanted) => {
    expect(kind(lang, text, { genre: 'news' }, counts)).toBe(wanted);
  });
});

describe('RK17: who tells it from inside', () => {
  it.each([
    ['en', 'They came at night and took the nets.', {}, 'testimony'],
    ['en', 'Nobody dares to sell fuel these days.', {}, 'testimony'],
    ['en', 'A ferryman was arrested at the quay.', { isDated: true }, 'event'],
    ['en', 'They are doing this to please the harbour master.', {}, 'opinion'],
    ['en', 'A litre of fuel costs 90 crowns here.', {}, 'testimony'],
    ['zh', '现在谁也不敢卖油。', {}, 'testimony'],
    ['zh', '一名船工在码头被抓。', { isDated: true }, 'event'],
    ['ko', '요즘은 기름을 파는 사람이 없다.', {}, 'testimony'],
    ['ko', '뱃사공이 부두에서 붙잡혔다.', { isDated: true }, 'event'],
  ] as const)('%s: %s', (lang, text, given, wanted) => {
    expect(kind(lang, text, { ...inside, ...given })).toBe(wanted);
  });
});

describe('RK17: what a body asks, how it stands and what it argues are opinions', () => {
  const own: Given = { genre: 'statement', speakerKind: 'organisation' };
  it.each([
    ['en', 'We welcome the release of 40 dockers last week.', persons(40), 'opinion'],
    ['en', 'Silence will not make the harbour safer.', [], 'opinion'],
    ['zh', '我们欢迎当局上周释放40名船工。', persons(40), 'opinion'],
    ['zh', '惩罚船工只会令更多人受害。', [], 'opinion'],
    ['ko', '우리는 지난주 인부 40명이 풀려난 것을 환영한다.', persons(40), 'opinion'],
  ] as const)('%s: %s', (lang, text, counts, wanted) => {
    expect(kind(lang, text, own, counts)).toBe(wanted);
  });

  it('what stands behind 要求 is asked', () => {
    expect(kind('zh', '当局立即释放船工', { ...own, sentence: '本会要求当局立即释放船工。' })).toBe('opinion');
  });
});

describe('RK17: a guess with a time that lies ahead is a forecast, also where somebody fears', () => {
  it.each([
    ['en', 'Within three years, I fear, there may be no ferry left.'],
    ['en', 'My bet: a raid within the next month.'],
    ['zh', '我比较悲观，三年内恐怕没有渡船了。'],
    ['en', 'I bet they open the quay again.'],
    ['ko', '가을에 배가 다시 뜬다에 한 표.'],
    ['ko', '아마 내년에는 나룻배가 사라질지도 모른다.'],
  ] as const)('%s: %s', (lang, text) => {
    expect(kind(lang, text, { genre: 'roundtable' })).toBe('forecast');
  });
});

describe('RK17: what binds is told from what somebody thinks must be, and from what nobody can', () => {
  const modality = (lang: StatementInput['lang'], text: string, given: Given): string | undefined =>
    readStatement({ lang, text, counts: [], ...given }).rule?.modality;

  it.each([
    ['en', 'Now a skipper would be fined up to 4,000 yuan.', { genre: 'roundtable' }, 'must-not'],
    [
      'en',
      'Boatmen who report a stranger now earn 700 yuan, twice what was paid before.',
      { genre: 'news' },
      'may (rewarded)',
    ],
    ['en', 'The charter never mentions boats, and that is the trouble.', { genre: 'roundtable' }, undefined],
    ['zh', '码头派出所至今仍要求船主出具担保书。', { genre: 'report' }, 'must'],
    ['zh', '当局应当先给船工办理临时证件。', { genre: 'news', speakerKind: 'organisation' }, undefined],
    ['zh', '借船给人不是犯罪。', { genre: 'statement' }, undefined],
    ['ko', '증명서가 없으면 배에 탈 수 없다.', { genre: 'report' }, 'must-not'],
    ['ko', '임시 정박은 6개월을 넘지 못합니다.', { genre: 'report' }, 'restricted'],
    ['ko', '밤배가 적발되면 배를 몰수한다.', { genre: 'news' }, 'must-not'],
    ['en', 'Every foreign crew needs a supervisory office.', { genre: 'roundtable' }, 'must'],
    ['en', 'The police may inspect cabins and copy files.', { genre: 'report' }, 'may'],
    ['en', 'New poster by the stairs: anyone lodging strangers gets fined 5,000.', { genre: 'post' }, 'must-not'],
    ['zh', '每家境外船行都必须挂靠一个主管单位。', { genre: 'roundtable' }, 'must'],
    ['zh', '没有船证的人不能租泊位。', { genre: 'report' }, 'must-not'],
    ['zh', '从下周一起上船都要刷脸。', { genre: 'post' }, 'must'],
    ['zh', '公安机关有权查阅船行账目。', { genre: 'report' }, 'may'],
    ['ko', '배를 타려면 선착장 허가를 받아야 합니다.', { genre: 'roundtable' }, 'restricted'],
    ['ko', '알고도 신고하지 않은자는 같은 죄로 다스린다.', { genre: 'notice' }, 'must-not'],
    ['ko', '공안은 선실에 들어가 장부를 열람할 수 있다.', { genre: 'report' }, 'may'],
    ['en', 'Any boat built here may be entered in the register.', { genre: 'report' }, 'may'],
    ['en', 'A draft amendment that would allow night fishing is due next year.', { genre: 'report' }, undefined],
    [
      'en',
      'Member organisations are asked to postpone all crossings.',
      { genre: 'statement', speakerKind: 'organisation' },
      'requested',
    ],
    ['en', 'Anyone caught with a second net goes to study class for ten days.', { genre: 'post' }, 'must-not'],
    ['zh', '渡船管理条例修订草案规定不得夜航。', { genre: 'report' }, undefined],
    ['en', 'Both owners sign the harbour book.', { genre: 'notice', isProvision: true }, 'must'],
    ['en', 'A boat pass is required for night fishing.', { genre: 'report' }, 'must'],
    ['zh', '负责人作书面检查', { genre: 'notice', isProvision: true }, 'must'],
    ['zh', '夜航须事先征得港务局同意。', { genre: 'report' }, 'restricted'],
    ['ko', '한 척도 빠뜨리지 말고 명부를 작성하여야 한다.', { genre: 'notice' }, 'must'],
    [
      'ko',
      '하나, 선주는 낯선 배를 보면 부두에 알려야 한다.',
      {
        genre: 'post',
        quoted: false,
        sentence: '(번역) "부두 질서에 관한 통고. 하나, 선주는 낯선 배를 보면 부두에 알려야 한다."',
      },
      'must',
    ],
    ['ko', '선주는 장부를 갖추지 않으면 안 된다.', { genre: 'notice' }, 'must'],
    ['ko', '이런 일은 결코 있어서는 안 된다.', { genre: 'news', speakerKind: 'organisation' }, undefined],
  ] as const)('%s: %s', (lang, text, given, wanted) => {
    expect(modality(lang, text, given)).toBe(wanted);
  });
});

describe('RK17: what lasts, what a body says of itself, and what goes on with what happened', () => {
  it.each([
    ['en', 'Night crossings have been suspended since the flood in January.', { genre: 'report' }, 'assertion'],
    ['en', 'None of the three carried nets.', { genre: 'statement', speakerKind: 'organisation' }, 'assertion'],
    ['en', 'The Ferry Alliance was founded in 2006.', { genre: 'statement', speakerKind: 'organisation' }, 'assertion'],
    ['zh', '本会创立于2006年。', { genre: 'statement', speakerKind: 'organisation' }, 'assertion'],
    ['ko', '이 모임은 2006년에 결성됐다.', { genre: 'statement', speakerKind: 'organisation' }, 'assertion'],
    [
      'en',
      'taking away five dockers',
      { genre: 'news', sentence: 'Guards raided the quay last Thursday, taking away five dockers.' },
      'event',
    ],
  ] as const)('%s: %s', (lang, text, given, wanted) => {
    expect(kind(lang, text, given, lang === 'en' && text.includes('five') ? persons(5) : [])).toBe(wanted);
  });
});
