#pragma once

#include "align/bead.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hexapla {

/// The kinds of evidence that speak for a bead or against it; README.md has a table of
/// them.
enum class EvidenceKind : std::uint8_t {
  shapes,       ///< How often so many segments answer so many.
  lengths,      ///< Of the texts.
  words,        ///< Words and Han characters that are known to translate each other.
  anchors,      ///< Numbers, dates, and words that both sides write alike.
  marks,        ///< Punctuation.
  names,        ///< Words of two scripts that sound alike; names.
  structure,    ///< Paragraphs, kinds of blocks.
  concepts,     ///< Terms of a termbase, footnote marks.
  references,   ///< Document symbols and web addresses.
  translation,  ///< What a machine made of the source.
  witnesses,    ///< Other languages of the same document.
  embeddings,   ///< Vectors of a neural model.
  labels,       ///< Numbers of paragraphs and points; lines that recur or say nothing.
};
inline constexpr std::size_t evidence_kinds = 13;

/// "shapes", "lengths" ...
[[nodiscard]] std::string_view name_of(EvidenceKind kind) noexcept;
[[nodiscard]] std::optional<EvidenceKind> evidence_named(std::string_view name) noexcept;

/// Some of the kinds.
class EvidenceSet {
 public:
  void add(EvidenceKind kind) { kinds_.set(static_cast<std::size_t>(kind)); }
  [[nodiscard]] bool has(EvidenceKind kind) const {
    return kinds_[static_cast<std::size_t>(kind)];
  }

 private:
  std::bitset<evidence_kinds> kinds_;
};

/// What each kind of evidence said of a bead that was chosen.
struct Explanation {
  SegmentRun source;
  SegmentRun target;
  std::array<float, evidence_kinds> nats{};  ///< By kind; above 0 it speaks for the bead.

  friend bool operator==(const Explanation&, const Explanation&) = default;
};

}  // namespace hexapla
