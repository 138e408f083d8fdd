import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLE_PACK } from '../../src/read/figures/gold-set.ts';
import {
  anchorPassage,
  fromCodePoints,
  type Layer,
  readClaims,
  readLayer,
  resolvePassage,
  sentencesOf,
  toCodePoints,
} from '../../src/read/index.ts';
import { presence, SHARED, savedPages } from './corpus.ts';

const RUNS = process.env['SLOW'] === '1' ? 3000 : 60;
/** Each so many-th saved page. */
const PAGES = process.env['SLOW'] === '1' ? 1 : 8;

/** What holds of every layer, whatever it was made from; the list is empty when all holds. */
function faults(layer: Layer): readonly string[] {
  const found: string[] = [];
  if (!layer.text.isWellFormed()) found.push('text is not well-formed');
  let before = 0;
  let between = '';
  for (const block of layer.blocks) {
    if (block.start < before || block.end <= block.start) found.push(`block out of order at ${block.start}`);
    between += layer.text.slice(before, block.start);
    const text = layer.text.slice(block.start, block.end);
    if (text.trim() !== text || text === '') found.push(`block with white space around it at ${block.start}`);
    if (/\n\s*\n/.test(text)) found.push(`blank line inside the block at ${block.start}`);
    if (block.source.start > block.source.end)
      found.push(`source of the block at ${block.start} ends before it begins`);
    before = block.end;
  }
  between += layer.text.slice(before);
  if (/\S/.test(between)) found.push('text outside blocks');
  if (layer.documents.length === 0) found.push('no document');
  let last = 0;
  for (const document of layer.documents) {
    if (document.start < last || document.end <= document.start) found.push('documents overlap');
    last = document.end;
  }
  if (last > layer.text.length) found.push('document beyond the text');
  for (const value of Object.values(layer.metadata)) {
    if (value?.start !== undefined && value.end !== undefined && value.start >= value.end) found.push('empty position');
  }
  return found;
}

function check(bytes: Uint8Array, fileName: string): readonly string[] {
  const once = readLayer(bytes, { fileName });
  if (!once.ok) return [];
  return faults(once.value);
}

