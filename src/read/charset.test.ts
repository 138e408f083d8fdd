import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { hexToBytes } from '../base/index.ts';
import { decodeBytes } from './charset.ts';

/** Bytes written by Python's codecs, so that encoder and decoder are not of one make. */
const PYTHON: readonly (readonly [string, string, string])[] = [
  ['euc-kr', '강가 마을의 다리가 어제 닫혔다.', 'b0adb0a120b8b6c0bbc0c720b4d9b8aeb0a120beeec1a620b4ddc7fbb4d92e'],
  ['euc-kr', '똠방각하가 펲시를 마셨다.', '8c63b9e6b0a2c7cfb0a120bc84bdc3b8a620b8b6bcccb4d92e'],
  ['gb18030', '河边的村子昨天关闭了桥。', 'bad3b1dfb5c4b4e5d7d3d7f2ccecb9d8b1d5c1cbc7c5a1a3'],
  ['gb18030', '鎮上的人說橋已經關了。', 'e682c9cfb5c4c8cbd56698f2d2d1bd9bea50c1cba1a3'],
  ['gb18030', '河边的村子𠮷昨天关闭了桥。', 'bad3b1dfb5c4b4e5d7d39534b235d7f2ccecb9d8b1d5c1cbc7c5a1a3'],
  ['big5', '河邊的村子昨天關閉了橋。', 'aa65c3e4aabaa7f8a46cac51a4d1c3f6b3aca446bef4a143'],
  [
    'shift_jis',
    '川のそばの村では昨日橋が閉じられた。',
    '90ec82cc82bb82ce82cc91ba82c582cd8df093fa8bb482aa95c282b682e782ea82bd8142',
  ],
  [
    'euc-jp',
    '川のそばの村では昨日橋が閉じられた。',
    'c0eea4cea4bda4d0a4cec2bca4c7a4cfbaf2c6fcb6b6a4accac4a4b8a4e9a4eca4bfa1a3',
  ],
  [
    'windows-1251',
    'Вчера мост у деревни был закрыт.',
    'c2f7e5f0e020eceef1f220f320e4e5f0e5e2ede820e1fbeb20e7e0eaf0fbf22e',
  ],
  ['koi8-r', 'Вчера мост у деревни был закрыт.', 'f7dec5d2c120cdcfd3d420d520c4c5d2c5d7cec920c2d9cc20dac1cbd2d9d42e'],
  [
    'windows-1252',
    'Le café près du pont a été fermé – “hier”.',
    '4c6520636166e9207072e87320647520706f6e74206120e974e9206665726de92096209368696572942e',
  ],
  [
    'windows-1250',
    'Most u řeky byl včera uzavřen, říká žena.',
    '4d6f7374207520f8656b792062796c2076e865726120757a6176f8656e2c20f8ed6be1209e656e612e',
  ],
  ['utf-16le', '강가 마을의 다리가 닫혔다.', '15ac00ac2000c8b944c758c72000e4b2acb900ac2000ebb214d6e4b22e00'],
  ['utf-16be', '河边的村子昨天关闭了桥。', '6cb38fb9768467515b5066285929517395ed4e8668653002'],
];

