#pragma once

#include "exchange/translation_unit.hpp"

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace hexapla {

/// What units are worth, and what became of them, by document: a table that a researcher
/// sorts to find what is wrong with a collection.
class QualityTable {
 public:
  /// Looks at a unit before any filter has changed it.
  void look(const std::string& document, const TranslationUnit& unit);
  /// `reason` is empty for a unit that was kept.
  void count(const std::string& document, const std::string& reason);

  /// Tab-separated, with a head: document, units, kept, the means of confidence, length
  /// ratio and share of numbers in common, the share of units with a text in another
  /// language, of those with an empty side; then a column a reason for which units were
  /// left out. Sorted by document.
  void write(std::ostream& out) const;

 private:
  struct Sums {
    std::size_t units = 0;
    std::size_t kept = 0;
    double confidence = 0;
    double length_ratio = 0;
    double shared_numbers = 0;
    std::size_t other_language = 0;
    std::size_t empty_side = 0;
    std::map<std::string, std::size_t> dropped;
  };
  std::map<std::string, Sums> documents_;
  std::vector<std::string> reasons_;  ///< In the order in which they came up.
};

}  // namespace hexapla
