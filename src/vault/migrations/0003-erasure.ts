/**
 * Erasing and removing. `erased` and `removal` follow from placed entries alone, like `enrolment`. `blob_to_remove` holds
 * names of files whose row is gone and that may still lie in the folder: whoever writes next takes them away.
 */
export const erasure = `
CREATE TABLE erased (
  subject BLOB NOT NULL,
  leaf BLOB NOT NULL REFERENCES entry (leaf),
  PRIMARY KEY (subject, leaf)
) STRICT, WITHOUT ROWID;

CREATE TABLE removal (
  leaf BLOB PRIMARY KEY REFERENCES entry (leaf),
  role TEXT NOT NULL,
  key BLOB NOT NULL,
  person BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob_to_remove (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;
