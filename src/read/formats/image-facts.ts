import { ok, type Result, refuse } from '../../base/index.ts';

export type ImageMediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/tiff' | 'image/webp';

/** What the head of an image file says, before anything of it is decoded. */
export interface ImageFacts {
  readonly mediaType: ImageMediaType;
  /** Pixels of the first frame, as stored: a photograph may be shown turned. */
  readonly width: number;
  readonly height: number;
  /** That the file says where or with what it was made. What it says is protected, and is never passed on. */
  readonly protected: readonly ('location' | 'device')[];
}

/** Pixels of an image that is decoded at most: a scan of A3 at 600 dots to the inch, with room. */
export const MOST_PIXELS = 100_000_000;

/** Reads the head of an image. Refused when it is no image of a kind that is read, or its head is cut off or senseless. */
export function imageFacts(bytes: Uint8Array): Result<ImageFacts, { readonly type: 'not-supported' | 'damaged' }> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) return refuse({ type: 'not-supported' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const [width, height] = SIZES[mediaType](view);
    if (width < 1 || height < 1) return refuse({ type: 'damaged' });
    return ok({ mediaType, width, height, protected: protectedFacts(view, mediaType) });
  } catch (error) {
    // A read beyond the end: the head is cut off.
    if (error instanceof RangeError) return refuse({ type: 'damaged' });
    throw error;
  }
}

function mediaTypeOf(bytes: Uint8Array): ImageMediaType | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'image/tiff';
  return head.startsWith('RIFF') && head.slice(8) === 'WEBP' ? 'image/webp' : undefined;
}

type Size = readonly [width: number, height: number];

const SIZES: Readonly<Record<ImageMediaType, (view: DataView) => Size>> = {
  'image/png': (view) => [view.getUint32(16), view.getUint32(20)],
  'image/gif': (view) => [view.getUint16(6, true), view.getUint16(8, true)],
  'image/jpeg': jpegSize,
  'image/tiff': (view) => {
    const fields = firstDirectory(view, 0);
    return [fields.get(0x0100) ?? 0, fields.get(0x0101) ?? 0];
  },
  'image/webp': (view) => {
    const kind = ascii(view, 12, 4);
    if (kind === 'VP8X') return [1 + uint24(view, 24), 1 + uint24(view, 27)];
    if (kind === 'VP8 ') return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    const bits = view.getUint32(21, true);
    return [1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff)];
  },
};

function jpegSize(view: DataView): Size {
  for (const { marker, start } of jpegSegments(view)) {
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return [view.getUint16(start + 3), view.getUint16(start + 1)];
  }
  return [0, 0];
}

/** Segments of a JPEG up to its pixels, each without its marker and length. */
function* jpegSegments(
  view: DataView,
): Generator<{ readonly marker: number; readonly start: number; readonly length: number }> {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at++;
    else {
      const length = view.getUint16(at + 2);
      if (marker === 0xda || length < 2) return;
      yield { marker, start: at + 4, length: length - 2 };
      at += 2 + length;
    }
  }
}

const MAKE = 0x010f;
const MODEL = 0x0110;
const PLACE = 0x8825;

/** Numbers of the first directory of a TIFF or of Exif data, by tag; longer values as where they lie. */
function firstDirectory(view: DataView, base: number): ReadonlyMap<number, number> {
  const little = view.getUint16(base) === 0x4949;
  const from = base + view.getUint32(base + 4, little);
  const fields = new Map<number, number>();
  const count = view.getUint16(from, little);
  for (let i = 0, at = from + 2; i < count; i++, at += 12) {
    const short = view.getUint16(at + 2, little) === 3;
    fields.set(view.getUint16(at, little), short ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little));
  }
  return fields;
}

function protectedFacts(view: DataView, mediaType: ImageMediaType): ImageFacts['protected'] {
  const found = new Set<'location' | 'device'>();
  for (const { start, length } of metadataParts(view, mediaType)) {
    const words = ascii(view, start, Math.min(length, view.byteLength - start, 65_536));
    if (/GPSL(?:atitude|ongitude)|geo:lat/i.test(words)) found.add('location');
    if (/tiff:M(?:ake|odel)|aux:SerialNumber/i.test(words)) found.add('device');
    const base = words.startsWith('Exif\0\0') ? start + 6 : start;
    if (!/^(?:II\*\0|MM\0\*)/.test(ascii(view, base, Math.min(4, view.byteLength - base)))) continue;
    try {
      const fields = firstDirectory(view, base);
      if (fields.has(PLACE)) found.add('location');
      if (fields.has(MAKE) || fields.has(MODEL)) found.add('device');
    } catch (error) {
      // Damaged metadata may still say something to a program that mends it.
      if (!(error instanceof RangeError)) throw error;
      found.add('location');
    }
  }
  return [...found].toSorted();
}

interface Part {
  readonly start: number;
  readonly length: number;
}

function metadataParts(view: DataView, mediaType: ImageMediaType): readonly Part[] {
  if (mediaType === 'image/tiff') return [{ start: 0, length: view.byteLength }];
  if (mediaType === 'image/jpeg')
    return [...jpegSegments(view)].filter(({ marker }) => marker >= 0xe1 && marker <= 0xef);
  if (mediaType === 'image/png') return chunksOf(view, { at: 8, little: false, names: /eXIf|iTXt|tEXt|zTXt/ });
  return mediaType === 'image/webp' ? chunksOf(view, { at: 12, little: true, names: /EXIF|XMP / }) : [];
}

/** Named parts of a PNG (length, name, data, checksum) or a RIFF file (name, length, data of even length). */
function chunksOf(
  view: DataView,
  { at: from, little, names }: { readonly at: number; readonly little: boolean; readonly names: RegExp },
): readonly Part[] {
  const found: Part[] = [];
  for (let at = from; at + 8 <= view.byteLength; ) {
    const name = ascii(view, little ? at : at + 4, 4);
    const length = view.getUint32(little ? at + 4 : at, little);
    if (names.test(name)) found.push({ start: at + 8, length });
    at += 8 + length + (little ? length % 2 : 4);
  }
  return found;
}

function ascii(view: DataView, start: number, length: number): string {
  let text = '';
  for (let at = start; at < start + length; at++) text += String.fromCharCode(view.getUint8(at));
  return text;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