describe('reading', () => {
  const pages = presence('testdata/web-pages-news');
  it(`takes ${PAGES === 1 ? 'every' : 'every eighth'} saved page without a fault${pages.note}`, () => {
    if (!pages.present) return;
    const all = savedPages().filter((_, i) => i % PAGES === 0);
    const bad = all.flatMap(({ name, bytes }) => {
      const result = readLayer(bytes(), { fileName: 'page.html' });
      const found = result.ok ? faults(result.value) : [result.error.type];
      return found.length > 0 ? [[name, found]] : [];
    });
    process.stdout.write(`read ${all.length} saved pages, ${bad.length} with faults\n`);
    expect(all.length).toBe(Math.ceil(522 / PAGES));
    expect(bad).toEqual([]);
  });

  it(`reads claims of saved pages without a fault${pages.note}`, () => {
    if (!pages.present) return;
    const step = process.env['SLOW'] === '1' ? 1 : 60;
    let claims = 0;
    for (const { bytes } of savedPages().filter((_, i) => i % step === 0)) {
      const result = readLayer(bytes(), { fileName: 'page.html' });
      // A claim that says more than its text throws, and would take the whole page with it.
      if (result.ok) claims += readClaims(result.value, SAMPLE_PACK).claims.length;
    }
    expect(claims).toBeGreaterThan(200);
  });

  it(`anchors every tenth sentence of saved pages and finds it again${pages.note}`, () => {
    if (!pages.present) return;
    let anchored = 0;
    const lost: string[] = [];
    for (const { name, bytes } of savedPages().filter((_, i) => i % 20 === 0)) {
      const result = readLayer(bytes(), { fileName: 'page.html' });
      if (!result.ok) continue;
      const { value: layer } = result;
      const sentences = layer.blocks.flatMap(({ start, end, language }) =>
        sentencesOf(layer.text.slice(start, end), language).map((span) => ({
          start: start + span.start,
          end: start + span.end,
        })),
      );
      expect(
        sentences
          .map(({ start, end }) => layer.text.slice(start, end))
          .join('')
          .replace(/\s/g, ''),
      ).toBe(layer.text.replace(/\s/g, ''));
      for (const sentence of sentences.filter((_, i) => i % 10 === 0)) {
        const selector = toCodePoints(layer.text, sentence);
        const found = resolvePassage(layer, anchorPassage(layer, fromCodePoints(layer.text, selector) ?? sentence));
        anchored++;
        if (!found.ok || found.value.start !== sentence.start || found.value.end !== sentence.end) lost.push(name);
      }
    }
    process.stdout.write(`anchored ${anchored} sentences of saved pages, ${lost.length} not found again\n`);
    expect(anchored).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  const strings = presence('testdata/naughty-strings');
  it(`takes every naughty string, as text, as Markdown and as HTML${strings.note}`, () => {
    if (!strings.present) return;
    const list: unknown = JSON.parse(readFileSync(join(SHARED, 'testdata/naughty-strings/blns.json'), 'utf8'));
    const all = Array.isArray(list) ? list.map(String) : [];
    expect(all.length).toBe(515);
    const bad = all.flatMap((string) =>
      ['a.txt', 'a.md', 'a.html'].flatMap((name) => check(new TextEncoder().encode(`before ${string} after`), name)),
    );
    expect(bad).toEqual([]);
  });

  it('holds its promises on any text, and reads it the same way twice', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '<div>',
          '</div>',
          '<p>',
          '<br>',
          '<td>',
          '<tr>',
          '<table>',
          '<pre>',
          '<li>',
          '<!--',
          '-->',
          '<b>',
          '</b>',
          '<a href=x>',
        ],
        ...[
          '<script>',
          '</script>',
          '<template>',
          '<svg>',
          '<select><option>',
          '<input value=',
          '&amp;',
          '&#0;',
          '&#xD800;',
        ],
        ...[
          '\n',
          '\n\n',
          ' ',
          '\t',
          '# ',
          '> ',
          '- ',
          '1. ',
          '```',
          '---\n',
          '|',
          '[',
          '](',
          ')',
          '*',
          '_',
          '`',
          '\\',
          '~~~',
        ],
        ...[
          '𠮷',
          '\ud800',
          '\u00a0',
          '\u3000',
          '\u200b',
          '\0',
          '\r',
          'é',
          'e\u0301',
          '가',
          '난민',
          '河边',
          '。',
          '다. ',
        ],
        ...['title: a', '2016-08-10 17:02', 'To all offices:', 'November 16, 2003', 'Office of Examples'],
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html', 'a'),
        (pieces, fileName) => {
          const bytes = new TextEncoder().encode(pieces.join(''));
          const result = readLayer(bytes, { fileName });
          expect(readLayer(bytes, { fileName })).toEqual(result);
          if (result.ok) expect(faults(result.value)).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('holds its promises on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.txt', 'a.html'), (bytes, fileName) => {
        expect(check(bytes, fileName)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('loses no letter of a plain text or of Markdown without markup', () => {
    const word = fc.constantFrom('bridge', '강가', '河边', '𠮷', 'é', '12', 'x.', '"quoted"', '(y)');
    const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 12 }), (lines) => {
        const source = lines.join('\n');
        for (const fileName of ['a.txt', 'a.md']) {
          const result = readLayer(new TextEncoder().encode(source), { fileName });
          const text = result.ok ? result.value.text : '';
          expect(text.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('takes a line of four megabytes, and lists, tables and emphasis that are never closed, in step with their length', () => {
    const long = 1 << 22;
    const sources = [
      ['a.txt', 'word '.repeat(long / 5)],
      ['a.html', `<p>${'word '.repeat(long / 5)}`],
      ['a.html', '<ul><li>x'.repeat(20_000)],
      ['a.html', '<table><tr><td>x'.repeat(20_000)],
      ['a.html', '<b><i><p>x'.repeat(300)],
      ['a.md', '*a _b '.repeat(100_000)],
      ['a.md', '['.repeat(200_000)],
      ['a.md', '[a]('.repeat(50_000)],
      ['a.md', '> '.repeat(200_000)],
      ['a.md', `${'`a``b'.repeat(50_000)}`],
      ['a.md', '<a '.repeat(100_000)],
      ['a.md', '<!--'.repeat(100_000)],
      ['a.md', 'a|b\n-|-\n'.repeat(20_000)],
      ['a.txt', '- \n'.repeat(200_000)],
      ['a.txt', '\u00a0'.repeat(long)],
      ['a.txt', `---\n${'a: &a [*a]\n'.repeat(1000)}---\n`],
    ] as const;
    const bad = sources.flatMap(([name, source]) => check(new TextEncoder().encode(source), name));
    expect(bad).toEqual([]);
  });
});
