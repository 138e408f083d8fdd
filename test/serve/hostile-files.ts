import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { rawZip } from '../read/raw-zip.ts';
import { archives, packages, tars } from './hostile-archives.ts';
import { CLEAN, type End, entry, type HostileFile, latin, utf8 } from './hostile-parts.ts';

/** Every hostile file, each under a name of its own. */
export function hostileFiles(): readonly HostileFile[] {
  return [...archives(), ...tars(), ...packages(), ...markup(), ...papers(), ...images(), ...mails(), ...others()];
}

function markup(): readonly HostileFile[] {
  return [
    { name: 'deep.html', bytes: utf8(`<div>`.repeat(200_000) + CLEAN), ends: ['read', 'kept'] },
    {
      name: 'script.html',
      bytes: utf8(`<script>fetch('http://127.0.0.1:9/')</script><p>${CLEAN}</p><img src="http://127.0.0.1:9/a.png">`),
      ends: ['read'],
    },
    {
      name: 'frames.html',
      bytes: utf8(
        `<iframe src="file:///etc/passwd"></iframe><object data="http://127.0.0.1:9/"></object><p>${CLEAN}</p>`,
      ),
      ends: ['read'],
    },
    { name: 'attributes.html', bytes: utf8(`<p ${'a="b" '.repeat(100_000)}>${CLEAN}</p>`), ends: ['read', 'kept'] },
    { name: 'deep.json', bytes: utf8('['.repeat(300_000)), ends: ['kept'] },
    { name: 'wide.json', bytes: utf8(`[${'1,'.repeat(2_000_000)}1]`), ends: ['read', 'partly', 'kept'] },
    {
      name: 'prototype.json',
      bytes: utf8('{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"x":"word"}}}'),
      ends: ['read'],
    },
    { name: 'quotes.csv', bytes: utf8(`a,b\n"${'x'.repeat(3_000_000)}`), ends: ['read', 'partly', 'kept'] },
    { name: 'columns.csv', bytes: utf8(`${'a,'.repeat(500_000)}b\n`), ends: ['read', 'partly', 'kept'] },
    { name: 'formula.csv', bytes: utf8('name,value\n=HYPERLINK("http://127.0.0.1:9/"),1\n'), ends: ['read'] },
    {
      name: 'times.srt',
      bytes: utf8(`1\n00:00:01,000 --> 00:00:02,000\n<script>alert(1)</script>word\n\n`.repeat(5000)),
      ends: ['read', 'partly'],
    },
    { name: 'rich.rtf', bytes: latin(`{\\rtf1 ${'{'.repeat(200_000)}word`), ends: ['read', 'partly', 'kept'] },
    {
      name: 'object.rtf',
      bytes: latin(
        '{\\rtf1{\\object\\objdata 0105000002000000}{\\field{\\*\\fldinst INCLUDEPICTURE "http://127.0.0.1:9/a"}}word}',
      ),
      ends: ['partly'],
    },
    { name: 'bin.rtf', bytes: latin('{\\rtf1\\bin2000000000 word}'), ends: ['read', 'partly', 'kept'] },
  ];
}

function papers(): readonly HostileFile[] {
  const pdf = (objects: string): Uint8Array => latin(`%PDF-1.7\n${objects}\ntrailer<</Root 1 0 R>>\n%%EOF`);
  const flate = (length: number): string => {
    const packed = deflateSync(new Uint8Array(length));
    return `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed.toString('latin1')}\nendstream`;
  };
  const pages = '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ';
  return [
    {
      name: 'no-pages.pdf',
      bytes: pdf('1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj'),
      ends: ['kept'],
    },
    {
      name: 'cyclic.pdf',
      bytes: pdf('1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj'),
      ends: ['kept'],
    },
    {
      name: 'script.pdf',
      bytes: pdf(
        `1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9'\\))>>>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj`,
      ),
      ends: ['kept'],
    },
    {
      name: 'huge-page.pdf',
      bytes: pdf(`${pages}3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e12 1e12]>>endobj`),
      ends: ['kept'],
    },
    {
      name: 'stream-bomb.pdf',
      bytes: pdf(
        `${pages}3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj 4 0 obj${flate(300_000_000)}endobj`,
      ),
      ends: ['kept'],
    },
    {
      name: 'million-pages.pdf',
      bytes: pdf(
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 100000000>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj',
      ),
      ends: ['kept', 'partly'],
    },
    { name: 'truncated.pdf', bytes: latin('%PDF-1.7\n1 0 obj<</Type/Cat'), ends: ['kept'] },
    { name: 'lying.txt', bytes: latin('%PDF-1.4\n%%EOF\n'), ends: ['kept'] },
    {
      name: 'launch.pdf',
      bytes: pdf(
        `${pages}3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Annots[<</Type/Annot/Subtype/Link/A<</S/Launch/F(/bin/sh)>>>>]>>endobj`,
      ),
      ends: ['kept'],
    },
  ];
}

