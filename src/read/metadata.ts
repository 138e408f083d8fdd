import type { Language } from '../base/index.ts';
import { type Line, readLines } from './byline-lines.ts';
import { headDateOf } from './head-date.ts';
import { housePublisher } from './house-formula.ts';
import { imprintOf } from './imprint.ts';
import type { Block, Found, Metadata } from './layer.ts';
import { authorOf } from './page-author.ts';
import { collectPageData, type PageData } from './page-data.ts';
import { titleOf } from './page-title.ts';
import { chineseScript } from './script-language.ts';
import { edtfOfMetadata, wholeDate } from './stated-date.ts';
import { bodyStart, clean, type From, frontValue, located, type MetadataInput, meta } from './stated-values.ts';

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
  if (site !== undefined) return located(text, clean(site), 'meta');
  return housePublisher(text, blocks) ?? siteInTitle(text, page) ?? imprintOf(text, blocks);
}

/** `Title - Site`, where the heading of the page is the title without it. */
function siteInTitle(text: string, page: PageData): Found | undefined {
  const title = page.title === undefined ? '' : clean(page.title);
  const [heading] = page.headings;
  if (heading === undefined || !title.startsWith(heading) || title.length - heading.length > 60) return undefined;
  const site = /^\s*[|｜_»·•–—-]\s*(\S.{1,40})$/u.exec(title.slice(heading.length))?.[1];
  return site === undefined ? undefined : located(text, site, 'title-element');
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
  if (line !== undefined) return lineDate(line);
  for (const mark of page.datedMarks) {
    const date = wholeDate(mark);
    if (date === undefined) continue;
    const start = input.text.indexOf(mark);
    const place = start < 0 ? {} : { start: start + date.start, end: start + date.end };
    return { value: date.edtf, from: 'dateline', ...place };
  }
  return drafted.trees.length > 0 ? undefined : headDateOf(input.text, input.blocks);
}

function lineDate({ start, byline }: Line): Found | undefined {
  const { date } = byline;
  return date === undefined
    ? undefined
    : { value: date.edtf, from: 'dateline', start: start + date.start, end: start + date.end };
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
