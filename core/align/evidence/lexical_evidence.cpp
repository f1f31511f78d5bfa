#include "align/evidence/lexical_evidence.hpp"

#include "align/fast_log.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

/// What a lexicon knows of a word it knows roughly. Over a sentence that evens out; over a
/// page the errors of hundreds of words add up to certainty that a right pair is wrong. So
/// a segment of so many tokens may also be read with less trust in the lexicon, by the
/// words themselves, at a price in nats.
constexpr std::size_t long_segment = 120;  // tokens; some 600 characters of English
constexpr std::array doubtful_trusts{0.3F, 0.1F};
constexpr float price_of_doubt = 3;

/// Where each token is on one side: segments in order, a token that is there twice
/// twice.
struct Occurrences {
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> segments;

  Occurrences(const TokenSide& side, std::size_t vocabulary) : starts(vocabulary + 1) {
    for (const auto token : side.tokens)
      ++starts[token + 1];
    for (std::size_t token = 0; token < vocabulary; ++token)
      starts[token + 1] += starts[token];
    segments.resize(starts.back());
    auto next = starts;
    for (std::uint32_t segment = 0; segment < side.size(); ++segment)
      for (const auto token : side.of(segment))
        segments[next[token]++] = segment;
  }
};

struct Interval {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Trust by number of token kind.
struct KindTrust {
  float known = 0;
  float weight = 0;
};
using KindTrusts = std::array<KindTrust, token_kinds>;

/// One direction: the tokens of one side, explained by runs of the other.
class Direction {
 public:
  Direction(const TokenSide& effects, const TokenSide& causes, const Dictionary& dictionary,
            const Vocabulary& vocabulary, const LexicalWeights& weights)
      : effects_(effects),
        causes_(causes),
        dictionary_(dictionary),
        vocabulary_(vocabulary),
        occurrences_(causes, dictionary.unknown.size()),
        cursors_(occurrences_.starts.begin(), occurrences_.starts.end() - 1) {
    for (std::size_t kind = 0; kind < token_kinds; ++kind) {
      const Trust& trust = weights.of(static_cast<TokenKind>(kind));
      usual_[kind] = {static_cast<float>(trust.known), static_cast<float>(trust.weight)};
    }
    trusts_ = usual_;
    for (std::uint32_t segment = 0; segment < causes.size(); ++segment) {
      float sum = 0;
      for (const auto token : causes.of(segment))
        sum += dictionary.unknown[token];
      unknown_sums_.push_back(unknown_sums_.back() + sum);
    }
  }

  /// Log ratios of segment `effect`, given the runs that start in `starts`.
  /// Shape: `widest` numbers for each start, by the length of the run. The starts of one
  ///        call must not lie before those of the call before.
  const std::vector<float>& log_ratios(std::uint32_t effect, Interval starts,
                                       std::uint32_t widest);

 private:
  void fill_runs(Interval starts);
  void sum_ratios(std::uint32_t effect, Interval starts);
  void add_frequencies(std::uint32_t effect);
  bool gather(std::uint32_t token, Interval starts);
  void add_token(std::uint32_t token, float times, Interval starts);

  /// A run of causes that may explain a token.
  struct Run {
    float share = 0;    ///< Of each of its tokens; 0 when it has none.
    float unknown = 1;  ///< Share of its translations that is told by frequency alone.
  };

