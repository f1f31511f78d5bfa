#include "align/evidence/length_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

namespace hexapla {
namespace {

/// Standard deviation of log ratios when nothing is known yet. Source: measured on parallel
/// texts of the six languages.
constexpr double usual_constant_variance = 0.04;
constexpr double usual_variance_at_one = 3.0;
/// The usual variances count as many beads as this.
constexpr double length_weight = 20;
constexpr std::size_t longest_tabulated = 1024;  // code points of both sides

double log_normal_density(double distance, double variance) {
  return -0.5 * std::log(2 * std::numbers::pi * variance) -
         distance * distance / (2 * variance);
}

struct Observation {
  double log_ratio;
  double length;
  double weight;
};

double variance_at(double constant, double at_one, double length) {
  return constant + at_one / length;
}

double log_likelihood(std::span<const Observation> observations, double ratio,
                      double constant, double at_one) {
  double sum = 0;
  for (const Observation& seen : observations)
    sum += seen.weight * log_normal_density(seen.log_ratio - ratio,
                                            variance_at(constant, at_one, seen.length));
  // The usual variances, as if seen at a usual length.
  for (const double length : {30.0, 100.0, 300.0}) {
    const double usual =
        variance_at(usual_constant_variance, usual_variance_at_one, length);
    const double variance = variance_at(constant, at_one, length);
    sum += length_weight / 3 * (-0.5 * std::log(variance) - usual / (2 * variance));
  }
  return sum;
}

}  // namespace

double usual_length(const Language& language) {
  // Source: the Universal Declaration of Human Rights, code points but white space.
  constexpr double without_spaces = 0.30;
  constexpr double without_vowels = 0.78;
  if (language.spaceless()) return without_spaces;
  return language.right_to_left() ? without_vowels : 1;
}

RunLengths::RunLengths(std::span<const std::uint32_t> lengths, std::uint32_t widest) {
  for (const auto length : lengths)
    sums_.push_back(sums_.back() + length);
  logs_.resize(widest * lengths.size());
  backgrounds_.resize(logs_.size());
  for (std::uint32_t count = 1; count <= widest; ++count)
    fit_background(count);
}

void RunLengths::fit_background(std::uint32_t count) {
  if (size() < count) return;
  constexpr double least_variance = 0.04;
  constexpr double usual_variance = 0.6;
  constexpr double weight_of_usual = 5;
  const auto runs = static_cast<std::uint32_t>(size() - count + 1);
  float* const logs = logs_.data() + (count - 1) * size();
  double mean = 0;
  for (std::uint32_t first = 0; first < runs; ++first) {
    logs[first] = static_cast<float>(std::log(static_cast<double>(sum(first, count))));
    mean += logs[first];
  }
  mean /= runs;
  double variance = weight_of_usual * usual_variance / count;
  for (std::uint32_t first = 0; first < runs; ++first)
    variance += (logs[first] - mean) * (logs[first] - mean);
  variance = std::max(least_variance, variance / (runs + weight_of_usual));
  float* const backgrounds = backgrounds_.data() + (count - 1) * size();
  for (std::uint32_t first = 0; first < runs; ++first)
    backgrounds[first] =
        static_cast<float>(log_normal_density(logs[first] - mean, variance));
}

LengthModel::LengthModel(const RunLengths& source, const RunLengths& target)
    : LengthModel(source, target, target.total() / source.total()) {}

LengthModel::LengthModel(const RunLengths& source, const RunLengths& target, double ratio)
    : source_(source),
      target_(target),
      first_log_ratio_(std::log(ratio)),
      log_ratio_(static_cast<float>(first_log_ratio_)),
      constant_variance_(usual_constant_variance),
      variance_at_one_(usual_variance_at_one) {
  tabulate();
}

/// The variances are some of a few: their tables are made once a thread.
void LengthModel::tabulate() {
  thread_local std::map<std::pair<double, double>, std::shared_ptr<const Normals>> known;
  auto& table = known[{constant_variance_, variance_at_one_}];
  if (!table) {
    Normals normals(longest_tabulated);
    for (std::size_t length = 1; length < normals.size(); ++length) {
      const double variance =
          variance_at(constant_variance_, variance_at_one_, static_cast<double>(length));
      normals[length] = {static_cast<float>(0.5 / variance),
                         static_cast<float>(log_normal_density(0, variance))};
    }
    table = std::make_shared<const Normals>(std::move(normals));
  }
  normals_ = table;
}

void LengthModel::add_bonuses(std::uint32_t source, std::uint32_t source_count,
                              std::uint32_t first_target, std::uint32_t target_count,
                              float weight, std::span<float> sums) const {
  const std::uint64_t source_sum = source_.sum(source, source_count);
  const float expected = source_.log_sum(source, source_count) + log_ratio_;
  const float background = source_.log_background(source, source_count);
  // Plain pointers: a search asks for hundreds of millions.
  const std::uint64_t* const before = target_.sums().data() + first_target;
  const std::uint64_t* const after = before + target_count;
  const float* const logs = target_.log_sums(target_count).data() + first_target;
  const float* const backgrounds =
      target_.log_backgrounds(target_count).data() + first_target;
  const Normal* const normals = normals_->data();
  const std::uint64_t longest = normals_->size() - 1;
  constexpr float half = 0.5F;
  float* const to = sums.data();
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const Normal& normal = normals[std::min(source_sum + after[at] - before[at], longest)];
    const float distance = logs[at] - expected;
    to[at] += weight * (normal.log_scale - distance * distance * normal.half_precision -
                        half * (background + backgrounds[at]));
  }
}

void LengthModel::learn(std::span<const Bead> beads) {
  std::vector<Observation> observations;
  double weights = 1;
  double ratios = first_log_ratio_;
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const double ratio = target_.log_sum(bead.target.first, bead.target.size()) -
                         source_.log_sum(bead.source.first, bead.source.size());
    const auto length =
        static_cast<double>(source_.sum(bead.source.first, bead.source.size()) +
                            target_.sum(bead.target.first, bead.target.size()));
    // A long bead tells more of the ratio than a short one.
    const double precision = bead.confidence /
                             variance_at(constant_variance_, variance_at_one_, length) *
                             usual_constant_variance;
    weights += precision;
    ratios += precision * ratio;
    observations.push_back({ratio, length, bead.confidence});
  }
  log_ratio_ = static_cast<float>(ratios / weights);
  constexpr std::array constants{0.003, 0.006, 0.012, 0.02, 0.03, 0.045, 0.07, 0.1, 0.15};
  constexpr std::array at_ones{0.5, 1.0, 1.5, 2.2, 3.0, 4.5, 6.5, 9.0, 13.0};
  double best = -std::numeric_limits<double>::infinity();
  for (const double constant : constants) {
    for (const double at_one : at_ones) {
      const double value = log_likelihood(observations, log_ratio_, constant, at_one);
      if (value <= best) continue;
      best = value;
      constant_variance_ = constant;
      variance_at_one_ = at_one;
    }
  }
  tabulate();
}

}  // namespace hexapla
