#include "align/pair_remarks.hpp"

#include "align/input/side_part.hpp"
#include "align/judgement/doubted_language.hpp"
#include "align/judgement/repeated_text.hpp"
#include "align/model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace hexapla {
namespace {

constexpr std::array<std::pair<RemarkKind, std::string_view>, 10> remark_names{
    {{RemarkKind::apart, "apart"},
     {RemarkKind::untold, "untold"},
     {RemarkKind::few_partners, "few_partners"},
     {RemarkKind::other_language, "other_language"},
     {RemarkKind::same_text, "same_text"},
     {RemarkKind::twice, "twice"},
     {RemarkKind::moved, "moved"},
     {RemarkKind::alone, "alone"},
     {RemarkKind::shifted, "shifted"},
     {RemarkKind::lost, "lost"}}};

/// The share of a text's longer segments that has to be the other's, or to be there
/// twice, before it is no chance.
constexpr double large_part = 0.5;
constexpr double part_repeated = 0.3;
/// Beads surer than this are not part of a gap.
constexpr double doubted_confidence = 0.3;
/// Segments in a row without a partner that are looked for elsewhere.
constexpr std::uint32_t least_moved = 8;
/// Those of which it is said that they are alone: so many, and such a share of their side.
constexpr std::uint32_t least_alone = 20;
constexpr double share_alone = 0.1;
/// Pairs from which on it is a rule that all are shifted alike, and the share of them.
constexpr std::size_t least_shifted = 8;
constexpr double share_shifted = 0.95;

std::uint32_t size_of(const AlignmentSide& side) {
  return static_cast<std::uint32_t>(side.segments.size());
}

bool is_two_sided(const Bead& bead) {
  return !bead.source.empty() && !bead.target.empty();
}

void add_doubted_languages(std::vector<PairRemark>& remarks, const AlignmentSide& source,
                           const AlignmentSide& target) {
  if (const auto instead = doubted_language(source.segments, source.language))
    remarks.push_back({RemarkKind::other_language, {0, size_of(source)}, {}, 0, *instead});
  if (const auto instead = doubted_language(target.segments, target.language))
    remarks.push_back({RemarkKind::other_language, {}, {0, size_of(target)}, 0, *instead});
}

void add_copies(std::vector<PairRemark>& remarks, const AlignmentSide& source,
                const AlignmentSide& target) {
  const double same =
      std::min(share_found_in(source, target), share_found_in(target, source));
  const double held =
      std::max(share_found_in(source, target), share_found_in(target, source));
  // Versions in one language, draft and final, are alike by nature.
  const bool one_language = source.language.primary() == target.language.primary();
  if (one_language ? same == 1 : held >= large_part)
    remarks.push_back(
        {RemarkKind::same_text, {0, size_of(source)}, {0, size_of(target)}, held});
  const double in_source = share_repeated(source);
  const double in_target = share_repeated(target);
  if (in_target >= part_repeated && in_source < in_target / 2)
    remarks.push_back({RemarkKind::twice, {}, {0, size_of(target)}, in_target});
  if (in_source >= part_repeated && in_target < in_source / 2)
    remarks.push_back({RemarkKind::twice, {0, size_of(source)}, {}, in_source});
}

/// Runs of segments of one side without a partner, the longest first.
std::vector<SegmentRun> gaps_of(std::span<const Bead> beads, SegmentRun Bead::*side) {
  std::vector<SegmentRun> alone;
  for (const Bead& bead : beads)
    if (!(bead.*side).empty() &&
        (!is_two_sided(bead) || bead.confidence < doubted_confidence))
      alone.push_back(bead.*side);
  std::ranges::sort(alone, {}, &SegmentRun::first);
  std::vector<SegmentRun> gaps;
  for (const SegmentRun& run : alone) {
    if (!gaps.empty() && gaps.back().last == run.first) {
      gaps.back().last = run.last;
    } else {
      gaps.push_back(run);
    }
  }
  std::ranges::stable_sort(gaps, std::greater{}, &SegmentRun::size);
  return gaps;
}

/// True when these parts, which the alignment could not pair, translate each other.
bool belong_together(const AlignmentSide& source, const AlignmentSide& target,
                     AlignSettings settings) {
  settings.judge = true;
  settings.explain = false;
  const auto aligned = align_guided_by(source, target, {}, settings, ModelSettings());
  return aligned.belonging && aligned.belonging->verdict == Belonging::together &&
         parallelism(aligned.beads) >= large_part;
}

/// Longest gaps that are tried with each other.
constexpr std::size_t most_tried = 3;

class Gaps {
 public:
  Gaps(const AlignmentSide& source, const AlignmentSide& target,
       std::span<const Bead> beads)
      : source_(source),
        target_(target),
        sources_(gaps_of(beads, &Bead::source)),
        targets_(gaps_of(beads, &Bead::target)) {}

  void add_moved(std::vector<PairRemark>& remarks, const AlignSettings& settings) {
    for (SegmentRun& from : longest(sources_)) {
      for (SegmentRun& to : longest(targets_)) {
        if (from.size() < least_moved || to.size() < least_moved) continue;
        if (!belong_together(part_of(source_, from), part_of(target_, to), settings))
          continue;
        remarks.push_back({RemarkKind::moved, from, to});
        from = to = {};  // what stands elsewhere is not alone
      }
    }
  }

  void add_alone(std::vector<PairRemark>& remarks) const {
    for (const SegmentRun& run : sources_)
      if (is_long(run, source_)) remarks.push_back({RemarkKind::alone, run, {}});
    for (const SegmentRun& run : targets_)
      if (is_long(run, target_)) remarks.push_back({RemarkKind::alone, {}, run});
  }

