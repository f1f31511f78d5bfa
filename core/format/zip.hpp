#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace hexapla {

inline constexpr std::size_t most_zip_entries = 10'000;
/// Bytes of all parts that are unpacked.
inline constexpr std::size_t largest_unpacked = std::size_t{256} * 1024 * 1024;
/// Unpacked bytes for one byte of the file: sheets of words reach 20.
inline constexpr std::size_t largest_zip_ratio = 200;
/// Bytes; so little is harmless, whatever the ratio.
inline constexpr std::size_t harmless_unpacked = std::size_t{4} * 1024 * 1024;

/// The parts of the ZIP archive `bytes` whose names `is_wanted`, unpacked.
/// Errors: Fault::malformed for what is no archive, or a damaged one; Fault::unsupported
/// for
///         a password, and beyond the limits above.
[[nodiscard]] std::map<std::string, std::string, std::less<>> unpacked_parts(
    std::string_view bytes, std::string_view name,
    const std::function<bool(std::string_view)>& is_wanted);

}  // namespace hexapla
