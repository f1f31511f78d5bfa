-- The segments of a document as they came in, where people have cut or united some since: then
-- table segment has those of now. Since format 7.
CREATE TABLE machine_segment(
  document INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  block INTEGER NOT NULL,
  PRIMARY KEY (document, number),
  FOREIGN KEY (document, block) REFERENCES block(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
