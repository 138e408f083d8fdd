import type { Line } from './byline-lines.ts';
import type { Found } from './layer.ts';
import type { PageData } from './page-data.ts';
import { bodyStart, clean, frontValue, located, type MetadataInput } from './stated-values.ts';

/** Who wrote a text, as it says itself (docs/read.md L41); undefined when it does not. */
export function authorOf(input: MetadataInput, page: PageData, lines: readonly Line[]): Found | undefined {
  const { text, drafted, blocks } = input;
  const front = frontValue(drafted, ['author', 'authors', 'by', 'byline', 'writer']);
  if (front !== undefined) return located(text, front, 'front-matter', bodyStart(blocks));
  const shown = shownAuthor(text, page, lines);
  const stated = statedAuthor(text, page);
  if (stated === undefined || shown === undefined) return stated ?? shown;
  // A site that gives itself as the author says less than the name that it prints.
  return isHouse(stated.value, page) && !isHouse(shown.value, page) ? shown : stated;
}

/** What the page tells machines. */
function statedAuthor(text: string, page: PageData): Found | undefined {
  const article =
    page.articles.find((each) => each.isArticle && each.author !== undefined) ??
    page.articles.find((each) => each.author !== undefined);
  if (article?.author !== undefined) return located(text, withoutHouse(clean(article.author), page), 'json-ld');
  const named = AUTHOR_METAS.flatMap((name) => page.metas.get(name) ?? []).find(
    (value) => !/^https?:|^@|facebook\.com/i.test(value),
  );
  const written = /^(?:written|posted) by$/i.test(page.metas.get('twitter:label1') ?? '')
    ? page.metas.get('twitter:data1')
    : undefined;
  const value = named ?? written;
  return value === undefined ? undefined : located(text, clean(value).replace(/^by\s+/i, ''), 'meta');
}

const AUTHOR_METAS: readonly string[] = [
  'citation_author',
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
];

/** What the page shows its readers: a line that says who wrote it, or what its markup calls the author. */
function shownAuthor(text: string, page: PageData, lines: readonly Line[]): Found | undefined {
  const marks = page.bylines.flatMap((byline) => nameIn(byline) ?? []);
  const line = lines.find(({ byline }) => byline.author !== undefined);
  if (line?.byline.author === undefined) {
    const [first] = marks;
    return first === undefined ? undefined : located(text, first, 'byline');
  }
  const { value, start, end } = line.byline.author;
  // The markup knows better than the line where a name ends.
  const marked = marks.find((mark) => mark !== value && (mark.startsWith(value) || value.startsWith(mark)));
  if (marked !== undefined) return located(text, marked, 'byline');
  return {
    value,
    from: line.byline.isDateline ? 'dateline' : 'byline',
    start: line.start + start,
    end: line.start + end,
  };
}

/** The name in an element that is marked as the author's: all of its text, or the first part of it that is one. */
function nameIn({ text, parts }: PageData['bylines'][number]): string | undefined {
  const cut = (words: string) =>
    words.replace(/^(?:by|written by|author|posted by|post by)\s*:?\s+/i, '').replace(/\s*[|•·].*$/, '');
  const whole = cut(text);
  if (isNameLike(whole)) return whole;
  return parts.map(cut).find((part) => !/\b(?:by|from|author)\s*:?$/i.test(part) && (isNameLike(part) || isNick(part)));
}

/** Names that people take in forums: one word, also without a capital. */
function isNick(text: string): boolean {
  return (
    /^[\p{L}_][\p{L}\p{N}_.-]{2,29}$/u.test(text) &&
    !/^(?:by|post(?:ed|s)?|written|the|and|author|admin|staff)$/i.test(text)
  );
}

function isNameLike(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 60 &&
    !/\d|https?:|@/.test(text) &&
    text.split(/\s+/).length <= 8 &&
    /^[\p{Lu}\p{Lo}]/u.test(text)
  );
}

function housesOf(page: PageData): readonly string[] {
  const publishers = page.articles.flatMap(({ publisher }) => publisher ?? []);
  return [...publishers, ...HOUSE_METAS.flatMap((name) => page.metas.get(name) ?? [])].map(clean);
}

const HOUSE_METAS: readonly string[] = ['og:site_name', 'application-name', 'publisher', 'dc.publisher'];

function isHouse(name: string, page: PageData): boolean {
  return housesOf(page).some((house) => house.toLowerCase() === name.toLowerCase());
}

/** `Name, The Daily` where The Daily is who publishes the page. */
function withoutHouse(name: string, page: PageData): string {
  const house = housesOf(page).find((each) => name.toLowerCase().endsWith(`, ${each.toLowerCase()}`));
  return house === undefined ? name : name.slice(0, -house.length - 2);
}
