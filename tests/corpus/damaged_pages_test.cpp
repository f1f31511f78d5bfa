#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "folder.hpp"
#include "text/error.hpp"

#include <filesystem>
#include <random>

#include <catch2/catch.hpp>

namespace hexapla::damaged_pages_test {
namespace {

constexpr std::size_t page_size = 4096;  // bytes; SQLite's usual one
constexpr std::size_t pages_wanted = 200;

/// Documents, terms, findings, decisions and a memory on some 200 pages.
std::string corpus_of_pages(const Folder& folder) {
  const std::string file = folder.path("letter.hexapla");
  const Multitext multitext = made_up_multitext();
  const Termbase termbase = made_up_termbase();
  const std::vector<Finding> findings = made_up_findings();
  Store store = Store::create(file, "hexapla 0.1.0");
  for (int i = 0; i < 20; ++i)
    store.add_work({{"letter " + std::to_string(i), "A/75/574", "2020-11-03"},
                    multitext,
                    termbase,
                    findings,
                    {}});
  Decision edit;
  edit.kind = DecisionKind::edit;
  edit.language = languages::ru;
  edit.segment = 1;
  edit.text = "Погибли 14 мирных жителей, ещё трое ранены.";
  store.decide(2, edit, {"2026-01-01T12:00:00Z", "ana"});
  MemoryWriter writer = store.add_memory({"councils", "", ""}, {});
  for (int i = 0; i < 2400; ++i)
    writer.add({"",
                {{languages::en,
                  "",
                  "The Security Council, recalling its resolution " + std::to_string(i) +
                      " on the situation",
                  {},
                  {},
                  {},
                  {}},
                 {languages::zh,
                  "",
                  "安全理事会，回顾其第" + std::to_string(i) + "号决议",
                  {},
                  {},
                  {},
                  {}}},
                {},
                {},
                {},
                1});
  writer.finish();
  store.publish();
  return file;
}

/// True when the file is refused or its check names something.
bool is_named(const std::string& file) {
  try {
    return !Store::open(file).faults().empty();
  } catch (const Error&) {
    return true;
  }
}

}  // namespace

TEST_CASE("a check ends and names it, whichever page is damaged", "[corpus][error]") {
  const Folder folder;
  const std::string file = corpus_of_pages(folder);
  const std::string sound = folder.read("letter.hexapla");
  const std::size_t pages = sound.size() / page_size;
  REQUIRE(pages >= pages_wanted);
  REQUIRE(Store::open(file).faults().empty());
  std::mt19937 random(1);
  for (std::size_t page = 0; page < pages; ++page) {
    CAPTURE(page);
    const std::size_t at = page * page_size;
    std::string noise(page_size, '\0');
    for (char& byte : noise)
      byte = static_cast<char>(random());
    const std::string other = sound.substr((page + 7) % pages * page_size, page_size);
    for (const std::string& damage : {std::string(page_size, '\0'), noise, other}) {
      std::string bytes = sound;
      bytes.replace(at, page_size, damage);
      folder.write("letter.hexapla", bytes);
      CHECK(is_named(file));
    }
  }
}

TEST_CASE("a bit that turned over in a text is named", "[corpus][error]") {
  const Folder folder;
  const std::string file = corpus_of_pages(folder);
  const std::string sound = folder.read("letter.hexapla");
  std::mt19937 random(2);
  std::size_t altered = 0;
  for (int i = 0; i < 40; ++i) {
    // Of a copy that is in use: those of pages that were cut in two stay behind.
    std::string bytes = sound;
    const std::size_t from = random() % bytes.size();
    const std::size_t at = bytes.find("Security Council", from);
    if (at == std::string::npos) continue;
    bytes[at + random() % 8] ^= 1;
    folder.write("letter.hexapla", bytes);
    CAPTURE(at);
    std::size_t changed = 0;
    Store::open(file).each_unit({}, [&](const StoredUnit& unit) {
      for (const Variant& variant : unit.unit.variants)
        changed += variant.language == languages::en &&
                   variant.text.find("Security Council") == std::string::npos;
      return true;
    });
    if (changed == 0) continue;
    ++altered;
    CHECK(is_named(file));
  }
  CHECK(altered > 10);
}

}  // namespace hexapla::damaged_pages_test
