import { isProtected, type Mention, mentionsIn, VEIL } from '../read/index.ts';

/** Part of a passage, as it is shown: words that are protected written over, and where the found ones stand. */
export interface Snippet {
  readonly text: string;
  /** UTF-16 offsets in `text`, ascending. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** UTF-16 units shown before the first found word, and in all. */
const BEFORE = 60;
const SHOWN = 240;

/**
 * The part of a passage in which most of what was found stands together, with … where something is missing. `at` is where
 * the passage begins in the layer; `mentions` are those of the whole layer,
 * undefined when nobody read it here: nothing is then shown.
 */
export function snippetOf(
  passage: { readonly text: string; readonly marks: readonly { readonly start: number; readonly end: number }[] },
  { at, mentions }: { readonly at: number; readonly mentions: readonly Mention[] | undefined },
): Snippet {
  if (mentions === undefined) return { text: VEIL, marks: [] };
  const { text, marks } = passage;
  const [from, to] = windowOf(text, marks);
  const veiled = mentionsIn(mentions, at + from, at + to)
    .filter(isProtected)
    .map(({ start, end }) => ({ start: start - at, end: end - at }));
  const edges = [...new Set([from, to, ...[...veiled, ...marks].flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge >= from && edge <= to)
    .sort((a, b) => a - b);
  let shown = from > 0 ? '…' : '';
  const kept: { start: number; end: number }[] = [];
  let covered = false;
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    const holds = (span: { readonly start: number; readonly end: number }): boolean =>
      span.start <= start && end <= span.end;
    const begin = shown.length;
    const hidden = veiled.some(holds);
    // Neighbouring veils are one: their number is nobody's business either.
    if (!hidden) shown += text.slice(start, end);
    else if (!covered) shown += VEIL;
    covered = hidden;
    if (!marks.some(holds) || shown.length === begin) continue;
    const last = kept.at(-1);
    if (last?.end === begin) last.end = shown.length;
    else kept.push({ start: begin, end: shown.length });
  }
  return { text: to < text.length ? `${shown}…` : shown, marks: kept };
}

/** Where to begin and end: around the stretch that holds the most marks, at white space where there is some near. */
function windowOf(
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): readonly [number, number] {
  if (text.length <= SHOWN) return [0, text.length];
  let best = 0;
  let most = 0;
  let last = 0;
  for (const [i, { start }] of marks.entries()) {
    while (last < marks.length && (marks[last]?.end ?? 0) <= start + SHOWN - BEFORE) last++;
    if (last - i <= most) continue;
    most = last - i;
    best = start;
  }
  const from = wholeCharacter(text, edgeNear(text, Math.max(0, best - BEFORE)));
  return [from, wholeCharacter(text, edgeNear(text, Math.min(text.length, from + SHOWN)))];
}

function edgeNear(text: string, at: number): number {
  if (at === 0 || at >= text.length) return Math.min(at, text.length);
  const space = text.slice(at, at + 16).search(/\s/);
  return space === -1 ? at : at + space + 1;
}

function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
