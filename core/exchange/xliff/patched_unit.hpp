#pragma once

// Private to core/exchange/.

#include "exchange/inline_writer.hpp"
#include "exchange/xliff/scanned_unit.hpp"

#include <map>
#include <string>
#include <string_view>

namespace hexapla {

/// A unit as it stood in its file, with the translations that have changed since:
/// everything else byte for byte. A target that there was none of is added; one that was
/// empty and said to be new is said to be translated. A row that has no translation any
/// more leaves what was there. Shape: `rows` by their number in the unit; those that are
/// missing leave what was there.
[[nodiscard]] std::string patched_unit(
    XliffVersion version, const XliffOpening& opening, std::string_view unit,
    const std::map<std::size_t, const TranslationUnit*>& rows, const InlineForm& form);

}  // namespace hexapla
