import { parseSourceId, type SourceId } from '../base/index.ts';
import type { QueryTerm } from '../read/index.ts';
import type { Projections } from './projections.ts';
import { numberOf, type Row, textOf } from './rows.ts';
import type { SearchFilter } from './search-answer.ts';
import { alternativeExpressions } from './search-expression.ts';
import { type Candidate, filterSql, type PassageText, passageText } from './search-rows.ts';
import { searchTable } from './search-schema.ts';

/** How much a term counts in the headings above a passage, and a passage among menus and notices. */
const HEAD_WEIGHT = 0.5;
const BOILERPLATE = 0.4;

/** Above every passage's number. */
const NO_LIMIT = '9223372036854775807';

interface Counts {
  readonly version: string;
  readonly counts: Map<string, number>;
}

/**
 * What was counted in one state of the database as its connection last saw it. In memory alone. Counting a word that stands
 * everywhere means reading its whole list, and one character with whatever follows it, hundreds of lists.
 */
const countsOf = new WeakMap<Projections['db'], Counts>();
const MOST_COUNTS = 10_000;

/** What one search asks of the index, within one filter. */
export class IndexReads {
  readonly #projections: Projections;
  readonly #where: string;
  readonly #values: readonly (string | number)[];
  readonly #term: string;
  readonly #passage: string;
  readonly #text: string;
  #counts: Map<string, number> | undefined;

  constructor(projections: Projections, filter: SearchFilter) {
    const { sql, values } = filterSql(projections, filter);
    this.#projections = projections;
    this.#where = sql;
    this.#values = values;
    this.#term = searchTable('term', projections.generation);
    this.#passage = searchTable('passage', projections.generation);
    this.#text = searchTable('passage_text', projections.generation);
  }

