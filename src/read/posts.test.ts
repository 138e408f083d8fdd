import { describe, expect, it } from 'vitest';
import { SAMPLE_PACK } from './figures/gold-set.ts';
import { readClaims, readLayer } from './index.ts';

function layerOf(source: string, fileName: string = 'page.txt') {
  const layer = readLayer(new TextEncoder().encode(source), { fileName });
  if (!layer.ok) throw new Error(layer.error.type);
  return layer.value;
}

function posted(source: string, fileName?: string) {
  const { documents } = layerOf(source, fileName);
  return documents.map(({ role, issuer, date, within }) => [role, issuer?.value, date?.value, within]);
}

const ARTICLE =
  'The valley argues about the bridge\n\nThe office of bridges closed the old bridge on Monday, and people in the town had much to say about it.';

describe('posts', () => {
  it('L84: under handle and time, or name and date, are documents of that name, and the article goes on after them', () => {
    const source = `${ARTICLE}\n\n@mill_owl · 3h\n\nNobody asked us, and the carts stand in the road.\n\nThe office gave no answer to that.`;
    expect(posted(source)).toEqual([
      [undefined, undefined, undefined, undefined],
      ['post', '@mill_owl', undefined, 0],
      ['continuation', undefined, undefined, 0],
    ]);
  });

  it('L84: of a thread go on to the next header, and answer whom they name', () => {
    const source = `桥还能走吗

1楼 河边磨坊 2031-04-05 17:02

今天早上桥头已经有人看守，车不让过。

听说要等水退。

2楼 慢船 2031-04-05 18:10

回复 河边磨坊：行人也不让过。

3楼 芦苇荡 2031-04-06 08:00

渡船加了一班。`;
    expect(posted(source)).toEqual([
      [undefined, undefined, undefined, undefined],
      ['post', '河边磨坊', '2031-04-05', 0],
      ['post', '慢船', '2031-04-05', 1],
      ['post', '芦苇荡', '2031-04-06', 0],
    ]);
  });

  it('L84: in a thread the page gives a day its year, and a post without one is as old as the one before', () => {
    const thread = `Thread: what is going on at the bridge?
Saved 2 Jan 2031, 23:15 · 3 posts

@mill_owl · 30 Dec · 1/2
The bridge is closed again, and nobody says why.

@slow_boat · 1 Jan
Carts turn round at the mill since yesterday.

@reedbed · 3h
Then take the ferry.`;
    expect(posted(thread).map(([, handle, date]) => [handle, date])).toEqual([
      [undefined, '2031-01-02'],
      ['@mill_owl', '2030-12-30'],
      ['@slow_boat', '2031-01-01'],
      ['@reedbed', '2031-01-01'],
    ]);
    expect(posted(thread.replace('Saved 2 Jan 2031, 23:15 · 3 posts\n', '')).map(([, , date]) => date)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('L84: Korean comments under a nickname and a date', () => {
    const source = `다리가 닫혔다

강변마을 2031.04.05 17:02

아침부터 수레를 못 지나가게 막고 있어요.

느린배77 | 2031.04.05 18:30

걸어서 가는 사람도 막습니다.`;
    expect(posted(source).slice(1)).toEqual([
      ['post', '강변마을', '2031-04-05', 0],
      ['post', '느린배77', '2031-04-05', 0],
    ]);
  });

  it('L84: after a label, where the text leads into them, with their rendering', () => {
    const source = `${ARTICLE}

A user who writes as ‘Slow Boat’ looked at the yearbook [zh]:

慢船：查了一下年鉴，2031年过桥的车有3400辆，今年不到一半，渡船也少了两条。

I looked into the yearbook: in 2031, 3,400 carts crossed the bridge, and this year fewer than half; there are two ferries less.

Below are some comments from the thread:

reedbed: Let them build a new one.

磨坊人：先修桥，再收钱。

The office did not reply.`;
    const { text, documents } = layerOf(source);
    expect(
      documents.map(({ role, issuer, start, end }) => [
        role,
        issuer?.value,
        text.slice(start, end).trim().split('\n\n').length,
      ]),
    ).toEqual([
      [undefined, undefined, 3],
      ['post', '慢船', 2],
      ['continuation', undefined, 1],
      ['post', 'reedbed', 1],
      ['post', '磨坊人', 1],
      ['continuation', undefined, 1],
    ]);
  });

  it('L84: the byline of an article, lists of pages and terms are no posts', () => {
    expect(
      posted(
        'Bridge closed\n\nAna Alder  |  2031-04-05 17:02\n\nThe office of bridges closed the old bridge on Monday.',
      ).length,
    ).toBe(1);
    expect(posted('Bridge reopens 2031-04-05\n\nFerry is late 2031-04-06\n\nMill for sale 2031-04-07').length).toBe(1);
    expect(
      posted('Toll: what carts pay at the bridge each day.\n\nMill: where the grain of the valley is ground.').length,
    ).toBe(1);
  });

  it('L84: the name of a post is a handle that must be held back, and its words are its own', () => {
    const layer = layerOf(
      `${ARTICLE}\n\n@mill_owl · 3h\n\nSome 3400 carts crossed the bridge in 2030.\n\nThe office said nothing.`,
    );
    const { claims, mentions } = readClaims(layer, SAMPLE_PACK);
    expect(
      mentions.filter(({ type }) => type === 'handle').map(({ surface, protection }) => [surface, protection]),
    ).toEqual([['@mill_owl', 'high']]);
    const posted = claims.filter(({ passage }) => passage.quote.includes('3400'));
    expect(posted.map(({ attribution }) => attribution.map(({ role, name }) => [role, name]))).toEqual([
      [['speaker', '@mill_owl']],
    ]);
  });
});
