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
  it('L47, L80: are as many as the text closes with a date and an issuer, and what the printer of them writes', () => {
    const documents = documentsOf(NOTICES, 'a.txt');
    expect(documents.map(shown)).toEqual([
      ['Papers from the valley', undefined, undefined, undefined],
      ['On the Closing of the Bridge', 'Bureau of Bridges, Alder County', 'all offices of the valley', '2031-04-05'],
      [
        'Bulletin on Ferries',
        'Ferry Office of Alder County',
        'County Office of Finance, All ferry stations',
        '2031-06-07',
      ],
      ['Papers from the valley', undefined, undefined, undefined],
    ]);
    expect(documents.map(({ role, text }) => [role, text.slice(0, 12), text.slice(-12)])).toEqual([
      ['editor-note', 'Papers from ', 'ritten then.'],
      [undefined, 'On the Closi', 'Alder County'],
      [undefined, 'Bulletin on ', 'Alder County'],
      ['note', '[1] From the', 'nty archive.'],
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

  it('L80: reads numbers, addressees, seals and copies of Chinese papers, and the host’s words around them', () => {
    const source = `河谷公文两件

编者按：以下两份文件由读者提供，本站照原样刊出，未作改动，真伪有待查证。

关于关闭大桥的通知
谷政发〔2031〕12号

各乡镇人民政府，县直各部门：

为保证行人安全，现将有关事项通知如下：

一、自即日起关闭大桥，车辆绕行磨坊路。

二、各乡镇应派人看守桥头，不得擅离岗位。

河谷县人民政府
（公章）
2031年4月5日

抄送：县渡口办公室，县磨坊管理局

关于增加渡船的请示

县财政局：

今年渡船载客人数超过往年，特申请增拨经费，添置渡船两条，妥否，请批示。

河谷县渡口办公室 2031年6月7日

资料来源：读者来信`;
    const documents = documentsOf(source, 'a.txt');
    expect(documents.map((each) => [each.role, ...shown(each), each.number?.value, each.copies?.value])).toEqual([
      ['editor-note', '河谷公文两件', undefined, undefined, undefined, undefined, undefined],
      [
        undefined,
        '关于关闭大桥的通知',
        '河谷县人民政府',
        '各乡镇人民政府，县直各部门',
        '2031-04-05',
        '谷政发〔2031〕12号',
        '县渡口办公室，县磨坊管理局',
      ],
      [undefined, '关于增加渡船的请示', '河谷县渡口办公室', '县财政局', '2031-06-07', undefined, undefined],
      ['note', '河谷公文两件', undefined, undefined, undefined, undefined, undefined],
    ]);
  });

  it('L80, L81: reads the labels of Korean papers', () => {
    const paper = (to: string, title: string, body: string, date: string, issuer: string) =>
      `수신 ${to}\n제목 ${title}\n\n${body}\n\n${date}\n\n${issuer} (직인)\n\n`;
    const source =
      paper(
        '각 읍면장',
        '다리 통행 제한 알림',
        '강물이 줄어들 때까지 다리 통행을 제한하오니 주민에게 널리 알려 주시기 바랍니다.',
        '2031. 4. 5.',
        '골짜기군수',
      ) +
      paper(
        '나루터 관리소장',
        '나룻배 증편 협조',
        '이용객이 예년보다 늘어 나룻배 두 척을 더 띄우고자 하오니 협조하여 주시기 바랍니다.',
        '2031년 6월 7일',
        '골짜기군청',
      );
    expect(documentsOf(source, 'a.txt').map(shown)).toEqual([
      ['다리 통행 제한 알림', '골짜기군수', '각 읍면장', '2031-04-05'],
      ['나룻배 증편 협조', '골짜기군청', '나루터 관리소장', '2031-06-07'],
    ]);
  });

  it('L81: are as many as labelled openings begin, where nothing closes them', () => {
    const memo = (n: number, from: string) =>
      `MEMORANDUM ${n}\n\nTO: All ferry stations\nFROM: ${from}\nDATE: June ${n}, 2031\nSUBJECT: Boats of station ${n}\n\nThe boats of this station are to be counted, and the count is to be sent to the county by Friday.\n\n`;
    expect(documentsOf(`${memo(3, 'Ferry Office')}${memo(4, 'Bureau of Bridges')}`, 'a.txt').map(shown)).toEqual([
      ['Boats of station 3', 'Ferry Office', 'All ferry stations', '2031-06-03'],
      ['Boats of station 4', 'Bureau of Bridges', 'All ferry stations', '2031-06-04'],
    ]);
  });

  it('L81: titles that bear their day, or stand above a line of issue, open papers, and none has the day of another', () => {
    const guests =
      'All houses of the valley shall register every guest within one day. Houses that do not shall be fined.';
    const boats =
      'Every village shall count its boats by the end of the month. Boats that nobody counted shall be taken.';
    const dates = (...parts: string[]) =>
      documentsOf(parts.join('\n\n'), 'a.txt').map(({ date, role }) => [role, date?.value]);
    const two = [
      [undefined, '2031-04-05'],
      [undefined, '2031-06-07'],
    ];
    expect(
      dates('Notice on Guests', 'Issued: 5 April, 2031', guests, 'Order on Boats', 'Issued: 7 June, 2031', boats),
    ).toEqual(two);
    expect(dates('Notice on Guests (5 April 2031)', guests, 'Order on Boats (7 June 2031)', boats)).toEqual(two);
    expect(
      dates('[Document 1: notice of the Bureau, 5 April 2031]', guests, '[Document 2: order, 7 June 2031]', boats),
    ).toEqual(two);
    expect(
      dates(
        'DOCUMENT ONE',
        'Alder County Office, 5 April 2031',
        'On Guests',
        guests,
        'DOCUMENT TWO',
        'Alder County Office, 7 June 2031',
        'On Boats',
        boats,
      ),
    ).toEqual(two);
    expect(
      dates(
        'Notice on Guests',
        guests,
        'Bureau of Bridges',
        'Dated this 5th day of April 2031',
        'Order on Boats',
        boats,
        'Bureau of Bridges',
        'Dated this 7th day of June 2031',
      ),
    ).toEqual(two);
    expect(
      dates(
        '문건 1: 골짜기군 통고 (2031.4.5)',
        '모든 집은 손님을 하루 안에 등록하여야 한다. 등록하지 않은 집에는 벌금을 물린다.',
        '문건 2: 골짜기군 명령 (2031.6.7)',
        '각 마을은 이달 말까지 배를 세어야 한다. 세지 않은 배는 거둔다.',
      ),
    ).toEqual(two);
    // One title with a day is that of a text, and a list of days is none of papers.
    expect(dates('Notice on Guests (5 April 2031)', guests, 'What they say', boats)).toHaveLength(1);
  });

  it('L80: signature lines at the end of a paragraph close a paper too', () => {
    const paper = (title: string, issuer: string, day: number) =>
      `${title}\n\nThe old bridge is closed from today until the river falls. Carts\nshall take the road by the mill, and nobody shall cross on foot.\n${issuer}\nApril ${day}, 2031\n\n`;
    expect(
      documentsOf(paper('On Carts', 'Bureau of Bridges', 5) + paper('On Feet', 'Ferry Office', 6), 'a.txt').map(shown),
    ).toEqual([
      ['On Carts', 'Bureau of Bridges', undefined, '2031-04-05'],
      ['On Feet', 'Ferry Office', undefined, '2031-04-06'],
    ]);
  });

  it('L80: one paper after an editor’s note is told from the note', () => {
    const source = `Translator's note: the order below was read out in the market. I have left the spelling as it was.\n\n${NOTICES.slice(NOTICES.indexOf('On the Closing'), NOTICES.indexOf('Bulletin'))}\n[1] Heard on a market day.`;
    expect(documentsOf(source, 'a.txt').map((each) => [each.role, each.issuer?.value])).toEqual([
      ['editor-note', undefined],
      [undefined, 'Bureau of Bridges, Alder County'],
      ['note', undefined],
    ]);
  });

  it.each([
    ['a place before the day', '', 'Alder County Bureau of Bridges\nAlder, April 5, 2031'],
    ['the day in a block of its own', '', 'Alder County Bureau of Bridges\n\nApril 5, 2031'],
    ['one line', '', 'Alder County Bureau of Bridges, April 5, 2031'],
    ['a sentence', '', 'Issued by the Alder County Bureau of Bridges on April 5, 2031.'],
    ['a line to call below', '', 'Alder County Bureau of Bridges\nApril 5, 2031\nHotline: 555-0110'],
    ['a line below the title', '\nDate of issue: April 5, 2031', 'Alder County Bureau of Bridges'],
    ['a day below its number', '\nNo. 14 (2031)\nApril 5, 2031', 'Alder County Bureau of Bridges'],
  ])('L80: a notice is as old as it says and not as the paper that prints it: %s', (_, below, closing) => {
    const source = `Valley Courier, May 3, 2031\n\nCounty closes the bridge\n\nThe Valley Courier was sent the notice below last week and prints it as it is.\n\nNOTICE ON THE BRIDGE${below}\n\nTo all offices of the valley:\n\nThe river has risen again. The following is announced:\n\n1. Nobody shall cross the bridge, and all carts shall take the road by the mill.\n\n2. Whoever crosses it shall be fined.\n\n${closing}`;
    const paper = documentsOf(source, 'a.txt').find(({ text }) => text.includes('Nobody shall'));
    expect([paper?.issuer?.value, paper?.date?.value]).toEqual(['Alder County Bureau of Bridges', '2031-04-05']);
  });
});
