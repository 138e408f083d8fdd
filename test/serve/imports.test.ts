import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvText, plainCell } from '../../src/read/index.ts';
import { csvRows } from '../../src/read/libraries/csv-rows.ts';
import type { Vault } from '../../src/vault/index.ts';
import { workbook, workbookRow } from '../read/workbook.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';
import type { Run } from './daybook.ts';
import { runHere } from './run-here.ts';

let vault: Vault;
let remove = (): void => {};
let base = '';
beforeEach(async () => {
  ({ vault, remove } = await temporaryVault());
  base = mkdtempSync(join(tmpdir(), 'daybook-imports-'));
});
afterEach(async () => {
  await vault.close();
  remove();
  rmSync(base, { recursive: true, force: true });
});

const run = (...args: readonly string[]): Promise<Run> => runHere(base, args, { session: { vault, folder: 'vault' } });
const objects = ({ out }: Run): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const receiptOf = (done: Run): unknown => objects(done).at(-1)?.['receipt'];

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(base, name)), { recursive: true });
  writeFileSync(join(base, name), content);
}

const page = (n: number): string =>
  `SAMPLE, INVENTED\n\nThe Lantern Society said that ${n},000 people lived near the harbour at the end of 2018.\n`;

/** The sources here, with what libraries say of each. */
async function described(): Promise<
  readonly { readonly file: string; readonly fields: ReadonlyMap<string, readonly string[]> }[]
> {
  const { items } = await vault.query('sources', { limit: 500 });
  const all = [];
  for (const { source, record } of items) {
    const said = (await vault.query('descriptions', { source })).flatMap(({ fields }) => fields);
    all.push({ file: record.fileName, fields: new Map(said.map(({ name, values }) => [name, values])) });
  }
  return all;
}

async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, content] of Object.entries(files)) await zip.add(name, new TextReader(content));
  return zip.close();
}

