import type Database from '@signalapp/sqlcipher';
import type { Result, Sha256 } from '../base/index.ts';
import { sha256 } from '../preserve/index.ts';
import { type ReadingRecord, readingOf, readReadingRecord, type ThemePack } from '../read/index.ts';
import { getMeta, metaLeaf, setMeta } from './meta.ts';
import { dropProjections, projectionVersion, tableName } from './projection-schema.ts';
import {
  abandonRebuild,
  areProjectionsCurrent,
  currentProjections,
  dumpDigest,
  makeProjections,
  type Projections,
  projectFrom,
  projectionsIn,
  putSuggestion,
} from './projections.ts';
import { type Row, textOf } from './rows.ts';
import { settleIndex, storedLayer } from './search-index.ts';
import type { LockRefusal } from './write-lock.ts';
import type { FaultPoint, SuggestionCache } from './write-request.ts';
import type { Writer } from './writer.ts';

export interface RebuildOutcome {
  readonly entries: number;
  /** Readings made again, or kept where knowledge to make them is not here and the cache is as it was stated. */
  readonly readings: number;
  /** Readings that are neither: their cache is left out until the source is read again. */
  readonly readingsDropped: number;
  readonly rows: number;
  /** Digest of the canonical dump, before and after. Equal unless a projection had been wrong, or of another build. */
  readonly before: Sha256 | undefined;
  readonly after: Sha256;
  readonly resumed: boolean;
}

export interface RebuildProgress {
  readonly entries: number;
  readonly readings: number;
}

const BATCH = 500;
const READINGS_BATCH = 20;
const SOURCES_BATCH = 100;

/**
 * Builds every projection again from the record alone, beside the ones in use, and swaps them in one transaction. Work
 * is committed in batches: a rebuild that was interrupted goes on where it stopped, unless something was written since.
 */
export function rebuild(options: {
  readonly db: Database;
  readonly writer: Writer;
  readonly packs: readonly ThemePack[];
  readonly waitMs: number;
  readonly progress: (progress: RebuildProgress) => void;
  readonly fault: (point: FaultPoint) => void;
}): Result<RebuildOutcome, LockRefusal> {
  const { db, writer, packs, progress } = options;
  return writer.derive(options.waitMs, () => {
    const old = currentProjections(db);
    const before = old !== undefined && areProjectionsCurrent(db) ? dumpDigest(old).digest : undefined;
    const { projections, resumed } = beginOrResume(db, writer, old?.generation ?? 0);
    const entries = projectAll(db, writer, projections, (done) => progress({ entries: done, readings: 0 }));
    while (writer.transaction(() => settleIndex(projections, SOURCES_BATCH)) > 0) progress({ entries, readings: 0 });
    const read = readAll({ db, writer, projections, old, packs }, (done) => progress({ entries, readings: done }));
    const after = dumpDigest(projections);
    writer.transaction(() => {
      setMeta(db, 'generation', projections.generation);
      setMeta(db, 'projection-version', projectionVersion());
      db.exec("DELETE FROM meta WHERE key LIKE 'rebuild-%'");
      if (old !== undefined) db.exec(dropProjections(old.generation));
      options.fault('projection-swap');
    });
    return { entries, ...read, rows: after.rows, before, after: after.digest, resumed };
  });
}

/**
 * Reads the layers again whose reading was stated and is not cached here, as after a bundle: readings are not carried, since
 * whoever has the text and the pack can make them. Answers how many were made, and how many this build or these packs
 * cannot give.
 */
export function readMissing(options: {
  readonly db: Database;
  readonly writer: Writer;
  readonly packs: readonly ThemePack[];
  readonly waitMs: number;
  readonly progress: (done: number) => void;
}): Result<{ readonly made: number; readonly lacking: number }, LockRefusal> {
  const { db, writer, packs, progress } = options;
  return writer.derive(options.waitMs, () => {
    const projections = projectionsIn(db);
    const { generation } = projections;
    const missing = db.prepare(
      `SELECT r.layer, r.record, l.content FROM ${tableName('reading', generation)} r
       JOIN ${tableName('layer', generation)} l USING (layer)
       LEFT JOIN ${tableName('suggestion', generation)} s ON s.layer = r.layer AND s.output = r.output
       WHERE s.layer IS NULL AND r.layer > ? ORDER BY r.layer LIMIT ${READINGS_BATCH}`,
    );
    let [made, lacking] = [0, 0];
    for (let after = ''; ; ) {
      const rows = missing.all<Row>([after]);
      const last = rows.at(-1);
      if (last === undefined) return { made, lacking };
      writer.transaction(() => {
        for (const row of rows) {
          const record = readReadingRecord(JSON.parse(textOf(row, 'record')));
          const reading = record && readAgain(db, record, textOf(row, 'content'), packs);
          if (reading === undefined) lacking++;
          else {
            putSuggestion(projections, reading);
            made++;
          }
        }
      });
      after = textOf(last, 'layer');
      progress(made);
    }
  });
}

