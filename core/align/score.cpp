#include "align/score.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hexapla {
namespace {

using LinkSet = std::set<Link>;

bool is_real(const Link& link) {
  return !link.source.empty() && !link.target.empty();
}

/// Each link once; a link without any segment says nothing.
LinkSet distinct(std::span<const Link> links) {
  LinkSet result;
  for (const Link& link : links)
    if (!link.source.empty() || !link.target.empty()) result.insert(link);
  return result;
}

LinkSet only_real(const LinkSet& links) {
  LinkSet result;
  std::ranges::copy_if(links, std::inserter(result, result.end()), is_real);
  return result;
}

/// Which links of a reference a link meets.
class Reference {
 public:
  explicit Reference(const LinkSet& links) : links_(links) {
    for (const Link& link : links)
      for (const auto source : link.source)
        for (const auto target : link.target)
          pairs_.insert({source, target});
  }

  [[nodiscard]] bool holds(const Link& link) const { return links_.contains(link); }

  /// True when a source and a target segment of `link` are in one link of the reference.
  [[nodiscard]] bool touches(const Link& link) const {
    return holds(link) || std::ranges::any_of(link.source, [&](std::uint32_t source) {
             return std::ranges::any_of(link.target, [&](std::uint32_t target) {
               return pairs_.contains({source, target});
             });
           });
  }

 private:
  const LinkSet& links_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

Tally strict_hits(const Reference& reference, const LinkSet& links) {
  const auto right =
      std::ranges::count_if(links, [&](const Link& link) { return reference.holds(link); });
  return {static_cast<std::size_t>(right), links.size()};
}

Tally lax_hits(const Reference& reference, const LinkSet& links) {
  const auto right = std::ranges::count_if(
      links, [&](const Link& link) { return reference.touches(link); });
  return {static_cast<std::size_t>(right), links.size()};
}

PrecisionRecall& operator+=(PrecisionRecall& sum, const PrecisionRecall& other) {
  sum.precision += other.precision;
  sum.recall += other.recall;
  return sum;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) noexcept {
  right += other.right;
  all += other.all;
  return *this;
}

double PrecisionRecall::f1() const noexcept {
  const double sum = precision.share() + recall.share();
  return sum == 0 ? 0 : 2 * precision.share() * recall.share() / sum;
}

Score& Score::operator+=(const Score& other) noexcept {
  strict += other.strict;
  lax += other.lax;
  exact += other.exact;
  return *this;
}

Score score(std::span<const Link> gold, std::span<const Link> output) {
  const LinkSet gold_links = distinct(gold);
  const LinkSet output_links = distinct(output);
  const LinkSet real_gold = only_real(gold_links);
  const LinkSet real_output = only_real(output_links);
  const Reference gold_reference(gold_links);
  const Reference output_reference(output_links);
  const Reference real_output_reference(real_output);
  return {
      {strict_hits(gold_reference, output_links),
       strict_hits(real_output_reference, real_gold)},
      {lax_hits(gold_reference, output_links), lax_hits(real_output_reference, real_gold)},
      {strict_hits(gold_reference, output_links),
       strict_hits(output_reference, gold_links)}};
}

}  // namespace hexapla