  /** Passages that an expression finds, counted up to a limit. */
  count(expression: string, limit: number, below: string = NO_LIMIT): number {
    const term = this.#term;
    const joined = this.#where.includes('p.') ? `JOIN ${this.#passage} p ON p.id = ${term}.rowid` : '';
    const counted = (): number =>
      Number(
        this.#projections.db
          .prepare(
            `SELECT COUNT(*) FROM (SELECT 1 FROM ${term} ${joined} WHERE ${term} MATCH ? ${this.#where}
             AND ${term}.rowid < CAST(? AS INTEGER) LIMIT ?)`,
            { pluck: true },
          )
          .get([expression, ...this.#values, below, limit]),
      );
    const isOfAll = this.#where === '' && below === NO_LIMIT;
    return isOfAll ? this.#once(`${limit} ${expression}`, counted) : counted();
  }

  /**
   * What an expression finds, with BM25 as FTS5 works it out: at most `bound` passages, of the newest documents when
   * there are more; with `below`, of those before a passage.
   */
  ranked(
    expression: string,
    options: {
      readonly bound: number;
      readonly withText: boolean;
      readonly below?: string | undefined;
      /** Passages that it finds at most, where that is known already. */
      readonly expected?: number | undefined;
    },
  ): { readonly rows: readonly Candidate[]; readonly isCut: boolean } {
    const { bound, withText, below = NO_LIMIT, expected = Number.MAX_SAFE_INTEGER } = options;
    const { db } = this.#projections;
    const term = this.#term;
    const isCut = expected > bound && this.count(expression, bound + 1, below) > bound;
    const joined = this.#where.includes('p.') ? `JOIN ${this.#passage} p ON p.id = ${term}.rowid` : '';
    const found = `FROM ${term} ${joined} WHERE ${term} MATCH ? ${this.#where}`;
    const texts = withText ? `JOIN ${this.#text} t ON t.id = p.id` : '';
    const from = `FROM ${term} JOIN ${this.#passage} p ON p.id = ${term}.rowid ${texts} WHERE ${term} MATCH ? ${this.#where}`;
    const threshold = isCut
      ? db
          .prepare(
            `SELECT CAST(${term}.rowid AS TEXT) ${found} AND ${term}.rowid < CAST(? AS INTEGER) ORDER BY ${term}.rowid DESC LIMIT 1 OFFSET ?`,
            {
              pluck: true,
            },
          )
          .get([expression, ...this.#values, below, bound - 1])
      : '0';
    const columns = withText ? ', p."start", p."end", p.language, t.head, t.body' : '';
    const rows = db
      .prepare(
        `SELECT CAST(${term}.rowid AS TEXT) AS id, p.source, p.kind, bm25(${term}, ${HEAD_WEIGHT}, 1.0, 1.0) AS score ${columns}
         ${from} AND ${term}.rowid < CAST(? AS INTEGER) AND ${term}.rowid >= CAST(? AS INTEGER)`,
      )
      .all<Row>([expression, ...this.#values, below, String(threshold)]);
    return {
      rows: rows.map((row) => ({
        id: textOf(row, 'id'),
        source: numberOf(row, 'source'),
        kind: textOf(row, 'kind'),
        score: -numberOf(row, 'score') * (row['kind'] === 'boilerplate' ? BOILERPLATE : 1),
        ...(withText && { text: passageText(row) }),
      })),
      isCut,
    };
  }

  /** The texts of passages by their numbers. */
  texts(ids: readonly string[]): ReadonlyMap<string, PassageText> {
    const rows = this.#projections.db
      .prepare(
        `SELECT j.value AS id, "start", "end", language, head, body FROM json_each(?) j
         JOIN ${this.#passage} p ON p.id = CAST(j.value AS INTEGER) JOIN ${this.#text} t ON t.id = p.id`,
      )
      .all<Row>([JSON.stringify(ids)]);
    return new Map(rows.map((row) => [textOf(row, 'id'), passageText(row)]));
  }

  /** Sources by their numbers in the index. */
  sourceIds(keys: readonly number[]): ReadonlyMap<number, SourceId> {
    const { db, generation } = this.#projections;
    const rows = db
      .prepare(
        `SELECT i.key, i.source FROM json_each(?) j JOIN ${searchTable('indexed', generation)} i ON i.key = j.value`,
      )
      .all<Row>([JSON.stringify(keys)]);
    return new Map(
      rows.flatMap((row) => {
        const source = parseSourceId(row['source']);
        return source === undefined ? [] : [[numberOf(row, 'key'), source] as const];
      }),
    );
  }

  /** All passages of the index and terms in them, whatever the filter. */
  totals(): { readonly passages: number; readonly terms: number } {
    const { db, generation } = this.#projections;
    const row = db.prepare(`SELECT passages, terms FROM ${searchTable('index_total', generation)}`).get<Row>();
    return row === undefined
      ? { passages: 0, terms: 0 }
      : { passages: numberOf(row, 'passages'), terms: numberOf(row, 'terms') };
  }

  /** Passages in which the most frequent form of a term stands, whatever the filter. */
  passagesWith(alternatives: QueryTerm['alternatives'], limit: number): number {
    const counts = alternatives.flatMap(alternativeExpressions).map((expression) => {
      const single = /^"([^" ]+)"$/.exec(expression)?.[1];
      return single === undefined ? this.count(expression, limit) : this.#passagesOf(single);
    });
    return Math.max(0, ...counts);
  }

  #passagesOf(term: string): number {
    const { db, generation } = this.#projections;
    return this.#once(`row ${term}`, () => {
      const rows = db.prepare(`SELECT doc FROM ${searchTable('term_row', generation)} WHERE term = ?`, { pluck: true });
      return Number(rows.get([term]) ?? 0);
    });
  }

  /** Counts once for each state of the database. */
  #once(what: string, count: () => number): number {
    this.#counts ??= this.#countsOfState();
    const have = this.#counts.get(what);
    if (have !== undefined) return have;
    const made = count();
    if (this.#counts.size >= MOST_COUNTS) this.#counts.clear();
    this.#counts.set(what, made);
    return made;
  }

  #countsOfState(): Map<string, number> {
    const { db, generation } = this.#projections;
    // The one changes with what others write, the other with what this connection does.
    const own = db.prepare('SELECT total_changes()', { pluck: true }).get();
    const version = `${generation} ${db.pragma('data_version', { simple: true })} ${own}`;
    let known = countsOf.get(db);
    if (known?.version !== version) {
      known = { version, counts: new Map() };
      countsOf.set(db, known);
    }
    return known.counts;
  }

  /** Whether an alternative stands in any passage, whatever the filter. */
  isPresent(expressions: readonly string[]): boolean {
    if (expressions.length === 0) return false;
    const expression = expressions.join(' OR ');
    const found = (): number =>
      Number(
        this.#projections.db
          .prepare(`SELECT 1 FROM ${this.#term} WHERE ${this.#term} MATCH ? LIMIT 1`, { pluck: true })
          .get([expression]) ?? 0,
      );
    return this.#once(`present ${expression}`, found) > 0;
  }
}
