#pragma once

#include "term/termbase.hpp"
#include "text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Two texts that say the same: a bead's.
struct AlignedText {
  std::string_view source;
  std::string_view target;
};

struct ExtractSettings {
  std::uint32_t least_count = 3;  ///< Pairs of texts that a candidate must be in together.
  std::size_t most = 200;         ///< Candidates.
  std::size_t examples = 2;       ///< For each candidate.
};

/// A term and its likely translation, to be read by a person.
struct TermCandidate {
  std::string source;
  std::string target;
  double score = 0;                ///< Larger is better; comes from counts, so it compares
                                   ///< candidates of one corpus only.
  std::uint32_t together = 0;      ///< Pairs of texts with both.
  std::uint32_t source_count = 0;  ///< Pairs of texts with the source term.
  std::uint32_t target_count = 0;
  std::vector<std::uint32_t> examples;  ///< Numbers of pairs of texts, short ones first.
};

/// The best candidates for terms of two languages.
/// Shape: best first; no source or target is twice.
/// Cost:  in proportion to the phrases that are in both texts of a pair, over all pairs.
/// Source: C-value: Frantzi, Ananiadou and Mima (2000); log-likelihood ratio: Dunning
///         (1993); lexicon: core/align/lexicon.hpp. README.md tells how they are joined.
[[nodiscard]] std::vector<TermCandidate> extract_terms(
    std::span<const AlignedText> pairs, Language source, Language target,
    const ExtractSettings& settings = {});

/// The candidates as a termbase to be reviewed: a concept each, with the counts in the note
/// of the source term and an example in the notes of both.
[[nodiscard]] Termbase termbase_of(std::span<const TermCandidate> candidates,
                                   std::span<const AlignedText> pairs, Language source,
                                   Language target);

}  // namespace hexapla
