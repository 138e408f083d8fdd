import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type Found, type Layer, mainText, readLayer } from '../src/read/index.ts';
import type { Figure } from './figure.ts';

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
  const news = newsPages();
  const mixed = mixedPages();
  const read = mixed.map((page) => ({ page, layer: layerOf(page.bytes()) }));
  return [
    ...mainTextFigures(
      'main text of news pages',
      scoresOf(news),
      'web-pages-news',
      'trafilatura .958, Readability.js .947 as published',
    ),
    ...mainTextFigures(
      'main text of pages of seven kinds',
      read.map(({ page, layer }) => scorePage(page.text, layer)),
      'web-pages-wcxb',
    ),
    ...mainTextFigures(
      'main text of articles among them',
      read.filter(({ page }) => page.kind === 'article').map(({ page, layer }) => scorePage(page.text, layer)),
      'web-pages-wcxb, kind article',
    ),
    ...mainTextFigures('main text of Chinese pages', scoresOf(chinesePages()), 'web-pages-zh'),
    ...(['title', 'author', 'date'] as const).map((field) => metadataFigure(field, read)),
  ];
}

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

function layerOf(bytes: Uint8Array): Layer | undefined {
  const layer = readLayer(bytes, { fileName: 'page.html' });
  return layer.ok ? layer.value : undefined;
}

function scoresOf(pages: readonly Page[]): readonly Score[] {
  return pages.map(({ bytes, text }) => scorePage(text, layerOf(bytes())));
}

function scorePage(wanted: string, layer: Layer | undefined): Score {
  const want = shinglesOf(wanted);
  const have = shinglesOf(layer === undefined ? '' : mainText(layer).text);
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

function mainTextFigures(name: string, scores: readonly Score[], set: string, peers?: string): readonly Figure[] {
  const mean = (pick: (score: Score) => number) => scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  const precision = mean((score) => score.precision);
  const recall = mean((score) => score.recall);
  const conditions = `${set}; shingles of four tokens${peers === undefined ? '' : `; ${peers}`}`;
  const figure = (unit: string, value: number): Figure => ({
    name,
    value: round(value),
    unit,
    n: scores.length,
    conditions,
  });
  return [
    figure('F1', (2 * precision * recall) / (precision + recall)),
    figure('precision', precision),
    figure('recall', recall),
    figure(
      'mean of the F1 of each page',
      mean((score) =>
        score.precision + score.recall === 0
          ? 0
          : (2 * score.precision * score.recall) / (score.precision + score.recall),
      ),
    ),
  ];
}

function metadataFigure(
  field: 'title' | 'author' | 'date',
  read: readonly { readonly page: Page; readonly layer: Layer | undefined }[],
): Figure {
  const stated = read.filter(({ page }) => page.stated[field] !== undefined);
  const right = stated.filter(({ page, layer }) => agrees(page.stated[field] ?? '', layer?.metadata[field]));
  const given = stated.filter(({ layer }) => layer?.metadata[field] !== undefined);
  return {
    name: `${field} of pages`,
    value: round(right.length / stated.length),
    unit: 'share right',
    n: stated.length,
    conditions: `web-pages-wcxb, pages for which people gave one; ${stated.length - given.length} left unknown`,
  };
}

function agrees(wanted: string, found: Found | undefined): boolean {
  const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return found !== undefined && fold(found.value) === fold(wanted);
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
