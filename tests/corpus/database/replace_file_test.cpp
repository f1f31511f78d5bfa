#include "corpus/database/replace_file.hpp"

#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "errors.hpp"
#include "folder.hpp"
#include "full_disk.hpp"

#include <csignal>
#include <filesystem>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hexapla {
namespace {

using Names = std::vector<std::string>;

/// While it lives, the tests have no more rights than anybody, even when run by root.
class Nobody {
 public:
  Nobody() {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0) changed_ = ::seteuid(nobody) == 0;
  }
  ~Nobody() {
    if (changed_) REQUIRE(::seteuid(0) == 0);
  }
  Nobody(const Nobody&) = delete;
  Nobody& operator=(const Nobody&) = delete;

 private:
  bool changed_ = false;
};

std::string complaint(const std::string& file) {
  return error_of(Fault::unwritable, [&] { replace_file(file, "новый текст"); });
}

}  // namespace

TEST_CASE("a file is replaced whole and nothing stays beside it", "[corpus]") {
  const Folder folder;
  const std::string file = folder.write("letter", "old and longer than the new one");
  replace_file(file, "新");
  CHECK(folder.read(file) == "新");
  CHECK(folder.names() == Names{"letter"});
}

TEST_CASE("a replaced file keeps its permissions", "[corpus]") {
  const Folder folder;
  const std::string file = folder.write("letter", "old");
  std::filesystem::permissions(file, std::filesystem::perms(0640));
  replace_file(file, "new");
  CHECK(std::filesystem::status(file).permissions() == std::filesystem::perms(0640));
}

TEST_CASE("a link is followed, not replaced", "[corpus][edge]") {
  const Folder folder;
  folder.write("letter", "old");
  std::filesystem::create_symlink("letter", folder.path("link"));
  replace_file(folder.path("link"), "new");
  CHECK(folder.read("letter") == "new");
  CHECK(std::filesystem::is_symlink(folder.path("link")));
}

TEST_CASE("a directory, a device and a missing folder are refused by name",
          "[corpus][error]") {
  const Folder folder;
  std::filesystem::create_directory(folder.path("folder"));
  CHECK_THAT(complaint(folder.path("folder")),
             Catch::StartsWith(folder.path("folder")) && Catch::Contains("a directory"));
  CHECK_THAT(complaint("/dev/full"), Catch::Contains("not a regular file"));
  CHECK_THAT(complaint(folder.path("no/letter")), Catch::Contains("No such file"));
  CHECK(folder.names() == Names{"folder"});
}

TEST_CASE("a folder that can't be written is named and left as it was", "[corpus][error]") {
  const Folder folder;
  folder.write("letter", "old");
  std::filesystem::permissions(folder.path("letter"), std::filesystem::perms(0666));
  std::filesystem::permissions(folder.path(""), std::filesystem::perms(0555));
  {
    const Nobody nobody;
    CHECK_THAT(complaint(folder.path("letter")), Catch::StartsWith(folder.path("letter")) &&
                                                     Catch::Contains("Permission denied"));
  }
  std::filesystem::permissions(folder.path(""), std::filesystem::perms(0755));
  CHECK(folder.read("letter") == "old");
  CHECK(folder.names() == Names{"letter"});
}

TEST_CASE("a full disk leaves the old file and no remains", "[corpus][error]") {
  const Folder folder;
  const std::string file = folder.write("letter", "old");
  {
    const FullDisk full(1000);
    CHECK_THROWS_AS(replace_file(file, std::string(5000, 'x')), Error);
    CHECK_THROWS_AS(Store::write_corpus(file, made_up_multitext(), made_up_termbase()),
                    Error);
  }
  CHECK(folder.read(file) == "old");
  CHECK(folder.names() == Names{"letter"});
}

TEST_CASE("what a killed run left is cleared away", "[corpus]") {
  const Folder folder;
  folder.write("letter.hexapla-part-4711", "half of a cor");
  folder.write("letter.hexapla-part-4711-journal", "what was there before");
  replace_file(folder.path("letter"), "whole");
  CHECK(folder.read("letter") == "whole");
  CHECK(folder.names() == Names{"letter"});
}

