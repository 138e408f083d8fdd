import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IntakeInput } from '../../src/serve/capture.ts';
import { receive } from '../../src/serve/intake.ts';
import { ReadingPool } from '../../src/serve/reading-pool.ts';
import { openDefaultPack } from '../../src/serve/theme-packs.ts';
import type { Vault } from '../../src/vault/index.ts';
import { random } from '../random.ts';
import { makePdf } from '../read/pdf-maker.ts';
import { zipOf } from '../read/zip-fixture.ts';
import { now, temporaryVault } from '../vault/temporary-vault.ts';
import { brokenReader, READY } from './broken-reader.ts';
import { installation, page } from './daybook.ts';

let vault: Vault;
let remove = (): void => {};
let pool: ReadingPool;
beforeAll(async () => {
  ({ vault, remove } = await temporaryVault());
  pool = new ReadingPool({ installation, pack: openDefaultPack(installation).files, most: 1 });
});
afterAll(async () => {
  await pool.close();
  await vault.close();
  remove();
});

/** Takes one file in and says what became of it and of the files inside; stopped after so many of them. */
async function taken(fileName: string, bytes: Uint8Array, stopAfter?: number): Promise<readonly string[]> {
  const stop = new AbortController();
  const told: string[] = [];
  const input: IntakeInput = { type: 'bytes', shown: fileName, fileName, bytes };
  await receive([input], {
    ...{ vault, pool, random, now: () => now, method: 'file', reason: null, origin: null, collection: undefined },
    tool: { name: 'daybook', version: '0' },
    interrupted: stop.signal,
    acknowledge: ({ shown }, { type }) => {
      told.push(`${type} ${shown}`);
      if (told.length === stopAfter) stop.abort();
    },
  });
  return told;
}

const insides = ['a.txt', 'b.txt', 'c.txt'];
const textsOf = (first: number): Readonly<Record<string, string>> =>
  Object.fromEntries(insides.map((name, i) => [name, page(`${first},00${i}`)]));
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

describe('F4: what was interrupted after a file and before those that stand in it', () => {
  it.each([
    [
      'attached.pdf',
      insides,
      () => makePdf([[{ x: 50, y: 50, text: 'The mill counted 40 boats in 2018.' }]], { attached: textsOf(1) }),
    ],
    [
      'embedded.docx',
      insides.map((name) => `word/embeddings/${name}`),
      () =>
        zipOf({
          '[Content_Types].xml': '<Types xmlns="t"/>',
          'word/document.xml': `<w:document ${W}><w:body><w:p><w:r><w:t>The mill counted 50 boats.</w:t></w:r></w:p></w:body></w:document>`,
          ...Object.fromEntries(Object.entries(textsOf(2)).map(([name, text]) => [`word/embeddings/${name}`, text])),
        }),
    ],
    [
      'framed.html',
      ['frame-1.html', 'frame-2.html', 'frame-3.html'],
      () => {
        const frames = Object.values(textsOf(3)).map(
          (text) => `<iframe srcdoc="${escaped(`<p>${text}</p>`)}"></iframe>`,
        );
        const words = '<p>The mill counted 60 boats in 2018.</p>';
        return Promise.resolve(
          new TextEncoder().encode(
            `<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/a \n--><body>${words}${frames.join('')}</body></html>`,
          ),
        );
      },
    ],
    ['packed.zip', insides, () => zipOf(textsOf(4))],
  ])('is taken in by the next run, all of it and once: %s', async (name, names, make) => {
    const bytes = await make();
    const inside = names.map((each) => `${name} › ${each}`);
    expect(await taken(name, bytes, 1)).toEqual([`stored ${name}`]);
    expect(await taken(name, bytes, 2)).toEqual([`already-here ${name}`, `stored ${inside[0]}`]);
    expect(await taken(name, bytes)).toEqual([
      `already-here ${name}`,
      ...inside.map((each, i) => `${i === 0 ? 'already-here' : 'stored'} ${each}`),
    ]);
    expect(await taken(name, bytes)).toEqual([name, ...inside].map((each) => `already-here ${each}`));
    const { items } = await vault.query('sources', { limit: 500 });
    const rows = items.filter(({ record }) => record.fileName === name || record.within?.name !== undefined);
    const own = rows.find(({ record }) => record.fileName === name);
    expect(own?.record.file?.members).toBe(3);
    expect(rows.filter(({ record }) => record.within?.source === own?.source).length).toBe(3);
  });

  it('a file is opened again when the record says that some stood in it, and not when it says that none did', async () => {
    const words = (count: number) => [{ x: 50, y: 50, text: `The mill counted ${count} boats in 2018.` }];
    const none = await makePdf([words(70)]);
    const one = await makePdf([words(80)], { attached: { 'a.txt': page('5,000') } });
    expect(await taken('none.pdf', none)).toEqual(['stored none.pdf']);
    expect(await taken('one.pdf', one, 1)).toEqual(['stored one.pdf']);
    // Of twins the first alone was opened: the readers of the others would say so.
    const twins = await zipOf({
      '1.zip': await zipOf({ 'x.txt': page('7,000') }),
      '2.zip': await zipOf({ 'x.txt': page('7,000') }),
    });
    expect(await taken('twins.zip', twins)).toEqual([
      'stored twins.zip',
      'stored twins.zip › 1.zip',
      'stored twins.zip › 1.zip › x.txt',
      'already-here twins.zip › 2.zip',
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'daybook-resumed-'));
    const found = `{ format: 'pdf', unread: [], notes: [], facts: [], members: [{ name: 'told.txt' }] }`;
    const says = `frame({ type: 'not-read', id: 1, rss: 0, reason: 'files-inside', found: ${found} }, ${JSON.stringify(page('6,000'))})`;
    const telling = brokenReader(folder, 'telling', `${READY} function misbehave() { ${says}; }`);
    const before = pool;
    // Whatever it is given to read, it says that a file stands in it.
    pool = new ReadingPool({ installation: telling, most: 1 });
    try {
      expect(await taken('none.pdf', none)).toEqual(['already-here none.pdf']);
      expect((await taken('one.pdf', one)).slice(0, 2)).toEqual(['already-here one.pdf', 'stored one.pdf › told.txt']);
    } finally {
      await pool.close();
      pool = before;
      rmSync(folder, { recursive: true });
    }
  });
});