  const TokenSide& effects_;
  const TokenSide& causes_;
  const Dictionary& dictionary_;
  const Vocabulary& vocabulary_;
  KindTrusts usual_{};
  KindTrusts trusts_{};  ///< In use.
  std::uint32_t widest_ = 1;
  Occurrences occurrences_;
  std::vector<std::uint32_t> cursors_;
  std::vector<double> unknown_sums_{0};
  std::vector<Run> runs_;    ///< By start and length.
  std::vector<float> sums_;  ///< Ratios of one token by segment from the first start.
  std::vector<float> result_;
  std::vector<float> best_;            ///< Of several trusts.
  std::vector<std::uint32_t> sorted_;  ///< Tokens of a long segment.
  std::uint32_t first_touched_ = 0;
  std::uint32_t last_touched_ = 0;
};

void Direction::fill_runs(Interval starts) {
  runs_.assign((starts.last - starts.first) * widest_, {});
  for (std::uint32_t start = starts.first; start < starts.last; ++start) {
    const auto longest = std::min(widest_, causes_.size() - start);
    for (std::uint32_t length = 1; length <= longest; ++length) {
      const auto tokens = causes_.starts[start + length] - causes_.starts[start];
      if (tokens == 0) continue;
      const double unknown = unknown_sums_[start + length] - unknown_sums_[start];
      runs_[(start - starts.first) * widest_ + length - 1] = {
          1.0F / static_cast<float>(tokens), static_cast<float>(unknown / tokens)};
    }
  }
}

/// What each run says of the tokens of the segment before any of its words is known.
void Direction::add_frequencies(std::uint32_t effect) {
  std::array<float, token_kinds> counts{};
  for (const auto token : effects_.of(effect))
    ++counts[static_cast<std::size_t>(vocabulary_.kind_of(token))];
  result_.assign(runs_.size(), 0);
  for (std::size_t kind = 0; kind < token_kinds; ++kind) {
    if (counts[kind] == 0) continue;
    const KindTrust trust = trusts_[kind];
    for (std::size_t run = 0; run < runs_.size(); ++run)
      result_[run] += counts[kind] * trust.weight *
                      fast_log(1 - trust.known + trust.known * runs_[run].unknown);
  }
}

/// Sums the ratios of one token by segment.
bool Direction::gather(std::uint32_t token, Interval starts) {
  const auto last = std::min(causes_.size(), starts.last + widest_ - 1);
  first_touched_ = last;
  last_touched_ = starts.first;
  for (const auto& entry : dictionary_.causes_of(token)) {
    std::uint32_t& cursor = cursors_[entry.cause];
    const auto end = occurrences_.starts[entry.cause + 1];
    while (cursor < end && occurrences_.segments[cursor] < starts.first)
      ++cursor;
    for (auto at = cursor; at < end && occurrences_.segments[at] < last; ++at) {
      const auto segment = occurrences_.segments[at];
      sums_[segment - starts.first] += entry.ratio;
      first_touched_ = std::min(first_touched_, segment);
      last_touched_ = std::max(last_touched_, segment + 1);
    }
  }
  return first_touched_ < last_touched_;
}

void Direction::add_token(std::uint32_t token, float times, Interval starts) {
  const KindTrust trust = trusts_[static_cast<std::size_t>(vocabulary_.kind_of(token))];
  const auto begin = std::max(starts.first + widest_ - 1, first_touched_) - (widest_ - 1);
  const auto end = std::min(starts.last, last_touched_);
  for (std::uint32_t start = begin; start < end; ++start) {
    float sum = 0;
    const auto longest = std::min(widest_, causes_.size() - start);
    for (std::uint32_t length = 1; length <= longest; ++length) {
      sum += sums_[start + length - 1 - starts.first];
      if (sum == 0) continue;
      const std::size_t at = (start - starts.first) * widest_ + length - 1;
      const float frequency = 1 - trust.known + trust.known * runs_[at].unknown;
      result_[at] += times * trust.weight *
                     fast_log(1 + trust.known * sum * runs_[at].share / frequency);
    }
  }
  std::fill(sums_.begin() + (first_touched_ - starts.first),
            sums_.begin() + (last_touched_ - starts.first), 0.0F);
}

const std::vector<float>& Direction::log_ratios(std::uint32_t effect, Interval starts,
                                                std::uint32_t widest) {
  widest_ = widest;
  fill_runs(starts);
  sum_ratios(effect, starts);
  if (effects_.of(effect).size() < long_segment) return result_;
  best_ = result_;
  for (const float trusted : doubtful_trusts) {
    for (std::size_t kind = 0; kind < token_kinds; ++kind)
      trusts_[kind].known = usual_[kind].known * trusted;
    sum_ratios(effect, starts);
    for (std::size_t run = 0; run < result_.size(); ++run)
      best_[run] = std::max(best_[run], result_[run] - price_of_doubt);
  }
  trusts_ = usual_;
  return best_;
}

void Direction::sum_ratios(std::uint32_t effect, Interval starts) {
  add_frequencies(effect);
  sums_.assign(starts.last - starts.first + widest_, 0);
  const auto tokens = effects_.of(effect);
  if (tokens.size() < long_segment) {
    for (const auto token : tokens)
      if (gather(token, starts)) add_token(token, 1, starts);
    return;
  }
  // On a page most words come again and again: each is looked up once.
  sorted_.assign(tokens.begin(), tokens.end());
  std::ranges::sort(sorted_);
  for (auto token = sorted_.begin(); token != sorted_.end();) {
    const auto next = std::upper_bound(token, sorted_.end(), *token);
    if (gather(*token, starts)) add_token(*token, static_cast<float>(next - token), starts);
    token = next;
  }
}

/// For each target segment the source segments whose row holds it.
std::vector<Interval> columns_of(const Band& segments, std::uint32_t target_size) {
  std::vector<Interval> columns(target_size);
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  const auto rows = static_cast<std::uint32_t>(segments.rows.size());
  for (std::uint32_t target = 0; target < target_size; ++target) {
    while (first < rows && segments.rows[first].last <= target)
      ++first;
    while (last < rows && segments.rows[last].first <= target)
      ++last;
    columns[target] = {first, std::max(first, last)};
  }
  return columns;
}

}  // namespace

