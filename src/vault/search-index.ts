import { createHash } from 'node:crypto';
import type Database from '@signalapp/sqlcipher';
import { parseId } from '../base/index.ts';
import {
  dayOf,
  indexedPassage,
  type Layer,
  MOST_PASSAGES,
  parseLayer,
  type SearchPassage,
  searchPassages,
} from '../read/index.ts';
import { getPart } from './part-store.ts';
import { tableName } from './projection-schema.ts';
import type { Projections } from './projections.ts';
import { numberOf, type Row, textOf } from './rows.ts';
import { searchTable } from './search-schema.ts';

/**
 * Brings the index up to the layers that stand: sources whose layers changed are taken out and put in again. Within the
 * caller's transaction, in which the layers changed: whoever searches never sees one without the other. With `limit`, at
 * most so many sources. Answers how many were looked at.
 */
export function settleIndex(projections: Projections, limit: number = Number.MAX_SAFE_INTEGER): number {
  const { db, generation } = projections;
  const next = db.prepare(`SELECT source FROM ${searchTable('index_due', generation)} ORDER BY source LIMIT ?`);
  let done = 0;
  while (done < limit) {
    const due = next.all<Row>([Math.min(SOURCES_AT_ONCE, limit - done)]).map((row) => textOf(row, 'source'));
    if (due.length === 0) break;
    settleSources(projections, due);
    done += due.length;
  }
  return done;
}

/** Sources whose passages are gathered and put in order before they are written, so that the index is written forwards. */
const SOURCES_AT_ONCE = 100;
/** UTF-16 units of text after which what was gathered is written. */
const GATHERED_TEXT = 8_000_000;

function settleSources(projections: Projections, sources: readonly string[]): void {
  const { db, generation } = projections;
  const settled = db.prepare(`DELETE FROM ${searchTable('index_due', generation)} WHERE source = ?`);
  const batch: Batch = { rows: new Map(), places: new Map() };
  let size = 0;
  for (const source of sources) {
    settled.run([source]);
    const rows = settleSource(projections, source, batch);
    if (rows.length > 0) batch.rows.set(source, rows);
    size += rows.reduce((sum, { passage }) => sum + passage.end - passage.start, 0);
    if (size < GATHERED_TEXT) continue;
    putPassages(projections, batch);
    size = 0;
  }
  putPassages(projections, batch);
}

/** Passages that are gathered and not written yet, by source; and which source holds which first number among them. */
interface Batch {
  readonly rows: Map<string, readonly PassageRow[]>;
  readonly places: Map<bigint, string>;
}

interface PassageRow {
  readonly id: bigint;
  readonly source: number;
  readonly passage: SearchPassage;
}

/** Takes a source out where it changed, and answers the passages that are to be put in. */
function settleSource(projections: Projections, source: string, batch: Batch): readonly PassageRow[] {
  const { db, generation } = projections;
  const indexed = searchTable('indexed', generation);
  const have = db.prepare(`SELECT key, layer, content FROM ${indexed} WHERE source = ?`).get<Row>([source]);
  const want = newestLayer(projections, source);
  if (have !== undefined && want !== undefined && have['layer'] === want.layer && have['content'] === want.content) {
    return [];
  }
  if (have !== undefined) takeOut(projections, numberOf(have, 'key'), batch);
  const layer = want && storedLayer(db, want.content);
  if (want === undefined || layer === undefined) return [];
  const passages = searchPassages(layer).slice(0, MOST_PASSAGES);
  const key = db
    .prepare(`INSERT INTO ${indexed} (source, layer, content, passages, terms) VALUES (?, ?, ?, ?, 0) RETURNING key`, {
      pluck: true,
    })
    .get([source, want.layer, want.content, passages.length]);
  return passageRows(projections, { key: Number(key), source, passages, at: want.at }, batch);
}

/** A translation is another's words about a source: it never takes the place of the source's own text. */
export const NOT_TRANSLATED = "json_extract(record, '$.origin') <> 'translated'";

