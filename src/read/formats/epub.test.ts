import { expect, test } from 'vitest';
import { zipOf } from '../../../test/read/zip-fixture.ts';
import { readEpub } from './epub.ts';
import type { FormatReading } from './format.ts';
import { xhtmlAsHtml } from './xhtml.ts';

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/a.opf"/></rootfiles></container>';

function chapter(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${body}</body></html>`;
}

function bookOf(spine: readonly string[], items: string): string {
  return `<package xmlns="o" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>둑길</dc:title><dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator><dc:publisher>River Press</dc:publisher><dc:date>2011-03</dc:date></metadata><manifest>${items}</manifest><spine>${spine.map((id) => `<itemref idref="${id}"/>`).join('')}</spine></package>`;
}

const ITEMS =
  '<item id="c1" href="text/c%201.xhtml" media-type="application/xhtml+xml"/><item id="c2" href="text/../c2.xhtml#top" media-type="application/xhtml+xml"/><item id="c3" href="c3.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="i" href="i.png" media-type="image/png"/>';

const FILES = {
  'META-INF/container.xml': CONTAINER,
  'book/a.opf': bookOf(['c2', 'c1'], ITEMS),
  'book/text/c 1.xhtml': chapter('<h1>하나</h1><p>첫째 <b/>장<![CDATA[ & <끝>]]></p>'),
  'book/c2.xhtml': chapter('<p>둘째 장</p><script>alert(1)</script><a id="x"/><p>章</p>'),
  'book/c3.xhtml': chapter('<p>left out</p>'),
  'book/nav.xhtml': chapter('<p>contents</p>'),
  'book/i.png': Uint8Array.of(1, 2, 3),
};

async function outcome(files: Readonly<Record<string, string | Uint8Array>>): Promise<FormatReading | string> {
  const result = await readEpub(await zipOf(files), { fileName: 'book.epub' });
  return result.ok ? result.value : result.error.reason;
}

test('chapters come in the order of the spine, then those it leaves out, with their file (O34)', async () => {
  const reading = await outcome(FILES);
  if (typeof reading === 'string') throw new Error(reading);
  expect(
    reading.text?.blocks.map(({ place, kind, text }) => [place?.type === 'paragraph' ? place.part : '', kind, text]),
  ).toEqual([
    ['book/c2.xhtml', 'paragraph', '둘째 장'],
    ['book/c2.xhtml', 'paragraph', '章'],
    ['book/text/c 1.xhtml', 'heading', '하나'],
    ['book/text/c 1.xhtml', 'paragraph', '첫째 장 & <끝>'],
    ['book/c3.xhtml', 'paragraph', 'left out'],
  ]);
  expect(Object.values(reading.text?.properties ?? {}).map(({ value }) => value)).toEqual([
    '둑길',
    'A. Writer, B. Writer',
    'River Press',
    '2011-03',
  ]);
  expect(reading.members).toEqual([{ name: 'book/i.png', bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png' }]);
  expect(reading.unread).toEqual([]);
});

test('encrypted chapters are said; a book of nothing else is refused; disguised fonts are no secret (O36)', async () => {
  const secret = (...uris: readonly string[]) =>
    `<encryption xmlns:enc="e">${uris.map((uri) => `<enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData>`).join('')}<enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><enc:CipherData><enc:CipherReference URI="book/c3.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>`;
  const part = await outcome({ ...FILES, 'META-INF/encryption.xml': secret('book/c2.xhtml') });
  expect(typeof part === 'string' ? part : part.unread).toEqual([{ part: 'book/c2.xhtml', reason: 'encrypted' }]);
  const all = secret('book/c2.xhtml', 'book/text/c%201.xhtml', 'book/c3.xhtml');
  expect(await outcome({ ...FILES, 'META-INF/encryption.xml': all })).toBe('encrypted');
});

test('hostile books are refused or read as far as they go (O37)', async () => {
  expect(await outcome({ mimetype: 'application/epub+zip' })).toBe('damaged');
  expect(
    await outcome({ ...FILES, 'META-INF/container.xml': CONTAINER.replace('book/a.opf', '../../etc/passwd') }),
  ).toBe('damaged');
  expect(await outcome({ ...FILES, 'book/a.opf': `<!DOCTYPE a [<!ENTITY b "c">]>${bookOf([], '')}` })).toBe(
    'not-supported',
  );
  expect(await outcome({ ...FILES, 'book/a.opf': bookOf(['c9'], '') })).toBe('no-text');
  const deep = chapter(`${'<div>'.repeat(100_000)}깊은 글`);
  const outside = ITEMS.replace('c3.xhtml', '../../../c3.xhtml');
  const reading = await outcome({ ...FILES, 'book/c2.xhtml': deep, 'book/a.opf': bookOf(['c2', 'c3'], outside) });
  expect(typeof reading === 'string' ? reading : [reading.text?.blocks[0]?.text, reading.unread]).toEqual([
    '깊은 글',
    [{ part: 'c3.xhtml', reason: 'damaged' }],
  ]);
});

test('what XHTML closes by itself is closed for HTML too, and nothing else is changed (O35)', () => {
  expect(xhtmlAsHtml('<p a="/>" b=\'x\'/><br/><!-- <a/> --><![CDATA[<a/>&]]><svg:a/>t < u')).toBe(
    '<p a="/>" b=\'x\'></p><br/><!-- <a/> -->&lt;a/&gt;&amp;<svg:a></svg:a>t < u',
  );
  expect(xhtmlAsHtml(`${'<![CDATA['.repeat(100_000)}`)).toHaveLength(900_000);
  expect(xhtmlAsHtml(`<a ${'b="c" '.repeat(1_000_000)}/>`)).toHaveLength(6_000_003 + 5);
});
