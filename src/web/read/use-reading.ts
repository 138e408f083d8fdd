import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ClaimView, ReviewAsk, SourceView, Span } from '../../serve/api.ts';
import type { AskOf } from '../api-client.ts';
import { passagePath } from '../routes.tsx';
import { useSay } from '../session.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import { kindWords, markId, stateWords, verdictWords } from './claim-words.ts';
import { selectedSpan, trimmedSpan } from './offsets.ts';
import { isWaiting, neighbour, nextWaiting, type Progress, popJudged, progressOf } from './queue.ts';
import { cursorSpan, moveCursor, type SentenceCursor } from './sentence-cursor.ts';
import { type Judging, useJudging } from './use-judging.ts';
import { useWordSnap } from './word-snap.ts';

/** What the pane is busy with. */
export type Mode =
  | { readonly type: 'look' }
  | { readonly type: 'reason'; readonly verdict: 'reject' | 'unsure' }
  | { readonly type: 'edit' }
  /** What was edited is looked at as it was saved, before somebody goes on. */
  | { readonly type: 'saved' }
  | { readonly type: 'make'; readonly span: Span };

export type Filter = 'all' | 'waiting';

/** A source as somebody is reading it: where they are, what is selected, and what they can do. */
export interface ReadingDesk {
  readonly view: SourceView;
  readonly ask: AskOf<'source'>;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly claims: readonly ClaimView[];
  readonly selected: ClaimView | undefined;
  readonly progress: Progress;
  readonly filter: Filter;
  readonly mode: Mode;
  readonly judging: Judging;
  readonly cursor: Span | undefined;
  /** What a claim would be made of: the selection, else the sentences under the cursor. */
  readonly passage: Span | undefined;
  readonly basis: Span | undefined;
  /** For screen readers: what just happened. */
  readonly said: string;
  readonly setFilter: (filter: Filter) => void;
  readonly setMode: (mode: Mode) => void;
  readonly select: (id: string, how?: { readonly focus?: boolean }) => void;
  readonly showBasis: (span: Span | undefined) => void;
  readonly judge: (verdict: ReviewAsk['verdict'], reason?: string) => void;
  readonly edit: (change: NonNullable<ReviewAsk['change']>, reason: string) => Promise<boolean>;
  readonly make: (change: AskOf<'claim-make'>['change'], span: Span, reason: string) => Promise<boolean>;
  readonly undo: () => void;
  /** To the next claim that waits. */
  readonly goOn: () => void;
  readonly beginMaking: () => void;
  /** Back to the text, where the reader was. */
  readonly leave: () => void;
}

