import { expect, it } from 'vitest';
import { SAMPLE_PACK } from '../figures/gold-set.ts';
import { readClaims, readLayer } from '../index.ts';

/** The mentions of a text, with their class. */
function held(source: string): readonly (readonly [string, string])[] {
  const layer = readLayer(new TextEncoder().encode(source), { fileName: 'page.txt' });
  if (!layer.ok) throw new Error(layer.error.type);
  return readClaims(layer.value, SAMPLE_PACK).mentions.map(({ surface, protection }) => [surface, protection]);
}
const classOf = (source: string, words: string): string | undefined =>
  held(source).find(([surface]) => surface.includes(words))?.[1];

it('M22: whoever is described by what they did or where they are from is one mention, and singled out', () => {
  expect(classOf('밤마다 아이를 업고 나루에 서 있던 30대 여성이 사라졌다.', '30대 여성')).toBe('singling-out');
  expect(classOf('벌금으로 위안을 낸 할머니가 있었다.', '할머니')).toBe('singling-out');
  expect(classOf('在渡口卖鱼的一名男子上周不见了。', '在渡口卖鱼的一名男子')).toBe('singling-out');
  expect(classOf('第二次带走了住在磨坊里的母女俩。', '母女俩')).toBe('singling-out');
});

it('M22: so in English, where whoever works for somebody or leads them is held too', () => {
  expect(classOf('He asked my aunt who keeps an inn facing the quay.', 'my aunt who keeps')).toBe('singling-out');
  expect(classOf('A nursing mother and her infant were in the boat.', 'nursing mother and her infant')).toBe(
    'singling-out',
  );
  expect(classOf('They fined our landlord and took the lease.', 'our landlord')).toBe('high');
  expect(classOf('Nobody has seen the hospital driver since.', 'the hospital driver')).toBe('high');
  expect(held('Any person who lodges a stranger shall be fined.').filter(([, one]) => one === 'singling-out')).toEqual(
    [],
  );
});

it('M22: whoever is so described and speaks is a source', () => {
  const korean = '강가에서 그물을 깁던 50대 남성은 배가 끊겼다고 말했다.';
  expect(classOf(korean, '50대 남성')).toMatch(/^(?:high|singling-out)$/);
  expect(classOf('在渡口卖鱼的一名男子说，船已经停了。', '一名男子')).toMatch(/^(?:high|singling-out)$/);
});

it('M22: kinds of people and nations are nobody in particular', () => {
  const surfaces = held('북한 주민과 중국인 아버지들이 늘었다. 젊은 사람들도 많다.').filter(
    ([, one]) => one === 'singling-out',
  );
  expect(surfaces).toEqual([]);
});

it('M22: names by which somebody is called are persons', () => {
  expect(classOf('其中老谭——这是我给他起的名字——被扣了手机。', '老谭')).toBe('high');
  expect(classOf('现居海边的“阿顺”在电话中说，孩子还好。', '阿顺')).toBe('high');
});

it('M11: fields of a page are no handles', () => {
  const handles = held('2017年12月7日 22:41\n原文链接：http://example.org/1\n附註：本文有删节。\n').filter(
    ([surface]) => /原文|附註|日/.test(surface),
  );
  expect(handles).toEqual([]);
});
