#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What an archive may hold. The defaults are those of sheets of terms.
struct ZipLimits {
  std::size_t entries = 10'000;
  std::size_t part = std::size_t{256} * 1024 * 1024;   ///< Bytes of one part, unpacked.
  std::size_t total = std::size_t{256} * 1024 * 1024;  ///< Bytes of all that are unpacked.
  /// Unpacked bytes for one byte of the file: XML packs 10 to 40 times, zip bombs 1,000.
  std::size_t ratio = 200;
  std::size_t harmless = std::size_t{4} * 1024 * 1024;  ///< Bytes, whatever the ratio.
  std::string_view contents = "sheet of terms";         ///< For messages.
};

using ZipParts = std::map<std::string, std::string, std::less<>>;

/// The parts of the ZIP archive `bytes` whose names `is_wanted`, unpacked.
/// Errors: Fault::malformed for what is no archive, a damaged one, or one with two parts of
///         one name; Fault::unsupported for a password, and beyond the limits.
[[nodiscard]] ZipParts unpacked_parts(
    std::string_view bytes, std::string_view name,
    const std::function<bool(std::string_view)>& is_wanted, const ZipLimits& limits = {});

/// The names of the parts, at most `most`; none when `bytes` are no archive, those before
/// the damage when they are a damaged one.
[[nodiscard]] std::vector<std::string> zip_names(std::string_view bytes,
                                                 std::size_t most = ZipLimits{}.entries);

}  // namespace hexapla
