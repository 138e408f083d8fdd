import {
  ALL_UNSEEN,
  type Claim,
  foldText,
  type HoldReason,
  isProtected,
  type Mention,
  mentionsIn,
  reasonsAgainstDraft,
  type ThemePack,
} from '../read/index.ts';
import type { BriefSource, HeldBackReason } from './brief.ts';
import { PLAIN_SIGNS } from './data/plain-signs.ts';
import { asPrinted } from './printable.ts';

declare const publishable: unique symbol;
/**
 * Text that may stand in a draft. Only this module makes it: whatever comes from a source is a plain string until it
 * was looked at here, and nothing that writes a file takes a plain string of a source.
 */
export type PublishableText = string & { readonly [publishable]: true };

/** What must not be shown anywhere, gathered once per draft. */
export interface Guard {
  /** Surfaces of persons, handles, contacts and numbers of all sources: a name protected here may stand in a title there. */
  readonly everywhere: ReadonlyMap<string, HeldBackReason>;
  /** Names of places finer than a county. */
  readonly finePlaces: ReadonlySet<string>;
}

/** A guard for one source: its small groups, ages and unnamed sources are looked for in all of its own text as well. */
export interface SourceGuard extends Guard {
  readonly here: ReadonlyMap<string, HeldBackReason>;
}

const REASONS: Readonly<Record<Mention['type'], HeldBackReason>> = {
  'low-count': 'small-group',
  age: 'age',
  source: 'unnamed-source',
  handle: 'handle',
  contact: 'handle',
  'document-number': 'handle',
  person: 'person',
  detail: 'other',
  group: 'other',
  organisation: 'other',
  place: 'other',
  site: 'other',
  practice: 'other',
};
/** What may stand in no source because it is protected in one: names, and whatever reaches or finds somebody. */
const EVERYWHERE: ReadonlySet<Mention['type']> = new Set<Mention['type']>([
  'person',
  'handle',
  'contact',
  'document-number',
]);
/** Tokens of a surface that are compared; a longer one is known by its beginning. */
const LONGEST = 12;
const RULE_REASONS: Readonly<Record<HoldReason, HeldBackReason>> = {
  'low-count': 'small-group',
  age: 'age',
  'unnamed-source': 'unnamed-source',
  handle: 'handle',
  person: 'person',
  operational: 'other',
  group: 'other',
  'unread-language': 'unread-language',
};

/** Gathers what no part of a draft may show. */
export function guardOf(sources: readonly BriefSource[], packs: readonly ThemePack[]): Guard {
  const everywhere = new Map<string, HeldBackReason>();
  for (const { reading } of sources) {
    for (const mention of reading.mentions) {
      if (EVERYWHERE.has(mention.type)) addMention(everywhere, mention);
    }
  }
  const finePlaces = new Set<string>();
  for (const { places } of packs) {
    const shown = new Set(places.filter(({ id, showAs }) => id === showAs).flatMap(({ names }) => names.map(nameKey)));
    for (const place of places) {
      if (place.showAs === undefined || place.showAs === place.id) continue;
      // A county and a village of one name: the county's may be shown, and the words do not tell which is meant.
      for (const key of place.names.map(nameKey)) if (!shown.has(key)) finePlaces.add(key);
    }
  }
  return { everywhere, finePlaces };
}

/** Adds what is protected in one source's own text. */
export function guardSource(guard: Guard, source: BriefSource): SourceGuard {
  const here = new Map<string, HeldBackReason>();
  for (const mention of source.reading.mentions) addMention(here, mention);
  return { ...guard, here };
}

/**
 * Why a claim may not be told in the words of the given spans of its layer; empty when it may. The reading room judges
 * the claim; a draft shows more than the claim's passage, so the mentions in all that it would show are looked at here.
 */
export function reasonsToHold(
  claim: Claim,
  spans: readonly { readonly start: number; readonly end: number }[],
  { layer, reading }: BriefSource,
): readonly HeldBackReason[] {
  const reasons = new Set((reasonsAgainstDraft(claim, reading.mentions, layer) ?? []).map((tag) => RULE_REASONS[tag]));
  for (const { start, end } of spans) {
    for (const mention of mentionsIn(reading.mentions, start, end)) {
      if (isProtected(mention)) reasons.add(REASONS[mention.type]);
    }
  }
  return [...reasons];
}

/**
 * The text as publishable, or why it is not: a protected word of any source in it, a place finer than a county, or a
 * plain sign of an age, a small group, an unnamed source or a handle. `text` is what stands together on the page. Looked at as it will be
 * printed and without what nobody sees: a soft hyphen within a name would hide it here and not on the page.
 */
export function release(
  text: string,
  guard: Guard | SourceGuard,
): { readonly ok: true; readonly text: PublishableText } | { readonly ok: false; readonly reason: HeldBackReason } {
  const printed = asPrinted(text);
  const reason = reasonIn(text, guard) ?? (printed === text ? undefined : reasonIn(printed, guard));
  if (isReleased(text, reason)) return { ok: true, text };
  return { ok: false, reason: reason ?? 'other' };
}

function isReleased(text: string, reason: HeldBackReason | undefined): text is PublishableText {
  return reason === undefined && text.isWellFormed();
}

function reasonIn(text: string, guard: Guard | SourceGuard): HeldBackReason | undefined {
  return reasonInside(text, guard) ?? plainReason(text);
}

function plainReason(text: string): HeldBackReason | undefined {
  const plain = text.replace(ALL_UNSEEN, '').normalize('NFKC');
  return PLAIN_SIGNS.find(({ pattern }) => pattern.test(plain))?.reason;
}

/** Looks up every run of up to twelve tokens, so the time is linear in the text, however much is guarded. */
function reasonInside(text: string, guard: Guard | SourceGuard): HeldBackReason | undefined {
  const tokens = tokensOf(text);
  for (let from = 0; from < tokens.length; from++) {
    let key = '';
    for (let to = from; to < tokens.length && to < from + LONGEST; to++) {
      key = key === '' ? (tokens[to] ?? '') : `${key} ${tokens[to] ?? ''}`;
      const reason = guard.everywhere.get(key) ?? ('here' in guard ? guard.here.get(key) : undefined);
      if (reason !== undefined) return reason;
      if (guard.finePlaces.has(key)) return 'fine-place';
    }
  }
  return undefined;
}

const TOKEN =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;

/** Words in folded form; of Chinese, Japanese and Korean, which do not part words reliably, each character. */
function tokensOf(text: string): readonly string[] {
  return foldText(text).text.match(TOKEN) ?? [];
}

function addMention(to: Map<string, HeldBackReason>, mention: Mention): void {
  const tokens = tokensOf(mention.surface);
  const key = keyOf(tokens);
  // "34" or "he" alone tells nothing, and would hold back every page.
  if (isProtected(mention) && (tokens.length > 1 || key.length > 2)) to.set(key, REASONS[mention.type]);
}

function keyOf(tokens: readonly string[]): string {
  return tokens.slice(0, LONGEST).join(' ');
}

function nameKey({ text }: { readonly text: string }): string {
  return keyOf(tokensOf(text));
}
