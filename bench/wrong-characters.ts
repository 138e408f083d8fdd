/** How many characters of a page were wanted, and how many are to be put in, taken out or changed in what was read instead. */
export interface WrongCharacters {
  readonly wrong: number;
  readonly wanted: number;
}

/**
 * Counts over text in compatibility form (NFKC: full-width letters count as half-width ones), with one kind of quotation marks
 * and dashes. White space is left out, unless it is to count: then each run of it is one space.
 */
export function wrongCharacters(wanted: string, seen: string, spaces: 'left out' | 'counted'): WrongCharacters {
  const [own, other] = [wanted, seen].map((text) => charactersOf(text, spaces));
  return { wrong: distance(own ?? [], other ?? []), wanted: own?.length ?? 0 };
}

function charactersOf(text: string, spaces: 'left out' | 'counted'): readonly string[] {
  const plain = text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
  return [...(spaces === 'counted' ? plain.replace(/\s+/gu, ' ').trim() : plain.replace(/\s/gu, ''))];
}

/** How many characters are to be put in, taken out or changed. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, own] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const changed = (row[j] ?? 0) + (own === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
