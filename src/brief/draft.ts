import type { Attribution, Claim } from '../read/index.ts';
import {
  type Brief,
  type BriefInput,
  type BriefPassage,
  type BriefSection,
  type BriefSentence,
  type BriefSource,
  type Footnote,
  HELD_BACK_REASONS,
  type HeldBackReason,
  type Segment,
} from './brief.ts';
import {
  type Guard,
  guardOf,
  guardSource,
  type PublishableText,
  reasonsToHold,
  release,
  type SourceGuard,
} from './disclosure.ts';
import { contextReader, type PassageContext, type Span } from './passage-context.ts';
import { countHits, isAbout, parseQuery, type Query } from './query.ts';
import { type PlaceNames, placeNames, placeOf, sentenceFor } from './sentence.ts';
import { factsReader } from './source-facts.ts';

const LIMIT = 60;

/**
 * Drafts one cited sentence for each claim about the query. Pure. What disclosure control holds back is
 * counted and stands nowhere in the result; nothing is merged, summed or judged. An empty query finds nothing.
 */
export function draftBrief(input: BriefInput): Brief {
  const query = parseQuery(input.query);
  const guard = guardOf(input.sources, input.packs);
  const names = placeNames(input.packs);
  const drafts: Draft[] = [];
  const held = new Map<string, Set<HeldBackReason>>();
  let silent = 0;
  let heldBackSources = 0;
  for (const [order, source] of input.sources.entries()) {
    const found = draftSource({ source, order, query, guard: guardSource(guard, source), names });
    drafts.push(...found.drafts);
    for (const [place, reasons] of found.held) held.set(`${order}:${place}`, reasons);
    if (found.drafts.length === 0) {
      if (found.held.size === 0) silent++;
      else heldBackSources++;
    }
  }
  drafts.sort((a, b) => b.rank - a.rank || a.order - b.order || a.start - b.start);
  const shown = drafts.slice(0, input.limit ?? LIMIT);
  return {
    brief: input.brief,
    at: input.at,
    about: aboutOf(input.query, guard),
    sections: sectionsOf(shown, guard),
    searched: { sources: input.sources.length, silent, heldBack: heldBackSources },
    heldBack: { passages: held.size, reasons: tally(held.values()) },
    leftOut: drafts.length - shown.length,
  };
}

/** A sentence before it has its number and section. */
interface Draft {
  readonly rank: number;
  readonly order: number;
  readonly start: number;
  readonly place: string | undefined;
  readonly segments: readonly Segment[];
  readonly note: Footnote;
}

interface SourceTask {
  readonly source: BriefSource;
  readonly order: number;
  readonly query: Query;
  readonly guard: SourceGuard;
  readonly names: PlaceNames;
}

function draftSource(task: SourceTask): {
  readonly drafts: readonly Draft[];
  readonly held: ReadonlyMap<string, Set<HeldBackReason>>;
} {
  const { source, query, guard } = task;
  const contextOf = contextReader(source.layer);
  let facts: ReturnType<typeof factsReader> | undefined;
  const drafts = new Map<string, Draft>();
  const held = new Map<string, Set<HeldBackReason>>();
  for (const claim of source.reading.claims) {
    const context = contextOf(claim);
    if (!isAbout(query, textsOf(claim, context, source))) continue;
    const hold = (reasons: readonly HeldBackReason[]): void => {
      const key = `${context.sentence.start}-${context.sentence.end}`;
      held.set(key, new Set([...(held.get(key) ?? []), ...reasons]));
    };
    const reasons = reasonsToHold(claim, shownSpans(claim, context), source);
    if (reasons.length > 0) {
      hold(reasons);
      continue;
    }
    // Most sources have nothing to say; their titles need no look.
    facts ??= factsReader(source, guard);
    const draft = draftClaim(claim, context, facts, task);
    if ('reasons' in draft) hold(draft.reasons);
    else addDraft(drafts, draft);
  }
  return { drafts: [...drafts.values()], held };
}

/** Claims that would be told in the very same words share one sentence. */
function addDraft(drafts: Map<string, Draft>, draft: Draft): void {
  const key = draft.segments.map(({ text }) => text).join('\u0000');
  const same = drafts.get(key);
  if (!same || same.note.quote !== draft.note.quote) drafts.set(same ? `${key}\u0000${draft.start}` : key, draft);
  else {
    const passages: readonly BriefPassage[] = [...same.note.passages, ...draft.note.passages];
    drafts.set(key, { ...same, rank: Math.max(same.rank, draft.rank), note: { ...same.note, passages } });
  }
}

