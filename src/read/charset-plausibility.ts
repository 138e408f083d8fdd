import iconv from 'iconv-lite';
import { COMMON_HAN_SIMPLIFIED, COMMON_HAN_TRADITIONAL, COMMON_HANGUL } from './data/common-characters.ts';
import { once } from './once.ts';

/**
 * How much a decoded text reads like writing: the mean over its characters outside ASCII, from about -1 (noise) to 1.
 * Wrong decodings of East Asian bytes give real but rare characters, so what counts is how common the characters are
 * in the languages that use that encoding, not whether they exist. 0 when the text has no such character.
 */
export function plausibility(encoding: string, text: string): number {
  const weigh = weigherFor(encoding);
  let sum = 0;
  let count = 0;
  let before = ' ';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code > 0x7f) {
      sum += code === 0xfffd ? -2 : isOddControl(code) ? -1.5 : weigh(char, code, before);
      count++;
    } else if (code < 0x20 && !/[\t\n\f\r]/.test(char)) {
      sum -= 1;
      count++;
    }
    before = char;
  }
  return count === 0 ? 0 : sum / count;
}

type Weigher = (char: string, code: number, before: string) => number;

function weigherFor(encoding: string): Weigher {
  switch (encoding) {
    case 'gb18030':
      return (char, code) => hanWeight(char, code, commonSimplified(), levelOne.gb2312());
    case 'big5':
      return (char, code) => hanWeight(char, code, commonTraditional(), levelOne.big5());
    case 'euc-kr':
      return koreanWeight;
    case 'shift_jis':
    case 'euc-jp':
    case 'iso-2022-jp':
      return japaneseWeight;
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
      return unicodeWeight;
    default:
      return alphabetWeight;
  }
}

function hanWeight(char: string, code: number, common: ReadonlySet<string>, level: ReadonlySet<string>): number {
  if (common.has(char)) return 1;
  if (level.has(char)) return 0.45;
  if (isCjkPunctuation(code)) return 0.7;
  if (isHan(code)) return -0.2;
  if (code < 0x250) return code >= 0xa0 ? -0.1 : -1;
  // Kana, Greek, Cyrillic and box drawing stand in these sets too, yet hardly occur in Chinese text.
  return -0.5;
}

function koreanWeight(char: string, code: number): number {
  if (isHangul(code)) return commonHangul().has(char) ? 1 : ksHangul().has(char) ? 0.35 : -0.3;
  if (isCjkPunctuation(code) || (code >= 0x2010 && code <= 0x2027)) return 0.6;
  if (isHan(code)) return commonTraditional().has(char) ? 0.25 : -0.2;
  return -0.5;
}

function japaneseWeight(char: string, code: number): number {
  if (code >= 0x3041 && code <= 0x30fe) return 1;
  if (code >= 0xff61 && code <= 0xff9f) return -0.6;
  if (isCjkPunctuation(code)) return 0.7;
  // Han alone does not make a text Japanese, hence less than a Chinese text earns in its own encoding.
  if (isHan(code)) return levelOne.eucjp().has(char) ? 0.4 : -0.2;
  return -0.5;
}

function unicodeWeight(char: string, code: number, before: string): number {
  if (code >= 0xe000 && code <= 0xf8ff) return -0.5;
  if (isHangul(code)) return commonHangul().has(char) ? 1 : ksHangul().has(char) ? 0.35 : -0.3;
  if (code >= 0x3041 && code <= 0x30fe) return 0.9;
  if (isHan(code)) {
    if (commonSimplified().has(char) || commonTraditional().has(char)) return 1;
    return levelOne.gb2312().has(char) || levelOne.big5().has(char) ? 0.45 : -0.3;
  }
  if (isCjkPunctuation(code) || (code >= 0x2010 && code <= 0x203a)) return 0.7;
  return alphabetWeight(char, code, before);
}

/**
 * Letters of alphabets: right when they stand among letters of their own script in ordinary case, wrong when capitals
 * follow small letters or symbols follow letters, as happens when bytes are read by the wrong table.
 */
