import { expect, it } from 'vitest';
import { SAMPLE_PACK } from './figures/gold-set.ts';
import { type Layer, readClaims, readLayer } from './index.ts';

function layerOf(source: string): Layer {
  const layer = readLayer(new TextEncoder().encode(source), { fileName: 'page.txt' });
  if (!layer.ok) throw new Error(layer.error.type);
  return layer.value;
}

const spoken = (source: string) =>
  layerOf(source)
    .documents.filter(({ role }) => role === 'contribution')
    .map(({ issuer, affiliation, turn }) => [issuer?.value, affiliation?.value, turn]);

const KOREAN = `<강과 마을> 2031년 봄호 | 좌담
나루는 남을 것인가

참석: 김가람(수문학 교수), 박보늬(변호사), 엘레나 소라(전 나루 조합 간사)
사회: 편집위원 이소담 | 정리: 편집부

사회 나루가 닫힌 지 석 달입니다. 마을은 어떻습니까?

소라 배를 맨 사람이 절반은 떠났습니다. 저는 지난주에도 다녀왔어요.

김가람 물이 줄어든 것이 먼저입니다. 조합은 강 위쪽으로 옮겨야 합니다.

박보늬 씨 저는 반대합니다. 허가는 아직 살아 있습니다.

사회 마지막으로 한마디 부탁드립니다.

소라 남겠습니다.

* 이 좌담은 말한 이들의 확인을 거쳤습니다.`;

const CHINESE = `《河与村》2031年第2期　笔谈

渡口还留得住吗

与谈人：高一苇（水文学教授）、白若川（律师）、艾琳娜·索拉（原渡口合作社干事）
主持：本刊编辑 林夏

主持人　渡口停了三个月，村里怎么样？

索拉　一半的船家已经走了。我上周还去过。

高一苇　先是水退了。合作社应当搬到上游去。

白若川　我不同意，许可证还有效。

高一苇　那就各走各的。`;

const ENGLISH = `River and Village, Spring 2031: Roundtable

Can the ferry stay?

Participants: Marta Ellenwood (hydrologist), Jonas Oduya (lawyer), Ilse van Prast (formerly of the ferry union)
Moderator: Ana Alder

MODERATOR The ferry has been closed for three months. How is the village?

VAN PRAST Half of the boatmen have left. I went there last week.

ELLENWOOD The water fell first. The union should move up the river.

ODUYA I disagree. The licence still stands.

ELLENWOOD Then let each go their own way.`;

it('L82: those whom a line before the talk presents speak where their name, or the part of it that is theirs alone, stands before what they say', () => {
  const [gim, bak, sora] = [
    ['김가람', '수문학 교수', 'answer'],
    ['박보늬', '변호사', 'answer'],
    ['엘레나 소라', '전 나루 조합 간사', 'answer'],
  ];
  const host = ['이소담', undefined, 'question'];
  expect(spoken(KOREAN)).toEqual([host, sora, gim, bak, host, sora]);
  expect(spoken(CHINESE).map(([name]) => name)).toEqual(['林夏', '艾琳娜·索拉', '高一苇', '白若川', '高一苇']);
  expect(spoken(ENGLISH).map(([name]) => name)).toEqual([
    'Ana Alder',
    'Ilse van Prast',
    'Marta Ellenwood',
    'Jonas Oduya',
    'Marta Ellenwood',
  ]);
});

it('L82: the name before a turn is no part of what is said', () => {
  const { claims } = readClaims(layerOf(KOREAN), SAMPLE_PACK);
  const said = claims.map(({ passage }) => passage.quote);
  expect(said.some((quote) => quote.startsWith('조합은') || quote.startsWith('물이'))).toBe(true);
  expect(said.filter((quote) => /^(?:소라|김가람|박보늬|사회) /.test(quote))).toEqual([]);
});

it('L82: sentences about those who are presented are no turns of theirs', () => {
  const report = `참석: 김가람(수문학 교수), 박보늬(변호사)\n\n김가람 교수는 물이 줄었다고 말했다. 조합은 옮겨야 한다고 했다.\n\n박보늬 변호사는 반대했다. 허가가 살아 있다고 했다.\n\n김가람 교수는 다시 말했다.`;
  expect(spoken(report)).toEqual([]);
  const english = `Participants: Marta Ellenwood (hydrologist), Jonas Oduya (lawyer)\n\nEllenwood said that the water fell first, and that the union should move.\n\nOduya disagreed, since the licence still stands.\n\nEllenwood did not answer him.`;
  expect(spoken(english)).toEqual([]);
});

