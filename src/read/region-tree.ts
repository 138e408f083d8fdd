import { ABOUT_NAMES, ASIDE_NAMES, BODY_NAMES, COMMENT_NAMES, CONSENT_NAMES } from './data/region-names.ts';
import type { DraftBlock, HtmlElement } from './draft.ts';
import { attributeOf } from './html-elements.ts';

/**
 * What an element's kind and names say of everything in it. `frame`: the site around the page, said by markup or certain
 * from its name; `aside`: named as something beside the text; `about`: lines about the article, captions; `text` says
 * nothing in particular.
 */
export type Part = 'text' | 'comments' | 'aside' | 'about' | 'frame';

/** An element that holds blocks, with what is known of it. */
export interface Region {
  readonly element: HtmlElement;
  readonly parent: Region | undefined;
  readonly part: Part;
  /** Names or markup say that the article's text is here. */
  readonly named: boolean;
  readonly depth: number;
}

/** A part that holds more of the page's running text than this is the text, whatever it is called. */
const TOO_MUCH = 0.4;

/**
 * The elements above the blocks of a page, outermost first, and the innermost one of each block. Each element is looked
 * at once however many blocks it holds, so deep nesting costs no more than its length. `proseOf` gives the characters
 * of running text in a block.
 */
export function regionsOf(
  blocks: readonly DraftBlock[],
  proseOf: (block: DraftBlock) => number,
): { readonly all: readonly Region[]; readonly of: ReadonlyMap<DraftBlock, Region> } {
  const elements = new Map<HtmlElement, number>();
  for (const block of blocks) {
    const path: HtmlElement[] = [];
    for (let at = block.element; at !== undefined && !elements.has(at); at = parentOf(at)) path.push(at);
    for (const element of path.reverse()) elements.set(element, 0);
    if (block.element !== undefined) elements.set(block.element, (elements.get(block.element) ?? 0) + proseOf(block));
  }
  const order = [...elements.keys()];
  for (let i = order.length - 1; i >= 0; i--) {
    const element = order[i];
    const parent = element === undefined ? undefined : parentOf(element);
    if (element !== undefined && parent !== undefined)
      elements.set(parent, (elements.get(parent) ?? 0) + (elements.get(element) ?? 0));
  }
  const total = Math.max(
    1,
    blocks.reduce((sum, block) => sum + proseOf(block), 0),
  );
  const regions = new Map<HtmlElement, Region>();
  for (const element of order) {
    const parent = parentOf(element);
    const share = (elements.get(element) ?? 0) / total;
    regions.set(element, regionOf(element, parent === undefined ? undefined : regions.get(parent), share));
  }
  const of = new Map<DraftBlock, Region>();
  for (const block of blocks) {
    const region = block.element === undefined ? undefined : regions.get(block.element);
    if (region !== undefined) of.set(block, region);
  }
  return { all: [...regions.values()], of };
}

function parentOf(element: HtmlElement): HtmlElement | undefined {
  const parent = element.parentNode;
  return parent !== null && 'tagName' in parent ? parent : undefined;
}

function regionOf(element: HtmlElement, parent: Region | undefined, share: number): Region {
  const outer = parent?.part ?? 'text';
  const names = namesOf(element);
  const said = partOf(element, names);
  const own = share > TOO_MUCH && said !== 'comments' && !CONSENT_NAMES.test(names) ? 'text' : said;
  return {
    element,
    parent,
    // What lies inside a part of the site stays there, whatever it is called.
    part:
      outer === 'frame' || (outer === 'aside' && own !== 'frame') || (outer !== 'text' && own === 'text') ? outer : own,
    named: isNamedBody(element, names),
    depth: (parent?.depth ?? 0) + 1,
  };
}

const LONGEST_NAMES = 400;

function namesOf(element: HtmlElement): string {
  let names = '';
  for (const { name, value } of element.attrs) {
    if (
      name === 'class' ||
      name === 'id' ||
      name === 'role' ||
      name === 'data-testid' ||
      name === 'data-component' ||
      name === 'itemprop'
    )
      names += ` ${value}`;
  }
  return names.slice(0, LONGEST_NAMES);
}

function partOf(element: HtmlElement, names: string): Part {
  const tag = element.tagName;
  // Names on the outermost elements speak of the whole page ("has-sidebar"), not of a part of it.
  if (tag === 'body' || tag === 'html' || tag === 'main') return 'text';
  if (tag === 'nav' || tag === 'footer' || tag === 'dialog') return 'frame';
  if (tag === 'aside' || tag === 'noscript') return 'aside';
  if (CONSENT_NAMES.test(names)) return 'frame';
  const role = attributeOf(element, 'role');
  if (
    role !== undefined &&
    /^(?:navigation|complementary|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist)$/.test(
      role,
    )
  )
    return 'frame';
  if (COMMENT_NAMES.test(names)) return 'comments';
  if (tag !== 'article' && ASIDE_NAMES.test(names) && !BODY_NAMES.test(names)) return 'aside';
  if (tag === 'figcaption' || tag === 'figure' || tag === 'caption') return 'about';
  if (tag !== 'article' && ABOUT_NAMES.test(names) && !BODY_NAMES.test(names)) return 'about';
  return 'text';
}

function isNamedBody(element: HtmlElement, names: string): boolean {
  if (/\barticlebody\b/i.test(attributeOf(element, 'itemprop') ?? '')) return true;
  return element.tagName !== 'body' && element.tagName !== 'html' && BODY_NAMES.test(names);
}
