#include "align/lexicon/training.hpp"

#include "align/lexicon/bead_copies.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace hexapla {
namespace {

/// In two chapters all words stand together, which says nothing of any two of them and
/// takes time and memory by the square of their length.
constexpr std::size_t most_pairs_in_bead = 1'000'000;

constexpr float no_division_by_zero = 1e-9F;

/// Sums that the processor makes side by side.
constexpr std::size_t lanes = 8;

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// The sum of what `value` makes of the numbers before `count`.
template <class Value>
float sum_of_values(std::size_t count, const Value& value) {
  std::array<float, lanes> sums{};
  std::size_t at = 0;
  for (; at + lanes <= count; at += lanes)
    for (std::size_t lane = 0; lane < lanes; ++lane)
      sums[lane] += value(at + lane);
  float sum = 0;
  for (; at < count; ++at)
    sum += value(at);
  for (const float part : sums)
    sum += part;
  return sum;
}

float sum_of(const float* numbers, std::size_t count) {
  return sum_of_values(count, [=](std::size_t at) { return numbers[at]; });
}

/// The sum of the products of two rows of numbers.
float product_of(const float* ones, const float* others, std::size_t count) {
  return sum_of_values(count, [=](std::size_t at) { return ones[at] * others[at]; });
}

}  // namespace

Training::Training(const TokenSide& source, const TokenSide& target,
                   std::uint32_t vocabulary, std::span<const Bead> beads)
    : source_sums_(vocabulary), target_sums_(vocabulary) {
  add_tables(source, target, beads, vocabulary);
  add_rows(vocabulary);
}

void Training::add_tables(const TokenSide& source, const TokenSide& target,
                          std::span<const Bead> beads, std::uint32_t vocabulary) {
  const Copies copies(source, target, beads);
  constexpr std::size_t unseen = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> places(vocabulary, unseen);
  std::vector<Repeated> targets;
  const auto count = [&](std::span<const std::uint32_t> tokens,
                         std::vector<Repeated>& counted) {
    const std::size_t first = counted.size();
    for (const auto token : tokens) {
      if (places[token] == unseen) {
        places[token] = counted.size();
        counted.push_back({token, 0});
      }
      ++counted[places[token]].times;
    }
    for (std::size_t at = first; at < counted.size(); ++at)
      places[counted[at].token] = unseen;
    return static_cast<std::uint32_t>(counted.size() - first);
  };
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const auto source_tokens = tokens_of_run(source, bead.source);
    const auto target_tokens = tokens_of_run(target, bead.target);
    if (source_tokens.size() * target_tokens.size() > most_pairs_in_bead) continue;
    Table table{static_cast<std::uint32_t>(sources_of_tables_.size()),
                0,
                static_cast<std::uint32_t>(targets.size()),
                0,
                static_cast<float>(bead.confidence) / copies.of(bead),
                static_cast<float>(source_tokens.size()),
                static_cast<float>(target_tokens.size())};
    table.sources = count(source_tokens, sources_of_tables_);
    table.columns = count(target_tokens, targets);
    tables_.push_back(table);
  }
  for (const auto& [token, times] : targets) {
    targets_of_columns_.push_back(token);
    times_.push_back(times);
  }
  sums_.resize(times_.size());
}

std::vector<Training::Place> Training::places_by_source(
    std::vector<std::uint32_t>& starts) const {
  for (const Repeated& source : sources_of_tables_)
    ++starts[source.token + 1];
  for (std::size_t token = 0; token + 1 < starts.size(); ++token)
    starts[token + 1] += starts[token];
  std::vector<Place> places(sources_of_tables_.size());
  auto next = starts;
  for (std::uint32_t number = 0; number < tables_.size(); ++number)
    for (std::uint32_t source = 0; source < tables_[number].sources; ++source) {
      const auto& [token, times] =
          sources_of_tables_[tables_[number].first_source + source];
      places[next[token]++] = {number, times};
    }
  return places;
}

