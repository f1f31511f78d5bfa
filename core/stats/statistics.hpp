#pragma once

#include "text/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {

/// How long the texts of a language are. Units: characters (Unicode code points).
struct LengthFigures {
  double mean = 0;
  std::uint32_t median = 0;
  std::uint32_t percentile_95 = 0;  ///< 95 of 100 texts are no longer.
  std::uint32_t longest = 0;

  friend bool operator==(const LengthFigures&, const LengthFigures&) = default;
};

/// The words of a language, as words_of() cuts them and folded() compares them: Chinese is
/// counted by the character. Marks are no words.
struct VocabularyFigures {
  struct Frequent {
    std::string form;
    std::uint64_t count = 0;
    friend bool operator==(const Frequent&, const Frequent&) = default;
  };
  struct Growth {
    std::uint64_t words = 0;  ///< Of the text so far, in the order of the rows.
    std::uint64_t forms = 0;  ///< Different ones among them.
    friend bool operator==(const Growth&, const Growth&) = default;
  };

  std::uint64_t words = 0;
  std::uint64_t forms = 0;         ///< Different ones.
  std::uint64_t once = 0;          ///< Forms that are in one place only.
  std::vector<Frequent> frequent;  ///< The most frequent first, equals by their bytes.
  std::vector<Growth> growth;  ///< At each tenth of the words, roughly; the last is all.

  friend bool operator==(const VocabularyFigures&, const VocabularyFigures&) = default;
};

struct LanguageFigures {
  Language language;
  std::uint64_t rows = 0;      ///< That say something in it.
  std::uint64_t segments = 0;  ///< Of documents; in memories a text is one.
  std::uint64_t characters = 0;
  LengthFigures lengths;  ///< Of the texts of rows.
  VocabularyFigures vocabulary;

  friend bool operator==(const LanguageFigures&, const LanguageFigures&) = default;
};

inline constexpr std::size_t confidence_bins = 10;  ///< [0, .1), [.1, .2) ... [.9, 1]

/// Probabilities by tenths.
struct ConfidenceFigures {
  std::array<std::uint64_t, confidence_bins> bins{};
  std::uint64_t count = 0;
  double mean = 0;  ///< 0 when there are none.

  friend bool operator==(const ConfidenceFigures&, const ConfidenceFigures&) = default;
};

/// What the pivot and another language have in common.
struct PairFigures {
  Language source;
  Language target;
  std::uint64_t rows = 0;      ///< That have both.
  std::uint64_t repeated = 0;  ///< Of these, with both texts as in an earlier row.
  std::uint64_t copied = 0;    ///< Of these, with letters, and the same text on both sides.
  /// Characters of the target for each of the source: the geometric mean over rows, and
  /// the standard deviation of its logarithm. 0 when there are none.
  double length_ratio = 0;
  double length_spread = 0;
  /// Links of documents by how many segments they have on either side.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> shapes;
  ConfidenceFigures confidence;  ///< Of links of documents and of rows of memories.

  friend bool operator==(const PairFigures&, const PairFigures&) = default;
};

/// What a corpus, or a work of it, is made of.
struct Statistics {
  std::uint64_t rows = 0;
  std::uint64_t confirmed = 0;  ///< Rows that a person found right.
  std::uint64_t rejected = 0;
  std::uint64_t complete = 0;  ///< Rows that say something in every language.
  std::uint64_t repeated = 0;  ///< Rows that say in all languages what an earlier one says.
  std::vector<LanguageFigures> languages;
  std::vector<PairFigures> pairs;  ///< The pivot's with the others, in their order.
  /// Rows that have both, by indices into `languages`, and on the diagonal those that have
  /// the one.
  std::vector<std::vector<std::uint64_t>> in_both;

  friend bool operator==(const Statistics&, const Statistics&) = default;
};

}  // namespace hexapla
