import type { DraftBlock } from '../draft.ts';
import type { Box } from '../layer.ts';
import { isTraditional } from './chinese-script.ts';
import { cutOut, type Grey, inkLayers, skewOf, speckShare, turned, withoutSpecks } from './grey.ts';
import { onWhite } from './grey-paper.ts';
import { withoutRules } from './grey-rules.ts';
import { resized } from './grey-size.ts';
import { letterHeight } from './letter-height.ts';
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
import { seenRegions } from './seen-regions.ts';

/** A page as pixels, three bytes each, and how many of them make a point. */
export interface PagePixels {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array | Uint8ClampedArray;
  readonly scale: number;
}

/** Ink on white paper is darker than this. */
const DARK = 160;
/** Rows of letters as the models were taught them. A page is made so when its own letters have fewer or more than these. */
const TAUGHT = 28;
const LEGIBLE = { least: 20, most: 34 };
const MOST_ENLARGED = 3;
/** Pixels of an enlarged page at most: its copies and the engine's have to lie in a gigabyte together. */
const MOST_PIXELS = 20_000_000;
/** On a page with too few letters to tell. */
const USUAL_LETTER = 28;
/** Letters of height that are looked at to tell the language. */
const SAMPLE = 9;
/** A line seen with less certainty than this is tried in other languages, and one that is that much surer is taken. */
const UNSURE = 0.7;
const SURER = 0.1;
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
  const layers = inkLayers(drawn.samples, drawn.width, drawn.height);
  const specked = speckShare(layers.black) > SPECKED;
  const [black, coloured] = [layers.black, layers.coloured].map((layer) =>
    layer !== undefined && specked ? withoutSpecks(layer) : layer,
  );
  const plain = onWhite(black ?? layers.black);
  const native = letterHeight(plain, DARK);
  const factor = factorFor(native, plain);
  const letter = (native ?? USUAL_LETTER) * factor;
  const large = (layer: Grey): Grey => resized(layer, factor);
  const clean = large(plain);
  const angle = skewOf(clean);
  const straight = (layer: Grey): Grey => (angle === 0 ? layer : turned(layer, angle));
  const rules = straight(clean);
  const image = withoutRules(rules, letter, DARK);
  const regions = seenRegions(image, { rules, letter, dark: DARK });
  const sheet = { recogniser, image, regions, letter };
  const { seen, chosen } = await read(sheet, languages);
  if (!hasText(seen)) return [];
  const apart = coloured === undefined ? [] : await seenApart(recogniser, straight(large(coloured)), { chosen, seen });
  const page = { ...drawn, width: image.width, height: image.height, scale: drawn.scale * factor };
  return [...seen, ...apart].flatMap((paragraph) => blocksOf(paragraph, page, angle));
}

function factorFor(letter: number | undefined, { width, height }: Grey): number {
  if (letter === undefined || (letter >= LEGIBLE.least && letter <= LEGIBLE.most)) return 1;
  const most = Math.min(MOST_ENLARGED, Math.max(1, Math.sqrt(MOST_PIXELS / (width * height))));
  return Math.min(most, TAUGHT / letter);
}

/** A page as it is read: its regions one after the other. */
interface Sheet {
  readonly recogniser: Recogniser;
  readonly image: Grey;
  readonly regions: readonly Box[];
  readonly letter: number;
}

interface Read {
  readonly seen: readonly SeenParagraph[];
  readonly chosen: readonly RecognisedLanguage[];
}

/** In the languages named, or else in the one that is surest of the page, and single lines in those that are surest of them. */
async function read(sheet: Sheet, languages: readonly RecognisedLanguage[] | undefined): Promise<Read> {
  if (languages !== undefined) return { seen: await regionsRead(sheet, languages), chosen: languages };
  const likely = await likelyLanguage(sheet);
  if (!isChinese(likely)) return whole(sheet, likely, await regionsRead(sheet, [likely]));
  const simplified = await regionsRead(sheet, ['chi_sim']);
  const traditional = await regionsRead(sheet, ['chi_tra']);
  return isTraditional(simplified, traditional)
    ? whole(sheet, 'chi_tra', traditional)
    : whole(sheet, 'chi_sim', simplified);
}

