import { parseFragment } from 'parse5';
import type { Language } from '../base/index.ts';
import { type Byline, readByline } from './byline.ts';
import { housePublisher } from './house-formula.ts';
import type { Block, Found, Metadata } from './layer.ts';
import { collectPageData, type PageData } from './page-data.ts';
import type { Drafted } from './read-layer.ts';
import { chineseScript } from './script-language.ts';
import { edtfOfMetadata, wholeDate } from './stated-date.ts';

export interface MetadataInput {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly drafted: Drafted;
}

/**
 * What a source says of itself, each value with the place it was taken from (docs/read.md L40 to L46). What machines
 * were meant to read comes before what people were meant to read; nothing is guessed, so a field may be absent.
 */
export function metadataOf(input: MetadataInput): Metadata {
  const page = collectPageData(input.drafted.trees);
  const lines = readLines(input);
  const found = {
    title: titleOf(input, page),
    author: authorOf(input, page, lines),
    publisher: publisherOf(input, page, lines),
    date: dateOf(input, page, lines),
    language: languageFound(input, page),
    address: addressOf(input, page),
  };
  // What the format says in fields of its own is what its writer meant to say.
  const all = { ...found, ...input.drafted.properties };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

type From = Found['from'];

function titleOf(input: MetadataInput, page: PageData): Found | undefined {
  const { text, blocks, drafted } = input;
  const front = frontValue(drafted, ['title', 'headline']);
  if (front !== undefined) return located(text, front, 'front-matter', bodyStart(blocks));
  const headline = page.articles.find((article) => article.isArticle && article.headline !== undefined)?.headline;
  const heading = page.headings.length === 1 ? page.headings[0] : undefined;
  const named = meta(page, [
    'citation_title',
    'og:title',
    'dc.title',
    'dcterms.title',
    'twitter:title',
    'parsely-title',
    'sailthru.title',
  ]);
  const site = meta(page, ['og:site_name', 'application-name']);
  // A heading that the page's own data repeats is the title as readers see it, without the name of the site behind it.
  if (
    heading !== undefined &&
    [headline, named, page.title].some((other) => other !== undefined && startsAlike(other, heading))
  ) {
    return located(text, heading, 'heading');
  }
  if (headline !== undefined) return located(text, clean(headline), 'json-ld');
  if (named !== undefined) return located(text, withoutSite(clean(named), site), 'meta');
  if (heading !== undefined && page.title === undefined) return located(text, heading, 'heading');
  if (page.title !== undefined && page.title !== '')
    return located(text, withoutSite(clean(page.title), site), 'title-element');
  const first = titleLine(input);
  return first === undefined
    ? undefined
    : { value: text.slice(first.start, first.end), from: 'heading', start: first.start, end: first.end };
}

/**
 * In a text without markup: the first heading before any running text, or the first of a few short lines that stand
 * together there. A heading further down names a section; then the text has no title.
 */
function titleLine({ text, blocks }: MetadataInput): { readonly start: number; readonly end: number } | undefined {
  for (const block of blocks) {
    if (block.kind === 'front-matter' || block.kind === 'control') continue;
    const words = text.slice(block.start, block.end);
    if (
      block.kind === 'heading' &&
      block.label === 'content' &&
      !/^(?:skip to|jump to|menu|home|search|read in|comments?$)/i.test(words)
    )
      return block;
    const [first = '', ...rest] = words.split('\n');
    if (rest.length === 0 && words.length > 160) return undefined;
    const short = rest.length >= 1 && rest.length <= 3 && words.length <= 300;
    if (
      short &&
      first.length >= 8 &&
      !/[.。!！?？,，;；:：]$/.test(first) &&
      /^[\p{Lu}\p{Lo}\p{N}"“‘「《【]/u.test(first) &&
      wholeDate(first) === undefined &&
      !/^(?:to|from|date|subject)\s?:/i.test(first)
    ) {
      return { start: block.start, end: block.start + first.trimEnd().length };
    }
  }
  return undefined;
}

function authorOf(input: MetadataInput, page: PageData, lines: readonly Line[]): Found | undefined {
  const { text, drafted, blocks } = input;
  const front = frontValue(drafted, ['author', 'authors', 'by', 'byline', 'writer']);
  if (front !== undefined) return located(text, front, 'front-matter', bodyStart(blocks));
  const article =
    page.articles.find((each) => each.isArticle && each.author !== undefined) ??
    page.articles.find((each) => each.author !== undefined);
  if (article?.author !== undefined) return located(text, clean(article.author), 'json-ld');
  const named = meta(page, [
    'citation_author',
    'article:author',
    'author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
  ]);
  if (named !== undefined && !/^https?:|^@|facebook\.com/i.test(named))
    return located(text, clean(named).replace(/^by\s+/i, ''), 'meta');
  const line = lines.find(({ byline }) => byline.author !== undefined);
  if (line?.byline.author !== undefined) {
    const { value, start, end } = line.byline.author;
    return {
      value,
      from: line.byline.isDateline ? 'dateline' : 'byline',
      start: line.start + start,
      end: line.start + end,
    };
  }
  const marked = page.bylines
    .map((byline) => byline.replace(/^(?:by|written by|author|posted by)\s*:?\s+/i, '').replace(/\s*[|•·].*$/, ''))
    .find((byline) => isNameLike(byline));
  return marked === undefined ? undefined : located(text, marked, 'byline');
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

function publisherOf(input: MetadataInput, page: PageData, lines: readonly Line[]): Found | undefined {
  const { text, drafted, blocks } = input;
  const front = frontValue(drafted, ['publisher', 'publication', 'site', 'site_name']);
  if (front !== undefined) return located(text, front, 'front-matter', bodyStart(blocks));
  const stated = lines.find(({ byline }) => byline.publisher !== undefined);
  if (stated?.byline.publisher !== undefined) {
    const { value, start, end } = stated.byline.publisher;
    return { value, from: 'byline', start: stated.start + start, end: stated.start + end };
  }
  const article =
    page.articles.find((each) => each.isArticle && each.publisher !== undefined) ??
    page.articles.find((each) => each.publisher !== undefined);
  if (article?.publisher !== undefined) return located(text, clean(article.publisher), 'json-ld');
  const named = meta(page, [
    'citation_publisher',
    'dc.publisher',
    'dcterms.publisher',
    'article:publisher',
    'publisher',
    'og:site_name',
    'application-name',
  ]);
  if (named !== undefined && !/^https?:|^@/i.test(named)) return located(text, clean(named), 'meta');
  const site = meta(page, ['og:site_name', 'application-name']);
  return site === undefined ? housePublisher(text, blocks) : located(text, clean(site), 'meta');
}

const DATE_METAS: readonly string[] = [
  'article:published_time',
  'og:article:published_time',
  'citation_publication_date',
  'citation_date',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'published_date',
  'article.published',
  'originalpublicationdate',
  'og:published_time',
  'og:release_date',
  'date',
  'displaydate',
  'created',
];

function dateOf(input: MetadataInput, page: PageData, lines: readonly Line[]): Found | undefined {
  const { drafted } = input;
  const front = frontValue(drafted, ['date', 'published', 'pubdate', 'created']);
  const frontDate = front === undefined ? undefined : edtfOfMetadata(front);
  if (frontDate !== undefined) return { value: frontDate, from: 'front-matter' };
  for (const article of [...page.articles].sort((a, b) => Number(b.isArticle) - Number(a.isArticle))) {
    const date = article.published === undefined ? undefined : edtfOfMetadata(article.published);
    if (date !== undefined) return { value: date, from: 'json-ld' };
  }
  for (const name of DATE_METAS) {
    const content = page.metas.get(name);
    const date = content === undefined ? undefined : edtfOfMetadata(content);
    if (date !== undefined) return { value: date, from: 'meta' };
  }
  const line = lines.find(({ byline, whole }) => byline.date !== undefined && (byline.isDateline || whole));
  if (line?.byline.date !== undefined && line.byline.isDateline) return lineDate(line);
  for (const stamp of page.times) {
    const date = edtfOfMetadata(stamp);
    if (date !== undefined) return { value: date, from: 'time-element' };
  }
  return line === undefined ? undefined : lineDate(line);
}

function lineDate({ start, byline }: Line): Found | undefined {
  const { date } = byline;
  return date === undefined
    ? undefined
    : { value: date.edtf, from: 'dateline', start: start + date.start, end: start + date.end };
}

interface Line {
  /** Where the block begins in the layer. */
  readonly start: number;
  readonly byline: Byline;
  /** The block says when, who or where from, and nothing else. */
  readonly whole: boolean;
}

/** Bylines stand at the head of an article, sometimes at its foot. */
const HEAD_BLOCKS = 20;
const FOOT_BLOCKS = 4;
/** Beyond this many blocks before the first paragraph of text there are menus, not a head. */
const MENU_BLOCKS = 400;

function readLines({ text, blocks, drafted }: MetadataInput): readonly Line[] {
  const body = blocks.filter((block) => block.kind !== 'front-matter' && block.kind !== 'control');
  const content = body.filter((block) => block.label === 'content');
  const firstContent = content[0] === undefined ? 0 : body.indexOf(content[0]);
  const around = body.slice(Math.max(0, Math.min(firstContent, MENU_BLOCKS) - 8), firstContent + HEAD_BLOCKS);
  // In a text without markup the head ends where running text begins: a date further down closes a document.
  const headEnd =
    drafted.trees.length > 0 ? -1 : around.findIndex((block) => isRunning(text.slice(block.start, block.end)));
  const head = new Set(headEnd < 0 ? around : around.slice(0, headEnd));
  const near = new Set([...around, ...content.slice(-FOOT_BLOCKS)]);
  const lines: Line[] = [];
  for (const block of near) {
    const words = text.slice(block.start, block.end);
    if (block.kind === 'heading' && words.length > 30 && !/[|｜]/.test(words)) continue;
    for (const line of shortLines(words)) addLine(lines, line.words, block.start + line.at, head.has(block));
  }
  return lines;
}

function isRunning(words: string): boolean {
  return words.length > 200 || (words.length >= 80 && /[.。!！?？]["'”’」』)）]*$/.test(words));
}

/** A few short lines that stand together are read one by one; anything else as a whole. */
function shortLines(words: string): readonly { readonly words: string; readonly at: number }[] {
  if (!words.includes('\n') || words.length > 400) return [{ words, at: 0 }];
  let at = 0;
  return words.split('\n').map((line) => {
    const from = at + (line.length - line.trimStart().length);
    at += line.length + 1;
    return { words: line.trim(), at: from };
  });
}

function addLine(lines: Line[], words: string, start: number, isHead: boolean): void {
  const byline = readByline(words);
  const whole =
    isHead &&
    (wholeDate(words) !== undefined ||
      (byline.date !== undefined && (byline.publisher !== undefined || byline.author !== undefined)));
  if (byline.author !== undefined || byline.publisher !== undefined || whole) lines.push({ start, byline, whole });
}

function languageFound({ text, blocks, drafted }: MetadataInput, page: PageData): Found | undefined {
  const shown = dominantLanguage(text, blocks);
  const front = frontValue(drafted, ['lang', 'language', 'locale']);
  const stated = front ?? page.language ?? meta(page, ['content-language', 'dc.language', 'og:locale', 'language']);
  const from: From = front !== undefined ? 'front-matter' : page.language !== undefined ? 'lang-attribute' : 'meta';
  const tag = stated === undefined ? undefined : languageTag(stated);
  // Templates say `en` over Korean text all the time: the text is the better witness where the two disagree.
  if (tag !== undefined && (shown === undefined || sameLanguage(tag, shown)))
    return { value: shown?.startsWith('zh-') ? shown : tag, from };
  return shown === undefined ? undefined : { value: shown, from: 'script-of-text' };
}

/** The language that most of the text is in, by characters; undefined when no block tells. */
export function dominantLanguage(text: string, blocks: readonly Block[]): Language | undefined {
  const chosen = blocks.some((block) => block.label === 'content')
    ? blocks.filter((block) => block.label === 'content')
    : blocks;
  const sizes = new Map<Language, number>();
  for (const block of chosen) {
    if (block.kind === 'front-matter') continue;
    const key = block.language.startsWith('zh') ? 'zh' : block.language;
    // A Han character or a syllable says as much as two or three letters.
    const weight = /^(?:zh|ko|ja)/.test(key) ? 2.5 : 1;
    if (key !== 'und') sizes.set(key, (sizes.get(key) ?? 0) + (block.end - block.start) * weight);
  }
  const best = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (best !== 'zh') return best;
  return chineseScript(chosen.map((block) => text.slice(block.start, block.end)).join(''));
}

function languageTag(stated: string): string | undefined {
  const [language, ...rest] = stated
    .trim()
    .replace(/_/g, '-')
    .split(/[-,\s]/);
  if (language === undefined || !/^[a-z]{2,3}$/i.test(language)) return undefined;
  const lower = language.toLowerCase();
  if (lower !== 'zh') return lower;
  const region = rest.join('-').toLowerCase();
  return /hant|tw|hk|mo/.test(region) ? 'zh-Hant' : /hans|cn|sg/.test(region) ? 'zh-Hans' : 'zh';
}

function sameLanguage(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0];
}

function addressOf({ text, drafted }: MetadataInput, page: PageData): Found | undefined {
  const front = frontValue(drafted, ['from', 'source', 'url', 'link', 'original_url', 'canonical', 'permalink']);
  if (front !== undefined && /^https?:\/\//i.test(front)) return located(text, front, 'front-matter');
  const address = [page.address, meta(page, ['og:url', 'twitter:url', 'parsely-link'])].find(
    (each) => each !== undefined && /^https?:\/\//i.test(each),
  );
  return address === undefined ? undefined : { value: address, from: 'meta' };
}

function frontValue(drafted: Drafted, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = drafted.frontMatter?.values.get(key);
    if (value !== undefined) return clean(value);
  }
  return undefined;
}

function meta(page: PageData, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = page.metas.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Character references that were escaped twice are common in metadata. */
function clean(value: string): string {
  const collapsed = value.replace(/\s+/g, ' ').trim();
  if (!/&(?:#\w{1,8}|[a-z]{2,10});/i.test(collapsed)) return collapsed;
  const node = parseFragment(collapsed.slice(0, 2000)).childNodes[0];
  return node !== undefined && 'value' in node ? node.value.trim() : collapsed;
}

/** A page's name often ends in the site's: `Title | Site`, `Title - Site`, `标题_栏目_网站`. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|｜–—-]\s+|\s*_\s*|\s+[»·•]\s+/);
  const first = parts[0]?.trim() ?? title;
  if (parts.length < 2) return title;
  const last = parts.at(-1)?.trim().toLowerCase() ?? '';
  if (site !== undefined && last === site.toLowerCase())
    return title.slice(0, title.toLowerCase().lastIndexOf(last)).replace(/[\s|｜–—_»·•-]+$/, '');
  return first.length >= 12 || /[\p{Script=Han}\p{Script=Hangul}]{5}/u.test(first) ? first : title;
}

function startsAlike(other: string, heading: string): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [a, b] = [fold(other), fold(heading)];
  return b.length >= 4 && (a.startsWith(b) || b.startsWith(a));
}

function bodyStart(blocks: readonly Block[]): number {
  return blocks.find((block) => block.kind !== 'front-matter')?.start ?? 0;
}

/** A value with its place in the layer's text, when it stands there. */
function located(text: string, value: string, from: From, after: number = 0): Found {
  const start = value === '' ? -1 : text.indexOf(value, after);
  return start < 0 ? { value, from } : { value, from, start, end: start + value.length };
}
