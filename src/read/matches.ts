/**
 * All matches of a global pattern in a text, in its order; none when it has none. As `matchAll` gives them, which makes a new expression
 * of the pattern at each call: that costs more than most sentences take to be searched.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new Error('a pattern that is not global would be found in one place for ever');
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    // What matches no character is looked for again one character on, not one half of it.
    if (match[0] === '')
      pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff && pattern.unicode ? 2 : 1;
    match = pattern.exec(text);
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];
