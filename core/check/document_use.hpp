#pragma once

#include "check/form_habits.hpp"
#include "check/key_counts.hpp"
#include "check/parsed_cell.hpp"
#include "check/word_links.hpp"
#include "term/termbase.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace hexapla {

/// What the whole document does, against which one place may depart.
class DocumentUse {
 public:
  void add(const CellPair& pair);
  /// To be called before add() where there is no termbase: what only terms ask for is not
  /// counted then.
  void expect_no_terms() noexcept { counts_terms_ = false; }
  /// To be called once all pairs are added, and before links().
  void learn();

  [[nodiscard]] const FormHabits& habits() const noexcept { return habits_; }
  [[nodiscard]] const WordLinks& links() const noexcept { return links_; }

  /// In how many pairs whose source has the concept the target says this term.
  [[nodiscard]] std::size_t times(std::uint32_t concept_index,
                                  std::uint32_t term_index) const;

  /// In which share of the other pairs whose source has the concept the target lacks it:
  /// between 0 and 1, near the usual share where there are few others.
  [[nodiscard]] double usually_missing(std::uint32_t concept_index) const;

  /// In how many other pairs this concept of the target, which the source does not account
  /// for, is where the source's is missing: another way to say it, not an error.
  [[nodiscard]] std::size_t stands_in_for(std::uint32_t added, std::uint32_t missing) const;

  /// True when `added`, which has places of its own on both sides, is in most other
  /// pairs that lack `missing`: one term of the target for two of the source.
  [[nodiscard]] bool usually_merged(std::uint32_t added, std::uint32_t missing) const;

  /// True when some word of the target is in several other pairs that lack the concept,
  /// and much more often than elsewhere: the document has another word for it.
  /// `roots` are root_keys_of() the target.
  [[nodiscard]] bool has_other_rendering(std::span<const std::uint32_t> roots,
                                         std::uint32_t concept_index) const;

  /// How far a pair of these lengths is from the document's usual proportion.
  struct LengthDeparture {
    double nats = 0;        ///< Of target over source; negative when the target is short.
    double deviations = 0;  ///< The same in standard deviations.
  };
  /// Nothing when the document is too short to have a usual proportion.
  [[nodiscard]] std::optional<LengthDeparture> length_departure(
      std::size_t source_length, std::size_t target_length) const;

  /// True when some source says the concept with this term.
  [[nodiscard]] bool source_says(std::uint32_t concept_index,
                                 std::uint32_t term_index) const {
    return said_.times(two_keys(concept_index, term_index)) > 0;
  }

  /// In how many targets the capitalised word, folded(), is. Only of pairs whose
  /// source is in Latin script or has such a word.
  [[nodiscard]] std::size_t targets_with(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? 0 : found->second;
  }

  /// True when the capitalised word, folded(), stands alike on both sides of some pair.
  [[nodiscard]] bool kept_as_it_is(const std::string& name) const {
    return kept_.contains(name);
  }

 private:
  void count_concepts(const CellPair& pair);

  WordLinks links_;
  FormHabits habits_;
  bool counts_terms_ = true;
  KeyCounts uses_;  ///< By concept and term, as the next one.
  KeyCounts said_;
  std::set<std::string> kept_;
  struct Counts {
    std::size_t source = 0;  ///< Pairs whose source has the concept.
    std::size_t both = 0;
    std::size_t missing = 0;  ///< Pairs in which only the source has it.
  };
  std::vector<Counts> counts_;  ///< By concept; those after the last one have none.
  KeyCounts substitutes_;
  KeyCounts roots_;          ///< Pairs whose target has one.
  KeyCounts roots_instead_;  ///< Pairs that lack a concept and have a root.
  Counts all_;               ///< Of all concepts together.
  std::size_t pairs_ = 0;
  struct MeasuredPair {
    float nats = 0;             ///< Logarithm of target over source, in letters.
    std::uint32_t letters = 0;  ///< Of the shorter side.
  };
  std::vector<MeasuredPair> lengths_;  ///< Of pairs long enough to be measured.
  /// The middle of them, and their spread as a share of what is usual. See learn().
  std::optional<LengthDeparture> usual_length_;
  std::unordered_map<std::string, std::size_t> names_;  ///< Targets that have them.
};

/// Keys of the roots of a side's words, each once; in Chinese of its pairs of characters.
/// Shape: sorted.
[[nodiscard]] std::vector<std::uint32_t> root_keys_of(const ParsedCell& side);

/// The terms by which the target says a concept of the source: their indexes, the longest
/// hits only.
[[nodiscard]] std::set<std::uint32_t> renderings_of(const ParsedCell& target,
                                                    std::uint32_t concept_index);

}  // namespace hexapla
