#include "align/lexical_evidence.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// Where each token stands on one side: segments in order, a token that stands there twice
/// twice.
struct Occurrences {
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> segments;

  Occurrences(const TokenSide& side, std::size_t vocabulary) : starts(vocabulary + 1) {
    for (const auto token : side.tokens) ++starts[token + 1];
    for (std::size_t token = 0; token < vocabulary; ++token) starts[token + 1] += starts[token];
    segments.resize(starts.back());
    auto next = starts;
    for (std::uint32_t segment = 0; segment < side.size(); ++segment)
      for (const auto token : side.of(segment)) segments[next[token]++] = segment;
  }
};

struct Interval {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// One direction: the tokens of one side, explained by runs of the other.
class Direction {
 public:
  Direction(const TokenSide& effects, const TokenSide& causes, const Dictionary& dictionary,
            std::uint32_t widest)
      : effects_(effects),
        causes_(causes),
        dictionary_(dictionary),
        widest_(widest),
        occurrences_(causes, dictionary.unknown.size()),
        cursors_(occurrences_.starts.begin(), occurrences_.starts.end() - 1) {
    unknown_sums_.push_back(0);
    for (std::uint32_t segment = 0; segment < causes.size(); ++segment) {
      float sum = 0;
      for (const auto token : causes.of(segment)) sum += dictionary.unknown[token];
      unknown_sums_.push_back(unknown_sums_.back() + sum);
    }
  }

  /// Log ratios of segment `effect`, given the runs that start in `starts`.
  /// Shape: `widest` numbers for each start, by the length of the run. The starts of one
  ///        call must not lie before those of the call before.
  const std::vector<float>& log_ratios(std::uint32_t effect, Interval starts,
                                       const LexicalWeights& weights);

 private:
  [[nodiscard]] double count_of(std::uint32_t first, std::uint32_t count) const {
    return causes_.starts[first + count] - causes_.starts[first];
  }
  /// The share of a token's probability that is told by its frequency alone.
  [[nodiscard]] float told_by_frequency(std::uint32_t first, std::uint32_t count,
                                        const LexicalWeights& weights) const {
    const double tokens = count_of(first, count);
    const double unknown =
        tokens == 0 ? 1 : (unknown_sums_[first + count] - unknown_sums_[first]) / tokens;
    return static_cast<float>(1 - weights.known + weights.known * unknown);
  }
  void fill_bases(std::size_t tokens, Interval starts, const LexicalWeights& weights);
  bool gather(std::uint32_t token, Interval starts);
  void add_token(Interval starts, const LexicalWeights& weights);

