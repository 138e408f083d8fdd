import { describe, expect, it } from 'vitest';
import { SAMPLE_PACK } from '../figures/gold-set.ts';
import { readLayer } from '../read-layer.ts';
import { readClaims } from './read-claims.ts';

function kindOf(text: string, words: string): string | undefined {
  const layer = readLayer(new TextEncoder().encode(text), { fileName: 'x.txt' });
  if (!layer.ok) throw new Error('no layer');
  const claim = readClaims(layer.value, SAMPLE_PACK).claims.find(({ passage }) => passage.quote.includes(words));
  return claim === undefined ? undefined : `${claim.kind}${claim.rule === null ? '' : ` ${claim.rule.modality}`}`;
}

const thread = (post: string, other = 'Nobody knows yet.'): string =>
  `Thread: the ferry\n\n@lin_a · 1 Mar 2031\n${post}\n\n@mara22 · 1 Mar 2031\n${other}\n\n@lin_a · 2 Mar 2031\n${other}\n`;

const notice = (title: string, lines: readonly string[], office: string, date: string): string =>
  `${title}\n\n${lines.join('\n\n')}\n\n${office}\n${date}\n`;

describe('RK16: a claim has its kind by whose account it stands in', () => {
  it.each([
    ['My sister was held at the quay. They want 900 crowns for her papers.', '900 crowns', 'testimony'],
    ['The fare is 900 crowns now. It was 300 in May.', '900 crowns', 'statistic'],
    ['我姐姐上月在码头被抓。他们要九百元才放人。', '九百元', 'testimony'],
    ['우리 언니가 지난달 부두에서 잡혔어요. 900위안을 내라고 합니다.', '900위안', 'testimony'],
  ])('a post: %s', (post, words, kind) => {
    expect(kindOf(thread(post), words)).toBe(kind);
  });

  it.each([
    [
      'NOTICE\n\nTo all residents:',
      ['1. Boats shall be locked at night.', '2. Those who come forward before 1 July will not be punished.'],
      'Orlen County Police Bureau',
      '3 June 2031',
      'will not be punished',
      'rule',
    ],
    [
      '奥伦县公安局关于边境秩序的通告',
      ['一、旅店应如实登记住客身份，并于每晚十时前报送派出所。', '二、七月一日前主动投案的，不予处罚。'],
      '奥伦县公安局',
      '2031年6月3日',
      '不予处罚',
      'rule',
    ],
    [
      '奥伦县公安局关于边境秩序的通告',
      ['一、旅店应如实登记住客身份，并于每晚十时前报送派出所。', '二、七月一日前主动投案的，不予处罚。'],
      '奥伦县公安局',
      '2031年6月3日',
      '报送派出所',
      'rule must',
    ],
    [
      '오를렌현공안국 통고',
      ['1. 배 주인은 밤에 배를 잠그고 열쇠를 촌위원회에 맡긴다.', '2. 7월 1일 전에 자수한 자는 처벌하지 않는다.'],
      '오를렌현공안국',
      '2031년 6월 3일',
      '맡긴다',
      'rule must',
    ],
  ])('a notice: %s', (title, lines, office, date, words, kind) => {
    expect(kindOf(notice(title, lines, office, date), words)).toBe(kind);
  });

  it('who remembers at a table tells of times that are gone, and who is asked alone tells one story', () => {
    const table = [
      '河岸对话',
      '林美霞：我从九十年代末就在奥伦县摆渡。那时邻居都来帮忙。码头的屋顶该修了。',
      '何立本：那时的法律没有提到船。法院也没有说过管谁。',
      '林美霞：谁也不愿意出钱。',
      '何立本：价格跟着河水走。',
    ].join('\n\n');
    expect(kindOf(table, '邻居都来帮忙')).toBe('testimony');
    expect(kindOf(table, '那时的法律')).toBe('assertion');
  });
});
