import { describe, expect, it } from 'vitest';
import type { Found, Layer } from './layer.ts';
import { readLayer } from './read-layer.ts';

function layerOf(source: string, fileName: string): Layer {
  const result = readLayer(new TextEncoder().encode(source), { fileName });
  if (!result.ok) throw new Error(result.error.type);
  const { metadata, text } = result.value;
  // L40: what stands in the text is found there, except dates, whose value is EDTF and whose words are the text's.
  for (const [field, found] of Object.entries(metadata)) {
    if (found.start !== undefined && field !== 'date') expect(text.slice(found.start, found.end)).toBe(found.value);
  }
  return result.value;
}

function stated(source: string, fileName: string): Readonly<Record<string, readonly [string, Found['from']]>> {
  const { metadata } = layerOf(source, fileName);
  return Object.fromEntries(Object.entries(metadata).map(([field, found]) => [field, [found.value, found.from]]));
}

const BODY = 'The office of bridges said on Monday that the old bridge would stay closed. It gave no reason for that.';

describe('metadata', () => {
  it('L41: of a post comes from its front matter, character references resolved', () => {
    const source = `---\ntitle: "Who keeps the bridge?"\ndate: 2031-04-05T08:00:00.000Z\nauthor: Ana Alder &#38; Bo Birch\nfrom: https://a.example/x\nlang: en\n---\n# Who keeps the bridge?\n\n${BODY}\n`;
    expect(stated(source, 'a.txt')).toEqual({
      title: ['Who keeps the bridge?', 'front-matter'],
      author: ['Ana Alder & Bo Birch', 'front-matter'],
      date: ['2031-04-05', 'front-matter'],
      language: ['en', 'front-matter'],
      address: ['https://a.example/x', 'front-matter'],
    });
  });

  it('L41: of a page comes from its data for machines before its visible lines', () => {
    const source = `<html lang="en-GB"><head><title>Bridge closed | Valley Post</title><meta property="og:site_name" content="Valley Post">
<link rel="canonical" href="https://a.example/bridge"><meta name="author" content="Ana Alder">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2031-04-05T23:30:00+09:00","publisher":{"@type":"Organization","name":"Valley Post Ltd"}}]}</script>
<script type="application/ld+json">{broken</script></head><body><h1>Bridge closed</h1><p>By Bo Birch</p><p>April 9, 2031</p><p>${BODY}</p></body></html>`;
    expect(stated(source, 'a.html')).toEqual({
      title: ['Bridge closed', 'heading'],
      author: ['Ana Alder', 'meta'],
      publisher: ['Valley Post Ltd', 'json-ld'],
      date: ['2031-04-05', 'json-ld'],
      language: ['en', 'lang-attribute'],
      address: ['https://a.example/bridge', 'meta'],
    });
  });

  it('L41: a heading that is the page’s only one is its title where the title for search engines speaks of the same', () => {
    const page = (data: string, heading: string) =>
      stated(
        `<html><head><meta property="og:site_name" content="Valley Post">${data}</head><body><h1>${heading}</h1><p>${BODY}</p></body></html>`,
        'a.html',
      )['title'];
    const article =
      '<meta property="og:type" content="article"><meta property="og:title" content="Why the old bridge closed">';
    expect([
      page(article, 'The old bridge of Alder closed for good'),
      page(article, 'Ferries and their masters'),
      page('<title>Valley Post - all that is new</title>', 'The old bridge of Alder closed for good'),
      page('<title>Bridges built anywhere</title>', 'Your bridge, our pride in building'),
    ]).toEqual([
      ['The old bridge of Alder closed for good', 'heading'],
      ['Why the old bridge closed', 'meta'],
      ['The old bridge of Alder closed for good', 'heading'],
      ['Bridges built anywhere', 'title-element'],
    ]);
  });

  it('L41: an author is whoever the page prints, where its data only names the site, and ends where the markup ends it', () => {
    const author = (head: string, byline: string) =>
      stated(
        `<html><head><meta property="og:site_name" content="Valley Post">${head}</head><body><h1>Bridge closed</h1>${byline}<p>${BODY}</p></body></html>`,
        'a.html',
      )['author'];
    const data = (name: string) =>
      `<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"${name}"},"publisher":{"name":"Valley Post"}}</script>`;
    expect([
      author(data('Valley Post'), '<p class="author">Ana Alder</p>'),
      author(data('Ana Alder, Valley Post'), ''),
      author(
        '<meta property="article:author" content="https://a.example/ana"><meta name="sailthru.author" content="Ana Alder">',
        '',
      ),
      author('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Alder">', ''),
      author('', '<div class="byline"><b>Ana Alder</b><small>April 5, 2031</small></div>'),
      author('', '<div class="author"><span>ana_alder</span> <span>Posts: 12</span></div>'),
      author(data('Valley Post'), ''),
    ]).toEqual([
      ['Ana Alder', 'byline'],
      ['Ana Alder', 'json-ld'],
      ['Ana Alder', 'meta'],
      ['Ana Alder', 'meta'],
      ['Ana Alder', 'byline'],
      ['ana_alder', 'byline'],
      ['Valley Post', 'json-ld'],
    ]);
  });

  it('L41: a date that the markup names as one counts where the page has few of them', () => {
    const date = (marks: string) =>
      stated(
        `<html><body><h1>Bridge closed</h1><p>${BODY}</p>${`<p>${BODY}</p>`.repeat(30)}<footer>${marks}</footer></body></html>`,
        'a.html',
      )['date'];
    const mark = (words: string) => `<span class="post-date">${words}</span>`;
    expect([
      date(mark('Posted on April 5, 2031')),
      date(['April 5, 2031', 'April 6, 2031', 'April 7, 2031', 'April 8, 2031'].map(mark).join('')),
      date('<p>April 5, 2031 was a day like others.</p>'),
    ]).toEqual([['2031-04-05', 'dateline'], undefined, undefined]);
  });

  it('L42: of a plain text comes from the line that says who and when', () => {
    expect(stated(`Bridge closed for good\n\nAna Bo Alder  |  2031-04-05 17:02\n\n${BODY}`, 'a.txt')).toEqual({
      title: ['Bridge closed for good', 'heading'],
      author: ['Ana Bo Alder', 'dateline'],
      date: ['2031-04-05', 'dateline'],
      language: ['en', 'script-of-text'],
    });
  });

  it('L42: reads Chinese and Korean lines of source, author and date', () => {
    const chinese = stated(
      `<h1>大桥关闭</h1><p>2031年4月5日 10:00　来源：河谷日报　作者：白杨</p><p>河谷县桥梁处星期一宣布，旧桥将继续关闭，没有说明理由。居民须绕行。</p>`,
      'a.html',
    );
    expect(chinese).toMatchObject({
      author: ['白杨', 'dateline'],
      publisher: ['河谷日报', 'byline'],
      date: ['2031-04-05', 'dateline'],
      language: ['zh-Hans', 'script-of-text'],
    });
    const korean = stated(
      `<h1>다리 폐쇄</h1><p>골짜기 일보 | 2031년 4월 5일 | 강나루 기자</p><p>다리 관리소는 월요일 낡은 다리를 계속 닫아 두겠다고 밝혔다. 이유는 말하지 않았다.</p>`,
      'a.html',
    );
    expect(korean).toMatchObject({
      author: ['강나루', 'dateline'],
      publisher: ['골짜기 일보', 'byline'],
      date: ['2031-04-05', 'dateline'],
      language: ['ko', 'script-of-text'],
    });
  });

  it('L43: keeps the precision of a date and reads no date that could be two', () => {
    const dateOf = (date: string) => stated(`---\ndate: ${date}\n---\n${BODY}`, 'a.md')['date']?.[0];
    expect(
      [
        '2031',
        '2031-04',
        '2031-04-05',
        '"April 2031"',
        '"5 Apr 2031"',
        '2031/4/5',
        '20310405',
        '"13/04/2031"',
        '"04/05/2031"',
        '2031-13-01',
        '2031-02-30',
        'soon',
      ].map(dateOf),
    ).toEqual([
      '2031',
      '2031-04',
      '2031-04-05',
      '2031-04',
      '2031-04-05',
      '2031-04-05',
      '2031-04-05',
      '2031-04-13',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('L44: believes the text rather than a template about its language', () => {
    const korean = '<p>다리 관리소는 월요일 낡은 다리를 계속 닫아 두겠다고 밝혔다.</p>';
    expect(stated(`<html lang="en"><body>${korean}`, 'a.html')['language']).toEqual(['ko', 'script-of-text']);
  });

  it('L45: leaves unknown what the source does not say', () => {
    expect(stated(BODY, 'a.txt')).toEqual({ language: ['en', 'script-of-text'] });
    expect(stated('---\nauthor: [x\n---\n12 34', 'a.txt')).toEqual({});
  });

  it('ignores tags, aliases and depth that YAML could be abused with', () => {
    const bomb = `---\ntitle: Plain\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n---\n${BODY}`;
    expect(stated(bomb, 'a.md')['title']).toBeUndefined();
    expect(stated(`---\ntitle: !!js/function "x"\n---\n${BODY}`, 'a.md')['date']).toBeUndefined();
    expect(stated(`---\ntitle: ${'['.repeat(20_000)}\n---\n${BODY}`, 'a.md')['title']).toBeUndefined();
    expect(
      stated(`<script type="application/ld+json">${'['.repeat(100_000)}</script><p>${BODY}`, 'a.html')['title'],
    ).toBeUndefined();
  });

  it('L46: names the paper that speaks of itself in a report, and no paper that it quotes', () => {
    const publisher = (sentence: string) => {
      const layer = readLayer(new TextEncoder().encode(`Bridge closed\n\n${sentence}`), { fileName: 'a.txt' });
      return layer.ok ? layer.value.metadata.publisher?.value : undefined;
    };
    expect(publisher('The bridge stays closed until the river falls, Valley Courier has learned.')).toBe(
      'Valley Courier',
    );
    expect(publisher('《河谷报》获悉，大桥将关闭到水退为止。')).toBe('河谷报');
    expect(publisher('골짜기일보 취재 결과 다리는 강물이 줄 때까지 닫힌다.')).toBe('골짜기일보');
    expect(publisher('The bridge stays closed, the Valley Courier reported on Monday.')).toBeUndefined();
    expect(
      publisher('Valley Courier has learned it. Mill Gazette says the same.\n\nMill Gazette has learned more.'),
    ).toBeUndefined();
  });

  it('L43: a text without a byline is dated by its head, its first words, its foot or its issue', () => {
    const date = (text: string) => stated(text, 'a.txt')['date']?.[0];
    expect(date(`Thread: the old bridge\nSaved 5 Apr 2031, 23:15 · 9 posts · 4 accounts\n\n${BODY}`)).toBe(
      '2031-04-05',
    );
    expect(date(`【討論】橋還能走嗎\n看板：河谷　整理時間：2031/4/5 21:40\n\n${BODY}`)).toBe('2031-04-05');
    expect(date(`Keep the bridge open\n\nMILL TOWN, 5 April 2031 – ${BODY}`)).toBe('2031-04-05');
    expect(date(`Keep the bridge open\n\n5 April 2031 — ${BODY}`)).toBe('2031-04-05');
    expect(date(`${BODY}\n\nFriends of the Bridge\nMill Town, 5 April 2031`)).toBe('2031-04-05');
    expect(date(`VALLEY QUARTERLY · Issue 31 · Autumn 2031\n\n"I only drove the cart"\n\n${BODY}`)).toBe('2031');
    expect(date(`The bridge since 5 April 2031, as its keepers remember it\n\n${BODY}`)).toBeUndefined();
    expect(
      date(`Keep the bridge open\n\nThe office closed it on 5 April 2031 after the flood. ${BODY}`),
    ).toBeUndefined();
  });

  it('L43: a line that says what was done with the text on a day dates it, wherever in the line the day stands', () => {
    const date = (head: string, foot = '') =>
      stated(`${head}\n\n${BODY}\n\n${BODY}${foot === '' ? '' : `\n\n${foot}`}`, 'a.txt')['date']?.[0];
    expect(
      [
        date('Ferries: what to know', 'Last reviewed: 5 April 2031'),
        date('Factsheet: Ferries (as of 5 April 2031)'),
        date('Ferries\n\nIssued: 5 April, 2031'),
        date('ORDER No. 7', 'Dated this 5th day of April 2031'),
        date('Ferries', 'This essay first appeared in the Valley Review of 5 April 2031.'),
        date('Ferries\n\n05-Apr-2031'),
        date('渡船问答', '更新于2031年4月'),
        date('渡船问答\n\n日期：20310405'),
        date('渡船', '——写于2031年4月5日'),
        date('渡船\n\n二О三一年四月五日，河谷。三位船工应邀座谈，以下为整理稿。'),
        date('배 문답', '※ 이 글은 2031년 4월 현재의 상황을 바탕으로 썼다.'),
        date('[좌담] 배와 사공 (2031.4.5)'),
        date('골짜기평론 제3권 제2호 (2031. 4)\n\n배와 사공'),
      ].map((each) => each?.slice(0, 7)),
    ).toEqual(Array.from({ length: 13 }, () => '2031-04'));
    // What happened then, and a notice of rights, are no dates of the text.
    expect(date('Ferries since the bridge was closed on 5 April 2031')).toBeUndefined();
    expect(date('Ferries', '© 2031 Valley Watch')).toBeUndefined();
  });

  it('L43: years from other beginnings, and the year in the number of a paper', () => {
    const date = (head: string, foot = '') => stated(`${head}\n\n${BODY}\n\n${foot}`, 'a.txt')['date']?.[0];
    expect(date('渡船\n\n中華民國一百零三年五月十二日')).toBe('2014-05-12');
    expect(date('渡船\n\n民國103年5月12日')).toBe('2014-05-12');
    expect(date('통고', '주체103년 5월 12일')).toBe('2014-05-12');
    expect(date('통고', '단기 4347년 5월 12일')).toBe('2014-05-12');
    expect(date("통고\n\n날짜: '14. 5. 12.")).toBe('2014-05-12');
    expect(date('河政发〔2014〕12号\n\n关于渡船的通知\n\n各乡镇：')).toBe('2014');
    expect(date('Order on Ferries\n\nNo. 12 of 2014')).toBe('2014');
  });

  it('L42: what says only of which kind a text is, or when it may be printed, is not its title', () => {
    expect(stated(`FOR IMMEDIATE RELEASE\n\nKeep the Bridge Open\n\n${BODY}`, 'a.txt')['title']?.[0]).toBe(
      'Keep the Bridge Open',
    );
    expect(stated(`보도자료\n\n다리를 열어 두라\n\n${BODY}`, 'a.txt')['title']?.[0]).toBe('다리를 열어 두라');
  });
});
