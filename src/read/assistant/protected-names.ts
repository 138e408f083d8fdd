import type { Mention } from '../claim.ts';
import { isProtected } from '../mentions/veil.ts';

/** Names that were found protected somewhere in a layer. */
export interface ProtectedNames {
  /** Whether one of them stands in a text, whatever was marked there. */
  readonly occurIn: (text: string) => boolean;
}

/**
 * Names of persons, handles, numbers, organisations and places that a layer's mentions protect: where one was marked once and not
 * a second time, the second place is held back too. Ages, small counts and "a resident" are no names. Looking for them takes time by
 * the length of the text, however many there are.
 */
export function protectedNames(mentions: readonly Mention[]): ProtectedNames {
  const names = new Set<string>();
  /** Lengths of the names that begin with these two units. */
  const lengths = new Map<string, Set<number>>();
  for (const mention of mentions) {
    const name = folded(mention.surface).trim();
    if (!isProtected(mention) || !NAMED.has(mention.type) || name.length < 2 || name.length > LONGEST) continue;
    names.add(name);
    const head = name.slice(0, 2);
    lengths.set(head, (lengths.get(head) ?? new Set()).add(name.length));
  }
  return {
    occurIn: (given) => {
      if (names.size === 0) return false;
      const text = folded(given);
      for (let at = 0; at + 1 < text.length; at++) {
        for (const length of lengths.get(text.slice(at, at + 2)) ?? []) {
          if (names.has(text.slice(at, at + length)) && standsFree(text, at, at + length)) return true;
        }
      }
      return false;
    },
  };
}

const NAMED: ReadonlySet<Mention['type']> = new Set<Mention['type']>([
  'person',
  'handle',
  'contact',
  'document-number',
  'organisation',
  'place',
]);
const LONGEST = 60;

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase();
}

/** "Ann" does not stand in "annual"; Han and Hangul names take particles. */
function standsFree(text: string, start: number, end: number): boolean {
  const isLatin = (at: number): boolean => /[\p{Script=Latin}\d]/u.test(text[at] ?? '');
  return !(isLatin(start) && isLatin(start - 1)) && !(isLatin(end - 1) && isLatin(end));
}
