import type { HtmlElement } from './draft.ts';

/**
 * What each element does to the text, after the rendering section of the HTML standard (15.3) and the behaviour of
 * `innerText`. Elements not named here are inline.
 */

/** Never shown, whatever the style sheet of the page commonly says (15.3.1), and fallbacks that browsers do not show. */
const NEVER_SHOWN: ReadonlySet<string> = new Set([
  'area',
  'audio',
  'base',
  'basefont',
  'canvas',
  'datalist',
  'head',
  'iframe',
  'link',
  'meta',
  'meter',
  'noembed',
  'noframes',
  'param',
  'progress',
  'script',
  'source',
  'style',
  'template',
  'title',
  'track',
  'video',
]);

/** Parts of SVG and MathML that describe or define and are not drawn themselves. */
const NEVER_DRAWN: ReadonlySet<string> = new Set([
  'annotation',
  'annotation-xml',
  'clipPath',
  'defs',
  'desc',
  'linearGradient',
  'marker',
  'mask',
  'metadata',
  'pattern',
  'radialGradient',
  'script',
  'style',
  'symbol',
  'title',
]);

/** Start and end a block. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'button',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'listing',
  'main',
  'marquee',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'option',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'select',
  'summary',
  'table',
  'tbody',
  'td',
  'textarea',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'xmp',
]);

/** Elements that keep white space as written. */
export const PREFORMATTED: ReadonlySet<string> = new Set(['listing', 'plaintext', 'pre', 'textarea', 'xmp']);

/** Input types whose value stands on the screen. */
export const SHOWN_INPUTS: ReadonlySet<string> = new Set([
  '',
  'button',
  'date',
  'datetime-local',
  'email',
  'month',
  'number',
  'reset',
  'search',
  'submit',
  'tel',
  'text',
  'time',
  'url',
  'week',
]);

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const MATHML_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';

/** An attribute's value; undefined when the element does not carry it. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}

/**
 * Whether an element and all in it is kept from the reader by the page's own markup: `hidden`, an unopened dialog or
 * popover, `display: none` in its style attribute. Style sheets are not applied: what they hide is kept. The root and
 * the body are never hidden, since pages that hide them show them again by script.
 */
export function isHidden(element: HtmlElement): boolean {
  const name = element.tagName;
  if (name === 'html' || name === 'body') return false;
  if (isNeverShown(element)) return true;
  let open = false;
  let closed = name === 'dialog';
  for (const attribute of element.attrs) {
    // Pages streamed by React arrive in hidden containers `S:0`, `S:1` …, put in place by the page's own script.
    if (attribute.name === 'id' && /^S:[\da-f]+$/.test(attribute.value)) open = true;
    else if (attribute.name === 'hidden' || attribute.name === 'popover') closed = true;
    else if (attribute.name === 'open') open = true;
    else if (attribute.name === 'style' && /(?:^|;)\s*display\s*:\s*none\b/i.test(attribute.value)) return true;
  }
  return closed && !open;
}

/** Whether an element's content is no text for readers, by its kind alone: scripts, titles, definitions of drawings. */
export function isNeverShown(element: HtmlElement): boolean {
  const foreign = element.namespaceURI === SVG_NAMESPACE || element.namespaceURI === MATHML_NAMESPACE;
  return (foreign ? NEVER_DRAWN : NEVER_SHOWN).has(element.tagName);
}
