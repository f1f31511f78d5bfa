#pragma once

// Private to core/memory/.

#include "exchange/translation_unit.hpp"

#include <string>
#include <string_view>

namespace hexapla {

/// A variant in the language that a file names by `tag`, in any letter case and with `_`
/// for
/// `-`; a tag too long or too odd for Language counts by its first part, else as `und`.
/// What the file wrote is kept in Variant::tag unless it is the language's own tag.
[[nodiscard]] Variant variant_tagged(std::string_view tag);

/// The language that variant_tagged would give.
[[nodiscard]] Language language_tagged(std::string_view tag);

}  // namespace hexapla
