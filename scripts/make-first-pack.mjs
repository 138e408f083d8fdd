// Makes packs/north-korea-china from the project's reference gazetteer. The pack is checked in; run this again when the
// gazetteer changes:  node scripts/make-first-pack.mjs [--from GAZETTEER] [--out FOLDER]
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Converter as CnConverter } from 'opencc-js/cn2t';
import { Converter as TraditionalConverter } from 'opencc-js/t2cn';
import { transform } from 'rolldown/utils';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: flags } = parseArgs({
  options: {
    from: { type: 'string', default: join(root, '..', 'shared', 'reference', 'gazetteer.csv') },
    out: { type: 'string', default: join(root, 'packs', 'north-korea-china') },
  },
});

const SOURCES = {
  gb2260: 'GB/T 2260, codes of the administrative divisions of China (code and simplified name)',
  'port-agreement': 'agreement between the two states on border ports (simplified name)',
  wiki: 'an encyclopaedia article (one of the forms)',
  law: 'Overseas NGO Law of China (simplified name)',
  documents: 'seen in published documents (one of the forms)',
  geonames: 'GeoNames, CC BY 4.0 (point, rounded to 0.1 degree; of a province or prefecture, its seat)',
  'by-hand': 'compiled by hand, without a published source for the names',
};
const COLUMNS = {
  places: [
    'id',
    'type',
    'parent',
    'countries',
    'names',
    'code',
    'lat',
    'lon',
    'show_as',
    'source',
    'unverified',
    'note',
  ],
  offices: ['id', 'type', 'parent', 'countries', 'names', 'source', 'unverified', 'note'],
  terms: ['id', 'type', 'names', 'source', 'unverified', 'note'],
};
const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'zh', 'ko'];

// The one CSV reader of the house, so that what is written here is read the same way there.
const { code } = await transform('theme-pack-csv.ts', readFileSync(join(root, 'src/read/theme-pack-csv.ts'), 'utf8'));
const { parseCsv } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
const simplify = TraditionalConverter({ from: 't', to: 'cn' });
const complicate = CnConverter({ from: 'cn', to: 't' });

const read = parseCsv(readFileSync(flags.from, 'utf8'), 100_000);
if (!read.ok) throw new Error(`gazetteer: ${read.error.code} in row ${read.error.row}`);
const { header, rows } = read.value;
const gazetteer = rows.map(({ cells }) => Object.fromEntries(header.map((column, i) => [column, cells[i]])));
const kindOf = (row) => (row.type.startsWith('org:') ? 'offices' : row.type === 'term' ? 'terms' : 'places');

mkdirSync(flags.out, { recursive: true });
const files = [];
for (const [kind, columns] of Object.entries(COLUMNS)) {
  const rowsOfKind = gazetteer.filter((row) => kindOf(row) === kind).map(packRow);
  const used = LANGUAGES.filter((language) => rowsOfKind.some((row) => row[`name:${language}`]));
  const headings = columns.flatMap((column) => (column === 'names' ? used.map((tag) => `name:${tag}`) : [column]));
  const table = [headings, ...rowsOfKind.map((row) => headings.map((heading) => row[heading] ?? ''))];
  const text = `\uFEFF${table.map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
  writeFileSync(join(flags.out, `${kind}.csv`), text);
  files.push({ name: `${kind}.csv`, kind, sha256: createHash('sha256').update(text).digest('hex') });
}
const manifest = {
  format: 1,
  id: 'north-korea-china',
  title: 'North Korea and China',
  version: '1.0.0',
  licence: 'AGPL-3.0-only',
  description:
    'Places on both sides of the border, offices, publishers and legal roles, and terms, in English, Chinese and Korean. Most names in Korean and in traditional characters, and all aliases, are unverified.',
  sources: SOURCES,
  files,
};
writeFileSync(join(flags.out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${gazetteer.length} rows: ${files.map(({ name }) => name).join(', ')}`);

function packRow(row) {
  const names = Object.fromEntries(LANGUAGES.map((language) => [language, []]));
  const add = (language, name) => {
    if (name && !names[language].includes(name)) names[language].push(name);
  };
  add('en', row.en);
  add('zh-Hans', row.zh_hans);
  add('zh-Hant', row.zh_hant);
  add('ko', row.ko);
  // "Tumen (city)" tells the reader which one is meant; a text writes "Tumen".
  add('en', row.en.replace(/ \([^()]*\)$/, ''));
  for (const alias of row.aliases.split('|').filter(Boolean)) {
    const language = languageOf(alias);
    if (!(language === 'zh' && (names['zh-Hans'].includes(alias) || names['zh-Hant'].includes(alias)))) {
      add(language, alias);
    }
  }
  const unverified = row.unverified.split('|').filter(Boolean).map(flagName);
  // Of `zh` there are aliases only, and of those none has a source.
  if (names.zh.length > 0) unverified.push('zh');
  if (LANGUAGES.some((language) => names[language].length > 1)) unverified.push('aliases');
  const sources = row.name_sources.split('|').filter(Boolean);
  if (row.coord_source.startsWith('geonames')) sources.push('geonames');
  if (row.name_sources === '') sources.push('by-hand');
  return {
    id: row.id,
    type: row.type.replace(/^org:/, ''),
    parent: row.parent_id,
    countries: row.country,
    ...Object.fromEntries(LANGUAGES.map((language) => [`name:${language}`, names[language].join('|')])),
    code: row.gb_code,
    lat: row.lat,
    lon: row.lon,
    show_as: row.show_as,
    source: sources.join('|'),
    unverified: unverified.join('|'),
    note: row.note,
  };
}

function flagName(field) {
  return { zh_hans: 'zh-Hans', zh_hant: 'zh-Hant', coord: 'point', country: 'countries' }[field] ?? field;
}

function languageOf(name) {
  if (/\p{Script=Hangul}/u.test(name)) return 'ko';
  if (!/\p{Script=Han}/u.test(name)) return 'en';
  const [hans, hant] = [simplify(name) === name, complicate(name) === name];
  if (hans && hant) return 'zh';
  return hant ? 'zh-Hant' : 'zh-Hans';
}

function quote(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
