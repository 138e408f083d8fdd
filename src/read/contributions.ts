import type { Block, Found } from './layer.ts';
import { SURNAMES as HAN_SURNAMES } from './mentions/data/chinese.ts';
import { COMMON_SURNAMES } from './mentions/data/korean.ts';

/** What one speaker of a roundtable or interview contributes: the blocks from one heading to the next. */
export interface Contribution {
  /** Indexes into the blocks that were given; `end` is the first block that is not part of it. */
  readonly first: number;
  readonly end: number;
  /** Undefined for what follows the last speaker under a heading that names nobody. */
  readonly speaker: Found | undefined;
}

/** Fewer headings than this that look like names prove nothing. */
const LEAST_SPEAKERS = 3;

/**
 * The contributions of a text whose speakers stand in headings (docs/read.md L50); none unless at least three headings of
 * one level name different people and have running text below them. A heading is taken for a name when it has the
 * shape of one and none of its words occurs in small letters anywhere in the text: those of "Limited Access" do, those
 * of a name do not. Every sentence below a name is that person's, so a doubtful heading is not taken.
 */
export function contributionsOf(text: string, body: readonly Block[]): readonly Contribution[] {
  const small = smallWords(text, body);
  const named = body.flatMap((block, i) => {
    if (block.kind !== 'heading' || !hasRunningText(text, body, i)) return [];
    const words = text.slice(block.start, block.end).trim();
    return isNameShaped(words) && !wordsOf(words).some((word) => small.has(word)) ? [{ i, block, words }] : [];
  });
  const level = commonestLevel(named.map(({ block }) => block.level ?? 0));
  const speakers = named.filter(({ block }) => (block.level ?? 0) === level);
  if (new Set(speakers.map(({ words }) => words)).size < LEAST_SPEAKERS) return [];
  const starts = new Map(speakers.map(({ i, block, words }) => [i, foundIn(block, words)]));
  const contributions: Contribution[] = [];
  let open: Omit<Contribution, 'end'> | undefined;
  for (const [i, block] of body.entries()) {
    const speaker = starts.get(i);
    const endsSpeech = open !== undefined && block.kind === 'heading' && (block.level ?? 0) <= level;
    if (speaker === undefined && !endsSpeech) continue;
    if (open !== undefined) contributions.push({ ...open, end: i });
    open = { first: i, speaker };
  }
  return open === undefined ? contributions : [...contributions, { ...open, end: body.length }];
}

function foundIn(block: Block, words: string): Found {
  return { value: words, from: 'heading', start: block.start, end: block.end };
}

/** Two to five capitalised words with initials and particles; or a Chinese or Korean name of two to four characters. */
function isNameShaped(words: string): boolean {
  if (/^[\p{Script=Han}]{2,4}$/u.test(words)) return HAN_SURNAMES.includes(words.slice(0, 1));
  if (/^\p{Script=Hangul}{2,4}$/u.test(words)) return COMMON_SURNAMES.includes(words.slice(0, 1));
  const parts = words.split(/\s+/);
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    parts.every((part) => /^(?:\p{Lu}[\p{L}\p{M}’'-]*\.?|de|da|del|der|di|la|le|van|von|bin|ibn|al|el|y)$/u.test(part))
  );
}

/** The words of a text that occur without a capital, but for those in headings themselves. */
function smallWords(text: string, body: readonly Block[]): ReadonlySet<string> {
  const small = new Set<string>();
  for (const block of body) {
    if (block.kind === 'heading') continue;
    for (const [word] of text.slice(block.start, block.end).matchAll(/(?<![\p{L}\p{M}.@/-])\p{Ll}[\p{L}\p{M}]{2,}/gu)) {
      small.add(word);
    }
  }
  return small;
}

function wordsOf(words: string): readonly string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length > 2);
}

function hasRunningText(text: string, body: readonly Block[], at: number): boolean {
  const next = body.slice(at + 1, at + 4).find((block) => block.end - block.start >= 80 || block.kind === 'heading');
  return next !== undefined && next.kind !== 'heading' && /\p{L}/u.test(text.slice(next.start, next.end));
}

function commonestLevel(levels: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}
