#pragma once

#include "exchange/translation_unit.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace hexapla {

/// A line of a data set: what goes together, and where it is from.
struct DatasetRow {
  std::string id;              ///< Unique in its configuration: "A/75/574#zh-en-0012".
  std::string document;        ///< The name of the work.
  std::string symbol;          ///< Empty when not known.
  std::string date;            ///< 2020-11-03; empty when not known.
  std::uint32_t position = 0;  ///< Of the row or bead in its document, from 0.
  double agreement = 1;        ///< The share of pairs of languages that agree with it.
  std::string licence;         ///< As in "CC-BY-4.0"; empty when nobody said.
  TranslationUnit unit;
};

/// The row as an object of JSON on one line. All rows have the same keys, `translation` has
/// all of `languages`, null where the row has none, so that readers find one schema.
[[nodiscard]] std::string dataset_line(const DatasetRow& row,
                                       std::span<const Language> languages);

}  // namespace hexapla
