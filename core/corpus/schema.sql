-- The tables of a .hexapla file, format 2. Ranges are half-open [begin, end) and count bytes
-- of UTF-8; runs are half-open [first, last) and count segments; numbers start at 0.

CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document(
  number INTEGER PRIMARY KEY,     -- 0 is the pivot
  language TEXT NOT NULL UNIQUE,  -- BCP 47
  name TEXT NOT NULL,             -- of the source file, without its folder
  source_size INTEGER NOT NULL,   -- bytes of the file
  format TEXT NOT NULL,           -- text, pdf, docx, html
  encoding TEXT NOT NULL,         -- as decided; '' where the format fixes it
  encoding_certain INTEGER NOT NULL CHECK (encoding_certain IN (0, 1)),
  text TEXT NOT NULL
) STRICT;

-- Parts of the source that offsets count through, one behind the other; none when it is one.
CREATE TABLE part(
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,  -- page 3, word/footnotes.xml
  "begin" INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- What of the source is not in the text, and why.
CREATE TABLE left_out(
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  "begin" INTEGER NOT NULL,  -- in the source
  "end" INTEGER NOT NULL CHECK ("begin" <= "end"),
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE block(
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  label TEXT NOT NULL,  -- a footnote's number, else ''
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE footnote_mark(
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  label TEXT NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- Where the text came from: runs in the order of the text, without gaps.
CREATE TABLE origin(
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  text_begin INTEGER NOT NULL,
  text_size INTEGER NOT NULL,
  source_begin INTEGER NOT NULL,
  source_size INTEGER NOT NULL,
  copied INTEGER NOT NULL CHECK (copied IN (0, 1)),  -- 1: text and source are the same bytes
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- Source bytes of hyphens that only broke a word at a line's end.
CREATE TABLE mended(
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment(
  document INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("begin" < "end"),
  block INTEGER NOT NULL,
  PRIMARY KEY (document, number),
  FOREIGN KEY (document, block) REFERENCES block(document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE bitext(
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES document,
  target INTEGER NOT NULL REFERENCES document
) STRICT;

CREATE TABLE bead(
  bitext INTEGER NOT NULL REFERENCES bitext,
  number INTEGER NOT NULL,
  source_first INTEGER NOT NULL,
  source_last INTEGER NOT NULL CHECK (source_first <= source_last),
  target_first INTEGER NOT NULL,
  target_last INTEGER NOT NULL CHECK (target_first <= target_last),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (bitext, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE row(
  number INTEGER PRIMARY KEY,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  -- Share of the pairs of languages whose beads agree with the row; below 1 it is disputed.
  agreement REAL NOT NULL DEFAULT 1 CHECK (agreement BETWEEN 0 AND 1)
) STRICT;

CREATE TABLE row_run(
  row INTEGER NOT NULL REFERENCES row,
  document INTEGER NOT NULL REFERENCES document,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (first <= last),
  PRIMARY KEY (row, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE concept(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  definition TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE term(
  concept INTEGER NOT NULL REFERENCES concept,
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
  number INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  message TEXT NOT NULL,
  suggestion TEXT NOT NULL
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
  FOREIGN KEY (document, segment) REFERENCES segment(document, number)
) STRICT, WITHOUT ROWID;

-- For people with an SQLite shell; the program does not read these.

CREATE VIEW segment_text AS
SELECT segment.document, document.language, segment.number AS segment, block.kind,
       CAST(substr(CAST(document.text AS BLOB), segment."begin" + 1,
                   segment."end" - segment."begin") AS TEXT) AS text
FROM segment
JOIN document ON document.number = segment.document
JOIN block ON block.document = segment.document AND block.number = segment.block;

CREATE VIEW row_text AS
SELECT row_run.row, row.confidence, segment_text.language, segment_text.segment,
       segment_text.text
FROM row
JOIN row_run ON row_run.row = row.number
JOIN segment_text ON segment_text.document = row_run.document
  AND segment_text.segment >= row_run.first AND segment_text.segment < row_run.last;

CREATE VIEW finding_text AS
SELECT finding_spot.finding, finding.rule, finding.severity, finding_spot.side,
       segment_text.language, segment_text.segment,
       CAST(substr(CAST(segment_text.text AS BLOB), finding_spot."begin" + 1,
                   finding_spot."end" - finding_spot."begin") AS TEXT) AS text,
       finding.message, finding.suggestion
FROM finding
JOIN finding_spot ON finding_spot.finding = finding.number
JOIN segment_text ON segment_text.document = finding_spot.document
  AND segment_text.segment = finding_spot.segment;