/** Invented sentences, long, short and very short. */
const SENTENCES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['euc-kr'],
    [
      '안녕하세요',
      '공지 사항',
      '주민 여러분께 알립니다',
      '어제 저녁 강 건너 마을에서 열린 회의에 주민 서른 명이 참석했다.',
      '오늘 오전 시장은 새 다리를 짓겠다고 발표했다. 공사는 2031년 3월에 시작된다.',
      '"우리는 아무 연락도 받지 못했다"고 한 주민이 말했다.',
      '뷁 소리가 났다. 햏자는 펲시콜라를 마셨다. 찦차를 타고 온 쑛다리 아저씨',
    ],
  ],
  [
    ['gb18030'],
    [
      '通知',
      '各位居民请注意',
      '昨天晚上，河对岸的村里有三十名居民参加了会议。',
      '市长今天上午宣布将修建一座新桥，工程于2031年3月开始。',
      '“我们没有收到任何消息”，一位居民说。',
      '关于加强边境管理工作的通知：各乡镇人民政府，县直各部门。',
    ],
  ],
  [
    ['big5'],
    [
      '公告事項',
      '各位居民請注意',
      '昨天晚上，河對岸的村裡有三十名居民參加了會議。',
      '市長今天上午宣布將修建一座新橋，工程於2031年3月開始。',
      '「我們沒有收到任何消息」，一位居民說。',
    ],
  ],
  [
    ['shift_jis', 'euc-jp'],
    [
      'お知らせがあります',
      '昨日の夜、川の向こうの村で会議があり、住民三十人が参加した。',
      '市長は今朝、新しい橋を建設すると発表した。工事は2031年3月に始まる。',
      'カメラとテレビのニュースを見た。',
    ],
  ],
  [
    ['windows-1252'],
    [
      'Das Café an der Brücke bleibt geschlossen, sagte die Bürgermeisterin.',
      'L’école du village a été fermée hier, selon les habitants.',
      'El niño cruzó el río según los vecinos del pueblo de Río Manso.',
      'The “bridge” was closed – it’s unclear why.',
      'The mayor’s office is closed.',
    ],
  ],
  [
    ['windows-1251', 'koi8-r'],
    ['Жители деревни сказали, что мост закрыт.', 'Объявление для жителей города'],
  ],
  [['windows-1250'], ['Mieszkańcy wioski powiedzieli, że most został zamknięty wczoraj wieczorem.']],
];

const ICONV: Readonly<Record<string, string>> = { 'euc-kr': 'cp949', shift_jis: 'cp932' };
const encode = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, ICONV[encoding] ?? encoding));
const read = (bytes: Uint8Array, options: { transportCharset?: string; mediaType?: string } = {}) => {
  const { text, charset } = decodeBytes(bytes, options);
  return [charset.name, charset.decidedBy, text];
};

/** Every sentence that an encoding can hold, in that encoding. */
function* encoded(): Generator<readonly [string, string]> {
  for (const [encodings, sentences] of SENTENCES) {
    for (const encoding of encodings) for (const sentence of sentences) yield [encoding, sentence];
  }
}

