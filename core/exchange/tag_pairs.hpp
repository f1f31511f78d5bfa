#pragma once

// Private to core/export/.

#include "exchange/translation_unit.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace hexapla {

/// What another format has to know of an inline tag of a variant.
struct PairedTag {
  std::size_t number = 0;  ///< From 1; that of the partner for an end. Unique otherwise.
  bool has_partner = false;
};

/// The begins and ends of `tags` matched, the nearest first, in the order of `tags`.
[[nodiscard]] std::vector<PairedTag> paired(const std::vector<InlineTag>& tags);

/// What a tag says in its own format, for a format with tags of other names: its content
/// where it has one, else itself as `<g id="1">` or `</g>`. Plain text, not spelled out.
[[nodiscard]] std::string code_of(const InlineTag& tag);

}  // namespace hexapla
