import type Database from '@signalapp/sqlcipher';
import { type DeviceKey, idFromBytes, type WorkspaceId } from '../base/index.ts';
import { type KeptSearch, type LogSize, readKeptSearch } from '../preserve/index.ts';
import { type Concordance, type ConcordanceRequest, concordance } from './concordance.ts';
import { LACKING_PARTS, voidErasures } from './exchange-queries.ts';
import { LogStore } from './log-store.ts';
import { tableIn } from './projections.ts';
import { blobOf, numberOf, type Row, textOf } from './rows.ts';
import { search } from './search.ts';
import type { SearchAnswer, SearchRequest } from './search-answer.ts';

const deviceOf = (row: Row): DeviceKey => idFromBytes('DeviceKey', blobOf(row, 'device'));

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
    return db
      .prepare(`SELECT record FROM ${tableIn(db, 'kept_search')} ORDER BY name, search`)
      .all<Row>()
      .flatMap((row) => readKeptSearch(JSON.parse(textOf(row, 'record'))) ?? []);
  },

  /**
   * How many entries of each device are here with their texts, in the order of the devices: up to the first whose text was
   * withheld, which would be new if it came.
   */
  logSizes: (db: Database, workspace: WorkspaceId): readonly LogSize[] => {
    const voided = JSON.stringify(voidErasures(db, new LogStore(db, workspace)));
    const lacking = db
      .prepare(
        `SELECT e.device, MIN(e.seq) AS size ${LACKING_PARTS}
         AND json_extract(CAST(e.bytes AS TEXT), '$.kind') = 'layer-made' GROUP BY e.device`,
      )
      .all<Row>([voided]);
    const first = new Map(lacking.map((row) => [deviceOf(row), numberOf(row, 'size')]));
    return db
      .prepare('SELECT device, MAX(seq) + 1 AS size FROM placement GROUP BY device ORDER BY device')
      .all<Row>()
      .map((row) => ({ device: deviceOf(row), size: first.get(deviceOf(row)) ?? numberOf(row, 'size') }))
      .filter(({ size }) => size > 0);
  },
} as const;
