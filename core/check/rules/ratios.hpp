#pragma once

// Private to core/check/.

#include "check/parsed_cell.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace hexapla {

/// A share that two numbers say: one in three, 7 sur 10, una de cada cuatro; or one:
/// каждая пятая.
struct Ratio {
  std::uint64_t share = 1;
  std::uint64_t whole = 1;
  ByteRange range;  ///< Of the second number, or the only one.
};

/// The ratio whose whole is `number`, where words say that it is one; an article before
/// them counts as one.
[[nodiscard]] std::optional<Ratio> ratio_of(const ParsedCell& side, const Number& number);

/// True when the ratio is so many per cent: one in five, 20.
[[nodiscard]] bool is_percentage(const Ratio& ratio, const std::string& value);

/// True when the ratio is the share `value` of a Number: 2/3, 0.75.
[[nodiscard]] bool is_share(const Ratio& ratio, const std::string& value);

}  // namespace hexapla
