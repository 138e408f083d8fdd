import { describe, expect, it } from 'vitest';
import { readClaims } from '../claims/read-claims.ts';
import { SAMPLE_PACK } from '../figures/gold-set.ts';
import { readLayer } from '../read-layer.ts';
import { isProtected } from './veil.ts';

/** The persons and ages held in a Markdown text. */
function heldIn(text: string): readonly string[] {
  const read = readLayer(new TextEncoder().encode(text), { fileName: 'lines.md' });
  if (!read.ok) throw new Error('a text must make a layer');
  return readClaims(read.value, SAMPLE_PACK)
    .mentions.filter((one) => isProtected(one) && (one.type === 'person' || one.type === 'age'))
    .map(({ surface }) => surface);
}

describe('M3: lines without a full stop name people', () => {
  it.each([
    ['# Testimony of Kim Yong-ho', ['Kim Yong-ho']],
    ['| Name | Age |\n|---|---|\n| Kim Yong-ho | 34 |', ['Kim Yong-ho']],
    ['Returned with Kim Yong-ho: 1,200 refugees in 2014', ['Kim Yong-ho']],
    ['Returned with Jane Doerwick: 1,200 refugees in 2014', ['Jane Doerwick']],
    ['- Jane Doerwick (34), Orrin', ['Jane Doerwick', '34']],
    ['- Mina (34, farmer)', ['Mina', '34']],
    ['- Jane Doerwick, the farmer from the hill, and doerwick land', ['Jane Doerwick']],
    ['Jane Doerwick crossed in 2018. Mail: jane.doerwick@example.org.', ['Jane Doerwick']],
    ['- 김용호, 회령', ['김용호']],
    ['- 王建国，会宁', ['王建国']],
    ['# 王建国的证词', ['王建国']],
  ])('%s', (text, held) => expect(heldIn(text)).toEqual(held));

  it.each([
    ['# Escape From The Northern Border Villages'],
    ['# The Lhoren Officials Warn Of Hidden Border Rules'],
    ['- Reports (34)'],
    ['| Name | Place |\n|---|---|\n| Total | Orrin |'],
  ])('but nobody is named by capitals that a title or a count has: %s', (text) => expect(heldIn(text)).toEqual([]));
});