 private:
  static std::span<SegmentRun> longest(std::vector<SegmentRun>& gaps) {
    return std::span(gaps).first(std::min(gaps.size(), most_tried));
  }

  static bool is_long(const SegmentRun& run, const AlignmentSide& side) {
    return run.size() >= least_alone && run.size() >= share_alone * size_of(side);
  }

  const AlignmentSide& source_;
  const AlignmentSide& target_;
  std::vector<SegmentRun> sources_;
  std::vector<SegmentRun> targets_;
};

/// All pairs are one to one and equally far from each other, but not beside each other.
void add_shifted(std::vector<PairRemark>& remarks, std::span<const Bead> beads) {
  const auto first = std::ranges::find_if(beads, is_two_sided);
  if (first == beads.end()) return;
  const auto shift = [](const Bead& bead) {
    return std::int64_t{bead.target.first} - std::int64_t{bead.source.first};
  };
  const auto pairs = static_cast<std::size_t>(std::ranges::count_if(beads, is_two_sided));
  const auto alike =
      static_cast<std::size_t>(std::ranges::count_if(beads, [&](const Bead& bead) {
        return bead.source.size() == 1 && bead.target.size() == 1 &&
               shift(bead) == shift(*first);
      }));
  if (shift(*first) == 0 || pairs < least_shifted ||
      static_cast<double>(alike) < share_shifted * static_cast<double>(pairs))
    return;
  remarks.push_back({RemarkKind::shifted, first->source, first->target});
}

std::string run_words(const SegmentRun& run) {
  if (run.size() == 1) return "segment " + std::to_string(run.first);
  return "segments " + std::to_string(run.first) + " to " + std::to_string(run.last - 1);
}

std::string percent_of(double share) {
  constexpr double hundred = 100;
  return std::to_string(std::lround(share * hundred)) + " %";
}

}  // namespace

std::string_view name_of(RemarkKind kind) noexcept {
  return remark_names.at(static_cast<std::size_t>(kind)).second;
}

std::vector<PairRemark> remarks_on(const AlignmentSide& source, const AlignmentSide& target,
                                   std::span<const Bead> beads,
                                   const std::optional<BelongingScore>& score,
                                   const AlignSettings& settings) {
  std::vector<PairRemark> remarks;
  if (source.segments.empty() || target.segments.empty()) return remarks;
  const SegmentRun all_source{0, size_of(source)};
  const SegmentRun all_target{0, size_of(target)};
  const double share = parallelism(beads);
  const bool apart = score && score->verdict == Belonging::apart;
  if (apart) {
    remarks.push_back({RemarkKind::apart, all_source, all_target, share});
  } else if (share < least_parallel) {
    remarks.push_back({RemarkKind::few_partners, all_source, all_target, share});
  } else if (score && score->verdict == Belonging::untold) {
    remarks.push_back({RemarkKind::untold, all_source, all_target, share});
  }
  add_doubted_languages(remarks, source, target);
  add_copies(remarks, source, target);
  if (apart) return remarks;
  if (score)
    for (const auto& [from, to] : score->lost)
      remarks.push_back({RemarkKind::lost, from, to});
  Gaps gaps(source, target, beads);
  gaps.add_moved(remarks, settings);
  if (share >= least_parallel) gaps.add_alone(remarks);
  add_shifted(remarks, beads);
  return remarks;
}

std::string words_of(const PairRemark& remark, std::string_view source_name,
                     std::string_view target_name) {
  const std::string source(source_name);
  const std::string target(target_name);
  const std::string both = source + " and " + target;
  const std::string& side = remark.source.empty() ? target : source;
  const std::string& other = remark.source.empty() ? source : target;
  const SegmentRun& run = remark.source.empty() ? remark.target : remark.source;
  switch (remark.kind) {
    case RemarkKind::apart:
      return both +
             " are not parallel: in order they fit each other no better than in disorder; "
             "are they versions of one text?";
    case RemarkKind::untold:
      return both + " are too short to tell whether they belong together";
    case RemarkKind::few_partners:
      return both + " are not parallel: only " + percent_of(remark.share) +
             " of the segments seem to have a partner";
    case RemarkKind::other_language:
      return side + " doesn't seem to be in the language that was said, but in " +
             std::string(remark.language.tag()) + "; see --languages";
    case RemarkKind::same_text:
      return both + " hold the same text: " + percent_of(remark.share) +
             " of the longer segments are in both, word for word";
    case RemarkKind::twice:
      return side + " holds text twice: " + percent_of(remark.share) +
             " of its longer segments occurred there before, unlike in " + other;
    case RemarkKind::moved:
      return run_words(remark.source) + " of " + source + " stand at " +
             run_words(remark.target) + " of " + target +
             ", out of order, and are not paired";
    case RemarkKind::alone:
      return run_words(run) + " of " + side + " have no partner in " + other;
    case RemarkKind::shifted:
      return both + " are shifted: from " + run_words(remark.source) + " of " + source +
             " on, which is " + run_words(remark.target) + " of " + target +
             ", all pairs are equally far apart";
    case RemarkKind::lost:
      return "no words told the way through " + run_words(remark.source) + " of " + source +
             " and " + run_words(remark.target) + " of " + target +
             ": what is paired there follows lengths alone; a lexicon or a dictionary may "
             "help";
  }
  return {};
}

}  // namespace hexapla
