#include "cli/files.hpp"
#include "folder.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {

using Catch::Contains;

TEST_CASE("what has no end is refused, and the limit is told", "[cli][error]") {
  CHECK_THROWS_WITH(read_file("/dev/zero"), Contains("/dev/zero: more than 256 MiB"));
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
