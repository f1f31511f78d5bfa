-- The table of decisions as format 3 has it: all else that it has is as in later ones.
CREATE TABLE decision(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE,
  revision INTEGER NOT NULL,  -- of the work, when it was decided
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'reject', 'replace', 'edit', 'dismiss',
                                     'undo', 'redo')),
  detail TEXT NOT NULL,  -- JSON
  subject INTEGER REFERENCES decision  -- what an undo or redo is about; where a kept one is from
) STRICT;
CREATE INDEX decision_of_work ON decision(work);