  const TokenSide& effects_;
  const TokenSide& causes_;
  const Dictionary& dictionary_;
  std::uint32_t widest_;
  Occurrences occurrences_;
  std::vector<std::uint32_t> cursors_;
  std::vector<double> unknown_sums_;
  std::vector<float> bases_;    ///< told_by_frequency by start and length of run.
  std::vector<float> weights_;  ///< Known share a token of the run, by start and length.
  std::vector<float> sums_;     ///< Ratios of one token by segment of the starts.
  std::vector<float> result_;
  std::uint32_t first_touched_ = 0;
  std::uint32_t last_touched_ = 0;
};

void Direction::fill_bases(std::size_t tokens, Interval starts, const LexicalWeights& weights) {
  const std::size_t count = starts.last - starts.first;
  bases_.assign(count * widest_, 1);
  weights_.assign(count * widest_, 0);
  result_.assign(count * widest_, 0);
  for (std::uint32_t start = starts.first; start < starts.last; ++start) {
    for (std::uint32_t length = 1; length <= widest_ && start + length <= causes_.size();
         ++length) {
      const std::size_t at = (start - starts.first) * widest_ + length - 1;
      const double run = count_of(start, length);
      bases_[at] = told_by_frequency(start, length, weights);
      weights_[at] = run == 0 ? 0 : static_cast<float>(weights.known / run);
      result_[at] = static_cast<float>(tokens) * std::log(bases_[at]);
    }
  }
}

bool Direction::gather(std::uint32_t token, Interval starts) {
  const auto last = std::min(causes_.size(), starts.last + widest_ - 1);
  first_touched_ = last;
  last_touched_ = starts.first;
  for (const auto& entry : dictionary_.causes_of(token)) {
    std::uint32_t& cursor = cursors_[entry.cause];
    const auto end = occurrences_.starts[entry.cause + 1];
    while (cursor < end && occurrences_.segments[cursor] < starts.first) ++cursor;
    for (auto at = cursor; at < end && occurrences_.segments[at] < last; ++at) {
      const auto segment = occurrences_.segments[at];
      sums_[segment - starts.first] += entry.ratio;
      first_touched_ = std::min(first_touched_, segment);
      last_touched_ = std::max(last_touched_, segment + 1);
    }
  }
  return first_touched_ < last_touched_;
}

void Direction::add_token(Interval starts, const LexicalWeights& weights) {
  (void)weights;
  const auto begin = std::max(starts.first + widest_ - 1, first_touched_) - (widest_ - 1);
  const auto end = std::min(starts.last, last_touched_);
  for (std::uint32_t start = begin; start < end; ++start) {
    float sum = 0;
    const auto longest = std::min(widest_, causes_.size() - start);
    for (std::uint32_t length = 1; length <= longest; ++length) {
      sum += sums_[start + length - 1 - starts.first];
      if (sum == 0) continue;
      const std::size_t at = (start - starts.first) * widest_ + length - 1;
      result_[at] += std::log1p(sum * weights_[at] / bases_[at]);
    }
  }
  std::fill(sums_.begin() + (first_touched_ - starts.first),
            sums_.begin() + (last_touched_ - starts.first), 0.0F);
}

const std::vector<float>& Direction::log_ratios(std::uint32_t effect, Interval starts,
                                                const LexicalWeights& weights) {
  const auto tokens = effects_.of(effect);
  fill_bases(tokens.size(), starts, weights);
  sums_.assign(starts.last - starts.first + widest_, 0);
  for (const auto token : tokens)
    if (gather(token, starts)) add_token(starts, weights);
  const auto scale = static_cast<float>(weights.weight);
  for (float& value : result_) value *= scale;
  return result_;
}

/// For each target segment the source segments whose row holds it.
std::vector<Interval> columns_of(const Band& segments, std::uint32_t target_size) {
  std::vector<Interval> columns(target_size);
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  const auto rows = static_cast<std::uint32_t>(segments.rows.size());
  for (std::uint32_t target = 0; target < target_size; ++target) {
    while (first < rows && segments.rows[first].last <= target) ++first;
    while (last < rows && segments.rows[last].first <= target) ++last;
    columns[target] = {first, std::max(first, last)};
  }
  return columns;
}

}  // namespace

LexicalEvidence::LexicalEvidence(const TokenSide& source, const TokenSide& target,
                                 const Lexicon& lexicon, const Band& borders,
                                 std::uint32_t widest)
    : source_(source), target_(target), lexicon_(lexicon), widest_(widest) {
  std::size_t cells = 0;
  for (std::uint32_t row = 0; row < source.size(); ++row) {
    const auto above = row < widest - 1 ? 0 : row - (widest - 1);
    const Band::Interval interval{borders.rows[above].first,
                                  std::min(target.size(), borders.rows[row].last + widest - 1)};
    segments_.rows.push_back(interval);
    segments_.starts.push_back(cells);
    cells += interval.last - interval.first;
  }
  segments_.starts.push_back(cells);
}

void LexicalEvidence::compute(const LexicalWeights& weights) {
  of_targets_.assign(segments_.cells() * widest_, 0);
  of_sources_.assign(segments_.cells() * widest_, 0);
  Direction targets(target_, source_, lexicon_.target_by_source, widest_);
  const auto columns = columns_of(segments_, target_.size());
  for (std::uint32_t target = 0; target < target_.size(); ++target) {
    const Interval column = columns[target];
    if (column.first >= column.last) continue;
    const auto& values = targets.log_ratios(target, column, weights);
    for (std::uint32_t source = column.first; source < column.last; ++source)
      std::copy_n(values.begin() + (source - column.first) * widest_, widest_,
                  of_targets_.begin() +
                      static_cast<std::ptrdiff_t>(segments_.cell(source, target) * widest_));
  }
  Direction sources(source_, target_, lexicon_.source_by_target, widest_);
  for (std::uint32_t source = 0; source < source_.size(); ++source) {
    const auto& row = segments_.rows[source];
    const auto& values = sources.log_ratios(source, {row.first, row.last}, weights);
    std::ranges::copy(values, of_sources_.begin() + static_cast<std::ptrdiff_t>(
                                                       segments_.starts[source] * widest_));
  }
}

float LexicalEvidence::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  float sum = 0;
  for (auto segment = target.first; segment < target.last; ++segment)
    sum += of_targets_[segments_.cell(source.first, segment) * widest_ + source.size() - 1];
  for (auto segment = source.first; segment < source.last; ++segment)
    sum += of_sources_[segments_.cell(segment, target.first) * widest_ + target.size() - 1];
  return sum;
}

}  // namespace hexapla
