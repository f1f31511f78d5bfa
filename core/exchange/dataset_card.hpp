#pragma once

#include "exchange/split.hpp"
#include "exchange/translation_unit.hpp"

#include <array>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace hexapla {

struct DatasetFacts {
  std::string name;
  std::vector<Language> languages;
  std::array<std::size_t, 3> units{};  ///< By Split.
  std::array<std::string, 3> files;    ///< Names in the folder.
  std::uint64_t seed = 0;
  std::string dealt_by;  ///< "document" or "source text".
  std::string filters;   ///< In words, or empty.
  std::string program_version;
};

/// Writes the card of a data set, README.md: a head in YAML that names languages, size and
/// the file of each split, and some words for people.
/// Source: Hugging Face, "Dataset Cards".
void write_dataset_card(std::ostream& out, const DatasetFacts& facts);

}  // namespace hexapla
