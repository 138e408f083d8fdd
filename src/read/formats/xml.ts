import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ok, type Result, refuse } from '../../base/index.ts';
import { declaredEncoding } from '../charset-declaration.ts';
import { decodeAs, isStrictUtf8 } from '../charset-label.ts';

/** An element of an XML document, its children in their order. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** As written; '' when there is none. */
  readonly prefix: string;
  /** The address that the prefix stands for; '' when there is none. */
  readonly space: string;
  /** By name as written, with prefix; values decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

/** A string is text: entities decoded, line ends `\n`, white space kept. */
export type XmlNode = XmlElement | string;

export interface XmlRefusal {
  readonly type: 'xml-refused';
  /** `not-supported`: it declares entities or a document type of its own. */
  readonly reason: 'damaged' | 'too-deep' | 'too-large' | 'not-supported';
}

export interface XmlLimits {
  readonly characters: number;
  /** Elements and ends of elements. */
  readonly tags: number;
  readonly depth: number;
}

export const XML_LIMITS: XmlLimits = { characters: 64 * 1024 * 1024, tags: 2_500_000, depth: 400 };

/**
 * Reads an XML document (docs/read-office.md X1 to X5). Entities are never declared nor fetched: only the five of XML and
 * numbered characters are decoded, an unknown name stays as written. Refuses what is not well formed, a DOCTYPE with
 * declarations, and what is beyond the limits. Returns the root element.
 */
export function parseXml(text: string, limits: XmlLimits = XML_LIMITS): Result<XmlElement, XmlRefusal> {
  if (text.length > limits.characters) return refuse({ type: 'xml-refused', reason: 'too-large' });
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (declaresEntities(source)) return refuse({ type: 'xml-refused', reason: 'not-supported' });
  const outline = outlineOf(source, limits);
  if (outline !== undefined) return refuse({ type: 'xml-refused', reason: outline });
  let parsed: unknown;
  try {
    if (XMLValidator.validate(source) !== true) return refuse({ type: 'xml-refused', reason: 'damaged' });
    parsed = parserOf(limits).parse(source);
  } catch {
    // Whatever the parser throws at this input says that the input is not well formed.
    return refuse({ type: 'xml-refused', reason: 'damaged' });
  }
  const roots = childrenOf(parsed, new Map()).filter((node) => typeof node !== 'string');
  const root = roots[0];
  if (root === undefined || roots.length > 1) return refuse({ type: 'xml-refused', reason: 'damaged' });
  return ok(root);
}

/**
 * Decodes and reads XML: byte order mark, then the encoding it declares, then UTF-8 as the standard has it. Refused when
 * the bytes are not text in that encoding.
 */
export function parseXmlBytes(bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): Result<XmlElement, XmlRefusal> {
  if (bytes.length > limits.characters * 2) return refuse({ type: 'xml-refused', reason: 'too-large' });
  const text = decodeXml(bytes);
  return text === undefined ? refuse({ type: 'xml-refused', reason: 'damaged' }) : parseXml(text, limits);
}

/** The text of XML bytes without a byte order mark; undefined when they are not text in the encoding they declare. */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decodeAs('utf-16le', bytes.subarray(2));
  if (a === 0xfe && b === 0xff) return decodeAs('utf-16be', bytes.subarray(2));
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const declared = marked ? 'utf-8' : (declaredEncoding(body.subarray(0, 1024)) ?? 'utf-8');
  if (declared === 'utf-8') return isStrictUtf8(body) ? decodeAs('utf-8', body) : undefined;
  return decodeAs(declared, body);
}

/** The value of an attribute by its name without prefix; one without a prefix is preferred. Undefined when absent. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  const plain = element.attributes.get(name);
  if (plain !== undefined) return plain;
  const ending = `:${name}`;
  for (const [key, value] of element.attributes) if (key.endsWith(ending)) return value;
  return undefined;
}

/** The child elements, all or those of a name without prefix. */
export function elementsOf(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element reached by these names, one level each; undefined when there is none. */
export function elementAt(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  for (const name of names) at = at === undefined ? undefined : elementsOf(at, name)[0];
  return at;
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Every element below of this name without prefix, in document order; not those inside one that was found. */
export function descendantsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : descendantsOf(child, name)));
}

