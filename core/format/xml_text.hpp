#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hexapla {

/// Where a text goes, since quotation marks and line ends are spelled out in one only.
enum class XmlPlace : unsigned char { element, attribute };

/// Appends `text`, valid UTF-8, to the XML `out`: markup spelled out, and what XML 1.0
/// forbids (controls, U+FFFE, U+FFFF) as words, `[U+0001]`.
/// Returns: how many characters became words.
std::size_t append_xml(std::string& out, std::string_view text, XmlPlace place);

}  // namespace hexapla
