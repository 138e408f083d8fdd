import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type Layer, mainText, readLayer } from '../src/read/index.ts';
import type { Figure } from './figure.ts';
import { READABILITY, readWithReadability } from './readability.ts';

/**
 * Main text and metadata of saved pages against what people marked in them. Scored as the article extraction benchmark
 * of Zyte (Scrapinghub) does: shingles of four tokens, precision and recall of each page averaged over the pages, F1 of
 * the two means. Chinese is cut into characters, since it has no spaces to cut at.
 */
export async function figures(): Promise<readonly Figure[]> {
  if (!existsSync(TESTDATA)) {
    console.error('testdata is not beside the repository: figures of main text are left out');
    return [];
  }
  const mixed = mixedPages().map(readPage);
  const chinese = chinesePages().map(readPage);
  return [
    ...mainTextFigures(
      'main text of news pages',
      newsPages().map(readPage),
      'web-pages-news',
      'trafilatura .958, Readability.js .947 as published',
    ),
    ...mainTextFigures('main text of pages of seven kinds', mixed, 'web-pages-wcxb'),
    ...KINDS.flatMap((kind) => {
      const figures = mainTextFigures(
        `main text of pages of kind ${kind}`,
        mixed.filter(({ page }) => page.kind === kind),
        'web-pages-wcxb',
      );
      return figures.filter(({ unit }) => unit === 'F1');
    }),
    ...mainTextFigures('main text of Chinese pages', chinese, 'web-pages-zh'),
    chineseRead(chinese),
    ...FIELDS.map((field) => metadataFigure(field, mixed)),
  ];
}

const FIELDS = ['title', 'author', 'date'] as const;
const KINDS = ['article', 'service', 'listing', 'forum', 'documentation', 'product', 'collection'] as const;

// The bundle and this file both lie one folder below the repository's root.
const TESTDATA = join(import.meta.dirname, '../../shared/testdata');

interface Page {
  readonly bytes: () => Uint8Array;
  readonly text: string;
  readonly kind: string;
  readonly stated: Readonly<Partial<Record<'title' | 'author' | 'date', string>>>;
}

interface Score {
  readonly precision: number;
  readonly recall: number;
}

interface ReadPage {
  readonly page: Page;
  readonly own: Extract;
  readonly peer: Extract;
}

/** What a program takes from a page. */
export interface Extract {
  readonly text: string;
  readonly found: Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;
}

/** The same page read by both, one after the other. */
function readPage(page: Page): ReadPage {
  const bytes = page.bytes();
  const layer = readLayer(bytes, { fileName: 'page.html' });
  return { page, own: extractOf(layer.ok ? layer.value : undefined), peer: readWithReadability(bytes) };
}

function extractOf(layer: Layer | undefined): Extract {
  if (layer === undefined) return { text: '', found: {} };
  const { title, author, date } = layer.metadata;
  return {
    text: mainText(layer).text,
    found: {
      ...(title !== undefined && { title: title.value }),
      ...(author !== undefined && { author: author.value }),
      ...(date !== undefined && { date: date.value }),
    },
  };
}

function scorePage(wanted: string, had: string): Score {
  const want = shinglesOf(wanted);
  const have = shinglesOf(had);
  let shared = 0;
  for (const [shingle, count] of want) shared += Math.min(count, have.get(shingle) ?? 0);
  const total = (shingles: ReadonlyMap<string, number>) =>
    [...shingles.values()].reduce((sum, count) => sum + count, 0);
  const [wants, haves] = [total(want), total(have)];
  if (wants === 0 && haves === 0) return { precision: 1, recall: 1 };
  return { precision: haves === 0 ? 0 : shared / haves, recall: wants === 0 ? 0 : shared / wants };
}

const SHINGLE = 4;

