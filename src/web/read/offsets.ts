import type { Span } from '../../serve/api.ts';

/**
 * A selection in the page as offsets of the text that is shown. Each paragraph and cell says in `data-start` where it begins; letters
 * are counted from there by walking text nodes. What the page adds and the text does not have carries `data-aside`.
 * Undefined when nothing of the text is selected.
 */
export function selectedSpan(selection: Selection | null, root: Element): Span | undefined {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return undefined;
  let first: number | undefined;
  let last: number | undefined;
  for (const unit of root.querySelectorAll<HTMLElement>('[data-start]')) {
    if (!range.intersectsNode(unit)) continue;
    const part = spanWithin(range, unit);
    if (part === undefined) continue;
    first ??= part.start;
    last = part.end;
  }
  return first === undefined || last === undefined ? undefined : { start: first, end: last };
}

function spanWithin(range: Range, unit: HTMLElement): Span | undefined {
  let at = Number(unit.dataset['start']);
  let start: number | undefined;
  let end = at;
  const walker = textWalker(unit);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (range.intersectsNode(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : length;
      if (to > from) {
        start ??= at + from;
        end = at + to;
      }
    }
    at += length;
  }
  return start === undefined ? undefined : { start, end };
}

/**
 * Selects a stretch of the text, with the end that moves where it was: behind, or before where the selection was drawn backwards. False,
 * and nothing is changed, when the stretch is not in the page.
 */
export function selectSpan(selection: Selection, root: Element, { start, end }: Span): boolean {
  const isBackwards = isDrawnBackwards(selection);
  const [first, last] = [placeOf(root, start, 'start'), placeOf(root, end, 'end')];
  if (first === undefined || last === undefined) return false;
  const [anchor, head] = isBackwards ? [last, first] : [first, last];
  selection.setBaseAndExtent(anchor.node, anchor.offset, head.node, head.offset);
  return true;
}

function isDrawnBackwards({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): boolean {
  if (anchorNode === null || focusNode === null) return false;
  if (anchorNode === focusNode) return focusOffset < anchorOffset;
  return (anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** Where a place of the text stands in the page: an end belongs to the letters before it, a beginning to those behind it. */
function placeOf(
  root: Element,
  at: number,
  side: 'start' | 'end',
): { readonly node: Node; readonly offset: number } | undefined {
  const unit = [...root.querySelectorAll<HTMLElement>('[data-start]')].findLast((one) =>
    side === 'start' ? Number(one.dataset['start']) <= at : Number(one.dataset['start']) < at,
  );
  if (unit === undefined) return undefined;
  let from = Number(unit.dataset['start']);
  const walker = textWalker(unit);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    const isIn = side === 'start' ? at < from + length : at <= from + length;
    if (isIn) return { node, offset: at - from };
    from += length;
  }
  return undefined;
}

/** Text nodes that are letters of the text; labels for those who do not see the marks are none. */
function textWalker(unit: Element): TreeWalker {
  return document.createTreeWalker(unit, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element) {
      return node.hasAttribute('data-aside') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    }
    return NodeFilter.FILTER_ACCEPT;
  });
}

/** A span without white space at its ends; undefined when nothing else is in it. Never begins or ends within a character. */
export function trimmedSpan(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  if (from >= to) return undefined;
  return { start: isInside(text, from) ? from - 1 : from, end: isInside(text, to) ? to + 1 : to };
}

function isInside(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
}
