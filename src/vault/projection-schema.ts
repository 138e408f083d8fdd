import { createHash } from 'node:crypto';
import { termsVersion } from '../read/index.ts';
import { createSearch, dropSearch } from './search-schema.ts';

/**
 * Every table that screens, commands and searches read is a projection of the record. They exist in generations
 * (`source_g3`), so that new ones are built beside the old and swapped in by one transaction.
 *
 * Each row names the entry that made it (`leaf`) and that entry's place. Of two entries that say something of one key
 * the later in the order of the record stands, whichever came first: so a set of projections follows from the set of
 * entries and parts, and an entry or a part that comes late costs no more than one that comes in its turn.
 */
export interface ProjectionTable {
  readonly name: ProjectionName;
  readonly columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>;
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  /**
   * The column with the subject under which the parts that give a row are filed: where a row goes, those of the same key
   * are found there. Absent where the envelope alone gives rows, which never go.
   */
  readonly filedUnder?: string;
}

export type ProjectionName =
  | 'person'
  | 'device'
  | 'sealing_key'
  | 'source'
  | 'layer'
  | 'reading'
  | 'suggestion'
  | 'collection'
  | 'collection_source'
  | 'receipt'
  | 'brief'
  | 'erasure'
  | 'retention'
  | 'setting'
  | 'kept_search'
  | 'approval'
  | 'assistant'
  | 'assistant_call'
  | 'assistant_answer'
  | 'proposal'
  | 'review'
  | 'consent'
  | 'description'
  | 'passage_note';

/** One more whenever the rules that fill the tables change. A change of the tables themselves needs no hand. */
const RULES = 7;

const place = { leaf: 'TEXT', device: 'TEXT', seq: 'INTEGER', ord: 'INTEGER', at: 'TEXT' } as const;
/** Columns by which rows are shown in the order in which they came. */
const inOrder = ['ord', 'device', 'seq'] as const;

