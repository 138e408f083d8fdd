/** A line of the decoded source without its line end; offsets in UTF-16 units. */
export interface SourceLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits at `\n`, `\r\n` and lone `\r`. A form feed, as page breaks in plain text have it, ends a line too. */
export function linesOf(source: string, from: number = 0): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const ends = /\r\n|[\n\r\f\u2028\u2029]/g;
  ends.lastIndex = from;
  let start = from;
  for (let match = ends.exec(source); match !== null; match = ends.exec(source)) {
    lines.push({ text: source.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < source.length) lines.push({ text: source.slice(start), start, end: source.length });
  return lines;
}

export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/** Columns a text takes on a screen: East Asian characters count two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    columns +=
      code >= 0x1100 &&
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u.test(char)
        ? 2
        : 1;
  }
  return columns;
}
