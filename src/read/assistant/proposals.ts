import { anchorIn, type Span } from '../anchor.ts';
import type { Claim, Reading } from '../claim.ts';
import { carriersOf } from '../claims/carriers.ts';
import { chainOf } from '../claims/chain.ts';
import { makeClaim } from '../claims/make-claim.ts';
import type { Layer } from '../layer.ts';
import { layerDigest } from '../layer-digest.ts';
import { type AnsweredClaim, readAnswer } from './answer.ts';
import { documentAt, type OpenPassage } from './passages.ts';
import { valuesIn } from './proposal-values.ts';
import { placedText, spacedOnce } from './word-places.ts';

/** Why a claim of an assistant's was thrown away. */
export const DROP_REASONS = [
  /** Not of the form that was asked for. */
  'unreadable',
  /** More claims in one answer than are looked at. */
  'too-many',
  /** It names a passage that was not sent with this question. */
  'passage-unknown',
  /** The words do not stand in the passage: invented, changed, or of another. */
  'quote-not-there',
  /** The words stand there, but cut through a word, or are too few to say anything. */
  'quote-cut',
  /** The words stand there more than once, and it does not say which is meant. */
  'place-unclear',
  /** The same words in the same place were proposed before. */
  'repeated',
  /** Daybook's own reader suggests the same. */
  'known',
  /** It says more than its text all the same. */
  'says-more',
] as const;

export type DropReason = (typeof DROP_REASONS)[number];

/** What is left of the answers to a layer's questions, and a count of everything that is not. */
export interface Proposals {
  readonly reader: Reading['reader'];
  readonly claims: readonly Claim[];
  /** By reason, those that happened. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** Words that were left out of claims that are kept, since their quotes do not hold them. */
  readonly valuesDropped: number;
  /** Answers in which no list of claims could be read. */
  readonly unreadableAnswers: number;
}

/** Which way of asking and checking made a proposal; rises with every change of it. */
const VERSION = '1';

/** Most proposals that are kept of one layer. */
const MOST_KEPT = 2000;

/**
 * Makes claims of what an assistant answered about a layer (docs/assistant.md A7, A8): each through `makeClaim`, its quote found letter
 * by letter in a passage that was sent with the question, every value held by the quote. Everything else is dropped and counted. Pure;
 * whatever the answers hold, it neither throws nor takes longer than their length and the layer's allow.
 */
export function proposalsFrom(
  layer: Layer,
  reading: Reading,
  model: string,
  answers: readonly { readonly passages: readonly OpenPassage[]; readonly content: string }[],
): Proposals {
  const dropped: Partial<Record<DropReason, number>> = {};
  const drop = (reason: DropReason, count = 1): void => {
    if (count > 0) dropped[reason] = (dropped[reason] ?? 0) + count;
  };
  const make = claimMaker(layer, reading);
  const claims: Claim[] = [];
  let valuesDropped = 0;
  let unreadableAnswers = 0;
  for (const { passages, content } of answers) {
    const answer = readAnswer(content);
    if (answer === undefined) {
      unreadableAnswers++;
      continue;
    }
    drop('too-many', answer.beyond);
    for (const answered of answer.claims) {
      const made = answered === undefined ? 'unreadable' : make(passages, answered);
      if (typeof made === 'string') drop(made);
      else if (claims.length >= MOST_KEPT) drop('too-many');
      else {
        claims.push(made.claim);
        valuesDropped += made.valuesDropped;
      }
    }
  }
  claims.sort((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end);
  return {
    reader: { name: `assistant:${model}`, version: VERSION },
    claims,
    dropped,
    valuesDropped,
    unreadableAnswers,
  };
}

type Made = { readonly claim: Claim; readonly valuesDropped: number } | DropReason;

function claimMaker(
  layer: Layer,
  reading: Reading,
): (passages: readonly OpenPassage[], answered: AnsweredClaim) => Made {
  const { text } = layer;
  const digest = layerDigest(layer);
  const carriers = carriersOf(layer);
  const known = [...reading.claims].sort((a, b) => a.passage.start - b.passage.start);
  const seen = new Set<string>();
  return (passages, answered) => {
    const passage = passages[answered.passage - 1];
    if (passage === undefined) return 'passage-unknown';
    const span = placeOf(text.slice(passage.start, passage.end), answered);
    if (typeof span === 'string') return span;
    const [start, end] = [passage.start + span.start, passage.start + span.end];
    if (seen.has(`${start}-${end}`)) return 'repeated';
    seen.add(`${start}-${end}`);
    const here = overlapping(known, start, end);
    if (
      here.some((claim) => claim.passage.start === start && claim.passage.end === end && claim.kind === answered.kind)
    )
      return 'known';
    const document = documentAt(layer, start);
    const { sources, dropped, ...values } = valuesIn(placedText(text.slice(start, end)), answered, {
      language: passage.language,
      known: here,
    });
    const draft: Claim = {
      ...values,
      kind: answered.kind,
      passage: anchorIn(text, digest, { start, end }),
      attribution: chainOf(sources, document, carriers),
      signal: null,
    };
    const claim = madeOf(text, draft) ?? madeOf(text, { ...draft, date: draft.date && { ...draft.date, norm: null } });
    return claim === undefined ? 'says-more' : { claim, valuesDropped: dropped };
  };
}

/** Every claim goes through the one door that all claims go through; here, and only here, its refusal is expected. */
function madeOf(text: string, draft: Claim): Claim | undefined {
  try {
    return makeClaim(text, draft);
  } catch {
    return undefined;
  }
}

/** Fewer units than this say nothing that could be reviewed. */
const LEAST = 4;

function placeOf(passage: string, { quote, occurrence }: AnsweredClaim): Span | DropReason {
  const placed = placedText(passage);
  const places = placed.places(quote);
  if (places.length === 0) return placed.holdsCut(quote) ? 'quote-cut' : 'quote-not-there';
  if (spacedOnce(quote).length < LEAST) return 'quote-cut';
  if (occurrence === undefined && places.length > 1) return 'place-unclear';
  return places[(occurrence ?? 1) - 1] ?? 'place-unclear';
}

/** Passages of the reader's claims are sentences or less, and those are cut at a bounded length. */
const LONGEST_CLAIM = 4000;

function overlapping(claims: readonly Claim[], start: number, end: number): readonly Claim[] {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((claims[middle]?.passage.start ?? 0) < start - LONGEST_CLAIM) low = middle + 1;
    else high = middle;
  }
  const found: Claim[] = [];
  for (let i = low; i < claims.length; i++) {
    const claim = claims[i];
    if (claim === undefined || claim.passage.start >= end) break;
    if (claim.passage.end > start) found.push(claim);
  }
  return found;
}