export const projectionTables: readonly ProjectionTable[] = [
  // One row for each entry that enrols a person: which of them names the person, whoever reads decides.
  { name: 'person', columns: { person: 'TEXT', name: 'TEXT', ...place }, key: ['person', 'leaf'], indexes: [] },
  {
    name: 'device',
    columns: { key: 'TEXT', person: 'TEXT', checkpoint_key: 'TEXT', ...place },
    key: ['key'],
    indexes: [],
  },
  // To what a person's bundles are sealed, as each device says: of several rows, whoever reads decides.
  {
    name: 'sealing_key',
    columns: { person: 'TEXT', recipient: 'TEXT', ...place },
    key: ['person', 'device'],
    indexes: [],
  },
  {
    name: 'source',
    columns: { source: 'TEXT', sha256: 'TEXT', person: 'TEXT', record: 'TEXT', ...place },
    key: ['source'],
    indexes: [['sha256'], inOrder],
    filedUnder: 'source',
  },
  {
    name: 'layer',
    // The digest of its words: the same text in another wrapper is found by it.
    columns: { layer: 'TEXT', source: 'TEXT', content: 'TEXT', words: 'TEXT', record: 'TEXT', ...place },
    key: ['layer'],
    indexes: [['source'], ['words']],
    filedUnder: 'source',
  },
  {
    name: 'reading',
    columns: { layer: 'TEXT', source: 'TEXT', output: 'TEXT', record: 'TEXT', ...place },
    key: ['layer'],
    indexes: [['source']],
    filedUnder: 'source',
  },
  {
    name: 'collection',
    columns: { collection: 'TEXT', name: 'TEXT', ...place },
    key: ['collection'],
    indexes: [],
    filedUnder: 'collection',
  },
  {
    name: 'collection_source',
    // 0 when the source was taken out again: the row stays, since an earlier entry may come later.
    columns: { collection: 'TEXT', source: 'TEXT', member: 'INTEGER', ...place },
    key: ['collection', 'source'],
    indexes: [['source']],
    filedUnder: 'source',
  },
  {
    name: 'receipt',
    columns: { receipt: 'TEXT', record: 'TEXT', ...place },
    key: ['receipt'],
    indexes: [],
    filedUnder: 'receipt',
  },
  {
    name: 'brief',
    columns: { brief: 'TEXT', person: 'TEXT', ...place },
    key: ['brief'],
    indexes: [],
    filedUnder: 'brief',
  },
  {
    name: 'erasure',
    columns: { erasure: 'TEXT', person: 'TEXT', reason: 'TEXT', subjects: 'INTEGER', ...place },
    key: ['erasure'],
    indexes: [],
    filedUnder: 'erasure',
  },
  {
    name: 'retention',
    // null when the rule was taken back.
    columns: { collection: 'TEXT', days: 'INTEGER', reason: 'TEXT', person: 'TEXT', ...place },
    key: ['collection'],
    indexes: [],
    filedUnder: 'collection',
  },
  {
    name: 'setting',
    columns: { subject: 'TEXT', name: 'TEXT', value: 'TEXT', person: 'TEXT', ...place },
    key: ['name'],
    indexes: [],
    filedUnder: 'subject',
  },
  {
    name: 'kept_search',
    columns: { search: 'TEXT', name: 'TEXT', record: 'TEXT', person: 'TEXT', ...place },
    key: ['search'],
    indexes: [],
    filedUnder: 'search',
  },
  {
    name: 'approval',
    columns: { approval: 'TEXT', approves: 'TEXT', person: 'TEXT', ...place },
    key: ['approval'],
    indexes: [['approves']],
    filedUnder: 'approval',
  },
  {
    name: 'assistant',
    // Of each device its own: an address of one machine means another program on the next. null when it was turned off.
    columns: { subject: 'TEXT', address: 'TEXT', model: 'TEXT', person: 'TEXT', ...place },
    key: ['device'],
    indexes: [],
    filedUnder: 'subject',
  },
  {
    name: 'assistant_call',
    columns: { call: 'TEXT', record: 'TEXT', person: 'TEXT', ...place },
    key: ['call'],
    indexes: [inOrder],
    filedUnder: 'call',
  },
  {
    name: 'assistant_answer',
    columns: { call: 'TEXT', record: 'TEXT', ...place },
    key: ['call'],
    indexes: [],
    filedUnder: 'call',
  },
  {
    name: 'proposal',
    columns: { call: 'TEXT', source: 'TEXT', content: 'TEXT', ...place },
    key: ['call'],
    indexes: [['source']],
    filedUnder: 'source',
  },
  // One row for each review and each withdrawal: none takes the place of another, whoever made it.
  {
    name: 'review',
    columns: { source: 'TEXT', claim: 'TEXT', record: 'TEXT', person: 'TEXT', ...place },
    key: ['source', 'claim', 'leaf'],
    indexes: [],
    filedUnder: 'source',
  },
  // One row for each answer and each withdrawal: which stands, whoever reads decides, and the others are its history.
  {
    name: 'consent',
    columns: { source: 'TEXT', use: 'TEXT', record: 'TEXT', person: 'TEXT', ...place },
    key: ['source', 'use', 'leaf'],
    indexes: [],
    filedUnder: 'source',
  },
  {
    name: 'description',
    columns: { source: 'TEXT', origin: 'TEXT', item: 'TEXT', record: 'TEXT', person: 'TEXT', ...place },
    key: ['source', 'origin', 'item'],
    indexes: [['origin', 'item']],
    filedUnder: 'source',
  },
  {
    name: 'passage_note',
    columns: { source: 'TEXT', item: 'TEXT', record: 'TEXT', person: 'TEXT', ...place },
    key: ['source', 'item'],
    indexes: [],
    filedUnder: 'source',
  },
];

/**
 * Readings made by this copy, beside the projections and of their generation: a cache that no entry makes. A row counts
 * only while the reading stated last has its digest.
 */
const suggestionTable = {
  name: 'suggestion',
  columns: { layer: 'TEXT', source: 'TEXT', output: 'TEXT', reading: 'TEXT' },
  key: ['layer'],
  indexes: [['source']],
} as const satisfies ProjectionTable;

const allTables: readonly ProjectionTable[] = [...projectionTables, suggestionTable];

/** The name of a table in one generation of projections. */
export function tableName(name: ProjectionName, generation: number): string {
  return `${name}_g${generation}`;
}

/** Statements that make one set of projections, with the search index that goes with it. */
export function createProjections(generation: number): string {
  const tables = allTables
    .flatMap(({ name, columns, key, indexes }) => {
      const table = tableName(name, generation);
      const listed = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
      const create = `CREATE TABLE ${table} (${listed.join(', ')}, PRIMARY KEY (${quoted(key)})) STRICT, WITHOUT ROWID;`;
      return [create, ...indexes.map((on, i) => `CREATE INDEX ${table}_${i} ON ${table} (${quoted(on)});`)];
    })
    .join('\n');
  return `${tables}\n${createSearch(generation)}`;
}

/** Statements that drop one set of projections. */
export function dropProjections(generation: number): string {
  const tables = allTables.map(({ name }) => `DROP TABLE IF EXISTS ${tableName(name, generation)};`).join('\n');
  return `${dropSearch(generation)}\n${tables}`;
}

/** What a build projects by: projections with another version are built again when a vault is opened. */
export function projectionVersion(): string {
  const made = createHash('sha256').update(createProjections(0)).update(termsVersion()).digest('hex');
  return `${RULES}-${made.slice(0, 16)}`;
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
