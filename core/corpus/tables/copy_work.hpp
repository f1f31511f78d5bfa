#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace hexapla {

/// A work and the corpus that it is in.
struct WorkPlace {
  const sqlite::Connection* corpus = nullptr;
  std::int64_t work = 0;
};

/// As Store::copy_works, inside the caller's transaction. Returns: the id of the last one.
std::int64_t copy_works(std::span<const WorkPlace> works, const sqlite::Connection& to,
                        const std::function<void(std::size_t)>& copying = {});

}  // namespace hexapla
