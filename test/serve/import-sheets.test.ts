import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvText, plainCell } from '../../src/read/index.ts';
import { csvRows } from '../../src/read/libraries/csv-rows.ts';
import { workbook, workbookRow } from '../read/workbook.ts';
import { jsonLines } from './daybook.ts';
import { Importing, MANY, pageOf, receiptOf } from './importing-vault.ts';

const importing = new Importing();
const { run, write, described } = importing;

describe('a sheet', () => {
  it('IM6, IM7: that Daybook wrote comes back empty when nothing was edited, and with its differences when something was', async () => {
    for (let i = 0; i < MANY; i++) write(`in/page-${i}.txt`, pageOf(i + 100));
    write(
      'in/formula.html',
      '<html><head><title>=1+1, "quoted"</title></head><body><p>The mill said that 500 people came.</p></body></html>',
    );
    expect((await run('add', 'in', '--collection', 'First', '--origin', '-not said')).code).toBe(0);
    expect((await run('sheet', 'sources', 'out.csv')).code).toBe(0);
    const text = readFileSync(join(importing.base, 'out.csv'), 'utf8');
    expect(text).toContain(`"'=1+1, ""quoted"""`);
    expect(text).toContain("'-not said");
    expect(text).not.toMatch(/(?:^|,|")[=+@-](?!not)\w/m);
    const same = await run('import', 'sheet', 'out.csv', '--dry-run');
    expect(same.out).toBe(
      `Would take in ${MANY + 1}: 0 new, ${MANY + 1} already here, 0 changed, 0 refused.\nNothing was stored: this was a dry run.\n`,
    );
    const heads = await importing.vault.query('status', undefined);
    expect((await run('import', 'sheet', 'out.csv')).out).toContain(`${MANY + 1} already here, 0 changed`);
    expect(await importing.vault.query('status', undefined)).toEqual(heads);

    const read = csvRows(new TextEncoder().encode(text));
    if (!read.ok) throw new Error(read.error.reason);
    const { header } = read.value;
    const rows = read.value.rows.map(({ cells }) => cells.map(plainCell));
    const edit = (at: number, name: string, value: string): void => {
      rows[at] = (rows[at] ?? []).with(header.indexOf(name), value);
    };
    edit(0, 'title', 'A better title');
    edit(0, 'date', '2019-05~');
    edit(1, 'collections', 'First | Second');
    edit(2, 'date', 'last week');
    edit(3, 'file', 'another.txt');
    edit(4, 'daybook source', '0'.repeat(32));
    rows[5] = rows[6] ?? [];
    write('edited.csv', csvText([header, ...rows]));
    const dry = await run('import', 'sheet', 'edited.csv', '--dry-run');
    expect(dry.out).toContain('changed       row 2  (title, date)');
    expect(dry.out).toContain('changed       row 3  (collections)');
    expect(dry.out).toContain('refused       row 4  (its date is none');
    expect(dry.out).toContain('refused       row 5  (a column was changed that only shows');
    expect(dry.out).toContain('refused       row 6  (no source here has this id)');
    expect(dry.out).toContain('refused       row 8  (its id stands in an earlier row too)');
    expect(dry.out).toContain(`Would take in ${MANY + 1}: 0 new, ${MANY - 5} already here, 2 changed, 4 refused.`);
    expect((await run('import', 'sheet', 'edited.csv')).code).toBe(1);
    expect((await run('sheet', 'sources', 'after.csv')).code).toBe(0);
    const after = readFileSync(join(importing.base, 'after.csv'), 'utf8');
    expect(after).toContain('A better title');
    expect(after).toContain('2019-05~');
    expect(after).toContain('First | Second');
    expect((await run('import', 'sheet', 'after.csv', '--dry-run')).out).toContain('0 changed, 0 refused.');
    const shown = await run('show', rows[0]?.[0] ?? '');
    expect(shown.out).toContain('A better title');
  });

  it('IM6: comes back out of Excel as it does out of CSV, with the same differences', async () => {
    for (let i = 0; i < 5; i++) write(`in/page-${i}.txt`, pageOf(i + 100));
    expect((await run('add', 'in')).code).toBe(0);
    expect((await run('sheet', 'sources', 'out.csv')).code).toBe(0);
    const read = csvRows(readFileSync(join(importing.base, 'out.csv')));
    if (!read.ok) throw new Error(read.error.reason);
    const rows = [read.value.header, ...read.value.rows.map(({ cells }) => cells)];
    const bookOf = (all: typeof rows): Promise<Uint8Array> =>
      workbook({ Sheet: all.map((cells, i) => workbookRow(i + 1, ...cells)).join('') });
    write('out.xlsx', await bookOf(rows));
    expect((await run('import', 'sheet', 'out.xlsx', '--dry-run')).out).toContain(
      '5 already here, 0 changed, 0 refused',
    );
    const edited = rows.map((cells, i) => (i === 2 ? cells.with(read.value.header.indexOf('title'), 'Better') : cells));
    write('edited.xlsx', await bookOf(edited));
    write('edited.csv', csvText(edited));
    const [book, csv] = [
      await run('import', 'sheet', 'edited.xlsx', '--dry-run'),
      await run('import', 'sheet', 'edited.csv', '--dry-run'),
    ];
    expect(book.out).toContain('changed       row 3  (title)');
    expect(book).toEqual(csv);
  });

  it('IM10: of Excel is read by the mapping that a table of characters has, from the sheet that it names', async () => {
    const rows = [
      ['Name', 'Words', 'Path'],
      ['First & last', 'a;b', 'one.txt'],
      ['Second', '', 'two.txt'],
    ];
    write('one.txt', pageOf(1));
    write('two.txt', pageOf(2));
    const listed = rows.map((cells, i) => workbookRow(i + 1, ...cells)).join('');
    write('list.xlsx', await workbook({ About: workbookRow(1, 'how this was made'), List: listed }));
    write('list.csv', csvText(rows));
    write('map.yaml', 'title: Name\nfile: Path\ntags: {column: Words, separator: ";"}\n');
    const guessed = await run('import', 'sheet', 'list.xlsx', '--mapping', 'map.yaml');
    expect([guessed.code, guessed.err]).toEqual([7, expect.stringContaining('Several sheets')]);
    write('map.yaml', 'sheet: List\ntitle: Name\nfile: Path\ntags: {column: Words, separator: ";"}\n');
    const args = (file: string): string[] => ['import', 'sheet', file, '--mapping', 'map.yaml', '--json'];
    expect(await run(...args('list.xlsx'), '--dry-run')).toEqual(await run(...args('list.csv'), '--dry-run'));
    expect(receiptOf(await run(...args('list.xlsx')))).toMatchObject({ received: 2, stored: 2, refused: 0 });
    expect(receiptOf(await run(...args('list.csv')))).toMatchObject({ received: 2, stored: 0, alreadyHere: 2 });
    const first = (await described()).find(({ file }) => file === 'one.txt')?.fields;
    expect([first?.get('title'), first?.get('tags')]).toEqual([['First & last'], ['a', 'b']]);
  });

  it('IM8: of claims brings verdicts back as reviews, and changes nothing else', async () => {
    for (let i = 0; i < MANY; i++) write(`in/page-${i}.txt`, pageOf(i + 100));
    expect((await run('add', 'in')).code).toBe(0);
    expect((await run('sheet', 'claims', 'claims.csv', '--reveal')).code).toBe(0);
    expect((await run('import', 'sheet', 'claims.csv', '--dry-run')).out).toContain(
      `${MANY} already here, 0 changed, 0 refused.`,
    );
    const lines = readFileSync(join(importing.base, 'claims.csv'), 'utf8').trimEnd().split('\r\n');
    lines[1] = (lines[1] ?? '').replace(/"","",?""$|,"",""$/, ',accept,as in the page');
    lines[2] = (lines[2] ?? '').replace(/,"",""$/, ',accept,""');
    lines[3] = (lines[3] ?? '').replace(/,"",""$/, ',perhaps,why');
    lines[4] = (lines[4] ?? '').replace(/people/, 'boats').replace(/,"",""$/, ',reject,why');
    write('edited.csv', lines.join('\r\n'));
    const done = await run('import', 'sheet', 'edited.csv', '--json');
    expect(receiptOf(done)).toMatchObject({ received: MANY, changed: 1, refused: 3 });
    const states = jsonLines(await run('claims', '--json', '--limit', '200')).map(({ state }) => state);
    expect(states.filter((state) => state === 'accepted')).toHaveLength(1);
  });

  it('IM10: of anybody comes in by a mapping, with collections and the claims that its rows state', async () => {
    const rows = Array.from({ length: MANY }, (_, i) => [
      `N-${i}`,
      `Titel ${i}`,
      i === MANY - 1 ? 'fehlt.txt' : `in/page-${i}.txt`,
      'harbour; ferry',
      i % 2 === 0 ? 'Even' : '',
      i === 5 ? 'words that stand nowhere' : `${i + 100},000 people lived near the harbour`,
      'blue',
    ]);
    write('list.csv', csvText([['Nr', 'Titel', 'Datei', 'Worte', 'Regal', 'Satz', 'Farbe'], ...rows]));
    for (let i = 0; i < MANY - 1; i++) write(`in/page-${i}.txt`, pageOf(i + 100));
    write(
      'map.yaml',
      'item: Nr\ntitle: Titel\nfile: Datei\ntags: { column: Worte, separator: ";" }\ncollection: Regal\nclaim: { quote: Satz, kind: assertion }\n',
    );
    expect((await run('import', 'sheet', 'list.csv')).code).toBe(2);
    const done = await run('import', 'sheet', 'list.csv', '--mapping', 'map.yaml', '--json');
    expect(receiptOf(done)).toMatchObject({
      received: MANY,
      stored: MANY - 1,
      refused: 1,
      claims: { recorded: MANY - 2, lost: 1 },
    });
    const fields = (await described()).find(({ file }) => file === 'in/page-8.txt')?.fields;
    expect(fields?.get('tags')).toEqual(['harbour', 'ferry']);
    expect(fields?.get('Farbe')).toEqual(['blue']);
    const collections = jsonLines(await run('collection', 'list', '--json'));
    expect(collections).toMatchObject([{ name: 'Even', sources: MANY / 2 }]);
    const again = await run('import', 'sheet', 'list.csv', '--mapping', 'map.yaml', '--json');
    expect(receiptOf(again)).toMatchObject({
      stored: 0,
      alreadyHere: MANY - 1,
      changed: 0,
      claims: { 'already-here': MANY - 2, lost: 1 },
    });
    write('bad.yaml', 'title: Nope\n');
    expect((await run('import', 'sheet', 'list.csv', '--mapping', 'bad.yaml')).code).toBe(7);
    write('worse.yaml', 'colour: Farbe\n');
    expect((await run('import', 'sheet', 'list.csv', '--mapping', 'worse.yaml')).code).toBe(7);
  });
});

describe('annotations', () => {
  it('IM11: stand on the passages that they quote, and the lost ones are counted', async () => {
    for (let i = 0; i < MANY; i++) write(`in/page-${i}.txt`, pageOf(i + 100));
    write(
      'here.html',
      '<html><head><link rel="canonical" href="https://example.org/ferry"></head><body><p>The ferry office said that\n 31,000 people crossed.</p><p>Again: people crossed.</p></body></html>',
    );
    expect((await run('add', 'in', 'here.html')).code).toBe(0);
    const quote = (exact: string, prefix = '', suffix = ''): object => ({
      type: 'TextQuoteSelector',
      exact,
      prefix,
      suffix,
    });
    const w3c = Array.from({ length: MANY }, (_, i) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      id: `urn:note:${i}`,
      creator: { name: 'A reader' },
      created: '2024-05-01T00:00:00Z',
      body: [
        { type: 'TextualBody', value: `note ${i}` },
        { type: 'TextualBody', purpose: 'tagging', value: 'count' },
      ],
      target: {
        source: `https://elsewhere.example/${i}`,
        selector: [quote(`${i + 100},000 people lived near the harbour`)],
      },
    }));
    write('w3c.json', JSON.stringify({ type: 'AnnotationCollection', first: { items: w3c } }));
    const done = await run('import', 'annotations', 'w3c.json', '--json');
    expect([done.code, receiptOf(done)]).toMatchObject([0, { received: MANY, stored: MANY, refused: 0 }]);
    expect(receiptOf(await run('import', 'annotations', 'w3c.json', '--json'))).toMatchObject({
      alreadyHere: MANY,
      stored: 0,
    });
    const hypothesis = {
      rows: [
        {
          id: 'h1',
          uri: 'https://example.org/ferry',
          user: 'acct:reader@example.org',
          text: 'how many?',
          tags: ['boats'],
          target: [
            {
              source: 'https://example.org/ferry',
              selector: [
                { type: 'TextPositionSelector', start: 1, end: 2 },
                quote('said that 31,000 people crossed', 'The ferry office ', '.'),
              ],
            },
          ],
        },
        {
          id: 'h2',
          uri: 'https://example.org/ferry',
          text: 'which?',
          target: [{ selector: [quote('people crossed')] }],
        },
        {
          id: 'h3',
          uri: 'https://example.org/ferry',
          text: 'which?',
          target: [{ selector: [quote('people crossed', 'Again: ')] }],
        },
        {
          id: 'h4',
          uri: 'https://example.org/ferry',
          text: 'whole page',
          target: [{ source: 'https://example.org/ferry' }],
        },
        {
          id: 'h5',
          uri: 'https://nowhere.example',
          text: '',
          target: [{ selector: [quote('no such words anywhere at all')] }],
        },
        'not one',
      ],
    };
    write('h.json', JSON.stringify(hypothesis));
    const mixed = await run('import', 'annotations', 'h.json', '--json');
    expect(mixed.code).toBe(1);
    expect(
      jsonLines(mixed)
        .slice(0, 6)
        .map(({ status, why }) => why ?? status),
    ).toEqual(['stored', 'lost', 'stored', 'no-quote', 'no-source', 'not-an-annotation']);
    const source = String(jsonLines(mixed)[0]?.['source']);
    const notes = await importing.vault.query('passageNotes', {
      source:
        (await importing.vault.query('sourcesByPrefix', { prefix: source }))[0]?.source ??
        ((): never => {
          throw new Error('no source');
        })(),
    });
    expect(notes).toMatchObject([
      {
        item: 'h1',
        words: 'how many?',
        tags: ['boats'],
        creator: 'acct:reader@example.org',
        passage: { quote: 'said that 31,000 people crossed' },
      },
      { item: 'h3', passage: { quote: 'people crossed' } },
    ]);
    expect((await run('show', source)).out).toContain('how many?');
    expect((await run('claims', '--json', '--limit', '500')).out).not.toContain('how many?');
  });
});
