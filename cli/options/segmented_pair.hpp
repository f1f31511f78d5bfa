#pragma once

#include "align/batch.hpp"
#include "text/language.hpp"

#include <string>
#include <vector>

namespace hexapla::cli {

/// The names of the files of one alignment of segmented text; all but the first three may
/// be empty.
struct PairNames {
  std::string source;
  std::string target;
  std::string out;
  std::string translation = {};
  std::string source_vectors = {};
  std::string target_vectors = {};
};

/// What a BatchPair looks at.
struct PairTexts {
  std::string source;
  std::string target;
  std::string translation;
};

/// Errors: those of read_file() and admit_segments().
[[nodiscard]] PairTexts read_pair(const PairNames& names);

/// Refers to `texts`. `languages` are two.
/// Errors: Fault::malformed for a translation of another number of lines.
[[nodiscard]] BatchPair pair_of(const PairTexts& texts, const PairNames& names,
                                const std::vector<Language>& languages);

}  // namespace hexapla::cli
