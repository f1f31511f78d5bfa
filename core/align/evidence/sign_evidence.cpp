#include "align/evidence/sign_evidence.hpp"

#include "text/code_point.hpp"
#include "text/find_urls.hpp"
#include "text/symbol.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string_view>

namespace hexapla {
namespace {

void sort_once(std::vector<std::uint32_t>& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

ConceptEvidence::ConceptEvidence(const Signs& source, const Signs& target,
                                 const SignOdds& odds)
    : odds_(odds) {
  if (source.empty() || target.empty()) return;
  std::vector<std::uint32_t> numbers;  // in use, in order
  for (const Signs* side : {&source, &target})
    for (const auto& named : *side)
      numbers.insert(numbers.end(), named.begin(), named.end());
  if (numbers.empty()) return;
  sort_once(numbers);
  source_ = side_of(source, numbers);
  target_ = side_of(target, numbers);
  tabulate(source_);
  tabulate(target_);
}

/// Many beads ask for the same sign in runs of the same length.
void ConceptEvidence::tabulate(Side& side) const {
  for (const double frequency : side.frequency) {
    auto& of_sign = side.nats.emplace_back();
    for (std::uint32_t size = 1; size <= of_sign.size(); ++size)
      of_sign[size - 1] = nats_in_run(frequency, size);
  }
}

/// Log of how much likelier a sign is given that the other side has it than anywhere in the
/// text.
ConceptEvidence::Nats ConceptEvidence::nats_in_run(double frequency,
                                                   std::uint32_t run_size) const {
  const double anywhere = 1 - std::pow(1 - frequency, run_size);
  return {std::log(odds_.named_again / anywhere),
          std::log((1 - odds_.named_again) / (1 - anywhere))};
}

ConceptEvidence::Side ConceptEvidence::side_of(const Signs& side,
                                               const std::vector<std::uint32_t>& numbers) {
  Side result{side, std::vector<double>(numbers.size()), {}};
  // Half a segment more: what was never seen is not impossible.
  const double share = 1.0 / (static_cast<double>(side.size()) + 1);
  std::ranges::fill(result.frequency, share / 2);
  for (auto& named : result.named) {
    sort_once(named);
    for (std::uint32_t& number : named) {
      number = static_cast<std::uint32_t>(std::ranges::lower_bound(numbers, number) -
                                          numbers.begin());
      result.frequency[number] += share;
    }
  }
  return result;
}

std::vector<std::uint32_t> ConceptEvidence::named_in(const Side& side,
                                                     const SegmentRun& run) {
  std::vector<std::uint32_t> all = side.named[run.first];
  for (auto segment = run.first + 1; segment < run.last; ++segment) {
    std::vector<std::uint32_t> joined;
    std::ranges::set_union(all, side.named[segment], std::back_inserter(joined));
    all = std::move(joined);
  }
  return all;
}

double ConceptEvidence::explained(const std::vector<std::uint32_t>& causes,
                                  const std::vector<std::uint32_t>& effects,
                                  const Side& effect_side, std::uint32_t run_size) const {
  double sum = 0;
  for (const std::uint32_t number : causes) {
    const Nats nats = run_size <= usual_widest_run
                          ? effect_side.nats[number][run_size - 1]
                          : nats_in_run(effect_side.frequency[number], run_size);
    sum += std::ranges::binary_search(effects, number) ? nats.of_shared : nats.of_missing;
  }
  return sum;
}

float ConceptEvidence::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  if (source_.named.empty()) return 0;
  const auto has_none = [](const Side& side, const SegmentRun& run) {
    return std::all_of(side.named.begin() + run.first, side.named.begin() + run.last,
                       [](const auto& named) { return named.empty(); });
  };
  if (has_none(source_, source) && has_none(target_, target)) return 0;
  const auto sources = named_in(source_, source);
  const auto targets = named_in(target_, target);
  const double sum = explained(sources, targets, target_, target.size()) +
                     explained(targets, sources, source_, source.size());
  return static_cast<float>(std::max(odds_.worst, odds_.weight * sum));
}

namespace {

using Signs = ConceptEvidence::Signs;

/// Missing on one side, a symbol was left out once in fifty times, be it by a footnote that
/// stands elsewhere; and nothing softens that.
constexpr SignOdds symbol_odds{.named_again = 0.98, .weight = 1, .worst = -12};
/// Many a site has pages in each language, and the words of an address are anchors too.
constexpr SignOdds address_odds{.named_again = 0.95, .weight = 0.3, .worst = -12};
/// Nats. A line that is nothing but a reference has no partner without one.
constexpr float bare_alone = -8;

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
    Signs symbols;
    Signs addresses;
    std::vector<std::uint8_t> bare;
  };
  [[nodiscard]] const Side& source() const noexcept { return sources_; }
  [[nodiscard]] const Side& target() const noexcept { return targets_; }
  [[nodiscard]] bool none() const noexcept { return numbers_.empty(); }

 private:
  Side side_of(const AlignmentSide& side) {
    Side result;
    for (const std::string_view text : side.segments) {
      std::vector<ByteRange> ranges = symbols_in(text);  // none of them in an address
      const auto symbols = ranges.size();
      for (const ByteRange range : urls_in(text))
        ranges.push_back(range);
      result.symbols.push_back(numbers_of(text, std::span(ranges).first(symbols)));
      result.addresses.push_back(numbers_of(text, std::span(ranges).subspan(symbols)));
      std::ranges::sort(ranges, {}, &ByteRange::begin);
      result.bare.push_back(nothing_beside(text, ranges) ? 1 : 0);
    }
    return result;
  }

  std::vector<std::uint32_t> numbers_of(std::string_view text,
                                        std::span<const ByteRange> ranges) {
    std::vector<std::uint32_t> numbers;
    for (const ByteRange range : ranges)
      numbers.push_back(
          numbers_.emplace(range.of(text), static_cast<std::uint32_t>(numbers_.size()))
              .first->second);
    return numbers;
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
    : symbols_({}, {}), addresses_({}, {}) {
  const References references(source, target);
  if (references.none()) return;
  const auto& [symbols, addresses, bare] = references.source();
  symbols_ = ConceptEvidence(symbols, references.target().symbols, symbol_odds);
  addresses_ = ConceptEvidence(addresses, references.target().addresses, address_odds);
  bare_sources_ = bare;
  bare_targets_ = references.target().bare;
}

float ReferenceEvidence::log_bonus(const SegmentRun& source,
                                   const SegmentRun& target) const {
  if (bare_sources_.empty()) return 0;
  const float bonus =
      symbols_.log_bonus(source, target) + addresses_.log_bonus(source, target);
  const bool bare = all_bare(bare_sources_, source) || all_bare(bare_targets_, target);
  return bare && bonus < 0 ? bonus + bare_alone : bonus;
}

}  // namespace hexapla
