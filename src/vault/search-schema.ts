/**
 * The tables of the search index (docs/search.md, S20 to S25). Like the projections they exist in generations and follow
 * from the set of entries: of each source, the newest layer that stands. A trigger on the layers' table notes which
 * sources have to be looked at again, whatever it was that changed.
 */
export type SearchTable =
  | 'passage'
  | 'passage_text'
  | 'indexed'
  | 'index_total'
  | 'index_due'
  | 'term'
  | 'term_row'
  | 'term_place';

/** The name of a table of the index in one generation. */
export function searchTable(name: SearchTable, generation: number): string {
  return `${name}_g${generation}`;
}

/**
 * Statements that make an empty index beside the projections of a generation. The index holds no text (`content=''`):
 * passages do, since what was indexed must be known to be taken out, and shown when it is found. `secure-delete` takes
 * terms out of the pages they stand on, where SQLite else only notes that they no longer count.
 */
export function createSearch(generation: number): string {
  const named = (name: SearchTable): string => searchTable(name, generation);
  // Not OR IGNORE: the statement that fires a trigger brings its own way with conflicts, and an upsert's is to fail.
  const due = (when: string, row: string): string =>
    `CREATE TRIGGER ${named('index_due')}_${when.toLowerCase()} AFTER ${when} ON layer_g${generation}
     BEGIN INSERT INTO ${named('index_due')} (source) SELECT ${row}.source
       WHERE NOT EXISTS (SELECT 1 FROM ${named('index_due')} WHERE source = ${row}.source); END;`;
  const total = (when: string, passages: string, terms: string): string =>
    `CREATE TRIGGER ${named('index_total')}_${when.toLowerCase()} AFTER ${when} ON ${named('indexed')}
     BEGIN UPDATE ${named('index_total')} SET passages = ${passages}, terms = ${terms}; END;`;
  return [
    `CREATE TABLE ${named('passage')} (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, "start" INTEGER NOT NULL,
       "end" INTEGER NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL) STRICT;`,
    // Apart, since ranking reads thousands of passages and shows a few: a page then holds a hundred and not two.
    `CREATE TABLE ${named('passage_text')} (id INTEGER PRIMARY KEY, head TEXT NOT NULL, body TEXT NOT NULL) STRICT;`,
    `CREATE INDEX ${named('passage')}_0 ON ${named('passage')} (source);`,
    `CREATE TABLE ${named('indexed')} (key INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, layer TEXT NOT NULL,
       content TEXT NOT NULL, passages INTEGER NOT NULL, terms INTEGER NOT NULL) STRICT;`,
    `CREATE TABLE ${named('index_total')} (passages INTEGER NOT NULL, terms INTEGER NOT NULL) STRICT;`,
    `INSERT INTO ${named('index_total')} VALUES (0, 0);`,
    total('INSERT', 'passages + new.passages', 'terms + new.terms'),
    total('DELETE', 'passages - old.passages', 'terms - old.terms'),
    total('UPDATE', 'passages + new.passages - old.passages', 'terms + new.terms - old.terms'),
    `CREATE TABLE ${named('index_due')} (source TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`,
    `CREATE VIRTUAL TABLE ${named('term')} USING fts5(head, body, added, content='', tokenize='ascii');`,
    `INSERT INTO ${named('term')} (${named('term')}, rank) VALUES ('secure-delete', 1);`,
    `INSERT INTO ${named('term')} (${named('term')}, rank) VALUES ('hashsize', ${PENDING_BYTES});`,
    `CREATE VIRTUAL TABLE ${named('term_row')} USING fts5vocab(${named('term')}, 'row');`,
    `CREATE VIRTUAL TABLE ${named('term_place')} USING fts5vocab(${named('term')}, 'instance');`,
    due('INSERT', 'new'),
    due('UPDATE', 'new'),
    due('DELETE', 'old'),
  ].join('\n');
}

/** Statements that drop the index of a generation. The triggers go with the table of layers. */
export function dropSearch(generation: number): string {
  return (['term_row', 'term_place', 'term', 'index_due', 'indexed', 'index_total', 'passage', 'passage_text'] as const)
    .map((name) => `DROP TABLE IF EXISTS ${searchTable(name, generation)};`)
    .join('\n');
}

/** Bytes of terms that are gathered before SQLite writes them as one segment. */
const PENDING_BYTES = 8 << 20;
