/**
 * What this folder notes for itself: whose slot is whose, which backups and bundles were made of it, what its peers were
 * last heard to hold. No entry makes these rows, no other copy has them, and a rebuild leaves them alone.
 *
 * `detail` and `heads` are canonical JSON. `key_id` names a vault key without telling anything of it.
 */
export const folderNotes = `
CREATE TABLE slot (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  person BLOB NOT NULL,
  made_at TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE backup (
  id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL,
  key_id TEXT NOT NULL,
  place TEXT NOT NULL,
  heads TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sealing_key (
  recipient TEXT PRIMARY KEY,
  identity TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle_given (
  id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL,
  recipients TEXT NOT NULL,
  scope TEXT NOT NULL,
  heads TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle_taken (
  id TEXT PRIMARY KEY,
  taken_at TEXT NOT NULL,
  device BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- heads: what a peer said it holds; complete: whether it then lacked no part and no blob.
CREATE TABLE peer (
  device BLOB PRIMARY KEY,
  recipient TEXT NOT NULL,
  heads TEXT NOT NULL,
  complete INTEGER NOT NULL,
  heard_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
