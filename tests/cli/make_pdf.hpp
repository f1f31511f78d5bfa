#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// The bytes of a PDF file of these objects, the first of which is the catalogue.
/// `trailer` is added to the dictionary at the end.
inline std::string pdf_of(const std::vector<std::string>& objects,
                          std::string_view trailer = {}) {
  constexpr std::size_t offset_digits = 10;
  std::string bytes = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(bytes.size());
    table += std::string(offset_digits - offset.size(), '0') + offset + " 00000 n \n";
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string begin = std::to_string(bytes.size());
  return bytes + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count +
         " /Root 1 0 R " + std::string(trailer) + " >>\nstartxref\n" + begin + "\n%%EOF\n";
}

inline std::string pdf_stream(std::string_view content, std::string_view entries = {}) {
  return "<< /Length " + std::to_string(content.size()) + " " + std::string(entries) +
         " >>\nstream\n" + std::string(content) + "\nendstream";
}

/// A file of one page with `content`; `resources` are added to a font named F.
inline std::vector<std::string> one_page(std::string_view content,
                                         std::string_view resources = {}) {
  return {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
          "<< /Font << /F 5 0 R >> " +
              std::string(resources) + " >> >>",
          pdf_stream(content),
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding "
          "/WinAnsiEncoding >>"};
}

inline std::string pdf_words(std::string_view words) {
  return "BT /F 12 Tf 72 700 Td (" + std::string(words) + ") Tj ET";
}

}  // namespace hexapla::cli
