-- Fills the tables of format 3 from those of format 2, which are kept aside as old_*: its one
-- document in its versions becomes the first work. Its pivot's file names it.

INSERT INTO meta SELECT key, CASE key WHEN 'format' THEN '3' ELSE value END FROM old_meta;

INSERT INTO work(id, name, kind, symbol, date, revision)
SELECT 1, CASE WHEN instr(name, '.') > 1 THEN substr(name, 1, instr(name, '.') - 1) ELSE name END,
       'documents', '', '', 0
FROM old_document WHERE number = 0;

INSERT INTO document
SELECT number + 1, 1, number, language, name, source_size, '', format, encoding,
       encoding_certain, text, ''
FROM old_document ORDER BY number;
INSERT INTO part SELECT document + 1, number, name, "begin" FROM old_part;
INSERT INTO left_out SELECT document + 1, number, what, "begin", "end" FROM old_left_out;
INSERT INTO block SELECT document + 1, number, kind, "begin", "end", label FROM old_block;
INSERT INTO footnote_mark SELECT document + 1, number, "begin", "end", label FROM old_footnote_mark;
INSERT INTO origin SELECT document + 1, number, text_begin, text_size, source_begin, source_size, copied, 1, 1 FROM old_origin;
INSERT INTO mended SELECT document + 1, number, "begin", "end" FROM old_mended;
INSERT INTO segment SELECT document + 1, number, "begin", "end", block FROM old_segment;

INSERT INTO bitext
SELECT number + 1, 1, number, source + 1, target + 1 FROM old_bitext ORDER BY number;
INSERT INTO bead
SELECT bitext + 1, number, source_first, source_last, target_first, target_last, confidence, 0
FROM old_bead;
INSERT INTO row(id, work, number, confidence, agreement)
SELECT number + 1, 1, number, confidence, agreement FROM old_row ORDER BY number;
INSERT INTO row_run SELECT row + 1, document + 1, first, last FROM old_row_run;

INSERT INTO concept
SELECT number + 1, 1, number, id, subject, definition, note FROM old_concept ORDER BY number;
INSERT INTO term
SELECT concept + 1, number, language, text, status, part_of_speech, source, note,
       case_sensitive, exact_form, full_form
FROM old_term;
INSERT INTO finding
SELECT number + 1, 1, number, rule, severity, confidence, message, suggestion
FROM old_finding ORDER BY number;
INSERT INTO finding_spot
SELECT finding + 1, side, number, document + 1, segment, "begin", "end" FROM old_finding_spot;

DROP TABLE old_finding_spot;
DROP TABLE old_finding;
DROP TABLE old_term;
DROP TABLE old_concept;
DROP TABLE old_row_run;
DROP TABLE old_row;
DROP TABLE old_bead;
DROP TABLE old_bitext;
DROP TABLE old_segment;
DROP TABLE old_mended;
DROP TABLE old_origin;
DROP TABLE old_footnote_mark;
DROP TABLE old_block;
DROP TABLE old_left_out;
DROP TABLE old_part;
DROP TABLE old_document;
DROP TABLE old_meta;
