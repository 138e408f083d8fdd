import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readerDataDigest } from './reader.ts';

const read = join(import.meta.dirname, '..');
const FOLDERS = ['claims', 'dates', 'figures', 'kinds', 'mentions', 'places', 'quantities', 'quotations'];

describe('the reader names the knowledge that it reads with', () => {
  it('RC8: every list of every folder of the reading is in its digest', () => {
    const source = readFileSync(join(read, 'claims/reader.ts'), 'utf8');
    const lists = FOLDERS.flatMap((folder) =>
      readdirSync(join(read, folder, 'data')).map((file) =>
        folder === 'claims' ? `'./data/${file}'` : `'../${folder}/data/${file}'`,
      ),
    );
    expect(lists.length).toBeGreaterThan(30);
    expect(lists.filter((list) => !source.includes(list))).toEqual([]);
  });

  it('gives the same digest each time', () => {
    expect(readerDataDigest()).toBe(readerDataDigest());
  });
});
