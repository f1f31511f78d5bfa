-- Puts the table of decisions of format 3 aside.

DROP INDEX decision_of_work;
ALTER TABLE decision RENAME TO old_decision;
