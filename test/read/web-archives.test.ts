import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FormatReading, FormatRefusal } from '../../src/read/formats/format.ts';
import { readWacz } from '../../src/read/formats/wacz.ts';
import { readWarc } from '../../src/read/formats/warc.ts';
import { presence, SHARED } from './corpus.ts';

/** What becomes of every archive of a collection that others made, good and bad. */
const ENDS: Readonly<Record<string, string>> = {
  'example-collection-with-lists.warc': '6 members, 0 unread',
  'example-collection.warc': '1 members, 0 unread',
  'example-iana.warc': '6 members, 0 unread',
  'example-resource.warc.gz': '1 members, 0 unread',
  'example-warcinfo-metadata.warc': '1 members, 0 unread',
  'invalid_example_1.wacz': 'refused: damaged, a listed file is missing',
  'invalid_signed_example_1.wacz':
    'refused: signature-differs, the certificate comes from no authority that browsers trust',
  'valid_example_1.wacz': '1 members, 0 unread, none',
  'valid_example_2.wacz': '1 members, 0 unread, none',
  'valid_signed_example_1.wacz':
    '1 members, 0 unread, good, by the certificate of btrix-sign-test.webrecorder.net from ISRG Root X1',
};

describe('web archives that others made', () => {
  const archives = presence('testdata/wacz');
  it(`good ones are read, bad and wrongly signed ones are refused with the reason${archives.note}`, async () => {
    if (!archives.present) return;
    const folder = join(SHARED, 'testdata/wacz');
    const ends: Record<string, string> = {};
    for (const file of readdirSync(folder).filter((name) => /\.(?:wacz|warc(?:\.gz)?)$/.test(name))) {
      const bytes = readFileSync(join(folder, file));
      const hints = { fileName: file };
      const reading = file.endsWith('.wacz') ? await readWacz(bytes, hints) : readWarc(bytes, hints);
      ends[file] = reading.ok ? endOf(reading.value) : refusalOf(reading.error);
      process.stdout.write(`${file}: ${ends[file]}\n`);
    }
    expect(ends).toEqual(ENDS);
  });
});

function endOf({ members, unread, facts }: FormatReading): string {
  const signature = facts?.find(({ name }) => name === 'signature')?.value.split(':')[0];
  return `${members.length} members, ${unread.length} unread${signature === undefined ? '' : `, ${signature}`}`;
}

function refusalOf({ reason, detail }: FormatRefusal): string {
  return `refused: ${reason}, ${detail}`;
}
