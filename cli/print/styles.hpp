#pragma once
/// How a terminal is asked to show text. Sources: ECMA-48, 8.3.117 (SGR); UAX #9
/// (isolates).

#include <string_view>

namespace hexapla::cli {

inline constexpr std::string_view bold = "\x1B[1m";
inline constexpr std::string_view faint = "\x1B[2m";
inline constexpr std::string_view yellow = "\x1B[33m";
inline constexpr std::string_view bold_red = "\x1B[1;31m";
inline constexpr std::string_view plain = "\x1B[0m";

/// A right-to-left text keeps its order and does not turn what is beside it.
inline constexpr std::string_view right_to_left_isolate = "\u2067";
inline constexpr std::string_view left_to_right_isolate = "\u2066";
inline constexpr std::string_view pop_isolate = "\u2069";

}  // namespace hexapla::cli
