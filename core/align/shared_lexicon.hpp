#pragma once

#include "align/bead.hpp"
#include "align/lexicon/prior_lexicon.hpp"
#include "align/search/text_pair.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What many aligned texts in the same two languages teach together.
class SharedLexicon {
 public:
  /// The order in which texts are added must not depend on chance.
  /// Returns: the number of the text.
  std::size_t add(const WordView& view, std::span<const Bead> beads);
  [[nodiscard]] std::size_t texts() const noexcept { return keys_of_texts_.size(); }

  void train(const LexiconSettings& settings);
  /// What was learnt; nothing before train().
  [[nodiscard]] const PriorLexicon& lexicon() const noexcept { return lexicon_; }

  /// Adds what was learnt to what the view of a text takes for known. Safe on several
  /// threads, for different views.
  void teach(WordView& view, std::size_t text) const;

 private:
  Vocabulary vocabulary_;
  TokenSide source_;
  TokenSide target_;
  std::vector<Bead> beads_;
  /// By text, the number that each of its tokens has here, so that no key is looked up
  /// twice.
  std::vector<std::vector<std::uint32_t>> keys_of_texts_;
  PriorLexicon lexicon_;
};

}  // namespace hexapla