function alphabetWeight(char: string, code: number, before: string): number {
  if (code === 0xa0 || code === 0xa9 || code === 0xab || code === 0xbb || code === 0x20ac) return 0.5;
  if (code >= 0x2010 && code <= 0x2026) return 0.8;
  if (!/\p{L}|\p{M}/u.test(char)) return /\p{L}/u.test(before) ? -0.8 : code < 0x100 ? -0.3 : -0.6;
  // A mark that joins a letter of another script, or nothing, is no writing.
  if (/\p{M}/u.test(char)) return /\p{L}|\p{M}/u.test(before) && sharesScript(char, before) ? 0.7 : -1;
  const latin = code < 0x250;
  // Letters of the Cyrillic alphabets that few languages use fill the places of Chinese bytes.
  if (code >= 0x400 && code < 0x460 && (code < 0x410 || code > 0x44f) && !/[ЁёІіЇїЄє]/.test(char)) return -0.3;
  if (/\p{L}/u.test(before)) {
    const beforeLatin = (before.codePointAt(0) ?? 0) < 0x250;
    if (latin !== beforeLatin) return -0.8;
    if (/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) return -0.8;
    // Two accented letters in a row are rare in Latin scripts, and the rule when UTF-8 is read as Windows-1252.
    if (latin && (before.codePointAt(0) ?? 0) > 0x7f) return -0.4;
    return COMMON_ACCENTED.has(char) || !latin ? 0.9 : 0.3;
  }
  return /\p{Lu}/u.test(char) ? 0.3 : latin && !COMMON_ACCENTED.has(char) ? 0.1 : 0.7;
}

function sharesScript(mark: string, letter: string): boolean {
  const code = mark.codePointAt(0) ?? 0;
  const base = letter.codePointAt(0) ?? 0;
  // Marks of a script stand in its own block of 256; those from U+0300 join letters of the alphabets before them.
  return code >= 0x300 && code < 0x370 ? base < 0x530 : code >> 8 === base >> 8;
}

const COMMON_ACCENTED: ReadonlySet<string> = new Set('àáâãäåæçèéêëíîïñóôõöøùúûüßœšžčćęąłńśźżőűğışěřůť');

function isHan(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x20000 && code < 0x32000)
  );
}

function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

function isCjkPunctuation(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x3015) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2014 && code <= 0x2026) ||
    code === 0xb7
  );
}

function isOddControl(code: number): boolean {
  return (code >= 0x80 && code < 0xa0) || (code >= 0xfff0 && code <= 0xffff) || (code >= 0xe000 && code <= 0xf8ff);
}

const commonSimplified: () => ReadonlySet<string> = once(() => new Set(COMMON_HAN_SIMPLIFIED));
const commonHangul: () => ReadonlySet<string> = once(() => new Set(COMMON_HANGUL));
const ksHangul: () => ReadonlySet<string> = once(() => charactersOf('cp949', 0xb0, 0xc8));
const commonTraditional: () => ReadonlySet<string> = once(() => {
  // The simplified list serves for the many characters that both scripts share.
  const big5 = levelOne.big5();
  return new Set([...COMMON_HAN_TRADITIONAL, ...[...COMMON_HAN_SIMPLIFIED].filter((char) => big5.has(char))]);
});

/** National sets put their common characters first (level 1), ordered by sound or stroke; the rest follow. */
const levelOne: Readonly<Record<'gb2312' | 'big5' | 'eucjp', () => ReadonlySet<string>>> = {
  gb2312: once(() => charactersOf('gb2312', 0xb0, 0xd7)),
  big5: once(() => charactersOf('big5', 0xa4, 0xc6)),
  eucjp: once(() => charactersOf('eucjp', 0xb0, 0xcf)),
};

function charactersOf(encoding: string, firstLead: number, lastLead: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (encoding !== 'big5' && trail < 0xa1) continue;
      const char = iconv.decode(Uint8Array.of(lead, trail), encoding);
      if ([...char].length === 1 && char !== '\ufffd') found.add(char);
    }
  }
  return found;
}
