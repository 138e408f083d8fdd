import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseThemePack } from './theme-pack-parser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PLACES = 'id,type,parent,countries,name:en,name:zh-Hans,lat,lon,show_as,source,unverified,note';

/** A pack of one table, with a manifest that fits it. */
function packOf(tables: Readonly<Record<string, string>>, changes: Readonly<Record<string, unknown>> = {}) {
  const files = Object.entries(tables).map(([name, text]) => ({
    name,
    kind: name.slice(0, name.indexOf('.')),
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  const manifest = {
    format: 1,
    id: 'a-pack',
    title: 'A pack',
    version: '1.0.0',
    licence: 'CC0-1.0',
    description: 'Invented.',
    sources: { invented: 'invented for this test' },
    files,
    ...changes,
  };
  return parseThemePack(new Map([['manifest.json', JSON.stringify(manifest)], ...Object.entries(tables)]));
}

function faultsOf(tables: Readonly<Record<string, string>>, changes: Readonly<Record<string, unknown>> = {}) {
  const pack = packOf(tables, changes);
  return pack.ok ? [] : pack.error.faults.map(({ file, row, column, code }) => [file, row, column, code]);
}

const place = (row: string): Record<string, string> => ({
  'places.csv': `${PLACES}\nAA,country,,XA,Aa,,,,,invented,,\n${row}\n`,
});

function readFolder(folder: string): Map<string, Uint8Array> {
  return new Map(
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

describe('a theme pack', () => {
  it('gives its rows with names, flags, point, row to show and source in words', () => {
    const pack = packOf({
      'places.csv': `${PLACES}\nAA,country,,XA,Aa|Land of A,啊,,,,invented,aliases|zh-Hans,\nAA-1,county,AA,XA,"One, Upper",,1.5,-20.0,,invented,,a note\nAA-1-1,village,AA-1,XA,Hamlet,,,,,invented,,\n`,
    });
    expect(pack).toEqual({
      ok: true,
      value: {
        id: 'a-pack',
        title: 'A pack',
        version: '1.0.0',
        licence: 'CC0-1.0',
        description: 'Invented.',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        places: [
          {
            id: 'AA',
            type: 'country',
            names: [
              { text: 'Aa', language: 'en', unverified: false },
              { text: 'Land of A', language: 'en', unverified: true },
              { text: '啊', language: 'zh-Hans', unverified: true },
            ],
            countries: ['XA'],
            showAs: 'AA',
            source: 'invented for this test',
          },
          {
            id: 'AA-1',
            type: 'county',
            parent: 'AA',
            names: [{ text: 'One, Upper', language: 'en', unverified: false }],
            countries: ['XA'],
            point: { lat: 1.5, lon: -20 },
            showAs: 'AA-1',
            source: 'invented for this test',
            note: 'a note',
          },
          {
            id: 'AA-1-1',
            type: 'village',
            parent: 'AA-1',
            names: [{ text: 'Hamlet', language: 'en', unverified: false }],
            countries: ['XA'],
            showAs: 'AA-1',
            source: 'invented for this test',
          },
        ],
        offices: [],
        terms: [],
        notes: [],
      },
    });
  });

  it('is refused with the file, row and column of what is wrong', () => {
    const at = (row: string) => faultsOf(place(row));
    const fault = (column: string, code: string) => [['places.csv', 3, column, code]];
    expect(at('B!,county,AA,XA,Bee,,,,,invented,,')).toEqual(fault('id', 'bad-value'));
    expect(at('BB,county,AA,Xa,Bee,,,,,invented,,')).toEqual(fault('countries', 'bad-value'));
    expect(at('BB,county,ZZ,XA,Bee,,,,,invented,,')).toEqual(fault('parent', 'unknown-parent'));
    expect(at('BB,county,BB,XA,Bee,,,,,invented,,')).toEqual(fault('parent', 'parent-cycle'));
    expect(at('AA,county,,XA,Bee,,,,,invented,,')).toEqual(fault('id', 'duplicate-id'));
    expect(at('BB,shire,AA,XA,Bee,,,,,invented,,')).toEqual(fault('type', 'unknown-type'));
    expect(at('BB,county,AA,XA,,,,,,invented,,')).toEqual(fault('name:…', 'no-name'));
    expect(at('BB,county,AA,XA,Bee|Bee,,,,,invented,,')).toEqual(fault('name:en', 'duplicate-name'));
    expect(at('BB,county,AA,XA,Be\u202Ee,,,,,invented,,')).toEqual(fault('name:en', 'bad-value'));
    expect(at('BB,county,AA,XA,Bee,,,,,,,')).toEqual(fault('source', 'bad-value'));
    expect(at('BB,county,AA,XA,Bee,,,,,rumour,,')).toEqual(fault('source', 'unknown-source'));
    expect(at('BB,county,AA,XA,Bee,,,,,invented,fr,')).toEqual(fault('unverified', 'unknown-flag'));
    expect(at('BB,county,AA,XA,=1+1,,,,,invented,,')).toEqual(fault('name:en', 'formula'));
  });

  it('is refused when a point is finer than 0.1 degree, or given for what is finer than a county', () => {
    const at = (row: string) => faultsOf(place(row));
    expect(at('BB,county,AA,XA,Bee,,1.53,20.0,,invented,,')).toEqual([['places.csv', 3, 'lat', 'point-too-fine']]);
    expect(at('BB,county,AA,XA,Bee,,1.5,,,invented,,')).toEqual([['places.csv', 3, 'lon', 'half-a-point']]);
    expect(at('BB,county,AA,XA,Bee,,91.5,20,,invented,,').at(0)).toEqual(['places.csv', 3, 'lat', 'bad-value']);
    expect(at('BB,village,AA,XA,Bee,,1.5,20.0,,invented,,')).toEqual([['places.csv', 3, 'lat', 'point-too-fine']]);
    expect(at('BB,village,AA,XA,Bee,,1.5,20.0,,invented,point,')).toEqual([['places.csv', 3, 'lat', 'point-too-fine']]);
    expect(at('BB,river,AA,XA,Bee,,1.5,20.0,,invented,,')).toEqual([['places.csv', 3, 'lat', 'point-too-fine']]);
  });

  it('shows nothing finer than a county, whatever its rows ask for', () => {
    const at = (row: string) => faultsOf(place(row));
    expect(at('BB,village,AA,XA,Bee,,,,BB,invented,,')).toEqual([['places.csv', 3, 'show_as', 'show-as-too-fine']]);
    expect(at('BB,village,,XA,Bee,,,,,invented,,')).toEqual([['places.csv', 3, 'show_as', 'show-as-too-fine']]);
    expect(at('BB,village,,XA,Bee,,,,AA,invented,,')).toEqual([['places.csv', 3, 'show_as', 'show-as-elsewhere']]);
    expect(at('BB,village,AA,XA,Bee,,,,QQ,invented,,')).toEqual([['places.csv', 3, 'show_as', 'unknown-show-as']]);
    expect(faultsOf(place('BB,county,AA,XA,Bee,,,,,invented,,'), { placeTypes: { village: 'county' } })).toEqual([
      ['manifest.json', undefined, 'placeTypes.village', 'bad-manifest'],
    ]);
    expect(faultsOf(place('BB,hut,AA,XA,Bee,,,,BB,invented,,'), { placeTypes: { hut: 'finer' } })).toEqual([
      ['places.csv', 3, 'show_as', 'show-as-too-fine'],
    ]);
    expect(faultsOf(place('BB,oblast,AA,XA,Bee,,,,,invented,,'), { placeTypes: { oblast: 'province' } })).toEqual([]);
  });

  it('keeps a point that nobody checked out of the row, and says so', () => {
    const pack = packOf(place('BB,county,AA,XA,Bee,,1.5,20.0,,invented,point,'));
    expect(pack.ok && pack.value.places[1]).toEqual({
      id: 'BB',
      type: 'county',
      parent: 'AA',
      names: [{ text: 'Bee', language: 'en', unverified: false }],
      countries: ['XA'],
      showAs: 'BB',
      source: 'invented for this test',
      unverified: ['point'],
    });
  });

  it('gives an office no point', () => {
    const table = 'id,type,name:en,lat,lon,source,unverified\no,court,Court,1.5,2.5,invented,\n';
    expect(faultsOf({ 'offices.csv': table })).toEqual([
      ['offices.csv', 1, 'lat', 'unknown-column'],
      ['offices.csv', 1, 'lon', 'unknown-column'],
    ]);
  });

  it('reads what spreadsheets write: byte order mark, semicolons, CRLF, quotes, empty rows at the end', () => {
    const table = '\uFEFFid;type;name:en;source;unverified\r\nt;term;"a ""b""; c";invented;\r\n;;;;\r\n';
    const pack = packOf({ 'terms.csv': table });
    expect(pack.ok && pack.value.terms.map(({ names }) => names.map(({ text }) => text))).toEqual([['a "b"; c']]);
  });

  it('is refused when a table is no table', () => {
    const table = (rows: string) => faultsOf({ 'terms.csv': `id,type,name:en,source,unverified\n${rows}` });
    expect(table('t,term,"x,invented,\n')).toEqual([['terms.csv', 2, undefined, 'not-csv']]);
    expect(table('t,term,x"y,invented,\n')).toEqual([['terms.csv', 2, undefined, 'not-csv']]);
    expect(table('t,term,"x"y,invented,\n')).toEqual([['terms.csv', 2, undefined, 'not-csv']]);
    expect(table('t,term,x,invented\n')).toEqual([['terms.csv', 2, undefined, 'not-csv']]);
    expect(faultsOf({ 'terms.csv': '' })).toEqual([['terms.csv', 1, undefined, 'not-csv']]);
    expect(faultsOf({ 'terms.csv': 'id,type,name:en,source\n' })).toEqual([
      ['terms.csv', 1, 'unverified', 'missing-column'],
    ]);
  });

  it('is refused when a file changed, is missing, is not UTF-8, or hides in another folder', () => {
    const terms = 'id,type,name:en,source,unverified\nt,term,x,invented,\n';
    const entry = (name: string, sha256: string) => ({ files: [{ name, kind: 'terms', sha256 }] });
    const zeros = '0'.repeat(64);
    expect(faultsOf({ 'terms.csv': terms }, entry('terms.csv', zeros))).toEqual([
      ['terms.csv', undefined, undefined, 'digest-mismatch'],
    ]);
    expect(faultsOf({}, entry('terms.csv', zeros))).toEqual([['terms.csv', undefined, undefined, 'missing-file']]);
    expect(faultsOf({}, entry('../terms.csv', zeros)).at(0)).toEqual([
      'manifest.json',
      undefined,
      'files.0.name',
      'bad-manifest',
    ]);
    const latin = new Uint8Array([0x69, 0x64, 0xff, 0x0a]);
    const manifest = {
      format: 1,
      id: 'p',
      title: 'P',
      version: '1',
      licence: 'CC0-1.0',
      description: 'P.',
      sources: {},
    };
    const files = entry('terms.csv', createHash('sha256').update(latin).digest('hex'));
    const pack = parseThemePack(
      new Map<string, Uint8Array | string>([
        ['manifest.json', JSON.stringify({ ...manifest, ...files })],
        ['terms.csv', latin],
      ]),
    );
    expect(pack).toMatchObject({ ok: false, error: { faults: [{ file: 'terms.csv', code: 'not-utf-8' }] } });
    expect(parseThemePack(new Map())).toMatchObject({ ok: false, error: { faults: [{ code: 'missing-file' }] } });
    expect(parseThemePack(new Map([['manifest.json', '{']]))).toMatchObject({
      ok: false,
      error: { faults: [{ code: 'not-json' }] },
    });
    expect(faultsOf({}, { format: 2 })).toEqual([['manifest.json', undefined, 'format', 'unknown-format']]);
  });

  it('leaves kinds, fields and files it does not know aside, and says so', () => {
    const rules = '{"rules":[]}';
    const sha256 = createHash('sha256').update(rules).digest('hex');
    const pack = packOf(
      { 'rules.json': rules, 'notes.txt': 'x' },
      { files: [{ name: 'rules.json', kind: 'rules', sha256 }], weather: 1 },
    );
    expect(pack.ok && pack.value.notes.map(({ file, code }) => [file, code])).toEqual([
      ['manifest.json', 'field-ignored'],
      ['notes.txt', 'file-ignored'],
      ['rules.json', 'kind-ignored'],
    ]);
  });

  it('lists fifty faults and says that there are more', () => {
    const rows = Array.from({ length: 80 }, (_, i) => `t${i},term,,invented,`).join('\n');
    const faults = faultsOf({ 'terms.csv': `id,type,name:en,source,unverified\n${rows}\n` });
    expect([faults.length, faults.at(-1)?.[3]]).toEqual([51, 'too-many-faults']);
  });

  it('of two thousand generations is refused as quickly as a ring', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `t${i},term,t${i + 1},x,invented,`).join('\n');
    const table = `id,type,parent,name:en,source,unverified\n${rows}\nt2000,term,,x,invented,\n`;
    expect(faultsOf({ 'terms.csv': table }).at(0)?.[3]).toBe('parent-cycle');
  });
});

describe('the packs that ship', () => {
  it.each([
    ['north-korea-china', 70, 28, 7],
    ['samples', 15, 16, 6],
  ])('%s loads whole, every row with a source', (name, places, offices, terms) => {
    const pack = parseThemePack(readFolder(join(root, 'packs', name)));
    expect(pack).toMatchObject({ ok: true, value: { id: name, notes: [] } });
    if (!pack.ok) return;
    const { value } = pack;
    expect([value.places.length, value.offices.length, value.terms.length]).toEqual([places, offices, terms]);
    expect([...value.places, ...value.offices, ...value.terms].every(({ source }) => source.length > 10)).toBe(true);
  });

  it('of the samples claims no point on the earth and no assigned country code', () => {
    const pack = parseThemePack(readFolder(join(root, 'packs', 'samples')));
    if (!pack.ok) throw new Error('refused');
    // ISO 3166-1 leaves XA to XZ to users.
    const codes = pack.value.places.flatMap(({ countries }) => countries).filter((code) => !/^X[A-Z]$/.test(code));
    expect([codes, pack.value.places.filter(({ point }) => point)]).toEqual([[], []]);
  });

  const gazetteer = join(root, '..', 'shared', 'reference', 'gazetteer.csv');
  const present = existsSync(gazetteer);
  const beside = present
    ? 'comes out of the gazetteer byte for byte'
    : 'was NOT CHECKED: no gazetteer beside this checkout';
  it(`north-korea-china ${beside}`, () => {
    if (!present) return;
    const out = mkdtempSync(join(tmpdir(), 'pack-'));
    try {
      execFileSync(process.execPath, [join(root, 'scripts', 'make-first-pack.mjs'), '--out', out], { stdio: 'pipe' });
      expect(readFolder(out)).toEqual(readFolder(join(root, 'packs', 'north-korea-china')));
    } finally {
      rmSync(out, { recursive: true });
    }
  });
});
