import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/read/charset.ts';
import { type Layer, readLayer } from '../../src/read/index.ts';
import { presence, SHARED, savedPages } from './corpus.ts';

const CHROMIUM = '/usr/bin/chromium';
const EVERY = process.env['SLOW'] === '1' ? 1 : 25;

/**
 * L10: what a browser shows of a page stands in its layer. The browser runs without scripts, style sheets and network,
 * since the layer is made without them; white space and letter case (CSS may change it) are left out of the comparison.
 */
describe('a layer beside the browser', () => {
  const open: { browser?: Browser } = {};
  afterAll(async () => open.browser?.close());

  const browserNote = existsSync(CHROMIUM) ? '' : ': NOT CHECKED, there is no Chromium on this machine';

  const pages = presence('testdata/web-pages-news');
  it(`loses no visible character of saved pages${pages.note || browserNote}`, async () => {
    if (!pages.present || browserNote !== '') return;
    const shown = await browserText(open);
    const chosen = savedPages().filter((_, i) => i % EVERY === 0);
    const lost: (readonly [string, string])[] = [];
    for (const { name, bytes } of chosen) {
      const source = bytes();
      const layer = readLayer(source, { fileName: 'page.html' });
      const visible = await shown(decodeBytes(source).text);
      const missing = firstMissing(visible, layer.ok ? layer.value.text : '');
      if (missing !== undefined) lost.push([name, missing]);
    }
    process.stdout.write(`visible text compared on ${chosen.length} pages, lost on ${lost.length}\n`);
    expect(chosen.length).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });

  const documents = presence('documents');
  it(`loses no visible character of HTML inside a post, and keeps its speakers as headings${documents.note || browserNote}`, async () => {
    if (!documents.present || browserNote !== '') return;
    const name = readdirSync(join(SHARED, 'documents')).find((file) => file.startsWith('001_')) ?? '';
    const bytes = readFileSync(join(SHARED, 'documents', name));
    const layer = layerOf(bytes, name);
    const source = bytes.toString('utf8');
    const html = source.slice(source.indexOf('<div>'));
    const shown = await browserText(open);
    expect(firstMissing(await shown(html), layer.text)).toBeUndefined();
    // Independent of our reader: every name that the page sets in a third-level heading.
    const speakers = [...html.matchAll(/<h3><a [^>]*>([^<]+)</g)].map((match) => match[1]);
    const headings = layer.blocks
      .filter((block) => block.kind === 'heading')
      .map((block) => layer.text.slice(block.start, block.end));
    expect(speakers.length).toBe(7);
    expect(speakers.filter((speaker) => speaker === undefined || !headings.includes(speaker))).toEqual([]);
  });
});

function layerOf(bytes: Uint8Array, fileName: string): Layer {
  const result = readLayer(bytes, { fileName });
  if (!result.ok) throw new Error(`refused: ${result.error.type}`);
  return result.value;
}

async function browserText(open: { browser?: Browser }): Promise<(html: string) => Promise<string>> {
  open.browser ??= await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const context = await open.browser.newContext({ javaScriptEnabled: false });
  const page: Page = await context.newPage();
  const address = 'http://page.example/';
  const served = { html: '' };
  await page.route('**/*', (route) =>
    route.request().url() === address
      ? route.fulfill({ body: served.html, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  );
  return async (html) => {
    served.html = html;
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return String(await page.evaluate('document.body.innerText'));
  };
}

/**
 * The words around the first visible character that does not stand in the layer in its order; undefined when all do.
 * Taking the earliest place for each character finds a place for all of them whenever there is one.
 */
function firstMissing(visible: string, text: string): string | undefined {
  const want = bare(visible);
  const have = bare(text);
  let at = 0;
  for (let i = 0; i < want.length; i++) {
    at = have.indexOf(want[i] ?? '', at) + 1;
    if (at === 0) return want.slice(Math.max(0, i - 20), i + 20);
  }
  return undefined;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
