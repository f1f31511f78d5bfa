#pragma once

#include "exchange/filter/filter_plan.hpp"
#include "exchange/filter/filter_rule.hpp"
#include "exchange/translation_unit.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace hexapla {

/// Why a unit is left out, in the order in which it is looked at.
enum class DropReason : std::uint8_t {
  language_missing,   ///< It has not all of the wanted languages.
  empty_side,         ///< A text of nothing but white space.
  state,              ///< Its translation has not come as far as wanted.
  obsolete,           ///< Kept for the record only.
  confidence,         ///< Below the least.
  length_ratio,       ///< One text is out of proportion to another.
  language_mismatch,  ///< A text reads as another of the six languages than it should be.
  duplicate,          ///< The same texts came before.
  near_duplicate,     ///< The same letters came before.
  verdict,  ///< A person said no, or not yes; found by who knows what people said.
};
inline constexpr std::size_t drop_reasons = 10;

/// Case folded, letters only; any digits are one 0: the same for near duplicates.
[[nodiscard]] std::string letters_for_comparing(std::string_view text);

/// For people: "empty side".
[[nodiscard]] std::string_view words_for(DropReason reason) noexcept;
/// For machines: "empty_side".
[[nodiscard]] std::string_view name_of(DropReason reason) noexcept;

struct UnitFilterSettings {
  /// Only these go out, and only units that have them all; none means all that a unit has.
  std::vector<Language> languages;
  double least_confidence = 0;
  /// Units of a lesser state are dropped; those of which nothing is said stay.
  UnitState least_state = UnitState::unknown;
  bool keeps_untranslated = false;  ///< Whatever the least state.
  bool drops_obsolete = false;
  double largest_length_ratio = 0;  ///< 0: not looked at.
  bool drops_empty_sides = false;
  bool drops_other_languages = false;
  bool drops_duplicates = false;
  bool drops_near_duplicates = false;
  /// Looked at after all that is above. A sample of a share is taken here; one of so many
  /// units, and an order, are for who has all of them.
  FilterPlan plan;
};

/// Decides on units one after the other.
/// Memory: 8 to 40 bytes a kept unit when duplicates are dropped, else nothing.
class UnitFilter {
 public:
  explicit UnitFilter(UnitFilterSettings settings);

  /// Takes the unwanted languages off `unit`, puts the others in the order wanted, and says
  /// whether it stays.
  ///
  /// A text's length is its code points, of Han three each, for a translation of Chinese
  /// has three times as many letters. Near duplicates are texts with the same letters:
  /// case, white space, punctuation and the digits of numbers make no difference.
  [[nodiscard]] bool keeps(TranslationUnit& unit);

  /// Counts a unit that was left out elsewhere.
  void count(DropReason reason) noexcept {
    ++dropped_.at(static_cast<std::size_t>(reason));
  }

  /// Counts units that a sample, drawn elsewhere, has left out.
  void count_sampled(std::size_t units) noexcept { dropped_by_rule_.back() += units; }

  /// What the last unit that was not kept was dropped by: "empty_side", or the line of a
  /// filter file.
  [[nodiscard]] const std::string& last_reason() const noexcept { return last_reason_; }

  [[nodiscard]] std::size_t kept() const noexcept { return kept_; }
  [[nodiscard]] std::size_t dropped(DropReason reason) const noexcept {
    return dropped_.at(static_cast<std::size_t>(reason));
  }
  /// Each line of the plan, and how many units it dropped; a sample last.
  [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> dropped_by_plan() const;

 private:
  [[nodiscard]] bool select_languages(TranslationUnit& unit) const;
  [[nodiscard]] bool is_dropped(TranslationUnit& unit, DropReason reason);
  [[nodiscard]] bool is_dropped_by_plan(const TranslationUnit& unit);

  UnitFilterSettings settings_;
  std::unordered_set<std::uint64_t> texts_;  ///< Hashes of what was kept.
  std::unordered_set<std::uint64_t> letters_;
  std::size_t kept_ = 0;
  std::array<std::size_t, drop_reasons> dropped_{};
  std::vector<std::unique_ptr<FilterRule>> rules_;  ///< One a line of the plan.
  std::vector<std::size_t> dropped_by_rule_;        ///< And one for a sample.
  std::string last_reason_;
};

}  // namespace hexapla
