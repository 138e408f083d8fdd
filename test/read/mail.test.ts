import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sha256 } from '../../src/preserve/index.ts';
import type { FormatReading } from '../../src/read/formats/format.ts';
import { readMail } from '../../src/read/formats/mail.ts';
import { layerOfText } from '../../src/read/read-layer.ts';
import { must } from '../must.ts';

/** Mails written by Python's email package (fixtures/mail/make.py): what went in is what must come out. */
const FOLDER = join(import.meta.dirname, 'fixtures/mail');
const EXPECTED = z
  .record(
    z.string(),
    z.object({
      subject: z.string(),
      author: z.string(),
      to: z.string(),
      cc: z.string().optional(),
      date: z.string(),
      body: z.array(z.string()),
      charset: z.string(),
      attachments: z.array(z.tuple([z.string(), z.string().nullable()])),
    }),
  )
  .parse(JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')));
const MAILS = Object.entries(EXPECTED);

function readFixture(name: string): { readonly bytes: Uint8Array; readonly reading: FormatReading } {
  const bytes = readFileSync(join(FOLDER, name));
  return { bytes, reading: must(readMail(bytes, { fileName: name })) };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing there');
  return value;
}

describe('mails that another program wrote', () => {
  test('every mail of the folder is expected, in all four encodings', () => {
    expect(readdirSync(FOLDER).filter((file) => file.endsWith('.eml'))).toEqual(MAILS.map(([name]) => name).sort());
    expect(new Set(MAILS.map(([, mail]) => mail.charset))).toEqual(
      new Set(['euc-kr', 'gb18030', 'big5', 'iso-2022-jp', 'utf-8']),
    );
  });

  test.each(MAILS)('%s: subject, sender, date, body and attachments are as written (M2, M4, M6)', (name, wanted) => {
    const { bytes, reading } = readFixture(name);
    const layer = must(layerOfText(present(reading.text), bytes));
    const texts = layer.blocks.map((block) => layer.text.slice(block.start, block.end));
    expect({
      title: layer.metadata.title,
      author: layer.metadata.author,
      date: layer.metadata.date,
      charset: [layer.charset.name, layer.charset.replaced],
      head: texts[0]?.split('\n').filter((line) => !line.startsWith('Date: ')),
      body: texts.slice(1),
      attachments: reading.members.map((member, i) => [
        member.name,
        wanted.attachments[i]?.[1] === null ? null : sha256(member.bytes),
      ]),
      unread: reading.unread,
    }).toEqual({
      title: { value: wanted.subject, from: 'mail-header' },
      author: { value: wanted.author, from: 'mail-header' },
      date: { value: wanted.date, from: 'mail-header' },
      charset: [wanted.charset, 0],
      head: [
        `From: ${wanted.author}`,
        `To: ${wanted.to}`,
        ...(wanted.cc === undefined ? [] : [`Cc: ${wanted.cc}`]),
        `Subject: ${wanted.subject}`,
      ],
      body: wanted.body,
      attachments: wanted.attachments,
      unread: [],
    });
    expect(layer.blocks[0]).toMatchObject({ kind: 'front-matter', label: 'boilerplate', place: { part: 'headers' } });
  });

  test.each(MAILS)('%s: addresses of machines and names of devices are in no text (M3)', (name) => {
    const { bytes, reading } = readFixture(name);
    const text = must(layerOfText(present(reading.text), bytes)).text;
    expect(text).not.toMatch(/192\.0\.2\.77|198\.51\.100\.23|Tablet K-12|mx\.example|Pocketmail/);
  });

  test('a second reader finds the same where it knows the encoding', async () => {
    const { bytes, reading } = readFixture('japanese-iso-2022-jp.eml');
    const other = await PostalMime.parse(bytes);
    expect(other.subject).toBe(reading.text?.properties.title?.value);
    expect(
      other.attachments.map(({ content }) => sha256(new Uint8Array(z.instanceof(ArrayBuffer).parse(content)))),
    ).toEqual(reading.members.map((member) => sha256(member.bytes)));
  });

  test('an attached message is read like any other', () => {
    const attached = present(readFixture('forwarded.eml').reading.members.find(({ name }) => name === 'crates.eml'));
    const reading = must(readMail(attached.bytes, { fileName: attached.name }));
    expect(reading.text?.properties.title?.value).toBe('Crates at the jetty');
    expect(reading.members.map(({ name }) => name)).toEqual(['jetty.bin']);
  });

  test('of two texts of one message the longer is read, and the receipt says which (M5)', () => {
    expect(readFixture('forwarded.eml').reading.facts).toEqual([{ name: 'text taken', value: 'text/html of 2' }]);
  });
});
