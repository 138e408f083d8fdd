import { expect, it } from 'vitest';
import type { Mention } from '../read/index.ts';
import { veilWords } from './veil-words.ts';

function mention(surface: string, protection: Mention['protection'] = 'high'): Mention {
  return {
    start: 0,
    end: surface.length,
    surface,
    type: 'person',
    protection,
    reason: 'named-person',
    quasiIdentifiers: [],
  };
}

it('protected words are written over where they stand for themselves', () => {
  const mentions = [mention('Ann'), mention('34'), mention('미라'), mention('Editor Lund', 'byline')];
  const veiled = [
    ['Ann tells her story', '▒▒▒ tells her story'],
    ['The annual report of Annex 3', 'The annual report of Annex 3'],
    ['Aged 34 in 1934', 'Aged ▒▒▒ in 1934'],
    ['미라의 이야기', '▒▒▒의 이야기'],
    ['by Editor Lund', 'by Editor Lund'],
    ['', ''],
  ];
  expect(veiled.map(([text = '']) => [text, veilWords(text, mentions)])).toEqual(veiled);
});