it('L82: whoever answers without a name has the one by which the lines before the talk present them', () => {
  const names = (source: string) =>
    layerOf(source)
      .documents.filter(({ turn }) => turn === 'answer')
      .map(({ issuer }) => issuer?.value);
  const korean = `강을 떠난 사공 '자갈' 씨\n\n그는 이름을 밝히지 않는 조건으로 만났다.\n\n문: 왜 떠났습니까?\n답: 물이 줄었습니다.\n\n문: 돌아갑니까?\n답: 아니요, 안 갑니다.`;
  expect(names(korean)).toEqual(['자갈', '자갈']);
  const chinese = `离开渡口的船工陈石（化名）接受了采访。\n\n问：为什么离开？\n\n答：水退了，没有活干。\n\n问：还回去吗？\n\n答：不回去了。`;
  expect(names(chinese)).toEqual(['陈石', '陈石']);
  const english = `A boatman who asked to be called Pebble left the ferry last year.\n\nQ: Why did you leave?\n\nA: The water fell, and there was no work.\n\nQ: Will you go back?\n\nA: No, I will not go back.`;
  expect(names(english)).toEqual(['Pebble', 'Pebble']);
});

it('L81: papers that whoever prints them has numbered are papers, with what closes each', () => {
  const closed = (source: string) =>
    layerOf(source).documents.map(({ role, title, issuer, date, copies }) =>
      [role, title?.value, issuer?.value, date?.value, copies?.value].filter((each) => each !== undefined),
    );
  const korean = `나루 문서 번역실\n옮긴이: 이소담 / 게시 2031년 9월 2일\n\n일러두기: 문서는 나루의 한 독자가 사진으로 보내온 것이며 따로 확인하지는 못했다.\n\n【문서 가】\n평안현 교량국 통고\n\n다리를 오늘부터 막는다. 짐수레는 방앗간 길로 다녀야 한다.\n\n평안현 교량국 (인)\n2031년 4월 5일\n\n【문서 나】\n나루 정비에 관한 보고\n주 교량국 앞:\n\n올해 나룻배 열두 척을 새로 등록하였다. 두 척을 더 마련하여 주시기를 청한다.\n\n(공개하지 말 것)\n평안현 교량국\n2031년 6월 7일 인쇄 발부, 총 40부\n초송(抄送): 현 위원회`;
  expect(closed(korean)).toEqual(
    [
      ['editor-note', '나루 문서 번역실'],
      ['평안현 교량국 통고', '평안현 교량국', '2031-04-05'],
      ['나루 정비에 관한 보고', '평안현 교량국', '2031-06-07', '현 위원회'],
    ].map((row) => expect.arrayContaining(row)),
  );
  const chinese = `渡口文件两份\n\n文件一\n\n平安县桥梁局通告\n\n自即日起封闭木桥，大车一律绕行磨坊路，违者处以罚款。\n\n平安县桥梁局（印）\n2031年4月5日\n\n文件二\n\n关于整修渡口的报告\n\n今年新登记渡船十二条，请求再拨两条，以利沿江村民往来。\n\n平安县桥梁局\n2031年6月7日印发`;
  expect(
    closed(chinese)
      .slice(-2)
      .map((row) => row.slice(-2)),
  ).toEqual([
    ['平安县桥梁局', '2031-04-05'],
    ['平安县桥梁局', '2031-06-07'],
  ]);
  const english = `Two papers of the ferry office\n\nDocument 1\n\nNotice on the Bridge\n\nThe wooden bridge is closed from today. Carts shall take the road by the mill.\n\nBureau of Bridges, Alder County (seal)\n5 April 2031\n\nDocument 2\n\nReport on the Ferry\n\nTwelve boats were newly registered this year. The office asks for two more of them.\n\nBureau of Bridges, Alder County\n7 June 2031`;
  expect(
    closed(english)
      .slice(-2)
      .map((row) => row.slice(-2)),
  ).toEqual([
    ['Bureau of Bridges, Alder County', '2031-04-05'],
    ['Bureau of Bridges, Alder County', '2031-06-07'],
  ]);
});

it('L47: a day that says that it was printed closes a paper, and its place is that of the day', () => {
  const papers = `Document A\n\nNotice on the Bridge\n\nThe wooden bridge is closed from today. Carts shall take the road by the mill.\n\nBureau of Bridges, Alder County\nPrinted 12 March 2031, 40 copies\n\nDocument B\n\nReport on the Ferry\n\nTwelve boats were newly registered this year. The office asks for two more of them.\n\nBureau of Bridges, Alder County\n7 June 2031`;
  const layer = layerOf(papers);
  const [first] = layer.documents.filter(({ issuer }) => issuer !== undefined);
  expect([first?.title?.value, first?.date?.value]).toEqual(['Notice on the Bridge', '2031-03-12']);
  expect(layer.text.slice(first?.date?.start, first?.date?.end)).toBe('12 March 2031');
});

