-- Lines of format 3 into the table of format 4.

INSERT INTO decision(id, work, revision, at, who, kind, detail, subject)
SELECT id, work, revision, at, who, kind, detail, subject FROM old_decision ORDER BY id;
DROP TABLE old_decision;
