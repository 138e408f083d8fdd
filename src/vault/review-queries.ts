import type Database from '@signalapp/sqlcipher';
import {
  type CollectionId,
  type LeafHash,
  parseId,
  parseSourceId,
  type SourceId,
  type WorkspaceId,
} from '../base/index.ts';
import { type Review, readReviewRecord } from '../weigh/index.ts';
import { tableIn } from './projections.ts';
import { numberOf, type Row, textOf } from './rows.ts';

/** Questions about what persons said of claims. */
export const reviewQueries = {
  /** Reviews and withdrawals of the claims of one source, in the order of the record. */
  reviews: (db: Database, _workspace: WorkspaceId, { source }: { readonly source: SourceId }): readonly Review[] =>
    db
      .prepare(`SELECT * FROM ${tableIn(db, 'review')} WHERE source = ? ORDER BY ord, device, seq, leaf, claim`)
      .all<Row>([source])
      .map(reviewOf),

  /** Those of the reviews of one source that stand in these entries. */
  reviewsIn: (
    db: Database,
    _workspace: WorkspaceId,
    { source, leaves }: { readonly source: SourceId; readonly leaves: readonly LeafHash[] },
  ): readonly Review[] =>
    db
      .prepare(`SELECT * FROM ${tableIn(db, 'review')} WHERE source = ? AND leaf IN (SELECT value FROM json_each(?))`)
      .all<Row>([source, JSON.stringify(leaves)])
      .map(reviewOf),

  /** Sources here that somebody has reviewed a claim of, in the order of their ids; those of one collection when it is named. */
  reviewedSources: (
    db: Database,
    _workspace: WorkspaceId,
    { collection }: { readonly collection: CollectionId | undefined },
  ): readonly SourceId[] => {
    const within =
      collection === undefined
        ? ''
        : `AND source IN (SELECT source FROM ${tableIn(db, 'collection_source')} WHERE collection = ? AND member = 1)`;
    return db
      .prepare(
        `SELECT DISTINCT source FROM ${tableIn(db, 'review')} WHERE source IN (SELECT source FROM ${tableIn(db, 'source')}) ${within} ORDER BY source`,
        { pluck: true },
      )
      .all(collection === undefined ? [] : [collection])
      .map((source) => parseSourceId(source))
      .filter((source) => source !== undefined);
  },
} as const;

function reviewOf(row: Row): Review {
  const [leaf, person] = [parseId('LeafHash', row['leaf']), parseId('PersonKey', row['person'])];
  const record = readReviewRecord(JSON.parse(textOf(row, 'record')));
  if (leaf === undefined || person === undefined || record === undefined) throw new Error('a review row is not one');
  return { leaf, person, order: numberOf(row, 'ord'), at: textOf(row, 'at'), record };
}