/** Whether a document type declares anything before the root element, which is how entities come in. */
function declaresEntities(source: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at++;
    const close = source.startsWith('<?', at) ? '?>' : source.startsWith('<!--', at) ? '-->' : undefined;
    if (close === undefined) break;
    const end = source.indexOf(close, at + 2);
    if (end < 0) return false;
    at = end + close.length;
  }
  const rest = source.slice(at, at + 4096);
  return /^<!DOCTYPE\b[^>]*\[/i.test(rest) || /^<!(?!DOCTYPE\b[^>]*>)/i.test(rest);
}

/** Counts tags and depth before anything is built. A damaged document is left to the parser. */
function outlineOf(source: string, limits: XmlLimits): 'too-large' | 'too-deep' | undefined {
  // A tag with its attributes, whose values may hold `>`.
  const tag = /<[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/y;
  let tags = 0;
  let depth = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const close = source.startsWith('<![CDATA[', at) ? ']]>' : source.startsWith('<!--', at) ? '-->' : undefined;
    if (close !== undefined) {
      const end = source.indexOf(close, at + 4);
      if (end < 0) return undefined;
      at = end + close.length;
      continue;
    }
    tag.lastIndex = at;
    if (!tag.test(source)) return undefined;
    const next = source[at + 1];
    at = tag.lastIndex;
    if (next === '/') depth--;
    else if (next !== '?' && next !== '!' && source[at - 2] !== '/') depth++;
    if (++tags > limits.tags) return 'too-large';
    if (depth > limits.depth) return 'too-deep';
  }
  return undefined;
}

function parserOf(limits: XmlLimits): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    // Entities are decoded below, in text and attributes but never in CDATA.
    processEntities: false,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    cdataPropName: '#cdata',
    ignoreDeclaration: true,
    ignorePiTags: true,
    strictReservedNames: false,
    maxNestedTags: limits.depth + 8,
    jPath: false,
  });
}

/** Turns the parser's nodes into ours, letting go of each as it is read: both trees at once would take twice the memory. */
function childrenOf(nodes: unknown, spaces: ReadonlyMap<string, string>): readonly XmlNode[] {
  if (!Array.isArray(nodes)) return [];
  const found: XmlNode[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node: unknown = nodes[i];
    nodes[i] = undefined;
    if (typeof node !== 'object' || node === null) continue;
    const own = Object.entries(node).find(([key]) => key !== ':@');
    if (own === undefined) continue;
    const [tag, content] = own;
    if (tag === '#text') found.push(decodeEntities(String(content)).replace(/\r\n?/g, '\n'));
    else if (tag === '#cdata') found.push(cdataOf(content));
    else found.push(elementOf(tag, content, ':@' in node ? node[':@'] : undefined, spaces));
  }
  return found;
}

function cdataOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => (typeof part === 'object' && part !== null && '#text' in part ? String(part['#text']) : ''))
    .join('')
    .replace(/\r\n?/g, '\n');
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function elementOf(tag: string, content: unknown, stated: unknown, outer: ReadonlyMap<string, string>): XmlElement {
  let attributes = NO_ATTRIBUTES;
  let spaces = outer;
  if (typeof stated === 'object' && stated !== null) {
    const read = new Map<string, string>();
    const declared: [string, string][] = [];
    for (const [key, value] of Object.entries(stated)) {
      const decoded = decodeEntities(String(value));
      read.set(key, decoded);
      if (key === 'xmlns') declared.push(['', decoded]);
      else if (key.startsWith('xmlns:')) declared.push([key.slice(6), decoded]);
    }
    if (declared.length > 0) spaces = new Map([...outer, ...declared]);
    attributes = read;
  }
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  return {
    name: colon < 0 ? tag : tag.slice(colon + 1),
    prefix,
    space: spaces.get(prefix) ?? '',
    attributes,
    children: childrenOf(content, spaces),
  };
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    const forbidden = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
    return forbidden ? '\ufffd' : String.fromCodePoint(code);
  });
}
