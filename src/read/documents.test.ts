import { describe, expect, it } from 'vitest';
import type { LayerDocument } from './layer.ts';
import { readLayer } from './read-layer.ts';

function documentsOf(source: string, fileName: string): readonly (LayerDocument & { readonly text: string })[] {
  const result = readLayer(new TextEncoder().encode(source), { fileName });
  if (!result.ok) throw new Error(result.error.type);
  const { text, documents } = result.value;
  return documents.map((document) => ({ ...document, text: text.slice(document.start, document.end) }));
}

const shown = ({ title, issuer, addressee, date }: LayerDocument) => [
  title?.value,
  issuer?.value,
  addressee?.value,
  date?.value,
];

const NOTICES = `Papers from the valley

Editor's note: these papers were found in two offices. They are given here in full, as they were written then.

On the Closing of the Bridge

To all offices of the valley:

The bridge is closed from today until the river falls. Carts shall take the road by the mill.

April 5, 2031
Bureau of Bridges
Alder County

Bulletin on Ferries

In 2031 the ferries carried more people than ever before. The office asks for two more boats.

TO: County Office of Finance
    All ferry stations

June 7, 2031
Ferry Office of Alder County

[1] From the county archive.`;

describe('the documents of a layer', () => {
  it('L47: are as many as the text itself closes with a date and an issuer', () => {
    const documents = documentsOf(NOTICES, 'a.txt');
    expect(documents.map(shown)).toEqual([
      ['On the Closing of the Bridge', 'Bureau of Bridges, Alder County', 'all offices of the valley', '2031-04-05'],
      [
        'Bulletin on Ferries',
        'Ferry Office of Alder County',
        'County Office of Finance, All ferry stations',
        '2031-06-07',
      ],
    ]);
    expect(documents.map(({ text }) => [text.slice(0, 22), text.slice(-29)])).toEqual([
      ['Papers from the valley', 'Bureau of Bridges\nAlder County'.slice(-29)],
      ['Bulletin on Ferries\n\nI', '\n[1] From the county archive.'],
    ]);
  });

  it('L47: are found in a page as well, and where issuer and date stand in Chinese or Korean order', () => {
    const page = (issuer: string, date: string, title: string, body: string) =>
      `<h2>${title}</h2><p>${body}</p><p>${issuer}</p><p>${date}</p>`;
    const html =
      page(
        '河谷县桥梁局',
        '2031年4月5日',
        '关于关闭大桥的通告',
        '自即日起关闭大桥，行人和车辆一律绕行磨坊路，不得穿行河滩，违者按规定处理，请各单位互相转告，认真遵照执行。',
      ) +
      page(
        '河谷县渡口办公室',
        '二〇三一年六月七日',
        '关于渡船的通知',
        '今年渡船载客人数超过往年，现增加两条渡船，每天早晚各加开一班，票价不变，请乘客按次序上下船，注意安全。',
      );
    expect(documentsOf(html, 'a.html').map(shown)).toEqual([
      ['关于关闭大桥的通告', '河谷县桥梁局', undefined, '2031-04-05'],
      ['关于渡船的通知', '河谷县渡口办公室', undefined, '2031-06-07'],
    ]);
  });

  it('L48: are one where a date only heads an article, or only one is closed', () => {
    const article =
      '<h1>Bridge closed</h1><p>Bureau of Bridges</p><p>April 5, 2031</p><p>The office of bridges said on Monday that the old one would stay closed.</p><h2>Ferries</h2><p>June 7, 2031</p><p>The ferries carried more people than ever before, said the office of ferries.</p>';
    expect(documentsOf(article, 'a.html').length).toBe(1);
    const single = NOTICES.slice(NOTICES.indexOf('On the Closing'), NOTICES.indexOf('Bulletin'));
    expect(documentsOf(single, 'a.txt').map(shown)).toEqual([
      ['On the Closing of the Bridge', 'Bureau of Bridges, Alder County', 'all offices of the valley', '2031-04-05'],
    ]);
  });
});
