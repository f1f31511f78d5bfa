#include "document/pdf/read_pdf.hpp"
#include "require_sound.hpp"

#include <cstdint>

/// The input is poppler's XML of a file; after a zero byte may stand that of its glyphs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  const std::size_t border = std::min(bytes.find('\0'), bytes.size());
  const std::string_view xml = std::string_view(bytes).substr(0, border);
  const std::string_view glyphs =
      std::string_view(bytes).substr(std::min(border + 1, bytes.size()));
  return require_sound_reading(
      xml, [&] { return manuscript_from_pdf_xml(xml, "fuzz.pdf", glyphs); });
}
