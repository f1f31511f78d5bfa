#include "align/documents/stretches.hpp"

#include "align/documents/best_pairs.hpp"
#include "align/evidence/name_similarity.hpp"
#include "text/state_codes.hpp"
#include "text/transliterate.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace hexapla {
namespace {

/// No pair at all.
constexpr double foreign = -1;

/// What a stretch is compared by.
struct Contents {
  Order order = Order::of_lines;
  std::set<std::string> names;      ///< Codes of States.
  std::vector<std::string> sounds;  ///< Of the lines of a signature.
};

std::vector<Contents> contents_of(const SegmentedDocument& version,
                                  const std::vector<ReorderedRun>& stretches) {
  std::vector<Contents> all;
  for (const ReorderedRun& stretch : stretches) {
    Contents& contents = all.emplace_back(Contents{stretch.order, {}, {}});
    for (const auto number : stretch.numbers) {
      const auto text = version.text_of(version.segments[number]);
      if (stretch.order == Order::of_lines) {
        contents.sounds.push_back(consonant_skeleton(text));
      } else if (auto code = state_code(text)) {
        contents.names.insert(*std::move(code));
      }
    }
  }
  return all;
}

/// The names that both lists have; lists with little in common are not versions.
double common_names(const Contents& source, const Contents& target) {
  constexpr double least_share = 1.0 / 3;  // of the shorter list
  const auto common = static_cast<double>(std::ranges::count_if(
      source.names, [&](const std::string& code) { return target.names.contains(code); }));
  const std::size_t shorter = std::min(source.names.size(), target.names.size());
  return common < least_share * static_cast<double>(shorter) ? foreign : common;
}

double likeness(const Contents& source, const Contents& target) {
  if (source.order != target.order) return foreign;
  if (source.order == Order::of_names) return common_names(source, target);
  double greatest = 0;
  for (const std::string& one : source.sounds)
    for (const std::string& other : target.sounds)
      greatest = std::max(greatest, name_similarity(one, other));
  return 1 + greatest;  // any two signatures may be versions, by their place
}

}  // namespace

std::vector<StretchPair> paired_stretches(const SegmentedDocument& source, Streams& sources,
                                          const SegmentedDocument& target,
                                          Streams& targets) {
  std::vector<StretchPair> pairs;
  std::vector<bool> source_paired(sources.stretches.size());
  std::vector<bool> target_paired(targets.stretches.size());
  for (const auto& [one, other] :
       best_pairs(contents_of(source, sources.stretches),
                  contents_of(target, targets.stretches), likeness)) {
    pairs.push_back({sources.stretches[one].order, sources.stretches[one].numbers,
                     targets.stretches[other].numbers});
    source_paired[one] = target_paired[other] = true;
  }
  for (std::size_t one = 0; one < source_paired.size(); ++one)
    if (!source_paired[one]) return_to_body(sources, sources.stretches[one]);
  for (std::size_t other = 0; other < target_paired.size(); ++other)
    if (!target_paired[other]) return_to_body(targets, targets.stretches[other]);
  return pairs;
}

}  // namespace hexapla