/** With its unsure lines read in other languages: a page in one often quotes another. */
async function whole(sheet: Sheet, language: RecognisedLanguage, first: readonly SeenParagraph[]): Promise<Read> {
  const { recogniser, image, letter } = sheet;
  const margin = Math.round(letter);
  const lines = first.flatMap((paragraph) => paragraph.lines);
  const unsure = lines.filter(
    (line) => (lettersOf(line) >= LEAST_LETTERS && certaintyOf(line) < UNSURE) || (language !== 'eng' && isLatin(line)),
  );
  const better = new Map<SeenLine, SeenLine>();
  for (const other of RECOGNISED_LANGUAGES) {
    if (other === language || (isChinese(other) && isChinese(language))) continue;
    for (const line of unsure) {
      const cut = cutOut(image, line.box, margin);
      const [again, ...more] = (await recogniser.recognise(cut, { languages: [other], layout: 'block' })).flatMap(
        (paragraph) => paragraph.lines,
      );
      if (again === undefined || more.length > 0) continue;
      const known = better.get(line) ?? line;
      const moved = lineMovedBy(again, line.box[0] - margin, line.box[1] - margin);
      const least = other === 'eng' && isLatin(known) ? -SURER : SURER;
      if (certaintyOf(moved) > certaintyOf(known) + least) better.set(line, moved);
    }
  }
  const seen = first.map((paragraph) => ({ lines: paragraph.lines.map((line) => better.get(line) ?? line) }));
  return { seen, chosen: [language] };
}

async function regionsRead(
  { recogniser, image, regions, letter }: Sheet,
  languages: readonly RecognisedLanguage[],
): Promise<readonly SeenParagraph[]> {
  const margin = Math.round(letter);
  const found: SeenParagraph[] = [];
  for (const region of regions) {
    const seen = await recogniser.recognise(cutOut(image, region, margin), { languages, layout: 'block' });
    const [left, top] = [region[0] - margin, region[1] - margin];
    found.push(...seen.map((paragraph) => movedBy(paragraph, left, top)));
  }
  return found;
}

function movedBy({ lines }: SeenParagraph, left: number, top: number): SeenParagraph {
  return { lines: lines.map((line) => lineMovedBy(line, left, top)) };
}

function lineMovedBy({ box, words }: SeenLine, left: number, top: number): SeenLine {
  const moved = ([x0, y0, x1, y1]: Box): Box => [x0 + left, y0 + top, x1 + left, y1 + top];
  return { box: moved(box), words: words.map((word) => ({ ...word, box: moved(word.box) })) };
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

/** The language whose model by itself is surest of the first lines of the largest region. */
async function likelyLanguage({ recogniser, image, regions, letter }: Sheet): Promise<RecognisedLanguage> {
  const area = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);
  const [largest] = regions.toSorted((a, b) => area(b) - area(a));
  if (largest === undefined) return 'eng';
  const [x0, y0, x1, y1] = largest;
  const sample = cutOut(image, [x0, y0, x1, Math.min(y1, y0 + Math.round(SAMPLE * letter))], Math.round(letter));
  let best: { readonly language: RecognisedLanguage; readonly certainty: number } = { language: 'eng', certainty: 0 };
  for (const language of RECOGNISED_LANGUAGES) {
    const seen = await recogniser.recognise(sample, { languages: [language], layout: 'block' });
    const words = seen.flatMap(({ lines }) => lines.flatMap((line) => line.words));
    const certainty = certaintyOf({ box: [0, 0, 0, 0], words });
    // All models know Latin letters, but only one tells small ones from capitals well.
    if (certainty > best.certainty)
      best = { language: isLatin({ box: [0, 0, 0, 0], words }) ? 'eng' : language, certainty };
  }
  return best.language;
}

function isChinese(language: RecognisedLanguage): boolean {
  return language === 'chi_sim' || language === 'chi_tra';
}

function isLatin({ words }: SeenLine): boolean {
  const text = words.map((word) => word.text).join('');
  return lettersIn(text) >= 8 && (text.match(/[\p{Script=Latin}\p{N}]/gu)?.length ?? 0) > 0.7 * lettersIn(text);
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

/** A gap wider than that many heights of the line parts cells of a table. */
const CELL_GAP = 1.5;

/** A line as a row whose cells are its words. Between Chinese characters of one cell stands no space, whatever the engine says. */
function rowOf(line: SeenLine, page: PagePixels, angle: number): readonly PageRow[] {
  const words = line.words.filter(({ text }) => text !== '');
  if (words.length === 0) return [];
  const cells = words.map<PageLine>(({ text, box, confidence }) => {
    const place = placeOf(box, page, angle);
    return { text, box: place, size: place[3] - place[1], bold: false, runs: 'across', spaced: false, confidence };
  });
  const gaps = words.map(({ text, box, spaced }, i) => {
    const before = words[i - 1];
    if (before === undefined) return '';
    const gap = (box[0] - before.box[2]) / Math.max(1, line.box[3] - line.box[1]);
    const beside = [before.text.slice(-1), text.slice(0, 1)].filter((character) => UNSPACED.test(character)).length;
    if (gap > CELL_GAP) return ' ';
    return !spaced || beside === 2 || (beside === 1 && gap < 0.5) ? '' : ' ';
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