describe('decoding', () => {
  it('reads what an independent encoder wrote, with nothing declared', () => {
    const got = PYTHON.map(([, , hex]) => decodeBytes(hexToBytes(hex)).text);
    expect(got).toEqual(PYTHON.map(([, text]) => text));
  });

  it('L1: trusts a byte order mark before everything else, and takes it off', () => {
    const utf8 = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('낱말')]);
    expect(read(utf8, { transportCharset: 'euc-kr' })).toEqual(['utf-8', 'bom', '낱말']);
    for (const name of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      const bytes = new Uint8Array(iconv.encode('낱말 word 𠮷', name, { addBOM: true }));
      expect(read(bytes)).toEqual([name, 'bom', '낱말 word 𠮷']);
    }
  });

  it('L2: then what the transport said, then what the source declares', () => {
    const bytes = encode('공지 사항', 'euc-kr');
    expect(read(bytes, { transportCharset: 'EUC-KR' })).toEqual(['euc-kr', 'transport', '공지 사항']);
    expect(read(bytes, { mediaType: 'text/html; charset="ks_c_5601-1987"' })).toEqual([
      'euc-kr',
      'transport',
      '공지 사항',
    ]);
    expect(read(bytes, { transportCharset: 'no-such-thing' })[2]).toBe('공지 사항');
    for (const head of [
      '<meta charset="euc-kr">',
      "<META http-equiv='Content-Type' content='text/html; charset=ks_c_5601-1987'>",
      '<?xml version="1.0" encoding="EUC-KR"?>',
      '<!-- <meta charset="big5"> --><meta charset=cp949>',
    ]) {
      const page = `${head}<p>똠방 공지 사항`;
      expect(read(encode(page, 'euc-kr'))).toEqual(['euc-kr', 'declaration', page]);
    }
  });

  it('L2: reads every sentence under its own declaration', () => {
    const wrong: unknown[] = [];
    for (const [encoding, sentence] of encoded()) {
      const page = `<meta charset="${encoding}"><p>${sentence}</p>`;
      const got = read(encode(page, encoding));
      if (got[2] !== page || got[1] !== 'declaration') wrong.push([encoding, sentence, got]);
    }
    expect(wrong).toEqual([]);
  });

  it('L3: sets aside a label that strict UTF-8 contradicts', () => {
    const wrong: unknown[] = [];
    for (const [, sentence] of encoded()) {
      for (const label of ['euc-kr', 'gb2312', 'big5', 'iso-8859-1', 'windows-1251', 'shift_jis', 'utf-16']) {
        const page = `<meta charset="${label}"><p>${sentence}</p>`;
        const bytes = new TextEncoder().encode(page);
        const got = [decodeBytes(bytes).text, decodeBytes(bytes, { transportCharset: label }).text];
        if (got.some((text) => text !== page)) wrong.push([label, sentence, got]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('L3: sets aside a declaration of UTF-8 that the bytes contradict', () => {
    const wrong: unknown[] = [];
    for (const [encoding, sentence] of encoded()) {
      const page = `<meta charset="utf-8"><p>${sentence}</p>`;
      const got = read(encode(page, encoding));
      if (got[2] !== page) wrong.push([encoding, sentence, got]);
    }
    expect(wrong).toEqual([]);
  });

  it('L3: sets aside a Western label over East Asian bytes, and an East Asian label over those of another', () => {
    const wrong: unknown[] = [];
    for (const [encoding, sentence] of encoded()) {
      if (encoding.startsWith('windows') || encoding === 'koi8-r' || [...sentence].length < 12) continue;
      for (const label of ['iso-8859-1', 'windows-1252', 'gb2312', 'euc-kr', 'big5']) {
        const page = `<meta charset="${label}"><p>${sentence}</p>`;
        const got = read(encode(page, encoding));
        if (got[2] !== page) wrong.push([encoding, label, sentence, got]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('L5: detects every sentence when nothing is declared', () => {
    const wrong: unknown[] = [];
    for (const [encoding, sentence] of encoded()) {
      const got = read(encode(sentence, encoding));
      if (got[2] !== sentence) wrong.push([encoding, sentence, got]);
    }
    expect(wrong).toEqual([]);
  });

  it('L5: detects a page whose markup outweighs its few words', () => {
    const wrong: unknown[] = [];
    const head = `<html><head><script>${'var x = 1; '.repeat(8000)}</script></head><body>`;
    for (const [encoding, sentence] of encoded()) {
      const page = `${head}<p>${sentence}</p>${'<br>\n'.repeat(500)}`;
      const got = read(encode(page, encoding));
      if (got[2] !== page) wrong.push([encoding, sentence, got[0]]);
    }
    expect(wrong).toEqual([]);
  });

  it('L5: reads UTF-16 without a mark in either order', () => {
    for (const sentence of [
      'Plain words of a letter.',
      '강가 마을의 다리가 닫혔다.',
      '河边的村子昨天关闭了桥。',
      '通知\n各位居民请注意',
    ]) {
      for (const name of ['utf-16le', 'utf-16be']) {
        expect(read(new Uint8Array(iconv.encode(sentence, name, { addBOM: false })))).toEqual([
          name,
          'detection',
          sentence,
        ]);
      }
    }
  });

  it('L4: takes plain ASCII and other valid UTF-8 for UTF-8', () => {
    for (const sentence of ['plain', 'é', '말', '通知', 'naïve café', 'жители', '𠮷', 'a\u00a0b']) {
      expect(read(new TextEncoder().encode(sentence))).toEqual(['utf-8', 'strict-utf-8', sentence]);
    }
  });

  it('L6: counts what had no character', () => {
    const damaged = Uint8Array.from([
      ...new TextEncoder().encode('강가 마을의 다리가 어제 닫혔다. 강가 마을의 다리가 어제 닫혔다. 우리 모두'),
      0xea,
    ]);
    expect(decodeBytes(damaged).charset).toEqual({ name: 'utf-8', decidedBy: 'detection', replaced: 1 });
    const written = new TextEncoder().encode('a\ufffdb');
    expect(decodeBytes(written).charset).toEqual({ name: 'utf-8', decidedBy: 'strict-utf-8', replaced: 0 });
  });
});
