#pragma once

// Private to core/exchange/.

#include "exchange/translation_unit.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace hexapla {

/// What the RTF of a memory's segments refers to.
struct RtfTables {
  std::map<unsigned, std::string> code_pages;  ///< Of fonts, by their number.
  std::set<unsigned> tag_styles = {5, 6};      ///< Of text that is a tag: `\cs6`.
};

/// Reads the font table and the style sheet of an `<RTF Preamble>`.
[[nodiscard]] RtfTables rtf_tables(std::string_view preamble);

/// How the text around RTF's controls is encoded.
struct RtfEncoding {
  bool is_in_bytes = false;  ///< As MemoryText::is_in_bytes.
  std::string code_page;     ///< Where no font says otherwise.
};

/// Reads RTF as Trados has it in a segment into the text and the tags of `variant`: text in
/// the styles of tags is a tag that stands alone, bold and the like a pair; fonts, sizes
/// and colours are left out.
/// Errors: Fault::malformed without a place for bytes that are not in their code page.
/// Source: Rich Text Format 1.9.1.
void read_rtf(std::string_view rtf, const RtfTables& tables, const RtfEncoding& encoding,
              Variant& variant);

/// `text` with RTF's escapes for what would be taken for a control, and for the dashes,
/// quotation marks and spaces that have names.
[[nodiscard]] std::string rtf_escaped(std::string_view text);

/// The element of tags that are RTF's own switches: `\b ` and `\b0 `.
inline constexpr std::string_view rtf_switch = "rtf";
/// True for a switch that read_rtf() makes.
[[nodiscard]] bool is_rtf_switch(std::string_view code) noexcept;

}  // namespace hexapla
