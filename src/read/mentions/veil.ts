import type { Mention, Protection } from '../claim.ts';

/**
 * What holds nothing back by itself. The words for a group at risk name nobody, and what is published of it is an
 * aggregate; a count of ten or fewer of it is a mention of its own, and held.
 */
const SHOWN: ReadonlySet<Protection> = new Set<Protection>(['byline', 'public-figure', 'public', 'group-risk']);
/** What stands for protected words wherever they would be shown. */
export const VEIL = '▒▒▒';

/** Whether a mention's words must not be shown or published before a person decided. */
export function isProtected(mention: Pick<Mention, 'protection'>): boolean {
  return !SHOWN.has(mention.protection);
}

/**
 * A stretch of a layer's text for a screen, with every protected word in it replaced by ▒▒▒; words that reach into the
 * stretch from outside are covered too. `mentions` are those of the whole layer in text order, as `readMentions` gives
 * them. Bylines, public figures, published names and the words for
 * groups at risk stay. Returns '' for an empty stretch.
 */
export function veil(text: string, mentions: readonly Mention[], start: number, end: number): string {
  let shown = '';
  let at = start;
  for (const mention of mentionsIn(mentions, start, end)) {
    if (!isProtected(mention) || mention.end <= at) continue;
    // Two mentions that touch or overlap are one veil: their number is nobody's business either.
    if (mention.start > at || shown === '') shown += text.slice(at, Math.max(at, mention.start)) + VEIL;
    else if (!shown.endsWith(VEIL)) shown += VEIL;
    at = mention.end;
  }
  return at < end ? shown + text.slice(at, end) : shown;
}

/** The mentions that share at least one character with a stretch, in text order. Looks at those alone, not at all. */
export function mentionsIn(mentions: readonly Mention[], start: number, end: number): readonly Mention[] {
  const found: Mention[] = [];
  for (let i = firstNear(mentions, start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.start >= end) break;
    if (mention.end > start) found.push(mention);
  }
  return found;
}

/** Mentions are read from stretches of text of bounded length, so none that begins further back can reach here. */
const LONGEST_MENTION = 2000;

function firstNear(mentions: readonly Mention[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start - LONGEST_MENTION) low = middle + 1;
    else high = middle;
  }
  return low;
}
