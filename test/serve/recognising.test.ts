import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPage } from '../../bench/drawn-pages.ts';
import { parseLayer } from '../../src/read/index.ts';
import { languagesNamed, pageList, pagesNamed } from '../../src/serve/recognising.ts';
import type { Vault } from '../../src/vault/index.ts';
import { makePdf } from '../read/pdf-maker.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';
import { jsonLines, type Run } from './daybook.ts';
import { runHere } from './run-here.ts';

const LINES = [
  'About 12,000 people lived near the harbour in 2018, the',
  'Lantern Society said in its report on Monday.',
];

let vault: Vault;
let remove = (): void => {};
let base = '';
beforeAll(async () => {
  ({ vault, remove } = await temporaryVault());
  base = mkdtempSync(join(tmpdir(), 'daybook-recognising-'));
});
afterAll(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});
const run = (...args: readonly string[]): Promise<Run> => runHere(base, args, { session: { vault, folder: 'vault' } });

/** A PDF whose first page has a text and whose second is a picture of one. */
async function halfScanned(): Promise<Uint8Array> {
  const mupdf = await import('mupdf');
  const document = new mupdf.PDFDocument();
  const latin = document.addSimpleFont(new mupdf.Font('Times-Roman'), 'Latin');
  const words = 'BT /L 12 Tf 50 700 Td (The first page has a text of its own.) Tj ET';
  document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, { Font: { L: latin } }, words));
  const { png } = await drawPage(LINES, 'clean');
  const image = new mupdf.Image(png);
  const [width, height] = [520, (520 * image.getHeight()) / image.getWidth()];
  const drawn = `q ${width} 0 0 ${height} 30 ${800 - height} cm /I Do Q`;
  document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, { XObject: { I: document.addImage(image) } }, drawn));
  return document.saveToBuffer('').asUint8Array().slice();
}

describe('a PDF that was read in part', () => {
  it('F2: names in the receipt the pages without a text, and what to type for them', async () => {
    const text = (page: number) => [{ x: 50, y: 60, text: `Page ${page} has a text of its own.` }];
    const picture = [{ x: 100, y: 100, text: '', size: 300 }];
    const bytes = await makePdf([text(1), picture, text(3), picture, picture, []]);
    writeFileSync(join(base, 'parts.pdf'), bytes);
    const added = await run('add', 'parts.pdf');
    const id = /^partly read +(?<id>[0-9a-f]{8}) /m.exec(added.out)?.groups?.['id'] ?? '';
    expect(added.out).toContain(
      `; no text on page 2,4-5: to look for it in their pictures, type daybook recognise ${id})`,
    );
    expect(added.out).toContain('with pages that may be pictures of text: 1; look for it: daybook recognise ID');
    writeFileSync(join(base, 'again.pdf'), await makePdf([text(10), picture]));
    const [line, end] = jsonLines(await run('add', 'again.pdf', '--json'));
    expect([line, end]).toMatchObject([{ toRecognise: [2] }, { receipt: { partlyRead: 1, toRecognise: 1 } }]);
    const [found] = await vault.query('sourcesByPrefix', { prefix: id });
    expect(found?.record.fileName).toBe('parts.pdf');
  });

  it('a list of pages is written as it is read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (pages) => {
        const sorted = pages.toSorted((a, b) => a - b);
        expect(pagesNamed(pageList(sorted))).toEqual(sorted);
      }),
    );
  });
});

describe('recognition of a source', () => {
  it('R1: keeps text pages and recognised pages as one new layer, and reads claims in it', async () => {
    writeFileSync(join(base, 'scan.pdf'), await halfScanned());
    const [added] = jsonLines(await run('add', 'scan.pdf', '--json'));
    expect(added).toMatchObject({ status: 'partly-read', unread: [{ part: 'page 2', reason: 'no-text' }] });
    const id = String(added?.['source']);
    const before = (await vault.query('sourcesByPrefix', { prefix: id }))[0]?.layer;
    const done = await run('recognise', id, '--language', 'en', '--json');
    expect([done.code, jsonLines(done)[0]]).toEqual([0, expect.objectContaining({ pages: 1, unread: [] })]);
    const row = (await vault.query('sourcesByPrefix', { prefix: id }))[0];
    expect(row?.layer?.layer).not.toBe(before?.layer);
    const json = row?.layer && (await vault.query('layer', { layer: row.layer.layer }));
    const layer = json === undefined ? undefined : parseLayer(json);
    expect(layer?.type).toBe('recognised');
    expect(layer?.text).toContain('The first page has a text of its own.');
    expect(layer?.text).toContain('12,000 people');
    expect(layer?.pages?.map(({ number }) => number)).toEqual([1, 2]);
    expect(Number(jsonLines(done)[0]?.['claims'])).toBeGreaterThan(0);
  }, 180_000);

  it('R2: refuses what has no pages to look at, and flags that say nothing', async () => {
    writeFileSync(join(base, 'plain.txt'), 'The ferry was late on Monday.\n');
    const id = String(jsonLines(await run('add', 'plain.txt', '--json'))[0]?.['source']);
    const codes = [
      await run('recognise', id),
      await run('recognise', id, '--pages', '3-1'),
      await run('recognise', id, '--language', 'xx'),
    ];
    expect(codes.map(({ code }) => code)).toEqual([7, 2, 2]);
  }, 60_000);

  it('reads lists of pages and languages', () => {
    expect(['1,3-5', '5,1,5', '0', '4-2', '1-', '', '1-99999'].map(pagesNamed)).toEqual([
      [1, 3, 4, 5],
      [1, 5],
      ...Array.from({ length: 5 }, () => undefined),
    ]);
    expect(['en,zh-Hans', 'KO, zh-hant,ko', 'en,xx'].map(languagesNamed)).toEqual([
      ['eng', 'chi_sim'],
      ['kor', 'chi_tra'],
      undefined,
    ]);
  });
});
