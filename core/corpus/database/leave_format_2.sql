-- Puts the tables of format 2 aside, so that those of the present format can be made.

DROP VIEW segment_text;
DROP VIEW row_text;
DROP VIEW finding_text;
ALTER TABLE meta RENAME TO old_meta;
ALTER TABLE document RENAME TO old_document;
ALTER TABLE part RENAME TO old_part;
ALTER TABLE left_out RENAME TO old_left_out;
ALTER TABLE block RENAME TO old_block;
ALTER TABLE footnote_mark RENAME TO old_footnote_mark;
ALTER TABLE origin RENAME TO old_origin;
ALTER TABLE mended RENAME TO old_mended;
ALTER TABLE segment RENAME TO old_segment;
ALTER TABLE bitext RENAME TO old_bitext;
ALTER TABLE bead RENAME TO old_bead;
ALTER TABLE row RENAME TO old_row;
ALTER TABLE row_run RENAME TO old_row_run;
ALTER TABLE concept RENAME TO old_concept;
ALTER TABLE term RENAME TO old_term;
ALTER TABLE finding RENAME TO old_finding;
ALTER TABLE finding_spot RENAME TO old_finding_spot;