describe('a library of Uwazi', () => {
  it('IM2, IM3: comes in whole: a hundred and twenty records, counted, with all that was said of them', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => [
      `Notice ${i}`,
      `2019-0${(i % 9) + 1}-0${(i % 7) + 1}`,
      i % 2 === 0 ? 'harbour|ferry' : 'mill',
      `the page|https://example.org/notice/${i}`,
      i < 100 ? `notice-${i}.txt${i < 10 ? `|annex-${i}.txt` : ''}` : '',
    ]);
    const files: Record<string, string> = {
      'import.csv': csvText([['Title', 'Date', 'Places', 'Link', 'File'], ...rows]),
      'left-over.txt': page(990),
    };
    for (let i = 0; i < 100; i++) files[`files/notice-${i}.txt`] = page(i + 100);
    for (let i = 0; i < 10; i++) files[`files/annex-${i}.txt`] = page(i + 300);
    write('uwazi.zip', await zipOf(files));
    const foreseen = await run('import', 'uwazi', 'uwazi.zip', '--dry-run', '--json');
    expect(receiptOf(foreseen)).toMatchObject({ received: 120, stored: 120, refused: 0, unclaimed: 1, dryRun: true });
    expect((await described()).length).toBe(0);
    const done = await run('import', 'uwazi', 'uwazi.zip', '--json');
    expect([done.code, done.err]).toEqual([0, '']);
    expect(receiptOf(done)).toMatchObject({
      received: 120,
      stored: 120,
      alreadyHere: 0,
      changed: 0,
      refused: 0,
      unclaimed: 1,
    });
    const here = await described();
    // A hundred notices, ten annexes, and twenty records without a file, which are kept as what they say.
    expect(here.length).toBe(130);
    expect(here.filter(({ file }) => file === 'record.txt').length).toBe(20);
    const first = here.find(({ file }) => file === 'files/notice-4.txt');
    expect(first?.fields.get('Places')).toEqual(['harbour', 'ferry']);
    expect(first?.fields.get('Link')).toEqual(['the page', 'https://example.org/notice/4']);
    expect(new Set(here.map(({ fields }) => fields.get('Title')?.[0])).size).toBe(120);
    const again = await run('import', 'uwazi', 'uwazi.zip', '--json');
    expect([again.code, receiptOf(again)]).toMatchObject([
      0,
      { received: 120, stored: 0, alreadyHere: 120, changed: 0 },
    ]);
    expect((await described()).length).toBe(130);
    // One record says something else now, and one is new.
    rows[3] = ['Notice 3', '2020', 'mill', '', 'notice-3.txt|annex-3.txt'];
    rows.push(['Notice 120', '', '', '', '']);
    write(
      'uwazi.zip',
      await zipOf({ ...files, 'import.csv': csvText([['Title', 'Date', 'Places', 'Link', 'File'], ...rows]) }),
    );
    const dry = await run('import', 'uwazi', 'uwazi.zip', '--dry-run');
    expect(dry.out).toContain('changed       row 5');
    expect(dry.out).toContain('new           row 122');
    expect(dry.out).toContain('Would take in 121: 1 new, 119 already here, 1 changed, 0 refused.');
    expect(receiptOf(await run('import', 'uwazi', 'uwazi.zip', '--json'))).toMatchObject({
      stored: 1,
      changed: 1,
      alreadyHere: 119,
    });
    const changed = (await described()).find(({ file }) => file === 'files/notice-3.txt');
    expect(changed?.fields.get('Date')).toEqual(['2020']);
  });

  it('IM2, IM4: a record whose file is missing, is a link or is named outside the library is refused by its row', async () => {
    write(
      'lib/import.csv',
      csvText([
        ['title', 'file'],
        ['a', 'a.txt'],
        ['b', 'gone.txt'],
        ['c', '../outside.txt'],
        ['d', 'link.txt'],
        ['e', '/etc/hosts'],
      ]),
    );
    write('lib/a.txt', page(1));
    write('outside.txt', page(2));
    symlinkSync(join(base, 'outside.txt'), join(base, 'lib/link.txt'));
    const done = await run('import', 'uwazi', 'lib', '--json');
    expect(done.code).toBe(1);
    expect(
      objects(done)
        .slice(0, 5)
        .map(({ row, status, why }) => [row, status, why ?? null]),
    ).toEqual([
      [2, 'stored', null],
      [3, 'refused', 'missing'],
      [4, 'refused', 'leads-out'],
      [5, 'refused', 'link'],
      [6, 'refused', 'leads-out'],
    ]);
    expect((await described()).length).toBe(1);
    expect((await run('import', 'uwazi', 'nowhere')).code).toBe(7);
    write('no-title.csv', 'name,file\na,b\n');
    expect((await run('import', 'uwazi', 'no-title.csv')).code).toBe(7);
    write('broken.zip', 'PK this is none');
    expect((await run('import', 'uwazi', 'broken.zip')).code).toBe(7);
  });
});

