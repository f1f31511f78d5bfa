#include "align/reference_evidence.hpp"

#include "text/code_point.hpp"
#include "text/find_urls.hpp"
#include "text/symbol.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace hexapla {
namespace {

using Signs = ConceptEvidence::Signs;

/// Missing on one side, a reference was left out once in some fifty times, be it by a
/// footnote that stands elsewhere; and nothing softens that.
constexpr SignOdds odds{.named_again = 0.98, .weight = 1, .worst = -12};
/// Nats. A line that is nothing but a reference has no partner without one.
constexpr float bare_alone = -8;

/// The web addresses and symbols of a text, in order; symbols inside addresses are none.
std::vector<ByteRange> references_in(std::string_view text) {
  std::vector<ByteRange> ranges = symbols_in(text);
  for (const ByteRange range : urls_in(text))
    ranges.push_back(range);
  std::ranges::sort(ranges, {}, &ByteRange::begin);
  return ranges;
}

bool has_letters(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;)
    if (const char32_t code_point = next_code_point(text, at);
        is_letter(code_point) || is_digit(code_point))
      return true;
  return false;
}

bool nothing_beside(std::string_view text, const std::vector<ByteRange>& references) {
  std::size_t at = 0;
  for (const ByteRange range : references) {
    if (has_letters(text, at, range.begin)) return false;
    at = std::max(at, range.end);
  }
  return !references.empty() && !has_letters(text, at, text.size());
}

/// What the references of both sides are, under numbers that both mean alike.
class References {
 public:
  References(const AlignmentSide& source, const AlignmentSide& target)
      : sources_(side_of(source)), targets_(side_of(target)) {}

  struct Side {
    Signs signs;
    std::vector<std::uint8_t> bare;
  };
  [[nodiscard]] const Side& source() const noexcept { return sources_; }
  [[nodiscard]] const Side& target() const noexcept { return targets_; }
  [[nodiscard]] bool none() const noexcept { return numbers_.empty(); }

 private:
  Side side_of(const AlignmentSide& side) {
    Side result{Signs(side.segments.size()), {}};
    for (std::size_t segment = 0; segment < side.segments.size(); ++segment) {
      const std::string_view text = side.segments[segment];
      const auto references = references_in(text);
      for (const ByteRange range : references)
        result.signs[segment].push_back(number_of(range.of(text)));
      result.bare.push_back(nothing_beside(text, references) ? 1 : 0);
    }
    return result;
  }

  std::uint32_t number_of(std::string_view reference) {
    return numbers_.emplace(reference, static_cast<std::uint32_t>(numbers_.size()))
        .first->second;
  }

  std::map<std::string_view, std::uint32_t> numbers_;
  Side sources_;
  Side targets_;
};

bool all_bare(const std::vector<std::uint8_t>& bare, const SegmentRun& run) {
  return std::all_of(bare.begin() + run.first, bare.begin() + run.last,
                     [](std::uint8_t is_bare) { return is_bare == 1; });
}

}  // namespace

ReferenceEvidence::ReferenceEvidence(const AlignmentSide& source,
                                     const AlignmentSide& target)
    : signs_({}, {}) {
  const References references(source, target);
  if (references.none()) return;
  signs_ = ConceptEvidence(references.source().signs, references.target().signs, odds);
  bare_sources_ = references.source().bare;
  bare_targets_ = references.target().bare;
}

float ReferenceEvidence::log_bonus(const SegmentRun& source,
                                   const SegmentRun& target) const {
  if (bare_sources_.empty()) return 0;
  const float bonus = signs_.log_bonus(source, target);
  const bool bare = all_bare(bare_sources_, source) || all_bare(bare_targets_, target);
  return bare && bonus < 0 ? bonus + bare_alone : bonus;
}

}  // namespace hexapla