/// By source token, since then the pairs that are read and written lie together, while
/// those of a bead lie far apart.
void Training::add_rows(std::uint32_t vocabulary) {
  std::vector<std::uint32_t> starts(vocabulary + 1);
  const std::vector<Place> places = places_by_source(starts);
  std::vector<std::uint32_t> last_seen(vocabulary, none);
  rows_.reserve(places.size());
  first_pairs_.reserve(vocabulary + 1);
  // What is not used of it takes no memory; to grow would move all there is. A long text
  // could ask for more than a system promises.
  constexpr std::size_t most_promised = std::size_t{1} << 24U;  // pairs, 64 MiB of numbers
  std::size_t most_pairs = 0;
  for (const Table& table : tables_)
    most_pairs += std::size_t{table.sources} * table.columns;
  pair_numbers_.reserve(std::min(most_pairs, most_promised));
  targets_.reserve(std::min(most_pairs, most_promised));
  for (std::uint32_t token = 0; token < vocabulary; ++token) {
    first_pairs_.push_back(static_cast<std::uint32_t>(targets_.size()));
    for (auto place = starts[token]; place < starts[token + 1]; ++place) {
      const Table& table = tables_[places[place].table];
      rows_.push_back({table.first_column, table.columns, scattered,
                       static_cast<std::uint32_t>(pair_numbers_.size()),
                       table.weight * places[place].times, table.all_sources,
                       table.all_targets});
      number_pairs(rows_.back(), last_seen);
    }
  }
  first_pairs_.push_back(static_cast<std::uint32_t>(targets_.size()));
  for (auto* numbers : {&forward_, &backward_, &forward_counts_, &backward_counts_})
    numbers->resize(targets_.size());
}

/// The partners of a token are numbered in the order in which they are met, so that most
/// rows have numbers that follow each other, and need not keep them.
void Training::number_pairs(Row& row, std::vector<std::uint32_t>& last_seen) {
  bool follow = row.columns > 0;
  for (std::uint32_t column = 0; column < row.columns; ++column) {
    const auto target = targets_of_columns_[row.first_column + column];
    std::uint32_t& seen = last_seen[target];
    if (seen == none || seen < first_pairs_.back()) {
      seen = static_cast<std::uint32_t>(targets_.size());
      targets_.push_back(target);
    }
    pair_numbers_.push_back(seen);
    follow = follow && seen == pair_numbers_[row.first_number] + column;
  }
  if (!follow) return;
  row.first_pair = pair_numbers_[row.first_number];
  pair_numbers_.resize(row.first_number);
}

/// The first expectation, for which all pairs of a bead are alike.
void Training::expect_by_chance() {
  for (const Row& row : rows_) {
    const float forward = row.weight / row.all_sources;
    const float backward = row.weight / row.all_targets;
    const float* const times = times_.data() + row.first_column;
    const auto add = [&](std::uint32_t column, std::uint32_t pair) {
      forward_counts_[pair] += times[column] * forward;
      backward_counts_[pair] += times[column] * backward;
    };
    for (std::uint32_t column = 0; column < row.columns; ++column)
      add(column, row.first_pair == scattered ? pair_numbers_[row.first_number + column]
                                              : row.first_pair + column);
  }
}

void Training::expect() {
  sum_up_columns();
  for (const Table& table : tables_)
    for (auto column = table.first_column; column < table.first_column + table.columns;
         ++column)
      sums_[column] = table.weight * times_[column] / sums_[column];
  for (const Row& row : rows_) {
    if (row.first_pair == scattered) {
      share_scattered(row);
    } else {
      share(row);
    }
  }
}

/// How often a row's token is there is in its weight, and that of the bead with it, which
/// is the same for all rows of a column.
void Training::sum_up_columns() {
  std::ranges::fill(sums_, no_division_by_zero);
  for (const Row& row : rows_) {
    float* const sums = sums_.data() + row.first_column;
    if (row.first_pair == scattered) {
      const std::uint32_t* const numbers = pair_numbers_.data() + row.first_number;
      const float* const forward = forward_.data();
      for (std::uint32_t column = 0; column < row.columns; ++column)
        sums[column] += row.weight * forward[numbers[column]];
    } else {
      const float* const forward = forward_.data() + row.first_pair;
      for (std::uint32_t column = 0; column < row.columns; ++column)
        sums[column] += row.weight * forward[column];
    }
  }
}

/// In loops so plain that the compiler does several columns at once.
void Training::share(const Row& row) {
  const float* const shares = sums_.data() + row.first_column;
  const float* const times = times_.data() + row.first_column;
  const float* const forward = forward_.data() + row.first_pair;
  const float* const backward = backward_.data() + row.first_pair;
  float* const forward_counts = forward_counts_.data() + row.first_pair;
  float* const backward_counts = backward_counts_.data() + row.first_pair;
  const float scale =
      row.weight / (no_division_by_zero + product_of(times, backward, row.columns));
  for (std::uint32_t column = 0; column < row.columns; ++column)
    forward_counts[column] += row.weight * shares[column] * forward[column];
  for (std::uint32_t column = 0; column < row.columns; ++column)
    backward_counts[column] += scale * times[column] * backward[column];
}

