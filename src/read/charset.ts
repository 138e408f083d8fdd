import { analyse } from 'chardet';
import { declaredEncoding } from './charset-declaration.ts';
import { decodeAs, encodingOfLabel, isStrictUtf8 } from './charset-label.ts';
import { plausibility } from './charset-plausibility.ts';
import type { Charset } from './layer.ts';
import { isCentralEuropean } from './script-language.ts';

export interface DecodedText {
  /** Well-formed Unicode without a byte order mark; line ends as found. */
  readonly text: string;
  readonly charset: Charset;
}

/** As much as detection looks at: enough to decide, bounded for large files. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Turns bytes into text and says which rule decided the encoding (docs/read.md L1 to L6): byte order mark, transport,
 * the source's own declaration, strict UTF-8, detection, and Windows-1252 when nothing fits. A label that the bytes
 * contradict does not decide. Never refuses; `charset.replaced` counts what had no character.
 */
export function decodeBytes(
  bytes: Uint8Array,
  options: { readonly transportCharset?: string; readonly mediaType?: string } = {},
): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return decoded(bytes.subarray(mark.length), mark.name, 'bom');

  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return decoded(bytes, wide, 'detection');

  const evidence = gatherEvidence(bytes);
  const transport = options.transportCharset ?? /;\s*charset\s*=\s*([^;]+)/i.exec(options.mediaType ?? '')?.[1];
  const transportName = transport === undefined ? undefined : encodingOfLabel(transport);
  if (transportName !== undefined && !isContradicted(transportName, evidence)) {
    return decoded(bytes, transportName, 'transport');
  }
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && !isContradicted(declared, evidence)) return decoded(bytes, declared, 'declaration');
  if (evidence.utf8 && !utf8IsCoincidence(evidence)) return decoded(bytes, 'utf-8', 'strict-utf-8');

  const best = evidence.ranked()[0];
  if (best !== undefined && best.score > MINIMUM_SCORE) return decoded(bytes, best.name, 'detection');
  // A text that is UTF-8 but for a few damaged bytes is still UTF-8; the damage is counted, not hidden.
  if (evidence.mostlyUtf8) return decoded(bytes, 'utf-8', 'detection');
  return decoded(bytes, 'windows-1252', 'fallback');
}

const MINIMUM_SCORE = 0.15;
/** How much better another reading must be before a label is set aside. */
const CLEAR_MARGIN = 0.25;

interface Rated {
  readonly name: string;
  readonly score: number;
}

interface Evidence {
  readonly sample: Uint8Array;
  readonly utf8: boolean;
  readonly mostlyUtf8: boolean;
  /** Multi-byte sequences of the sample when it is UTF-8. */
  readonly sequences: number;
  /** Best first. Computed on first use, since most sources are plain UTF-8. */
  readonly ranked: () => readonly Rated[];
}

function gatherEvidence(bytes: Uint8Array): Evidence {
  const utf8 = isStrictUtf8(bytes);
  const sample = sampleOf(bytes);
  let ranked: readonly Rated[] | undefined;
  let sequences = 0;
  if (utf8) for (const byte of sample) if (byte >= 0xc2) sequences++;
  return {
    sample,
    utf8,
    mostlyUtf8: utf8 || damagedUtf8Share(sample) < 0.03,
    sequences,
    ranked: () => {
      ranked ??= rankEncodings(sample);
      return ranked;
    },
  };
}

/**
 * A label is contradicted when its reading leaves many bytes without a character, or when the bytes are strict UTF-8
 * with characters outside ASCII and the label names something else, or when another encoding reads far better.
 */
