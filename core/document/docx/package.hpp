#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

// What no document of the United Nations comes near: 1,000 pages make some 30 MB of XML.
inline constexpr std::size_t largest_docx_part = std::size_t{128} * 1024 * 1024;   // bytes
inline constexpr std::size_t largest_docx_total = std::size_t{256} * 1024 * 1024;  // bytes
inline constexpr std::size_t most_docx_entries = 10'000;
/// Unpacked to packed. XML of documents packs 10 to 40 times; zip bombs 1,000 times.
inline constexpr std::size_t largest_docx_ratio = 200;
/// Bytes; below this size the ratio doesn't matter.
inline constexpr std::size_t harmless_docx_size = std::size_t{8} * 1024 * 1024;

/// A part that holds text, and where it starts when all are put one after the other.
struct DocxPart {
  enum class Role : std::uint8_t {
    document,
    footnotes,
    endnotes,
    comments,
    header,
    footer
  };

  Role role = Role::document;
  std::string name;  ///< "word/document.xml"
  std::string xml;   ///< Well-formed UTF-8 without a DOCTYPE.
  std::uint64_t begin = 0;
};

struct DocxPackage {
  std::vector<DocxPart> parts;  ///< The document first, then in the order of the roles.
  std::string styles;           ///< XML; empty when the file has none.
  std::string numbering;
  std::string settings;
};

/// Unpacks what a reader of the text needs.
/// Errors: those of manuscript_from_docx.
[[nodiscard]] DocxPackage docx_package(std::string_view bytes, std::string_view name);

/// Errors: Fault::malformed unless `xml` is well-formed UTF-8; Fault::unsupported when it
///         has a DOCTYPE or is nested more than 256 deep. Nothing outside it is read.
void require_plain_xml(std::string_view xml, std::string_view place);

}  // namespace hexapla
