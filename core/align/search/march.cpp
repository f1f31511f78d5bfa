#include "align/search/march.hpp"

#include "align/input/side_part.hpp"
#include "align/search/attempts.hpp"
#include "align/search/meeting.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hexapla {
namespace {

/// Segments of a window on its longer side: few enough to be searched closely everywhere,
/// enough to teach the usual words.
constexpr std::uint32_t window_size = 1200;
/// What lies so near the end of a window is left to the next one, since the end of a window
/// on one side is hardly ever that on the other. Segments.
constexpr std::uint32_t margin = 100;
/// Shares of segments in surely paired beads.
constexpr double clearly_sure = 0.85;
constexpr double unsure_step = 0.5;
constexpr std::size_t beads_around = 8;

using Window = Passage;

bool is_pair(const Bead& bead) {
  return !bead.source.empty() && !bead.target.empty();
}

Bead moved_bead(Bead bead, std::uint32_t source, std::uint32_t target) {
  bead.source.first += source;
  bead.source.last += source;
  bead.target.first += target;
  bead.target.last += target;
  return bead;
}

/// How many of the beads of a window can be trusted: up to the last place that is clearly
/// sure, or the surest; 0 when none is.
std::size_t sure_until(std::span<const Bead> beads, std::uint32_t last_source,
                       std::uint32_t last_target) {
  std::vector<double> sure{0};
  std::vector<double> all{0};
  for (const Bead& bead : beads) {
    const double segments = bead.source.size() + bead.target.size();
    all.push_back(all.back() + segments);
    sure.push_back(sure.back() + (is_pair(bead) ? segments * bead.confidence : 0));
  }
  std::size_t best = 0;
  double best_sureness = unsure_step;
  for (auto bead = beads.size(); bead > beads_around; --bead) {
    const Bead& last = beads[bead - 1];
    if (last.source.last > last_source || last.target.last > last_target) continue;
    const auto from = bead - beads_around;
    const auto to = std::min(beads.size(), bead + beads_around / 2);
    const double sureness = (sure[to] - sure[from]) / (all[to] - all[from]);
    if (sureness > best_sureness) {
      best = bead;
      best_sureness = sureness;
    }
    if (sureness >= clearly_sure) break;
  }
  return best;
}

/// What windows have taught of the words of one view.
class Taught {
 public:
  [[nodiscard]] std::span<const KnownPair> pairs() const noexcept { return pairs_; }

  /// What `part` has learnt. Of pairs that are there it knows more than was known before.
  void learn(const WordView& part, const Lexicon& lexicon) {
    std::vector<KnownPair> newer = pairs_in(lexicon, part.source, part.target);
    for (KnownPair& pair : newer)
      pair.forward = pair.backward = (pair.forward + pair.backward) / 2;
    std::vector<bool> in_source(part.vocabulary.size());
    std::vector<bool> in_target(part.vocabulary.size());
    for (const auto token : part.source.tokens)
      in_source[token] = true;
    for (const auto token : part.target.tokens)
      in_target[token] = true;
    std::erase_if(pairs_, [&](const KnownPair& pair) {
      return in_source[pair.source] && in_target[pair.target];
    });
    const auto middle = static_cast<std::ptrdiff_t>(pairs_.size());
    pairs_.insert(pairs_.end(), newer.begin(), newer.end());
    std::inplace_merge(pairs_.begin(), pairs_.begin() + middle, pairs_.end(),
                       [](const KnownPair& one, const KnownPair& other) {
                         return std::pair(one.source, one.target) <
                                std::pair(other.source, other.target);
                       });
  }

 private:
  std::vector<KnownPair> pairs_;  ///< Sorted by source and target.
};

class March {
 public:
  March(const TextPair& texts, const Guides& guides, const AlignSettings& settings,
        const ModelSettings& model)
      : texts_(texts),
        guides_(guides),
        settings_(settings),
        model_(model),
        taught_(texts.views.size()) {
    settings_.explain = false;
  }

  Way run() {
    while (source_ < source_end() && target_ < target_end())
      go_on();
    leave_out({source_, source_end()}, {target_, target_end()});
    return std::move(way_);
  }

 private:
  [[nodiscard]] std::uint32_t source_end() const { return texts_.source().size(); }
  [[nodiscard]] std::uint32_t target_end() const { return texts_.target().size(); }

  void go_on();
  [[nodiscard]] Window next_window() const;
  [[nodiscard]] std::size_t sure_beads(const Outcome& outcome, const Window& window) const;
  [[nodiscard]] std::optional<Outcome> aligned(const Window& window);
  [[nodiscard]] std::optional<Outcome> aligned_quickly(const Window& window,
                                                       const TextPair& part,
                                                       const AlignSettings& settings) const;
  void learn(const Window& window, const Outcome& outcome);
  void keep(const Window& window, const Outcome& outcome, std::size_t beads);
  void leave_out(const SegmentRun& source, const SegmentRun& target);
  void note_lost(const SegmentRun& source, const SegmentRun& target);
  [[nodiscard]] std::vector<WordView> views_of(const Window& window) const;
  [[nodiscard]] std::optional<Meeting> next_meeting();
  void learn_elsewhere();
  void bridge_to(const Meeting& meeting);

