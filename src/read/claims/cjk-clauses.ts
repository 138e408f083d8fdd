import type { Span } from '../anchor.ts';
import { matchesIn } from '../matches.ts';

/** Where two statements of one sentence are joined; group 1 is what begins the second when it belongs to it. */
interface Joints {
  readonly pattern: RegExp;
  /** UTF-16 units that either side has at least. */
  readonly least: number;
}

const JOINTS: Readonly<Record<'zh' | 'ko', Joints>> = {
  // A semicolon, and a comma before a word that begins a statement of its own.
  zh: {
    pattern:
      /[;；]|[,，](?=但是?|而且?(?![是非])|同时|同時|并且?|並且?|此外|另外|其中|因此|因而|所以|然而|不过|不過|从而|從而|与此同时|與此同時|却)/gu,
    least: 8,
  },
  // A semicolon, and the endings that join two whole clauses: -며, -지만, -으나, -고 before a comma, -는데 before a comma.
  ko: {
    pattern:
      /[;；]|(?<=\p{Script=Hangul}(?:며|지만|(?:했|었|았|였|이|하)으나))[,，]?\s|(?<=(?:했|었|았|였|하|되|있|없|이)(?:고|는데))[,，]\s/gu,
    least: 12,
  },
};

/**
 * Cuts a stretch of a Chinese or Korean sentence where two statements are joined (docs/read-claims.md RC2). The whole stretch when nothing
 * joins. Nothing is cut inside `kept` spans, which are in text order. `text` is the layer's. One pass.
 */
export function cjkClauses(text: string, span: Span, lang: 'zh' | 'ko', kept: readonly Span[]): readonly Span[] {
  const { pattern, least } = JOINTS[lang];
  const clauses: Span[] = [];
  let { start } = span;
  const words = text.slice(span.start, span.end);
  for (const match of matchesIn(words, pattern)) {
    const at = span.start + match.index;
    const next = at + match[0].length;
    if (at - start < least || span.end - next < least) continue;
    if (kept.some((each) => each.start < at && at < each.end)) continue;
    clauses.push({ start, end: at });
    start = next;
  }
  return [...clauses, { start, end: span.end }];
}
