import type { HtmlDocument, HtmlElement, HtmlNode } from './draft.ts';
import { attributeOf, SVG_NAMESPACE } from './html-elements.ts';

/** What the markup of a page says of the page, before anything is chosen from it. */
export interface PageData {
  /** `name`, `property` or `itemprop` of meta elements in lower case, with the first content given for each. */
  readonly metas: ReadonlyMap<string, string>;
  readonly title?: string;
  readonly headings: readonly string[];
  readonly language?: string;
  readonly address?: string;
  readonly articles: readonly ArticleData[];
  /** `datetime` of time elements, those marked as published first. */
  readonly times: readonly string[];
  /** Elements whose class, rel or itemprop says that they name the author: the text, and that of each element in it. */
  readonly bylines: readonly { readonly text: string; readonly parts: readonly string[] }[];
  /** Texts of elements whose class says that they are a date; only where the page has few of them. */
  readonly datedMarks: readonly string[];
}

/** What schema.org data (JSON-LD) says of an article or page. */
export interface ArticleData {
  readonly headline?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly isArticle: boolean;
}

const LONGEST_BYLINE = 120;
const LONGEST_DATE = 60;
/** A page with more dates than these is a list of others, each with its own. */
const MOST_DATES = 3;

/** Collects metadata from parsed HTML. Walks with a stack of its own; linear. */
export function collectPageData(trees: readonly HtmlDocument[]): PageData {
  const found: Findings = {
    metas: new Map(),
    headings: [],
    articles: [],
    published: [],
    times: [],
    bylines: [],
    dated: [],
  };
  const open: HtmlNode[] = [...trees].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('childNodes' in node)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i];
      if (child !== undefined) open.push(child);
    }
    if ('tagName' in node) collectFrom(node, found);
  }
  const { metas, headings, articles, published, times, bylines, dated, title, language, address } = found;
  return {
    metas,
    headings: headings.filter((text) => text !== ''),
    articles,
    times: [...published, ...times],
    bylines,
    datedMarks: new Set(dated).size <= MOST_DATES ? dated : [],
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    ...(address === undefined ? {} : { address }),
  };
}

interface Findings {
  readonly metas: Map<string, string>;
  readonly headings: string[];
  readonly articles: ArticleData[];
  readonly published: string[];
  readonly times: string[];
  readonly bylines: { readonly text: string; readonly parts: readonly string[] }[];
  readonly dated: string[];
  title?: string;
  language?: string;
  address?: string;
}

function collectFrom(element: HtmlElement, found: Findings): void {
  switch (element.tagName) {
    case 'html': {
      const language = attributeOf(element, 'lang')?.trim() || attributeOf(element, 'xml:lang')?.trim();
      if (language !== undefined && language !== '') found.language ??= language;
      break;
    }
    case 'title':
      if (element.namespaceURI !== SVG_NAMESPACE) found.title ??= textOf(element);
      break;
    case 'meta':
      collectMeta(element, found.metas);
      break;
    case 'link': {
      const address = attributeOf(element, 'href');
      if (address !== undefined && /\bcanonical\b/i.test(attributeOf(element, 'rel') ?? '')) found.address ??= address;
      break;
    }
    case 'script':
      if (/ld\+json/i.test(attributeOf(element, 'type') ?? ''))
        found.articles.push(...articlesOf(textOf(element, MOST_JSON)));
      break;
    case 'time': {
      const stamp = attributeOf(element, 'datetime');
      if (stamp !== undefined) (saysPublished(element) ? found.published : found.times).push(stamp);
      break;
    }
    case 'h1':
      found.headings.push(textOf(element));
      break;
    default:
      break;
  }
  if (found.bylines.length < 20 && namesAuthor(element)) {
    const text = textOf(element, LONGEST_BYLINE + 1);
    if (text !== '' && text.length <= LONGEST_BYLINE) found.bylines.push({ text, parts: partsOf(element) });
  }
  if (found.dated.length < 50 && isDateMark(element)) {
    const text = textOf(element, LONGEST_DATE + 1);
    if (/\d/.test(text) && text.length <= LONGEST_DATE) found.dated.push(text);
  }
}