describe('a library of Zotero', () => {
  it('IM2, IM5: comes in whole out of RDF, with its files, notes, tags, authors and collections', async () => {
    const items = Array.from(
      { length: 100 },
      (_, i) => `
      <bib:Article rdf:about="#item_${i}">
        <z:itemType>journalArticle</z:itemType>
        <dc:title>Paper &amp; ferry ${i}</dc:title>
        <dc:date>2018-0${(i % 9) + 1}</dc:date>
        <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Veldt</foaf:surname><foaf:givenName>Mara</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
        <dc:subject>harbour</dc:subject><dc:subject><z:AutomaticTag><rdf:value>mill ${i}</rdf:value></z:AutomaticTag></dc:subject>
        ${i < 90 ? `<link:link rdf:resource="#file_${i}"/>` : ''}
        ${i === 7 ? '<dcterms:isReferencedBy rdf:resource="#memo_7"/>' : ''}
      </bib:Article>
      ${i < 90 ? `<z:Attachment rdf:about="#file_${i}"><rdf:resource rdf:resource="files/${i}/paper%20${i}.txt"/><dc:title>Full text</dc:title></z:Attachment>` : ''}`,
    );
    const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
      ${items.join('')}
      <bib:Memo rdf:about="#memo_7"><rdf:value>ask again in spring</rdf:value></bib:Memo>
      <z:Collection rdf:about="#c1"><dc:title>Shelf one</dc:title><dcterms:hasPart rdf:resource="#item_7"/></z:Collection>
    </rdf:RDF>`;
    write('zotero/library.rdf', rdf);
    for (let i = 0; i < 90; i++) write(`zotero/files/${i}/paper ${i}.txt`, page(i + 100));
    for (const named of ['zotero', 'zotero/library.rdf'] as const) {
      const done = await run('import', 'zotero', named, '--json');
      expect([done.code, done.err]).toEqual([0, '']);
      const first = named === 'zotero';
      expect(receiptOf(done)).toMatchObject({
        received: 100,
        stored: first ? 100 : 0,
        alreadyHere: first ? 0 : 100,
        refused: 0,
        unclaimed: 0,
      });
    }
    const here = await described();
    expect(here.length).toBe(100);
    const seven = here.find(({ file }) => file.endsWith('paper 7.txt'))?.fields;
    expect(seven?.get('title')).toEqual(['Paper & ferry 7']);
    expect(seven?.get('author')).toEqual(['Veldt, Mara']);
    expect(seven?.get('tags')).toEqual(['harbour', 'mill 7']);
    expect(seven?.get('note')).toEqual(['ask again in spring']);
    expect(seven?.get('collections')).toEqual(['Shelf one']);
  });

  it('IM5: comes in whole out of CSL JSON, with the files in its storage folder', async () => {
    const items = Array.from({ length: 110 }, (_, i) => ({
      id: `http://zotero.org/users/1/items/ABCD${String(1000 + i)}`,
      type: 'report',
      title: `Report ${i}`,
      author: [{ family: 'Veldt', given: 'Mara' }, { literal: 'Lantern Society' }],
      issued: { 'date-parts': [[2017, 3, (i % 28) + 1]] },
      URL: `https://example.org/${i}`,
    }));
    write('csl/My Library.json', JSON.stringify(items));
    for (let i = 0; i < 60; i++) write(`csl/storage/ABCD${1000 + i}/report.txt`, page(i + 100));
    write('csl/storage/ZZZZ9999/nobodys.txt', page(999));
    const done = await run('import', 'zotero', 'csl/My Library.json', '--json');
    expect([done.code, receiptOf(done)]).toMatchObject([0, { received: 110, stored: 110, refused: 0, unclaimed: 1 }]);
    const fields = (await described()).find(({ file }) => file === 'storage/ABCD1003/report.txt')?.fields;
    expect(fields?.get('date')).toEqual(['2017-03-04']);
    expect(fields?.get('author')).toEqual(['Veldt, Mara', 'Lantern Society']);
  });

  it('IM5: entities and what is no library are refused', async () => {
    write('bomb.rdf', '<!DOCTYPE r [<!ENTITY a "aaaa">]><rdf:RDF xmlns:rdf="x">&a;</rdf:RDF>');
    expect((await run('import', 'zotero', 'bomb.rdf')).code).toBe(7);
    write('odd.json', '{"a":1}');
    expect((await run('import', 'zotero', 'odd.json')).code).toBe(7);
  });
});

