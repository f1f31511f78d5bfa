#include "corpus/store.hpp"
#include "require_sound.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>

#include <unistd.h>

/// Reads all that a corpus has, when its file is any bytes. A seed is whatever
/// `hexapla import` and `hexapla align --out` make; committed, it would be out of date
/// soon.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hexapla;
  const auto file = std::filesystem::temp_directory_path() /
                    ("hexapla-fuzz-" + std::to_string(::getpid()) + ".hexapla");
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  try {
    const Store store = Store::open(file);
    (void)store.faults();
    (void)store.decisions();
    for (const WorkInfo& work : store.works()) {
      store.each_unit({work.id}, [](const StoredUnit& unit) {
        for (const Variant& variant : unit.unit.variants)
          for (const InlineTag& tag : variant.tags)
            require(tag.at <= variant.text.size());
        return true;
      });
    }
    Search search;
    search.query = parse_query("council*");
    store.search(search, [](const SearchHit& hit) {
      for (const SearchSpot& spot : hit.spots)
        for (const ByteRange& range : spot.ranges)
          require(range.end <= hit.stored.unit.variants.at(spot.variant).text.size());
      return true;
    });
  } catch (const Error&) {
  }
  for (const char* const suffix : {"", "-wal", "-shm"})
    std::filesystem::remove(file.string() + suffix);
  return 0;
}