function isDateMark(element: HtmlElement): boolean {
  if (/^(?:html|body|main|meta|link|input)$/.test(element.tagName)) return false;
  if (element.tagName === 'time') return attributeOf(element, 'datetime') === undefined;
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'itemprop') ?? ''}`;
  return /(?:^|[\s_-])(?:date|datetime|datepublished|pub-?date|published|posted-?on|timestamp)(?:$|[\s_-])/i.test(
    names.slice(0, 300),
  );
}

/** The text of each run in an element, as the markup parts them. */
function partsOf(element: HtmlElement): readonly string[] {
  const parts: string[] = [];
  const open: HtmlNode[] = [element];
  for (let node = open.pop(); node !== undefined && parts.length < 12; node = open.pop()) {
    if ('value' in node && node.nodeName === '#text') {
      const text = node.value.replace(/\s+/g, ' ').trim();
      if (text !== '') parts.push(text.slice(0, LONGEST_BYLINE));
    } else if ('childNodes' in node && !('tagName' in node && /^(?:script|style)$/.test(node.tagName)))
      open.push(...node.childNodes.toReversed());
  }
  return parts;
}

function collectMeta(element: HtmlElement, metas: Map<string, string>): void {
  const name = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? attributeOf(element, 'itemprop');
  const content = attributeOf(element, 'content')?.trim();
  const key = name?.toLowerCase().trim();
  if (key !== undefined && content !== undefined && content !== '' && !metas.has(key)) metas.set(key, content);
}

function saysPublished(time: HtmlElement): boolean {
  const marks = `${attributeOf(time, 'itemprop') ?? ''} ${attributeOf(time, 'class') ?? ''}`;
  return attributeOf(time, 'pubdate') !== undefined || /published/i.test(marks);
}

function namesAuthor(element: HtmlElement): boolean {
  if (element.tagName === 'meta' || element.tagName === 'link') return false;
  if (/^author$/i.test(attributeOf(element, 'rel') ?? '') || /\bauthor\b/i.test(attributeOf(element, 'itemprop') ?? ''))
    return true;
  const names = attributeOf(element, 'class') ?? '';
  return (
    /(?:^|[\s_-])(?:byline|author|authors|author[_-]?name|byline[_-]?name|post-author|entry-author)(?:$|\s)/i.test(
      names,
    ) && !/comment|bio|avatar|image|social|related/i.test(names)
  );
}

/** Text of an element with white space collapsed, at most `limit` characters of it. */
function textOf(element: HtmlElement, limit: number = 2000): string {
  const parts: string[] = [];
  let length = 0;
  const open: HtmlNode[] = [element];
  for (let node = open.pop(); node !== undefined && length < limit; node = open.pop()) {
    if ('value' in node && node.nodeName === '#text') {
      parts.push(node.value.slice(0, limit));
      length += node.value.length;
    } else if ('childNodes' in node) {
      if (node !== element && 'tagName' in node && /^(?:script|style)$/.test(node.tagName)) continue;
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i];
        if (child !== undefined) open.push(child);
      }
    }
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

const MOST_JSON = 1_000_000;
const MOST_JSON_NODES = 5000;

/** Articles in a JSON-LD text; what is no JSON, or nested beyond reason, says nothing. */
function articlesOf(json: string): readonly ArticleData[] {
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    return [];
  }
  const articles: ArticleData[] = [];
  const open: unknown[] = [root];
  for (let seen = 0; open.length > 0 && seen < MOST_JSON_NODES; seen++) {
    const node = open.shift();
    if (Array.isArray(node)) open.push(...node.slice(0, 500));
    else if (isRecord(node)) {
      const article = articleOf(node);
      if (article !== undefined) articles.push(article);
      if (node['@graph'] !== undefined) open.push(node['@graph']);
      if (node['mainEntity'] !== undefined) open.push(node['mainEntity']);
    }
  }
  return articles;
}

function articleOf(node: Readonly<Record<string, unknown>>): ArticleData | undefined {
  const type = [node['@type']]
    .flat()
    .filter((each) => typeof each === 'string')
    .join(' ');
  if (!/Article|Posting|Report|Page|Question|Review|Recipe|Video|Product|Course|Event|HowTo|Book/i.test(type))
    return undefined;
  const headline = nameOf(node['headline']) ?? nameOf(node['name']);
  const author = nameOf(node['author']) ?? nameOf(node['creator']);
  const publisher = nameOf(node['publisher']) ?? nameOf(node['sourceOrganization']);
  const published = nameOf(node['datePublished']) ?? nameOf(node['dateCreated']);
  return {
    isArticle: /Article|Posting|Report/i.test(type),
    ...(headline === undefined ? {} : { headline }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
  };
}

/** A name given as a string, as an object with a name, or as a list of either. */
function nameOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 20)
    .map((each) =>
      typeof each === 'string' ? each : isRecord(each) && typeof each['name'] === 'string' ? each['name'] : '',
    )
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '' && !/^https?:/i.test(name));
  return names.length > 0 ? [...new Set(names)].join(', ') : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
