#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace hexapla {

/// The first `size` bytes of a stream, or all that it has.
/// Errors: Fault::unreadable when it breaks.
[[nodiscard]] std::string first_bytes(std::istream& in, std::size_t size,
                                      std::string_view name);

/// All bytes of a stream, or one more than `most` of one that has more.
/// Errors: as first_bytes().
[[nodiscard]] std::string all_bytes(std::istream& in, std::size_t most,
                                    std::string_view name);

/// `start` and then what is left of `rest`, which must live as long as the result.
[[nodiscard]] std::unique_ptr<std::istream> continued(std::string start,
                                                      std::istream& rest);

/// `start` and what is left of `rest` as UTF-8, from an encoding as a file names it.
/// Errors: Fault::malformed for what is not in that encoding, and for one that nobody
/// knows;
///         Fault::unsupported beyond 1 GiB.
/// Memory: three times the bytes.
[[nodiscard]] std::string recoded(std::string start, std::istream& rest,
                                  const std::string& encoding, std::string_view name);

/// True for the beginning of a text in UTF-16 that says so by its byte-order mark.
[[nodiscard]] bool has_utf16_mark(std::string_view start) noexcept;

/// `start`, and what is left of `rest`, as UTF-8 without a mark.
/// Errors and memory: as recoded().
[[nodiscard]] std::string out_of_utf16(std::string start, std::istream& rest,
                                       std::string_view name);

}  // namespace hexapla
