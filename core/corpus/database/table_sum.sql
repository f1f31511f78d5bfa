-- What each table held when this program last wrote to it, itself left out: a line changed by anything else
-- shows. Since format 6.
CREATE TABLE table_sum(
  name TEXT PRIMARY KEY,
  lines INTEGER NOT NULL,
  sum INTEGER NOT NULL  -- of its lines' 64-bit hashes (row_hash.hpp), modulo 2^64
) STRICT, WITHOUT ROWID;