const Trust& LexicalWeights::of(TokenKind kind) const {
  switch (kind) {
    case TokenKind::han:
      return han;
    case TokenKind::number:
      return number;
    case TokenKind::mark:
      return mark;
    case TokenKind::anchor:
      return anchor;
    case TokenKind::word:
      break;
  }
  return word;
}

LexicalWeights LexicalWeights::scaled(double factor) const {
  LexicalWeights result = *this;
  for (Trust* trust :
       {&result.word, &result.han, &result.number, &result.mark, &result.anchor})
    trust->weight *= factor;
  return result;
}

LexicalWeights LexicalWeights::only(EvidenceKind kind) const {
  EvidenceSet others;
  for (const EvidenceKind other :
       {EvidenceKind::words, EvidenceKind::anchors, EvidenceKind::marks})
    if (other != kind) others.add(other);
  return without(others);
}

LexicalWeights LexicalWeights::without(const EvidenceSet& kinds) const {
  LexicalWeights result = *this;
  if (kinds.has(EvidenceKind::words)) result.word.weight = result.han.weight = 0;
  if (kinds.has(EvidenceKind::anchors)) result.number.weight = result.anchor.weight = 0;
  if (kinds.has(EvidenceKind::marks)) result.mark.weight = 0;
  return result;
}

LexicalEvidence::LexicalEvidence(const TokenSide& source, const TokenSide& target,
                                 const Band& borders, std::uint32_t widest)
    : source_(source), target_(target), widest_(widest) {
  std::size_t cells = 0;
  for (std::uint32_t row = 0; row < source.size(); ++row) {
    const auto above = row < widest - 1 ? 0 : row - (widest - 1);
    const Band::Interval interval{
        borders.rows[above].first,
        std::min(target.size(), borders.rows[row].last + widest - 1)};
    segments_.rows.push_back(interval);
    segments_.starts.push_back(cells);
    cells += interval.last - interval.first;
  }
  segments_.starts.push_back(cells);
}

void LexicalEvidence::compute(const Lexicon& lexicon, const Vocabulary& vocabulary,
                              const LexicalWeights& weights) {
  of_targets_.assign(segments_.cells() * widest_, 0);
  of_sources_.assign(segments_.cells() * widest_, 0);
  Direction targets(target_, source_, lexicon.target_by_source, vocabulary, weights);
  const auto columns = columns_of(segments_, target_.size());
  for (std::uint32_t target = 0; target < target_.size(); ++target) {
    const Interval column = columns[target];
    if (column.first >= column.last) continue;
    const auto& values = targets.log_ratios(target, column, widest_);
    for (std::uint32_t source = column.first; source < column.last; ++source)
      std::copy_n(values.begin() + (source - column.first) * widest_, widest_,
                  of_targets_.begin() + static_cast<std::ptrdiff_t>(
                                            segments_.cell(source, target) * widest_));
  }
  Direction sources(source_, target_, lexicon.source_by_target, vocabulary, weights);
  for (std::uint32_t source = 0; source < source_.size(); ++source) {
    const auto& row = segments_.rows[source];
    const auto& values = sources.log_ratios(source, {row.first, row.last}, widest_);
    std::ranges::copy(values,
                      of_sources_.begin() +
                          static_cast<std::ptrdiff_t>(segments_.starts[source] * widest_));
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
