#include "document/name_hints.hpp"

#include "cases.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("names of the library and the document system hint at symbols and jobs",
          "[document]") {
  const auto [name, symbol, job] =
      GENERATE(from_range(cases_in<3>("document/name_hints_test.tsv")));
  CAPTURE(name);
  CHECK(name_hints(name).symbol.value_or("") == symbol);
  CHECK(name_hints(name).job_number.value_or("") == job);
}

}  // namespace hexapla
