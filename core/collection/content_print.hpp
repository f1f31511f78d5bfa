#pragma once

#include "align/lexicon/prior_lexicon.hpp"
#include "document/document.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hexapla {

/// What a text speaks of, in a form that all languages share: numbers, dates, symbols and
/// names as they are, words by the English words that translate them.
/// Shape: sorted by key, each once; counts are above 0.
using ContentPrint = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

/// Makes prints of documents.
class ContentPrinter {
 public:
  /// What is known of the words of a language: its lexicon with English as the target.
  void learn(Language language, const PriorLexicon& to_english);

  /// Whether prints in a language can be told from those of other texts: words in Latin
  /// letters have much in common, those of other scripts need a lexicon.
  [[nodiscard]] bool can_compare(Language language) const;

  /// Of the body and the footnotes. Safe on several threads once all is learnt.
  /// Cost: linear.
  [[nodiscard]] ContentPrint print_of(const Document& document) const;

 private:
  using EnglishOf =
      std::unordered_map<std::string, std::uint64_t, TransparentHash, std::equal_to<>>;
  std::map<Language, EnglishOf> english_;
};

/// How alike the contents of a collection's files are: what many of them speak of says
/// little, and so does what all files of a language have in common, be it only that a
/// lexicon knows some words and not others.
class ContentIndex {
 public:
  /// `prints` and `languages` are by file.
  ContentIndex(std::span<const ContentPrint> prints, std::span<const Language> languages);

  /// The cosine of what one file speaks of and what the `others` together speak of, each
  /// without the mean of its language: about 0 for nothing in common, 1 for the same.
  [[nodiscard]] double likeness(std::size_t file,
                                std::span<const std::size_t> others) const;

  /// The files in other languages with the most in common with `file`, the most alike
  /// first, up to `most`.
  [[nodiscard]] std::vector<std::pair<std::size_t, double>> most_alike(
      std::size_t file, std::size_t most) const;

 private:
  struct Weighted {
    std::uint32_t key = 0;  ///< A number of the index.
    float weight = 0;
  };
  using Dense = std::vector<float>;  ///< By key.

  void add_files(std::span<const ContentPrint> prints);
  void find_means(std::span<const Language> languages);
  [[nodiscard]] double product(const std::vector<Weighted>& words, const Dense& mean) const;

  std::vector<std::vector<Weighted>> files_;              ///< Of length 1, by key.
  std::vector<std::vector<std::uint32_t>> files_of_key_;  ///< Of rare keys only.
  std::vector<std::size_t> language_of_file_;             ///< Into means_.
  std::vector<Dense> means_;
  std::vector<std::vector<double>> means_product_;  ///< Of each two means.
};

}  // namespace hexapla
