-- Lines of formats 4 to 6 into the table of format 7.

INSERT INTO decision(id, work, revision, at, who, kind, detail, subject, client)
SELECT id, work, revision, at, who, kind, detail, subject, client FROM old_decision ORDER BY id;
DROP TABLE old_decision;
