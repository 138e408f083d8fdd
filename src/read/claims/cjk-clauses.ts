import type { Span } from '../anchor.ts';
import { matchesIn } from '../matches.ts';
import { AT_ANOTHER_TIME, BEGINS_ANEW, COUNTS, GOES_ON, LEADS_IN, LEANS_ON } from './data/comma-words.ts';

/** Where two statements of one sentence may be joined. */
interface Joints {
  readonly pattern: RegExp;
  /** UTF-16 units that either side has at least. */
  readonly least: number;
}

const JOINTS: Readonly<Record<'zh' | 'ko', Joints>> = {
  // A semicolon and a comma; which commas, `joinsStatements` says.
  zh: { pattern: /[;；,，]/gu, least: 8 },
  // A semicolon, and the endings that join two whole clauses: -며, -지만, -으나, -고 before a comma, -는데 before a comma.
  ko: {
    pattern:
      /[;；]|(?<=\p{Script=Hangul}(?:며|지만|(?:했|었|았|였|이|하)으나))[,，]?\s|(?<=(?:했|었|았|였|하|되|있|없|이)(?:고|는데))[,，]\s/gu,
    least: 12,
  },
};

/** Words that begin a statement of its own behind a comma. */
const MARKS: RegExp =
  /^(?:但是?|而且?(?![是非])|同时|同時|并且?|並且?|此外|另外|其中|因此|因而|所以|然而|不过|不過|从而|從而|与此同时|與此同時|却)/u;

/** How much of a part is looked at on either side of a comma, and how much of one must stand there, in UTF-16 units. */
const LOOK = 40;
/** A part so long says something of its own. */
const LONG = 10;
const LEAST = { before: 6, behind: 4 } as const;

/**
 * Whether two statements meet at a comma or semicolon of a Chinese sentence: not where the part before it leads in (a condition, a time, a topic, who says
 * it) or the one behind goes on with it.
 */
function joinsStatements(
  words: string,
  { start, at }: { readonly start: number; readonly at: number },
  isMarked: boolean,
): boolean {
  const behind = words.slice(at + 1, at + 1 + LOOK).trimStart();
  if (isMarked && (/[;；]/u.test(words[at] ?? '') || MARKS.test(behind))) return true;
  const ahead = words.slice(Math.max(start, at - LOOK), at);
  const comma = Math.max(ahead.lastIndexOf('，'), ahead.lastIndexOf(','));
  const part = ahead.slice(comma + 1).replace(/^[“"「『]|[”"」』]$/gu, '');
  const next = /^[^，,。；;！？!?：:]*/u.exec(behind)?.[0] ?? '';
  if (at - start < LEAST.before || part.length < LEAST.before - 1 || next.length < LEAST.behind) return false;
  if (LEADS_IN.test(part) || LEANS_ON.test(part) || GOES_ON.test(behind)) return false;
  const isOwn =
    BEGINS_ANEW.test(behind) ||
    AT_ANOTHER_TIME.test(behind) ||
    (COUNTS.test(next) && COUNTS.test(part)) ||
    (next.length >= LONG && part.length >= LONG);
  return isOwn && !isBracketed(words.slice(start, at));
}

/** Whether a bracket is open at the end. */
function isBracketed(words: string): boolean {
  return /[（(][^）)]*$/u.test(words.slice(-200));
}

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
    const isMarked = at - start >= least && span.end - next >= least;
    if (!isMarked && lang === 'ko') continue;
    if (lang === 'zh' && !joinsStatements(words, { start: start - span.start, at: match.index }, isMarked)) continue;
    if (kept.some((each) => each.start < at && at < each.end)) continue;
    clauses.push({ start, end: at });
    start = next;
  }
  return [...clauses, { start, end: span.end }];
}
