-- Where the cells of tables are: all but the blocks of kind 'table' have no row here. Since format 5.
CREATE TABLE table_cell(
  document INTEGER NOT NULL,
  block INTEGER NOT NULL,
  "table" INTEGER NOT NULL CHECK ("table" > 0),  -- these count from 1
  "row" INTEGER NOT NULL CHECK ("row" > 0),
  "column" INTEGER NOT NULL CHECK ("column" > 0),
  PRIMARY KEY (document, block),
  FOREIGN KEY (document, block) REFERENCES block(document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
