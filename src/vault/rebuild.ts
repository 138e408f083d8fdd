import type Database from '@signalapp/sqlcipher';
import { canonicalJson, parseId, type Result, type Sha256 } from '../base/index.ts';
import { parseLayer, type ReadingRecord, readingOf, readReadingRecord, type ThemePack } from '../read/index.ts';
import { getMeta, metaLeaf, setMeta } from './meta.ts';
import { getPart } from './part-store.ts';
import { dropProjections, PROJECTION_VERSION, tableNamer } from './projection-schema.ts';
import {
  currentGeneration,
  dumpDigest,
  makeProjections,
  type Projections,
  projectFrom,
  putSuggestion,
} from './projections.ts';
import { type Row, textOf } from './rows.ts';
import type { FaultPoint, WriteRefusal } from './write-request.ts';
import type { Writer } from './writer.ts';

export interface RebuildOutcome {
  readonly entries: number;
  readonly readings: number;
  /** Readings by another reader, or with knowledge that is not here: their cache is left out until read again. */
  readonly readingsDropped: number;
  readonly rows: number;
  /** Digest of the canonical dump, before and after. Equal unless a projection had been wrong. */
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

/**
 * Builds every projection again from the record alone, beside the ones in use, and swaps them in one transaction. Work
 * is committed in batches: a rebuild that was interrupted goes on where it stopped, unless the record has grown since.
 */
export function rebuild(options: {
  readonly db: Database;
  readonly writer: Writer;
  readonly packs: readonly ThemePack[];
  readonly waitMs: number;
  readonly progress: (progress: RebuildProgress) => void;
  readonly fault: (point: FaultPoint) => void;
}): Result<RebuildOutcome, WriteRefusal> {
  const { db, writer, packs, progress } = options;
  return writer.exclusively(options.waitMs, () => {
    const old = currentGeneration(db);
    const before = old === undefined ? undefined : dumpDigest({ db, generation: old }).digest;
    const { projections, resumed } = beginOrResume(db, writer, old ?? 0);
    const entries = projectAll(db, writer, projections, (done) => progress({ entries: done, readings: 0 }));
    const read = readAll(db, writer, projections, packs, (done) => progress({ entries, readings: done }));
    const after = dumpDigest(projections);
    writer.transaction(() => {
      setMeta(db, 'generation', Number(projections.generation));
      setMeta(db, 'projection-version', PROJECTION_VERSION);
      const last = metaLeaf(db, 'rebuild-after');
      if (last !== undefined) setMeta(db, 'projected', last);
      db.exec("DELETE FROM meta WHERE key LIKE 'rebuild-%'");
      if (old !== undefined) db.exec(dropProjections(old));
      options.fault('projection-swap');
    });
    return { entries, ...read, rows: after.rows, before, after: after.digest, resumed };
  });
}

function beginOrResume(
  db: Database,
  writer: Writer,
  old: number,
): { readonly projections: Projections; readonly resumed: boolean } {
  const heads = canonicalJson(writer.log.heads().map(({ leaf }) => leaf));
  const generation = getMeta(db, 'rebuild-generation');
  const unchanged = getMeta(db, 'rebuild-heads') === heads && getMeta(db, 'rebuild-version') === PROJECTION_VERSION;
  if (typeof generation === 'number' && unchanged) return { projections: { db, generation }, resumed: true };
  const projections = { db, generation: typeof generation === 'number' ? generation : old + 1 };
  writer.transaction(() => {
    db.exec("DELETE FROM meta WHERE key LIKE 'rebuild-%'");
    makeProjections(projections);
    setMeta(db, 'rebuild-generation', projections.generation);
    setMeta(db, 'rebuild-heads', heads);
    setMeta(db, 'rebuild-version', PROJECTION_VERSION);
  });
  return { projections, resumed: false };
}

function projectAll(db: Database, writer: Writer, projections: Projections, progress: (done: number) => void): number {
  for (;;) {
    const { last } = writer.transaction(() => {
      const step = projectFrom(projections, writer.log, { after: metaLeaf(db, 'rebuild-after'), limit: BATCH });
      if (step.last !== undefined) {
        setMeta(db, 'rebuild-after', step.last);
        setMeta(db, 'rebuild-entries', Number(getMeta(db, 'rebuild-entries') ?? 0) + step.entries.length);
      }
      return step;
    });
    const done = Number(getMeta(db, 'rebuild-entries') ?? 0);
    progress(done);
    if (last === undefined) return done;
  }
}

function readAll(
  db: Database,
  writer: Writer,
  projections: Projections,
  packs: readonly ThemePack[],
  progress: (done: number) => void,
): { readonly readings: number; readonly readingsDropped: number } {
  const table = tableNamer(projections.generation);
  let readings = 0;
  let readingsDropped = 0;
  let after = '';
  for (;;) {
    const rows: readonly Row[] = db
      .prepare(
        `SELECT r.layer, r.source, r.record, l.content FROM ${table('reading')} r JOIN ${table('layer')} l USING (layer)
         WHERE r.layer > ? ORDER BY r.layer LIMIT ${READINGS_BATCH}`,
      )
      .all<Row>([after]);
    const last = rows.at(-1);
    if (last === undefined) return { readings, readingsDropped };
    writer.transaction(() => {
      for (const row of rows) {
        const made = readAgain(db, row, packs);
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
  row: Row,
  packs: readonly ThemePack[],
): { readonly layer: string; readonly source: string; readonly output: Sha256; readonly reading: string } | undefined {
  const record = readReadingRecord(JSON.parse(textOf(row, 'record')));
  const layer = storedLayer(db, textOf(row, 'content'));
  const pack = record && packs.find((each) => usedPack(record, each));
  if (record === undefined || layer === undefined || pack === undefined) return undefined;
  const made = readingOf(layer, pack);
  return made.output === record.output
    ? { layer: record.layer, source: record.source, output: made.output, reading: made.json }
    : undefined;
}

function usedPack(record: ReadingRecord, pack: ThemePack): boolean {
  return record.data.some(({ id, sha256 }) => id === pack.id && sha256 === pack.digest);
}

function storedLayer(db: Database, commitment: string): ReturnType<typeof parseLayer> {
  const content = parseId('Sha256', commitment);
  const part = content && getPart(db, content);
  return part === undefined ? undefined : parseLayer(new TextDecoder().decode(part.body));
}
