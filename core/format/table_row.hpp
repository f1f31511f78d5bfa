#pragma once

#include "text/interface.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A row of a table that a termbase is read from.
struct TableRow {
  std::vector<std::string> fields;
  std::size_t line = 0;  ///< Of its first character, or its number in a sheet; 1-based.
};

/// The rows of a file, one after the other.
class RowSource : public Interface {
 public:
  /// Gets the next row that is not blank; false at the end.
  [[nodiscard]] virtual bool next(TableRow& row) = 0;
};

}  // namespace hexapla
