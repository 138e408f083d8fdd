import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type AdditionReason,
  nameForms,
  occursIn,
  parseQuery,
  type QueryTerm,
  type SearchedText,
  Sought,
  searchedText,
} from '../../src/read/index.ts';
import { tell } from '../vault/told.ts';

const folder = join(import.meta.dirname, '../../../shared/testdata/orthography-ko');
const lines = (file: string): readonly string[] => readFileSync(join(folder, file), 'utf8').trim().split('\n');
const names = nameForms([]);

/** Words of one line that the other spells differently, spaces aside. */
function differing(line: string, other: string): readonly string[] {
  const plain = other.replace(/\s/g, '');
  const words = line.match(/[가-힣]+/gu) ?? [];
  return words.filter((word) => word.length >= 2 && !plain.includes(word));
}

/** Terms without the additions of one kind. */
function without(terms: readonly QueryTerm[], kind: AdditionReason): readonly QueryTerm[] {
  return terms.map((term) => ({ ...term, alternatives: term.alternatives.filter(({ why }) => why !== kind) }));
}

const holds = (text: SearchedText, asked: readonly QueryTerm[]): boolean =>
  asked.length > 0 && asked.every((term) => occursIn(text, term));

it.skipIf(!existsSync(folder))(
  'S6: words that North and South spell differently find each other (needs ../shared/testdata)',
  { timeout: 120_000 },
  () => {
    const north = lines('northkorean-english.dev.nk');
    const south = lines('korean-english-park.dev.ko');
    const words = north.flatMap((line, i) => [...differing(line, south[i] ?? ''), ...differing(south[i] ?? '', line)]);
    const terms = new Map(words.map((word) => [word, parseQuery(word, { names, exact: false }).terms]));
    const sought = new Sought([...terms.values()].flat());
    const prepared = (line: string): SearchedText => searchedText(line, sought);
    const texts = { north: north.map(prepared), south: south.map(prepared) };
    let [asked, found, hits, wrong] = [0, 0, 0, 0];
    const missed: string[] = [];
    for (const [i, line] of north.entries()) {
      const pairs = [
        ...differing(line, south[i] ?? '').map((word) => ({ word, own: texts.north, other: texts.south })),
        ...differing(south[i] ?? '', line).map((word) => ({ word, own: texts.south, other: texts.north })),
      ];
      for (const { word, own, other } of pairs) {
        const target = other[i];
        if (target === undefined) continue;
        asked++;
        const wide = terms.get(word) ?? [];
        const narrow = without(wide, 'spelling');
        if (holds(target, wide)) found++;
        else missed.push(word);
        // What spellings bring is wrong where the same line on the word's own side does not hold the word.
        for (const [n, text] of other.entries()) {
          if (!holds(text, wide)) continue;
          hits++;
          const here = own[n];
          if (!holds(text, narrow) && (here === undefined || !holds(here, narrow))) wrong++;
        }
      }
    }
    tell(
      `orthography: ${asked} words spelled differently, found ${(found / asked).toFixed(4)}; of ${hits} lines that they ` +
        `find, spellings brought ${wrong} wrong ones (${(wrong / hits).toFixed(4)} of precision)`,
      ...(process.env['SHOW_MISSES'] ? [`  missed: ${missed.join(' ')}`] : []),
    );
    expect(wrong / hits).toBeLessThanOrEqual(0.01);
    expect(asked).toBeGreaterThan(100);
    expect(found / asked).toBeGreaterThanOrEqual(0.97);
  },
);
