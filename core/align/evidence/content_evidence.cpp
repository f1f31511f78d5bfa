#include "align/evidence/content_evidence.hpp"

#include "text/code_point.hpp"

namespace hexapla {
namespace {

/// Nats, for each segment of nothing beside one of something.
constexpr float of_nothing = -10;

bool says_something(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t letter = next_code_point(text, at);
        is_letter(letter) || is_digit(letter))
      return true;
  return false;
}

}  // namespace

ContentEvidence::EmptyBefore ContentEvidence::empty_before(const AlignmentSide& side) {
  EmptyBefore before{0};
  for (const auto text : side.segments)
    before.push_back(before.back() + (says_something(text) ? 0 : 1));
  return before;
}

ContentEvidence::ContentEvidence(const AlignmentSide& source, const AlignmentSide& target)
    : source_(empty_before(source)), target_(empty_before(target)) {}

float ContentEvidence::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  const auto sources = source_[source.last] - source_[source.first];
  const auto targets = target_[target.last] - target_[target.first];
  if (sources + targets == 0) return 0;
  const bool both_single = source.size() == 1 && target.size() == 1;
  if (both_single && sources == targets) return 0;
  return of_nothing * static_cast<float>(sources + targets);
}

}  // namespace hexapla
