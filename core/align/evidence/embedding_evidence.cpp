#include "align/evidence/embedding_evidence.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// What all segments have in common is told from at least so many: with fewer, most of it
/// would be what they say.
constexpr float least_common = 8;
/// Chance pairs looked at for each shape of beads.
constexpr std::uint32_t most_samples = 256;
/// Share of the target by which a chance pair is off: the golden ratio, near no simple
/// fraction, so that texts of repeated parts aren't met in step.
constexpr double off_by = 0.381966;
/// The standard deviation of chance is never taken to be smaller, as a cosine.
constexpr double least_deviation = 0.02;
/// The first guess counts as many beads as this.
constexpr double first_weight = 10;

void subtract_common(Embeddings& vectors, std::uint32_t size) {
  std::vector<float> common(vectors.dimension);
  for (std::uint32_t row = 0; row < size; ++row)
    add_row(common, vectors.rows().of(row));
  for (float& number : common)
    number /= -(static_cast<float>(size) + least_common);
  for (std::uint32_t row = 0; row < size; ++row)
    add_row(std::span(vectors.numbers)
                .subspan(std::size_t{row} * vectors.dimension, vectors.dimension),
            common);
}

/// The cosines of runs of a shape that stand far from each other.
std::vector<double> chance_cosines(const MeaningSide& source, const MeaningSide& target,
                                   std::uint32_t sources, std::uint32_t targets) {
  std::vector<double> cosines;
  if (source.size() < sources || target.size() < targets) return cosines;
  const std::uint32_t source_runs = source.size() - sources + 1;
  const std::uint32_t target_runs = target.size() - targets + 1;
  const std::uint32_t samples = std::min(most_samples, std::max(source_runs, target_runs));
  for (std::uint32_t sample = 0; sample < samples; ++sample) {
    const double place = (sample + 0.5) / samples;
    const double other = std::fmod(place + off_by, 1.0);
    const auto from = static_cast<std::uint32_t>(place * source_runs);
    const auto to = static_cast<std::uint32_t>(other * target_runs);
    const SegmentRun one{from, from + sources};
    const SegmentRun two{to, to + targets};
    cosines.push_back(
        static_cast<double>(dot_product(source.sum_of(one), target.sum_of(two))) *
        source.inverse_length(one) * target.inverse_length(two));
  }
  return cosines;
}

Meanings::Chance chance_in(std::span<const double> cosines) {
  double sum = 0;
  double squares = 0;
  for (const double cosine : cosines) {
    sum += cosine;
    squares += cosine * cosine;
  }
  const double count = std::max<double>(1, static_cast<double>(cosines.size()));
  const double mean = sum / count;
  const double variance = std::max(0.0, squares / count - mean * mean);
  return {static_cast<float>(mean),
          static_cast<float>(1 / std::max(least_deviation, std::sqrt(variance)))};
}

}  // namespace

MeaningSide::MeaningSide(const VectorRows& rows, std::uint32_t widest)
    : size_(rows.size()), vectors_(unit_rows(rows)) {
  subtract_common(vectors_, size_);
  fill_lengths(widest);
}

std::vector<float> MeaningSide::sum_of(const SegmentRun& run) const {
  std::vector<float> sum(vectors_.dimension);
  for (auto segment = run.first; segment < run.last; ++segment)
    add_row(sum, of(segment));
  return sum;
}

void MeaningSide::fill_lengths(std::uint32_t widest) {
  inverse_lengths_.assign(std::size_t{size_} * widest, 0);
  for (std::uint32_t first = 0; first < size_; ++first) {
    std::vector<float> sum(vectors_.dimension);
    const auto most = std::min(widest, size_ - first);
    for (std::uint32_t count = 1; count <= most; ++count) {
      add_row(sum, of(first + count - 1));
      const float square = dot_product(sum, sum);
      if (square > 0)
        inverse_lengths_[std::size_t{count - 1} * size_ + first] = 1 / std::sqrt(square);
    }
  }
}

Meanings::Meanings(const VectorRows& source_rows, const VectorRows& target_rows,
                   std::uint32_t widest_bead) {
  if (source_rows.empty() || target_rows.empty()) return;
  widest = widest_bead;
  source = MeaningSide(source_rows, widest);
  target = MeaningSide(target_rows, widest);
  for (std::uint32_t sources = 1; sources <= widest; ++sources)
    for (std::uint32_t targets = 1; targets <= widest; ++targets)
      chance.push_back(chance_in(chance_cosines(source, target, sources, targets)));
}

void EmbeddingEvidence::prepare(const Band& borders) {
  if (meanings_.empty()) return;
  const std::uint32_t beyond = meanings_.widest - 1;
  segments_.starts.assign(1, 0);
  for (std::uint32_t row = 0; row < meanings_.source.size(); ++row) {
    const Band::Interval interval{
        borders.rows[row < beyond ? 0 : row - beyond].first,
        std::min(meanings_.target.size(), borders.rows[row].last + beyond)};
    segments_.rows.push_back(interval);
    segments_.starts.push_back(segments_.starts.back() + interval.last - interval.first);
    for (auto target = interval.first; target < interval.last; ++target)
      products_.push_back(
          dot_product(meanings_.source.of(row), meanings_.target.of(target)));
  }
}

float EmbeddingEvidence::product(std::uint32_t source, std::uint32_t target) const {
  if (segments_.holds(source, target)) return products_[segments_.cell(source, target)];
  return dot_product(meanings_.source.of(source), meanings_.target.of(target));
}

/// By how many standard deviations of chance the runs are more alike than by chance.
float EmbeddingEvidence::distinction(const SegmentRun& source,
                                     const SegmentRun& target) const {
  float sum = 0;
  for (auto from = source.first; from < source.last; ++from)
    for (auto to = target.first; to < target.last; ++to)
      sum += product(from, to);
  const float cosine = sum * meanings_.source.inverse_length(source) *
                       meanings_.target.inverse_length(target);
  const Meanings::Chance& chance = meanings_.chance_of(source.size(), target.size());
  return (cosine - chance.mean) * chance.inverse_deviation;
}

void EmbeddingEvidence::learn(std::span<const Bead> beads) {
  if (meanings_.empty()) return;
  double weight = 0;
  double sum = 0;
  double squares = 0;
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const double seen = distinction(bead.source, bead.target);
    weight += bead.confidence;
    sum += bead.confidence * seen;
    squares += bead.confidence * seen * seen;
  }
  if (weight == 0) return;
  // The variance is that around the mean that was seen: how far off the first guess was
  // says nothing about it.
  const double scatter = std::max(0.0, squares - sum * sum / weight);
  const double all = first_weight + weight;
  right_mean_ = static_cast<float>(std::max(0.0, (first_weight * first_mean + sum) / all));
  right_variance_ =
      static_cast<float>(std::max(1.0, (first_weight * first_variance + scatter) / all));
}

/// Both densities are taken to be normal with the variance of right beads, the wider of the
/// two: then more likeness always speaks for a bead, and the bonus is linear in it. A bead
/// of several segments answers for more of the texts; how much more was measured.
float EmbeddingEvidence::log_bonus(const SegmentRun& source,
                                   const SegmentRun& target) const {
  if (meanings_.empty()) return 0;
  constexpr float half = 0.5F;
  const float extent = std::sqrt(half * static_cast<float>(source.size() + target.size()));
  return extent * right_mean_ / right_variance_ *
         (distinction(source, target) - half * right_mean_);
}

}  // namespace hexapla
