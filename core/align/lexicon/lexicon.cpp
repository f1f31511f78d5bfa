#include "align/lexicon/lexicon.hpp"

#include "align/lexicon/bead_copies.hpp"

#include <algorithm>
#include <limits>

namespace hexapla {
namespace {

/// In two chapters all words stand together, which says nothing of any two of them and
/// takes time and memory by the square of their length.
constexpr std::size_t most_pairs_in_bead = 1'000'000;

/// Two tokens that stand together in some bead.
struct PairName {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
};

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

/// One bead as a table of pairs: its tokens, and the number of the pair for each two.
struct BeadTable {
  std::span<const std::uint32_t> sources;
  std::span<const std::uint32_t> targets;
  std::size_t first_pair = 0;  ///< Into Training::pair_numbers, row by row.
  float weight = 1;
};

class Training {
 public:
  Training(const TokenSide& source, const TokenSide& target, std::uint32_t vocabulary,
           std::span<const Bead> beads);

  void take_for_known(const KnownWords& known);
  void iterate();
  [[nodiscard]] std::vector<Count> target_by_source() const;
  [[nodiscard]] std::vector<Count> source_by_target() const;

 private:
  /// What `make` makes of each pair.
  template <class Make>
  [[nodiscard]] std::vector<Count> counts(Make make) const {
    std::vector<Count> all;
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair)
      all.push_back(make(names_[pair], pairs_[pair]));
    return all;
  }

  void number_pairs(std::uint32_t vocabulary);
  void expect(const BeadTable& table);
  void maximise();

  std::vector<BeadTable> tables_;
  std::vector<std::uint32_t> pair_numbers_;
  std::vector<PairName> names_;  ///< Sorted by source token.
  std::vector<PairNumbers> pairs_;
  std::vector<KnownNumber> known_;
  std::vector<float> known_of_sources_;  ///< Sums, by token.
  std::vector<float> known_of_targets_;
  std::vector<float> source_sums_;  ///< Of forward_counts_, by source token.
  std::vector<float> target_sums_;  ///< Of backward_counts_, by target token.
  std::vector<float> column_;       ///< Of one bead, for the expectation.
};

Training::Training(const TokenSide& source, const TokenSide& target,
                   std::uint32_t vocabulary, std::span<const Bead> beads)
    : source_sums_(vocabulary), target_sums_(vocabulary) {
  std::size_t pairs = 0;
  const Copies copies(source, target, beads);
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const auto sources = tokens_of_run(source, bead.source);
    const auto targets = tokens_of_run(target, bead.target);
    if (sources.size() * targets.size() > most_pairs_in_bead) continue;
    tables_.push_back(
        {sources, targets, pairs, static_cast<float>(bead.confidence) / copies.of(bead)});
    pairs += sources.size() * targets.size();
  }
  pair_numbers_.resize(pairs);
  number_pairs(vocabulary);
}

void Training::number_pairs(std::uint32_t vocabulary) {
  // By source token: where it stands. Then each token's partners are numbered at a stretch,
  // and a plain array tells whether a partner is new.
  struct Occurrence {
    std::uint32_t table;
    std::uint32_t row;
  };
  std::vector<std::uint32_t> starts(vocabulary + 1);
  for (const BeadTable& table : tables_)
    for (const auto token : table.sources)
      ++starts[token + 1];
  for (std::uint32_t token = 0; token < vocabulary; ++token)
    starts[token + 1] += starts[token];
  std::vector<Occurrence> occurrences(starts.back());
  auto next = starts;
  for (std::uint32_t number = 0; number < tables_.size(); ++number)
    for (std::uint32_t row = 0; row < tables_[number].sources.size(); ++row)
      occurrences[next[tables_[number].sources[row]]++] = {number, row};
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> last_seen(vocabulary, none);
  for (std::uint32_t token = 0; token < vocabulary; ++token) {
    const auto first_of_token = static_cast<std::uint32_t>(names_.size());
    for (auto at = starts[token]; at < starts[token + 1]; ++at) {
      const BeadTable& table = tables_[occurrences[at].table];
      auto* const numbers = pair_numbers_.data() + table.first_pair +
                            occurrences[at].row * table.targets.size();
      for (std::size_t column = 0; column < table.targets.size(); ++column) {
        std::uint32_t& seen = last_seen[table.targets[column]];
        if (seen == none || seen < first_of_token) {
          seen = static_cast<std::uint32_t>(names_.size());
          names_.push_back({token, table.targets[column]});
        }
        numbers[column] = seen;
      }
    }
  }
  pairs_.resize(names_.size());
}

