#include "align/lexicon.hpp"

#include <algorithm>
#include <limits>

namespace hexapla {
namespace {

/// How often each token stands on a side, and the sum.
struct Frequencies {
  std::vector<float> counts;
  double total = 0;

  Frequencies(const TokenSide& side, std::uint32_t vocabulary) : counts(vocabulary) {
    for (const auto token : side.tokens) ++counts[token];
    total = static_cast<double>(side.tokens.size());
  }
  [[nodiscard]] double probability(std::uint32_t token) const { return counts[token] / total; }
};

/// Pairs of tokens that stand together in a bead, each once, sorted by source token.
struct Pairs {
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> target;
};

/// One bead as a table of pairs: its tokens, and the number of the pair for each two.
struct BeadTable {
  std::span<const std::uint32_t> sources;
  std::span<const std::uint32_t> targets;
  std::size_t first_pair = 0;  ///< Into Training::pair_numbers, row by row.
  float weight = 1;
};

std::span<const std::uint32_t> tokens_of_run(const TokenSide& side, const SegmentRun& run) {
  // What lies behind so many tokens adds time and no knowledge.
  constexpr std::uint32_t most_tokens = 250;
  const auto first = side.starts[run.first];
  return std::span(side.tokens)
      .subspan(first, std::min(side.starts[run.last] - first, most_tokens));
}

class Training {
 public:
  Training(const TokenSide& source, const TokenSide& target, std::uint32_t vocabulary,
           std::span<const Bead> beads);

  void iterate(const LexiconSettings& settings);
  [[nodiscard]] Dictionary target_by_source(const Frequencies& source,
                                            const Frequencies& target,
                                            const LexiconSettings& settings) const;
  [[nodiscard]] Dictionary source_by_target(const Frequencies& source,
                                            const Frequencies& target,
                                            const LexiconSettings& settings) const;

 private:
  void number_pairs(std::uint32_t vocabulary);
  void expect(const BeadTable& table, float agreement);
  void maximise(double identity);

