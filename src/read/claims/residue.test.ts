import { describe, expect, it } from 'vitest';
import { SAMPLE_PACK } from '../figures/gold-set.ts';
import { readClaims, readLayer } from '../index.ts';

function quotesOf(text: string, format: 'txt' | 'html' = 'txt'): readonly string[] {
  const layer = readLayer(new TextEncoder().encode(text), { fileName: `page.${format}` });
  if (!layer.ok) throw new Error('a text of the test makes no layer');
  return readClaims(layer.value, SAMPLE_PACK).claims.map(({ passage }) => passage.quote);
}

describe('RC11: what stands around a text is no claim', () => {
  it.each([
    [
      'By Carla Munt in Oster\n\nCustoms officers seized two lorries at the crossing on Thursday.\n\n(Writing by Carla Munt; editing by Rita Sole)',
      ['Customs officers seized two lorries at the crossing on Thursday.'],
    ],
    [
      '海关人员3日在口岸查扣了两辆卡车。\n\n（编辑：罗立 审核：宋瑞）\n\n标签：口岸 海关\n\n请遵照执行。',
      ['海关人员3日在口岸查扣了两辆卡车。'],
    ],
    [
      '세관원들이 3일 통로에서 화물차 두 대를 압수했다.\n\n맹가람 기자 garam@fjord.example\n\n주제어: 통로, 세관\n\n시행에 만전을 기하여 주시기 바랍니다.',
      ['세관원들이 3일 통로에서 화물차 두 대를 압수했다.'],
    ],
  ])('credits, tags and closings around a story: %j', (text, wanted) => {
    expect(quotesOf(text)).toEqual(wanted);
  });

  it('the works that a list names, and no sentence with a score or a year', () => {
    const text =
      'References\nBrenn, U. (2010). Scales and states. Oster Review 4(2): 11-40.\n\nThe U.S. had won all fifteen matches, though they had not met since 1965.';
    expect(quotesOf(text)).toEqual(['The U.S. had won all fifteen matches, though they had not met since 1965.']);
  });

  it.each([
    'Residents must register every boat.',
    'By order of the governor, all boats must stay in the harbour.',
    'Support for the exiles has grown.',
    'Sponsored militias attacked two posts.',
    '更多人在口岸被捕。',
    '捐款人被约谈三次。',
    '周六，警察带走一名律师。',
    '밀수꾼을 보면 제보해 주시기 바랍니다.',
    '사진을 찍은 주민 두 명이 붙잡혔다.',
  ])('a sentence that begins or ends as a formula does says something: %s', (text) => {
    expect(quotesOf(text).length).toBe(1);
  });
});

describe('RC11: what says something stays where residue is expected', () => {
  it.each([
    ['OSTER, Nov 3 (Fjordpress) - Guards shot a trader at the gate.', 'Guards shot a trader at the gate.'],
    ["Editor's note: The report gave the wrong number of dead.", 'The report gave the wrong number of dead.'],
    ['峡湾社奥斯特11月3日电（记者 孟卡）卫兵在口岸打死一名商贩。', '卫兵在口岸打死一名商贩。'],
    ['(오스터=협만뉴스) 맹가람 기자 = 경비병들이 상인 한 명을 숨지게 했다.', '경비병들이 상인 한 명을 숨지게 했다.'],
  ])('without its dateline or label: %s', (text, wanted) => {
    expect(quotesOf(text)).toEqual([wanted]);
  });

  it('a caption that tells what happened is read without its credit, one that only names is not', () => {
    const page = (caption: string): string =>
      `<article><h1>The crossing</h1><p>The governor ordered the crossing shut on Friday evening, and traders expect losses to rise next week.</p><figure><figcaption>${caption}</figcaption></figure></article>`;
    const told = 'Police fired tear gas at some 200 traders outside the gate on Saturday.';
    expect(quotesOf(page(`${told} Photo: Ana Velk`), 'html')).toContain(told);
    expect(quotesOf(page('The gate of the crossing. Photo: Ana Velk'), 'html').join()).not.toContain('gate');
  });

  it('a short headline in a list', () => {
    expect(quotesOf('IN BRIEF\n\n* Parliament approves new customs law\n* Sports and weather')).toEqual([
      'Parliament approves new customs law',
    ]);
  });
});
