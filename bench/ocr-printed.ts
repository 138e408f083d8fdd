import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImage } from '../src/read/formats/image.ts';
import { launchBrowser } from '../test/web/browser.ts';
import type { Figure } from './figure.ts';
import { type Look, type PrintedLanguage, type PrintedPage, printPage } from './printed-pages.ts';
import { retrievalSets, TESTDATA } from './search-corpus.ts';
import { type WrongCharacters, wrongCharacters } from './wrong-characters.ts';

/**
 * Pages that nothing was tuned on: other sentences, letters, sizes and layouts than those of `ocr`, printed by a browser with
 * the fonts of Debian's `fonts-noto-cjk`, `fonts-liberation` and `fonts-dejavu-core`. Wrong characters in a hundred.
 */
export async function figures(): Promise<readonly Figure[]> {
  if (!existsSync(TESTDATA)) {
    console.error('testdata is not beside the repository: figures of printed pages are left out');
    return [];
  }
  const browser = await launchBrowser();
  const read: { readonly page: PrintedPage; readonly bare: WrongCharacters; readonly spaced: WrongCharacters }[] = [];
  try {
    for (const page of heldOutPages()) {
      const reading = await readImage(await printPage(browser, page));
      const seen = reading.ok ? (reading.value.text?.blocks ?? []).map((block) => block.text).join(' ') : '';
      const wanted = page.paragraphs.join(' ');
      const [bare, spaced] = [wrongCharacters(wanted, seen, 'left out'), wrongCharacters(wanted, seen, 'counted')];
      read.push({ page, bare, spaced });
      console.error(JSON.stringify(figureOf(`${page.language}, ${nameOf(page.look)}`, [bare], 'white space left out')));
    }
  } finally {
    await browser.close();
  }
  return LANGUAGES.flatMap((language) => {
    const own = read.filter(({ page }) => page.language === language);
    const clean = own.filter(({ page: { look } }) => CLEAN(look));
    const rest = own.filter(({ page: { look } }) => !CLEAN(look));
    const bare = (each: typeof own): readonly WrongCharacters[] => each.map((one) => one.bare);
    const spaced = own.map((one) => one.spaced);
    const found = [
      figureOf(`${language}, running text on white`, bare(clean), `${clean.length} pages, white space left out`),
      figureOf(`${language}, spaces counted`, spaced, `all ${own.length} pages, a run of white space is one space`),
    ];
    const name = `${language}, columns, table, askew, grey paper`;
    return rest.length === 0 ? found : [...found, figureOf(name, bare(rest), `${rest.length} pages`)];
  });
}

const LANGUAGES = ['English', 'Chinese', 'traditional Chinese', 'Korean'] as const;
const CLEAN = ({ layout, turn, paper }: Look): boolean =>
  layout === 'plain' && turn === undefined && paper === undefined;

function nameOf({ font, bold, points, dots, layout, turn = 0, paper }: Look): string {
  return [
    `${font}${bold ? ' bold' : ''} ${points} pt`,
    `${dots} dpi`,
    layout,
    ...(turn === 0 ? [] : [`${turn}° askew`]),
    ...(paper === undefined ? [] : [`${paper} paper`]),
  ].join(', ');
}

function figureOf(name: string, counts: readonly WrongCharacters[], conditions: string): Figure {
  const wrong = counts.reduce((sum, each) => sum + each.wrong, 0);
  const wanted = counts.reduce((sum, each) => sum + each.wanted, 0);
  const value = Number(((100 * wrong) / Math.max(1, wanted)).toFixed(2));
  return { name: `wrong characters, ${name}`, value, unit: '%', n: wanted, conditions };
}

/** How each page of East Asian text looks, in letters with feet and without. */
function looks(serif: string, sans: string): readonly Look[] {
  return [
    { font: serif, points: 10, dots: 300, layout: 'plain' },
    { font: sans, points: 9, dots: 200, layout: 'plain' },
    { font: serif, points: 12, dots: 150, layout: 'plain' },
    { font: sans, bold: true, points: 16, dots: 150, layout: 'plain' },
    { font: serif, points: 9, dots: 150, layout: 'plain' },
    { font: sans, points: 14, dots: 300, layout: 'plain' },
    { font: serif, points: 10, dots: 200, layout: 'columns' },
    { font: sans, points: 11, dots: 200, layout: 'table' },
    { font: serif, points: 11, dots: 200, layout: 'plain', turn: 1.5 },
    { font: sans, points: 10.5, dots: 200, layout: 'plain', paper: 'grey' },
  ];
}

const TRADITIONAL: readonly Look[] = [
  { font: 'Noto Sans CJK TC', points: 11, dots: 200, layout: 'plain' },
  { font: 'Noto Serif CJK TC', points: 10, dots: 300, layout: 'plain' },
  { font: 'Noto Serif CJK TC', points: 12, dots: 150, layout: 'plain', turn: -1 },
];

const LATIN: readonly Look[] = [
  { font: 'Liberation Serif', points: 10, dots: 200, layout: 'plain' },
  { font: 'DejaVu Sans', points: 9, dots: 150, layout: 'plain' },
  { font: 'Liberation Sans', points: 10, dots: 200, layout: 'columns' },
];

function heldOutPages(): readonly PrintedPage[] {
  const korean = linesOf('orthography-ko/korean-english-park.dev.ko').slice(700);
  const chinese = passagesOf('CMRC').filter((_, i) => i > 400 && i % 9 === 0);
  const traditional = linesOf('web-pages-zh/pixnet/expected.html')
    .map((line) => line.replace(/<[^>]*>/g, '').trim())
    .filter((line) => line.length > 15 && /\p{Script=Han}{6}/u.test(line))
    .slice(24);
  const english = passagesOf('XQuAD-en').slice(150);
  return [
    ...pagesOf('English', english, LATIN),
    ...pagesOf('Chinese', chinese, looks('Noto Serif CJK SC', 'Noto Sans CJK SC')),
    ...pagesOf('traditional Chinese', traditional, TRADITIONAL),
    ...pagesOf('Korean', korean, looks('Noto Serif CJK KR', 'Noto Sans CJK KR')),
  ];
}

/** Each page with the next sentences. */
function pagesOf(language: PrintedLanguage, texts: readonly string[], each: readonly Look[]): readonly PrintedPage[] {
  const most = language === 'English' ? 900 : 320;
  let next = 0;
  return each.map((look) => {
    const paragraphs: string[] = [];
    for (let length = 0; length < most && next < texts.length; next++) {
      const text = (texts[next] ?? '').replace(/\s+/g, ' ').trim().slice(0, most);
      paragraphs.push(...(look.layout === 'table' ? cellsOf(text) : [text]));
      length += text.length;
    }
    return { language, paragraphs, look };
  });
}

/** Clauses as cells of a table, short enough for one line each. */
function cellsOf(text: string): readonly string[] {
  return text
    .split(/(?<=[,，。.、；])\s*/u)
    .map((cell) => cell.slice(0, 12).trim())
    .filter((cell) => /[\p{L}\p{N}]/u.test(cell));
}

function linesOf(path: string): readonly string[] {
  return readFileSync(join(TESTDATA, path), 'utf8')
    .split('\n')
    .filter((line) => line.trim().length > 8);
}

function passagesOf(name: string): readonly string[] {
  return retrievalSets()
    .filter((each) => each.name === name)
    .flatMap((each) => each.passages);
}
