/**
 * How items of rules and lists are numbered in English, Chinese and Korean. From the drafting rules of the three
 * languages' laws (编、章、节、条、款、项、目; 편, 장, 절, 조, 항, 호, 목) and general knowledge of lists.
 */

/** A style of numbering: how its label looks, and which number it stands for. Labels stand at the beginning of a text. */
export type NumberStyle =
  | 'part'
  | 'article'
  | 'clause'
  | 'decimal'
  | 'arabic'
  | 'arabic-bracket'
  | 'arabic-paren'
  | 'circled'
  | 'han'
  | 'han-paren'
  | 'han-spoken'
  | 'hangul'
  | 'hangul-bracket'
  | 'hangul-paren'
  | 'letter'
  | 'letter-paren'
  | 'roman-paren';

const HAN = '[一二三四五六七八九十百零〇]{1,6}';
const GANADA = '[가나다라마바사아자차카타파하]';

/** In the order they are tried. The first group holds what is read as the number. */
export const NUMBER_STYLES: readonly (readonly [NumberStyle, RegExp])[] = [
  ['part', new RegExp(`^第(${HAN}|\\d{1,3})[编編章节節部分][\\s　:：]?`, 'u')],
  ['part', /^제\s?(\d{1,3})\s?[편장절관](?=[\s:.(]|$)/u],
  ['part', /^(?:Chapter|Part|Title)\s(\d{1,3}|[IVXLC]{1,7})\b[.:]?/i],
  ['article', new RegExp(`^第(${HAN}|\\d{1,4})[条條](?:之${HAN})?[\\s　:：、]?`, 'u')],
  ['clause', new RegExp(`^第(${HAN}|\\d{1,4})[款项項目][\\s　:：、]?`, 'u')],
  ['clause', /^제\s?(\d{1,4})\s?[항호목](?=[\s(.:]|$)/u],
  ['article', /^제\s?(\d{1,4})\s?조(?:의\s?\d{1,3})?(?=[\s(.:]|$)/u],
  ['article', /^(?:Article|Section|Rule|Clause|Art\.|Sec\.|§)\s?(\d{1,4}(?:[a-z]|\(\d{1,2}\))?)(?=[\s.:)–—-]|$)[.:]?/i],
  ['decimal', /^\d{1,3}(?:\.\d{1,3}){0,3}\.(\d{1,3})[.)]?(?=\s+[\p{L}“"‘「])/u],
  ['circled', /^([①-⑳])/u],
  ['arabic', /^(\d{1,3})[.．、](?=\s*[\p{L}“"‘「『《（(【[])/u],
  ['arabic-bracket', /^(\d{1,3})[)）](?=\s*\S)/u],
  ['arabic-paren', /^[（(](\d{1,3})[)）](?=\s*\S)/u],
  ['han', new RegExp(`^(${HAN})[、．.](?=\\s*\\S)`, 'u')],
  ['han-paren', new RegExp(`^[（(](${HAN})[)）](?=\\s*\\S)`, 'u')],
  ['han-spoken', /^(?:其)?([一二三四五六七八九十]{1,2})(?:是|则|則|，|,)(?=\s*\S)/u],
  ['han-spoken', /^第([一二三四五六七八九十]{1,2})[，,、](?=\s*\S)/u],
  ['hangul', new RegExp(`^(${GANADA})\\.(?=\\s*\\S)`, 'u')],
  ['hangul-bracket', new RegExp(`^(${GANADA})\\)(?=\\s*\\S)`, 'u')],
  ['hangul-paren', new RegExp(`^\\((${GANADA})\\)(?=\\s*\\S)`, 'u')],
  ['roman-paren', /^[（(](x{0,2}(?:i{1,3}|iv|v|vi{1,3}|ix|x))[)）](?=\s*\S)/u],
  ['letter-paren', /^[（(]([a-z])[)）](?=\s*\S)/u],
  ['letter', /^([a-z])[.)](?=\s+\S)/u],
];

/** Words of a sentence that items hang on, when it does not end with a colon. */
export const LEADS_TO_ITEMS: RegExp =
  /\b(?:follow|follows|following|below|as under|these (?:rules|measures|steps|points|conditions))\b|如下|下列|以下|下述|如後|다음|아래|하기/i;
