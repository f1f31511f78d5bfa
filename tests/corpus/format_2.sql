-- A corpus as hexapla 0.1.0 wrote it, in format 2: the tables of that format, and the made-up
-- letter of tests/corpus/made_up.hpp in them.

PRAGMA application_id = 1213747276;
PRAGMA user_version = 2;

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


INSERT INTO meta VALUES ('format', '2');
INSERT INTO meta VALUES ('program', 'hexapla 0.1.0');

INSERT INTO document VALUES (0, 'zh', 'letter.zh.txt', 4096, 'html', 'GB18030', 0, '秘书长的信
导弹造成14人死亡。1
1 A/75/574.');
INSERT INTO document VALUES (1, 'ar', 'letter.ar.txt', 4096, 'html', 'GB18030', 0, 'رسالة إلى الأمين العام
وأسفر القصف عن مقتل 14 مدنيا.1
1 A/75/574.');
INSERT INTO document VALUES (2, 'ru', 'letter.ru.txt', 4096, 'html', 'GB18030', 0, 'Письмо на имя Генерального секретаря
В результате погибли 14 человек.1
1 A/75/574.');

INSERT INTO part VALUES (0, 0, 'page 1', 0);
INSERT INTO part VALUES (0, 1, 'page 2', 31);
INSERT INTO part VALUES (1, 0, 'page 1', 0);
INSERT INTO part VALUES (1, 1, 'page 2', 31);
INSERT INTO part VALUES (2, 0, 'page 1', 0);
INSERT INTO part VALUES (2, 1, 'page 2', 31);

INSERT INTO left_out VALUES (0, 0, 'a script', 60, 70);
INSERT INTO left_out VALUES (1, 0, 'a script', 60, 70);
INSERT INTO left_out VALUES (2, 0, 'a script', 60, 70);

INSERT INTO block VALUES (0, 0, 'title', 0, 15, '');
INSERT INTO block VALUES (0, 1, 'paragraph', 16, 43, '');
INSERT INTO block VALUES (0, 2, 'footnote', 44, 55, '1');
INSERT INTO block VALUES (1, 0, 'title', 0, 41, '');
INSERT INTO block VALUES (1, 1, 'paragraph', 42, 93, '');
INSERT INTO block VALUES (1, 2, 'footnote', 94, 105, '1');
INSERT INTO block VALUES (2, 0, 'title', 0, 68, '');
INSERT INTO block VALUES (2, 1, 'paragraph', 69, 127, '');

INSERT INTO footnote_mark VALUES (0, 0, 42, 43, '1');
INSERT INTO footnote_mark VALUES (1, 0, 92, 93, '1');
INSERT INTO footnote_mark VALUES (2, 0, 126, 127, '1');

INSERT INTO origin VALUES (0, 0, 0, 5, 1, 5, 1);
INSERT INTO origin VALUES (0, 1, 5, 1, 6, 3, 0);
INSERT INTO origin VALUES (1, 0, 0, 5, 1, 5, 1);
INSERT INTO origin VALUES (1, 1, 5, 1, 6, 3, 0);
INSERT INTO origin VALUES (2, 0, 0, 5, 1, 5, 1);
INSERT INTO origin VALUES (2, 1, 5, 1, 6, 3, 0);

INSERT INTO mended VALUES (0, 0, 40, 41);
INSERT INTO mended VALUES (0, 1, 60, 61);
INSERT INTO mended VALUES (1, 0, 40, 41);
INSERT INTO mended VALUES (1, 1, 60, 61);
INSERT INTO mended VALUES (2, 0, 40, 41);
INSERT INTO mended VALUES (2, 1, 60, 61);

INSERT INTO segment VALUES (0, 0, 0, 15, 0);
INSERT INTO segment VALUES (0, 1, 16, 43, 1);
INSERT INTO segment VALUES (0, 2, 44, 55, 2);
INSERT INTO segment VALUES (1, 0, 0, 41, 0);
INSERT INTO segment VALUES (1, 1, 42, 93, 1);
INSERT INTO segment VALUES (1, 2, 94, 105, 2);
INSERT INTO segment VALUES (2, 0, 0, 68, 0);
INSERT INTO segment VALUES (2, 1, 69, 127, 1);

INSERT INTO bitext VALUES (0, 0, 1);
INSERT INTO bitext VALUES (1, 0, 2);

INSERT INTO bead VALUES (0, 0, 0, 2, 0, 2, 0.75);
INSERT INTO bead VALUES (0, 1, 2, 3, 2, 3, 0.3333333333333333);
INSERT INTO bead VALUES (1, 0, 0, 1, 0, 1, 0.5);
INSERT INTO bead VALUES (1, 1, 1, 2, 1, 2, 1.0);
INSERT INTO bead VALUES (1, 2, 2, 3, 2, 2, 0.1);

INSERT INTO row VALUES (0, 0.5, 0.6666666666666666);
INSERT INTO row VALUES (1, 0.1, 1.0);

INSERT INTO row_run VALUES (0, 0, 0, 2);
INSERT INTO row_run VALUES (0, 1, 0, 2);
INSERT INTO row_run VALUES (0, 2, 0, 2);
INSERT INTO row_run VALUES (1, 0, 2, 3);
INSERT INTO row_run VALUES (1, 1, 2, 3);
INSERT INTO row_run VALUES (1, 2, 2, 2);

INSERT INTO concept VALUES (0, 'un-1', 'organs', '', '');
INSERT INTO concept VALUES (1, 'un-2', '', 'Главное административное должностное лицо', 'Устав, статья 97');

INSERT INTO term VALUES (0, 0, 'zh', '秘书长', 'preferred', 'noun', 'A/75/1', '', 0, 0, '');
INSERT INTO term VALUES (0, 1, 'ar', 'الأمين العام', 'preferred', '', '', 'رئيس الأمانة', 0, 0, '');
INSERT INTO term VALUES (1, 0, 'ru', 'генсек', 'forbidden', '', '', '', 0, 0, '');
INSERT INTO term VALUES (1, 1, 'ru', 'ГС', 'admitted', 'noun', '', '', 1, 1, 'Генеральный секретарь');
INSERT INTO term VALUES (1, 2, 'ru', 'генеральный секретарь Лиги', 'obsolete', '', '', '', 0, 0, '');

INSERT INTO finding VALUES (0, 'number', 'error', 0.75, '14 is missing', '14');
INSERT INTO finding VALUES (1, 'term_missing', 'note', 1.0, 'м', '');

INSERT INTO finding_spot VALUES (0, 'source', 0, 0, 1, 12, 14);
INSERT INTO finding_spot VALUES (0, 'target', 0, 1, 1, 0, 8);
INSERT INTO finding_spot VALUES (0, 'target', 1, 1, 0, 0, 10);
INSERT INTO finding_spot VALUES (1, 'target', 0, 2, 0, 0, 12);
