import { expect, test } from 'vitest';
import { firstPack } from '../../../test/read/first-pack.ts';
import { placeLabels } from './place-labels.ts';

const pack = firstPack();
const labels = placeLabels([pack]);

test('a place is found by how a claim writes it, with the preferred name of each language', () => {
  expect(labels.get('CN-KP border')).toEqual({
    en: 'China-North Korea border',
    'zh-Hans': '中朝边境',
    'zh-Hant': '中朝邊境',
    ko: '북중 국경',
  });
  expect(labels.get('CN-22-24 Yanbian')).toMatchObject({ ko: labels.get('CN-22-24')?.['ko'] });
});

test('a division of the world’s lists has its names, and countries of them have none', () => {
  expect(labels.get('CN-51 Sichuan')).toEqual({ en: 'Sichuan Province', 'zh-Hans': '四川省', ko: '쓰촨성' });
  expect(labels.get('NO')).toBeUndefined();
});

test('a place that is finer than may be shown has no label of its own', () => {
  const finer = pack.places.filter(({ id, showAs }) => showAs !== undefined && showAs !== id);
  expect(finer.length).toBeGreaterThan(0);
  expect(finer.filter(({ id }) => labels.has(id))).toEqual([]);
});