void Training::share_scattered(const Row& row) {
  const float* const shares = sums_.data() + row.first_column;
  const float* const times = times_.data() + row.first_column;
  const std::uint32_t* const numbers = pair_numbers_.data() + row.first_number;
  float sum = no_division_by_zero;
  for (std::uint32_t column = 0; column < row.columns; ++column)
    sum += times[column] * backward_[numbers[column]];
  const float scale = row.weight / sum;
  for (std::uint32_t column = 0; column < row.columns; ++column) {
    const auto pair = numbers[column];
    forward_counts_[pair] += row.weight * shares[column] * forward_[pair];
    backward_counts_[pair] += scale * times[column] * backward_[pair];
  }
}

void Training::take_for_known(const KnownWords& known) {
  known_of_sources_.assign(source_sums_.size(), 0);
  known_of_targets_.assign(target_sums_.size(), 0);
  std::vector<const KnownWords::Pair*> by_target(target_sums_.size());
  auto next = known.pairs.begin();
  for (std::uint32_t source = 0; source + 1 < first_pairs_.size(); ++source) {
    if (first_pairs_[source] == first_pairs_[source + 1]) continue;
    while (next != known.pairs.end() && next->source < source)
      ++next;
    const auto first = next;
    for (; next != known.pairs.end() && next->source == source; ++next)
      by_target[next->target] = &*next;
    if (first == next) continue;
    for (auto pair = first_pairs_[source]; pair < first_pairs_[source + 1]; ++pair)
      if (const auto* const found = by_target[targets_[pair]])
        known_.push_back({pair, source, found->forward, found->backward});
    for (auto done = first; done != next; ++done)
      by_target[done->target] = nullptr;
  }
  for (const KnownWords::Pair& pair : known.pairs) {
    known_of_sources_[pair.source] += pair.forward;
    known_of_targets_[pair.target] += pair.backward;
  }
}

void Training::maximise() {
  for (std::size_t token = 0; token < source_sums_.size(); ++token) {
    source_sums_[token] = no_division_by_zero + known_of_sources_[token];
    target_sums_[token] = no_division_by_zero + known_of_targets_[token];
  }
  const std::uint32_t* const targets = targets_.data();
  float* const target_sums = target_sums_.data();
  const float* const backward_counts = backward_counts_.data();
  for (std::size_t pair = 0; pair < targets_.size(); ++pair)
    target_sums[targets[pair]] += backward_counts[pair];
  target_shares_.resize(target_sums_.size());
  for (std::size_t token = 0; token < target_sums_.size(); ++token)
    target_shares_[token] = 1 / target_sums_[token];
  const float* const target_shares = target_shares_.data();
  float* const backward = backward_.data();
  for (std::size_t pair = 0; pair < targets_.size(); ++pair)
    backward[pair] = backward_counts[pair] * target_shares[targets[pair]];
  for (std::uint32_t source = 0; source + 1 < first_pairs_.size(); ++source) {
    const std::size_t first = first_pairs_[source];
    const std::size_t count = first_pairs_[source + 1] - first;
    const float* const counts = forward_counts_.data() + first;
    source_sums_[source] += sum_of(counts, count);
    const float share = 1 / source_sums_[source];
    float* const forward = forward_.data() + first;
    for (std::size_t at = 0; at < count; ++at)
      forward[at] = counts[at] * share;
  }
  for (const KnownNumber& known : known_) {
    forward_[known.pair] += known.forward / source_sums_[known.source];
    backward_[known.pair] += known.backward / target_sums_[targets_[known.pair]];
  }
}

void Training::iterate() {
  std::ranges::fill(forward_counts_, 0.0F);
  std::ranges::fill(backward_counts_, 0.0F);
  if (is_fresh_) {
    expect_by_chance();
  } else {
    expect();
  }
  is_fresh_ = false;
  maximise();
}

/// What `count_of` makes of each pair.
template <class CountOf>
ExpectedCounts Training::expected(const LexiconSettings& settings,
                                  const CountOf& count_of) const {
  const auto discount = static_cast<float>(settings.discount);
  ExpectedCounts result;
  result.sums.assign(source_sums_.size(), static_cast<float>(settings.unknown));
  for_each_pair([&](std::uint32_t source, std::uint32_t pair) {
    const Count seen = count_of(source, pair);
    result.sums[seen.cause] += seen.count;
    if (seen.count > discount) result.counts.push_back(seen);
  });
  return result;
}

ExpectedCounts Training::target_by_source(const LexiconSettings& settings) const {
  return expected(settings, [&](std::uint32_t source, std::uint32_t pair) {
    return Count{source, targets_[pair], forward_counts_[pair]};
  });
}

ExpectedCounts Training::source_by_target(const LexiconSettings& settings) const {
  return expected(settings, [&](std::uint32_t source, std::uint32_t pair) {
    return Count{targets_[pair], source, backward_counts_[pair]};
  });
}

}  // namespace hexapla
