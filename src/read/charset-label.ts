import iconv from 'iconv-lite';

/**
 * Encoding names are those of the WHATWG Encoding Standard in lower case, with two simplifications: `gbk` is reported
 * as `gb18030`, whose decoder is the same, and the UTF-32 forms that the standard leaves out are read too.
 */

/** Labels met on real pages that the standard does not list. */
const EXTRA_LABELS: ReadonlyMap<string, string> = new Map([
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['x-windows-949', 'euc-kr'],
  ['cp936', 'gb18030'],
  ['ms936', 'gb18030'],
  ['euc-cn', 'gb18030'],
  ['gbk2312', 'gb18030'],
  ['cp950', 'big5'],
  ['ms950', 'big5'],
  ['big5hkscs', 'big5'],
  ['cp932', 'shift_jis'],
  ['utf-32le', 'utf-32le'],
  ['utf-32be', 'utf-32be'],
]);

/** iconv-lite's name for an encoding. Its CP949 holds the syllables outside KS X 1001 that Node's own decoder lacks. */
const ICONV_NAMES: ReadonlyMap<string, string> = new Map([
  ['euc-kr', 'cp949'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5-hkscs'],
  ['shift_jis', 'cp932'],
  ['euc-jp', 'euc-jp'],
  ['x-mac-cyrillic', 'maccyrillic'],
  ['macintosh', 'macroman'],
]);

/** The standard name for a label, or undefined when no such encoding is known or it cannot be read as text. */
export function encodingOfLabel(label: string): string | undefined {
  const cleaned = label
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
  const extra = EXTRA_LABELS.get(cleaned);
  if (extra !== undefined) return extra;
  try {
    // TextDecoder knows every label of the standard; it is asked for names only.
    const name = new TextDecoder(cleaned).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return undefined;
  }
}

/** Decodes bytes by a name from `encodingOfLabel`, bytes without a character becoming U+FFFD. */
export function decodeAs(name: string, bytes: Uint8Array): string {
  if (name === 'utf-8' || name === 'utf-16le' || name === 'utf-16be' || name === 'iso-2022-jp') {
    return new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
  }
  const iconvName = ICONV_NAMES.get(name) ?? name;
  if (!iconv.encodingExists(iconvName)) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return iconv.decode(bytes, iconvName, { stripBOM: false }).toWellFormed();
}

/** Whether the bytes are UTF-8 throughout, as RFC 3629 has it: no overlong forms, no surrogates. */
export function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