describe('a sheet', () => {
  it('IM6, IM7: that Daybook wrote comes back empty when nothing was edited, and with its differences when something was', async () => {
    for (let i = 0; i < 105; i++) write(`in/page-${i}.txt`, page(i + 100));
    write(
      'in/formula.html',
      '<html><head><title>=1+1, "quoted"</title></head><body><p>The mill said that 500 people came.</p></body></html>',
    );
    expect((await run('add', 'in', '--collection', 'First', '--origin', '-not said')).code).toBe(0);
    expect((await run('sheet', 'sources', 'out.csv')).code).toBe(0);
    const text = readFileSync(join(base, 'out.csv'), 'utf8');
    expect(text).toContain(`"'=1+1, ""quoted"""`);
    expect(text).toContain("'-not said");
    expect(text).not.toMatch(/(?:^|,|")[=+@-](?!not)\w/m);
    const same = await run('import', 'sheet', 'out.csv', '--dry-run');
    expect(same.out).toBe(
      'Would take in 106: 0 new, 106 already here, 0 changed, 0 refused.\nNothing was stored: this was a dry run.\n',
    );
    const heads = await vault.query('status', undefined);
    expect((await run('import', 'sheet', 'out.csv')).out).toContain('106 already here, 0 changed');
    expect(await vault.query('status', undefined)).toEqual(heads);

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
    expect(dry.out).toContain('Would take in 106: 0 new, 100 already here, 2 changed, 4 refused.');
    expect((await run('import', 'sheet', 'edited.csv')).code).toBe(1);
    expect((await run('sheet', 'sources', 'after.csv')).code).toBe(0);
    const after = readFileSync(join(base, 'after.csv'), 'utf8');
    expect(after).toContain('A better title');
    expect(after).toContain('2019-05~');
    expect(after).toContain('First | Second');
    expect((await run('import', 'sheet', 'after.csv', '--dry-run')).out).toContain('0 changed, 0 refused.');
    const shown = await run('show', rows[0]?.[0] ?? '');
    expect(shown.out).toContain('A better title');
  });

  it('IM6: comes back out of Excel as it does out of CSV, with the same differences', async () => {
    for (let i = 0; i < 5; i++) write(`in/page-${i}.txt`, page(i + 100));
    expect((await run('add', 'in')).code).toBe(0);
    expect((await run('sheet', 'sources', 'out.csv')).code).toBe(0);
    const read = csvRows(readFileSync(join(base, 'out.csv')));
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
    write('one.txt', page(1));
    write('two.txt', page(2));
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
    for (let i = 0; i < 100; i++) write(`in/page-${i}.txt`, page(i + 100));
    expect((await run('add', 'in')).code).toBe(0);
    expect((await run('sheet', 'claims', 'claims.csv', '--reveal')).code).toBe(0);
    expect((await run('import', 'sheet', 'claims.csv', '--dry-run')).out).toContain(
      '100 already here, 0 changed, 0 refused.',
    );
    const lines = readFileSync(join(base, 'claims.csv'), 'utf8').trimEnd().split('\r\n');
    lines[1] = (lines[1] ?? '').replace(/"","",?""$|,"",""$/, ',accept,as in the page');
    lines[2] = (lines[2] ?? '').replace(/,"",""$/, ',accept,""');
    lines[3] = (lines[3] ?? '').replace(/,"",""$/, ',perhaps,why');
    lines[4] = (lines[4] ?? '').replace(/people/, 'boats').replace(/,"",""$/, ',reject,why');
    write('edited.csv', lines.join('\r\n'));
    const done = await run('import', 'sheet', 'edited.csv', '--json');
    expect(receiptOf(done)).toMatchObject({ received: 100, changed: 1, refused: 3 });
    const states = objects(await run('claims', '--json', '--limit', '200')).map(({ state }) => state);
    expect(states.filter((state) => state === 'accepted')).toHaveLength(1);
  });

  it('IM10: of anybody comes in by a mapping, with collections and the claims that its rows state', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => [
      `N-${i}`,
      `Titel ${i}`,
      i === 99 ? 'fehlt.txt' : `in/page-${i}.txt`,
      'harbour; ferry',
      i % 2 === 0 ? 'Even' : '',
      i === 5 ? 'words that stand nowhere' : `${i + 100},000 people lived near the harbour`,
      'blue',
    ]);
    write('list.csv', csvText([['Nr', 'Titel', 'Datei', 'Worte', 'Regal', 'Satz', 'Farbe'], ...rows]));
    for (let i = 0; i < 99; i++) write(`in/page-${i}.txt`, page(i + 100));
    write(
      'map.yaml',
      'item: Nr\ntitle: Titel\nfile: Datei\ntags: { column: Worte, separator: ";" }\ncollection: Regal\nclaim: { quote: Satz, kind: assertion }\n',
    );
    expect((await run('import', 'sheet', 'list.csv')).code).toBe(2);
    const done = await run('import', 'sheet', 'list.csv', '--mapping', 'map.yaml', '--json');
    expect(receiptOf(done)).toMatchObject({ received: 100, stored: 99, refused: 1, claims: { recorded: 98, lost: 1 } });
    const fields = (await described()).find(({ file }) => file === 'in/page-8.txt')?.fields;
    expect(fields?.get('tags')).toEqual(['harbour', 'ferry']);
    expect(fields?.get('Farbe')).toEqual(['blue']);
    const collections = objects(await run('collection', 'list', '--json'));
    expect(collections).toMatchObject([{ name: 'Even', sources: 50 }]);
    const again = await run('import', 'sheet', 'list.csv', '--mapping', 'map.yaml', '--json');
    expect(receiptOf(again)).toMatchObject({
      stored: 0,
      alreadyHere: 99,
      changed: 0,
      claims: { 'already-here': 98, lost: 1 },
    });
    write('bad.yaml', 'title: Nope\n');
    expect((await run('import', 'sheet', 'list.csv', '--mapping', 'bad.yaml')).code).toBe(7);
    write('worse.yaml', 'colour: Farbe\n');
    expect((await run('import', 'sheet', 'list.csv', '--mapping', 'worse.yaml')).code).toBe(7);
  });
});

