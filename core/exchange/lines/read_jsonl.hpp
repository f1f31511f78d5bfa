#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// Reads an object a line: ours, with `cells` by language (what `export` and `convert`
/// write), or `{"translation": {"en": "...", "fr": "..."}}` as data sets have it. Other
/// keys with a text or a number become properties. Empty lines are passed over. Errors:
/// Fault::malformed with the line.
[[nodiscard]] std::unique_ptr<UnitReader> read_jsonl(std::istream& in,
                                                     std::string_view name);

}  // namespace hexapla
