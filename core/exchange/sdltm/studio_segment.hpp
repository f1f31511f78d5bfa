#pragma once

// Private to core/exchange/.

#include "exchange/translation_unit.hpp"

#include <string_view>

namespace hexapla {

/// The text of a `<Segment>` as Trados Studio keeps it in a memory: `Text` and `Tag`
/// elements in `Elements`. Its language is `CultureName`, else `tag`.
/// Errors: Fault::malformed when it is no such XML.
[[nodiscard]] Variant studio_segment(std::string_view xml, std::string_view tag,
                                     std::string_view name);

}  // namespace hexapla