/** The layer of a source that stands in the index; undefined when it has none. */
export function newestLayer(
  { db, generation }: Projections,
  source: string,
): { readonly layer: string; readonly content: string; readonly at: string; readonly record: string } | undefined {
  const row = db
    .prepare(
      `SELECT layer, content, at, record FROM ${tableName('layer', generation)} WHERE source = ? AND ${NOT_TRANSLATED}
       ORDER BY ord DESC, device DESC, seq DESC, leaf DESC LIMIT 1`,
    )
    .get<Row>([source]);
  return (
    row && {
      layer: textOf(row, 'layer'),
      content: textOf(row, 'content'),
      at: textOf(row, 'at'),
      record: textOf(row, 'record'),
    }
  );
}

/** The layer that a part holds; undefined when it is not here, or is none. */
export function storedLayer(db: Database, content: string): Layer | undefined {
  const commitment = parseId('Sha256', content);
  const part = commitment && getPart(db, commitment);
  return part === undefined ? undefined : parseLayer(new TextDecoder().decode(part.body));
}

/**
 * A passage's number says when its document is dated, then which source it is of, then its place there. So the newest
 * come first by walking the index backwards, in the same order on every copy: numbers given as sources arrive would not.
 */
function passageRows(
  projections: Projections,
  {
    key,
    source,
    passages,
    at,
  }: {
    readonly key: number;
    readonly source: string;
    readonly passages: readonly SearchPassage[];
    readonly at: string;
  },
  batch: Batch,
): readonly PassageRow[] {
  const bases = new Map<number, bigint>();
  // What bears no date stands at the day on which its text was recorded.
  const recorded = recordedDay(at);
  return passages.map((passage, i) => {
    const day = passage.day ?? recorded;
    const base = bases.get(day) ?? placeOf(projections, { day, source }, batch);
    bases.set(day, base);
    return { id: base + BigInt(i), source: key, passage };
  });
}

/** The day on which something was recorded, in days since 1800-01-01. */
export function recordedDay(at: string): number {
  return dayOf(at) ?? 0;
}

const PLACE_BITS = 18n;
const SOURCE_BITS = 28n;

/**
 * The first number of a source on a day: by a digest of its id. Where two fall together the smaller id keeps the place and
 * the other goes on to the next, whichever came first (ordered linear probing, Amble and Knuth 1974): so equal sets of
 * sources stand alike on every copy.
 */
function placeOf(
  projections: Projections,
  { day, source }: { readonly day: number; readonly source: string },
  batch: Batch,
): bigint {
  for (let of = homeOf(source); ; of = (of + 1n) % (1n << SOURCE_BITS)) {
    const base = ((BigInt(day) << SOURCE_BITS) | of) << PLACE_BITS;
    const holder = holderOf(projections, base, batch);
    if (holder !== undefined && holder !== source && holder < source) continue;
    if (holder !== undefined && holder !== source) takeOutAgain(projections, holder, batch);
    batch.places.set(base, source);
    return base;
  }
}

function homeOf(source: string): bigint {
  return BigInt(createHash('sha256').update(source).digest().readUInt32BE(0) >>> 4);
}

/** The source whose passages begin at a number; undefined when none does. */
function holderOf({ db, generation }: Projections, base: bigint, batch: Batch): string | undefined {
  const gathered = batch.places.get(base);
  if (gathered !== undefined) return gathered;
  const found = db
    .prepare(
      `SELECT i.source FROM ${searchTable('passage', generation)} p JOIN ${searchTable('indexed', generation)} i ON i.key = p.source
       WHERE p.id BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) LIMIT 1`,
      { pluck: true },
    )
    .get([String(base), String(base + (1n << PLACE_BITS) - 1n)]);
  return typeof found === 'string' ? found : undefined;
}

/** Takes a source out that has to stand elsewhere, and notes that it is due. */
function takeOutAgain(projections: Projections, source: string, batch: Batch): void {
  const { db, generation } = projections;
  const key = db.prepare(`SELECT key FROM ${searchTable('indexed', generation)} WHERE source = ?`, { pluck: true });
  takeOut(projections, Number(key.get([source])), batch);
  db.prepare(`INSERT OR IGNORE INTO ${searchTable('index_due', generation)} (source) VALUES (?)`).run([source]);
}

/** After a place became free: whoever was pushed beyond it stands one too far. */
function moveUp(projections: Projections, base: bigint, batch: Batch): void {
  const next = base + (1n << PLACE_BITS);
  const holder = holderOf(projections, next, batch);
  const isAtHome = holder === undefined || homeOf(holder) === (next >> PLACE_BITS) % (1n << SOURCE_BITS);
  if (!isAtHome) takeOutAgain(projections, holder, batch);
}

