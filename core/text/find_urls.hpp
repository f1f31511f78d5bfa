#pragma once

#include "text/utf8.hpp"

#include <string_view>
#include <vector>

namespace hexapla {

/// The web addresses of `text` in order: what starts with http://, https:// or www. and
/// goes on to the next white space, quotation mark, Han character or full-width mark,
/// without the punctuation at its end.
[[nodiscard]] std::vector<ByteRange> urls_in(std::string_view text);

/// The same with e-mail addresses, and with addresses that start with the name of a host
/// alone: registrar@un.org, undocs.org/A/75/1.
[[nodiscard]] std::vector<ByteRange> addresses_in(std::string_view text);

}  // namespace hexapla
