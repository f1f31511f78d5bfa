#include "document/html/read_html.hpp"
#include "require_sound.hpp"
#include "text/error.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  try {
    const Manuscript manuscript = manuscript_from_html(bytes, "fuzz.html");
    require(!find_ill_formed(manuscript.text));
    require_sound(manuscript, bytes);
    require_sound_document(manuscript);
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