TEST_CASE("who looks through a folder once clears what a killed run left there, too",
          "[corpus]") {
  const Folder folder;
  folder.write("letter.hexapla-part-4711", "half");
  folder.write("annex.hexapla-part-4711", "half");
  const FilesBeingWritten there{std::filesystem::path(folder.path("letter")).parent_path()};
  folder.write("letter.hexapla-part-4712", "begun since, and not seen");
  replace_file(folder.path("letter"), "whole", &there);
  replace_file(folder.path("annex"), "whole", &there);
  CHECK(folder.read("letter") == "whole");
  CHECK(folder.names() == Names{"annex", "letter", "letter.hexapla-part-4712"});
}

TEST_CASE("who looks through a folder once sees what another run is writing",
          "[corpus][error]") {
  const Folder folder;
  const std::string temporary = folder.write("letter.hexapla-part-4711", "half");
  const int other = ::open(temporary.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(other, LOCK_EX | LOCK_NB) == 0);
  const FilesBeingWritten there{std::filesystem::path(temporary).parent_path()};
  CHECK_THROWS_AS(replace_file(folder.path("letter"), "whole", &there), Error);
  ::close(other);
}

TEST_CASE("what another run is writing is left alone", "[corpus][error]") {
  const Folder folder;
  const std::string temporary = folder.write("letter.hexapla-part-4711", "half");
  const int other = ::open(temporary.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(other, LOCK_EX | LOCK_NB) == 0);
  CHECK_THAT(complaint(folder.path("letter")), Catch::Contains("another run"));
  ::close(other);
  CHECK(folder.names() == Names{"letter.hexapla-part-4711"});
}

TEST_CASE("files of others beside the one that is written stay", "[corpus][edge]") {
  const Folder folder;
  const Names others{"letter.hexapla-part", "letter.hexapla-part-x", "letter.part",
                     "other.hexapla-part-4711"};
  for (const std::string& name : others)
    folder.write(name, "mine");
  replace_file(folder.path("letter"), "whole");
  for (const std::string& name : others)
    CHECK(folder.read(name) == "mine");
  CHECK(folder.names().size() == others.size() + 1);
}

TEST_CASE("what is private is never readable by others while it is written", "[corpus]") {
  const Folder folder;
  const std::string file = folder.write("letter", "old");
  std::filesystem::permissions(file, std::filesystem::perms(0600));
  const Replacement replacement(file);
  CHECK(std::filesystem::status(replacement.path()).permissions() ==
        std::filesystem::perms(0600));
}

TEST_CASE("a killed writer's log is not applied to a new corpus", "[corpus][edge]") {
  const Folder folder;
  const auto suffix = GENERATE(values<std::string>({"-journal", "-wal", "-shm"}));
  CAPTURE(suffix);
  folder.write("letter.hexapla" + suffix, "the log of a corpus that is gone");
  Store::write_corpus(folder.path("letter.hexapla"), made_up_multitext(),
                      made_up_termbase());
  CHECK(Store::open(folder.path("letter.hexapla")).multitext().rows.size() == 2);
  CHECK(folder.names() == Names{"letter.hexapla"});
}

TEST_CASE("a corpus in a read-only folder can be read, not written", "[corpus][error]") {
  const Folder folder;
  const std::string file = folder.path("letter.hexapla");
  Store::write_corpus(file, made_up_multitext(), made_up_termbase(), made_up_findings());
  const auto rights = GENERATE(std::filesystem::perms(0444), std::filesystem::perms(0666));
  std::filesystem::permissions(file, rights);
  std::filesystem::permissions(folder.path(""), std::filesystem::perms(0555));
  {
    const Nobody nobody;
    Store store = Store::open(file);
    CHECK(store.multitext().rows == made_up_multitext().rows);
    CHECK_THROWS_AS(store.set_findings({}), Error);
    CHECK(store.findings() == made_up_findings());
  }
  std::filesystem::permissions(folder.path(""), std::filesystem::perms(0755));
  CHECK(folder.names() == Names{"letter.hexapla"});
}

}  // namespace hexapla
