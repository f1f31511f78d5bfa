#include "format/archive/zip_member.hpp"

#include "errors.hpp"
#include "zip.hpp"

#include <iterator>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla::zip_member_test {
namespace {

ZipArchive archive_of(const std::string& bytes) {
  return {std::make_unique<std::istringstream>(bytes), "opus.zip"};
}

std::string read_member(ZipArchive& archive, const std::string& member) {
  const auto in = archive.open(member);
  return {std::istreambuf_iterator<char>(*in), {}};
}

}  // namespace

TEST_CASE("files of an archive are read in any order, each as often as wanted",
          "[format]") {
  const std::string long_text(300'000, 'x');
  const std::string bytes =
      zip_of({{"README", "read me"}, {"en/a.xml", long_text}, {"fr/a.xml", "texte"}});
  std::istringstream listed(bytes);
  const auto members = zip_members(listed, "opus.zip");
  REQUIRE(members.size() == 3);
  CHECK(members[1].name == "en/a.xml");
  CHECK(members[1].size == long_text.size());
  ZipArchive archive = archive_of(bytes);
  CHECK(read_member(archive, "fr/a.xml") == "texte");
  CHECK(read_member(archive, "README") == "read me");
  CHECK(read_member(archive, "en/a.xml") == long_text);
  CHECK(read_member(archive, "en/a.xml") == long_text);
}

// Found by zip_member_fuzz under AddressSanitizer: the reader was not freed.
TEST_CASE("what is no archive, damaged or not in it is an error", "[format][error]") {
  CHECK_THAT(error_of(Fault::malformed, [] { (void)archive_of("no archive"); }),
             Catch::Contains("opus.zip: not a ZIP archive"));
  CHECK_THAT(error_of(Fault::malformed, [] { (void)archive_of(""); }),
             Catch::Contains("not a ZIP archive"));
  const std::string bytes = zip_of({{"a", std::string(100'000, 'x') + "end"}});
  CHECK_THAT(error_of(Fault::malformed,
                      [&] {
                        ZipArchive archive = archive_of(bytes);
                        (void)archive.open("b");
                      }),
             Catch::Contains("there is no b in it"));
  std::string damaged = bytes;
  damaged[60] = static_cast<char>(damaged[60] ^ 0x55);
  damaged[61] = static_cast<char>(damaged[61] ^ 0x55);
  CHECK_THROWS_AS(
      [&] {
        ZipArchive archive = archive_of(damaged);
        (void)read_member(archive, "a");
      }(),
      Error);
}

}  // namespace hexapla::zip_member_test