  const TextPair& texts_;
  const Guides& guides_;
  AlignSettings settings_;
  const ModelSettings& model_;
  Way way_;
  std::vector<Taught> taught_;  ///< By view.
  bool knows_words_ = false;
  bool is_lost_ = false;      ///< The window before was sure of nothing.
  std::uint32_t source_ = 0;  ///< So far it goes.
  std::uint32_t target_ = 0;
  std::uint32_t searched_to_ = 0;  ///< No meeting is looked for before this source segment.
};

/// As much of both texts as says the same by its length.
Window March::next_window() const {
  const double ratio = texts_.target_lengths.total() / texts_.source_lengths.total();
  Window window{{source_, source_}, {target_, target_}};
  double source_said = 0;
  double target_said = 0;
  const auto source_last = std::min(source_end(), source_ + window_size);
  const auto target_last = std::min(target_end(), target_ + window_size);
  while (window.source.last < source_last || window.target.last < target_last) {
    const bool source_next = target_said >= source_said * ratio;
    if (source_next && window.source.last < source_last) {
      source_said += texts_.source().lengths[window.source.last++];
    } else if (!source_next && window.target.last < target_last) {
      target_said += texts_.target().lengths[window.target.last++];
    } else {
      break;
    }
  }
  // What little is left belongs to it.
  if (source_end() - window.source.last <= margin &&
      target_end() - window.target.last <= margin)
    return {{source_, source_end()}, {target_, target_end()}};
  return window;
}

/// Those that are kept, unless nothing lies beyond the window.
std::size_t March::sure_beads(const Outcome& outcome, const Window& window) const {
  const auto last_of = [](const SegmentRun& run, std::uint32_t end) {
    return run.last < end ? run.size() - std::min(run.size(), margin) : run.size();
  };
  return sure_until(outcome.beads, last_of(window.source, source_end()),
                    last_of(window.target, target_end()));
}

std::vector<WordView> March::views_of(const Window& window) const {
  std::vector<WordView> views;
  for (std::size_t view = 0; view < taught_.size(); ++view)
    views.emplace_back(texts_.views[view], window.source, window.target,
                       taught_[view].pairs());
  return views;
}

/// Where words are known, and where the way is lost anyway, the first attempts are enough.
std::optional<Outcome> March::aligned(const Window& window) {
  const AlignmentSide source = part_of(texts_.source_side, window.source);
  const AlignmentSide target = part_of(texts_.target_side, window.target);
  AlignSettings settings = settings_;
  const bool is_quick = knows_words_ || is_lost_;
  if (is_quick) settings.passes = std::min(settings.passes, 1U);
  TextPair part(source, target, views_of(window), settings);
  const WordView& words = part.views.front();
  if (knows_words_ && !settings.without.has(EvidenceKind::anchors))
    part.anchors = Anchors(words.source, words.target, words.known);
  const Guides guides = guides_.part(window.source, window.target);
  return is_quick ? aligned_quickly(window, part, settings)
                  : searched_outcome(part, guides, settings, model_);
}

std::optional<Outcome> March::aligned_quickly(const Window& window, const TextPair& part,
                                              const AlignSettings& settings) const {
  const Guides guides = guides_.part(window.source, window.target);
  const auto beginnings = beginnings_of(part, model_);
  // The usual beginning near the diagonal, and the same anywhere.
  return best_of(std::array{beginnings.front(), beginnings[near_beginnings]}, part, guides,
                 settings, model_, [&](const Outcome& best, const SearchStart&) {
                   // Without words, looking everywhere costs most and finds least.
                   return !knows_words_ || sure_beads(best, window) > 0;
                 });
}

void March::learn(const Window& window, const Outcome& outcome) {
  const auto views = views_of(window);
  for (std::size_t view = 0; view < views.size(); ++view)
    taught_[view].learn(views[view], outcome.lexicons[view]);
  knows_words_ = true;
}

void March::keep(const Window& window, const Outcome& outcome, std::size_t beads) {
  const auto [source, target] = window;
  for (const Bead& bead : std::span(outcome.beads).first(beads))
    way_.beads.push_back(moved_bead(bead, source.first, target.first));
  source_ = way_.beads.back().source.last;
  target_ = way_.beads.back().target.last;
  for (const Bead& found : outcome.likely) {
    const Bead bead = moved_bead(found, source.first, target.first);
    if (bead.source.last <= source_ && bead.target.last <= target_)
      way_.likely.push_back(bead);
  }
}

void March::leave_out(const SegmentRun& source, const SegmentRun& target) {
  for (auto segment = source.first; segment < source.last; ++segment)
    way_.beads.push_back({{segment, segment + 1}, {target.first, target.first}, 0});
  for (auto segment = target.first; segment < target.last; ++segment)
    way_.beads.push_back({{source.last, source.last}, {segment, segment + 1}, 0});
}

void March::go_on() {
  const Window window = next_window();
  const bool is_last =
      window.source.last == source_end() && window.target.last == target_end();
  const auto outcome = aligned(window);
  const std::size_t sure = outcome ? sure_beads(*outcome, window) : 0;
  if (sure > 0) {
    is_lost_ = false;
    learn(window, *outcome);
    keep(window, *outcome, is_last ? outcome->beads.size() : sure);
    return;
  }
  if (const auto meeting = next_meeting()) {
    bridge_to(*meeting);
    return;
  }
  is_lost_ = true;
  const auto source_begin = source_;
  const auto target_begin = target_;
  if (is_last && outcome) {
    keep(window, *outcome, outcome->beads.size());
  } else if (outcome) {
    const auto half = std::ranges::find_if(outcome->beads, [&](const Bead& bead) {
      return bead.source.last > window.source.size() / 2 ||
             bead.target.last > window.target.size() / 2;
    });
    keep(window, *outcome, static_cast<std::size_t>(half - outcome->beads.begin()) + 1);
  } else {
    leave_out(window.source, window.target);
    source_ = window.source.last;
    target_ = window.target.last;
  }
  note_lost({source_begin, source_}, {target_begin, target_});
}

void March::note_lost(const SegmentRun& source, const SegmentRun& target) {
  if (source.empty() || target.empty()) return;
  if (!way_.lost.empty() && way_.lost.back().source.last == source.first &&
      way_.lost.back().target.last == target.first) {
    way_.lost.back().source.last = source.last;
    way_.lost.back().target.last = target.last;
  } else {
    way_.lost.push_back({source, target});
  }
}

void March::learn_elsewhere() {
  constexpr std::array places{1.0, 0.5, 0.25, 0.75};
  constexpr double least_common = 0.5;
  const auto part_at = [](std::uint32_t size, double place) {
    const auto part = std::min(size, window_size);
    const auto first = static_cast<std::uint32_t>(place * (size - part));
    return SegmentRun{first, first + part};
  };
  is_lost_ = true;  // so that no place is searched as closely as the first
  for (const double place : places) {
    const Window window{part_at(source_end(), place), part_at(target_end(), place)};
    const auto outcome = aligned(window);
    if (!outcome || parallelism(outcome->beads) < least_common) continue;
    learn(window, *outcome);
    return;
  }
}

/// Looks further and further ahead.
std::optional<Meeting> March::next_meeting() {
  if (source_ < searched_to_) return std::nullopt;
  if (!knows_words_ && !is_lost_) learn_elsewhere();
  constexpr std::uint32_t further = 4;
  for (auto reach = std::uint64_t{further} * window_size;; reach *= further) {
    const auto ahead = [&](std::uint32_t from, std::uint32_t end) {
      return SegmentRun{
          from, static_cast<std::uint32_t>(std::min<std::uint64_t>(end, from + reach))};
    };
    const Window window{ahead(source_, source_end()), ahead(target_, target_end())};
    const WordView part(texts_.views.front(), window.source, window.target,
                        taught_.front().pairs());
    if (const auto meeting = first_meeting(part.source, part.target, part.known)) {
      searched_to_ = source_ + meeting->source + window_size / 2;
      return Meeting{source_ + meeting->source, target_ + meeting->target};
    }
    if (window.source.last == source_end() && window.target.last == target_end()) {
      searched_to_ = source_ + window.source.size() / further;
      return std::nullopt;
    }
  }
}

/// Aligns what lies before a meeting, or leaves it out when there is too much of it.
void March::bridge_to(const Meeting& meeting) {
  const Window gap{{source_, meeting.source}, {target_, meeting.target}};
  const bool is_small = std::max(gap.source.size(), gap.target.size()) <= 2 * window_size;
  std::optional<Outcome> outcome;
  if (is_small && !gap.source.empty() && !gap.target.empty()) outcome = aligned(gap);
  if (outcome) {
    keep(gap, *outcome, outcome->beads.size());
  } else {
    leave_out(gap.source, gap.target);
  }
  source_ = meeting.source;
  target_ = meeting.target;
}

}  // namespace

bool has_windows(const TextPair& texts) {
  return std::max(texts.source().size(), texts.target().size()) > window_size;
}

Way way_through(const TextPair& texts, const Guides& guides, const AlignSettings& settings,
                const ModelSettings& model) {
  return March(texts, guides, settings, model).run();
}

}  // namespace hexapla