function images(): readonly HostileFile[] {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const png = (width: number, height: number, pixels: Uint8Array): Uint8Array => {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([1, 0, 0, 0, 0], 8);
    return Buffer.concat([
      latin('\x89PNG\r\n\x1a\n'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(pixels)),
      chunk('IEND', new Uint8Array(0)),
    ]);
  };
  const kept: readonly End[] = ['kept'];
  return [
    { name: 'huge.png', bytes: png(60_000, 60_000, new Uint8Array(1000)), ends: kept },
    { name: 'largest.png', bytes: png(0x7fffffff, 0x7fffffff, new Uint8Array(10)), ends: kept },
    { name: 'no-width.png', bytes: png(0, 10, new Uint8Array(10)), ends: kept },
    { name: 'short-data.png', bytes: png(200, 200, new Uint8Array(5)), ends: kept },
    { name: 'truncated.png', bytes: png(10, 10, new Uint8Array(30)).subarray(0, 40), ends: kept },
    { name: 'truncated.jpg', bytes: latin('\xff\xd8\xff\xe0\x00\x10JFIF\x00'), ends: kept },
    { name: 'huge.gif', bytes: latin(`GIF89a\xff\xff\xff\xff\x00\x00\x00${'\x00'.repeat(40)}`), ends: kept },
    { name: 'cyclic.tif', bytes: latin('II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00'), ends: kept },
    { name: 'lying.webp', bytes: latin('RIFF\xff\xff\xff\x7fWEBPVP8 \xff\xff\xff\x7f'), ends: kept },
    { name: 'picture-that-is-a-page.png', bytes: utf8(`<!doctype html><p>${CLEAN}</p>`), ends: ['read'] },
  ];
}

function mails(): readonly HostileFile[] {
  const head = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n';
  const nested = (depth: number): string => {
    let inner = `Content-Type: text/plain\r\n\r\n${CLEAN}`;
    for (let i = 0; i < depth; i++)
      inner = `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n${inner}\r\n--b${i}--\r\n`;
    return inner;
  };
  const parts = `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${`--b\r\nContent-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment\r\n\r\nx\r\n`.repeat(10_000)}--b--\r\n`;
  const any: readonly End[] = ['read', 'partly', 'kept'];
  return [
    { name: 'ten-thousand-parts.eml', bytes: utf8(parts), ends: any },
    { name: 'nested.eml', bytes: utf8(head + nested(500)), ends: any },
    {
      name: 'attachment-escape.eml',
      bytes: utf8(
        `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${CLEAN}\r\n--b\r\nContent-Type: text/plain; name="../../out.txt"\r\nContent-Disposition: attachment; filename="../../out.txt"\r\n\r\nx\r\n--b--\r\n`,
      ),
      ends: any,
    },
    {
      name: 'no-end.eml',
      bytes: utf8(
        `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${CLEAN}`,
      ),
      ends: any,
    },
    { name: 'header-flood.eml', bytes: utf8(`${head}${'X-A: b\r\n'.repeat(200_000)}\r\n${CLEAN}`), ends: any },
    {
      name: 'long-header.eml',
      bytes: utf8(
        `From: a@example.org\r\nSubject: ${'=?utf-8?B?eA==?= '.repeat(100_000)}\r\nMIME-Version: 1.0\r\n\r\n${CLEAN}`,
      ),
      ends: any,
    },
    {
      name: 'remote.eml',
      bytes: utf8(
        `${head}Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1:9/a"\r\n\r\n\r\n`,
      ),
      ends: any,
    },
    {
      name: 'remote.mhtml',
      bytes: utf8(
        `From: <Saved by Blink>\r\nSnapshot-Content-Location: http://127.0.0.1:9/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: http://127.0.0.1:9/\r\n\r\n<img src="http://127.0.0.1:9/a.png"><script src="http://127.0.0.1:9/a.js"></script><p>${CLEAN}</p>\r\n--b--\r\n`,
      ),
      ends: ['read', 'partly'],
    },
    {
      name: 'flood.mbox',
      bytes: utf8(`From a@example.org Sat Jan  3 01:05:34 2015\r\n${head}\r\nx\r\n\r\n`.repeat(8000)),
      ends: ['kept', 'partly'],
    },
  ];
}

function others(): readonly HostileFile[] {
  return [
    { name: 'nothing.txt', bytes: new Uint8Array(0), ends: ['refused'] },
    { name: 'nothing.pdf', bytes: new Uint8Array(0), ends: ['refused'] },
    { name: 'polyglot.pdf', bytes: Buffer.concat([latin('%PDF-1.7\n'), rawZip([entry('a.txt')])]), ends: ['kept'] },
    {
      name: 'polyglot.zip',
      bytes: Buffer.concat([rawZip([entry('a.txt')]), latin('\n%PDF-1.7\n')]),
      ends: ['kept', 'partly'],
    },
    { name: 'program.txt', bytes: latin(`\x7fELF\x02\x01\x01${'\x00'.repeat(500)}`), ends: ['kept'] },
    { name: 'old-word.doc', bytes: latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\x00'.repeat(1000)}`), ends: ['kept'] },
    {
      name: 'endless.warc',
      bytes: utf8('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n'),
      ends: ['kept'],
    },
    {
      name: 'negative.warc',
      bytes: utf8('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\n'),
      ends: ['kept'],
    },
    {
      name: 'bomb.warc',
      bytes: Buffer.concat([
        utf8(
          'WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Target-URI: http://127.0.0.1:9/\r\nContent-Type: application/http; msgtype=response\r\n',
        ),
        bombBody(),
      ]),
      ends: ['kept', 'partly'],
    },
    {
      name: 'clean-after-all.txt',
      bytes: utf8('The society counted 3,100 people in the town in 2019.\n'),
      ends: ['read'],
    },
  ];
}

function bombBody(): Buffer {
  const packed = gzipSync(new Uint8Array(200_000_000));
  const http = Buffer.concat([
    latin(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`,
    ),
    packed,
  ]);
  return Buffer.concat([latin(`Content-Length: ${http.length}\r\n\r\n`), http, latin('\r\n\r\n')]);
}