function isContradicted(name: string, evidence: Evidence): boolean {
  if (name === 'utf-8') return !evidence.mostlyUtf8 || utf8IsCoincidence(evidence);
  if (name === 'replacement' || name === 'x-user-defined') return true;
  if (name.startsWith('utf-16') || name.startsWith('utf-32')) {
    // Without NUL bytes or a mark this is ASCII under a wrong label, or a text that `wideWithoutMark` would have seen.
    return evidence.utf8 || plausibility(name, decodeAs(name, evidence.sample)) < MINIMUM_SCORE;
  }
  if (name === 'iso-2022-jp') return evidence.utf8 && evidence.sequences > 0;
  if (evidence.utf8) return evidence.sequences > 0 && !utf8IsCoincidence(evidence, name);
  if (evidence.mostlyUtf8) return true;
  const own = plausibility(name, decodeAs(name, evidence.sample));
  const best = evidence.ranked()[0];
  if (best === undefined || best.name === name || sameFamily(best.name, name)) return false;
  return best.score - own > CLEAR_MARGIN && best.score > 0.5;
}

/**
 * A few East Asian characters can happen to be valid UTF-8 of two or three bytes. Then the reading that looks more
 * like language wins; from eight sequences on, chance is out of the question.
 */
function utf8IsCoincidence(evidence: Evidence, label?: string): boolean {
  if (evidence.sequences === 0 || evidence.sequences >= 8) return false;
  if (label !== undefined && !MULTI_BYTE.has(label)) return false;
  // The bytes are valid, so a U+FFFD among them was written by someone and says nothing.
  const asUtf8 = plausibility('utf-8', decodeAs('utf-8', evidence.sample).replaceAll('\ufffd', ''));
  if (asUtf8 + (label === undefined ? 0.9 : 0.1) >= 1) return false;
  const names = label === undefined ? [...MULTI_BYTE] : [label];
  // Without a label the margin is wide: UTF-8 is by far the likeliest encoding of a text that is valid in it.
  const margin = label === undefined ? 0.9 : 0.1;
  return names.some((name) => plausibility(name, decodeAs(name, evidence.sample)) > asUtf8 + margin);
}

const MULTI_BYTE: ReadonlySet<string> = new Set(['gb18030', 'big5', 'euc-kr', 'shift_jis', 'euc-jp']);

function sameFamily(a: string, b: string): boolean {
  return a !== b && FAMILY.has(a) && FAMILY.has(b);
}

/** Western tables that differ in a handful of characters: a label among them is not argued with. */
const FAMILY: ReadonlySet<string> = new Set([
  'windows-1252',
  'windows-1254',
  'windows-1250',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-15',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-16',
  'macintosh',
  'windows-1258',
]);

const CANDIDATES: readonly string[] = [
  'gb18030',
  'big5',
  'euc-kr',
  'shift_jis',
  'euc-jp',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
];

function rankEncodings(sample: Uint8Array): readonly Rated[] {
  const prior = new Map<string, number>();
  for (const match of analyse(sample)) {
    const name = encodingOfLabel(match.name);
    if (name !== undefined && !name.startsWith('utf-')) {
      prior.set(name, Math.max(prior.get(name) ?? 0, match.confidence / 100));
    }
  }
  const names = new Set([...CANDIDATES, ...[...prior.keys()].filter((name) => (prior.get(name) ?? 0) >= 0.1)]);
  const rated = [...names].map((name) => {
    const weight = MULTI_BYTE.has(name) ? 0.1 : 0.25;
    return { name, score: plausibility(name, decodeAs(name, sample)) + weight * (prior.get(name) ?? 0) };
  });
  rated.push({ name: 'utf-8', score: plausibility('utf-8', decodeAs('utf-8', sample)) + 0.1 });
  rated.sort((a, b) => b.score - a.score);
  const best = rated[0];
  if (best === undefined || (best.name !== 'windows-1252' && best.name !== 'windows-1250')) return rated;
  // The two tables give other accents to the same words: the words around tell which language wrote them.
  const name = isCentralEuropean(decodeAs('windows-1250', sample)) ? 'windows-1250' : 'windows-1252';
  return [{ name, score: best.score }, ...rated.filter((each) => each.name !== name)];
}