/** `sought` is a passage that somebody came for: without a claim in the address, the one that stands there is selected. */
export function useReading(
  view: SourceView,
  ask: AskOf<'source'>,
  { claim, sought }: { readonly claim: string | undefined; readonly sought: Span | undefined },
): ReadingDesk {
  const say = useSay();
  const [, go] = useLocation();
  const root = useRef<HTMLDivElement>(null);
  const judging = useJudging(ask);
  const { claims } = view;
  const [filter, setFilter] = useState<Filter>('all');
  const [mode, setMode] = useState<Mode>({ type: 'look' });
  const [cursor, setCursor] = useState<SentenceCursor>();
  const [basis, setBasis] = useState<Span>();
  const [said, setSaid] = useState('');
  const marked = useSelection(root);
  useWordSnap(root, view.text, () => setSaid(say('reading.said.whole-words')));
  const source = view.line.source;

  const selected = useMemo(() => {
    const wanted = claims.find(({ id }) => id === claim);
    const there = claim === undefined ? sought : undefined;
    return (
      wanted ??
      (there && claims.find(({ span }) => span !== null && span.start < there.end && span.end > there.start)) ??
      claims.find(isWaiting) ??
      claims[0]
    );
  }, [claims, claim, sought]);
  const under = cursorSpan(view.sentences, cursor);
  const chosen = marked ?? under;
  const passage = chosen === undefined ? undefined : trimmedSpan(view.text, chosen);
  const progress = progressOf(claims, judging.pending);
  // What is to have the focus once the screen shows it.
  const wanted = useRef<string>(undefined);

  const select = (id: string, how: { readonly focus?: boolean } = {}): void => {
    if (how.focus === true) wanted.current = id;
    setBasis(undefined);
    setMode({ type: 'look' });
    if (id !== claim) go(passagePath(source, id), { replace: true });
    else if (how.focus === true) focusClaim(root.current, id);
  };
  useLayoutEffect(() => {
    if (wanted.current === undefined || wanted.current !== selected?.id) return;
    wanted.current = undefined;
    focusClaim(root.current, selected.id);
  }, [selected?.id]);
  useArrival(root, selected?.id);

  const leave = (): void => {
    setMode({ type: 'look' });
    if (under !== undefined) focusText(root.current);
    else if (selected !== undefined) focusClaim(root.current, selected.id);
  };
  const advance = (from: ClaimView, words: string): void => {
    const next = nextWaiting(claims, from.id, new Set([...judging.pending, from.id]));
    const following = claims.find(({ id }) => id === next);
    const { reviewed, total } = progressOf(claims, new Set([...judging.pending, from.id]));
    setSaid(
      following === undefined
        ? say('reading.said.last', { did: words, reviewed, total })
        : say('reading.said.next', { did: words, kind: kindWords(say, following.kind), reviewed, total }),
    );
    const inPane = isInPane(root.current);
    if (next === undefined) leave();
    else {
      select(next, { focus: !inPane });
      if (inPane) requestAnimationFrame(() => markOf(root.current, next)?.scrollIntoView({ block: 'nearest' }));
    }
  };
  const goOn = (): void => {
    const next = nextWaiting(claims, selected?.id, judging.pending);
    if (next === undefined) leave();
    else select(next, { focus: true });
  };
  /** Whether the claim was not seen whole: that is said, with what to do about it. */
  const isUnseen = (): boolean => {
    if (selected?.veiled !== true) return false;
    setSaid(say('reading.said.veiled'));
    return true;
  };
  const judge: ReadingDesk['judge'] = (verdict, reason) => {
    if (selected === undefined || judging.pending.has(selected.id)) return;
    if ((verdict === 'accept' || verdict === 'keep') && isUnseen()) return;
    void judging.review({
      ...ask,
      claim: selected.id,
      verdict,
      ...(reason === undefined || reason.trim() === '' ? {} : { reason }),
    });
    advance(selected, verdictWords(say, verdict === 'keep' ? 'accept' : verdict));
  };
  const edit: ReadingDesk['edit'] = async (change, reason) => {
    if (selected === undefined) return false;
    const kept = await judging.review({
      ...ask,
      ...{ claim: selected.id, verdict: 'edit', change },
      ...(reason.trim() === '' ? {} : { reason }),
    });
    if (kept) setMode({ type: 'saved' });
    return kept;
  };
  const make: ReadingDesk['make'] = async (change, span, reason) => {
    const made = await judging.make({
      ...ask,
      ...{ layer: view.layer ?? '', span, change },
      ...(reason.trim() === '' ? {} : { reason }),
    });
    if (made === undefined) return false;
    setSaid(say('reading.said.made'));
    setCursor(undefined);
    getSelection()?.removeAllRanges();
    select(made, { focus: true });
    return true;
  };
  const undo = (): void => {
    const { id, rest } = popJudged(judging.stack, claims);
    const of = id ?? (selected?.history.some(({ mine }) => mine) === true ? selected.id : undefined);
    if (of === undefined) {
      setSaid(say('error.nothing-to-undo'));
      return;
    }
    judging.setStack(rest);
    void judging.undo(of).then((done) => {
      if (done) setSaid(say('reading.said.undone'));
    });
    select(of, { focus: !isInPane(root.current) });
  };
  const beginMaking = (): void => {
    // What is selected at this moment: of its last change the browser may not have told yet.
    const marks = root.current === null ? undefined : selectedSpan(getSelection(), root.current);
    const span = (marks && trimmedSpan(view.text, marks)) ?? passage;
    if (span === undefined) setSaid(say('reading.said.no-passage'));
    else setMode({ type: 'make', span });
  };
  const move = (step: 1 | -1, extend: boolean): void => {
    const near = selected?.span?.start ?? 0;
    const next = moveCursor(view.sentences, cursor, { step, extend, near });
    setCursor(next);
    const span = cursorSpan(view.sentences, next);
    if (span !== undefined) setSaid(view.text.slice(span.start, span.end));
    getSelection()?.removeAllRanges();
    focusText(root.current);
    requestAnimationFrame(() => root.current?.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' }));
  };
  const step = (by: 1 | -1): void => {
    const id = neighbour(claims, selected?.id, by);
    const next = claims.find((one) => one.id === id);
    if (next === undefined) return;
    setSaid(`${kindWords(say, next.kind)}, ${stateWords(say, next.state)}`);
    select(next.id, { focus: true });
  };

  useShortcuts({
    'claim-accept': () => judge('accept'),
    'claim-reject': () => selected !== undefined && setMode({ type: 'reason', verdict: 'reject' }),
    'claim-unsure': () => selected !== undefined && setMode({ type: 'reason', verdict: 'unsure' }),
    'claim-edit': () => selected !== undefined && !isUnseen() && setMode({ type: 'edit' }),
    'claim-keep': () => selected?.changed != null && judge('keep'),
    'claim-undo': undo,
    'claim-next': () => step(1),
    'claim-previous': () => step(-1),
    'claim-make': beginMaking,
    'sentence-next': () => move(1, false),
    'sentence-previous': () => move(-1, false),
    'sentence-extend': () => move(1, true),
    'sentence-shrink': () => move(-1, true),
    'text-context': () => selected !== undefined && scrollToClaim(root.current, selected.id),
    'text-leave': () => {
      setCursor(undefined);
      setBasis(undefined);
    },
  });

  return {
    ...{ view, ask, root, claims, selected, progress, filter, mode, judging, cursor: under, passage, basis, said },
    ...{ setFilter, setMode, select, judge, edit, make, undo, goOn, beginMaking, leave },
    showBasis: (span) => {
      setBasis(span);
      requestAnimationFrame(() => root.current?.querySelector('[data-basis]')?.scrollIntoView({ block: 'center' }));
    },
  };
}

/** The words that are selected with the mouse, or with the browser's own keys. */
function useSelection(root: RefObject<HTMLDivElement | null>): Span | undefined {
  const [span, setSpan] = useState<Span>();
  const read = useCallback(() => {
    if (root.current === null) return;
    const found = selectedSpan(getSelection(), root.current);
    setSpan((before) => (before?.start === found?.start && before?.end === found?.end ? before : found));
  }, [root]);
  useEffect(() => {
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [read]);
  return span;
}

/** Brings the claim of the address, or the first that waits, into view when the screen opens, and gives it the keys. */
function useArrival(root: RefObject<HTMLDivElement | null>, id: string | undefined): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body && activeElement.closest('main') === null) return;
    // Whoever came for a passage is shown that, and not the claim that waits.
    if (location.hash !== '' || id === undefined || !focusClaim(root.current, id)) focusText(root.current);
  }, [root, id]);
}

function focusText(root: HTMLElement | null): void {
  root?.closest<HTMLElement>('[data-text]')?.focus({ preventScroll: true });
}

function markOf(root: HTMLElement | null, id: string): HTMLElement | null {
  const mark = document.getElementById(markId(id));
  return mark !== null && root?.contains(mark) === true ? mark : null;
}

/** False when the claim has no place in the text, or its place is folded. */
function focusClaim(root: HTMLElement | null, id: string): boolean {
  const mark = markOf(root, id);
  if (mark === null) {
    focusText(root);
    return false;
  }
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: 'nearest' });
  return true;
}

function scrollToClaim(root: HTMLElement | null, id: string): void {
  markOf(root, id)?.scrollIntoView({ block: 'center' });
}

/** Whether the keys are in the pane beside the text: whoever judges there with the mouse stays there. */
function isInPane(root: HTMLElement | null): boolean {
  const { activeElement } = document;
  return activeElement?.closest('[data-pane]') != null && root?.contains(activeElement) !== true;
}
