import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import type { FormatReading } from './format.ts';
import { readWarc } from './warc.ts';

const PAGE = '<!doctype html><title>Crates</title><p>Twelve crates stood at the jetty.</p>';

interface Written {
  readonly type?: string;
  readonly url?: string;
  readonly headers?: readonly string[];
  readonly block: Uint8Array;
}

function record({ type = 'response', url = 'https://fjord.example/a', headers = [], block }: Written): Uint8Array {
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2021-05-20T22:15:23Z',
    ...headers,
    `Content-Length: ${block.length}`,
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n')), block, Buffer.from('\r\n\r\n')]);
}

function answer(
  body: Uint8Array | string,
  headers: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
): Uint8Array {
  return Buffer.concat([Buffer.from(['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n')), Buffer.from(body)]);
}

function read(bytes: Uint8Array): FormatReading {
  const reading = readWarc(bytes, { fileName: 'a.warc' });
  if (!reading.ok) throw new Error(reading.error.reason);
  return reading.value;
}

function pagesOf({ members }: FormatReading): readonly string[] {
  return members.map(({ bytes }) => new TextDecoder().decode(bytes));
}

const digestOf = (bytes: Uint8Array | string) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

describe('a web archive', () => {
  test('a page is a member with its address, charset and time of capture (W2)', () => {
    const reading = read(record({ block: answer(PAGE), headers: [`WARC-Payload-Digest: ${digestOf(PAGE)}`] }));
    expect(reading.members).toEqual([
      {
        name: 'page-0001.html',
        bytes: new Uint8Array(Buffer.from(PAGE)),
        mediaType: 'text/html',
        transportCharset: 'utf-8',
        modified: '2021-05-20T22:15:23Z',
        origin: 'https://fjord.example/a',
        facts: [
          { name: 'record', value: 'response' },
          { name: 'digest', value: 'sha256 agrees' },
          { name: 'status', value: '200' },
        ],
      },
    ]);
  });

  test('records in gzip, one by one or all together, are read alike, and as another program reads them (W1)', async () => {
    const records = ['a', 'b', 'c'].map((name) =>
      record({ url: `https://fjord.example/${name}`, block: answer(`<p>${name}</p>`) }),
    );
    const forms = [
      Buffer.concat(records),
      Buffer.concat(records.map((each) => gzipSync(each))),
      gzipSync(Buffer.concat(records)),
    ];
    const read1 = forms.map((form) => pagesOf(read(form)));
    expect(read1).toEqual(forms.map(() => ['<p>a</p>', '<p>b</p>', '<p>c</p>']));
    const other: string[] = [];
    for await (const each of WARCParser.iterRecords([forms[1] ?? new Uint8Array()]))
      other.push(await each.contentText());
    expect(other).toEqual(read1[1]);
  });

  test('chunks, gzip, deflate and br are taken off, and what was stored decoded stays (W3)', () => {
    const type = 'Content-Type: text/html';
    const packed = gzipSync(PAGE);
    const chunked = Buffer.concat([
      Buffer.from(`${packed.length.toString(16)};x=1\r\n`),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const blocks = [
      answer(chunked, [type, 'Transfer-Encoding: chunked', 'Content-Encoding: gzip']),
      answer(brotliCompressSync(PAGE), [type, 'Content-Encoding: br']),
      answer(PAGE, [type, 'Transfer-Encoding: chunked', 'Content-Encoding: gzip']),
      answer(gzipSync(packed), [type, 'Content-Encoding: gzip, gzip']),
    ];
    expect(pagesOf(read(Buffer.concat(blocks.map((block) => record({ block })))))).toEqual(blocks.map(() => PAGE));
  });

  test('a page that is not what its digest says is not read, and the rest is (W4)', () => {
    const bad = record({ block: answer(PAGE), headers: [`WARC-Payload-Digest: ${digestOf('other')}`] });
    const block = record({ block: answer(PAGE), headers: [`WARC-Block-Digest: ${digestOf('other')}`] });
    const reading = read(Buffer.concat([bad, block, record({ block: answer('<p>good</p>') })]));
    expect(pagesOf(reading)).toEqual(['<p>good</p>']);
    expect(reading.unread).toEqual([
      { part: 'record 1', reason: 'digest-differs' },
      { part: 'record 2', reason: 'digest-differs' },
    ]);
  });

  test('screenshots are members; scripts, pictures, redirects and requests are not (W5)', () => {
    const written = [
      record({
        type: 'resource',
        url: 'urn:view:https://fjord.example/a',
        headers: ['Content-Type: image/png'],
        block: Buffer.from('png'),
      }),
      record({
        type: 'resource',
        url: 'urn:pageinfo:https://fjord.example/a',
        headers: ['Content-Type: application/json'],
        block: Buffer.from('{}'),
      }),
      record({ block: answer('x()', ['Content-Type: text/javascript']) }),
      record({ block: Buffer.from('HTTP/1.1 302 Found\r\nContent-Type: text/html\r\n\r\n<p>moved</p>') }),
      record({ type: 'request', block: Buffer.from('GET / HTTP/1.1\r\n\r\n') }),
      record({ type: 'revisit', block: Buffer.from('') }),
    ];
    const reading = read(Buffer.concat(written));
    expect(reading.members.map(({ name, origin }) => [name, origin])).toEqual([
      ['screenshot-0001.png', 'https://fjord.example/a'],
    ]);
    expect(reading.facts).toEqual([
      { name: 'scripts, styles, pictures and data', value: '1' },
      { name: 'answers that are no page', value: '1' },
      { name: 'captured again without change, stored elsewhere', value: '1' },
    ]);
  });

  test('damage costs the record that it stands in (W6)', () => {
    const good = (name: string) => gzipSync(record({ block: answer(`<p>${name}</p>`) }));
    const broken = Buffer.from(good('b'));
    broken.fill(0xff, 20, 60);
    const reading = read(Buffer.concat([good('a'), broken, good('c')]));
    expect(pagesOf(reading)).toEqual(['<p>a</p>', '<p>c</p>']);
    expect(reading.unread).toEqual([{ part: 'record 2', reason: 'damaged' }]);
    const whole = record({ block: answer(PAGE) });
    const cut = read(Buffer.concat([whole, whole.subarray(0, whole.length - 30)]));
    expect([pagesOf(cut).length, cut.unread]).toEqual([1, [{ part: 'record 2', reason: 'damaged' }]]);
  });

  test('an answer that grows beyond the limit is a bomb and costs itself alone (W7)', () => {
    const packed = gzipSync(new Uint8Array(257 * 1024 * 1024), { level: 1 });
    const bomb = record({ block: answer(packed, ['Content-Type: text/html', 'Content-Encoding: gzip']) });
    const reading = read(Buffer.concat([bomb, record({ block: answer(PAGE) })]));
    expect([pagesOf(reading), reading.unread]).toEqual([[PAGE], [{ part: 'record 1', reason: 'bomb' }]]);
  });

  test('what holds no record is refused', () => {
    const reasons = ['', 'WARC/1.0\r\n', 'Twelve crates.'].map((text) => {
      const reading = readWarc(Buffer.from(text), { fileName: 'a.warc' });
      return reading.ok ? undefined : reading.error.reason;
    });
    expect(reasons).toEqual(['empty', 'damaged', 'damaged']);
  });
});
