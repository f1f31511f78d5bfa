-- The tables of a .hexapla file, format 7, but for decision.sql, search.sql, table_cell.sql,
-- machine_segment.sql and table_sum.sql. Ranges are half-open [begin, end) and count bytes
-- of UTF-8; runs are half-open [first, last) and count segments; numbers start at 0 and count
-- within what they belong to; ids count in the whole file and are never used again.

CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What came into the file as one: the versions of a document, or a translation memory.
CREATE TABLE work(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('documents', 'memory')),
  symbol TEXT NOT NULL,       -- of the United Nations: A/75/574; '' when not known
  date TEXT NOT NULL,         -- 2020-11-03; '' when not known
  revision INTEGER NOT NULL,  -- how often its documents were replaced
  header TEXT                 -- JSON: a memory's MemoryHeader
) STRICT;

-- Languages by number, so that a cell names its language in a byte.
CREATE TABLE language(
  number INTEGER PRIMARY KEY,
  tag TEXT NOT NULL UNIQUE  -- BCP 47
) STRICT;

-- The languages of a memory, and how it writes them where nothing else is said.
CREATE TABLE memory_language(
  work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE,
  language INTEGER NOT NULL REFERENCES language,
  written TEXT NOT NULL,  -- EN-US; '' when as in table language
  PRIMARY KEY (work, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE document(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE,
  number INTEGER NOT NULL,        -- 0 is the pivot
  language TEXT NOT NULL,         -- BCP 47
  name TEXT NOT NULL,             -- of the source file, without its folder
  source_size INTEGER NOT NULL,   -- bytes of the file
  sha TEXT NOT NULL,              -- SHA-256 of the file's bytes; '' when not known
  format TEXT NOT NULL,           -- text, pdf, docx, html
  encoding TEXT NOT NULL,         -- as decided; '' where the format fixes it
  encoding_certain INTEGER NOT NULL CHECK (encoding_certain IN (0, 1)),
  text TEXT NOT NULL,
  text_sha TEXT NOT NULL,         -- SHA-256 of text; '' when not known
  UNIQUE (work, number),
  UNIQUE (work, language)
) STRICT;

-- Parts of the source that offsets count through, one after the other; none when it is one.
CREATE TABLE part(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,  -- page 3, word/footnotes.xml
  "begin" INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- What of the source is not in the text, and why.
CREATE TABLE left_out(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  "begin" INTEGER NOT NULL,  -- in the source
  "end" INTEGER NOT NULL CHECK ("begin" <= "end"),
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE block(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  label TEXT NOT NULL,  -- a footnote's number, else ''
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE footnote_mark(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  label TEXT NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- Where the text came from: runs in the order of the text, without gaps.
CREATE TABLE origin(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text_begin INTEGER NOT NULL,
  text_size INTEGER NOT NULL,
  source_begin INTEGER NOT NULL,
  source_size INTEGER NOT NULL,
  copied INTEGER NOT NULL CHECK (copied IN (0, 1)),  -- 1: the same characters one for one
  text_step INTEGER NOT NULL,    -- bytes of each character in the text
  source_step INTEGER NOT NULL,  -- bytes of each character in the source
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- Source bytes of hyphens that only broke a word at a line's end.
CREATE TABLE mended(
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- As they are now: where one was cut or two were united, table machine_segment has those that
-- came in. Both parts of a segment that was edited before it was cut have its range.
CREATE TABLE segment(
  document INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  block INTEGER NOT NULL,
  PRIMARY KEY (document, number),
  FOREIGN KEY (document, block) REFERENCES block(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE bitext(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE,
  number INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  target INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  UNIQUE (work, number)
) STRICT;

-- As the machine aligned them, with its segments: what people decided later is in table
-- decision.
CREATE TABLE bead(
  bitext INTEGER NOT NULL REFERENCES bitext ON DELETE CASCADE,
  number INTEGER NOT NULL,
  source_first INTEGER NOT NULL,
  source_last INTEGER NOT NULL CHECK (source_first <= source_last),
  target_first INTEGER NOT NULL,
  target_last INTEGER NOT NULL CHECK (target_first <= target_last),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  fixed INTEGER NOT NULL CHECK (fixed IN (0, 1)),  -- 1: given to the machine as right
  PRIMARY KEY (bitext, number)
) STRICT, WITHOUT ROWID;

-- What says the same in several languages, as it is now, after all decisions: of documents,
-- runs of segments; of a memory, a unit with its cells.
CREATE TABLE row(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE,
  number INTEGER NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  -- Share of the pairs of languages whose beads agree with the row; below 1 it is disputed.
  agreement REAL NOT NULL DEFAULT 1 CHECK (agreement BETWEEN 0 AND 1),
  verdict TEXT CHECK (verdict IN ('confirmed', 'rejected')),  -- a person's; NULL: none
  name TEXT,  -- a unit's id in its memory; NULL when it has none
  extra TEXT  -- JSON: what a MemoryUnit has beyond its texts; NULL when there is nothing
) STRICT;
CREATE INDEX row_of_work ON row(work, number);

CREATE TABLE row_run(
  row INTEGER NOT NULL REFERENCES row ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (first <= last),
  PRIMARY KEY (row, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_run_of_document ON row_run(document, first);

-- The texts of a memory's units. One number is the key, since that halves the time to write.
CREATE TABLE cell(
  id INTEGER PRIMARY KEY,  -- 1024 * row + the place in the unit
  row INTEGER GENERATED ALWAYS AS (id >> 10) VIRTUAL,
  place INTEGER GENERATED ALWAYS AS (id & 1023) VIRTUAL,
  language INTEGER NOT NULL,
  text TEXT NOT NULL,
  extra TEXT  -- JSON: what a Variant has beyond its text; NULL when there is nothing
) STRICT;

-- The termbase that a work was checked with.
CREATE TABLE concept(
  key INTEGER PRIMARY KEY,
  work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  subject TEXT NOT NULL,
  definition TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (work, number),
  UNIQUE (work, id)
) STRICT;

CREATE TABLE term(
  concept INTEGER NOT NULL REFERENCES concept ON DELETE CASCADE,  -- its key
  number INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL,  -- preferred, admitted, deprecated, forbidden, obsolete
  part_of_speech TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  case_sensitive INTEGER NOT NULL CHECK (case_sensitive IN (0, 1)),
  exact_form INTEGER NOT NULL CHECK (exact_form IN (0, 1)),
  full_form TEXT NOT NULL,  -- the term that an abbreviation stands for, else ''
  PRIMARY KEY (concept, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding(
  id INTEGER PRIMARY KEY,
  work INTEGER NOT NULL REFERENCES work ON DELETE CASCADE,
  number INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  message TEXT NOT NULL,
  suggestion TEXT NOT NULL,
  UNIQUE (work, number)
) STRICT;

CREATE TABLE finding_spot(
  finding INTEGER NOT NULL REFERENCES finding ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('source', 'target')),
  number INTEGER NOT NULL,
  document INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,  -- in the segment's text
  "end" INTEGER NOT NULL CHECK ("begin" <= "end"),
  PRIMARY KEY (finding, side, number),
  FOREIGN KEY (document, segment) REFERENCES segment(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_spot_of_segment ON finding_spot(document, segment);

-- What was done to the file and with what, so that it can be done again.
CREATE TABLE run(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  work INTEGER REFERENCES work ON DELETE SET NULL,  -- NULL when it is about none or many
  at TEXT NOT NULL,        -- 2020-11-03T12:00:00Z; '' when not told
  who TEXT NOT NULL,       -- '' when not told
  kind TEXT NOT NULL,      -- import, align, decide, check, ...
  program TEXT NOT NULL,
  settings TEXT NOT NULL,  -- JSON
  inputs TEXT NOT NULL     -- JSON: the inputs' names and SHA-256
) STRICT;

-- Segments whose text a person has changed: derived from the decisions.
CREATE TABLE edited(
  document INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document, segment),
  FOREIGN KEY (document, segment) REFERENCES segment(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- For people with an SQLite shell; the program does not read these.

CREATE VIEW segment_text AS
SELECT document.work, segment.document, document.language, segment.number AS segment, block.kind,
       coalesce(edited.text,
                CAST(substr(CAST(document.text AS BLOB), segment."begin" + 1,
                            segment."end" - segment."begin") AS TEXT)) AS text
FROM segment
JOIN document ON document.id = segment.document
JOIN block ON block.document = segment.document AND block.number = segment.block
LEFT JOIN edited ON edited.document = segment.document AND edited.segment = segment.number;

CREATE VIEW row_text AS
SELECT row.work, row.number AS row, row.id, row.confidence, segment_text.language,
       segment_text.segment, segment_text.text
FROM row
JOIN row_run ON row_run.row = row.id
JOIN segment_text ON segment_text.document = row_run.document
  AND segment_text.segment >= row_run.first AND segment_text.segment < row_run.last
UNION ALL
SELECT row.work, row.number, row.id, row.confidence, language.tag, cell.place, cell.text
FROM row
JOIN cell ON cell.id BETWEEN row.id * 1024 AND row.id * 1024 + 1023
JOIN language ON language.number = cell.language;

CREATE VIEW finding_text AS
SELECT finding.work, finding.number AS finding, finding.rule, finding.severity,
       finding_spot.side, segment_text.language, segment_text.segment,
       CAST(substr(CAST(segment_text.text AS BLOB), finding_spot."begin" + 1,
                   finding_spot."end" - finding_spot."begin") AS TEXT) AS text,
       finding.message, finding.suggestion
FROM finding
JOIN finding_spot ON finding_spot.finding = finding.id
JOIN segment_text ON segment_text.document = finding_spot.document
  AND segment_text.segment = finding_spot.segment;
