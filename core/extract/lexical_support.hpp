#pragma once

// Private to core/extract/.

#include "align/lexicon/lexicon.hpp"
#include "extract/extract_terms.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// How far the words of two phrases translate each other.
class LexicalSupport {
 public:
  /// Learns a lexicon from `pairs`.
  LexicalSupport(std::span<const AlignedText> pairs, Language source, Language target);

  void set_phrases(std::span<const std::string_view> source,
                   std::span<const std::string_view> target);

  /// Share of the tokens of both phrases that a token of the other one calls forth; 0..1.
  [[nodiscard]] double of(std::uint32_t source_phrase, std::uint32_t target_phrase) const;

 private:
  Language source_;
  Language target_;
  Vocabulary vocabulary_;
  Lexicon lexicon_;
  TokenSide source_phrases_;
  TokenSide target_phrases_;
  std::uint32_t known_tokens_ = 0;  ///< Those that the lexicon has seen.
};

}  // namespace hexapla
