import { isStrictUtf8 } from '../charset-label.ts';
import { decodeMailWord, decodeRawHeader } from './mail-charset.ts';
import { bytesOfBinary, decodeBase64, unescapeWith } from './mime-bytes.ts';

/** A header as it stands in the message: unfolded, its units bytes (`binaryOf`). */
export interface MimeHeader {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

/** A header with parameters, such as Content-Type. */
export interface Structured {
  /** Lower case. */
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
}

/** The headers of a block of header lines; lines that are none are passed over. */
export function readHeaders(binary: string): readonly MimeHeader[] {
  const unfolded = binary.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/);
  return unfolded.flatMap((line) => {
    const match = /^([!-9;-~]{1,100})[ \t]*:/.exec(line);
    if (match?.[1] === undefined) return [];
    return [{ name: match[1].toLowerCase(), value: line.slice(match[0].length).trim() }];
  });
}

/** The first header of a name: a second one is what a forger adds for the reader who takes the last. */
export function headerOf(headers: readonly MimeHeader[], name: string): string | undefined {
  return headers.find((header) => header.name === name)?.value;
}

const ENCODED_WORD = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([QqBb])\?([^?]*)\?=/g;

/**
 * The words of a header (RFC 2047). Encoded words of one encoding that follow each other are put together before they
 * are decoded, since mailers cut them in the middle of a character. `bodyLabel` names the encoding of raw bytes.
 */
export function decodeHeaderText(binary: string, bodyLabel: string | undefined): string {
  const parts: string[] = [];
  let pending: { readonly label: string; readonly bytes: number[] } | undefined;
  const flush = () => {
    if (pending !== undefined) parts.push(decodeMailWord(Uint8Array.from(pending.bytes), pending.label));
    pending = undefined;
  };
  let at = 0;
  for (const match of binary.matchAll(ENCODED_WORD)) {
    const [whole, label = '', encoding = '', content = ''] = match;
    const between = binary.slice(at, match.index);
    // White space between two encoded words only parts them.
    if (pending === undefined || /\S/.test(between)) {
      flush();
      parts.push(rawText(between, bodyLabel));
    }
    const bytes = /b/i.test(encoding)
      ? decodeBase64(content)
      : bytesOfBinary(unescapeWith(content.replaceAll('_', ' '), '='));
    if (pending !== undefined && pending.label !== label.toLowerCase()) flush();
    pending ??= { label: label.toLowerCase(), bytes: [] };
    for (const byte of bytes) pending.bytes.push(byte);
    at = match.index + whole.length;
  }
  flush();
  parts.push(rawText(binary.slice(at), bodyLabel));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an encoded line end would forge a header of its own
  const controls = /[\x00-\x1f\x7f]+/g;
  return parts.join('').replace(controls, ' ').trim();
}

function rawText(binary: string, bodyLabel: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences mark text in ISO-2022-JP
  if (/\x1b[$(]/.test(binary)) return decodeMailWord(bytesOfBinary(binary), 'iso-2022-jp');
  return /[\x80-\xff]/.test(binary) ? decodeRawHeader(bytesOfBinary(binary), bodyLabel) : binary;
}

/** A header with parameters (RFC 2045, 5.1), comments left out; the first parameter of a name stands. */
export function readStructured(binary: string): Structured {
  const params = new Map<string, string>();
  const doubleByte = /[\x81-\xff]\\/.test(binary) && !isStrictUtf8(bytesOfBinary(binary));
  const pieces = splitAtSemicolons(binary, doubleByte);
  for (const piece of pieces.slice(1)) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (!params.has(name)) params.set(name, unquote(piece.slice(equals + 1).trim(), doubleByte));
  }
  const value = (pieces[0] ?? '')
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
  return { value, params };
}

function splitAtSemicolons(binary: string, doubleByte: boolean): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < binary.length; i++) {
    const unit = binary[i];
    if (doubleByte && isLead(binary, i)) i++;
    else if (unit === '\\' && quoted) i++;
    else if (unit === '"') quoted = !quoted;
    else if (unit === ';' && !quoted) {
      pieces.push(binary.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(binary.slice(from));
  return pieces;
}

/** Big5 and GBK have characters whose second byte is a backslash, which escapes nothing: 功 is A5 5C. */
function isLead(binary: string, at: number): boolean {
  return binary.charCodeAt(at) >= 0x81 && binary[at + 1] === '\\';
}

function unquote(value: string, doubleByte: boolean): string {
  if (!value.startsWith('"')) return value.replace(/\s\([^()]*\)$/, '').trimEnd();
  let text = '';
  for (let i = 1; i < value.length; i++) {
    const unit = value[i] ?? '';
    if (doubleByte && isLead(value, i)) text += unit + value[++i];
    else if (unit === '\\') text += value[++i] ?? '';
    else if (unit === '"') break;
    else text += unit;
  }
  return text;
}

const MOST_SECTIONS = 100;

/**
 * A parameter's words: whole, with an encoding, or in sections (RFC 2231), or as encoded words or raw bytes, which the
 * standards forbid and mailers write. Undefined when the header has no such parameter.
 */
export function decodeParam({ params }: Structured, name: string, bodyLabel: string | undefined): string | undefined {
  const first = params.get(`${name}*`) ?? params.get(`${name}*0*`);
  if (first !== undefined) {
    const [, label = '', words = first] = /^([^']*)'[^']*'(.*)$/s.exec(first) ?? [];
    const bytes = unescapeWith(words, '%') + sections(params, name);
    return decodeMailWord(bytesOfBinary(bytes), label === '' ? 'utf-8' : label);
  }
  const plain = params.get(name) ?? params.get(`${name}*0`);
  return plain === undefined ? undefined : decodeHeaderText(plain + sections(params, name), bodyLabel);
}

/** What follows the first section; each section says by its star whether it is escaped. */
function sections(params: ReadonlyMap<string, string>, name: string): string {
  if (!params.has(`${name}*0*`) && !params.has(`${name}*0`)) return '';
  let text = '';
  for (let i = 1; i < MOST_SECTIONS; i++) {
    const escaped = params.get(`${name}*${i}*`);
    const section = escaped === undefined ? params.get(`${name}*${i}`) : unescapeWith(escaped, '%');
    if (section === undefined) break;
    text += section;
  }
  return text;
}
