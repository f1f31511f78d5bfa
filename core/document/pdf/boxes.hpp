#pragma once

#include "document/pdf/page.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hexapla {

// What no document of the United Nations comes near: 1,000 pages make some 15 MB of XML.
inline constexpr std::size_t largest_pdf_xml = std::size_t{512} * 1024 * 1024;  // bytes
inline constexpr std::size_t most_pdf_pages = 20'000;
inline constexpr std::size_t most_pdf_boxes = 50'000;  // on a page

/// The pages in what `pdftohtml -xml` printed. It is read leniently, since poppler's XML
/// isn't always well-formed; nothing outside it is read and no entity is expanded but those
/// of XML itself.
/// Errors: Fault::malformed for bytes that are no UTF-8; Fault::unsupported beyond the
///         limits. `name` is for messages.
[[nodiscard]] std::vector<PdfPage> pdf_pages(std::string_view xml, std::string_view name);

}  // namespace hexapla
