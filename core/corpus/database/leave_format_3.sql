-- Puts the table of decisions of formats 3 to 6 aside.

DROP INDEX decision_of_work;
ALTER TABLE decision RENAME TO old_decision;
