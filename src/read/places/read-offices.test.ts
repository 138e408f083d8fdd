import { describe, expect, it } from 'vitest';
import { firstPack } from '../../../test/read/first-pack.ts';
import { officeReader } from './read-offices.ts';
import { placeReader } from './read-places.ts';
import { speakerReader } from './read-public-speakers.ts';

const pack = firstPack();

const offices = officeReader(pack);
const places = placeReader(pack);
const speakers = speakerReader(pack);

const said = (text: string): string =>
  offices(text)
    .map(({ stated, kind, id, candidates }) => `${stated} = ${kind} ${id ?? candidates?.join('|') ?? '?'}`)
    .join('; ');
const speaking = (text: string): string =>
  speakers(text)
    .map(({ stated, title }) => `${stated} (${title.stated})`)
    .join('; ');

describe('offices and organisations', () => {
  it.each([
    [
      'RP12',
      'China’s Ministry of State Security and the North Korean Ministry of State Security',
      'Ministry of State Security = office org-mss; Ministry of State Security = office org-ssd',
    ],
    ['RP12', 'the Ministry of State Security', 'Ministry of State Security = office org-mss|org-ssd'],
    ['RP12', 'South Korea’s Ministry of Foreign Affairs', 'Ministry of Foreign Affairs = office ?'],
    ['RP12', 'People’s Court of Orsk City', 'People’s Court of Orsk City = office ?'],
    [
      'RP12',
      'the Orsk Relief Foundation and Amnesty International',
      'Orsk Relief Foundation = organisation ?; Amnesty International = organisation ?',
    ],
    ['RP12', '延边州公安局和韩国外交部', '延边州公安局 = office org-psb; 外交部 = office ?'],
    ['RP12', '據韓國統一研究院稱，這個協會', '韓國統一研究院 = organisation ?'],
    [
      'RP12',
      '중국 외교부와 한국 외교부, 북한인권정보센터',
      '중국 외교부 = office org-mfa; 한국 외교부 = office ?; 북한인권정보센터 = organisation org-database-center-for-north-korean-human-rights',
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('RP11: a university is no place, and the office of a place keeps it', () => {
    expect(places('He studied at Yanbian University.')).toEqual([]);
    expect(places('延边大学').map(({ stated }) => stated)).toEqual([]);
    expect(places('延边州公安局').map(({ norm }) => norm)).toEqual(['CN-22-24 Yanbian']);
    expect(places('the Chinese border patrol')).toEqual([]);
  });
});

describe('public speakers', () => {
  it.each([
    [
      'Foreign Minister Tarn Oskel met Professor Mila van der Holt.',
      'Tarn Oskel (Foreign Minister); Mila van der Holt (Professor)',
    ],
    [
      'Greta Solm, executive director of the Orsk Relief Foundation, spoke.',
      'Greta Solm (executive director of the Orsk Relief Foundation)',
    ],
    [
      '外交部发言人华文秀表示，王立外长访问，联合国特别报告员托莫·金登',
      '华文秀 (外交部发言人); 王立 (外长); 托莫·金登 (特别报告员)',
    ],
    [
      '홍길동 통일부 장관은, 안드레이 크루프 교수가, 외무상 리길동은',
      '홍길동 (통일부 장관); 안드레이 크루프 (교수); 리길동 (외무상)',
    ],
  ])('RP13: %s', (text, expected) => {
    expect(speaking(text)).toBe(expected);
  });

  it.each([
    'Pastor Kim helped a woman, Lee, and Ms. Park; the director said so.',
    'The President of China and the mayor spoke. A broker named Cho waited.',
    '村民李明和牧师金明哲说，马里总统和公安局局长到来，部长会议',
    '탈북자 김철수는 이철수 목사와 브로커 박모 씨를 만났다. 대변인 성명, 이사회 의장, 안산시 의원, 전 대통령',
  ])('RP13: nobody without a public title: %s', (text) => {
    expect(speaking(text)).toBe('');
  });
});

describe('time', () => {
  it('RP10: grows with the length of the text', () => {
    const worst = [
      'Bureau of ',
      'Ministry and ',
      'Aa ',
      'Minister Aa, ',
      'president ',
      '公安局',
      '王外长',
      '基金会',
      '경찰청',
      '교수 ',
      '홍길동 ',
      '김김김 장관 ',
    ];
    for (const piece of worst) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const started = process.cpuUsage().user;
      offices(text);
      speakers(text);
      expect((process.cpuUsage().user - started) / 1000, piece).toBeLessThan(6000);
    }
  }, 120_000);
});
