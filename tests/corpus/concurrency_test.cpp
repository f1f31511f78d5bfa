#include "corpus/database/connection.hpp"
#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "folder.hpp"
#include "full_disk.hpp"
#include "text/error.hpp"

#include <chrono>
#include <csignal>

#include <catch2/catch.hpp>
#include <sys/resource.h>

namespace hexapla::concurrency_test {
namespace {

std::string shared_corpus_in(const Folder& folder) {
  const std::string file = folder.path("letter.hexapla");
  Store::write_corpus(file, made_up_multitext(), made_up_termbase(), made_up_findings());
  return file;
}

TranslationUnit unit_of(std::size_t number) {
  return {
      "",
      {{languages::en, "", "The Security Council " + std::to_string(number), {}, {}, {}, {}}},
      {},
      {},
      {},
      1};
}

}  // namespace

TEST_CASE("two may read while one writes, and see it once it is committed", "[corpus]") {
  const Folder folder;
  const std::string file = shared_corpus_in(folder);
  Store writing = Store::open(file);
  const Store reading = Store::open(file);
  const Store other = Store::open(file);
  MemoryWriter writer = writing.add_memory({"memory", "", ""}, {});
  for (std::size_t i = 0; i < 5000; ++i)
    writer.add(unit_of(i));
  CHECK(reading.works().size() == 1);
  CHECK(other.multitext().rows == made_up_multitext().rows);
  writer.finish();
  CHECK(reading.works().size() == 2);
  CHECK(other.works()[1].rows == 5000);
}

TEST_CASE("a reader keeps what it began to read while another writes", "[corpus]") {
  const Folder folder;
  const std::string file = shared_corpus_in(folder);
  const Store reading = Store::open(file);
  Store writing = Store::open(file);
  std::size_t read = 0;
  reading.each_unit({}, [&](const StoredUnit&) {
    if (read++ == 0) {
      MemoryWriter writer = writing.add_memory({"memory", "", ""}, {});
      writer.add(unit_of(0));
      writer.finish();
    }
    return true;
  });
  CHECK(read == 2);
  CHECK(writing.faults().empty());
}

TEST_CASE("a second writer waits, then says so", "[corpus][error][slow]") {
  const Folder folder;
  const std::string file = shared_corpus_in(folder);
  Store first = Store::open(file);
  Store second = Store::open(file);
  const MemoryWriter writer = first.add_memory({"memory", "", ""}, {});
  const auto start = std::chrono::steady_clock::now();
  CHECK_THROWS_WITH(second.set_findings({}),
                    Catch::Contains("another program is writing it"));
  CHECK(std::chrono::steady_clock::now() - start > std::chrono::seconds(4));
  CHECK(second.findings() == made_up_findings());
}

TEST_CASE("a full disk leaves the corpus as it was", "[corpus][error]") {
  const Folder folder;
  const std::string file = shared_corpus_in(folder);
  {
    Store store = Store::open(file);
    const FullDisk full(400'000);
    MemoryWriter writer = store.add_memory({"memory", "", ""}, {});
    const auto fill = [&] {
      for (std::size_t i = 0; i < 200'000; ++i)
        writer.add(unit_of(i));
      writer.finish();
    };
    CHECK_THROWS_AS(fill(), Error);
  }
  const Store store = Store::open(file);
  CHECK(store.works().size() == 1);
  CHECK(store.multitext().rows == made_up_multitext().rows);
  CHECK(store.faults().empty());
}

TEST_CASE("a full disk leaves nothing of a new corpus", "[corpus][error]") {
  const Folder folder;
  {
    const FullDisk full(100'000);
    CHECK_THROWS_AS(
        Store::write_corpus(folder.path("new.hexapla"), made_up_multitext(), {}), Error);
  }
  CHECK(folder.names().empty());
}

}  // namespace hexapla::concurrency_test
