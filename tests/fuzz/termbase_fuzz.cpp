#include "require_sound.hpp"
#include "term/termbase.hpp"
#include "text/error.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  try {
    for (const Concept& found : read_termbase(bytes, "fuzz.tbx").concepts) {
      require(!found.terms.empty());
      for (const Term& term : found.terms)
        require(!find_ill_formed(term.text));
    }
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
