#pragma once

#include "align/bead.hpp"
#include "align/lexicon/prior_lexicon.hpp"
#include "align/search/text_pair.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What many aligned texts in the same two languages teach together.
class SharedLexicon {
 public:
  /// The order in which texts are added must not depend on chance.
  void add(const WordView& view, std::span<const Bead> beads);
  [[nodiscard]] std::size_t texts() const noexcept { return texts_; }

  void train(const LexiconSettings& settings);
  /// What was learnt; nothing before train().
  [[nodiscard]] const PriorLexicon& lexicon() const noexcept { return lexicon_; }

  /// Adds what was learnt to what `view` takes for known. Safe on several threads, for
  /// different views.
  void teach(WordView& view) const;

 private:
  Vocabulary vocabulary_;
  TokenSide source_;
  TokenSide target_;
  std::vector<Bead> beads_;
  std::size_t texts_ = 0;
  PriorLexicon lexicon_;
};

}  // namespace hexapla
