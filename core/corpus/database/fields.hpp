#pragma once

// Private to core/corpus/. A corpus file comes from outside, so what is read out of it is
// checked before anything is indexed by it.

#include "corpus/database/sqlite.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hexapla {

/// Throws Error: Fault::malformed, naming the file and `what` does not fit.
[[noreturn]] void refuse_corpus(const sqlite::Statement& row, std::string_view what);

/// A count or index. Errors: refused when it is negative or above `most`.
[[nodiscard]] std::uint32_t number_at(const sqlite::Statement& row, int column,
                                      std::size_t most = UINT32_MAX);

/// The range in `column` and the one after it. Errors: refused unless it lies in a text of
/// `size` bytes.
[[nodiscard]] ByteRange range_at(const sqlite::Statement& row, int column,
                                 std::size_t size);

/// Errors: refused when it is no BCP 47 tag.
[[nodiscard]] Language language_at(const sqlite::Statement& row, int column);

/// Index of the name in `column` among `names`. Errors: refused when it is not among them.
[[nodiscard]] std::size_t name_at(const sqlite::Statement& row, int column,
                                  std::span<const std::string_view> names);

}  // namespace hexapla
