import { type DecodedText, decodeBytes } from '../charset.ts';
import { decodeAs, encodingOfLabel, isStrictUtf8 } from '../charset-label.ts';
import { binaryOf, bytesOfBinary } from './mime-bytes.ts';

/**
 * Text of a mail's part by the label that it bears. Korean goes by CP949, which holds the syllables outside KS X 1001
 * that Node's own decoder lacks; labels of seven-bit Korean and Chinese that browsers refuse are read as well.
 */
export function decodeMailText(bytes: Uint8Array, label: string | undefined): DecodedText {
  const shifted = label === undefined ? undefined : sevenBit(bytes, label);
  if (shifted !== undefined) {
    const text = decodeAs(shifted.name, shifted.bytes);
    const replaced = text.split('\ufffd').length - 1;
    return { text, charset: { name: shifted.name, decidedBy: 'declaration', replaced } };
  }
  const decoded = decodeBytes(bytes, label === undefined ? {} : { transportCharset: label });
  return decoded.charset.decidedBy === 'transport'
    ? { text: decoded.text, charset: { ...decoded.charset, decidedBy: 'declaration' } }
    : decoded;
}

/**
 * The words of an encoded word or parameter. These are too short to be judged by, so the label decides, unless nothing
 * is known by it or the bytes are UTF-8 under a label that says ASCII.
 */
export function decodeMailWord(bytes: Uint8Array, label: string): string {
  const shifted = sevenBit(bytes, label);
  if (shifted !== undefined) return decodeAs(shifted.name, shifted.bytes);
  const name = encodingOfLabel(label);
  if (name === undefined || name === 'replacement') return decodeBytes(bytes).text;
  if (/^(?:us-)?ascii$|^ansi_x3/i.test(label.trim()) && isStrictUtf8(bytes)) return decodeAs('utf-8', bytes);
  return decodeAs(name, bytes);
}

/** Raw bytes beyond ASCII in a header, which name no encoding: UTF-8, or what the mail's body is in, or a guess. */
export function decodeRawHeader(bytes: Uint8Array, bodyLabel: string | undefined): string {
  if (isStrictUtf8(bytes)) return decodeAs('utf-8', bytes);
  const name = bodyLabel === undefined ? undefined : encodingOfLabel(bodyLabel);
  if (name !== undefined && name !== 'utf-8' && name !== 'replacement') {
    const text = decodeAs(name, bytes);
    if (!text.includes('\ufffd')) return text;
  }
  return decodeBytes(bytes).text;
}

/** ISO-2022-KR (RFC 1557) and HZ (RFC 1843) are KS X 1001 and GB 2312 with the high bits off between marks; ISO-2022-JP is read as it is. */
function sevenBit(bytes: Uint8Array, label: string): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  const high = (run: string) => run.replace(/[\x21-\x7e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) | 0x80));
  switch (label.trim().toLowerCase()) {
    case 'iso-2022-kr':
    case 'csiso2022kr': {
      const binary = binaryOf(bytes)
        .replaceAll('\x1b$)C', '')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: shift out and shift in are control characters
        .replace(/\x0e([^\x0f\n]*)\x0f?/g, (_, run: string) => high(run))
        .replaceAll('\x0f', '');
      return { name: 'euc-kr', bytes: bytesOfBinary(binary) };
    }
    case 'hz-gb-2312': {
      const binary = binaryOf(bytes)
        .replace(/~\{(.*?)(?:~\}|(?=\n)|$)/g, (_, run: string) => high(run))
        .replace(/~\r?\n/g, '')
        .replaceAll('~~', '~');
      return { name: 'gb18030', bytes: bytesOfBinary(binary) };
    }
    case 'iso-2022-jp':
    case 'csiso2022jp': {
      // An escape that another one follows at once, as where two encoded words meet, is an error to decoders of browsers.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: escape is a control character
      const binary = binaryOf(bytes).replace(/(?:\x1b[$(][@BJ])+(?=\x1b[$(][@BJ])/g, '');
      return { name: 'iso-2022-jp', bytes: bytesOfBinary(binary) };
    }
    default:
      return undefined;
  }
}
