#include "align/lexicon/lexicon_file.hpp"
#include "require_sound.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <cstdint>

using namespace hexapla;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  try {
    const std::string text = admit_utf8(bytes, "fuzz.lexicon");
    const NamedLexicon read = read_lexicon(text, "fuzz.lexicon");
    const std::string written = lexicon_text(read);
    require(lexicon_text(read_lexicon(written, "again.lexicon")) == written);
    (void)read.lexicon.turned_round();
    require(read.lexicon.pairs().size() <= size);
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
