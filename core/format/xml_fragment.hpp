#pragma once

#include "format/xml_reader.hpp"

#include <string>
#include <string_view>

namespace hexapla {

/// Bytes of a piece of markup that is kept as it is; what is larger is no tag of a text.
inline constexpr std::size_t largest_fragment = std::size_t{16} * 1024 * 1024;

/// The element at whose begin `xml` stands, as XML that is alone: prefixes declared in
/// it. Afterwards `xml` is at its end. Comments and instructions are left out. The same
/// element read again gives the same bytes.
/// Errors: those of `xml`; Fault::malformed when it never ends, or beyond largest_fragment.
[[nodiscard]] std::string fragment_at(XmlReader& xml);

/// As fragment_at, without the element's own tags.
[[nodiscard]] std::string content_at(XmlReader& xml);

/// The begin at which `xml` stands as an element without content; `xml` stays.
[[nodiscard]] std::string begin_tag_at(const XmlReader& xml);

/// The text of the element at whose begin `xml` stands, markup left out. Afterwards `xml`
/// is at its end. Errors: as fragment_at.
[[nodiscard]] std::string text_at(XmlReader& xml);

/// Passes over the element at whose begin `xml` stands, up to its end.
void pass_over(XmlReader& xml);

/// True when `markup` may be between two tags. False means it must be spelled out.
[[nodiscard]] bool is_balanced(std::string_view markup);

}  // namespace hexapla
