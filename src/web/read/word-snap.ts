import { type RefObject, useEffect, useRef } from 'react';
import type { Span } from '../../serve/api.ts';
import { selectedSpan, selectSpan } from './offsets.ts';

/** Letters of scripts that part their words by spaces, digits, and marks upon them; Han, kana and Thai do not part them. */
const IN_WORD =
  /(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{N}]/u;
/** What holds a word or a number together between two of them: don't, follow-up, 93,000, 1.5. */
const JOINS_LETTERS = /['’\-‑]/u;
const JOINS_DIGITS = /[.,]/u;

/**
 * A span that begins and ends with whole words where it began or ended within one: a name or a number that a mouse cut is no
 * longer the one of the text. Korean words are taken whole with their particles (eojeol); Han stays as it was selected.
 */
export function wholeWords(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from > 0 && isWithin(text, from)) from -= before(text, from).length;
  while (to < text.length && isWithin(text, to)) to += behind(text, to).length;
  return { start: from, end: to };
}

/** Whether a place stands within a word: both its neighbours are of one. */
function isWithin(text: string, at: number): boolean {
  const [left, right] = [before(text, at), behind(text, at)];
  if (IN_WORD.test(left)) return IN_WORD.test(right) || joins(left, right, behind(text, at + right.length));
  return IN_WORD.test(right) && joins(before(text, at - left.length), left, right);
}

function joins(left: string, sign: string, right: string): boolean {
  if (/\p{N}/u.test(left) && /\p{N}/u.test(right)) return JOINS_DIGITS.test(sign) || JOINS_LETTERS.test(sign);
  return JOINS_LETTERS.test(sign) && IN_WORD.test(left) && IN_WORD.test(right);
}

function before(text: string, at: number): string {
  return at <= 0 ? '' : String.fromCodePoint(text.codePointAt(isPair(text, at - 2) ? at - 2 : at - 1) ?? 0);
}

function behind(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function isPair(text: string, at: number): boolean {
  return at >= 0 && (text.codePointAt(at) ?? 0) > 0xff_ff;
}

/**
 * Takes whole words when a mouse lets go of a selection; what is selected by keys, also from there on, stays as it is. `onSnap` is told
 * when something was taken that was not drawn over.
 */
export function useWordSnap(root: RefObject<HTMLElement | null>, text: string, onSnap: () => void): void {
  const told = useRef(onSnap);
  told.current = onSnap;
  useEffect(() => {
    let isDrawing = false;
    const down = ({ target, pointerType, button }: PointerEvent): void => {
      isDrawing =
        pointerType === 'mouse' && button === 0 && target instanceof Node && root.current?.contains(target) === true;
    };
    const up = (): void => {
      if (!isDrawing) return;
      isDrawing = false;
      // The browser says what is selected once the button is up, and not before.
      requestAnimationFrame(() => {
        const selection = getSelection();
        const drawn = root.current === null ? undefined : selectedSpan(selection, root.current);
        if (selection === null || root.current === null || drawn === undefined) return;
        const whole = wholeWords(text, drawn);
        if (whole.start === drawn.start && whole.end === drawn.end) return;
        if (selectSpan(selection, root.current, whole)) told.current();
      });
    };
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    return () => {
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
    };
  }, [root, text]);
}
