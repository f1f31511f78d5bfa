#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"
#include "align/belonging.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What is wrong with two texts as a whole, so that their alignment is to be doubted.
enum class RemarkKind : std::uint8_t {
  apart,           ///< They don't belong together.
  untold,          ///< They are too short to tell whether they do.
  few_partners,    ///< Hardly any segment has a partner.
  other_language,  ///< A side is not in the language that was said.
  same_text,       ///< Most of the source is in the target as it is.
  twice,           ///< A side holds much of its own text twice.
  moved,           ///< A part of the source stands elsewhere in the target.
  alone,           ///< A long part of a side has no partner.
  shifted,         ///< All segments pair with one so many places further on.
  lost,            ///< No words told the way through a long part.
};

/// "apart", "untold", "few_partners" ...
[[nodiscard]] std::string_view name_of(RemarkKind kind) noexcept;

struct PairRemark {
  RemarkKind kind = RemarkKind::apart;
  /// What the remark is about, of either side; a side that it isn't about is empty.
  SegmentRun source = {};
  SegmentRun target = {};
  double share = 0;        ///< Of segments: few_partners, same_text, twice.
  Language language = {};  ///< other_language: what it looks like.

  friend bool operator==(const PairRemark&, const PairRemark&) = default;
};

/// What there is to say of two aligned texts, the gravest first; nothing of most.
/// `settings` are those of the alignment, whose `score` may be unknown.
/// Cost: linear; where long parts on both sides have no partner, that of aligning these.
[[nodiscard]] std::vector<PairRemark> remarks_on(const AlignmentSide& source,
                                                 const AlignmentSide& target,
                                                 std::span<const Bead> beads,
                                                 const std::optional<BelongingScore>& score,
                                                 const AlignSettings& settings);

/// A line for people, such as "s.en and t.fr don't belong together: ...". Segments are
/// numbered from 0, as in links.
[[nodiscard]] std::string words_of(const PairRemark& remark, std::string_view source_name,
                                   std::string_view target_name);

}  // namespace hexapla
