import type { Span } from '../../serve/api.ts';

/** Sentences from `anchor` to `head`, which moves; both are numbers of sentences. */
export interface SentenceCursor {
  readonly anchor: number;
  readonly head: number;
}

/** Where the cursor goes; without one it begins at the first sentence at or behind `near`. */
export function moveCursor(
  sentences: readonly Span[],
  cursor: SentenceCursor | undefined,
  move: { readonly step: 1 | -1; readonly extend: boolean; readonly near: number },
): SentenceCursor | undefined {
  if (sentences.length === 0) return undefined;
  if (cursor === undefined) {
    const at = sentences.findIndex(({ end }) => end > move.near);
    const head = at < 0 ? sentences.length - 1 : at;
    return { anchor: head, head };
  }
  const head = Math.min(sentences.length - 1, Math.max(0, cursor.head + move.step));
  return { anchor: move.extend ? Math.min(cursor.anchor, sentences.length - 1) : head, head };
}

/** The words under the cursor, from the first sentence's beginning to the last one's end. */
export function cursorSpan(sentences: readonly Span[], cursor: SentenceCursor | undefined): Span | undefined {
  if (cursor === undefined) return undefined;
  const first = sentences[Math.min(cursor.anchor, cursor.head)];
  const last = sentences[Math.max(cursor.anchor, cursor.head)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}
