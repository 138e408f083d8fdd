import { describe, expect, it } from 'vitest';
import { imageFacts } from '../../src/read/formats/image-facts.ts';
import { pageImage } from '../../src/read/formats/page-image.ts';
import { readPdf } from '../../src/read/formats/pdf.ts';
import { layerOfText, parseLayer } from '../../src/read/index.ts';
import { must } from '../must.ts';
import { makePdf } from './pdf-maker.ts';

const NOTICE = [
  { x: 50, y: 60, text: 'A notice of the county', size: 20 },
  { x: 50, y: 100, text: 'The bridge will be closed from Monday.' },
  { x: 50, y: 140, text: '大桥自星期一起关闭。' },
  { x: 50, y: 180, text: '다리는 월요일부터 닫힌다.' },
];

describe('the text layer of a PDF', () => {
  it('P1: comes as blocks with the place of each line, and makes a layer', async () => {
    const bytes = await makePdf([NOTICE]);
    const { text, unread } = must(await readPdf(bytes));
    const layer = must(layerOfText(text ?? expect.fail('no text'), bytes));
    expect([unread, layer.text, layer.pages?.map(({ number, width, height }) => ({ number, width, height }))]).toEqual([
      [],
      NOTICE.map((line) => line.text).join('\n\n'),
      [{ number: 1, width: 595, height: 842 }],
    ]);
    const runs = layer.pages?.[0]?.runs.map(({ start, end, box }) => [
      layer.text.slice(start, end),
      Math.round(box[0]),
      box[3] > box[1],
    ]);
    expect(runs).toEqual(NOTICE.map(({ text: words }) => [words, 50, true]));
    expect(parseLayer(JSON.stringify(layer))).toEqual(layer);
  });

  it('P2: the same bytes give the same reading', async () => {
    const bytes = await makePdf([NOTICE, NOTICE]);
    expect(await readPdf(bytes)).toEqual(await readPdf(bytes));
  });

  it('P3: a page without text is unread beside one with text, and a file of such pages has none', async () => {
    const picture = [{ x: 100, y: 400, text: '', size: 200 }];
    const part = must(await readPdf(await makePdf([NOTICE, picture, []])));
    const none = must(await readPdf(await makePdf([picture, picture])));
    expect([part.unread, none.text, none.unread]).toEqual([
      [{ part: 'page 2', reason: 'no-text' }],
      undefined,
      [
        { part: 'page 1', reason: 'no-text' },
        { part: 'page 2', reason: 'no-text' },
      ],
    ]);
  });

  it('P4: what asks for a password is refused, and what only forbids printing is read', async () => {
    const locked = await makePdf([NOTICE], { save: 'encrypt=aes-256,user-password=a,owner-password=b' });
    const bound = await makePdf([NOTICE], { save: 'encrypt=aes-256,owner-password=b' });
    expect(await readPdf(locked)).toEqual({
      ok: false,
      error: { type: 'format-refused', format: 'pdf', reason: 'encrypted' },
    });
    expect(must(await readPdf(bound)).text?.blocks.length).toBe(4);
  });

  it('P5: nothing, a cut file and a file without pages are refused', async () => {
    const whole = await makePdf([NOTICE]);
    const reasons = [];
    for (const bytes of [
      new Uint8Array(),
      whole.slice(0, 300),
      await makePdf([]),
      new TextEncoder().encode('%PDF-1.7\n'),
    ]) {
      const reading = await readPdf(bytes);
      reasons.push(reading.ok ? 'read' : reading.error.reason);
    }
    expect(reasons).toEqual(['empty', 'damaged', 'damaged', 'damaged']);
  });

  it('P5: a page of huge size is read, and drawn small', async () => {
    const bytes = await makePdf([[{ x: 50, y: 60, text: 'Far from the edge' }]], { box: [0, 0, 2_000_000, 2_000_000] });
    const image = must(await pageImage(bytes, { page: 1, scale: 4 }));
    expect(must(await readPdf(bytes)).text?.blocks.map(({ text }) => text)).toEqual(['Far from the edge']);
    expect(image.width * image.height).toBeLessThan(21_000_000);
  });

  it('P6: titles that name a program or a file are no titles', async () => {
    const titled = async (title: string): Promise<string | undefined> =>
      must(await readPdf(await makePdf([NOTICE], { info: { 'info:Title': title } }))).text?.properties.title?.value;
    expect([
      await titled('Microsoft Word - notice.doc'),
      await titled('notice-final.pdf'),
      await titled('On the bridge'),
    ]).toEqual([undefined, undefined, 'On the bridge']);
  });
});

describe('a page as an image', () => {
  it('P40: is a PNG of the size asked for, and of pages that are there', async () => {
    const bytes = await makePdf([NOTICE]);
    const image = must(await pageImage(bytes, { page: 1, scale: 2 }));
    expect([image.width, image.height, must(imageFacts(image.png))]).toEqual([
      1190,
      1684,
      { mediaType: 'image/png', width: 1190, height: 1684, protected: [] },
    ]);
    expect(await pageImage(bytes, { page: 2, scale: 2 })).toEqual({
      ok: false,
      error: { type: 'page-image-refused', reason: 'no-such-page' },
    });
  });

  it('P41: a photograph is turned as it says, and what it says of its place goes no further', async () => {
    const jpeg = withExif(await photograph(60, 20));
    expect(must(imageFacts(jpeg))).toEqual({
      mediaType: 'image/jpeg',
      width: 60,
      height: 20,
      protected: ['device', 'location'],
    });
    const image = must(await pageImage(jpeg, { page: 1, scale: 1 }));
    expect([image.width < image.height, must(imageFacts(image.png)).protected]).toEqual([true, []]);
  });

  it('P42: an image is refused by its head when it has more pixels than are decoded', async () => {
    const head = new Uint8Array(64);
    head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    new DataView(head.buffer).setUint32(16, 60_000);
    new DataView(head.buffer).setUint32(20, 60_000);
    expect(await pageImage(head, { page: 1, scale: 1 })).toEqual({
      ok: false,
      error: { type: 'page-image-refused', reason: 'too-large' },
    });
  });
});

async function photograph(width: number, height: number): Promise<Uint8Array> {
  const mupdf = await import('mupdf');
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false);
  pixmap.clear(200);
  return pixmap.asJPEG(80).slice();
}

/** Exif that says: turned by a quarter, made by an invented maker, and where. */
function withExif(jpeg: Uint8Array): Uint8Array {
  const entry = (tag: number, type: number, value: number): readonly number[] => [
    ...[tag >> 8, tag & 255, 0, type, 0, 0, 0, 1],
    ...(type === 3 ? [value >> 8, value & 255, 0, 0] : [0, 0, value >> 8, value & 255]),
  ];
  const fields = [entry(0x010f, 4, 0), entry(0x0112, 3, 6), entry(0x8825, 4, 50)].flat();
  const data = [...'Exif\0\0MM\0*\0\0\0\x08'].map((each) => each.charCodeAt(0)).concat([0, 3], fields, [0, 0, 0, 0]);
  const segment = [0xff, 0xe1, (data.length + 2) >> 8, (data.length + 2) & 255, ...data];
  return new Uint8Array([...jpeg.slice(0, 2), ...segment, ...jpeg.slice(2)]);
}