function draftClaim(
  claim: Claim,
  context: PassageContext,
  { facts, documentTitle }: ReturnType<typeof factsReader>,
  { source, order, query, guard, names }: SourceTask,
): Draft | { readonly reasons: readonly HeldBackReason[] } {
  const reasons = new Set<HeldBackReason>();
  const publish = (text: string): PublishableText | undefined => {
    const released = release(text, guard);
    if (released.ok) return released.text;
    reasons.add(released.reason);
    return undefined;
  };
  const { start, end } = context.sentence;
  const quote = publish(source.layer.text.slice(start, end));
  const segments = sentenceFor(claim, context, source, names).flatMap(({ text, ...rest }): readonly Segment[] => {
    const published = publish(text);
    return published === undefined ? [] : [{ ...rest, text: published }];
  });
  const chain = claim.attribution.map(({ role, name }: Attribution) => ({
    role,
    name: name === null ? undefined : publish(name),
  }));
  // The words around the segments make new neighbours: "Chen" and "Wei" apart are two names, together a third.
  publish(segments.map(({ text }) => text).join(''));
  if (quote === undefined || reasons.size > 0) return { reasons: [...reasons] };
  const { layer, start: from, end: to } = claim.passage;
  const hits = countHits(query, claim.passage.quote) * 100 + countHits(query, quote) * 10;
  return {
    rank: hits,
    order,
    start: from,
    place: placeOf(claim, names),
    segments,
    note: {
      source: source.source,
      sha256: source.sha256,
      position: source.position,
      passages: [{ layer, start: from, end: to, kind: claim.kind }],
      quote,
      language: context.block?.language ?? 'und',
      ...facts,
      document: documentTitle(context),
      chain,
    },
  };
}

/** Where a claim's words are looked for: what a reader of the page would take it to be about. */
function textsOf(claim: Claim, context: PassageContext, { layer }: BriefSource): readonly string[] {
  const slice = ({ start, end }: Span): string => layer.text.slice(start, end);
  return [
    slice(context.sentence),
    ...context.headings.map(slice),
    context.document?.title?.value ?? '',
    layer.metadata.title?.value ?? '',
    ...claim.attribution.map(({ name }) => name ?? ''),
    ...claim.place.flatMap(({ stated, norm }) => [stated, norm ?? '']),
  ];
}

/** Everything of the layer that would be shown or was taken into the sentence. */
function shownSpans(claim: Claim, context: PassageContext): readonly Span[] {
  const bases = [
    claim.date?.basis,
    ...claim.place.map(({ basis }) => basis),
    ...claim.attribution.map(({ basis }) => basis),
  ];
  return [context.sentence, claim.passage, ...bases.flatMap((basis) => basis ?? [])];
}

/** Under places when at least half of the sentences have one, else under documents. */
function sectionsOf(drafts: readonly Draft[], guard: Guard): readonly BriefSection[] {
  const byPlace = drafts.filter(({ place }) => place !== undefined).length * 2 >= drafts.length;
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = byPlace ? (draft.place ?? '') : draft.note.source;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  // What has no place comes last, however well it fits.
  const rest = groups.get('');
  if (rest) {
    groups.delete('');
    groups.set('', rest);
  }
  let number = 0;
  return [...groups].map(([key, group]): BriefSection => {
    const sentences = group.map(({ segments, note }): BriefSentence => ({ number: ++number, segments, note }));
    if (!byPlace) {
      const note = group[0]?.note;
      return { by: 'document', heading: note?.title, language: note?.language ?? 'und', sentences };
    }
    const heading = release(key, guard);
    return key === '' || !heading.ok
      ? { by: 'rest', heading: undefined, language: 'en', sentences }
      : { by: 'place', heading: heading.text, language: 'en', sentences };
  });
}

function aboutOf(query: string, guard: Guard): PublishableText | undefined {
  const released = release(query, guard);
  return released.ok ? released.text : undefined;
}

/** Each passage once, under the first of its reasons. */
function tally(passages: Iterable<ReadonlySet<HeldBackReason>>): Partial<Record<HeldBackReason, number>> {
  const counts: Partial<Record<HeldBackReason, number>> = {};
  for (const reasons of passages) {
    const first = HELD_BACK_REASONS.find((reason) => reasons.has(reason)) ?? 'other';
    counts[first] = (counts[first] ?? 0) + 1;
  }
  return counts;
}
