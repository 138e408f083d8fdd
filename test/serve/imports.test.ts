import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/read/index.ts';
import { jsonLines } from './daybook.ts';
import { Importing, MANY, pageOf, receiptOf } from './importing-vault.ts';

const importing = new Importing();
const { run, write, described } = importing;

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
      'left-over.txt': pageOf(990),
    };
    for (let i = 0; i < 100; i++) files[`files/notice-${i}.txt`] = pageOf(i + 100);
    for (let i = 0; i < 10; i++) files[`files/annex-${i}.txt`] = pageOf(i + 300);
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
    write('lib/a.txt', pageOf(1));
    write('outside.txt', pageOf(2));
    symlinkSync(join(importing.base, 'outside.txt'), join(importing.base, 'lib/link.txt'));
    const done = await run('import', 'uwazi', 'lib', '--json');
    expect(done.code).toBe(1);
    expect(
      jsonLines(done)
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
      { length: MANY },
      (_, i) => `
      <bib:Article rdf:about="#item_${i}">
        <z:itemType>journalArticle</z:itemType>
        <dc:title>Paper &amp; ferry ${i}</dc:title>
        <dc:date>2018-0${(i % 9) + 1}</dc:date>
        <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Veldt</foaf:surname><foaf:givenName>Mara</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
        <dc:subject>harbour</dc:subject><dc:subject><z:AutomaticTag><rdf:value>mill ${i}</rdf:value></z:AutomaticTag></dc:subject>
        ${i < MANY - 10 ? `<link:link rdf:resource="#file_${i}"/>` : ''}
        ${i === 7 ? '<dcterms:isReferencedBy rdf:resource="#memo_7"/>' : ''}
      </bib:Article>
      ${i < MANY - 10 ? `<z:Attachment rdf:about="#file_${i}"><rdf:resource rdf:resource="files/${i}/paper%20${i}.txt"/><dc:title>Full text</dc:title></z:Attachment>` : ''}`,
    );
    const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
      ${items.join('')}
      <bib:Memo rdf:about="#memo_7"><rdf:value>ask again in spring</rdf:value></bib:Memo>
      <z:Collection rdf:about="#c1"><dc:title>Shelf one</dc:title><dcterms:hasPart rdf:resource="#item_7"/></z:Collection>
    </rdf:RDF>`;
    write('zotero/library.rdf', rdf);
    for (let i = 0; i < MANY - 10; i++) write(`zotero/files/${i}/paper ${i}.txt`, pageOf(i + 100));
    for (const named of ['zotero', 'zotero/library.rdf'] as const) {
      const done = await run('import', 'zotero', named, '--json');
      expect([done.code, done.err]).toEqual([0, '']);
      const first = named === 'zotero';
      expect(receiptOf(done)).toMatchObject({
        received: MANY,
        stored: first ? MANY : 0,
        alreadyHere: first ? 0 : MANY,
        refused: 0,
        unclaimed: 0,
      });
    }
    const here = await described();
    expect(here.length).toBe(MANY);
    const seven = here.find(({ file }) => file.endsWith('paper 7.txt'))?.fields;
    expect(seven?.get('title')).toEqual(['Paper & ferry 7']);
    expect(seven?.get('author')).toEqual(['Veldt, Mara']);
    expect(seven?.get('tags')).toEqual(['harbour', 'mill 7']);
    expect(seven?.get('note')).toEqual(['ask again in spring']);
    expect(seven?.get('collections')).toEqual(['Shelf one']);
  });

  it('IM5: comes in whole out of CSL JSON, with the files in its storage folder', async () => {
    const items = Array.from({ length: MANY }, (_, i) => ({
      id: `http://zotero.org/users/1/items/ABCD${String(1000 + i)}`,
      type: 'report',
      title: `Report ${i}`,
      author: [{ family: 'Veldt', given: 'Mara' }, { literal: 'Lantern Society' }],
      issued: { 'date-parts': [[2017, 3, (i % 28) + 1]] },
      URL: `https://example.org/${i}`,
    }));
    write('csl/My Library.json', JSON.stringify(items));
    for (let i = 0; i < MANY / 2; i++) write(`csl/storage/ABCD${1000 + i}/report.txt`, pageOf(i + 100));
    write('csl/storage/ZZZZ9999/nobodys.txt', pageOf(999));
    const done = await run('import', 'zotero', 'csl/My Library.json', '--json');
    expect([done.code, receiptOf(done)]).toMatchObject([0, { received: MANY, stored: MANY, refused: 0, unclaimed: 1 }]);
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

describe('an export of Tella', () => {
  it('IM9: keeps what the telephone recorded, shows where it was only when asked, and says when a file is another', async () => {
    const rows = Array.from({ length: MANY }, (_, i) => [
      `photo-${i}.txt`,
      i === 3 ? 'ab'.repeat(32) : '',
      '41.99999',
      'HarbourPhone',
    ]);
    write('tella/metadata.csv', csvText([['File name', 'File hash SHA256', 'Latitude', 'Device ID'], ...rows]));
    for (let i = 0; i <= MANY; i++) write(`tella/photo-${i}.txt`, pageOf(i + 100));
    const done = await run('import', 'tella', 'tella', '--json');
    expect(receiptOf(done)).toMatchObject({ received: MANY + 1, stored: MANY + 1, refused: 0, digestsDiffer: 1 });
    const [first] = (await importing.vault.query('sources', { limit: 1 })).items;
    const hidden = await run('show', first?.source ?? '');
    expect(hidden.out).toContain('Latitude');
    expect(hidden.out).not.toMatch(/41\.99999|HarbourPhone/);
    expect((await run('show', first?.source ?? '', '--reveal')).out).toContain('41.99999');
    expect((await run('sheet', 'sources', 'out.csv', '--reveal')).code).toBe(0);
    expect(readFileSync(join(importing.base, 'out.csv'), 'utf8')).not.toMatch(/41\.99999|HarbourPhone/);
  });
});
