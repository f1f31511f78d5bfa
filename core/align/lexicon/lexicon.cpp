#include "align/lexicon/lexicon.hpp"

#include "align/lexicon/bead_copies.hpp"

#include <algorithm>
#include <limits>

namespace hexapla {
namespace {

/// In two chapters all words stand together, which says nothing of any two of them and
/// takes time and memory by the square of their length.
constexpr std::size_t most_pairs_in_bead = 1'000'000;

/// What an iteration reads and writes of a pair lies together, since the pairs of a bead
/// lie far apart.
struct PairNumbers {
  float forward = 1;        ///< p(target | source).
  float backward = 1;       ///< p(source | target).
  float forward_count = 0;  ///< Expected.
  float backward_count = 0;
};

/// A pair whose counts don't start from nothing.
struct KnownNumber {
  std::uint32_t pair = 0;
  std::uint32_t source = 0;
  float forward = 0;
  float backward = 0;
};

/// A long `side` without the words that are there once or all the time: the ones teach
/// little that is true of another place, the others nothing, and together they are most of
/// the pairs. What the other side has too is kept.
TokenSide trainable(const TokenSide& side, const Frequencies& here,
                    const Frequencies& there, std::uint32_t long_from) {
  constexpr double all_the_time = 0.015;  // of all words
  if (side.size() < long_from) return side;
  TokenSide result;
  for (std::uint32_t segment = 0; segment < side.size(); ++segment) {
    std::ranges::copy_if(side.of(segment), std::back_inserter(result.tokens),
                         [&](std::uint32_t token) {
                           return (here.counts[token] > 1 || there.counts[token] > 0) &&
                                  here.probability(token) < all_the_time;
                         });
    result.starts.push_back(static_cast<std::uint32_t>(result.tokens.size()));
  }
  return result;
}

/// One bead as a table of pairs: a row for each source token, a column for each of its
/// target tokens.
struct BeadTable {
  std::span<const std::uint32_t> sources;
  std::span<const std::uint32_t> targets;
  std::size_t first_column = 0;  ///< Into Training::columns_.
  float weight = 1;
};

/// A row of a table. The numbers of its pairs follow those of the row before it.
struct TableRow {
  std::uint32_t first_column = 0;
  std::uint32_t columns = 0;
  float weight = 1;
  float by_chance = 1;  ///< What is left of the weight for each pair while all are alike.
  float sum = 0;        ///< Of the backward probabilities of its pairs.
};

/// Rows are visited by source token: then the pairs that are read and written lie together,
/// while those of a bead lie far apart.
class Training {
 public:
  Training(const TokenSide& source, const TokenSide& target, std::uint32_t vocabulary,
           std::span<const Bead> beads);

  void take_for_known(const KnownWords& known);
  void iterate();
  [[nodiscard]] ExpectedCounts target_by_source(const LexiconSettings& settings) const;
  [[nodiscard]] ExpectedCounts source_by_target(const LexiconSettings& settings) const;

 private:
  /// Calls visit(source, number) for each pair, in their order.
  template <class Visit>
  void for_each_pair(const Visit& visit) const {
    for (std::uint32_t source = 0; source + 1 < first_pairs_.size(); ++source)
      for (auto pair = first_pairs_[source]; pair < first_pairs_[source + 1]; ++pair)
        visit(source, pair);
  }

