#pragma once

// Private to core/exchange/.

#include "exchange/inline_elements.hpp"
#include "exchange/translation_unit.hpp"
#include "format/xml_writer.hpp"

#include <span>
#include <string_view>

namespace hexapla {

/// How the inline elements of one XML format are written.
struct InlineForm {
  /// Its elements that are one tag; all others are pairs around text.
  std::span<const InlineElement> coded;
  /// Writes a tag that came from another format; gets the tag and its pairing number.
  void (*write_foreign)(XmlWriter& xml, const InlineTag& tag, std::size_t number,
                        bool has_partner);
};

/// Whether a variant's tags are the format's own, or came from another one whose elements
/// may be of the same names.
enum class TagOrigin : bool { own, foreign };

/// Writes the text and the tags of a variant into the element that is open.
void write_inline(XmlWriter& xml, const Variant& variant, const InlineForm& form,
                  TagOrigin origin);

/// Writes what a tag holds: as markup when it is balanced, else spelled out.
void write_content(XmlWriter& xml, std::string_view content);

}  // namespace hexapla