describe('an export of Tella', () => {
  it('IM9: keeps what the telephone recorded, shows where it was only when asked, and says when a file is another', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => [
      `photo-${i}.txt`,
      i === 3 ? 'ab'.repeat(32) : '',
      '41.99999',
      'HarbourPhone',
    ]);
    write('tella/metadata.csv', csvText([['File name', 'File hash SHA256', 'Latitude', 'Device ID'], ...rows]));
    for (let i = 0; i < 101; i++) write(`tella/photo-${i}.txt`, page(i + 100));
    const done = await run('import', 'tella', 'tella', '--json');
    expect(receiptOf(done)).toMatchObject({ received: 101, stored: 101, refused: 0, digestsDiffer: 1 });
    const [first] = (await vault.query('sources', { limit: 1 })).items;
    const hidden = await run('show', first?.source ?? '');
    expect(hidden.out).toContain('Latitude');
    expect(hidden.out).not.toMatch(/41\.99999|HarbourPhone/);
    expect((await run('show', first?.source ?? '', '--reveal')).out).toContain('41.99999');
    expect((await run('sheet', 'sources', 'out.csv', '--reveal')).code).toBe(0);
    expect(readFileSync(join(base, 'out.csv'), 'utf8')).not.toMatch(/41\.99999|HarbourPhone/);
  });
});

describe('annotations', () => {
  it('IM11: stand on the passages that they quote, and the lost ones are counted', async () => {
    for (let i = 0; i < 100; i++) write(`in/page-${i}.txt`, page(i + 100));
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
    const w3c = Array.from({ length: 100 }, (_, i) => ({
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
    expect([done.code, receiptOf(done)]).toMatchObject([0, { received: 100, stored: 100, refused: 0 }]);
    expect(receiptOf(await run('import', 'annotations', 'w3c.json', '--json'))).toMatchObject({
      alreadyHere: 100,
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
      objects(mixed)
        .slice(0, 6)
        .map(({ status, why }) => why ?? status),
    ).toEqual(['stored', 'lost', 'stored', 'no-quote', 'no-source', 'not-an-annotation']);
    const source = String(objects(mixed)[0]?.['source']);
    const notes = await vault.query('passageNotes', {
      source:
        (await vault.query('sourcesByPrefix', { prefix: source }))[0]?.source ??
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
