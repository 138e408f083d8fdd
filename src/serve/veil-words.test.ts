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

it('a name is written over however a title or a file spells it', () => {
  const mentions = [
    mention('Jane Doerwick'),
    mention('김용호'),
    mention('王建国先生'),
    mention('Kim Yong-ho'),
    mention('김 목사'),
    mention('Kim Il Sample', 'public-figure'),
    mention('Editor Lund', 'byline'),
    { ...mention('010-5550-1234'), type: 'contact' as const },
  ];
  const veiled = [
    ['JANE DOERWICK: HER STORY', '▒▒▒: HER STORY'],
    ['Doerwick speaks out', '▒▒▒ speaks out'],
    ['Jane_Doerwick.txt', '▒▒▒.txt'],
    ['jane doerwick.txt', '▒▒▒.txt'],
    ['Doerwick, Jane.txt', '▒▒▒.txt'],
    ['JaneDoerwick2019.txt', '▒▒▒2019.txt'],
    ['janedoerwick.txt', '▒▒▒.txt'],
    ['doerwickjane-2019.txt', '▒▒▒-2019.txt'],
    ['Jane Doer\u00ADwick', '▒▒▒'],
    ['Ｊane Ｄoerwick', '▒▒▒'],
    ['김용호 진술.txt', '▒▒▒ 진술.txt'],
    ['김용호 진술.txt'.normalize('NFD'), `▒▒▒ ${'진술'.normalize('NFD')}.txt`],
    ['용호의 증언', '▒▒▒의 증언'],
    ['王建国的证词.pdf', '▒▒▒的证词.pdf'],
    ['kim_yongho_interview.mp3', '▒▒▒_interview.mp3'],
    ['yong ho interview', '▒▒▒ interview'],
    ['목사 이야기', '목사 이야기'],
    ['Kim Il Sample opens a bridge, by Editor Lund', 'Kim Il Sample opens a bridge, by Editor Lund'],
    ['call 01055501234', 'call ▒▒▒'],
    ['janet doerwicks', 'janet doerwicks'],
  ];
  expect(veiled.map(([text = '']) => [text, veilWords(text, mentions)])).toEqual(veiled);
});
