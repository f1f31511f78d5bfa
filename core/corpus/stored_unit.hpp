#pragma once

#include "exchange/translation_unit.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace hexapla {

/// What a person said of a row.
enum class Verdict : std::uint8_t { none, confirmed, rejected };
inline constexpr std::array verdict_names{
    std::string_view("none"), std::string_view("confirmed"), std::string_view("rejected")};
[[nodiscard]] constexpr std::string_view name_of(Verdict verdict) noexcept {
  return verdict_names.at(static_cast<std::size_t>(verdict));
}

/// A row of a corpus as the other tools of the trade know it. A row of documents comes as a
/// unit with a variant for each language that has something, in the documents' order.
struct StoredUnit {
  std::int64_t row = 0;  ///< Its id, which is never given to another row.
  std::int64_t work = 0;
  std::uint32_t number = 0;  ///< In its work, from 0.
  TranslationUnit unit;
  double agreement = 1;  ///< As Row::agreement.
  Verdict verdict = Verdict::none;
};

/// Which rows are wanted: those of one work or all, with ids in [first, last].
struct UnitSelection {
  std::optional<std::int64_t> work = std::nullopt;
  std::int64_t first = 0;
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

}  // namespace hexapla
