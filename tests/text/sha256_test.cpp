#include "text/sha256.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("hashes are those of the standard", "[text]") {
  // FIPS 180-4, examples of SHA-256.
  CHECK(sha256_of("") ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_of("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("bytes that come bit by bit hash as the whole", "[text]") {
  Sha256 hash;
  hash.add("第七十五");
  hash.add("");
  hash.add("届会议");
  CHECK(hash.finish() == sha256_of("第七十五届会议"));
}

}  // namespace hexapla
