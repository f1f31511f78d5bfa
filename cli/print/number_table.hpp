#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace hexapla::cli {

/// A table for a terminal: the first column starts at the left, numbers end at the right.
class NumberTable {
 public:
  explicit NumberTable(std::vector<std::string> heads) : lines_{std::move(heads)} {}

  /// Missing cells at the end are empty.
  void add(std::vector<std::string> cells) { lines_.push_back(std::move(cells)); }

  /// The heads are bold where there is colour. An empty line follows.
  void write(Streams& streams) const;

 private:
  std::vector<std::vector<std::string>> lines_;  ///< The heads first.
};

}  // namespace hexapla::cli
