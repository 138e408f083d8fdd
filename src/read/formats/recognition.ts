import type { DraftBlock } from '../draft.ts';
import type { Box } from '../layer.ts';
import { densestBand, enlarged, type Grey, inkLayers, skewOf, speckShare, turned, withoutSpecks } from './grey.ts';
import { blockOfGroup } from './page-blocks.ts';
import { boxAround, type PageLine } from './page-line.ts';
import type { PageRow } from './page-rows.ts';
import {
  RECOGNISED_LANGUAGES,
  type RecognisedLanguage,
  type Recogniser,
  type SeenLine,
  type SeenParagraph,
} from './recogniser.ts';

/** A page as pixels, three bytes each, and how many of them make a point. */
export interface PagePixels {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array | Uint8ClampedArray;
  readonly scale: number;
  /** By how much it is to be enlarged to be read, after specks were taken away. */
  readonly enlarge: number;
}

/** Share of the height that is looked at to tell the language. */
const SAMPLE = 0.12;
/** A page on which fewer letters than this were seen with some certainty has no text: trees and walls look like letters too. */
const LEAST_LETTERS = 3;
const SOME_CERTAINTY = 0.6;
/** Share of dark pixels that stand alone, in a hundred, from which specks are taken away: thin print has a few by itself. */
const SPECKED = 10;
/** A line seen with less certainty than this is a texture. */
const LEAST_CERTAINTY = 0.2;

/**
 * The text that is seen on a page, with the box and certainty of each word (docs/read-pages.md P30 to P37); empty when there
 * is none. Coloured ink, as of a stamp, is parted from black, and each is read by itself.
 */
export async function recognisePage(
  recogniser: Recogniser,
  drawn: PagePixels,
  languages?: readonly RecognisedLanguage[],
): Promise<readonly DraftBlock[]> {
  const { enlarge: factor } = drawn;
  const page = { ...drawn, width: drawn.width * factor, height: drawn.height * factor, scale: drawn.scale * factor };
  const layers = inkLayers(drawn.samples, drawn.width, drawn.height);
  const specked = speckShare(layers.black) > SPECKED;
  const [black, coloured] = [layers.black, layers.coloured].map((layer) => {
    const plain = layer !== undefined && specked ? withoutSpecks(layer) : layer;
    return plain === undefined || factor === 1 ? plain : enlarged(plain, factor);
  });
  const clean = black ?? layers.black;
  const angle = skewOf(clean);
  const image = angle === 0 ? clean : turned(clean, angle);
  const chosen = languages ?? (await languagesOf(recogniser, image));
  const seen = await recogniser.recognise(image, { languages: chosen, layout: 'page' });
  if (!hasText(seen)) return [];
  const apart =
    coloured === undefined
      ? []
      : await seenApart(recogniser, angle === 0 ? coloured : turned(coloured, angle), { chosen, seen });
  return [...seen, ...apart].flatMap((paragraph) => blocksOf(paragraph, page, angle));
}

/** Lines in coloured ink that are certain and stand where no black ones do; of a round stamp mostly nothing. */
async function seenApart(
  recogniser: Recogniser,
  image: Grey,
  { chosen, seen }: { readonly chosen: readonly RecognisedLanguage[]; readonly seen: readonly SeenParagraph[] },
): Promise<readonly SeenParagraph[]> {
  const found = await recogniser.recognise(image, { languages: chosen, layout: 'page' });
  const known = seen.flatMap(({ lines }) => lines).filter((line) => certaintyOf(line) >= SOME_CERTAINTY);
  const lines = found
    .flatMap((paragraph) => paragraph.lines)
    .filter(
      (line) =>
        certaintyOf(line) >= 0.75 && lettersOf(line) >= 2 && !known.some((other) => covers(other.box, line.box)),
    );
  return lines.map((line) => ({ lines: [line] }));
}

function covers([ax0, ay0, ax1, ay1]: Box, [bx0, by0, bx1, by1]: Box): boolean {
  const [width, height] = [Math.min(ax1, bx1) - Math.max(ax0, bx0), Math.min(ay1, by1) - Math.max(ay0, by0)];
  return (
    width > 0 && height > 0 && width * height > 0.4 * Math.min((ax1 - ax0) * (ay1 - ay0), (bx1 - bx0) * (by1 - by0))
  );
}

