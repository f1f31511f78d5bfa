#pragma once

#include "align/bead.hpp"
#include "align/lexicon/dictionary.hpp"
#include "align/lexicon/known_words.hpp"
#include "align/lexicon/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Expectation and maximisation over beads, in both directions at once. Each pair of tokens
/// that stand together in a bead has a number; those of one source token follow each other.
class Training {
 public:
  /// Each bead counts its confidence.
  Training(const TokenSide& source, const TokenSide& target, std::uint32_t vocabulary,
           std::span<const Bead> beads);

  void take_for_known(const KnownWords& known);
  void iterate();
  [[nodiscard]] ExpectedCounts target_by_source(const LexiconSettings& settings) const;
  [[nodiscard]] ExpectedCounts source_by_target(const LexiconSettings& settings) const;

 private:
  /// A token of one side of a bead, and how often it is there.
  struct Repeated {
    std::uint32_t token;
    float times;
  };
  /// One bead as a table of pairs: a row for each source token, a column for each target
  /// token.
  struct Table {
    std::uint32_t first_source;  ///< Into sources_of_tables_.
    std::uint32_t sources;
    std::uint32_t first_column;  ///< Into all that is known by column.
    std::uint32_t columns;
    float weight;
    float all_sources;  ///< Tokens, however often each is there.
    float all_targets;
  };
  /// A row of a table.
  struct Row {
    std::uint32_t first_column;
    std::uint32_t columns;
    std::uint32_t first_pair;    ///< Its pairs have numbers that follow each other, or
    std::uint32_t first_number;  ///< those that pair_numbers_ has from here on.
    float weight;                ///< That of the bead, times how often the token is there.
    float all_sources;
    float all_targets;
  };
  static constexpr std::uint32_t scattered = 0xFFFFFFFF;  ///< As a first pair.
  /// A pair whose counts don't start from nothing.
  struct KnownNumber {
    std::uint32_t pair = 0;
    std::uint32_t source = 0;
    float forward = 0;
    float backward = 0;
  };

  void add_tables(const TokenSide& source, const TokenSide& target,
                  std::span<const Bead> beads, std::uint32_t vocabulary);
  /// Where a token is: the number of its table, and how often it is there.
  struct Place {
    std::uint32_t table;
    float times;
  };
  /// Fills in where the places of each token begin.
  [[nodiscard]] std::vector<Place> places_by_source(
      std::vector<std::uint32_t>& starts) const;
  void add_rows(std::uint32_t vocabulary);
  void number_pairs(Row& row, std::vector<std::uint32_t>& last_seen);
  void expect_by_chance();
  void expect();
  void sum_up_columns();
  void share(const Row& row);
  void share_scattered(const Row& row);
  void maximise();

  /// Calls visit(source, number) for each pair, in their order.
  template <class Visit>
  void for_each_pair(const Visit& visit) const {
    for (std::uint32_t source = 0; source + 1 < first_pairs_.size(); ++source)
      for (auto pair = first_pairs_[source]; pair < first_pairs_[source + 1]; ++pair)
        visit(source, pair);
  }
  template <class CountOf>
  [[nodiscard]] ExpectedCounts expected(const LexiconSettings& settings,
                                        const CountOf& count_of) const;

  std::vector<Table> tables_;
  std::vector<Repeated> sources_of_tables_;
  std::vector<std::uint32_t> targets_of_columns_;
  std::vector<float> times_;  ///< Of the target token in its bead, by column.
  std::vector<float> sums_;   ///< Of forward probabilities, by column.
  std::vector<Row> rows_;     ///< By source token.
  std::vector<std::uint32_t> pair_numbers_;
  std::vector<std::uint32_t> first_pairs_;  ///< By source token, and the total.
  std::vector<std::uint32_t> targets_;      ///< By pair.
  // What is known of pairs, each by number.
  std::vector<float> forward_;   ///< p(target | source).
  std::vector<float> backward_;  ///< p(source | target).
  std::vector<float> forward_counts_;
  std::vector<float> backward_counts_;
  std::vector<KnownNumber> known_;
  std::vector<float> known_of_sources_;  ///< Sums, by token.
  std::vector<float> known_of_targets_;
  std::vector<float> source_sums_;    ///< Of forward_counts_, by source token.
  std::vector<float> target_sums_;    ///< Of backward_counts_, by target token.
  std::vector<float> target_shares_;  ///< One divided by each.
  bool is_fresh_ = true;              ///< All pairs are alike.
};

}  // namespace hexapla
