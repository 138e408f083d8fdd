/**
 * The record: entries, their parts, checkpoints, and where blobs lie. A placed entry is there for good; one that waited
 * and was then refused goes again, and a part can be deleted, which is how a source is erased. `placement`, `membership`,
 * `tip`, `enrolment`, `waiting` and `seen_head` say where entries belong and follow from the entries alone.
 */
export const record = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  leaf BLOB PRIMARY KEY CHECK (length(leaf) = 32),
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX entry_in_order ON entry (ord, device, seq, leaf);

CREATE TABLE membership (id INTEGER PRIMARY KEY, leaves TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE placement (
  leaf BLOB PRIMARY KEY REFERENCES entry (leaf),
  device BLOB NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  root BLOB NOT NULL,
  membership INTEGER NOT NULL REFERENCES membership (id)
) STRICT;
CREATE INDEX placement_in_log ON placement (device, seq);
CREATE INDEX placement_in_order ON placement (ord, device, seq, leaf);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry WHEN EXISTS (SELECT 1 FROM placement WHERE leaf = OLD.leaf)
BEGIN SELECT RAISE(ABORT, 'a placed entry is never deleted'); END;
CREATE TABLE tip (leaf BLOB PRIMARY KEY REFERENCES entry (leaf), size INTEGER NOT NULL, peaks BLOB NOT NULL) STRICT;
CREATE TABLE enrolment (
  leaf BLOB NOT NULL REFERENCES entry (leaf),
  key BLOB NOT NULL,
  role TEXT NOT NULL,
  person BLOB,
  PRIMARY KEY (key, role, leaf)
) STRICT, WITHOUT ROWID;
CREATE TABLE waiting (leaf BLOB PRIMARY KEY REFERENCES entry (leaf), awaits TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_for ON waiting (awaits);
CREATE TABLE seen_head (leaf BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;

-- leaf: the entry under which the part opens. An entry that copied the commitment has no claim to it.
CREATE TABLE part (
  commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
  leaf BLOB NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  packing INTEGER NOT NULL,
  length INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE TABLE part_subject (
  subject BLOB NOT NULL,
  commitment BLOB NOT NULL,
  PRIMARY KEY (subject, commitment)
) STRICT, WITHOUT ROWID;

-- The newest of each device: it covers all that came before.
CREATE TABLE checkpoint (
  device BLOB NOT NULL,
  size INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (device, size)
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
  name TEXT PRIMARY KEY,
  source BLOB NOT NULL UNIQUE,
  length INTEGER NOT NULL,
  wrapped_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`;
