#include "align/evidence/lexical_evidence.hpp"

#include "align/fast_log.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

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

/// What runs of causes say of any token before a word is known, when so much of it is
/// taken to be accounted for. Made once, since every token asks.
class RunTable {
 public:
  /// By length of the run, then by its first segment, so that neighbours lie together.
  RunTable(const TokenSide& causes, std::span<const double> unknown_sums,
           std::uint32_t widest, float known)
      : size_(causes.size()), logs_(std::size_t{size_} * widest), gains_(logs_.size()) {
    for (std::uint32_t length = 1; length <= std::min(widest, size_); ++length) {
      for (std::uint32_t first = 0; first + length <= size_; ++first) {
        const auto tokens = causes.starts[first + length] - causes.starts[first];
        if (tokens == 0) continue;
        const auto unknown = static_cast<float>(
            (unknown_sums[first + length] - unknown_sums[first]) / tokens);
        const float frequency = 1 - known + known * unknown;
        const std::size_t run = std::size_t{length - 1} * size_ + first;
        logs_[run] = fast_log(frequency);
        gains_[run] = known / (static_cast<float>(tokens) * frequency);
      }
    }
  }

  /// Log ratio of a token that no run accounts for; 0 for runs that reach past the end.
  [[nodiscard]] const float* logs(std::uint32_t length, std::uint32_t first) const {
    return logs_.data() + std::size_t{length - 1} * size_ + first;
  }
  /// By how much that ratio grows with the sum of the ratios of the words of the run.
  [[nodiscard]] const float* gains(std::uint32_t length, std::uint32_t first) const {
    return gains_.data() + std::size_t{length - 1} * size_ + first;
  }

 private:
  std::uint32_t size_;
  std::vector<float> logs_;
  std::vector<float> gains_;
};

/// One direction: the tokens of one side, explained by runs of the other.
class Direction {
 public:
  Direction(const TokenSide& effects, const TokenSide& causes, const Dictionary& dictionary,
            const Vocabulary& vocabulary, const LexicalWeights& weights,
            std::uint32_t widest)
      : effects_(effects),
        causes_(causes),
        dictionary_(dictionary),
        vocabulary_(vocabulary),
        widest_(widest),
        occurrences_(causes, dictionary.unknown.size()) {
    for (std::uint32_t cause = 0; cause + 1 < occurrences_.starts.size(); ++cause)
      nexts_.push_back(after({occurrences_.starts[cause], 0}, cause, 0));
    for (std::size_t kind = 0; kind < token_kinds; ++kind)
      trusts_[kind] = weights.of(static_cast<TokenKind>(kind));
    for (std::uint32_t segment = 0; segment < causes.size(); ++segment) {
      float sum = 0;
      for (const auto token : causes.of(segment))
        sum += dictionary.unknown[token];
      unknown_sums_.push_back(unknown_sums_.back() + sum);
    }
    use(1);
  }

  /// Log ratios of segment `effect`, given the runs that start in `starts`.
  /// Shape: for each length of a run as many numbers as there are starts. The starts of one
  ///        call must not lie before those of the call before.
  const std::vector<float>& log_ratios(std::uint32_t effect, Interval starts);

 private:
  static constexpr auto nowhere = std::numeric_limits<std::uint32_t>::max();
  /// The first place of a cause that has not been passed; what hardly any call needs more
  /// of than the segment.
  struct Next {
    std::uint32_t place = 0;
    std::uint32_t segment = nowhere;
  };
  [[nodiscard]] Next after(Next next, std::uint32_t cause, std::uint32_t first) const;

  void use(float share_of_trust);
  void sum_ratios(std::uint32_t effect, Interval starts);
  void add_frequencies(std::uint32_t effect, Interval starts);
  bool gather(std::uint32_t token, Interval starts);
  void add_token(std::uint32_t token, float times, Interval starts);

  const TokenSide& effects_;
  const TokenSide& causes_;
  const Dictionary& dictionary_;
  const Vocabulary& vocabulary_;
  std::uint32_t widest_;
  std::array<Trust, token_kinds> trusts_{};
  std::map<float, RunTable> tables_;  ///< By the share that is known.
  std::array<const RunTable*, token_kinds> tables_of_kinds_{};  ///< Those in use.
  Occurrences occurrences_;
  std::vector<Next> nexts_;  ///< By cause.
  std::vector<double> unknown_sums_{0};
  std::vector<float> sums_;  ///< Ratios of one token by segment from the first start.
  std::vector<float> run_sums_;
  std::vector<float> result_;
  std::vector<float> best_;            ///< Of several trusts.
  std::vector<std::uint32_t> sorted_;  ///< Tokens of a long segment.
  std::uint32_t first_touched_ = 0;
  std::uint32_t last_touched_ = 0;
};

void Direction::use(float share_of_trust) {
  for (std::size_t kind = 0; kind < token_kinds; ++kind) {
    const float known = static_cast<float>(trusts_[kind].known) * share_of_trust;
    tables_of_kinds_[kind] =
        &tables_.try_emplace(known, causes_, unknown_sums_, widest_, known).first->second;
  }
}

/// What each run says of the tokens of the segment before any of its words is known.
void Direction::add_frequencies(std::uint32_t effect, Interval starts) {
  std::array<float, token_kinds> counts{};
  for (const auto token : effects_.of(effect))
    ++counts[static_cast<std::size_t>(vocabulary_.kind_of(token))];
  const std::size_t width = starts.last - starts.first;
  result_.assign(width * widest_, 0);
  for (std::size_t kind = 0; kind < token_kinds; ++kind) {
    const float weight = counts[kind] * static_cast<float>(trusts_[kind].weight);
    if (weight == 0) continue;
    for (std::uint32_t length = 1; length <= widest_; ++length) {
      const float* const logs = tables_of_kinds_[kind]->logs(length, starts.first);
      float* const sums = result_.data() + (length - 1) * width;
      for (std::size_t start = 0; start < width; ++start)
        sums[start] += weight * logs[start];
    }
  }
}

