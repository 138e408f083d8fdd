import { describe, expect, it } from 'vitest';
import { mainText } from './main-text.ts';
import { readLayer } from './read-layer.ts';

function mainOf(source: string, fileName: string): readonly string[] {
  const result = readLayer(new TextEncoder().encode(source), { fileName });
  if (!result.ok) throw new Error(result.error.type);
  const { text, spans } = mainText(result.value);
  expect(spans.map(({ start, end }) => result.value.text.slice(start, end)).join('\n\n')).toBe(text);
  return text.split('\n\n');
}

const FIRST = 'The office of bridges said on Monday that the old bridge would stay closed until the river falls.';
const SECOND = 'It gave no reason, but people in the town said that the water had damaged two of its four pillars.';
const THIRD = 'A ferry takes people across in the morning and in the evening, and the county pays for the crossing.';
const COMMENT = 'I have lived here for years and they never repair anything at all, it is always the same story here.';

describe('the main text', () => {
  it('L70: leaves out menus, shares, related pages, captions and comments around an article', () => {
    const page = `<nav><a href="/">Home</a> <a href="/n">News</a></nav><div class="wrap has-sidebar"><div class="post-content">
<h1>Bridge closed</h1><p class="byline">By Ana Alder</p><div class="share-bar"><a href="#">Share</a></div>
<figure><img><figcaption>The bridge, seen from the mill on a morning in spring, before it closed.</figcaption></figure>
<p>${FIRST}</p><h2>The pillars</h2><p>${SECOND}</p><div class="related"><p>${COMMENT}</p></div><p>${THIRD}</p>
<p>Read more: Ferries</p></div><div id="comments"><p>${COMMENT}</p><p>${COMMENT}</p></div>
<aside><a href="/a">Another story that nobody asked for</a></aside></div><footer>All rights reserved</footer>`;
    expect(mainOf(page, 'a.html')).toEqual([FIRST, 'The pillars', SECOND, THIRD]);
  });

  it('L72: does not believe a name when most of the text stands under it', () => {
    const page = `<div class="sidebar-layout promo"><p>${FIRST}</p><p>${SECOND}</p></div><div><a href="/">Home</a></div>`;
    expect(mainOf(page, 'a.html')).toEqual([FIRST, SECOND]);
  });

  it('L76: reads a page of cards as a whole, without its menus and buttons', () => {
    const card = (title: string, line: string) =>
      `<div class="card"><h2>${title}</h2><p>${line}</p><button>Buy</button></div>`;
    const page = `<nav><a href="/">Home</a><a href="/b">Bridges</a></nav><main><h1>River supplies</h1>${card('Ropes', 'Ropes for every load.')}${card('Planks', 'Oak, larch and pine.')}
<div class="note"><p>We deliver to every town along the river, in spring and in autumn.</p></div>${card('Nails', 'Made by hand.')}</main><footer>Imprint</footer>`;
    expect(mainOf(page, 'a.html')).toEqual([
      'Ropes',
      'Ropes for every load.',
      'Planks',
      'Oak, larch and pine.',
      'We deliver to every town along the river, in spring and in autumn.',
      'Nails',
      'Made by hand.',
    ]);
  });

  it('L73: takes the posts of a thread for text where the markup says that it is one', () => {
    const thread = (type: string) =>
      `<div itemscope ${type}><div class="post"><p>${FIRST} ${SECOND}</p><p>${THIRD} ${FIRST}</p></div><div class="comment"><p>${COMMENT}</p></div></div>`;
    const forum = thread('itemtype="https://schema.org/DiscussionForumPosting"');
    expect([mainOf(forum, 'a.html').includes(COMMENT), mainOf(thread(''), 'a.html').includes(COMMENT)]).toEqual([
      true,
      false,
    ]);
  });

  it('L73: takes long answers that a site calls comments for text, with the names of those who answer', () => {
    const answer = (name: string) =>
      `<article class="comment"><div class="contributor"><h3><a href="/p">${name}</a></h3></div><div class="comment-body"><p>${FIRST} ${SECOND} ${THIRD}</p><p>${SECOND} ${THIRD} ${FIRST} ${SECOND}</p></div></article>`;
    const page = `<div class="body"><p>${FIRST} ${SECOND}</p></div><div id="comments">${answer('Ana Alder')}${answer('Bo Birch')}</div>`;
    expect(mainOf(page, 'a.html').filter((text) => text.length < 40)).toEqual(['Ana Alder', 'Bo Birch']);
  });

  it('L74: leaves out a list of teasers to other pages', () => {
    const teasers = Array.from(
      { length: 8 },
      (_, i) => `<div><h3><a href="/${i}">Another story about place number ${i}</a></h3><p>${COMMENT}</p></div>`,
    );
    const article = [`${FIRST} ${SECOND}`, `${SECOND} ${THIRD}`, `${THIRD} ${FIRST}`];
    const page = `<div>${article.map((text) => `<p>${text}</p>`).join('')}</div><div>${teasers.join('')}</div>`;
    expect(mainOf(page, 'a.html')).toEqual(article);
  });

  it('L75: of a plain text leaves out the lines of the site', () => {
    const text = `Skip to content\n\nBridge closed\n\n${FIRST}\n\nRead in Korean\n\n${SECOND}\n\nStart the conversation\n\n  • All comments are reviewed by a moderator. Do not submit twice.`;
    expect(mainOf(text, 'a.txt')).toEqual([FIRST, SECOND]);
  });

  it('L76: of a page without running text is what it has', () => {
    expect(mainOf('<nav><a href="/">Home</a></nav><p>Closed today</p>', 'a.html')).toEqual(['Closed today']);
  });

  it('L77: captions, credits, menu bars and lists below “related” are told from text in three languages', () => {
    const text = `Home | News | Valley | About us

Bridge closed

${FIRST}

The bridge on Monday. Photo by Ana Alder

图片来源：河谷报

사진=골짜기 신문 제공

▲ 다리 앞에 선 주민들

${SECOND}

관련기사

나룻배 두 척 더 띄운다

다리 통행 제한 알림

关于我们

Get the latest stories delivered to your inbox

${THIRD}`;
    expect(mainOf(text, 'a.txt')).toEqual([FIRST, SECOND, THIRD]);
    const result = readLayer(new TextEncoder().encode(text), { fileName: 'a.txt' });
    if (!result.ok) throw new Error(result.error.type);
    expect(result.value.blocks.filter(({ kind }) => kind === 'caption').length).toBe(4);
  });

  it('L77: sentences that begin with a word of menus are text', () => {
    const sentences = [
      'Registered organisations must report to the office of bridges once a year, it says.',
      '注册的组织每年须向桥梁局提交报告，未经批准不得开展活动。',
      '评论认为，大桥关闭之后渡船会更加拥挤。',
      '검색대를 지나는 사람은 모두 신분증을 보여야 한다고 사무소는 밝혔다.',
      '홈페이지에 올린 글에서 사무소는 다리를 닫는다고 알렸다.',
      '图为关闭后的大桥，桥头只剩一个人看守。',
    ];
    expect(mainOf(`Bridge closed\n\n${sentences.join('\n\n')}`, 'a.txt')).toEqual(sentences);
  });

  it('L73, L80: the signature of a paper is text of its page', () => {
    const page = `<nav><a href="/">Home</a></nav><article><p>${FIRST}</p><p>${SECOND}</p><p>Bureau of Bridges</p><p>April 5, 2031</p><p>Print</p></article>`;
    expect(mainOf(page, 'a.html')).toEqual([FIRST, SECOND, 'Bureau of Bridges', 'April 5, 2031']);
  });
});