/** The lines with bytes outside ASCII, up to the sample size: menus in ASCII tell nothing about the encoding. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  let first = bytes.findIndex((byte) => byte > 0x7f);
  if (first < 0) return bytes.subarray(0, SAMPLE_BYTES);
  // Start behind an ASCII byte, so that no multi-byte sequence is cut in two at the front.
  while (first > 0 && (bytes[first - 1] ?? 0) > 0x7f) first--;
  const end = Math.min(bytes.length, first + SAMPLE_BYTES);
  let cut = end;
  // End at a line end or space where one is near, for the same reason.
  while (cut > end - 2048 && (bytes[cut - 1] ?? 0) > 0x20) cut--;
  return bytes.subarray(first, (bytes[cut - 1] ?? 0) <= 0x20 ? cut : end);
}

/** Share of the sequences outside ASCII that are not UTF-8. */
function damagedUtf8Share(sample: Uint8Array): number {
  const text = decodeAs('utf-8', sample);
  let bad = 0;
  let all = 0;
  for (const char of text) {
    if (char === '\ufffd') bad++;
    if ((char.codePointAt(0) ?? 0) > 0x7f) all++;
  }
  return all === 0 ? 0 : bad / all;
}

function byteOrderMark(bytes: Uint8Array): { readonly name: string; readonly length: number } | undefined {
  const starts = (...mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return { name: 'utf-8', length: 3 };
  if (starts(0xff, 0xfe, 0, 0)) return { name: 'utf-32le', length: 4 };
  if (starts(0, 0, 0xfe, 0xff)) return { name: 'utf-32be', length: 4 };
  if (starts(0xff, 0xfe)) return { name: 'utf-16le', length: 2 };
  if (starts(0xfe, 0xff)) return { name: 'utf-16be', length: 2 };
  if (starts(0x84, 0x31, 0x95, 0x33)) return { name: 'gb18030', length: 4 };
  return undefined;
}

/**
 * UTF-16 without a mark: either NUL bytes stand on one side of the pairs (Latin text), or the pairs read as common
 * East Asian characters in one order only. Strict UTF-8 without NUL is never taken for it.
 */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, Math.min(bytes.length, 8192) & ~1);
  if (head.length < 6) return undefined;
  const holdsNull = head.includes(0);
  if (!holdsNull && (bytes.length % 2 === 1 || isStrictUtf8(bytes))) return undefined;
  const little = wideScore('utf-16le', head);
  const big = wideScore('utf-16be', head);
  const best = Math.max(little, big);
  if (best < 0.6 || Math.abs(little - big) < 0.2) return undefined;
  // East Asian text without a space or line end holds no NUL; then a byte encoding that reads better is right.
  if (!holdsNull && (rankEncodings(head)[0]?.score ?? 0) + 0.2 > best) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** Mean plausibility over all characters, ASCII included: half of them are ASCII when byte pairs are read askew. */
function wideScore(name: string, head: Uint8Array): number {
  const text = decodeAs(name, head);
  const ascii = text.match(/[\t\n\f\r\x20-\x7e]/g)?.length ?? 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and its like count as wrong
  const controls = text.match(/[\x00-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
  const others = text.length - ascii - controls;
  if (text.length === 0) return 0;
  return (ascii * 0.9 - controls + others * plausibility(name, text.replace(/\p{ASCII}/gu, ''))) / text.length;
}

function decoded(bytes: Uint8Array, name: string, decidedBy: Charset['decidedBy']): DecodedText {
  const text = decodeAs(name, bytes);
  return { text, charset: { name, decidedBy, replaced: countReplaced(name, bytes, text) } };
}

function countReplaced(name: string, bytes: Uint8Array, text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  if (count === 0 || name !== 'utf-8') return count;
  // U+FFFD written in the source itself was read, not replaced.
  for (let i = 0; i + 2 < bytes.length; i++) {
    if (bytes[i] === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) count--;
  }
  return count;
}
