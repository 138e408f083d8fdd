import { createHash, type Hash } from 'node:crypto';
import { canonicalJson } from '../base/index.ts';
import { indexedPassage, MOST_PASSAGES, type SearchPassage, searchPassages } from '../read/index.ts';
import { tableName } from './projection-schema.ts';
import type { Projections } from './projections.ts';
import { numberOf, type Row, textOf } from './rows.ts';
import { dayOfPassage, newestLayer, recordedDay, storedLayer } from './search-index.ts';
import { searchTable } from './search-schema.ts';

/** Something of the search index that is not what the layers give (docs/search.md S24). */
export interface IndexFault {
  /** Undefined when it is the terms as a whole. */
  readonly source: string | undefined;
  readonly fault: 'missing' | 'extra' | 'differs';
}

const SOURCES_AT_ONCE = 200;
const ROWS_AT_ONCE = 2000;

/**
 * Compares the index with the layers that stand: each source's passages with those that its newest layer gives, and the
 * terms of the index with those of the passages. Answers how many passages there are, and what differs.
 */
export function checkIndex(projections: Projections): {
  readonly passages: number;
  readonly faults: readonly IndexFault[];
} {
  const faults: IndexFault[] = [];
  const wanted = new TermSums();
  let [passages, allTerms] = [0, 0];
  for (const source of sourcesOf(projections)) {
    const { db, generation } = projections;
    const indexed = db
      .prepare(
        `SELECT key, layer, content, passages, terms FROM ${searchTable('indexed', generation)} WHERE source = ?`,
      )
      .get<Row>([source]);
    const rows = indexed === undefined ? [] : passagesOf(projections, numberOf(indexed, 'key'));
    passages += rows.length;
    let terms = 0;
    for (const row of rows) terms += wanted.addPassage({ head: textOf(row, 'head'), body: textOf(row, 'body') });
    allTerms += terms;
    const newest = newestLayer(projections, source);
    const layer = newest && storedLayer(db, newest.content);
    if (newest === undefined || layer === undefined) {
      if (indexed !== undefined) faults.push({ source, fault: 'extra' });
    } else if (indexed === undefined) faults.push({ source, fault: 'missing' });
    else {
      const given = searchPassages(layer).slice(0, MOST_PASSAGES);
      const agrees =
        indexed['layer'] === newest.layer &&
        indexed['content'] === newest.content &&
        indexed['passages'] === rows.length &&
        indexed['terms'] === terms &&
        areEqual(rows, given, recordedDay(newest.at));
      if (!agrees) faults.push({ source, fault: 'differs' });
    }
  }
  const total = projections.db
    .prepare(`SELECT passages, terms FROM ${searchTable('index_total', projections.generation)}`)
    .get<Row>();
  const areTotals = total?.['passages'] === passages && total['terms'] === allTerms;
  if (!areTotals || !wanted.equals(termsOf(projections))) faults.push({ source: undefined, fault: 'differs' });
  return { passages, faults };
}

/** Adds what the index holds to a digest: equal sets of entries give equal ones, in whatever order they came. */
export function digestIndex(projections: Projections, hash: Hash): void {
  const { db, generation } = projections;
  const page = db.prepare(
    `SELECT CAST(p.id AS TEXT) AS id, i.source, i.layer, i.content, p."start", p."end", p.kind, p.language, t.head, t.body
     FROM ${searchTable('passage', generation)} p JOIN ${searchTable('passage_text', generation)} t USING (id)
     JOIN ${searchTable('indexed', generation)} i ON i.key = p.source
     WHERE p.id > CAST(? AS INTEGER) ORDER BY p.id LIMIT ${ROWS_AT_ONCE}`,
  );
  for (let after: string | undefined = '-1'; after !== undefined; ) {
    const rows: readonly Row[] = page.all<Row>([after]);
    for (const row of rows) hash.update(`${canonicalJson(row)}\n`);
    const last = rows.at(-1);
    after = last && textOf(last, 'id');
  }
}

/** Every source that has a layer or stands in the index, in order. */
function* sourcesOf({ db, generation }: Projections): Generator<string> {
  const page = db.prepare(
    `SELECT source FROM ${tableName('layer', generation)} WHERE source > ?
     UNION SELECT source FROM ${searchTable('indexed', generation)} WHERE source > ? ORDER BY source LIMIT ${SOURCES_AT_ONCE}`,
  );
  for (let after: string | undefined = ''; after !== undefined; ) {
    const sources: readonly string[] = page.all<Row>([after, after]).map((row) => textOf(row, 'source'));
    yield* sources;
    after = sources.at(-1);
  }
}

function passagesOf({ db, generation }: Projections, key: number): readonly Row[] {
  return db
    .prepare(
      `SELECT CAST(id AS TEXT) AS id, "start", "end", kind, language, head, body
       FROM ${searchTable('passage', generation)} JOIN ${searchTable('passage_text', generation)} USING (id)
       WHERE source = ? ORDER BY "start", id`,
    )
    .all<Row>([key]);
}

function areEqual(rows: readonly Row[], passages: readonly SearchPassage[], recorded: number): boolean {
  const order = (a: SearchPassage, b: SearchPassage): number => a.start - b.start;
  const wanted = passages.toSorted(order);
  return (
    rows.length === wanted.length &&
    wanted.every(({ start, end, kind, language, head, body, day }, i) => {
      const row = rows[i];
      return (
        row !== undefined &&
        row['start'] === start &&
        row['end'] === end &&
        row['kind'] === kind &&
        row['language'] === language &&
        row['head'] === head.toWellFormed() &&
        row['body'] === body.toWellFormed() &&
        dayOfPassage(textOf(row, 'id')) === (day ?? recorded)
      );
    })
  );
}

function termsOf({ db, generation }: Projections): TermSums {
  const sums = new TermSums();
  const page = db.prepare(
    `SELECT term, doc, cnt FROM ${searchTable('term_row', generation)} WHERE term > ? ORDER BY term LIMIT ${ROWS_AT_ONCE}`,
  );
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: readonly Row[] = page.all<Row>([after]);
    for (const row of rows) sums.addTerm(textOf(row, 'term'), numberOf(row, 'doc'), numberOf(row, 'cnt'));
    const last = rows.at(-1);
    after = last && textOf(last, 'term');
  }
  return sums;
}

/**
 * How often each term stands in the index and in how many passages, as two sums: passages and the index's own list of
 * terms come in different orders, and neither fits into memory as a table.
 */
class TermSums {
  #places = 0n;
  #passages = 0n;

  /** Answers how many terms the passage has. */
  addPassage(passage: { readonly head: string; readonly body: string }): number {
    const { head, body, added, length } = indexedPassage(passage);
    const terms = [head, body, added].flatMap((column) => column.split(' ')).filter((term) => term !== '');
    for (const term of terms) this.#places += digestOf(term);
    for (const term of new Set(terms)) this.#passages += digestOf(term);
    return length;
  }

  addTerm(term: string, passages: number, places: number): void {
    const digest = digestOf(term);
    this.#places += digest * BigInt(places);
    this.#passages += digest * BigInt(passages);
  }

  equals(other: TermSums): boolean {
    return this.#places === other.#places && this.#passages === other.#passages;
  }
}

const digests = new Map<string, bigint>();
const MOST_DIGESTS = 200_000;

function digestOf(term: string): bigint {
  const known = digests.get(term);
  if (known !== undefined) return known;
  if (digests.size >= MOST_DIGESTS) digests.clear();
  const digest = createHash('sha256').update(term).digest().readBigUInt64BE();
  digests.set(term, digest);
  return digest;
}