/** The languages that a page is to be read in: of the models by themselves, the one that is surest of a band of it. */
async function languagesOf(recogniser: Recogniser, image: Grey): Promise<readonly RecognisedLanguage[]> {
  const band = densestBand(image, SAMPLE);
  let best: { readonly language: RecognisedLanguage; readonly certainty: number } = { language: 'eng', certainty: 0 };
  for (const language of RECOGNISED_LANGUAGES) {
    const seen = await recogniser.recognise(band, { languages: [language], layout: 'block' });
    const words = seen.flatMap(({ lines }) => lines.flatMap((line) => line.words));
    const certainty = certaintyOf({ box: [0, 0, 0, 0], words });
    if (certainty > best.certainty) best = { language, certainty };
  }
  return best.language === 'eng' ? ['eng'] : [best.language, 'eng'];
}

function hasText(seen: readonly SeenParagraph[]): boolean {
  const words = seen.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  const letters = (each: typeof words): number => each.reduce((sum, { text }) => sum + lettersIn(text), 0);
  const certain = letters(words.filter(({ confidence }) => confidence >= SOME_CERTAINTY));
  return certain >= LEAST_LETTERS && certain > 0.15 * letters(words);
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function lettersOf({ words }: SeenLine): number {
  return words.reduce((sum, { text }) => sum + lettersIn(text), 0);
}

function certaintyOf({ words }: SeenLine): number {
  const all = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / Math.max(1, all);
}

function blocksOf({ lines }: SeenParagraph, page: PagePixels, angle: number): readonly DraftBlock[] {
  const rows = lines.filter((line) => certaintyOf(line) >= LEAST_CERTAINTY).flatMap((line) => rowOf(line, page, angle));
  if (rows.length === 0) return [];
  const edge = Math.max(...rows.map(({ box }) => box[2]));
  const left = Math.min(...rows.map(({ box }) => box[0]));
  const typography = { body: 1, headings: [], bold: true, spacedHangul: false };
  return [blockOfGroup({ kind: 'paragraph', rows, edge, left }, typography)];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;

/** A line as a row whose cells are its words. Between Chinese characters stands no space, whatever the engine puts there. */
function rowOf(line: SeenLine, page: PagePixels, angle: number): readonly PageRow[] {
  const words = line.words.filter(({ text }) => text !== '');
  if (words.length === 0) return [];
  const cells = words.map<PageLine>(({ text, box, confidence }) => {
    const place = placeOf(box, page, angle);
    return { text, box: place, size: place[3] - place[1], bold: false, runs: 'across', spaced: false, confidence };
  });
  const gaps = words.map(({ text, box }, i) => {
    const before = words[i - 1];
    if (before === undefined) return '';
    const gap = (box[0] - before.box[2]) / Math.max(1, line.box[3] - line.box[1]);
    const [last, first] = [before.text.slice(-1), text.slice(0, 1)];
    // The engine parts syllables that stand a little apart; a space between Korean words is wider than that.
    if (/^\p{Script=Hangul}{2}$/u.test(last + first)) return gap < 0.22 ? '' : ' ';
    const beside = [last, first].filter((character) => UNSPACED.test(character)).length;
    return beside === 2 || (beside === 1 && gap < 0.5) ? '' : ' ';
  });
  const box = boxAround(cells.map((cell) => cell.box));
  return [{ page: page.number, box, size: 0.75 * (box[3] - box[1]), bold: false, cells, gaps, spaced: false }];
}

/** From pixels of the picture that was read to points of the page, turned back to where it stands there. */
function placeOf([x0, y0, x1, y1]: Box, { width, height, scale }: PagePixels, angle: number): Box {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [width / 2, height / 2];
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => {
    const sx = cosine * (x - cx) - sine * (y - cy) + cx;
    const sy = sine * (x - cx) + cosine * (y - cy) + cy;
    return [Math.round((sx / scale) * 100) / 100, Math.round((sy / scale) * 100) / 100];
  });
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
