#include "document/audit.hpp"
#include "document/read_text.hpp"
#include "require_sound.hpp"
#include "text/error.hpp"

#include <array>
#include <cstdint>

using namespace hexapla;

namespace {

// The first byte chooses: told from the bytes, or as a person might say.
constexpr std::array<std::string_view, 8> encodings{
    "", "UTF-16", "UTF-32BE", "GB18030", "Big5", "windows-1256", "KOI8-R", "ISO-8859-15"};
constexpr std::array<Language, 6> all{languages::ar, languages::en, languages::es,
                                      languages::fr, languages::ru, languages::zh};

void require_nothing_lost(const Document& document, std::string_view bytes) {
  require(!find_ill_formed(document.text));
  require(audit(document, bytes).unaccounted.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(data + 1, data + size);
  const std::string encoding(encodings[data[0] % encodings.size()]);
  try {
    const Manuscript manuscript = manuscript_from_text(
        bytes, "fuzz.txt", encoding.empty() ? std::nullopt : std::optional(encoding));
    require(!find_ill_formed(manuscript.text));
    require_sound(manuscript, bytes);
    if (manuscript.lines.empty()) return 0;
    const Language language = all[data[0] / encodings.size() % all.size()];
    require_nothing_lost(document_from(manuscript, "fuzz.txt", language), bytes);
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