  std::vector<BeadTable> tables_;
  std::vector<std::uint32_t> pair_numbers_;
  Pairs pairs_;
  std::vector<float> forward_;         ///< p(target | source) by pair.
  std::vector<float> backward_;        ///< p(source | target) by pair.
  std::vector<float> forward_counts_;  ///< Expected, by pair.
  std::vector<float> backward_counts_;
  std::vector<float> source_sums_;     ///< Of forward_counts_, by source token.
  std::vector<float> target_sums_;     ///< Of backward_counts_, by target token.
  std::vector<float> column_;          ///< Of one bead, for the expectation.
};

Training::Training(const TokenSide& source, const TokenSide& target,
                   std::uint32_t vocabulary, std::span<const Bead> beads)
    : source_sums_(vocabulary), target_sums_(vocabulary) {
  std::size_t pairs = 0;
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const auto sources = tokens_of_run(source, bead.source);
    const auto targets = tokens_of_run(target, bead.target);
    tables_.push_back({sources, targets, pairs, static_cast<float>(bead.confidence)});
    pairs += sources.size() * targets.size();
  }
  pair_numbers_.resize(pairs);
  number_pairs(vocabulary);
  forward_.assign(pairs_.source.size(), 1);
  backward_.assign(pairs_.source.size(), 1);
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
    for (const auto token : table.sources) ++starts[token + 1];
  for (std::uint32_t token = 0; token < vocabulary; ++token) starts[token + 1] += starts[token];
  std::vector<Occurrence> occurrences(starts.back());
  auto next = starts;
  for (std::uint32_t number = 0; number < tables_.size(); ++number)
    for (std::uint32_t row = 0; row < tables_[number].sources.size(); ++row)
      occurrences[next[tables_[number].sources[row]]++] = {number, row};
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> first_seen(vocabulary, none);
  std::uint32_t first_of_token = 0;
  for (std::uint32_t token = 0; token < vocabulary; ++token) {
    first_of_token = static_cast<std::uint32_t>(pairs_.source.size());
    for (auto at = starts[token]; at < starts[token + 1]; ++at) {
      const BeadTable& table = tables_[occurrences[at].table];
      auto* const numbers = pair_numbers_.data() + table.first_pair +
                            occurrences[at].row * table.targets.size();
      for (std::size_t column = 0; column < table.targets.size(); ++column) {
        std::uint32_t& seen = first_seen[table.targets[column]];
        if (seen == none || seen < first_of_token) {
          seen = static_cast<std::uint32_t>(pairs_.source.size());
          pairs_.source.push_back(token);
          pairs_.target.push_back(table.targets[column]);
        }
        numbers[column] = seen;
      }
    }
  }
}

void Training::expect(const BeadTable& table, float agreement) {
  const std::size_t width = table.targets.size();
  column_.assign(width, 1e-9F);
  const std::uint32_t* const numbers = pair_numbers_.data() + table.first_pair;
  for (std::size_t row = 0; row < table.sources.size(); ++row)
    for (std::size_t column = 0; column < width; ++column)
      column_[column] += forward_[numbers[row * width + column]];
  for (float& sum : column_) sum = 1 / sum;
  for (std::size_t row = 0; row < table.sources.size(); ++row) {
    const std::uint32_t* const line = numbers + row * width;
    float sum = 1e-9F;
    for (std::size_t column = 0; column < width; ++column) sum += backward_[line[column]];
    const float scale = 1 / sum;
    for (std::size_t column = 0; column < width; ++column) {
      const float forward = forward_[line[column]] * column_[column];
      const float backward = backward_[line[column]] * scale;
      forward_counts_[line[column]] +=
          table.weight * forward * (1 - agreement + agreement * backward);
      backward_counts_[line[column]] +=
          table.weight * backward * (1 - agreement + agreement * forward);
    }
  }
}

void Training::maximise(double identity) {
  std::ranges::fill(source_sums_, 0.0F);
  std::ranges::fill(target_sums_, 0.0F);
  const auto extra = static_cast<float>(identity);
  for (std::size_t pair = 0; pair < pairs_.source.size(); ++pair) {
    source_sums_[pairs_.source[pair]] += forward_counts_[pair];
    target_sums_[pairs_.target[pair]] += backward_counts_[pair];
  }
  for (std::size_t pair = 0; pair < pairs_.source.size(); ++pair) {
    const bool same = pairs_.source[pair] == pairs_.target[pair];
    const float bonus = same ? extra : 0;
    forward_[pair] =
        (forward_counts_[pair] + bonus) / (source_sums_[pairs_.source[pair]] + bonus + 1e-9F);
    backward_[pair] =
        (backward_counts_[pair] + bonus) / (target_sums_[pairs_.target[pair]] + bonus + 1e-9F);
  }
}

void Training::iterate(const LexiconSettings& settings) {
  forward_counts_.assign(pairs_.source.size(), 0);
  backward_counts_.assign(pairs_.source.size(), 0);
  for (const BeadTable& table : tables_) expect(table, static_cast<float>(settings.agreement));
  maximise(settings.identity);
}

struct Count {
  std::uint32_t cause;
  std::uint32_t effect;
  float count;
};

/// Turns expected counts into ratios, sorted by effect.
Dictionary dictionary_from(std::vector<Count> counts, const Frequencies& causes,
                           const Frequencies& effects, const LexiconSettings& settings) {
  const auto vocabulary = static_cast<std::uint32_t>(causes.counts.size());
  Dictionary result;
  result.unknown.assign(vocabulary, 1);
  std::vector<float> sums(vocabulary);
  for (const Count& seen : counts) sums[seen.cause] += seen.count;
  for (std::uint32_t token = 0; token < vocabulary; ++token)
    if (effects.counts[token] > 0) sums[token] += static_cast<float>(settings.identity);
  // Pairs below this share are noise, and there are many.
  constexpr float least_share = 0.001F;
  std::erase_if(counts, [&](Count& seen) {
    seen.count = (seen.count - static_cast<float>(settings.discount)) / sums[seen.cause];
    return seen.count < least_share && seen.cause != seen.effect;
  });
  result.starts.assign(vocabulary + 1, 0);
  for (const Count& seen : counts) ++result.starts[seen.effect + 1];
  std::vector<bool> has_self(vocabulary);
  for (const Count& seen : counts)
    if (seen.cause == seen.effect) has_self[seen.cause] = true;
  for (std::uint32_t token = 0; token < vocabulary; ++token) {
    const bool shared = causes.counts[token] > 0 && effects.counts[token] > 0;
    if (shared && !has_self[token]) {
      counts.push_back({token, token, 0});
      ++result.starts[token + 1];
    }
  }
  for (std::uint32_t token = 0; token < vocabulary; ++token)
    result.starts[token + 1] += result.starts[token];
  result.entries.resize(counts.size());
  auto next = result.starts;
  for (const Count& seen : counts) {
    float share = std::max(0.0F, seen.count);
    if (seen.cause == seen.effect)
      share += static_cast<float>(settings.identity) / sums[seen.cause];
    result.unknown[seen.cause] -= share;
    result.entries[next[seen.effect]++] = {
        seen.cause, share / static_cast<float>(effects.probability(seen.effect))};
  }
  for (float& unknown : result.unknown) unknown = std::max(unknown, 0.0F);
  return result;
}

Dictionary Training::target_by_source(const Frequencies& source, const Frequencies& target,
                                      const LexiconSettings& settings) const {
  std::vector<Count> counts(pairs_.source.size());
  for (std::size_t pair = 0; pair < counts.size(); ++pair)
    counts[pair] = {pairs_.source[pair], pairs_.target[pair], forward_counts_[pair]};
  return dictionary_from(std::move(counts), source, target, settings);
}

Dictionary Training::source_by_target(const Frequencies& source, const Frequencies& target,
                                      const LexiconSettings& settings) const {
  std::vector<Count> counts(pairs_.source.size());
  for (std::size_t pair = 0; pair < counts.size(); ++pair)
    counts[pair] = {pairs_.target[pair], pairs_.source[pair], backward_counts_[pair]};
  return dictionary_from(std::move(counts), target, source, settings);
}

}  // namespace

Lexicon lexicon_of_identity(const TokenSide& source, const TokenSide& target,
                            std::uint32_t vocabulary) {
  // Before training, sums are made of identity alone; the rest of the mass is unknown.
  constexpr float known = 0.5F;
  const Frequencies sources(source, vocabulary);
  const Frequencies targets(target, vocabulary);
  Lexicon lexicon{dictionary_from({}, sources, targets, {}),
                  dictionary_from({}, targets, sources, {})};
  for (Dictionary* dictionary : {&lexicon.target_by_source, &lexicon.source_by_target}) {
    for (auto& entry : dictionary->entries) {
      entry.ratio *= known;
      dictionary->unknown[entry.cause] = 1 - known;
    }
  }
  return lexicon;
}

Lexicon trained_lexicon(const TokenSide& source, const TokenSide& target,
                        std::uint32_t vocabulary, std::span<const Bead> beads,
                        const LexiconSettings& settings) {
  Training training(source, target, vocabulary, beads);
  for (unsigned iteration = 0; iteration < settings.iterations; ++iteration)
    training.iterate(settings);
  const Frequencies sources(source, vocabulary);
  const Frequencies targets(target, vocabulary);
  return {training.target_by_source(sources, targets, settings),
          training.source_by_target(sources, targets, settings)};
}

}  // namespace hexapla
