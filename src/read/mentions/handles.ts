import type { Finding, Stretch } from './finding.ts';

// Bounded quantifiers over disjoint characters: linear.
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;
const AT = /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,40}/gu;
const NAMED_USER =
  /\b(?:[Uu]sers?|[Uu]sername|[Aa]ccount|[Hh]andle|[Nn]etizens?|[Bb]logger|[Nn]ickname)\s(?:named\s|called\s|name\s)?["“‘'「]([^"”’'」\n]{1,40})["”’'」]/gu;

/** Finds mail addresses, @names and "user ‘X’" in any language. */
export function findHandles(stretch: Stretch): Finding[] {
  const found: Finding[] = [];
  const push = (start: number, words: string): void => {
    const at = stretch.offset + start;
    found.push({ start: at, end: at + words.length, type: 'handle', protection: 'high', quasiIdentifiers: [] });
  };
  if (stretch.text.includes('@')) {
    for (const match of stretch.text.matchAll(MAIL)) push(match.index, match[0]);
    for (const match of stretch.text.matchAll(AT)) push(match.index, match[0].replace(/[.-]+$/, ''));
  }
  for (const match of stretch.text.matchAll(NAMED_USER)) {
    const name = match[1];
    if (name !== undefined) push(match.index + match[0].lastIndexOf(name), name);
  }
  return found;
}
