import { describe, expect, it } from 'vitest';
import type { Language } from '../../base/index.ts';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK, sentenceLayer } from '../figures/gold-set.ts';

const mentionsOf = (text: string, language: Language): string[] =>
  readClaims(sentenceLayer(text, { language }), SAMPLE_PACK).mentions.map(
    ({ protection, surface }) => `${protection}: ${surface}`,
  );

describe('M21: people of a case, sources told by where they are, kinds of people at risk, places of work', () => {
  it.each<readonly [Language, string, string]>([
    ['en', 'Two boats sank, and five were taken to a hall in Lhoren.', 'high: five were taken'],
    ['en', 'Our neighbour was arrested in Lhoren after the feast.', 'high: our neighbour was arrested in Lhoren'],
    ['en', 'Fishermen in Lhoren say that the ford is watched.', 'medium: Fishermen in Lhoren'],
    ['en', 'A doctor who used to take in runaways has left.', 'singling-out: A doctor who used to take in runaways'],
    ['en', 'The prefect spoke of 70 children without papers.', 'group-risk: 70 children without papers'],
    ['en', 'We closed our Lhoren office in May.', 'operational: our Lhoren office'],
    ['en', 'Interpreter: K. Doerwick.', 'byline: K. Doerwick'],
    ['zh', '上月，一名送米的老人被带走，至今没有消息。', 'high: 一名送米的老人'],
    ['zh', '去年我表姐从对面过来。', 'low-count: 我表姐'],
    ['zh', '无户口的孩子不能上学。', 'group-risk: 无户口的孩子'],
    ['zh', '（责任编辑：方砚）', 'byline: 方砚'],
    ['ko', '지난달 미국인 목사가 조사를 받았다.', 'high: 미국인 목사'],
    ['ko', '우리 며느리가 작년에 왔어요.', 'high: 우리 며느리'],
    ['ko', '쉼터 세 곳이 문을 닫았다.', 'operational: 쉼터 세 곳'],
    ['ko', '억류된 사람들이 곧 돌아온다.', 'group-risk: 억류된 사람들'],
  ])('(%s) %s', (language, text, expected) => {
    expect(mentionsOf(text, language).map((one) => one.toLowerCase())).toContain(expected.toLowerCase());
  });

  it.each<readonly [Language, string]>([
    ['en', 'FSQ: How long did the feast take?'],
    ['en', 'Whoever enters the harbour needs a pass, said the notice.'],
    ['zh', '转一段《港湾报》今天的报道：桥已经修好。'],
  ])('(%s) nobody is named by %s', (language, text) => {
    expect(mentionsOf(text, language)).toEqual([]);
  });
});
