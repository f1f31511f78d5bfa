#include "exchange/lines/read_links.hpp"
#include "sound_units.hpp"

#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  for (const LinkKind kind : {LinkKind::links, LinkKind::vecalign, LinkKind::ladder}) {
    std::istringstream in(bytes);
    std::istringstream source("a\nb\n");
    std::istringstream target("c\nd\n");
    read_sound_units([&] {
      return read_linked_lines(in, "fuzz.links", kind, {source, "s", languages::en},
                               {target, "t", languages::zh});
    });
  }
  std::istringstream text(bytes);
  read_sound_units(
      [&] { return read_hunalign_text(text, "fuzz", languages::en, languages::zh); });
  return 0;
}