Direction::Next Direction::after(Next next, std::uint32_t cause,
                                 std::uint32_t first) const {
  const auto end = occurrences_.starts[cause + 1];
  while (next.place < end && occurrences_.segments[next.place] < first)
    ++next.place;
  next.segment = next.place < end ? occurrences_.segments[next.place] : nowhere;
  return next;
}

/// Sums the ratios of one token by segment.
bool Direction::gather(std::uint32_t token, Interval starts) {
  const auto last = std::min(causes_.size(), starts.last + widest_ - 1);
  first_touched_ = last;
  last_touched_ = starts.first;
  for (const auto& entry : dictionary_.causes_of(token)) {
    Next& next = nexts_[entry.cause];
    if (next.segment >= last) continue;
    if (next.segment < starts.first) next = after(next, entry.cause, starts.first);
    if (next.segment >= last) continue;
    first_touched_ = std::min(first_touched_, next.segment);
    const auto end = occurrences_.starts[entry.cause + 1];
    auto at = next.place;
    for (; at < end && occurrences_.segments[at] < last; ++at)
      sums_[occurrences_.segments[at] - starts.first] += entry.ratio;
    last_touched_ = std::max(last_touched_, occurrences_.segments[at - 1] + 1);
  }
  return first_touched_ < last_touched_;
}

void Direction::add_token(std::uint32_t token, float times, Interval starts) {
  const auto kind = static_cast<std::size_t>(vocabulary_.kind_of(token));
  const float weight = times * static_cast<float>(trusts_[kind].weight);
  const std::size_t width = starts.last - starts.first;
  const auto begin = std::max(starts.first + widest_ - 1, first_touched_) - (widest_ - 1);
  const auto end = std::min(starts.last, last_touched_);
  const std::size_t count = end - begin;
  run_sums_.assign(count, 0);
  float* const run_sums = run_sums_.data();
  for (std::uint32_t length = 1; length <= widest_; ++length) {
    const float* const added = sums_.data() + (begin - starts.first) + length - 1;
    const float* const gains = tables_of_kinds_[kind]->gains(length, begin);
    float* const sums = result_.data() + (length - 1) * width + (begin - starts.first);
    for (std::size_t start = 0; start < count; ++start) {
      run_sums[start] += added[start];
      sums[start] += weight * fast_log(1 + run_sums[start] * gains[start]);
    }
  }
  std::fill(sums_.begin() + (first_touched_ - starts.first),
            sums_.begin() + (last_touched_ - starts.first), 0.0F);
}

const std::vector<float>& Direction::log_ratios(std::uint32_t effect, Interval starts) {
  sum_ratios(effect, starts);
  if (effects_.of(effect).size() < long_segment) return result_;
  best_ = result_;
  for (const float trusted : doubtful_trusts) {
    use(trusted);
    sum_ratios(effect, starts);
    for (std::size_t run = 0; run < result_.size(); ++run)
      best_[run] = std::max(best_[run], result_[run] - price_of_doubt);
  }
  use(1);
  return best_;
}

void Direction::sum_ratios(std::uint32_t effect, Interval starts) {
  add_frequencies(effect, starts);
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
  Direction targets(target_, source_, lexicon.target_by_source, vocabulary, weights,
                    widest_);
  const auto columns = columns_of(segments_, target_.size());
  for (std::uint32_t target = 0; target < target_.size(); ++target) {
    const Interval column = columns[target];
    if (column.first >= column.last) continue;
    const float* values = targets.log_ratios(target, column).data();
    for (std::uint32_t length = 1; length <= widest_; ++length)
      for (std::uint32_t source = column.first; source < column.last; ++source)
        of_targets_[place_of(source, target, length)] = *values++;
  }
  Direction sources(source_, target_, lexicon.source_by_target, vocabulary, weights,
                    widest_);
  for (std::uint32_t source = 0; source < source_.size(); ++source) {
    const auto& row = segments_.rows[source];
    const auto& values = sources.log_ratios(source, {row.first, row.last});
    std::ranges::copy(values,
                      of_sources_.begin() +
                          static_cast<std::ptrdiff_t>(segments_.starts[source] * widest_));
  }
}

float LexicalEvidence::log_bonus(const SegmentRun& source, const SegmentRun& target) const {
  float sum = 0;
  for (auto segment = target.first; segment < target.last; ++segment)
    sum += of_targets_[place_of(source.first, segment, source.size())];
  for (auto segment = source.first; segment < source.last; ++segment)
    sum += of_sources_[place_of(segment, target.first, target.size())];
  return sum;
}

void LexicalEvidence::add_bonuses(const SegmentRun& source, std::uint32_t target_size,
                                  std::uint32_t first_target, std::span<float> sums) const {
  const auto add = [&](const float* bonuses) {
    float* const to = sums.data();
    for (std::size_t at = 0; at < sums.size(); ++at)
      to[at] += bonuses[at];
  };
  for (std::uint32_t after = 0; after < target_size; ++after)
    add(&of_targets_[place_of(source.first, first_target + after, source.size())]);
  for (auto segment = source.first; segment < source.last; ++segment)
    add(&of_sources_[place_of(segment, first_target, target_size)]);
}

}  // namespace hexapla
