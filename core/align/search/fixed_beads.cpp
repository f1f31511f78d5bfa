#include "align/search/fixed_beads.hpp"

#include "align/search/guides.hpp"

#include <algorithm>

namespace hexapla {
namespace {

std::string joined_text(std::span<const std::string_view> segments, const SegmentRun& run,
                        std::string_view separator) {
  std::string text;
  for (auto segment = run.first; segment < run.last; ++segment) {
    if (!text.empty()) text += separator;
    text += segments[segment];
  }
  return text;
}

std::vector<std::uint32_t> joined_concepts(const AlignmentSide& side,
                                           const SegmentRun& run) {
  std::vector<std::uint32_t> all;
  for (auto segment = run.first; segment < run.last; ++segment)
    all.insert(all.end(), side.concepts[segment].begin(), side.concepts[segment].end());
  return all;
}

/// Rows of the segments that the runs between `starts` join: sums of unit vectors.
Embeddings joined_rows(const VectorRows& rows, std::span<const std::uint32_t> starts) {
  const Embeddings units = unit_rows(rows);
  Embeddings joined{std::vector<float>((starts.size() - 1) * rows.dimension),
                    rows.dimension};
  for (std::size_t run = 0; run + 1 < starts.size(); ++run)
    for (auto row = starts[run]; row < starts[run + 1]; ++row)
      add_row(std::span(joined.numbers).subspan(run * rows.dimension, rows.dimension),
              units.rows().of(row));
  return joined;
}

}  // namespace

FoldedSide::FoldedSide(const AlignmentSide& side, std::span<const SegmentRun> runs)
    : folded_{side.language, {}, {}, {}} {
  const std::string_view separator = side.language.spaceless() ? "" : " ";
  auto run = runs.begin();
  const auto size = static_cast<std::uint32_t>(side.segments.size());
  for (std::uint32_t segment = 0; segment < size;) {
    const bool folds = run != runs.end() && run->first == segment;
    const SegmentRun whole = folds ? *run : SegmentRun{segment, segment + 1};
    const auto fold = [&](std::span<const std::string_view> texts,
                          std::vector<std::string_view>& result) {
      if (whole.size() == 1) {
        result.push_back(texts[segment]);
      } else {
        result.emplace_back(joined_.emplace_back(joined_text(texts, whole, separator)));
      }
    };
    fold(side.segments, folded_.segments);
    if (!side.translation.empty()) fold(side.translation, folded_.translation);
    if (!side.places.empty()) folded_.places.push_back(side.places[segment]);
    if (!side.concepts.empty()) folded_.concepts.push_back(joined_concepts(side, whole));
    starts_.push_back(segment);
    if (folds) ++run;
    segment = whole.last;
  }
  starts_.push_back(size);
  folded_.embeddings = side.embeddings;
  if (side.embeddings.empty() || folded_.segments.size() == size) return;
  embeddings_ = joined_rows(side.embeddings, starts_);
  folded_.embeddings = embeddings_.rows();
}

std::uint32_t FoldedSide::folded(std::uint32_t segment) const {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(starts_, segment) -
                                    starts_.begin());
}

FixedBeads::FixedBeads(std::span<const Bead> fixed, std::uint32_t source_size,
                       std::uint32_t target_size) {
  if (fixed.empty()) return;
  source_partners_.assign(source_size, free);
  target_partners_.assign(target_size, free);
  for (const Bead& bead : fixed) {
    if (!bead.source.empty())
      source_partners_[bead.source.first] = bead.target.empty() ? alone : bead.target.first;
    if (!bead.target.empty())
      target_partners_[bead.target.first] = bead.source.empty() ? alone : bead.source.first;
  }
}

bool FixedBeads::fits(const std::vector<std::uint32_t>& partners, const SegmentRun& run,
                      const SegmentRun& other) {
  for (auto segment = run.first; segment < run.last; ++segment) {
    const std::uint32_t partner = partners[segment];
    if (partner == free) continue;
    if (run.size() > 1) return false;
    return partner == alone ? other.empty() : other == SegmentRun{partner, partner + 1};
  }
  return true;
}

bool FixedBeads::allow(const SegmentRun& source, const SegmentRun& target) const {
  if (source_partners_.empty() && target_partners_.empty()) return true;
  return fits(source_partners_, source, target) && fits(target_partners_, target, source);
}

bool FixedBeads::has(const Bead& bead) const {
  const auto is_fixed = [](const std::vector<std::uint32_t>& partners,
                           const SegmentRun& run) {
    return !partners.empty() && !run.empty() && partners[run.first] != free;
  };
  return is_fixed(source_partners_, bead.source) || is_fixed(target_partners_, bead.target);
}

FixedBeads FixedBeads::part(const SegmentRun& source, const SegmentRun& target) const {
  FixedBeads result;
  const auto cut = [](const std::vector<std::uint32_t>& partners, const SegmentRun& run,
                      const SegmentRun& other, std::vector<std::uint32_t>& part) {
    if (partners.empty()) return;
    for (auto segment = run.first; segment < run.last; ++segment) {
      const std::uint32_t partner = partners[segment];
      const bool inside = partner >= other.first && partner < other.last;
      part.push_back(partner == alone ? alone : inside ? partner - other.first : free);
    }
  };
  cut(source_partners_, source, target, result.source_partners_);
  cut(target_partners_, target, source, result.target_partners_);
  return result;
}

Guides Guides::part(const SegmentRun& source, const SegmentRun& target) const {
  Guides result{fixed.part(source, target), {}};
  if (prior)
    result.prior = [this, source, target](SegmentRun from, SegmentRun to) {
      from.first += source.first;
      from.last += source.first;
      to.first += target.first;
      to.last += target.first;
      return prior(from, to);
    };
  return result;
}

Band FixedBeads::admitted(Band band, std::uint32_t target_size) const {
  const auto admit = [&](std::uint32_t row, std::uint32_t border) {
    band.rows[row].first = std::min(band.rows[row].first, border);
    band.rows[row].last = std::max(band.rows[row].last, border + 1);
  };
  for (std::uint32_t source = 0; source < source_partners_.size(); ++source) {
    const std::uint32_t target = source_partners_[source];
    if (target == free || target == alone) continue;
    admit(source, target);
    admit(source + 1, target + 1);
  }
  band.settle(target_size);
  return band;
}

}  // namespace hexapla
