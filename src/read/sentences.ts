import type { Language } from '../base/index.ts';
import type { Span } from './anchor.ts';
import { BEFORE_NAMES, PERHAPS_LAST, STARTERS } from './data/abbreviations.ts';
import { columnsOf } from './text-lines.ts';

/**
 * Cuts a text into sentences (docs/read.md L60 to L66). Offsets only: the sentences are ascending, do not overlap, have
 * no white space at either end, and together hold everything that is not white space. One pass. Best given one block
 * at a time; a blank line always ends a sentence. The language decides only what a full stop after a Latin word means.
 */
export function sentencesOf(text: string, language: Language): readonly Span[] {
  const sentences: Span[] = [];
  let start = skipSpace(text, 0);
  let at = start;
  while (at < text.length) {
    const end = endAt(text, at, start, language);
    if (end === undefined) {
      at++;
      continue;
    }
    push(text, sentences, start, end);
    start = skipSpace(text, end);
    at = start;
  }
  push(text, sentences, start, text.length);
  return sentences;
}

function push(text: string, sentences: Span[], start: number, end: number): void {
  let last = end;
  while (last > start && isSpace(text[last - 1])) last--;
  if (last > start) sentences.push({ start, end: last });
}

const FULL_STOPS = '。！？｡．؟۔।';
const LATIN_STOPS = '.!?‽…';
const CLOSERS = '"\'”’»)]}」』）》】〉〕］｣';
const OPENERS = '"\'“‘«([{「『（《【〈〔［｢¿¡';

/** The end of the sentence whose last mark begins at `at`; undefined when no sentence ends there. */
function endAt(text: string, at: number, start: number, language: Language): number | undefined {
  const char = text[at] ?? '';
  if (char === '\n') return endsAtLine(text, at, start) ? at : undefined;
  const wide = FULL_STOPS.includes(char);
  if (!wide && !LATIN_STOPS.includes(char)) return undefined;
  let end = at + 1;
  while (end < text.length && (FULL_STOPS.includes(text[end] ?? '') || LATIN_STOPS.includes(text[end] ?? ''))) end++;
  const marks = text.slice(at, Math.min(end, at + 8));
  const closed = skipClosers(text, end);
  if (wide) {
    if (char === '．' && /\d/.test(text[at - 1] ?? '') && /[\d０-９]/.test(text[end] ?? '')) return undefined;
    return withNote(text, closed);
  }
  if (closed < text.length && !isSpace(text[closed])) {
    // Chinese and Japanese put no space after `!`, `?` and even `.`; a run of dots in them is a pause.
    const between = /[!?‽]$/.test(marks) && isWide(text, closed) && isWide(text, at - 1);
    return between ? closed : undefined;
  }
  const next = skipSpace(text, closed);
  if (next >= text.length) return text.length;
  if (!beginsSentence(text, next)) return undefined;
  if (marks === '.' && !stopEndsSentence(text, at, start, next, language)) return undefined;
  return withNote(text, closed);
}

/** A note's number belongs to the sentence before it: "… is given below. [1]" */
function withNote(text: string, end: number): number {
  const note = /^\s{0,3}(?:\[\d{1,3}\]|[¹²³⁴-⁹]+)/.exec(text.slice(end, end + 10));
  return note === null ? end : end + note[0].length;
}

/**
 * A single line end parts lines that were not filled: addresses, signatures, verses. In wrapped text, whose lines are
 * all about as long, it is only a space. A blank line always parts.
 */
function endsAtLine(text: string, at: number, start: number): boolean {
  const next = text[at + 1];
  if (next === '\n' || next === undefined) return true;
  const lineStart = Math.max(start, text.lastIndexOf('\n', at - 1) + 1, at - 200);
  const line = text.slice(lineStart, at).trim();
  if (line === '' || /[,;，、；-]$/.test(line)) return false;
  const begins = skipSpace(text, at + 1);
  return columnsOf(line) < 50 && beginsSentence(text, begins) && !/^[\p{Ll}]/u.test(text.slice(begins, begins + 2));
}

function stopEndsSentence(text: string, at: number, start: number, next: number, language: Language): boolean {
  const word = wordBefore(text, at, start);
  if (word === '') return true;
  const lower = word.toLowerCase();
  // "3." or "b." or "iv." at the head of a sentence numbers it.
  if (at - word.length <= start && /^(?:\d{1,3}|[a-z]|[ivx]{1,5})$/i.test(word)) return false;
  if (beforeNames.has(lower) && language !== 'ko' && !language.startsWith('zh')) {
    // "no." and "art." are words as well: then what follows is neither a number nor a name's initial.
    return (
      /^(?:no|in|art|ex|est|ed|c|v|m)$/.test(lower) && word === lower && !/^[\d§]/.test(text.slice(next, next + 1))
    );
  }
  // An initial ("J. Smith") or a chain of them ("U.S."): only a word that begins sentences ends one here.
  if (/^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word) || perhapsLast.has(lower)) return startsClearly(text, next);
  return true;
}

function startsClearly(text: string, next: number): boolean {
  const from = OPENERS.includes(text[next] ?? '') ? next + 1 : next;
  const word = /^\p{L}+/u.exec(text.slice(from, from + 20))?.[0];
  if (word === undefined) return from > next;
  return starters.has(word.toLowerCase()) || isWide(text, from);
}

/** Letters, digits and inner stops right before a full stop; at most 20 are looked at. */
function wordBefore(text: string, at: number, start: number): string {
  return /(?:[\p{L}\p{M}\d]+\.)*[\p{L}\p{M}\d]+$/u.exec(text.slice(Math.max(start, at - 20), at))?.[0] ?? '';
}

function beginsSentence(text: string, at: number): boolean {
  let from = at;
  while (from < at + 3 && OPENERS.includes(text[from] ?? ' ')) from++;
  const char = String.fromCodePoint(text.codePointAt(from) ?? 0x20);
  return !/^[\p{Ll},;:，；：、)\]}」』）]/u.test(char);
}

function skipClosers(text: string, from: number): number {
  let at = from;
  while (at < text.length && CLOSERS.includes(text[at] ?? '')) at++;
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text[at])) at++;
  return at;
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}

/** Whether an East Asian character stands at an index. */
function isWide(text: string, at: number): boolean {
  const code = text.codePointAt(Math.max(0, at)) ?? 0;
  return code >= 0x2e80 && !(code >= 0xac00 && code <= 0xd7a3);
}

const beforeNames: ReadonlySet<string> = new Set(BEFORE_NAMES.split(' '));
const perhapsLast: ReadonlySet<string> = new Set(PERHAPS_LAST.split(' '));
const starters: ReadonlySet<string> = new Set(STARTERS.split(' '));
