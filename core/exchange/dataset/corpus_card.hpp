#pragma once

#include "exchange/split.hpp"
#include "text/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {

/// A configuration of a data set: a pair of languages, or all of them.
struct DatasetConfiguration {
  std::string name;                        ///< "zh-en", "all"; also its folder.
  std::array<std::size_t, 3> rows{};       ///< By Split.
  std::array<std::size_t, 3> documents{};  ///< By Split.
  /// What was left out, in words, and how many rows; those with 0 are not told.
  std::vector<std::pair<std::string, std::size_t>> left_out;
};

/// What a data set's card says.
struct CorpusCardFacts {
  std::string name;
  std::vector<Language> languages;
  std::vector<DatasetConfiguration> configurations;
  std::string corpus;  ///< The name of the corpus file.
  std::size_t works = 0;
  std::string licence;  ///< Empty when nobody said.
  std::uint64_t seed = 0;
  SplitShares shares;
  std::vector<std::string> settings;  ///< The filters, as options.
  std::string overlap;                ///< The test set that was kept out; empty for none.
  std::vector<std::string> programs;  ///< That wrote the corpus and the data set.
};

/// The name of a part's file in its configuration's folder: "train.jsonl.zst".
[[nodiscard]] std::string dataset_file(Split split);

/// Writes README.md: a head in YAML that names languages, licence and the files of each
/// configuration, and what a paper has to say of the data.
/// Source: Hugging Face, "Dataset Cards" and "Manual Configuration".
void write_corpus_card(std::ostream& out, const CorpusCardFacts& facts);

}  // namespace hexapla
