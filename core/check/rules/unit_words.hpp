#pragma once

#include "text/utf8.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// A unit of measure or a currency beside a number.
struct MeasureUnit {
  std::string_view name;  ///< As in units.tsv; lives as long as the program.
  ByteRange range;
  std::string_view dimension;  ///< length, mass, ...; empty when it can't be converted.
  double factor = 0;           ///< How many basic units of the dimension it is; 0 as well.
};

/// True when one unit is the other, perhaps with less said: dollar, dollar us.
[[nodiscard]] bool may_be_same(const MeasureUnit& one, const MeasureUnit& other);

/// A number as it is written: "12.5", without its sign.
struct Amount {
  std::string value;
  bool negative = false;
};

/// True when the two say the same in two units of one dimension, as exactly as the figures
/// of either: 5 miles and 8 km, 6 feet and 2 metres, 38 °C and 100.4 °F.
[[nodiscard]] bool is_conversion(const Amount& one, const MeasureUnit& one_unit,
                                 const Amount& other, const MeasureUnit& other_unit);

/// The unit that the number at `number` is counted in, if units.tsv knows one right after
/// or before it.
[[nodiscard]] std::optional<MeasureUnit> unit_at(std::string_view text, ByteRange number);

}  // namespace hexapla
