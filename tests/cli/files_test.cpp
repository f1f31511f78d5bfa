#include "cli/files.hpp"

#include "cli/output_file.hpp"
#include "folder.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {

using Catch::Contains;

TEST_CASE("what has no end is refused, and the limit is told", "[cli][error]") {
  CHECK_THROWS_WITH(read_file("/dev/zero"), Contains("/dev/zero: more than 256 MiB"));
}

TEST_CASE("what is read as it comes has an end, too", "[cli][error]") {
  const auto read_all = [](std::istream& in) {
    std::string bytes(std::size_t{1} << 20, ' ');
    while (in.read(bytes.data(), std::ssize(bytes))) {
    }
  };
  const auto zeros = open_input("/dev/zero");
  CHECK_THROWS_WITH(read_all(*zeros), Contains("/dev/zero: more than 256 MiB"));
  const Folder folder;
  const std::string log = folder.write("log.tsv", "one\n");
  const auto growing = open_input(log);
  folder.write("log.tsv", std::string(std::size_t{2} << 20, 'x'));
  CHECK_THROWS_WITH(read_all(*growing), Contains("log.tsv: it grows while it is read"));
}

TEST_CASE("standard input has an end", "[cli][error]") {
  std::ifstream zeros("/dev/zero", std::ios::binary);
  CHECK_THROWS_WITH(read_stream(zeros, "standard input"),
                    Contains("standard input: more than 256 MiB"));
}

TEST_CASE("a file beyond any document is refused before it is read", "[cli][error]") {
  const Folder folder;
  const std::string file = folder.write("vast.txt", "x");
  std::filesystem::resize_file(file, std::uintmax_t{5} << 30);  // a hole
  CHECK_THROWS_WITH(read_file(file), Contains("more than 4096 MiB, cut it into parts"));
}

TEST_CASE("what is no file is named as what it is", "[cli][error]") {
  const Folder folder;
  CHECK_THROWS_WITH(read_file(folder.path("none.txt")), Contains("no such file"));
  CHECK_THROWS_WITH(read_file(folder.path("")), Contains("a directory, not a file"));
}

}  // namespace hexapla::cli
