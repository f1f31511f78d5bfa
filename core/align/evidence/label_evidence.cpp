#include "align/evidence/label_evidence.hpp"

#include "align/evidence/association.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// A label has so much less to say of the one after it, of that one's neighbour once more.
constexpr float kept_from_neighbour = 0.5F;
constexpr float negligible_vote = 0.02F;
constexpr std::size_t most_votes = 4;  // of different offsets, for one label

template <class Votes>
void add_vote(Votes& votes, std::uint32_t run, std::int64_t offset, float weight) {
  for (auto& vote : votes) {
    if (vote.run != run || vote.offset != offset) continue;
    vote.weight += weight;
    return;
  }
  votes.push_back({run, offset, weight});
}

template <class Votes>
void fade(Votes& votes) {
  for (auto& vote : votes)
    vote.weight *= kept_from_neighbour;
  std::erase_if(votes, [](const auto& vote) { return vote.weight < negligible_vote; });
  if (votes.size() <= most_votes) return;
  std::ranges::sort(
      votes, [](const auto& one, const auto& other) { return one.weight > other.weight; });
  votes.resize(most_votes);
}

std::int64_t offset_of(const SegmentLabel& source, const SegmentLabel& target) {
  return static_cast<std::int64_t>(target.value) - static_cast<std::int64_t>(source.value);
}

}  // namespace

LabelEvidence::Side LabelEvidence::side_of(const AlignmentSide& side) {
  Side result{labels_of(side), {0}, {}};
  for (std::uint32_t segment = 0; segment < side.segments.size(); ++segment) {
    const auto so_far = result.before.back();
    const bool labelled =
        so_far < result.labels.size() && result.labels[so_far].segment == segment;
    result.before.push_back(so_far + (labelled ? 1 : 0));
    result.headings.push_back(
        labelled ? 0 : heading_number(side.segments[segment], side.language).value_or(0));
  }
  return result;
}

LabelEvidence::LabelEvidence(const AlignmentSide& source, const AlignmentSide& target)
    : sources_(side_of(source)), targets_(side_of(target)) {
  if (targets_.labels.empty()) sources_.labels.clear();
  votes_.resize(sources_.labels.size());
  if (!sources_.labels.empty()) count_presence({});
}

void LabelEvidence::learn(std::span<const Bead> beads) {
  if (sources_.labels.empty()) return;
  count_presence(beads);
  std::vector<Votes> own(sources_.labels.size());
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const auto sources = sources_.of(bead.source);
    const auto targets = targets_.of(bead.target);
    const std::size_t first = sources_.before[bead.source.first];
    for (std::size_t at = 0; at < std::min(sources.size(), targets.size()); ++at)
      add_vote(own[first + at], targets[at].run, offset_of(sources[at], targets[at]),
               static_cast<float>(bead.confidence));
  }
  share_votes(own);
}

/// Gives each label the votes of its neighbours in its run, not its own: a bead doesn't
/// confirm itself. Those before it have as much to say as those after it, however many they
/// are: where the numbers change from one label to the next, neither side outvotes the
/// other.
void LabelEvidence::share_votes(const std::vector<Votes>& own) {
  struct Heard {
    Votes votes;
    float possible = 0;  ///< The weight of all labels that could have voted.
  };
  std::uint32_t runs = 0;
  for (const SegmentLabel& label : sources_.labels)
    runs = std::max(runs, label.run + 1);
  std::vector<Heard> heard(runs);
  const auto hear = [&](std::size_t label) {
    auto& [votes, possible] = heard[sources_.labels[label].run];
    fade(votes);
    possible *= kept_from_neighbour;
    for (const Vote& vote : votes)
      add_vote(votes_[label], vote.run, vote.offset, vote.weight / possible);
    for (const Vote& vote : own[label])
      add_vote(votes, vote.run, vote.offset, vote.weight);
    possible += 1;
  };
  votes_.assign(own.size(), {});
  for (std::size_t label = 0; label < own.size(); ++label)
    hear(label);
  heard.assign(runs, {});
  for (std::size_t label = own.size(); label-- > 0;)
    hear(label);
}

void LabelEvidence::count_presence(std::span<const Bead> beads) {
  // How labels are on both sides is learnt from beads; the first guess counts as so many.
  constexpr double usual_weight = 12;
  constexpr double usual_disagreement = 0.03;
  const auto share = [](const Side& side) {
    return static_cast<double>(side.labels.size()) /
           (1 + static_cast<double>(side.before.size() - 1));
  };
  const double both =
      std::max(usual_disagreement, std::min(share(sources_), share(targets_)));
  std::array<std::array<double, 2>, 2> counts{
      {{1 - both, usual_disagreement / 2}, {usual_disagreement / 2, both}}};
  for (auto& row : counts)
    for (double& count : row)
      count *= usual_weight;
  for (const Bead& bead : beads)
    if (!bead.source.empty() && !bead.target.empty())
      counts[sources_.begins_with_label(bead.source) ? 1 : 0]
            [targets_.begins_with_label(bead.target) ? 1 : 0] += bead.confidence;
  presence_ = log_association(counts);
}

/// How much likelier `target` is to face that source label than any other label is.
float LabelEvidence::agreement(std::size_t source, const SegmentLabel& target) const {
  // As if so many neighbours had said nothing: any label may be the one, and the same
  // number is so much likelier than another, which is all that is known before any bead.
  constexpr double unsaid = 1;
  constexpr double same_number = 1.3;
  const auto offset = offset_of(sources_.labels[source], target);
  const auto all = static_cast<double>(targets_.labels.size());
  double said = 0;
  double votes = 0;
  for (const Vote& vote : votes_[source]) {
    votes += static_cast<double>(vote.weight);
    if (vote.run == target.run && vote.offset == offset)
      said = static_cast<double>(vote.weight);
  }
  // Where those before it and those after it disagree, too, the same number is likelier.
  const double usual = offset == 0 ? same_number : 1;
  return static_cast<float>(
      std::log(usual * (said + unsaid / all) / (votes + unsaid) * all));
}

float LabelEvidence::of_headings(std::uint32_t source, std::uint32_t target) const {
  // Nats, of two headings of a word and a number.
  constexpr float same_heading = 2;
  constexpr float other_heading = -4;
  const auto one = sources_.headings[source];
  const auto other = targets_.headings[target];
  if (one == 0 || other == 0) return 0;
  return one == other ? same_heading : other_heading;
}

float LabelEvidence::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  const float headings = of_headings(source.first, target.first);
  if (sources_.labels.empty()) return headings;
  const auto sources = sources_.of(source);
  const auto targets = targets_.of(target);
  float sum = headings + presence_[sources_.begins_with_label(source) ? 1 : 0]
                                  [targets_.begins_with_label(target) ? 1 : 0];
  const std::size_t paired = std::min(sources.size(), targets.size());
  const std::size_t first = sources_.before[source.first];
  for (std::size_t at = 0; at < paired; ++at)
    sum += agreement(first + at, targets[at]);
  // A label that nothing faces inside a bead; at its beginning presence_ has counted it.
  const auto left = [&](std::size_t labels, bool at_beginning) {
    return labels - paired - (paired == 0 && labels > 0 && at_beginning ? 1 : 0);
  };
  sum += static_cast<float>(left(sources.size(), sources_.begins_with_label(source))) *
         presence_[1][0];
  return sum +
         static_cast<float>(left(targets.size(), targets_.begins_with_label(target))) *
             presence_[0][1];
}

}  // namespace hexapla
