import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMail } from '../../src/read/formats/mail.ts';
import { readMbox } from '../../src/read/formats/mbox.ts';
import { readMhtml } from '../../src/read/formats/mhtml.ts';
import { readSingleFile } from '../../src/read/formats/saved-page.ts';
import { readWacz } from '../../src/read/formats/wacz.ts';
import { readWarc } from '../../src/read/formats/warc.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/mail');
const MAILS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(join(FOLDER, name)));
const ANSWER =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>a<\r\n0\r\n\r\n';
const RECORD = Buffer.from(
  `WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: ${ANSWER.length}\r\n\r\n${ANSWER}\r\n\r\n`,
);
const SEEDS: readonly Uint8Array[] = [
  ...MAILS,
  Buffer.concat(
    MAILS.map((mail) => Buffer.concat([Buffer.from('From a@b Tue Mar  3 09:12:44 2015\n'), mail, Buffer.from('\n\n')])),
  ),
  Buffer.concat([RECORD, RECORD]),
  gzipSync(Buffer.concat([RECORD, RECORD])),
];
const RUNS = process.env['SLOW'] === '1' ? 5000 : 150;

it('whatever is cut off or changed in a mail or an archive, it is read or refused', async () => {
  const damaged = fc
    .record({
      seed: fc.constantFrom(...SEEDS),
      length: fc.double({ min: 0, max: 1, noNaN: true }),
      changes: fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
    })
    .map(({ seed, length, changes }) => {
      const bytes = Uint8Array.from(seed.subarray(0, Math.ceil(seed.length * length)));
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      return bytes;
    });
  const readers = [readMail, readMbox, readMhtml, readSingleFile, readWarc, readWacz];
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      for (const read of readers) {
        const reading = await read(bytes, { fileName: 'a' });
        expect(
          reading.ok
            ? reading.value.members.every(({ name }) => name !== '' && !/[\\/]/.test(name))
            : reading.error.format !== '',
        ).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
});
