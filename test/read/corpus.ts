import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Public test data that stands beside a development checkout and is never part of it. */
export const SHARED: string = join(import.meta.dirname, '../../../shared');

/** For the name of a test that needs a folder of it: says so, in the test's own name, where it did not run. */
export function presence(path: string): { readonly present: boolean; readonly note: string } {
  const present = existsSync(join(SHARED, path));
  return { present, note: present ? '' : `: NOT CHECKED, ../shared/${path} is not beside this checkout` };
}

export interface SavedPage {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/** The saved pages of the three collections, sorted by name, unpacked when asked for. */
export function savedPages(): readonly SavedPage[] {
  const testdata = join(SHARED, 'testdata');
  const packed = ['web-pages-news', 'web-pages-wcxb'].flatMap((collection) =>
    readdirSync(join(testdata, collection, 'html')).map((file) => join(collection, 'html', file)),
  );
  const plain = readdirSync(join(testdata, 'web-pages-zh'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join('web-pages-zh', entry.name, 'source.html'));
  return [...packed, ...plain].sort().map((name) => ({
    name,
    bytes: () => {
      const bytes = readFileSync(join(testdata, name));
      return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    },
  }));
}
