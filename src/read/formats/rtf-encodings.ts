/** The encoding of a font by its character set (RTF 1.9.1, `\fcharset`), as `decodeAs` names it. 0 and 1 are the file's own. */
export function encodingOfCharset(charset: number): string | 'symbol' | undefined {
  return CHARSETS.get(charset);
}

const CHARSETS: ReadonlyMap<number, string> = new Map([
  [2, 'symbol'],
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
  [254, 'cp437'],
  [255, 'cp437'],
]);

/** The encoding of a code page by its number; Windows-1252 for one that is not known. */
export function encodingOfCodePage(page: number): string {
  const known = PAGES.get(page);
  if (known !== undefined) return known;
  return page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
}

const PAGES: ReadonlyMap<number, string> = new Map([
  [437, 'cp437'],
  [850, 'cp850'],
  [852, 'cp852'],
  [866, 'cp866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/** What fonts of symbols show at a place, for those signs that stand in texts; else the private place that Word uses. */
export function symbolCharacter(byte: number): string {
  return byte === 0xb7 || byte === 0xa7 ? '•' : String.fromCharCode(0xf000 + byte);
}
