import { describe, expect, it } from 'vitest';
import { readLayer } from './index.ts';
import { translationPairsOf } from './translation-pairs.ts';

function pairsOf(source: string, fileName: string = 'page.txt') {
  const layer = readLayer(new TextEncoder().encode(source), { fileName });
  if (!layer.ok) throw new Error(layer.error.type);
  const { text } = layer.value;
  return translationPairsOf(layer.value).map(({ first, second, evidence }) => [
    text.slice(first.start, first.end).slice(0, 6),
    text.slice(second.start, second.end).slice(0, 6),
    evidence.join(' '),
  ]);
}

const ZH = '去年过桥的车有3400辆，今年不到1500辆，渡船也少了两条，桥头只剩一个人看守。';
const EN =
  'Last year 3,400 carts crossed the bridge, this year fewer than 1,500; there are two ferries less, and one man is left to watch it.';
const KO = '작년에 다리를 건넌 수레는 3400대였고 올해는 1500대가 안 되며 나룻배도 두 척 줄었다.';

describe('passages and their renderings', () => {
  it('L90: are paragraphs that follow one another in different scripts, of fitting length, with the same numbers', () => {
    expect(pairsOf(`${ZH}\n\n${EN}`)).toEqual([['去年过桥的车', 'Last y', 'length numbers']]);
    expect(pairsOf(`${KO}\n\n${EN}`)).toEqual([['작년에 다리', 'Last y', 'length numbers']]);
    expect(pairsOf(`${ZH}\n\n${KO}`)).toEqual([['去年过桥的车', '작년에 다리', 'length numbers']]);
  });

  it('L90: are none when lengths do not fit, numbers contradict, or nothing but place speaks for it', () => {
    expect(pairsOf(`${ZH}\n\nThe bridge is closed, it is said.`)).toEqual([]);
    expect(pairsOf(`${ZH}\n\n${EN.replace('3,400', '7,200').replace('1,500', '2,600')}`)).toEqual([]);
    const plain = '桥头只剩一个人看守，渡船也少了，车不让过。';
    expect(pairsOf(`${plain}\n\nThe office of bridges held a meeting about the mill, which was long.`)).toEqual([]);
  });

  it('L90: may be told by a colon before them, by taking turns, by brackets, or by the cells of a row', () => {
    const zh = '桥头只剩一个人看守，渡船也少了，车不让过，行人只好绕路。';
    const en =
      'One man is left to watch the bridge, there are fewer ferries, and carts may not cross, so people go around.';
    expect(pairsOf(`The mill wrote:\n\n${zh}\n\n${en}`)).toEqual([['桥头只剩一个', 'One ma', 'length lead-in']]);
    expect(pairsOf(`${zh}\n\n${en}\n\n${zh}\n\n${en}`).map((row) => row[2])).toEqual([
      'length alternation',
      'length alternation',
    ]);
    expect(pairsOf(`Posters say “桥头禁止车辆通行” (carts may not pass the bridge) in red.`)).toEqual([
      ['“桥头禁止车', 'carts ', 'parentheses length'],
    ]);
    expect(pairsOf(`<table><tr><td>${zh}</td><td>${en}</td></tr></table>`, 'a.html')).toEqual([
      ['桥头只剩一个', 'One ma', 'row length'],
    ]);
  });
});
