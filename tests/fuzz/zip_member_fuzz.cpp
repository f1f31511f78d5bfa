#include "format/archive/zip_member.hpp"
#include "text/error.hpp"

#include <cstdint>
#include <sstream>

/// Lists any bytes as an archive, and reads all files in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const std::string bytes(data, data + size);
  try {
    std::istringstream listed(bytes);
    const auto members = zip_members(listed, "fuzz.zip");
    ZipArchive archive(std::make_unique<std::istringstream>(bytes), "fuzz.zip");
    for (const ZipMember& member : members) {
      const auto in = archive.open(member.name);
      constexpr std::streamsize most = 1 << 20;  // bytes, so that a bomb costs no time
      std::string text(static_cast<std::size_t>(most), '\0');
      in->read(text.data(), most);
    }
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
