import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import type { FormatReading, FormatRefusal } from './format.ts';
import { readWacz } from './wacz.ts';

const PAGE = '<p>Twelve crates stood at the jetty.</p>';
const ANSWER = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`;
const WARC = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://fjord.example/a\r\nWARC-Date: 2021-05-20T22:15:23Z\r\nContent-Length: ${ANSWER.length}\r\n\r\n${ANSWER}\r\n\r\n`;
const PAGES = [
  { format: 'json-pages-1.0', id: 'pages' },
  { url: 'https://fjord.example/a', ts: '2021-05-20T22:15:23Z', title: 'Crates', text: 'unused' },
  { url: 'https://fjord.example/b', ts: '2021-05-20T22:16:00Z', title: 'Jetty', text: 'The jetty was empty.' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

interface Made {
  readonly warc?: string;
  readonly listed?: string;
  readonly extra?: string;
  readonly list?: string;
  readonly signed?: (hash: string) => object;
}

async function archive({ warc = WARC, listed = WARC, extra, list, signed }: Made): Promise<Uint8Array> {
  const resources = [
    { name: 'a.warc', path: 'archive/a.warc', hash: digestOf(listed), bytes: listed.length },
    { name: 'pages.jsonl', path: 'pages/pages.jsonl', hash: digestOf(PAGES), bytes: PAGES.length },
  ];
  const own = JSON.stringify({ profile: 'data-package', resources });
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  await writer.add('archive/a.warc', new Uint8ArrayReader(new TextEncoder().encode(warc)));
  await writer.add('pages/pages.jsonl', new TextReader(PAGES));
  if (extra !== undefined) await writer.add(extra, new TextReader('x'));
  await writer.add('datapackage.json', new TextReader(list ?? own));
  if (signed !== undefined) {
    const hash = digestOf(own);
    await writer.add(
      'datapackage-digest.json',
      new TextReader(JSON.stringify({ path: 'datapackage.json', hash, signedData: signed(hash) })),
    );
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

async function read(made: Made): Promise<FormatReading> {
  const reading = await readWacz(await archive(made), { fileName: 'a.wacz' });
  if (!reading.ok) throw new Error(reading.error.reason);
  return reading.value;
}

async function refusal(made: Made): Promise<readonly (string | undefined)[]> {
  const reading = await readWacz(await archive(made), { fileName: 'a.wacz' });
  const error: FormatRefusal | undefined = reading.ok ? undefined : reading.error;
  return [error?.reason, error?.detail];
}

function signedByKey(hash: string): { readonly hash: string; readonly signature: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return {
    hash,
    signature: sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

describe('a packed web archive', () => {
  test('captured pages are members, and a listed page without an answer is its listed text (W8, W12)', async () => {
    const { members, unread, facts } = await read({});
    expect(
      members.map(({ name, origin, bytes, facts: own }) => [
        name,
        origin,
        new TextDecoder().decode(bytes),
        own?.at(-1),
      ]),
    ).toEqual([
      ['page-0001.html', 'https://fjord.example/a', PAGE, { name: 'page', value: 'listed' }],
      [
        'listed-text-0002.txt',
        'https://fjord.example/b',
        'Jetty\n\nThe jetty was empty.',
        { name: 'record', value: 'text in the list of pages, as the capturing program took it' },
      ],
    ]);
    expect([unread, facts?.slice(1)]).toEqual([
      [],
      [
        { name: 'signature', value: 'none: whoever changed a file could have changed the list as well' },
        { name: 'pages listed', value: '2' },
        { name: 'pages listed without a captured answer', value: '1' },
      ],
    ]);
  });

  test('a signature by a key alone is said to show no more than it does (W11)', async () => {
    const { facts } = await read({ signed: signedByKey });
    expect(facts?.[1]).toEqual({
      name: 'signature',
      value: 'good, by a key that only names itself: shows that nothing changed since, not who captured it or when',
    });
  });

  test('a file that was changed, a list that was changed and a signature of something else are refused (W9, W10)', async () => {
    expect([
      await refusal({ warc: WARC.replace('Twelve', 'Eleven') }),
      await refusal({ list: JSON.stringify({ resources: [{ path: 'archive/b.warc', hash: digestOf('') }] }) }),
      await refusal({ list: '{"resources":[{"path":"archive/a.warc"}]}' }),
      await refusal({
        list: JSON.stringify({ resources: [{ path: 'archive/a.warc', hash: digestOf(WARC) }] }),
        signed: signedByKey,
      }),
      await refusal({ signed: (hash) => ({ ...signedByKey('sha256:00'), hash }) }),
    ]).toEqual([
      ['digest-differs', 'a file is not the one that was listed'],
      ['damaged', 'a listed file is missing'],
      ['damaged', 'a list of files that cannot be checked'],
      ['digest-differs', 'the list of files is not the one that was sealed'],
      ['signature-differs', 'the signature is not one of its key over this list'],
    ]);
  });

  test('a file that the list does not name is not read (W9)', async () => {
    expect((await read({ extra: 'archive/b.warc' })).unread).toEqual([
      { part: 'archive/b.warc', reason: 'digest-differs' },
    ]);
  });
});
