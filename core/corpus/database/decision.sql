-- What people decided, in their order. Lines are only ever added: undo and redo are lines too.
CREATE TABLE decision(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE,
  revision INTEGER NOT NULL,  -- of the work, when it was decided
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'reject', 'replace', 'edit', 'dismiss',
                                     'undo', 'redo', 'clear', 'undismiss', 'comment',
                                     'resolve', 'cut', 'unite', 'realign')),
  detail TEXT NOT NULL,  -- JSON
  -- What an undo, a redo or a resolve is about; where a kept one is from.
  subject INTEGER REFERENCES decision,
  client TEXT UNIQUE  -- what a program calls it that may hand it in twice; NULL: nothing
) STRICT;
CREATE INDEX decision_of_work ON decision(work);
