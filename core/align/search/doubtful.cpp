#include "align/search/doubtful.hpp"

#include <algorithm>
#include <cstddef>

namespace hexapla {
namespace {

// Source: a chapter of a novel in which a way was lost among five others (MAC, no lexicon):
// where it was lost, a twentieth to a half of the segments were sure, elsewhere .7 to 1.
// Beads on either side of one, that tell how sure its place is.
constexpr std::size_t beads_beside = 12;
// Of the segments there, in sure beads: less is doubtful, more a place to begin and end at.
constexpr double doubtful_share = 0.55;
constexpr double sure_share = 0.7;
constexpr std::uint32_t fewest_segments = 24;  // of a passage, on each side
constexpr double least_sure = 0.5;             // of all segments

/// Of segments in sure beads, and of all, from the first bead on.
class Sureness {
 public:
  explicit Sureness(std::span<const Bead> beads) {
    for (const Bead& bead : beads) {
      const double segments = bead.source.size() + bead.target.size();
      all_.push_back(all_.back() + segments);
      sure_.push_back(sure_.back() + (is_sure(bead) ? segments : 0));
    }
  }

  [[nodiscard]] double of(std::size_t first, std::size_t last) const {
    return (sure_[last] - sure_[first]) / (all_[last] - all_[first]);
  }
  [[nodiscard]] double whole() const { return of(0, all_.size() - 1); }
  [[nodiscard]] double round(std::size_t bead) const {
    return of(bead - std::min(bead, beads_beside),
              std::min(all_.size() - 1, bead + beads_beside + 1));
  }

 private:
  std::vector<double> sure_{0};
  std::vector<double> all_{0};
};

}  // namespace

bool is_sure(const Bead& bead) {
  constexpr double sure = 0.5;
  return !bead.source.empty() && !bead.target.empty() && bead.confidence >= sure;
}

std::vector<Passage> doubtful_passages(std::span<const Bead> beads) {
  std::vector<Passage> passages;
  const Sureness sureness(beads);
  if (beads.empty() || sureness.whole() < least_sure) return passages;
  for (std::size_t at = 0; at < beads.size(); ++at) {
    if (sureness.round(at) >= doubtful_share) continue;
    std::size_t first = at;
    while (first > 0 && sureness.round(first) < sure_share)
      --first;
    while (at + 1 < beads.size() && sureness.round(at) < sure_share)
      ++at;
    const Passage passage{{beads[first].source.first, beads[at].source.last},
                          {beads[first].target.first, beads[at].target.last}};
    if (std::min(passage.source.size(), passage.target.size()) < fewest_segments) continue;
    if (!passages.empty() &&
        passage.source.first < passages.back().source.last + fewest_segments) {
      passages.back().source.last = passage.source.last;
      passages.back().target.last = passage.target.last;
    } else {
      passages.push_back(passage);
    }
  }
  return passages;
}

}  // namespace hexapla
