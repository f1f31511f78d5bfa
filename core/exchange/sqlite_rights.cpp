#include "exchange/sqlite_rights.hpp"

#include <initializer_list>

#include <sqlite3.h>

namespace hexapla {

void take_rights_of_schema(sqlite3* connection) {
  constexpr int off = 0;
  constexpr int on = 1;
  for (const int right :
       {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
        SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML,
        SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION})
    sqlite3_db_config(connection, right, off, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, on, nullptr);
}

}  // namespace hexapla
