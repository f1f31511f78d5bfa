#pragma once

// Private to core/memory/.

#include "exchange/translation_unit.hpp"
#include "format/xml_reader.hpp"

#include <span>
#include <string_view>

namespace hexapla {

/// How a format's inline elements are read.
struct InlineElement {
  std::string_view name;
  InlineTag::Role role;
};

/// Reads the content of the element at whose begin `xml` stands into the text and tags of
/// `variant`; afterwards `xml` stands at its end. An element of `coded` becomes one tag
/// that holds its content; any other is taken for a pair around text: one tag at its begin,
/// one at its end, in both cases with its attributes. Errors: those of `xml`;
/// Fault::malformed for a text beyond 4 GiB.
void read_inline(XmlReader& xml, std::span<const InlineElement> coded, Variant& variant);

/// The attributes at which `xml` stands, but for those named. Prefixes are kept
/// (`xml:space`), what they stand for as `xmlns:prefix` before them.
[[nodiscard]] std::vector<NamedValue> attributes_but(
    const XmlReader& xml, std::initializer_list<std::string_view> left_out);

}  // namespace hexapla
