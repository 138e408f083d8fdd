import { describe, expect, it } from 'vitest';
import { firstPack } from '../../../test/read/first-pack.ts';
import { placeReader, readPlaces } from './read-places.ts';

const pack = firstPack();
const read = placeReader(pack);

const said = (text: string): string =>
  read(text)
    .map(({ stated, norm, candidates }) => `${stated} = ${norm ?? candidates?.join('|') ?? '?'}`)
    .join('; ');

describe('English places', () => {
  it.each([
    ['RP2', 'She flew to Seoul.', 'Seoul = KR Seoul'],
    ['RP3', 'He was held in the Tumen Detention Facility.', 'Tumen = CN-22-24-02 Tumen'],
    ['RP7', 'the Sino-Korean border', 'Sino-Korean border = CN-KP border'],
    ['RP1', 'They left Yanbian for Jilin Province.', 'Yanbian = CN-22-24 Yanbian; Jilin Province = CN-22 Jilin'],
    [
      'RP1',
      'She lived in Musan, then in Namyang.',
      'Musan = KP North Hamgyong / Musan; Namyang = KP North Hamgyong / Onsong',
    ],
    [
      'RP2',
      'From the People’s Republic of China to Laos and Bangkok.',
      'People’s Republic of China = CN; Laos = LA; Bangkok = TH Bangkok',
    ],
    ['RP2', 'Tell us what the US and the U.K. said.', 'US = US; U.K. = GB'],
    ['RP3', 'He crossed the Tumen in winter and slept in Tumen.', 'Tumen = Tumen River; Tumen = CN-22-24-02 Tumen'],
    ['RP3', 'Jilin City lies in Jilin.', 'Jilin City = ?; Jilin = CN-22 Jilin'],
    ['RP3', 'Chen Jian met Michael Jordan of the China Daily.', ''],
    [
      'RP6',
      'in the city of Orsk, in Pukchang county, Kangso-gun and Camp 15',
      'Orsk = ?; Pukchang county = ?; Kangso-gun = ?; Camp 15 = ?',
    ],
    ['RP7', 'the China–North Korea border regions', 'China–North Korea border regions = CN-KP border'],
    ['RP7', 'the border between China and North Korea', 'border between China and North Korea = CN-KP border'],
    [
      'RP7',
      'the Sino-North Korean border; cross-border trade; the border',
      'Sino-North Korean border = CN-KP border; border = ?',
    ],
    ['RP8', 'Korea and Georgia', 'Korea = KP|KR; Georgia = GE|US-georgia'],
    ['RP8', 'Ji’an in Jiangxi Province', 'Ji’an = ?; Jiangxi Province = CN-36 Jiangxi'],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('Chinese places', () => {
  it.each([
    [
      'RP6',
      '在黑龙江省柳原县，吉林省檀江縣公安局',
      '黑龙江省 = CN-23 Heilongjiang; 柳原县 = ?; 吉林省 = CN-22 Jilin; 檀江縣 = ?',
    ],
    ['RP6', '安岭县民政局，任何乡镇、部分村', '安岭县 = ?'],
    ['RP6', '从图们口岸过河', '图们 = CN-22-24-02 Tumen'],
    ['RP7', '在中國境內', '中國 = CN'],
    ['RP1', '從瀋陽到圖們，過圖們江', '瀋陽 = CN-21-01 Shenyang; 圖們 = CN-22-24-02 Tumen; 圖們江 = Tumen River'],
    ['RP4', '罗先生收集安全信息。', ''],
    [
      'RP4',
      '延吉和龙井的朝鲜族人和韩国人谈中国人权',
      '延吉 = CN-22-24-01 Yanji; 龙井 = CN-22-24-05 Longjing; 中国 = CN',
    ],
    ['RP4', '吉林省延边州和龙市', '吉林省 = CN-22 Jilin; 延边州 = CN-22-24 Yanbian; 和龙市 = CN-22-24-06 Helong'],
    ['RP4', '吉林市不是吉林', '吉林市 = ?; 吉林 = CN-22 Jilin'],
    ['RP6', '他在龙岩市被捕，这个城市在河南省商城县旁', '龙岩市 = ?; 河南省 = CN-41 Henan; 商城县 = ?'],
    [
      'RP7',
      '中朝边境地区，中国与朝鲜的边境，邊境',
      '中朝边境地区 = CN-KP border; 中国与朝鲜的边境 = CN-KP border; 邊境 = ?',
    ],
    ['RP8', '江西省吉安和刚果', '江西省 = CN-36 Jiangxi; 刚果 = CD|CG'],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('Korean places', () => {
  it.each([
    ['RP2', '동북 3성의 마을', '동북 3성 = CN'],
    ['RP7', '조중변경에서 규정 변경을', '조중변경 = CN-KP border'],
    ['RP1', '창바이조선족자치현', '창바이조선족자치현 = CN-22-06-23 Changbai'],
    ['RP6', '안림현 공안국은 풍산현공안국에', '안림현 = ?; 풍산현 = ?'],
    ['RP5', '혜산과 보천 일대에', '혜산 = KP Ryanggang / Hyesan; 보천 = KP Ryanggang / Pochon'],
    [
      'RP1',
      '연변과 심양에서 혜산시로',
      '연변 = CN-22-24 Yanbian; 심양 = CN-21-01 Shenyang; 혜산시 = KP Ryanggang / Hyesan',
    ],
    ['RP5', '조선족과 한국인은 북한의 인권을 말했다', '북한 = KP'],
    ['RP5', '회담이 무산됐다. 무산은 아니다. 통화에서 집안에서 들었다.', ''],
    ['RP8', '함경북도 무산에서', '함경북도 = KP North Hamgyong; 무산 = KP North Hamgyong / Musan'],
    ['RP6', '경기도 포천시 영북면에서', '경기도 = KR Gyeonggi; 포천시 = ?; 영북면 = ?'],
    ['RP6', '우리 거리에서 다시 요구했다. 당시 도시의 정도', ''],
    ['RP7', '북·중 접경 지역과 북중 국경에서', '북·중 접경 지역 = CN-KP border; 북중 국경 = CN-KP border'],
    ['RP7', '중국과 북한의 국경, 국경없는의사회', '중국과 북한의 국경 = CN-KP border'],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('what a pack says', () => {
  const term = (text: string, language: 'en' | 'zh-Hant') => ({ text, language, unverified: false });
  const names = [term('the border', 'en'), term('border regions', 'en'), term('邊境地區', 'zh-Hant')];
  const row = { id: 'term-border', type: 'term', names, countries: ['CN', 'KP'], source: 'invented' };
  const withTerm = placeReader({ ...pack, terms: [...pack.terms, row] });

  it('RP7: a term with two countries gives an unnamed border its norm', () => {
    const text = 'Near the border and in border regions, 邊境地區, 國境';
    expect(withTerm(text).map(({ stated, norm }) => [stated, norm])).toEqual([
      ['border', 'CN-KP border'],
      ['border regions', 'CN-KP border'],
      ['邊境地區', 'CN-KP border'],
      ['國境', undefined],
    ]);
  });

  it('RP2: without the pack’s row the world’s lists give the norm', () => {
    const bare = placeReader({ ...pack, places: [], offices: [], terms: [] });
    expect(bare('北韓와 중국 云南省 Kunming, Chagang Province').map(({ norm }) => norm)).toEqual([
      'KP',
      'CN',
      'CN-53 Yunnan',
      'CN-53-01 Kunming',
      'KP Chagang',
    ]);
  });
});

describe('any text', () => {
  it('RP9: offsets are those of the text as it was given', () => {
    for (const text of [
      '\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1166\u1109\u1165',
      'ab\ufb01 中國、ＵＳ 北韓',
      '서울과 Séoul 중국',
    ]) {
      for (const { start, end, stated } of readPlaces(text, { pack })) expect(stated).toBe(text.slice(start, end));
    }
  });

  it('RP8: what settles a name is given', () => {
    const text = '함경북도 무산은';
    expect(read(text).map(({ evidence }) => evidence)).toEqual([undefined, { start: 0, end: 4 }]);
  });

  it('RP10: time grows with the length of the text', () => {
    const worst = [
      'Tumen City Tumen ',
      'China and ',
      'border between ',
      '集安',
      '中朝边境',
      '的城市市',
      '무산 ',
      '한국',
      '국경 ',
      'of the city of ',
      "A's ",
      'Korea, ',
    ];
    for (const piece of worst) {
      const started = process.cpuUsage().user;
      read(piece.repeat(Math.ceil(150_000 / piece.length)));
      expect((process.cpuUsage().user - started) / 1000).toBeLessThan(6000);
    }
  }, 120_000);
});
