/**
 * Every table that screens, commands and searches read is a projection of the record. They exist in generations
 * (`source_g3`), so that new ones are built beside the old and swapped in by one transaction.
 */
export interface ProjectionTable {
  readonly name: ProjectionName;
  readonly columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>;
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
}

export type ProjectionName =
  | 'person'
  | 'device'
  | 'source'
  | 'layer'
  | 'reading'
  | 'suggestion'
  | 'collection'
  | 'collection_source'
  | 'receipt'
  | 'brief';

/** One more whenever tables or the rules that fill them change: the vault then builds its projections again. */
export const PROJECTION_VERSION = 1;

const place = { device: 'TEXT', seq: 'INTEGER', ord: 'INTEGER', at: 'TEXT' } as const;

export const projectionTables: readonly ProjectionTable[] = [
  { name: 'person', columns: { person: 'TEXT', name: 'TEXT', ...place }, key: ['person'], indexes: [] },
  {
    name: 'device',
    columns: { key: 'TEXT', person: 'TEXT', checkpoint_key: 'TEXT', ...place },
    key: ['key'],
    indexes: [],
  },
  {
    name: 'source',
    columns: { source: 'TEXT', sha256: 'TEXT', person: 'TEXT', record: 'TEXT', ...place },
    key: ['source'],
    indexes: [['sha256'], ['ord', 'device', 'seq']],
  },
  {
    name: 'layer',
    columns: { layer: 'TEXT', source: 'TEXT', content: 'TEXT', record: 'TEXT', ...place },
    key: ['layer'],
    indexes: [['source']],
  },
  {
    name: 'reading',
    columns: { layer: 'TEXT', source: 'TEXT', record: 'TEXT', ...place },
    key: ['layer'],
    indexes: [['source']],
  },
  {
    name: 'suggestion',
    columns: { layer: 'TEXT', source: 'TEXT', output: 'TEXT', reading: 'TEXT' },
    key: ['layer'],
    indexes: [['source']],
  },
  { name: 'collection', columns: { collection: 'TEXT', name: 'TEXT', ...place }, key: ['collection'], indexes: [] },
  {
    name: 'collection_source',
    columns: { collection: 'TEXT', source: 'TEXT', ...place },
    key: ['collection', 'source'],
    indexes: [['source']],
  },
  { name: 'receipt', columns: { receipt: 'TEXT', record: 'TEXT', ...place }, key: ['receipt'], indexes: [] },
  { name: 'brief', columns: { brief: 'TEXT', parts: 'TEXT', person: 'TEXT', ...place }, key: ['brief'], indexes: [] },
];

/** Names of the tables of one set of projections: a generation in the file, or a shadow in memory. */
export function tableNamer(generation: number | 'shadow'): (name: ProjectionName) => string {
  return (name) => (generation === 'shadow' ? `temp.${name}_shadow` : `${name}_g${generation}`);
}

/** Statements that make one set of projections. */
export function createProjections(generation: number | 'shadow'): string {
  const table = tableNamer(generation);
  return projectionTables
    .flatMap(({ name, columns, key, indexes }) => {
      const listed = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
      const create = `CREATE TABLE ${table(name)} (${listed.join(', ')}, PRIMARY KEY (${quoted(key)})) STRICT, WITHOUT ROWID;`;
      const indexed = generation === 'shadow' ? [] : indexes;
      return [create, ...indexed.map((on, i) => `CREATE INDEX ${table(name)}_${i} ON ${table(name)} (${quoted(on)});`)];
    })
    .join('\n');
}

/** Statements that drop one set of projections. */
export function dropProjections(generation: number | 'shadow'): string {
  const table = tableNamer(generation);
  return projectionTables.map(({ name }) => `DROP TABLE IF EXISTS ${table(name)};`).join('\n');
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
