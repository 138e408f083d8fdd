import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayer } from '../read-layer.ts';
import { sentencesOf } from '../sentences.ts';
import { alignSentences } from './align.ts';

/** Each line a group: its words in one language, and what renders them; `|` parts sentences. Invented throughout. */
const CHINESE = `
灯会的报告于2019年5月3日公布。|The report of the Lantern Society was published on 3 May 2019.
报告说，2018年底约有12000人住在港口附近。|The report says that about 12,000 people lived near the harbour at the end of 2018.
渡船公司不同意这个数字。|The ferry company disagrees with this figure.
公司的一位发言人说：“我们只数了9500人。”|A spokesman of the company said: "We counted only 9,500 people."
为什么差别这么大？|Why is the difference so large?
灯会在夏天数人。¦渡船公司在冬天数人，那时候很多人已经回到磨坊村。|The society counts people in summer, the ferry company in winter, when many have already returned to the mill village.
三月的大雪把桥压坏了，于是人们只能走另一条路，那条路长得多，而且晚上没有灯。|Heavy snow in March damaged the bridge.¦People could only take another road, which is much longer and has no lights at night.
冬天没有船，码头上只剩下几个看守仓库的人和他们的狗。|
市政府计划在2020年花300万元修桥。|In 2020 the city plans to spend 3 million yuan on repairing the bridge.
到那时为止，Heron Line 的船每天开两次。|Until then the boats of the Heron Line sail twice a day.
|Note by the translator: the table of fares for adults, children and goods that follows in the printed report is left out here.
村里的老人希望桥早点修好。|The old people of the village hope that the bridge will soon be repaired.
`;
const KOREAN = `
등불회는 2019년 5월 3일에 보고서를 발표했다.|The Lantern Society published its report on 3 May 2019.
보고서에 따르면 2018년 말 항구 근처에 약 1만 2000명이 살았다.|According to the report, about 12,000 people lived near the harbour at the end of 2018.
나룻배 회사는 이 숫자에 동의하지 않는다.|The ferry company disagrees with this number.
회사 대변인은 “우리는 9500명만 세었다”고 말했다.|A spokesman of the company said, "We counted only 9,500."
왜 이렇게 차이가 큰가?|Why is the difference so large?
등불회는 여름에 센다.¦회사는 겨울에 센다.|The society counts in summer and the company in winter.
3월의 폭설로 다리가 무너져 사람들은 훨씬 더 길고 밤에는 불도 없는 다른 길로 다녀야 했다.|Heavy snow in March brought the bridge down.¦People had to take another road, much longer and without lights at night.
시는 2020년에 다리를 고치는 데 300만 원을 쓸 계획이다.|The city plans to spend 3 million won on repairing the bridge in 2020.
그때까지 Heron Line 배가 하루에 두 번 다닌다.|Until then boats of the Heron Line run twice a day.
마을 노인들은 다리가 빨리 고쳐지기를 바란다.|The old people of the village hope that the bridge will soon be repaired.
`;

interface Pair {
  readonly original: readonly string[];
  readonly translation: readonly string[];
}

function pairsOf(table: string): readonly Pair[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [original = '', translation = ''] = line.split('|');
      const parts = (side: string): readonly string[] => side.split('¦').filter((words) => words !== '');
      return { original: parts(original), translation: parts(translation) };
    });
}

/** A text of all sentences of one side, several to a paragraph. */
function textOf(pairs: readonly Pair[], side: keyof Pair, perParagraph: number): string {
  const paragraphs: string[] = [];
  for (let at = 0; at < pairs.length; at += perParagraph)
    paragraphs.push(
      pairs
        .slice(at, at + perParagraph)
        .flatMap((pair) => pair[side])
        .join(side === 'original' && /[。？]/.test(pairs[0]?.original[0] ?? '') ? '' : ' '),
    );
  return paragraphs.join('\n\n');
}

function layer(text: string): Parameters<typeof alignSentences>[0] {
  const made = readLayer(new TextEncoder().encode(text), { fileName: 'a.txt' });
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
}

function aligned(original: string, translation: string): readonly Pair[] {
  const [one, other] = [layer(original), layer(translation)];
  const groups = alignSentences(one, other, []);
  if ('type' in groups) throw new Error(groups.reason);
  return groups.map((group) => ({
    original: group.original.map(({ start, end }) => one.text.slice(start, end)),
    translation: group.translation.map(({ start, end }) => other.text.slice(start, end)),
  }));
}

describe('a text and its translation', () => {
  for (const [name, table] of [
    ['Chinese', CHINESE],
    ['Korean', KOREAN],
  ] as const) {
    it(`TR4 to TR6: are aligned sentence by sentence out of ${name}, merged and split ones among them, and those that one side lacks`, () => {
      const pairs = pairsOf(table);
      for (const perParagraph of [3, 20])
        expect(aligned(textOf(pairs, 'original', perParagraph), textOf(pairs, 'translation', perParagraph))).toEqual(
          pairs,
        );
    });
  }

  it('TR4: every sentence of both sides stands in exactly one group, in its order', () => {
    const words = fc.array(
      fc.constantFrom('The mill.', '12 boats came!', '桥坏了。', '왜?', 'A b c d e f g.', '\n\n'),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(words, words, (one, other) => {
        const texts = [one.join(' '), other.join(' ')].map((text) => text.trim());
        fc.pre(texts.every((text) => text !== ''));
        const layers = texts.map(layer);
        const [original, translation] = layers;
        if (original === undefined || translation === undefined) throw new Error('no layers');
        const groups = alignSentences(original, translation, []);
        if ('type' in groups) throw new Error(groups.reason);
        const spans = (
          of: Parameters<typeof alignSentences>[0],
        ): readonly { readonly start: number; readonly end: number }[] =>
          of.blocks.flatMap(({ start, end, language }) =>
            sentencesOf(of.text.slice(start, end), language).map((each) => ({
              start: start + each.start,
              end: start + each.end,
            })),
          );
        expect(groups.flatMap((group) => group.original)).toEqual(spans(original));
        expect(groups.flatMap((group) => group.translation)).toEqual(spans(translation));
      }),
    );
  });
});
