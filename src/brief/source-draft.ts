import { canonicalJson } from '../base/index.ts';
import type { Attribution, Claim } from '../read/index.ts';
import type { BriefSource, Footnote, HeldBackReason, Segment } from './brief.ts';
import { type PublishableText, reasonsToHold, release, type SourceGuard } from './disclosure.ts';
import { contextReader, type PassageContext, type Span } from './passage-context.ts';
import { countHits, isAbout, type Query } from './query.ts';
import { type PlaceNames, placeOf, sentenceFor } from './sentence.ts';
import { factsReader } from './source-facts.ts';

/** A sentence before it has its number and section. */
export interface Draft {
  readonly rank: number;
  readonly order: number;
  readonly start: number;
  readonly place: string | undefined;
  readonly segments: readonly Segment[];
  readonly note: Footnote;
}

export interface SourceTask {
  readonly source: BriefSource;
  /** Place of the source among those searched. */
  readonly order: number;
  readonly query: Query;
  readonly guard: SourceGuard;
  readonly names: PlaceNames;
}

/** Claims that would be quoted in the same words: what one shows, all show. */
interface Quoted {
  readonly context: PassageContext;
  readonly claims: Claim[];
  /** Claims in the same words that are not told. */
  readonly beside: Claim[];
}

/** Drafts what one source says about a query. Each held-back set of reasons is one passage. */
export function draftSource(task: SourceTask): {
  readonly drafts: readonly Draft[];
  readonly held: readonly ReadonlySet<HeldBackReason>[];
} {
  const { source, query, guard } = task;
  let facts: ReturnType<typeof factsReader> | undefined;
  const drafts: Draft[] = [];
  const held: ReadonlySet<HeldBackReason>[] = [];
  for (const { context, claims, beside } of quotedTogether(source)) {
    const drafted = source.told === undefined ? claims.filter(isDrafted) : claims;
    if (!drafted.some((claim) => isAbout(query, textsOf(claim, context, source)))) continue;
    // A claim that is not about the query, or not told, stands in the same words, so its reasons count as well.
    const reasons = new Set(
      [...claims, ...beside].flatMap((claim) => reasonsToHold(claim, shownSpans(claim, context), source)),
    );
    // Most sources have nothing to say; their titles need no look.
    facts ??= factsReader(source, guard);
    const told: (Draft | { readonly reasons: ReadonlySet<HeldBackReason> })[] = [];
    if (reasons.size === 0) {
      for (const same of sameChains(drafted)) told.push(draftSentence(same, context, facts, task));
    }
    for (const one of told) if ('reasons' in one) for (const reason of one.reasons) reasons.add(reason);
    if (reasons.size > 0) held.push(reasons);
    else drafts.push(...told.filter((one) => 'note' in one));
  }
  return { drafts, held };
}

/** A draft is of figures and rules; whoever wants more of what was read accepts it first. */
function isDrafted({ kind, quantity }: Claim): boolean {
  return kind === 'statistic' || kind === 'rule' || quantity.length > 0;
}

function quotedTogether(source: BriefSource): Iterable<Quoted> {
  const contextOf = contextReader(source.layer);
  const groups = new Map<string, Quoted>();
  const groupOf = (claim: Claim): Quoted => {
    const context = contextOf(claim);
    const key = `${context.sentence.start}-${context.sentence.end}`;
    const group = groups.get(key) ?? { context, claims: [], beside: [] };
    groups.set(key, group);
    return group;
  };
  for (const claim of source.told ?? source.reading.claims) groupOf(claim).claims.push(claim);
  if (source.told !== undefined) for (const claim of source.reading.claims) groupOf(claim).beside.push(claim);
  return [...groups.values()].filter(({ claims }) => claims.length > 0);
}

/** Two claims of one sentence may be of different people; then the sentence is told once for each. */
function sameChains(claims: readonly Claim[]): readonly (readonly [Claim, ...Claim[]])[] {
  const groups = new Map<string, [Claim, ...Claim[]]>();
  for (const claim of claims) {
    const key = canonicalJson(claim.attribution.map(({ role, name }) => [role, name]));
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()];
}

function draftSentence(
  claims: readonly [Claim, ...Claim[]],
  context: PassageContext,
  { facts, documentTitle }: ReturnType<typeof factsReader>,
  { source, order, query, guard, names }: SourceTask,
): Draft | { readonly reasons: ReadonlySet<HeldBackReason> } {
  const reasons = new Set<HeldBackReason>();
  const publish = (text: string): PublishableText | undefined => {
    const released = release(text, guard);
    if (released.ok) return released.text;
    reasons.add(released.reason);
    return undefined;
  };
  const [first] = claims;
  const { start, end } = context.sentence;
  const quote = publish(source.layer.text.slice(start, end));
  const segments = sentenceFor(claims, context, source, names).flatMap(({ text, ...rest }): readonly Segment[] => {
    const published = publish(text);
    return published === undefined ? [] : [{ ...rest, text: published }];
  });
  const chain = first.attribution.map(({ role, name }: Attribution) => ({
    role,
    name: name === null ? undefined : publish(name),
  }));
  // Segments side by side make new neighbours: two harmless words can be a name together.
  publish(segments.map(({ text }) => text).join(''));
  if (quote === undefined || reasons.size > 0) return { reasons };
  const hits = Math.max(...claims.map(({ passage }) => countHits(query, passage.quote)));
  return {
    rank: hits * 100 + countHits(query, quote),
    order,
    start: first.passage.start,
    place: claims.flatMap((claim) => placeOf(claim, names) ?? [])[0],
    segments,
    note: {
      source: source.source,
      sha256: source.sha256,
      position: source.position,
      passages: claims.map(({ kind, passage }) => ({
        layer: passage.layer,
        start: passage.start,
        end: passage.end,
        kind,
      })),
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
