#include "corpus/failing_vfs.hpp"
#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "folder.hpp"
#include "text/error.hpp"

#include <filesystem>
#include <functional>
#include <set>

#include <catch2/catch.hpp>

namespace hexapla::disk_errors_test {
namespace {

const Stamp noon{"2026-01-01T12:00:00Z", "ana"};

/// How many works, rows, decisions and runs a corpus has.
using Counts = std::vector<std::size_t>;

Counts counts_in(const std::string& file) {
  const Store store = Store::open(file);
  std::size_t rows = 0;
  for (const WorkInfo& work : store.works())
    rows += work.rows;
  return {store.works().size(), rows, store.decisions().size(), store.runs().size()};
}

void add_memory(Store& store) {
  MemoryWriter writer = store.add_memory({"councils", "", ""}, {});
  for (int i = 0; i < 200; ++i)
    writer.add({"",
                {{languages::en,
                  "",
                  "The Security Council met " + std::to_string(i),
                  {},
                  {},
                  {},
                  {}},
                 {languages::fr,
                  "",
                  "Le Conseil s'est réuni " + std::to_string(i),
                  {},
                  {},
                  {},
                  {}}},
                {},
                {},
                {},
                1});
  writer.finish();
}

void decide(Store& store) {
  Decision edit;
  edit.kind = DecisionKind::edit;
  edit.language = languages::ru;
  edit.segment = 1;
  edit.text = "Погибли 14 мирных жителей, ещё трое ранены.";
  store.decide(1, edit, noon);
}

/// Gives every call of the system that `write` makes to fail, one after the other.
/// Returns: how many there were.
std::size_t fail_each(const Folder& folder, FailingVfs::Fails how,
                      const std::function<void(const std::string&)>& write) {
  const std::string file = folder.path("letter.hexapla");
  const std::string before_bytes = folder.read("letter.hexapla");
  const Counts before = counts_in(file);
  write(file);
  const std::set<Counts> allowed{before, counts_in(file)};
  REQUIRE(allowed.size() == 2);
  FailingVfs vfs;
  for (std::size_t call = 1;; ++call) {
    CAPTURE(call);
    for (const char* const rest : {"-wal", "-shm", "-journal"})
      std::filesystem::remove(file + rest);
    folder.write("letter.hexapla", before_bytes);
    bool was_told = false;
    vfs.fail(call, how);
    try {
      write(file);
    } catch (const Error& error) {
      was_told = true;
      CHECK(std::string(error.what()).find(folder.path("")) == 0);
    }
    const bool failed = vfs.has_failed();
    vfs.stop_failing();
    const Counts now = counts_in(file);
    CHECK(allowed.contains(now));
    if (!was_told) CHECK(now != before);
    CHECK(Store::open(file).faults().empty());
    if (!failed) return call - 1;
  }
}

}  // namespace

TEST_CASE("a disk that fails at any call leaves the corpus as it was or as it was to be",
          "[corpus][error]") {
  const Folder folder;
  const std::string file = folder.path("letter.hexapla");
  Store::write_corpus(file, made_up_multitext(), made_up_termbase(), made_up_findings());
  const std::string other = folder.path("other.hexapla");
  {
    Store store = Store::create(other, "test");
    add_memory(store);
    store.publish();
  }
  const auto how = GENERATE(FailingVfs::Fails::once, FailingVfs::Fails::from_then_on);
  std::size_t failed = 0;
  failed += fail_each(folder, how, [](const std::string& name) {
    Store store = Store::open(name);
    decide(store);
  });
  Store::write_corpus(file, made_up_multitext(), made_up_termbase(), made_up_findings());
  failed += fail_each(folder, how, [](const std::string& name) {
    Store store = Store::open(name);
    add_memory(store);
  });
  Store::write_corpus(file, made_up_multitext(), made_up_termbase(), made_up_findings());
  failed += fail_each(folder, how, [&](const std::string& name) {
    const Store from = Store::open(other);
    Store store = Store::open(name);
    store.copy_work(from, 1);
  });
  CHECK(failed > 100);
}

TEST_CASE("a disk that fails while a new corpus is made leaves none", "[corpus][error]") {
  const Folder folder;
  const std::string file = folder.path("letter.hexapla");
  const auto how = GENERATE(FailingVfs::Fails::once, FailingVfs::Fails::from_then_on);
  FailingVfs vfs;
  std::size_t call = 1;
  for (bool failed = true; failed; ++call) {
    CAPTURE(call);
    bool was_told = false;
    vfs.fail(call, how);
    try {
      Store::write_corpus(file, made_up_multitext(), made_up_termbase());
    } catch (const Error&) {
      was_told = true;
    }
    failed = vfs.has_failed();
    vfs.stop_failing();
    // A log that could not be cleared away is SQLite's, and cleared at the next opening.
    for (const std::string& name : folder.names())
      CHECK(name.find("part") == std::string::npos);
    if (!was_told) CHECK(std::filesystem::exists(file));
    if (std::filesystem::exists(file)) CHECK(Store::open(file).faults().empty());
    for (const std::string& name : folder.names())
      std::filesystem::remove(folder.path(name));
  }
  CHECK(call > 10);
}

}  // namespace hexapla::disk_errors_test
