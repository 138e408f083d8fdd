import type { SourceId } from '../base/index.ts';
import {
  type Brief,
  type BriefInput,
  type BriefSection,
  type BriefSentence,
  HELD_BACK_REASONS,
  type HeldBackReason,
} from './brief.ts';
import { type Guard, guardOf, guardSource, type PublishableText, release } from './disclosure.ts';
import { parseQuery } from './query.ts';
import { placeNames } from './sentence.ts';
import { type Draft, draftSource } from './source-draft.ts';

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
  const held: ReadonlySet<HeldBackReason>[] = [];
  // By source: one that speaks in an older text as well is still one.
  const became = new Map<SourceId, 'speaks' | 'heldBack' | 'silent'>();
  for (const [order, source] of input.sources.entries()) {
    const found = draftSource({ source, order, query, guard: guardSource(guard, source), names });
    drafts.push(...found.drafts);
    held.push(...found.held);
    // Where accepted claims alone count, a source without one was not searched.
    if (input.accepted !== undefined && source.told?.length === 0) continue;
    const now = found.drafts.length > 0 ? 'speaks' : found.held.length > 0 ? 'heldBack' : 'silent';
    const before = became.get(source.source) ?? 'silent';
    if (before === 'silent' || now === 'speaks') became.set(source.source, now);
  }
  const countOf = (what: 'heldBack' | 'silent'): number => [...became.values()].filter((each) => each === what).length;
  drafts.sort((a, b) => b.rank - a.rank || a.order - b.order || a.start - b.start);
  const shown = drafts.slice(0, input.limit ?? LIMIT);
  return {
    brief: input.brief,
    at: input.at,
    about: aboutOf(input.query, guard),
    sections: sectionsOf(shown, guard),
    searched: { sources: became.size, silent: countOf('silent'), heldBack: countOf('heldBack') },
    heldBack: { passages: held.length, reasons: tally(held) },
    leftOut: drafts.length - shown.length,
    ...(input.accepted !== undefined && { accepted: input.accepted }),
  };
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
