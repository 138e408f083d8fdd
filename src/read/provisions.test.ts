import { describe, expect, it } from 'vitest';
import { provisionsOf } from './provisions.ts';
import { readLayer } from './read-layer.ts';

function itemsOf(source: string, fileName: string = 'a.txt') {
  const layer = readLayer(new TextEncoder().encode(source), { fileName });
  if (!layer.ok) throw new Error(layer.error.type);
  const { text } = layer.value;
  return provisionsOf(layer.value).map(({ label, number, level, parent, words, end, leadIn }) => [
    label,
    number,
    level,
    parent,
    text.slice(words, end).slice(0, 12),
    leadIn && text.slice(leadIn.start, leadIn.end),
  ]);
}

describe('numbered provisions', () => {
  it('L85: keep label and number, and the sentence that they hang on', () => {
    const source = `On the bridge\n\nThe bridge is old. All stations shall act in accordance with the following rules.\n\n1. Carts take the road by the mill.\n\n2. Nobody crosses on foot.\n\nThe office thanks the valley.`;
    const lead = 'All stations shall act in accordance with the following rules.';
    expect(itemsOf(source)).toEqual([
      ['1.', 1, 0, undefined, 'Carts take t', lead],
      ['2.', 2, 0, undefined, 'Nobody cross', lead],
    ]);
  });

  it('L85: of Chinese notices and laws nest by their kinds', () => {
    const source = `关于大桥的通告

现将有关事项通告如下：

一、自即日起关闭大桥。有下列情形之一的，可以通行：

（一）送医的；

（二）送信的。

二、违者处以罚款。

第一条　本通告由桥梁局解释。

第二条　自公布之日起施行。`;
    expect(itemsOf(source)).toEqual([
      ['一、', 1, 0, undefined, '自即日起关闭大桥。有下列', '现将有关事项通告如下：'],
      ['（一）', 1, 1, 0, '送医的；', '有下列情形之一的，可以通行：'],
      ['（二）', 2, 1, 0, '送信的。', '有下列情形之一的，可以通行：'],
      ['二、', 2, 0, undefined, '违者处以罚款。', '现将有关事项通告如下：'],
      ['第一条', 1, 0, undefined, '本通告由桥梁局解释。', undefined],
      ['第二条', 2, 0, undefined, '自公布之日起施行。', undefined],
    ]);
  });

  it('L85: of Korean rules, and of paragraphs that hold all their items', () => {
    expect(
      itemsOf(
        '제1조(목적) 이 규칙은 다리의 통행을 정한다.\n\n① 수레는 다니지 못한다.\n\n② 사람은 다음 각 호의 경우에만 다닌다.\n\n1. 병원에 갈 때\n\n2. 편지를 나를 때\n\n제2조(벌칙) 벌금을 물린다.',
      ).map((row) => row.slice(0, 4)),
    ).toEqual([
      ['제1조', 1, 0, undefined],
      ['①', 1, 1, 0],
      ['②', 2, 1, 0],
      ['1.', 1, 2, 2],
      ['2.', 2, 2, 2],
      ['제2조', 2, 0, undefined],
    ]);
    expect(
      itemsOf('现规定如下：一、关闭大桥。二、增加渡船。三、违者罚款。').map((row) => [row[0], row[4], row[5]]),
    ).toEqual([
      ['一、', '关闭大桥。', '现规定如下：'],
      ['二、', '增加渡船。', '现规定如下：'],
      ['三、', '违者罚款。', '现规定如下：'],
    ]);
  });

  it('L85: are not years, dates, decimals or a number alone', () => {
    expect(
      itemsOf('2031. 4. 5. was the day.\n\n1.5 million carts.\n\n3. This stands alone in the text of the office.'),
    ).toEqual([]);
    expect(itemsOf('In 2031 the office closed 4 bridges; 3 remain. It was so (see 1) in 2030.')).toEqual([]);
  });
});
