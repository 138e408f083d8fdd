import { existsSync } from 'node:fs';
import { readImage } from '../src/read/formats/image.ts';
import { DAMAGES, type Damage, drawPage } from './drawn-pages.ts';
import type { Figure } from './figure.ts';
import { klueSentences } from './klue-sentences.ts';
import { retrievalSets, TESTDATA } from './search-corpus.ts';
import { wrongCharacters } from './wrong-characters.ts';

/** Pages of real sentences in three languages, clean and damaged, drawn and recognised: wrong characters in a hundred. */
export async function figures(): Promise<readonly Figure[]> {
  if (!existsSync(TESTDATA)) {
    console.error('testdata is not beside the repository: figures of recognition are left out');
    return [];
  }
  const found: Figure[] = [];
  for (const [language, sentences] of Object.entries(samples())) {
    const lines = sentences.flatMap((sentence) => wrapped(sentence, language === 'English' ? 84 : 42)).slice(0, LINES);
    for (const damage of DAMAGES) found.push(await measured(language, damage, lines));
    console.error(JSON.stringify(found.slice(-5)));
  }
  return found;
}

const LINES = 8;

async function measured(language: string, damage: Damage, lines: readonly string[]): Promise<Figure> {
  const { png } = await drawPage(lines, damage);
  const from = performance.now();
  const reading = await readImage(png);
  const seconds = (performance.now() - from) / 1000;
  const text = reading.ok ? (reading.value.text?.blocks ?? []).map((block) => block.text).join(' ') : '';
  const { wrong, wanted } = wrongCharacters(lines.join(' '), text, 'left out');
  return {
    name: `wrong characters, ${language}, ${damage}`,
    value: Number(((100 * wrong) / wanted).toFixed(2)),
    unit: '%',
    n: wanted,
    conditions: `one drawn page of ${lines.length} lines, white space left out, ${seconds.toFixed(1)} s`,
  };
}

function samples(): Readonly<Record<string, readonly string[]>> {
  const passages = (name: string): readonly string[] =>
    retrievalSets()
      .filter((each) => each.name === name)
      .flatMap((each) => each.passages.slice(0, 12));
  return {
    English: passages('XQuAD-en'),
    Chinese: passages('XQuAD-zh'),
    Korean: klueSentences()
      .slice(0, 60)
      .map(({ text }) => text),
  };
}

function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/\s*[^\s\p{Script=Han}]+|\s*\p{Script=Han}/gu) ?? []) {
    if (line !== '' && line.length + piece.length > columns) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return line === '' ? lines : [...lines, line];
}
