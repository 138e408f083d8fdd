import { describe, expect, it } from 'vitest';
import { readStatement, type StatementInput } from './statement.ts';

/** The parts of a rule in one line: whom, what, when, and what follows. */
function ruleOf(text: string, lang: StatementInput['lang'], genre: StatementInput['genre'] = 'notice'): string {
  const { rule } = readStatement({ text, lang, genre });
  if (rule === null) return 'no rule';
  const { addressee, modality, action, condition, sanction, reward } = rule;
  return [addressee, modality, action, condition, sanction ?? reward].map((part) => part ?? '-').join(' | ');
}

function eventOf(text: string, lang: StatementInput['lang']): string {
  const { event } = readStatement({ text, lang, genre: 'news' });
  return event === null ? 'no event' : [event.who, event.did, event.whom].map((part) => part ?? '-').join(' | ');
}

describe('RK4', () => {
  it.each([
    ['en', 'If they resist, officers must use force.', 'officers | must | use force | If they resist | -'],
    [
      'en',
      'Anyone who hides an unregistered foreigner shall be fined 5,000 yuan.',
      'Anyone | must-not | hides an unregistered foreigner | Anyone who hides an unregistered foreigner | shall be fined 5,000 yuan',
    ],
    [
      'en',
      'Crossing the bridge after dark is prohibited unless the county bureau has approved it.',
      '- | must-not | Crossing the bridge after dark | unless the county bureau has approved it | -',
    ],
    [
      'zh',
      '凡收留非法入境人员的，处五千元罚款。',
      '- | must-not | 收留非法入境人员 | 凡收留非法入境人员的 | 处五千元罚款',
    ],
    ['zh', '未经批准，任何单位不得进入边境管理区。', '任何单位 | must-not | 进入边境管理区 | 未经批准 | -'],
    ['zh', '如遇可疑车辆，应立即向派出所报告。', '- | must | 向派出所报告 | 如遇可疑车辆 | -'],
    [
      'ko',
      '업주는 외국인을 고용할 경우 관할 기관에 신고하여야 한다.',
      '업주 | must | 관할 기관에 신고하여야 | 외국인을 고용할 경우 | -',
    ],
    ['ko', '야간 통행을 금지한다.', '- | must-not | 야간 통행 | - | -'],
    [
      'ko',
      '누구든지 허가 없이 국경 지대에 들어가서는 안 된다.',
      '누구든지 | must-not | 국경 지대에 들어가서는 | 허가 없이 | -',
    ],
  ] as const)('the parts of a rule in %s: %s', (lang, text, parts) => {
    expect(ruleOf(text, lang)).toBe(parts);
  });

  it('an order told as news binds whom it names', () => {
    expect(ruleOf('The ministry ordered hotels to install cameras.', 'en', 'news')).toBe(
      'hotels | must | install cameras | - | -',
    );
  });
});

describe('RK5', () => {
  it.each([
    ['en', 'On Tuesday, police arrested three women near the Ravel bridge.', 'police | arrested | three women'],
    [
      'en',
      'The two men were handed over to the northern side by border guards.',
      'border guards | were handed over | The two men',
    ],
    ['en', 'Nobody was arrested during the march.', 'no event'],
    ['en', 'The women may have been arrested.', 'no event'],
    ['en', 'If police arrested her, the children would be alone.', 'no event'],
    ['zh', '5月3日，警方在江边逮捕了三名女子。', '警方 | 逮捕了 | 三名女子'],
    ['zh', '三名女子被警方遣返。', '警方 | 遣返 | 三名女子'],
    ['zh', '警方没有逮捕任何人。', 'no event'],
    ['zh', '警方将遣返三名女子。', 'no event'],
    ['ko', '공안은 지난 3일 강가에서 여성 두 명을 체포했다.', '공안 | 체포했다 | 여성 두 명'],
    ['ko', '남성 두 명이 국경경비대에 체포됐다.', '국경경비대 | 체포됐다 | 남성 두 명'],
    ['ko', '경찰은 아무도 체포하지 않았다.', 'no event'],
  ] as const)('the parts of what happened in %s: %s', (lang, text, parts) => {
    expect(eventOf(text, lang)).toBe(parts);
  });
});

describe('RK11', () => {
  const clause = { text: 'Inspections have grown stricter', lang: 'en', genre: 'news' } as const;

  it('somebody unnamed who tells is testimony, by the sentence around the clause or by the caller', () => {
    const sentence = 'Inspections have grown stricter, a source in the county said.';
    expect(readStatement({ ...clause, sentence }).kind).toBe('testimony');
    expect(readStatement({ ...clause, speakerKind: 'anonymous' }).kind).toBe('testimony');
    expect(readStatement(clause).kind).toBe('assertion');
  });

  it('an office that says we tells of no experience', () => {
    const text = 'We built two shelters.';
    expect(readStatement({ text, lang: 'en', genre: 'statement' }).kind).not.toBe('event');
    expect(readStatement({ text, lang: 'en', genre: 'notice' }).kind).not.toBe('testimony');
  });
});

describe('RK6', () => {
  it('a date ahead makes a forecast of what is told without one', () => {
    const clause = { text: 'The office closes its doors', lang: 'en', genre: 'news' } as const;
    expect(readStatement(clause).kind).toBe('assertion');
    expect(readStatement({ ...clause, futureReference: true }).kind).toBe('forecast');
  });
});

describe('RK3', () => {
  it.each([
    ['en', 'The following acts are prohibited:', 'approaching the river after dark', 'must-not'],
    ['en', 'All households are required to do the following:', 'a list of guests at the door', 'must'],
    ['zh', '有下列行为之一的，处五百元以下罚款：', '私自搭乘渔船', 'must-not'],
    ['ko', '다음 행위를 금지한다.', '야간에 강변을 걷는 행위', 'must-not'],
  ] as const)('what a numbered provision depends on binds it: %s %s', (lang, leadIn, text, modality) => {
    const { rule } = readStatement({ text, lang, leadIn, genre: 'notice' });
    expect([rule?.modality, rule?.action]).toEqual([modality, text]);
  });
});
