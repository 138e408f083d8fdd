/** The words of a text between two places without the marks and spaces around them; null when none is left. */
export function trimmedWords(text: string, start: number, end: number): string | null {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  while (from < to && LOOSE.test(text[from] ?? '')) from++;
  while (to > from && LOOSE.test(text[to - 1] ?? '')) to--;
  return from < to ? text.slice(from, to) : null;
}

const LOOSE = /[\s,.;:、，。；：!?！？"“”]/;