void Training::expect(const BeadTable& table) {
  constexpr float no_division_by_zero = 1e-9F;
  const std::size_t width = table.targets.size();
  const std::uint32_t* const numbers = pair_numbers_.data() + table.first_pair;
  column_.assign(width, no_division_by_zero);
  for (std::size_t row = 0; row < table.sources.size(); ++row)
    for (std::size_t column = 0; column < width; ++column)
      column_[column] += pairs_[numbers[row * width + column]].forward;
  for (float& sum : column_)
    sum = table.weight / sum;
  for (std::size_t row = 0; row < table.sources.size(); ++row) {
    const std::uint32_t* const line = numbers + row * width;
    float sum = no_division_by_zero;
    for (std::size_t column = 0; column < width; ++column)
      sum += pairs_[line[column]].backward;
    const float scale = table.weight / sum;
    for (std::size_t column = 0; column < width; ++column) {
      PairNumbers& pair = pairs_[line[column]];
      pair.forward_count += pair.forward * column_[column];
      pair.backward_count += pair.backward * scale;
    }
  }
}

void Training::take_for_known(const KnownWords& known) {
  known_of_sources_.assign(source_sums_.size(), 0);
  known_of_targets_.assign(target_sums_.size(), 0);
  std::vector<const KnownWords::Pair*> by_target(target_sums_.size());
  auto next = known.pairs.begin();
  for (std::uint32_t pair = 0; pair < names_.size();) {
    const auto source = names_[pair].source;
    while (next != known.pairs.end() && next->source < source)
      ++next;
    const auto first = next;
    for (; next != known.pairs.end() && next->source == source; ++next)
      by_target[next->target] = &*next;
    for (; pair < names_.size() && names_[pair].source == source; ++pair)
      if (const auto* const found = by_target[names_[pair].target])
        known_.push_back({pair, found->forward, found->backward});
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
  for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
    source_sums_[names_[pair].source] += pairs_[pair].forward_count;
    target_sums_[names_[pair].target] += pairs_[pair].backward_count;
  }
  for (std::size_t number = 0; number < pairs_.size(); ++number) {
    PairNumbers& pair = pairs_[number];
    pair.forward = pair.forward_count / source_sums_[names_[number].source];
    pair.backward = pair.backward_count / target_sums_[names_[number].target];
  }
  for (const KnownNumber& known : known_) {
    const PairName& name = names_[known.pair];
    pairs_[known.pair].forward += known.forward / source_sums_[name.source];
    pairs_[known.pair].backward += known.backward / target_sums_[name.target];
  }
}

void Training::iterate() {
  for (PairNumbers& pair : pairs_)
    pair.forward_count = pair.backward_count = 0;
  for (const BeadTable& table : tables_)
    expect(table);
  maximise();
}

std::vector<Count> Training::target_by_source() const {
  return counts([](const PairName& name, const PairNumbers& pair) {
    return Count{name.source, name.target, pair.forward_count};
  });
}

std::vector<Count> Training::source_by_target() const {
  return counts([](const PairName& name, const PairNumbers& pair) {
    return Count{name.target, name.source, pair.backward_count};
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
  Lexicon lexicon{dictionary_from({}, known.target_by_source(), targets, settings),
                  dictionary_from({}, known.source_by_target(), sources, settings)};
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
  return {dictionary_from(training.target_by_source(), known.target_by_source(), targets,
                          settings),
          dictionary_from(training.source_by_target(), known.source_by_target(), sources,
                          settings)};
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
