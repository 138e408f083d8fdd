import type { Found } from './layer.ts';
import type { PageData } from './page-data.ts';
import { postHeaderOf } from './post-header.ts';
import { wholeDate } from './stated-date.ts';
import { bodyStart, clean, frontValue, located, type MetadataInput, meta } from './stated-values.ts';

/** What a text is called, as it says itself (docs/read.md L40); undefined when it does not. */
export function titleOf(input: MetadataInput, page: PageData): Found | undefined {
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
  const stated = headline ?? named ?? page.title;
  if (heading !== undefined && stated !== undefined && isReadersTitle(heading, clean(stated), site, page))
    return located(text, heading, 'heading');
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
 * Search engines and tabs are often given another title than readers. The only heading of the first rank is theirs where
 * the page is one text or one thing and both titles speak of it, or where the other only names the site.
 */
function isReadersTitle(heading: string, stated: string, site: string | undefined, page: PageData): boolean {
  if (heading.length < 8 || heading.length > 200) return false;
  const [own, other] = [wordsOf(heading), wordsOf(stated)];
  const shared = [...own].filter((word) => other.has(word)).length;
  if (site !== undefined && shared === 0 && startsAlike(stated, site)) return true;
  const one = /^(?:article|product)\b/i.test(page.metas.get('og:type') ?? '');
  return (one || page.articles.some(({ isArticle }) => isArticle)) && shared * 2 >= Math.min(own.size, other.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
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
      !isLabel(words) &&
      postHeaderOf(words) === undefined &&
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

/** What kind of text follows, or when it may be printed: a line above the title. */
function isLabel(words: string): boolean {
  return /^[\s([【〔*_]*(?:(?:for|embargoed)\s(?:immediate|until)\b.*|(?:press|media|news)\s(?:release|statement)|statement|public statement|open letter|보도\s?자료|성명서?|즉시\s?보도.*|新闻稿|新聞稿|声明|聲明|即时发布|即時發布)[\s)\]】〕:：*_]*$/iu.test(
    words,
  );
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
