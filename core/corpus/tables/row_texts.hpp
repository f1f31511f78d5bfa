#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"
#include "exchange/translation_unit.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace hexapla {

/// What the rows of a documents work say, read part by part: a row costs what it is long,
/// not what its documents are.
class RowTexts {
 public:
  RowTexts(const sqlite::Connection& connection, std::int64_t work);

  /// Appends a variant for each language that has something in the row, with its segments
  /// joined as in Cell::text and with people's edits.
  /// Errors: Fault::malformed when a segment is missing or lies outside its text.
  void read(std::int64_t row, std::vector<Variant>& variants);

 private:
  struct Source {
    Language language;
    sqlite::Blob text;
  };
  [[nodiscard]] std::string text_of(std::int64_t document, const Source& source,
                                    std::int64_t first, std::int64_t last);

  sqlite::Statement run_;
  sqlite::Statement segment_;
  std::map<std::int64_t, Source> sources_;  ///< By the document's id.
};

/// The texts of a work among those that were read last: they are few, since each keeps its
/// documents open.
template <class Texts>
Texts& texts_of_work(std::map<std::int64_t, Texts>& open,
                     const sqlite::Connection& connection, std::int64_t work) {
  constexpr std::size_t most_open = 16;
  if (open.size() >= most_open && !open.contains(work)) open.clear();
  return open.try_emplace(work, connection, work).first->second;
}

}  // namespace hexapla
