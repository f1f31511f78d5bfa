#pragma once

// Private to core/corpus/.

#include "corpus/database/connection.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/decision_log.hpp"
#include "corpus/tables/decisions.hpp"
#include "corpus/tables/works.hpp"

#include <utility>

namespace hexapla {

/// The database behind a store, and what is to be done when it is brought to this format.
struct Store::Connection : StoreConnection {
  explicit Connection(StoreConnection&& made) noexcept : StoreConnection(std::move(made)) {}

  [[nodiscard]] sqlite::Connection& write() {
    // What decisions make of rows has changed since format 3: rows that the pivot lacks can
    // be confirmed.
    return StoreConnection::write([](const sqlite::Connection& migrated) {
      for (const WorkInfo& work : read_works(migrated))
        if (work.kind == WorkKind::documents && !read_log(migrated, work.id).empty())
          put_alignment(migrated, work.id);
    });
  }
};

}  // namespace hexapla
