import { ok, type Result, refuse } from '../base/index.ts';
import type { Passage } from './claim.ts';
import type { Layer } from './layer.ts';
import { layerDigest } from './layer-digest.ts';

/** Context kept on either side, in characters (code points): at least what a W3C text quote needs to be found again. */
const CONTEXT_CHARACTERS = 32;

/** A span of a text in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface AnchorLost {
  readonly type: 'anchor-lost';
}

/** Where a passage stands now, and whether it stands where it was anchored or was found by the words around it. */
export type Resolved = Span & { readonly by: 'position' | 'context' };

/**
 * Anchors a span of a layer: its words, 32 characters on either side where the text has them, its position, and the
 * digest of the text. A cut inside a surrogate pair is widened to the whole character. Throws when the span is empty
 * or beyond the text, since callers take it from the layer.
 */
export function anchorPassage(layer: Layer, span: Span): Passage {
  return anchorIn(layer.text, layerDigest(layer), span);
}

/** As `anchorPassage`, for many passages of one layer whose digest is already known. */
export function anchorIn(text: string, digest: Passage['layer'], span: Span): Passage {
  if (!(span.start >= 0 && span.start < span.end && span.end <= text.length))
    throw new Error('no such span in the layer');
  const start = isInsidePair(text, span.start) ? span.start - 1 : span.start;
  const end = isInsidePair(text, span.end) ? span.end + 1 : span.end;
  return {
    layer: digest,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(stepBack(text, start, CONTEXT_CHARACTERS), start),
    suffix: text.slice(end, stepOn(text, end, CONTEXT_CHARACTERS)),
  };
}

/**
 * Finds a passage in a layer, which may be another version of the text it was anchored in. By position when words and
 * context stand there; else by context, when exactly one place has the quote between the same words, or failing that
 * on one side of the same words. Otherwise `anchor-lost`: a passage is never moved to a place that only looks alike.
 */
export function resolvePassage(layer: Layer, passage: Passage): Result<Resolved, AnchorLost> {
  const { text } = layer;
  const { start, end, quote, prefix, suffix } = passage;
  const sameText = layerDigest(layer) === passage.layer;
  if (text.slice(start, end) === quote && (sameText || standsBetween(text, start, end, prefix, suffix))) {
    return ok({ start, end, by: 'position' });
  }
  // In its own text the position is the truth; if the words are not there, the passage was tampered with.
  if (sameText || quote === '') return refuse({ type: 'anchor-lost' });
  const found = placesByContext(text, passage);
  const place = single(found.both) ?? (found.both.length === 0 ? single(found.one) : undefined);
  return place === undefined
    ? refuse({ type: 'anchor-lost' })
    : ok({ start: place, end: place + quote.length, by: 'context' });
}

/** UTF-16 offsets of a span in code points, as the W3C text position selector counts them. */
export function toCodePoints(text: string, span: Span): Span {
  const start = countCodePoints(text, 0, span.start);
  return { start, end: start + countCodePoints(text, span.start, span.end) };
}

/** The UTF-16 span that a W3C text position selector means; undefined when it reaches beyond the text or is reversed. */
export function fromCodePoints(text: string, span: Span): Span | undefined {
  if (!Number.isInteger(span.start) || !Number.isInteger(span.end) || span.start < 0 || span.end < span.start)
    return undefined;
  const start = stepExactly(text, 0, span.start);
  const end = start === undefined ? undefined : stepExactly(text, start, span.end - span.start);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function standsBetween(text: string, start: number, end: number, prefix: string, suffix: string): boolean {
  return text.slice(Math.max(0, start - prefix.length), start) === prefix && text.startsWith(suffix, end);
}

/** Shorter words around a quote do not tell one place from another when only one side of them agrees. */
const TELLING = 16;

function placesByContext(
  text: string,
  { quote, prefix, suffix }: Passage,
): { readonly both: number[]; readonly one: number[] } {
  const both: number[] = [];
  const one: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const before = text.slice(Math.max(0, at - prefix.length), at) === prefix;
    const after = text.startsWith(suffix, at + quote.length);
    if (before && after) both.push(at);
    if ((before && prefix.length >= TELLING) || (after && suffix.length >= TELLING)) one.push(at);
    // Two places are as lost as two thousand.
    if (both.length > 1) break;
  }
  return { both, one };
}

function single(places: readonly number[]): number | undefined {
  return places.length === 1 ? places[0] : undefined;
}

function isInsidePair(text: string, at: number): boolean {
  return isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function stepBack(text: string, from: number, characters: number): number {
  let at = from;
  for (let i = 0; i < characters && at > 0; i++) at -= isInsidePair(text, at - 1) ? 2 : 1;
  return at;
}

function stepOn(text: string, from: number, characters: number): number {
  let at = from;
  for (let i = 0; i < characters && at < text.length; i++) at += isInsidePair(text, at + 1) ? 2 : 1;
  return at;
}

function stepExactly(text: string, from: number, characters: number): number | undefined {
  let at = from;
  for (let i = 0; i < characters; i++) {
    if (at >= text.length) return undefined;
    at += isInsidePair(text, at + 1) ? 2 : 1;
  }
  return at;
}

function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += isInsidePair(text, at + 1) ? 2 : 1) count++;
  return count;
}
