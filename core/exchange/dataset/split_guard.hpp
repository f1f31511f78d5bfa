#pragma once

#include "exchange/split.hpp"
#include "exchange/translation_unit.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace hexapla {

/// Texts with the same letters, whatever their case, marks and digits, have the same
/// number. Source: FNV-1a of the folded letters; digits in a row are one.
[[nodiscard]] std::uint64_t near_hash(std::string_view text);

/// Keeps the parts of a data set apart: a text of test, or one with the same letters, is in
/// neither dev nor train, one of dev not in train; and none of them is in a test set of
/// others. Texts of all parts are noted first, then units are asked.
/// Memory: 8 to 40 bytes a text of dev and test.
class SplitGuard {
 public:
  /// A text that must be in no part: a line of somebody's test set.
  void forbid(std::string_view text) { forbidden_.insert(near_hash(text)); }

  /// Notes the texts of a unit that goes to `split`.
  void note(const TranslationUnit& unit, Split split);

  /// True when a text of the unit is in a part that goes before `split`: test, then dev.
  [[nodiscard]] bool leaks(const TranslationUnit& unit, Split split) const;
  /// True when a text of the unit is forbidden.
  [[nodiscard]] bool is_forbidden(const TranslationUnit& unit) const;

 private:
  using Hashes = std::unordered_set<std::uint64_t>;
  [[nodiscard]] static bool any_in(const TranslationUnit& unit, const Hashes& hashes);

  Hashes forbidden_;
  std::array<Hashes, 3> texts_;  ///< By Split; none of train.
};

}  // namespace hexapla