function shinglesOf(text: string): ReadonlyMap<string, number> {
  const tokens = text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const last = Math.max(tokens.length - SHINGLE, tokens.length > 0 ? 0 : -1);
  for (let i = 0; i <= last; i++) {
    const shingle = tokens.slice(i, i + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function mainTextFigures(name: string, pages: readonly ReadPage[], set: string, published?: string): readonly Figure[] {
  const own = summaryOf(pages.map(({ page, own: { text } }) => scorePage(page.text, text)));
  const peer = summaryOf(pages.map(({ page, peer: { text } }) => scorePage(page.text, text)));
  const conditions = `${set}; shingles of four tokens${published === undefined ? '' : `; ${published}`}`;
  return own.map(([unit, value], i) => {
    const other = peer[i]?.[1] ?? 0;
    return {
      name,
      value: round(value),
      unit,
      n: pages.length,
      peer: `${READABILITY}: ${round(other)}`,
      ratio: round(value / other),
      conditions,
    };
  });
}

function summaryOf(scores: readonly Score[]): readonly (readonly [string, number])[] {
  const mean = (pick: (score: Score) => number) => scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  const precision = mean((score) => score.precision);
  const recall = mean((score) => score.recall);
  return [
    ['F1', f1Of({ precision, recall })],
    ['precision', precision],
    ['recall', recall],
    ['mean of the F1 of each page', mean(f1Of)],
  ];
}

function f1Of({ precision, recall }: Score): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/**
 * A page is read when its F1 is at least .85: what is expected of these pages is what Readability took from them, with the
 * invitations to share that it left in, so that nobody else can reach 1 (they come from its own tests).
 */
function chineseRead(pages: readonly ReadPage[]): Figure {
  const read = (pick: (page: ReadPage) => Extract) =>
    pages.filter((each) => f1Of(scorePage(each.page.text, pick(each).text)) >= 0.85).length;
  const [own, other] = [read(({ own }) => own), read(({ peer }) => peer)];
  return {
    name: 'Chinese pages read',
    value: own,
    unit: 'pages',
    n: pages.length,
    peer: `${READABILITY}: ${other}`,
    ratio: round(own / other),
    conditions: 'web-pages-zh; F1 of the page at least .85; what is expected is what Readability itself took',
  };
}

function metadataFigure(field: (typeof FIELDS)[number], pages: readonly ReadPage[]): Figure {
  const stated = pages.filter(({ page }) => page.stated[field] !== undefined);
  const right = (pick: (page: ReadPage) => Extract) =>
    stated.filter((each) => agrees(each.page.stated[field] ?? '', pick(each).found[field])).length / stated.length;
  const [own, other] = [right(({ own }) => own), right(({ peer }) => peer)];
  const unknown = stated.filter(({ own }) => own.found[field] === undefined).length;
  return {
    name: `${field} of pages`,
    value: round(own),
    unit: 'share right',
    n: stated.length,
    peer: `${READABILITY}: ${round(other)}`,
    ratio: round(own / other),
    conditions: `web-pages-wcxb, pages for which people gave one; ${unknown} left unknown`,
  };
}

function agrees(wanted: string, found: string | undefined): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return found !== undefined && fold(found) === fold(wanted);
}

function newsPages(): readonly Page[] {
  const folder = join(TESTDATA, 'web-pages-news');
  const truth = recordOf(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')));
  return Object.entries(truth).map(([id, page]) => ({
    bytes: () => gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))),
    text: stringOf(recordOf(page)['articleBody']) ?? '',
    kind: 'article',
    stated: {},
  }));
}

function mixedPages(): readonly Page[] {
  const folder = join(TESTDATA, 'web-pages-wcxb');
  return readdirSync(join(folder, 'ground-truth'))
    .sort()
    .map((file) => {
      const page = recordOf(JSON.parse(readFileSync(join(folder, 'ground-truth', file), 'utf8')));
      const truth = recordOf(page['ground_truth']);
      const [title, author, date] = [
        stringOf(truth['title']),
        stringOf(truth['author']),
        stringOf(truth['publish_date']),
      ];
      return {
        bytes: () => gunzipSync(readFileSync(join(folder, 'html', file.replace(/json$/, 'html.gz')))),
        text: stringOf(truth['main_content']) ?? '',
        kind: stringOf(recordOf(recordOf(page['_internal'])['page_type'])['primary']) ?? '',
        stated: { ...(title && { title }), ...(author && { author }), ...(date && { date }) },
      };
    });
}

function chinesePages(): readonly Page[] {
  const folder = join(TESTDATA, 'web-pages-zh');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      bytes: () => readFileSync(join(folder, name, 'source.html')),
      text: textOf(readFileSync(join(folder, name, 'expected.html'), 'utf8')),
      kind: 'article',
      stated: {},
    }));
}

/** All text of an expected result, which is marked-up text without anything hidden. */
function textOf(html: string): string {
  const parts: string[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('value' in node) parts.push(node.value);
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return parts.join(' ');
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