it('L46: who writes is named before what they are, and what they write in behind it', () => {
  const { metadata } = layerOf(
    'EXPLAINER\nThe weight of a boat card\nMara Ellis, researcher on river law · Neighbors monthly, part 4\n\nUntil ten years ago one could see ferries along the river all day. Few are left, and nobody has counted them since.\n\nThe ferry office lost its licence in the spring.',
  );
  expect([metadata.author?.value, metadata.publisher?.value]).toEqual(['Mara Ellis', 'Neighbors']);
});

it('L84: a thread whose parts are numbered in lines of their own is by whoever heads it; a handle keeps the line that ends it', () => {
  const thread = `물새 @river_watch · 2031년 3월 8일 오후 9:14\n\n1/3\n나루가 닫혔다는 말이 돕니다. 저는 못 봤어요.\n\n2/3\n배가 다 묶였다고 합니다.\n\n3/3\n봄까지는 안 열릴 것 같네요.\n\n답글 3\n@mill_owl_: 여긴 아직 다닙니다. 어제도 탔어요.\n@reedbed: 저희 쪽은 묶였어요. 처음 있는 일입니다.\n@river_watch: @reedbed 고맙습니다, 적어 둘게요.`;
  const posts = layerOf(thread).documents.filter(({ role }) => role === 'post');
  expect(posts.map(({ issuer }) => issuer?.value)).toEqual(['@river_watch', '@mill_owl_', '@reedbed', '@river_watch']);
});

it('RC12: those who sign a statement together are named as they sign, and a heading that says what it is names nobody', () => {
  const origin = (source: string) => readClaims(layerOf(source), SAMPLE_PACK).claims[0]?.attribution[0]?.name;
  expect(
    origin(
      '[공동성명]\n나루를 닫지 말라\n\n지난 5월 2일 평안현의 나루가 닫혔다. 우리는 이를 규탄한다. 배를 돌려 달라.\n\n2031년 6월 20일\n\n강너머연대, 나루아동기금, 물길변호인모임 외 9개 단체\n',
    ),
  ).toBe('강너머연대, 나루아동기금, 물길변호인모임 외 9개 단체');
});

it('L82: questions that stand without labels before their answers make an interview where the head says that it is one', () => {
  const talk = `“You learn to hear which boat it is”\n\nPosted on 17 October 2031 by Quayside Magazine. Interview: Saskia Alder.\n\nFrom the summer of 2023 until the spring of 2029, Marta B. ran a dairy by the river. She is 58 and repairs boats now.\n\nDid you know what the dairy was for?\n\nNot at all. I was hired to mend the milk, and I did so for years.\n\nAnd the boats?\n\nThey came with the cows. We never wrote down how many.\n\nWere you afraid?\n\nI was, every night in the second winter, and so was my foreman.\n\nWould you go back?\n\nNo. My house is here now, and so is the boat.`;
  const turns = layerOf(talk).documents.filter(({ role }) => role === 'contribution');
  expect(turns.map(({ turn }) => turn)).toEqual(Array.from({ length: 4 }, () => ['question', 'answer']).flat());
  expect(turns.filter(({ turn }) => turn === 'answer').every(({ issuer }) => issuer?.value === 'Marta B.')).toBe(true);
  expect(layerOf(talk).metadata.publisher?.value).toBe('Quayside Magazine');
  const essay = `On boats\n\nWhat is a boat? A thing that floats.\n\nWhat is a river?\n\nWater that goes by.\n\nWhy do they meet?\n\nNobody has asked them.\n\nAnd who would answer?\n\nThe ferry, perhaps.`;
  expect(layerOf(essay).documents.filter(({ role }) => role === 'contribution')).toEqual([]);
});

it('L50: a name in capitals before who that is, in small letters, heads what they say', () => {
  const said =
    'I have seen the office ask for the same form three times, and every time the answer was that it had been changed.';
  const talk = `Three people on the ferry\n\nMARTA ELLENWOOD directs the river trust and teaches law\n\n${said}\n\nJONAS ODUYA has advised several ferry offices\n\nWe think otherwise. ${said}\n\n"PEBBLE" (not her name) has run a boat house for eleven years\n\nMy boats are full. ${said}`;
  expect(spoken(talk).map(([name]) => name)).toEqual(['MARTA ELLENWOOD', 'JONAS ODUYA', 'PEBBLE']);
});

it('L84: a display name, a handle below it and a time below that head a thread', () => {
  const thread = `Miriam Kettle (on leave)\n@kettle_m\n11:48 PM · Jul 9, 2031\n\n1/3 Several of you asked about the picture of the pier.\n\n[Image: screenshot]\n\n2/3 It shows a sheet with a stamp on it, and no date.\n\n3/3 I would call it probable, no more than that.`;
  const [post] = layerOf(thread).documents;
  expect([post?.role, post?.issuer?.value, post?.date?.value]).toEqual(['post', '@kettle_m', '2031-07-09']);
});
