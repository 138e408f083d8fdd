import type Database from '@signalapp/sqlcipher';
import { idFromBytes, type WorkspaceId } from '../base/index.ts';
import { type KeptSearch, type LogSize, readKeptSearch } from '../preserve/index.ts';
import { type Concordance, type ConcordanceRequest, concordance } from './concordance.ts';
import { tableName } from './projection-schema.ts';
import { currentProjections } from './projections.ts';
import { blobOf, numberOf, type Row, textOf } from './rows.ts';
import { search } from './search.ts';
import type { SearchAnswer, SearchRequest } from './search-answer.ts';

/** Questions about what the vault's texts say. */
export const searchQueries = {
  /** Sources whose passages a query finds, with those passages. */
  search: (db: Database, workspace: WorkspaceId, request: SearchRequest): SearchAnswer =>
    search(db, workspace, request),

  /** Where terms stand in all texts, oldest first, and how often in each year. */
  concordance: (db: Database, _workspace: WorkspaceId, request: ConcordanceRequest): Concordance =>
    concordance(db, request),

  /** Searches that were kept, by name. */
  keptSearches: (db: Database): readonly KeptSearch[] => {
    const projections = currentProjections(db);
    if (projections === undefined) throw new Error('the vault has no projections');
    return db
      .prepare(`SELECT record FROM ${tableName('kept_search', projections.generation)} ORDER BY name, search`)
      .all<Row>()
      .flatMap((row) => readKeptSearch(JSON.parse(textOf(row, 'record'))) ?? []);
  },

  /** How many entries of each device are placed here, in the order of the devices. */
  logSizes: (db: Database): readonly LogSize[] =>
    db
      .prepare('SELECT device, MAX(seq) + 1 AS size FROM placement GROUP BY device ORDER BY device')
      .all<Row>()
      .map((row) => ({ device: idFromBytes('DeviceKey', blobOf(row, 'device')), size: numberOf(row, 'size') })),
} as const;