/** The least number of a passage of a day, as text; passages of earlier days have smaller ones. */
export function firstOfDay(day: number): string {
  return String(BigInt(day) << (SOURCE_BITS + PLACE_BITS));
}

/** The day of a passage by its number. */
export function dayOfPassage(id: string): number {
  return Number(BigInt(id) >> (SOURCE_BITS + PLACE_BITS));
}

function putPassages({ db, generation }: Projections, batch: Batch): void {
  const gathered = [...batch.rows.values()].flat();
  batch.rows.clear();
  batch.places.clear();
  if (gathered.length === 0) return;
  gathered.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const putPassage = db.prepare(
    `INSERT INTO ${searchTable('passage', generation)} (id, source, "start", "end", kind, language)
     VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?)`,
  );
  const putText = db.prepare(
    `INSERT INTO ${searchTable('passage_text', generation)} (id, head, body) VALUES (CAST(? AS INTEGER), ?, ?)`,
  );
  const putTerms = db.prepare(
    `INSERT INTO ${searchTable('term', generation)} (rowid, head, body, added) VALUES (CAST(? AS INTEGER), ?, ?, ?)`,
  );
  const lengths = new Map<number, number>();
  for (const { id, source, passage } of gathered) {
    const { start, end, kind, language, head, body } = passage;
    const terms = indexedPassage({ head, body });
    putPassage.run([String(id), source, start, end, kind, language]);
    putText.run([String(id), head.toWellFormed(), body.toWellFormed()]);
    putTerms.run([String(id), terms.head, terms.body, terms.added]);
    lengths.set(source, (lengths.get(source) ?? 0) + terms.length);
  }
  const count = db.prepare(`UPDATE ${searchTable('indexed', generation)} SET terms = terms + ? WHERE key = ?`);
  for (const [key, length] of lengths) count.run([length, key]);
}

/** Takes every passage of a source out, its terms by the same text that put them in. */
function takeOut(projections: Projections, key: number, batch: Batch): void {
  const { db, generation } = projections;
  const [passage, text, term] = (['passage', 'passage_text', 'term'] as const).map((name) =>
    searchTable(name, generation),
  );
  const source = textOf(
    db.prepare(`SELECT source FROM ${searchTable('indexed', generation)} WHERE key = ?`).get<Row>([key]) ?? {},
    'source',
  );
  const bases = new Set([...batch.places].filter(([, holder]) => holder === source).map(([base]) => base));
  for (const row of db
    .prepare(
      `SELECT DISTINCT CAST((id >> ${PLACE_BITS}) << ${PLACE_BITS} AS TEXT) AS base FROM ${passage} WHERE source = ?`,
    )
    .all<Row>([key]))
    bases.add(BigInt(textOf(row, 'base')));
  const rows = db.prepare(
    `SELECT CAST(id AS TEXT) AS id, head, body FROM ${passage} JOIN ${text} USING (id)
     WHERE source = ? AND id > CAST(? AS INTEGER) ORDER BY id LIMIT 500`,
  );
  const takeTerms = db.prepare(
    `INSERT INTO ${term} (${term}, rowid, head, body, added) VALUES ('delete', CAST(? AS INTEGER), ?, ?, ?)`,
  );
  for (let after = '-1'; ; ) {
    const page = rows.all<Row>([key, after]);
    for (const row of page) {
      const terms = indexedPassage({ head: textOf(row, 'head'), body: textOf(row, 'body') });
      takeTerms.run([textOf(row, 'id'), terms.head, terms.body, terms.added]);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = textOf(last, 'id');
  }
  db.prepare(`DELETE FROM ${text} WHERE id IN (SELECT id FROM ${passage} WHERE source = ?)`).run([key]);
  db.prepare(`DELETE FROM ${passage} WHERE source = ?`).run([key]);
  db.prepare(`DELETE FROM ${searchTable('indexed', generation)} WHERE key = ?`).run([key]);
  batch.rows.delete(source);
  for (const base of bases) batch.places.delete(base);
  for (const base of bases) moveUp(projections, base, batch);
}