  /// What `count_of` makes of each pair.
  template <class CountOf>
  [[nodiscard]] ExpectedCounts expected(const LexiconSettings& settings,
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

  void sort_rows(std::span<const BeadTable> tables, std::uint32_t vocabulary);
  void number_pairs(std::span<const BeadTable> tables, std::uint32_t vocabulary);
  void expect_by_chance();
  void sum_up();
  void expect();
  void maximise();

  /// Where a row is: the number of its table, and in it.
  struct Occurrence {
    std::uint32_t table;
    std::uint32_t row;
  };
  std::vector<Occurrence> occurrences_;  ///< By source token; of no use after numbering.
  std::vector<std::uint32_t> starts_;    ///< Into them, by token.
  std::vector<TableRow> rows_;           ///< In their order.
  std::vector<std::uint32_t> pair_numbers_;  ///< Row by row.
  std::vector<std::uint32_t> first_pairs_;   ///< By source token, and the total.
  std::vector<std::uint32_t> targets_;       ///< By pair.
  std::vector<PairNumbers> pairs_;
  std::vector<KnownNumber> known_;
  std::vector<float> known_of_sources_;  ///< Sums, by token.
  std::vector<float> known_of_targets_;
  std::vector<float> source_sums_;  ///< Of forward_counts_, by source token.
  std::vector<float> target_sums_;  ///< Of backward_counts_, by target token.
  std::vector<float> columns_;      ///< Sums of forward probabilities, by column.
  bool is_fresh_ = true;            ///< All pairs are alike.
};

Training::Training(const TokenSide& source, const TokenSide& target,
                   std::uint32_t vocabulary, std::span<const Bead> beads)
    : source_sums_(vocabulary), target_sums_(vocabulary) {
  std::vector<BeadTable> tables;
  std::size_t pairs = 0;
  std::size_t columns = 0;
  const Copies copies(source, target, beads);
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const auto sources = tokens_of_run(source, bead.source);
    const auto targets = tokens_of_run(target, bead.target);
    if (sources.size() * targets.size() > most_pairs_in_bead) continue;
    tables.push_back({sources, targets, columns,
                      static_cast<float>(bead.confidence) / copies.of(bead)});
    pairs += sources.size() * targets.size();
    columns += targets.size();
  }
  pair_numbers_.resize(pairs);
  columns_.resize(columns);
  sort_rows(tables, vocabulary);
  number_pairs(tables, vocabulary);
}

void Training::sort_rows(std::span<const BeadTable> tables, std::uint32_t vocabulary) {
  starts_.assign(vocabulary + 1, 0);
  for (const BeadTable& table : tables)
    for (const auto token : table.sources)
      ++starts_[token + 1];
  for (std::uint32_t token = 0; token < vocabulary; ++token)
    starts_[token + 1] += starts_[token];
  occurrences_.resize(starts_.back());
  auto next = starts_;
  for (std::uint32_t number = 0; number < tables.size(); ++number)
    for (std::uint32_t row = 0; row < tables[number].sources.size(); ++row)
      occurrences_[next[tables[number].sources[row]]++] = {number, row};
}

/// Each token's partners are numbered at a stretch, so that a plain array tells whether a
/// partner is new.
void Training::number_pairs(std::span<const BeadTable> tables, std::uint32_t vocabulary) {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> last_seen(vocabulary, none);
  rows_.reserve(occurrences_.size());
  first_pairs_.reserve(vocabulary + 1);
  std::uint32_t* number = pair_numbers_.data();
  for (std::uint32_t token = 0; token < vocabulary; ++token) {
    const auto first_of_token = static_cast<std::uint32_t>(targets_.size());
    first_pairs_.push_back(first_of_token);
    for (auto at = starts_[token]; at < starts_[token + 1]; ++at) {
      const BeadTable& table = tables[occurrences_[at].table];
      rows_.push_back({static_cast<std::uint32_t>(table.first_column),
                       static_cast<std::uint32_t>(table.targets.size()), table.weight,
                       table.weight / static_cast<float>(table.sources.size()), 0});
      for (const auto target : table.targets) {
        std::uint32_t& seen = last_seen[target];
        if (seen == none || seen < first_of_token) {
          seen = static_cast<std::uint32_t>(targets_.size());
          targets_.push_back(target);
        }
        *number++ = seen;
      }
    }
  }
  first_pairs_.push_back(static_cast<std::uint32_t>(targets_.size()));
  pairs_.resize(targets_.size());
  occurrences_ = {};
}

/// The first expectation, for which all pairs of a bead are alike.
void Training::expect_by_chance() {
  const std::uint32_t* number = pair_numbers_.data();
  PairNumbers* const pairs = pairs_.data();
  for (const TableRow& row : rows_) {
    const float backward = row.weight / static_cast<float>(row.columns);
    for (std::uint32_t column = 0; column < row.columns; ++column) {
      PairNumbers& pair = pairs[*number++];
      pair.forward_count += row.by_chance;
      pair.backward_count += backward;
    }
  }
}

void Training::sum_up() {
  constexpr float no_division_by_zero = 1e-9F;
  std::ranges::fill(columns_, no_division_by_zero);
  const std::uint32_t* number = pair_numbers_.data();
  const PairNumbers* const pairs = pairs_.data();
  for (TableRow& row : rows_) {
    float* const columns = columns_.data() + row.first_column;
    float sum = no_division_by_zero;
    for (std::uint32_t column = 0; column < row.columns; ++column) {
      const PairNumbers& pair = pairs[*number++];
      columns[column] += pair.forward;
      sum += pair.backward;
    }
    row.sum = sum;
  }
}

void Training::expect() {
  sum_up();
  for (float& sum : columns_)
    sum = 1 / sum;
  const std::uint32_t* number = pair_numbers_.data();
  PairNumbers* const pairs = pairs_.data();
  for (const TableRow& row : rows_) {
    const float* const columns = columns_.data() + row.first_column;
    const float scale = row.weight / row.sum;
    for (std::uint32_t column = 0; column < row.columns; ++column) {
      PairNumbers& pair = pairs[*number++];
      pair.forward_count += pair.forward * row.weight * columns[column];
      pair.backward_count += pair.backward * scale;
    }
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
  constexpr float no_division_by_zero = 1e-9F;
  for (std::size_t token = 0; token < source_sums_.size(); ++token) {
    source_sums_[token] = no_division_by_zero + known_of_sources_[token];
    target_sums_[token] = no_division_by_zero + known_of_targets_[token];
  }
  for_each_pair([&](std::uint32_t source, std::uint32_t pair) {
    source_sums_[source] += pairs_[pair].forward_count;
    target_sums_[targets_[pair]] += pairs_[pair].backward_count;
  });
  for_each_pair([&](std::uint32_t source, std::uint32_t number) {
    PairNumbers& pair = pairs_[number];
    pair.forward = pair.forward_count / source_sums_[source];
    pair.backward = pair.backward_count / target_sums_[targets_[number]];
  });
  for (const KnownNumber& known : known_) {
    PairNumbers& pair = pairs_[known.pair];
    pair.forward += known.forward / source_sums_[known.source];
    pair.backward += known.backward / target_sums_[targets_[known.pair]];
  }
}

void Training::iterate() {
  for (PairNumbers& pair : pairs_)
    pair.forward_count = pair.backward_count = 0;
  if (is_fresh_) {
    expect_by_chance();
  } else {
    expect();
  }
  is_fresh_ = false;
  maximise();
}

ExpectedCounts Training::target_by_source(const LexiconSettings& settings) const {
  return expected(settings, [&](std::uint32_t source, std::uint32_t pair) {
    return Count{source, targets_[pair], pairs_[pair].forward_count};
  });
}

ExpectedCounts Training::source_by_target(const LexiconSettings& settings) const {
  return expected(settings, [&](std::uint32_t source, std::uint32_t pair) {
    return Count{targets_[pair], source, pairs_[pair].backward_count};
  });
}

/// The probability of each effect given each cause.
template <class Add>
void for_each_share(const Dictionary& dictionary, const Frequencies& effects,
                    const Add& add) {
  for (std::uint32_t effect = 0; effect + 1 < dictionary.starts.size(); ++effect)
    for (const auto& entry : dictionary.causes_of(effect))
      if (entry.cause != effect)
        add(entry.cause, effect,
            entry.ratio * static_cast<float>(effects.probability(effect)));
}

}  // namespace

Lexicon untrained_lexicon(const TokenSide& source, const TokenSide& target,
                          std::uint32_t vocabulary, const KnownWords& known) {
  // Before training, sums are made of what is known alone; the rest of the mass is unknown.
  constexpr float share_known = 0.5F;
  const Frequencies sources(source, vocabulary);
  const Frequencies targets(target, vocabulary);
  const LexiconSettings settings;
  const ExpectedCounts nothing{
      {}, std::vector<float>(vocabulary, static_cast<float>(settings.unknown))};
  Lexicon lexicon{dictionary_from(nothing, known.target_by_source(), targets, settings),
                  dictionary_from(nothing, known.source_by_target(), sources, settings)};
  for (Dictionary* dictionary : {&lexicon.target_by_source, &lexicon.source_by_target}) {
    for (auto& entry : dictionary->entries)
      entry.ratio *= share_known;
    for (float& unknown : dictionary->unknown)
      unknown = 1 - (1 - unknown) * share_known;
  }
  return lexicon;
}

Lexicon trained_lexicon(const TokenSide& source, const TokenSide& target,
                        const KnownWords& known, std::span<const Bead> beads,
                        const LexiconSettings& settings) {
  const auto vocabulary = vocabulary_of(source, target);
  const Frequencies sources(source, vocabulary);
  const Frequencies targets(target, vocabulary);
  const TokenSide trained_sources = trainable(source, sources, targets, settings.long_from);
  const TokenSide trained_targets = trainable(target, targets, sources, settings.long_from);
  Training training(trained_sources, trained_targets, vocabulary, beads);
  training.take_for_known(known);
  const bool is_long =
      source.size() >= settings.long_from && target.size() >= settings.long_from;
  const unsigned iterations = is_long ? settings.long_iterations : settings.iterations;
  for (unsigned iteration = 0; iteration < iterations; ++iteration)
    training.iterate();
  return {dictionary_from(training.target_by_source(settings), known.target_by_source(),
                          targets, settings),
          dictionary_from(training.source_by_target(settings), known.source_by_target(),
                          sources, settings)};
}

std::vector<KnownPair> pairs_in(const Lexicon& lexicon, const TokenSide& source,
                                const TokenSide& target) {
  const auto vocabulary = vocabulary_of(source, target);
  std::vector<KnownPair> pairs;
  for_each_share(lexicon.target_by_source, Frequencies(target, vocabulary),
                 [&](std::uint32_t cause, std::uint32_t effect, float share) {
                   pairs.push_back({cause, effect, share, 0});
                 });
  for_each_share(lexicon.source_by_target, Frequencies(source, vocabulary),
                 [&](std::uint32_t cause, std::uint32_t effect, float share) {
                   pairs.push_back({effect, cause, 0, share});
                 });
  return merged(std::move(pairs));
}

}  // namespace hexapla
