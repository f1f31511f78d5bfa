#pragma once

#include "text/utf8.hpp"

#include <optional>
#include <string_view>

namespace hexapla {

/// A unit of measure or a currency beside a number.
struct MeasureUnit {
  std::string_view name;  ///< As in units.tsv; lives as long as the program.
  ByteRange range;
};

/// The unit that the number at `number` is counted in, if units.tsv knows one right behind
/// or before it.
[[nodiscard]] std::optional<MeasureUnit> unit_at(std::string_view text, ByteRange number);

}  // namespace hexapla
