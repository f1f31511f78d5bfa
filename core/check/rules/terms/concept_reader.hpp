#pragma once

// Private to core/check/.

#include "check/rules/likeness.hpp"
#include "term/termbase.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace hexapla {

/// A concept as one language says it.
struct ReadConcept {
  struct Said {
    const Term* term = nullptr;
    Spelling spelling;
    std::vector<std::string> roots;  ///< word_root() of its words that are long enough.
    bool is_word = false;            ///< One word, and not a phrase.
  };
  std::vector<Said> terms;
  const Term* best = nullptr;  ///< best_term().
};

/// Reads the terms of concepts, each once however often it is missing. One thread at a
/// time; refers to the termbase.
class ConceptReader {
 public:
  ConceptReader(const Termbase& termbase, Language language)
      : termbase_(termbase), language_(language) {}

  /// Lives until the next make_room().
  [[nodiscard]] const ReadConcept& read(std::uint32_t concept_index);

  /// Forgets what was read once it is much. To be called between two pairs.
  void make_room();

 private:
  const Termbase& termbase_;
  Language language_;
  std::unordered_map<std::uint32_t, ReadConcept> read_;
};

}  // namespace hexapla
