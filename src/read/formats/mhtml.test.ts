import { describe, expect, test } from 'vitest';
import { mainText } from '../main-text.ts';
import { layerOfText } from '../read-layer.ts';
import type { FormatReading } from './format.ts';
import { readMhtml } from './mhtml.ts';
import { readSingleFile } from './saved-page.ts';
import { isSingleFile } from './single-file-mark.ts';

const TEXT =
  'Twelve crates stood at the jetty on Sunday, says the ferryman, who counted them twice. Nobody came for them.';
const PAGE = `<html><head><title>Crates at the jetty | The Fjord Post</title><meta name="author" content="Ola Berg"><meta property="article:published_time" content="2015-03-01"></head><body><nav><a href="/">Home</a></nav><h1>Crates at the jetty</h1><p>${TEXT}</p><img src="cid:a@x"></body></html>`;

const MHTML = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://fjord.example/crates?from=ferry',
  'Subject: =?utf-8?Q?Crates?=',
  'Date: Tue, 3 Mar 2015 09:12:44 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="----B"',
  '',
  '',
  '------B',
  'Content-Type: text/html',
  'Content-ID: <frame-1@x>',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://fjord.example/crates?from=ferry',
  '',
  PAGE.replaceAll('=', '=3D'),
  '------B',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: binary',
  'Content-Location: https://ads.example/frame',
  '',
  '<p>Garden chairs</p>',
  '------B',
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: https://fjord.example/a.png',
  '',
  'iVBORw==',
  '------B',
  'Content-Type: text/css',
  'Content-Transfer-Encoding: binary',
  '',
  'p { color: red }',
  '------B--',
  '',
].join('\r\n');

function value(result: ReturnType<typeof readMhtml>): FormatReading {
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

function layerOf({ text }: FormatReading, source: string) {
  if (text === undefined) throw new Error('no text');
  const layer = layerOfText(text, new TextEncoder().encode(source));
  if (!layer.ok) throw new Error(layer.error.type);
  return layer.value;
}

describe('a page saved in one file', () => {
  test('its page is the text, with what its markup says, and the address it was saved from (W15, W16)', () => {
    const reading = value(readMhtml(new TextEncoder().encode(MHTML), { fileName: 'a.mhtml' }));
    const layer = layerOf(reading, MHTML);
    expect(mainText(layer).text).toBe(TEXT);
    const { title, author, date, address } = layer.metadata;
    expect([title?.value, author?.value, date, address]).toEqual([
      'Crates at the jetty',
      'Ola Berg',
      { value: '2015-03-01', from: 'meta' },
      { value: 'https://fjord.example/crates?from=ferry', from: 'archive-record' },
    ]);
    expect(reading.members.map(({ name, origin }) => [name, origin])).toEqual([
      ['frame-1.html', 'https://ads.example/frame'],
    ]);
    expect(reading.facts).toEqual([
      { name: 'pictures, styles and scripts left unread', value: '2' },
      { name: 'saved', value: '2015-03-03T09:12:44.000Z' },
    ]);
  });

  test('folders of a disk are no address, and a cut file is said to be cut (W16, W17)', () => {
    const disk =
      MHTML.replaceAll('https://fjord.example/crates', 'file:///home/ola/crates').split(
        '------B\r\nContent-Type: image',
      )[0] ?? '';
    const reading = value(readMhtml(new TextEncoder().encode(disk), { fileName: 'a.mhtml' }));
    expect([reading.text?.properties, reading.unread]).toEqual([{}, [{ part: 'end of the file', reason: 'damaged' }]]);
  });

  test('a file without a page is refused', () => {
    const reasons = ['', 'Content-Type: image/png\r\n\r\nx'].map((text) => {
      const reading = readMhtml(new TextEncoder().encode(text), { fileName: 'a.mhtml' });
      return reading.ok ? undefined : reading.error.reason;
    });
    expect(reasons).toEqual(['empty', 'no-text']);
  });
});

describe('a page saved by SingleFile', () => {
  const saved = `<!DOCTYPE html> <html><!--
 Page saved with SingleFile 
 url: https://fjord.example/crates 
 saved date: Tue Mar 03 2015 09:12:44 GMT+0900 (Korean Standard Time)
--><head>${PAGE.slice(12)}`.replace('cid:a@x', 'data:image/png;base64,iVBORw==');

  test('its address and the time it was saved are kept; the day is the one that the page states (W18)', () => {
    const source = saved.replace('<img', '<iframe srcdoc="&lt;p&gt;In a frame&lt;/p&gt;"></iframe><img');
    const bytes = new TextEncoder().encode(source);
    expect(isSingleFile(bytes)).toBe(true);
    const reading = value(readSingleFile(bytes, { fileName: 'a.html' }));
    const layer = layerOf(reading, source);
    expect([layer.metadata.address?.value, layer.metadata.date?.value, mainText(layer).text]).toEqual([
      'https://fjord.example/crates',
      '2015-03-01',
      TEXT,
    ]);
    expect(layer.text).not.toContain('data:');
    expect(reading.facts).toEqual([
      { name: 'saved by', value: 'SingleFile, as the page says' },
      { name: 'saved', value: '2015-03-03T00:12:44.000Z' },
    ]);
    expect(reading.members.map(({ bytes: frame }) => new TextDecoder().decode(frame))).toEqual(['<p>In a frame</p>']);
  });

  test('it is known in an encoding of two bytes a letter, with its mark and without', () => {
    const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
    for (const bytes of [wide(`\uFEFF${saved}`), wide(saved)]) {
      expect(isSingleFile(bytes)).toBe(true);
      expect(readSingleFile(bytes, { fileName: 'a.html' }).ok).toBe(true);
    }
  });

  test('a page without its comment is none', () => {
    const bytes = new TextEncoder().encode(PAGE);
    expect([isSingleFile(bytes), readSingleFile(bytes, { fileName: 'a.html' }).ok]).toEqual([false, false]);
  });
});
