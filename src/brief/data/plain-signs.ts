import type { HeldBackReason } from '../brief.ts';

/**
 * Plain signs of what a draft holds back, looked for in every text that would be shown, whether or not the reading
 * room found a mention there: its lists differ from language to language, and the plainest forms must not slip through.
 * Compiled by hand from news style in English, Chinese and Korean. Each pattern is bounded, so it takes linear time.
 */
export const PLAIN_SIGNS: readonly { readonly reason: HeldBackReason; readonly pattern: RegExp }[] = [
  // Ages.
  { reason: 'age', pattern: /\b(?:\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)[- ]years?[- ]old\b/i },
  { reason: 'age', pattern: /\bage[ds]? (?:of )?(?:about )?\d{1,3}\b(?![,.]?\d)/i },
  {
    reason: 'age',
    pattern:
      /\bin (?:his|her|their) (?:early |mid-?|late )*(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|[1-9]0s)\b/i,
  },
  { reason: 'age', pattern: /(?:\d{1,3}|[一二三四五六七八九十两兩])\s?(?:多|余|餘|几|幾)?[岁歲]/u },
  { reason: 'age', pattern: /\d{1,3}\s?(?:세|살)(?!\p{Script=Hangul}*기)/u },
  { reason: 'age', pattern: /[1-9]0대(?:의|\s|\p{Script=Hangul}{0,3}(?:여성|남성|여자|남자|초반|중반|후반))/u },
  // Ten people or fewer.
  {
    reason: 'small-group',
    pattern:
      /(?<![\d.,])\b(?:one|two|three|four|five|six|seven|eight|nine|ten|[1-9]|10) (?:people|persons|individuals|women|men|children|girls|boys|families|siblings|sisters|brothers|woman|man|child|girl|boy)\b/i,
  },
  {
    reason: 'small-group',
    pattern:
      /(?<![\d.,一二三四五六七八九十百千万萬亿億第])(?:[1-9]|10|[一二三四五六七八九十两兩])\s?(?:人|名|位|口)(?![口名民类類])/u,
  },
  {
    reason: 'small-group',
    pattern: /(?<![\d.,]|[십백천만억]\s?)(?:[1-9]|10)\s?(?:명|인)(?!\p{Script=Hangul}*(?:만|억))/u,
  },
  { reason: 'small-group', pattern: /(?:^|[\s(,“"‘'])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:명|사람)/u },
  // Sources that are not to be known.
  {
    reason: 'unnamed-source',
    pattern:
      /\banonym(?:ous|ously|ity)\b|\bnot to be (?:named|identified)\b|\bwho (?:did not want|asked not|declined) to be (?:named|identified)\b|\bname withheld\b/i,
  },
  { reason: 'unnamed-source', pattern: /匿名|不愿透露姓名|不願透露姓名|不愿具名|不願具名|不具名|化名/u },
  { reason: 'unnamed-source', pattern: /익명|가명|이름을 밝히(?:지|길)|신원을 밝히(?:지|길)/u },
  // Handles.
  { reason: 'handle', pattern: /(?:^|[^\p{L}\p{N}.])@[\p{L}\p{N}_]{2,}/u },
];
