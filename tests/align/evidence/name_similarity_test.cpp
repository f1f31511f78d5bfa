#include "align/evidence/name_similarity.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// Long enough that no letter stands at its own place any more once one is left out.
std::string skeleton(std::size_t size) {
  std::string result;
  for (std::size_t at = 0; at < size; ++at)
    result += "BKSTLMNH"[(at * at + at / 3) % 8];
  return result;
}

}  // namespace

TEST_CASE("names of any length are compared letter by letter", "[align]") {
  // Up to 64 letters are counted in the bits of a word, more of them row by row.
  const std::size_t size = GENERATE(2U, 8U, 63U, 64U, 65U, 130U);
  CAPTURE(size);
  const std::string name = skeleton(size);
  CHECK(name_similarity(name, name) == 1);
  std::string changed = name;
  changed[size / 2] = 'X';
  const double one_of_all = 1.0 / static_cast<double>(size);
  CHECK(name_similarity(name, changed) == Approx(1 - one_of_all));
  CHECK(name_similarity(changed, name) == Approx(1 - one_of_all));
  const std::string shorter = name.substr(0, size / 2) + name.substr(size / 2 + 1);
  CHECK(name_similarity(name, shorter) == Approx(1 - one_of_all));
  CHECK(name_similarity(shorter, name) == Approx(1 - one_of_all));
  CHECK(name_similarity(name, std::string(size, 'X')) == 0);
}

}  // namespace hexapla
