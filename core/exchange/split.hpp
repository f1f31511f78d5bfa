#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hexapla {

enum class Split : std::uint8_t { train, dev, test };
inline constexpr std::array splits{Split::train, Split::dev, Split::test};

/// "train", "dev", "test".
[[nodiscard]] std::string_view name_of(Split split) noexcept;

/// Shares of dev and test, from 0 to 1 together; the rest is train.
struct SplitShares {
  double dev = 0.05;
  double test = 0.05;
};

/// Where a document's units belong: all to the same part, by a hash of its name and `seed`,
/// so that a new document moves no other, on any machine.
[[nodiscard]] Split split_of(std::string_view document, std::uint64_t seed,
                             SplitShares shares) noexcept;

}  // namespace hexapla