function beginOrResume(
  db: Database,
  writer: Writer,
  old: number,
): { readonly projections: Projections; readonly resumed: boolean } {
  const generation = getMeta(db, 'rebuild-generation');
  if (typeof generation === 'number' && getMeta(db, 'rebuild-version') === projectionVersion()) {
    return { projections: { db, generation }, resumed: true };
  }
  const projections = { db, generation: old + 1 };
  writer.transaction(() => {
    abandonRebuild(db);
    makeProjections(projections);
    setMeta(db, 'rebuild-generation', projections.generation);
    setMeta(db, 'rebuild-version', projectionVersion());
  });
  return { projections, resumed: false };
}

function projectAll(db: Database, writer: Writer, projections: Projections, progress: (done: number) => void): number {
  for (;;) {
    const { last } = writer.transaction(() => {
      const step = projectFrom(projections, writer.log, { after: metaLeaf(db, 'rebuild-after'), limit: BATCH });
      if (step.last !== undefined) {
        setMeta(db, 'rebuild-after', step.last);
        setMeta(db, 'rebuild-entries', Number(getMeta(db, 'rebuild-entries') ?? 0) + step.entries);
      }
      return step;
    });
    const done = Number(getMeta(db, 'rebuild-entries') ?? 0);
    progress(done);
    if (last === undefined) return done;
  }
}

interface ReadingWork {
  readonly db: Database;
  readonly writer: Writer;
  readonly projections: Projections;
  readonly old: Projections | undefined;
  readonly packs: readonly ThemePack[];
}

function readAll(
  { db, writer, projections, old, packs }: ReadingWork,
  progress: (done: number) => void,
): { readonly readings: number; readonly readingsDropped: number } {
  const [reading, layer] = [tableName('reading', projections.generation), tableName('layer', projections.generation)];
  const cache = old !== undefined && hasCache(old) ? old : undefined;
  let readings = 0;
  let readingsDropped = 0;
  let after = '';
  for (;;) {
    const rows: readonly Row[] = db
      .prepare(
        `SELECT r.layer, r.record, l.content FROM ${reading} r JOIN ${layer} l USING (layer)
         WHERE r.layer > ? ORDER BY r.layer LIMIT ${READINGS_BATCH}`,
      )
      .all<Row>([after]);
    const last = rows.at(-1);
    if (last === undefined) return { readings, readingsDropped };
    writer.transaction(() => {
      for (const row of rows) {
        const record = readReadingRecord(JSON.parse(textOf(row, 'record')));
        const made = record && (readAgain(db, record, textOf(row, 'content'), packs) ?? cached(cache, record));
        if (made === undefined) readingsDropped++;
        else {
          putSuggestion(projections, made);
          readings++;
        }
      }
    });
    after = textOf(last, 'layer');
    progress(readings);
  }
}

/** The reading of a layer, made again; undefined when this build or these packs would not give what was stated. */
function readAgain(
  db: Database,
  record: ReadingRecord,
  content: string,
  packs: readonly ThemePack[],
): SuggestionCache | undefined {
  const pack = packs.find((each) =>
    record.data.some(({ id, sha256: digest }) => id === each.id && digest === each.digest),
  );
  const layer = pack && storedLayer(db, content);
  if (layer === undefined || pack === undefined) return undefined;
  const made = readingOf(layer, pack);
  return made.output === record.output ? suggestionOf(record, made.json) : undefined;
}

/** The reading that was cached, when it is the one that was stated. */
function cached(old: Projections | undefined, record: ReadingRecord): SuggestionCache | undefined {
  if (old === undefined) return undefined;
  const json = old.db
    .prepare(`SELECT reading FROM ${tableName('suggestion', old.generation)} WHERE layer = ?`, { pluck: true })
    .get([record.layer]);
  return typeof json === 'string' && sha256(json) === record.output ? suggestionOf(record, json) : undefined;
}

function suggestionOf({ layer, source, output }: ReadingRecord, reading: string): SuggestionCache {
  return { layer, source, output, reading };
}

/** Whether projections, maybe of another build, have a cache of readings that can be read. */
function hasCache({ db, generation }: Projections): boolean {
  const columns = db.pragma(`table_info(${tableName('suggestion', generation)})`).map(({ name }) => name);
  return ['layer', 'reading'].every((column) => columns.includes(column));
}
