-- Where each word occurs, so that searches need not read all texts. Written in portions and
-- never changed: a row whose text changes is written again in a later portion, and what is
-- found here is only a candidate until the row's present text has been asked.

-- A portion: rows that were indexed together. Rows after the last of all are not indexed.
CREATE TABLE search_portion(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  first INTEGER NOT NULL,  -- row ids in it, both included
  last INTEGER NOT NULL CHECK (first <= last)
) STRICT;

-- The places of one form in the order of rows, in pieces.
CREATE TABLE search_list(
  portion INTEGER NOT NULL REFERENCES search_portion ON DELETE CASCADE,
  language INTEGER NOT NULL REFERENCES language,
  form TEXT NOT NULL,       -- a word folded; two Chinese characters, or one that no other follows
  first INTEGER NOT NULL,   -- row of the first place
  places INTEGER NOT NULL,  -- how many there are
  data BLOB NOT NULL,       -- pairs of LEB128 numbers: row less the row before, word less the
                            -- word before in the same row
  PRIMARY KEY (portion, language, form, first)
) STRICT, WITHOUT ROWID;

-- The forms that a word's inflections have been seen in.
CREATE TABLE search_stem(
  language INTEGER NOT NULL REFERENCES language,
  stem TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (language, stem, form)
) STRICT, WITHOUT ROWID;
